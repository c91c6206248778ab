/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "application.h"
#include "cli/command.h"
#include "window-tab.h"

#include <glib/gi18n.h>
#include <locale.h>

/* The tab that VALUE begins with. */
static gboolean
names_tab (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "/", 2);

  return cooldown_window_tab_parse (parts[0], NULL);
}

static gboolean
can_open (const CooldownRequest *request, GError **error)
{
  if (request->value != NULL && !names_tab (request->value))
    /* Translators: %s is what was given; the five names are not translated. */
    return cooldown_command_misuse (error,
                                    _ ("There is no page “%s”. The pages are: recover, check, ice, "
                                       "evening, journal."),
                                    request->value);
  if (!gtk_init_check ())
    return cooldown_command_refuse (error,
                                    _ ("Cooldown found no display to open its window on."));
  return TRUE;
}

/* What the program that is open already needs to know goes to it as arguments. */
static int
open_window (char *name, const CooldownRequest *request)
{
  g_autoptr (CooldownApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  char service[] = "--gapplication-service";
  gboolean is_service = request->kind == COOLDOWN_REQUEST_SERVICE;
  char *arguments[] = { name, is_service ? service : request->value, NULL };

  if (!can_open (request, &error))
    return cooldown_command_complain (error);
  application = cooldown_application_new ();
  return g_application_run (G_APPLICATION (application), arguments[1] != NULL ? 2 : 1, arguments);
}

int
main (int argc, char *argv[])
{
  g_autoptr (CooldownClock) clock = cooldown_clock_system_new ();
  g_autoptr (CooldownRequest) request = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, COOLDOWN_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  request = cooldown_request_new (argv, &error);
  if (request == NULL)
    return cooldown_command_complain (error);
  if (request->kind != COOLDOWN_REQUEST_WINDOW && request->kind != COOLDOWN_REQUEST_SERVICE)
    return cooldown_command_run (request, clock);
  return open_window (argv[0], request);
}
