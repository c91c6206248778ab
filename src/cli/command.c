/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include "config.h"
#include "core/sandbox.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/**
 * cooldown_command_get_name:
 *
 * Returns: what the user types for this program: in a Flatpak its name is not on the path
 */
const char *
cooldown_command_get_name (void)
{
  return cooldown_sandbox_is_inside () ? "flatpak run " COOLDOWN_APP_ID : "cooldown";
}

/**
 * cooldown_command_complain:
 * @error: why nothing was done
 *
 * Says it on the error output.
 *
 * Returns: what the program is to end with: an error of the domain %G_OPTION_ERROR is about how it
 *   was called
 */
CooldownExit
cooldown_command_complain (const GError *error)
{
  gboolean usage = error->domain == G_OPTION_ERROR;

  g_printerr ("cooldown: %s\n", error->message);
  if (usage)
    {
      /* Translators: %s is the command that was typed: "cooldown" */
      g_printerr (_ ("See %s --help."), cooldown_command_get_name ());
      g_printerr ("\n");
    }
  return usage ? COOLDOWN_EXIT_USAGE : COOLDOWN_EXIT_FAILED;
}

/**
 * cooldown_command_refuse:
 * @error: return location
 * @format: why something cannot be done, as printf has it
 * @...: what belongs to it
 *
 * Returns: %FALSE, with @error set to one that is not about how the program was called
 */
gboolean
cooldown_command_refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error,
                     g_error_new_valist (G_IO_ERROR, G_IO_ERROR_FAILED, format, args));
  va_end (args);
  return FALSE;
}

/**
 * cooldown_command_misuse:
 * @error: return location
 * @format: what is wrong with what was given, as printf has it
 * @...: what belongs to it
 *
 * Returns: %FALSE, with @error set to one that is about how the program was called
 */
gboolean
cooldown_command_misuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, format,
                                                args));
  va_end (args);
  return FALSE;
}

static gboolean
run (const CooldownRequest *request, CooldownClock *clock, GError **error)
{
  switch (request->kind)
    {
    case COOLDOWN_REQUEST_VERSION:
      g_print ("cooldown %s\n", COOLDOWN_VERSION);
      return TRUE;
    case COOLDOWN_REQUEST_WORKOUT:
      return cooldown_command_finish_workout (request->value, clock, error);
    case COOLDOWN_REQUEST_ICE:
      return cooldown_command_start_ice (request->value, clock, error);
    case COOLDOWN_REQUEST_STATUS:
    case COOLDOWN_REQUEST_STATUS_JSON:
      return cooldown_command_tell_status (request->kind == COOLDOWN_REQUEST_STATUS_JSON, clock,
                                           error);
    case COOLDOWN_REQUEST_EXPORT:
      return cooldown_command_export (request->value, clock, error);
    case COOLDOWN_REQUEST_WINDOW:
    case COOLDOWN_REQUEST_SERVICE:
    default:
      g_return_val_if_reached (TRUE);
    }
}

/**
 * cooldown_command_run:
 * @request: something that needs no window
 * @clock: the clock
 *
 * Does it, waits until it is done, and says on the error output why if it cannot be.
 *
 * Returns: what the program is to end with
 */
CooldownExit
cooldown_command_run (const CooldownRequest *request, CooldownClock *clock)
{
  g_autoptr (GError) error = NULL;

  return run (request, clock, &error) ? COOLDOWN_EXIT_DONE : cooldown_command_complain (error);
}
