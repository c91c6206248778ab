/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding entries. */
#include "evening.h"
#include "journal-entries.h"
#include "journal-rows.h"

/* When a row was, in the local time of where it was: seconds that a day divides. */
static const char *const local_times[COOLDOWN_N_ENTRY_KINDS] = {
  [COOLDOWN_ENTRY_EPISODE] = "t.began + t.began_offset",
  [COOLDOWN_ENTRY_WORKOUT] = "t.ended + t.ended_offset",
  [COOLDOWN_ENTRY_NIGHT] = "t.date",
  [COOLDOWN_ENTRY_CHECK] = "t.at + t.at_offset",
  [COOLDOWN_ENTRY_SIGN] = "t.at + t.at_offset",
  [COOLDOWN_ENTRY_SESSION] = "t.at + t.at_offset",
};

/* What is added to four times a row's id in the full-text table. */
static const int found_numbers[COOLDOWN_N_ENTRY_KINDS] = {
  [COOLDOWN_ENTRY_EPISODE] = 0, [COOLDOWN_ENTRY_WORKOUT] = 1, [COOLDOWN_ENTRY_NIGHT] = 2,
  [COOLDOWN_ENTRY_CHECK] = -1,  [COOLDOWN_ENTRY_SIGN] = -1,   [COOLDOWN_ENTRY_SESSION] = -1,
};

/* Whether entries of that kind can fulfil the query at all. */
static gboolean
is_asked_for (const CooldownQuery *query, CooldownEntryKind kind)
{
  gboolean episode = kind == COOLDOWN_ENTRY_EPISODE;

  if (query->kinds != 0 && (query->kinds & (1u << kind)) == 0)
    return FALSE;
  if (!episode && (query->with_pain || (query->places != NULL && query->places[0] != NULL)))
    return FALSE;
  if (!episode && kind != COOLDOWN_ENTRY_NIGHT && query->severity != COOLDOWN_SEVERITY_ANY)
    return FALSE;
  if (!episode && kind != COOLDOWN_ENTRY_SESSION && query->only_open)
    return FALSE;
  return query->match == NULL || found_numbers[kind] >= 0;
}

/* A day as the tables know it: of a night, which stands under the day it led to, the day before. */
static gboolean
append_day (GString *sql, CooldownEntryKind kind, const char *relation, const char *day)
{
  GDate date;
  GDate epoch;

  if (!cooldown_date_parse (day, &date))
    return FALSE;
  g_date_set_dmy (&epoch, 1, G_DATE_JANUARY, 1970);
  if (kind == COOLDOWN_ENTRY_NIGHT)
    {
      g_date_subtract_days (&date, 1);
      g_string_append_printf (sql, " AND t.date %s '%04d-%02d-%02d'", relation,
                              g_date_get_year (&date), (int) g_date_get_month (&date),
                              g_date_get_day (&date));
    }
  else
    g_string_append_printf (sql, " AND %s %s %" G_GINT64_FORMAT, local_times[kind], relation,
                            (gint64) g_date_days_between (&epoch, &date) * 86400);
  return TRUE;
}

static void
append_places (GString *sql, const char *const *places, GPtrArray *texts)
{
  const char *between = " AND (";

  for (; places != NULL && *places != NULL; places++)
    {
      g_string_append_printf (sql, "%sinstr (' ' || t.places || ' ', ' ' || ? || ' ') > 0", between);
      g_ptr_array_add (texts, (gpointer) *places);
      between = " OR ";
    }
  if (*between == ' ' && between[1] == 'O')
    g_string_append_c (sql, ')');
}

static void
append_sessions (GString *sql, const char *const *sessions, GPtrArray *texts)
{
  g_string_append (sql, " AND t.kind IN (");
  for (guint i = 0; sessions[i] != NULL; i++)
    {
      g_string_append (sql, i > 0 ? ", ?" : "?");
      g_ptr_array_add (texts, (gpointer) sessions[i]);
    }
  g_string_append_c (sql, ')');
}

