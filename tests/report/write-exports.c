/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a random journal as JSON and CSV, for other programs to read. */
#include "scribe.h"

#include "report/export-csv.h"
#include "report/export-json.h"

int
main (int argc, char *argv[])
{
  g_autoptr (Device) device = device_new ("0123abcd");
  g_autoptr (GRand) chance = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) json = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (argc, ==, 4);
  chance = g_rand_new_with_seed ((guint32) g_ascii_strtoull (argv[2], NULL, 10));
  folder = g_file_new_for_path (argv[1]);
  json = g_file_get_child (folder, "journal.json");
  scribe_fill (device->journal, device->clock, chance,
               (guint) g_ascii_strtoull (argv[3], NULL, 10));
  cooldown_export_json_to_file (device->journal, device->name, json, NULL, &error);
  g_assert_no_error (error);
  cooldown_export_csv_to_folder (device->journal, folder, COOLDOWN_EXPORT_STEM, &error);
  g_assert_no_error (error);
  return 0;
}
