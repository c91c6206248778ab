/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scribe.h"

#include "core/journal-merge.h"
#include "report/export-csv.h"
#include "report/export-json.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

typedef struct
{
  Device *device;
  char *path;
  GFile *folder;
} Desk;

static void
set_up (Desk *desk, gconstpointer data)
{
  desk->device = device_new ("0123abcd");
  desk->path = g_dir_make_tmp ("cooldown-XXXXXX", NULL);
  desk->folder = g_file_new_for_path (desk->path);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  device_remove_folder (desk->path);
  g_object_unref (desk->folder);
  g_free (desk->path);
  device_free (desk->device);
}

static void
put (Desk *desk, CooldownEntry *entry)
{
  g_autoptr (GError) error = NULL;

  cooldown_journal_put_entry (desk->device->journal, entry, &error);
  g_assert_no_error (error);
}

static void
note (Desk *desk, const char *uid, const char *notes)
{
  g_autoptr (CooldownEntry) entry = cooldown_entry_new (COOLDOWN_ENTRY_EPISODE);
  const char *const places[] = { "left-calf", "right-toes", NULL };

  cooldown_entry_set_uid (entry, uid);
  cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN, COOLDOWN_FAKE_CLOCK_START, -16200);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_SEVERITY, 3);
  cooldown_entry_set_ids (entry, COOLDOWN_FIELD_EPISODE_PLACES, places);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_PAIN, "");
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_NOTES, notes);
  put (desk, entry);
}

