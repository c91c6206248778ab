/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scribe.h"

#include "../core/life.h"
#include "core/entry-json.h"
#include "core/journal-emptied.h"
#include "core/journal-merge.h"
#include "report/export-json.h"
#include "report/import-json.h"

#include <string.h>

#define ROUNDS 12

static CooldownImport *
import_from (Device *from)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cooldown_export_json (from->journal, from->name, NULL, &error);
  CooldownImport *import = bytes != NULL ? cooldown_import_new (bytes, &error) : NULL;

  g_assert_no_error (error);
  return import;
}

static CooldownMergeCounts
merge (Device *to, Device *from)
{
  g_autoptr (CooldownImport) import = import_from (from);
  g_autoptr (GError) error = NULL;
  CooldownMergeCounts seen, done;

  cooldown_import_preview (import, to->journal, &seen, &error);
  g_assert_no_error (error);
  cooldown_import_apply (import, to->journal, to->name, &done, &error);
  g_assert_no_error (error);
  /* What was shown before is what happened. */
  g_assert_cmpuint (seen.added, ==, done.added);
  g_assert_cmpuint (seen.changed, ==, done.changed);
  g_assert_cmpuint (seen.removed, ==, done.removed);
  g_assert_cmpuint (seen.older, ==, done.older);
  g_assert_cmpuint (seen.same, ==, done.same);
  return done;
}

static void
assert_same (Device *one, Device *other)
{
  g_autofree char *json = device_get_json (one);
  g_autofree char *other_json = device_get_json (other);

  g_assert_cmpstr (json, ==, other_json);
}

static void
put (Device *device, CooldownEntry *entry)
{
  g_autoptr (GError) error = NULL;

  cooldown_fake_clock_advance (device->clock, COOLDOWN_MINUTE);
  cooldown_journal_put_entry (device->journal, entry, &error);
  g_assert_no_error (error);
}

static CooldownEntry *
get_episode (Device *device, const char *uid)
{
  g_autoptr (GError) error = NULL;
  CooldownEntry *entry =
    cooldown_journal_get_entry (device->journal, COOLDOWN_ENTRY_EPISODE, uid, &error);

  g_assert_no_error (error);
  return entry;
}

/* Begins an episode; @uid is NULL for a new one. */
static char *
note (Device *device, const char *uid, const char *text)
{
  g_autoptr (CooldownEntry) entry = uid != NULL ? get_episode (device, uid)
                                                : cooldown_entry_new (COOLDOWN_ENTRY_EPISODE);

  if (uid == NULL)
    cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN, COOLDOWN_FAKE_CLOCK_START, 3600);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_EPISODE_NOTES, text);
  put (device, entry);
  return g_strdup (cooldown_entry_get_uid (entry));
}

static void
mark (Device *device, const char *uid, gboolean deleted)
{
  cooldown_fake_clock_advance (device->clock, COOLDOWN_MINUTE);
  g_assert_true (cooldown_journal_mark_entry (device->journal, COOLDOWN_ENTRY_EPISODE, uid, deleted,
                                              NULL));
}

/* Takes everything out of what was deleted. */
static void
purge (Device *device, const char *uid)
{
  g_autoptr (CooldownEntry) entry = get_episode (device, uid);

  g_assert_true (journal_write_emptied (device->journal, COOLDOWN_ENTRY_EPISODE, uid,
                                        cooldown_entry_get_edits (entry),
                                        cooldown_entry_get_edited (entry),
                                        cooldown_entry_get_deleted (entry), NULL));
}

static void
forget (Device *device, const char *uid)
{
  mark (device, uid, TRUE);
  purge (device, uid);
}

static void
assert_notes (Device *device, const char *uid, const char *notes)
{
  g_autoptr (CooldownEntry) entry = get_episode (device, uid);

  g_assert_nonnull (entry);
  g_assert_cmpstr (cooldown_entry_get_text (entry, COOLDOWN_FIELD_EPISODE_NOTES), ==, notes);
}

/* Which versions are kept, their notes with a comma between them. */
static void
assert_older (Device *device, const char *uid, const char *notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) older =
    cooldown_journal_get_older (device->journal, COOLDOWN_ENTRY_EPISODE, uid, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < older->len; i++)
    {
      const CooldownVersion *version = g_ptr_array_index (older, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "",
                              cooldown_entry_get_text (version->entry,
                                                       COOLDOWN_FIELD_EPISODE_NOTES));
    }
  g_assert_cmpstr (text->str, ==, notes);
}

