/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-words.h"

#include "core/ice.h"

#include <glib/gi18n.h>
#include <string.h>

/* What an episode is about when nothing else is noted. */
#define TINGLING "feel-tingle"
/* Minutes up to here are not told in hours: what lasted over an hour shall be seen at once. */
#define MOST_MINUTES 120

/**
 * cooldown_entry_list_restless:
 * @self: a session
 * @night: (nullable): the night to look at, as from [func@Cooldown.moment_get_night], or %NULL for all
 * @times: (element-type utf8): what it adds to
 *
 * Adds the times of day at which it was noted that the legs were restless, the earliest first.
 */
void
cooldown_entry_list_restless (CooldownEntry *self, const char *night, GPtrArray *times)
{
  for (guint i = 0; i < cooldown_entry_get_n_events (self); i++)
    {
      const CooldownEntryEvent *event = cooldown_entry_get_event (self, i);
      g_autofree char *of = cooldown_moment_get_night (event->at, event->offset);

      if (g_str_equal (event->name, "restless") && (night == NULL || g_strcmp0 (of, night) == 0))
        g_ptr_array_add (times, cooldown_moment_format_time (event->at, event->offset));
    }
}

/**
 * cooldown_minutes_format:
 * @minutes: how long something was; what is negative counts as nothing
 *
 * Returns: (transfer full): "70 min"; from two hours on "2 h 10 min"
 */
char *
cooldown_minutes_format (gint64 minutes)
{
  minutes = CLAMP (minutes, 0, G_MAXINT);
  if (minutes < MOST_MINUTES)
    /* Translators: a duration, short: "25 min" */
    return g_strdup_printf (_ ("%u min"), (guint) minutes);
  if (minutes % 60 == 0)
    /* Translators: a duration in hours, short: "3 h" */
    return g_strdup_printf (_ ("%u h"), (guint) minutes / 60);
  /* Translators: a duration in hours and minutes, short: "1 h 10 min" */
  return g_strdup_printf (_ ("%1$u h %2$u min"), (guint) minutes / 60, (guint) minutes % 60);
}

/**
 * cooldown_entry_format_time:
 * @self: an entry
 * @field: one of its times
 *
 * Returns: (transfer full): the time of day: "18:12"; "" when it is not noted
 */
char *
cooldown_entry_format_time (CooldownEntry *self, CooldownField field)
{
  if (!cooldown_entry_has (self, field))
    return g_strdup ("");
  return cooldown_moment_format_time (cooldown_entry_get_time (self, field),
                                      cooldown_entry_get_time_offset (self, field));
}

/**
 * cooldown_entry_format_places:
 * @self: an entry
 * @field: its places
 * @content: what the program knows
 *
 * Returns: (transfer full): where that is: "ball of the foot and sole, right"; "" when it is not
 *   noted
 */
char *
cooldown_entry_format_places (CooldownEntry *self, CooldownField field, CooldownContent *content)
{
  g_auto (GStrv) halves = cooldown_entry_get_ids (self, field);

  return cooldown_leg_words_list (content, (const char *const *) halves);
}

/**
 * cooldown_entry_format_sensations:
 * @self: an episode
 * @content: what the program knows
 *
 * Returns: (transfer full): what it felt like: "tingling, burning, numb"; "" when it is not noted
 */
char *
cooldown_entry_format_sensations (CooldownEntry *self, CooldownContent *content)
{
  g_auto (GStrv) items = cooldown_entry_get_ids (self, COOLDOWN_FIELD_EPISODE_SENSATIONS);

  return cooldown_sensations_format (content, (const char *const *) items);
}

static char *
format_open (CooldownEntry *self, gint64 now)
{
  if (now - cooldown_entry_get_time (self, COOLDOWN_FIELD_EPISODE_BEGAN) > COOLDOWN_HOUR)
    return g_strdup (_ ("over an hour, still there"));
  return g_strdup (_ ("still there"));
}

/**
 * cooldown_entry_format_lasted:
 * @self: an episode
 * @now: the moment it is now, microseconds since 1970 UTC
 *
 * Returns: (transfer full): how long it lasted: "70 min", "within 5 min", "over an hour, still
 *   there"; "" when it is not noted
 */
