/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary.h"
#include "hand.h"
#include "ui/night-doctor.h"
#include "ui/restless-page.h"
#include "ui/urgent-note.h"

/* Legs that are restless now, and nights that reach a doctor. It is Sunday, 2026-11-22, 17:00 UTC. */

/* A command without a parameter ends so. */
#define NOTE "restless-now "

/* The evening as an agent tells it, to which events happened, each a second after the other. */
static void
tell (Desk *desk, const char *const *events)
{
  g_autoptr (CooldownSession) session = cooldown_session_new (
      "evening", g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0));
  CooldownInstant at = cooldown_clock_now (COOLDOWN_CLOCK (desk->clock));

  if (events == NULL)
    {
      fake_agent_set (desk->agent, "evening", "session", NULL);
      desk_settle (desk);
      return;
    }
  for (; *events != NULL; events++)
    {
      cooldown_session_append (session, *events, NULL, &at);
      at.wall += COOLDOWN_SECOND;
      at.boot += COOLDOWN_SECOND;
    }
  fake_agent_set_session (desk->agent, "evening", session);
  desk_settle (desk);
}

static void
begin (Desk *desk)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.show-tab", "s", "evening");
  desk_forget (desk);
  tell (desk, NULL);
  fake_agent_set (desk->agent, "setting", "bedtime", g_variant_new_int32 (1365));
  desk_open_journal (desk);
  desk_settle (desk);
  while (TRUE)
    {
      g_autofree char *command = fake_agent_take_command (desk->agent);

      if (command == NULL)
        break;
    }
}

static void
press_restless_now (Desk *desk)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.restless-now", NULL);
  assert_command (desk, NOTE);
}

static GtkWidget *
get_page (Desk *desk)
{
  return desk_find (desk, COOLDOWN_TYPE_RESTLESS_PAGE);
}

static gboolean
is_page (GtkWidget *widget, gconstpointer data)
{
  return COOLDOWN_IS_RESTLESS_PAGE (widget);
}

static gboolean
is_seen (gpointer window, const char *label)
{
  return gtk_widget_get_mapped (GTK_WIDGET (find_button (window, label)));
}

static AdwColorScheme
get_scheme (void)
{
  return adw_style_manager_get_color_scheme (adw_style_manager_get_default ());
}

static void
leave (Desk *desk)
{
  gtk_widget_activate_action (get_page (desk), "entry.back", NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (find_widget (GTK_WIDGET (desk->window), is_page, NULL));
}

/* One press has the agent note the time, and the page says which. */
static void
test_noted (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk);
  press_restless_now (desk);
  g_assert_true (widget_says (get_page (desk), "Get up and walk"));
  g_assert_true (widget_says (get_page (desk), "Noting the time…"));
  g_assert_false (is_seen (get_page (desk), "Undo Note"));
  tell (desk, (const char *[]){ "restless", NULL });
  g_assert_true (widget_says (get_page (desk), "Noted at 17:00. Nothing else to write down."));
  g_assert_true (is_seen (get_page (desk), "Undo Note"));
  g_assert_false (is_seen (get_page (desk), "Note the Time"));
  leave (desk);
  assert_no_command (desk);
}

/* Each time is a note of its own. */
static void
test_twice (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk);
  tell (desk, (const char *[]){ "restless", NULL });
  press_restless_now (desk);
  g_assert_true (widget_says (get_page (desk), "Noting the time…"));
  tell (desk, (const char *[]){ "restless", "restless", NULL });
  g_assert_true (widget_says (get_page (desk), "Noted at 17:00. That makes 2 times tonight."));
  press_restless_now (desk);
  tell (desk, (const char *[]){ "restless", "restless", "restless", NULL });
  g_assert_true (widget_says (get_page (desk), "That makes 3 times tonight."));
  leave (desk);
}

/* Undo takes back this note alone, and says so; it can be noted after all. */
static void
test_undo (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk);
  tell (desk, (const char *[]){ "restless", NULL });
  press_restless_now (desk);
  tell (desk, (const char *[]){ "restless", "restless", NULL });
  g_signal_emit_by_name (find_button (get_page (desk), "Undo Note"), "clicked");
  assert_command (desk, "undo ");
  tell (desk, (const char *[]){ "restless", NULL });
  g_assert_true (widget_says (get_page (desk), "The note was taken back."));
  g_assert_false (is_seen (get_page (desk), "Undo Note"));
  g_signal_emit_by_name (find_button (get_page (desk), "Note the Time"), "clicked");
  assert_command (desk, NOTE);
  leave (desk);
}

