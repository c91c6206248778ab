/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hand.h"
#include "ui/diagnosis.h"
#include "ui/evening-reminders.h"
#include "ui/preferences.h"
#include "ui/setting-row.h"

#include <string.h>

static Desk desk;

static void
set (const char *setting, GVariant *value)
{
  fake_agent_set (desk.agent, "setting", setting, value);
  desk_settle (&desk);
}

static GtkWindow *
open_preferences (void)
{
  GtkWindow *preferences;

  desk_settle (&desk);
  preferences = cooldown_preferences_new (GTK_WINDOW (desk.window), desk.state);
  gtk_window_present (preferences);
  assert_no_command (&desk);
  return preferences;
}

static void
close_preferences (GtkWindow *preferences)
{
  gtk_window_destroy (preferences);
  /* Closing writes nothing either. */
  assert_no_command (&desk);
  desk_forget (&desk);
}

/* Test that a switch writes its setting, once each time it is pressed. */
static void
test_switches (void)
{
  static const struct
  {
    const char *title;
    const char *setting;
    gboolean usually;
  } rows[] = {
    { "One hour after a workout", "remind.recovery", TRUE },
    { "Is it still tingling?", "remind.episode", TRUE },
    { "Last caffeine", "remind.caffeine", FALSE },
    { "Wind-down", "remind.wind-down", FALSE },
    { "Bedtime", "remind.bed", FALSE },
    { "How were your legs?", "remind.morning", FALSE },
    { "Sound", "sound", TRUE },
    { "Discreet", "discreet", FALSE },
  };
  GtkWindow *preferences;

  set ("bedtime", g_variant_new_int32 (22 * 60));
  preferences = open_preferences ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint times = 0; times < 2; times++)
      {
        GtkSwitch *toggle = find_switch (preferences, rows[i].title);
        gboolean before = gtk_switch_get_active (toggle);
        g_autofree char *command = g_strdup_printf ("setting ('%s', <%s>)", rows[i].setting,
                                                    before ? "false" : "true");

        g_assert_cmpint (before, ==, times == 0 ? rows[i].usually : !rows[i].usually);
        gtk_switch_set_active (toggle, !before);
        assert_command (&desk, command);
        g_assert_cmpint (gtk_switch_get_active (toggle), ==, !before);
      }
  close_preferences (preferences);
}

/* Test that nothing can keep ice reminders from coming. */
static void
test_ice_always (void)
{
  GtkWindow *preferences = open_preferences ();
  GtkSwitch *toggle = find_switch (preferences, "Take the ice off, look at your skin");

  g_assert_true (gtk_switch_get_active (toggle));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (toggle)));
  close_preferences (preferences);
}

/* Test that what was changed elsewhere is shown, and not written back. */
static void
test_follows (void)
{
  GtkWindow *preferences = open_preferences ();

  set ("sound", g_variant_new_boolean (FALSE));
  set ("bedtime", g_variant_new_int32 (21 * 60));
  set ("remind.bed", g_variant_new_boolean (TRUE));
  set ("quiet-hours", g_variant_new_parsed ("[1290, 400]"));
  set ("morning-at", g_variant_new_int32 (555));
  g_assert_false (gtk_switch_get_active (find_switch (preferences, "Sound")));
  g_assert_true (gtk_switch_get_active (find_switch (preferences, "Bedtime")));
  g_assert_true (gtk_switch_get_active (find_switch (preferences, "Quiet hours")));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (find_time (preferences, "In bed at")), ==,
                   1260);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (find_time (preferences, "From")), ==, 1290);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (find_time (preferences, "To")), ==, 400);
  g_assert_cmpint (
      gtk_spin_button_get_value_as_int (find_time (preferences, "Ask in the morning at")), ==, 555);
  close_preferences (preferences);
}

/* Test that a reminder counted from bedtime is not shown as on while no bedtime was said, and that
 * switching it on says the one that is shown. */
static void
test_bedtime_first (void)
{
  GtkWindow *preferences;

  set ("remind.caffeine", g_variant_new_boolean (TRUE));
  preferences = open_preferences ();
  g_assert_false (gtk_switch_get_active (find_switch (preferences, "Last caffeine")));
  gtk_switch_set_active (find_switch (preferences, "Wind-down"), TRUE);
  assert_command (&desk, "setting ('bedtime', <1365>)");
  assert_command (&desk, "setting ('remind.wind-down', <true>)");
  assert_no_command (&desk);
  g_assert_true (gtk_switch_get_active (find_switch (preferences, "Last caffeine")));
  close_preferences (preferences);
}

