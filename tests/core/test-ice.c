/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ice.h"
#include "fake-clock.h"

#include <string.h>

/* Enough to find each planted fault within a few dozen; more only with -m slow. */
#define N_WALKS (g_test_slow () ? 3000u : 80u)

static const CooldownIceProtocol protocol = {
  .minutes_min = 10,
  .minutes_max = 15,
  .minutes_default = 10,
  .rounds_min = 1,
  .rounds_max = 6,
  .rounds_default = 5,
  .interval = 60 * COOLDOWN_MINUTE,
  .rest = 45 * COOLDOWN_MINUTE,
  .skin_check = 5 * COOLDOWN_MINUTE,
  .late_answer = 5 * COOLDOWN_MINUTE,
  .repeat_every = COOLDOWN_MINUTE,
  .repeat_for = 10 * COOLDOWN_MINUTE,
  .repeat_then = 5 * COOLDOWN_MINUTE,
  .close_after = 60 * COOLDOWN_MINUTE,
  .snooze = 10 * COOLDOWN_MINUTE,
  .pause_limit = 6 * COOLDOWN_HOUR,
  .due_repeat = 20 * COOLDOWN_MINUTE,
  .due_lapses = 2 * COOLDOWN_HOUR,
  .sessions_per_day = 1,
  .gate_days = 365,
  .no_exercise_minutes = 30,
};

typedef struct
{
  CooldownFakeClock *clock;
  CooldownSession *session;
} Icing;

static void
set_up (Icing *icing, gconstpointer data)
{
  g_autoptr (GVariant) plan = cooldown_ice_plan_new (&protocol, 10, 3, "toes", "right", NULL);

  icing->clock = cooldown_fake_clock_new ();
  icing->session = cooldown_session_new ("ice", plan);
}

static void
tear_down (Icing *icing, gconstpointer data)
{
  g_assert_finalize_object (icing->session);
  g_assert_finalize_object (icing->clock);
}

static void
happen (Icing *icing, const char *event, const char *arg)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (icing->clock));

  cooldown_session_append (icing->session, event, arg, &now);
}

static CooldownIceState
look (Icing *icing)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (icing->clock));

  return cooldown_ice_fold (&protocol, icing->session, &now);
}

static CooldownNotice
listen (Icing *icing)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (icing->clock));
  CooldownIceState state = look (icing);

  return cooldown_ice_get_notice (&protocol, &state,
                                  cooldown_session_get_axis (icing->session, &now));
}

/* One line of a story: what happens, how long after the line before, and what it is then. */
typedef struct
{
  double minutes;
  const char *event; /* NULL: only look */
  const char *arg;
  CooldownIcePhase phase;
  guint round;
  CooldownNoticeKind notice;
} Line;

typedef struct
{
  const char *name;
  Line lines[16];
} Story;

#define DUE COOLDOWN_ICE_DUE
#define ON COOLDOWN_ICE_ON
#define OFF COOLDOWN_ICE_OFF
#define BREAK COOLDOWN_ICE_BREAK
#define N(kind) COOLDOWN_NOTICE_##kind

