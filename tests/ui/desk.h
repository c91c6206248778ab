/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fake-agent.h"
#include "fake-clock.h"
#include "ui/window.h"

G_BEGIN_DECLS

/* A window on a fake agent and a fake clock; one for all scenes, because it takes a while to
 * make. */
typedef struct
{
  AdwApplication *application;
  CooldownFakeClock *clock;
  FakeAgent *agent;
  CooldownAgentLink *link;
  CooldownContent *content;
  CooldownAppState *state;
  CooldownWindow *window;
  CooldownJournal *journal; /* (nullable): what another program has open of it */
} Desk;

/* The names of the tabs. */
#define DESK_N_TABS 5
extern const char *const desk_tabs[DESK_N_TABS];

void desk_begin_tests (int *argc, char ***argv);
void desk_open (Desk *desk);
void desk_close (Desk *desk);
void desk_open_another (Desk *desk, const Desk *other, CooldownNotebook *notebook);
void desk_close_another (Desk *desk);
void desk_settle (Desk *desk);
CooldownJournal *desk_open_journal (Desk *desk);
void desk_settle_journal (Desk *desk);
void desk_forget (Desk *desk);
void desk_show (Desk *desk, const char *tab);
GtkWidget *desk_find (Desk *desk, GType type);
void desk_press (Desk *desk, GType type, guint index);

GtkWidget *find_mapped (GtkWidget *widget, GType type, guint index);
char *read_mapped (GtkWidget *widget);

void expand_rows (GtkWidget *widget);
char *describe_place (GtkWidget *widget);

G_END_DECLS
