/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenes-entry.h"

#include "hand.h"
#include "scenes-nights.h"
#include "ui/entry-page.h"
#include "ui/sub-page.h"

#define NOW COOLDOWN_FAKE_CLOCK_START
#define BEGAN (NOW - 80 * COOLDOWN_MINUTE)

static CooldownNotebook *
get_notebook (Desk *desk)
{
  return cooldown_app_state_get_notebook (desk->state);
}

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
is_answered (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static gboolean
is_entry_title (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_WINDOW_TITLE (widget) &&
         gtk_widget_get_ancestor (widget, COOLDOWN_TYPE_ENTRY_PAGE) != NULL;
}

static gboolean
is_shown (gpointer desk)
{
  GtkWidget *title = find_widget (GTK_WIDGET (((Desk *) desk)->window), is_entry_title, NULL);

  return title != NULL && *adw_window_title_get_title (ADW_WINDOW_TITLE (title)) != '\0';
}

static void
show (Desk *desk, CooldownEntryKind kind, const char *uid)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.show-entry", "(ss)",
                              cooldown_entry_kind_get_name (kind), uid);
  spin_until (is_shown, desk);
}

/* Writes an entry. */
static void
put (Desk *desk, CooldownEntry *entry)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cooldown_notebook_put (get_notebook (desk), entry, answer_cb, &result);
  spin_until (is_answered, &result);
  cooldown_notebook_put_finish (get_notebook (desk), result, &error);
  g_assert_no_error (error);
}

static void
put_and_show (Desk *desk, CooldownEntry *entry)
{
  put (desk, entry);
  show (desk, cooldown_entry_get_kind (entry), cooldown_entry_get_uid (entry));
  g_object_unref (entry);
}

static CooldownEntry *
entry_new (CooldownEntryKind kind, gint64 at)
{
  CooldownEntry *entry = cooldown_entry_new (kind);

  cooldown_entry_set_time (entry, cooldown_entry_kind_get_time_field (kind), at, 0);
  return entry;
}

static CooldownEntry *
workout_new (void)
{
  CooldownEntry *workout = entry_new (COOLDOWN_ENTRY_WORKOUT, BEGAN - 10 * COOLDOWN_MINUTE);

  cooldown_entry_set_text (workout, COOLDOWN_FIELD_WORKOUT_KIND, "run");
  cooldown_entry_set_number (workout, COOLDOWN_FIELD_WORKOUT_MINUTES, 45);
  cooldown_entry_set_text (workout, COOLDOWN_FIELD_WORKOUT_LEGS, "tingling");
  cooldown_entry_set_text (workout, COOLDOWN_FIELD_WORKOUT_CONDITIONS, "hills new-shoes");
  return workout;
}

static void
put_check (Desk *desk, const char *episode)
{
  g_autoptr (CooldownEntry) check = entry_new (COOLDOWN_ENTRY_CHECK, NOW);

  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_TICKS, "warn-none feel-tingle");
  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_LEVEL, "soon");
  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_EPISODE, episode);
  put (desk, check);
}

static void
entry_new_episode (Desk *desk)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.new-entry", "s", "episode");
  spin_until (is_shown, desk);
}

/* All of it noted. */
static void
entry_episode (Desk *desk)
{
  CooldownEntry *episode = entry_new (COOLDOWN_ENTRY_EPISODE, BEGAN);
  g_autoptr (CooldownEntry) workout = workout_new ();

  put (desk, workout);
  cooldown_entry_set_time (episode, COOLDOWN_FIELD_EPISODE_ENDED, BEGAN + 70 * COOLDOWN_MINUTE, 0);
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_LASTED, "last-longer");
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_ONSET, "during");
  cooldown_entry_set_number (episode, COOLDOWN_FIELD_EPISODE_AFTER_MINUTES, 25);
  cooldown_entry_set_number (episode, COOLDOWN_FIELD_EPISODE_SEVERITY, 4);
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_SENSATIONS, "feel-tingle feel-numb");
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_PLACES, "toes-r sole-r");
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_TRIED, "ice:weaker rest");
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_PAIN, "");
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_WORKOUT,
                           cooldown_entry_get_uid (workout));
  put (desk, episode);
  put_check (desk, cooldown_entry_get_uid (episode));
  show (desk, COOLDOWN_ENTRY_EPISODE, cooldown_entry_get_uid (episode));
  g_object_unref (episode);
}

static void
entry_open (Desk *desk)
{
  CooldownEntry *episode = entry_new (COOLDOWN_ENTRY_EPISODE, BEGAN);

  cooldown_entry_set_number (episode, COOLDOWN_FIELD_EPISODE_OPEN, TRUE);
  put_and_show (desk, episode);
}

static void
entry_workout (Desk *desk)
{
  put_and_show (desk, workout_new ());
}

