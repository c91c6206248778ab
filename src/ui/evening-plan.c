/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evening-plan.h"

#include "routine-choice.h"

#include <string.h>

/* So long after bedtime the page turns to the coming evening. */
#define NIGHT (5 * COOLDOWN_HOUR)
#define DAY_MINUTES (24 * 60)
#define SETTING_TONIGHT "tonight"
/* No limit of the user's own. */
#define USUAL_LIMIT (-1)

/**
 * cooldown_evening_plan_get:
 * @state: what is going on
 * @evening: (out): the evening to show
 *
 * Tonight; some hours after bedtime, when the night is all but over, the coming evening.
 *
 * Returns: whether the user has said when they go to bed
 */
gboolean
cooldown_evening_plan_get (CooldownAppState *state, CooldownEvening *evening)
{
  CooldownClock *clock = cooldown_app_state_get_clock (state);
  CooldownBedtimes bedtimes;
  int winddown = cooldown_routine_choice_get_winddown (state);
  gint64 now = cooldown_app_state_now (state).wall;

  if (!cooldown_app_state_get_bedtimes (state, &bedtimes) ||
      !cooldown_evening_at (clock, now, &bedtimes, winddown, evening))
    return FALSE;
  if (now < evening->bed + NIGHT)
    return TRUE;
  return cooldown_evening_at (clock, evening->morning, &bedtimes, winddown, evening);
}

/**
 * cooldown_evening_plan_is_restless_time:
 * @state: what is going on
 * @wall: a moment, microseconds since 1970 UTC
 *
 * Returns: whether it is the time in which restless legs come first: from some hours before the
 *   wind-down until the night counts as over
 */
gboolean
cooldown_evening_plan_is_restless_time (CooldownAppState *state, gint64 wall)
{
  CooldownContent *content = cooldown_app_state_get_content (state);
  int before = cooldown_content_get_evening_numbers (content)->restless_before;
  CooldownBedtimes bedtimes;
  CooldownEvening evening;

  cooldown_app_state_get_bedtimes (state, &bedtimes);
  return cooldown_evening_at (cooldown_app_state_get_clock (state), wall, &bedtimes,
                              cooldown_routine_choice_get_winddown (state), &evening) &&
         wall >= evening.wind_down - before * COOLDOWN_MINUTE;
}

static GVariant *
lookup_tonight (CooldownAppState *state, const CooldownEvening *evening)
{
  g_autoptr (GVariant)
      tonight = cooldown_app_state_lookup_setting (state, SETTING_TONIGHT, G_VARIANT_TYPE_VARDICT);
  const char *date = NULL;

  if (tonight == NULL || !g_variant_lookup (tonight, "date", "&s", &date) ||
      strcmp (date, evening->date) != 0)
    return NULL;
  return g_steal_pointer (&tonight);
}

static int
read_minutes (GVariant *tonight, const char *name)
{
  gint32 minutes = COOLDOWN_NOTED_NOTHING;

  g_variant_lookup (tonight, name, "i", &minutes);
  return minutes >= COOLDOWN_NOTED_NONE && minutes < DAY_MINUTES ? minutes : COOLDOWN_NOTED_NOTHING;
}

/**
 * cooldown_evening_plan_get_noted:
 * @state: what is going on
 * @evening: the evening
 * @thing: what it is about
 *
 * Returns: when the last of it was, minutes after midnight; %COOLDOWN_NOTED_NONE or
 *   %COOLDOWN_NOTED_NOTHING
 */
int
cooldown_evening_plan_get_noted (CooldownAppState *state,
                                 const CooldownEvening *evening,
                                 const char *thing)
{
  g_autoptr (GVariant) tonight = lookup_tonight (state, evening);
  g_autofree char *at = g_strdup_printf ("%s-at", thing);
  gboolean some;

  if (tonight == NULL)
    return COOLDOWN_NOTED_NOTHING;
  if (strcmp (thing, "caffeine") == 0)
    return read_minutes (tonight, thing);
  if (!g_variant_lookup (tonight, thing, "b", &some))
    return COOLDOWN_NOTED_NOTHING;
  return some ? MAX (read_minutes (tonight, at), 0) : COOLDOWN_NOTED_NONE;
}

static void
write_noted (GVariantDict *tonight, const char *thing, int minutes)
{
  g_autofree char *at = g_strdup_printf ("%s-at", thing);

  g_variant_dict_remove (tonight, thing);
  g_variant_dict_remove (tonight, at);
  if (minutes == COOLDOWN_NOTED_NOTHING)
    return;
  if (strcmp (thing, "caffeine") == 0)
    {
      g_variant_dict_insert (tonight, thing, "i", minutes);
      return;
    }
  g_variant_dict_insert (tonight, thing, "b", minutes != COOLDOWN_NOTED_NONE);
  if (minutes != COOLDOWN_NOTED_NONE)
    g_variant_dict_insert (tonight, at, "i", minutes);
}