/* An evening that is over and gone took nothing back. */
static void
test_next_day (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk);
  press_restless_now (desk);
  tell (desk, (const char *[]){ "restless", NULL });
  cooldown_fake_clock_advance (desk->clock, 13 * COOLDOWN_HOUR);
  tell (desk, NULL);
  g_assert_true (widget_says (get_page (desk), "Noted at 17:00."));
  g_assert_false (is_seen (get_page (desk), "Undo Note"));
  leave (desk);
  cooldown_fake_clock_set_wall (desk->clock, COOLDOWN_FAKE_CLOCK_START);
}

/* What happened since would be undone in its place. */
static void
test_undo_newest (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk);
  press_restless_now (desk);
  tell (desk, (const char *[]){ "restless", "next", NULL });
  g_assert_true (widget_says (get_page (desk), "Noted at 17:00."));
  g_assert_false (is_seen (get_page (desk), "Undo Note"));
  leave (desk);
}

/* The program is dark while the page is seen, and as before when it is left, also by closing the
 * window. */
static void
test_dark (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  CooldownWindow *window;
  AdwColorScheme before = get_scheme ();

  begin (desk);
  g_assert_false (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  press_restless_now (desk);
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  leave (desk);
  g_assert_cmpint (get_scheme (), ==, before);
  g_assert_false (adw_style_manager_get_dark (adw_style_manager_get_default ()));

  window = cooldown_window_new (GTK_APPLICATION (desk->application), desk->state);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.restless-now", NULL);
  assert_command (desk, NOTE);
  g_assert_true (adw_style_manager_get_dark (adw_style_manager_get_default ()));
  gtk_window_destroy (GTK_WINDOW (window));
  desk_settle (desk);
  g_assert_cmpint (get_scheme (), ==, before);
}

/* The way back has the focus, and Back to Bed and Escape are that way. */
static void
test_keys (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  GtkWidget *focus;

  begin (desk);
  press_restless_now (desk);
  focus = gtk_window_get_focus (GTK_WINDOW (desk->window));
  g_assert_true (focus == GTK_WIDGET (find_button (get_page (desk), "Back to Bed")));
  g_signal_emit_by_name (focus, "clicked");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (find_widget (GTK_WIDGET (desk->window), is_page, NULL));
}

static void
tick (Desk *desk, const char *const *items)
{
  for (; *items != NULL; items++)
    cooldown_app_state_tick (desk->state, *items, TRUE);
  desk_settle (desk);
}

/* Who must not massage is told so, here too. */
static void
test_left_out (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.restless-now", NULL);
  desk_settle (desk);
  g_assert_true (widget_says (get_page (desk), "Rub your legs"));
  g_assert_false (widget_says (get_page (desk), "can be a clot"));
  tick (desk, (const char *[]){ "side-one", "where-calf", "feel-pain", NULL });
  g_assert_false (widget_says (get_page (desk), "Rub your legs"));
  g_assert_true (widget_says (get_page (desk), "Stretch your calves"));
  g_assert_true (widget_says (get_page (desk), "can be a clot"));
  leave (desk);
}

/* A warning sign outranks all that helps, on the page and on the tab. */
static void
test_sign (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk);
  tick (desk, (const char *[]){ "feel-urge", "side-one", "warn-swollen-leg", NULL });
  g_assert_false (gtk_widget_get_visible (desk_find (desk, COOLDOWN_TYPE_NIGHT_DOCTOR)));
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.restless-now", NULL);
  desk_settle (desk);
  g_assert_true (widget_says (get_page (desk), "Be seen today"));
  g_assert_false (widget_says (get_page (desk), "Get up and walk"));
  g_assert_false (widget_says (get_page (desk), "Stretch your calves"));
  g_assert_false (widget_says (get_page (desk), "Back to Bed"));
  leave (desk);
}

/* Nights that reach a doctor. */

static GtkWidget *
get_doctor (Desk *desk)
{
  return desk_find (desk, COOLDOWN_TYPE_NIGHT_DOCTOR);
}

