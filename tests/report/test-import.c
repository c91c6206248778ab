/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scribe.h"

#include "core/content-scan.h"
#include "report/import-json.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define EPISODE \
  "{\"uid\":\"e1\",\"edits\":0,\"written\":\"2026-11-21T18:12:00+01:00\"," \
  "\"began\":\"2026-11-21T18:00:00+01:00\",\"open\":false}"
#define EMPTIED "\"edits\":1,\"deleted\":\"2026-11-21T18:12:00+01:00\""
#define DEEP 1000000

/* A journal in which one list is @list. */
static char *
with_list (const char *name, const char *list)
{
  static const char *const names[] = { "episodes", "workouts", "nights", "checks",
                                       "signs",    "sessions", "older" };
  GString *text = g_string_new ("{\"format\":\"cooldown-journal\",\"version\":2,"
                                "\"exported\":\"2026-11-22T18:00:00+01:00\","
                                "\"device\":\"0123abcd\"");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (text, ",\"%s\":[%s]", names[i],
                            g_strcmp0 (names[i], name) == 0 ? list : "");
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

/* An episode with more members. */
static char *
with_members (const char *members)
{
  g_autoptr (GString) episode = g_string_new (EPISODE);

  g_string_truncate (episode, episode->len - 1);
  g_string_append_printf (episode, ",%s}", members);
  return with_list ("episodes", episode->str);
}

static CooldownImport *
read_text (const char *text, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes =
    g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return cooldown_import_new (bytes, error);
}

static void
assert_refused (const char *text, gssize length, CooldownImportError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (text, length, &error));
  g_assert_error (error, COOLDOWN_IMPORT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, message));
  g_assert_cmpuint (strlen (error->message), <, 2000);
}

static void
assert_value (const char *text, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (text, -1, &error));
  g_assert_error (error, COOLDOWN_IMPORT_ERROR, COOLDOWN_IMPORT_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, message);
}

static void
assert_member (const char *members, const char *message)
{
  g_autofree char *text = with_members (members);

  assert_value (text, message);
}

static void
test_whole (void)
{
  g_autofree char *text = with_members ("\"severity\":10,\"places\":[\"left-calf\",\"x\"]");
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownImport) import = read_text (text, -1, &error);
  gint32 offset;

  g_assert_no_error (error);
  g_assert_cmpuint (cooldown_import_get_n_entries (import), ==, 1);
  g_assert_cmpstr (cooldown_import_get_device (import), ==, "0123abcd");
  g_assert_cmpint (cooldown_import_get_exported (import, &offset), ==, COOLDOWN_FAKE_CLOCK_START);
  g_assert_cmpint (offset, ==, 3600);
}

/* What is wrong with a field is told with its place. */
static void
test_fields (void)
{
  assert_member ("\"severity\":11", "episodes[0].severity: 11 is not from 0 to 10");
  assert_member ("\"severity\":\"7\"", "episodes[0].severity: must be a number");
  assert_member ("\"severity\":null", "episodes[0].severity: must be a number");
  assert_member ("\"sevirity\":7", "episodes[0].sevirity: there is no such member");
  assert_member ("\"onset\":\"soon\"", "episodes[0].onset: no such word");
  assert_member ("\"places\":[\"a b\"]", "episodes[0].places[0]: that is no id");
  assert_member ("\"places\":[\"x\",\"x\"]", "episodes[0].places: the same id twice");
  assert_member ("\"places\":[[]]", "episodes[0].places[0]: that is no id");
  assert_member ("\"workout\":\"../x\"", "episodes[0].workout: that is no id");
  assert_member ("\"notes\":[]", "episodes[0].notes: must be a string");
  assert_member ("\"deleted\":1", "episodes[0].deleted: must be a string");
  assert_member ("\"edited\":\"2026-11-21\"",
                 "episodes[0].edited: “2026-11-21” is no time like 2026-11-21T18:12:00+01:00");
  assert_member ("\"ended\":\"2026-11-21T17:00:00+01:00\"", "episodes[0].ended: before it began");
}

