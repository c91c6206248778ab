/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hand.h"
#include "nights.h"
#include "paper.h"
#include "ui/chart-frame.h"
#include "ui/factor-card.h"
#include "ui/factor-dots.h"
#include "ui/nights-bars.h"
#include "ui/nights-page.h"
#include "ui/nights-row.h"
#include "ui/sub-page.h"

#include <string.h>

/* The page on a journal of its own, in a window of its own. */

static Desk everything;

typedef struct
{
  Desk desk;
} Fixture;

static CooldownNotebook *
get_notebook (Fixture *fixture)
{
  return cooldown_app_state_get_notebook (fixture->desk.state);
}

static gint64
now (Fixture *fixture)
{
  return cooldown_clock_now (COOLDOWN_CLOCK (fixture->desk.clock)).wall;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  Desk *desk = &fixture->desk;

  desk_open_another (desk, &everything, paper_new (COOLDOWN_CLOCK (everything.clock)));
  desk_show (desk, "evening");
  desk_settle (desk);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  desk_close_another (&fixture->desk);
}

static gboolean
is_page (GtkWidget *widget, gconstpointer data)
{
  return COOLDOWN_IS_NIGHTS_PAGE (widget) && gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_page (Fixture *fixture)
{
  return find_widget (GTK_WIDGET (fixture->desk.window), is_page, NULL);
}

typedef struct
{
  Fixture *fixture;
  const char *text;
} Wanted;

/* What is compared comes from a thread of its own. */
static gboolean
is_seen (gpointer data)
{
  Wanted *wanted = data;
  g_autofree char *seen = read_mapped (GTK_WIDGET (wanted->fixture->desk.window));

  return strstr (seen, wanted->text) != NULL;
}

static void
wait_for (Fixture *fixture, const char *text)
{
  spin_until (is_seen, &(Wanted){ fixture, text });
}

static void
assert_not_seen (Fixture *fixture, const char *text)
{
  g_assert_false (is_seen (&(Wanted){ fixture, text }));
}

static void
open_page (Fixture *fixture, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk.window), "win.show-nights", NULL);
  wait_for (fixture, text);
}

/* The card whose title is that; with what it says. */
static GtkWidget *
find_card (Fixture *fixture, const char *title, char **words)
{
  for (guint i = 0; i < COOLDOWN_N_FACTORS; i++)
    {
      GtkWidget *card = find_mapped (find_page (fixture), COOLDOWN_TYPE_FACTOR_CARD, i);

      *words = read_mapped (card);
      if (g_str_has_prefix (*words, title))
        return card;
      g_free (*words);
    }
  g_error ("there is no card “%s”", title);
}

static void
assert_card (Fixture *fixture, const char *title, const char *expected)
{
  g_autofree char *words = NULL;

  find_card (fixture, title, &words);
  if (strstr (words, expected) == NULL)
    g_error ("“%s” is not in “%s”", expected, words);
}

static gboolean
has_picture (Fixture *fixture, const char *title)
{
  g_autofree char *words = NULL;
  GtkWidget *card = find_card (fixture, title, &words);

  return g_strrstr (words, "Too few nights") == NULL &&
         gtk_widget_get_mapped (find_mapped (card, COOLDOWN_TYPE_FACTOR_DOTS, 0));
}

/* Test that an empty journal says how to begin, on the row and on the page it leads to. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = find_row (fixture->desk.window, "What your own nights say");

  g_assert_true (COOLDOWN_IS_NIGHTS_ROW (row));
  wait_for (fixture, "Answer three mornings to begin");
  gtk_widget_activate (row);
  wait_for (fixture, "how were your legs last night?");
  g_assert_nonnull (find_page (fixture));
  assert_not_seen (fixture, "Pattern");
}

/* Test that two nights are not yet enough, and are counted. */
static void
test_two (Fixture *fixture, gconstpointer data)
{
  nights_write_few (desk_open_journal (&fixture->desk), now (fixture), 2);
  open_page (fixture, "2 nights are noted so far.");
  wait_for (fixture, "Answer three mornings to begin");
}

/* Test that three nights are shown, and nothing is compared. */
static void
test_three (Fixture *fixture, gconstpointer data)
{
  nights_write_few (desk_open_journal (&fixture->desk), now (fixture), 3);
  open_page (fixture, "3 nights noted. A pattern is not a proof");
  assert_label (find_mapped (find_page (fixture), COOLDOWN_TYPE_NIGHTS_BARS, 0),
                "Restlessness, last 4 weeks: 3 nights noted, 2 to 4.");
  for (guint i = 0; i < COOLDOWN_N_FACTORS; i++)
    {
      g_autofree char *words = read_mapped (
          find_mapped (find_page (fixture), COOLDOWN_TYPE_FACTOR_CARD, i));

      g_assert_nonnull (strstr (words, "Too few nights with and without to compare"));
      g_assert_nonnull (strstr (words, "Not clear yet"));
    }
  assert_card (fixture, "Alcohol", "Not known for 3 nights");
}

/* Test that what was planted in sixty nights is claimed with its counts, and nothing else is. */
static void
test_planted (Fixture *fixture, gconstpointer data)
{
  nights_write_planted (desk_open_journal (&fixture->desk), now (fixture));
  open_page (fixture, "60 nights noted.");
  assert_card (fixture, "Late caffeine", "Pattern in 60 nights");
  assert_card (fixture, "Late caffeine",
               "More restless on nights after a late cup. Usually 6 instead of 2.");
  assert_card (fixture, "Late caffeine", "95 % interval");
  assert_card (fixture, "Alcohol", "Not clear yet");
  assert_card (fixture, "Alcohol", "Not known for 2 nights");
  assert_card (fixture, "Hard workouts", "Not clear yet");
  assert_card (fixture, "Nicotine", "0 with and 60 without, and it takes 5 of each.");
  g_assert_true (has_picture (fixture, "Late caffeine"));
  g_assert_true (has_picture (fixture, "Alcohol"));
  g_assert_false (has_picture (fixture, "Nicotine"));
  assert_not_seen (fixture, "fall on the same");
}

