/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* A question about a ticked warning sign with the two answers that end it, and "keep" where it
 * was asked because the user unticked it. Signal: "answered", once, after any of them or when the
 * sign is ticked no more. */

#define COOLDOWN_TYPE_SIGN_OUTCOME (cooldown_sign_outcome_get_type ())
G_DECLARE_FINAL_TYPE (CooldownSignOutcome, cooldown_sign_outcome, COOLDOWN, SIGN_OUTCOME, GtkBox)

GtkWidget *cooldown_sign_outcome_new (CooldownAppState *state,
                                      const CooldownItem *item,
                                      const char *question,
                                      const char *keep);

G_END_DECLS
