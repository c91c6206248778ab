/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a time of day, or that there was none. Signal "noted": minutes after midnight,
 * COOLDOWN_NOTED_NONE, or COOLDOWN_NOTED_NOTHING to forget what was noted. */

#define COOLDOWN_TYPE_NOTE_POPOVER (cooldown_note_popover_get_type ())
G_DECLARE_FINAL_TYPE (CooldownNotePopover,
                      cooldown_note_popover,
                      COOLDOWN,
                      NOTE_POPOVER,
                      GtkPopover)

GtkWidget *cooldown_note_popover_new (CooldownClock *clock, const char *title, gboolean optional);
void cooldown_note_popover_set_noted (CooldownNotePopover *self, int minutes, int suggested);

G_END_DECLS
