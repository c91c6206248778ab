/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"
#include "marks.h"

#include <string.h>

/* A workout noted later than this is a note, not something to cool down from. */
#define OLDEST_WORKOUT (12 * COOLDOWN_HOUR)

static CooldownRecoveryState
fold (CooldownCommands *self)
{
  CooldownInstant now = cooldown_commands_now (self);

  return cooldown_ledger_get_recovery (cooldown_commands_get_ledger (self), &now);
}

/* What a command has to say about a workout, and the session it belongs to. */
typedef struct
{
  CooldownSession *session; /* (nullable) */
  CooldownWorkout workout;
  gint64 at;
  const char *onset;
} Note;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_clear_object (&note->session);
  g_free (note);
}

static gint64
session_id (const Note *note)
{
  return note->session != NULL ? cooldown_session_get_id (note->session) : 0;
}

static gboolean
write_workout (CooldownJournal *journal, gconstpointer data, GError **error)
{
  const Note *note = data;

  return cooldown_journal_save_workout (journal, &note->workout, session_id (note), error);
}

static gboolean
write_episode (CooldownJournal *journal, gconstpointer data, GError **error)
{
  const Note *note = data;

  return cooldown_journal_open_episode (journal, note->at, session_id (note), note->onset, error);
}

static gboolean
write_no_episode (CooldownJournal *journal, gconstpointer data, GError **error)
{
  return cooldown_journal_drop_episode (journal, session_id (data), error);
}

/* Of one that is over the user may have noted otherwise when it ended. */
static gboolean
write_open_episode_end (CooldownJournal *journal, gconstpointer data, GError **error)
{
  return cooldown_journal_end_episode (journal, ((const Note *) data)->at, 0, error);
}

/* The workout is the one that was noted till now. */
static gboolean
write_episode_moved (CooldownJournal *journal, gconstpointer data, GError **error)
{
  const Note *note = data;

  return cooldown_journal_move_episode (journal, note->workout.ended, note->at, session_id (note),
                                        error);
}

static gboolean
write_episode_end (CooldownJournal *journal, gconstpointer data, GError **error)
{
  const Note *note = data;

  return cooldown_journal_end_episode (journal, note->at, session_id (note), error);
}

static void
take_note (CooldownLedger *ledger, CooldownWrite write, const Note *note)
{
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_RECOVERY);
  Note *copy = g_memdup2 (note, sizeof *note);

  g_set_object (&copy->session, session);
  cooldown_ledger_note (ledger, write, copy, note_free);
}

/* A note is seen as a whole: the hour may be put away by what the first part of it sets off. */
static void
begin_note (CooldownLedger *ledger, CooldownDue before[COOLDOWN_N_SOURCES])
{
  CooldownInstant now = cooldown_clock_now (cooldown_ledger_get_clock (ledger));

  cooldown_ledger_hold (ledger);
  cooldown_due_look_all (ledger, &now, before);
}

/* A question whose time had gone by when the tingling was noted was never to be asked at it. */
static void
end_note (CooldownLedger *ledger, const CooldownDue before[COOLDOWN_N_SOURCES])
{
  CooldownInstant now = cooldown_clock_now (cooldown_ledger_get_clock (ledger));

  cooldown_due_settle_new (ledger, &now, before);
  cooldown_ledger_release (ledger);
}

static void
note_workout (CooldownLedger *ledger, const CooldownWorkout *workout)
{
  Note note = { .workout = *workout, .at = workout->ended, .onset = "during" };

  /* The workout comes last: where it stands, nothing of this is missing. */
  if (workout->legs == COOLDOWN_LEGS_TINGLING)
    take_note (ledger, write_episode, &note);
  take_note (ledger, write_workout, &note);
}

/* A predecessor that was killed may have written down the session and not what belongs to it. */
static void
note_missing_workout (CooldownLedger *ledger)
{
  CooldownJournal *journal = cooldown_ledger_get_journal (ledger);
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_RECOVERY);
  CooldownWorkout workout;

  if (session != NULL &&
      !cooldown_journal_has_workout (journal, cooldown_session_get_id (session)) &&
      cooldown_workout_from_plan (cooldown_session_get_plan (session), &workout, NULL))
    note_workout (ledger, &workout);
}

static gboolean
read_workout (CooldownCommands *self,
              GSimpleAction *action,
              GVariant *parameter,
              CooldownWorkout *workout)
{
  g_autoptr (GError) error = NULL;
  gint64 now = cooldown_commands_now (self).wall;

  if (!cooldown_workout_from_plan (parameter, workout, &error))
    cooldown_commands_refuse (action, error->message);
  else if (workout->ended > now + COOLDOWN_MINUTE || workout->ended < now - OLDEST_WORKOUT)
    cooldown_commands_refuse (action, "it ended in the future, or too long ago");
  else
    return TRUE;
  return FALSE;
}