static const Story stories[] = {
  { "whole-session",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 3, "on", "", ON, 1, N (NONE) },
      { 4.99, NULL, NULL, ON, 1, N (NONE) },
      { 0.01, NULL, NULL, ON, 1, N (ICE_SKIN_CHECK) },
      { 1, "check", "", ON, 1, N (NONE) },
      { 3.99, NULL, NULL, ON, 1, N (NONE) },
      { 0.01, NULL, NULL, OFF, 1, N (ICE_OFF) },
      { 1, "off", "fine", BREAK, 2, N (NONE) },
      { 48.9, NULL, NULL, BREAK, 2, N (NONE) },
      { 0.1, NULL, NULL, DUE, 2, N (ICE_DUE) },
      { 0, "on", "", ON, 2, N (NONE) },
      { 10, "off", "fine", BREAK, 3, N (NONE) },
      { 50, "on", "", ON, 3, N (NONE) },
      { 10, "off", "fine", COOLDOWN_ICE_DONE, 3, N (ICE_DONE) },
      { 29.9, NULL, NULL, COOLDOWN_ICE_DONE, 3, N (ICE_DONE) },
      { 0.1, NULL, NULL, COOLDOWN_ICE_DONE, 3, N (NONE) } } },
  { "taken-off-early-then-asked",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 0, "on", "", ON, 1, N (NONE) },
      { 6, "off", "taken", OFF, 1, N (ICE_SKIN) },
      { 2, "off", "fine", BREAK, 2, N (NONE) },
      { 51.9, NULL, NULL, BREAK, 2, N (NONE) },
      { 0.1, NULL, NULL, DUE, 2, N (ICE_DUE) } } },
  { "answered-at-five-minutes",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 0, "on", "", ON, 1, N (NONE) },
      { 15, "off", "fine", BREAK, 2, N (NONE) } } },
  { "answered-late-at-the-bell",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 0, "on", "", ON, 1, N (NONE) },
      { 16, "off", "fine", OFF, 1, N (ICE_WHEN) },
      { 1, "off", "bell", BREAK, 2, N (NONE) },
      { 42.9, NULL, NULL, BREAK, 2, N (NONE) },
      { 0.1, NULL, NULL, DUE, 2, N (ICE_DUE) } } },
  { "answered-late-only-now",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 0, "on", "", ON, 1, N (NONE) },
      { 17, "off", "fine", OFF, 1, N (ICE_WHEN) },
      { 0, "off", "now", COOLDOWN_ICE_TOO_LONG, 1, N (NONE) } } },
  { "late-bell-before-skin",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 0, "on", "", ON, 1, N (NONE) },
      { 30, "off", "bell", OFF, 1, N (ICE_SKIN) },
      { 0, "off", "fine", BREAK, 2, N (NONE) } } },
  { "skin-looks-wrong",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 0, "on", "", ON, 1, N (NONE) },
      { 4, "off", "wrong", COOLDOWN_ICE_SKIN_WRONG, 1, N (NONE) },
      { 0, "on", "", COOLDOWN_ICE_SKIN_WRONG, 1, N (NONE) } } },
  { "never-confirmed",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 0, "on", "", ON, 1, N (NONE) },
      { 69.9, NULL, NULL, OFF, 1, N (ICE_OFF) },
      { 0.1, NULL, NULL, COOLDOWN_ICE_NOT_CONFIRMED, 1, N (NONE) },
      { 1, "off", "fine", COOLDOWN_ICE_NOT_CONFIRMED, 1, N (NONE) } } },
  { "skip-in-a-break-and-last",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 0, "on", "", ON, 1, N (NONE) },
      { 10, "off", "fine", BREAK, 2, N (NONE) },
      { 5, "skip", "", BREAK, 3, N (NONE) },
      { 104.9, NULL, NULL, BREAK, 3, N (NONE) },
      { 0.1, NULL, NULL, DUE, 3, N (ICE_DUE) },
      { 1, "skip", "", COOLDOWN_ICE_DONE, 3, N (ICE_DONE) } } },
  { "snooze",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 1, "snooze", "10", BREAK, 1, N (NONE) },
      { 9.9, NULL, NULL, BREAK, 1, N (NONE) },
      { 0.1, NULL, NULL, DUE, 1, N (ICE_DUE) },
      { 0, "snooze", "0", DUE, 1, N (ICE_DUE) },
      { 0, "snooze", "99999", DUE, 1, N (ICE_DUE) } } },
  { "nobody-comes",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 119.9, NULL, NULL, DUE, 1, N (ICE_DUE) },
      { 0.1, NULL, NULL, COOLDOWN_ICE_LAPSED, 1, N (NONE) } } },
  { "pause-in-a-break",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 0, "on", "", ON, 1, N (NONE) },
      { 1, "pause", "", ON, 1, N (NONE) },
      { 9, "off", "fine", BREAK, 2, N (NONE) },
      { 5, "pause", "", COOLDOWN_ICE_PAUSED, 2, N (NONE) },
      { 100, NULL, NULL, COOLDOWN_ICE_PAUSED, 2, N (NONE) },
      { 0, "resume", "", DUE, 2, N (ICE_DUE) } } },
  { "pause-resumed-early",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 0, "on", "", ON, 1, N (NONE) },
      { 10, "off", "fine", BREAK, 2, N (NONE) },
      { 5, "pause", "", COOLDOWN_ICE_PAUSED, 2, N (NONE) },
      { 5, "resume", "", BREAK, 2, N (NONE) },
      { 39.9, NULL, NULL, BREAK, 2, N (NONE) },
      { 0.1, NULL, NULL, DUE, 2, N (ICE_DUE) } } },
  { "pause-ends",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 1, "pause", "", COOLDOWN_ICE_PAUSED, 1, N (NONE) },
      { 358.9, NULL, NULL, COOLDOWN_ICE_PAUSED, 1, N (NONE) },
      { 0.1, NULL, NULL, COOLDOWN_ICE_LAPSED, 1, N (NONE) } } },
  { "stop-asks-about-the-skin",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 0, "on", "", ON, 1, N (NONE) },
      { 3, "stop", "", OFF, 1, N (ICE_SKIN) },
      { 0, "off", "fine", COOLDOWN_ICE_STOPPED, 1, N (NONE) } } },
  { "stop-when-due",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 1, "stop", "", COOLDOWN_ICE_STOPPED, 1, N (NONE) },
      { 0, "on", "", COOLDOWN_ICE_STOPPED, 1, N (NONE) } } },
  { "twice-counts-once",
    { { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 0, "start", "", DUE, 1, N (ICE_DUE) },
      { 0, "on", "", ON, 1, N (NONE) },
      { 2, "on", "", ON, 1, N (NONE) },
      { 8, "off", "fine", BREAK, 2, N (NONE) },
      { 0, "off", "fine", BREAK, 2, N (NONE) },
      { 0, "nonsense", "", BREAK, 2, N (NONE) } } },
};

