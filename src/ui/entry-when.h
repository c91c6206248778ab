/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row with a day and a time of day, as the clock showed them where it was noted. What is still to
 * come is refused. Property "note" (string, nullable): a line below the title.
 * Signal "picked": the user chose another moment. */

#define COOLDOWN_TYPE_ENTRY_WHEN (cooldown_entry_when_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEntryWhen,
                      cooldown_entry_when,
                      COOLDOWN,
                      ENTRY_WHEN,
                      AdwPreferencesRow)

void cooldown_entry_when_set_clock (CooldownEntryWhen *self, CooldownClock *clock);
void cooldown_entry_when_set_time (CooldownEntryWhen *self, gint64 wall, gint32 offset);
gint64 cooldown_entry_when_get_time (CooldownEntryWhen *self);
gint32 cooldown_entry_when_get_offset (CooldownEntryWhen *self);

G_END_DECLS
