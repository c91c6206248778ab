/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is promised here holds whatever the weights in checklist.json are: they are read from there.
 */
#include "checklist.h"

#include <string.h>

/* Test that each description comes first where all that speaks for it is ticked: what excludes each
 * other once this and once that. */
static void
test_each_first (Checklist *checklist, gconstpointer data)
{
  GPtrArray *all = cooldown_content_get_evidence (checklist->content);

  for (guint i = 0; i < all->len; i++)
    {
      const CooldownEvidence *evidence = g_ptr_array_index (all, i);
      g_autoptr (CooldownAssessment) assessment = NULL;
      const CooldownMatch *first;

      checklist_tick (checklist, evidence->weak);
      for (guint j = 0; evidence->strong[j] != NULL; j++)
        cooldown_ticks_set (checklist->ticks, evidence->strong[j], TRUE);
      assessment = checklist_assess (checklist, NULL);
      g_assert_cmpuint (assessment->matches->len, >, 0);
      first = g_ptr_array_index (assessment->matches, 0);
      g_assert_cmpstr (first->id, ==, evidence->cause);
      g_assert_true ((first->cause == NULL) == (strcmp (first->id, COOLDOWN_RLS) == 0));
    }
}

static gboolean
is_in_a_rule (Checklist *checklist, const char *item)
{
  GPtrArray *rules = cooldown_content_get_rules (checklist->content);

  for (guint i = 0; i < rules->len; i++)
    {
      const CooldownRule *rule = g_ptr_array_index (rules, i);

      if (g_strv_contains (rule->all, item) || g_strv_contains (rule->any, item))
        return TRUE;
    }
  return FALSE;
}

/* Test that there is nothing on the checklist to which it makes no difference. */
static void
test_every_item_matters (Checklist *checklist, gconstpointer data)
{
  GPtrArray *all = cooldown_content_get_evidence (checklist->content);
  GPtrArray *items = checklist_get_items (checklist);

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);
      gboolean matters = is_in_a_rule (checklist, item->id);

      for (guint j = 0; j < all->len; j++)
        matters = matters ||
                  checklist_weigh (checklist,
                                   ((CooldownEvidence *) g_ptr_array_index (all, j))->cause,
                                   item->id) != 0;
      g_test_message ("%s", item->id);
      g_assert_true (matters);
    }
}

static int
standing_of (const CooldownMatch *match)
{
  return match->cause != NULL ? (int) match->cause->standing : (int) COOLDOWN_STANDING_COMMON;
}

/* Whether something is ticked that is telling, alone or together with others. */
static gboolean
is_telling (Checklist *checklist, const char *cause)
{
  const CooldownEvidence *evidence = checklist_get_evidence (checklist, cause);

  return cooldown_ticks_has_any (checklist->ticks, evidence->strong) ||
         cooldown_ticks_meet (checklist->ticks, &evidence->together);
}

static void
assert_sorted (GPtrArray *matches)
{
  for (guint i = 1; i < matches->len; i++)
    {
      const CooldownMatch *before = g_ptr_array_index (matches, i - 1);
      const CooldownMatch *match = g_ptr_array_index (matches, i);

      g_assert_cmpint (before->score, >=, match->score);
      if (before->score == match->score)
        g_assert_cmpint (standing_of (before), <=, standing_of (match));
    }
}

static void
assert_shown_rightly (Checklist *checklist, const CooldownMatch *match)
{
  const CooldownScoring *scoring = checklist_get_scoring (checklist);
  gboolean rare = standing_of (match) == COOLDOWN_STANDING_RARE;

  g_assert_cmpuint (match->shares->len, >=, (guint) scoring->min_for);
  g_assert_true (is_telling (checklist, match->id));
  g_assert_cmpint (match->score, >=, rare ? scoring->min_sum_rare : scoring->min_sum);
}

/* Test that at most so many are listed as the content says, the ones that share most first, ties
 * by how common they are, and none without what it takes to be listed. */
