/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/content.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Where on the legs: the picture and the table of the same places, beside each other where there is
 * room. One set of chosen halves, "calf-l", for both.
 *
 * Signal "changed": the user chose or unchose one.
 */

#define COOLDOWN_TYPE_LEG_PICKER (cooldown_leg_picker_get_type ())
G_DECLARE_FINAL_TYPE (CooldownLegPicker, cooldown_leg_picker, COOLDOWN, LEG_PICKER, AdwBin)

GtkWidget *cooldown_leg_picker_new (CooldownContent *content);
void cooldown_leg_picker_set_content (CooldownLegPicker *self, CooldownContent *content);
void cooldown_leg_picker_set_chosen (CooldownLegPicker *self, const char *const *halves);
char **cooldown_leg_picker_get_chosen (CooldownLegPicker *self);

G_END_DECLS
