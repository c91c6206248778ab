/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One whole copy of the journal for a day, and which of them are kept.
 *
 * A copy has its name only when it is whole, was checked and stands on the disk. Older ones go only
 * after that, so that a full disk costs none.
 */
#include "journal-backup.h"
#include "evening.h"
#include "journal-rows.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define PREFIX "journal-"
#define SUFFIX ".db"
#define DATE_LENGTH 10
#define FRESH_NAME "journal.new"
#define DAYS_OF_WEEK 7

#define FIRST_WITH_DELETED 4

/* Whether a file is called as a backup is, and of which day. */
gboolean
journal_parse_backup_name (const char *name, GDate *date)
{
  g_autofree char *day = NULL;

  if (strlen (name) != strlen (PREFIX SUFFIX) + DATE_LENGTH || !g_str_has_prefix (name, PREFIX) ||
      !g_str_has_suffix (name, SUFFIX))
    return FALSE;
  day = g_strndup (name + strlen (PREFIX), DATE_LENGTH);
  return cooldown_date_parse (day, date);
}

static gint
compare_backwards (gconstpointer a, gconstpointer b)
{
  return -strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the backups, the newest first. */
GPtrArray *
journal_find_backups (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, JOURNAL_BACKUPS_NAME, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  GDate date;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (journal_parse_backup_name (name, &date))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_backwards);
  return names;
}

/* The local date, as days since the beginning of our calendar. */
guint32
journal_get_today (CooldownJournal *self)
{
  g_autoptr (GDateTime) local = cooldown_clock_to_local (self->clock, journal_now (self));
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (local),
                  (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  return g_date_get_julian (&date);
}

/* Makes the folder of the backups. Who writes there holds its lock, until that is closed; -1 on
 * failure. */
int
journal_lock_backups (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, JOURNAL_BACKUPS_NAME, NULL);
  int lock = -1;

  if (g_mkdir_with_parents (path, 0700) == 0)
    lock = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (lock >= 0 && flock (lock, LOCK_EX) == 0)
    return lock;
  journal_fail_file (path, error);
  if (lock >= 0)
    close (lock);
  return -1;
}

/* The week a day belongs to; our calendar begins with a Monday, which is day 1. */
static guint32
get_week (guint32 day)
{
  return (day - 1) / DAYS_OF_WEEK;
}

/* The newest ones, and of the weeks before them the oldest each: that one was kept when it left the
 * newest, and stays until its week is too long ago. */
static void
choose (const guint32 *days, gsize n_days, gboolean *keep)
{
  guint n_weeks = 0;

  for (gsize i = 0; i < n_days; i++)
    {
      gboolean ends_week = i + 1 == n_days || get_week (days[i + 1]) != get_week (days[i]);

      keep[i] = i < COOLDOWN_BACKUP_DAYS || (ends_week && n_weeks < COOLDOWN_BACKUP_WEEKS);
      if (i >= COOLDOWN_BACKUP_DAYS && ends_week)
        n_weeks++;
    }
}

/**
 * cooldown_backups_choose:
 * @days: (array length=n_days): of which days there are backups, as julian days of a #GDate, each
 *   once, the newest first
 * @n_days: how many there are
 * @today: the day that it is
 * @keep: (out caller-allocates) (array length=n_days): which of them are kept
 *
 * Says which backups are kept: the newest %COOLDOWN_BACKUP_DAYS, and the first of each of the
 * %COOLDOWN_BACKUP_WEEKS newest weeks before those. Days without a backup do not count, so that a
 * long time without Cooldown costs none. Those that a wrong clock dated into the future are judged
 * among themselves: they drive out none of the others.
 */
void
cooldown_backups_choose (const guint32 *days, gsize n_days, guint32 today, gboolean *keep)
{
  gsize n_future = 0;

  while (n_future < n_days && days[n_future] > today)
    n_future++;
  choose (days, n_future, keep);
  choose (days + n_future, n_days - n_future, keep + n_future);
}

static void
prune (CooldownJournal *self, const char *path)
{
  g_autoptr (GPtrArray) names = journal_find_backups (self->folder);
  g_autofree guint32 *days = g_new0 (guint32, names->len + 1);
  g_autofree gboolean *keep = g_new0 (gboolean, names->len + 1);

  for (guint i = 0; i < names->len; i++)
    {
      GDate date;

      if (journal_parse_backup_name (names->pdata[i], &date))
        days[i] = g_date_get_julian (&date);
    }
  cooldown_backups_choose (days, names->len, journal_get_today (self), keep);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (path, names->pdata[i], NULL);

      if (!keep[i] && g_unlink (file) != 0)
        g_message ("%s: %s", file, g_strerror (errno));
    }
}

/* Adds what a query counts to @count. */
static gboolean
add_count (CooldownJournal *self, const char *sql, gint64 *count, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = journal_prepare (self, error, sql, "");

  if (statement == NULL || !journal_step (self, statement, error))
    return FALSE;
  *count += sqlite3_column_int64 (statement, 0);
  return TRUE;
}

