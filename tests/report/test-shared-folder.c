/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scribe.h"

#include "report/export-json.h"
#include "report/shared-folder.h"

#include <glib/gstdio.h>
#include <string.h>

#define OWN "cooldown-00000001.json"
#define OTHER "cooldown-00000002.json"

typedef struct
{
  Device *one;
  Device *other;
  char *path;
  GFile *folder;
} Share;

static void
set_up (Share *share, gconstpointer data)
{
  share->one = device_new ("00000001");
  share->other = device_new ("00000002");
  share->path = g_dir_make_tmp ("cooldown-XXXXXX", NULL);
  share->folder = g_file_new_for_path (share->path);
}

static void
tear_down (Share *share, gconstpointer data)
{
  device_remove_folder (share->path);
  g_object_unref (share->folder);
  g_free (share->path);
  device_free (share->one);
  device_free (share->other);
}

static CooldownSyncReport *
synchronize (Share *share, Device *device)
{
  CooldownSyncReport *report;
  g_autoptr (GError) error = NULL;

  cooldown_fake_clock_advance (device->clock, COOLDOWN_MINUTE);
  cooldown_shared_folder_sync (share->folder, device->name, device->journal, &report, &error);
  g_assert_no_error (error);
  return report;
}

static void
note (Device *device, const char *uid)
{
  g_autoptr (CooldownEntry) entry = cooldown_entry_new (COOLDOWN_ENTRY_EPISODE);

  cooldown_entry_set_uid (entry, uid);
  cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN, COOLDOWN_FAKE_CLOCK_START, 0);
  g_assert_true (cooldown_journal_put_entry (device->journal, entry, NULL));
}

