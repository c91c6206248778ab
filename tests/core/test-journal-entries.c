/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "core/journal-entries.h"
#include "core/journal-forget.h"

#define START (COOLDOWN_FAKE_CLOCK_START)

static CooldownEntry *
new_episode (gint64 began)
{
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_EPISODE);

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN, began, 3600);
  return entry;
}

static CooldownEntry *
new_workout (gint64 ended)
{
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_WORKOUT);

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_WORKOUT_ENDED, ended, 3600);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_WORKOUT_KIND, "run");
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_WORKOUT_LEGS, "fine");
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_WORKOUT_MINUTES, 45);
  return entry;
}

static CooldownEntry *
new_night (const char *date, gint64 restless)
{
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_NIGHT);

  cooldown_entry_set_text (entry, COOLDOWN_FIELD_NIGHT_DATE, date);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_NIGHT_RESTLESS, restless);
  return entry;
}

static void
put (Book *book, CooldownEntry *entry)
{
  g_autoptr (GError) error = NULL;

  cooldown_journal_put_entry (book->journal, entry, &error);
  g_assert_no_error (error);
}

static CooldownEntry *
read_back (Book *book, CooldownEntry *entry)
{
  g_autoptr (GError) error = NULL;
  CooldownEntry *read =
      cooldown_journal_get_entry (book->journal, cooldown_entry_get_kind (entry),
                                  cooldown_entry_get_uid (entry), &error);

  g_assert_no_error (error);
  return read;
}

static GPtrArray *
find (Book *book, const CooldownQuery *query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = cooldown_journal_find (book->journal, query, &error);

  g_assert_no_error (error);
  return found;
}

static guint
count (Book *book, const CooldownQuery *query)
{
  g_autoptr (GPtrArray) found = find (book, query);

  return found->len;
}

/* Gives every field of an entry something that fits it. */
static void
fill_in (Book *book, CooldownEntry *entry, CooldownEntry *others[COOLDOWN_N_ENTRY_KINDS])
{
  static const char *const ids[] = { "calf-l", "toes-r", NULL };
  CooldownEntryKind kind = cooldown_entry_get_kind (entry);
  CooldownField first = cooldown_entry_kind_get_first_field (kind);

  for (guint i = 0; i < cooldown_entry_kind_get_n_fields (kind); i++)
    {
      CooldownField field = (CooldownField) (first + i);
      const CooldownFieldInfo *info = cooldown_field_get_info (field);

      if (info->type == COOLDOWN_TYPE_FIELD_TIME)
        cooldown_entry_set_time (entry, field, START + i * COOLDOWN_HOUR, -7200);
      else if (info->type == COOLDOWN_TYPE_FIELD_NUMBER)
        cooldown_entry_set_number (entry, field, info->max);
      else if (info->type == COOLDOWN_TYPE_FIELD_FLAG)
        cooldown_entry_set_number (entry, field, kind == COOLDOWN_ENTRY_EPISODE);
      else if (info->type == COOLDOWN_TYPE_FIELD_CHOICE)
        cooldown_entry_set_text (entry, field, info->choices[1]);
      else if (info->type == COOLDOWN_TYPE_FIELD_IDS)
        cooldown_entry_set_ids (entry, field, ids);
      else if (info->type == COOLDOWN_TYPE_FIELD_REFERENCE)
        cooldown_entry_set_text (entry, field, cooldown_entry_get_uid (others[info->refers_to]));
      else
        cooldown_entry_set_text (entry, field, "it’s “fine”;\n--'");
    }
  if (kind == COOLDOWN_ENTRY_NIGHT)
    cooldown_entry_set_text (entry, COOLDOWN_FIELD_NIGHT_DATE, "2026-11-21");
}

/* Of every kind, every field that is saved is read back as it was; so is every field that is taken
 * back again. */
