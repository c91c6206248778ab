/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-private.h"

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CooldownLedger, cooldown_ledger, G_TYPE_OBJECT)

/**
 * cooldown_subject_get_name:
 * @subject: a subject
 *
 * Returns: the name it has in the journal, in actions and towards notification servers
 */
const char *
cooldown_subject_get_name (CooldownSubject subject)
{
  static const char *const names[COOLDOWN_N_SUBJECTS] = {
    [COOLDOWN_SUBJECT_ICE] = "ice",
    [COOLDOWN_SUBJECT_RECOVERY] = "recovery",
    [COOLDOWN_SUBJECT_EVENING] = COOLDOWN_ROUTINE_KIND,
  };

  return names[subject];
}

static void
cooldown_ledger_finalize (GObject *object)
{
  CooldownLedger *self = COOLDOWN_LEDGER (object);

  /* The last time to try. */
  ledger_write_unwritten (self);
  ledger_forget_unwritten (self);
  for (guint i = 0; i < COOLDOWN_N_SUBJECTS; i++)
    g_clear_object (&self->sessions[i]);
  g_clear_object (&self->episode);
  g_clear_object (&self->clock);
  g_clear_object (&self->journal);
  g_hash_table_unref (self->settings);
  g_hash_table_unref (self->nights);
  g_free (self->trouble);
  g_free (self->folder);
  G_OBJECT_CLASS (cooldown_ledger_parent_class)->finalize (object);
}

