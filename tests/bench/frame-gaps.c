/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Preloaded into a program with a window: has it draw without a pause, and prints the longest time
 * that went by between two frames, in microseconds, once it is told to stop by SIGTERM.
 */
#include <dlfcn.h>
#include <glib-unix.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>

/* The first frames build the pages, with or without a server that hangs. */
#define SETTLE_MICROSECONDS G_TIME_SPAN_SECOND

typedef struct
{
  gint64 began;
  gint64 last;
  gint64 longest;
  guint frames;
} Gaps;

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Gaps *gaps = data;
  gint64 now = g_get_monotonic_time ();

  if (gaps->began == 0)
    {
      gaps->began = now;
      printf ("drawing\n");
      fflush (stdout);
    }
  if (gaps->last != 0 && now - gaps->began > SETTLE_MICROSECONDS)
    {
      gaps->longest = MAX (gaps->longest, now - gaps->last);
      gaps->frames++;
    }
  gaps->last = now;
  return G_SOURCE_CONTINUE;
}

static gboolean
stop_cb (gpointer data)
{
  const Gaps *gaps = data;

  printf ("longest gap %" G_GINT64_FORMAT " in %u frames\n", gaps->longest, gaps->frames);
  fflush (stdout);
  _exit (0);
}

G_MODULE_EXPORT void
gtk_window_present (GtkWindow *window)
{
  static Gaps gaps;
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");

  present (window);
  if (gaps.frames > 0 || gaps.began > 0)
    return;
  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, &gaps, NULL);
  g_unix_signal_add (SIGTERM, stop_cb, &gaps);
}
