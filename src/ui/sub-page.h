/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * Where a page above the tabs is shown: one with a header bar of its own, that an action of its own
 * leads back from and that says when it is closed. A warning sign is shown here too.
 *
 * Signal "closed": there is no page any more.
 */

#define COOLDOWN_TYPE_SUB_PAGE (cooldown_sub_page_get_type ())
G_DECLARE_FINAL_TYPE (CooldownSubPage, cooldown_sub_page, COOLDOWN, SUB_PAGE, AdwBin)

void cooldown_sub_page_set_state (CooldownSubPage *self, CooldownAppState *state);
void cooldown_sub_page_open (CooldownSubPage *self, GtkWidget *page);
void cooldown_sub_page_close (CooldownSubPage *self);
AdwToastOverlay *cooldown_sub_page_get_toasts (CooldownSubPage *self);

G_END_DECLS