/* Test that the usual bedtime can be taken as it is, and changed. */
static void
test_bedtime (void)
{
  GtkWindow *preferences = open_preferences ();
  GtkButton *button = find_button (preferences, "Set");

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (button)));
  g_assert_cmpstr (get_subtitle (preferences, "In bed at"), ==, "Not set yet");
  g_signal_emit_by_name (button, "clicked");
  assert_command (&desk, "setting ('bedtime', <1365>)");
  assert_no_command (&desk);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (button)));
  gtk_spin_button_set_value (find_time (preferences, "In bed at"), 15);
  assert_command (&desk, "setting ('bedtime', <15>)");
  close_preferences (preferences);
}

/* Test that each weekday can have a bedtime of its own, in the agent's order. */
static void
test_weekdays (void)
{
  static const char *const days[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                      "Friday", "Saturday", "Sunday" };
  GtkWindow *preferences;

  set ("bedtime", g_variant_new_int32 (1320));
  preferences = open_preferences ();
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      GString *expected = g_string_new ("setting ('bedtimes', <[");

      for (guint j = 0; j < G_N_ELEMENTS (days); j++)
        g_string_append_printf (expected, "%s%d", j > 0 ? ", " : "", j <= i ? 1320 : -1);
      g_string_append (expected, "]>)");
      gtk_switch_set_active (find_switch (preferences, days[i]), TRUE);
      assert_command (&desk, expected->str);
      g_string_free (expected, TRUE);
    }
  set ("bedtimes", g_variant_new_parsed ("[-1, -1, -1, -1, 1320, -1, -1]"));
  gtk_switch_set_active (find_switch (preferences, "Friday"), FALSE);
  assert_command (&desk, "setting ('bedtimes', <@ai []>)");
  gtk_switch_set_active (find_switch (preferences, "Friday"), TRUE);
  assert_command (&desk, "setting ('bedtimes', <[-1, -1, -1, -1, 1320, -1, -1]>)");
  gtk_spin_button_set_value (find_time (preferences, "Friday"), 1410);
  assert_command (&desk, "setting ('bedtimes', <[-1, -1, -1, -1, 1410, -1, -1]>)");
  g_assert_cmpstr (adw_expander_row_get_subtitle (
                       ADW_EXPANDER_ROW (find_row (preferences, "Different on some days"))),
                   ==, "Fri 23:30");
  close_preferences (preferences);
}

/* Test that a day can differ only once there is a bedtime to differ from. */
static void
test_weekday_first (void)
{
  GtkWindow *preferences = open_preferences ();

  gtk_switch_set_active (find_switch (preferences, "Saturday"), TRUE);
  assert_command (&desk, "setting ('bedtime', <1365>)");
  assert_command (&desk, "setting ('bedtimes', <[-1, -1, -1, -1, -1, 1365, -1]>)");
  assert_no_command (&desk);
  close_preferences (preferences);
}

/* Test that quiet hours are written as a pair, and none when they are off; and that the user's own
 * times come back with the switch. */
static void
test_quiet_hours (void)
{
  GtkWindow *preferences = open_preferences ();
  GtkSwitch *toggle = find_switch (preferences, "Quiet hours");

  gtk_switch_set_active (toggle, TRUE);
  assert_command (&desk, "setting ('quiet-hours', <[1320, 420]>)");
  gtk_spin_button_set_value (find_time (preferences, "To"), 480);
  assert_command (&desk, "setting ('quiet-hours', <[1320, 480]>)");
  gtk_switch_set_active (toggle, FALSE);
  assert_command (&desk, "setting ('quiet-hours', <@ai []>)");
  gtk_switch_set_active (toggle, TRUE);
  assert_command (&desk, "setting ('quiet-hours', <[1320, 480]>)");
  close_preferences (preferences);
}

static void
set_autostart (const char *state)
{
  fake_agent_set_state (desk.agent, "autostart", g_variant_new_parsed (state));
  desk_settle (&desk);
}

static void
assert_autostart (GtkWindow *preferences, gboolean on, const char *words)
{
  const char *subtitle = get_subtitle (preferences, "Start at login");

  g_assert_cmpint (gtk_switch_get_active (find_switch (preferences, "Start at login")), ==, on);
  if (strstr (subtitle, words) == NULL)
    g_error ("“%s” does not say “%s”", subtitle, words);
}

