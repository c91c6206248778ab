/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* Asks whether what was ticked a day or more ago is still so. Slides away when it need not be
 * asked. Signals: "confirmed" and "clear". */

#define COOLDOWN_TYPE_DRAFT_BAR (cooldown_draft_bar_get_type ())
G_DECLARE_FINAL_TYPE (CooldownDraftBar, cooldown_draft_bar, COOLDOWN, DRAFT_BAR, GtkBox)

void cooldown_draft_bar_update (CooldownDraftBar *self, CooldownAppState *state, gboolean begun);

G_END_DECLS
