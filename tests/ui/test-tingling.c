/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hand.h"
#include "scenes.h"
#include "ui/check-in.h"
#include "ui/ice-ended.h"
#include "ui/now-subject.h"

#include <string.h>

/* What the window says of a tingling that is not over, and the ways to its entry. */

#define UID "0123456789abcdef"

static void
begin (Desk *desk, gint64 minutes_ago)
{
  gint64 now = cooldown_clock_now (COOLDOWN_CLOCK (desk->clock)).wall / COOLDOWN_SECOND;

  fake_agent_set (desk->agent, "recovery", "episode", g_variant_new_int64 (now - minutes_ago * 60));
  fake_agent_set (desk->agent, "recovery", "episode-uid", g_variant_new_string (UID));
  fake_agent_set (desk->agent, "recovery", "episode-places", g_variant_new_strv (NULL, 0));
}

static void
place (Desk *desk)
{
  static const char *const places[] = { "sole-r" };

  fake_agent_set (desk->agent, "recovery", "episode-places", g_variant_new_strv (places, 1));
}

/* A workout of an hour ago after which the tingling is still there. */
static void
answer_still (Desk *desk)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (desk->clock));
  CooldownWorkout workout = { "run", now.wall, 45, 5, COOLDOWN_LEGS_TINGLING };
  g_autoptr (CooldownSession)
      session = cooldown_session_new ("recovery", cooldown_workout_to_plan (&workout));

  cooldown_session_append (session, "finish", "", &now);
  cooldown_fake_clock_advance (desk->clock, 61 * COOLDOWN_MINUTE);
  now = cooldown_clock_now (COOLDOWN_CLOCK (desk->clock));
  cooldown_session_append (session, "check-in", "still", &now);
  fake_agent_set_session (desk->agent, "recovery", session);
  begin (desk, 61);
  desk_settle (desk);
  desk_show (desk, "recover");
}

static gboolean
says_label (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0;
}

/* A button of the card about the tingling. */
static GtkWidget *
find (Desk *desk, const char *label)
{
  return find_widget (desk_find (desk, COOLDOWN_TYPE_CHECK_IN), says_label, label);
}

static void
assert_opens_entry (Desk *desk, const char *label)
{
  GtkActionable *button = GTK_ACTIONABLE (find (desk, label));
  const char *kind, *uid;

  g_assert_cmpstr (gtk_actionable_get_action_name (button), ==, "win.show-entry");
  g_variant_get (gtk_actionable_get_action_target_value (button), "(&s&s)", &kind, &uid);
  g_assert_cmpstr (kind, ==, "episode");
  g_assert_cmpstr (uid, ==, UID);
}

static gboolean
is_suggested (Desk *desk, const char *label)
{
  return gtk_widget_has_css_class (find (desk, label), "suggested-action");
}

static void
assert_detail (Desk *desk, const char *expected)
{
  g_autoptr (CooldownNowSubject) subject = cooldown_now_subject_find (desk->state, "check");

  g_assert_nonnull (subject);
  g_assert_cmpstr (subject->detail, ==, expected);
  g_assert_cmpstr (subject->episode, ==, UID);
}

static void
test_now_bar (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk, 12);
  desk_settle (desk);
  assert_detail (desk, "For 12 min now");
  place (desk);
  desk_settle (desk);
  assert_detail (desk, "Sole, right · for 12 min now");
  desk_forget (desk);
}

static void
test_signs_first (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  answer_still (desk);
  g_assert_true (is_suggested (desk, "Check Now"));
  g_assert_null (find (desk, "Note Where"));
  cooldown_app_state_tick (desk->state, "warn-none", TRUE);
  desk_settle (desk);
  g_assert_null (find (desk, "Check Now"));
  g_assert_true (is_suggested (desk, "Note Where"));
  assert_opens_entry (desk, "Note Where");
  g_assert_nonnull (find (desk, "Later"));
  desk_forget (desk);
}

static void
test_later (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  answer_still (desk);
  g_signal_emit_by_name (find (desk, "Later"), "clicked");
  desk_settle (desk);
  assert_opens_entry (desk, "Note Where");
  g_assert_false (is_suggested (desk, "Note Where"));
  place (desk);
  desk_settle (desk);
  assert_opens_entry (desk, "Open Entry");
  g_assert_null (find (desk, "Note Where"));
  desk_forget (desk);
}

static void
arrange (Desk *desk, const char *name)
{
  const Scene *scene;

  for (guint i = 0; (scene = scene_get (i)) != NULL; i++)
    if (strcmp (scene->name, name) == 0)
      {
        scene->arrange (desk);
        desk_settle (desk);
        desk_show (desk, "ice");
        return;
      }
  g_assert_not_reached ();
}

/* The button below the end of a session of ice. */
static GtkActionable *
find_note (Desk *desk)
{
  return (GtkActionable *) find_widget (desk_find (desk, COOLDOWN_TYPE_ICE_ENDED), says_label,
                                        "Note How It Feels");
}

static void
test_after_ice (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  arrange (desk, "ice-done");
  g_assert_cmpstr (gtk_actionable_get_action_name (find_note (desk)), ==, "win.new-entry");
  g_assert_cmpstr (
      g_variant_get_string (gtk_actionable_get_action_target_value (find_note (desk)), NULL), ==,
      "episode");
  desk_forget (desk);
  /* Then other things come first. */
  arrange (desk, "ice-wrong");
  g_assert_null (find_note (desk));
  desk_forget (desk);
}

int
main (int argc, char *argv[])
{
  Desk desk = { 0 };
  int result;

  desk_begin_tests (&argc, &argv);
  desk_open (&desk);
  g_test_add_data_func ("/tingling/now-bar-says-where-and-for-how-long", &desk, test_now_bar);
  g_test_add_data_func ("/tingling/signs-come-before-where", &desk, test_signs_first);
  g_test_add_data_func ("/tingling/where-can-be-noted-later", &desk, test_later);
  g_test_add_data_func ("/tingling/after-ice-it-can-be-noted", &desk, test_after_ice);
  result = g_test_run ();
  desk_close (&desk);
  return result;
}
