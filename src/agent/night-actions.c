/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"
#include "core/night.h"

#define MINUTES_BEFORE_NOON (12 * 60)
/* From noon to noon. */
#define DAY (24 * COOLDOWN_HOUR)
/* What is over for longer is not remembered well enough to be noted. */
#define OLDEST_NIGHT (30 * DAY)

static const char *
find_fault (CooldownCommands *self, const char *date, guint32 restless)
{
  CooldownClock *clock = cooldown_ledger_get_clock (cooldown_commands_get_ledger (self));
  gint64 now = cooldown_commands_now (self).wall;
  gint64 noon = cooldown_local_time_on (clock, date, MINUTES_BEFORE_NOON);

  if (noon == COOLDOWN_NEVER)
    return "that is no date";
  if (noon > now)
    return "that evening has not come";
  if (now - noon > OLDEST_NIGHT + DAY)
    return "that night was too long ago";
  return restless > COOLDOWN_MOST_RESTLESS ? "legs are rated from 0 to 10" : NULL;
}

static void
night_rate_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  const char *date, *fault;
  guint32 restless;

  g_variant_get (parameter, "(u&s)", &restless, &date);
  fault = find_fault (self, date, restless);
  if (fault != NULL)
    cooldown_commands_refuse (action, fault);
  else
    cooldown_ledger_rate_night (cooldown_commands_get_ledger (self), date, restless);
}

/* What others are told about the last night: its date, how it was, and how many are noted. */
static GVariant *
get_state (CooldownCommands *self)
{
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  CooldownJournal *journal = cooldown_ledger_get_journal (ledger);
  CooldownBedtimes bedtimes;
  char date[COOLDOWN_DATE_SIZE];
  GVariantDict state;

  g_variant_dict_init (&state, NULL);
  cooldown_ledger_get_bedtimes (ledger, &bedtimes);
  if (cooldown_last_night (cooldown_ledger_get_clock (ledger), cooldown_commands_now (self).wall,
                           &bedtimes, date))
    {
      g_variant_dict_insert (&state, "date", "s", date);
      g_variant_dict_insert (&state, "rating", "i", cooldown_ledger_get_night (ledger, date));
    }
  g_variant_dict_insert (&state, "nights", "u",
                         journal != NULL ? cooldown_journal_count_nights (journal) : 0);
  return g_variant_dict_end (&state);
}

/**
 * cooldown_night_actions_add:
 * @self: the commands
 *
 * Adds the command that notes how restless the legs were, and the state that tells it.
 */
void
cooldown_night_actions_add (CooldownCommands *self)
{
  static const GActionEntry entries[] = {
    { "night-rate", night_rate_cb, "(us)", NULL, NULL, { 0 } },
  };

  cooldown_commands_add (self, entries, G_N_ELEMENTS (entries));
  cooldown_commands_add_state (self, "night", NULL, get_state (self));
}

/**
 * cooldown_night_actions_update:
 * @self: the commands
 *
 * Tells how the last night was, if that changed or another night is the last one.
 */
void
cooldown_night_actions_update (CooldownCommands *self)
{
  cooldown_commands_set_state (self, "night", get_state (self));
}