/* The numbers of nights in the heading and the rows of a card's table. */
static guint
count_in_table (GtkWidget *card)
{
  g_autofree char *table = NULL;
  g_auto (GStrv) cells = NULL;
  guint n = 0;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_mapped (card, GTK_TYPE_TOGGLE_BUTTON, 0)),
                                TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  table = read_mapped (find_mapped (card, COOLDOWN_TYPE_FACT_TABLE, 0));
  cells = g_strsplit (table, "\n", -1);
  for (guint i = 0; cells[i] != NULL; i++)
    if (g_str_has_suffix (cells[i], " nights") || g_str_has_suffix (cells[i], " night"))
      n += (guint) g_ascii_strtoull (cells[i], NULL, 10);
  return n;
}

/* Test that the nights in a card's table are all that are noted but those that are not known. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_autofree char *caffeine = NULL;
  g_autofree char *alcohol = NULL;

  nights_write_planted (desk_open_journal (&fixture->desk), now (fixture));
  open_page (fixture, "60 nights noted.");
  g_assert_cmpuint (count_in_table (find_card (fixture, "Late caffeine", &caffeine)), ==, 60);
  g_assert_cmpuint (count_in_table (find_card (fixture, "Alcohol", &alcohol)), ==, 58);
}

/* Test that patterns stand first, and what cannot be compared last. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[COOLDOWN_N_FACTORS] = {
    "Late caffeine", "Alcohol",       "Hard workouts",         "Days without a workout",
    "Nicotine",      "Late workouts", "The wind-down routine",
  };

  nights_write_planted (desk_open_journal (&fixture->desk), now (fixture));
  open_page (fixture, "60 nights noted.");
  for (guint i = 0; i < COOLDOWN_N_FACTORS; i++)
    {
      g_autofree char *words = read_mapped (
          find_mapped (find_page (fixture), COOLDOWN_TYPE_FACTOR_CARD, i));

      g_assert_true (g_str_has_prefix (words, expected[i]));
    }
}

/* Test that of two things that come together each card names the other. */
static void
test_together (Fixture *fixture, gconstpointer data)
{
  nights_write_together (desk_open_journal (&fixture->desk), now (fixture));
  open_page (fixture, "60 nights noted.");
  assert_card (fixture, "Alcohol",
               "Alcohol and late workouts often fall on the same evenings: this cannot tell them "
               "apart.");
  assert_card (fixture, "Late workouts", "Late workouts and alcohol often fall on the same");
}

/* Test that eight weeks are shown on demand. */
static void
test_weeks (Fixture *fixture, gconstpointer data)
{
  nights_write_planted (desk_open_journal (&fixture->desk), now (fixture));
  open_page (fixture, "Restlessness, last 4 weeks");
  g_signal_emit_by_name (find_button (find_page (fixture), "8 wk"), "clicked");
  wait_for (fixture, "Restlessness, last 8 weeks");
}

/* Test that a night that is noted elsewhere is counted while the page is open. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  nights_write_few (desk_open_journal (&fixture->desk), now (fixture), 3);
  open_page (fixture, "3 nights noted.");
  nights_write_few (desk_open_journal (&fixture->desk), now (fixture) - 7 * 24 * COOLDOWN_HOUR, 1);
  cooldown_notebook_agent_wrote (get_notebook (fixture));
  wait_for (fixture, "4 nights noted.");
}

/* Test that going back leads to the evening, whose row has the count. */
static void
test_back (Fixture *fixture, gconstpointer data)
{
  nights_write_few (desk_open_journal (&fixture->desk), now (fixture), 3);
  open_page (fixture, "3 nights noted.");
  gtk_widget_activate_action (find_page (fixture), "entry.back", NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (find_page (fixture));
  wait_for (fixture, "What your own nights say");
  cooldown_notebook_agent_wrote (get_notebook (fixture));
  wait_for (fixture, "3 nights noted");
}

/* Test that a limit that is not a time of day is not named as one. */
static void
test_limit (Fixture *fixture, gconstpointer data)
{
  nights_write_planted (desk_open_journal (&fixture->desk), now (fixture));
  open_page (fixture, "Caffeine after 12:00");
  fake_agent_set (fixture->desk.agent, "setting", "bedtime", g_variant_new_int32 (9 * 60));
  wait_for (fixture, "Late caffeine   ");
  assert_not_seen (fixture, "12:00");
  fake_agent_set (fixture->desk.agent, "setting", "bedtime", NULL);
  desk_settle (&fixture->desk);
}

int
main (int argc, char *argv[])
{
  int failed;

  desk_begin_tests (&argc, &argv);
  desk_open (&everything);
#define ADD(path, func) g_test_add ("/nights/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("empty", test_empty);
  ADD ("two", test_two);
  ADD ("three", test_three);
  ADD ("planted", test_planted);
  ADD ("table", test_table);
  ADD ("order", test_order);
  ADD ("together", test_together);
  ADD ("weeks", test_weeks);
  ADD ("changed", test_changed);
  ADD ("back", test_back);
  ADD ("limit", test_limit);
#undef ADD
  failed = g_test_run ();
  desk_close (&everything);
  return failed;
}
