/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gate-answers.h"

/**
 * cooldown_gate_answers_judge:
 * @self: what is going on
 * @id: (out) (optional) (transfer none) (nullable): which question or item decided it
 *
 * Returns: whether icing may begin, and what speaks against it if not
 */
CooldownGateVerdict
cooldown_gate_answers_judge (CooldownAppState *self, const char **id)
{
  CooldownInstant now = cooldown_app_state_now (self);
  g_autoptr (GVariant)
      lasting = cooldown_app_state_lookup_ice (self, "gate", G_VARIANT_TYPE ("a{sb}"));
  g_autoptr (GVariant)
      lasting_at = cooldown_app_state_lookup_ice (self, "gate-at", G_VARIANT_TYPE_INT64);
  g_autoptr (GVariant)
      today = cooldown_app_state_lookup_ice (self, "today", G_VARIANT_TYPE ("a{sb}"));
  g_autoptr (GVariant)
      today_at = cooldown_app_state_lookup_ice (self, "today-at", G_VARIANT_TYPE_INT64);
  g_autoptr (GVariant)
      alcohol = cooldown_app_state_lookup_ice (self, "alcohol", G_VARIANT_TYPE_BOOLEAN);
  g_auto (GStrv) ticks = cooldown_ticks_to_strv (cooldown_app_state_get_ticks (self));
  CooldownGateAnswers answers = {
    .lasting = lasting,
    .lasting_at = lasting_at != NULL ? g_variant_get_int64 (lasting_at) * COOLDOWN_SECOND : 0,
    .today = today,
    .today_at = today_at != NULL ? g_variant_get_int64 (today_at) * COOLDOWN_SECOND : 0,
    .ticks = (const char *const *) ticks,
    .alcohol = alcohol != NULL && g_variant_get_boolean (alcohol),
  };

  return cooldown_gate_judge (cooldown_app_state_get_gate (self), &answers, now.wall, id);
}