static void
workout_finish_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  CooldownDue before[COOLDOWN_N_SOURCES];
  CooldownWorkout workout;

  if (!read_workout (self, action, parameter, &workout))
    return;
  begin_note (ledger, before);
  cooldown_ledger_begin (ledger, COOLDOWN_SUBJECT_RECOVERY, cooldown_workout_to_plan (&workout),
                         "finish");
  note_workout (ledger, &workout);
  end_note (ledger, before);
}

/* What the user noted of the tingling stays when something else of the workout is corrected. */
static void
correct_episode (CooldownLedger *ledger, const CooldownWorkout *workout)
{
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_RECOVERY);
  Note note = { .at = workout->ended };

  if (workout->legs != COOLDOWN_LEGS_TINGLING)
    take_note (ledger, write_no_episode, &note);
  else if (cooldown_workout_from_plan (cooldown_session_get_plan (session), &note.workout, NULL))
    take_note (ledger, write_episode_moved, &note);
}

static void
workout_change_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  CooldownRecoveryState state = fold (self);
  CooldownDue before[COOLDOWN_N_SOURCES];
  CooldownWorkout workout;

  if (cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_RECOVERY) == NULL ||
      !read_workout (self, action, parameter, &workout))
    return;
  begin_note (ledger, before);
  /* Until the hour's question is answered, the legs of the workout are all that is known. */
  if (!cooldown_recovery_phase_is_over (state.phase))
    correct_episode (ledger, &workout);
  note_workout (ledger, &workout);
  cooldown_ledger_change_plan (ledger, COOLDOWN_SUBJECT_RECOVERY,
                               cooldown_workout_to_plan (&workout));
  end_note (ledger, before);
}

static void
recovery_step_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  CooldownRecoveryState state = fold (self);
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_RECOVERY);
  const char *step;
  gboolean done;

  g_variant_get (parameter, "(&sb)", &step, &done);
  if (!g_hash_table_contains (cooldown_ledger_get_facts (ledger)->steps, step) ||
      !cooldown_recovery_accepts (&state, "step", step))
    cooldown_commands_refuse (action, step);
  else if (done != (cooldown_recovery_step_done (session, step) != 0))
    cooldown_ledger_happen (ledger, COOLDOWN_SUBJECT_RECOVERY, done ? "step" : "unstep", step);
}

/* What an answer at the hour means for the episode. */
static void
follow_answer (CooldownCommands *self, const char *answer)
{
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  Note note = { .at = cooldown_commands_now (self).wall, .onset = "after" };

  if (strcmp (answer, "gone") == 0)
    take_note (ledger, write_open_episode_end, &note);
  else if (strcmp (answer, "none") != 0)
    take_note (ledger, write_episode, &note);
}

/* Which of the questions about an open episode stands. */
static const CooldownDueSource *
find_question (CooldownLedger *ledger, CooldownDue *due)
{
  static const CooldownDueSource *const questions[] = { &cooldown_due_episode_morning,
                                                        &cooldown_due_episode_evening };
  CooldownInstant now = cooldown_clock_now (cooldown_ledger_get_clock (ledger));

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      *due = questions[i]->look (ledger, &now);
      if (due->kind != COOLDOWN_NOTICE_NONE)
        return questions[i];
    }
  return NULL;
}

/* Whoever says that it is still there need not say so twice. */
static void
settle_question (CooldownLedger *ledger)
{
  CooldownDue due;
  const CooldownDueSource *question = find_question (ledger, &due);

  if (question != NULL)
    cooldown_due_set_done (ledger, question, due.serial);
}

static void
check_in_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  const char *answer = g_variant_get_string (parameter, NULL);
  CooldownRecoveryState state = fold (self);
  CooldownDue before[COOLDOWN_N_SOURCES];

  if (!cooldown_recovery_accepts (&state, "check-in", answer))
    {
      cooldown_commands_refuse (action, answer);
      return;
    }
  begin_note (ledger, before);
  follow_answer (self, answer);
  if (strcmp (answer, "none") != 0)
    settle_question (ledger);
  cooldown_ledger_happen (ledger, COOLDOWN_SUBJECT_RECOVERY, "check-in", answer);
  end_note (ledger, before);
}

static void
end_episode (CooldownCommands *self, CooldownWrite write, gint64 at)
{
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  CooldownRecoveryState state = fold (self);

  cooldown_ledger_hold (ledger);
  take_note (ledger, write, &(Note){ .at = at });
  if (cooldown_recovery_accepts (&state, "check-in", "gone"))
    cooldown_ledger_happen (ledger, COOLDOWN_SUBJECT_RECOVERY, "check-in", "gone");
  cooldown_ledger_release (ledger);
}

static void
episode_end_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  gint64 seconds = g_variant_get_int64 (parameter);

  if (seconds <= 0 || seconds > cooldown_commands_now (self).wall / COOLDOWN_SECOND + 60)
    cooldown_commands_refuse (action, "not a time that has come");
  else
    end_episode (self, write_episode_end, seconds * COOLDOWN_SECOND);
}

