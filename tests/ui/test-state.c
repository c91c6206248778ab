/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk.h"
#include "fake-agent.h"
#include "fake-clock.h"
#include "ui/emergency-numbers.h"
#include "ui/now-subject.h"

typedef struct
{
  GDBusConnection *connection;
  CooldownFakeClock *clock;
  FakeAgent *agent; /* (nullable) */
  CooldownAgentLink *link;
  CooldownAppState *state;
} Fixture;

static void
start (Fixture *fixture)
{
  fixture->agent = fake_agent_new (fixture->connection);
}

static void
stop (Fixture *fixture)
{
  g_clear_pointer (&fixture->agent, fake_agent_free);
}

static gboolean
is_connected (gpointer data)
{
  return cooldown_app_state_get_connected (((Fixture *) data)->state);
}

static gboolean
is_gone (gpointer data)
{
  return !is_connected (data);
}

/* Without an agent; the tests have it come when they want it. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (&error);
  g_autoptr (CooldownNotebook) notebook = NULL;

  g_assert_no_error (error);
  fixture->connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  fixture->clock = cooldown_fake_clock_new ();
  fixture->link = cooldown_agent_link_new (fixture->connection);
  notebook = cooldown_notebook_new ("/nowhere", COOLDOWN_CLOCK (fixture->clock));
  fixture->state = cooldown_app_state_new (content, COOLDOWN_CLOCK (fixture->clock), fixture->link,
                                           notebook);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  spin_until_finalized (fixture->state);
  spin_until_finalized (fixture->link);
  stop (fixture);
  g_assert_finalize_object (fixture->clock);
  g_clear_object (&fixture->connection);
}

static void
connect (Fixture *fixture)
{
  start (fixture);
  spin_until (is_connected, fixture);
}

static gint64
get_wall (Fixture *fixture)
{
  return cooldown_clock_now (COOLDOWN_CLOCK (fixture->clock)).wall;
}

typedef struct
{
  Fixture *fixture;
  char *text;
} Command;

/* When something was ticked is told beside what was. */
static gboolean
has_command (gpointer data)
{
  Command *command = data;

  do
    {
      g_free (command->text);
      command->text = fake_agent_take_command (command->fixture->agent);
    }
  while (command->text != NULL && g_str_has_prefix (command->text, "setting ('check.at'"));
  return command->text != NULL;
}

static void
assert_command (Fixture *fixture, const char *expected)
{
  Command command = { fixture, NULL };

  spin_until (has_command, &command);
  g_assert_cmpstr (command.text, ==, expected);
  g_free (command.text);
}

static gboolean
has (Fixture *fixture, const char *item)
{
  return cooldown_ticks_has (cooldown_app_state_get_ticks (fixture->state), item);
}

/* Test that ticks are told to the agent, each as soon as it is made. */
static void
test_ticks_saved (Fixture *fixture, gconstpointer data)
{
  connect (fixture);
  cooldown_app_state_tick (fixture->state, "feel-numb", TRUE);
  g_assert_true (has (fixture, "feel-numb"));
  assert_command (fixture, "setting ('check.ticks', <['feel-numb']>)");
  cooldown_app_state_tick (fixture->state, "feel-numb", FALSE);
  assert_command (fixture, "setting ('check.ticks', <@as []>)");
}

static gboolean
has_pain (gpointer data)
{
  return has (data, "feel-pain");
}

/* Test that the agent's ticks are taken over, also when they change there, as by an undo. */
static void
test_ticks_loaded (Fixture *fixture, gconstpointer data)
{
  static const char *const first[] = { "feel-pain", "feel-numb", NULL };

  connect (fixture);
  fake_agent_set (fixture->agent, "setting", "check.ticks", g_variant_new_strv (first, -1));
  spin_until (has_pain, fixture);
  g_assert_true (has (fixture, "feel-numb"));
}

/* Test that what was ticked without an agent is there at once, and is sent when it comes; also
 * that it wins over what the agent remembered. */
static void
test_offline (Fixture *fixture, gconstpointer data)
{
  static const char *const remembered[] = { "feel-pain", NULL };

  cooldown_app_state_tick (fixture->state, "feel-itch", TRUE);
  g_assert_true (has (fixture, "feel-itch"));
  g_assert_false (cooldown_app_state_get_connected (fixture->state));

  start (fixture);
  fake_agent_set (fixture->agent, "setting", "check.ticks", g_variant_new_strv (remembered, -1));
  spin_until (is_connected, fixture);
  assert_command (fixture, "setting ('check.ticks', <['feel-itch']>)");
  g_assert_true (has (fixture, "feel-itch"));
  g_assert_false (has (fixture, "feel-pain"));
}

