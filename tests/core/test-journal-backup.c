/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "core/journal-backup.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#define TODAY "backups/journal-2026-11-22.db"
#define DAY (24 * COOLDOWN_HOUR)
#define DAYS_OF_WEEK 7
#define MOST_KEPT (COOLDOWN_BACKUP_DAYS + COOLDOWN_BACKUP_WEEKS)

static void
note (Book *book, const char *item)
{
  g_assert_true (cooldown_journal_add_sign (book->journal, item, "ticked", NULL));
}

static void
back_up (Book *book)
{
  g_autoptr (GError) error = NULL;

  cooldown_journal_back_up (book->journal, &error);
  g_assert_no_error (error);
}

static gboolean
exists (Book *book, const char *name)
{
  g_autofree char *file = book_file_in (book, name);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

static int
get_mode (Book *book, const char *name)
{
  g_autofree char *file = book_file_in (book, name);
  GStatBuf info;

  g_assert_cmpint (g_stat (file, &info), ==, 0);
  return info.st_mode & 0777;
}

/* Everything that was noted up to then, in one file for its user alone. */
static void
test_whole (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, TODAY);

  note (book, "warn-chest");
  note (book, "warn-calf");
  back_up (book);
  g_assert_cmpint (get_mode (book, "backups"), ==, 0700);
  g_assert_cmpint (get_mode (book, TODAY), ==, 0600);
  g_assert_cmpint (book_query_file (file, "SELECT count (*) FROM sign"), ==, 2);
  g_assert_cmpint (book_query_file (file, "SELECT count (*) FROM pragma_integrity_check"
                                          " WHERE integrity_check = 'ok'"),
                   ==, 1);
  g_assert_false (exists (book, TODAY "-wal"));
  g_assert_false (exists (book, "backups/journal.new"));
}

/* One for a day, by the user's calendar. */
static void
test_once_a_day (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, TODAY);

  note (book, "warn-chest");
  back_up (book);
  note (book, "warn-calf");
  back_up (book);
  g_assert_cmpint (book_query_file (file, "SELECT count (*) FROM sign"), ==, 1);
  /* 17:00 in UTC is the next day in Auckland. */
  cooldown_fake_clock_set_zone (book->clock, "Pacific/Auckland");
  back_up (book);
  g_assert_true (exists (book, "backups/journal-2026-11-23.db"));
}

static void
test_nothing_noted (Book *book, gconstpointer data)
{
  back_up (book);
  g_assert_false (exists (book, TODAY));
  g_assert_true (
    cooldown_journal_set_setting (book->journal, "bedtime", g_variant_new_int32 (1300), NULL));
  back_up (book);
  g_assert_true (exists (book, TODAY));
}

/* The list says what stands in each, and names one that cannot be read too. */
static void
test_list (Book *book, gconstpointer data)
{
  g_autofree char *broken = book_file_in (book, "backups/journal-2026-11-20.db");
  g_autofree char *foreign = book_file_in (book, "backups/notes.txt");
  g_autoptr (GPtrArray) backups = cooldown_journal_list_backups (book->folder);
  const CooldownBackup *backup;

  g_assert_cmpuint (backups->len, ==, 0);
  note (book, "warn-chest");
  note (book, "warn-calf");
  book_execute (book, "UPDATE sign SET deleted = 1 WHERE item = 'warn-calf'");
  back_up (book);
  g_assert_true (g_file_set_contents (broken, "rubbish", -1, NULL));
  g_assert_true (g_file_set_contents (foreign, "mine", -1, NULL));
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = cooldown_journal_list_backups (book->folder);
  g_assert_cmpuint (backups->len, ==, 2);
  backup = backups->pdata[0];
  g_assert_cmpstr (backup->name, ==, "journal-2026-11-22.db");
  g_assert_cmpstr (backup->date, ==, "2026-11-22");
  g_assert_cmpint (backup->n_entries, ==, 1);
  g_assert_cmpint (backup->size, >, 1000);
  backup = backups->pdata[1];
  g_assert_cmpstr (backup->date, ==, "2026-11-20");
  g_assert_cmpint (backup->n_entries, ==, COOLDOWN_BACKUP_UNREADABLE);
}

/* Old ones go when a new one is there; what is not a backup stays. */
static void
test_old_ones_go (Book *book, gconstpointer data)
{
  g_autofree char *foreign = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  note (book, "warn-chest");
  back_up (book);
  foreign = book_file_in (book, "backups/journal-2020-01-01.db.mine");
  g_assert_true (g_file_set_contents (foreign, "mine", -1, NULL));
  for (guint i = 0; i < 60; i++)
    {
      cooldown_fake_clock_advance (book->clock, DAY);
      back_up (book);
    }
  backups = cooldown_journal_list_backups (book->folder);
  g_assert_cmpuint (backups->len, ==, MOST_KEPT);
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

/* Where no file can grow there is no new backup, nothing half done, and the old ones stay. */
static void
test_no_room (Book *book, gconstpointer data)
{
  struct rlimit whole, little;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  note (book, "warn-chest");
  for (guint i = 0; i < 20; i++)
    {
      back_up (book);
      cooldown_fake_clock_advance (book->clock, DAY);
    }
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &whole), ==, 0);
  little = whole;
  little.rlim_cur = 20000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  g_assert_false (cooldown_journal_back_up (book->journal, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &whole), ==, 0);
  g_assert_nonnull (error);
  backups = cooldown_journal_list_backups (book->folder);
  g_assert_cmpuint (backups->len, >=, COOLDOWN_BACKUP_DAYS + 2);
  g_assert_false (exists (book, "backups/journal-2026-12-12.db"));
  g_assert_false (exists (book, "backups/journal.new"));
  g_assert_true (cooldown_journal_back_up (book->journal, NULL));
  g_assert_true (exists (book, "backups/journal-2026-12-12.db"));
}