/* Test that the start at login is shown as it is, not as it was wished. */
static void
test_autostart (void)
{
  GtkWindow *preferences;
  GtkSwitch *toggle;

  set_autostart ("{'wanted': <false>, 'state': <'off'>, 'by': <'portal'>}");
  preferences = open_preferences ();
  toggle = find_switch (preferences, "Start at login");
  gtk_switch_set_active (toggle, TRUE);
  assert_command (&desk, "autostart true");
  assert_no_command (&desk);
  g_assert_false (gtk_switch_get_active (toggle));
  set_autostart ("{'wanted': <true>, 'state': <'asking'>, 'by': <'portal'>}");
  assert_autostart (preferences, FALSE, "Your desktop is asking you");
  set_autostart ("{'wanted': <true>, 'state': <'refused'>, 'by': <'portal'>}");
  assert_autostart (preferences, FALSE, "Your desktop or you said no");
  gtk_switch_set_active (toggle, TRUE);
  assert_command (&desk, "autostart true");
  set_autostart ("{'wanted': <true>, 'state': <'on'>, 'by': <'portal'>}");
  assert_autostart (preferences, TRUE, "also before Cooldown was opened");
  gtk_switch_set_active (toggle, FALSE);
  assert_command (&desk, "autostart false");
  assert_autostart (preferences, TRUE, "also before Cooldown was opened");
  fake_agent_set_state (desk.agent, "autostart", g_variant_new ("a{sv}", NULL));
  desk_settle (&desk);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (toggle)));
  close_preferences (preferences);
}

static void
set_test (const char *known, gint64 ago)
{
  gint64 now = cooldown_clock_now (COOLDOWN_CLOCK (desk.clock)).wall / COOLDOWN_SECOND;
  g_autofree char *text = g_strdup_printf ("{'asked': <int64 %" G_GINT64_FORMAT
                                           ">, 'due': <int64 %" G_GINT64_FORMAT
                                           ">, 'by': <'libnotify'>, %s}",
                                           now - ago, now - ago + 10, known);

  fake_agent_set_state (desk.agent, "test", g_variant_new_parsed (text));
  desk_settle (&desk);
}

static gboolean
has_title (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_PREFERENCES_ROW (widget) &&
         strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static gboolean
shows_last_test (GtkWindow *preferences)
{
  GtkWidget *row = find_widget (GTK_WIDGET (preferences), has_title, "Last test, at 16:59");

  return row != NULL && gtk_widget_get_visible (row);
}

/* Test that a test is asked for by pressing its row, that its page says what came of it, and that
 * it can be seen again for an hour. */
static void
test_reminder_test (void)
{
  GtkWindow *preferences = open_preferences ();

  g_assert_false (shows_last_test (preferences));
  adw_action_row_activate (ADW_ACTION_ROW (find_row (preferences, "Test a Reminder")));
  assert_command (&desk, "test-reminder ");
  find_button (preferences, "Close Cooldown’s Window");
  set_test ("'shown': <true>, 'server': <'dunst 1.9'>, 'sound': <'failed'>", 30);
  g_assert_cmpstr (get_subtitle (preferences, "Notification service"), ==,
                   "It took the reminder: dunst 1.9");
  g_assert_nonnull (strstr (get_subtitle (preferences, "Buttons"), "shows none"));
  g_assert_cmpstr (get_subtitle (preferences, "Answer"), ==, "Press the reminder’s button");
  close_preferences (preferences);

  set_test ("'shown': <true>, 'answered': <true>", 30);
  preferences = open_preferences ();
  g_assert_true (shows_last_test (preferences));
  g_assert_cmpstr (get_subtitle (preferences, "Last test, at 16:59"), ==, "Reminders reach you");
  gtk_window_destroy (preferences);
  cooldown_fake_clock_advance (desk.clock, 2 * COOLDOWN_HOUR);
  preferences = open_preferences ();
  g_assert_false (shows_last_test (preferences));
  close_preferences (preferences);
}

static gboolean
are_gone (gpointer data)
{
  gpointer *windows = data;

  return windows[0] == NULL && windows[1] == NULL;
}

/* Test that both windows are closed when the test wants that, without anything left over. */
static void
test_close_windows (void)
{
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  GtkWindow *preferences = cooldown_preferences_new (parent, desk.state);
  gpointer windows[] = { parent, preferences };

  g_object_add_weak_pointer (G_OBJECT (parent), &windows[0]);
  g_object_add_weak_pointer (G_OBJECT (preferences), &windows[1]);
  gtk_window_present (parent);
  gtk_window_present (preferences);
  adw_action_row_activate (ADW_ACTION_ROW (find_row (preferences, "Test a Reminder")));
  assert_command (&desk, "test-reminder ");
  g_signal_emit_by_name (find_button (preferences, "Close Cooldown’s Window"), "clicked");
  spin_until (are_gone, windows);
}

/* Test that the diagnosis tells what somebody needs who repairs reminders. */
static void
test_diagnosis (void)
{
  static const char *const parts[] = { "Agent: " COOLDOWN_VERSION, "GTK: 4.",
                                       "Display: GdkX11Display",   "server: 'dunst 1.9'",
                                       "error: 'no bus'",          "state: 'refused'" };
  g_autofree char *text = NULL;

  set_autostart ("{'wanted': <true>, 'state': <'refused'>, 'by': <'portal'>}");
  set_test ("'server': <'dunst 1.9'>, 'error': <'no bus'>", 30);
  text = cooldown_diagnosis_new (desk.state, gtk_widget_get_display (GTK_WIDGET (desk.window)));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (text, parts[i]) == NULL)
      g_error ("“%s” is missing in:\n%s", parts[i], text);
  desk_forget (&desk);
}

