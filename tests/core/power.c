/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "power.h"
#include "disk-image.h"
#include "file-state.h"
#include "life.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define DEFAULT_CUTS 100

/* What had been confirmed from some place in the log on. */
typedef struct
{
  guint position;
  char *state;
} Moment;

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

/**
 * trial_set_up:
 * @trial: what is filled in
 * @data: not used
 *
 * Makes an empty disk.
 */
void
trial_set_up (Trial *trial, gconstpointer data)
{
  trial->clock = cooldown_fake_clock_new ();
  trial->chance = life_chance ("power");
  trial->n_cuts = count_cuts ();
  trial->scratch = make_scratch ();
  trial->watched = g_build_filename (trial->scratch, "disk", NULL);
  trial->folder = g_build_filename (trial->watched, "cooldown", NULL);
  g_assert_cmpint (g_mkdir (trial->watched, 0700), ==, 0);
  trial->moments = g_array_new (FALSE, FALSE, sizeof (Moment));
  g_array_set_clear_func (trial->moments, clear_moment);
}

/**
 * trial_tear_down:
 * @trial: a trial
 * @data: not used
 */
void
trial_tear_down (Trial *trial, gconstpointer data)
{
  g_clear_pointer (&trial->log, disk_log_free);
  g_array_unref (trial->moments);
  remove_tree (trial->scratch);
  g_free (trial->scratch);
  g_free (trial->watched);
  g_free (trial->folder);
  g_free (trial->data);
  g_rand_free (trial->chance);
  g_assert_finalize_object (trial->clock);
}

/**
 * trial_open:
 * @trial: a trial
 *
 * Returns: (transfer full): its journal
 */
CooldownJournal *
trial_open (Trial *trial)
{
  g_autoptr (GError) error = NULL;
  CooldownJournal *journal = cooldown_journal_open (trial->folder, COOLDOWN_CLOCK (trial->clock),
                                                    &error);

  g_assert_no_error (error);
  return journal;
}

/**
 * trial_name_file:
 * @trial: a trial
 * @name: the name of a file
 *
 * Returns: (transfer full): its path in the journal's folder
 */
char *
trial_name_file (Trial *trial, const char *name)
{
  return g_build_filename (trial->folder, name, NULL);
}

/**
 * trial_get_state:
 * @trial: a trial
 * @folder: a folder
 * @name: the name of a journal's file in it
 *
 * Returns: (transfer full) (nullable): all that stands in it, %NULL if it cannot be read
 */
char *
trial_get_state (Trial *trial, const char *folder, const char *name)
{
  g_autofree char *file = g_build_filename (folder, name, NULL);

  return file_state_dump (file, trial->left_out, NULL);
}

/**
 * trial_begin:
 * @trial: a trial
 *
 * Starts to write down what is asked of the disk; all that lies there is synced.
 */
void
trial_begin (Trial *trial)
{
  trial->log = disk_log_start (trial->watched);
  trial->start = disk_log_get_length (trial->log);
  trial->confirmed = G_MAXUINT;
}

/**
 * trial_confirm_state:
 * @trial: a trial
 * @state: what a dump of the journal gives from now on, until the next is confirmed
 */
void
trial_confirm_state (Trial *trial, const char *state)
{
  Moment moment = { disk_log_get_length (trial->log), g_strdup (state) };

  g_assert_nonnull (state);
  g_array_append_val (trial->moments, moment);
}

/**
 * trial_confirm:
 * @trial: a trial
 *
 * Says that what stands in the journal was confirmed.
 */
void
trial_confirm (Trial *trial)
{
  g_autofree char *state = trial_get_state (trial, trial->folder, "journal.db");

  trial_confirm_state (trial, state);
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

/**
 * trial_end:
 * @trial: a trial
 *
 * Nothing more happens before the power fails.
 */
void
trial_end (Trial *trial)
{
  disk_log_stop (trial->log);
  assert_complete (trial);
}

/**
 * trial_fail:
 * @what: what is wrong
 * @error: return location
 *
 * Returns: %FALSE, with @error set
 */
gboolean
trial_fail (const char *what, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, what);
  return FALSE;
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
is_expected (Trial *trial, const Moment *last, const char *state, GError **error)
{
  const Moment *end = &g_array_index (trial->moments, Moment, trial->moments->len);
  g_autofree char *difference = NULL;

  if (last == NULL || strcmp (last->state, state) == 0)
    return TRUE;
  if (last + 1 < end && strcmp (last[1].state, state) == 0)
    return TRUE;
  difference = file_state_compare (last->state, state);
  return trial_fail (difference, error);
}

static gboolean
is_well (Trial *trial, const Moment *last, const char *folder, GError **error)
{
  g_autofree char *file = g_build_filename (folder, "journal.db", NULL);
  g_autoptr (CooldownJournal)
      journal = cooldown_journal_open (folder, COOLDOWN_CLOCK (trial->clock), error);
  g_autofree char *state = NULL;

  if (journal == NULL)
    return FALSE;
  if (cooldown_journal_get_set_aside (journal) != NULL && !trial->set_aside)
    return trial_fail ("set aside", error);
  state = file_state_dump (file, trial->left_out, error);
  return state != NULL && file_state_is_sound (file, error) &&
         is_expected (trial, last, state, error);
}

static gboolean
survives_cut (Trial *trial, DiskImage *image, guint position, GError **error)
{
  g_autofree char *disk = g_build_filename (trial->scratch, "cut", NULL);
  g_autofree char *folder = g_build_filename (disk, "cooldown", NULL);
  guint length = disk_log_get_length (trial->log);
  gboolean survives;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  disk_image_cut (image, trial->chance, disk);
  survives = is_well (trial, find_moment (trial, position), folder, error) &&
             (trial->check == NULL ||
              trial->check (trial, folder, position >= trial->confirmed, error));
  if (!survives)
    g_prefix_error (error, "cut %u of %u: ", position, length);
  remove_tree (disk);
  return survives;
}

/**
 * trial_cut:
 * @trial: a trial that has ended
 * @error: return location
 *
 * Cuts the power again and again, evenly over all that was asked of the disk, and looks at what is
 * left each time.
 *
 * Returns: how many cuts were survived; with @error set the next one was not
 */
guint
trial_cut (Trial *trial, GError **error)
{
  g_autoptr (DiskImage) image = disk_image_new (trial->log);
  guint start = trial->start;
  guint n = disk_log_get_length (trial->log) - start + 1;
  guint done = 0;

  for (guint i = 0; i < n; i++)
    {
      disk_image_advance (image, start + i);
      for (; done < (guint64) (i + 1) * trial->n_cuts / n; done++)
        if (!survives_cut (trial, image, start + i, error))
          return done;
    }
  return done;
}

/**
 * trial_assert_survives:
 * @trial: a trial that has ended
 *
 * Cuts the power and asserts that all is well each time.
 */
void
trial_assert_survives (Trial *trial)
{
  g_autoptr (GError) error = NULL;
  guint n_cuts = trial_cut (trial, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_cuts, ==, trial->n_cuts);
  g_test_message ("%u cuts in %u steps of the disk, %u times confirmed", n_cuts,
                  disk_log_get_length (trial->log) - trial->start, trial->moments->len);
}
