/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/content.h"
#include "report/leg-frame.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A picture of the legs from the front and from behind and of the soles, in which places are chosen
 * with the pointer: a click changes one, a stroke gives all it touches what its first click gave.
 * It lies on a card. For keys there is CooldownRegionGrid. It also shows what happened where, and
 * how often.
 *
 * Property: "editable" (boolean, TRUE).
 * Signal "toggled" (half: string, chosen: boolean): the user changed one.
 */

#define COOLDOWN_TYPE_LEG_MAP (cooldown_leg_map_get_type ())
G_DECLARE_FINAL_TYPE (CooldownLegMap, cooldown_leg_map, COOLDOWN, LEG_MAP, GtkWidget)

GtkWidget *cooldown_leg_map_new (CooldownContent *content);
void cooldown_leg_map_set_content (CooldownLegMap *self, CooldownContent *content);
void cooldown_leg_map_set_editable (CooldownLegMap *self, gboolean editable);
gboolean cooldown_leg_map_get_editable (CooldownLegMap *self);
void cooldown_leg_map_set_chosen (CooldownLegMap *self, const char *const *halves);
char **cooldown_leg_map_get_chosen (CooldownLegMap *self);
void cooldown_leg_map_set_heat (CooldownLegMap *self,
                                const double heat[COOLDOWN_LEG_N_HALVES],
                                const char *words);
void cooldown_leg_map_set_focus (CooldownLegMap *self, const char *half);
const char *cooldown_leg_map_pick (CooldownLegMap *self, double x, double y);

G_END_DECLS