static void
test_story (Icing *icing, gconstpointer data)
{
  const Story *story = data;

  for (guint i = 0; i < G_N_ELEMENTS (story->lines) && story->lines[i].phase != 0; i++)
    {
      const Line *line = &story->lines[i];
      CooldownIceState state;

      cooldown_fake_clock_advance (icing->clock, (gint64) (line->minutes * COOLDOWN_MINUTE));
      if (line->event != NULL)
        happen (icing, line->event, line->arg);
      state = look (icing);
      g_test_message ("%s, line %u", story->name, i + 1);
      g_assert_cmpint (state.phase, ==, line->phase);
      g_assert_cmpuint (state.round, ==, line->round);
      g_assert_cmpint (listen (icing).kind, ==, line->notice);
    }
}

/* The bell is repeated each minute for ten minutes, then every five, and has an end. */
static void
test_repetition (Icing *icing, gconstpointer data)
{
  gint64 last = -1;
  guint rings = 0;

  happen (icing, "start", "");
  happen (icing, "on", "");
  cooldown_fake_clock_advance (icing->clock, 10 * COOLDOWN_MINUTE);
  for (guint second = 0; second < 3600; second++)
    {
      CooldownNotice notice = listen (icing);

      g_assert_cmpint (notice.kind, ==, COOLDOWN_NOTICE_ICE_OFF);
      if (notice.said != last)
        {
          g_assert_cmpint (notice.said - 10 * COOLDOWN_MINUTE, ==, second * COOLDOWN_SECOND);
          g_assert_cmpint (second % (second < 600 ? 60 : 300), ==, 0);
          rings++;
        }
      last = notice.said;
      cooldown_fake_clock_advance (icing->clock, COOLDOWN_SECOND);
    }
  g_assert_cmpuint (rings, ==, 10 + 10);
  g_assert_cmpint (listen (icing).kind, ==, COOLDOWN_NOTICE_NONE);
}

/* The skin has 45 minutes to warm up, also when that is more than an hour from *on*. */
static void
test_rest (Icing *icing, gconstpointer data)
{
  g_autoptr (GVariant) plan = cooldown_ice_plan_new (&protocol, 15, 2, "toes", "right", NULL);

  cooldown_session_set_plan (icing->session, plan);
  happen (icing, "start", "");
  happen (icing, "on", "");
  cooldown_fake_clock_advance (icing->clock, 19 * COOLDOWN_MINUTE);
  happen (icing, "off", "fine");
  cooldown_fake_clock_advance (icing->clock, 45 * COOLDOWN_MINUTE - 1);
  g_assert_cmpint (look (icing).phase, ==, COOLDOWN_ICE_BREAK);
  cooldown_fake_clock_advance (icing->clock, 1);
  g_assert_cmpint (look (icing).phase, ==, COOLDOWN_ICE_DUE);
}

