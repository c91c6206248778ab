/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book.h"
#include "core/journal-ticks.h"

/* What the journal ticks in the checklist. Now is Sunday, 2026-11-22, 17:00 UTC. */

#define NOW COOLDOWN_FAKE_CLOCK_START
#define DAY (24 * COOLDOWN_HOUR)
#define N_CHANCES 400

typedef struct
{
  Book book;
  CooldownContent *content;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  book_set_up (&fixture->book, data);
  fixture->content = cooldown_content_load_bundled (&error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->content);
  book_tear_down (&fixture->book, data);
}

static void
put (Fixture *fixture, CooldownEntry *entry)
{
  g_autoptr (GError) error = NULL;

  cooldown_journal_put_entry (fixture->book.journal, entry, &error);
  g_assert_no_error (error);
}

static CooldownEntry *
add_episode (Fixture *fixture, gint64 began, gint64 ended)
{
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_EPISODE);

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN, began, 0);
  if (ended != 0)
    cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_ENDED, ended, 0);
  put (fixture, entry);
  return entry;
}

static CooldownEntry *
add_open_episode (Fixture *fixture, gint64 began)
{
  CooldownEntry *entry = add_episode (fixture, began, 0);

  cooldown_entry_set_number (entry, COOLDOWN_FIELD_EPISODE_OPEN, 1);
  put (fixture, entry);
  return entry;
}

static CooldownEntry *
add_workout (Fixture *fixture, gint64 ended, int minutes, int rpe)
{
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_WORKOUT);

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_WORKOUT_ENDED, ended, 0);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_WORKOUT_KIND, "run");
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_WORKOUT_LEGS, "unasked");
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_WORKOUT_MINUTES, minutes);
  if (rpe >= 0)
    cooldown_entry_set_number (entry, COOLDOWN_FIELD_WORKOUT_RPE, rpe);
  put (fixture, entry);
  return entry;
}

static void
add_night (Fixture *fixture, const char *date, int restless)
{
  g_autoptr (CooldownEntry) entry = cooldown_entry_new (COOLDOWN_ENTRY_NIGHT);

  cooldown_entry_set_text (entry, COOLDOWN_FIELD_NIGHT_DATE, date);
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_NIGHT_RESTLESS, restless);
  put (fixture, entry);
}

static CooldownKnown *
look (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  CooldownKnown *known = cooldown_journal_get_known (fixture->book.journal, fixture->content,
                                                     COOLDOWN_CLOCK (fixture->book.clock), &error);

  g_assert_no_error (error);
  return known;
}

static gboolean
knows (Fixture *fixture, const char *item)
{
  g_autoptr (CooldownKnown) known = look (fixture);

  return cooldown_known_find (known, item) != NULL;
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownKnown) known = look (fixture);

  g_assert_cmpuint (known->ticks->len, ==, 0);
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) episode = add_open_episode (fixture, NOW - 59 * COOLDOWN_MINUTE);
  g_autoptr (CooldownKnown) known = look (fixture);

  g_assert_null (cooldown_known_find (known, "last-longer"));
  g_assert_cmpint (known->until, ==, NOW + COOLDOWN_MINUTE);
  cooldown_fake_clock_advance (fixture->book.clock, COOLDOWN_MINUTE);
  g_assert_true (knows (fixture, "last-longer"));
}

/* However long ago it began. */
static void
test_open_for_long (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) open = add_open_episode (fixture, NOW - 100 * DAY);
  g_autoptr (CooldownEntry) newer = add_episode (fixture, NOW - DAY, NOW - DAY + COOLDOWN_MINUTE);

  g_assert_true (knows (fixture, "last-longer"));
}

static void
test_ended (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) episode = add_episode (fixture, NOW - DAY, NOW - DAY + COOLDOWN_HOUR);
  g_autoptr (CooldownEntry) newer = NULL;

  g_assert_true (knows (fixture, "last-longer"));
  cooldown_entry_set_time (episode, COOLDOWN_FIELD_EPISODE_ENDED, NOW - DAY + 59 * COOLDOWN_MINUTE,
                           0);
  put (fixture, episode);
  g_assert_false (knows (fixture, "last-longer"));
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_LASTED, "last-longer");
  put (fixture, episode);
  g_assert_true (knows (fixture, "last-longer"));
  /* The newest one counts. */
  newer = add_episode (fixture, NOW - COOLDOWN_HOUR, NOW - COOLDOWN_HOUR + COOLDOWN_MINUTE);
  g_assert_false (knows (fixture, "last-longer"));
}