static char *
read_file (Desk *desk, const char *name)
{
  g_autofree char *path = g_build_filename (desk->path, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static guint
count_files (Desk *desk)
{
  g_autoptr (GDir) dir = g_dir_open (desk->path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
export_json (Desk *desk)
{
  g_autoptr (GFile) file = g_file_get_child (desk->folder, "journal.json");
  g_autoptr (GError) error = NULL;
  guint n_left_out;

  cooldown_export_json_to_file (desk->device->journal, "0123abcd", file, &n_left_out, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_left_out, ==, 0);
}

/* Byte for byte what data/journal-format.md says. */
static void
test_json (Desk *desk, gconstpointer data)
{
  g_autofree char *path = g_build_filename (desk->path, "journal.json", NULL);
  g_autofree char *text = NULL;
  GStatBuf info;

  note (desk, "b", "\"quoted\" \\ \n\t\x01 ✓");
  note (desk, "a", "=1+1");
  g_assert_true (cooldown_journal_set_setting (desk->device->journal, "bedtime",
                                               g_variant_new_int32 (1365), NULL));
  cooldown_fake_clock_set_zone (desk->device->clock, "Europe/Berlin");
  export_json (desk);
  text = read_file (desk, "journal.json");
  g_assert_cmpstr (
    text, ==,
    "{\n\"format\": \"cooldown-journal\",\n\"version\": 2,\n"
    "\"exported\": \"2026-11-22T18:00:00+01:00\",\n\"device\": \"0123abcd\",\n\"episodes\": [\n"
    "{\"uid\":\"a\",\"edits\":0,\"written\":\"2026-11-22T17:00:00+00:00\","
    "\"began\":\"2026-11-22T12:30:00-04:30\",\"open\":false,\"severity\":3,"
    "\"places\":[\"left-calf\",\"right-toes\"],\"pain\":\"\",\"notes\":\"=1+1\"},\n"
    "{\"uid\":\"b\",\"edits\":0,\"written\":\"2026-11-22T17:00:00+00:00\","
    "\"began\":\"2026-11-22T12:30:00-04:30\",\"open\":false,\"severity\":3,"
    "\"places\":[\"left-calf\",\"right-toes\"],\"pain\":\"\","
    "\"notes\":\"\\\"quoted\\\" \\\\ \\n\\u0009\\u0001 ✓\"}\n],\n\"workouts\": [\n],\n"
    "\"nights\": [\n],\n\"checks\": [\n],\n\"signs\": [\n],\n\"sessions\": [\n],\n"
    "\"older\": [\n]\n}\n");
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (count_files (desk), ==, 1);
}

/* Two exports of the same journal differ in their heads alone. */
static void
test_same (Desk *desk, gconstpointer data)
{
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;
  g_autoptr (GBytes) third = NULL;

  note (desk, "a", "x");
  one = cooldown_export_json (desk->device->journal, "0123abcd", NULL, NULL);
  cooldown_fake_clock_advance (desk->device->clock, COOLDOWN_HOUR);
  other = cooldown_export_json (desk->device->journal, "ffffffff", NULL, NULL);
  g_assert_false (g_bytes_equal (one, other));
  g_assert_true (cooldown_export_json_is_same (one, other));
  note (desk, "b", "x");
  third = cooldown_export_json (desk->device->journal, "0123abcd", NULL, NULL);
  g_assert_false (cooldown_export_json_is_same (one, third));
}

/* What no journal would take is left out and counted, not handed to others to fail on. */
static void
test_left_out (Desk *desk, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  guint n_left_out = 0;

  cooldown_fake_clock_set_wall (desk->device->clock, COOLDOWN_HOUR);
  g_assert_true (cooldown_journal_add_sign (desk->device->journal, "warn-chest", "never", NULL));
  bytes = cooldown_export_json (desk->device->journal, "", &n_left_out, NULL);
  g_assert_cmpuint (n_left_out, ==, 1);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                  "\"signs\": [\n]"));
}

static void
test_csv (Desk *desk, gconstpointer data)
{
  g_autofree char *episodes = NULL;
  g_autofree char *signs = NULL;
  g_autofree char *events = NULL;
  g_autoptr (GError) error = NULL;

  note (desk, "a", "=1+1");
  note (desk, "b", "said \"no\",\r\nthen yes");
  note (desk, "c", "gone");
  g_assert_true (cooldown_journal_mark_entry (desk->device->journal, COOLDOWN_ENTRY_EPISODE, "c",
                                              TRUE, NULL));
  cooldown_export_csv_to_folder (desk->device->journal, desk->folder, COOLDOWN_EXPORT_STEM, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (desk), ==, COOLDOWN_N_ENTRY_KINDS + 1);
  episodes = read_file (desk, "cooldown-episodes.csv");
  g_assert_cmpstr (episodes, ==,
                   "uid,began,ended,open,onset,after_minutes,severity,sensations,places,lasted,"
                   "clothing,pain,eases,worsens,tried,medicine,notes,workout,session,written,edits\r\n"
                   "a,2026-11-22T12:30:00-04:30,,false,,,3,,left-calf right-toes,,,\"\",,,,,'=1+1,,,"
                   "2026-11-22T17:00:00+00:00,0\r\n"
                   "b,2026-11-22T12:30:00-04:30,,false,,,3,,left-calf right-toes,,,\"\",,,,,"
                   "\"said \"\"no\"\",\r\nthen yes\",,,2026-11-22T17:00:00+00:00,0\r\n");
  signs = read_file (desk, "cooldown-signs.csv");
  g_assert_cmpstr (signs, ==, "uid,at,item,outcome,written,edits\r\n");
  events = read_file (desk, "cooldown-events.csv");
  g_assert_cmpstr (events, ==, "session,number,name,arg,at\r\n");
}

static void
assert_csv_fails (Desk *desk)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (cooldown_export_csv_to_folder (desk->device->journal, desk->folder,
                                                 COOLDOWN_EXPORT_STEM, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, !=, "");
}

/* A place that cannot be written is said, and what was there stays as it was. */
static void
test_no_folder (Desk *desk, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_get_child (desk->folder, "journal.json");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rmdir (desk->path), ==, 0);
  assert_csv_fails (desk);
  g_assert_false (
    cooldown_export_json_to_file (desk->device->journal, "0123abcd", file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* The last of the tables cannot take its place: none does. */
static void
test_obstacle (Desk *desk, gconstpointer data)
{
  g_autofree char *obstacle = g_build_filename (desk->path, "cooldown-events.csv", NULL);
  g_autofree char *episodes = g_build_filename (desk->path, "cooldown-episodes.csv", NULL);
  g_autofree char *text = NULL;

  g_assert_cmpint (g_mkdir (obstacle, 0700), ==, 0);
  g_assert_true (g_file_set_contents (episodes, "mine", -1, NULL));
  assert_csv_fails (desk);
  text = read_file (desk, "cooldown-episodes.csv");
  g_assert_cmpstr (text, ==, "mine");
  g_assert_cmpuint (count_files (desk), ==, 2);
}

/* The disk is full in the middle of a file. */
static void
test_full (Desk *desk, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *long_note = g_strnfill (60000, 'x');
  g_autoptr (GFile) file = g_file_get_child (desk->folder, "journal.json");
  g_autoptr (GError) error = NULL;
  struct rlimit limit, low;

  note (desk, "a", "x");
  export_json (desk);
  before = read_file (desk, "journal.json");
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *uid = g_strdup_printf ("long-%u", i);

      note (desk, uid, long_note);
    }
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  low = (struct rlimit){ .rlim_cur = 100 * 1000, .rlim_max = limit.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &low), ==, 0);
  g_assert_false (
    cooldown_export_json_to_file (desk->device->journal, "0123abcd", file, NULL, &error));
  assert_csv_fails (desk);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_nonnull (error);
  after = read_file (desk, "journal.json");
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_files (desk), ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Desk *desk, gconstpointer data);
  } tests[] = {
    { "/export/json", test_json },           { "/export/same", test_same },
    { "/export/left-out", test_left_out },   { "/export/csv", test_csv },
    { "/export/no-folder", test_no_folder }, { "/export/obstacle", test_obstacle },
    { "/export/full", test_full },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desk, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
