/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The names here are what other programs rely on: they are described in cooldown(1), and none is
 * taken away or given another meaning.
 */
#include "status.h"

#include "config.h"
#include "core/iso-time.h"

#include <json-glib/json-glib.h>

static const char *const ice_phases[] = {
  [COOLDOWN_ICE_NONE] = "none",
  [COOLDOWN_ICE_DUE] = "due",
  [COOLDOWN_ICE_ON] = "on",
  [COOLDOWN_ICE_OFF] = "off",
  [COOLDOWN_ICE_BREAK] = "break",
  [COOLDOWN_ICE_PAUSED] = "paused",
  [COOLDOWN_ICE_DONE] = "done",
  [COOLDOWN_ICE_STOPPED] = "stopped",
  [COOLDOWN_ICE_SKIN_WRONG] = "skin-wrong",
  [COOLDOWN_ICE_TOO_LONG] = "too-long",
  [COOLDOWN_ICE_NOT_CONFIRMED] = "not-confirmed",
  [COOLDOWN_ICE_LAPSED] = "lapsed",
};

static const char *const recovery_phases[] = {
  [COOLDOWN_RECOVERY_NONE] = "none",       [COOLDOWN_RECOVERY_HOUR] = "hour",
  [COOLDOWN_RECOVERY_CHECK] = "check",     [COOLDOWN_RECOVERY_FINE] = "fine",
  [COOLDOWN_RECOVERY_GONE] = "gone",       [COOLDOWN_RECOVERY_STILL] = "still",
  [COOLDOWN_RECOVERY_WORSE] = "worse",     [COOLDOWN_RECOVERY_STOPPED] = "stopped",
  [COOLDOWN_RECOVERY_LAPSED] = "lapsed",
};

static const char *const routine_phases[] = {
  [COOLDOWN_ROUTINE_NONE] = "none",
  [COOLDOWN_ROUTINE_RUNNING] = "running",
  [COOLDOWN_ROUTINE_PAUSED] = "paused",
  [COOLDOWN_ROUTINE_FINISHED] = "finished",
  [COOLDOWN_ROUTINE_ENDED] = "ended",
};