static void
test_deleted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) episode = add_open_episode (fixture, NOW - 2 * COOLDOWN_HOUR);

  g_assert_true (cooldown_journal_mark_entry (fixture->book.journal, COOLDOWN_ENTRY_EPISODE,
                                              cooldown_entry_get_uid (episode), TRUE, NULL));
  g_assert_false (knows (fixture, "last-longer"));
}

static CooldownEntry *
add_answer (Fixture *fixture, CooldownEntry *episode, gint64 at, const char *answer)
{
  CooldownEntry *session = cooldown_entry_new (COOLDOWN_ENTRY_SESSION);

  cooldown_entry_set_time (session, COOLDOWN_FIELD_SESSION_AT, NOW - DAY, 0);
  cooldown_entry_set_text (session, COOLDOWN_FIELD_SESSION_KIND, "recovery");
  cooldown_entry_set_text (session, COOLDOWN_FIELD_SESSION_PLAN, "@a{sv} {}");
  cooldown_entry_add_event (session, "check-in", answer, at, 0);
  put (fixture, session);
  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_SESSION,
                           cooldown_entry_get_uid (session));
  put (fixture, episode);
  return session;
}

/* It was there when it was said to be, even if nobody noted when it went. */
static void
test_answer (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *answer;
    gint64 after;
    gboolean known;
  } cases[] = {
    { "still", 61 * COOLDOWN_MINUTE, TRUE },
    { "worse", 61 * COOLDOWN_MINUTE, TRUE },
    { "gone", 61 * COOLDOWN_MINUTE, FALSE },
    /* Whoever does not wait for the hour is taken at their word. */
    { "still", 30 * COOLDOWN_MINUTE, TRUE },
    { "worse", 10 * COOLDOWN_MINUTE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 began = NOW - DAY + (gint64) i * COOLDOWN_MINUTE;
      g_autoptr (CooldownEntry) episode = add_episode (fixture, began, 0);
      g_autoptr (CooldownEntry)
          session = add_answer (fixture, episode, began + cases[i].after, cases[i].answer);

      g_assert_cmpint (knows (fixture, "last-longer"), ==, cases[i].known);
      /* An end that is known says it better. */
      cooldown_entry_set_time (episode, COOLDOWN_FIELD_EPISODE_ENDED, began + 40 * COOLDOWN_MINUTE,
                               0);
      put (fixture, episode);
      g_assert_false (knows (fixture, "last-longer"));
    }
}

static CooldownEntry *
tingle_after (Fixture *fixture, gint64 workout_ended)
{
  g_autoptr (CooldownEntry) workout = add_workout (fixture, workout_ended, 30, -1);
  CooldownEntry *episode = add_episode (fixture, workout_ended, workout_ended + COOLDOWN_MINUTE);

  cooldown_entry_set_text (episode, COOLDOWN_FIELD_EPISODE_WORKOUT,
                           cooldown_entry_get_uid (workout));
  put (fixture, episode);
  return episode;
}

static void
test_three_times (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) first = tingle_after (fixture, NOW - 27 * DAY);
  g_autoptr (CooldownEntry) second = tingle_after (fixture, NOW - 2 * DAY);
  g_autoptr (CooldownEntry) same = NULL;
  g_autoptr (CooldownEntry) rest = NULL;
  g_autoptr (CooldownEntry) third = NULL;

  /* Of the same workout, and after none. */
  same = add_episode (fixture, NOW - 2 * DAY + COOLDOWN_HOUR, 0);
  rest = add_episode (fixture, NOW - 12 * DAY, 0);
  g_assert_false (knows (fixture, "when-comes-back"));
  third = tingle_after (fixture, NOW - 29 * DAY);
  g_assert_false (knows (fixture, "when-comes-back"));
  cooldown_entry_set_time (third, COOLDOWN_FIELD_EPISODE_BEGAN, NOW - 20 * DAY, 0);
  cooldown_entry_set_time (third, COOLDOWN_FIELD_EPISODE_ENDED, NOW - 20 * DAY, 0);
  put (fixture, third);
  g_assert_true (knows (fixture, "when-comes-back"));
}

