/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenes-check.h"
#include "scenes-journal.h"
#include "scenes-legs.h"
#include "scenes-list.h"
#include "scenes-reminders.h"
#include "scenes-result.h"
#include "scenes-routine.h"

static CooldownInstant
now (Desk *desk)
{
  return cooldown_clock_now (COOLDOWN_CLOCK (desk->clock));
}

static void
append (Desk *desk, CooldownSession *session, const char *event, const char *arg)
{
  CooldownInstant at = now (desk);

  cooldown_session_append (session, event, arg, &at);
}

static void
nothing (Desk *desk)
{
}

/* The hour after a workout. */

static CooldownSession *
start_recovery (Desk *desk, const char *kind, CooldownLegs legs)
{
  CooldownWorkout workout = { kind, now (desk).wall, 45, 5, legs };
  CooldownSession *session = cooldown_session_new ("recovery", cooldown_workout_to_plan (&workout));

  append (desk, session, "start", "");
  fake_agent_set_session (desk->agent, "recovery", session);
  return session;
}

static void
recovery_hour (Desk *desk)
{
  g_autoptr (CooldownSession) session = start_recovery (desk, "run", COOLDOWN_LEGS_TINGLING);

  cooldown_fake_clock_advance (desk->clock, 20 * COOLDOWN_MINUTE);
  fake_agent_set (desk->agent, "recovery", "episode",
                  g_variant_new_int64 (now (desk).wall / COOLDOWN_SECOND - 1200));
}

static void
recovery_hour_fine (Desk *desk)
{
  g_autoptr (CooldownSession) session = start_recovery (desk, "walk", COOLDOWN_LEGS_FINE);

  append (desk, session, "step", "move");
  fake_agent_set_session (desk->agent, "recovery", session);
  cooldown_fake_clock_advance (desk->clock, COOLDOWN_MINUTE);
}

static void
recovery_check (Desk *desk)
{
  g_autoptr (CooldownSession) session = start_recovery (desk, "ride", COOLDOWN_LEGS_TINGLING);

  cooldown_fake_clock_advance (desk->clock, 61 * COOLDOWN_MINUTE);
}

static void
recovery_check_other (Desk *desk)
{
  g_autoptr (CooldownSession) session = start_recovery (desk, "swim", COOLDOWN_LEGS_OTHER);

  cooldown_fake_clock_advance (desk->clock, 61 * COOLDOWN_MINUTE);
}

static void
recovery_answered (Desk *desk, const char *kind, CooldownLegs legs, const char *answer)
{
  g_autoptr (CooldownSession) session = start_recovery (desk, kind, legs);

  cooldown_fake_clock_advance (desk->clock, 61 * COOLDOWN_MINUTE);
  append (desk, session, "check-in", answer);
  fake_agent_set_session (desk->agent, "recovery", session);
}

static void
recovery_still (Desk *desk)
{
  recovery_answered (desk, "strength", COOLDOWN_LEGS_TINGLING, "still");
}

static void
recovery_still_often (Desk *desk)
{
  recovery_still (desk);
  fake_agent_set (desk->agent, "recovery", "recent", g_variant_new_uint32 (5));
  fake_agent_set (desk->agent, "recovery", "episode",
                  g_variant_new_int64 (now (desk).wall / COOLDOWN_SECOND - 3660));
}

static void
recovery_gone (Desk *desk)
{
  recovery_answered (desk, "ball", COOLDOWN_LEGS_TINGLING, "gone");
}

static void
recovery_fine (Desk *desk)
{
  recovery_answered (desk, "other", COOLDOWN_LEGS_FINE, "none");
}

static void
recovery_worse (Desk *desk)
{
  recovery_answered (desk, "run", COOLDOWN_LEGS_TINGLING, "worse");
}

static void
recovery_lapsed (Desk *desk)
{
  g_autoptr (CooldownSession) session = start_recovery (desk, "run", COOLDOWN_LEGS_TINGLING);

  cooldown_fake_clock_advance (desk->clock, 5 * COOLDOWN_HOUR);
}

/* Icing. */

/* All questions of the gate answered alike. */
static void
answer_gate (Desk *desk, gboolean applies)
{
  GPtrArray *gate = cooldown_content_get_gate (desk->content);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sb}"));
  for (guint i = 0; i < gate->len; i++)
    {
      const CooldownGateQuestion *question = g_ptr_array_index (gate, i);

      g_variant_builder_add (&builder, "{sb}", question->id, applies);
    }
  fake_agent_set (desk->agent, "ice", "gate", g_variant_builder_end (&builder));
  fake_agent_set (desk->agent, "ice", "gate-at",
                  g_variant_new_int64 (now (desk).wall / COOLDOWN_SECOND));
}

