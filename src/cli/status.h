/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "overview.h"

G_BEGIN_DECLS

/** CooldownStatusPart: A part of the list of reminders. */
typedef enum
{
  COOLDOWN_STATUS_DUE,
  COOLDOWN_STATUS_COMING,
  COOLDOWN_STATUS_MISSED,
} CooldownStatusPart;

/** COOLDOWN_N_STATUS_PARTS: How many parts there are. */
#define COOLDOWN_N_STATUS_PARTS 3

GVariant *cooldown_status_get_reminders (CooldownAgentLine *line,
                                         CooldownOverview *overview,
                                         CooldownStatusPart part);
char *cooldown_status_to_text (CooldownAgentLine *line, CooldownOverview *overview);
char *cooldown_status_to_json (CooldownAgentLine *line, CooldownOverview *overview);

G_END_DECLS
