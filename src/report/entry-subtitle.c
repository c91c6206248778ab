/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What else is known of an entry, in a line below its title. */
#include "entry-words.h"

#include "core/ice.h"

#include <glib/gi18n.h>
#include <string.h>

#define TINGLING "feel-tingle"
#define NO_SIGN "warn-none"
/* So many times of day are told, of more only how many they are. */
#define MOST_TIMES 4

static void
add (GPtrArray *parts, char *words)
{
  if (words != NULL && *words != '\0')
    g_ptr_array_add (parts, words);
  else
    g_free (words);
}

static const char *
find_level_words (const char *level)
{
  if (g_strcmp0 (level, "emergency") == 0)
    return C_ ("level", "get help now");
  if (g_strcmp0 (level, "urgent") == 0)
    return C_ ("level", "be seen today");
  if (g_strcmp0 (level, "soon") == 0)
    return C_ ("level", "make a doctor’s appointment");
  if (g_strcmp0 (level, "self-care") == 0)
    return C_ ("level", "self-care for now");
  return C_ ("level", "not finished");
}

/* What was answered about the warning signs. */
static char *
format_signs (CooldownEntry *check)
{
  g_auto (GStrv) ticks = cooldown_entry_get_ids (check, COOLDOWN_FIELD_CHECK_TICKS);
  guint n = 0;

  for (guint i = 0; ticks != NULL && ticks[i] != NULL; i++)
    if (g_str_has_prefix (ticks[i], "warn-") && strcmp (ticks[i], NO_SIGN) != 0)
      n++;
  if (n > 0)
    return g_strdup_printf (ngettext ("%u warning sign", "%u warning signs", n), n);
  if (cooldown_entry_has_id (check, COOLDOWN_FIELD_CHECK_TICKS, NO_SIGN))
    return g_strdup (_ ("warning signs: none"));
  return g_strdup (_ ("warning signs: not answered"));
}

/* Sensations but the one that the title begins with. */
static char *
format_more_sensations (CooldownEntry *self, CooldownContent *content)
{
  g_auto (GStrv) items = cooldown_entry_get_ids (self, COOLDOWN_FIELD_EPISODE_SENSATIONS);
  gboolean tingles = cooldown_entry_has_id (self, COOLDOWN_FIELD_EPISODE_SENSATIONS, TINGLING);
  g_autoptr (GPtrArray) more = g_ptr_array_new ();

  for (guint i = 0; items != NULL && items[i] != NULL; i++)
    if (tingles ? strcmp (items[i], TINGLING) != 0 : i > 0)
      g_ptr_array_add (more, items[i]);
  g_ptr_array_add (more, NULL);
  return cooldown_sensations_format (content, (const char *const *) more->pdata);
}

static char *
format_gone (CooldownEntry *self, gint64 now)
{
  gint64 minutes = cooldown_entry_get_minutes (self);
  g_autofree char *words = cooldown_entry_format_lasted (self, now);

  if (cooldown_entry_get_number (self, COOLDOWN_FIELD_EPISODE_OPEN) == 1 ||
      minutes == COOLDOWN_NOT_NOTED)
    return g_steal_pointer (&words);
  /* Translators: how long it lasted: "gone after 25 min" */
  return g_strdup_printf (_ ("gone after %s"), words);
}

static void
add_episode (GPtrArray *parts,
             CooldownEntry *self,
             CooldownContent *content,
             CooldownEntry *check,
             gint64 now)
{
  const char *level = check != NULL ? cooldown_entry_get_text (check, COOLDOWN_FIELD_CHECK_LEVEL)
                                    : NULL;

  add (parts, format_more_sensations (self, content));
  add (parts, format_gone (self, now));
  if (check == NULL)
    return;
  if (g_strcmp0 (level, "self-care") == 0)
    add (parts, format_signs (check));
  else
    add (parts, g_strdup (find_level_words (level)));
}

/* How many steps are ticked: each counts as it was left. */
static guint
count_steps (CooldownEntry *session)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < cooldown_entry_get_n_events (session); i++)
    {
      const CooldownEntryEvent *event = cooldown_entry_get_event (session, i);

      if (strcmp (event->name, "step") == 0)
        g_hash_table_add (done, event->arg);
      else if (strcmp (event->name, "unstep") == 0)
        g_hash_table_remove (done, event->arg);
    }
  return g_hash_table_size (done);
}

/* What was said after the hour, or %NULL. */
static const char *
find_check_in (CooldownEntry *session)
{
  for (guint i = cooldown_entry_get_n_events (session); i > 0; i--)
    {
      const CooldownEntryEvent *event = cooldown_entry_get_event (session, i - 1);

      if (strcmp (event->name, "check-in") != 0)
        continue;
      if (strcmp (event->arg, "gone") == 0)
        return C_ ("after the workout", "tingling gone");
      if (strcmp (event->arg, "still") == 0)
        return C_ ("after the workout", "still there after one hour");
      if (strcmp (event->arg, "worse") == 0)
        return C_ ("after the workout", "worse afterwards");
      if (strcmp (event->arg, "none") == 0)
        return C_ ("after the workout", "legs fine");
    }
  return NULL;
}