static void
lay (Share *share, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (share->path, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
read_file (Share *share, const char *name)
{
  g_autofree char *path = g_build_filename (share->path, name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

/* Each finds what the other noted; what has not changed is not written. */
static void
test_two (Share *share, gconstpointer data)
{
  g_autoptr (CooldownSyncReport) first = NULL;
  g_autoptr (CooldownSyncReport) second = NULL;
  g_autoptr (CooldownSyncReport) third = NULL;
  g_autoptr (CooldownSyncReport) fourth = NULL;
  g_autofree char *written = NULL;
  g_autofree char *later = NULL;

  note (share->one, "a");
  note (share->other, "b");
  first = synchronize (share, share->one);
  g_assert_true (first->wrote);
  g_assert_cmpuint (first->n_read, ==, 0);
  second = synchronize (share, share->other);
  g_assert_true (second->wrote);
  g_assert_cmpuint (second->n_read, ==, 1);
  g_assert_cmpuint (second->counts.added, ==, 1);
  third = synchronize (share, share->one);
  g_assert_cmpuint (third->counts.added, ==, 1);
  g_assert_cmpuint (third->unread->len, ==, 0);
  written = read_file (share, OWN);
  fourth = synchronize (share, share->one);
  g_assert_false (fourth->wrote);
  g_assert_cmpuint (fourth->counts.written, ==, 0);
  later = read_file (share, OWN);
  g_assert_cmpstr (written, ==, later);
}

/* What a carrier makes of two files of one name is read too, and stays where it is. */
static void
test_conflict_copies (Share *share, gconstpointer data)
{
  static const char *const names[] = {
    "cooldown-00000002.sync-conflict-20261122-170000-ABCDEFG.json",
    "cooldown-00000002 (conflicted copy 2026-11-22 170000).json",
    "cooldown-00000001.sync-conflict-20261122-170000-ABCDEFG.json",
  };
  g_autoptr (CooldownSyncReport) report = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (Device) device = device_new ("00000003");
      g_autofree char *uid = g_strdup_printf ("copy-%u", i);
      g_autoptr (GFile) file = g_file_get_child (share->folder, names[i]);

      note (device, uid);
      g_assert_true (
        cooldown_export_json_to_file (device->journal, device->name, file, NULL, NULL));
    }
  report = synchronize (share, share->one);
  g_assert_cmpuint (report->counts.added, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = read_file (share, names[i]);

      g_assert_nonnull (text);
    }
}

/* What cannot be read is told, and keeps nobody from reading the rest. */
static void
test_broken (Share *share, gconstpointer data)
{
  g_autoptr (CooldownSyncReport) other = NULL;
  g_autoptr (CooldownSyncReport) report = NULL;
  g_autofree char *folder = g_build_filename (share->path, "cooldown-folder.json", NULL);
  g_autofree char *half = NULL;
  g_autofree char *kept = NULL;

  note (share->other, "a");
  other = synchronize (share, share->other);
  half = read_file (share, OTHER);
  half[strlen (half) / 2] = '\0';
  lay (share, "cooldown-0000000f.json", half);
  lay (share, "cooldown-empty.json", "");
  lay (share, "cooldown-newer.json", "{\"format\":\"cooldown-journal\",\"version\":3}");
  lay (share, "notes.json", "not ours");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  report = synchronize (share, share->one);
  g_assert_cmpuint (report->counts.added, ==, 1);
  g_assert_cmpuint (report->n_read, ==, 1);
  g_assert_cmpuint (report->unread->len, ==, 3);
  g_assert_true (g_str_has_prefix (report->unread->pdata[0], "cooldown-0000000f.json: line "));
  g_assert_cmpstr (report->unread->pdata[1], ==, "cooldown-empty.json: line 1, byte 0: the file is"
                                                 " empty");
  g_assert_cmpstr (report->unread->pdata[2], ==,
                   "cooldown-newer.json: version: written by a newer Cooldown");
  kept = read_file (share, "cooldown-0000000f.json");
  g_assert_cmpstr (kept, ==, half);
}

/* A journal that was brought back from a backup gets again what its device had given to others. */
static void
test_after_restoring (Share *share, gconstpointer data)
{
  g_autoptr (CooldownSyncReport) before = NULL;
  g_autoptr (CooldownSyncReport) after = NULL;
  g_autoptr (Device) restored = device_new ("00000001");

  note (share->one, "a");
  before = synchronize (share, share->one);
  after = synchronize (share, restored);
  g_assert_cmpuint (after->counts.added, ==, 1);
  g_assert_false (after->wrote);
}

/* Something else of its own name is set aside, but not what a newer Cooldown wrote. */
static void
test_own_file (Share *share, gconstpointer data)
{
  const char *newer = "{\"format\":\"cooldown-journal\",\"version\":3}";
  g_autoptr (CooldownSyncReport) first = NULL;
  g_autoptr (CooldownSyncReport) second = NULL;
  g_autoptr (CooldownSyncReport) third = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *again = NULL;
  g_autofree char *own = NULL;

  note (share->one, "a");
  lay (share, OWN, "mine");
  first = synchronize (share, share->one);
  g_assert_true (first->wrote);
  g_assert_cmpuint (first->unread->len, ==, 1);
  lay (share, OWN, "mine again");
  second = synchronize (share, share->one);
  aside = read_file (share, OWN ".unread");
  g_assert_cmpstr (aside, ==, "mine");
  again = read_file (share, OWN ".unread-2");
  g_assert_cmpstr (again, ==, "mine again");
  lay (share, OWN, newer);
  third = synchronize (share, share->one);
  g_assert_false (third->wrote);
  g_assert_cmpuint (third->unread->len, ==, 1);
  own = read_file (share, OWN);
  g_assert_cmpstr (own, ==, newer);
}

static void
test_no_folder (Share *share, gconstpointer data)
{
  g_autoptr (CooldownSyncReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rmdir (share->path), ==, 0);
  g_assert_false (cooldown_shared_folder_sync (share->folder, "00000001", share->one->journal,
                                               &report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (report);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Share *share, gconstpointer data);
  } tests[] = {
    { "/shared-folder/two", test_two },
    { "/shared-folder/conflict-copies", test_conflict_copies },
    { "/shared-folder/broken", test_broken },
    { "/shared-folder/after-restoring", test_after_restoring },
    { "/shared-folder/own-file", test_own_file },
    { "/shared-folder/no-folder", test_no_folder },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Share, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