/* A journal that comes into an empty one is the same there, whatever stands in it. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) chance = life_chance ("round trip");

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (Device) one = device_new ("00000001");
      g_autoptr (Device) other = device_new ("00000002");
      CooldownMergeCounts counts;

      scribe_fill (one->journal, one->clock, chance, 60);
      counts = merge (other, one);
      g_assert_cmpuint (counts.added, >, 0);
      g_assert_cmpuint (counts.changed + counts.removed + counts.older, ==, 0);
      assert_same (one, other);
      counts = merge (other, one);
      g_assert_cmpuint (counts.written, ==, 0);
      counts = merge (one, other);
      g_assert_cmpuint (counts.written, ==, 0);
      assert_same (one, other);
    }
}

/* What was edited more often counts, wherever it comes from and whatever the clocks say. */
static void
test_more_edits_win (void)
{
  g_autoptr (Device) one = device_new ("00000001");
  g_autoptr (Device) other = device_new ("00000002");
  g_autofree char *uid = note (one, NULL, "first");
  CooldownMergeCounts counts;

  g_assert_cmpuint (merge (other, one).added, ==, 1);
  g_free (note (one, uid, "once"));
  g_free (note (one, uid, "twice"));
  cooldown_fake_clock_set_wall (other->clock, COOLDOWN_FAKE_CLOCK_START + 99 * 24 * COOLDOWN_HOUR);
  g_free (note (other, uid, "later, but once"));
  counts = merge (one, other);
  g_assert_cmpuint (counts.changed, ==, 0);
  g_assert_cmpuint (counts.older, ==, 1);
  assert_notes (one, uid, "twice");
  assert_older (one, uid, "later, but once");
  counts = merge (other, one);
  g_assert_cmpuint (counts.changed, ==, 1);
  assert_notes (other, uid, "twice");
  assert_older (other, uid, "later, but once");
  assert_same (one, other);
}

/* Of equally many edits the later one counts; what loses is kept, and can be taken back. */
static void
test_later_wins (void)
{
  g_autoptr (Device) one = device_new ("00000001");
  g_autoptr (Device) other = device_new ("00000002");
  g_autofree char *uid = note (one, NULL, "first");
  g_autoptr (GPtrArray) older = NULL;

  merge (other, one);
  g_free (note (one, uid, "earlier"));
  cooldown_fake_clock_advance (other->clock, COOLDOWN_HOUR);
  g_free (note (other, uid, "later"));
  g_assert_cmpuint (merge (one, other).changed, ==, 1);
  assert_notes (one, uid, "later");
  assert_older (one, uid, "earlier");
  older = cooldown_journal_get_older (one->journal, COOLDOWN_ENTRY_EPISODE, uid, NULL);
  g_assert_cmpstr (((CooldownVersion *) older->pdata[0])->device, ==, "00000001");
  g_free (note (one, uid, "earlier"));
  merge (other, one);
  merge (one, other);
  assert_notes (other, uid, "earlier");
  assert_older (other, uid, "later");
  assert_same (one, other);
}

/* A deletion is an edit: it wins over fewer edits, and loses to more. */
static void
test_deletion (void)
{
  g_autoptr (Device) one = device_new ("00000001");
  g_autoptr (Device) other = device_new ("00000002");
  g_autofree char *gone = note (one, NULL, "gone");
  g_autofree char *back = note (one, NULL, "back");
  g_autoptr (CooldownEntry) entry = NULL;

  merge (other, one);
  mark (one, gone, TRUE);
  mark (one, back, TRUE);
  g_free (note (other, back, "edited"));
  g_free (note (other, back, "edited again"));
  g_assert_cmpuint (merge (other, one).removed, ==, 1);
  g_assert_cmpuint (merge (one, other).added, ==, 1);
  assert_same (one, other);
  entry = get_episode (other, gone);
  g_assert_cmpint (cooldown_entry_get_deleted (entry), !=, 0);
  assert_notes (one, back, "edited again");
  mark (other, gone, FALSE);
  g_assert_cmpuint (merge (one, other).added, ==, 1);
  assert_notes (one, gone, "gone");
}

/* What was forgotten takes its earlier versions with it on all devices, but no later edit. */
static void
test_forgotten (void)
{
  g_autoptr (Device) one = device_new ("00000001");
  g_autoptr (Device) other = device_new ("00000002");
  g_autofree char *uid = note (one, NULL, "secret");
  g_autofree char *json = NULL;

  merge (other, one);
  g_free (note (one, uid, "secret of one"));
  g_free (note (other, uid, "secret of another"));
  merge (one, other);
  merge (other, one);
  forget (one, uid);
  g_assert_cmpuint (merge (other, one).removed, ==, 1);
  merge (one, other);
  assert_same (one, other);
  json = device_get_json (other);
  g_assert_null (strstr (json, "secret"));
  assert_older (other, uid, "");
  g_assert_cmpuint (merge (other, one).written, ==, 0);
}