static void
episode_check_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  const char *answer = g_variant_get_string (parameter, NULL);
  CooldownDue due;
  const CooldownDueSource *question = find_question (ledger, &due);

  if (strcmp (answer, "gone") == 0)
    end_episode (self, write_open_episode_end, cooldown_commands_now (self).wall);
  else if (strcmp (answer, "still") != 0 || question == NULL)
    cooldown_commands_refuse (action, answer);
  else
    cooldown_due_set_done (ledger, question, due.serial);
}

/* Ends the hour; one that is over has been seen and goes. */
static void
recovery_stop_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownCommands *self = data;
  CooldownRecoveryState state = fold (self);
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);

  if (!cooldown_recovery_phase_is_over (state.phase))
    cooldown_ledger_happen (ledger, COOLDOWN_SUBJECT_RECOVERY, "stop", NULL);
  else
    cooldown_ledger_close (ledger, COOLDOWN_SUBJECT_RECOVERY);
}

/**
 * cooldown_recovery_actions_add:
 * @self: the commands
 *
 * Adds all commands about the hour after a workout, and completes the notes about one that goes on.
 */
void
cooldown_recovery_actions_add (CooldownCommands *self)
{
  static const GActionEntry entries[] = {
    { "workout-finish", workout_finish_cb, "a{sv}", NULL, NULL, { 0 } },
    { "workout-change", workout_change_cb, "a{sv}", NULL, NULL, { 0 } },
    { "recovery-step", recovery_step_cb, "(sb)", NULL, NULL, { 0 } },
    { "recovery-stop", recovery_stop_cb, NULL, NULL, NULL, { 0 } },
    { "check-in", check_in_cb, "s", NULL, NULL, { 0 } },
    { "episode-end", episode_end_cb, "x", NULL, NULL, { 0 } },
    { "episode-check", episode_check_cb, "s", NULL, NULL, { 0 } },
  };

  cooldown_commands_add (self, entries, G_N_ELEMENTS (entries));
  note_missing_workout (cooldown_commands_get_ledger (self));
}

/**
 * cooldown_recovery_actions_update:
 * @self: the commands
 *
 * Enables what can be done about the hour now.
 */
void
cooldown_recovery_actions_update (CooldownCommands *self)
{
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  CooldownRecoveryState state = fold (self);
  gboolean open = cooldown_ledger_get_episode (ledger) != NULL;
  gboolean going = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_RECOVERY) != NULL;

  cooldown_commands_enable (self, "workout-change", going);
  cooldown_commands_enable (self, "recovery-stop", going);
  cooldown_commands_enable (self, "recovery-step",
                         cooldown_recovery_accepts (&state, "step", "move"));
  cooldown_commands_enable (self, "check-in",
                         cooldown_recovery_accepts (&state, "check-in", "gone") ||
                           cooldown_recovery_accepts (&state, "check-in", "worse"));
  cooldown_commands_enable (self, "episode-check", open);
  cooldown_commands_enable (self, "episode-end", going || open);
}

static void
add_episode (GVariantDict *state, CooldownEntry *episode)
{
  g_auto (GStrv) places = cooldown_entry_get_ids (episode, COOLDOWN_FIELD_EPISODE_PLACES);

  g_variant_dict_insert (state, "episode", "x", cooldown_entry_get_at (episode) / COOLDOWN_SECOND);
  g_variant_dict_insert (state, "episode-uid", "s", cooldown_entry_get_uid (episode));
  g_variant_dict_insert (state, "episode-places", "^as", places);
}

/**
 * cooldown_recovery_actions_get_state:
 * @self: the commands
 *
 * Returns: (transfer floating): what others are told about the hour: an a{sv} with the session,
 *   since when a tingling is open, which entry it is and where it is felt, and how often legs
 *   tingled in the last four weeks
 */
GVariant *
cooldown_recovery_actions_get_state (CooldownCommands *self)
{
  CooldownLedger *ledger = cooldown_commands_get_ledger (self);
  CooldownJournal *journal = cooldown_ledger_get_journal (ledger);
  CooldownSession *session = cooldown_ledger_get_session (ledger, COOLDOWN_SUBJECT_RECOVERY);
  CooldownEntry *episode = cooldown_ledger_get_episode (ledger);
  guint recent = 0;
  GVariantDict state;

  if (journal != NULL)
    recent = cooldown_journal_count_episodes (
      journal,
      cooldown_commands_now (self).wall - cooldown_ledger_get_facts (ledger)->recent);
  g_variant_dict_init (&state, NULL);
  if (session != NULL)
    g_variant_dict_insert_value (&state, "session", cooldown_session_to_variant (session));
  if (episode != NULL)
    add_episode (&state, episode);
  g_variant_dict_insert (&state, "recent", "u", recent);
  return g_variant_dict_end (&state);
}