/* Test that the sound is played when that is asked for. */
static void
test_play (void)
{
  GtkWindow *preferences = open_preferences ();

  g_signal_emit_by_name (find_button (preferences, "Play"), "clicked");
  assert_command (&desk, "play-sound ");
  close_preferences (preferences);
}

static gboolean
is_done_line (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) &&
         g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), "Tonight’s list is done");
}

/* Test that the evening page says when its reminders come, changes them, and says when the list
 * that is done keeps them away. */
static void
test_evening (void)
{
  GtkWidget *reminders, *done;

  set ("bedtime", g_variant_new_int32 (22 * 60 + 30));
  desk_show (&desk, "evening");
  reminders = desk_find (&desk, COOLDOWN_TYPE_EVENING_REMINDERS);
  done = find_widget (reminders, is_done_line, NULL);
  g_assert_nonnull (done);
  g_assert_false (gtk_widget_get_mapped (done));
  g_assert_cmpstr (get_subtitle (reminders, "Last alcohol"), ==, "Today at 18:30");
  g_assert_cmpstr (get_subtitle (reminders, "Wind-down"), ==, "Today at 21:50");
  g_assert_cmpstr (get_subtitle (reminders, "Bedtime"), ==, "Today at 22:30");
  gtk_switch_set_active (find_switch (reminders, "Wind-down"), TRUE);
  assert_command (&desk, "setting ('remind.wind-down', <true>)");
  gtk_switch_set_active (find_switch (reminders, "Last alcohol"), TRUE);
  assert_command (&desk, "setting ('remind.alcohol', <true>)");
  set ("tonight", g_variant_new_parsed ("{'date': <'2026-11-22'>, 'caffeine': <-1>, 'nicotine': "
                                        "<false>}"));
  g_assert_false (gtk_widget_get_mapped (done));
  set ("tonight", g_variant_new_parsed ("{'date': <'2026-11-22'>, 'caffeine': <-1>, 'nicotine': "
                                        "<false>, 'alcohol': <false>}"));
  g_assert_true (gtk_widget_get_visible (done));
  desk_forget (&desk);
}

int
main (int argc, char *argv[])
{
  int failed;

  desk_begin_tests (&argc, &argv);
  desk_open (&desk);
  desk_show (&desk, "recover");
  g_test_add_func ("/preferences/switches", test_switches);
  g_test_add_func ("/preferences/ice-always", test_ice_always);
  g_test_add_func ("/preferences/follows", test_follows);
  g_test_add_func ("/preferences/bedtime-first", test_bedtime_first);
  g_test_add_func ("/preferences/bedtime", test_bedtime);
  g_test_add_func ("/preferences/weekdays", test_weekdays);
  g_test_add_func ("/preferences/weekday-first", test_weekday_first);
  g_test_add_func ("/preferences/quiet-hours", test_quiet_hours);
  g_test_add_func ("/preferences/autostart", test_autostart);
  g_test_add_func ("/preferences/reminder-test", test_reminder_test);
  g_test_add_func ("/preferences/close-windows", test_close_windows);
  g_test_add_func ("/preferences/diagnosis", test_diagnosis);
  g_test_add_func ("/preferences/play", test_play);
  g_test_add_func ("/preferences/evening", test_evening);
  failed = g_test_run ();
  desk_close (&desk);
  return failed;
}