static void
test_no_folder (Book *book, gconstpointer data)
{
  g_autofree char *obstacle = book_file_in (book, "backups");
  g_autoptr (GError) error = NULL;

  note (book, "warn-chest");
  g_assert_true (g_file_set_contents (obstacle, "mine", -1, NULL));
  g_assert_false (cooldown_journal_back_up (book->journal, &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_FOLDER);
}

/* What a damaged journal would give is no backup. */
static void
test_damaged (Book *book, gconstpointer data)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autofree char *rubbish = g_strnfill (4096, 'x');
  FILE *stream;

  note (book, "warn-chest");
  book_reopen (book);
  stream = g_fopen (file, "r+");
  g_assert_cmpint (fseek (stream, 4096, SEEK_SET), ==, 0);
  for (guint i = 0; i < 20; i++)
    g_assert_cmpuint (fwrite (rubbish, 1, 4096, stream), ==, 4096);
  fclose (stream);
  /* What it remembers of the pages holds no more. */
  book_execute (book, "PRAGMA user_version = 4");
  g_assert_false (cooldown_journal_back_up (book->journal, NULL));
  g_assert_false (exists (book, TODAY));
}

/* What is left of @days, the newest first, when they were judged. */
static gsize
judge (guint32 *days, gsize n_days, guint32 today)
{
  gboolean keep[64];
  gsize n_kept = 0;

  g_assert_cmpuint (n_days, <=, G_N_ELEMENTS (keep));
  cooldown_backups_choose (days, n_days, today, keep);
  for (gsize i = 0; i < n_days; i++)
    if (keep[i])
      days[n_kept++] = days[i];
  return n_kept;
}

static gsize
add_day (guint32 *days, gsize n_days, guint32 day)
{
  gsize at = 0;

  while (at < n_days && days[at] > day)
    at++;
  if (at < n_days && days[at] == day)
    return n_days;
  memmove (days + at + 1, days + at, (n_days - at) * sizeof *days);
  days[at] = day;
  return n_days + 1;
}

/* With a backup a day there is, on every day of four years, each of the last seven, and none of the
 * four weeks before that is without one. */
static void
test_rule_every_day (void)
{
  guint32 days[64];
  gsize n_days = 0;
  guint32 first = 739000;

  for (guint32 today = first; today < first + 4 * 365; today++)
    {
      n_days = judge (days, add_day (days, n_days, today), today);
      g_assert_cmpuint (n_days, <=, MOST_KEPT);
      for (guint32 i = 0; i < MIN (today - first + 1, COOLDOWN_BACKUP_DAYS); i++)
        g_assert_cmpuint (days[i], ==, today - i);
      for (gsize i = 1; i < n_days; i++)
        g_assert_cmpuint (days[i - 1] - days[i], <=, DAYS_OF_WEEK);
      if (today > first + 60)
        g_assert_cmpuint (today - days[n_days - 1], >=, COOLDOWN_BACKUP_WEEKS * DAYS_OF_WEEK);
    }
}

/* However seldom Cooldown is used, no more go than are too many. */
static void
test_rule_now_and_then (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);
  guint32 days[64];
  gsize n_days = 0;
  guint32 today = 739000;

  for (guint i = 0; i < 1000; i++)
    {
      gsize n_before;

      today += (guint32) g_rand_int_range (chance, 1, 60);
      n_before = add_day (days, n_days, today);
      n_days = judge (days, n_before, today);
      g_assert_cmpuint (days[0], ==, today);
      g_assert_cmpuint (n_days, <=, MOST_KEPT);
      g_assert_cmpuint (n_days, >=, MIN (n_before, COOLDOWN_BACKUP_DAYS));
    }
}

/* A month with a clock that is years ahead drives out none from before, and none that come after. */
static void
test_rule_wrong_clock (void)
{
  guint32 days[64];
  gsize n_days = 0;
  guint32 first = 739000;
  gsize n_past = 0;

  for (guint32 i = 0; i < 60; i++)
    n_days = judge (days, add_day (days, n_days, first + i), first + i);
  for (guint32 i = 60; i < 90; i++)
    n_days = judge (days, add_day (days, n_days, first + 10000 + i), first + 10000 + i);
  for (guint32 i = 90; i < 120; i++)
    {
      n_days = judge (days, add_day (days, n_days, first + i), first + i);
      for (n_past = 0; n_past < n_days && days[n_days - 1 - n_past] <= first + i; n_past++)
        ;
      g_assert_cmpuint (n_past, >=, MIN (i - 90 + 1, COOLDOWN_BACKUP_DAYS));
      g_assert_cmpuint (days[n_days - n_past], ==, first + i);
      g_assert_cmpuint (n_days, <=, 2 * MOST_KEPT);
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Book *book, gconstpointer data);
  } tests[] = {
    { "/journal/backup/whole", test_whole },
    { "/journal/backup/once-a-day", test_once_a_day },
    { "/journal/backup/nothing-noted", test_nothing_noted },
    { "/journal/backup/list", test_list },
    { "/journal/backup/old-ones-go", test_old_ones_go },
    { "/journal/backup/no-room", test_no_room },
    { "/journal/backup/no-folder", test_no_folder },
    { "/journal/backup/damaged", test_damaged },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Book, NULL, book_set_up, tests[i].test, book_tear_down);
  g_test_add_func ("/journal/backup/rule/every-day", test_rule_every_day);
  g_test_add_func ("/journal/backup/rule/now-and-then", test_rule_now_and_then);
  g_test_add_func ("/journal/backup/rule/wrong-clock", test_rule_wrong_clock);
  return g_test_run ();
}
