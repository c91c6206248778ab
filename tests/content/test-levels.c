/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ticks.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define RANDOM_WALKS 300
#define RANDOM_STEPS 25

typedef struct
{
  CooldownContent *content;
  CooldownTicks *ticks;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->content = cooldown_content_load_bundled (&error);
  g_assert_no_error (error);
  fixture->ticks = cooldown_ticks_new (fixture->content);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->ticks);
  g_assert_finalize_object (fixture->content);
}

/* @items are ids with spaces between them. */
static void
tick_only (Fixture *fixture, const char *items)
{
  g_auto (GStrv) ids = g_strsplit (items, " ", -1);

  cooldown_ticks_from_strv (fixture->ticks, (const char *const *) ids);
}

static CooldownLevel
level_of (Fixture *fixture)
{
  g_autoptr (CooldownFinding) finding = cooldown_finding_new (fixture->content, fixture->ticks);

  return finding->level;
}

static void
assert_level (Fixture *fixture, CooldownLevel level, const char *why)
{
  CooldownLevel found = level_of (fixture);

  if (found != level)
    g_error ("%s: is “%s”, should be “%s”", why, cooldown_level_to_string (found),
             cooldown_level_to_string (level));
}

/* Ticks as little as makes @rule fire, with the given one of its “any”. */
static void
tick_rule (Fixture *fixture, const CooldownRule *rule, guint any)
{
  cooldown_ticks_from_strv (fixture->ticks, rule->all);
  if (rule->any[0] != NULL)
    cooldown_ticks_set (fixture->ticks, rule->any[any], TRUE);
}

typedef void (*Visit) (Fixture *fixture, const CooldownRule *rule);

static void
for_each_minimum (Fixture *fixture, Visit visit)
{
  GPtrArray *rules = cooldown_content_get_rules (fixture->content);

  for (guint i = 0; i < rules->len; i++)
    {
      const CooldownRule *rule = g_ptr_array_index (rules, i);
      guint any = 0;

      do
        {
          tick_rule (fixture, rule, any);
          visit (fixture, rule);
        }
      while (rule->any[0] != NULL && rule->any[++any] != NULL);
    }
}

static void
visit_fires (Fixture *fixture, const CooldownRule *rule)
{
  g_autoptr (CooldownFinding) finding = cooldown_finding_new (fixture->content, fixture->ticks);

  g_assert_true (cooldown_rule_fires (rule, fixture->ticks));
  g_assert_cmpint (finding->level, >=, rule->level);
  g_assert_true (finding->level > rule->level || g_ptr_array_find (finding->rules, rule, NULL));
  g_assert_cmpuint (finding->because->len, >, 0);
}

static void
test_rules_fire (Fixture *fixture, gconstpointer data)
{
  for_each_minimum (fixture, visit_fires);
}

/* Without any single tick of its minimum the rule is silent. */
static void
visit_needs_all (Fixture *fixture, const CooldownRule *rule)
{
  g_auto (GStrv) ids = cooldown_ticks_to_strv (fixture->ticks);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      cooldown_ticks_set (fixture->ticks, ids[i], FALSE);
      g_assert_false (cooldown_rule_fires (rule, fixture->ticks));
      cooldown_ticks_set (fixture->ticks, ids[i], TRUE);
    }
}

static void
test_rules_need_all (Fixture *fixture, gconstpointer data)
{
  for_each_minimum (fixture, visit_needs_all);
}

static void
test_signs_alone (Fixture *fixture, gconstpointer data)
{
  GPtrArray *signs = cooldown_content_get_signs (fixture->content);

  g_assert_cmpuint (signs->len, ==, 20);
  for (guint i = 0; i < signs->len; i++)
    {
      const CooldownSign *sign = g_ptr_array_index (signs, i);
      gboolean now = strcmp (sign->item->group, "warn-now") == 0;

      tick_only (fixture, sign->item->id);
      assert_level (fixture, now ? COOLDOWN_LEVEL_EMERGENCY : COOLDOWN_LEVEL_URGENT,
                    sign->item->id);
    }
}

