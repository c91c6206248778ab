/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "autostart-words.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

typedef struct
{
  const char *state;
  const char *by;
  const char *detail; /* (nullable) */
  gboolean wanted;
} Autostart;

static gboolean
read_state (GVariant *state, Autostart *autostart)
{
  *autostart = (Autostart){ "", "", NULL, FALSE };
  if (state == NULL || !g_variant_lookup (state, "state", "&s", &autostart->state))
    return FALSE;
  g_variant_lookup (state, "by", "&s", &autostart->by);
  g_variant_lookup (state, "detail", "&s", &autostart->detail);
  g_variant_lookup (state, "wanted", "b", &autostart->wanted);
  return TRUE;
}

/**
 * cooldown_autostart_words_is_known:
 * @state: (nullable): the agent's state "autostart", an a{sv}; %NULL without an agent
 *
 * Returns: whether it says anything about the start at login
 */
gboolean
cooldown_autostart_words_is_known (GVariant *state)
{
  Autostart autostart;

  return read_state (state, &autostart);
}

/**
 * cooldown_autostart_words_is_on:
 * @state: (nullable): the agent's state "autostart"
 *
 * Returns: whether reminders are started at login as things are now: a wish that is being asked
 *   for, or that failed, has changed nothing yet
 */
gboolean
cooldown_autostart_words_is_on (GVariant *state)
{
  Autostart autostart;

  if (!read_state (state, &autostart))
    return FALSE;
  if (g_str_equal (autostart.state, "asking") || g_str_equal (autostart.state, "failed"))
    return !autostart.wanted;
  return g_str_equal (autostart.state, "on");
}

static char *
describe_failure (const Autostart *autostart)
{
  if (autostart->detail == NULL)
    return g_strdup (_ ("It could not be changed."));
  /* Translators: start at login; %s are the words of an error of the system */
  return g_strdup_printf (_ ("It could not be changed: %s"), autostart->detail);
}

/**
 * cooldown_autostart_words_describe:
 * @state: (nullable): the agent's state "autostart"; %NULL without an agent
 *
 * Returns: (transfer full): how things are, and what that means for reminders
 */
char *
cooldown_autostart_words_describe (GVariant *state)
{
  Autostart autostart;

  if (!read_state (state, &autostart))
    return g_strdup (_ ("The part of Cooldown that reminds you does not answer. Whether it is "
                        "started at login is not known."));
  if (g_str_equal (autostart.state, "on"))
    return g_strdup (_ ("Reminders come after login, also before Cooldown was opened."));
  if (g_str_equal (autostart.state, "asking"))
    return g_str_equal (autostart.by, "portal") && autostart.wanted
               ? g_strdup (_ ("Your desktop is asking you."))
               : g_strdup (_ ("One moment…"));
  if (g_str_equal (autostart.state, "refused") && g_str_equal (autostart.by, "portal"))
    return g_strdup (_ ("Your desktop or you said no: reminders come after login only once "
                        "Cooldown was opened, and the desktop may end them some time after the "
                        "window is closed. Allow Cooldown to run in the background, in the "
                        "desktop’s settings for apps."));
  if (g_str_equal (autostart.state, "refused"))
    return g_strdup (_ ("Your desktop or you said no: reminders come after login only once "
                        "Cooldown was opened."));
  if (g_str_equal (autostart.state, "failed"))
    return describe_failure (&autostart);
  if (autostart.wanted)
    return g_strdup (_ ("It was on, and something else has switched it off: reminders come after "
                        "login only once Cooldown was opened."));
  return g_strdup (_ ("Reminders come after login only once Cooldown was opened."));
}
