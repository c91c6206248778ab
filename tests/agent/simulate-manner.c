/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a reminder may come: gathered with others, and without a sound. */
#include "simulate.h"

#define MINUTES_OF_DAY (24 * 60)

gboolean
sim_model_may_gather (CooldownNoticeKind kind)
{
  return kind != COOLDOWN_NOTICE_NONE && kind != COOLDOWN_NOTICE_TEST &&
         (kind < COOLDOWN_NOTICE_ICE_SKIN_CHECK || kind > COOLDOWN_NOTICE_ICE_WHEN);
}

static gboolean
is_quiet (Sim *sim)
{
  const int *quiet = sim->model.quiet;
  g_autoptr (GDateTime) local = cooldown_clock_to_local (COOLDOWN_CLOCK (sim->clock),
                                                         sim_now (sim).wall);
  int minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
  int length = (quiet[1] - quiet[0] + MINUTES_OF_DAY) % MINUTES_OF_DAY;

  return quiet[0] >= 0 && (minute - quiet[0] + MINUTES_OF_DAY) % MINUTES_OF_DAY < length;
}

/* Whether the user wants to hear nothing of it now. */
gboolean
sim_model_is_silent (Sim *sim, CooldownNoticeKind kind)
{
  gboolean skin = kind >= COOLDOWN_NOTICE_ICE_SKIN_CHECK && kind <= COOLDOWN_NOTICE_ICE_WHEN;

  if (!sim->model.sound || kind == COOLDOWN_NOTICE_BED || kind == COOLDOWN_NOTICE_ICE_DONE)
    return TRUE;
  return !skin && kind != COOLDOWN_NOTICE_TEST && kind != COOLDOWN_NOTICE_ROUTINE_STEP &&
         is_quiet (sim);
}
