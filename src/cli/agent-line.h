/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** CooldownAgentLine: A talk with the agent in which each word is waited for. */
typedef struct _CooldownAgentLine CooldownAgentLine;

CooldownAgentLine *cooldown_agent_line_open (GError **error);
void cooldown_agent_line_close (CooldownAgentLine *self);
gboolean cooldown_agent_line_can (CooldownAgentLine *self, const char *action);
GVariant *cooldown_agent_line_get_state (CooldownAgentLine *self,
                                         const char *action,
                                         const GVariantType *type);
gboolean cooldown_agent_line_do (CooldownAgentLine *self,
                                 const char *action,
                                 GVariant *parameter,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownAgentLine, cooldown_agent_line_close)

/** CooldownAgentLineError: why the agent cannot be talked to; the words are for the user. */
typedef enum
{
  COOLDOWN_AGENT_LINE_ERROR_NO_BUS,
  COOLDOWN_AGENT_LINE_ERROR_NOT_INSTALLED,
  COOLDOWN_AGENT_LINE_ERROR_FAILED,
} CooldownAgentLineError;

#define COOLDOWN_AGENT_LINE_ERROR (cooldown_agent_line_error_quark ())
GQuark cooldown_agent_line_error_quark (void);

G_END_DECLS
