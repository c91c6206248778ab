/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A step of the routine that is being changed. Signals: "minutes-changed"; "moved" (int: -1 up, 1
 * down); "removed". */

#define COOLDOWN_TYPE_ROUTINE_ROW (cooldown_routine_row_get_type ())
G_DECLARE_FINAL_TYPE (CooldownRoutineRow, cooldown_routine_row, COOLDOWN, ROUTINE_ROW, GtkListBoxRow)

GtkWidget *cooldown_routine_row_new (const char *name, guint minutes);
guint cooldown_routine_row_get_minutes (CooldownRoutineRow *self);
void cooldown_routine_row_set_possible (CooldownRoutineRow *self,
                                        gboolean up,
                                        gboolean down,
                                        gboolean remove);
void cooldown_routine_row_focus (CooldownRoutineRow *self, int by);

G_END_DECLS