static void
test_every_field (Book *book, gconstpointer data)
{
  static const CooldownEntryKind order[] = { COOLDOWN_ENTRY_SESSION, COOLDOWN_ENTRY_WORKOUT,
                                             COOLDOWN_ENTRY_EPISODE, COOLDOWN_ENTRY_NIGHT,
                                             COOLDOWN_ENTRY_CHECK,   COOLDOWN_ENTRY_SIGN };
  CooldownEntry *entries[COOLDOWN_N_ENTRY_KINDS] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      CooldownEntry *entry = cooldown_entry_new (order[i]);
      g_autoptr (CooldownEntry) read = NULL;

      entries[order[i]] = entry;
      fill_in (book, entry, entries);
      if (order[i] == COOLDOWN_ENTRY_SESSION)
        cooldown_entry_add_event (entry, "on", "toes-r", START, 3600);
      put (book, entry);
      book_reopen (book);
      read = read_back (book, entry);
      g_assert_true (cooldown_entry_equal (read, entry));
      g_assert_false (cooldown_entry_is_changed (read, cooldown_entry_kind_get_time_field (order[i])));
    }
  for (CooldownField field = 0; field < COOLDOWN_N_FIELDS; field++)
    {
      CooldownEntry *entry = entries[cooldown_field_get_kind (field)];
      g_autoptr (CooldownEntry) read = NULL;

      if (cooldown_field_get_info (field)->always)
        continue;
      cooldown_entry_unset (entry, field);
      put (book, entry);
      read = read_back (book, entry);
      g_assert_true (cooldown_entry_equal (read, entry));
    }
  for (guint i = 0; i < COOLDOWN_N_ENTRY_KINDS; i++)
    g_object_unref (entries[i]);
}

/* Two who edit the same entry keep what both changed, and each edit is counted. */
static void
test_two_edit (Book *book, gconstpointer data)
{
  g_autoptr (CooldownEntry) one = new_episode (START);
  g_autoptr (CooldownEntry) other = NULL;
  g_autoptr (CooldownEntry) read = NULL;

  put (book, one);
  g_assert_cmpint (cooldown_entry_get_edits (one), ==, 0);
  other = read_back (book, one);
  cooldown_entry_set_number (one, COOLDOWN_FIELD_EPISODE_SEVERITY, 4);
  put (book, one);
  cooldown_fake_clock_advance (book->clock, COOLDOWN_MINUTE);
  cooldown_entry_set_text (other, COOLDOWN_FIELD_EPISODE_NOTES, "on the hill");
  put (book, other);
  read = read_back (book, one);
  g_assert_cmpint (cooldown_entry_get_number (read, COOLDOWN_FIELD_EPISODE_SEVERITY), ==, 4);
  g_assert_cmpstr (cooldown_entry_get_text (read, COOLDOWN_FIELD_EPISODE_NOTES), ==, "on the hill");
  g_assert_cmpint (cooldown_entry_get_edits (read), ==, 2);
  g_assert_cmpint (cooldown_entry_get_edited (read), ==, START + COOLDOWN_MINUTE);
  g_assert_cmpint (cooldown_entry_get_written (read), ==, START);
}

