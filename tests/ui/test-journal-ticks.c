/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hand.h"

#include <string.h>

/* What the journal knows, on the page of the checklist. */

#define FROM "from your journal"
#define SUGGESTED "suggested by your journal"
#define HOUR \
  "The tingling you noted was there for an hour or more, or you said that it was still there or" \
  " worse."

typedef struct
{
  Desk *desk;
  const char *item;
  gboolean ticked;
} Awaited;

static gboolean
has (Desk *desk, const char *item)
{
  return cooldown_ticks_has (cooldown_app_state_get_ticks (desk->state), item);
}

static gboolean
is_so (gpointer data)
{
  Awaited *awaited = data;

  return has (awaited->desk, awaited->item) == awaited->ticked;
}

static void
wait_for (Desk *desk, const char *item, gboolean ticked)
{
  Awaited awaited = { desk, item, ticked };

  spin_until (is_so, &awaited);
  desk_settle (desk);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
put (Desk *desk, CooldownEntry *entry)
{
  gboolean done = FALSE;

  cooldown_notebook_put (cooldown_app_state_get_notebook (desk->state), entry, done_cb, &done);
  spin_until (is_true, &done);
}

static void delete (Desk *desk, CooldownEntry *entry)
{
  gboolean done = FALSE;

  cooldown_notebook_mark (cooldown_app_state_get_notebook (desk->state),
                          cooldown_entry_get_kind (entry), cooldown_entry_get_uid (entry), TRUE,
                          done_cb, &done);
  spin_until (is_true, &done);
}

/* Legs have tingled for that long. */
static CooldownEntry *
tingle (Desk *desk, gint64 minutes)
{
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_EPISODE);
  gint64 now = cooldown_clock_now (COOLDOWN_CLOCK (desk->clock)).wall;

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN, now - minutes * COOLDOWN_MINUTE, 0);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_OPEN, 1);
  put (desk, entry);
  return entry;
}

static void
forget (Desk *desk, CooldownEntry *entry, const char *item)
{
  delete (desk, entry);
  g_object_unref (entry);
  wait_for (desk, item, FALSE);
  desk_forget (desk);
}

static gboolean
says (GtkWidget *widget, gconstpointer words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         strcmp (gtk_label_get_text (GTK_LABEL (widget)), words) == 0;
}

static gboolean
shows (Desk *desk, const char *words)
{
  return find_widget (GTK_WIDGET (desk->window), says, words) != NULL;
}

/* The chip on which these words stand. */
static GtkToggleButton *
find_chip (gpointer inside, const char *words)
{
  GtkWidget *label = find_widget (inside, says, words);

  g_assert_nonnull (label);
  return GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON));
}

/* All answers to the question that the journal answered. */
static GtkWidget *
get_choice (Desk *desk)
{
  return gtk_widget_get_parent (GTK_WIDGET (find_chip (desk->window, FROM)));
}

static gboolean
is_saved (Desk *desk, const char *list, const char *item)
{
  g_autoptr (GVariant)
      value = cooldown_app_state_lookup_setting (desk->state, list, G_VARIANT_TYPE_STRING_ARRAY);
  g_autofree const char **ids = value != NULL ? g_variant_get_strv (value, NULL) : NULL;

  return ids != NULL && g_strv_contains (ids, item);
}

static void
test_ticked (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  CooldownEntry *entry = tingle (desk, 70);

  desk_show (desk, "check");
  wait_for (desk, "last-longer", TRUE);
  g_assert_true (shows (desk, FROM));
  g_assert_true (shows (desk, HOUR));
  g_assert_true (shows (desk, "1 tick"));
  g_assert_cmpint (cooldown_app_state_get_level (desk->state), ==, COOLDOWN_LEVEL_SOON);
  /* It is not the user's own. */
  g_assert_false (is_saved (desk, "check.ticks", "last-longer"));
  forget (desk, entry, "last-longer");
  g_assert_false (shows (desk, FROM));
}