/* Test that the answer about the warning signs holds for six hours and no longer. */
static void
test_answer_expires (Fixture *fixture, gconstpointer data)
{
  cooldown_app_state_tick (fixture->state, "warn-none", TRUE);
  g_assert_cmpint (cooldown_app_state_get_signs_answered (fixture->state), ==,
                   get_wall (fixture) / COOLDOWN_SECOND * COOLDOWN_SECOND);
  g_assert_cmpint (cooldown_app_state_get_level (fixture->state), !=, COOLDOWN_LEVEL_UNFINISHED);

  cooldown_fake_clock_advance (fixture->clock, 6 * COOLDOWN_HOUR - COOLDOWN_SECOND);
  g_assert_cmpint (cooldown_app_state_get_signs_answered (fixture->state), >, 0);

  cooldown_fake_clock_advance (fixture->clock, COOLDOWN_SECOND);
  g_assert_cmpint (cooldown_app_state_get_signs_answered (fixture->state), ==, 0);
  /* Whatever happens next takes the tick away. */
  cooldown_app_state_set_setting (fixture->state, "bedtime", g_variant_new_int32 (1380));
  g_assert_false (has (fixture, "warn-none"));
  g_assert_cmpint (cooldown_app_state_get_level (fixture->state), ==, COOLDOWN_LEVEL_UNFINISHED);
}

/* Test that clearing leaves the warning signs, and asks about them anew. */
static void
test_clear (Fixture *fixture, gconstpointer data)
{
  cooldown_app_state_tick (fixture->state, "warn-sore", TRUE);
  cooldown_app_state_tick (fixture->state, "feel-numb", TRUE);
  cooldown_app_state_clear_ticks (fixture->state);
  g_assert_true (has (fixture, "warn-sore"));
  g_assert_false (has (fixture, "feel-numb"));
  cooldown_app_state_tick (fixture->state, "warn-sore", FALSE);
  cooldown_app_state_tick (fixture->state, "warn-none", TRUE);
  cooldown_app_state_clear_ticks (fixture->state);
  g_assert_false (has (fixture, "warn-none"));
}

static CooldownTickStore *
get_store (Fixture *fixture)
{
  return cooldown_app_state_get_tick_store (fixture->state);
}

static void
assert_ids (char **ids, const char *expected)
{
  g_autofree char *text = g_strjoinv (" ", ids);

  g_assert_cmpstr (text, ==, expected);
  g_strfreev (ids);
}

/* Test that answers to questions are kept, that a tick takes them back, and that clearing forgets
 * all of them but can itself be taken back. */
static void
test_answers (Fixture *fixture, gconstpointer data)
{
  CooldownTickStore *store = get_store (fixture);
  g_autoptr (GVariant) before = NULL;

  cooldown_tick_store_answer (store, "feel-numb", COOLDOWN_ANSWER_YES);
  cooldown_tick_store_answer (store, "feel-itch", COOLDOWN_ANSWER_NO);
  cooldown_tick_store_answer (store, "feel-burn", COOLDOWN_ANSWER_NO);
  cooldown_tick_store_answer (store, "feel-burn", COOLDOWN_ANSWER_NO);
  cooldown_tick_store_answer (store, "you-feet", COOLDOWN_ANSWER_NOT_SURE);
  g_assert_true (has (fixture, "feel-numb"));
  assert_ids (cooldown_tick_store_get_denied (store), "feel-itch feel-burn");
  assert_ids (cooldown_tick_store_get_unsure (store), "you-feet");

  cooldown_app_state_tick (fixture->state, "feel-itch", TRUE);
  cooldown_app_state_tick (fixture->state, "you-feet", TRUE);
  cooldown_app_state_tick (fixture->state, "feel-itch", FALSE);
  assert_ids (cooldown_tick_store_get_denied (store), "feel-burn");
  assert_ids (cooldown_tick_store_get_unsure (store), "");

  before = cooldown_tick_store_dup (store);
  cooldown_app_state_clear_ticks (fixture->state);
  assert_ids (cooldown_tick_store_get_denied (store), "");
  g_assert_false (has (fixture, "feel-numb"));
  g_assert_true (has (fixture, "you-feet"));
  cooldown_app_state_tick (fixture->state, "when-after", TRUE);
  cooldown_tick_store_bring_back (store, before);
  assert_ids (cooldown_tick_store_get_denied (store), "feel-burn");
  assert_ids (cooldown_ticks_to_strv (cooldown_app_state_get_ticks (fixture->state)),
              "feel-numb when-after you-feet");
}

