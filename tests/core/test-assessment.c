/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is promised here holds whatever the weights in checklist.json are: they are read from there.
 */
#include "core/assessment.h"

#include <string.h>

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

static const CooldownScoring *
get_scoring (Fixture *fixture)
{
  return cooldown_content_get_scoring (fixture->content);
}

static const CooldownEvidence *
get_evidence (Fixture *fixture, const char *cause)
{
  GPtrArray *all = cooldown_content_get_evidence (fixture->content);

  for (guint i = 0; i < all->len; i++)
    {
      const CooldownEvidence *evidence = g_ptr_array_index (all, i);

      if (strcmp (evidence->cause, cause) == 0)
        return evidence;
    }
  g_assert_not_reached ();
}

static void
tick (Fixture *fixture, const char *const *items)
{
  cooldown_ticks_from_strv (fixture->ticks, items);
}

static CooldownAssessment *
assess (Fixture *fixture, const char *const *denied)
{
  return cooldown_assessment_new (fixture->content, fixture->ticks, denied);
}

static const CooldownMatch *
find (const CooldownAssessment *assessment, const char *id)
{
  for (guint i = 0; i < assessment->matches->len; i++)
    {
      const CooldownMatch *match = g_ptr_array_index (assessment->matches, i);

      if (strcmp (match->id, id) == 0)
        return match;
    }
  return NULL;
}

static int
weight_of (Fixture *fixture, const char *cause, const char *item)
{
  const CooldownEvidence *evidence = get_evidence (fixture, cause);

  if (g_strv_contains (evidence->strong, item))
    return get_scoring (fixture)->strong;
  if (g_strv_contains (evidence->weak, item))
    return get_scoring (fixture)->weak;
  return g_strv_contains (evidence->against, item) ? get_scoring (fixture)->against : 0;
}

static GPtrArray *
get_items (Fixture *fixture)
{
  return cooldown_content_get_items (fixture->content);
}

static gboolean
is_sign (const CooldownItem *item)
{
  return g_str_has_prefix (item->id, "warn-");
}

static void
append_ids (GString *text, const char *title, GPtrArray *items)
{
  g_string_append_printf (text, " %s:", title);
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (text, " %s", ((CooldownItem *) g_ptr_array_index (items, i))->id);
}

/* All that an assessment says, to compare. */
static char *
describe (const CooldownAssessment *assessment)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < assessment->matches->len; i++)
    {
      const CooldownMatch *match = g_ptr_array_index (assessment->matches, i);

      g_string_append_printf (text, "%s %d", match->id, match->score);
      append_ids (text, "shares", match->shares);
      append_ids (text, "against", match->against);
      append_ids (text, "missing", match->missing);
      for (guint j = 0; j < match->stories->len; j++)
        g_string_append_printf (text, " story %s",
                                ((CooldownStory *) g_ptr_array_index (match->stories, j))->id);
      g_string_append_c (text, '\n');
    }
  append_ids (text, "questions", assessment->questions);
  return g_string_free (text, FALSE);
}

/* Ticks a part of the checklist by chance, signs only where they are wanted. */
static void
tick_by_chance (Fixture *fixture, GRand *rand, guint one_in, gboolean signs)
{
  GPtrArray *items = get_items (fixture);

  tick (fixture, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if ((signs || !is_sign (item)) && g_rand_int_range (rand, 0, (gint32) one_in) == 0)
        cooldown_ticks_set (fixture->ticks, item->id, TRUE);
    }
}

static char **
deny_by_chance (Fixture *fixture, GRand *rand)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GPtrArray *items = get_items (fixture);

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (!cooldown_ticks_has (fixture->ticks, item->id) && g_rand_int_range (rand, 0, 6) == 0)
        g_strv_builder_add (ids, item->id);
    }
  return g_strv_builder_end (ids);
}

/* Test that each description comes first where all that speaks for it is ticked: what excludes each
 * other once this and once that. */
static void
test_each_first (Fixture *fixture, gconstpointer data)
{
  GPtrArray *all = cooldown_content_get_evidence (fixture->content);

  for (guint i = 0; i < all->len; i++)
    {
      const CooldownEvidence *evidence = g_ptr_array_index (all, i);
      g_autoptr (CooldownAssessment) assessment = NULL;
      const CooldownMatch *first;

      tick (fixture, evidence->weak);
      for (guint j = 0; evidence->strong[j] != NULL; j++)
        cooldown_ticks_set (fixture->ticks, evidence->strong[j], TRUE);
      assessment = assess (fixture, NULL);
      g_assert_cmpuint (assessment->matches->len, >, 0);
      first = g_ptr_array_index (assessment->matches, 0);
      g_assert_cmpstr (first->id, ==, evidence->cause);
      g_assert_true ((first->cause == NULL) == (strcmp (first->id, COOLDOWN_RLS) == 0));
    }
}

