/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/night-marks.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Some weeks of nights: for each a bar as high as it was restless, or a dash where nobody noted it,
 * and below it marks for what went before. Time runs from left to right in all languages, as on a
 * clock. As a whole it is a picture with a sentence.
 */

#define COOLDOWN_TYPE_NIGHTS_BARS (cooldown_nights_bars_get_type ())
G_DECLARE_FINAL_TYPE (CooldownNightsBars, cooldown_nights_bars, COOLDOWN, NIGHTS_BARS, GtkWidget)

void cooldown_nights_bars_set_span (CooldownNightsBars *self, const CooldownNightSpan *span);

G_END_DECLS
