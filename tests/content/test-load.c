/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/content.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Gives the real files, but for one. */
typedef struct
{
  const char *name;
  const char *bytes; /* (nullable): none at all */
} Replacement;

static GBytes *
read_replaced (const char *name, gpointer data, GError **error)
{
  const Replacement *replacement = data;
  g_autofree char *path = NULL;
  char *contents;
  gsize size;

  if (strcmp (name, replacement->name) == 0)
    {
      if (replacement->bytes != NULL)
        return g_bytes_new_static (replacement->bytes, strlen (replacement->bytes));
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "not for you");
      return NULL;
    }
  path = g_build_filename (g_getenv ("CONTENT_FOLDER"), name, NULL);
  if (!g_file_get_contents (path, &contents, &size, error))
    return NULL;
  return g_bytes_new_take (contents, size);
}

static CooldownContent *
load (void)
{
  g_autoptr (GError) error = NULL;
  CooldownContent *content = cooldown_content_load_bundled (&error);

  g_assert_no_error (error);
  return content;
}

static void
assert_refused (const char *name, const char *bytes, CooldownContentError code, const char *begins)
{
  Replacement replacement = { name, bytes };
  g_autoptr (GError) error = NULL;

  g_assert_null (cooldown_content_load (read_replaced, &replacement, &error));
  g_assert_error (error, COOLDOWN_CONTENT_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, begins));
}

static void
test_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownContent)
      content = cooldown_content_load_folder (g_getenv ("CONTENT_FOLDER"), &error);

  g_assert_no_error (error);
  g_assert_true (COOLDOWN_IS_CONTENT (content));
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  assert_refused ("ice.json", NULL, COOLDOWN_CONTENT_ERROR_MISSING, "ice.json: not for you");
  g_assert_null (cooldown_content_load_folder ("/no/such/folder", &error));
  g_assert_error (error, COOLDOWN_CONTENT_ERROR, COOLDOWN_CONTENT_ERROR_MISSING);
  g_assert_true (g_str_has_prefix (error->message, "sources.json: "));
}

