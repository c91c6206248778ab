/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/journal-entries.h"
#include "core/night.h"
#include "ledger-private.h"

#include <string.h>

#define MINUTES_OF_DAY (24 * 60)
#define NOON (12 * 60)
/* How far the noon of an evening's date may be away when something is noted for it. */
#define NEAR (36 * COOLDOWN_HOUR)

/* What is asked of an evening, and where it stands in the night's record. */
static const struct
{
  const char *name;
  const char *at_name;
  CooldownField field;
  CooldownField at_field;
} things[] = {
  { "caffeine", "caffeine-at", COOLDOWN_FIELD_NIGHT_CAFFEINE, COOLDOWN_FIELD_NIGHT_CAFFEINE_AT },
  { "alcohol", "alcohol-at", COOLDOWN_FIELD_NIGHT_ALCOHOL, COOLDOWN_FIELD_NIGHT_ALCOHOL_AT },
  { "nicotine", "nicotine-at", COOLDOWN_FIELD_NIGHT_NICOTINE, COOLDOWN_FIELD_NIGHT_NICOTINE_AT },
};

/* An answer of tonight's list. */
typedef struct
{
  const char *amount; /* (nullable): "none" or "some" */
  gint64 at;          /* minutes after midnight, or COOLDOWN_NOT_NOTED */
} Answer;

static gboolean
write_night (CooldownJournal *journal, gconstpointer data, GError **error)
{
  const char *date;
  guint32 restless;

  g_variant_get ((GVariant *) data, "(&su)", &date, &restless);
  return cooldown_journal_rate_night (journal, date, restless, error);
}

/**
 * cooldown_ledger_rate_night:
 * @self: the ledger
 * @date: the date of the evening on which the night began, "2026-11-21"
 * @restless: how restless the legs were, 0 to %COOLDOWN_MOST_RESTLESS
 *
 * Notes how a night was; once more corrects it.
 */
void
cooldown_ledger_rate_night (CooldownLedger *self, const char *date, guint restless)
{
  GVariant *night = g_variant_ref_sink (g_variant_new ("(su)", date, restless));

  g_return_if_fail (restless <= COOLDOWN_MOST_RESTLESS);
  g_hash_table_insert (self->nights, g_strdup (date), GINT_TO_POINTER ((int) restless));
  cooldown_ledger_note (self, write_night, night, (GDestroyNotify) g_variant_unref);
}

/**
 * cooldown_ledger_get_night:
 * @self: the ledger
 * @date: the date of the evening on which the night began
 *
 * Returns: how restless the legs were, 0 to %COOLDOWN_MOST_RESTLESS, or %COOLDOWN_NIGHT_NOT_NOTED
 */
int
cooldown_ledger_get_night (CooldownLedger *self, const char *date)
{
  int restless = COOLDOWN_NIGHT_NOT_NOTED;
  gpointer known;

  /* Asked at every look at what is due; when the window notes one, all are forgotten. What is not
   * noted may be so only because the journal cannot be read at present. */
  if (g_hash_table_lookup_extended (self->nights, date, NULL, &known))
    return GPOINTER_TO_INT (known);
  if (self->journal != NULL)
    restless = cooldown_journal_get_night (self->journal, date);
  if (restless != COOLDOWN_NIGHT_NOT_NOTED)
    g_hash_table_insert (self->nights, g_strdup (date), GINT_TO_POINTER (restless));
  return restless;
}

/**
 * cooldown_ledger_has_alcohol:
 * @self: the ledger
 * @date: the date of the evening on which a night begins
 *
 * Returns: whether the journal knows of alcohol before that night: what is corrected there counts as
 *   much as tonight's list
 */
gboolean
cooldown_ledger_has_alcohol (CooldownLedger *self, const char *date)
{
  g_autofree char *uid = cooldown_night_get_uid (date);
  g_autoptr (CooldownEntry) night =
    self->journal != NULL
      ? cooldown_journal_get_entry (self->journal, COOLDOWN_ENTRY_NIGHT, uid, NULL)
      : NULL;

  return night != NULL && cooldown_entry_get_deleted (night) == 0 &&
         g_strcmp0 (cooldown_entry_get_text (night, COOLDOWN_FIELD_NIGHT_ALCOHOL), "some") == 0;
}