/* What a sleeping machine could not ring is asked on waking, however late. */
static void
test_sleep (Icing *icing, gconstpointer data)
{
  CooldownIceState state;

  happen (icing, "start", "");
  happen (icing, "on", "");
  cooldown_fake_clock_advance (icing->clock, 4 * COOLDOWN_MINUTE);
  cooldown_fake_clock_suspend (icing->clock, 3 * COOLDOWN_HOUR);
  happen (icing, "away", "10800");
  state = look (icing);
  g_assert_cmpint (state.phase, ==, COOLDOWN_ICE_OFF);
  g_assert_true (state.slept);
  g_assert_cmpint (listen (icing).kind, ==, COOLDOWN_NOTICE_ICE_OFF);
  g_assert_cmpint (listen (icing).said, ==, 184 * COOLDOWN_MINUTE);
  happen (icing, "off", "bell");
  happen (icing, "off", "fine");
  g_assert_cmpint (look (icing).phase, ==, COOLDOWN_ICE_DUE);
}

/* A sleep that ends before the bell changes nothing. */
static void
test_short_sleep (Icing *icing, gconstpointer data)
{
  happen (icing, "start", "");
  happen (icing, "on", "");
  cooldown_fake_clock_suspend (icing->clock, 5 * COOLDOWN_MINUTE);
  happen (icing, "away", "300");
  g_assert_cmpint (look (icing).phase, ==, COOLDOWN_ICE_ON);
  cooldown_fake_clock_advance (icing->clock, 5 * COOLDOWN_MINUTE);
  g_assert_cmpint (look (icing).phase, ==, COOLDOWN_ICE_OFF);
  g_assert_false (look (icing).slept);
}

/* What stands in a file that somebody meddled with is no reason to fall over. */
static void
test_absurd_sleep (Icing *icing, gconstpointer data)
{
  static const char *const absurd[] = { "9223372036854775807", "-9223372036854775808", "99999999999",
                                        "-5", "", "soon" };

  happen (icing, "start", "");
  happen (icing, "on", "");
  for (guint i = 0; i < G_N_ELEMENTS (absurd); i++)
    {
      cooldown_fake_clock_advance (icing->clock, COOLDOWN_SECOND);
      happen (icing, "away", absurd[i]);
      g_assert_cmpint (look (icing).phase, ==, COOLDOWN_ICE_ON);
    }
}

/* A question that stood when the machine was switched off is not blamed on a sleep. */
static void
test_reboot_unanswered (Icing *icing, gconstpointer data)
{
  happen (icing, "start", "");
  happen (icing, "on", "");
  cooldown_fake_clock_suspend (icing->clock, 20 * COOLDOWN_MINUTE);
  happen (icing, "away", "1200");
  g_assert_true (look (icing).slept);
  cooldown_fake_clock_reboot (icing->clock, 2 * COOLDOWN_MINUTE);
  happen (icing, "away", "reboot");
  g_assert_cmpint (look (icing).phase, ==, COOLDOWN_ICE_OFF);
  g_assert_true (look (icing).rebooted);
  g_assert_false (look (icing).slept);
}

/* Ice that was on when the machine was restarted is asked about at once. */
static void
test_reboot (Icing *icing, gconstpointer data)
{
  CooldownIceState state;

  happen (icing, "start", "");
  happen (icing, "on", "");
  cooldown_fake_clock_reboot (icing->clock, 2 * COOLDOWN_MINUTE);
  g_assert_cmpint (look (icing).phase, ==, COOLDOWN_ICE_OFF);
  happen (icing, "away", "reboot");
  state = look (icing);
  g_assert_cmpint (state.phase, ==, COOLDOWN_ICE_OFF);
  g_assert_true (state.rebooted);
  g_assert_cmpint (listen (icing).kind, ==, COOLDOWN_NOTICE_ICE_OFF);
}

/* Setting the clock back or forward changes no duration. */
static void
test_clock_set (Icing *icing, gconstpointer data)
{
  happen (icing, "start", "");
  happen (icing, "on", "");
  cooldown_fake_clock_set_wall (icing->clock, 0);
  cooldown_fake_clock_advance (icing->clock, 10 * COOLDOWN_MINUTE - 1);
  g_assert_cmpint (look (icing).phase, ==, COOLDOWN_ICE_ON);
  cooldown_fake_clock_advance (icing->clock, 1);
  g_assert_cmpint (look (icing).phase, ==, COOLDOWN_ICE_OFF);
}