/* Another answer to the same question is no extra tick. */
static gboolean
is_answered (Fixture *fixture, const CooldownItem *item)
{
  g_auto (GStrv) ids = cooldown_ticks_to_strv (fixture->ticks);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CooldownItem *ticked = cooldown_content_get_item (fixture->content, ids[i]);

      if (item->choice != NULL && g_strcmp0 (item->choice, ticked->choice) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
visit_no_tick_lowers (Fixture *fixture, const CooldownRule *rule)
{
  GPtrArray *items = cooldown_content_get_items (fixture->content);
  g_auto (GStrv) minimum = cooldown_ticks_to_strv (fixture->ticks);
  CooldownLevel before = level_of (fixture);

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (is_answered (fixture, item))
        continue;
      cooldown_ticks_set (fixture->ticks, item->id, TRUE);
      if (level_of (fixture) < before)
        g_error ("“%s” lowers the level of “%s”", item->id, rule->id);
      cooldown_ticks_from_strv (fixture->ticks, (const char *const *) minimum);
    }
}

static void
test_no_tick_lowers (Fixture *fixture, gconstpointer data)
{
  for_each_minimum (fixture, visit_no_tick_lowers);
}

static const CooldownItem *
random_item (Fixture *fixture)
{
  GPtrArray *items = cooldown_content_get_items (fixture->content);

  return g_ptr_array_index (items, g_test_rand_int_range (0, (gint32) items->len));
}

static void
test_random_walks (Fixture *fixture, gconstpointer data)
{
  for (guint walk = 0; walk < RANDOM_WALKS; walk++)
    {
      CooldownLevel level = COOLDOWN_LEVEL_UNFINISHED;

      tick_only (fixture, "");
      for (guint step = 0; step < RANDOM_STEPS; step++)
        {
          const CooldownItem *item = random_item (fixture);

          if (is_answered (fixture, item))
            continue;
          cooldown_ticks_set (fixture->ticks, item->id, TRUE);
          g_assert_cmpint (level_of (fixture), >=, level);
          level = level_of (fixture);
          if (!cooldown_ticks_has (fixture->ticks, "warn-none"))
            g_assert_cmpint (level, !=, COOLDOWN_LEVEL_SELF_CARE);
        }
    }
}

/* Not even where a file says so. */
static void
test_self_care_needs_answer (Fixture *fixture, gconstpointer data)
{
  const char *const tingle[] = { "feel-tingle", NULL };
  const char *const nothing[] = { NULL };
  const CooldownRule rule = {
    .level = COOLDOWN_LEVEL_SELF_CARE, .all = tingle, .any = nothing, .none = nothing
  };

  assert_level (fixture, COOLDOWN_LEVEL_UNFINISHED, "nothing");
  tick_only (fixture, "feel-tingle last-5min side-both");
  g_assert_false (cooldown_rule_fires (&rule, fixture->ticks));
  assert_level (fixture, COOLDOWN_LEVEL_UNFINISHED, "no answer to the signs");
  cooldown_ticks_set (fixture->ticks, "warn-none", TRUE);
  g_assert_true (cooldown_rule_fires (&rule, fixture->ticks));
  assert_level (fixture, COOLDOWN_LEVEL_SELF_CARE, "answered");
  cooldown_ticks_set (fixture->ticks, "last-longer", TRUE);
  assert_level (fixture, COOLDOWN_LEVEL_SOON, "longer than an hour");
  cooldown_ticks_set (fixture->ticks, "warn-none", FALSE);
  assert_level (fixture, COOLDOWN_LEVEL_SOON, "an appointment shows without an answer");
}

static void
check_situation (JsonArray *walk, guint index, JsonNode *node, gpointer data)
{
  Fixture *fixture = data;
  JsonObject *situation = json_node_get_object (node);
  JsonArray *ticks = json_object_get_array_member (situation, "ticks");
  const char *name = json_object_get_string_member (situation, "situation");

  tick_only (fixture, "");
  for (guint i = 0; i < json_array_get_length (ticks); i++)
    {
      const char *item = json_array_get_string_element (ticks, i);

      cooldown_ticks_set (fixture->ticks, item, TRUE);
      g_assert_true (cooldown_ticks_has (fixture->ticks, item));
    }
  g_test_message ("%s", name);
  g_assert_cmpstr (cooldown_level_to_string (level_of (fixture)), ==,
                   json_object_get_string_member (situation, "level"));
}

static void
test_sanity_walk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "sanity-walk.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *walk;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  walk = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (walk), >, 0);
  json_array_foreach_element (walk, check_situation, fixture);
}

static void
assert_because (Fixture *fixture, const char *ticks, const char *rules, const char *because)
{
  g_autoptr (CooldownFinding) finding = NULL;
  g_autoptr (GString) fired = g_string_new (NULL);
  g_autoptr (GString) named = g_string_new (NULL);

  tick_only (fixture, ticks);
  finding = cooldown_finding_new (fixture->content, fixture->ticks);
  for (guint i = 0; i < finding->rules->len; i++)
    g_string_append_printf (fired, "%s%s", i > 0 ? " " : "",
                            ((CooldownRule *) g_ptr_array_index (finding->rules, i))->id);
  for (guint i = 0; i < finding->because->len; i++)
    g_string_append_printf (named, "%s%s", i > 0 ? " " : "",
                            ((CooldownItem *) g_ptr_array_index (finding->because, i))->id);
  g_assert_cmpstr (fired->str, ==, rules);
  g_assert_cmpstr (named->str, ==, because);
}