static void
test_times (void)
{
  static const char *const no_times[] = {
    "0000-11-21T18:00:00+01:00", "2026-13-21T18:00:00+01:00", "2026-11-31T18:00:00+01:00",
    "2026-11-21T24:00:00+01:00", "2026-11-21T18:00:00Z",      "2026-11-21T18:00:00+24:00",
    "2026-11-21 18:00:00+01:00", "２026-11-21T18:00:00+01:0", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (no_times); i++)
    {
      g_autofree char *members = g_strdup_printf ("\"ended\":\"%s\"", no_times[i]);
      g_autofree char *message =
        g_strdup_printf ("episodes[0].ended: “%s” is no time like 2026-11-21T18:12:00+01:00",
                         no_times[i]);

      assert_member (members, message);
    }
  assert_member ("\"ended\":\"9999-12-31T23:59:59-23:59\"",
                 "episodes[0].ended: not in the years 2000 to 2099");
  assert_member ("\"ended\":\"0001-01-01T00:00:00+23:59\"",
                 "episodes[0].ended: not in the years 2000 to 2099");
  assert_member ("\"deleted\":\"9999-12-31T23:59:59+00:00\"",
                 "episodes[0].deleted: not in the years 1970 to 2099");
}

static void
test_long_note (void)
{
  g_autofree char *note = g_strnfill (10 * 1000 * 1000, 'a');
  g_autofree char *members = g_strdup_printf ("\"notes\":\"%s\"", note);
  g_autofree char *time = g_strdup_printf ("\"ended\":\"%s\"", note);
  g_autofree char *text = with_members (time);

  assert_member (members, "episodes[0].notes: too long");
  /* And not all of it is said again. */
  assert_refused (text, -1, COOLDOWN_IMPORT_ERROR_VALUE, "episodes[0].ended: “aaaa");
}

static void
test_lists (void)
{
  g_autofree char *twice = with_list ("episodes", EPISODE "," EPISODE);
  g_autofree char *string = with_list ("episodes", "\"x\"");
  g_autofree char *sign = with_list ("signs", "{\"uid\":\"s\",\"edits\":0}");
  g_autofree char *night =
    with_list ("nights", "{\"uid\":\"night-2026-11-20\",\"edits\":0,"
                         "\"written\":\"2026-11-21T18:12:00+01:00\",\"date\":\"2026-11-21\"}");
  g_autofree char *emptied =
    with_list ("workouts", "{\"uid\":\"w\",\"edits\":0,\"deleted\":\"2026-11-21T18:12:00+01:00\","
                           "\"minutes\":7}");
  g_autofree char *name = with_list ("signs", "{\"uid\":\"../x\"," EMPTIED "}");
  g_autofree char *no_night = with_list ("nights", "{\"uid\":\"x\"," EMPTIED "}");
  g_autofree char *older = with_list ("older", "{\"kind\":\"dream\",\"device\":\"\",\"entry\":{}}");
  g_autofree char *entry =
    with_list ("older", "{\"kind\":\"sign\",\"device\":\"\",\"entry\":{\"uid\":\"s\",\"edits\":-1}}");

  assert_value (twice, "episodes[1].uid: “e1” stands in item 0 before");
  assert_value (string, "episodes[0]: must be an object");
  assert_value (sign, "signs[0].written: missing");
  assert_value (night, "nights[0].uid: a night is called “night-” and its date");
  assert_value (emptied, "workouts[0].written: missing");
  assert_value (name, "signs[0].uid: that is no id");
  assert_value (no_night, "nights[0].uid: a night is called “night-” and its date");
  assert_value (older, "older[0].kind: that is no kind of entry");
  assert_value (entry, "older[0].entry.edits: that is no number of edits");
}

static char *
with_session (const char *members)
{
  g_autofree char *session =
    g_strdup_printf ("{\"uid\":\"s\",\"edits\":0,\"written\":\"2026-11-21T18:12:00+01:00\","
                     "\"at\":\"2026-11-21T18:12:00+01:00\",\"kind\":\"ice\",%s}",
                     members);

  return with_list ("sessions", session);
}

