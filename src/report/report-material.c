/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-material.h"

#include "date-words.h"

#include <math.h>

/* In a longer period a date without its year is none. */
#define DAYS_OF_YEAR 366

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  CooldownEntry *first = *(CooldownEntry *const *) a, *second = *(CooldownEntry *const *) b;
  gint64 at_first = cooldown_entry_get_at (first), at_second = cooldown_entry_get_at (second);

  if (at_first != at_second)
    return at_first < at_second ? -1 : 1;
  return g_strcmp0 (cooldown_entry_get_uid (first), cooldown_entry_get_uid (second));
}

/* A night belongs to the day of its evening, which is what it is named by. */
static gboolean
is_in_period (CooldownEntry *entry, const CooldownTally *tally)
{
  g_autofree char *day = cooldown_entry_get_day (entry);
  gboolean is_night = cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_NIGHT;
  int number = cooldown_day_parse (
      is_night ? cooldown_entry_get_text (entry, COOLDOWN_FIELD_NIGHT_DATE) : day);

  return number != COOLDOWN_DAY_NONE && number >= tally->from && number < tally->to;
}

static void
sort_in (CooldownReportMaterial *self, CooldownEntry *entry)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  const char *uid = cooldown_entry_get_uid (entry);
  const char *episode;

  if (uid != NULL && (kind == COOLDOWN_ENTRY_WORKOUT || kind == COOLDOWN_ENTRY_SESSION))
    g_hash_table_insert (self->by_uid, (gpointer) uid, entry);
  if (kind == COOLDOWN_ENTRY_CHECK)
    {
      episode = cooldown_entry_get_text (entry, COOLDOWN_FIELD_CHECK_EPISODE);
      if (episode != NULL)
        g_hash_table_insert (self->checks, (gpointer) episode, entry);
    }
  if (is_in_period (entry, self->tally))
    g_ptr_array_add (self->kinds[kind], entry);
}

/**
 * cooldown_report_material_init:
 * @self: (out caller-allocates): the material
 * @input: what the report is made from; must outlive @self
 * @content: what the program knows
 * @tally: the period, counted; must outlive @self
 *
 * Sorts the entries.
 */
void
cooldown_report_material_init (CooldownReportMaterial *self,
                               const CooldownReportInput *input,
                               CooldownContent *content,
                               const CooldownTally *tally)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  *self = (CooldownReportMaterial){ .input = input, .content = content, .tally = tally };
  for (guint i = 0; i < COOLDOWN_N_ENTRY_KINDS; i++)
    self->kinds[i] = g_ptr_array_new ();
  self->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  self->checks = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; input->entries != NULL && i < input->entries->len; i++)
    if (cooldown_entry_get_deleted (g_ptr_array_index (input->entries, i)) == 0)
      g_ptr_array_add (sorted, g_ptr_array_index (input->entries, i));
  g_ptr_array_sort (sorted, compare_entries);
  for (guint i = 0; i < sorted->len; i++)
    sort_in (self, g_ptr_array_index (sorted, i));
}

/**
 * cooldown_report_material_clear:
 * @self: the material
 */
void
cooldown_report_material_clear (CooldownReportMaterial *self)
{
  for (guint i = 0; i < COOLDOWN_N_ENTRY_KINDS; i++)
    g_ptr_array_unref (self->kinds[i]);
  g_hash_table_unref (self->by_uid);
  g_hash_table_unref (self->checks);
}

/**
 * cooldown_report_find_workout:
 * @self: the material
 * @episode: an episode
 *
 * Returns: (transfer none) (nullable): the workout it came with
 */
CooldownEntry *
cooldown_report_find_workout (const CooldownReportMaterial *self, CooldownEntry *episode)
{
  const char *uid = cooldown_entry_get_text (episode, COOLDOWN_FIELD_EPISODE_WORKOUT);
  CooldownEntry *workout = uid != NULL ? g_hash_table_lookup (self->by_uid, uid) : NULL;

  return workout != NULL && cooldown_entry_get_kind (workout) == COOLDOWN_ENTRY_WORKOUT ? workout
                                                                                        : NULL;
}

/**
 * cooldown_report_is_over_an_hour:
 * @self: the material
 * @episode: an episode
 *
 * Returns: whether it lasted over an hour, or is not over after one
 */
gboolean
cooldown_report_is_over_an_hour (const CooldownReportMaterial *self, CooldownEntry *episode)
{
  if (cooldown_entry_get_number (episode, COOLDOWN_FIELD_EPISODE_OPEN) == 1)
    return self->input->now - cooldown_entry_get_at (episode) > COOLDOWN_HOUR;
  return cooldown_episode_get_lasted (episode) == COOLDOWN_LASTED_LONGER;
}

/**
 * cooldown_report_get_date:
 * @entry: an entry
 *
 * Returns: (transfer full) (nullable): the day it is shown with; of a night that of its evening
 */
GDateTime *
cooldown_report_get_date (CooldownEntry *entry)
{
  g_autofree char *day = NULL;

  if (cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_NIGHT)
    day = g_strdup (cooldown_entry_get_text (entry, COOLDOWN_FIELD_NIGHT_DATE));
  else
    day = cooldown_entry_get_day (entry);
  return cooldown_day_to_date (cooldown_day_parse (day));
}

/**
 * cooldown_report_say_date:
 * @self: the material
 * @entry: an entry
 *
 * Returns: (transfer full): its day: "22 Nov", with the year in a longer period
 */
char *
cooldown_report_say_date (const CooldownReportMaterial *self, CooldownEntry *entry)
{
  g_autoptr (GDateTime) day = cooldown_report_get_date (entry);

  return self->tally->to - self->tally->from > DAYS_OF_YEAR ? cooldown_date_format_year (day)
                                                            : cooldown_date_format_short (day);
}

/**
 * cooldown_report_is_you:
 * @self: the material
 * @item: an item of the group "you"
 *
 * Returns: whether it is ticked
 */
gboolean
cooldown_report_is_you (const CooldownReportMaterial *self, const char *item)
{
  return self->input->about_you != NULL && g_strv_contains (self->input->about_you, item);
}

/**
 * cooldown_report_count_checks:
 * @self: the material
 * @item: an item
 *
 * Returns: in how many checks it was ticked
 */
guint
cooldown_report_count_checks (const CooldownReportMaterial *self, const char *item)
{
  GPtrArray *checks = self->kinds[COOLDOWN_ENTRY_CHECK];
  guint n = 0;

  for (guint i = 0; i < checks->len; i++)
    n += cooldown_entry_has_id (g_ptr_array_index (checks, i), COOLDOWN_FIELD_CHECK_TICKS, item);
  return n;
}

/**
 * cooldown_report_say_number:
 * @number: a median
 *
 * Returns: (transfer full): "3", "3.5" the way the user's locale writes it
 */
char *
cooldown_report_say_number (double number)
{
  return floor (number) == number ? g_strdup_printf ("%.0f", number)
                                  : g_strdup_printf ("%.1f", number);
}
