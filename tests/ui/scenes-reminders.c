/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenes-reminders.h"

#include "ui/preferences.h"
#include "ui/reminder-test.h"

static void
set (Desk *desk, const char *setting, const char *value)
{
  fake_agent_set (desk->agent, "setting", setting, g_variant_new_parsed (value));
}

static void
set_autostart (Desk *desk, const char *state)
{
  fake_agent_set_state (desk->agent, "autostart", g_variant_new_parsed (state));
}

/* A test that was asked for some seconds ago. */
static void
set_test (Desk *desk, gint64 ago, const char *known)
{
  gint64 asked = cooldown_clock_now (COOLDOWN_CLOCK (desk->clock)).wall / COOLDOWN_SECOND - ago;
  GVariantDict test;
  g_autoptr (GVariant) rest = g_variant_ref_sink (g_variant_new_parsed (known));

  g_variant_dict_init (&test, rest);
  g_variant_dict_insert (&test, "asked", "x", asked);
  g_variant_dict_insert (&test, "due", "x", asked + 10);
  fake_agent_set_state (desk->agent, "test", g_variant_dict_end (&test));
}

/* In the window. */

static void
evening_reminders (Desk *desk)
{
  set (desk, "bedtime", "1320");
  set (desk, "remind.caffeine", "true");
  set (desk, "remind.wind-down", "true");
}

static void
evening_reminders_early (Desk *desk)
{
  evening_reminders (desk);
  cooldown_fake_clock_set_wall (desk->clock, COOLDOWN_FAKE_CLOCK_START - 8 * COOLDOWN_HOUR);
}

static void
evening_list_done (Desk *desk)
{
  evening_reminders (desk);
  set (desk, "tonight",
       "{'date': <'2026-11-22'>, 'caffeine': <-1>, 'nicotine': <false>, 'alcohol': <false>}");
}

/* In the preferences. */

static void
usual (Desk *desk)
{
}

static void
all_on (Desk *desk)
{
  evening_reminders (desk);
  set (desk, "remind.bed", "true");
  set (desk, "remind.morning", "true");
  set (desk, "discreet", "true");
  set (desk, "bedtimes", "[1290, 1290, 1290, 1290, 1410, 15, 1290]");
  set (desk, "quiet-hours", "[1320, 420]");
  set_autostart (desk, "{'wanted': <true>, 'state': <'on'>, 'by': <'file'>}");
  set_test (desk, 0, "{'by': <'libnotify'>}");
}

static void
some_off (Desk *desk)
{
  set (desk, "remind.recovery", "false");
  set (desk, "remind.episode", "false");
  set (desk, "sound", "false");
  set_autostart (desk, "{'wanted': <false>, 'state': <'off'>, 'by': <'file'>}");
  set_test (desk, 20,
            "{'by': <'portal'>, 'shown': <true>, 'buttons': <true>, 'answered': <true>, 'sound': "
            "<'off'>}");
}

static void
refused (Desk *desk)
{
  set_autostart (desk, "{'wanted': <true>, 'state': <'refused'>, 'by': <'portal'>}");
  set_test (desk, 20,
            "{'by': <'libnotify'>, 'shown': <true>, 'buttons': <false>, 'sound': <'played'>}");
}

static void
asking (Desk *desk)
{
  set_autostart (desk, "{'wanted': <true>, 'state': <'asking'>, 'by': <'portal'>}");
  set_test (desk, 60, "{'by': <'libnotify'>, 'sound': <'failed'>}");
}

static void
asking_file (Desk *desk)
{
  set_autostart (desk, "{'wanted': <true>, 'state': <'asking'>, 'by': <'file'>}");
  set_test (desk, 600, "{'by': <'libnotify'>, 'shown': <true>}");
}

static void
failed (Desk *desk)
{
  set_autostart (desk, "{'wanted': <true>, 'state': <'failed'>, 'by': <'file'>, 'detail': <'1'>}");
  set_test (desk, 20, "{'by': <'libnotify'>, 'error': <'2'>}");
}

static void
removed (Desk *desk)
{
  set_autostart (desk, "{'wanted': <true>, 'state': <'off'>, 'by': <'file'>}");
  set_test (desk, 60, "{'by': <'libnotify'>, 'shown': <true>, 'buttons': <true>}");
}

static const Scene in_window[] = {
  { "evening-reminders", evening_reminders },
  { "evening-reminders-early", evening_reminders_early },
  { "evening-list-done", evening_list_done },
};

static const Scene in_preferences[] = {
  { "usual", usual },     { "all-on", all_on },   { "some-off", some_off },
  { "refused", refused }, { "asking", asking },   { "asking-file", asking_file },
  { "failed", failed },   { "removed", removed },
};

/**
 * reminder_scenes_get:
 * @n_scenes: (out): how many there are
 *
 * Returns: (array length=n_scenes): the scenes that are seen in the window
 */
const Scene *
reminder_scenes_get (guint *n_scenes)
{
  *n_scenes = G_N_ELEMENTS (in_window);
  return in_window;
}

/**
 * preferences_scene_get:
 * @index: which one, from 0
 *
 * Returns: (nullable): a scene that is seen in the preferences, or %NULL past the last one
 */
const Scene *
preferences_scene_get (guint index)
{
  return index < G_N_ELEMENTS (in_preferences) ? &in_preferences[index] : NULL;
}

static void
come_to_rest (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * preferences_walk:
 * @desk: a desk
 * @look: called with the preferences on each of their pages
 *
 * Opens the preferences, with all rows that can be opened, and closes them again.
 */
void
preferences_walk (Desk *desk, void (*look) (GtkWidget *window))
{
  static const char *const pages[] = { "reminders", "general" };
  GtkWindow *window = cooldown_preferences_new (GTK_WINDOW (desk->window), desk->state);
  AdwPreferencesWindow *preferences = ADW_PREFERENCES_WINDOW (window);

  gtk_window_present (window);
  expand_rows (GTK_WIDGET (window));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      adw_preferences_window_set_visible_page_name (preferences, pages[i]);
      come_to_rest ();
      look (GTK_WIDGET (window));
    }
  adw_preferences_window_present_subpage (preferences, cooldown_reminder_test_new (desk->state));
  come_to_rest ();
  look (GTK_WIDGET (window));
  gtk_window_destroy (window);
  come_to_rest ();
}
