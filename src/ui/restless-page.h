/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What helps when legs are restless now, in one dark page above the tabs. That it was opened has
 * the agent note the time. While it is seen the program is dark, whatever the desktop is. Signal:
 * "closed". Action: "entry.back". */

#define COOLDOWN_TYPE_RESTLESS_PAGE (cooldown_restless_page_get_type ())
G_DECLARE_FINAL_TYPE (CooldownRestlessPage, cooldown_restless_page, COOLDOWN, RESTLESS_PAGE, AdwBin)

GtkWidget *cooldown_restless_page_new (CooldownAppState *state);

G_END_DECLS