static void
test_because (Fixture *fixture, gconstpointer data)
{
  assert_because (fixture, "feel-tingle", "", "");
  assert_because (fixture, "feel-tingle warn-none", "c-self-care", "warn-none");
  /* In page order, each once, only what the rules of the highest level name and is ticked. */
  assert_because (fixture, "else-back feel-numb feel-burn when-comes-back side-one",
                  "s-comes-back s-back-nerve", "feel-numb feel-burn when-comes-back else-back");
  assert_because (fixture, "when-comes-back feel-tight warn-sore", "u-sore", "warn-sore");
  assert_because (fixture, "feel-tight warn-foot-drop", "e-drop-tight",
                  "warn-foot-drop feel-tight");
}

static char *
content_path (const char *name)
{
  return g_build_filename (g_getenv ("CONTENT_FOLDER"), name, NULL);
}

/* checklist.json with its rules the other way round. */
static GBytes *
reversed_checklist (void)
{
  g_autofree char *path = content_path ("checklist.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JsonArray *rules, *reversed = json_array_new ();
  JsonObject *checklist;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  checklist = json_node_get_object (json_parser_get_root (parser));
  rules = json_object_get_array_member (checklist, "rules");
  for (guint i = json_array_get_length (rules); i > 0; i--)
    json_array_add_element (reversed, json_array_dup_element (rules, i - 1));
  json_object_set_array_member (checklist, "rules", reversed);
  text = json_to_string (json_parser_get_root (parser), FALSE);
  return g_bytes_new (text, strlen (text));
}

static GBytes *
read_reversed (const char *name, gpointer data, GError **error)
{
  g_autofree char *path = content_path (name);
  char *contents;
  gsize size;

  if (strcmp (name, "checklist.json") == 0)
    return reversed_checklist ();
  if (!g_file_get_contents (path, &contents, &size, error))
    return NULL;
  return g_bytes_new_take (contents, size);
}

/* The order of the rules in the file says nothing. */
static void
test_any_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_object_unref (fixture->ticks);
  g_object_unref (fixture->content);
  fixture->content = cooldown_content_load (read_reversed, NULL, &error);
  g_assert_no_error (error);
  fixture->ticks = cooldown_ticks_new (fixture->content);
  assert_because (fixture, "when-comes-back feel-tight warn-sore", "u-sore", "warn-sore");
  assert_because (fixture, "when-comes-back warn-none", "s-comes-back", "when-comes-back");
}

static void
assert_message (Fixture *fixture, const char *ticks, const char *expected)
{
  g_autoptr (CooldownFinding) finding = NULL;
  const CooldownMessage *message;

  tick_only (fixture, ticks);
  finding = cooldown_finding_new (fixture->content, fixture->ticks);
  message = cooldown_finding_get_message (finding, fixture->content, fixture->ticks);
  g_assert_cmpstr (message != NULL ? message->id : NULL, ==, expected);
}

static void
test_messages (Fixture *fixture, gconstpointer data)
{
  assert_message (fixture, "", NULL);
  assert_message (fixture, "warn-none feel-tingle last-5min", "usual");
  assert_message (fixture,
                  "warn-none feel-tingle last-5min where-toes side-both when-after you-50"
                  " else-tight-wear else-hot-dry",
                  "usual");
  assert_message (fixture, "feel-tingle last-5min", NULL);
  assert_message (fixture, "warn-none feel-tingle last-5min feel-itch", NULL);
  assert_message (fixture, "warn-none feel-tingle last-5min when-comes-back", NULL);
  assert_message (fixture, "feel-tingle", "ask-more");
  assert_message (fixture, "feel-tingle warn-none you-50", "ask-more");
  assert_message (fixture, "feel-tingle side-one", NULL);
  assert_message (fixture, "feel-urge side-one", "rls-else");
  assert_message (fixture, "feel-urge feel-numb when-sleep", "rls-else");
  assert_message (fixture, "feel-urge when-nights", "rls-test");
  assert_message (fixture, "feel-urge side-one warn-chest", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/levels/rules-fire", test_rules_fire);
  ADD ("/levels/rules-need-all", test_rules_need_all);
  ADD ("/levels/signs-alone", test_signs_alone);
  ADD ("/levels/no-tick-lowers", test_no_tick_lowers);
  ADD ("/levels/random-walks", test_random_walks);
  ADD ("/levels/self-care-needs-answer", test_self_care_needs_answer);
  ADD ("/levels/sanity-walk", test_sanity_walk);
  ADD ("/levels/because", test_because);
  ADD ("/levels/any-order", test_any_order);
  ADD ("/levels/messages", test_messages);
#undef ADD
  return g_test_run ();
}
