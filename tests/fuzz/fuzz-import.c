/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes at all as a journal's JSON. Whatever is accepted can be taken over, comes out again, is
 * accepted once more, and says the same then.
 */
#include "fuzz.h"

#include "core/content-scan.h"
#include "fake-clock.h"
#include "report/export-csv.h"
#include "report/export-json.h"
#include "report/import-json.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* A journal grows with what is taken over; from time to time there is a new one. */
#define MOST_IN_A_JOURNAL 300

typedef struct
{
  CooldownFakeClock *clock;
  char *folder;
  CooldownJournal *journal;
} Home;

/* Kept from one input to the next: opening a journal costs more than all else. */
static Home home;

static void
remove_home (void)
{
  static const char *const names[] = { "journal.db", "journal.db-wal", "journal.db-shm",
                                       "journal.lock" };

  if (home.folder == NULL)
    return;
  g_clear_object (&home.journal);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (home.folder, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (home.folder);
  g_clear_pointer (&home.folder, g_free);
}

static CooldownJournal *
get_journal (void)
{
  if (home.clock == NULL)
    {
      home.clock = cooldown_fake_clock_new ();
      atexit (remove_home);
    }
  if (home.journal == NULL)
    {
      home.folder = g_dir_make_tmp ("cooldown-fuzz-XXXXXX", NULL);
      home.journal = cooldown_journal_open (home.folder, COOLDOWN_CLOCK (home.clock), NULL);
    }
  g_assert_nonnull (home.journal);
  return home.journal;
}

static CooldownImport *
read_again (CooldownJournal *journal, GBytes **bytes)
{
  g_autoptr (GError) error = NULL;
  guint n_left_out = 0;
  CooldownImport *import;

  *bytes = cooldown_export_json (journal, "0123abcd", &n_left_out, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_left_out, ==, 0);
  import = cooldown_import_new (*bytes, &error);
  g_assert_no_error (error);
  return import;
}

static void
take_over (CooldownImport *import)
{
  CooldownJournal *journal = get_journal ();
  g_autoptr (CooldownImport) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  CooldownMergeCounts counts;

  /* A session that two workouts claim is refused here. */
  if (!cooldown_import_apply (import, journal, "0123abcd", &counts, &error))
    g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_VALUE);
  else
    {
      g_assert_true (cooldown_import_apply (import, journal, "0123abcd", &counts, NULL));
      g_assert_cmpuint (counts.written, ==, 0);
    }
  again = read_again (journal, &bytes);
  g_assert_true (cooldown_import_apply (again, journal, "0123abcd", &counts, NULL));
  g_assert_cmpuint (counts.written, ==, 0);
  if (cooldown_import_get_versions (again)->len > MOST_IN_A_JOURNAL)
    remove_home ();
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownImport) import = cooldown_import_new (bytes, &error);

  if (import != NULL)
    take_over (import);
  else
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (strlen (error->message), >, 0);
      g_assert_cmpuint (strlen (error->message), <, 5000);
    }
  return 0;
}