/* What was deleted long ago loses its text everywhere, though that is no edit. */
static void
test_purged (void)
{
  g_autoptr (Device) one = device_new ("00000001");
  g_autoptr (Device) other = device_new ("00000002");
  g_autofree char *uid = note (one, NULL, "old");
  g_autofree char *json = NULL;

  mark (one, uid, TRUE);
  merge (other, one);
  purge (one, uid);
  g_assert_cmpuint (merge (one, other).written, ==, 0);
  g_assert_cmpuint (merge (other, one).written, >, 0);
  assert_same (one, other);
  json = device_get_json (other);
  g_assert_null (strstr (json, "old\""));
}

/* A session that goes on stays where it is; what refers to it finds it when it comes. */
static void
test_session_still_to_come (void)
{
  g_autoptr (Device) one = device_new ("00000001");
  g_autoptr (Device) other = device_new ("00000002");
  g_autoptr (CooldownSession) session =
    cooldown_session_new ("recovery", g_variant_new_parsed ("{'kind': <'run'>}"));
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (one->clock));
  g_autofree char *json = NULL;
  g_autofree char *closed = NULL;

  cooldown_session_append (session, "finish", NULL, &now);
  g_assert_true (cooldown_journal_save_session (one->journal, session, TRUE, NULL));
  g_assert_true (cooldown_journal_open_episode (one->journal, now.wall,
                                                cooldown_session_get_id (session), "during", NULL));
  g_assert_cmpuint (merge (other, one).added, ==, 1);
  assert_same (one, other);
  json = device_get_json (other);
  g_assert_nonnull (strstr (json, "\"sessions\": [\n]"));
  g_assert_nonnull (strstr (json, "\"session\":\""));
  g_assert_cmpuint (merge (one, other).written, ==, 0);

  g_assert_true (cooldown_journal_save_session (one->journal, session, FALSE, NULL));
  g_assert_cmpuint (merge (other, one).added, ==, 1);
  assert_same (one, other);
  closed = device_get_json (other);
  g_assert_nonnull (strstr (closed, "\"name\":\"finish\""));
  g_assert_cmpuint (merge (other, one).written, ==, 0);
}

static void
assert_session_ends_with (Device *device, const char *name)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autoptr (GPtrArray) sessions = NULL;
  guint n_events;

  query.kinds = 1u << COOLDOWN_ENTRY_SESSION;
  sessions = cooldown_journal_find (device->journal, &query, NULL);
  g_assert_cmpuint (sessions->len, ==, 1);
  n_events = cooldown_entry_get_n_events (sessions->pdata[0]);
  g_assert_cmpstr (cooldown_entry_get_event (sessions->pdata[0], n_events - 1)->name, ==, name);
}

/* Ended, taken back and ended anew, it is edited: both devices keep what came of it at last. */
static void
test_session_taken_up_again (void)
{
  g_autoptr (Device) one = device_new ("00000001");
  g_autoptr (Device) other = device_new ("00000002");
  g_autoptr (CooldownSession) session =
    cooldown_session_new ("ice", g_variant_new_parsed ("{'minutes': <uint32 10>}"));
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (one->clock));

  cooldown_session_append (session, "start", NULL, &now);
  cooldown_session_append (session, "stop", NULL, &now);
  g_assert_true (cooldown_journal_save_session (one->journal, session, FALSE, NULL));
  merge (other, one);
  g_assert_true (cooldown_journal_remove_event (one->journal, session, NULL));
  cooldown_session_pop (session);
  g_assert_true (cooldown_journal_save_session (one->journal, session, TRUE, NULL));
  merge (one, other);
  cooldown_session_append (session, "on", NULL, &now);
  g_assert_true (cooldown_journal_save_session (one->journal, session, FALSE, NULL));
  merge (other, one);
  merge (one, other);
  assert_same (one, other);
  assert_session_ends_with (one, "on");
  assert_session_ends_with (other, "on");
}

