/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hand.h"
#include "nights.h"
#include "paper.h"
#include "ui/experiment-card.h"
#include "ui/factor-card.h"
#include "ui/nights-page.h"

#include <string.h>

/* A trial on oneself, from what is proposed to what it has shown. */

static Desk everything;

typedef struct
{
  Desk desk;
} Fixture;

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

static gboolean
is_card_of_trial (GtkWidget *widget, gconstpointer data)
{
  g_autofree char *words = NULL;

  if (!COOLDOWN_IS_FACTOR_CARD (widget) || !gtk_widget_get_mapped (widget))
    return FALSE;
  words = read_mapped (widget);
  return strstr (words, "Alcohol") != NULL;
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
assert_seen (Fixture *fixture, const char *text, gboolean seen)
{
  g_test_message ("%s", text);
  g_assert_cmpint (is_seen (&(Wanted){ fixture, text }), ==, seen);
}

static void
open_page (Fixture *fixture, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->desk.window), "win.show-nights", NULL);
  wait_for (fixture, text);
}

/* What the agent keeps of trials; from -@days_ago on. */
static void
set_trial (Fixture *fixture, CooldownFactor factor, int days_ago)
{
  CooldownClock *clock = COOLDOWN_CLOCK (fixture->desk.clock);
  CooldownBedtimes bedtimes;
  CooldownExperiment trial;

  cooldown_bedtimes_read (NULL, NULL, &bedtimes);
  g_assert_true (cooldown_experiment_plan (
      factor, clock, now (fixture), &bedtimes,
      cooldown_content_get_evening_numbers (fixture->desk.content), &trial));
  trial.start -= (guint32) days_ago;
  fake_agent_set (fixture->desk.agent, "setting", "experiments",
                  cooldown_experiments_add (NULL, &trial));
  desk_settle (&fixture->desk);
}

static void
press_times (Fixture *fixture, const char *label, guint n_times)
{
  GtkWidget *card = find_mapped (find_page (fixture), COOLDOWN_TYPE_EXPERIMENT_CARD, 0);

  for (guint i = 0;; i++)
    {
      GtkWidget *button = find_mapped (card, GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) != 0)
        continue;
      for (guint time = 0; time < n_times; time++)
        g_signal_emit_by_name (button, "clicked");
      desk_settle (&fixture->desk);
      return;
    }
}

static void
press (Fixture *fixture, const char *label)
{
  press_times (fixture, label, 1);
}

/* What is worth it is proposed, with its other half; what is never had is not. */
static void
test_proposed (Fixture *fixture, gconstpointer data)
{
  nights_write_planted (desk_open_journal (&fixture->desk), now (fixture));
  open_page (fixture, "A fair trial");
  assert_seen (fixture, "Every other week without caffeine after your limit?", TRUE);
  assert_seen (fixture, "7 weeks in turn: 4 with the change, 3 as usual.", TRUE);
  assert_seen (fixture, "no reason to wait with a doctor’s appointment", TRUE);
  press (fixture, "Something Else");
  assert_seen (fixture, "caffeine after your limit?", FALSE);
  assert_seen (fixture, "nicotine?", FALSE);
}

/* Too few nights propose nothing. */
static void
test_not_proposed (Fixture *fixture, gconstpointer data)
{
  nights_write_few (desk_open_journal (&fixture->desk), now (fixture), 3);
  open_page (fixture, "3 nights noted");
  assert_seen (fixture, "A fair trial", FALSE);
}

/* It begins on the next evening, and the agent is told. */
static void
test_started (Fixture *fixture, gconstpointer data)
{
  g_autofree char *command = NULL;

  nights_write_planted (desk_open_journal (&fixture->desk), now (fixture));
  open_page (fixture, "A fair trial");
  press (fixture, "Start Trial");
  wait_for (fixture, "No caffeine after your limit, from Monday, 23 November");
  command = fake_agent_take_command (fixture->desk.agent);
  g_assert_nonnull (strstr (command, "'factor': <'caffeine'>, 'start': <'2026-11-23'>"));
  assert_seen (fixture, "0 of 0", FALSE);
}

static void
tick (Fixture *fixture, const char *const *items)
{
  fake_agent_set (fixture->desk.agent, "setting", "check.ticks", g_variant_new_strv (items, -1));
  desk_settle (&fixture->desk);
}

