/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk.h"
#include "ui/fact-table.h"

G_BEGIN_DECLS

/* The journal's charts in a window of their own, and what they told. */
typedef struct
{
  CooldownContent *content;
  GtkWidget *window;
  GtkWidget *charts;
  GPtrArray *episodes;
  GPtrArray *workouts;
  GString *told;
} Board;

/* The frames in the order in which they are read. */
typedef enum
{
  STRENGTH,
  WHERE,
  LASTED,
  SHARES,
} Picture;

AdwApplication *board_begin_tests (int *argc, char ***argv);
void board_settle (Board *board);
void board_set_entries (Board *board);
void board_open (Board *board, int width);
void board_close (Board *board);
void board_add_entries (Board *board);
GtkWidget *board_find (gpointer within, GType type, guint index);
gboolean board_shows (GtkWidget *widget, const char *words);
void board_assert_shows (gpointer widget, const char *words);
GtkWidget *board_get_frame (Board *board, Picture picture);
CooldownFactTable *board_get_table (Board *board, Picture picture);
void board_press (Board *board, gpointer within, const char *label, gboolean active);
void board_open_more (Board *board);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Board, board_close)

G_END_DECLS
