/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "note-popover.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One line of tonight: a badge, what it is, what it means, its value, and a popover to set it. */

#define COOLDOWN_TYPE_TONIGHT_ROW (cooldown_tonight_row_get_type ())
G_DECLARE_FINAL_TYPE (CooldownTonightRow, cooldown_tonight_row, COOLDOWN, TONIGHT_ROW, AdwActionRow)

void cooldown_tonight_row_set_icon (CooldownTonightRow *self,
                                    const char *icon_name,
                                    const char *badge);
void cooldown_tonight_row_set_popover (CooldownTonightRow *self, GtkWidget *popover);
void cooldown_tonight_row_update (CooldownTonightRow *self, const char *meaning, const char *value);

G_END_DECLS
