/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CooldownAutostartState:
 * @COOLDOWN_AUTOSTART_OFF: the agent is not started at login
 * @COOLDOWN_AUTOSTART_ON: it is
 * @COOLDOWN_AUTOSTART_ASKING: the desktop was asked and has not answered; a dialog may take minutes
 * @COOLDOWN_AUTOSTART_REFUSED: it is wanted, and the user or the desktop said no
 * @COOLDOWN_AUTOSTART_FAILED: the last wish could not be fulfilled, for a reason that has words
 *
 * What is known about the agent's start at login.
 */
typedef enum
{
  COOLDOWN_AUTOSTART_OFF,
  COOLDOWN_AUTOSTART_ON,
  COOLDOWN_AUTOSTART_ASKING,
  COOLDOWN_AUTOSTART_REFUSED,
  COOLDOWN_AUTOSTART_FAILED,
} CooldownAutostartState;

#define COOLDOWN_TYPE_AUTOSTART (cooldown_autostart_get_type ())
G_DECLARE_DERIVABLE_TYPE (CooldownAutostart, cooldown_autostart, COOLDOWN, AUTOSTART, GObject)

/**
 * CooldownAutostartClass:
 * @by: the `by` of the state
 * @ask: has the agent started at login from now on, or no longer; ends in
 *   cooldown_autostart_answer(), and is not called again before that
 * @look: (nullable): sees what the state is by now; ends in cooldown_autostart_find()
 * @set_status: (nullable): says what the agent is at
 *
 * What has the agent started at login: the portal, or a file in the user's folder. No call waits
 * for an answer. Signal "changed": what cooldown_autostart_get_state() gives is not the same any
 * more.
 */
struct _CooldownAutostartClass
{
  GObjectClass parent_class;

  const char *by;
  void (*ask) (CooldownAutostart *self, gboolean wanted);
  void (*look) (CooldownAutostart *self);
  void (*set_status) (CooldownAutostart *self, const char *message);
};

CooldownAutostart *cooldown_autostart_portal_new (GDBusConnection *session, const char *program);
CooldownAutostart *cooldown_autostart_file_new (const char *folder, const char *program);

void cooldown_autostart_restore (CooldownAutostart *self, gboolean wanted, gboolean granted);
void cooldown_autostart_set_wanted (CooldownAutostart *self, gboolean wanted);
gboolean cooldown_autostart_is_wanted (CooldownAutostart *self);
gboolean cooldown_autostart_is_granted (CooldownAutostart *self);
gboolean cooldown_autostart_is_asking (CooldownAutostart *self);
GVariant *cooldown_autostart_get_state (CooldownAutostart *self);
void cooldown_autostart_set_status (CooldownAutostart *self, const char *message);

/* For those who fulfil wishes. */
void cooldown_autostart_answer (CooldownAutostart *self,
                                CooldownAutostartState state,
                                const char *detail);
void cooldown_autostart_find (CooldownAutostart *self,
                              CooldownAutostartState state,
                              const char *detail);

G_END_DECLS
