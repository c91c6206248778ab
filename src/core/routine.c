/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "routine.h"

#include <string.h>

G_DEFINE_QUARK (cooldown-routine-error-quark, cooldown_routine_error)

/* What the fold carries from event to event. */
typedef struct
{
  GVariant *plan;
  gint64 began; /* when the present step did */
  CooldownRoutineState state;
} Fold;

/**
 * cooldown_routine_plan_new:
 * @steps: of the type %COOLDOWN_ROUTINE_STEPS, as [func@Cooldown.routine_steps_check] wants them;
 *   sunk if floating
 *
 * Returns: (transfer floating): the plan of a session, an a{sv}
 */
GVariant *
cooldown_routine_plan_new (GVariant *steps)
{
  GVariantDict plan;

  g_variant_dict_init (&plan, NULL);
  g_variant_dict_insert_value (&plan, "steps", steps);
  return g_variant_dict_end (&plan);
}

static gboolean
check_step (const char *id, guint32 minutes, GHashTable *known, GError **error)
{
  if (!g_hash_table_contains (known, id))
    g_set_error (error, COOLDOWN_ROUTINE_ERROR, COOLDOWN_ROUTINE_ERROR_STEP,
                 "“%s” is no step of a routine", id);
  else if (minutes < 1 || minutes > COOLDOWN_ROUTINE_MAX_MINUTES)
    g_set_error (error, COOLDOWN_ROUTINE_ERROR, COOLDOWN_ROUTINE_ERROR_MINUTES,
                 "%u minutes of “%s”; 1 to %d are possible", minutes, id,
                 COOLDOWN_ROUTINE_MAX_MINUTES);
  else
    return TRUE;
  return FALSE;
}

/**
 * cooldown_routine_steps_check:
 * @steps: what may be the steps of a routine
 * @known: (element-type utf8 gpointer): the ids there are, as keys
 * @error: return location
 *
 * Returns: whether they are: of the type %COOLDOWN_ROUTINE_STEPS, 1 to
 *   %COOLDOWN_ROUTINE_MAX_STEPS of them, each known and 1 to %COOLDOWN_ROUTINE_MAX_MINUTES minutes
 *   long. The same one may come more than once
 */
gboolean
cooldown_routine_steps_check (GVariant *steps, GHashTable *known, GError **error)
{
  GVariantIter iter;
  const char *id;
  guint32 minutes;
  gsize n_steps;

  if (!g_variant_is_of_type (steps, G_VARIANT_TYPE (COOLDOWN_ROUTINE_STEPS)))
    {
      g_set_error (error, COOLDOWN_ROUTINE_ERROR, COOLDOWN_ROUTINE_ERROR_TYPE,
                   "steps are “%s”, not “%s”", COOLDOWN_ROUTINE_STEPS,
                   g_variant_get_type_string (steps));
      return FALSE;
    }
  n_steps = g_variant_iter_init (&iter, steps);
  if (n_steps < 1 || n_steps > COOLDOWN_ROUTINE_MAX_STEPS)
    {
      g_set_error (error, COOLDOWN_ROUTINE_ERROR, COOLDOWN_ROUTINE_ERROR_NUMBER,
                   "%" G_GSIZE_FORMAT " steps; 1 to %d are possible", n_steps,
                   COOLDOWN_ROUTINE_MAX_STEPS);
      return FALSE;
    }
  while (g_variant_iter_next (&iter, "(&su)", &id, &minutes))
    if (!check_step (id, minutes, known, error))
      return FALSE;
  return TRUE;
}

/**
 * cooldown_routine_steps_get_minutes:
 * @steps: of the type %COOLDOWN_ROUTINE_STEPS
 *
 * Returns: how long all of them take together, minutes
 */
guint
cooldown_routine_steps_get_minutes (GVariant *steps)
{
  GVariantIter iter;
  const char *id;
  guint32 minutes;
  guint sum = 0;

  g_variant_iter_init (&iter, steps);
  while (g_variant_iter_next (&iter, "(&su)", &id, &minutes))
    sum += MIN (minutes, COOLDOWN_ROUTINE_MAX_MINUTES);
  return sum;
}

/**
 * cooldown_routine_steps_get_winddown:
 * @steps: of the type %COOLDOWN_ROUTINE_STEPS, the routine of the evening
 * @usual: how long a wind-down is otherwise (evening.json), minutes
 * @own: how long the user wants it, minutes; negative: as usual
 *
 * A longer routine begins earlier, so that one is in bed in time. A shorter one shortens nothing:
 * there is more to a wind-down than its steps, and what is said when it begins stays worth saying.
 *
 * Returns: how long before bed the wind-down begins, minutes, up to 1440
 */
