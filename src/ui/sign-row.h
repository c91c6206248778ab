/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* One warning sign: a box to tick, more about it on demand, and the question what has become of
 * it when it is unticked. */

#define COOLDOWN_TYPE_SIGN_ROW (cooldown_sign_row_get_type ())
G_DECLARE_FINAL_TYPE (CooldownSignRow, cooldown_sign_row, COOLDOWN, SIGN_ROW, GtkBox)

GtkWidget *cooldown_sign_row_new (CooldownAppState *state,
                                  const CooldownSign *sign,
                                  const char *group);
void cooldown_sign_row_update (CooldownSignRow *self);

G_END_DECLS
