/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command.h"

#include "status.h"

/**
 * cooldown_status_get_reminders:
 * @line: a line to the agent
 * @overview: what goes on
 * @part: which part of the list
 *
 * Returns: (transfer full) (nullable): an a(sxs): kind, seconds since 1970 UTC and title of each
 */
GVariant *
cooldown_status_get_reminders (CooldownAgentLine *line,
                               CooldownOverview *overview,
                               CooldownStatusPart part)
{
  static const char *const actions[COOLDOWN_N_STATUS_PARTS] = {
    [COOLDOWN_STATUS_DUE] = "due",
    [COOLDOWN_STATUS_COMING] = "upcoming",
  };
  const GVariantType *type = G_VARIANT_TYPE ("a(sxs)");

  if (part != COOLDOWN_STATUS_MISSED)
    return cooldown_agent_line_get_state (line, actions[part], type);
  return overview->settings != NULL ? g_variant_lookup_value (overview->settings, "missed", type)
                                    : NULL;
}

/**
 * cooldown_command_tell_status:
 * @json: whether other programs are to read it
 * @clock: the clock
 * @error: return location
 *
 * Prints what goes on, what is due, what comes and what was missed.
 *
 * Returns: whether that is known
 */
gboolean
cooldown_command_tell_status (gboolean json, CooldownClock *clock, GError **error)
{
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (error);
  g_autoptr (CooldownAgentLine) line = content != NULL ? cooldown_agent_line_open (error) : NULL;
  g_autoptr (CooldownOverview) overview = NULL;
  g_autofree char *text = NULL;

  if (line == NULL)
    return FALSE;
  overview = cooldown_overview_new (line, content, clock);
  text = json ? cooldown_status_to_json (line, overview) : cooldown_status_to_text (line, overview);
  g_print ("%s", text);
  return TRUE;
}
