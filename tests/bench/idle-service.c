/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A GApplication that waits on the bus and does nothing: what the agent is measured against. */
#include <gio/gio.h>

int
main (int argc, char *argv[])
{
  g_autoptr (GApplication) application =
    g_application_new ("org.example.Idle", G_APPLICATION_IS_SERVICE);

  g_application_hold (application);
  return g_application_run (application, argc, argv);
}