/* What is none is not saved, and a session that goes on is the agent's. */
static void
test_refused (Book *book, gconstpointer data)
{
  g_autoptr (CooldownEntry) episode = new_episode (START);
  g_autoptr (CooldownEntry) session = cooldown_entry_new (COOLDOWN_ENTRY_SESSION);
  g_autoptr (GError) error = NULL;

  cooldown_entry_set_number (episode, COOLDOWN_FIELD_EPISODE_SEVERITY, 11);
  g_assert_false (cooldown_journal_put_entry (book->journal, episode, &error));
  g_assert_error (error, COOLDOWN_ENTRY_ERROR, COOLDOWN_ENTRY_ERROR_RANGE);
  g_assert_null (cooldown_entry_get_uid (episode));
  g_clear_error (&error);

  cooldown_entry_set_time (session, COOLDOWN_FIELD_SESSION_AT, START, 0);
  cooldown_entry_set_text (session, COOLDOWN_FIELD_SESSION_KIND, "ice");
  cooldown_entry_set_text (session, COOLDOWN_FIELD_SESSION_PLAN, "{}");
  put (book, session);
  book_execute (book, "UPDATE session SET open = 1");
  cooldown_entry_set_text (session, COOLDOWN_FIELD_SESSION_PLAN, "{'minutes': <10>}");
  g_assert_false (cooldown_journal_put_entry (book->journal, session, &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (cooldown_journal_mark_entry (book->journal, COOLDOWN_ENTRY_SESSION,
                                               cooldown_entry_get_uid (session), TRUE, &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_VALUE);
  g_assert_cmpint (book_query (book, "SELECT count (*) FROM episode"), ==, 0);
  g_assert_cmpint (book_query (book, "SELECT plan = '{}' FROM session"), ==, 1);
}

/* What is deleted is not found, comes back with undo, and is back when it is saved again. */
static void
test_delete (Book *book, gconstpointer data)
{
  CooldownQuery all = COOLDOWN_QUERY_INIT;
  CooldownQuery marked = COOLDOWN_QUERY_INIT;
  g_autoptr (CooldownEntry) night = new_night ("2026-11-21", 3);
  g_autoptr (CooldownEntry) again = new_night ("2026-11-21", 5);
  g_autoptr (CooldownEntry) read = NULL;

  marked.with_deleted = TRUE;
  put (book, night);
  g_assert_true (cooldown_journal_mark_entry (book->journal, COOLDOWN_ENTRY_NIGHT,
                                              "night-2026-11-21", TRUE, NULL));
  g_assert_cmpuint (count (book, &all), ==, 0);
  g_assert_cmpuint (count (book, &marked), ==, 1);
  g_assert_cmpint (cooldown_journal_get_night (book->journal, "2026-11-21"), ==,
                   COOLDOWN_NIGHT_NOT_NOTED);
  g_assert_true (cooldown_journal_mark_entry (book->journal, COOLDOWN_ENTRY_NIGHT,
                                              "night-2026-11-21", FALSE, NULL));
  g_assert_cmpuint (count (book, &all), ==, 1);
  g_assert_true (cooldown_journal_mark_entry (book->journal, COOLDOWN_ENTRY_NIGHT,
                                              "night-2026-11-21", TRUE, NULL));
  put (book, again);
  read = read_back (book, night);
  g_assert_cmpint (cooldown_entry_get_number (read, COOLDOWN_FIELD_NIGHT_RESTLESS), ==, 5);
  g_assert_cmpint (cooldown_entry_get_edits (read), ==, 4);
  g_assert_cmpint (cooldown_entry_get_deleted (read), ==, 0);
  g_assert_cmpuint (count (book, &all), ==, 1);
}

/* Something in each field, so that none is missed. */
static void
note_all_of_night (CooldownEntry *night)
{
  for (CooldownField field = COOLDOWN_FIELD_NIGHT_RESTLESS; field <= COOLDOWN_FIELD_NIGHT_NOTES;
       field++)
    {
      const CooldownFieldInfo *info = cooldown_field_get_info (field);

      if (info->type == COOLDOWN_TYPE_FIELD_NUMBER)
        cooldown_entry_set_number (night, field, 1);
      else
        cooldown_entry_set_text (night, field,
                                 info->choices != NULL ? info->choices[0] : "something");
    }
}

/* Who notes a night again begins anew: what was deleted does not stand there again. */
static void
test_note_deleted_again (Book *book, gconstpointer data)
{
  g_autoptr (CooldownEntry) night = new_night ("2026-11-21", 3);
  g_autoptr (CooldownEntry) again = new_night ("2026-11-21", 5);
  g_autoptr (CooldownEntry) read = NULL;

  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_NOTES, "slept at the lake");
  put (book, night);
  g_assert_true (cooldown_journal_mark_entry (book->journal, COOLDOWN_ENTRY_NIGHT,
                                              "night-2026-11-21", TRUE, NULL));
  put (book, again);
  read = read_back (book, night);
  g_assert_cmpint (cooldown_entry_get_number (read, COOLDOWN_FIELD_NIGHT_RESTLESS), ==, 5);
  g_assert_null (cooldown_entry_get_text (read, COOLDOWN_FIELD_NIGHT_NOTES));
  note_all_of_night (read);
  put (book, read);
  g_assert_true (cooldown_journal_mark_entry (book->journal, COOLDOWN_ENTRY_NIGHT,
                                              "night-2026-11-21", TRUE, NULL));
  g_assert_true (cooldown_journal_rate_night (book->journal, "2026-11-21", 7, NULL));
  g_clear_object (&read);
  read = read_back (book, night);
  for (CooldownField field = COOLDOWN_FIELD_NIGHT_DATE; field <= COOLDOWN_FIELD_NIGHT_NOTES; field++)
    if (field != COOLDOWN_FIELD_NIGHT_DATE && field != COOLDOWN_FIELD_NIGHT_RESTLESS)
      g_assert_false (cooldown_entry_has (read, field));
}

/* Of what was forgotten nothing comes back, and what is noted in its place was noted then. */
static void
test_note_forgotten_again (Book *book, gconstpointer data)
{
  g_autoptr (CooldownEntry) night = new_night ("2026-11-21", 3);
  g_autoptr (CooldownEntry) again = new_night ("2026-11-21", 5);
  g_autoptr (CooldownEntry) read = NULL;

  put (book, night);
  g_assert_true (cooldown_journal_forget (book->journal, COOLDOWN_ENTRY_NIGHT, "night-2026-11-21",
                                          NULL, NULL));
  g_assert_false (cooldown_journal_mark_entry (book->journal, COOLDOWN_ENTRY_NIGHT,
                                               "night-2026-11-21", FALSE, NULL));
  put (book, again);
  read = read_back (book, again);
  g_assert_cmpint (cooldown_entry_get_written (read), ==, COOLDOWN_FAKE_CLOCK_START);
  g_assert_cmpint (cooldown_entry_get_written (again), ==, COOLDOWN_FAKE_CLOCK_START);
}

/* An open episode that is deleted is not going on; the agent's answer does not end it then. */
static void
test_delete_open (Book *book, gconstpointer data)
{
  g_autoptr (CooldownEntry) episode = new_episode (START);

  cooldown_entry_set_number (episode, COOLDOWN_FIELD_EPISODE_OPEN, TRUE);
  put (book, episode);
  g_assert_cmpint (cooldown_journal_get_open_episode (book->journal), ==, START / COOLDOWN_SECOND);
  g_assert_true (cooldown_journal_mark_entry (book->journal, COOLDOWN_ENTRY_EPISODE,
                                              cooldown_entry_get_uid (episode), TRUE, NULL));
  g_assert_cmpint (cooldown_journal_get_open_episode (book->journal), ==, 0);
  g_assert_true (cooldown_journal_end_episode (book->journal, START + COOLDOWN_HOUR, 0, NULL));
  g_assert_cmpint (book_query (book, "SELECT count (ended) FROM episode"), ==, 0);
}

/* The newest first; a day is the local one where it was; a night stands under the day it led to. */
static void
test_days (Book *book, gconstpointer data)
{
  /* 2026-11-21T23:30Z is past midnight where local time is an hour ahead. */
  gint64 late = G_GINT64_CONSTANT (1795303800) * COOLDOWN_SECOND;
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autoptr (CooldownEntry) episode = new_episode (late);
  g_autoptr (CooldownEntry) workout = new_workout (late - COOLDOWN_HOUR);
  g_autoptr (CooldownEntry) night = new_night ("2026-11-21", 3);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *day = NULL;

  cooldown_fake_clock_set_zone (book->clock, "Europe/Berlin");
  put (book, workout);
  put (book, episode);
  put (book, night);
  found = find (book, &query);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpint (cooldown_entry_get_kind (found->pdata[0]), ==, COOLDOWN_ENTRY_NIGHT);
  g_assert_cmpint (cooldown_entry_get_kind (found->pdata[1]), ==, COOLDOWN_ENTRY_EPISODE);
  g_assert_cmpint (cooldown_entry_get_kind (found->pdata[2]), ==, COOLDOWN_ENTRY_WORKOUT);
  day = cooldown_entry_get_day (found->pdata[1]);
  g_assert_cmpstr (day, ==, "2026-11-22");

  query.from = "2026-11-22";
  g_assert_cmpuint (count (book, &query), ==, 2);
  query.from = NULL;
  query.to = "2026-11-22";
  g_assert_cmpuint (count (book, &query), ==, 1);
  query.to = NULL;
  query.limit = 2;
  g_assert_cmpuint (count (book, &query), ==, 2);
}

/* Each condition leaves out what it must, and a kind that it does not fit. */
static void
test_conditions (Book *book, gconstpointer data)
{
  static const char *const calf[] = { "calf-l", NULL };
  static const char *const knee[] = { "knee-l", "toes-r", NULL };
  static const char *const toes[] = { "toes-r", "sole-r", NULL };
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autoptr (CooldownEntry) weak = new_episode (START);
  g_autoptr (CooldownEntry) strong = new_episode (START + COOLDOWN_HOUR);
  g_autoptr (CooldownEntry) night = new_night ("2026-11-21", 7);
  g_autoptr (CooldownEntry) workout = new_workout (START);

  cooldown_entry_set_number (weak, COOLDOWN_FIELD_EPISODE_SEVERITY, 2);
  cooldown_entry_set_text (weak, COOLDOWN_FIELD_EPISODE_PAIN, "");
  cooldown_entry_set_number (strong, COOLDOWN_FIELD_EPISODE_SEVERITY, 7);
  cooldown_entry_set_number (strong, COOLDOWN_FIELD_EPISODE_OPEN, TRUE);
  cooldown_entry_set_text (strong, COOLDOWN_FIELD_EPISODE_PAIN, "back");
  cooldown_entry_set_ids (strong, COOLDOWN_FIELD_EPISODE_PLACES, toes);
  put (book, weak);
  put (book, strong);
  put (book, night);
  put (book, workout);

  query.severity = 5;
  g_assert_cmpuint (count (book, &query), ==, 2);
  query.severity = COOLDOWN_SEVERITY_ANY;
  query.with_pain = TRUE;
  g_assert_cmpuint (count (book, &query), ==, 1);
  query.with_pain = FALSE;
  query.only_open = TRUE;
  g_assert_cmpuint (count (book, &query), ==, 1);
  query.only_open = FALSE;
  query.places = calf;
  g_assert_cmpuint (count (book, &query), ==, 0);
  query.places = knee;
  g_assert_cmpuint (count (book, &query), ==, 1);
  query.places = NULL;
  query.kinds = 1u << COOLDOWN_ENTRY_WORKOUT | 1u << COOLDOWN_ENTRY_NIGHT;
  g_assert_cmpuint (count (book, &query), ==, 2);
  query.from = "no day";
  g_assert_null (cooldown_journal_find (book->journal, &query, NULL));
}

static void
assert_found (Book *book, CooldownContent *content, const char *text, guint expected)
{
  g_autofree char *match = cooldown_search_new_match (content, text);
  CooldownQuery query = COOLDOWN_QUERY_INIT;

  query.match = match;
  g_assert_cmpuint (count (book, &query), ==, expected);
}

/* Words of a free text, and of what places and sensations are called, are found: their beginnings
 * too, in any order, whatever the accents; and no longer when the text is gone. */
static void
test_search (Book *book, gconstpointer data)
{
  static const char *const places[] = { "calf-l", NULL };
  static const char *const feels[] = { "feel-burn", NULL };
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (NULL);
  g_autoptr (CooldownEntry) episode = new_episode (START);
  g_autoptr (CooldownEntry) workout = new_workout (START);

  g_assert_nonnull (content);
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_NOTES, "Café on the “hill”: new shoes");
  cooldown_entry_set_ids (episode, COOLDOWN_FIELD_EPISODE_PLACES, places);
  cooldown_entry_set_ids (episode, COOLDOWN_FIELD_EPISODE_SENSATIONS, feels);
  cooldown_entry_set_text (workout, COOLDOWN_FIELD_WORKOUT_NOTES, "with the new shoes");
  put (book, episode);
  put (book, workout);
  assert_found (book, content, "cafe", 1);
  assert_found (book, content, "SHOES new", 2);
  assert_found (book, content, "hil", 1);
  assert_found (book, content, "calf", 1);
  assert_found (book, content, "burning shoe", 1);
  assert_found (book, content, "knee", 0);
  assert_found (book, content, "\"quoted\" AND (NOT*", 0);
  g_assert_null (cooldown_search_new_match (content, " -*- "));
  cooldown_entry_unset (episode, COOLDOWN_FIELD_EPISODE_NOTES);
  put (book, episode);
  assert_found (book, content, "shoes", 1);
}

/* The months with anything in them, the newest first, by local days. */
static void
test_months (Book *book, gconstpointer data)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  /* 2026-10-31T23:30Z is November already where local time is an hour ahead. */
  g_autoptr (CooldownEntry) episode =
      new_episode (G_GINT64_CONSTANT (1793489400) * COOLDOWN_SECOND);
  g_autoptr (CooldownEntry) night = new_night ("2025-12-31", 3);
  g_autoptr (CooldownEntry) other = new_night ("2026-11-03", 3);
  g_autoptr (GArray) months = NULL;

  put (book, episode);
  put (book, night);
  put (book, other);
  months = cooldown_journal_get_months (book->journal, &query, NULL);
  g_assert_cmpuint (months->len, ==, 2);
  g_assert_cmpuint (g_array_index (months, CooldownMonth, 0).month, ==, 11);
  g_assert_cmpuint (g_array_index (months, CooldownMonth, 0).count, ==, 2);
  g_assert_cmpuint (g_array_index (months, CooldownMonth, 1).year, ==, 2026);
  g_assert_cmpuint (g_array_index (months, CooldownMonth, 1).month, ==, 1);
}

