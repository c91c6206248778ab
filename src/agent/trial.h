/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chime.h"
#include "notifier.h"

G_BEGIN_DECLS

/* The user's test of whether reminders come: the whole way that any reminder takes, and a note of
 * how far it got. Signal "changed". */

#define COOLDOWN_TYPE_TRIAL (cooldown_trial_get_type ())
G_DECLARE_FINAL_TYPE (CooldownTrial, cooldown_trial, COOLDOWN, TRIAL, GObject)

CooldownTrial *cooldown_trial_new (CooldownLedger *ledger,
                                   CooldownNotifier *notifier,
                                   CooldownChime *chime,
                                   const char *by);
void cooldown_trial_start (CooldownTrial *self);
void cooldown_trial_answer (CooldownTrial *self);
GVariant *cooldown_trial_get_state (CooldownTrial *self);

G_END_DECLS
