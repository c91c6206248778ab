/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What pages ask of the checklist and have it do.
 */
#include "app-state.h"

/**
 * cooldown_app_state_get_ticks:
 * @self: the state
 *
 * Returns: (transfer none): what is ticked in the checklist; change it with
 *   [method@Cooldown.AppState.tick] only
 */
CooldownTicks *
cooldown_app_state_get_ticks (CooldownAppState *self)
{
  return cooldown_tick_store_get_ticks (cooldown_app_state_get_tick_store (self));
}

/**
 * cooldown_app_state_tick:
 * @self: the state
 * @item: id of an item
 * @ticked: whether it is to be ticked
 *
 * Ticks or unticks an item and has it remembered. Ticking "warn-none" also notes when.
 */
void
cooldown_app_state_tick (CooldownAppState *self, const char *item, gboolean ticked)
{
  cooldown_tick_store_tick (cooldown_app_state_get_tick_store (self), item, ticked);
}

/**
 * cooldown_app_state_clear_ticks:
 * @self: the state
 *
 * Unticks everything but the warning signs, which only their own two answers end, and what is
 * about the user. That there is no warning sign has to be answered anew.
 */
void
cooldown_app_state_clear_ticks (CooldownAppState *self)
{
  cooldown_tick_store_clear (cooldown_app_state_get_tick_store (self));
}

/**
 * cooldown_app_state_get_signs_answered:
 * @self: the state
 *
 * Returns: when it was last answered that there is no warning sign, microseconds since 1970 UTC;
 *   0 when it was not, or too long ago
 */
gint64
cooldown_app_state_get_signs_answered (CooldownAppState *self)
{
  return cooldown_tick_store_get_answered (cooldown_app_state_get_tick_store (self));
}

/**
 * cooldown_app_state_get_level:
 * @self: the state
 *
 * Returns: how urgent the ticks are
 */
CooldownLevel
cooldown_app_state_get_level (CooldownAppState *self)
{
  g_autoptr (CooldownFinding) finding = cooldown_finding_new (cooldown_app_state_get_content (self),
                                                              cooldown_app_state_get_ticks (self));

  return finding->level;
}
