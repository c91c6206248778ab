/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The latest episodes, and all entries. */
#include "entry-words.h"
#include "report-material.h"

#include <glib/gi18n.h>

/* More than these are not shown at the front. */
#define MOST_LATEST 10
/* Stands after the date of what was written down a day or more later. */
#define LATE "*"

/**
 * cooldown_report_get_column:
 * @column: 0 to %COOLDOWN_REPORT_N_COLUMNS - 1
 *
 * Returns: its title
 */
const char *
cooldown_report_get_column (guint column)
{
  static const char *const columns[COOLDOWN_REPORT_N_COLUMNS] = {
    NC_ ("column", "Date"),       NC_ ("column", "Workout"), NC_ ("column", "Where"),
    NC_ ("column", "Feels like"), NC_ ("column", "Began"),   NC_ ("column", "Lasted"),
    NC_ ("column", "Strength"),
  };

  g_return_val_if_fail (column < COOLDOWN_REPORT_N_COLUMNS, NULL);
  return g_dpgettext2 (NULL, "column", columns[column]);
}

static char *
say_date (const CooldownReportMaterial *self, CooldownEntry *entry)
{
  g_autofree char *date = cooldown_report_say_date (self, entry);

  return g_strconcat (date, cooldown_entry_is_late (entry) ? LATE : "", NULL);
}

static char *
say_strength (CooldownEntry *entry, CooldownField field)
{
  gint64 strength = cooldown_entry_get_number (entry, field);

  return strength != COOLDOWN_NOT_NOTED ? g_strdup_printf ("%d", (int) strength) : g_strdup ("");
}

static char *
say_workout (const CooldownReportMaterial *self, CooldownEntry *episode)
{
  CooldownEntry *workout = cooldown_report_find_workout (self, episode);
  const char *kind;
  g_autofree char *minutes = NULL;
  gint64 rpe;

  if (workout == NULL)
    return g_strdup ("");
  kind = cooldown_workout_get_kind_name (
      cooldown_entry_get_text (workout, COOLDOWN_FIELD_WORKOUT_KIND));
  minutes = cooldown_minutes_format (
      cooldown_entry_get_number (workout, COOLDOWN_FIELD_WORKOUT_MINUTES));
  rpe = cooldown_entry_get_number (workout, COOLDOWN_FIELD_WORKOUT_RPE);
  if (rpe == COOLDOWN_NOT_NOTED)
    /* Translators: a workout: "Run", "45 min" */
    return g_strdup_printf (C_ ("workout", "%1$s %2$s"), kind, minutes);
  /* Translators: a workout: "Run", "45 min", 6 */
  return g_strdup_printf (C_ ("workout", "%1$s %2$s, effort %3$d"), kind, minutes, (int) rpe);
}

static void
capitalize (char **words)
{
  char *capital = cooldown_words_capitalize (*words);

  g_free (*words);
  *words = capital;
}

static CooldownReportRow *
row_new (const CooldownReportMaterial *self, CooldownEntry *episode)
{
  CooldownReportRow *row = g_new0 (CooldownReportRow, 1);
  g_auto (GStrv) halves = cooldown_entry_get_ids (episode, COOLDOWN_FIELD_EPISODE_PLACES);
  char **cells = row->cells;

  *cells++ = say_date (self, episode);
  *cells++ = say_workout (self, episode);
  *cells = cooldown_leg_words_list_short (self->content, (const char *const *) halves);
  capitalize (cells++);
  *cells = cooldown_entry_format_sensations (episode, self->content);
  capitalize (cells++);
  *cells++ = cooldown_entry_format_began (episode);
  *cells++ = cooldown_entry_format_lasted (episode, self->input->now);
  *cells++ = say_strength (episode, COOLDOWN_FIELD_EPISODE_SEVERITY);
  row->strong = cooldown_report_is_over_an_hour (self, episode);
  return row;
}

/**
 * cooldown_report_list_latest:
 * @self: the material
 * @rows: (element-type CooldownReportRow): where the latest episodes are added, the latest first
 */
void
cooldown_report_list_latest (const CooldownReportMaterial *self, GPtrArray *rows)
{
  GPtrArray *episodes = self->kinds[COOLDOWN_ENTRY_EPISODE];

  for (guint i = episodes->len; i > 0 && rows->len < MOST_LATEST; i--)
    g_ptr_array_add (rows, row_new (self, g_ptr_array_index (episodes, i - 1)));
}

/* Begins a line or goes on in it. */
static void
separate (GString *details, const char *separator)
{
  if (details->len > 0)
    g_string_append (details, separator);
}

/* A text of the user's on a line of its own, all of it. */
static void
add_text (GString *details, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  separate (details, "\n");
  g_string_append (details, text);
}

static void
add_labelled (GString *details, const char *label, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  separate (details, " · ");
  /* Translators: what a text is about, and the text: "Shoes and clothing", "New shoes" */
  g_string_append_printf (details, _ ("%1$s: %2$s"), label, text);
}

static char *
list_tried (CooldownEntry *episode)
{
  g_auto (GStrv) tried = cooldown_entry_get_ids (episode, COOLDOWN_FIELD_EPISODE_TRIED);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; tried[i] != NULL; i++)
    {
      const char *outcome;
      g_autofree char *remedy = cooldown_remedy_parse (tried[i], &outcome);
      const char *name = cooldown_choice_get_name (COOLDOWN_FIELD_EPISODE_TRIED, remedy);

      /* Translators: what was tried and what was noted after it: "Ice", "weaker" */
      g_ptr_array_add (words, g_strdup_printf (C_ ("tried", "%1$s (%2$s)"), name,
                                               cooldown_remedy_get_outcome_name (outcome)));
    }
  return cooldown_words_list (words);
}