static gboolean
is_in_a_rule (Fixture *fixture, const char *item)
{
  GPtrArray *rules = cooldown_content_get_rules (fixture->content);

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
test_every_item_matters (Fixture *fixture, gconstpointer data)
{
  GPtrArray *all = cooldown_content_get_evidence (fixture->content);
  GPtrArray *items = get_items (fixture);

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);
      gboolean matters = is_in_a_rule (fixture, item->id);

      for (guint j = 0; j < all->len; j++)
        matters = matters ||
                  weight_of (fixture, ((CooldownEvidence *) g_ptr_array_index (all, j))->cause,
                             item->id) != 0;
      g_test_message ("%s", item->id);
      g_assert_true (matters);
    }
}

/* Test that "no" to what would speak for a description counts like a tick against it, and that "no"
 * to anything else changes nothing. */
static void
test_denied (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  GPtrArray *items = get_items (fixture);
  guint n_counted = 0;

  for (guint round = 0; round < 400; round++)
    {
      const CooldownItem *item = g_ptr_array_index (
          items, g_rand_int_range (rand, 0, (gint32) items->len));
      const char *const denied[] = { item->id, NULL };
      g_autoptr (CooldownAssessment) before = NULL;
      g_autoptr (CooldownAssessment) after = NULL;

      tick_by_chance (fixture, rand, 4, FALSE);
      cooldown_ticks_set (fixture->ticks, item->id, FALSE);
      before = assess (fixture, NULL);
      after = assess (fixture, denied);
      for (guint i = 0; i < after->matches->len; i++)
        {
          const CooldownMatch *match = g_ptr_array_index (after->matches, i);
          const CooldownMatch *was = find (before, match->id);
          gboolean counts = weight_of (fixture, match->id, item->id) > 0;

          g_assert_cmpuint (match->missing->len, ==, counts ? 1 : 0);
          if (was == NULL)
            continue;
          g_assert_cmpint (match->score, ==,
                           was->score + (counts ? get_scoring (fixture)->against : 0));
          n_counted += counts ? 1 : 0;
        }
    }
  g_assert_cmpuint (n_counted, >, 20);
}

/* Test that what is ticked is not denied as well. */
static void
test_denied_and_ticked (Fixture *fixture, gconstpointer data)
{
  const CooldownEvidence *evidence = get_evidence (fixture, "neuroma");
  g_autoptr (CooldownAssessment) plain = NULL;
  g_autoptr (CooldownAssessment) denied = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;

  tick (fixture, evidence->strong);
  plain = assess (fixture, NULL);
  denied = assess (fixture, evidence->strong);
  expected = describe (plain);
  text = describe (denied);
  g_assert_cmpstr (text, ==, expected);
}

static int
standing_of (const CooldownMatch *match)
{
  return match->cause != NULL ? (int) match->cause->standing : (int) COOLDOWN_STANDING_COMMON;
}

/* Whether something is ticked that is telling, alone or together with others. */
static gboolean
is_telling (Fixture *fixture, const char *cause)
{
  const CooldownEvidence *evidence = get_evidence (fixture, cause);

  return cooldown_ticks_has_any (fixture->ticks, evidence->strong) ||
         cooldown_ticks_meet (fixture->ticks, &evidence->together);
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
assert_shown_rightly (Fixture *fixture, const CooldownMatch *match)
{
  const CooldownScoring *scoring = get_scoring (fixture);
  gboolean rare = standing_of (match) == COOLDOWN_STANDING_RARE;

  g_assert_cmpuint (match->shares->len, >=, (guint) scoring->min_for);
  g_assert_true (is_telling (fixture, match->id));
  g_assert_cmpint (match->score, >=, rare ? scoring->min_sum_rare : scoring->min_sum);
}

/* Test that at most so many are listed as the content says, the ones that share most first, ties
 * by how common they are, and none without what it takes to be listed. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint n_full = 0;

  for (guint round = 0; round < 1000; round++)
    {
      g_autoptr (CooldownAssessment) assessment = NULL;
      g_auto (GStrv) denied = NULL;

      tick_by_chance (fixture, rand, 2 + round % 6, TRUE);
      denied = deny_by_chance (fixture, rand);
      assessment = assess (fixture, (const char *const *) denied);
      g_assert_cmpuint (assessment->matches->len, <=, (guint) get_scoring (fixture)->most);
      n_full += assessment->matches->len == (guint) get_scoring (fixture)->most ? 1 : 0;
      assert_sorted (assessment->matches);
      for (guint i = 0; i < assessment->matches->len; i++)
        assert_shown_rightly (fixture, g_ptr_array_index (assessment->matches, i));
    }
  g_assert_cmpint (get_scoring (fixture)->most, ==, 4);
  g_assert_cmpuint (n_full, >, 20);
}

/* Test that the sum of a description is that of its evidence, and that its reasons are ticks. */
static void
test_sum (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (CooldownAssessment) assessment = NULL;

      tick_by_chance (fixture, rand, 3, FALSE);
      assessment = assess (fixture, NULL);
      for (guint i = 0; i < assessment->matches->len; i++)
        {
          const CooldownMatch *match = g_ptr_array_index (assessment->matches, i);
          g_auto (GStrv) ids = cooldown_ticks_to_strv (fixture->ticks);
          int sum = 0;

          for (char **id = ids; *id != NULL; id++)
            sum += weight_of (fixture, match->id, *id);
          g_assert_cmpint (match->score, ==, sum);
          g_assert_cmpuint (match->missing->len, ==, 0);
        }
    }
}

