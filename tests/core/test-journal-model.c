/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random lives of a journal beside a model that is too simple to be wrong: whatever is asked, both
 * give the same answer.
 */
#include "book.h"
#include "file-state.h"
#include "life.h"
#include "model.h"
#include "notes.h"

#include <string.h>
#include <unistd.h>

#define DEFAULT_OPERATIONS 2000
#define FIRST_YEAR 2021
#define YEARS 7

typedef struct
{
  Book book;
  Model *model;
  GRand *chance;
} Life;

static guint
count_operations (void)
{
  const char *operations = g_getenv ("COOLDOWN_TEST_OPERATIONS");

  return operations != NULL ? (guint) g_ascii_strtoull (operations, NULL, 10) : DEFAULT_OPERATIONS;
}

static gint32
roll (Life *life, gint32 n)
{
  return g_rand_int_range (life->chance, 0, n);
}

static void
put (Life *life, CooldownEntry *entry)
{
  g_autoptr (GError) error = NULL;

  cooldown_journal_put_entry (life->book.journal, entry, &error);
  g_assert_no_error (error);
}

/* Many within few days, noted in different zones: which of two is newer is not what clocks said. */
static void
crowd (Life *life, CooldownEntry *entry)
{
  CooldownField field = cooldown_entry_kind_get_time_field (cooldown_entry_get_kind (entry));
  gint64 at = COOLDOWN_FAKE_CLOCK_START - roll (life, 3 * 24) * COOLDOWN_HOUR;

  if (cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_NIGHT || roll (life, 2) == 0)
    return;
  cooldown_entry_set_time (entry, field, at, roll (life, 24) * 3600 - 12 * 3600);
  if (cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_EPISODE)
    cooldown_entry_unset (entry, COOLDOWN_FIELD_EPISODE_ENDED);
}

/* Nights of the same evening are one. */
static void
put_new (Life *life)
{
  g_autoptr (CooldownEntry) entry = note_new (
      (CooldownEntryKind) roll (life, COOLDOWN_N_ENTRY_KINDS), g_rand_int (life->chance));
  const char *uid = cooldown_entry_get_uid (entry);

  if (cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_NIGHT)
    {
      g_autofree char *name = g_strdup_printf ("night-%d-%02d-%02d",
                                               FIRST_YEAR + roll (life, YEARS), 1 + roll (life, 12),
                                               1 + roll (life, 28));

      cooldown_entry_set_uid (entry, name);
      cooldown_entry_set_text (entry, COOLDOWN_FIELD_NIGHT_DATE, name + strlen ("night-"));
      uid = cooldown_entry_get_uid (entry);
    }
  if (uid != NULL && model_get (life->model, uid) != NULL)
    return;
  crowd (life, entry);
  put (life, entry);
  model_put (life->model, entry);
}

static CooldownEntry *
read_entry (Life *life, CooldownEntry *known)
{
  g_autoptr (GError) error = NULL;
  CooldownEntry *entry = cooldown_journal_get_entry (
      life->book.journal, cooldown_entry_get_kind (known), cooldown_entry_get_uid (known), &error);

  g_assert_no_error (error);
  g_assert_nonnull (entry);
  return entry;
}

static CooldownEntry *
choose_to_edit (Life *life)
{
  CooldownEntry *known = model_choose (life->model, life->chance);

  return known == NULL || cooldown_entry_get_kind (known) == COOLDOWN_ENTRY_SESSION ? NULL : known;
}

static void
edit_all (Life *life, CooldownEntry *known)
{
  g_autoptr (CooldownEntry) entry = read_entry (life, known);

  note_fill (entry, g_rand_int (life->chance));
  crowd (life, entry);
  put (life, entry);
  model_put (life->model, entry);
}

/* What @other notes in one field, and only that. */
static void
copy_field (CooldownEntry *entry, CooldownEntry *other, CooldownField field)
{
  CooldownFieldType type = cooldown_field_get_info (field)->type;

  if (type == COOLDOWN_TYPE_FIELD_TIME)
    cooldown_entry_set_time (entry, field, cooldown_entry_get_time (other, field),
                             cooldown_entry_get_time_offset (other, field));
  else if (type == COOLDOWN_TYPE_FIELD_NUMBER || type == COOLDOWN_TYPE_FIELD_FLAG)
    cooldown_entry_set_number (entry, field, cooldown_entry_get_number (other, field));
  else
    cooldown_entry_set_text (entry, field, cooldown_entry_get_text (other, field));
}