static void
test_nights (Fixture *fixture, gconstpointer data)
{
  add_night (fixture, "2026-11-21", 5);
  add_night (fixture, "2026-11-15", 10);
  add_night (fixture, "2026-11-14", 6);
  g_assert_false (knows (fixture, "when-nights"));
  add_night (fixture, "2026-11-09", 4);
  g_assert_false (knows (fixture, "when-nights"));
  add_night (fixture, "2026-11-07", 9);
  g_assert_false (knows (fixture, "when-nights"));
  add_night (fixture, "2026-11-08", 5);
  g_assert_true (knows (fixture, "when-nights"));
}

static void
test_hot_or_long (Fixture *fixture, gconstpointer data)
{
  static const char *const heat[] = { "hot", NULL };
  g_autoptr (CooldownEntry) workout = add_workout (fixture, NOW - DAY, 90, -1);
  g_autoptr (CooldownEntry) episode = NULL;
  g_autoptr (CooldownKnown) known = NULL;

  g_assert_false (knows (fixture, "else-hot-dry"));
  episode = add_episode (fixture, NOW - DAY + COOLDOWN_MINUTE, 0);
  known = look (fixture);
  g_assert_true (cooldown_known_find (known, "else-hot-dry")->tick->offer);
  cooldown_entry_set_number (workout, COOLDOWN_FIELD_WORKOUT_MINUTES, 89);
  put (fixture, workout);
  g_assert_false (knows (fixture, "else-hot-dry"));
  cooldown_entry_set_ids (workout, COOLDOWN_FIELD_WORKOUT_CONDITIONS, heat);
  put (fixture, workout);
  g_assert_true (knows (fixture, "else-hot-dry"));
}

static void
test_more (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) late = add_workout (fixture, NOW - DAY, 59, -1);

  /* There is nothing to compare with. */
  g_assert_false (knows (fixture, "else-training"));
  /* 40 minutes a week. */
  for (int i = 1; i <= 4; i++)
    {
      g_autoptr (CooldownEntry)
          early = add_workout (fixture, NOW - i * 7 * DAY - COOLDOWN_HOUR, 40, -1);
    }
  g_assert_false (knows (fixture, "else-training"));
  cooldown_entry_set_number (late, COOLDOWN_FIELD_WORKOUT_MINUTES, 60);
  put (fixture, late);
  g_assert_true (knows (fixture, "else-training"));
}

static void
test_harder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CooldownEntry) early = add_workout (fixture, NOW - 10 * DAY, 200, 4);
  g_autoptr (CooldownEntry) late = add_workout (fixture, NOW - DAY, 20, 5);

  g_assert_false (knows (fixture, "else-training"));
  cooldown_entry_set_number (late, COOLDOWN_FIELD_WORKOUT_RPE, 6);
  put (fixture, late);
  g_assert_true (knows (fixture, "else-training"));
}

/* What comes of it in the checklist. */

static const CooldownJournalTick *
get_tick (Fixture *fixture, const char *item)
{
  GPtrArray *ticks = cooldown_content_get_journal_ticks (fixture->content);

  for (guint i = 0; i < ticks->len; i++)
    if (g_str_equal (((CooldownJournalTick *) g_ptr_array_index (ticks, i))->item, item))
      return g_ptr_array_index (ticks, i);
  g_assert_not_reached ();
}

static CooldownKnown *
make_known (Fixture *fixture, const char *const *items, gint64 since)
{
  CooldownKnown *known = g_new (CooldownKnown, 1);

  *known = (CooldownKnown){ g_array_new (FALSE, FALSE, sizeof (CooldownKnownTick)),
                            COOLDOWN_NEVER };
  for (; *items != NULL; items++)
    {
      CooldownKnownTick tick = { get_tick (fixture, *items), since };

      g_array_append_val (known->ticks, tick);
    }
  return known;
}