char *
cooldown_entry_format_lasted (CooldownEntry *self, gint64 now)
{
  const char *lasted = cooldown_entry_get_text (self, COOLDOWN_FIELD_EPISODE_LASTED);
  gint64 minutes = cooldown_entry_get_minutes (self);

  if (cooldown_entry_get_number (self, COOLDOWN_FIELD_EPISODE_OPEN) == 1)
    return format_open (self, now);
  if (minutes != COOLDOWN_NOT_NOTED)
    return cooldown_minutes_format (minutes);
  if (g_strcmp0 (lasted, "last-5min") == 0)
    return g_strdup (C_ ("lasted", "within 5 min"));
  if (g_strcmp0 (lasted, "last-30min") == 0)
    return g_strdup (C_ ("lasted", "up to 30 min"));
  if (g_strcmp0 (lasted, "last-hour") == 0)
    return g_strdup (C_ ("lasted", "up to an hour"));
  if (g_strcmp0 (lasted, "last-longer") == 0)
    return g_strdup (C_ ("lasted", "over an hour"));
  return g_strdup ("");
}

/**
 * cooldown_entry_format_began:
 * @self: an episode
 *
 * Returns: (transfer full): when it began in the workout or after it: "after 25 min", "10 min after
 *   stopping", "later, at rest"; "" when it is not noted
 */
char *
cooldown_entry_format_began (CooldownEntry *self)
{
  const char *onset = cooldown_entry_get_text (self, COOLDOWN_FIELD_EPISODE_ONSET);
  gint64 after = cooldown_entry_get_number (self, COOLDOWN_FIELD_EPISODE_AFTER_MINUTES);
  g_autofree char *minutes = after != COOLDOWN_NOT_NOTED ? cooldown_minutes_format (after) : NULL;

  if (g_strcmp0 (onset, "during") == 0)
    /* Translators: when it began in a workout: "after 25 min" */
    return minutes != NULL ? g_strdup_printf (C_ ("began", "after %s"), minutes)
                           : g_strdup (C_ ("began", "in the workout"));
  if (g_strcmp0 (onset, "after") == 0)
    /* Translators: when it began after a workout: "10 min after stopping" */
    return minutes != NULL ? g_strdup_printf (C_ ("began", "%s after stopping"), minutes)
                           : g_strdup (C_ ("began", "after stopping"));
  if (g_strcmp0 (onset, "rest") == 0)
    return g_strdup (C_ ("began", "later, at rest"));
  return g_strdup ("");
}

static char *
format_episode (CooldownEntry *self, CooldownContent *content)
{
  g_auto (GStrv) items = cooldown_entry_get_ids (self, COOLDOWN_FIELD_EPISODE_SENSATIONS);
  g_autofree char *places = cooldown_entry_format_places (self, COOLDOWN_FIELD_EPISODE_PLACES,
                                                          content);
  gboolean tingles = items == NULL || items[0] == NULL ||
                     cooldown_entry_has_id (self, COOLDOWN_FIELD_EPISODE_SENSATIONS, TINGLING);
  const char *first = cooldown_sensation_get_name (content, tingles ? TINGLING : items[0]);
  g_autofree char *what = cooldown_words_capitalize (first);

  if (*places == '\0')
    return g_steal_pointer (&what);
  /* Translators: an episode: "Tingling", "ball of the foot and sole, right" */
  return g_strdup_printf (C_ ("episode", "%1$s, %2$s"), what, places);
}

static char *
format_workout (CooldownEntry *self)
{
  const char *kind = cooldown_entry_get_text (self, COOLDOWN_FIELD_WORKOUT_KIND);
  guint minutes = (guint) MAX (cooldown_entry_get_number (self, COOLDOWN_FIELD_WORKOUT_MINUTES), 0);

  return g_strdup_printf (
      /* Translators: a workout: "Run", 45 */
      ngettext ("%1$s, %2$u minute", "%1$s, %2$u minutes", minutes),
      cooldown_workout_get_kind_name (kind), minutes);
}

