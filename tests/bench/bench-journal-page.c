/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long the journal's tab takes to show its first screen, another month and what a search finds,
 * on journals of three sizes with ten entries a day; and the longest time for which the window
 * answers nothing meanwhile. The display is one without a graphics card.
 */
#include "desk.h"
#include "diary.h"
#include "paper.h"
#include "ui/journal-list.h"
#include "ui/journal-month.h"
#include "ui/journal-page.h"

#define ROUNDS 8

static const guint sizes[] = { 200, 2000, 20000 };

/* What is measured, in milliseconds. */
typedef struct
{
  double first_screen;
  double month;
  double search;
  double gap;
} Figures;

static gboolean drawn;
static gint64 longest; /* microseconds */

static void
after_paint_cb (void)
{
  drawn = TRUE;
}

static void
iterate (void)
{
  gint64 start;

  while (!g_main_context_pending (NULL))
    g_usleep (100);
  start = g_get_monotonic_time ();
  g_main_context_iteration (NULL, FALSE);
  longest = MAX (longest, g_get_monotonic_time () - start);
}

static double
get_span (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* Until the list has another first row than BEFORE, and it is drawn. */
static GtkWidget *
wait_for_others (Desk *desk, GtkWidget *before)
{
  GtkWidget *list = desk_find (desk, COOLDOWN_TYPE_JOURNAL_LIST);

  while (gtk_widget_get_first_child (list) == NULL || gtk_widget_get_first_child (list) == before)
    iterate ();
  drawn = FALSE;
  gtk_widget_queue_draw (list);
  while (!drawn)
    iterate ();
  return gtk_widget_get_first_child (list);
}

/* The rows below the screen come while nothing else is to do. */
static void
wait_for_rest (void)
{
  while (g_main_context_pending (NULL))
    iterate ();
}

static double
measure_months (Desk *desk, GtkWidget **first)
{
  GtkWidget *before = gtk_widget_get_first_child (desk_find (desk, COOLDOWN_TYPE_JOURNAL_MONTH));
  double span = 0;
  guint n = 0;

  for (; n < ROUNDS && gtk_widget_get_sensitive (before); n++)
    {
      gint64 start = g_get_monotonic_time ();

      g_signal_emit_by_name (before, "clicked");
      *first = wait_for_others (desk, *first);
      span += get_span (start);
      wait_for_rest ();
    }
  return n > 0 ? span / n : 0;
}

static double
measure_search (Desk *desk, GtkWidget **first)
{
  GtkWidget *page = desk_find (desk, COOLDOWN_TYPE_JOURNAL_PAGE);
  GtkWidget *entry = desk_find (desk, GTK_TYPE_SEARCH_ENTRY);
  gint64 start;
  double span;

  g_object_set (page, "search-mode", TRUE, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "calf");
  start = g_get_monotonic_time ();
  g_signal_emit_by_name (entry, "search-changed");
  *first = wait_for_others (desk, *first);
  span = get_span (start);
  wait_for_rest ();
  return span;
}

static Figures
measure (const Desk *everything, guint n)
{
  Desk desk = *everything;
  CooldownClock *clock = COOLDOWN_CLOCK (desk.clock);
  g_autoptr (CooldownNotebook) notebook = paper_new (clock);
  GtkWidget *first = NULL;
  Figures figures;
  gint64 start;

  desk.state = cooldown_app_state_new (desk.content, clock, desk.link, notebook);
  diary_write_many (desk_open_journal (&desk), cooldown_clock_now (clock).wall, n);
  desk.window = cooldown_window_new (GTK_APPLICATION (desk.application), desk.state);
  gtk_window_set_default_size (GTK_WINDOW (desk.window), 1000, 760);
  gtk_window_present (GTK_WINDOW (desk.window));
  desk_show (&desk, "recover");
  desk_settle (&desk);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (desk.window)), "after-paint",
                    after_paint_cb, NULL);
  longest = 0;
  start = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.show-tab", "s", "journal");
  first = wait_for_others (&desk, NULL);
  figures.first_screen = get_span (start);
  wait_for_rest ();
  figures.month = measure_months (&desk, &first);
  figures.search = measure_search (&desk, &first);
  figures.gap = (double) longest / 1000;

  gtk_window_destroy (GTK_WINDOW (desk.window));
  cooldown_notebook_close (notebook);
  g_clear_object (&desk.journal);
  paper_remove (cooldown_notebook_get_folder (notebook));
  g_clear_object (&desk.state);
  return figures;
}

int
main (void)
{
  Desk desk = { 0 };
  Figures figures[G_N_ELEMENTS (sizes)];
  const Figures *least = &figures[0];
  const Figures *most = &figures[G_N_ELEMENTS (sizes) - 1];

  gtk_init ();
  adw_init ();
  desk_open (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      figures[i] = measure (&desk, sizes[i]);
      g_print ("%u entries: first screen %.0f ms (aim: 100 ms), another month %.0f ms,"
               " search %.0f ms, longest gap %.0f ms\n",
               sizes[i], figures[i].first_screen, figures[i].month, figures[i].search,
               figures[i].gap);
    }
  g_print ("ratio of the most to the least: first screen %.1f, search %.1f\n",
           most->first_screen / least->first_screen, most->search / least->search);
  desk_close (&desk);
  return 0;
}