/* The conditions of a query, and the texts they ask for. */
static gboolean
append_conditions (GString *sql,
                   const CooldownQuery *query,
                   CooldownEntryKind kind,
                   GPtrArray *texts)
{
  g_string_append (sql, query->with_deleted ? " WHERE 1" : " WHERE t.deleted IS NULL");
  if (query->from != NULL && !append_day (sql, kind, ">=", query->from))
    return FALSE;
  if (query->to != NULL && !append_day (sql, kind, "<", query->to))
    return FALSE;
  append_places (sql, query->places, texts);
  if (kind == COOLDOWN_ENTRY_SESSION && query->sessions != NULL)
    append_sessions (sql, query->sessions, texts);
  if (query->severity != COOLDOWN_SEVERITY_ANY)
    g_string_append_printf (sql, " AND t.%s >= %d",
                            kind == COOLDOWN_ENTRY_NIGHT ? "restless" : "severity",
                            query->severity);
  if (query->with_pain)
    g_string_append (sql, " AND t.pain <> ''");
  if (query->only_open)
    g_string_append (sql, " AND t.open = 1");
  if (query->match != NULL)
    {
      g_string_append_printf (sql,
                              " AND t.id IN (SELECT rowid / 4 FROM found WHERE found MATCH ?"
                              " AND rowid %% 4 = %d)",
                              found_numbers[kind]);
      g_ptr_array_add (texts, (gpointer) query->match);
    }
  return TRUE;
}

/* A statement with the query's texts in it. */
static sqlite3_stmt *
prepare_query (CooldownJournal *self, const GString *sql, const GPtrArray *texts, GError **error)
{
  sqlite3_stmt *statement = journal_prepare (self, error, sql->str, "");

  for (guint i = 0; statement != NULL && i < texts->len; i++)
    sqlite3_bind_text (statement, (int) i + 1, g_ptr_array_index (texts, i), -1, SQLITE_TRANSIENT);
  return statement;
}

static gboolean
refuse_day (GError **error)
{
  g_set_error_literal (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_VALUE,
                       "that is no date");
  return FALSE;
}

