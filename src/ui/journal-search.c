/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-search.h"

#include "core/places.h"

/* As many as one looks through before one searches again. */
#define USUAL_LIMIT 200

/* The kinds of each part. */
#define KIND(kind) (1U << COOLDOWN_ENTRY_##kind)
static const guint part_kinds[COOLDOWN_N_JOURNAL_PARTS] = {
  [COOLDOWN_JOURNAL_ALL] = KIND (EPISODE) | KIND (WORKOUT) | KIND (NIGHT) | KIND (CHECK) |
                           KIND (SIGN) | KIND (SESSION),
  [COOLDOWN_JOURNAL_TINGLING] = KIND (EPISODE),
  [COOLDOWN_JOURNAL_WORKOUTS] = KIND (WORKOUT),
  [COOLDOWN_JOURNAL_ICE] = KIND (SESSION),
  [COOLDOWN_JOURNAL_NIGHTS] = KIND (NIGHT),
  [COOLDOWN_JOURNAL_CHECKS] = KIND (CHECK) | KIND (SIGN),
};

/* Recovery is told with its workout. */
static const char *const all_sessions[] = { "ice", "evening", NULL };
static const char *const ice_sessions[] = { "ice", NULL };

/* A search on its way: what the notebook's thread needs of it. */
typedef struct
{
  CooldownJournalSearch *search;
  char *match;   /* (nullable) */
  char **places; /* (nullable) */
} Errand;

static void
errand_free (Errand *errand)
{
  cooldown_journal_search_free (errand->search);
  g_free (errand->match);
  g_strfreev (errand->places);
  g_free (errand);
}

/**
 * cooldown_journal_search_new:
 *
 * Returns: (transfer full): a search for everything in the newest month
 */
CooldownJournalSearch *
cooldown_journal_search_new (void)
{
  CooldownJournalSearch *self = g_new0 (CooldownJournalSearch, 1);

  self->severity = COOLDOWN_SEVERITY_ANY;
  self->limit = USUAL_LIMIT;
  return self;
}

/**
 * cooldown_journal_search_copy:
 * @self: a search
 *
 * Returns: (transfer full): the same
 */
CooldownJournalSearch *
cooldown_journal_search_copy (const CooldownJournalSearch *self)
{
  CooldownJournalSearch *copy = g_new (CooldownJournalSearch, 1);

  *copy = *self;
  copy->text = g_strdup (self->text);
  copy->region = g_strdup (self->region);
  return copy;
}

/**
 * cooldown_journal_search_free:
 * @self: (transfer full): a search
 */
void
cooldown_journal_search_free (CooldownJournalSearch *self)
{
  g_free (self->text);
  g_free (self->region);
  g_free (self);
}