static void
add_string (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

static void
add_number (JsonBuilder *json, const char *name, gint64 value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static void
add_wall (JsonBuilder *json, const char *name, CooldownOverview *overview, gint64 wall)
{
  g_autoptr (GString) text = g_string_new (NULL);

  cooldown_iso_append (text, wall, cooldown_clock_get_offset (overview->clock, wall));
  add_string (json, name, text->len > 0 ? text->str : NULL);
}

/* null for what has no end of its own. */
static void
add_axis (JsonBuilder *json,
          const char *name,
          CooldownOverview *overview,
          CooldownSession *session,
          gint64 axis)
{
  if (axis == COOLDOWN_NEVER)
    add_string (json, name, NULL);
  else
    add_wall (json, name, overview, cooldown_session_get_wall (session, axis, &overview->now));
}

/* A calm level is not told: that is the window's, which knows whether the signs were asked for. */
static void
add_level (JsonBuilder *json, CooldownOverview *overview)
{
  g_autoptr (CooldownFinding) finding = cooldown_overview_find (overview);

  add_string (json, "level",
              finding->level == COOLDOWN_LEVEL_EMERGENCY ? "emergency"
              : finding->level == COOLDOWN_LEVEL_URGENT  ? "urgent"
                                                         : NULL);
}

static void
add_ice (JsonBuilder *json, CooldownOverview *overview)
{
  const CooldownIceState *ice = &overview->ice_state;
  GVariant *plan;

  json_builder_set_member_name (json, "ice");
  if (overview->ice == NULL)
    {
      json_builder_add_null_value (json);
      return;
    }
  plan = cooldown_session_get_plan (overview->ice);
  json_builder_begin_object (json);
  add_string (json, "phase", ice_phases[ice->phase]);
  add_number (json, "round", ice->round);
  add_number (json, "rounds", ice->n_rounds);
  add_number (json, "minutes", cooldown_ice_plan_get_minutes (plan));
  add_string (json, "place", cooldown_ice_plan_get_site (plan));
  add_string (json, "side", cooldown_ice_plan_get_side (plan));
  add_axis (json, "since", overview, overview->ice, ice->since);
  add_axis (json, "until", overview, overview->ice, ice->until);
  json_builder_end_object (json);
}

static void
add_recovery (JsonBuilder *json, CooldownOverview *overview)
{
  const CooldownRecoveryState *recovery = &overview->recovery_state;
  CooldownWorkout workout;

  json_builder_set_member_name (json, "recovery");
  if (overview->recovery == NULL ||
      !cooldown_workout_from_plan (cooldown_session_get_plan (overview->recovery), &workout, NULL))
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  add_string (json, "phase", recovery_phases[recovery->phase]);
  add_string (json, "kind", workout.kind);
  add_number (json, "minutes", workout.minutes);
  add_wall (json, "ended", overview, workout.ended);
  add_axis (json, "check", overview, overview->recovery, recovery->check_at);
  json_builder_end_object (json);
}

static void
add_routine (JsonBuilder *json, CooldownOverview *overview)
{
  const CooldownRoutineState *routine = &overview->routine_state;
  CooldownPlannedStep step;

  json_builder_set_member_name (json, "evening");
  if (overview->evening == NULL || routine->phase == COOLDOWN_ROUTINE_NONE)
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  add_string (json, "phase", routine_phases[routine->phase]);
  add_number (json, "step", MIN (routine->step + 1, routine->n_steps));
  add_number (json, "steps", routine->n_steps);
  add_string (json, "activity",
              cooldown_routine_plan_get_step (cooldown_session_get_plan (overview->evening),
                                              routine->step, &step)
                ? step.id
                : NULL);
  add_axis (json, "until", overview, overview->evening, routine->until);
  json_builder_end_object (json);
}

static void
add_tingling (JsonBuilder *json, CooldownOverview *overview)
{
  if (overview->tingling == 0)
    add_string (json, "tingling_since", NULL);
  else
    add_wall (json, "tingling_since", overview, overview->tingling);
}

static void
add_reminders (JsonBuilder *json, const char *name, GVariant *list, CooldownOverview *overview)
{
  GVariantIter iter;
  const char *kind, *title;
  gint64 at;

  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  if (list != NULL)
    {
      g_variant_iter_init (&iter, list);
      while (g_variant_iter_next (&iter, "(&sx&s)", &kind, &at, &title))
        {
          json_builder_begin_object (json);
          add_string (json, "kind", kind);
          add_wall (json, "at", overview, at * COOLDOWN_SECOND);
          add_string (json, "title", title);
          json_builder_end_object (json);
        }
    }
  json_builder_end_array (json);
}

static char *
print (JsonBuilder *json)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}

/**
 * cooldown_status_to_json:
 * @line: a line to the agent
 * @overview: what goes on
 *
 * Returns: (transfer full): all of it as a JSON object, see cooldown(1)
 */
char *
cooldown_status_to_json (CooldownAgentLine *line, CooldownOverview *overview)
{
  static const char *const names[COOLDOWN_N_STATUS_PARTS] = { "due", "coming", "missed" };
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_string (json, "version", COOLDOWN_VERSION);
  add_wall (json, "now", overview, overview->now.wall);
  add_level (json, overview);
  add_ice (json, overview);
  add_recovery (json, overview);
  add_tingling (json, overview);
  add_routine (json, overview);
  for (CooldownStatusPart part = COOLDOWN_STATUS_DUE; part < COOLDOWN_N_STATUS_PARTS; part++)
    {
      g_autoptr (GVariant) list = cooldown_status_get_reminders (line, overview, part);

      add_reminders (json, names[part], list, overview);
    }
  json_builder_end_object (json);
  return print (json);
}