int
cooldown_routine_steps_get_winddown (GVariant *steps, int usual, int own)
{
  const guint most = COOLDOWN_ROUTINE_MAX_STEPS * COOLDOWN_ROUTINE_MAX_MINUTES;

  if (own >= 0)
    usual = CLAMP (own, COOLDOWN_WINDDOWN_MIN, COOLDOWN_WINDDOWN_MAX);
  return MAX (usual, (int) MIN (cooldown_routine_steps_get_minutes (steps), most));
}

static GVariant *
lookup_steps (GVariant *plan)
{
  /* What is taken out of it points into its data, which from here on stays where it is. */
  g_variant_get_data (plan);
  return g_variant_lookup_value (plan, "steps", G_VARIANT_TYPE (COOLDOWN_ROUTINE_STEPS));
}

/**
 * cooldown_routine_plan_get_n_steps:
 * @plan: the plan of a session, perhaps a stored one
 *
 * Returns: how many steps it has, 0 to %COOLDOWN_ROUTINE_MAX_STEPS; 0 for a session in which only
 *   restless legs were noted
 */
guint
cooldown_routine_plan_get_n_steps (GVariant *plan)
{
  g_autoptr (GVariant) steps = lookup_steps (plan);

  return steps != NULL ? (guint) MIN (g_variant_n_children (steps), COOLDOWN_ROUTINE_MAX_STEPS) : 0;
}

/**
 * cooldown_routine_plan_get_step:
 * @plan: the plan of a session, perhaps a stored one
 * @index: which step, from 0
 * @step: (out): the step; its minutes are 1 to %COOLDOWN_ROUTINE_MAX_MINUTES, whatever the plan
 *   says, and its id is valid as long as @plan
 *
 * Returns: whether there is that step
 */
gboolean
cooldown_routine_plan_get_step (GVariant *plan, guint index, CooldownPlannedStep *step)
{
  g_autoptr (GVariant) steps = lookup_steps (plan);
  guint32 minutes;

  if (steps == NULL || index >= cooldown_routine_plan_get_n_steps (plan))
    return FALSE;
  g_variant_get_child (steps, index, "(&su)", &step->id, &minutes);
  step->minutes = CLAMP (minutes, 1, COOLDOWN_ROUTINE_MAX_MINUTES);
  return TRUE;
}

static gint64
length_of (const Fold *fold, guint index)
{
  CooldownPlannedStep step = { 0 };

  cooldown_routine_plan_get_step (fold->plan, index, &step);
  return step.minutes * COOLDOWN_MINUTE;
}

static void
enter (Fold *fold, CooldownRoutinePhase phase, gint64 since, gint64 until)
{
  fold->state.phase = phase;
  fold->state.since = since;
  fold->state.until = until;
  fold->state.left = 0;
  fold->state.by_itself = FALSE;
}

static void
finish (Fold *fold, gint64 at)
{
  fold->state.step = fold->state.n_steps;
  enter (fold, COOLDOWN_ROUTINE_FINISHED, at, COOLDOWN_NEVER);
}

static void
begin_step (Fold *fold, guint step, gint64 at)
{
  fold->began = at;
  fold->state.step = step;
  enter (fold, COOLDOWN_ROUTINE_RUNNING, at, at + length_of (fold, step));
}

/* What happens by itself when the phase's time is over. */
static void
run_out (Fold *fold)
{
  gint64 at = fold->state.until;

  if (fold->state.phase == COOLDOWN_ROUTINE_PAUSED)
    enter (fold, COOLDOWN_ROUTINE_ENDED, at, COOLDOWN_NEVER);
  else if (fold->state.step + 1 < fold->state.n_steps)
    {
      begin_step (fold, fold->state.step + 1, at);
      fold->state.by_itself = TRUE;
    }
  else
    finish (fold, at);
}

static void
advance (Fold *fold, gint64 to)
{
  while (fold->state.until <= to)
    run_out (fold);
}

/* A pause goes on in another step: only the user ends it. */
static void
go_to (Fold *fold, guint step, gint64 at)
{
  if (step >= fold->state.n_steps)
    finish (fold, at);
  else if (fold->state.phase == COOLDOWN_ROUTINE_PAUSED)
    {
      fold->state.step = step;
      fold->state.left = length_of (fold, step);
      fold->began = at;
    }
  else
    begin_step (fold, step, at);
}

static void
apply_pause (Fold *fold, gint64 at)
{
  gint64 left = fold->state.until - at;

  enter (fold, COOLDOWN_ROUTINE_PAUSED, at, at + COOLDOWN_ROUTINE_PAUSE_LIMIT);
  fold->state.left = left;
}