static void
test_list (Checklist *checklist, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint n_full = 0;

  for (guint round = 0; round < 1000; round++)
    {
      g_autoptr (CooldownAssessment) assessment = NULL;
      g_auto (GStrv) denied = NULL;

      checklist_tick_by_chance (checklist, rand, 2 + round % 6, TRUE);
      denied = checklist_deny_by_chance (checklist, rand);
      assessment = checklist_assess (checklist, (const char *const *) denied);
      g_assert_cmpuint (assessment->matches->len, <=,
                        (guint) checklist_get_scoring (checklist)->most);
      n_full += assessment->matches->len == (guint) checklist_get_scoring (checklist)->most ? 1 : 0;
      assert_sorted (assessment->matches);
      for (guint i = 0; i < assessment->matches->len; i++)
        assert_shown_rightly (checklist, g_ptr_array_index (assessment->matches, i));
    }
  g_assert_cmpint (checklist_get_scoring (checklist)->most, ==, 4);
  g_assert_cmpuint (n_full, >, 20);
}

/* Test that the sum of a description is that of its evidence, and that its reasons are ticks. */
static void
test_sum (Checklist *checklist, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (CooldownAssessment) assessment = NULL;

      checklist_tick_by_chance (checklist, rand, 3, FALSE);
      assessment = checklist_assess (checklist, NULL);
      for (guint i = 0; i < assessment->matches->len; i++)
        {
          const CooldownMatch *match = g_ptr_array_index (assessment->matches, i);
          g_auto (GStrv) ids = cooldown_ticks_to_strv (checklist->ticks);
          int sum = 0;

          for (char **id = ids; *id != NULL; id++)
            sum += checklist_weigh (checklist, match->id, *id);
          g_assert_cmpint (match->score, ==, sum);
          g_assert_cmpuint (match->missing->len, ==, 0);
        }
    }
}

/* The fewest ticks that show a description: one that is telling and as many others as it takes. */
static guint
count_needed (Checklist *checklist, const char *cause)
{
  const CooldownEvidence *evidence = checklist_get_evidence (checklist, cause);

  checklist_tick (checklist, NULL);
  cooldown_ticks_set (checklist->ticks, evidence->strong[0], TRUE);
  for (guint i = 0; evidence->weak[i] != NULL; i++)
    {
      g_autoptr (CooldownAssessment) assessment = NULL;

      cooldown_ticks_set (checklist->ticks, evidence->weak[i], TRUE);
      assessment = checklist_assess (checklist, NULL);
      if (checklist_find_match (assessment, cause) != NULL)
        return cooldown_ticks_count (checklist->ticks);
    }
  return G_MAXUINT;
}

/* Test that the rare ones need more than the others. */
static void
test_rare (Checklist *checklist, gconstpointer data)
{
  g_assert_cmpint (checklist_get_scoring (checklist)->min_sum_rare, >,
                   checklist_get_scoring (checklist)->min_sum);
  g_assert_cmpuint (count_needed (checklist, "cecs"), >, count_needed (checklist, "neuroma"));
  g_assert_cmpuint (count_needed (checklist, "paes"), >, count_needed (checklist, "neuroma"));
}

/* Test that restless legs are listed with the urge and two of what belongs to it, never without,
 * however much else speaks for them. */
static void
test_restless (Checklist *checklist, gconstpointer data)
{
  const CooldownEvidence *evidence = checklist_get_evidence (checklist, COOLDOWN_RLS);
  const CooldownScoring *scoring = checklist_get_scoring (checklist);
  const guint n_any = g_strv_length ((char **) scoring->rls_any);

  for (guint with_urge = 0; with_urge < 2; with_urge++)
    for (guint features = 0; features < 1u << n_any; features++)
      {
        g_autoptr (CooldownAssessment) assessment = NULL;
        int n = 0;

        checklist_tick (checklist, evidence->weak);
        cooldown_ticks_set (checklist->ticks, scoring->rls_all[0], with_urge == 1);
        for (guint i = 0; i < n_any; i++)
          {
            gboolean on = (features >> i & 1) != 0;

            cooldown_ticks_set (checklist->ticks, scoring->rls_any[i], on);
            n += on;
          }
        assessment = checklist_assess (checklist, NULL);
        g_assert_cmpint (checklist_find_match (assessment, COOLDOWN_RLS) != NULL, ==,
                         with_urge == 1 && n >= scoring->rls_any_count);
      }
  g_assert_cmpstr (scoring->rls_all[0], ==, "feel-urge");
}

static void
assert_story (GPtrArray *stories, const char *expected)
{
  g_assert_cmpuint (stories->len, ==, expected != NULL ? 1 : 0);
  if (expected != NULL)
    g_assert_cmpstr (((CooldownStory *) g_ptr_array_index (stories, 0))->id, ==, expected);
}

