/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-clock.h"
#include "ui/ice-look.h"

/* A session as events, "name argument minutes-until-the-next", and what is said of it after. */
typedef struct
{
  const char *name;
  const char *events[8];
  CooldownIcePhase phase;
  const char *title;
  const char *mark;     /* (nullable) */
  const char *until;    /* (nullable): in the ring, beside the countdown */
  const char *pill;     /* (nullable) */
  const char *footnote; /* (nullable) */
  CooldownIceAsks asks;
} Case;

/* The fake clock starts at 17:00 UTC. */
static const Case cases[] = {
  { "first-due",
    { "start - 0" },
    COOLDOWN_ICE_DUE,
    "Time for round 1",
    "Fetch the ice and a thin damp cloth. The clock starts when you press.",
    "since 17:00",
    "Ice Is On",
    NULL,
    COOLDOWN_ICE_ASKS_NOTHING },
  { "due-for-a-while",
    { "start - 3" },
    COOLDOWN_ICE_DUE,
    "Time for round 1",
    "Fetch the ice and a thin damp cloth. The clock starts when you press.",
    "since 17:00, 3 minutes",
    "Ice Is On",
    NULL,
    COOLDOWN_ICE_ASKS_NOTHING },
  { "on",
    { "start - 0", "on - 3" },
    COOLDOWN_ICE_ON,
    "Ice is on",
    NULL,
    "until 17:10",
    "Ice Is Off",
    NULL,
    COOLDOWN_ICE_ASKS_NOTHING },
  { "skin-check",
    { "start - 0", "on - 5" },
    COOLDOWN_ICE_ON,
    "Ice is on",
    "Look at and touch your skin. Numb? Take it off.",
    "until 17:10",
    "Ice Is Off",
    NULL,
    COOLDOWN_ICE_ASKS_NOTHING },
  { "skin-checked",
    { "start - 0", "on - 5", "check - 1" },
    COOLDOWN_ICE_ON,
    "Ice is on",
    NULL,
    "until 17:10",
    "Ice Is Off",
    NULL,
    COOLDOWN_ICE_ASKS_NOTHING },
  { "last-minute",
    { "start - 0", "on - 5", "check - 4" },
    COOLDOWN_ICE_ON,
    "Ice is on",
    "One minute left.",
    "until 17:10",
    "Ice Is Off",
    NULL,
    COOLDOWN_ICE_ASKS_NOTHING },
  { "bell",
    { "start - 0", "on - 10" },
    COOLDOWN_ICE_OFF,
    "Take the ice off",
    "Look at and touch your skin.",
    "10 minutes are over, 17:10",
    NULL,
    "It rings every minute until you answer.",
    COOLDOWN_ICE_ASKS_SKIN },
  { "unanswered",
    { "start - 0", "on - 14" },
    COOLDOWN_ICE_OFF,
    "Take the ice off",
    "Look at and touch your skin.",
    "over since 17:10",
    NULL,
    "It rings every minute until you answer.",
    COOLDOWN_ICE_ASKS_SKIN },
  { "long-unanswered",
    { "start - 0", "on - 25" },
    COOLDOWN_ICE_OFF,
    "Take the ice off",
    "Look at and touch your skin.",
    "over since 17:10",
    NULL,
    "It rings every 5 minutes until you answer, at most until 18:10.",
    COOLDOWN_ICE_ASKS_SKIN },
  { "taken-early",
    { "start - 0", "on - 7", "off taken 1" },
    COOLDOWN_ICE_OFF,
    "Ice is off",
    "Look at and touch your skin.",
    "at 17:07, after 7 minutes",
    NULL,
    "Without an answer the session ends at 18:07.",
    COOLDOWN_ICE_ASKS_SKIN },
  { "stopping",
    { "start - 0", "on - 0", "stop - 0" },
    COOLDOWN_ICE_OFF,
    "Ice is off",
    "Look at and touch your skin. The session ends with your answer.",
    "at 17:00, after less than a minute",
    NULL,
    "Without an answer the session ends at 18:00.",
    COOLDOWN_ICE_ASKS_SKIN },
  { "answered-late",
    { "start - 0", "on - 18", "off fine 0" },
    COOLDOWN_ICE_OFF,
    "Ice is off",
    NULL,
    NULL,
    NULL,
    "Without an answer the session ends at 18:10.",
    COOLDOWN_ICE_ASKS_WHEN },
  { "slept-through",
    { "start - 0", "on - 20", "away 1080 0" },
    COOLDOWN_ICE_OFF,
    "Your computer slept: take the ice off now",
    "Look at and touch your skin.",
    "over since 17:10",
    NULL,
    "It rings every minute until you answer.",
    COOLDOWN_ICE_ASKS_SKIN },
  { "restarted",
    { "start - 0", "on - 4", "away reboot 0" },
    COOLDOWN_ICE_OFF,
    "Your computer restarted: take the ice off now",
    "Look at and touch your skin.",
    "4 minutes are over, 17:04",
    NULL,
    "It rings every minute until you answer.",
    COOLDOWN_ICE_ASKS_SKIN },
  { "break",
    { "start - 0", "on - 10", "off fine 5" },
    COOLDOWN_ICE_BREAK,
    "Let the skin warm up",
    NULL,
    "next at 18:00",
    NULL,
    NULL,
    COOLDOWN_ICE_ASKS_NOTHING },
  { "put-off",
    { "start - 0", "snooze 10 2" },
    COOLDOWN_ICE_BREAK,
    "The next round waits",
    NULL,
    "next at 17:10",
    NULL,
    NULL,
    COOLDOWN_ICE_ASKS_NOTHING },
  { "next-due",
    { "start - 0", "on - 10", "off fine 50" },
    COOLDOWN_ICE_DUE,
    "Time for round 2",
    "Only if the skin is warm again and feels a light touch; else skip.",
    "since 18:00",
    "Ice Is On",
    NULL,
    COOLDOWN_ICE_ASKS_NOTHING },
  { "slept-until-due",
    { "start - 0", "on - 10", "off fine 55", "away 1200 0" },
    COOLDOWN_ICE_DUE,
    "Your computer slept. Time for round 2",
    "Only if the skin is warm again and feels a light touch; else skip.",
    "since 18:00, 5 minutes",
    "Ice Is On",
    NULL,
    COOLDOWN_ICE_ASKS_NOTHING },
  { "paused",
    { "start - 0", "on - 10", "off fine 5", "pause - 1" },
    COOLDOWN_ICE_PAUSED,
    "No round until you resume",
    NULL,
    "since 17:15",
    NULL,
    NULL,
    COOLDOWN_ICE_ASKS_NOTHING },
  { "wrong",
    { "start - 0", "on - 10", "off wrong 1" },
    COOLDOWN_ICE_SKIN_WRONG,
    "",
    NULL,
    NULL,
    NULL,
    NULL,
    COOLDOWN_ICE_ASKS_NOTHING },
};