static void
put_night (Desk *desk, const char *date, int restless, const char *feature)
{
  CooldownEntry *night = diary_night (date, restless);

  if (feature != NULL)
    cooldown_entry_set_ids (night, COOLDOWN_FIELD_NIGHT_FEATURES,
                            (const char *[]){ feature, NULL });
  diary_put (desk->journal, night);
  desk_settle_journal (desk);
}

static void
test_restless_nights (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk);
  put_night (desk, "2026-11-21", 5, NULL);
  put_night (desk, "2026-11-19", 8, NULL);
  put_night (desk, "2026-11-12", 6, NULL);
  g_assert_false (gtk_widget_get_visible (get_doctor (desk)));
  put_night (desk, "2026-11-10", 6, NULL);
  g_assert_true (widget_says (get_doctor (desk), "Make a doctor’s appointment"));
  g_assert_true (widget_says (get_doctor (desk), "two weeks running"));
  g_assert_true (widget_says (get_doctor (desk), "Ask about ferritin and transferrin saturation"));
  g_assert_false (widget_says (get_doctor (desk), "something else"));
  /* It stands above all else. */
  g_assert_null (gtk_widget_get_prev_sibling (get_doctor (desk)));
}

static void
test_costly_nights (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk);
  put_night (desk, "2026-11-21", 1, "when-sleep");
  g_assert_false (gtk_widget_get_visible (get_doctor (desk)));
  put_night (desk, "2026-11-15", 1, "when-sleep");
  g_assert_true (widget_says (get_doctor (desk), "cost you sleep"));
  g_assert_true (widget_says (get_doctor (desk), "Ask about ferritin and transferrin saturation"));
}

/* One leg only, numb, or no better with moving. */
static void
test_something_else (gconstpointer data)
{
  static const char *const others[] = { "side-one", "feel-numb", "when-move-no" };
  Desk *desk = (gpointer) data;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      begin (desk);
      tick (desk, (const char *[]){ others[i], NULL });
      g_assert_false (gtk_widget_get_visible (get_doctor (desk)));
      tick (desk, (const char *[]){ "feel-urge", NULL });
      g_assert_true (widget_says (get_doctor (desk), "Make a doctor’s appointment"));
      g_assert_true (widget_says (get_doctor (desk), "This may be something else."));
    }
}

static gboolean
has_failed (gpointer desk)
{
  return widget_says (get_page (desk), "The time could not be noted");
}

/* Without an agent nothing is noted, and nobody believes that it was. */
static void
test_no_agent (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  begin (desk);
  g_clear_pointer (&desk->agent, fake_agent_free);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.restless-now", NULL);
  spin_until (has_failed, desk);
  g_assert_true (widget_says (get_page (desk), "Get up and walk"));
  g_assert_true (is_seen (get_page (desk), "Note the Time"));
  g_assert_false (is_seen (get_page (desk), "Undo Note"));
  leave (desk);
}

int
main (int argc, char **argv)
{
  Desk desk = { 0 };
  int result;

  desk_begin_tests (&argc, &argv);
  desk_open (&desk);
  g_test_add_data_func ("/restless/noted", &desk, test_noted);
  g_test_add_data_func ("/restless/twice", &desk, test_twice);
  g_test_add_data_func ("/restless/undo", &desk, test_undo);
  g_test_add_data_func ("/restless/next-day", &desk, test_next_day);
  g_test_add_data_func ("/restless/undo-newest", &desk, test_undo_newest);
  g_test_add_data_func ("/restless/dark", &desk, test_dark);
  g_test_add_data_func ("/restless/keys", &desk, test_keys);
  g_test_add_data_func ("/restless/left-out", &desk, test_left_out);
  g_test_add_data_func ("/restless/sign", &desk, test_sign);
  g_test_add_data_func ("/doctor/restless-nights", &desk, test_restless_nights);
  g_test_add_data_func ("/doctor/costly-nights", &desk, test_costly_nights);
  g_test_add_data_func ("/doctor/something-else", &desk, test_something_else);
  /* The last one: the agent does not come back. */
  g_test_add_data_func ("/no-agent/restless", &desk, test_no_agent);
  result = g_test_run ();
  desk_close (&desk);
  return result;
}