/* A time alone says that there was some; a negative one that there was none. */
static Answer
read_answer (GVariant *tonight, guint thing)
{
  Answer answer = { NULL, COOLDOWN_NOT_NOTED };
  gint32 minutes = -1;
  gboolean some;

  if (g_variant_lookup (tonight, things[thing].name, "b", &some))
    g_variant_lookup (tonight, things[thing].at_name, "i", &minutes);
  else if (g_variant_lookup (tonight, things[thing].name, "i", &minutes))
    some = minutes >= 0;
  else
    return answer;
  answer.amount = some ? "some" : "none";
  if (some && minutes >= 0 && minutes < MINUTES_OF_DAY)
    answer.at = minutes;
  return answer;
}

static gboolean
is_same (const Answer *first, const Answer *second)
{
  return g_strcmp0 (first->amount, second->amount) == 0 && first->at == second->at;
}

static Answer
get_noted (CooldownEntry *night, guint thing)
{
  return (Answer){ cooldown_entry_get_text (night, things[thing].field),
                   cooldown_entry_get_number (night, things[thing].at_field) };
}

static void
set_noted (CooldownEntry *night, guint thing, const Answer *answer)
{
  if (answer->amount != NULL)
    cooldown_entry_set_text (night, things[thing].field, answer->amount);
  else
    cooldown_entry_unset (night, things[thing].field);
  if (answer->at != COOLDOWN_NOT_NOTED)
    cooldown_entry_set_number (night, things[thing].at_field, answer->at);
  else
    cooldown_entry_unset (night, things[thing].at_field);
}

/* What changed in the list is taken over; that it was taken back, only where the journal says what
 * the list said: what the user wrote there since stays. */
static gboolean
take_over (CooldownEntry *night, GVariant *before, GVariant *after)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    {
      Answer old = read_answer (before, i);
      Answer new = read_answer (after, i);
      Answer noted = get_noted (night, i);

      if (is_same (&old, &new) || is_same (&noted, &new) ||
          (new.amount == NULL && !is_same (&noted, &old)))
        continue;
      set_noted (night, i, &new);
      changed = TRUE;
    }
  return changed;
}

/* Nothing comes back of one that was deleted. */
static CooldownEntry *
get_or_begin_night (CooldownJournal *journal, const char *date, GError **error)
{
  g_autofree char *uid = g_strconcat ("night-", date, NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CooldownEntry)
      night = cooldown_journal_get_entry (journal, COOLDOWN_ENTRY_NIGHT, uid, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (night == NULL || cooldown_entry_get_deleted (night) != 0)
    {
      g_clear_object (&night);
      night = cooldown_entry_new (COOLDOWN_ENTRY_NIGHT);
      cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_DATE, date);
    }
  return g_steal_pointer (&night);
}

static gboolean
write_tonight (CooldownJournal *journal, gconstpointer data, GError **error)
{
  const char *date;
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;
  g_autoptr (CooldownEntry) night = NULL;

  g_variant_get ((GVariant *) data, "(&s@a{sv}@a{sv})", &date, &before, &after);
  night = get_or_begin_night (journal, date, error);
  return night != NULL &&
         (!take_over (night, before, after) || cooldown_journal_put_entry (journal, night, error));
}

/* The date of a list of these days; %NULL for what is none. */
static const char *
find_date (CooldownLedger *self, GVariant *tonight)
{
  gint64 now = cooldown_clock_now (self->clock).wall;
  const char *date = NULL;
  gint64 noon;
  GDate day;

  if (!g_variant_lookup (tonight, "date", "&s", &date) || !cooldown_date_parse (date, &day))
    return NULL;
  noon = cooldown_local_time_on (self->clock, date, NOON);
  return noon != COOLDOWN_NEVER && ABS (noon - now) < NEAR ? date : NULL;
}

/**
 * cooldown_ledger_note_tonight:
 * @self: the ledger
 * @tonight: tonight's list as it is to be from now on, an a{sv}; that before it is still set
 *
 * Notes what is new in the list with the night that it is about, where the journal and what is
 * worked out of it find it.
 */
void
cooldown_ledger_note_tonight (CooldownLedger *self, GVariant *tonight)
{
  GVariant *old = cooldown_ledger_lookup (self, "tonight", G_VARIANT_TYPE_VARDICT);
  const char *date = find_date (self, tonight);
  const char *old_date = NULL;
  g_autoptr (GVariant) before = NULL;

  if (date == NULL)
    return;
  if (old != NULL && g_variant_lookup (old, "date", "&s", &old_date) && strcmp (old_date, date) == 0)
    before = g_variant_ref (old);
  else
    before = g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0));
  cooldown_ledger_note (self, write_tonight,
                        g_variant_ref_sink (g_variant_new ("(s@a{sv}@a{sv})", date, before, tonight)),
                        (GDestroyNotify) g_variant_unref);
}
