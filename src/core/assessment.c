/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "assessment.h"

#include "content-private.h"

#include <stdlib.h>
#include <string.h>

/* What the answers are weighed with. */
typedef struct
{
  CooldownContent *content;
  const CooldownScoring *scoring;
  CooldownTicks *ticks;
  const char *const *denied;
} Answers;

static void
match_free (gpointer data)
{
  CooldownMatch *match = data;

  g_ptr_array_unref (match->shares);
  g_ptr_array_unref (match->against);
  g_ptr_array_unref (match->missing);
  g_ptr_array_unref (match->stories);
  g_free (match);
}

static gboolean
is_denied (const Answers *answers, const char *item)
{
  return answers->denied != NULL && g_strv_contains (answers->denied, item);
}

/* Weighs the items of one kind of evidence; gives how many of them are ticked. */
static guint
weigh (const Answers *answers,
       CooldownMatch *match,
       const char *const *items,
       int weight,
       GPtrArray *ticked)
{
  guint n_ticked = 0;

  for (guint i = 0; items[i] != NULL; i++)
    {
      gpointer item = (gpointer) cooldown_content_get_item (answers->content, items[i]);

      if (cooldown_ticks_has (answers->ticks, items[i]))
        {
          g_ptr_array_add (ticked, item);
          match->score += weight;
          n_ticked++;
        }
      else if (weight > 0 && is_denied (answers, items[i]))
        {
          g_ptr_array_add (match->missing, item);
          match->score += answers->scoring->against;
        }
    }
  return n_ticked;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  GPtrArray *items = data;
  guint first = 0, second = 0;

  g_ptr_array_find (items, *(gconstpointer *) a, &first);
  g_ptr_array_find (items, *(gconstpointer *) b, &second);
  return (int) first - (int) second;
}

static void
sort_by_page (CooldownContent *content, GPtrArray *items)
{
  g_ptr_array_sort_with_data (items, compare_places, cooldown_content_get_items (content));
}

static void
find_stories (const Answers *answers, CooldownMatch *match)
{
  for (guint i = 0; match->cause != NULL && i < match->cause->stories->len; i++)
    {
      CooldownStory *story = g_ptr_array_index (match->cause->stories, i);

      if (cooldown_ticks_meet (answers->ticks, &story->when))
        g_ptr_array_add (match->stories, story);
    }
}

/* Restless legs have a door of their own: the urge, and two of what belongs to it. */
static gboolean
is_restless (const Answers *answers)
{
  const CooldownScoring *scoring = answers->scoring;
  int n_any = 0;

  for (guint i = 0; scoring->rls_any[i] != NULL; i++)
    n_any += cooldown_ticks_has (answers->ticks, scoring->rls_any[i]);
  return cooldown_ticks_has_all (answers->ticks, scoring->rls_all) &&
         n_any >= scoring->rls_any_count;
}

static gboolean
is_shown (const Answers *answers, const CooldownMatch *match, gboolean telling)
{
  const CooldownScoring *scoring = answers->scoring;
  gboolean rare = match->cause != NULL && match->cause->standing == COOLDOWN_STANDING_RARE;

  if (match->cause == NULL && !is_restless (answers))
    return FALSE;
  return telling && match->shares->len >= (guint) scoring->min_for &&
         match->score >= (rare ? scoring->min_sum_rare : scoring->min_sum);
}

static CooldownMatch *
match_new (const Answers *answers, const CooldownEvidence *evidence)
{
  CooldownMatch *match = g_new0 (CooldownMatch, 1);
  gboolean telling;

  match->id = evidence->cause;
  match->cause = cooldown_content_get_cause (answers->content, evidence->cause);
  match->shares = g_ptr_array_new ();
  match->against = g_ptr_array_new ();
  match->missing = g_ptr_array_new ();
  match->stories = g_ptr_array_new ();
  telling = weigh (answers, match, evidence->strong, answers->scoring->strong, match->shares) > 0 ||
            cooldown_ticks_meet (answers->ticks, &evidence->together);
  weigh (answers, match, evidence->weak, answers->scoring->weak, match->shares);
  weigh (answers, match, evidence->against, answers->scoring->against, match->against);
  if (!is_shown (answers, match, telling))
    {
      match_free (match);
      return NULL;
    }
  sort_by_page (answers->content, match->shares);
  sort_by_page (answers->content, match->against);
  sort_by_page (answers->content, match->missing);
  find_stories (answers, match);
  return match;
}

static int
standing_of (const CooldownMatch *match)
{
  return match->cause != NULL ? (int) match->cause->standing : (int) COOLDOWN_STANDING_COMMON;
}

/* The higher sum first, then the more common; the order of the content decides the rest. */
static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const CooldownMatch *first = *(CooldownMatch *const *) a;
  const CooldownMatch *second = *(CooldownMatch *const *) b;

  if (first->score != second->score)
    return second->score - first->score;
  return standing_of (first) - standing_of (second);
}

