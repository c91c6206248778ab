/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the journal costs with 200, 2,000 and 20,000 entries: opening, the month that is shown
 * first, a search and saving one entry. The floor is an empty journal of the same run; for saving
 * it is one fsync of a file of its own. The fastest of some runs counts.
 */
#include "core/journal-entries.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <unistd.h>

#define RUNS 7
#define PER_DAY 10
/* 2026-11-22T12:00:00Z */
#define END G_GINT64_CONSTANT (1795348800)

typedef struct
{
  char *folder;
  CooldownClock *clock;
  CooldownContent *content;
  CooldownJournal *journal; /* (nullable) */
  int spare;
} Bench;

static void
fail_on (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

/* Ten a day: episodes with words in them, workouts and nights. In one go, as saving each would take
 * minutes. */
static void
fill (Bench *bench, guint n_entries)
{
  g_autofree char *file = g_build_filename (bench->folder, "journal.db", NULL);
  g_autoptr (GString) sql = g_string_new ("BEGIN;");
  sqlite3 *db = NULL;

  for (guint i = 0; i < n_entries; i++)
    {
      gint64 at = END - (gint64) i * 86400 / PER_DAY;

      if (i % PER_DAY < 6)
        g_string_append_printf (
            sql,
            "INSERT INTO episode (began, began_offset, ended, ended_offset, severity, places,"
            " sensations, notes, written, written_offset) VALUES (%" G_GINT64_FORMAT
            ", 3600, %" G_GINT64_FORMAT ", 3600, %u, 'toes-r sole-r', 'feel-tingle feel-burn',"
            " 'Came back on the hill, number %u, faded when I took the shoe off', %" G_GINT64_FORMAT
            ", 3600);",
            at, at + 1800, i % 11, i, at);
      else
        g_string_append_printf (
            sql,
            "INSERT INTO workout (kind, ended, ended_offset, minutes, legs, notes, written,"
            " written_offset) VALUES ('run', %" G_GINT64_FORMAT ", 3600, 45, 'fine', 'round %u', %"
            G_GINT64_FORMAT ", 3600);",
            at, i, at);
    }
  g_string_append (sql, "COMMIT;");
  if (sqlite3_open (file, &db) != SQLITE_OK ||
      sqlite3_exec (db, sql->str, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_close (db);
}

static void
open_journal (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&bench->journal);
  bench->journal = cooldown_journal_open (bench->folder, bench->clock, &error);
  fail_on (error);
}

static void
read_query (Bench *bench, const CooldownQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = cooldown_journal_find (bench->journal, query, &error);

  fail_on (error);
}

static void
read_month (Bench *bench)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;

  query.from = "2026-11-01";
  query.to = "2026-12-01";
  read_query (bench, &query);
}

static void
list_months (Bench *bench)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) months = cooldown_journal_get_months (bench->journal, &query, &error);

  fail_on (error);
}

static void
search (Bench *bench)
{
  g_autofree char *match = cooldown_search_new_match (bench->content, "number 17");
  CooldownQuery query = COOLDOWN_QUERY_INIT;

  query.match = match;
  query.limit = 200;
  read_query (bench, &query);
}

static void
save (Bench *bench)
{
  g_autoptr (CooldownEntry) entry = cooldown_entry_new (COOLDOWN_ENTRY_EPISODE);
  g_autoptr (GError) error = NULL;

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN, END * COOLDOWN_SECOND, 3600);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_NOTES, "Came back on the hill");
  cooldown_journal_put_entry (bench->journal, entry, &error);
  fail_on (error);
}

static void
sync_spare (Bench *bench)
{
  if (pwrite (bench->spare, "x", 1, 0) != 1 || fsync (bench->spare) != 0)
    g_error ("the spare file cannot be written");
}

/* In milliseconds. */
static double
measure (Bench *bench, void (*work) (Bench *bench))
{
  gint64 best = G_MAXINT64;

  for (guint run = 0; run < RUNS; run++)
    {
      gint64 start = g_get_monotonic_time ();

      work (bench);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  return (double) best / 1000;
}

static const struct
{
  const char *name;
  void (*work) (Bench *bench);
  void (*floor) (Bench *bench); /* (nullable): the same on an empty journal */
} jobs[] = {
  { "opening", open_journal, NULL },         { "the first month", read_month, NULL },
  { "the months there are", list_months, NULL }, { "a search", search, NULL },
  { "saving one", save, sync_spare },
};

static Bench *
bench_new (guint n_entries)
{
  Bench *bench = g_new0 (Bench, 1);
  g_autofree char *spare = NULL;
  g_autoptr (GError) error = NULL;

  bench->folder = g_dir_make_tmp ("cooldown-bench-XXXXXX", &error);
  fail_on (error);
  bench->clock = cooldown_clock_system_new ();
  bench->content = cooldown_content_load_bundled (&error);
  fail_on (error);
  open_journal (bench);
  fill (bench, n_entries);
  spare = g_build_filename (bench->folder, "spare", NULL);
  bench->spare = g_open (spare, O_RDWR | O_CREAT, 0600);
  return bench;
}

static void
bench_free (Bench *bench)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_object (&bench->journal);
  close (bench->spare);
  dir = g_dir_open (bench->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (bench->folder, name, NULL);

      g_remove (file);
    }
  g_rmdir (bench->folder);
  g_free (bench->folder);
  g_object_unref (bench->clock);
  g_object_unref (bench->content);
  g_free (bench);
}

int
main (void)
{
  static const guint sizes[] = { 200, 2000, 20000 };
  double floors[G_N_ELEMENTS (jobs)];
  Bench *empty = bench_new (0);

  for (guint job = 0; job < G_N_ELEMENTS (jobs); job++)
    floors[job] = measure (empty, jobs[job].floor != NULL ? jobs[job].floor : jobs[job].work);
  bench_free (empty);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Bench *bench = bench_new (sizes[i]);

      for (guint job = 0; job < G_N_ELEMENTS (jobs); job++)
        {
          double took = measure (bench, jobs[job].work);

          g_print ("%6u entries, %-20s %8.2f ms, %6.1f times the floor of %.2f ms\n", sizes[i],
                   jobs[job].name, took, took / floors[job], floors[job]);
        }
      bench_free (bench);
    }
  g_print ("aims: the first month within 100 ms and nearly as fast with any number\n");
  return 0;
}
