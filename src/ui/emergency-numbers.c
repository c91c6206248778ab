/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "emergency-numbers.h"

/* Where which number is the one to call, by the beginning of the zone's name; 112 elsewhere. */
static const struct
{
  const char *zone;
  const char *number;
} nearest[] = {
  { "America/", "911" },          { "US/", "911" },
  { "Canada/", "911" },           { "Pacific/Honolulu", "911" },
  { "Pacific/Guam", "911" },      { "Pacific/Saipan", "911" },
  { "Pacific/Pago_Pago", "911" }, { "Asia/Manila", "911" },
  { "Europe/London", "999" },     { "Europe/Belfast", "999" },
  { "Europe/Guernsey", "999" },   { "Europe/Isle_of_Man", "999" },
  { "Europe/Jersey", "999" },     { "GB", "999" },
  { "Asia/Hong_Kong", "999" },    { "Hongkong", "999" },
  { "Asia/Kuala_Lumpur", "999" }, { "Asia/Kuching", "999" },
  { "Asia/Dhaka", "999" },        { "Africa/Nairobi", "999" },
};

static const char *const numbers[] = { "112", "911", "999" };

static const char *
find_nearest (const char *zone)
{
  for (guint i = 0; zone != NULL && i < G_N_ELEMENTS (nearest); i++)
    if (g_str_has_prefix (zone, nearest[i].zone))
      return nearest[i].number;
  return numbers[0];
}

/**
 * cooldown_emergency_numbers_format:
 * @zone: (nullable): name of the user's time zone: "Europe/Berlin"
 *
 * Returns: (transfer full): the usual emergency numbers, all of them because a time zone is no
 *   proof of a country, the one that holds most probably first: "112, 911, 999"
 */
char *
cooldown_emergency_numbers_format (const char *zone)
{
  const char *first = find_nearest (zone);
  GString *text = g_string_new (first);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!g_str_equal (numbers[i], first))
      g_string_append_printf (text, ", %s", numbers[i]);
  return g_string_free (text, FALSE);
}
