/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "request.h"

G_BEGIN_DECLS

/** CooldownExit: what the program ends with. */
typedef enum
{
  COOLDOWN_EXIT_DONE,
  COOLDOWN_EXIT_FAILED,
  COOLDOWN_EXIT_USAGE,
} CooldownExit;

const char *cooldown_command_get_name (void);
CooldownExit cooldown_command_run (const CooldownRequest *request, CooldownClock *clock);
CooldownExit cooldown_command_complain (const GError *error);
gboolean cooldown_command_refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean cooldown_command_misuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* What needs no window, a file for each. */

gboolean cooldown_command_finish_workout (const char *value, CooldownClock *clock, GError **error);
gboolean cooldown_command_start_ice (const char *value, CooldownClock *clock, GError **error);
gboolean cooldown_command_tell_status (gboolean json, CooldownClock *clock, GError **error);
gboolean cooldown_command_export (const char *file, CooldownClock *clock, GError **error);

G_END_DECLS
