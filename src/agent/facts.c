/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "facts.h"

#include "core/experiment.h"
#include "core/places.h"
#include "core/routine.h"

#include <malloc.h>
#include <string.h>

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
keep (GHashTable *table, const char *id, const char *text)
{
  g_hash_table_insert (table, g_strdup (id), g_strdup (text));
}

static void
keep_names (CooldownFacts *facts, CooldownContent *content)
{
  GPtrArray *regions = cooldown_content_get_regions (content);
  GPtrArray *steps = cooldown_content_get_steps (content);
  GPtrArray *signs = cooldown_content_get_signs (content);
  GPtrArray *limits = cooldown_content_get_limits (content);

  for (guint i = 0; i < regions->len; i++)
    {
      const CooldownRegion *region = g_ptr_array_index (regions, i);

      if (region->ice)
        keep (facts->site_names, region->id, region->ice_name);
    }
  for (guint i = 0; i < steps->len; i++)
    keep (facts->steps, ((const CooldownStep *) g_ptr_array_index (steps, i))->id, "");
  for (guint i = 0; i < signs->len; i++)
    keep (facts->signs, ((const CooldownSign *) g_ptr_array_index (signs, i))->item->id, "");
  for (guint i = 0; i < limits->len; i++)
    keep (facts->limits, ((const CooldownLimit *) g_ptr_array_index (limits, i))->id, "");
}

/* What can be ticked and chosen. */
static void
keep_answers (CooldownFacts *facts, CooldownContent *content)
{
  GPtrArray *items = cooldown_content_get_items (content);
  GPtrArray *regions = cooldown_content_get_regions (content);

  for (guint i = 0; i < items->len; i++)
    keep (facts->items, ((const CooldownItem *) g_ptr_array_index (items, i))->id, "");
  for (guint i = 0; i < regions->len; i++)
    for (CooldownSide side = COOLDOWN_SIDE_LEFT; side < COOLDOWN_N_SIDES; side++)
      {
        const CooldownRegion *region = g_ptr_array_index (regions, i);
        g_autofree char *half = cooldown_place_new (region->id, side);

        keep (facts->places, half, "");
      }
}

/* What has no minutes is no step that one goes through, but holds for all of the evening. */
static void
keep_routine (CooldownFacts *facts, CooldownContent *content)
{
  GPtrArray *activities = cooldown_content_get_activities (content);
  GPtrArray *routine = cooldown_content_get_routine (content);
  GVariantBuilder steps;

  for (guint i = 0; i < activities->len; i++)
    {
      const CooldownActivity *activity = g_ptr_array_index (activities, i);

      if (activity->minutes > 0)
        keep (facts->activities, activity->id, activity->name);
    }
  g_variant_builder_init (&steps, G_VARIANT_TYPE (COOLDOWN_ROUTINE_STEPS));
  for (guint i = 0; i < routine->len; i++)
    {
      const CooldownRoutineStep *step = g_ptr_array_index (routine, i);

      if (step->minutes > 0)
        g_variant_builder_add (&steps, "(su)", step->activity->id, (guint32) step->minutes);
    }
  facts->routine = g_variant_ref_sink (g_variant_builder_end (&steps));
}

static void
keep_experiments (CooldownFacts *facts, CooldownContent *content)
{
  for (CooldownFactor factor = 0; factor < COOLDOWN_N_FACTORS; factor++)
    {
      const char *id = cooldown_factor_get_id (factor);
      const CooldownExperimentText *text = cooldown_content_get_experiment (content, id);

      if (text != NULL)
        keep (facts->trials, id, text->name);
    }
}

static void
keep_reminders (CooldownFacts *facts, CooldownContent *content)
{
  facts->reminders = *cooldown_content_get_reminder_rules (content);
  for (CooldownNoticeKind kind = COOLDOWN_NOTICE_NONE; kind < COOLDOWN_N_NOTICES; kind++)
    {
      const CooldownReminderText *text = cooldown_content_get_reminder_text (content, kind);

      if (text == NULL)
        continue;
      facts->titles[kind] = g_strdup (text->title);
      facts->texts[kind] = g_strdup (text->text);
    }
}

/* The words of a limit go with the content. */
static CooldownLimit
keep_limit (CooldownContent *content, const char *id)
{
  const CooldownLimit *limit = cooldown_content_get_limit (content, id);

  return (CooldownLimit){ .at = limit->at,
                          .bedtime_from = limit->bedtime_from,
                          .bedtime_to = limit->bedtime_to,
                          .before = limit->before };
}

static CooldownFacts *
facts_from_content (CooldownContent *content)
{
  CooldownFacts *facts = g_new0 (CooldownFacts, 1);

  facts->ice = *cooldown_content_get_ice_protocol (content);
  facts->recovery = *cooldown_content_get_recovery_rules (content);
  facts->gate = cooldown_gate_new (content);
  facts->site_names = new_table ();
  facts->steps = new_table ();
  facts->signs = new_table ();
  facts->items = new_table ();
  facts->places = new_table ();
  facts->limits = new_table ();
  facts->activities = new_table ();
  facts->trials = new_table ();
  keep_names (facts, content);
  keep_answers (facts, content);
  facts->caffeine = keep_limit (content, "caffeine");
  facts->alcohol = keep_limit (content, "alcohol");
  keep_routine (facts, content);
  keep_experiments (facts, content);
  keep_reminders (facts, content);
  facts->question_tingling =
    g_strdup (cooldown_content_get_check_question (content, COOLDOWN_LEGS_TINGLING));
  facts->question_fine =
    g_strdup (cooldown_content_get_check_question (content, COOLDOWN_LEGS_FINE));
  facts->recent = cooldown_content_get_message (content, "third-time")->weeks * 7 * 24 *
                  COOLDOWN_HOUR;
  facts->winddown_minutes = cooldown_content_get_evening_numbers (content)->winddown_minutes;
  return facts;
}

/**
 * cooldown_facts_load:
 * @error: return location
 *
 * Reads the content, keeps what the agent acts on and frees the rest.
 *
 * Returns: (transfer full) (nullable): the facts, or %NULL with @error set
 */
CooldownFacts *
cooldown_facts_load (GError **error)
{
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (error);
  CooldownFacts *facts;

  if (content == NULL)
    return NULL;
  facts = facts_from_content (content);
  g_clear_object (&content);
  /* Hands the pages of the parsed files back; without it they stay with this process. */
  malloc_trim (0);
  return facts;
}

/**
 * cooldown_facts_free:
 * @facts: (transfer full): the facts
 */
void
cooldown_facts_free (CooldownFacts *facts)
{
  g_clear_object (&facts->gate);
  g_hash_table_unref (facts->site_names);
  g_hash_table_unref (facts->steps);
  g_hash_table_unref (facts->signs);
  g_hash_table_unref (facts->items);
  g_hash_table_unref (facts->places);
  g_hash_table_unref (facts->limits);
  g_hash_table_unref (facts->activities);
  g_hash_table_unref (facts->trials);
  g_variant_unref (facts->routine);
  for (guint i = 0; i < COOLDOWN_N_NOTICES; i++)
    {
      g_free (facts->titles[i]);
      g_free (facts->texts[i]);
    }
  g_free (facts->question_tingling);
  g_free (facts->question_fine);
  g_free (facts);
}
