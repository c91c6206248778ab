/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Preloaded into a program whose start is measured: it notes when the first window has been drawn
 * for the first time, prints that moment and ends the program.
 */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  printf ("first frame %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  fflush (stdout);
  _exit (0);
}

G_MODULE_EXPORT void
gtk_window_present (GtkWindow *window)
{
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");
  GdkSurface *surface;

  present (window);
  surface = gtk_native_get_surface (GTK_NATIVE (window));
  g_signal_connect (gdk_surface_get_frame_clock (surface), "after-paint", G_CALLBACK (painted_cb),
                    NULL);
}