static void
test_plan_limits (void)
{
  static const struct
  {
    guint minutes, rounds;
    const char *site;
    int code;
  } cases[] = {
    { 9, 5, "toes", COOLDOWN_ICE_ERROR_MINUTES },   { 16, 5, "toes", COOLDOWN_ICE_ERROR_MINUTES },
    { 0, 5, "toes", COOLDOWN_ICE_ERROR_MINUTES },   { 4000, 5, "toes", COOLDOWN_ICE_ERROR_MINUTES },
    { 10, 0, "toes", COOLDOWN_ICE_ERROR_ROUNDS },   { 10, 7, "toes", COOLDOWN_ICE_ERROR_ROUNDS },
    { 10, 99, "toes", COOLDOWN_ICE_ERROR_ROUNDS },  { 10, 5, "", COOLDOWN_ICE_ERROR_SITE },
    { 10, 5, NULL, COOLDOWN_ICE_ERROR_SITE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cooldown_ice_plan_new (&protocol, cases[i].minutes, cases[i].rounds,
                                            cases[i].site, "left", &error));
      g_assert_error (error, COOLDOWN_ICE_ERROR, cases[i].code);
    }
}

/* A plan that was tampered with cannot leave ice on for longer than the ceiling. */
static void
test_stored_plan_ceiling (Icing *icing, gconstpointer data)
{
  cooldown_session_set_plan (icing->session,
                             g_variant_new_parsed ("{'minutes': <uint32 90>,"
                                                   " 'rounds': <uint32 50>}"));
  happen (icing, "start", "");
  happen (icing, "on", "");
  cooldown_fake_clock_advance (icing->clock, COOLDOWN_ICE_CEILING_MINUTES * COOLDOWN_MINUTE);
  g_assert_cmpint (look (icing).phase, ==, COOLDOWN_ICE_OFF);
  g_assert_cmpuint (look (icing).n_rounds, ==, COOLDOWN_ICE_MAX_ROUNDS);
}

static void
test_rounds_before_bed (void)
{
  static const struct
  {
    gint64 minutes_left;
    guint rounds;
  } cases[] = { { -5, 0 }, { 9, 0 },   { 10, 1 },  { 69, 1 },  { 70, 2 },
                { 129, 2 }, { 130, 3 }, { 310, 6 }, { 900, 6 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (cooldown_ice_rounds_before (&protocol, 10,
                                                  cases[i].minutes_left * COOLDOWN_MINUTE),
                      ==, cases[i].rounds);
}

/* What the random walk remembers, in a time of its own that no clock can falsify. */
typedef struct
{
  gint64 truth;
  gint64 on_at;
  gint64 off_at;
  CooldownIcePhase phase;
  guint64 asked;
} Walk;

static void
check_promises (Icing *icing, Walk *walk, guint minutes)
{
  CooldownIceState state = look (icing);
  CooldownIceState again = look (icing);
  g_autoptr (GVariant) stored =
    g_variant_ref_sink (cooldown_session_to_variant (icing->session));
  g_autoptr (CooldownSession) restored = cooldown_session_new_from_variant (stored);
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (icing->clock));
  CooldownIceState after_kill = cooldown_ice_fold (&protocol, restored, &now);

  g_assert_cmpmem (&state, sizeof state, &again, sizeof again);
  g_assert_cmpmem (&state, sizeof state, &after_kill, sizeof after_kill);
  if (state.phase == COOLDOWN_ICE_ON && walk->phase != COOLDOWN_ICE_ON)
    walk->on_at = walk->truth;
  if (state.phase == COOLDOWN_ICE_ON)
    {
      g_assert_cmpint (walk->truth - walk->on_at, <, minutes * COOLDOWN_MINUTE);
      g_assert_cmpint (walk->truth - walk->on_at, <,
                       COOLDOWN_ICE_CEILING_MINUTES * COOLDOWN_MINUTE);
    }
  if (state.phase == COOLDOWN_ICE_DUE && walk->off_at >= 0)
    g_assert_cmpint (walk->truth - walk->off_at, >=, 45 * COOLDOWN_MINUTE);
  walk->phase = state.phase;
}

static void
move_on (Icing *icing, Walk *walk, guint minutes)
{
  gint64 by = g_test_rand_int_range (1, 2000) * COOLDOWN_SECOND;
  g_autofree char *slept = g_strdup_printf ("%" G_GINT64_FORMAT, by / COOLDOWN_SECOND);

  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      cooldown_fake_clock_suspend (icing->clock, by);
      walk->truth += by;
      happen (icing, "away", slept);
      break;
    case 1:
      cooldown_fake_clock_reboot (icing->clock, by);
      walk->truth += by;
      happen (icing, "away", "reboot");
      break;
    case 2:
      /* A clock that is set; across a restart it would be all there is to go by. */
      cooldown_fake_clock_set_wall (icing->clock,
                                    g_test_rand_int_range (0, G_MAXINT32) * COOLDOWN_SECOND);
      happen (icing, "noticed", "");
      break;
    default:
      for (gint64 step = 0; step < by; step += 20 * COOLDOWN_SECOND)
        {
          cooldown_fake_clock_advance (icing->clock, 20 * COOLDOWN_SECOND);
          walk->truth += 20 * COOLDOWN_SECOND;
          if (g_test_rand_int_range (0, 8) == 0)
            check_promises (icing, walk, minutes);
        }
    }
  check_promises (icing, walk, minutes);
}