/* The workout that is noted after the tingling of its session is the one it came with. */
static void
test_workout_of_episode (Book *book, gconstpointer data)
{
  CooldownWorkout workout = { "run", START, 45, COOLDOWN_RPE_NOT_NOTED, COOLDOWN_LEGS_TINGLING };
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autoptr (CooldownSession) session =
      cooldown_session_new ("recovery", cooldown_workout_to_plan (&workout));
  g_autoptr (GPtrArray) found = NULL;
  gint64 id;

  g_assert_true (cooldown_journal_save_session (book->journal, session, TRUE, NULL));
  id = cooldown_session_get_id (session);
  g_assert_true (cooldown_journal_open_episode (book->journal, START, id, "during", NULL));
  g_assert_true (cooldown_journal_save_workout (book->journal, &workout, id, NULL));
  query.kinds = 1u << COOLDOWN_ENTRY_EPISODE | 1u << COOLDOWN_ENTRY_WORKOUT;
  found = find (book, &query);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (cooldown_entry_get_text (found->pdata[0], COOLDOWN_FIELD_EPISODE_WORKOUT), ==,
                   cooldown_entry_get_uid (found->pdata[1]));
  g_assert_cmpstr (cooldown_entry_get_text (found->pdata[1], COOLDOWN_FIELD_WORKOUT_LEGS), ==,
                   "tingling");
}