/* The fewest ticks that show a description: one that is telling and as many others as it takes. */
static guint
count_needed (Fixture *fixture, const char *cause)
{
  const CooldownEvidence *evidence = get_evidence (fixture, cause);

  tick (fixture, NULL);
  cooldown_ticks_set (fixture->ticks, evidence->strong[0], TRUE);
  for (guint i = 0; evidence->weak[i] != NULL; i++)
    {
      g_autoptr (CooldownAssessment) assessment = NULL;

      cooldown_ticks_set (fixture->ticks, evidence->weak[i], TRUE);
      assessment = assess (fixture, NULL);
      if (find (assessment, cause) != NULL)
        return cooldown_ticks_count (fixture->ticks);
    }
  return G_MAXUINT;
}

/* Test that the rare ones need more than the others. */
static void
test_rare (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (get_scoring (fixture)->min_sum_rare, >, get_scoring (fixture)->min_sum);
  g_assert_cmpuint (count_needed (fixture, "cecs"), >, count_needed (fixture, "neuroma"));
  g_assert_cmpuint (count_needed (fixture, "paes"), >, count_needed (fixture, "neuroma"));
}

/* Test that restless legs are listed with the urge and two of what belongs to it, never without,
 * however much else speaks for them. */
static void
test_restless (Fixture *fixture, gconstpointer data)
{
  const CooldownEvidence *evidence = get_evidence (fixture, COOLDOWN_RLS);
  const CooldownScoring *scoring = get_scoring (fixture);
  const guint n_any = g_strv_length ((char **) scoring->rls_any);

  for (guint with_urge = 0; with_urge < 2; with_urge++)
    for (guint features = 0; features < 1u << n_any; features++)
      {
        g_autoptr (CooldownAssessment) assessment = NULL;
        int n = 0;

        tick (fixture, evidence->weak);
        cooldown_ticks_set (fixture->ticks, scoring->rls_all[0], with_urge == 1);
        for (guint i = 0; i < n_any; i++)
          {
            gboolean on = (features >> i & 1) != 0;

            cooldown_ticks_set (fixture->ticks, scoring->rls_any[i], on);
            n += on;
          }
        assessment = assess (fixture, NULL);
        g_assert_cmpint (find (assessment, COOLDOWN_RLS) != NULL, ==,
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
test_stories (Fixture *fixture, gconstpointer data)
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

      tick (fixture, cases[i].ticks);
      assessment = assess (fixture, NULL);
      match = find (assessment, cases[i].cause);
      g_assert_true (match != NULL && match->cause != NULL);
      assert_story (match->stories, cases[i].story);
    }
}

static gboolean
is_choice_made (Fixture *fixture, const char *choice)
{
  GPtrArray *items = get_items (fixture);

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->choice, choice) == 0 && cooldown_ticks_has (fixture->ticks, item->id))
        return TRUE;
    }
  return FALSE;
}

static void
assert_question (Fixture *fixture,
                 const CooldownAssessment *assessment,
                 const CooldownItem *item,
                 char **denied)
{
  const CooldownMatch *first = g_ptr_array_index (assessment->matches, 0);
  const CooldownMatch *second = g_ptr_array_index (assessment->matches, 1);

  g_assert_nonnull (item->question);
  g_assert_false (is_sign (item));
  g_assert_false (cooldown_ticks_has (fixture->ticks, item->id));
  g_assert_false (g_strv_contains ((const char *const *) denied, item->id));
  g_assert_false (item->choice != NULL && is_choice_made (fixture, item->choice));
  g_assert_cmpint (weight_of (fixture, first->id, item->id), !=,
                   weight_of (fixture, second->id, item->id));
}

