/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-board.h"

#include "hand.h"
#include "report/entries.h"
#include "ui/chart-frame.h"
#include "ui/journal-charts.h"

#define FROM "2026-09-28"
#define TO "2026-11-23"

/* The style sheet is the application's. */
AdwApplication *
board_begin_tests (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;
  AdwApplication *application;

  desk_begin_tests (argc, argv);
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", "org.example.Charts",
                              "resource-base-path", "/cooldown", "flags", G_APPLICATION_NON_UNIQUE,
                              NULL);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

static void
activated_cb (GString *told, guint kind, const char *uid)
{
  g_string_append_printf (told, "%u %s;", kind, uid);
}

static void
span_cb (GString *told, guint weeks)
{
  g_string_append_printf (told, "%u weeks;", weeks);
}

static gboolean
count_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  --*(guint *) data;
  return G_SOURCE_CONTINUE;
}

/* Waits until all that was asked for is laid out and painted. */
void
board_settle (Board *board)
{
  guint n = 2, id = gtk_widget_add_tick_callback (board->window, count_frame, &n, NULL);

  while (n > 0 && n <= 2)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (board->window, id);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
board_set_entries (Board *board)
{
  cooldown_journal_charts_set_entries (COOLDOWN_JOURNAL_CHARTS (board->charts), board->episodes,
                                       board->workouts, FROM, TO);
  board_settle (board);
}

void
board_open (Board *board, int width)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *scroller = gtk_scrolled_window_new ();

  board->content = cooldown_content_load_bundled (&error);
  g_assert_no_error (error);
  board->episodes = entries_new ();
  board->workouts = entries_new ();
  board->told = g_string_new (NULL);
  board->charts = cooldown_journal_charts_new (board->content);
  g_signal_connect_swapped (board->charts, "entry-activated", G_CALLBACK (activated_cb),
                            board->told);
  g_signal_connect_swapped (board->charts, "span-changed", G_CALLBACK (span_cb), board->told);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), board->charts);
  board->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (board->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (board->window), width, 900);
  gtk_window_present (GTK_WINDOW (board->window));
}

void
board_close (Board *board)
{
  gtk_window_destroy (GTK_WINDOW (board->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_ptr_array_unref (board->episodes);
  g_ptr_array_unref (board->workouts);
  g_string_free (board->told, TRUE);
  g_object_unref (board->content);
}
/* Three episodes: two after the hard run in new shoes, one of unknown strength with no workout. */
void
board_add_entries (Board *board)
{
  static const char *const shoes[] = { "new-shoes", NULL };
  static const char *const calves[] = { "calf-l", "calf-r", NULL };
  static const char *const calf[] = { "calf-l", NULL };
  CooldownEntry *run = entries_add_workout (board->workouts, "2026-10-05T18:00:00+02", "run", 8);
  CooldownEntry *episode;

  entries_add_workout (board->workouts, "2026-11-10T18:00:00+01", "walk", 2);
  cooldown_entry_set_ids (run, COOLDOWN_FIELD_WORKOUT_CONDITIONS, shoes);
  episode = entries_add_episode (board->episodes, "2026-10-05T18:12:00+02", 7);
  cooldown_entry_set_ids (episode, COOLDOWN_FIELD_EPISODE_PLACES, calves);
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_LASTED, "last-5min");
  entries_join (episode, run);
  episode = entries_add_episode (board->episodes, "2026-10-26T20:30:00+01", 2);
  cooldown_entry_set_ids (episode, COOLDOWN_FIELD_EPISODE_PLACES, calf);
  entries_join (episode, run);
  entries_add_episode (board->episodes, "2026-11-20T07:05:00+01", -1);
}

/* Finding. */

static GtkWidget *
find_nth (GtkWidget *widget, GType type, guint *index)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*index)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, index);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
board_find (gpointer within, GType type, guint index)
{
  GtkWidget *found = find_nth (within, type, &index);

  g_assert_nonnull (found);
  return found;
}

gboolean
board_shows (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child) && board_shows (child, words))
      return TRUE;
  return FALSE;
}

void
board_assert_shows (gpointer widget, const char *words)
{
  if (!board_shows (widget, words))
    g_test_fail_printf ("does not show: %s", words);
}

GtkWidget *
board_get_frame (Board *board, Picture picture)
{
  return board_find (board->charts, COOLDOWN_TYPE_CHART_FRAME, picture);
}

CooldownFactTable *
board_get_table (Board *board, Picture picture)
{
  return cooldown_chart_frame_get_table (COOLDOWN_CHART_FRAME (board_get_frame (board, picture)));
}

void
board_press (Board *board, gpointer within, const char *label, gboolean active)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (within, label)), active);
  board_settle (board);
}

/* Opens the second card. */
void
board_open_more (Board *board)
{
  GtkWidget *card = gtk_widget_get_last_child (board->charts);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (board_find (card, GTK_TYPE_TOGGLE_BUTTON, 0)),
                                TRUE);
  board_settle (board);
}
