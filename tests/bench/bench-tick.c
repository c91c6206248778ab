/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long it takes from a tick until the page that shows what it comes to is drawn, beside the
 * floor of drawing the same page again. The display is one without a graphics card.
 */
#include "desk.h"

#define ROUNDS 60

static gboolean drawn;

static void
after_paint_cb (void)
{
  drawn = TRUE;
}

static double
wait_for_frame (Desk *desk, gint64 start)
{
  drawn = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (desk->window));
  while (!drawn)
    g_main_context_iteration (NULL, TRUE);
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
redraw (Desk *desk, guint round)
{
  return wait_for_frame (desk, g_get_monotonic_time ());
}

/* One that speaks for several descriptions, on and off. */
static double
tick (Desk *desk, guint round)
{
  gint64 start = g_get_monotonic_time ();

  cooldown_app_state_tick (desk->state, "feel-burn", round % 2 == 0);
  return wait_for_frame (desk, start);
}

/* Without drawing it. */
static double
update (Desk *desk, guint round)
{
  gint64 start = g_get_monotonic_time ();
  double span;

  cooldown_app_state_tick (desk->state, "feel-burn", round % 2 == 0);
  span = (double) (g_get_monotonic_time () - start) / 1000;
  wait_for_frame (desk, start);
  return span;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* The middle one, in milliseconds. */
static double
measure (Desk *desk, double (*work) (Desk *desk, guint round))
{
  double spans[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      spans[i] = work (desk, i);
      desk_settle (desk);
    }
  qsort (spans, ROUNDS, sizeof *spans, compare);
  return spans[ROUNDS / 2];
}

int
main (void)
{
  static const char *const ticks[] = { "warn-none",       "where-toes", "where-sole",  "side-one",
                                       "else-tight-wear", "last-30min", "when-during", NULL };
  Desk desk = { 0 };
  double floor, updated, span;

  gtk_init ();
  adw_init ();
  desk_open (&desk);
  desk_show (&desk, "check");
  for (guint i = 0; ticks[i] != NULL; i++)
    cooldown_app_state_tick (desk.state, ticks[i], TRUE);
  desk_settle (&desk);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (desk.window)), "after-paint",
                    after_paint_cb, NULL);
  floor = measure (&desk, redraw);
  updated = measure (&desk, update);
  span = measure (&desk, tick);
  g_print ("drawn again: %.1f ms\n"
           "tick to all widgets changed: %.1f ms (aim: 16 ms)\n"
           "tick to drawn: %.1f ms\n"
           "ratio to drawing again: %.1f\n",
           floor, updated, span, span / floor);
  desk_close (&desk);
  return 0;
}