/* What is there but must not be read. */
static void
test_unreadable (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("cooldown-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "sources.json", NULL);

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_null (cooldown_content_load_folder (folder, &error));
  g_assert_error (error, COOLDOWN_CONTENT_ERROR, COOLDOWN_CONTENT_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_cmpint (g_rmdir (path), ==, 0);

  g_file_set_contents (path, "{}", -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (truncate (path, 64 * 1024 * 1024 + 1), ==, 0);
  g_assert_null (cooldown_content_load_folder (folder, &error));
  g_assert_error (error, COOLDOWN_CONTENT_ERROR, COOLDOWN_CONTENT_ERROR_INVALID);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_invalid (void)
{
  assert_refused ("ice.json", "", COOLDOWN_CONTENT_ERROR_INVALID, "ice.json: line 1, byte 0: ");
  assert_refused ("ice.json", "[]", COOLDOWN_CONTENT_ERROR_INVALID, "ice.json: must be an object");
  assert_refused ("ice.json", "{\n}", COOLDOWN_CONTENT_ERROR_INVALID, "ice.json: version: ");
}

/* All that is wrong is told at once, but not without end. */
static void
test_many_problems (void)
{
  Replacement replacement = { "sources.json",
                              "{\"version\": 1, \"checked\": \"2026-11-22\", \"sources\": []}" };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_null (cooldown_content_load (read_replaced, &replacement, &error));
  g_assert_error (error, COOLDOWN_CONTENT_ERROR, COOLDOWN_CONTENT_ERROR_INVALID);
  lines = g_strsplit (error->message, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 51);
  g_assert_cmpstr (lines[0], ==, "sources.json: sources: must not be empty");
  g_assert_cmpstr (lines[1], ==, "sources.json: sources: “memory” is missing");
  g_assert_cmpstr (lines[3], ==,
                   "causes.json: causes[0].summary.sources[0]: there is no source “EH”");
  g_assert_true (g_str_has_prefix (lines[50], "and "));
}

static void
test_sources (void)
{
  g_autoptr (CooldownContent) content = load ();
  const CooldownSource *source = cooldown_content_get_source (content, "EH");

  g_assert_nonnull (source->citation);
  g_assert_null (source->text);
  g_assert_cmpint (source->read, ==, COOLDOWN_READ_PAGE);
  source = cooldown_content_get_source (content, "ours");
  g_assert_null (source->citation);
  g_assert_nonnull (source->text);
  g_assert_cmpint (source->read, ==, COOLDOWN_READ_NONE);
  g_assert_null (cooldown_content_get_source (content, "no-such-source"));
  g_assert_null (cooldown_content_get_source (content, NULL));
}

static void
test_causes (void)
{
  g_autoptr (CooldownContent) content = load ();
  const CooldownCause *neuroma = cooldown_content_get_cause (content, "neuroma");
  const CooldownCause *paes = cooldown_content_get_cause (content, "paes");

  g_assert_cmpuint (cooldown_content_get_causes (content)->len, ==, 8);
  g_assert_true (neuroma->ice);
  g_assert_false (paes->ice);
  g_assert_cmpint (paes->standing, ==, COOLDOWN_STANDING_RARE);
  g_assert_cmpstr (neuroma->summary->basis.checked, ==, "2026-11-22");
  g_assert_cmpstr (((CooldownTopic *) g_ptr_array_index (neuroma->topics, 0))->id, ==, "what");
  g_assert_cmpuint (cooldown_content_get_frame (content)->len, >, 0);
  g_assert_null (cooldown_content_get_cause (content, "rls"));
}

static void
test_checklist (void)
{
  g_autoptr (CooldownContent) content = load ();
  const CooldownItem *item = cooldown_content_get_item (content, "feel-tingle");
  const CooldownRegion *toes = cooldown_content_get_region (content, "toes");
  const CooldownRegion *knee = cooldown_content_get_region (content, "knee");
  const CooldownMessage *message = cooldown_content_get_message (content, "nothing-fits");

  for (int level = COOLDOWN_LEVEL_UNFINISHED; level <= COOLDOWN_LEVEL_EMERGENCY; level++)
    g_assert_cmpint (cooldown_content_get_level (content, level)->level, ==, level);
  g_assert_cmpstr (cooldown_level_to_string (COOLDOWN_LEVEL_EMERGENCY), ==, "emergency");
  g_assert_cmpstr (cooldown_level_to_string (COOLDOWN_LEVEL_UNFINISHED), ==, "unfinished");
  g_assert_cmpstr (item->chip, !=, item->name);
  item = cooldown_content_get_item (content, "you-diabetes");
  g_assert_cmpstr (item->chip, ==, item->name);
  g_assert_cmpstr (cooldown_content_get_sign (content, "warn-chest")->item->id, ==, "warn-chest");
  g_assert_null (cooldown_content_get_sign (content, "warn-none"));
  g_assert_cmpstr (toes->ice_name, !=, toes->name);
  g_assert_cmpstr (knee->ice_name, ==, knee->name);
  g_assert_null (knee->item);
  g_assert_cmpint (cooldown_content_get_scoring (content)->against, ==, -2);
  g_assert_cmpuint (cooldown_content_get_evidence (content)->len, ==, 9);
  g_assert_nonnull (message->all);
  g_assert_null (message->all[0]);
  g_assert_null (message->level);
}

static void
test_recovery (void)
{
  g_autoptr (CooldownContent) content = load ();
  GArray *gone_after = cooldown_content_get_gone_after (content);
  int ml, oz, minutes;

  g_assert_cmpint (cooldown_content_get_recovery_rules (content)->check_after, ==, COOLDOWN_HOUR);
  g_assert_cmpint (cooldown_content_get_recovery_rules (content)->lapses, ==, 3 * COOLDOWN_HOUR);
  g_assert_cmpuint (gone_after->len, ==, 4);
  g_assert_cmpint (g_array_index (gone_after, int, 3), ==, 45);
  g_assert_cmpstr (cooldown_content_get_check_question (content, COOLDOWN_LEGS_TINGLING), !=,
                   cooldown_content_get_check_question (content, COOLDOWN_LEGS_FINE));
  g_assert_cmpstr (cooldown_content_get_check_question (content, COOLDOWN_LEGS_UNASKED), ==,
                   cooldown_content_get_check_question (content, COOLDOWN_LEGS_FINE));
  cooldown_content_get_drink_limit (content, &ml, &oz, &minutes);
  g_assert_cmpint (ml, ==, 1400);
  g_assert_cmpint (oz, ==, 48);
  g_assert_cmpint (minutes, ==, 20);
  cooldown_content_get_drink_limit (content, NULL, NULL, NULL);
  g_assert_cmpuint (cooldown_content_get_steps (content)->len, ==, 9);
  g_assert_cmpint (
      ((CooldownDrink *) g_ptr_array_index (cooldown_content_get_drinks (content), 0))->ml[1], ==,
      600);
}

static void
test_ice (void)
{
  g_autoptr (CooldownContent) content = load ();
  const CooldownIceProtocol *protocol = cooldown_content_get_ice_protocol (content);
  GPtrArray *gate = cooldown_content_get_gate (content);
  const CooldownGateQuestion *heart = g_ptr_array_index (gate, 5);

  g_assert_cmpuint (protocol->minutes_max, ==, COOLDOWN_ICE_CEILING_MINUTES);
  g_assert_cmpuint (protocol->rounds_max, ==, COOLDOWN_ICE_MAX_ROUNDS);
  g_assert_cmpint (protocol->interval, ==, COOLDOWN_HOUR);
  g_assert_cmpint (protocol->rest, ==, 45 * COOLDOWN_MINUTE);
  g_assert_cmpint (protocol->due_lapses, ==, 2 * COOLDOWN_HOUR);
  g_assert_cmpuint (protocol->no_exercise_minutes, ==, 30);
  g_assert_cmpstr (heart->id, ==, "gate-heart");
  g_assert_cmpstr (heart->first_if, ==, "you-heart");
  g_assert_null (((CooldownGateQuestion *) g_ptr_array_index (gate, 0))->first_if);
  g_assert_cmpuint (cooldown_content_get_today (content)->len, ==, 2);
  g_assert_cmpuint (cooldown_content_get_ice_statements (content)->len, >, 0);
  g_assert_nonnull (cooldown_content_get_alcohol (content)->text);
  g_assert_cmpstr (cooldown_content_find_forbidding (content, "warn-sore")->item, ==, "warn");
  g_assert_cmpstr (cooldown_content_find_forbidding (content, "feel-itch")->item, ==, "feel-itch");
  g_assert_null (cooldown_content_find_forbidding (content, "warn-none"));
  g_assert_null (cooldown_content_find_forbidding (content, "feel-tingle"));
}

static void
test_evening (void)
{
  g_autoptr (CooldownContent) content = load ();
  const CooldownLimit *caffeine = cooldown_content_get_limit (content, "caffeine");
  GPtrArray *routine = cooldown_content_get_routine (content);
  const CooldownRoutineStep *walk = g_ptr_array_index (routine, 1);
  const CooldownActivity *stretch = cooldown_content_get_activity (content, "stretch");
  const CooldownPart *hip = g_ptr_array_index (stretch->parts, 2);
  const CooldownStatement *feature = g_ptr_array_index (cooldown_content_get_features (content), 0);

  g_assert_cmpint (caffeine->at, ==, 12 * 60);
  g_assert_cmpint (caffeine->bedtime_to, ==, 60);
  g_assert_cmpint (cooldown_content_get_limit (content, "meal")->at, ==, -1);
  g_assert_cmpstr (walk->activity->id, ==, "walk");
  g_assert_cmpint (walk->activity->grade, ==, COOLDOWN_GRADE_ADVICE);
  g_assert_cmpint (cooldown_content_get_evening_numbers (content)->winddown_minutes, ==, 40);
  g_assert_cmpuint (walk->activity->how->len, ==, 1);
  g_assert_cmpuint (walk->activity->parts->len, ==, 0);
  g_assert_cmpint (hip->figure, ==, COOLDOWN_FIGURE_HIP);
  g_assert_nonnull (hip->text);
  g_assert_null (cooldown_content_get_activity (content, "stroll"));
  g_assert_cmpint (cooldown_content_get_evening_numbers (content)->restless_before, ==, 180);
  g_assert_cmpint (cooldown_content_get_evening_numbers (content)->turns % 2, ==, 1);
  g_assert_nonnull (cooldown_content_get_experiment (content, "alcohol")->question);
  g_assert_null (cooldown_content_get_experiment (content, "no-workout"));
  g_assert_cmpuint (cooldown_content_get_experiment_statements (content)->len, >, 0);
  g_assert_cmpstr (feature->id, ==, "urge");
  g_assert_nonnull (feature->text);
  g_assert_cmpuint (cooldown_content_get_restless_now (content)->len, >, 0);
}

/* No reminder outlives what it is about, and the ice's never goes unsaid. */
static void
test_reminders (void)
{
  g_autoptr (CooldownContent) content = load ();
  const CooldownReminderRules *rules = cooldown_content_get_reminder_rules (content);

  g_assert_cmpint (rules->worth[COOLDOWN_NOTICE_ICE_OFF], ==, COOLDOWN_NEVER);
  g_assert_cmpint (rules->worth[COOLDOWN_NOTICE_ICE_SKIN], ==, COOLDOWN_NEVER);
  g_assert_cmpint (rules->worth[COOLDOWN_NOTICE_ICE_WHEN], ==, COOLDOWN_NEVER);
  g_assert_cmpint (rules->worth[COOLDOWN_NOTICE_ICE_DUE], ==, 2 * COOLDOWN_HOUR);
  g_assert_cmpint (rules->worth[COOLDOWN_NOTICE_ICE_DUE], <=,
                   cooldown_content_get_ice_protocol (content)->due_lapses);
  g_assert_cmpint (rules->worth[COOLDOWN_NOTICE_RECOVERY_CHECK], ==, 3 * COOLDOWN_HOUR);
  g_assert_cmpint (rules->worth[COOLDOWN_NOTICE_RECOVERY_CHECK], <=,
                   cooldown_content_get_recovery_rules (content)->lapses);
  g_assert_cmpint (rules->worth[COOLDOWN_NOTICE_WIND_DOWN], ==, 25 * COOLDOWN_MINUTE);
  g_assert_cmpint (rules->worth[COOLDOWN_NOTICE_TEST], ==, 5 * COOLDOWN_MINUTE);
  for (CooldownNoticeKind kind = COOLDOWN_NOTICE_NONE + 1; kind < COOLDOWN_N_NOTICES; kind++)
    g_assert_cmpint (rules->worth[kind], >, 0);
  g_assert_cmpint (rules->episode_before_bed, ==, COOLDOWN_HOUR);
  g_assert_cmpint (rules->morning_at, ==, 8 * 60);
}

static void
test_reminder_texts (void)
{
  g_autoptr (CooldownContent) content = load ();
  const CooldownReminderText *morning =
      cooldown_content_get_reminder_text (content, COOLDOWN_NOTICE_EPISODE_MORNING);
  guint count = 0;

  for (CooldownNoticeKind kind = COOLDOWN_NOTICE_NONE; kind < COOLDOWN_N_NOTICES; kind++)
    {
      const CooldownReminderText *text = cooldown_content_get_reminder_text (content, kind);

      if (text == NULL)
        continue;
      g_assert_cmpstr (text->title, !=, "");
      g_assert_cmpstr (text->text, !=, "");
      g_assert_nonnull (text->basis.sources[0]);
      count++;
    }
  g_assert_cmpuint (count, ==, 7);
  g_assert_nonnull (strstr (morning->text, "Stop training"));
  g_assert_null (cooldown_content_get_reminder_text (content, COOLDOWN_NOTICE_NONE));
  g_assert_null (cooldown_content_get_reminder_text (content, COOLDOWN_NOTICE_ICE_OFF));
  g_assert_null (cooldown_content_get_reminder_text (content, COOLDOWN_NOTICE_TEST));
}

static void
test_topics (void)
{
  g_autoptr (CooldownContent) content = load ();

  g_assert_nonnull (cooldown_content_get_topic (content, COOLDOWN_TAB_RECOVER, "still"));
  g_assert_nonnull (cooldown_content_get_topic (content, COOLDOWN_TAB_ICE, "keep-off"));
  g_assert_nonnull (cooldown_content_get_topic (content, COOLDOWN_TAB_EVENING, "iron"));
  g_assert_null (cooldown_content_get_topic (content, COOLDOWN_TAB_ICE, "iron"));
  g_assert_cmpuint (cooldown_content_get_topics (content, COOLDOWN_TAB_ICE)->len, ==, 11);
}

static void
test_freed (void)
{
  g_assert_finalize_object (load ());
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/load/folder", test_folder);
  g_test_add_func ("/load/missing", test_missing);
  g_test_add_func ("/load/unreadable", test_unreadable);
  g_test_add_func ("/load/invalid", test_invalid);
  g_test_add_func ("/load/many-problems", test_many_problems);
  g_test_add_func ("/load/sources", test_sources);
  g_test_add_func ("/load/causes", test_causes);
  g_test_add_func ("/load/checklist", test_checklist);
  g_test_add_func ("/load/recovery", test_recovery);
  g_test_add_func ("/load/ice", test_ice);
  g_test_add_func ("/load/evening", test_evening);
  g_test_add_func ("/load/reminders", test_reminders);
  g_test_add_func ("/load/reminder-texts", test_reminder_texts);
  g_test_add_func ("/load/topics", test_topics);
  g_test_add_func ("/load/freed", test_freed);
  return g_test_run ();
}