static const CooldownEvidence *
find_evidence (CooldownContent *content, const char *cause)
{
  GPtrArray *all = cooldown_content_get_evidence (content);

  for (guint i = 0; i < all->len; i++)
    {
      const CooldownEvidence *evidence = g_ptr_array_index (all, i);

      if (strcmp (evidence->cause, cause) == 0)
        return evidence;
    }
  return NULL;
}

static int
weight_of (const CooldownScoring *scoring, const CooldownEvidence *evidence, const char *item)
{
  if (g_strv_contains (evidence->strong, item))
    return scoring->strong;
  if (g_strv_contains (evidence->weak, item))
    return scoring->weak;
  return g_strv_contains (evidence->against, item) ? scoring->against : 0;
}

/* Whoever has said where it is has said where it is not. */
static gboolean
is_about_place (const CooldownItem *item)
{
  return strcmp (item->group, "where") == 0 || strcmp (item->group, "side") == 0;
}

static gboolean
answers_too (const CooldownItem *item, const CooldownItem *other)
{
  return (item->choice != NULL && g_strcmp0 (item->choice, other->choice) == 0) ||
         (is_about_place (item) && strcmp (item->group, other->group) == 0);
}

/* A choice that was made answers all its items. */
static gboolean
is_answered (const Answers *answers, const CooldownItem *item)
{
  GPtrArray *items = cooldown_content_get_items (answers->content);

  if (cooldown_ticks_has (answers->ticks, item->id) || is_denied (answers, item->id))
    return TRUE;
  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *other = g_ptr_array_index (items, i);

      if (answers_too (item, other) &&
          cooldown_ticks_has (answers->ticks, other->id))
        return TRUE;
    }
  return FALSE;
}

/* What would move the two apart by most, whichever way it is answered. */
static void
find_questions (const Answers *answers, CooldownAssessment *self)
{
  GPtrArray *items = cooldown_content_get_items (answers->content);
  const CooldownMatch *first = g_ptr_array_index (self->matches, 0);
  const CooldownMatch *second = g_ptr_array_index (self->matches, 1);
  const CooldownEvidence *a = find_evidence (answers->content, first->id);
  const CooldownEvidence *b = find_evidence (answers->content, second->id);

  for (int apart = answers->scoring->strong - answers->scoring->against; apart > 1; apart--)
    for (guint i = 0; i < items->len; i++)
      {
        CooldownItem *item = g_ptr_array_index (items, i);

        if (self->questions->len == (guint) answers->scoring->questions)
          return;
        if (item->question != NULL && !is_answered (answers, item) &&
            abs (weight_of (answers->scoring, a, item->id) -
                 weight_of (answers->scoring, b, item->id)) == apart)
          g_ptr_array_add (self->questions, item);
      }
}

static gboolean
are_close (const Answers *answers, GPtrArray *matches)
{
  const CooldownMatch *first, *second;

  if (matches->len < 2)
    return FALSE;
  first = g_ptr_array_index (matches, 0);
  second = g_ptr_array_index (matches, 1);
  return first->score - second->score <= answers->scoring->close;
}

/**
 * cooldown_assessment_new:
 * @content: the content; must outlive the assessment
 * @ticks: what is ticked
 * @denied: (nullable) (array zero-terminated=1): the ids of items that were answered with no
 *
 * Which descriptions share the ticks, and why: a pure function of the answers. All weights and
 * thresholds stand in checklist.json, `evidence` and `scoring`, with their sources. Warning signs
 * weigh nothing here, and nothing of this touches how urgent it is.
 *
 * Returns: (transfer full): the assessment; without a match when nothing fits well
 */
CooldownAssessment *
cooldown_assessment_new (CooldownContent *content,
                         CooldownTicks *ticks,
                         const char *const *denied)
{
  Answers answers = { content, NULL, ticks, denied };
  CooldownAssessment *self;
  GPtrArray *evidence;

  g_return_val_if_fail (COOLDOWN_IS_CONTENT (content) && COOLDOWN_IS_TICKS (ticks), NULL);
  answers.scoring = cooldown_content_get_scoring (content);
  evidence = cooldown_content_get_evidence (content);
  self = g_new0 (CooldownAssessment, 1);
  self->matches = g_ptr_array_new_with_free_func (match_free);
  self->questions = g_ptr_array_new ();
  for (guint i = 0; i < evidence->len; i++)
    {
      CooldownMatch *match = match_new (&answers, g_ptr_array_index (evidence, i));

      if (match != NULL)
        g_ptr_array_add (self->matches, match);
    }
  g_ptr_array_sort (self->matches, compare_matches);
  if (self->matches->len > (guint) answers.scoring->most)
    g_ptr_array_set_size (self->matches, answers.scoring->most);
  if (are_close (&answers, self->matches))
    find_questions (&answers, self);
  return self;
}

/**
 * cooldown_assessment_free:
 * @self: (transfer full): an assessment
 */
void
cooldown_assessment_free (CooldownAssessment *self)
{
  g_ptr_array_unref (self->matches);
  g_ptr_array_unref (self->questions);
  g_free (self);
}
