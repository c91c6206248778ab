/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* The notes that cross tabs, one small card each; not shown at all while there are none. */

#define COOLDOWN_TYPE_NOTES_BOX (cooldown_notes_box_get_type ())
G_DECLARE_FINAL_TYPE (CooldownNotesBox, cooldown_notes_box, COOLDOWN, NOTES_BOX, GtkBox)

GtkWidget *cooldown_notes_box_new (void);
void cooldown_notes_box_update (CooldownNotesBox *self, CooldownAppState *state, const char *tab);

G_END_DECLS