static void
test_sessions (void)
{
  g_autofree char *open = with_session ("\"open\":true,\"plan\":\"{}\",\"events\":[]");
  g_autofree char *plan = with_session ("\"open\":false,\"plan\":\"[[[[\",\"events\":[]");
  g_autofree char *event = with_session ("\"plan\":\"@a{sv} {}\",\"events\":[{\"name\":\"on\"}]");
  g_autoptr (GString) events = g_string_new ("\"plan\":\"@a{sv} {}\",\"events\":[0");
  g_autofree char *many = NULL;

  for (guint i = 0; i < COOLDOWN_ENTRY_MAX_EVENTS; i++)
    g_string_append (events, ",0");
  g_string_append_c (events, ']');
  many = with_session (events->str);
  assert_value (open, "sessions[0].open: a session that goes on stays where it is");
  assert_value (plan, "sessions[0].plan: that is no plan");
  assert_value (event, "sessions[0].events[0]: an event has a name and a time");
  assert_value (many, "sessions[0].events: more than 2000");
}

/* Only the first few are told; the rest is counted. */
static void
test_many_problems (void)
{
  g_autofree char *text = with_list ("signs", "1,2,3,4,5,6,7");

  assert_value (text, "signs[0]: must be an object\nsigns[1]: must be an object\n"
                      "signs[2]: must be an object\nsigns[3]: must be an object\n"
                      "signs[4]: must be an object\nand 2 more");
}

static void
test_format (void)
{
  g_autofree char *text = with_list ("episodes", EPISODE);
  g_autoptr (GString) newer = g_string_new (text);
  g_autoptr (GString) older = g_string_new (text);
  g_autoptr (GString) list = g_string_new (text);

  assert_refused ("[]", -1, COOLDOWN_IMPORT_ERROR_FORMAT, "no journal");
  assert_refused ("{}", -1, COOLDOWN_IMPORT_ERROR_FORMAT, "no journal");
  assert_refused ("{\"format\":7}", -1, COOLDOWN_IMPORT_ERROR_FORMAT, "no journal");
  g_string_replace (newer, "\"version\":2", "\"version\":3,\"new\":1", 1);
  assert_refused (newer->str, -1, COOLDOWN_IMPORT_ERROR_NEWER, "newer Cooldown");
  g_string_replace (older, "\"version\":2", "\"version\":0", 1);
  assert_refused (older->str, -1, COOLDOWN_IMPORT_ERROR_FORMAT, "from 1 on");
  g_string_replace (list, "\"nights\":[]", "\"nightmares\":[]", 1);
  assert_value (list->str, "nightmares: there is no such member\nnights: missing");
}

/* What is no JSON, or JSON that readers break on, is refused before one reads it. */
static void
test_syntax (void)
{
  g_autofree char *text = with_list ("episodes", EPISODE);
  g_autofree char *deep = g_strnfill (DEEP, '[');
  g_autofree char *twice = with_members ("\"notes\":\"\",\"notes\":\"\"");
  g_autofree char *latin = with_members ("\"notes\":\"\xe9\"");
  g_autofree char *nul = with_members ("\"notes\":\"\\u0000\"");
  g_autofree char *fraction = with_members ("\"severity\":7.5");
  g_autofree char *large = with_members ("\"edits_\":99999999999999999999");

  assert_refused ("", 0, COOLDOWN_IMPORT_ERROR_SYNTAX, "empty");
  assert_refused (text, (gssize) strlen (text) / 2, COOLDOWN_IMPORT_ERROR_SYNTAX, "line 1, byte");
  assert_refused (text, (gssize) strlen (text) - 1, COOLDOWN_IMPORT_ERROR_SYNTAX, "line 1, byte");
  assert_refused (text, (gssize) strlen (text) + 1, COOLDOWN_IMPORT_ERROR_SYNTAX, "UTF-8");
  assert_refused (deep, -1, COOLDOWN_IMPORT_ERROR_SYNTAX, "nested deeper than 64");
  assert_refused (twice, -1, COOLDOWN_IMPORT_ERROR_SYNTAX, "“notes” stands in this object twice");
  assert_refused (latin, -1, COOLDOWN_IMPORT_ERROR_SYNTAX, "not UTF-8");
  assert_refused (nul, -1, COOLDOWN_IMPORT_ERROR_SYNTAX, "\\u0000");
  assert_refused (fraction, -1, COOLDOWN_IMPORT_ERROR_SYNTAX, "whole");
  assert_refused (large, -1, COOLDOWN_IMPORT_ERROR_SYNTAX, "digits");
}