/* Test that what is asked is open and would tell the first two apart, and that nothing is asked
 * where they are apart. */
static void
test_questions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n_asked = 0, n_clear = 0;

  for (guint round = 0; round < 1000; round++)
    {
      g_autoptr (CooldownAssessment) assessment = NULL;
      g_auto (GStrv) denied = NULL;
      GPtrArray *matches;

      tick_by_chance (fixture, rand, 5 + round % 6, FALSE);
      denied = deny_by_chance (fixture, rand);
      assessment = assess (fixture, (const char *const *) denied);
      matches = assessment->matches;
      g_assert_cmpuint (assessment->questions->len, <=, (guint) get_scoring (fixture)->questions);
      for (guint i = 0; i < assessment->questions->len; i++)
        assert_question (fixture, assessment, g_ptr_array_index (assessment->questions, i), denied);
      n_asked += assessment->questions->len > 0 ? 1 : 0;
      if (matches->len < 2 || ((CooldownMatch *) g_ptr_array_index (matches, 0))->score -
                                      ((CooldownMatch *) g_ptr_array_index (matches, 1))->score >
                                  get_scoring (fixture)->close)
        {
          g_assert_cmpuint (assessment->questions->len, ==, 0);
          n_clear++;
        }
    }
  g_assert_cmpuint (n_asked, >, 20);
  g_assert_cmpuint (n_clear, >, 20);
}

/* Test that the same answers always give the same, and are themselves left as they are. */
static void
test_pure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (CooldownTicks) others = cooldown_ticks_new (fixture->content);
      g_autoptr (CooldownAssessment) first = NULL;
      g_autoptr (CooldownAssessment) again = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) denied = NULL;
      g_auto (GStrv) before = NULL;
      g_auto (GStrv) after = NULL;

      tick_by_chance (fixture, rand, 3, TRUE);
      denied = deny_by_chance (fixture, rand);
      before = cooldown_ticks_to_strv (fixture->ticks);
      /* Ticked in another order. */
      for (guint i = g_strv_length (before); i > 0; i--)
        cooldown_ticks_set (others, before[i - 1], TRUE);
      first = assess (fixture, (const char *const *) denied);
      again = cooldown_assessment_new (fixture->content, others, (const char *const *) denied);
      expected = describe (first);
      text = describe (again);
      g_assert_cmpstr (text, ==, expected);
      after = cooldown_ticks_to_strv (fixture->ticks);
      g_assert_true (g_strv_equal ((const char *const *) after, (const char *const *) before));
    }
}

/* Test that a warning sign, ticked or not, changes nothing in what is shared, and that its answer
 * "none of these" does not either. */
static void
test_signs_weigh_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  GPtrArray *items = get_items (fixture);

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);
      g_autoptr (CooldownAssessment) before = NULL;
      g_autoptr (CooldownAssessment) after = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *text = NULL;

      if (!is_sign (item))
        continue;
      tick_by_chance (fixture, rand, 3, FALSE);
      before = assess (fixture, NULL);
      cooldown_ticks_set (fixture->ticks, item->id, TRUE);
      g_assert_true (cooldown_ticks_has (fixture->ticks, item->id));
      after = assess (fixture, NULL);
      expected = describe (before);
      text = describe (after);
      g_assert_cmpstr (text, ==, expected);
    }
}

/* Test that nothing is listed where nothing is ticked, or nothing telling. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const alone[] = { "feel-tingle", NULL };
  g_autoptr (CooldownAssessment) empty = assess (fixture, NULL);
  g_autoptr (CooldownAssessment) tingle = NULL;

  g_assert_cmpuint (empty->matches->len, ==, 0);
  g_assert_cmpuint (empty->questions->len, ==, 0);
  tick (fixture, alone);
  tingle = assess (fixture, NULL);
  g_assert_cmpuint (tingle->matches->len, ==, 0);
}

#define ADD(path, test) g_test_add ("/assessment/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("each-first", test_each_first);
  ADD ("every-item-matters", test_every_item_matters);
  ADD ("denied", test_denied);
  ADD ("denied-and-ticked", test_denied_and_ticked);
  ADD ("list", test_list);
  ADD ("sum", test_sum);
  ADD ("rare", test_rare);
  ADD ("restless", test_restless);
  ADD ("stories", test_stories);
  ADD ("questions", test_questions);
  ADD ("pure", test_pure);
  ADD ("signs-weigh-nothing", test_signs_weigh_nothing);
  ADD ("nothing", test_nothing);
  return g_test_run ();
}
