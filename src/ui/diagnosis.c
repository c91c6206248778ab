/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diagnosis.h"

#include "agent-states.h"
#include "config.h"
#include "core/sandbox.h"

#include <adwaita.h>
#include <string.h>

/* Not translated: it is read by whoever repairs the program, in whatever language it runs. */

static void
add_versions (GString *text, CooldownAppState *state)
{
  g_autoptr (GVariant)
      version = cooldown_app_state_lookup_agent_state (state, "version", G_VARIANT_TYPE_STRING);

  g_string_append_printf (text, "Cooldown: %s\n", COOLDOWN_VERSION);
  g_string_append_printf (text, "Agent: %s\n",
                          version != NULL ? g_variant_get_string (version, NULL) : "not there");
  g_string_append_printf (text, "GTK: %u.%u.%u\n", gtk_get_major_version (),
                          gtk_get_minor_version (), gtk_get_micro_version ());
  g_string_append_printf (text, "libadwaita: %u.%u.%u\n", adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version ());
}

static void
add_desktop (GString *text, GdkDisplay *display)
{
  const char *desktop = g_getenv ("XDG_CURRENT_DESKTOP");
  g_autofree char *os = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);

  g_string_append_printf (text, "System: %s\n", os != NULL ? os : "unknown");
  g_string_append_printf (text, "Desktop: %s\n", desktop != NULL ? desktop : "unknown");
  g_string_append_printf (text, "Display: %s\n", G_OBJECT_TYPE_NAME (display));
  g_string_append_printf (text, "Sandbox: %s\n",
                          cooldown_sandbox_is_inside () ? "Flatpak" : "none");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The members of a state in the order of their names, so that two reports can be compared. */
static void
add_state (GString *text, CooldownAppState *state, const char *action)
{
  g_autoptr (GVariant)
      members = cooldown_app_state_lookup_agent_state (state, action, G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariantDict) dict = g_variant_dict_new (members);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GVariantIter iter;
  char *name;

  g_string_append_printf (text, "\n[%s]\n", action);
  if (members == NULL)
    return;
  g_variant_iter_init (&iter, members);
  while (g_variant_iter_next (&iter, "{sv}", &name, NULL))
    g_ptr_array_add (names, name);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GVariant) value = g_variant_dict_lookup_value (dict, names->pdata[i], NULL);
      g_autofree char *printed = g_variant_print (value, FALSE);

      g_string_append_printf (text, "%s: %s\n", (const char *) names->pdata[i], printed);
    }
}

/**
 * cooldown_diagnosis_new:
 * @state: what is going on
 * @display: where the window is
 *
 * Returns: (transfer full): versions, and what the agent says about the last test and about its
 *   start at login; nothing about the user's health
 */
char *
cooldown_diagnosis_new (CooldownAppState *state, GdkDisplay *display)
{
  GString *text = g_string_new (NULL);
  g_autofree char *now = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (COOLDOWN_IS_APP_STATE (state), g_string_free (text, FALSE));
  g_return_val_if_fail (GDK_IS_DISPLAY (display), g_string_free (text, FALSE));
  local = cooldown_clock_to_local (cooldown_app_state_get_clock (state),
                                   cooldown_app_state_now (state).wall);
  now = local != NULL ? g_date_time_format_iso8601 (local) : NULL;
  g_string_append_printf (text, "Now: %s\n", now != NULL ? now : "unknown");
  add_versions (text, state);
  add_desktop (text, display);
  add_state (text, state, "test");
  add_state (text, state, "autostart");
  return g_string_free (text, FALSE);
}