static void
cooldown_ledger_class_init (CooldownLedgerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_ledger_finalize;
  signals[CHANGED] = g_signal_new ("changed", COOLDOWN_TYPE_LEDGER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cooldown_ledger_init (CooldownLedger *self)
{
  self->episode_serial = -1;
  g_queue_init (&self->unwritten);
  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_variant_unref);
  self->nights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
ledger_changed (CooldownLedger *self)
{
  self->serial++;
  if (self->n_holds == 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * cooldown_ledger_hold:
 * @self: the ledger
 *
 * Says nothing of changes until cooldown_ledger_release(): what belongs together is seen together.
 */
void
cooldown_ledger_hold (CooldownLedger *self)
{
  self->n_holds++;
}

/**
 * cooldown_ledger_release:
 * @self: a ledger that was held
 *
 * Says that there were changes.
 */
void
cooldown_ledger_release (CooldownLedger *self)
{
  g_return_if_fail (self->n_holds > 0);
  if (--self->n_holds == 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
write_open_session (CooldownJournal *journal, gconstpointer data, GError **error)
{
  return cooldown_journal_save_session (journal, (gpointer) data, TRUE, error);
}

static gboolean
write_closed_session (CooldownJournal *journal, gconstpointer data, GError **error)
{
  return cooldown_journal_save_session (journal, (gpointer) data, FALSE, error);
}

static gboolean
write_no_session (CooldownJournal *journal, gconstpointer data, GError **error)
{
  return cooldown_journal_remove_session (journal, (gpointer) data, error);
}

static void
save (CooldownLedger *self, CooldownSession *session, CooldownWrite write)
{
  ledger_write (self, write, g_object_ref (session), g_object_unref);
}

/* Takes up what a predecessor left; after a restart of the machine that is an event of its own. */
static void
load_session (CooldownLedger *self, CooldownSubject subject)
{
  g_autoptr (GError) error = NULL;
  CooldownSession *session;
  CooldownInstant now = cooldown_clock_now (self->clock);

  /* One that began while the journal could not be used goes before. */
  if (self->sessions[subject] != NULL)
    return;
  session =
    cooldown_journal_get_open_session (self->journal, cooldown_subject_get_name (subject), &error);
  self->sessions[subject] = session;
  if (error != NULL)
    ledger_say_trouble (self, error);
  if (session != NULL && cooldown_session_rebooted (session, &now))
    cooldown_ledger_happen (self, subject, "away", "reboot");
}

/* Whether the journal can be used now, if it could not before. */
gboolean
ledger_open_journal (CooldownLedger *self)
{
  g_autoptr (GError) error = NULL;

  self->journal = cooldown_journal_open (self->folder, self->clock, &error);
  if (self->journal == NULL)
    {
      ledger_say_trouble (self, error);
      return FALSE;
    }
  ledger_load_settings (self);
  for (guint i = 0; i < COOLDOWN_N_SUBJECTS; i++)
    load_session (self, (CooldownSubject) i);
  return TRUE;
}

/**
 * cooldown_ledger_new:
 * @clock: the clock
 * @facts: what the agent acts on; must outlive the ledger
 * @folder: where the journal lies
 *
 * All that is going on, backed by the journal. Where the journal cannot be used it goes on in
 * memory: a reminder that cannot be noted is still a reminder. It is tried again with each note.
 *
 * Returns: (transfer full): the ledger with what an earlier agent left
 */
CooldownLedger *
cooldown_ledger_new (CooldownClock *clock, const CooldownFacts *facts, const char *folder)
{
  CooldownLedger *self = g_object_new (COOLDOWN_TYPE_LEDGER, NULL);

  self->clock = g_object_ref (clock);
  self->facts = facts;
  self->folder = g_strdup (folder);
  ledger_open_journal (self);
  return self;
}

/**
 * cooldown_ledger_get_clock:
 * @self: the ledger
 *
 * Returns: (transfer none): its clock
 */
CooldownClock *
cooldown_ledger_get_clock (CooldownLedger *self)
{
  return self->clock;
}

/**
 * cooldown_ledger_get_facts:
 * @self: the ledger
 *
 * Returns: (transfer none): what it acts on
 */
const CooldownFacts *
cooldown_ledger_get_facts (CooldownLedger *self)
{
  return self->facts;
}

/**
 * cooldown_ledger_get_journal:
 * @self: the ledger
 *
 * Returns: (transfer none) (nullable): the journal, %NULL when it cannot be used
 */
CooldownJournal *
cooldown_ledger_get_journal (CooldownLedger *self)
{
  return self->journal;
}

/**
 * cooldown_ledger_get_trouble:
 * @self: the ledger
 *
 * Returns: (nullable): why notes cannot be saved at present
 */
const char *
cooldown_ledger_get_trouble (CooldownLedger *self)
{
  return self->trouble;
}

/**
 * cooldown_ledger_get_serial:
 * @self: the ledger
 *
 * Returns: a number that grows with each change
 */
gint64
cooldown_ledger_get_serial (CooldownLedger *self)
{
  return self->serial;
}

/**
 * cooldown_ledger_get_session:
 * @self: the ledger
 * @subject: which one
 *
 * Returns: (transfer none) (nullable): the session that goes on
 */
CooldownSession *
cooldown_ledger_get_session (CooldownLedger *self, CooldownSubject subject)
{
  return self->sessions[subject];
}

/**
 * cooldown_ledger_get_ice:
 * @self: the ledger
 * @now: this moment
 *
 * Returns: what icing is at
 */
CooldownIceState
cooldown_ledger_get_ice (CooldownLedger *self, const CooldownInstant *now)
{
  return cooldown_ice_fold (&self->facts->ice, self->sessions[COOLDOWN_SUBJECT_ICE], now);
}

/**
 * cooldown_ledger_get_recovery:
 * @self: the ledger
 * @now: this moment
 *
 * Returns: what the hour after the workout is at
 */
CooldownRecoveryState
cooldown_ledger_get_recovery (CooldownLedger *self, const CooldownInstant *now)
{
  return cooldown_recovery_fold (&self->facts->recovery,
                                 self->sessions[COOLDOWN_SUBJECT_RECOVERY], now);
}

/**
 * cooldown_ledger_get_routine:
 * @self: the ledger
 * @now: this moment
 *
 * Returns: what the wind-down routine is at
 */
CooldownRoutineState
cooldown_ledger_get_routine (CooldownLedger *self, const CooldownInstant *now)
{
  return cooldown_routine_fold (self->sessions[COOLDOWN_SUBJECT_EVENING], now);
}

/**
 * cooldown_ledger_begin:
 * @self: the ledger
 * @subject: what begins; an older session of it is closed
 * @plan: an a{sv}; sunk if floating
 * @event: the first event's name
 */
void
cooldown_ledger_begin (CooldownLedger *self,
                       CooldownSubject subject,
                       GVariant *plan,
                       const char *event)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (plan);

  cooldown_ledger_close (self, subject);
  self->sessions[subject] = cooldown_session_new (cooldown_subject_get_name (subject), sunk);
  cooldown_ledger_happen (self, subject, event, NULL);
}

/**
 * cooldown_ledger_happen:
 * @self: the ledger
 * @subject: whose session it happened to
 * @event: what happened
 * @arg: (nullable): more about it
 *
 * Writes an event down before anything is done about it.
 */
void
cooldown_ledger_happen (CooldownLedger *self,
                        CooldownSubject subject,
                        const char *event,
                        const char *arg)
{
  static const char *const undoable[] = { "skip", "stop",   "pause", "snooze", "step", "unstep",
                                          "next", "back",   "end",   "restless", NULL };
  CooldownSession *session = self->sessions[subject];
  CooldownInstant now = cooldown_clock_now (self->clock);

  g_return_if_fail (session != NULL);
  self->undoable = g_strv_contains (undoable, event);
  self->undo_subject = subject;
  self->undo_n_events = cooldown_session_get_n_events (session);
  cooldown_session_append (session, event, arg, &now);
  save (self, session, write_open_session);
  ledger_changed (self);
}

/**
 * cooldown_ledger_change_plan:
 * @self: the ledger
 * @subject: whose plan
 * @plan: the corrected plan, an a{sv}; sunk if floating
 */
void
cooldown_ledger_change_plan (CooldownLedger *self, CooldownSubject subject, GVariant *plan)
{
  g_return_if_fail (self->sessions[subject] != NULL);
  cooldown_session_set_plan (self->sessions[subject], plan);
  save (self, self->sessions[subject], write_open_session);
  ledger_changed (self);
}

/**
 * cooldown_ledger_close:
 * @self: the ledger
 * @subject: whose session is over and has been seen
 */
void
cooldown_ledger_close (CooldownLedger *self, CooldownSubject subject)
{
  if (self->sessions[subject] == NULL)
    return;
  save (self, self->sessions[subject], write_closed_session);
  g_clear_object (&self->sessions[subject]);
  self->undoable = FALSE;
  ledger_changed (self);
}

/**
 * cooldown_ledger_set_said:
 * @self: the ledger
 * @subject: what something was said about
 * @axis: session time of what was said
 */
void
cooldown_ledger_set_said (CooldownLedger *self, CooldownSubject subject, gint64 axis)
{
  CooldownSession *session = self->sessions[subject];

  if (session == NULL || cooldown_session_get_said (session) >= axis)
    return;
  cooldown_session_set_said (session, axis);
  save (self, session, write_open_session);
}

/**
 * cooldown_ledger_can_undo:
 * @self: the ledger
 *
 * Returns: whether the last command can be taken back
 */
gboolean
cooldown_ledger_can_undo (CooldownLedger *self)
{
  CooldownSession *session = self->sessions[self->undo_subject];

  return self->undoable && session != NULL &&
         cooldown_session_get_n_events (session) == self->undo_n_events + 1;
}

/* What began by mistake did not begin. */
static void
take_back_session (CooldownLedger *self)
{
  CooldownSession *session = g_steal_pointer (&self->sessions[self->undo_subject]);

  self->undoable = FALSE;
  cooldown_session_pop (session);
  ledger_write (self, write_no_session, session, g_object_unref);
  ledger_changed (self);
}

/**
 * cooldown_ledger_undo:
 * @self: the ledger
 *
 * Takes back the last command, if that is possible; a session that began with it goes as well.
 */
void
cooldown_ledger_undo (CooldownLedger *self)
{
  g_autoptr (GError) error = NULL;
  CooldownSession *session = self->sessions[self->undo_subject];

  if (!cooldown_ledger_can_undo (self))
    return;
  if (self->undo_n_events == 0)
    {
      take_back_session (self);
      return;
    }
  if (cooldown_session_get_n_saved (session) > self->undo_n_events &&
      !cooldown_journal_remove_event (self->journal, session, &error))
    ledger_say_trouble (self, error);
  else
    {
      self->undoable = FALSE;
      cooldown_session_pop (session);
    }
  ledger_changed (self);
}
