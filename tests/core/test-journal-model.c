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
edit (Life *life)
{
  CooldownEntry *known = choose_to_edit (life);
  g_autoptr (CooldownEntry) entry = NULL;

  if (known == NULL)
    return;
  entry = read_entry (life, known);
  note_fill (entry, g_rand_int (life->chance));
  put (life, entry);
  model_put (life->model, entry);
}

/* What somebody else changes between reading and saving stays, but for the same field. */
static void
edit_late (Life *life)
{
  CooldownEntry *known = choose_to_edit (life);
  g_autoptr (CooldownEntry) read_before = NULL;
  g_autoptr (CooldownEntry) both = NULL;
  g_autofree char *text = life_text (life->chance, 20);
  g_autofree char *uid = NULL;

  if (known == NULL || cooldown_entry_get_kind (known) != COOLDOWN_ENTRY_EPISODE)
    return;
  read_before = read_entry (life, known);
  uid = g_strdup (cooldown_entry_get_uid (known));
  edit (life);
  cooldown_entry_set_text (read_before, COOLDOWN_FIELD_EPISODE_NOTES, text);
  cooldown_entry_set_number (read_before, COOLDOWN_FIELD_EPISODE_SEVERITY, roll (life, 11));
  both = cooldown_entry_copy (model_get (life->model, uid));
  if (cooldown_entry_is_changed (read_before, COOLDOWN_FIELD_EPISODE_NOTES))
    cooldown_entry_set_text (both, COOLDOWN_FIELD_EPISODE_NOTES, text);
  if (cooldown_entry_is_changed (read_before, COOLDOWN_FIELD_EPISODE_SEVERITY))
    cooldown_entry_set_number (
        both, COOLDOWN_FIELD_EPISODE_SEVERITY,
        cooldown_entry_get_number (read_before, COOLDOWN_FIELD_EPISODE_SEVERITY));
  put (life, read_before);
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

static char *
choose_day (Life *life)
{
  if (roll (life, 3) > 0)
    return NULL;
  return g_strdup_printf ("%d-%02d-%02d", FIRST_YEAR + roll (life, YEARS), 1 + roll (life, 12),
                          1 + roll (life, 28));
}

/* As somebody types it, and as SQLite is asked. */
static char *
choose_words (Life *life, ModelWords *words)
{
  static const char *const beginnings[] = { "tingl", "calf", "burning", "sho", "drop", "toe" };
  static const char *const ids[] = { "feel-tingle", "foot-l", "run", "hills", "calf-r" };
  GString *match = g_string_new (NULL);
  guint n = (guint) roll (life, 3);

  for (guint i = 0; i < n; i++)
    {
      words->words[i] = beginnings[roll (life, G_N_ELEMENTS (beginnings))];
      g_string_append_printf (match, "%swords : \"%s\" *", i > 0 ? " AND " : "", words->words[i]);
    }
  if (n == 0 || roll (life, 2) == 0)
    {
      g_autofree char *name = g_strdup (ids[roll (life, G_N_ELEMENTS (ids))]);

      words->id = ids[0];
      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        if (g_str_equal (ids[i], name))
          words->id = ids[i];
      g_strdelimit (name, "-", '_');
      g_string_append_printf (match, "%sids : \"%s\"", n > 0 ? " AND " : "", name);
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
act (Life *life)
{
  cooldown_fake_clock_advance (life->book.clock, roll (life, 100) * COOLDOWN_MINUTE);
  switch (roll (life, 20))
    {
    case 0:
      book_reopen (&life->book);
      break;
    case 1:
    case 2:
      mark (life);
      break;
    case 3:
    case 4:
    case 5:
      edit (life);
      break;
    case 6:
      edit_late (life);
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
