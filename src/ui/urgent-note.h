/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* What outranks everything else on a page: the level while a warning sign is ticked. Not shown
 * while none is. */

#define COOLDOWN_TYPE_URGENT_NOTE (cooldown_urgent_note_get_type ())
G_DECLARE_FINAL_TYPE (CooldownUrgentNote, cooldown_urgent_note, COOLDOWN, URGENT_NOTE, GtkBox)

void cooldown_urgent_note_set_state (CooldownUrgentNote *self, CooldownAppState *state);

G_END_DECLS