/* A file of an older version lacks some of the tables, and marks. */
static gboolean
count_entries (CooldownJournal *self, gint64 *count, GError **error)
{
  const char *which =
    journal_get_version (self) >= FIRST_WITH_DELETED ? " WHERE deleted IS NULL" : "";

  for (guint i = 0; i < COOLDOWN_N_ENTRY_KINDS; i++)
    {
      const char *table = journal_get_table ((CooldownEntryKind) i);
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s%s", table, which);

      if (journal_get_number (self, "SELECT count (*) FROM sqlite_schema WHERE name = ?", "s",
                              table) > 0 &&
          !add_count (self, sql, count, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_backup (CooldownJournal *self, const char *path, const char *file, GError **error)
{
  g_autofree char *fresh = g_build_filename (path, FRESH_NAME, NULL);

  if (!journal_copy_to (self, fresh, error))
    return FALSE;
  if (g_rename (fresh, file) != 0)
    {
      journal_fail_file (file, error);
      g_unlink (fresh);
      return FALSE;
    }
  journal_sync_folder (path);
  /* With the first backup its folder is new as well. */
  journal_sync_folder (self->folder);
  return TRUE;
}

static char *
name_backup (CooldownJournal *self, const char *path)
{
  GDate date;
  char name[sizeof PREFIX SUFFIX + DATE_LENGTH];

  g_date_clear (&date, 1);
  g_date_set_julian (&date, journal_get_today (self));
  g_snprintf (name, sizeof name, PREFIX "%04d-%02d-%02d" SUFFIX, g_date_get_year (&date),
              (int) g_date_get_month (&date), g_date_get_day (&date));
  return g_build_filename (path, name, NULL);
}

/* Not when it is not known. */
static gboolean
has_nothing (CooldownJournal *self)
{
  gint64 count = 0;

  return count_entries (self, &count, NULL) &&
         add_count (self, "SELECT count (*) FROM setting", &count, NULL) && count == 0;
}

/**
 * cooldown_journal_back_up:
 * @self: a journal
 * @error: return location
 *
 * Makes the backup of today, by the local date, unless there is one or nothing is noted yet. It is a
 * whole copy in one file, and checked. Then backups go that are too old, see
 * [func@Cooldown.backups_choose]; on failure none does.
 *
 * Returns: whether all is well; %FALSE with @error set when there should be a backup and is none
 */
gboolean
cooldown_journal_back_up (CooldownJournal *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, JOURNAL_BACKUPS_NAME, NULL);
  g_autofree char *file = name_backup (self, path);
  gboolean made = TRUE;
  int lock;

  if (!journal_check_writable (self, error))
    return FALSE;
  if (g_file_test (file, G_FILE_TEST_EXISTS) || has_nothing (self))
    return TRUE;
  lock = journal_lock_backups (self->folder, error);
  if (lock < 0)
    return FALSE;
  /* The other process may have been first. */
  if (!g_file_test (file, G_FILE_TEST_EXISTS))
    made = make_backup (self, path, file, error);
  if (made)
    prune (self, path);
  close (lock);
  return made;
}

static CooldownBackup *
look_at (const char *path, const char *name)
{
  CooldownBackup *backup = g_new0 (CooldownBackup, 1);
  g_autofree char *file = g_build_filename (path, name, NULL);
  g_autoptr (CooldownJournal) copy = journal_open_copy (path, name, NULL);
  gint64 count = 0;
  GStatBuf info;

  backup->name = g_strdup (name);
  backup->date = g_strndup (name + strlen (PREFIX), DATE_LENGTH);
  backup->size = g_stat (file, &info) == 0 ? (gint64) info.st_size : 0;
  backup->n_entries = COOLDOWN_BACKUP_UNREADABLE;
  if (copy != NULL && count_entries (copy, &count, NULL))
    backup->n_entries = (int) count;
  return backup;
}

/**
 * cooldown_journal_list_backups:
 * @folder: where the journal lies
 *
 * Says which backups there are, also when the journal itself cannot be opened. Whether one is sound
 * is checked only when it is restored.
 *
 * Returns: (transfer full) (element-type CooldownBackup): the backups, the newest first
 */
GPtrArray *
cooldown_journal_list_backups (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, JOURNAL_BACKUPS_NAME, NULL);
  g_autoptr (GPtrArray) names = journal_find_backups (folder);
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) cooldown_backup_free);

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (backups, look_at (path, names->pdata[i]));
  return backups;
}

/**
 * cooldown_backup_free:
 * @backup: (transfer full) (nullable): a backup; its file stays
 */
void
cooldown_backup_free (CooldownBackup *backup)
{
  if (backup == NULL)
    return;
  g_free (backup->name);
  g_free (backup->date);
  g_free (backup);
}