static void
add_recovery (GPtrArray *parts, CooldownEntry *session)
{
  guint n = session != NULL ? count_steps (session) : 0;

  if (n > 0)
    add (parts, g_strdup_printf (ngettext ("%u step done", "%u steps done", n), n));
  if (session != NULL)
    add (parts, g_strdup (find_check_in (session)));
}

/* As in a sentence. */
static const struct
{
  const char *id;
  const char *name;
} conditions[] = {
  { "hot", NC_ ("conditions in a row", "hot day") },
  { "dry", NC_ ("conditions in a row", "little to drink") },
  { "hills", NC_ ("conditions in a row", "hills") },
  { "new-shoes", NC_ ("conditions in a row", "new shoes") },
  { "harder", NC_ ("conditions in a row", "more or harder than usual") },
};

static char *
format_conditions (CooldownEntry *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (cooldown_entry_has_id (self, COOLDOWN_FIELD_WORKOUT_CONDITIONS, conditions[i].id))
      g_ptr_array_add (names,
                       (char *) g_dpgettext2 (NULL, "conditions in a row", conditions[i].name));
  return cooldown_words_list (names);
}

static void
add_workout (GPtrArray *parts, CooldownEntry *self, CooldownEntry *session)
{
  gint64 rpe = cooldown_entry_get_number (self, COOLDOWN_FIELD_WORKOUT_RPE);

  if (rpe == COOLDOWN_NOT_NOTED)
    add (parts, g_strdup (_ ("effort not noted")));
  else
    add (parts, g_strdup_printf (_ ("effort %d of 10"), (int) rpe));
  add (parts, format_conditions (self));
  add_recovery (parts, session);
}

static char *
format_hours_in_bed (CooldownEntry *self)
{
  gint64 bed = cooldown_entry_get_number (self, COOLDOWN_FIELD_NIGHT_BED);
  gint64 up = cooldown_entry_get_number (self, COOLDOWN_FIELD_NIGHT_UP);
  g_autofree char *from = bed != COOLDOWN_NOT_NOTED ? cooldown_minute_of_day_format ((int) bed)
                                                    : NULL;
  g_autofree char *to = up != COOLDOWN_NOT_NOTED ? cooldown_minute_of_day_format ((int) up) : NULL;

  if (from != NULL && to != NULL)
    /* Translators: hours in bed: "23:05", "06:40" */
    return g_strdup_printf (C_ ("hours", "%1$s to %2$s"), from, to);
  if (from != NULL)
    return g_strdup_printf (C_ ("night", "in bed at %s"), from);
  return to != NULL ? g_strdup_printf (C_ ("night", "up at %s"), to) : NULL;
}

/* When the legs became restless, as in a sentence; NULL when that is not noted. */
static const char *
find_started (CooldownEntry *self)
{
  const char *started = cooldown_entry_get_text (self, COOLDOWN_FIELD_NIGHT_STARTED);

  if (g_strcmp0 (started, "evening") == 0)
    /* Translators: of restless legs */
    return C_ ("night", "began before bed");
  if (g_strcmp0 (started, "in-bed") == 0)
    /* Translators: of restless legs */
    return C_ ("night", "began in bed");
  if (g_strcmp0 (started, "night") == 0)
    /* Translators: of restless legs */
    return C_ ("night", "woke me");
  return NULL;
}

/* Something taken in the evening; the words are of one substance. */
static void
add_taken (GPtrArray *parts,
           CooldownEntry *self,
           CooldownField field,
           CooldownField at_field,
           const char *none,
           const char *some,
           const char *until)
{
  const char *taken = cooldown_entry_get_text (self, field);
  gint64 at = cooldown_entry_get_number (self, at_field);

  if (g_strcmp0 (taken, "none") == 0)
    add (parts, g_strdup (none));
  else if (at != COOLDOWN_NOT_NOTED)
    {
      g_autofree char *time = cooldown_minute_of_day_format ((int) at);
      g_autoptr (GString) words = g_string_new (until);

      g_string_replace (words, "%s", time, 1);
      add (parts, g_strdup (words->str));
    }
  else if (g_strcmp0 (taken, "some") == 0)
    add (parts, g_strdup (some));
}

static char *
format_taken (CooldownEntry *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_taken (parts, self, COOLDOWN_FIELD_NIGHT_CAFFEINE, COOLDOWN_FIELD_NIGHT_CAFFEINE_AT,
             C_ ("night", "no caffeine"), C_ ("night", "caffeine"),
             C_ ("night", "caffeine until %s"));
  add_taken (parts, self, COOLDOWN_FIELD_NIGHT_ALCOHOL, COOLDOWN_FIELD_NIGHT_ALCOHOL_AT,
             C_ ("night", "no alcohol"), C_ ("night", "alcohol"), C_ ("night", "alcohol until %s"));
  add_taken (parts, self, COOLDOWN_FIELD_NIGHT_NICOTINE, COOLDOWN_FIELD_NIGHT_NICOTINE_AT,
             C_ ("night", "no nicotine"), C_ ("night", "nicotine"),
             C_ ("night", "nicotine until %s"));
  return cooldown_words_list (parts);
}