static void
apply (Fold *fold, const CooldownEvent *event)
{
  gint64 at = event->axis;

  if (!cooldown_routine_accepts (&fold->state, event->name))
    return;
  if (strcmp (event->name, "restless") == 0)
    {
      fold->state.n_restless++;
      fold->state.restless = at;
    }
  else if (strcmp (event->name, "start") == 0)
    begin_step (fold, 0, at);
  else if (strcmp (event->name, "next") == 0)
    go_to (fold, fold->state.step + 1, at);
  else if (strcmp (event->name, "back") == 0)
    go_to (fold, fold->state.step - 1, at);
  else if (strcmp (event->name, "pause") == 0)
    apply_pause (fold, at);
  else if (strcmp (event->name, "resume") == 0)
    enter (fold, COOLDOWN_ROUTINE_RUNNING, fold->began, at + fold->state.left);
  else if (strcmp (event->name, "end") == 0)
    enter (fold, COOLDOWN_ROUTINE_ENDED, at, COOLDOWN_NEVER);
}

/**
 * cooldown_routine_fold:
 * @session: (nullable): a session of the evening
 * @now: the moment asked about, not before the session's last event
 *
 * What the routine is at a moment: a pure function of plan, events and time. Steps follow each
 * other by themselves; while the machine sleeps they go on, because the evening does.
 *
 * Returns: the state
 */
CooldownRoutineState
cooldown_routine_fold (CooldownSession *session, const CooldownInstant *now)
{
  Fold fold = { .state = { .until = COOLDOWN_NEVER, .restless = -1 } };

  if (session == NULL)
    return fold.state;
  fold.plan = cooldown_session_get_plan (session);
  fold.state.n_steps = cooldown_routine_plan_get_n_steps (fold.plan);
  for (guint i = 0; i < cooldown_session_get_n_events (session); i++)
    {
      const CooldownEvent *event = cooldown_session_get_event (session, i);

      advance (&fold, event->axis);
      apply (&fold, event);
    }
  advance (&fold, cooldown_session_get_axis (session, now));
  return fold.state;
}

/**
 * cooldown_routine_phase_is_over:
 * @phase: a phase
 *
 * Returns: whether nothing more comes by itself
 */
gboolean
cooldown_routine_phase_is_over (CooldownRoutinePhase phase)
{
  return phase != COOLDOWN_ROUTINE_RUNNING && phase != COOLDOWN_ROUTINE_PAUSED;
}

/**
 * cooldown_routine_accepts:
 * @state: what is going on
 * @event: "start", "next", "back", "pause", "resume", "end" or "restless"
 *
 * Returns: whether that can happen now; what cannot is refused by the agent and without effect in
 *   the fold. Restless legs can be noted at any time
 */
gboolean
cooldown_routine_accepts (const CooldownRoutineState *state, const char *event)
{
  gboolean going = !cooldown_routine_phase_is_over (state->phase);

  if (strcmp (event, "restless") == 0)
    return TRUE;
  if (strcmp (event, "start") == 0)
    return state->phase == COOLDOWN_ROUTINE_NONE && state->n_steps > 0;
  if (strcmp (event, "back") == 0)
    return going && state->step > 0;
  if (strcmp (event, "pause") == 0)
    return state->phase == COOLDOWN_ROUTINE_RUNNING;
  if (strcmp (event, "resume") == 0)
    return state->phase == COOLDOWN_ROUTINE_PAUSED;
  return going && (strcmp (event, "next") == 0 || strcmp (event, "end") == 0);
}

/**
 * cooldown_routine_get_left:
 * @state: what is going on
 * @now: session time, not before that of @state
 *
 * Returns: how much of the step is left, microseconds; 0 when none runs or stands still
 */
gint64
cooldown_routine_get_left (const CooldownRoutineState *state, gint64 now)
{
  if (state->phase == COOLDOWN_ROUTINE_RUNNING)
    return MAX (state->until - now, 0);
  return state->left;
}

/**
 * cooldown_routine_get_notice:
 * @state: what is going on
 * @worth: for how long after its beginning a step is worth saying, microseconds (reminders.json)
 * @now: session time of @state
 *
 * A step is said that began by itself: whoever presses *Next Step* is looking already. After
 * @worth, and after a sleep, there is nothing to be made up for: the step is under way.
 *
 * Returns: what has to be said at @now, and when that changes; the round is the step, from 1
 */
CooldownNotice
cooldown_routine_get_notice (const CooldownRoutineState *state, gint64 worth, gint64 now)
{
  CooldownNotice notice = { COOLDOWN_NOTICE_NONE, 0, -1, state->until };

  if (state->by_itself && now - state->since < worth)
    {
      notice.kind = COOLDOWN_NOTICE_ROUTINE_STEP;
      notice.round = state->step + 1;
      notice.said = state->since;
      notice.next_at = state->until - state->since < worth ? state->until : state->since + worth;
    }
  return notice;
}