static void
act (Icing *icing, Walk *walk)
{
  static const char *const events[] = { "on",    "on",    "off",    "off",  "off",  "off", "check",
                                        "skip",  "pause", "resume", "stop", "on",   "off", "snooze" };
  static const char *const answers[] = { "fine", "fine", "fine", "taken", "bell", "now", "wrong" };
  const char *event = events[g_test_rand_int_range (0, G_N_ELEMENTS (events))];
  const char *arg = "";
  CooldownIceState before = look (icing);

  if (strcmp (event, "stop") == 0 && g_test_rand_int_range (0, 6) != 0)
    return;
  if (strcmp (event, "off") == 0)
    arg = answers[g_test_rand_int_range (0, G_N_ELEMENTS (answers))];
  else if (strcmp (event, "snooze") == 0)
    arg = "10";
  happen (icing, event, arg);
  /* When the ice came off, as far as the answer tells. */
  if (strcmp (event, "off") == 0 && before.phase == COOLDOWN_ICE_ON)
    walk->off_at = walk->truth;
  else if (look (icing).when_known && !before.when_known)
    walk->off_at = strcmp (arg, "bell") == 0 ? walk->on_at : walk->truth;
  else if (before.phase == COOLDOWN_ICE_OFF && look (icing).phase == COOLDOWN_ICE_BREAK &&
           !before.when_known && strcmp (arg, "bell") != 0)
    walk->off_at = walk->truth;
}

/* Whatever the events and the clocks do. */
static void
test_promises (void)
{
  for (guint i = 0; i < N_WALKS; i++)
    {
      guint minutes = (guint) g_test_rand_int_range (10, 16);
      guint rounds = (guint) g_test_rand_int_range (1, 7);
      g_autoptr (GVariant) plan =
        cooldown_ice_plan_new (&protocol, minutes, rounds, "toes", "left", NULL);
      Icing icing = { cooldown_fake_clock_new (), cooldown_session_new ("ice", plan) };
      Walk walk = { .off_at = -1 };

      happen (&icing, "start", "");
      for (guint j = 0; j < 40; j++)
        {
          act (&icing, &walk);
          check_promises (&icing, &walk, minutes);
          move_on (&icing, &walk, minutes);
        }
      tear_down (&icing, NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autofree char *path = g_strconcat ("/ice/story/", stories[i].name, NULL);

      g_test_add (path, Icing, &stories[i], set_up, test_story, tear_down);
    }
  g_test_add ("/ice/repetition", Icing, NULL, set_up, test_repetition, tear_down);
  g_test_add ("/ice/rest", Icing, NULL, set_up, test_rest, tear_down);
  g_test_add ("/ice/sleep", Icing, NULL, set_up, test_sleep, tear_down);
  g_test_add ("/ice/short-sleep", Icing, NULL, set_up, test_short_sleep, tear_down);
  g_test_add ("/ice/absurd-sleep", Icing, NULL, set_up, test_absurd_sleep, tear_down);
  g_test_add ("/ice/reboot-unanswered", Icing, NULL, set_up, test_reboot_unanswered, tear_down);
  g_test_add ("/ice/reboot", Icing, NULL, set_up, test_reboot, tear_down);
  g_test_add ("/ice/clock-set", Icing, NULL, set_up, test_clock_set, tear_down);
  g_test_add ("/ice/stored-plan-ceiling", Icing, NULL, set_up, test_stored_plan_ceiling,
              tear_down);
  g_test_add_func ("/ice/plan-limits", test_plan_limits);
  g_test_add_func ("/ice/rounds-before-bed", test_rounds_before_bed);
  g_test_add_func ("/ice/promises", test_promises);
  return g_test_run ();
}
