/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The power fails at every moment of what the journal does, and whatever the disk has kept then,
 * nothing is missing that had been confirmed, and nothing is half there.
 */
#include "disk-image.h"
#include "file-state.h"
#include "life.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define DEFAULT_CUTS 400
#define STEPS 80

/* What had been confirmed from some place in the log on. */
typedef struct
{
  guint position;
  char *state;
} Moment;

typedef struct
{
  CooldownFakeClock *clock;
  GRand *chance;
  char *scratch;
  char *watched;
  char *folder;
  DiskLog *log;
  GArray *moments;
  const char *const *left_out;
} Trial;

static void
clear_moment (gpointer data)
{
  g_free (((Moment *) data)->state);
}

static guint
count_cuts (void)
{
  const char *cuts = g_getenv ("COOLDOWN_TEST_CUTS");

  return cuts != NULL ? (guint) g_ascii_strtoull (cuts, NULL, 10) : DEFAULT_CUTS;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_tree (inner);
    }
  g_remove (path);
}

/* In memory where that can be: the power cuts here are made up. */
static char *
make_scratch (void)
{
  char *name = g_strdup ("/dev/shm/cooldown-XXXXXX");

  if (g_mkdtemp (name) != NULL)
    return name;
  g_free (name);
  return g_dir_make_tmp ("cooldown-XXXXXX", NULL);
}

static void
set_up (Trial *trial, gconstpointer data)
{
  trial->clock = cooldown_fake_clock_new ();
  trial->chance = life_chance ("power");
  trial->scratch = make_scratch ();
  trial->watched = g_build_filename (trial->scratch, "disk", NULL);
  trial->folder = g_build_filename (trial->watched, "cooldown", NULL);
  g_assert_cmpint (g_mkdir (trial->watched, 0700), ==, 0);
  trial->moments = g_array_new (FALSE, FALSE, sizeof (Moment));
  g_array_set_clear_func (trial->moments, clear_moment);
}

static void
tear_down (Trial *trial, gconstpointer data)
{
  g_clear_pointer (&trial->log, disk_log_free);
  g_array_unref (trial->moments);
  remove_tree (trial->scratch);
  g_free (trial->scratch);
  g_free (trial->watched);
  g_free (trial->folder);
  g_rand_free (trial->chance);
  g_assert_finalize_object (trial->clock);
}

static CooldownJournal *
open_in (Trial *trial, const char *folder, GError **error)
{
  return cooldown_journal_open (folder, COOLDOWN_CLOCK (trial->clock), error);
}

static char *
get_state (Trial *trial, const char *folder, GError **error)
{
  g_autofree char *file = g_build_filename (folder, "journal.db", NULL);

  return file_state_dump (file, trial->left_out, error);
}

/* What stands there now has been confirmed. */
static void
confirm (Trial *trial)
{
  g_autoptr (GError) error = NULL;
  Moment moment = { disk_log_get_length (trial->log), get_state (trial, trial->folder, &error) };

  g_assert_no_error (error);
  g_array_append_val (trial->moments, moment);
}

/* The last one confirmed up to @position; before the first there was nothing to lose. */
static const Moment *
find_moment (Trial *trial, guint position)
{
  const Moment *found = NULL;

  for (guint i = 0; i < trial->moments->len; i++)
    if (g_array_index (trial->moments, Moment, i).position <= position)
      found = &g_array_index (trial->moments, Moment, i);
  return found;
}

/* What was being written may be there too, but whole. */
static gboolean
is_expected (Trial *trial, const Moment *last, const char *state)
{
  const Moment *end = &g_array_index (trial->moments, Moment, trial->moments->len);

  if (last == NULL || strcmp (last->state, state) == 0)
    return TRUE;
  return last + 1 < end && strcmp (last[1].state, state) == 0;
}

static gboolean
survived (Trial *trial, const Moment *last, const char *folder, GError **error)
{
  g_autofree char *file = g_build_filename (folder, "journal.db", NULL);
  g_autoptr (CooldownJournal) journal = open_in (trial, folder, error);
  g_autofree char *state = NULL;
  g_autofree char *difference = NULL;

  if (journal == NULL)
    return FALSE;
  state = get_state (trial, folder, error);
  if (state == NULL || !file_state_is_sound (file, error))
    return FALSE;
  if (cooldown_journal_get_set_aside (journal) == NULL && is_expected (trial, last, state))
    return TRUE;
  difference = file_state_compare (last != NULL ? last->state : "", state);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s",
               cooldown_journal_get_set_aside (journal) != NULL ? "set aside" : "lost", difference);
  return FALSE;
}

