/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* What stands below the level when somebody has to look at it now or today: why, what to say on
 * the phone, what to do until then, and the way out of a sign that is over. No remedies. */

#define COOLDOWN_TYPE_URGENT_BOX (cooldown_urgent_box_get_type ())
G_DECLARE_FINAL_TYPE (CooldownUrgentBox, cooldown_urgent_box, COOLDOWN, URGENT_BOX, GtkBox)

void cooldown_urgent_box_show_finding (CooldownUrgentBox *self,
                                       CooldownAppState *state,
                                       const CooldownFinding *finding);

G_END_DECLS
