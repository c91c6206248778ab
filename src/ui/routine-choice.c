/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "routine-choice.h"

#define SETTING "routine"

/* The ids of what can be a step. */
static GHashTable *
collect_known (CooldownContent *content)
{
  GHashTable *known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *activities = cooldown_content_get_activities (content);

  for (guint i = 0; i < activities->len; i++)
    {
      const CooldownActivity *activity = g_ptr_array_index (activities, i);

      if (activity->minutes > 0)
        g_hash_table_add (known, (gpointer) activity->id);
    }
  return known;
}

static GVariant *
lookup_own (CooldownAppState *state)
{
  g_autoptr (GHashTable) known = collect_known (cooldown_app_state_get_content (state));
  g_autoptr (GVariant) own = cooldown_app_state_lookup_setting (
      state, SETTING, G_VARIANT_TYPE (COOLDOWN_ROUTINE_STEPS));

  if (own == NULL || !cooldown_routine_steps_check (own, known, NULL))
    return NULL;
  return g_steal_pointer (&own);
}

static GVariant *
make_suggestion (CooldownContent *content)
{
  GPtrArray *routine = cooldown_content_get_routine (content);
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE (COOLDOWN_ROUTINE_STEPS));
  for (guint i = 0; i < routine->len; i++)
    {
      const CooldownRoutineStep *step = g_ptr_array_index (routine, i);

      if (step->minutes > 0)
        g_variant_builder_add (&steps, "(su)", step->activity->id, (guint32) step->minutes);
    }
  return g_variant_ref_sink (g_variant_builder_end (&steps));
}

/**
 * cooldown_routine_choice_get:
 * @state: what is going on
 *
 * Returns: (transfer full): the steps that the user chose; those of the content while they did not,
 *   or when a step that they chose is no longer there
 */
GVariant *
cooldown_routine_choice_get (CooldownAppState *state)
{
  GVariant *own = lookup_own (state);

  return own != NULL ? own : make_suggestion (cooldown_app_state_get_content (state));
}

/**
 * cooldown_routine_choice_get_fitting:
 * @state: what is going on
 *
 * Returns: (transfer full): the same without what is to be left out by what the user ticked;
 *   perhaps none at all
 */
GVariant *
cooldown_routine_choice_get_fitting (CooldownAppState *state)
{
  g_autoptr (GVariant) steps = cooldown_routine_choice_get (state);
  CooldownContent *content = cooldown_app_state_get_content (state);
  CooldownTicks *ticks = cooldown_app_state_get_ticks (state);
  GVariantBuilder fitting;
  GVariantIter iter;
  const char *id;
  guint32 minutes;

  g_variant_builder_init (&fitting, G_VARIANT_TYPE (COOLDOWN_ROUTINE_STEPS));
  g_variant_iter_init (&iter, steps);
  while (g_variant_iter_next (&iter, "(&su)", &id, &minutes))
    if (cooldown_ticks_find_leave_out (
            ticks, cooldown_content_get_activity (content, id)->leave_out) == NULL)
      g_variant_builder_add (&fitting, "(su)", id, minutes);
  return g_variant_ref_sink (g_variant_builder_end (&fitting));
}

/**
 * cooldown_routine_choice_is_own:
 * @state: what is going on
 *
 * Returns: whether the user chose steps of their own
 */
gboolean
cooldown_routine_choice_is_own (CooldownAppState *state)
{
  g_autoptr (GVariant) own = lookup_own (state);

  return own != NULL;
}

/**
 * cooldown_routine_choice_set:
 * @state: what is going on
 * @steps: (nullable): the steps of the user's choice, or %NULL for those of the content; sunk if
 *   floating
 */
void
cooldown_routine_choice_set (CooldownAppState *state, GVariant *steps)
{
  if (steps == NULL)
    steps = g_variant_new_array (G_VARIANT_TYPE ("(su)"), NULL, 0);
  cooldown_app_state_set_setting (state, SETTING, steps);
}

/**
 * cooldown_routine_choice_get_winddown:
 * @state: what is going on
 *
 * Returns: how long before bed the wind-down begins, minutes
 */
int
cooldown_routine_choice_get_winddown (CooldownAppState *state)
{
  g_autoptr (GVariant) steps = cooldown_routine_choice_get (state);
  g_autoptr (GVariant) own = cooldown_app_state_lookup_setting (state, COOLDOWN_WINDDOWN_SETTING,
                                                                G_VARIANT_TYPE_INT32);
  CooldownContent *content = cooldown_app_state_get_content (state);

  return cooldown_routine_steps_get_winddown (
      steps, cooldown_content_get_evening_numbers (content)->winddown_minutes,
      own != NULL ? g_variant_get_int32 (own) : -1);
}
