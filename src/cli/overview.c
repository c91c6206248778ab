/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview.h"

static CooldownSession *
read_session (GVariant *told)
{
  g_autoptr (GVariant) session = NULL;

  if (told != NULL)
    session = g_variant_lookup_value (told, "session", G_VARIANT_TYPE (COOLDOWN_SESSION_FORMAT));
  return session != NULL ? cooldown_session_new_from_variant (session) : NULL;
}

static gint64
read_time (GVariant *told, const char *name)
{
  gint64 seconds = 0;

  if (told != NULL)
    g_variant_lookup (told, name, "x", &seconds);
  return seconds > 0 && seconds < G_MAXINT64 / COOLDOWN_SECOND ? seconds * COOLDOWN_SECOND : 0;
}

static void
fold (CooldownOverview *self)
{
  self->now = cooldown_clock_now (self->clock);
  self->ice_state = cooldown_ice_fold (cooldown_content_get_ice_protocol (self->content), self->ice,
                                       &self->now);
  self->recovery_state = cooldown_recovery_fold (
    cooldown_content_get_recovery_rules (self->content), self->recovery, &self->now);
  self->routine_state = cooldown_routine_fold (self->evening, &self->now);
}

/**
 * cooldown_overview_new:
 * @line: a line to the agent
 * @content: what the program knows
 * @clock: the clock
 *
 * Returns: (transfer full): what went on when the agent was asked last
 */
CooldownOverview *
cooldown_overview_new (CooldownAgentLine *line, CooldownContent *content, CooldownClock *clock)
{
  CooldownOverview *self = g_new0 (CooldownOverview, 1);
  g_autoptr (GVariant) recovery =
    cooldown_agent_line_get_state (line, "recovery", G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) evening =
    cooldown_agent_line_get_state (line, "evening", G_VARIANT_TYPE_VARDICT);

  self->content = g_object_ref (content);
  self->clock = g_object_ref (clock);
  self->ice_told = cooldown_agent_line_get_state (line, "ice", G_VARIANT_TYPE_VARDICT);
  self->settings = cooldown_agent_line_get_state (line, "setting", G_VARIANT_TYPE_VARDICT);
  self->ice = read_session (self->ice_told);
  self->recovery = read_session (recovery);
  self->evening = read_session (evening);
  self->tingling = read_time (recovery, "episode");
  fold (self);
  return self;
}

/**
 * cooldown_overview_free:
 * @self: (transfer full): an overview
 */
void
cooldown_overview_free (CooldownOverview *self)
{
  g_clear_object (&self->ice);
  g_clear_object (&self->recovery);
  g_clear_object (&self->evening);
  g_clear_pointer (&self->ice_told, g_variant_unref);
  g_clear_pointer (&self->settings, g_variant_unref);
  g_clear_object (&self->content);
  g_clear_object (&self->clock);
  g_free (self);
}

static GVariant *
look_up (GVariant *told, const char *name, const char *type)
{
  return told != NULL ? g_variant_lookup_value (told, name, G_VARIANT_TYPE (type)) : NULL;
}

/**
 * cooldown_overview_find:
 * @self: an overview
 *
 * Returns: (transfer full): how urgent it is by what the user ticked on the page Check; what the
 *   journal knows beside that makes nothing less urgent
 */
CooldownFinding *
cooldown_overview_find (CooldownOverview *self)
{
  g_autoptr (CooldownTicks) ticks = cooldown_ticks_new (self->content);
  g_autoptr (GVariant) told = look_up (self->settings, "check.ticks", "as");
  g_autofree const char **items = told != NULL ? g_variant_get_strv (told, NULL) : NULL;

  if (items != NULL)
    cooldown_ticks_from_strv (ticks, items);
  return cooldown_finding_new (self->content, ticks);
}

/**
 * cooldown_overview_judge_ice:
 * @self: an overview
 * @id: (out) (transfer full) (nullable): which question or item decided it
 *
 * Returns: whether icing may begin, and what speaks against it if not
 */
CooldownGateVerdict
cooldown_overview_judge_ice (CooldownOverview *self, char **id)
{
  g_autoptr (CooldownGate) gate = cooldown_gate_new (self->content);
  g_autoptr (GVariant) lasting = look_up (self->ice_told, "gate", "a{sb}");
  g_autoptr (GVariant) today = look_up (self->ice_told, "today", "a{sb}");
  g_autoptr (GVariant) alcohol = look_up (self->ice_told, "alcohol", "b");
  g_autoptr (GVariant) ticks = look_up (self->settings, "check.ticks", "as");
  g_autofree const char **items = ticks != NULL ? g_variant_get_strv (ticks, NULL) : NULL;
  const CooldownGateAnswers answers = {
    .lasting = lasting,
    .lasting_at = read_time (self->ice_told, "gate-at"),
    .today = today,
    .today_at = read_time (self->ice_told, "today-at"),
    .ticks = items,
    .alcohol = alcohol != NULL && g_variant_get_boolean (alcohol),
  };
  const char *decided = NULL;
  CooldownGateVerdict verdict = cooldown_gate_judge (gate, &answers, self->now.wall, &decided);

  *id = g_strdup (decided);
  return verdict;
}

/**
 * cooldown_overview_get_bedtimes:
 * @self: an overview
 * @bedtimes: (out): when the user goes to bed
 *
 * Returns: whether they have said so
 */
gboolean
cooldown_overview_get_bedtimes (CooldownOverview *self, CooldownBedtimes *bedtimes)
{
  g_autoptr (GVariant) usual = look_up (self->settings, "bedtime", "i");
  g_autoptr (GVariant) own = look_up (self->settings, "bedtimes", "ai");

  return cooldown_bedtimes_read (usual, own, bedtimes);
}
