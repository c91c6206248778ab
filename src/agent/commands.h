/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define COOLDOWN_TYPE_COMMANDS (cooldown_commands_get_type ())
G_DECLARE_FINAL_TYPE (CooldownCommands, cooldown_commands, COOLDOWN, COMMANDS, GObject)

/* What all commands share: where they are exported, what they act on, and that twice counts once. */

CooldownCommands *cooldown_commands_new (GActionMap *map, CooldownLedger *ledger);
CooldownLedger *cooldown_commands_get_ledger (CooldownCommands *self);
CooldownInstant cooldown_commands_now (CooldownCommands *self);
void cooldown_commands_add (CooldownCommands *self, const GActionEntry *entries, guint n_entries);
void cooldown_commands_add_for (CooldownCommands *self,
                                const GActionEntry *entries,
                                guint n_entries,
                                gpointer data);
GSimpleAction *cooldown_commands_add_state (CooldownCommands *self,
                                            const char *name,
                                            const GVariantType *type,
                                            GVariant *state);
void cooldown_commands_set_state (CooldownCommands *self, const char *name, GVariant *state);
void cooldown_commands_enable (CooldownCommands *self, const char *action, gboolean enabled);
void cooldown_commands_refuse (GSimpleAction *action, const char *why);
void cooldown_commands_begin_request (CooldownCommands *self, GVariant *platform_data);
void cooldown_commands_end_request (CooldownCommands *self);

/* The commands, a file for each subject. */

void cooldown_ice_actions_add (CooldownCommands *self);
void cooldown_ice_actions_update (CooldownCommands *self);
GVariant *cooldown_ice_actions_get_state (CooldownCommands *self);
void cooldown_recovery_actions_add (CooldownCommands *self);
void cooldown_recovery_actions_update (CooldownCommands *self);
GVariant *cooldown_recovery_actions_get_state (CooldownCommands *self);
void cooldown_evening_actions_interrupt (CooldownCommands *self);
void cooldown_evening_actions_add (CooldownCommands *self);
void cooldown_evening_actions_update (CooldownCommands *self);
GVariant *cooldown_evening_actions_get_state (CooldownCommands *self);
void cooldown_night_actions_add (CooldownCommands *self);
void cooldown_night_actions_update (CooldownCommands *self);
void cooldown_setting_actions_add (CooldownCommands *self);
void cooldown_check_actions_add (CooldownCommands *self);
void cooldown_journal_actions_add (CooldownCommands *self);

G_END_DECLS
