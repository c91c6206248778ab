/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk.h"

G_BEGIN_DECLS

/* An entry as it is added and corrected in the window: real widgets on a real file. */

/* When it is at the desk: 2026-11-22, 17:00 UTC. */
#define NOW COOLDOWN_FAKE_CLOCK_START

typedef struct
{
  Desk desk;
  GtkWindow *window;
  GtkWidget *page; /* (nullable) */
  gboolean closed;
} Visit;

typedef struct
{
  const char *path;
  void (*test) (void);
} VisitTest;

void visit_write_entry (Visit *visit, CooldownEntry *entry);
CooldownEntry *visit_read_entry (Visit *visit, CooldownEntryKind kind, const char *uid);
GPtrArray *visit_find_all (Visit *visit, CooldownEntryKind kind);
CooldownEntry *visit_find_only (Visit *visit, CooldownEntryKind kind);
AdwWindowTitle *visit_get_title (Visit *visit);
gboolean visit_stands (Visit *visit, const char *suffix);
void visit_wait_until_saved (Visit *visit);
void visit_wait_until_closed (Visit *visit);
void visit_try (Visit *visit, CooldownEntryKind kind, const char *uid);
void visit_open (Visit *visit, CooldownEntryKind kind, const char *uid);
void visit_shut (Visit *visit);
void visit_act (Visit *visit, const char *action);
void visit_go_back (Visit *visit);
gpointer visit_look_for (Visit *visit, GType type);
gpointer visit_find (Visit *visit, GType type);
GtkToggleButton *visit_find_toggle (Visit *visit, const char *words);
void visit_press (Visit *visit, const char *words);
void visit_type (Visit *visit, const char *title, const char *text);
GtkTextBuffer *visit_get_notes (Visit *visit);
void visit_choose (Visit *visit, const char *title, guint index);
gpointer visit_find_in_row (Visit *visit, const char *title, GType type);
void visit_set_day (Visit *visit, const char *title, int year, int month, int day);
void visit_set_spin (Visit *visit, const char *title, int value);
gint64 visit_at (Visit *visit, const char *date, int hour, int minute);
CooldownEntry *visit_make_episode (Visit *visit, gint64 began);
char *visit_write_episode (Visit *visit, gint64 began);
char *visit_write_workout (Visit *visit, gint64 ended);
void visit_mark (Visit *visit, CooldownEntryKind kind, const char *uid, gboolean deleted);
void visit_begin (Visit *visit);
int visit_run (Visit *visit, int *argc, char ***argv, const VisitTest *tests, gsize n_tests);

void assert_entry_text (CooldownEntry *entry, CooldownField field, const char *expected);
void assert_entry_number (CooldownEntry *entry, CooldownField field, gint64 expected);

G_END_DECLS
