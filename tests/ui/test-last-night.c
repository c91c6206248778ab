/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary.h"
#include "hand.h"

#include "ui/entry-chips.h"
#include "ui/last-night.h"
#include "ui/night-cost.h"
#include "ui/urgent-note.h"

#define LAST_NIGHT "2026-11-21"
/* The width of a card on the narrowest window. */
#define NARROW 336
/* Beside what is in it. */
#define PADDING 16

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static GtkWidget *
get_card (Desk *desk)
{
  return find (GTK_WIDGET (desk->window), COOLDOWN_TYPE_LAST_NIGHT_CARD);
}

static GtkToggleButton *
get_toggle (Desk *desk, int number)
{
  GtkFlowBox *numbers = GTK_FLOW_BOX (find (get_card (desk), GTK_TYPE_FLOW_BOX));

  return GTK_TOGGLE_BUTTON (
      gtk_flow_box_child_get_child (gtk_flow_box_get_child_at_index (numbers, number)));
}

/* Which number is chosen, -1 for none. */
static int
get_chosen (Desk *desk)
{
  int chosen = -1;

  for (int i = 0; i <= 10; i++)
    if (gtk_toggle_button_get_active (get_toggle (desk, i)))
      {
        g_assert_cmpint (chosen, ==, -1);
        chosen = i;
      }
  return chosen;
}

static void
tell (Desk *desk, const char *date, int rating)
{
  fake_agent_set (desk->agent, "night", "date", g_variant_new_string (date));
  fake_agent_set (desk->agent, "night", "rating", g_variant_new_int32 (rating));
  desk_settle (desk);
}

static void
set_time (Desk *desk, int hour, int minute)
{
  cooldown_fake_clock_set_wall (
      desk->clock, cooldown_local_time_on (COOLDOWN_CLOCK (desk->clock), "2026-11-22",
                                           hour * 60 + minute));
  desk_settle (desk);
}

/* A morning on which the page is opened. */
static void
open_morning (Desk *desk)
{
  desk_forget (desk);
  fake_agent_set (desk->agent, "setting", "bedtime", g_variant_new_int32 (1365));
  set_time (desk, 9, 0);
  tell (desk, LAST_NIGHT, -1);
  desk_show (desk, "recover");
  desk_show (desk, "evening");
}

static gboolean
is_first (Desk *desk)
{
  return COOLDOWN_IS_URGENT_NOTE (gtk_widget_get_prev_sibling (get_card (desk)));
}

static gboolean
asks (Desk *desk)
{
  return gtk_widget_has_css_class (get_card (desk), "cd-ask");
}

/* The agent is told the number, and of which night. */
static void
test_answer (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  g_autofree char *command = NULL;

  open_morning (desk);
  g_assert_cmpint (get_chosen (desk), ==, -1);
  gtk_toggle_button_set_active (get_toggle (desk, 3), TRUE);
  desk_settle (desk);
  do
    {
      g_free (command);
      command = fake_agent_take_command (desk->agent);
      g_assert_nonnull (command);
    }
  while (!g_str_has_prefix (command, "night-rate "));
  g_assert_cmpstr (command, ==, "night-rate (3, '" LAST_NIGHT "')");
}

/* What the agent noted is shown, and sends nothing back. */
static void
test_noted (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  char *command;

  open_morning (desk);
  tell (desk, LAST_NIGHT, 7);
  g_assert_cmpint (get_chosen (desk), ==, 7);
  tell (desk, LAST_NIGHT, 0);
  g_assert_cmpint (get_chosen (desk), ==, 0);
  while ((command = fake_agent_take_command (desk->agent)) != NULL)
    {
      g_assert_false (g_str_has_prefix (command, "night-rate"));
      g_free (command);
    }
}

/* Past midnight another night is the last one, before the agent says so. */
static void
test_another_night (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  open_morning (desk);
  tell (desk, LAST_NIGHT, 7);
  set_time (desk, 24 + 9, 0);
  g_assert_cmpint (get_chosen (desk), ==, -1);
  g_assert_true (asks (desk));
}

/* It stands first in the morning until it is answered, and then where it stood under the pointer
 * until the page is opened again. */