static CooldownSession *
play (const Case *item, CooldownContent *content, CooldownFakeClock *clock)
{
  const CooldownIceProtocol *protocol = cooldown_content_get_ice_protocol (content);
  g_autoptr (GVariant) plan = cooldown_ice_plan_new (protocol, 10, 3, "toes", "right", NULL);
  CooldownSession *session = cooldown_session_new ("ice", plan);

  for (guint i = 0; item->events[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (item->events[i], " ", 3);
      CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (clock));

      cooldown_session_append (session, parts[0], g_str_equal (parts[1], "-") ? "" : parts[1],
                               &now);
      cooldown_fake_clock_advance (clock, atoi (parts[2]) * COOLDOWN_MINUTE);
    }
  return session;
}

/* Test that each phase is put into the words that it should be. */
static void
test_words (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (&error);
  g_autoptr (CooldownFakeClock) clock = cooldown_fake_clock_new ();
  g_autoptr (CooldownSession) session = NULL;
  g_autoptr (CooldownIceLook) look = NULL;
  CooldownInstant now;

  g_assert_no_error (error);
  session = play (item, content, clock);
  now = cooldown_clock_now (COOLDOWN_CLOCK (clock));
  look = cooldown_ice_look_new (content, COOLDOWN_CLOCK (clock), session, &now);
  g_assert_cmpint (look->phase, ==, item->phase);
  g_assert_cmpstr (look->title, ==, item->title);
  g_assert_cmpstr (look->place, ==, "Ball of the foot, right");
  g_assert_cmpstr (look->mark, ==, item->mark);
  g_assert_cmpstr (look->face.until, ==, item->until);
  g_assert_cmpstr (look->face.pill, ==, item->pill);
  g_assert_cmpstr (look->footnote, ==, item->footnote);
  g_assert_cmpint (look->asks, ==, item->asks);
  g_assert_cmpfloat (look->face.left, >=, 0);
  g_assert_cmpfloat (look->face.left, <=, 1);
}

/* Test that the countdown reaches zero when the ice has to come off, and not before. */
static void
test_countdown (void)
{
  static const Case on = { .events = { "start - 0", "on - 9" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (&error);
  g_autoptr (CooldownFakeClock) clock = cooldown_fake_clock_new ();
  g_autoptr (CooldownSession) session = NULL;

  g_assert_no_error (error);
  session = play (&on, content, clock);
  for (guint left = 60; left > 0; left--)
    {
      g_autofree char *timer = g_strdup_printf ("%02u:%02u", left / 60, left % 60);
      CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (clock));
      g_autoptr (CooldownIceLook)
          look = cooldown_ice_look_new (content, COOLDOWN_CLOCK (clock), session, &now);

      g_assert_cmpstr (look->face.timer, ==, timer);
      cooldown_fake_clock_advance (clock, COOLDOWN_SECOND);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/ice-look/words/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_words);
    }
  g_test_add_func ("/ice-look/countdown", test_countdown);
  return g_test_run ();
}