/* A field that may be anything whatever the others are. */
static CooldownField
choose_field (Life *life, CooldownEntryKind kind)
{
  CooldownField first = cooldown_entry_kind_get_first_field (kind);
  gint32 n = (gint32) cooldown_entry_kind_get_n_fields (kind);
  CooldownField field = (CooldownField) (first + 1 + roll (life, n - 1));

  return field == COOLDOWN_FIELD_EPISODE_ENDED ? COOLDOWN_FIELD_EPISODE_TRIED : field;
}

/* One field is changed; what somebody else changed between reading and saving stays. */
static void
edit_one (Life *life, CooldownEntry *known)
{
  CooldownEntryKind kind = cooldown_entry_get_kind (known);
  CooldownField field = choose_field (life, kind);
  g_autofree char *uid = g_strdup (cooldown_entry_get_uid (known));
  g_autoptr (CooldownEntry) entry = read_entry (life, known);
  g_autoptr (CooldownEntry) other = note_new (kind, g_rand_int (life->chance));
  g_autoptr (CooldownEntry) both = NULL;

  if (roll (life, 2) == 0)
    edit_all (life, known);
  both = cooldown_entry_copy (model_get (life->model, uid));
  copy_field (entry, other, field);
  if (cooldown_entry_is_changed (entry, field))
    copy_field (both, other, field);
  put (life, entry);
  model_put (life->model, both);
}

static void
mark (Life *life)
{
  CooldownEntry *known = model_choose (life->model, life->chance);
  gboolean deleted = roll (life, 3) > 0;
  g_autoptr (GError) error = NULL;

  if (known == NULL)
    return;
  cooldown_journal_mark_entry (life->book.journal, cooldown_entry_get_kind (known),
                               cooldown_entry_get_uid (known), deleted, &error);
  g_assert_no_error (error);
  model_mark (life->model, cooldown_entry_get_uid (known), deleted);
}

/* Mostly one on which something was. */
static char *
choose_day (Life *life)
{
  CooldownEntry *known = model_choose (life->model, life->chance);

  if (roll (life, 3) > 0)
    return NULL;
  if (known != NULL && roll (life, 4) > 0)
    return cooldown_entry_get_day (known);
  return g_strdup_printf ("%d-%02d-%02d", FIRST_YEAR + roll (life, YEARS), 1 + roll (life, 12),
                          1 + roll (life, 28));
}

static const char *const beginnings[] = { "tingl", "calf", "burning", "sho", "drop", "toe" };
static const char *const ids[] = { "feel-tingle", "foot-l", "run", "hills", "calf-r" };

static void
append_id (GString *match, const char *id)
{
  g_autofree char *name = g_strdelimit (g_strdup (id), "-", '_');

  g_string_append_printf (match, "%sids : \"%s\"", match->len > 0 ? " AND " : "", name);
}

static void
append_word (GString *match, const char *word)
{
  g_string_append_printf (match, "%swords : \"%s\" *", match->len > 0 ? " AND " : "", word);
}

/* For the model, and as SQLite is asked. */
static char *
choose_words (Life *life, ModelWords *words)
{
  GString *match = g_string_new (NULL);
  guint n = (guint) roll (life, 3);

  for (guint i = 0; i < n; i++)
    {
      words->words[i] = beginnings[roll (life, G_N_ELEMENTS (beginnings))];
      append_word (match, words->words[i]);
    }
  if (n == 0 || roll (life, 2) == 0)
    {
      words->id = ids[roll (life, G_N_ELEMENTS (ids))];
      append_id (match, words->id);
    }
  return g_string_free (match, FALSE);
}

static void
assert_same (GPtrArray *found, GPtrArray *expected)
{
  for (guint i = 0; i < MIN (found->len, expected->len); i++)
    {
      g_assert_cmpstr (cooldown_entry_get_uid (found->pdata[i]), ==,
                       cooldown_entry_get_uid (expected->pdata[i]));
      g_assert_true (cooldown_entry_equal (found->pdata[i], expected->pdata[i]));
      g_assert_cmpint (cooldown_entry_get_edits (found->pdata[i]), ==,
                       cooldown_entry_get_edits (expected->pdata[i]));
    }
  g_assert_cmpuint (found->len, ==, expected->len);
}

