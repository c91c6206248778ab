/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-fill.h"

#include "core/night.h"
#include "leg-places.h"

#define UNASKED "unasked"

static void
set_now (CooldownAppState *state, CooldownEntry *entry, CooldownField field)
{
  gint64 now = cooldown_app_state_now (state).wall;

  cooldown_entry_set_time (entry, field, now,
                           cooldown_clock_get_offset (cooldown_app_state_get_clock (state), now));
}

static void
fill_workout (CooldownAppState *state, CooldownEntry *entry)
{
  GSettings *settings = cooldown_app_state_get_settings (state);
  g_autofree char *kind = g_settings_get_string (settings, "last-workout-kind");
  const char *const *kinds = cooldown_workout_kinds ();

  set_now (state, entry, COOLDOWN_FIELD_WORKOUT_ENDED);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_WORKOUT_KIND,
                           g_strv_contains (kinds, kind) ? kind : kinds[0]);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_WORKOUT_MINUTES,
                             g_settings_get_int (settings, "last-workout-minutes"));
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_WORKOUT_LEGS, UNASKED);
}

static void
fill_night (CooldownAppState *state, CooldownEntry *entry)
{
  CooldownBedtimes bedtimes;
  char date[COOLDOWN_DATE_SIZE];
  g_autofree char *uid = NULL;

  cooldown_app_state_get_bedtimes (state, &bedtimes);
  if (!cooldown_last_night (cooldown_app_state_get_clock (state),
                            cooldown_app_state_now (state).wall, &bedtimes, date))
    return;
  uid = cooldown_night_get_uid (date);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_NIGHT_DATE, date);
  cooldown_entry_set_uid (entry, uid);
}

/**
 * cooldown_entry_fill_new:
 * @state: what is going on
 * @kind: an episode, a workout or a night
 *
 * Returns: (transfer full): a new entry, with what cannot be left open: an episode that began now
 *   and goes on, a workout that ended now and is like the last one, the last night
 */
CooldownEntry *
cooldown_entry_fill_new (CooldownAppState *state, CooldownEntryKind kind)
{
  CooldownEntry *entry = cooldown_entry_new (kind);

  if (kind == COOLDOWN_ENTRY_EPISODE)
    set_now (state, entry, COOLDOWN_FIELD_EPISODE_BEGAN);
  else if (kind == COOLDOWN_ENTRY_WORKOUT)
    fill_workout (state, entry);
  else if (kind == COOLDOWN_ENTRY_NIGHT)
    fill_night (state, entry);
  return entry;
}

static void
fill_from_workout (CooldownEntry *entry, CooldownEntry *workout)
{
  gint64 began = cooldown_entry_get_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN);
  gint64 since = began - cooldown_entry_get_time (workout, COOLDOWN_FIELD_WORKOUT_ENDED);

  if (since < 0 || since > COOLDOWN_FILL_WINDOW)
    return;
  if (!cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_WORKOUT))
    cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_WORKOUT,
                             cooldown_entry_get_uid (workout));
  if (!cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_ONSET))
    cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_ONSET, "after");
  if (g_strcmp0 (cooldown_entry_get_text (entry, COOLDOWN_FIELD_EPISODE_ONSET), "after") == 0 &&
      !cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_AFTER_MINUTES))
    cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_AFTER_MINUTES,
                               since / COOLDOWN_MINUTE);
}

/* The one that is ticked of a choice, or NULL. */
static const char *
find_ticked (CooldownAppState *state, const char *const *items)
{
  CooldownTicks *ticks = cooldown_app_state_get_ticks (state);

  for (; *items != NULL; items++)
    if (cooldown_ticks_has (ticks, *items))
      return *items;
  return NULL;
}

static void
fill_sensations (CooldownAppState *state, CooldownEntry *entry)
{
  GPtrArray *items = cooldown_content_get_items (cooldown_app_state_get_content (state));
  CooldownTicks *ticks = cooldown_app_state_get_ticks (state);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (g_str_equal (item->group, "feel") && cooldown_ticks_has (ticks, item->id))
        g_ptr_array_add (ids, (char *) item->id);
    }
  g_ptr_array_add (ids, NULL);
  cooldown_entry_set_ids (entry, COOLDOWN_FIELD_EPISODE_SENSATIONS,
                          (const char *const *) ids->pdata);
}

static void
fill_from_checklist (CooldownAppState *state, CooldownEntry *entry)
{
  static const char *const starts[] = { "when-during", "when-after", NULL };
  const CooldownFieldInfo *lasted = cooldown_field_get_info (COOLDOWN_FIELD_EPISODE_LASTED);
  g_auto (GStrv) places = cooldown_leg_places_get (state);
  const char *start = find_ticked (state, starts);

  if (!cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_SENSATIONS))
    fill_sensations (state, entry);
  if (!cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_PLACES))
    cooldown_entry_set_ids (entry, COOLDOWN_FIELD_EPISODE_PLACES, (const char *const *) places);
  if (!cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_LASTED))
    cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_LASTED,
                             find_ticked (state, lasted->choices));
  if (!cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_ONSET) && start != NULL)
    cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_ONSET,
                             g_str_equal (start, starts[0]) ? "during" : "after");
}

/**
 * cooldown_entry_fill_episode:
 * @state: what is going on
 * @entry: an episode that began not long ago
 * @workout: (nullable): the workout that ended last
 *
 * Fills in what the checklist and the workout say about it, where nothing is noted. What was noted
 * stays.
 */
void
cooldown_entry_fill_episode (CooldownAppState *state, CooldownEntry *entry, CooldownEntry *workout)
{
  gint64 ticked = cooldown_tick_store_get_changed (cooldown_app_state_get_tick_store (state));

  if (cooldown_app_state_now (state).wall - ticked <= COOLDOWN_FILL_WINDOW)
    fill_from_checklist (state, entry);
  if (workout != NULL)
    fill_from_workout (entry, workout);
}

/**
 * cooldown_entry_fill_is_recent:
 * @state: what is going on
 * @entry: an entry
 *
 * Returns: whether what is known now is known about it
 */
gboolean
cooldown_entry_fill_is_recent (CooldownAppState *state, CooldownEntry *entry)
{
  gint64 since = cooldown_app_state_now (state).wall - cooldown_entry_get_at (entry);

  return since >= 0 && since <= COOLDOWN_FILL_WINDOW;
}