static void
test_place (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  open_morning (desk);
  g_assert_true (is_first (desk) && asks (desk));
  gtk_toggle_button_set_active (get_toggle (desk, 3), TRUE);
  tell (desk, LAST_NIGHT, 3);
  g_assert_true (is_first (desk));
  g_assert_false (asks (desk));
  desk_show (desk, "recover");
  desk_show (desk, "evening");
  g_assert_false (is_first (desk) || asks (desk));
}

/* It does not stand in the way at night, nor once the morning is over. */
static void
test_hours (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  open_morning (desk);
  set_time (desk, 3, 59);
  g_assert_false (is_first (desk) || asks (desk));
  set_time (desk, 4, 0);
  g_assert_true (is_first (desk) && asks (desk));
  set_time (desk, 11, 59);
  g_assert_true (is_first (desk) && asks (desk));
  set_time (desk, 12, 0);
  g_assert_false (is_first (desk) || asks (desk));
}

/* The first question of all is when the user goes to bed. */
static void
test_bedtime_first (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  open_morning (desk);
  fake_agent_set (desk->agent, "setting", "bedtime", NULL);
  desk_settle (desk);
  g_assert_false (is_first (desk) || asks (desk));
}

static int
measure_numbers (Desk *desk, int width)
{
  int natural;

  gtk_widget_measure (find (get_card (desk), GTK_TYPE_FLOW_BOX), GTK_ORIENTATION_VERTICAL, width,
                      NULL, &natural, NULL, NULL);
  return natural;
}

/* On the narrowest window all numbers stand in one row; where text is larger there are two. */
static void
test_narrow (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  int minimum, one, dpi;

  open_morning (desk);
  gtk_widget_measure (get_card (desk), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROW);
  one = measure_numbers (desk, 900);
  g_assert_cmpint (measure_numbers (desk, NARROW - 2 * PADDING), ==, one);
  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * dpi, NULL);
  gtk_widget_measure (GTK_WIDGET (get_toggle (desk, 0)), GTK_ORIENTATION_VERTICAL, -1, NULL, &one,
                      NULL, NULL);
  g_assert_cmpint (measure_numbers (desk, 900), ==, 2 * one);
  g_assert_cmpint (measure_numbers (desk, NARROW - 2 * PADDING), ==, 2 * one);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", dpi, NULL);
}

static void
assert_words (Desk *desk, int restless, const char *expected)
{
  const CooldownEveningNumbers *numbers = cooldown_content_get_evening_numbers (desk->content);
  g_autofree char *words = cooldown_last_night_format (numbers, restless);

  g_assert_cmpstr (words, ==, expected);
}

/* A night that counts as restless is called so. */
static void
test_words (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  assert_words (desk, 0, "0 · calm");
  assert_words (desk, 1, "1 · a little restless");
  assert_words (desk, 4, "4 · a little restless");
  assert_words (desk, 5, "5 · restless");
  assert_words (desk, 7, "7 · restless");
  assert_words (desk, 8, "8 · very restless");
  assert_words (desk, 10, "10 · very restless");
}

static gboolean
costs_sleep (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownEntry)
      night = cooldown_journal_get_entry (desk_open_journal (desk), COOLDOWN_ENTRY_NIGHT,
                                          "night-" LAST_NIGHT, &error);

  g_assert_no_error (error);
  return night != NULL && cooldown_entry_get_deleted (night) == 0 &&
         cooldown_entry_has_id (night, COOLDOWN_FIELD_NIGHT_FEATURES, "when-sleep");
}

static void
press_cost (Desk *desk, const char *answer)
{
  g_signal_emit_by_name (find_button (get_card (desk), answer), "clicked");
  desk_settle_journal (desk);
}

static gboolean
is_pressed (Desk *desk, const char *answer)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_button (get_card (desk), answer)));
}

/* Whether it cost sleep is asked once it is known how the night was, and stands with the rest of
 * that night. */