static void
assert_same_months (Life *life, CooldownQuery *query, const ModelWords *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) months = cooldown_journal_get_months (life->book.journal, query, &error);
  g_autoptr (GPtrArray) expected = NULL;
  guint n = 0;

  g_assert_no_error (error);
  query->limit = 0;
  expected = model_find (life->model, query, words);
  for (guint i = 0; i < months->len; i++)
    {
      const CooldownMonth *month = &g_array_index (months, CooldownMonth, i);

      g_assert_cmpuint (month->count, ==, model_count_month (expected, month->year, month->month));
      n += month->count;
    }
  g_assert_cmpuint (n, ==, expected->len);
}

static void
ask (Life *life)
{
  static const char *const places[] = { "foot-l", "calf-r", NULL };
  static const char *const sessions[] = { "ice", "evening", NULL };
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  ModelWords words = { { NULL } };
  g_autofree char *from = choose_day (life);
  g_autofree char *to = choose_day (life);
  g_autofree char *match = roll (life, 3) == 0 ? choose_words (life, &words) : NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) expected = NULL;
  g_autoptr (GError) error = NULL;

  query.kinds = roll (life, 2) == 0 ? (guint) roll (life, 1 << COOLDOWN_N_ENTRY_KINDS) : 0;
  query.from = from;
  query.to = to;
  query.match = match;
  query.places = roll (life, 6) == 0 ? places + roll (life, 2) : NULL;
  query.sessions = roll (life, 6) == 0 ? sessions + roll (life, 2) : NULL;
  query.severity = roll (life, 5) == 0 ? roll (life, 11) : COOLDOWN_SEVERITY_ANY;
  query.with_pain = roll (life, 8) == 0;
  query.only_open = roll (life, 8) == 0;
  query.with_deleted = roll (life, 4) == 0;
  query.limit = roll (life, 2) == 0 ? (guint) roll (life, 40) : 0;
  found = cooldown_journal_find (life->book.journal, &query, &error);
  g_assert_no_error (error);
  expected = model_find (life->model, &query, match != NULL ? &words : NULL);
  assert_same (found, expected);
  assert_same_months (life, &query, match != NULL ? &words : NULL);
}

static void
ask_for (Life *life, const char *word, const char *id)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  ModelWords words = { { word, NULL }, id };
  g_autoptr (GString) match = g_string_new (NULL);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) expected = NULL;

  if (word != NULL)
    append_word (match, word);
  else
    append_id (match, id);
  query.match = match->str;
  query.with_deleted = TRUE;
  found = cooldown_journal_find (life->book.journal, &query, NULL);
  expected = model_find (life->model, &query, &words);
  assert_same (found, expected);
}

/* Every word and every id, among all that there is. */
static void
ask_for_all (Life *life)
{
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    ask_for (life, beginnings[i], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ask_for (life, NULL, ids[i]);
}

static void
edit (Life *life)
{
  CooldownEntry *known = choose_to_edit (life);

  if (known != NULL && roll (life, 2) == 0)
    edit_all (life, known);
  else if (known != NULL)
    edit_one (life, known);
}

static void
act (Life *life)
{
  cooldown_fake_clock_advance (life->book.clock, roll (life, 100) * COOLDOWN_MINUTE);
  switch (roll (life, 20))
    {
    case 0:
      book_reopen (&life->book);
      ask_for_all (life);
      break;
    case 1:
    case 2:
      mark (life);
      break;
    case 3:
    case 4:
    case 5:
    case 6:
      edit (life);
      break;
    case 7:
    case 8:
    case 9:
    case 10:
    case 11:
    case 12:
      put_new (life);
      break;
    default:
      ask (life);
    }
}

static void
test_model (void)
{
  Life life = { .model = model_new (), .chance = life_chance ("model") };
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;

  book_set_up (&life.book, NULL);
  file = book_file_in (&life.book, "journal.db");
  for (guint i = 0; i < count_operations (); i++)
    act (&life);
  file_state_is_sound (file, &error);
  g_assert_no_error (error);
  g_test_message ("%u operations, %u entries", count_operations (), model_get_size (life.model));
  book_tear_down (&life.book, NULL);
  g_rand_free (life.chance);
  model_free (life.model);
}

int
main (int argc, char *argv[])
{
  /* Nothing here is about what a disk keeps. */
  if (access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/random", test_model);
  return g_test_run ();
}