static gboolean
has_word (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalnum (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/**
 * cooldown_journal_search_set_text:
 * @self: a search
 * @text: (nullable): words to be found; what has no word in it is none
 */
void
cooldown_journal_search_set_text (CooldownJournalSearch *self, const char *text)
{
  char *copy = text != NULL && has_word (text) ? g_strdup (text) : NULL;

  g_free (self->text);
  self->text = copy;
}

/**
 * cooldown_journal_search_set_region:
 * @self: a search
 * @region: (nullable): id of a region
 */
void
cooldown_journal_search_set_region (CooldownJournalSearch *self, const char *region)
{
  char *copy = g_strdup (region);

  g_free (self->region);
  self->region = copy;
}

/**
 * cooldown_journal_search_is_flat:
 * @self: a search
 *
 * Returns: whether it looks through all months at once
 */
gboolean
cooldown_journal_search_is_flat (const CooldownJournalSearch *self)
{
  return self->text != NULL || self->region != NULL || self->severity > 0 || self->with_pain;
}

/**
 * cooldown_journal_search_is_narrowed:
 * @self: a search
 *
 * Returns: whether something of the journal is left out
 */
gboolean
cooldown_journal_search_is_narrowed (const CooldownJournalSearch *self)
{
  return self->part != COOLDOWN_JOURNAL_ALL || cooldown_journal_search_is_flat (self);
}

static void
line_free (CooldownJournalLine *line)
{
  g_object_unref (line->entry);
  g_clear_object (&line->with);
  g_free (line);
}

static gboolean
entries_equal (CooldownEntry *a, CooldownEntry *b)
{
  return a == b || (a != NULL && b != NULL && cooldown_entry_equal (a, b));
}

/**
 * cooldown_journal_line_equal:
 * @self: a line
 * @other: another one
 *
 * Returns: whether both say the same
 */
gboolean
cooldown_journal_line_equal (const CooldownJournalLine *self, const CooldownJournalLine *other)
{
  return entries_equal (self->entry, other->entry) && entries_equal (self->with, other->with);
}

/**
 * cooldown_journal_found_free:
 * @self: (transfer full): what was found
 */
void
cooldown_journal_found_free (CooldownJournalFound *self)
{
  g_ptr_array_unref (self->lines);
  g_array_unref (self->months);
  g_free (self);
}

/* On the notebook's thread. */

static CooldownQuery
get_query (const Errand *errand)
{
  const CooldownJournalSearch *search = errand->search;
  CooldownQuery query = COOLDOWN_QUERY_INIT;

  query.kinds = part_kinds[search->part];
  query.sessions = search->part == COOLDOWN_JOURNAL_ICE ? ice_sessions : all_sessions;
  query.match = errand->match;
  query.places = (const char *const *) errand->places;
  query.severity = search->severity > 0 ? search->severity : COOLDOWN_SEVERITY_ANY;
  query.with_pain = search->with_pain;
  return query;
}

/* (nullable): the month that was asked for, or if it has nothing the last one before it, or else the
 * first one after it; the newest one when none was asked for. */
static const CooldownMonth *
choose_month (GArray *months, const CooldownJournalSearch *search)
{
  const CooldownMonth *month = NULL;

  for (guint i = 0; i < months->len; i++)
    {
      month = &g_array_index (months, CooldownMonth, i);
      if (search->year == 0 || month->year < search->year ||
          (month->year == search->year && month->month <= search->month))
        break;
    }
  return month;
}

/* The rows of a month, or of all of them up to the limit. */
static GPtrArray *
find_entries (CooldownJournal *journal,
              const CooldownJournalFound *found,
              CooldownQuery query,
              guint limit,
              GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (found->year == 0)
    {
      query.limit = limit;
      return cooldown_journal_find (journal, &query, error);
    }
  from = g_strdup_printf ("%04u-%02u-01", found->year, found->month);
  to = found->month == 12 ? g_strdup_printf ("%04u-01-01", found->year + 1)
                          : g_strdup_printf ("%04u-%02u-01", found->year, found->month + 1);
  query.from = from;
  query.to = to;
  return cooldown_journal_find (journal, &query, error);
}

/* (transfer full) (nullable): the recovery after a workout. A reference that leads nowhere is no
 * reason to show nothing. */
static CooldownEntry *
find_recovery (CooldownJournal *journal, CooldownEntry *workout)
{
  const char *uid = cooldown_entry_get_text (workout, COOLDOWN_FIELD_WORKOUT_SESSION);
  g_autoptr (CooldownEntry) session = NULL;

  if (uid != NULL)
    session = cooldown_journal_get_entry (journal, COOLDOWN_ENTRY_SESSION, uid, NULL);
  return session != NULL && cooldown_entry_get_deleted (session) == 0 ? g_steal_pointer (&session)
                                                                      : NULL;
}

static gboolean
has_kind (GPtrArray *entries, CooldownEntryKind kind)
{
  for (guint i = 0; i < entries->len; i++)
    if (cooldown_entry_get_kind (g_ptr_array_index (entries, i)) == kind)
      return TRUE;
  return FALSE;
}

/* (element-type utf8 CooldownEntry): checklists by the uid of the episode that they belong to, as
 * they were last. None was saved before the oldest of ENTRIES. */
static GHashTable *
find_checks (CooldownJournal *journal, GPtrArray *entries)
{
  GHashTable *checks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autofree char *from = NULL;
  g_autoptr (GPtrArray) found = NULL;
  CooldownQuery query = COOLDOWN_QUERY_INIT;

  if (!has_kind (entries, COOLDOWN_ENTRY_EPISODE))
    return checks;
  from = cooldown_entry_get_day (g_ptr_array_index (entries, entries->len - 1));
  query.kinds = KIND (CHECK);
  query.from = from;
  found = cooldown_journal_find (journal, &query, NULL);
  for (guint i = found != NULL ? found->len : 0; i > 0; i--)
    {
      CooldownEntry *check = g_ptr_array_index (found, i - 1);
      const char *uid = cooldown_entry_get_text (check, COOLDOWN_FIELD_CHECK_EPISODE);

      if (uid != NULL)
        g_hash_table_replace (checks, (gpointer) uid, g_object_ref (check));
    }
  return checks;
}

static void
add_lines (CooldownJournalFound *found, CooldownJournal *journal, GPtrArray *entries)
{
  g_autoptr (GHashTable) checks = find_checks (journal, entries);

  for (guint i = 0; i < entries->len; i++)
    {
      CooldownJournalLine *line = g_new0 (CooldownJournalLine, 1);
      CooldownEntryKind kind;

      line->entry = g_object_ref (g_ptr_array_index (entries, i));
      kind = cooldown_entry_get_kind (line->entry);
      if (kind == COOLDOWN_ENTRY_WORKOUT)
        line->with = find_recovery (journal, line->entry);
      else if (kind == COOLDOWN_ENTRY_EPISODE)
        g_set_object (&line->with,
                      g_hash_table_lookup (checks, cooldown_entry_get_uid (line->entry)));
      g_ptr_array_add (found->lines, line);
    }
}

static gboolean
is_blank (CooldownJournal *journal)
{
  CooldownQuery everything = COOLDOWN_QUERY_INIT;
  g_autoptr (GPtrArray) any = NULL;

  everything.limit = 1;
  any = cooldown_journal_find (journal, &everything, NULL);
  return any != NULL && any->len == 0;
}

static gpointer
search_work (CooldownJournal *journal, gpointer data, GError **error)
{
  const Errand *errand = data;
  CooldownQuery query = get_query (errand);
  g_autoptr (GArray) months = cooldown_journal_get_months (journal, &query, error);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (CooldownJournalFound) found = NULL;
  const CooldownMonth *month;

  if (months == NULL)
    return NULL;
  found = g_new0 (CooldownJournalFound, 1);
  found->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  found->months = g_array_ref (months);
  for (guint i = 0; i < months->len; i++)
    found->total += g_array_index (months, CooldownMonth, i).count;
  month = choose_month (months, errand->search);
  if (month == NULL)
    {
      found->blank = is_blank (journal);
      return g_steal_pointer (&found);
    }
  if (!cooldown_journal_search_is_flat (errand->search))
    {
      found->year = month->year;
      found->month = month->month;
    }
  entries = find_entries (journal, found, query, errand->search->limit, error);
  if (entries == NULL)
    return NULL;
  add_lines (found, journal, entries);
  return g_steal_pointer (&found);
}

/* (transfer full): both halves of a region */
static char **
get_halves (const char *region)
{
  char **halves = g_new0 (char *, COOLDOWN_N_SIDES + 1);

  for (guint side = 0; side < COOLDOWN_N_SIDES; side++)
    halves[side] = cooldown_place_new (region, (CooldownSide) side);
  return halves;
}

/**
 * cooldown_journal_search_run:
 * @self: what to look for
 * @notebook: the journal
 * @content: what the program knows; words for places and sensations are found by it
 * @cancellable: (nullable): ends it early
 * @callback: called when it is found
 * @user_data: given to @callback
 *
 * Looks for it. [method@Cooldown.Notebook.run_finish] returns a #CooldownJournalFound that is the
 * caller's, or %NULL with its error.
 */
void
cooldown_journal_search_run (const CooldownJournalSearch *self,
                             CooldownNotebook *notebook,
                             CooldownContent *content,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->search = cooldown_journal_search_copy (self);
  errand->match = self->text != NULL ? cooldown_search_new_match (content, self->text) : NULL;
  errand->places = self->region != NULL ? get_halves (self->region) : NULL;
  cooldown_notebook_run (notebook, search_work, errand, (GDestroyNotify) errand_free,
                         (GDestroyNotify) cooldown_journal_found_free, FALSE, cancellable, callback,
                         user_data);
}
