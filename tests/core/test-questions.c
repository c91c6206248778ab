/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is promised here holds whatever the weights in checklist.json are: they are read from there.
 */
#include "checklist.h"

/* Test that "no" to what would speak for a description counts like a tick against it, and that "no"
 * to anything else changes nothing. */
static void
test_denied (Checklist *checklist, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  GPtrArray *items = checklist_get_items (checklist);
  guint n_counted = 0;

  for (guint round = 0; round < 400; round++)
    {
      const CooldownItem *item = g_ptr_array_index (
          items, g_rand_int_range (rand, 0, (gint32) items->len));
      const char *const denied[] = { item->id, NULL };
      g_autoptr (CooldownAssessment) before = NULL;
      g_autoptr (CooldownAssessment) after = NULL;

      checklist_tick_by_chance (checklist, rand, 4, FALSE);
      cooldown_ticks_set (checklist->ticks, item->id, FALSE);
      before = checklist_assess (checklist, NULL);
      after = checklist_assess (checklist, denied);
      for (guint i = 0; i < after->matches->len; i++)
        {
          const CooldownMatch *match = g_ptr_array_index (after->matches, i);
          const CooldownMatch *was = checklist_find_match (before, match->id);
          gboolean counts = checklist_weigh (checklist, match->id, item->id) > 0;

          g_assert_cmpuint (match->missing->len, ==, counts ? 1 : 0);
          if (was == NULL)
            continue;
          g_assert_cmpint (match->score, ==,
                           was->score + (counts ? checklist_get_scoring (checklist)->against : 0));
          n_counted += counts ? 1 : 0;
        }
    }
  g_assert_cmpuint (n_counted, >, 20);
}

/* Test that what is ticked is not denied as well. */
static void
test_denied_and_ticked (Checklist *checklist, gconstpointer data)
{
  const CooldownEvidence *evidence = checklist_get_evidence (checklist, "neuroma");
  g_autoptr (CooldownAssessment) plain = NULL;
  g_autoptr (CooldownAssessment) denied = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;

  checklist_tick (checklist, evidence->strong);
  plain = checklist_assess (checklist, NULL);
  denied = checklist_assess (checklist, evidence->strong);
  expected = checklist_describe (plain);
  text = checklist_describe (denied);
  g_assert_cmpstr (text, ==, expected);
}

static gboolean
is_choice_made (Checklist *checklist, const char *choice)
{
  GPtrArray *items = checklist_get_items (checklist);

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->choice, choice) == 0 && cooldown_ticks_has (checklist->ticks, item->id))
        return TRUE;
    }
  return FALSE;
}

static void
assert_question (Checklist *checklist,
                 const CooldownAssessment *assessment,
                 const CooldownItem *item,
                 char **denied)
{
  const CooldownMatch *first = g_ptr_array_index (assessment->matches, 0);
  const CooldownMatch *second = g_ptr_array_index (assessment->matches, 1);

  g_assert_nonnull (item->question);
  g_assert_false (checklist_is_sign (item));
  g_assert_false (cooldown_ticks_has (checklist->ticks, item->id));
  g_assert_false (g_strv_contains ((const char *const *) denied, item->id));
  g_assert_false (item->choice != NULL && is_choice_made (checklist, item->choice));
  g_assert_cmpint (checklist_weigh (checklist, first->id, item->id), !=,
                   checklist_weigh (checklist, second->id, item->id));
}

/* Test that what is asked is open and would tell the first two apart, and that nothing is asked
 * where they are apart. */
static void
test_questions (Checklist *checklist, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n_asked = 0, n_clear = 0;

  for (guint round = 0; round < 1000; round++)
    {
      g_autoptr (CooldownAssessment) assessment = NULL;
      g_auto (GStrv) denied = NULL;
      GPtrArray *matches;

      checklist_tick_by_chance (checklist, rand, 5 + round % 6, FALSE);
      denied = checklist_deny_by_chance (checklist, rand);
      assessment = checklist_assess (checklist, (const char *const *) denied);
      matches = assessment->matches;
      g_assert_cmpuint (assessment->questions->len, <=,
                        (guint) checklist_get_scoring (checklist)->questions);
      for (guint i = 0; i < assessment->questions->len; i++)
        assert_question (checklist, assessment, g_ptr_array_index (assessment->questions, i),
                         denied);
      n_asked += assessment->questions->len > 0 ? 1 : 0;
      if (matches->len < 2 || ((CooldownMatch *) g_ptr_array_index (matches, 0))->score -
                                      ((CooldownMatch *) g_ptr_array_index (matches, 1))->score >
                                  checklist_get_scoring (checklist)->close)
        {
          g_assert_cmpuint (assessment->questions->len, ==, 0);
          n_clear++;
        }
    }
  g_assert_cmpuint (n_asked, >, 20);
  g_assert_cmpuint (n_clear, >, 20);
}

#define ADD(path, test) \
  g_test_add ("/questions/" path, Checklist, NULL, checklist_set_up, test, checklist_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("denied", test_denied);
  ADD ("denied-and-ticked", test_denied_and_ticked);
  ADD ("asked", test_questions);
  return g_test_run ();
}