static void
test_cost (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  g_autoptr (CooldownEntry) night = NULL;
  g_autoptr (GError) error = NULL;

  desk_open_journal (desk);
  open_morning (desk);
  g_assert_false (gtk_widget_get_mapped (find (get_card (desk), COOLDOWN_TYPE_NIGHT_COST)));
  diary_put (desk->journal, diary_night (LAST_NIGHT, 7));
  tell (desk, LAST_NIGHT, 7);
  desk_settle_journal (desk);
  g_assert_true (gtk_widget_get_mapped (find (get_card (desk), COOLDOWN_TYPE_NIGHT_COST)));
  g_assert_false (is_pressed (desk, "Yes") || is_pressed (desk, "No"));
  press_cost (desk, "Yes");
  g_assert_true (is_pressed (desk, "Yes") && !is_pressed (desk, "No"));
  g_assert_true (costs_sleep (desk));
  press_cost (desk, "No");
  g_assert_true (is_pressed (desk, "No") && !is_pressed (desk, "Yes"));
  g_assert_false (costs_sleep (desk));
  press_cost (desk, "Yes");
  press_cost (desk, "Yes");
  g_assert_false (is_pressed (desk, "Yes") || is_pressed (desk, "No") || costs_sleep (desk));
  night = cooldown_journal_get_entry (desk->journal, COOLDOWN_ENTRY_NIGHT, "night-" LAST_NIGHT,
                                      &error);
  g_assert_no_error (error);
  g_assert_cmpint (cooldown_entry_get_number (night, COOLDOWN_FIELD_NIGHT_RESTLESS), ==, 7);
  g_assert_cmpint (cooldown_entry_get_number (night, COOLDOWN_FIELD_NIGHT_UP), ==, 6 * 60 + 40);
}

static CooldownEntry *
read_night (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  CooldownEntry *night = cooldown_journal_get_entry (desk_open_journal (desk), COOLDOWN_ENTRY_NIGHT,
                                                     "night-" LAST_NIGHT, &error);

  g_assert_no_error (error);
  g_assert_nonnull (night);
  return night;
}

static void
assert_rest (Desk *desk, const char *started, gint64 to_sleep)
{
  g_autoptr (CooldownEntry) night = read_night (desk);

  g_assert_cmpstr (cooldown_entry_get_text (night, COOLDOWN_FIELD_NIGHT_STARTED), ==, started);
  g_assert_cmpint (cooldown_entry_get_number (night, COOLDOWN_FIELD_NIGHT_TO_SLEEP), ==, to_sleep);
}

/* Once it is said whether it cost sleep, when it began and how long falling asleep took is one press
 * each, and pressed again it is taken back; on the narrowest window too. */
static void
test_rest (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  g_autoptr (CooldownEntry) night = NULL;
  int minimum;

  desk_open_journal (desk);
  open_morning (desk);
  diary_put (desk->journal, diary_night (LAST_NIGHT, 7));
  tell (desk, LAST_NIGHT, 7);
  desk_settle_journal (desk);
  g_assert_false (gtk_widget_get_mapped (find (get_card (desk), COOLDOWN_TYPE_ENTRY_CHIPS)));
  press_cost (desk, "No");
  press_cost (desk, "In bed");
  press_cost (desk, "30 min");
  assert_rest (desk, "in-bed", 30);
  press_cost (desk, "Woke me");
  assert_rest (desk, "night", 30);
  g_assert_false (is_pressed (desk, "In bed"));
  press_cost (desk, "Woke me");
  press_cost (desk, "30 min");
  assert_rest (desk, NULL, COOLDOWN_NOT_NOTED);
  g_assert_false (is_pressed (desk, "Woke me") || is_pressed (desk, "30 min"));
  /* What is noted elsewhere stands here. */
  night = read_night (desk);
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_STARTED, "evening");
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_TO_SLEEP, 60);
  diary_put (desk->journal, g_steal_pointer (&night));
  desk_settle_journal (desk);
  g_assert_true (is_pressed (desk, "Before bed") && is_pressed (desk, "60 min"));
  gtk_widget_measure (get_card (desk), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROW);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (gconstpointer data);
  } tests[] = {
    { "/last-night/answer", test_answer },
    { "/last-night/noted", test_noted },
    { "/last-night/another-night", test_another_night },
    { "/last-night/place", test_place },
    { "/last-night/hours", test_hours },
    { "/last-night/bedtime-first", test_bedtime_first },
    { "/last-night/narrow", test_narrow },
    { "/last-night/words", test_words },
    { "/last-night/cost", test_cost },
    { "/last-night/rest", test_rest },
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
