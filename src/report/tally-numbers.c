/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tally.h"

#include <stdio.h>

/* The number that GDate has for 1970-01-01. */
#define JULIAN_1970 719163

/**
 * cooldown_day_parse:
 * @date: (nullable): a date, "2026-11-21"
 *
 * Returns: how many days it is after 1970-01-01; %COOLDOWN_DAY_NONE if it is no date
 */
int
cooldown_day_parse (const char *date)
{
  guint year, month, day;
  char end;
  GDate parsed;

  if (date == NULL || sscanf (date, "%4u-%2u-%2u%c", &year, &month, &day, &end) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return COOLDOWN_DAY_NONE;
  g_date_set_dmy (&parsed, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (int) g_date_get_julian (&parsed) - JULIAN_1970;
}

/**
 * cooldown_day_to_date:
 * @day: days after 1970-01-01
 *
 * Returns: (transfer full) (nullable): the midnight that day begins with, for its date to be
 *   formatted; %NULL outside of the years 1 to 9999
 */
GDateTime *
cooldown_day_to_date (int day)
{
  g_autoptr (GDateTime) origin = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);

  return g_date_time_add_days (origin, day);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/**
 * cooldown_spread_get:
 * @numbers: (array length=n): numbers in any order
 * @n: how many there are
 *
 * Returns: the least, the largest and the median of them
 */
CooldownSpread
cooldown_spread_get (const gint64 *numbers, guint n)
{
  g_autofree gint64 *sorted = NULL;

  if (n == 0)
    return (CooldownSpread){ 0 };
  sorted = g_memdup2 (numbers, n * sizeof *numbers);
  qsort (sorted, n, sizeof *sorted, compare_numbers);
  return (CooldownSpread){
    .n = n,
    .least = sorted[0],
    .most = sorted[n - 1],
    .median = ((double) sorted[(n - 1) / 2] + (double) sorted[n / 2]) / 2,
  };
}

/* Whether what is noted in a field of the entry counts. */
static gboolean
counts (CooldownEntry *entry, CooldownField field)
{
  return cooldown_entry_get_kind (entry) == cooldown_field_get_kind (field) &&
         cooldown_entry_get_deleted (entry) == 0 && cooldown_entry_has (entry, field);
}

/**
 * cooldown_spread_of_field:
 * @entries: (element-type CooldownEntry): entries
 * @field: a number
 *
 * Returns: the least, the largest and the median of all that have it noted
 */
CooldownSpread
cooldown_spread_of_field (GPtrArray *entries, CooldownField field)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (entries != NULL, (CooldownSpread){ 0 });

  for (guint i = 0; i < entries->len; i++)
    {
      CooldownEntry *entry = g_ptr_array_index (entries, i);

      if (counts (entry, field))
        {
          gint64 number = cooldown_entry_get_number (entry, field);

          g_array_append_val (numbers, number);
        }
    }
  return cooldown_spread_get ((const gint64 *) (void *) numbers->data, numbers->len);
}

static void
clear_count (gpointer data)
{
  g_free (((CooldownCount *) data)->id);
}

static void
count_id (GArray *found, const char *id)
{
  CooldownCount first = { .n = 1 };

  for (guint i = 0; i < found->len; i++)
    {
      CooldownCount *count = &g_array_index (found, CooldownCount, i);

      if (g_str_equal (count->id, id))
        {
          count->n++;
          return;
        }
    }
  first.id = g_strdup (id);
  g_array_append_val (found, first);
}

static void
count_entry (GArray *found, CooldownEntry *entry, CooldownField field)
{
  g_auto (GStrv) ids = NULL;

  if (cooldown_field_get_info (field)->type != COOLDOWN_TYPE_FIELD_IDS)
    {
      count_id (found, cooldown_entry_get_text (entry, field));
      return;
    }
  ids = cooldown_entry_get_ids (entry, field);
  for (guint i = 0; ids[i] != NULL; i++)
    count_id (found, ids[i]);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const CooldownCount *first = a, *second = b;

  if (first->n != second->n)
    return first->n < second->n ? 1 : -1;
  return g_strcmp0 (first->id, second->id);
}

/**
 * cooldown_count_field:
 * @entries: (element-type CooldownEntry): entries
 * @field: ids or a choice
 *
 * Returns: (transfer full) (element-type CooldownCount): in how many entries each id is noted, the
 *   most frequent first
 */
GArray *
cooldown_count_field (GPtrArray *entries, CooldownField field)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CooldownCount));

  g_array_set_clear_func (found, clear_count);
  g_return_val_if_fail (entries != NULL, found);

  for (guint i = 0; i < entries->len; i++)
    {
      CooldownEntry *entry = g_ptr_array_index (entries, i);

      if (counts (entry, field))
        count_entry (found, entry, field);
    }
  g_array_sort (found, compare_counts);
  return found;
}