/* Test that it is known since when what may pass is ticked, and that nothing else counts as a
 * change of it. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  CooldownTickStore *store = get_store (fixture);
  gint64 start = get_wall (fixture) / COOLDOWN_SECOND * COOLDOWN_SECOND;

  g_assert_cmpint (cooldown_tick_store_get_changed (store), ==, 0);
  cooldown_app_state_tick (fixture->state, "you-50", TRUE);
  cooldown_app_state_tick (fixture->state, "warn-none", TRUE);
  cooldown_app_state_tick (fixture->state, "warn-sore", TRUE);
  g_assert_cmpint (cooldown_tick_store_get_changed (store), ==, 0);
  cooldown_app_state_tick (fixture->state, "feel-numb", TRUE);
  g_assert_cmpint (cooldown_tick_store_get_changed (store), ==, start);
  cooldown_fake_clock_advance (fixture->clock, COOLDOWN_HOUR);
  cooldown_app_state_tick (fixture->state, "feel-numb", FALSE);
  g_assert_cmpint (cooldown_tick_store_get_changed (store), ==, start + COOLDOWN_HOUR);
  cooldown_fake_clock_advance (fixture->clock, COOLDOWN_HOUR);
  cooldown_tick_store_confirm (store);
  g_assert_cmpint (cooldown_tick_store_get_changed (store), ==, start + 2 * COOLDOWN_HOUR);
}

static CooldownSession *
make_recovery (Fixture *fixture)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (fixture->clock));
  CooldownWorkout workout = { "run", now.wall, 45, COOLDOWN_RPE_NOT_NOTED, COOLDOWN_LEGS_FINE };
  CooldownSession *session = cooldown_session_new ("recovery", cooldown_workout_to_plan (&workout));

  cooldown_session_append (session, "start", "", &now);
  return session;
}

static CooldownSession *
make_ice (Fixture *fixture)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (fixture->clock));
  CooldownContent *content = cooldown_app_state_get_content (fixture->state);
  g_autoptr (GVariant) plan = cooldown_ice_plan_new (cooldown_content_get_ice_protocol (content),
                                                     10, 3, "toes", "left", NULL);
  CooldownSession *session = cooldown_session_new ("ice", plan);

  cooldown_session_append (session, "start", "", &now);
  return session;
}

static gboolean
has_recovery (gpointer data)
{
  return cooldown_app_state_get_recovery_session (((Fixture *) data)->state) != NULL;
}

static gboolean
has_no_recovery (gpointer data)
{
  return !has_recovery (data);
}

/* Test that a session outlives the agent's death in the window, and that the next agent's word
 * counts when it is there. */
static void
test_agent_dies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownSession) session = make_recovery (fixture);

  connect (fixture);
  fake_agent_set_session (fixture->agent, "recovery", session);
  spin_until (has_recovery, fixture);
  g_assert_cmpint (cooldown_app_state_get_recovery (fixture->state).phase, ==,
                   COOLDOWN_RECOVERY_HOUR);
  stop (fixture);
  spin_until (is_gone, fixture);
  g_assert_null (cooldown_agent_link_get_actions (fixture->link));
  g_assert_true (has_recovery (fixture));
  connect (fixture);
  spin_until (has_no_recovery, fixture);
}