static void
ice_set_up (Desk *desk)
{
  answer_gate (desk, FALSE);
}

static void
ice_set_up_late (Desk *desk)
{
  answer_gate (desk, FALSE);
  fake_agent_set (desk->agent, "ice", "sessions-today", g_variant_new_uint32 (2));
  fake_agent_set (desk->agent, "setting", "bedtime", g_variant_new_int32 (19 * 60));
}

static void
ice_refused (Desk *desk)
{
  answer_gate (desk, TRUE);
}

static void
ice_refused_today (Desk *desk)
{
  answer_gate (desk, FALSE);
  fake_agent_set (desk->agent, "ice", "today",
                  g_variant_new_parsed ("{'now-touch': false, 'now-skip': false}"));
}

static void
ice_refused_alcohol (Desk *desk)
{
  answer_gate (desk, FALSE);
  fake_agent_set (desk->agent, "ice", "alcohol", g_variant_new_boolean (TRUE));
}

/* A session of ice to which EVENTS happened, each "name argument minutes-until-the-next". */
static void
ice (Desk *desk, const char *const *events)
{
  const CooldownIceProtocol *protocol = cooldown_content_get_ice_protocol (desk->content);
  g_autoptr (GVariant) plan = cooldown_ice_plan_new (protocol, 10, 3, "toes", "left", NULL);
  g_autoptr (CooldownSession) session = cooldown_session_new ("ice", plan);

  answer_gate (desk, FALSE);
  for (; *events != NULL; events++)
    {
      g_auto (GStrv) parts = g_strsplit (*events, " ", 3);

      append (desk, session, parts[0], g_str_equal (parts[1], "-") ? "" : parts[1]);
      cooldown_fake_clock_advance (desk->clock, atoi (parts[2]) * COOLDOWN_MINUTE);
    }
  fake_agent_set_session (desk->agent, "ice", session);
}

static void
ice_due (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", NULL });
}

static void
ice_on (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 6", NULL });
}

static void
ice_on_looked (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 6", "check - 1", NULL });
}

static void
ice_off (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 11", NULL });
}

static void
ice_slept (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 2", NULL });
  cooldown_fake_clock_suspend (desk->clock, 20 * COOLDOWN_MINUTE);
}

static void
ice_rebooted (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 2", NULL });
  cooldown_fake_clock_reboot (desk->clock, 20 * COOLDOWN_MINUTE);
}

static void
ice_late (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 18", "off fine 0", NULL });
}

static void
ice_break (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 10", "off fine 5", NULL });
}

static void
ice_due_again (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 10", "off fine 65", NULL });
}

static void
ice_paused (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 10", "off fine 5", "pause - 5", NULL });
}

static void
ice_wrong (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 10", "off wrong 1", NULL });
}

static void
ice_too_long (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 45", "off now 1", "off fine 1", NULL });
}

static void
ice_not_confirmed (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 600", NULL });
}

static void
ice_lapsed (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 600", NULL });
}

static void
ice_stopped (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "stop - 1", NULL });
}

static void
ice_done (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 10", "off fine 65", "skip - 65", "on - 10",
                               "off fine 1", NULL });
}

/* The evening. */

static void
evening (Desk *desk)
{
  fake_agent_set (desk->agent, "setting", "bedtime", g_variant_new_int32 (22 * 60));
  fake_agent_set (desk->agent, "setting", "tonight",
                  g_variant_new_parsed ("{'date': <'2026-11-22'>, 'caffeine': <990>, "
                                        "'alcohol': <true>, 'alcohol-at': <1080>}"));
  cooldown_fake_clock_advance (desk->clock, 3 * COOLDOWN_HOUR);
}