/* Tingling that was noted by mistake is taken back, but not with what somebody described. */
static void
test_drop (Book *book, gconstpointer data)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autoptr (GPtrArray) found = NULL;

  query.kinds = 1u << COOLDOWN_ENTRY_EPISODE;
  book_execute (book, "INSERT INTO session (id, kind, plan, said, open, written, written_offset)"
                      " VALUES (5, 'recovery', '{}', -1, 1, 0, 0)");
  g_assert_true (cooldown_journal_open_episode (book->journal, START, 5, "during", NULL));
  g_assert_true (cooldown_journal_drop_episode (book->journal, 5, NULL));
  g_assert_cmpuint (count (book, &query), ==, 0);
  g_assert_true (cooldown_journal_open_episode (book->journal, START, 5, "during", NULL));
  found = find (book, &query);
  cooldown_entry_set_text (found->pdata[0], COOLDOWN_FIELD_EPISODE_NOTES, "on the hill");
  put (book, found->pdata[0]);
  g_assert_true (cooldown_journal_drop_episode (book->journal, 5, NULL));
  g_assert_cmpuint (count (book, &query), ==, 1);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Book *book, gconstpointer data);
  } tests[] = {
    { "/entries/every-field", test_every_field },
    { "/entries/two-edit", test_two_edit },
    { "/entries/refused", test_refused },
    { "/entries/delete", test_delete },
    { "/entries/delete-open", test_delete_open },
    { "/entries/note-deleted-again", test_note_deleted_again },
    { "/entries/note-forgotten-again", test_note_forgotten_again },
    { "/entries/days", test_days },
    { "/entries/conditions", test_conditions },
    { "/entries/search", test_search },
    { "/entries/months", test_months },
    { "/entries/workout-of-episode", test_workout_of_episode },
    { "/entries/drop", test_drop },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Book, NULL, book_set_up, tests[i].test, book_tear_down);
  return g_test_run ();
}