/**
 * cooldown_evening_plan_note:
 * @state: what is going on
 * @evening: the evening
 * @thing: what it is about
 * @minutes: when the last of it was, minutes after midnight; %COOLDOWN_NOTED_NONE or
 *   %COOLDOWN_NOTED_NOTHING
 *
 * Notes it for that evening; what was noted for an earlier one goes.
 */
void
cooldown_evening_plan_note (CooldownAppState *state,
                            const CooldownEvening *evening,
                            const char *thing,
                            int minutes)
{
  g_autoptr (GVariant) before = lookup_tonight (state, evening);
  GVariantDict tonight;

  g_variant_dict_init (&tonight, before);
  g_variant_dict_insert (&tonight, "date", "s", evening->date);
  write_noted (&tonight, thing, minutes);
  cooldown_app_state_set_setting (state, SETTING_TONIGHT, g_variant_dict_end (&tonight));
}

static int
lookup_own_limit (CooldownAppState *state, const char *id)
{
  g_autofree char *name = g_strdup_printf ("limit.%s", id);
  g_autoptr (GVariant) own = cooldown_app_state_lookup_setting (state, name, G_VARIANT_TYPE_INT32);

  return own != NULL ? g_variant_get_int32 (own) : USUAL_LIMIT;
}

/**
 * cooldown_evening_plan_get_limit:
 * @state: what is going on
 * @id: the id of a limit
 * @limit: (out): the limit as it holds for the user
 *
 * Returns: whether there is such a limit
 */
gboolean
cooldown_evening_plan_get_limit (CooldownAppState *state, const char *id, CooldownLimit *limit)
{
  const CooldownLimit *usual = cooldown_content_get_limit (cooldown_app_state_get_content (state),
                                                           id);

  if (usual == NULL)
    return FALSE;
  *limit = *usual;
  cooldown_limit_set_own (limit, lookup_own_limit (state, id));
  return TRUE;
}

/**
 * cooldown_evening_plan_set_limit:
 * @state: what is going on
 * @id: the id of a limit
 * @minutes: minutes before bed, or after midnight where the limit is a time of day; negative: as
 *   usual
 */
void
cooldown_evening_plan_set_limit (CooldownAppState *state, const char *id, int minutes)
{
  g_autofree char *name = g_strdup_printf ("limit.%s", id);

  if (MAX (minutes, USUAL_LIMIT) != lookup_own_limit (state, id))
    cooldown_app_state_set_setting (state, name, g_variant_new_int32 (MAX (minutes, USUAL_LIMIT)));
}

/**
 * cooldown_evening_plan_get_limit_time:
 * @state: what is going on
 * @evening: the evening
 * @id: the id of a limit
 *
 * Returns: until when it is all right, microseconds since 1970 UTC; %COOLDOWN_NEVER if there is no
 *   such limit
 */
gint64
cooldown_evening_plan_get_limit_time (CooldownAppState *state,
                                      const CooldownEvening *evening,
                                      const char *id)
{
  CooldownLimit limit;

  if (!cooldown_evening_plan_get_limit (state, id, &limit))
    return COOLDOWN_NEVER;
  return cooldown_evening_limit (cooldown_app_state_get_clock (state), evening, &limit);
}

/**
 * cooldown_evening_plan_set_bedtime:
 * @state: what is going on
 * @evening: the evening
 * @minutes: when the user goes to bed, minutes after midnight
 *
 * Sets the bedtime that holds for the evening: its weekday's where that has one of its own, else
 * the usual one.
 */
void
cooldown_evening_plan_set_bedtime (CooldownAppState *state,
                                   const CooldownEvening *evening,
                                   int minutes)
{
  CooldownBedtimes bedtimes;
  GDate day;
  int *own;

  cooldown_app_state_get_bedtimes (state, &bedtimes);
  if (!cooldown_date_parse (evening->date, &day))
    return;
  own = &bedtimes.own[g_date_get_weekday (&day) - G_DATE_MONDAY];
  if (*own == COOLDOWN_AS_USUAL)
    {
      cooldown_app_state_set_setting (state, "bedtime", g_variant_new_int32 (minutes));
      return;
    }
  *own = minutes;
  cooldown_app_state_set_setting (state, "bedtimes",
                                  g_variant_new_fixed_array (G_VARIANT_TYPE_INT32, bedtimes.own,
                                                             G_N_ELEMENTS (bedtimes.own),
                                                             sizeof (gint32)));
}