static void
evening_late (Desk *desk)
{
  CooldownWorkout workout = { "run", now (desk).wall + 2 * COOLDOWN_HOUR, 45, 9,
                              COOLDOWN_LEGS_FINE };
  g_autoptr (CooldownSession)
      session = cooldown_session_new ("recovery", cooldown_workout_to_plan (&workout));

  cooldown_fake_clock_advance (desk->clock, 2 * COOLDOWN_HOUR);
  append (desk, session, "start", "");
  fake_agent_set_session (desk->agent, "recovery", session);
  fake_agent_set (desk->agent, "setting", "bedtime", g_variant_new_int32 (22 * 60));
  fake_agent_set (desk->agent, "setting", "tonight",
                  g_variant_new_parsed ("{'date': <'2026-11-22'>, 'caffeine': <-1>, 'nicotine': "
                                        "<true>, 'nicotine-at': <1230>, 'alcohol': <false>}"));
  cooldown_fake_clock_advance (desk->clock, 2 * COOLDOWN_HOUR + 30 * COOLDOWN_MINUTE);
}

static void
evening_early (Desk *desk)
{
  fake_agent_set (desk->agent, "setting", "bedtime", g_variant_new_int32 (23 * 60));
  cooldown_fake_clock_set_wall (desk->clock, COOLDOWN_FAKE_CLOCK_START - 9 * COOLDOWN_HOUR);
}

static void
evening_night (Desk *desk)
{
  fake_agent_set (desk->agent, "setting", "bedtime", g_variant_new_int32 (22 * 60));
  cooldown_fake_clock_advance (desk->clock, 7 * COOLDOWN_HOUR);
}

static void
rate_last_night (Desk *desk, int rating)
{
  fake_agent_set (desk->agent, "night", "date", g_variant_new_string ("2026-11-21"));
  fake_agent_set (desk->agent, "night", "rating", g_variant_new_int32 (rating));
}

static void
night_asked (Desk *desk)
{
  evening_early (desk);
  rate_last_night (desk, -1);
}

static void
night_noted (Desk *desk)
{
  evening (desk);
  rate_last_night (desk, 10);
}

static void
notes_unsaved (Desk *desk)
{
  fake_agent_set_trouble (desk->agent, "database or disk is full");
}

static void
all_open (Desk *desk)
{
  expand_rows (GTK_WIDGET (desk->window));
}

static const Scene scenes[] = {
  { "nothing", nothing },
  { "recovery-hour", recovery_hour },
  { "recovery-hour-fine", recovery_hour_fine },
  { "recovery-check", recovery_check },
  { "recovery-check-other", recovery_check_other },
  { "recovery-still", recovery_still },
  { "recovery-still-often", recovery_still_often },
  { "recovery-gone", recovery_gone },
  { "recovery-fine", recovery_fine },
  { "recovery-worse", recovery_worse },
  { "recovery-lapsed", recovery_lapsed },
  { "ice-set-up", ice_set_up },
  { "ice-set-up-late", ice_set_up_late },
  { "ice-refused", ice_refused },
  { "ice-refused-today", ice_refused_today },
  { "ice-refused-alcohol", ice_refused_alcohol },
  { "ice-due", ice_due },
  { "ice-on", ice_on },
  { "ice-on-looked", ice_on_looked },
  { "ice-off", ice_off },
  { "ice-slept", ice_slept },
  { "ice-rebooted", ice_rebooted },
  { "ice-late", ice_late },
  { "ice-break", ice_break },
  { "ice-due-again", ice_due_again },
  { "ice-paused", ice_paused },
  { "ice-wrong", ice_wrong },
  { "ice-too-long", ice_too_long },
  { "ice-not-confirmed", ice_not_confirmed },
  { "ice-lapsed", ice_lapsed },
  { "ice-stopped", ice_stopped },
  { "ice-done", ice_done },
  { "evening", evening },
  { "evening-late", evening_late },
  { "evening-early", evening_early },
  { "evening-night", evening_night },
  { "night-asked", night_asked },
  { "night-noted", night_noted },
  { "notes-unsaved", notes_unsaved },
  /* The last, for what is open stays open. */
  { "all-open", all_open },
};

/**
 * scene_get:
 * @index: which one, from 0
 *
 * Returns: (nullable): the scene, or %NULL past the last one
 */
const Scene *
scene_get (guint index)
{
  const Scene *(*const others[]) (guint *n_scenes) = { reminder_scenes_get, list_scenes_get, journal_scenes_get,
                                                       check_scenes_get, legs_scenes_get,
                                                       result_scenes_get, routine_scenes_get };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      guint n_scenes;
      const Scene *other = others[i](&n_scenes);

      if (index < n_scenes)
        return &other[index];
      index -= n_scenes;
    }
  return index < G_N_ELEMENTS (scenes) ? &scenes[index] : NULL;
}
