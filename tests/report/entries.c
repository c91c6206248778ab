/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entries.h"

GPtrArray *
entries_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* An entry of the KIND at a time with its offset, "2026-11-21T18:12:00+01". */
static CooldownEntry *
add (GPtrArray *entries, CooldownEntryKind kind, const char *at)
{
  CooldownEntry *entry = cooldown_entry_new (kind);
  g_autofree char *uid = g_strdup_printf ("%s-%u", cooldown_entry_kind_get_name (kind),
                                          entries->len);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (at, NULL);

  g_assert_nonnull (time);
  cooldown_entry_set_uid (entry, uid);
  cooldown_entry_set_time (entry, cooldown_entry_kind_get_first_field (kind),
                           g_date_time_to_unix (time) * COOLDOWN_SECOND,
                           (gint32) (g_date_time_get_utc_offset (time) / COOLDOWN_SECOND));
  g_ptr_array_add (entries, entry);
  return entry;
}

/* STRENGTH below 0 is not noted. */
CooldownEntry *
entries_add_episode (GPtrArray *episodes, const char *began, int strength)
{
  CooldownEntry *episode = add (episodes, COOLDOWN_ENTRY_EPISODE, began);

  if (strength >= 0)
    cooldown_entry_set_number (episode, COOLDOWN_FIELD_EPISODE_SEVERITY, strength);
  return episode;
}

/* EFFORT below 0 is not noted. */
CooldownEntry *
entries_add_workout (GPtrArray *workouts, const char *ended, const char *kind, int effort)
{
  CooldownEntry *workout = add (workouts, COOLDOWN_ENTRY_WORKOUT, ended);

  cooldown_entry_set_text (workout, COOLDOWN_FIELD_WORKOUT_KIND, kind);
  cooldown_entry_set_number (workout, COOLDOWN_FIELD_WORKOUT_MINUTES, 45);
  cooldown_entry_set_text (workout, COOLDOWN_FIELD_WORKOUT_LEGS, "unasked");
  if (effort >= 0)
    cooldown_entry_set_number (workout, COOLDOWN_FIELD_WORKOUT_RPE, effort);
  return workout;
}

void
entries_join (CooldownEntry *episode, CooldownEntry *workout)
{
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_WORKOUT,
                           cooldown_entry_get_uid (workout));
}
