/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-state.h"

#include <gio/gio.h>
#include <sqlite3.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

#define BUSY_MILLISECONDS 5000

/* The full-text index is derived from the others, and its tables are SQLite's own affair. */
#define TABLES \
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'" \
  " AND name <> 'found' AND name NOT LIKE 'found\\_%' ESCAPE '\\' ORDER BY name"

/* Rows that the index lacks, and rows of the index that stand for none. */
#define INDEXED \
  "SELECT id * 4 AS row FROM episode UNION ALL SELECT id * 4 + 1 FROM workout" \
  " UNION ALL SELECT id * 4 + 2 FROM night"
#define NOT_INDEXED "SELECT * FROM (" INDEXED ") EXCEPT SELECT rowid FROM found"
#define INDEXED_IN_VAIN "SELECT rowid FROM found EXCEPT SELECT * FROM (" INDEXED ")"

static gboolean
fail (sqlite3 *db, const char *file, const char *what, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s: %s", file, what, sqlite3_errmsg (db));
  return FALSE;
}

static sqlite3 *
open_file (const char *file, GError **error)
{
  g_autoptr (sqlite3) db = NULL;

  if (sqlite3_open_v2 (file, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    {
      fail (db, file, "opening", error);
      return NULL;
    }
  sqlite3_busy_timeout (db, BUSY_MILLISECONDS);
  return g_steal_pointer (&db);
}

/* All rows that a statement gives, a line for each. */
static gboolean
append_rows (sqlite3 *db, const char *sql, GString *text)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int result = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      result = sqlite3_step (statement);
      for (int i = 0; result == SQLITE_ROW && i < sqlite3_column_count (statement); i++)
        {
          const char *value = (const char *) sqlite3_column_text (statement, i);

          g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", value != NULL ? value : "NULL");
        }
      if (result == SQLITE_ROW)
        g_string_append_c (text, '\n');
    }
  return result == SQLITE_DONE;
}

static gboolean
gives (sqlite3 *db, const char *file, const char *sql, const char *expected, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!append_rows (db, sql, text))
    return fail (db, file, sql, error);
  if (strcmp (text->str, expected) == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s: %s", file, sql, text->str);
  return FALSE;
}

static gboolean
has_index (sqlite3 *db)
{
  g_autoptr (GString) text = g_string_new (NULL);

  return append_rows (db, "SELECT 1 FROM sqlite_schema WHERE name = 'found'", text) &&
         text->len > 0;
}

/**
 * file_state_is_sound:
 * @file: a journal's file
 * @error: return location
 *
 * Asks SQLite for all that it can find wrong with a file, and with the index for searching.
 *
 * Returns: whether it found nothing
 */
gboolean
file_state_is_sound (const char *file, GError **error)
{
  g_autoptr (sqlite3) db = open_file (file, error);

  if (db == NULL || !gives (db, file, "PRAGMA integrity_check", "ok\n", error) ||
      !gives (db, file, "PRAGMA foreign_key_check", "", error))
    return FALSE;
  return !has_index (db) ||
         (gives (db, file, "INSERT INTO found (found) VALUES ('integrity-check')", "", error) &&
          gives (db, file, NOT_INDEXED, "", error) && gives (db, file, INDEXED_IN_VAIN, "", error));
}

/* @left_out may name columns, or a table as "older.". */
static gboolean
is_left_out (const char *const *left_out, const char *table, const char *column)
{
  g_autofree char *whole = g_strconcat (table, ".", NULL);

  return left_out != NULL &&
         (g_strv_contains (left_out, column) || g_strv_contains (left_out, whole));
}

static char **
get_names (sqlite3 *db, const char *sql)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!append_rows (db, sql, text))
    return NULL;
  g_strchomp (text->str);
  return *text->str != '\0' ? g_strsplit (text->str, "\n", -1) : g_new0 (char *, 1);
}

static char *
build_query (const char *table, char **columns, const char *const *left_out)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT '%s'", table);
  for (guint i = 0; columns[i] != NULL; i++)
    if (!is_left_out (left_out, table, columns[i]))
      g_string_append_printf (sql, ", '%s=' || quote (\"%s\")", columns[i], columns[i]);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY rowid", table);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static gboolean
append_table (sqlite3 *db, const char *table, const char *const *left_out, GString *text)
{
  g_autofree char *names_sql = g_strdup_printf (
      "SELECT name FROM pragma_table_info ('%s') ORDER BY cid", table);
  g_auto (GStrv) columns = get_names (db, names_sql);
  g_autofree char *sql = columns != NULL ? build_query (table, columns, left_out) : NULL;

  return sql != NULL && (is_left_out (left_out, table, "") || append_rows (db, sql, text));
}

/**
 * file_state_dump:
 * @file: a journal's file
 * @left_out: (nullable) (array zero-terminated=1): names of columns, and of tables as "name."
 * @error: return location
 *
 * Returns: (transfer full) (nullable): all that stands in it, row by row; %NULL with @error set
 *   when it cannot be read
 */
char *
file_state_dump (const char *file, const char *const *left_out, GError **error)
{
  g_autoptr (sqlite3) db = open_file (file, error);
  g_autoptr (GString) text = g_string_new ("version ");
  g_auto (GStrv) tables = NULL;

  if (db == NULL)
    return NULL;
  /* What another process commits meanwhile is not to be seen in half of the tables. */
  if (sqlite3_exec (db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK &&
      append_rows (db, "PRAGMA user_version", text))
    tables = get_names (db, TABLES);
  for (guint i = 0; tables != NULL && tables[i] != NULL; i++)
    if (!append_table (db, tables[i], left_out, text))
      g_clear_pointer (&tables, g_strfreev);
  if (tables != NULL)
    return g_string_free (g_steal_pointer (&text), FALSE);
  fail (db, file, "reading", error);
  return NULL;
}

/**
 * file_state_compare:
 * @expected: a dump
 * @found: another one
 *
 * Returns: (transfer full) (nullable): the first line in which they differ, in words; %NULL when
 *   they are the same
 */
char *
file_state_compare (const char *expected, const char *found)
{
  g_auto (GStrv) lines = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) found_lines = g_strsplit (found, "\n", -1);
  guint i = 0;

  if (strcmp (expected, found) == 0)
    return NULL;
  while (lines[i] != NULL && g_strcmp0 (lines[i], found_lines[i]) == 0)
    i++;
  return g_strdup_printf ("\"%s\" instead of \"%s\"",
                          found_lines[i] != NULL ? found_lines[i] : "nothing more",
                          lines[i] != NULL ? lines[i] : "nothing more");
}

/**
 * file_state_read_fixture:
 * @name: the name of a file in journals/
 *
 * Returns: (transfer full): its text
 */
char *
file_state_read_fixture (const char *name)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "journals", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}