static gboolean
read_rows (CooldownJournal *self,
           CooldownEntryKind kind,
           sqlite3_stmt *statement,
           GPtrArray *entries,
           GError **error)
{
  g_autoptr (GError) local_error = NULL;

  while (journal_step (self, statement, &local_error))
    {
      CooldownEntry *entry = journal_read_row (self, kind, statement, error);

      if (entry == NULL)
        return FALSE;
      g_ptr_array_add (entries, entry);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* What comes last in local time need not be the newest, where offsets differ: by 36 hours at most, and
 * a night by less than three days. What is that much older than enough others is none of the newest. */
static gboolean
append_limit (GString *sql, const CooldownQuery *query, CooldownEntryKind kind, GPtrArray *texts)
{
  gboolean night = kind == COOLDOWN_ENTRY_NIGHT;

  g_string_append_printf (sql, " AND %s >= ifnull (%s(SELECT %s FROM %s t", local_times[kind],
                          night ? "date (" : "", local_times[kind], journal_get_table (kind));
  if (!append_conditions (sql, query, kind, texts))
    return FALSE;
  g_string_append_printf (sql, " ORDER BY %s DESC LIMIT 1 OFFSET %u)%s", local_times[kind],
                          query->limit - 1,
                          night ? ", '-3 days'), '')" : " - 129600, -9000000000000)");
  return TRUE;
}

static gboolean
find_kind (CooldownJournal *self,
           CooldownEntryKind kind,
           const CooldownQuery *query,
           GPtrArray *entries,
           GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (sqlite3_stmt) statement = NULL;

  journal_append_columns (sql, kind);
  g_string_append_printf (sql, " FROM %s t", journal_get_table (kind));
  if (!append_conditions (sql, query, kind, texts) ||
      (query->limit > 0 && !append_limit (sql, query, kind, texts)))
    return refuse_day (error);
  g_string_append_printf (sql, " ORDER BY %s DESC, t.uid", local_times[kind]);
  statement = prepare_query (self, sql, texts, error);
  return statement != NULL && read_rows (self, kind, statement, entries, error);
}

/* The newest first, and what is of the same moment always in the same order. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  CooldownEntry *one = *(CooldownEntry *const *) a, *other = *(CooldownEntry *const *) b;
  gint64 at = cooldown_entry_get_at (one), other_at = cooldown_entry_get_at (other);

  if (at != other_at)
    return at > other_at ? -1 : 1;
  if (cooldown_entry_get_kind (one) != cooldown_entry_get_kind (other))
    return cooldown_entry_get_kind (one) < cooldown_entry_get_kind (other) ? -1 : 1;
  return g_strcmp0 (cooldown_entry_get_uid (one), cooldown_entry_get_uid (other));
}

/**
 * cooldown_journal_find:
 * @self: a journal
 * @query: what is looked for
 * @error: return location
 *
 * Returns: (transfer container) (nullable) (element-type CooldownEntry): what was found, the newest
 *   first, freeing its entries; %NULL with @error set when the file cannot be read or a day is none
 */
GPtrArray *
cooldown_journal_find (CooldownJournal *self, const CooldownQuery *query, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint kind = 0; kind < COOLDOWN_N_ENTRY_KINDS; kind++)
    if (is_asked_for (query, (CooldownEntryKind) kind) &&
        !find_kind (self, (CooldownEntryKind) kind, query, entries, error))
      return NULL;
  g_ptr_array_sort (entries, compare_entries);
  if (query->limit > 0 && entries->len > query->limit)
    g_ptr_array_set_size (entries, (gint) query->limit);
  return g_steal_pointer (&entries);
}

/**
 * cooldown_journal_get_entry:
 * @self: a journal
 * @kind: what the entry is about
 * @uid: which one it is
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the entry, also one that is marked as deleted; %NULL when
 *   there is none, or with @error set when the file cannot be read
 */
CooldownEntry *
cooldown_journal_get_entry (CooldownJournal *self,
                            CooldownEntryKind kind,
                            const char *uid,
                            GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (sqlite3_stmt) statement = NULL;

  journal_append_columns (sql, kind);
  g_string_append_printf (sql, " FROM %s t WHERE t.uid = ?", journal_get_table (kind));
  statement = journal_prepare (self, error, sql->str, "s", uid);
  if (statement == NULL || !journal_step (self, statement, error))
    return NULL;
  return journal_read_row (self, kind, statement, error);
}

/* How many there are in each month: the months after one another as "2026-11". */
static gboolean
count_kind (CooldownJournal *self,
            CooldownEntryKind kind,
            const CooldownQuery *query,
            GHashTable *counts,
            GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GError) local_error = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (kind == COOLDOWN_ENTRY_NIGHT)
    g_string_append (sql, "strftime ('%Y%m', t.date, '+1 day')");
  else
    g_string_append_printf (sql, "strftime ('%%Y%%m', %s, 'unixepoch')", local_times[kind]);
  g_string_append_printf (sql, ", count (*) FROM %s t", journal_get_table (kind));
  if (!append_conditions (sql, query, kind, texts))
    return refuse_day (error);
  g_string_append (sql, " GROUP BY 1");
  statement = prepare_query (self, sql, texts, error);
  while (statement != NULL && journal_step (self, statement, &local_error))
    {
      gpointer month = GINT_TO_POINTER (sqlite3_column_int (statement, 0));
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, month));

      count += (guint) sqlite3_column_int (statement, 1);
      g_hash_table_insert (counts, month, GUINT_TO_POINTER (count));
    }
  if (local_error == NULL)
    return statement != NULL;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static int
compare_months (gconstpointer a, gconstpointer b)
{
  const CooldownMonth *one = a, *other = b;

  return other->year != one->year ? other->year - one->year : other->month - one->month;
}

/**
 * cooldown_journal_get_months:
 * @self: a journal
 * @query: what is counted; its limit does not matter
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type CooldownMonth): the local months in which there
 *   is anything, the newest first; %NULL with @error set when the file cannot be read
 */
GArray *
cooldown_journal_get_months (CooldownJournal *self, const CooldownQuery *query, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GArray *months;
  GHashTableIter iter;
  gpointer key, count;

  for (guint kind = 0; kind < COOLDOWN_N_ENTRY_KINDS; kind++)
    if (is_asked_for (query, (CooldownEntryKind) kind) &&
        !count_kind (self, (CooldownEntryKind) kind, query, counts, error))
      return NULL;
  months = g_array_new (FALSE, FALSE, sizeof (CooldownMonth));
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &count))
    {
      int number = GPOINTER_TO_INT (key);
      CooldownMonth month = { (guint16) (number / 100), (guint8) (number % 100),
                              GPOINTER_TO_UINT (count) };

      g_array_append_val (months, month);
    }
  g_array_sort (months, compare_months);
  return months;
}
