/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checklist.h"

#include <string.h>

void
checklist_set_up (Checklist *checklist, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  checklist->content = cooldown_content_load_bundled (&error);
  g_assert_no_error (error);
  checklist->ticks = cooldown_ticks_new (checklist->content);
}

void
checklist_tear_down (Checklist *checklist, gconstpointer data)
{
  g_assert_finalize_object (checklist->ticks);
  g_assert_finalize_object (checklist->content);
}

const CooldownScoring *
checklist_get_scoring (Checklist *checklist)
{
  return cooldown_content_get_scoring (checklist->content);
}

const CooldownEvidence *
checklist_get_evidence (Checklist *checklist, const char *cause)
{
  GPtrArray *all = cooldown_content_get_evidence (checklist->content);

  for (guint i = 0; i < all->len; i++)
    {
      const CooldownEvidence *evidence = g_ptr_array_index (all, i);

      if (strcmp (evidence->cause, cause) == 0)
        return evidence;
    }
  g_assert_not_reached ();
}

void
checklist_tick (Checklist *checklist, const char *const *items)
{
  cooldown_ticks_from_strv (checklist->ticks, items);
}

CooldownAssessment *
checklist_assess (Checklist *checklist, const char *const *denied)
{
  return cooldown_assessment_new (checklist->content, checklist->ticks, denied);
}

const CooldownMatch *
checklist_find_match (const CooldownAssessment *assessment, const char *id)
{
  for (guint i = 0; i < assessment->matches->len; i++)
    {
      const CooldownMatch *match = g_ptr_array_index (assessment->matches, i);

      if (strcmp (match->id, id) == 0)
        return match;
    }
  return NULL;
}

int
checklist_weigh (Checklist *checklist, const char *cause, const char *item)
{
  const CooldownEvidence *evidence = checklist_get_evidence (checklist, cause);

  if (g_strv_contains (evidence->strong, item))
    return checklist_get_scoring (checklist)->strong;
  if (g_strv_contains (evidence->weak, item))
    return checklist_get_scoring (checklist)->weak;
  return g_strv_contains (evidence->against, item) ? checklist_get_scoring (checklist)->against : 0;
}

GPtrArray *
checklist_get_items (Checklist *checklist)
{
  return cooldown_content_get_items (checklist->content);
}

gboolean
checklist_is_sign (const CooldownItem *item)
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
char *
checklist_describe (const CooldownAssessment *assessment)
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
void
checklist_tick_by_chance (Checklist *checklist, GRand *rand, guint one_in, gboolean signs)
{
  GPtrArray *items = checklist_get_items (checklist);

  checklist_tick (checklist, NULL);
  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if ((signs || !checklist_is_sign (item)) && g_rand_int_range (rand, 0, (gint32) one_in) == 0)
        cooldown_ticks_set (checklist->ticks, item->id, TRUE);
    }
}

char **
checklist_deny_by_chance (Checklist *checklist, GRand *rand)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GPtrArray *items = checklist_get_items (checklist);

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (!cooldown_ticks_has (checklist->ticks, item->id) && g_rand_int_range (rand, 0, 6) == 0)
        g_strv_builder_add (ids, item->id);
    }
  return g_strv_builder_end (ids);
}