static void
test_huge (void)
{
  gsize size = COOLDOWN_CONTENT_MAX_SIZE;
  g_autofree char *text = g_strnfill (size + 1, ',');
  g_autofree char *folder = g_dir_make_tmp ("cooldown-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "huge.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  assert_refused (text, (gssize) size + 1, COOLDOWN_IMPORT_ERROR_SIZE, "larger than 64 MiB");
  /* Nothing but values, each of which would cost a hundred times its own size. */
  memset (text, '0', size);
  for (gsize i = 2; i < size; i += 2)
    text[i] = ',';
  text[0] = '[';
  text[size - 1] = ']';
  text[size - 2] = ' ';
  assert_refused (text, (gssize) size, COOLDOWN_IMPORT_ERROR_SIZE, "too much");
  /* A file that never ends is read no further than it must. */
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (truncate (path, (goffset) size * 100), ==, 0);
  g_assert_null (cooldown_import_new_from_file (file, NULL, &error));
  g_assert_error (error, COOLDOWN_IMPORT_ERROR, COOLDOWN_IMPORT_ERROR_SIZE);
  device_remove_folder (folder);
}

/* One that refers to what is in no journal is taken over as it is. */
static void
test_dangling (void)
{
  g_autofree char *text = with_members ("\"workout\":\"nowhere\",\"session\":\"still-to-come\"");
  g_autoptr (CooldownImport) import = read_text (text, -1, NULL);
  g_autoptr (Device) device = device_new ("00000001");
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  CooldownMergeCounts counts;

  cooldown_import_apply (import, device->journal, NULL, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.added, ==, 1);
  json = device_get_json (device);
  g_assert_nonnull (strstr (json, "\"workout\":\"nowhere\",\"session\":\"still-to-come\""));
  g_assert_nonnull (strstr (json, "\"workouts\": [\n]"));
}

/* What cannot be written takes nothing else with it. */
static void
test_nothing_half_done (void)
{
  g_autofree char *first = with_list ("workouts", "{\"uid\":\"w1\",\"edits\":0,\"written\":"
                                                  "\"2026-11-21T18:12:00+01:00\",\"ended\":"
                                                  "\"2026-11-21T18:12:00+01:00\",\"kind\":\"run\","
                                                  "\"minutes\":7,\"legs\":\"fine\",\"session\":\"s\"}");
  g_autoptr (GString) second = g_string_new (first);
  g_autoptr (Device) device = device_new ("00000001");
  g_autoptr (CooldownImport) import = read_text (first, -1, NULL);
  g_autoptr (CooldownImport) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  CooldownMergeCounts counts;

  g_assert_true (cooldown_import_apply (import, device->journal, NULL, &counts, NULL));
  before = device_get_json (device);
  /* Another workout claims the same session, after an episode that nothing is wrong with. */
  g_string_replace (second, "\"w1\"", "\"w2\"", 1);
  g_string_replace (second, "\"signs\":[]", "\"signs\":[{\"uid\":\"s\",\"edits\":0,\"written\":"
                    "\"2026-11-21T18:12:00+01:00\",\"at\":\"2026-11-21T18:12:00+01:00\","
                    "\"item\":\"x\",\"outcome\":\"never\"}]", 1);
  other = read_text (second->str, -1, NULL);
  g_assert_false (cooldown_import_apply (other, device->journal, NULL, &counts, &error));
  g_assert_error (error, COOLDOWN_JOURNAL_ERROR, COOLDOWN_JOURNAL_ERROR_VALUE);
  after = device_get_json (device);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/whole", test_whole);
  g_test_add_func ("/import/fields", test_fields);
  g_test_add_func ("/import/times", test_times);
  g_test_add_func ("/import/long-note", test_long_note);
  g_test_add_func ("/import/lists", test_lists);
  g_test_add_func ("/import/sessions", test_sessions);
  g_test_add_func ("/import/many-problems", test_many_problems);
  g_test_add_func ("/import/format", test_format);
  g_test_add_func ("/import/syntax", test_syntax);
  g_test_add_func ("/import/huge", test_huge);
  g_test_add_func ("/import/dangling", test_dangling);
  g_test_add_func ("/import/nothing-half-done", test_nothing_half_done);
  return g_test_run ();
}