typedef gboolean (*CheckDisk) (Trial *trial, const char *folder, GError **error);

static gboolean
survives_cut (Trial *trial, DiskImage *image, guint position, CheckDisk check, GError **error)
{
  g_autofree char *disk = g_build_filename (trial->scratch, "cut", NULL);
  g_autofree char *folder = g_build_filename (disk, "cooldown", NULL);
  gboolean survives;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  disk_image_cut (image, trial->chance, disk);
  survives = (check == NULL || check (trial, folder, error)) &&
             survived (trial, find_moment (trial, position), folder, error);
  if (!survives)
    g_prefix_error (error, "cut %u of %u: ", position, disk_log_get_length (trial->log));
  remove_tree (disk);
  return survives;
}

/* Cuts, spread evenly over what is in the log from @from on. Returns how many were survived. */
static guint
cut (Trial *trial, guint from, guint n_cuts, CheckDisk check, GError **error)
{
  g_autoptr (DiskImage) image = disk_image_new (trial->log);
  guint n = disk_log_get_length (trial->log) - from + 1;
  guint done = 0;

  for (guint i = 0; i < n; i++)
    {
      disk_image_advance (image, from + i);
      for (; done < (guint64) (i + 1) * n_cuts / n; done++)
        if (!survives_cut (trial, image, from + i, check, error))
          return done;
    }
  return done;
}

/* What the log says was written is what was written: nothing went past it. */
static void
assert_complete (Trial *trial)
{
  g_autoptr (DiskImage) image = disk_image_new (trial->log);
  g_autofree char *copy = g_build_filename (trial->scratch, "copy", NULL);
  g_autofree char *command = NULL;
  int status = -1;

  g_assert_cmpint (g_mkdir (copy, 0700), ==, 0);
  disk_image_advance (image, disk_log_get_length (trial->log));
  disk_image_write_all (image, copy);
  command = g_strdup_printf ("diff -r --exclude=*-shm %s %s", trial->watched, copy);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  remove_tree (copy);
}

static void
assert_survives (Trial *trial, guint from, CheckDisk check)
{
  g_autoptr (GError) error = NULL;
  guint n_cuts = count_cuts ();
  guint survived_cuts = cut (trial, from, n_cuts, check, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (survived_cuts, ==, n_cuts);
  g_test_message ("%u cuts in %u steps of the disk, %u times confirmed", n_cuts,
                  disk_log_get_length (trial->log) - from, trial->moments->len);
}

/* As the other program does it now and then. */
static void
checkpoint (Trial *trial, const char *manner)
{
  g_autofree char *file = g_build_filename (trial->folder, "journal.db", NULL);
  g_autofree char *sql = g_strdup_printf ("PRAGMA wal_checkpoint (%s)", manner);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Notes, checkpoints, and now and then a new start. */
static void
live (Trial *trial, CooldownJournal *journal)
{
  static const char *const manners[] = { "PASSIVE", "FULL", "RESTART", "TRUNCATE" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < STEPS; i++)
    {
      life_write (journal, trial->clock, trial->chance, &error);
      g_assert_no_error (error);
      confirm (trial);
      if (i % 9 == 8)
        checkpoint (trial, manners[g_rand_int_range (trial->chance, 0, 4)]);
      if (i % 23 == 22)
        {
          g_object_unref (journal);
          journal = open_in (trial, trial->folder, &error);
          g_assert_no_error (error);
        }
    }
  g_object_unref (journal);
}

/* From the first start on, in a folder that was not there. */
static void
test_writing (Trial *trial, gconstpointer data)
{
  guint from;

  trial->log = disk_log_start (trial->watched);
  from = disk_log_get_length (trial->log);
  live (trial, open_in (trial, trial->folder, NULL));
  disk_log_stop (trial->log);
  assert_complete (trial);
  assert_survives (trial, from, NULL);
}

/* The same without syncing: the proof must notice. */
static void
test_without_syncs (Trial *trial, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n;

  trial->log = disk_log_start (trial->watched);
  disk_log_forget_syncs (trial->log);
  live (trial, open_in (trial, trial->folder, NULL));
  disk_log_stop (trial->log);
  n = cut (trial, 1, count_cuts (), NULL, &error);
  g_assert_nonnull (error);
  g_test_message ("found after %u cuts: %s", n, error->message);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Trial *trial, gconstpointer data);
  } tests[] = {
    { "/power/writing", test_writing },
    { "/power/without-syncs", test_without_syncs },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Trial, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