static char *
format_night (CooldownEntry *self, CooldownContent *content)
{
  gint64 restless = cooldown_entry_get_number (self, COOLDOWN_FIELD_NIGHT_RESTLESS);
  const CooldownEveningNumbers *numbers = cooldown_content_get_evening_numbers (content);

  if (restless == COOLDOWN_NOT_NOTED)
    return g_strdup (C_ ("entry", "Night"));
  /* Translators: a night: "a little restless" */
  return g_strdup_printf (C_ ("entry", "Night, %s"),
                          cooldown_restless_get_name (numbers, (int) restless));
}

static char *
format_check (CooldownEntry *self, CooldownContent *content)
{
  const char *id = cooldown_entry_get_text (self, COOLDOWN_FIELD_CHECK_LEVEL);

  for (int level = COOLDOWN_LEVEL_UNFINISHED; level <= COOLDOWN_LEVEL_EMERGENCY; level++)
    if (g_strcmp0 (cooldown_level_to_string (level), id) == 0)
      return g_strdup (cooldown_content_get_level (content, level)->name);
  return g_strdup ("");
}

static char *
format_sign (CooldownEntry *self, CooldownContent *content)
{
  const char *id = cooldown_entry_get_text (self, COOLDOWN_FIELD_SIGN_ITEM);
  const CooldownItem *item = id != NULL ? cooldown_content_get_item (content, id) : NULL;

  return g_strdup (item != NULL ? item->name : id != NULL ? id : "");
}

/* Where the ice lay, from its plan. */
static char *
format_ice_place (GVariant *plan, CooldownContent *content)
{
  const char *site = cooldown_ice_plan_get_site (plan);
  const char *side = cooldown_ice_plan_get_side (plan);
  g_auto (GStrv) halves = g_new0 (char *, COOLDOWN_N_SIDES + 1);
  guint n = 0;

  if (site == NULL || *site == '\0')
    return g_strdup ("");
  if (g_strcmp0 (side, "right") != 0)
    halves[n++] = cooldown_place_new (site, COOLDOWN_SIDE_LEFT);
  if (g_strcmp0 (side, "left") != 0)
    halves[n++] = cooldown_place_new (site, COOLDOWN_SIDE_RIGHT);
  return cooldown_leg_words_list (content, (const char *const *) halves);
}

static char *
format_session (CooldownEntry *self, CooldownContent *content)
{
  const char *kind = cooldown_entry_get_text (self, COOLDOWN_FIELD_SESSION_KIND);
  const char *text = cooldown_entry_get_text (self, COOLDOWN_FIELD_SESSION_PLAN);
  const char *name = cooldown_choice_get_name (COOLDOWN_FIELD_SESSION_KIND, kind);
  g_autoptr (GVariant) plan = NULL;
  g_autofree char *place = NULL;

  /* Whoever notes restless legs has not begun a wind-down with it. */
  if (cooldown_entry_count_events (self, "restless") > 0 &&
      cooldown_entry_count_events (self, "start") == 0)
    return g_strdup (_ ("Restless legs noted"));
  if (g_strcmp0 (kind, "ice") == 0 && text != NULL)
    plan = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  place = plan != NULL ? format_ice_place (plan, content) : g_strdup ("");
  if (*place == '\0')
    return g_strdup (name);
  /* Translators: what was done and where: "Ice", "ball of the foot, right" */
  return g_strdup_printf (C_ ("session", "%1$s, %2$s"), name, place);
}

/**
 * cooldown_entry_format_title:
 * @self: an entry
 * @content: what the program knows
 *
 * Returns: (transfer full): what it is, in a line: "Tingling, ball of the foot and sole, right",
 *   "Run, 45 minutes", "Night, a little restless"
 */
char *
cooldown_entry_format_title (CooldownEntry *self, CooldownContent *content)
{
  switch (cooldown_entry_get_kind (self))
    {
    case COOLDOWN_ENTRY_EPISODE:
      return format_episode (self, content);
    case COOLDOWN_ENTRY_WORKOUT:
      return format_workout (self);
    case COOLDOWN_ENTRY_NIGHT:
      return format_night (self, content);
    case COOLDOWN_ENTRY_CHECK:
      return format_check (self, content);
    case COOLDOWN_ENTRY_SIGN:
      return format_sign (self, content);
    case COOLDOWN_ENTRY_SESSION:
    default:
      return format_session (self, content);
    }
}
