/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/content.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The parts of an activity, each with its figure and its words, and whose turn it is. */

#define COOLDOWN_TYPE_STRETCH_GUIDE (cooldown_stretch_guide_get_type ())
G_DECLARE_FINAL_TYPE (CooldownStretchGuide, cooldown_stretch_guide, COOLDOWN, STRETCH_GUIDE, AdwBin)

void cooldown_stretch_guide_set_parts (CooldownStretchGuide *self, GPtrArray *parts);
void cooldown_stretch_guide_set_turn (CooldownStretchGuide *self, guint turn);
guint cooldown_stretch_guide_find_turn (guint n_parts, gint64 passed, gint64 length);

G_END_DECLS