/* Test that a session whose plan is against the rules is not shown as one. */
static void
test_bad_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownSession) good = make_recovery (fixture);
  g_autoptr (CooldownSession)
      bad = cooldown_session_new ("ice", g_variant_new_parsed ("{'minutes': <uint32 45>}"));
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (fixture->clock));

  cooldown_session_append (bad, "start", "", &now);
  connect (fixture);
  fake_agent_set_session (fixture->agent, "ice", bad);
  fake_agent_set_session (fixture->agent, "recovery", good);
  spin_until (has_recovery, fixture);
  g_assert_null (cooldown_app_state_get_ice_session (fixture->state));
  g_assert_cmpint (cooldown_app_state_get_ice (fixture->state).phase, ==, COOLDOWN_ICE_NONE);
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean *called = data;

  *called = cooldown_agent_link_call_finish (COOLDOWN_AGENT_LINK (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* Test that a call that finds no agent is repeated, and reaches one that came meanwhile. */
static void
test_call_repeated (Fixture *fixture, gconstpointer data)
{
  gboolean called = FALSE;

  cooldown_agent_link_call_async (fixture->link, "ice-on", NULL, NULL, called_cb, &called);
  start (fixture);
  spin_until (is_true, &called);
  assert_command (fixture, "ice-on ");
}

static void
failed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (cooldown_agent_link_call_finish (COOLDOWN_AGENT_LINK (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED);
  *(gboolean *) data = TRUE;
}

/* Test that a link without a bus says so and fails, and does nothing worse. */
static void
test_no_bus (void)
{
  g_autoptr (CooldownAgentLink) link = cooldown_agent_link_new (NULL);
  gboolean failed = FALSE;

  g_assert_nonnull (cooldown_agent_link_get_trouble (link));
  g_assert_false (cooldown_agent_link_can_retry (link));
  cooldown_agent_link_retry (link);
  cooldown_agent_link_call_async (link, "ice-on", NULL, NULL, failed_cb, &failed);
  spin_until (is_true, &failed);
}

static void
assert_subject (Fixture *fixture, const char *shown, const char *about)
{
  g_autoptr (CooldownNowSubject) subject = cooldown_now_subject_find (fixture->state, shown);

  if (about == NULL)
    {
      g_assert_null (subject);
      return;
    }
  g_assert_nonnull (subject);
  g_test_message ("%s: %s", subject->title, subject->detail);
  g_assert_cmpstr (subject->tab, ==, about);
}

static gboolean
has_ice (gpointer data)
{
  return cooldown_app_state_get_ice (((Fixture *) data)->state).phase == COOLDOWN_ICE_ON;
}

/* Test that the now bar is about the most important thing, but never about the tab shown. */
static void
test_now (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownSession) recovery = make_recovery (fixture);
  g_autoptr (CooldownSession) ice = make_ice (fixture);
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (fixture->clock));

  connect (fixture);
  assert_subject (fixture, "evening", NULL);

  fake_agent_set_session (fixture->agent, "recovery", recovery);
  spin_until (has_recovery, fixture);
  assert_subject (fixture, "evening", "recover");
  assert_subject (fixture, "recover", NULL);

  cooldown_session_append (ice, "on", "", &now);
  fake_agent_set_session (fixture->agent, "ice", ice);
  spin_until (has_ice, fixture);
  assert_subject (fixture, "evening", "ice");
  assert_subject (fixture, "ice", "recover");

  /* The skin check is past, the question of the hour stands, and then the ice has to come off. */
  cooldown_fake_clock_advance (fixture->clock, 11 * COOLDOWN_MINUTE);
  cooldown_app_state_tick (fixture->state, "warn-sore", TRUE);
  assert_subject (fixture, "evening", "ice");
  assert_subject (fixture, "ice", "check");
}

/* Test that all numbers are there and the one of the zone is the first. */
static void
test_numbers (void)
{
  static const char *const cases[][2] = {
    { "Europe/Berlin", "112, 911, 999" },    { "America/New_York", "911, 112, 999" },
    { "Europe/London", "999, 112, 911" },    { "Asia/Hong_Kong", "999, 112, 911" },
    { "Antarctica/Troll", "112, 911, 999" }, { NULL, "112, 911, 999" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *numbers = cooldown_emergency_numbers_format (cases[i][0]);

      g_assert_cmpstr (numbers, ==, cases[i][1]);
    }
}

#define ADD(path, test) g_test_add ("/state/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  desk_begin_tests (&argc, &argv);
  ADD ("ticks-saved", test_ticks_saved);
  ADD ("ticks-loaded", test_ticks_loaded);
  ADD ("offline", test_offline);
  ADD ("answer-expires", test_answer_expires);
  ADD ("clear", test_clear);
  ADD ("answers", test_answers);
  ADD ("changed", test_changed);
  ADD ("agent-dies", test_agent_dies);
  ADD ("bad-plan", test_bad_plan);
  ADD ("call-repeated", test_call_repeated);
  ADD ("now", test_now);
  g_test_add_func ("/state/no-bus", test_no_bus);
  g_test_add_func ("/state/numbers", test_numbers);
  return g_test_run ();
}