static void
entry_night (Desk *desk)
{
  CooldownEntry *night = cooldown_entry_new (COOLDOWN_ENTRY_NIGHT);

  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_DATE, "2026-11-21");
  cooldown_entry_set_uid (night, "night-2026-11-21");
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_RESTLESS, 6);
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_CAFFEINE, "some");
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_ALCOHOL, "none");
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_FEATURES, "feel-urge");
  put_and_show (desk, night);
}

static CooldownEntry *
session_new (const char *kind, const char *plan)
{
  CooldownEntry *session = entry_new (COOLDOWN_ENTRY_SESSION, BEGAN);

  cooldown_entry_set_text (session, COOLDOWN_FIELD_SESSION_KIND, kind);
  cooldown_entry_set_text (session, COOLDOWN_FIELD_SESSION_PLAN, plan);
  return session;
}

static void
happen (CooldownEntry *session, const char *name, const char *arg, int minutes)
{
  cooldown_entry_add_event (session, name, arg, BEGAN + minutes * COOLDOWN_MINUTE, 0);
}

static void
entry_ice (Desk *desk)
{
  CooldownEntry *ice = session_new ("ice", "{'site': <'toes'>, 'side': <'right'>}");

  happen (ice, "start", "", 0);
  happen (ice, "on", "", 2);
  happen (ice, "check", "", 7);
  happen (ice, "away", "60", 8);
  happen (ice, "off", "fine", 20);
  happen (ice, "skip", "", 60);
  happen (ice, "pause", "", 61);
  happen (ice, "resume", "", 62);
  happen (ice, "on", "", 63);
  happen (ice, "off", "wrong", 70);
  happen (ice, "stop", "", 71);
  put_and_show (desk, ice);
}

static void
entry_recovery (Desk *desk)
{
  CooldownEntry *recovery = session_new ("recovery", "{}");

  happen (recovery, "finish", "", 0);
  happen (recovery, "step", "drink", 5);
  happen (recovery, "check-in", "still", 60);
  cooldown_entry_set_number (recovery, COOLDOWN_FIELD_SESSION_OPEN, TRUE);
  put_and_show (desk, recovery);
}

static void
entry_check (Desk *desk)
{
  CooldownEntry *check = entry_new (COOLDOWN_ENTRY_CHECK, BEGAN);

  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_TICKS, "feel-tingle last-longer");
  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_DENIED, "feel-cramp");
  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_PLACES, "calf-l");
  cooldown_entry_set_text (check, COOLDOWN_FIELD_CHECK_LEVEL, "unfinished");
  put_and_show (desk, check);
}

static void
entry_sign (Desk *desk)
{
  CooldownEntry *sign = entry_new (COOLDOWN_ENTRY_SIGN, BEGAN);

  cooldown_entry_set_text (sign, COOLDOWN_FIELD_SIGN_ITEM, "warn-confused");
  cooldown_entry_set_text (sign, COOLDOWN_FIELD_SIGN_OUTCOME, "doctor");
  put_and_show (desk, sign);
}

static const Scene scenes[] = {
  { "entry-new-episode", entry_new_episode },
  { "entry-episode", entry_episode },
  { "entry-open", entry_open },
  { "entry-workout", entry_workout },
  { "entry-night", entry_night },
  { "entry-ice", entry_ice },
  { "entry-recovery", entry_recovery },
  { "entry-check", entry_check },
  { "entry-sign", entry_sign },
};

/**
 * entry_scene_get:
 * @index: which one, from 0
 *
 * Returns: (nullable): a scene in which the window shows an entry, or another page above the tabs;
 *   %NULL past the last one; to be ended with entry_scene_leave()
 */
const Scene *
entry_scene_get (guint index)
{
  guint n_nights;
  const Scene *nights = nights_scenes_get (&n_nights);

  if (index < G_N_ELEMENTS (scenes))
    return &scenes[index];
  index -= G_N_ELEMENTS (scenes);
  return index < n_nights ? &nights[index] : NULL;
}

static void
forget_all (Desk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) all = NULL;
  CooldownQuery query = COOLDOWN_QUERY_INIT;

  cooldown_notebook_find (get_notebook (desk), &query, NULL, answer_cb, &result);
  spin_until (is_answered, &result);
  all = cooldown_notebook_find_finish (get_notebook (desk), result, NULL);
  for (guint i = 0; all != NULL && i < all->len; i++)
    cooldown_notebook_mark (get_notebook (desk),
                            cooldown_entry_get_kind (g_ptr_array_index (all, i)),
                            cooldown_entry_get_uid (g_ptr_array_index (all, i)), TRUE, NULL, NULL);
}

/**
 * entry_scene_leave:
 * @desk: a desk that shows a page above the tabs
 *
 * Goes back to the tabs, and leaves nothing in the journal.
 */
void
entry_scene_leave (Desk *desk)
{
  cooldown_sub_page_close (COOLDOWN_SUB_PAGE (desk_find (desk, COOLDOWN_TYPE_SUB_PAGE)));
  forget_all (desk);
  desk_settle (desk);
}