/* Test that of a description with several stories those are told that the ticks point to. */
static void
test_stories (Checklist *checklist, gconstpointer data)
{
  static const struct
  {
    const char *cause;
    const char *story;
    const char *ticks[4];
  } cases[] = {
    { "circulation", "tight-wear", { "else-tight-wear", "where-foot-top", "when-during" } },
    { "circulation", "pad", { "you-smoke", "feel-cramp", "where-calf" } },
    { "pinched-nerve", "stenosis", { "when-bending-helps", "side-both", "feel-numb" } },
    { "pinched-nerve", "tarsal-tunnel", { "where-sole", "side-one", "feel-burn" } },
    { "pinched-nerve", "meralgia", { "where-thigh-outer", "feel-burn" } },
    { "back", "disc", { "else-back", "feel-burn", "side-one" } },
    { "neuroma", NULL, { "where-toes", "feel-pebble" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CooldownAssessment) assessment = NULL;
      const CooldownMatch *match;

      checklist_tick (checklist, cases[i].ticks);
      assessment = checklist_assess (checklist, NULL);
      match = checklist_find_match (assessment, cases[i].cause);
      g_assert_true (match != NULL && match->cause != NULL);
      assert_story (match->stories, cases[i].story);
    }
}

/* Test that the same answers always give the same, and are themselves left as they are. */
static void
test_pure (Checklist *checklist, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (CooldownTicks) others = cooldown_ticks_new (checklist->content);
      g_autoptr (CooldownAssessment) first = NULL;
      g_autoptr (CooldownAssessment) again = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) denied = NULL;
      g_auto (GStrv) before = NULL;
      g_auto (GStrv) after = NULL;

      checklist_tick_by_chance (checklist, rand, 3, TRUE);
      denied = checklist_deny_by_chance (checklist, rand);
      before = cooldown_ticks_to_strv (checklist->ticks);
      /* Ticked in another order. */
      for (guint i = g_strv_length (before); i > 0; i--)
        cooldown_ticks_set (others, before[i - 1], TRUE);
      first = checklist_assess (checklist, (const char *const *) denied);
      again = cooldown_assessment_new (checklist->content, others, (const char *const *) denied);
      expected = checklist_describe (first);
      text = checklist_describe (again);
      g_assert_cmpstr (text, ==, expected);
      after = cooldown_ticks_to_strv (checklist->ticks);
      g_assert_true (g_strv_equal ((const char *const *) after, (const char *const *) before));
    }
}

/* Test that a warning sign, ticked or not, changes nothing in what is shared, and that its answer
 * "none of these" does not either. */
static void
test_signs_weigh_nothing (Checklist *checklist, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  GPtrArray *items = checklist_get_items (checklist);

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);
      g_autoptr (CooldownAssessment) before = NULL;
      g_autoptr (CooldownAssessment) after = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *text = NULL;

      if (!checklist_is_sign (item))
        continue;
      checklist_tick_by_chance (checklist, rand, 3, FALSE);
      before = checklist_assess (checklist, NULL);
      cooldown_ticks_set (checklist->ticks, item->id, TRUE);
      g_assert_true (cooldown_ticks_has (checklist->ticks, item->id));
      after = checklist_assess (checklist, NULL);
      expected = checklist_describe (before);
      text = checklist_describe (after);
      g_assert_cmpstr (text, ==, expected);
    }
}

/* Test that nothing is listed where nothing is ticked, or nothing telling. */
static void
test_nothing (Checklist *checklist, gconstpointer data)
{
  static const char *const alone[] = { "feel-tingle", NULL };
  g_autoptr (CooldownAssessment) empty = checklist_assess (checklist, NULL);
  g_autoptr (CooldownAssessment) tingle = NULL;

  g_assert_cmpuint (empty->matches->len, ==, 0);
  g_assert_cmpuint (empty->questions->len, ==, 0);
  checklist_tick (checklist, alone);
  tingle = checklist_assess (checklist, NULL);
  g_assert_cmpuint (tingle->matches->len, ==, 0);
}

#define ADD(path, test) \
  g_test_add ("/assessment/" path, Checklist, NULL, checklist_set_up, test, checklist_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("each-first", test_each_first);
  ADD ("every-item-matters", test_every_item_matters);
  ADD ("list", test_list);
  ADD ("sum", test_sum);
  ADD ("rare", test_rare);
  ADD ("restless", test_restless);
  ADD ("stories", test_stories);
  ADD ("pure", test_pure);
  ADD ("signs-weigh-nothing", test_signs_weigh_nothing);
  ADD ("nothing", test_nothing);
  return g_test_run ();
}