/* What is ticked in the end when the user ticked OWN. */
static char *
apply (Fixture *fixture,
       const char *item,
       const char *own,
       gint64 answered,
       const char *declined,
       guint *n_marked)
{
  const char *items[] = { item, NULL };
  g_autoptr (CooldownKnown) known = make_known (fixture, items, NOW);
  g_autoptr (CooldownTicks) ticks = cooldown_ticks_new (fixture->content);
  g_auto (GStrv) no = g_strsplit (declined, " ", -1);
  g_auto (GStrv) ids = NULL;
  g_autoptr (GPtrArray) marked = NULL;

  if (*own != '\0')
    cooldown_ticks_set (ticks, own, TRUE);
  marked = cooldown_known_apply (known, fixture->content, ticks, answered, (const char **) no);
  *n_marked = marked->len;
  ids = cooldown_ticks_to_strv (ticks);
  return g_strjoinv (" ", ids);
}

static void
test_apply (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *known;
    const char *own;
    gint64 answered;
    const char *declined;
    const char *ticked;
    guint n_marked;
  } cases[] = {
    { "last-longer", "", 0, "", "last-longer", 1 },
    { "last-longer", "", 0, "last-longer", "", 0 },
    /* The user's own tick stays the user's own. */
    { "last-longer", "last-longer", NOW + 1, "", "last-longer", 0 },
    /* It has gone on since it was said that it lasts no longer. */
    { "last-longer", "last-5min", NOW + 1, "", "last-longer", 1 },
    /* That was said of another tingling. */
    { "last-longer", "last-5min", NOW - 1, "", "last-5min", 0 },
    { "when-comes-back", "last-5min", 0, "", "last-5min when-comes-back", 1 },
    { "else-hot-dry", "", 0, "", "", 1 },
    { "else-hot-dry", "else-hot-dry", 0, "", "else-hot-dry", 0 },
    { "else-hot-dry", "", 0, "else-hot-dry", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_marked;
      g_autofree char *ticked = apply (fixture, cases[i].known, cases[i].own, cases[i].answered,
                                       cases[i].declined, &n_marked);

      g_assert_cmpstr (ticked, ==, cases[i].ticked);
      g_assert_cmpuint (n_marked, ==, cases[i].n_marked);
    }
}

static CooldownLevel
get_level (Fixture *fixture, CooldownTicks *ticks)
{
  g_autoptr (CooldownFinding) finding = cooldown_finding_new (fixture->content, ticks);

  return finding->level;
}

static void
test_never_lower (Fixture *fixture, gconstpointer data)
{
  static const char *const all[] = { "last-longer",  "when-comes-back", "when-nights",
                                     "else-hot-dry", "else-training",   NULL };
  static const char *const none[] = { NULL };
  g_autoptr (CooldownKnown) known = make_known (fixture, all, NOW);
  GPtrArray *items = cooldown_content_get_items (fixture->content);

  for (guint i = 0; i < N_CHANCES; i++)
    {
      g_autoptr (CooldownTicks) ticks = cooldown_ticks_new (fixture->content);
      g_autoptr (GPtrArray) marked = NULL;
      CooldownLevel level;

      for (guint j = 0; j < items->len; j++)
        if (g_test_rand_int_range (0, 12) == 0)
          cooldown_ticks_set (ticks, ((CooldownItem *) g_ptr_array_index (items, j))->id, TRUE);
      level = get_level (fixture, ticks);
      marked = cooldown_known_apply (known, fixture->content, ticks, NOW + 1, none);
      g_assert_cmpint (get_level (fixture, ticks), >=, level);
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/journal-ticks/an-empty-journal-knows-nothing", test_nothing },
    { "/journal-ticks/an-hour-goes-by", test_open },
    { "/journal-ticks/what-is-open-counts-first", test_open_for_long },
    { "/journal-ticks/the-newest-lasted-an-hour", test_ended },
    { "/journal-ticks/what-was-deleted-is-not-known", test_deleted },
    { "/journal-ticks/it-was-there-when-asked", test_answer },
    { "/journal-ticks/three-workouts-in-four-weeks", test_three_times },
    { "/journal-ticks/two-nights-in-each-of-two-weeks", test_nights },
    { "/journal-ticks/a-long-or-hot-workout-is-offered", test_hot_or_long },
    { "/journal-ticks/more-training-is-offered", test_more },
    { "/journal-ticks/harder-training-is-offered", test_harder },
    { "/journal-ticks/own-answers-go-before", test_apply },
    { "/journal-ticks/no-level-gets-lower", test_never_lower },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