static void
test_unticked (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  CooldownEntry *entry = tingle (desk, 70);

  desk_show (desk, "check");
  wait_for (desk, "last-longer", TRUE);
  gtk_toggle_button_set_active (find_chip (get_choice (desk), "Don’t know yet"), TRUE);
  desk_settle (desk);
  g_assert_false (has (desk, "last-longer"));
  g_assert_true (is_saved (desk, "check.declined", "last-longer"));
  g_assert_false (shows (desk, FROM));
  /* Not even when the journal is read again. */
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 3);
  put (desk, entry);
  desk_settle (desk);
  g_assert_false (has (desk, "last-longer"));
  /* The next check begins anew. */
  cooldown_tick_store_clear (cooldown_app_state_get_tick_store (desk->state));
  desk_settle (desk);
  g_assert_true (has (desk, "last-longer"));
  forget (desk, entry, "last-longer");
}

static void
test_answered_otherwise (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  CooldownEntry *entry = tingle (desk, 70);

  desk_show (desk, "check");
  wait_for (desk, "last-longer", TRUE);
  gtk_toggle_button_set_active (find_chip (get_choice (desk), "Within 5 min"), TRUE);
  desk_settle (desk);
  g_assert_true (has (desk, "last-5min"));
  g_assert_false (has (desk, "last-longer"));
  g_assert_true (is_saved (desk, "check.ticks", "last-5min"));
  cooldown_app_state_clear_ticks (desk->state);
  forget (desk, entry, "last-longer");
}

/* What was said of this tingling before it had gone on for an hour. */
static void
test_longer (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  CooldownEntry *entry = tingle (desk, 20);

  desk_show (desk, "check");
  cooldown_app_state_tick (desk->state, "last-30min", TRUE);
  desk_settle (desk);
  cooldown_fake_clock_advance (desk->clock, 50 * COOLDOWN_MINUTE);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 3);
  put (desk, entry);
  wait_for (desk, "last-longer", TRUE);
  g_assert_false (has (desk, "last-30min"));
  g_assert_true (shows (desk, FROM));
  cooldown_app_state_clear_ticks (desk->state);
  forget (desk, entry, "last-longer");
}

static gboolean
is_offered (gpointer data)
{
  return cooldown_tick_store_get_mark (cooldown_app_state_get_tick_store (((Desk *) data)->state),
                                       "else-hot-dry") != NULL;
}

static void
test_offered (gconstpointer data)
{
  static const char *const heat[] = { "hot", NULL };
  Desk *desk = (gpointer) data;
  g_autoptr (CooldownEntry) workout = cooldown_entry_new (COOLDOWN_ENTRY_WORKOUT);
  CooldownEntry *entry;

  cooldown_entry_set_time (workout, COOLDOWN_FIELD_WORKOUT_ENDED,
                           cooldown_clock_now (COOLDOWN_CLOCK (desk->clock)).wall - COOLDOWN_HOUR,
                           0);
  cooldown_entry_set_text (workout, COOLDOWN_FIELD_WORKOUT_KIND, "run");
  cooldown_entry_set_text (workout, COOLDOWN_FIELD_WORKOUT_LEGS, "fine");
  cooldown_entry_set_number (workout, COOLDOWN_FIELD_WORKOUT_MINUTES, 30);
  cooldown_entry_set_ids (workout, COOLDOWN_FIELD_WORKOUT_CONDITIONS, heat);
  put (desk, workout);
  entry = tingle (desk, 10);
  desk_show (desk, "check");
  spin_until (is_offered, desk);
  desk_settle (desk);
  g_assert_true (shows (desk, SUGGESTED));
  g_assert_false (has (desk, "else-hot-dry"));
  gtk_toggle_button_set_active (find_chip (desk->window, SUGGESTED), TRUE);
  desk_settle (desk);
  g_assert_true (is_saved (desk, "check.ticks", "else-hot-dry"));
  g_assert_false (shows (desk, SUGGESTED));
  cooldown_app_state_clear_ticks (desk->state);
  delete (desk, workout);
  forget (desk, entry, "last-longer");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (gconstpointer data);
  } tests[] = {
    { "/journal-ticks/what-it-knows-is-ticked-and-says-why", test_ticked },
    { "/journal-ticks/what-is-unticked-stays-so-for-this-check", test_unticked },
    { "/journal-ticks/another-answer-goes-before", test_answered_otherwise },
    { "/journal-ticks/a-longer-time-replaces-a-shorter", test_longer },
    { "/journal-ticks/what-is-offered-is-not-ticked", test_offered },
  };
  Desk desk = { 0 };
  int failed;

  desk_begin_tests (&argc, &argv);
  desk_open (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_data_func (tests[i].path, &desk, tests[i].test);
  failed = g_test_run ();
  desk_close (&desk);
  return failed;
}
