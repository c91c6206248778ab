/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary.h"

#define DAY (24 * COOLDOWN_HOUR)

/**
 * diary_episode:
 * @at: when it began
 * @severity: how strong it was
 * @places: (array zero-terminated=1): halves of regions
 *
 * Returns: (transfer full): an episode of two hours
 */
CooldownEntry *
diary_episode (gint64 at, int severity, const char *const *places)
{
  static const char *const feels[] = { "feel-tingle", "feel-burn", NULL };
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_EPISODE);

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN, at, 0);
  cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_ENDED, at + 2 * COOLDOWN_HOUR, 0);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, severity);
  cooldown_entry_set_ids (entry, COOLDOWN_FIELD_EPISODE_PLACES, places);
  cooldown_entry_set_ids (entry, COOLDOWN_FIELD_EPISODE_SENSATIONS, feels);
  return entry;
}

/**
 * diary_workout:
 * @at: when it ended
 * @kind: of what kind it was
 * @minutes: how long
 *
 * Returns: (transfer full): a workout
 */
CooldownEntry *
diary_workout (gint64 at, const char *kind, int minutes)
{
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_WORKOUT);

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_WORKOUT_ENDED, at, 0);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_WORKOUT_KIND, kind);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_WORKOUT_MINUTES, minutes);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_WORKOUT_LEGS, "fine");
  return entry;
}

/**
 * diary_night:
 * @date: the local date of its evening
 * @restless: how restless the legs were
 *
 * Returns: (transfer full): a night
 */
CooldownEntry *
diary_night (const char *date, int restless)
{
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_NIGHT);
  g_autofree char *uid = g_strconcat ("night-", date, NULL);

  cooldown_entry_set_uid (entry, uid);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_NIGHT_DATE, date);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_NIGHT_RESTLESS, restless);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_NIGHT_BED, 23 * 60 + 5);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_NIGHT_UP, 6 * 60 + 40);
  return entry;
}

/**
 * diary_session:
 * @at: when it began
 * @kind: "ice", "recovery" or "evening"
 *
 * Returns: (transfer full): a session that is over
 */
CooldownEntry *
diary_session (gint64 at, const char *kind)
{
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_SESSION);

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_SESSION_AT, at, 0);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_SESSION_KIND, kind);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_SESSION_PLAN,
                           g_str_equal (kind, "ice")
                               ? "{'minutes': <uint32 10>, 'rounds': <uint32 3>, 'site': "
                                 "<'toes'>, 'side': <'right'>}"
                               : "{'kind': <'run'>, 'minutes': <uint32 45>}");
  cooldown_entry_add_event (entry, "start", "", at, 0);
  return entry;
}

/**
 * diary_check:
 * @at: when it was saved
 * @episode: (nullable): uid of the episode it belongs to
 *
 * Returns: (transfer full): a checklist that leads to a doctor
 */
CooldownEntry *
diary_check (gint64 at, const char *episode)
{
  static const char *const ticks[] = { "feel-burn", "last-longer", NULL };
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_CHECK);

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_CHECK_AT, at, 0);
  cooldown_entry_set_ids (entry, COOLDOWN_FIELD_CHECK_TICKS, ticks);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_CHECK_LEVEL,
                           cooldown_level_to_string (COOLDOWN_LEVEL_SOON));
  if (episode != NULL)
    cooldown_entry_set_text (entry, COOLDOWN_FIELD_CHECK_EPISODE, episode);
  return entry;
}

/**
 * diary_sign:
 * @at: when it was ticked
 *
 * Returns: (transfer full): a warning sign that was ticked
 */
CooldownEntry *
diary_sign (gint64 at)
{
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_SIGN);

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_SIGN_AT, at, 0);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_SIGN_ITEM, "warn-chest");
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_SIGN_OUTCOME, "ticked");
  return entry;
}

/**
 * diary_put:
 * @journal: a journal
 * @entry: (transfer full): what to write into it
 *
 * Writes an entry.
 */
void
diary_put (CooldownJournal *journal, CooldownEntry *entry)
{
  g_autoptr (CooldownEntry) owned = entry;
  g_autoptr (GError) error = NULL;

  cooldown_journal_put_entry (journal, owned, &error);
  g_assert_no_error (error);
}

/* The date of the day that is N days before. */
static char *
get_date (gint64 now, int n)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc ((now - n * DAY) / COOLDOWN_SECOND);

  return g_date_time_format (date, "%Y-%m-%d");
}

/**
 * diary_write_days:
 * @journal: a journal
 * @now: the moment it is now
 *
 * Writes what there is of each kind: three entries today, two yesterday, one three days ago, and
 * two in the last month.
 */
void
diary_write_days (CooldownJournal *journal, gint64 now)
{
  static const char *const foot[] = { "toes-r", "sole-r", NULL };
  static const char *const calf[] = { "calf-l", NULL };
  g_autoptr (CooldownEntry) noted = diary_episode (now - 30 * DAY, 7, calf);
  g_autofree char *last = get_date (now, 1);

  cooldown_entry_set_text (noted, COOLDOWN_FIELD_EPISODE_NOTES, "Ran over the Hollow Hill");
  cooldown_entry_set_text (noted, COOLDOWN_FIELD_EPISODE_PAIN, "lower back");
  diary_put (journal, diary_episode (now - 3 * COOLDOWN_HOUR, 4, foot));
  diary_put (journal, diary_workout (now - 3 * COOLDOWN_HOUR - COOLDOWN_MINUTE, "run", 45));
  diary_put (journal, diary_night (last, 3));
  diary_put (journal, diary_session (now - DAY, "ice"));
  diary_put (journal, diary_check (now - DAY - COOLDOWN_HOUR, NULL));
  diary_put (journal, diary_sign (now - 3 * DAY));
  diary_put (journal, g_steal_pointer (&noted));
  diary_put (journal, diary_workout (now - 30 * DAY - COOLDOWN_HOUR, "walk", 30));
}

/* One of DIARY_PER_DAY of a day. */
static CooldownEntry *
make (gint64 now, int day, guint index)
{
  static const char *const kinds[] = { "run", "walk", "ride", "swim" };
  static const char *const places[][2] = { { "toes-r" }, { "calf-l" }, { "sole-r" } };
  gint64 at = now - day * DAY - (gint64) index * COOLDOWN_HOUR;
  g_autofree char *date = NULL;

  if (index % 5 == 0)
    return diary_episode (at, (day + (int) index) % 11, places[(guint) day % 3]);
  if (index % 5 == 1)
    return diary_workout (at, kinds[(guint) day % 4], 30 + (day % 4) * 15);
  if (index % 5 == 2)
    return diary_session (at, "ice");
  if (index % 5 == 3)
    return diary_check (at, NULL);
  if (index > 5)
    return diary_session (at, "evening");
  date = get_date (now, day + 1);
  return diary_night (date, day % 11);
}

/**
 * diary_write_many:
 * @journal: a journal
 * @now: the moment it is now
 * @n: how many entries
 *
 * Writes as much as %DIARY_PER_DAY entries a day are, up to now.
 */
void
diary_write_many (CooldownJournal *journal, gint64 now, guint n)
{
  for (guint i = 0; i < n; i++)
    diary_put (journal, make (now, (int) (i / DIARY_PER_DAY), i % DIARY_PER_DAY));
}