static void
add_night (GPtrArray *parts, CooldownEntry *self)
{
  gint64 to_sleep = cooldown_entry_get_number (self, COOLDOWN_FIELD_NIGHT_TO_SLEEP);
  gint64 sleep = cooldown_entry_get_number (self, COOLDOWN_FIELD_NIGHT_SLEEP);

  add (parts, g_strdup (find_started (self)));
  add (parts, format_hours_in_bed (self));
  if (to_sleep != COOLDOWN_NOT_NOTED)
    {
      g_autofree char *length = cooldown_minutes_format (to_sleep);

      /* Translators: how long it took to fall asleep: "40 min" */
      add (parts, g_strdup_printf (C_ ("night", "asleep after %s"), length));
    }
  if (sleep != COOLDOWN_NOT_NOTED)
    {
      g_autofree char *length = cooldown_minutes_format (sleep);

      /* Translators: how long somebody slept: "6 h 30 min" */
      add (parts, g_strdup_printf (C_ ("night", "%s of sleep"), length));
    }
  add (parts, format_taken (self));
}

static void
add_check (GPtrArray *parts, CooldownEntry *self, CooldownContent *content)
{
  add (parts, cooldown_entry_format_places (self, COOLDOWN_FIELD_CHECK_PLACES, content));
  add (parts, format_signs (self));
}

static char *
format_ice (CooldownEntry *self)
{
  const char *text = cooldown_entry_get_text (self, COOLDOWN_FIELD_SESSION_PLAN);
  g_autoptr (GVariant)
      plan = text != NULL ? g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL) : NULL;
  guint rounds = cooldown_entry_count_events (self, "on");
  g_autofree char *length = NULL;

  if (rounds == 0)
    return g_strdup (_ ("no ice was put on"));
  if (plan == NULL)
    return g_strdup_printf (ngettext ("%u round", "%u rounds", rounds), rounds);
  length = cooldown_minutes_format (cooldown_ice_plan_get_minutes (plan));
  /* Translators: rounds of ice: 3, "10 min" */
  return g_strdup_printf (ngettext ("%1$u round, %2$s", "%1$u rounds, %2$s each", rounds), rounds,
                          length);
}

/* When restless legs were noted, or where that was often, how often. */
static char *
format_restless (CooldownEntry *self)
{
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  cooldown_entry_list_restless (self, NULL, times);
  if (times->len == 0)
    return NULL;
  if (times->len > MOST_TIMES)
    return g_strdup_printf (ngettext ("legs restless %u time", "legs restless %u times", times->len),
                            times->len);
  list = cooldown_words_list (times);
  /* Translators: %s is a time of day, or several: "02:14, 03:40" */
  return g_strdup_printf (_ ("legs restless at %s"), list);
}

static void
add_session (GPtrArray *parts, CooldownEntry *self)
{
  if (g_strcmp0 (cooldown_entry_get_text (self, COOLDOWN_FIELD_SESSION_KIND), "ice") == 0)
    add (parts, format_ice (self));
  else
    {
      add_recovery (parts, self);
      add (parts, format_restless (self));
    }
  if (cooldown_entry_get_number (self, COOLDOWN_FIELD_SESSION_OPEN) == 1)
    add (parts, g_strdup (C_ ("session", "goes on")));
}

/**
 * cooldown_entry_format_subtitle:
 * @self: an entry
 * @content: what the program knows
 * @related: (nullable): of an episode its check, of a workout the session of recovery that
 *   followed; nothing for the other kinds
 * @now: the moment it is now, microseconds since 1970 UTC
 *
 * Returns: (transfer full): what else is known of it, in a line: "18:12 · burning, numb · over an
 *   hour, still there · make a doctor’s appointment"; nowhere the name of a description
 */
char *
cooldown_entry_format_subtitle (CooldownEntry *self,
                                CooldownContent *content,
                                CooldownEntry *related,
                                gint64 now)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (self);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (kind != COOLDOWN_ENTRY_NIGHT)
    add (parts, cooldown_entry_format_time (self, cooldown_entry_kind_get_time_field (kind)));
  if (kind == COOLDOWN_ENTRY_EPISODE)
    add_episode (parts, self, content, related, now);
  else if (kind == COOLDOWN_ENTRY_WORKOUT)
    add_workout (parts, self, related);
  else if (kind == COOLDOWN_ENTRY_NIGHT)
    add_night (parts, self);
  else if (kind == COOLDOWN_ENTRY_CHECK)
    add_check (parts, self, content);
  else if (kind == COOLDOWN_ENTRY_SESSION)
    add_session (parts, self);
  else
    add (parts, g_strdup (cooldown_choice_get_name (
                    COOLDOWN_FIELD_SIGN_OUTCOME,
                    cooldown_entry_get_text (self, COOLDOWN_FIELD_SIGN_OUTCOME))));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
