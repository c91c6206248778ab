/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notice.h"

/* In the order of CooldownNoticeKind. */
static const char *const ids[] = {
  "none",
  "ice-due",
  "ice-skin-check",
  "ice-off",
  "ice-skin",
  "ice-when",
  "ice-done",
  "recovery-check",
  "episode-evening",
  "episode-morning",
  "caffeine",
  "alcohol",
  "wind-down",
  "bed",
  "morning",
  "routine-step",
  "experiment-turn",
  "experiment-result",
  "test",
};

G_STATIC_ASSERT (G_N_ELEMENTS (ids) == COOLDOWN_N_NOTICES);

/**
 * cooldown_notice_kind_get_id:
 * @kind: a kind of notice
 *
 * Returns: the id it has in reminders.json and in the lists of what is due, missed and coming
 */
const char *
cooldown_notice_kind_get_id (CooldownNoticeKind kind)
{
  g_return_val_if_fail (kind < COOLDOWN_N_NOTICES, ids[COOLDOWN_NOTICE_NONE]);
  return ids[kind];
}