/* While a warning sign is ticked there is something else to do. */
static void
test_sign (Fixture *fixture, gconstpointer data)
{
  fake_agent_set (fixture->desk.agent, "setting", "experiments",
                  g_variant_new_array (G_VARIANT_TYPE_VARDICT, NULL, 0));
  nights_write_planted (desk_open_journal (&fixture->desk), now (fixture));
  open_page (fixture, "A fair trial");
  tick (fixture, (const char *[]){ "warn-swollen-leg", NULL });
  assert_seen (fixture, "A fair trial", FALSE);
  assert_seen (fixture, "Start Trial", FALSE);
  tick (fixture, (const char *[]){ NULL });
  assert_seen (fixture, "A fair trial", TRUE);
}

/* A double click begins one trial, and another one ends that and nothing else. */
static void
test_pressed_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *begun = NULL;
  g_autofree char *ended = NULL;
  g_autofree char *more = NULL;

  fake_agent_set (fixture->desk.agent, "setting", "experiments",
                  g_variant_new_array (G_VARIANT_TYPE_VARDICT, NULL, 0));
  nights_write_planted (desk_open_journal (&fixture->desk), now (fixture));
  open_page (fixture, "A fair trial");
  press_times (fixture, "Start Trial", 2);
  wait_for (fixture, "No caffeine after your limit, from Monday, 23 November");
  press_times (fixture, "End Trial", 2);
  wait_for (fixture, "Start Trial");
  begun = fake_agent_take_command (fixture->desk.agent);
  g_assert_nonnull (strstr (begun, "'caffeine'"));
  ended = fake_agent_take_command (fixture->desk.agent);
  g_assert_nonnull (strstr (ended, "('experiments', <@aa{sv} []>)"));
  more = fake_agent_take_command (fixture->desk.agent);
  g_assert_null (more);
}

/* While it goes on nothing is said of what it shows, nor of what it is about. */
static void
test_running (Fixture *fixture, gconstpointer data)
{
  nights_write_planted (desk_open_journal (&fixture->desk), now (fixture));
  set_trial (fixture, COOLDOWN_FACTOR_ALCOHOL, 9);
  open_page (fixture, "Your trial: No alcohol");
  assert_seen (fixture, "As usual, until Friday, 27 November", TRUE);
  assert_seen (fixture, "7/7", TRUE);
  assert_seen (fixture, "Your legs were", FALSE);
  assert_seen (fixture, "Start Trial", FALSE);
  g_assert_null (find_widget (find_page (fixture), is_card_of_trial, NULL));
  press (fixture, "End Trial");
  wait_for (fixture, "Trial ended");
  wait_for (fixture, "Start Trial");
}

/* The page that is open follows the nights. */
static void
test_next_turn (Fixture *fixture, gconstpointer data)
{
  nights_write_planted (desk_open_journal (&fixture->desk), now (fixture));
  set_trial (fixture, COOLDOWN_FACTOR_ALCOHOL, 9);
  open_page (fixture, "As usual, until Friday, 27 November");
  cooldown_fake_clock_advance (fixture->desk.clock, 6 * 24 * COOLDOWN_HOUR);
  wait_for (fixture, "No alcohol, until Friday, 4 December");
}

/* What it has shown stays, as planned, with its counts; another one can be begun. */
static void
test_over (Fixture *fixture, gconstpointer data)
{
  nights_write_planted (desk_open_journal (&fixture->desk), now (fixture));
  set_trial (fixture, COOLDOWN_FACTOR_ALCOHOL, 52);
  open_page (fixture, "Your trial: No alcohol");
  assert_seen (fixture, "of 49 nights are noted.", TRUE);
  assert_seen (fixture, "Not clear", TRUE);
  assert_seen (fixture, "(95 % interval)", TRUE);
  assert_seen (fixture, "Start Trial", TRUE);
}

int
main (int argc, char *argv[])
{
  int failed;

  desk_begin_tests (&argc, &argv);
  desk_open (&everything);
#define ADD(path, func) g_test_add ("/experiment/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("proposed", test_proposed);
  ADD ("not-proposed", test_not_proposed);
  ADD ("started", test_started);
  ADD ("pressed-twice", test_pressed_twice);
  ADD ("sign", test_sign);
  ADD ("running", test_running);
  ADD ("next-turn", test_next_turn);
  ADD ("over", test_over);
#undef ADD
  failed = g_test_run ();
  desk_close (&everything);
  return failed;
}
