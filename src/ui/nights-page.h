/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * What one's own nights say: how restless they were over some weeks, and for each thing that can go
 * before a night those with it beside those without. A page to be opened above the tabs, with a
 * header bar of its own.
 *
 * Signal "closed": the user goes back.
 */

#define COOLDOWN_TYPE_NIGHTS_PAGE (cooldown_nights_page_get_type ())
G_DECLARE_FINAL_TYPE (CooldownNightsPage, cooldown_nights_page, COOLDOWN, NIGHTS_PAGE, AdwBin)

GtkWidget *cooldown_nights_page_new (CooldownAppState *state);

G_END_DECLS
