/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"
#include "marks.h"

/* A question whose time had gone by when the window noted what it is about was never to be asked. */
static void
journal_changed_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  CooldownInstant now = cooldown_commands_now (self);
  CooldownDue before[COOLDOWN_N_SOURCES];

  cooldown_ledger_hold (ledger);
  cooldown_due_look_all (ledger, &now, before);
  cooldown_ledger_reread (ledger);
  cooldown_due_settle_new (ledger, &now, before);
  cooldown_ledger_release (ledger);
}

/**
 * cooldown_journal_actions_add:
 * @self: the commands
 *
 * Adds the command by which the window says that it wrote to the journal.
 */
void
cooldown_journal_actions_add (CooldownCommands *self)
{
  static const GActionEntry entries[] = {
    { "journal-changed", journal_changed_cb, NULL, NULL, NULL, { 0 } },
  };

  cooldown_commands_add (self, entries, G_N_ELEMENTS (entries));
}