/* The workout that is noted after the tingling is an edit of that, for the other device too. */
static void
test_workout_noted_later (void)
{
  g_autoptr (Device) one = device_new ("00000001");
  g_autoptr (Device) other = device_new ("00000002");
  g_autoptr (CooldownSession) session =
    cooldown_session_new ("recovery", g_variant_new_parsed ("{'kind': <'run'>}"));
  CooldownWorkout workout = { .kind = "run", .minutes = 30, .rpe = -1,
                              .ended = COOLDOWN_FAKE_CLOCK_START, .legs = COOLDOWN_LEGS_TINGLING };
  g_autofree char *json = NULL;

  g_assert_true (cooldown_journal_save_session (one->journal, session, FALSE, NULL));
  g_assert_true (cooldown_journal_open_episode (one->journal, COOLDOWN_FAKE_CLOCK_START,
                                                cooldown_session_get_id (session), "during", NULL));
  merge (other, one);
  g_assert_true (cooldown_journal_save_workout (one->journal, &workout,
                                                cooldown_session_get_id (session), NULL));
  merge (one, other);
  g_assert_cmpuint (merge (other, one).changed, ==, 1);
  assert_same (one, other);
  json = device_get_json (one);
  g_assert_nonnull (strstr (json, "\"edits\":1"));
}

/* Two devices that note the same night have one night. */
static void
test_same_night (void)
{
  g_autoptr (Device) one = device_new ("00000001");
  g_autoptr (Device) other = device_new ("00000002");

  g_assert_true (cooldown_journal_rate_night (one->journal, "2026-11-21", 3, NULL));
  cooldown_fake_clock_advance (other->clock, COOLDOWN_MINUTE);
  g_assert_true (cooldown_journal_rate_night (other->journal, "2026-11-21", 7, NULL));
  merge (one, other);
  merge (other, one);
  merge (one, other);
  assert_same (one, other);
  g_assert_cmpint (cooldown_journal_get_night (one->journal, "2026-11-21"), ==,
                   cooldown_journal_get_night (other->journal, "2026-11-21"));
}

/* What the first version of the format has no word for stays where it was noted. */
static void
test_first_version (void)
{
  static const char *const first =
      "{\"format\":\"cooldown-journal\",\"version\":1,\"exported\":\"2026-11-22T18:00:00+01:00\","
      "\"device\":\"0123abcd\",\"episodes\":[],\"workouts\":[],\"nights\":["
      "{\"uid\":\"night-2026-11-20\",\"edits\":0,\"written\":\"2026-11-21T08:12:00+01:00\","
      "\"date\":\"2026-11-20\",\"restless\":2},"
      "{\"uid\":\"night-2026-11-21\",\"edits\":0,\"written\":\"2026-11-22T08:12:00+01:00\","
      "\"date\":\"2026-11-21\",\"restless\":5}],\"checks\":[],\"signs\":[],\"sessions\":[],"
      "\"older\":[]}";
  g_autoptr (Device) a = device_new ("a");
  g_autoptr (GBytes) bytes = g_bytes_new_static (first, strlen (first));
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownImport) import = cooldown_import_new (bytes, &error);
  g_autoptr (CooldownEntry) night = cooldown_entry_new (COOLDOWN_ENTRY_NIGHT);
  CooldownMergeCounts counts;

  g_assert_no_error (error);
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_DATE, "2026-11-21");
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_RESTLESS, 5);
  put (a, night);
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_STARTED, "in-bed");
  cooldown_entry_set_number (night, COOLDOWN_FIELD_NIGHT_TO_SLEEP, 40);
  put (a, night);
  g_assert_true (cooldown_import_apply (import, a->journal, a->name, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.added, ==, 1);
  g_assert_cmpuint (counts.changed, ==, 0);
  g_clear_object (&night);
  night = cooldown_journal_get_entry (a->journal, COOLDOWN_ENTRY_NIGHT, "night-2026-11-21", NULL);
  g_assert_cmpstr (cooldown_entry_get_text (night, COOLDOWN_FIELD_NIGHT_STARTED), ==, "in-bed");
  g_assert_cmpint (cooldown_entry_get_number (night, COOLDOWN_FIELD_NIGHT_TO_SLEEP), ==, 40);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/round-trip", test_round_trip);
  g_test_add_func ("/merge/more-edits-win", test_more_edits_win);
  g_test_add_func ("/merge/later-wins", test_later_wins);
  g_test_add_func ("/merge/deletion", test_deletion);
  g_test_add_func ("/merge/forgotten", test_forgotten);
  g_test_add_func ("/merge/purged", test_purged);
  g_test_add_func ("/merge/session-still-to-come", test_session_still_to_come);
  g_test_add_func ("/merge/session-taken-up-again", test_session_taken_up_again);
  g_test_add_func ("/merge/workout-noted-later", test_workout_noted_later);
  g_test_add_func ("/merge/same-night", test_same_night);
  g_test_add_func ("/merge/first-version", test_first_version);
  return g_test_run ();
}