static void
add_episode (GString *details, CooldownEntry *episode)
{
  g_autofree char *began = cooldown_entry_format_began (episode);
  g_autofree char *tried = list_tried (episode);
  const char *pain = cooldown_entry_get_text (episode, COOLDOWN_FIELD_EPISODE_PAIN);

  add_labelled (details, _ ("Began"), began);
  add_labelled (details, _ ("Shoes and clothing"),
                cooldown_entry_get_text (episode, COOLDOWN_FIELD_EPISODE_CLOTHING));
  add_labelled (details, _ ("Pain elsewhere"),
                pain != NULL && *pain == '\0' ? C_ ("pain", "none") : pain);
  add_labelled (details, _ ("Eased by"),
                cooldown_entry_get_text (episode, COOLDOWN_FIELD_EPISODE_EASES));
  add_labelled (details, _ ("Worse with"),
                cooldown_entry_get_text (episode, COOLDOWN_FIELD_EPISODE_WORSENS));
  add_labelled (details, _ ("Tried"), tried);
  add_labelled (details, _ ("Medicines, caffeine, alcohol"),
                cooldown_entry_get_text (episode, COOLDOWN_FIELD_EPISODE_MEDICINE));
  add_text (details, cooldown_entry_get_text (episode, COOLDOWN_FIELD_EPISODE_NOTES));
}

static void
add_night (GString *details, CooldownEntry *night)
{
  g_auto (GStrv) ids = cooldown_entry_get_ids (night, COOLDOWN_FIELD_NIGHT_FEATURES);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      separate (details, " · ");
      g_string_append (details, cooldown_choice_get_name (COOLDOWN_FIELD_NIGHT_FEATURES, ids[i]));
    }
  add_text (details, cooldown_entry_get_text (night, COOLDOWN_FIELD_NIGHT_NOTES));
}

static CooldownEntry *
find_related (const CooldownReportMaterial *self, CooldownEntry *entry)
{
  const char *uid = cooldown_entry_get_uid (entry);

  if (cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_EPISODE)
    return uid != NULL ? g_hash_table_lookup (self->checks, uid) : NULL;
  if (cooldown_entry_get_kind (entry) != COOLDOWN_ENTRY_WORKOUT)
    return NULL;
  uid = cooldown_entry_get_text (entry, COOLDOWN_FIELD_WORKOUT_SESSION);
  return uid != NULL ? g_hash_table_lookup (self->by_uid, uid) : NULL;
}

static char *
say_details (const CooldownReportMaterial *self, CooldownEntry *entry)
{
  g_autofree char *subtitle = cooldown_entry_format_subtitle (
      entry, self->content, find_related (self, entry), self->input->now);
  GString *details = g_string_new (subtitle);

  if (cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_EPISODE)
    add_episode (details, entry);
  else if (cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_NIGHT)
    add_night (details, entry);
  else if (cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_WORKOUT)
    add_text (details, cooldown_entry_get_text (entry, COOLDOWN_FIELD_WORKOUT_NOTES));
  return g_string_free (details, FALSE);
}

static CooldownReportEntry *
entry_new (const CooldownReportMaterial *self, CooldownEntry *entry)
{
  CooldownReportEntry *words = g_new0 (CooldownReportEntry, 1);
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);

  words->date = say_date (self, entry);
  words->title = cooldown_entry_format_title (entry, self->content);
  words->details = say_details (self, entry);
  if (kind == COOLDOWN_ENTRY_EPISODE)
    words->strength = say_strength (entry, COOLDOWN_FIELD_EPISODE_SEVERITY);
  else if (kind == COOLDOWN_ENTRY_NIGHT)
    words->strength = say_strength (entry, COOLDOWN_FIELD_NIGHT_RESTLESS);
  else
    words->strength = g_strdup ("");
  words->strong = kind == COOLDOWN_ENTRY_EPISODE && cooldown_report_is_over_an_hour (self, entry);
  return words;
}

static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  gint64 first = cooldown_entry_get_at (*(CooldownEntry *const *) a);
  gint64 second = cooldown_entry_get_at (*(CooldownEntry *const *) b);

  return (first < second) - (first > second);
}

/**
 * cooldown_report_list_entries:
 * @self: the material
 * @entries: (element-type CooldownReportEntry): where all entries of the kinds that were asked for
 *   are added, the latest first
 */
void
cooldown_report_list_entries (const CooldownReportMaterial *self, GPtrArray *entries)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  guint kinds = self->input->kinds;

  if (kinds == 0)
    kinds = 1 << COOLDOWN_ENTRY_EPISODE | 1 << COOLDOWN_ENTRY_WORKOUT | 1 << COOLDOWN_ENTRY_NIGHT;
  for (guint kind = 0; kind < COOLDOWN_N_ENTRY_KINDS; kind++)
    for (guint i = 0; (kinds & 1u << kind) != 0 && i < self->kinds[kind]->len; i++)
      g_ptr_array_add (sorted, g_ptr_array_index (self->kinds[kind], i));
  g_ptr_array_sort (sorted, compare_latest_first);
  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_add (entries, entry_new (self, g_ptr_array_index (sorted, i)));
}
