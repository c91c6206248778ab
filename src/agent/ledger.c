/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger.h"

#include "core/evening.h"

#include <string.h>

/* A bedtime until the user says theirs, minutes after midnight. */
#define USUAL_BEDTIME (22 * 60 + 45)

typedef struct
{
  CooldownSession *session;
  guint n_saved; /* events that stand in the journal */
} Page;

struct _CooldownLedger
{
  GObject parent_instance;
  CooldownClock *clock;
  const CooldownFacts *facts;
  CooldownJournal *journal;
  char *trouble;
  gint64 serial;
  Page pages[COOLDOWN_N_SUBJECTS];
  GHashTable *settings; /* (element-type utf8 GVariant) */
  /* The last command that can be undone: how many events there were before it. */
  gboolean undoable;
  CooldownSubject undo_subject;
  guint undo_n_events;
};

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
  return subject == COOLDOWN_SUBJECT_ICE ? "ice" : "recovery";
}

static void
cooldown_ledger_finalize (GObject *object)
{
  CooldownLedger *self = COOLDOWN_LEDGER (object);

  for (guint i = 0; i < COOLDOWN_N_SUBJECTS; i++)
    g_clear_object (&self->pages[i].session);
  g_clear_object (&self->clock);
  g_clear_object (&self->journal);
  g_hash_table_unref (self->settings);
  g_free (self->trouble);
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
  self->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_variant_unref);
}

static void
changed (CooldownLedger *self)
{
  self->serial++;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_all_saved (CooldownLedger *self)
{
  for (guint i = 0; i < COOLDOWN_N_SUBJECTS; i++)
    if (self->pages[i].session != NULL &&
        self->pages[i].n_saved < cooldown_session_get_n_events (self->pages[i].session))
      return FALSE;
  return TRUE;
}

/**
 * cooldown_ledger_noted:
 * @self: the ledger
 * @written: whether something could be written to the journal
 * @error: (nullable): why not
 *
 * Remembers that notes cannot be saved, so that the window can say so, until all of them are.
 */
void
cooldown_ledger_noted (CooldownLedger *self, gboolean written, GError *error)
{
  if (written == (self->trouble == NULL) || (written && !is_all_saved (self)))
    return;
  g_clear_pointer (&self->trouble, g_free);
  if (!written)
    {
      self->trouble = g_strdup (error != NULL ? error->message : "");
      g_message ("notes cannot be saved: %s", self->trouble);
    }
}

/* Writes all events that do not stand in the journal yet; what failed is tried again next time. */
static void
save_events (CooldownLedger *self, CooldownSubject subject)
{
  g_autoptr (GError) error = NULL;
  Page *page = &self->pages[subject];
  gboolean written;

  if (self->journal == NULL || page->session == NULL)
    return;
  if (cooldown_session_get_id (page->session) == 0)
    written = cooldown_journal_add_session (self->journal, page->session, &error);
  else
    written = cooldown_journal_add_events (self->journal, page->session, page->n_saved, &error);
  if (written)
    page->n_saved = cooldown_session_get_n_events (page->session);
  cooldown_ledger_noted (self, written, error);
}

static void
save_session (CooldownLedger *self, CooldownSubject subject, gboolean open)
{
  g_autoptr (GError) error = NULL;
  CooldownSession *session = self->pages[subject].session;

  if (self->journal == NULL || cooldown_session_get_id (session) == 0)
    return;
  cooldown_ledger_noted (self,
                         cooldown_journal_update_session (self->journal, session, open, &error),
                         error);
}

static void
load_settings (CooldownLedger *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) settings = cooldown_journal_get_settings (self->journal, &error);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  cooldown_ledger_noted (self, settings != NULL, error);
  if (settings == NULL)
    return;
  g_variant_iter_init (&iter, settings);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
    g_hash_table_insert (self->settings, g_strdup (name), value);
}

/* Takes up what a predecessor left; after a restart of the machine that is an event of its own. */
static void
load_session (CooldownLedger *self, CooldownSubject subject)
{
  g_autoptr (GError) error = NULL;
  Page *page = &self->pages[subject];
  CooldownInstant now = cooldown_clock_now (self->clock);

  page->session = cooldown_journal_get_open_session (self->journal,
                                                     cooldown_subject_get_name (subject), &error);
  cooldown_ledger_noted (self, error == NULL, error);
  if (page->session == NULL)
    return;
  page->n_saved = cooldown_session_get_n_events (page->session);
  if (cooldown_session_rebooted (page->session, &now))
    cooldown_ledger_happen (self, subject, "away", "reboot");
}

/**
 * cooldown_ledger_new:
 * @clock: the clock
 * @facts: what the agent acts on; must outlive the ledger
 * @folder: where the journal lies
 *
 * All that is going on, backed by the journal. Where the journal cannot be used it goes on in
 * memory: a reminder that cannot be noted is still a reminder.
 *
 * Returns: (transfer full): the ledger with what an earlier agent left
 */
CooldownLedger *
cooldown_ledger_new (CooldownClock *clock, const CooldownFacts *facts, const char *folder)
{
  CooldownLedger *self = g_object_new (COOLDOWN_TYPE_LEDGER, NULL);
  g_autoptr (GError) error = NULL;

  self->clock = g_object_ref (clock);
  self->facts = facts;
  self->journal = cooldown_journal_open (folder, clock, &error);
  cooldown_ledger_noted (self, self->journal != NULL, error);
  if (self->journal == NULL)
    return self;
  load_settings (self);
  for (guint i = 0; i < COOLDOWN_N_SUBJECTS; i++)
    load_session (self, (CooldownSubject) i);
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
  return self->pages[subject].session;
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
  return cooldown_ice_fold (&self->facts->ice, self->pages[COOLDOWN_SUBJECT_ICE].session, now);
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
                                 self->pages[COOLDOWN_SUBJECT_RECOVERY].session, now);
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
  self->pages[subject].session = cooldown_session_new (cooldown_subject_get_name (subject), sunk);
  self->pages[subject].n_saved = 0;
  cooldown_ledger_happen (self, subject, event, NULL);
  self->undoable = FALSE;
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
  static const char *const undoable[] = { "skip", "stop", "pause", "snooze", "step", "unstep",
                                          NULL };
  CooldownSession *session = self->pages[subject].session;
  CooldownInstant now = cooldown_clock_now (self->clock);

  g_return_if_fail (session != NULL);
  self->undoable = g_strv_contains (undoable, event);
  self->undo_subject = subject;
  self->undo_n_events = cooldown_session_get_n_events (session);
  cooldown_session_append (session, event, arg, &now);
  save_events (self, subject);
  changed (self);
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
  g_return_if_fail (self->pages[subject].session != NULL);
  cooldown_session_set_plan (self->pages[subject].session, plan);
  save_session (self, subject, TRUE);
  changed (self);
}

/**
 * cooldown_ledger_close:
 * @self: the ledger
 * @subject: whose session is over and has been seen
 */
void
cooldown_ledger_close (CooldownLedger *self, CooldownSubject subject)
{
  if (self->pages[subject].session == NULL)
    return;
  save_events (self, subject);
  save_session (self, subject, FALSE);
  g_clear_object (&self->pages[subject].session);
  self->undoable = FALSE;
  changed (self);
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
  CooldownSession *session = self->pages[subject].session;

  if (session == NULL || cooldown_session_get_said (session) >= axis)
    return;
  cooldown_session_set_said (session, axis);
  save_session (self, subject, TRUE);
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
  CooldownSession *session = self->pages[self->undo_subject].session;

  return self->undoable && session != NULL &&
         cooldown_session_get_n_events (session) == self->undo_n_events + 1;
}

/**
 * cooldown_ledger_undo:
 * @self: the ledger
 *
 * Takes back the last command, if that is possible.
 */
void
cooldown_ledger_undo (CooldownLedger *self)
{
  g_autoptr (GError) error = NULL;
  Page *page = &self->pages[self->undo_subject];
  gboolean stored;

  if (!cooldown_ledger_can_undo (self))
    return;
  self->undoable = FALSE;
  stored = page->n_saved > self->undo_n_events;
  if (stored && !cooldown_journal_remove_event (self->journal, page->session, &error))
    {
      cooldown_ledger_noted (self, FALSE, error);
      return;
    }
  cooldown_session_pop (page->session);
  page->n_saved = MIN (page->n_saved, self->undo_n_events);
  changed (self);
}

/**
 * cooldown_ledger_get_settings:
 * @self: the ledger
 *
 * Returns: (transfer floating): all settings, an a{sv}
 */
GVariant *
cooldown_ledger_get_settings (CooldownLedger *self)
{
  GVariantDict settings;
  GHashTableIter iter;
  gpointer name, value;

  g_variant_dict_init (&settings, NULL);
  g_hash_table_iter_init (&iter, self->settings);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_variant_dict_insert_value (&settings, name, value);
  return g_variant_dict_end (&settings);
}

/**
 * cooldown_ledger_lookup:
 * @self: the ledger
 * @name: a setting
 * @type: the type it has to have
 *
 * Returns: (transfer none) (nullable): its value, %NULL when it was never set
 */
GVariant *
cooldown_ledger_lookup (CooldownLedger *self, const char *name, const GVariantType *type)
{
  GVariant *value = g_hash_table_lookup (self->settings, name);

  return value != NULL && g_variant_is_of_type (value, type) ? value : NULL;
}

/**
 * cooldown_ledger_set:
 * @self: the ledger
 * @name: a setting
 * @value: its new value; sunk if floating
 */
void
cooldown_ledger_set (CooldownLedger *self, const char *name, GVariant *value)
{
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (self->settings, g_strdup (name), g_variant_ref_sink (value));
  if (self->journal != NULL)
    cooldown_ledger_noted (self,
                           cooldown_journal_set_setting (self->journal, name, value, &error),
                           error);
  changed (self);
}

/**
 * cooldown_ledger_alcohol_tonight:
 * @self: the ledger
 * @wall: this moment, microseconds since 1970 UTC
 *
 * Returns: whether alcohol was noted for the evening that @wall belongs to
 */
gboolean
cooldown_ledger_alcohol_tonight (CooldownLedger *self, gint64 wall)
{
  GVariant *tonight = cooldown_ledger_lookup (self, "tonight", G_VARIANT_TYPE_VARDICT);
  GVariant *stored = cooldown_ledger_lookup (self, "bedtime", G_VARIANT_TYPE_INT32);
  CooldownEvening evening;
  const char *date = NULL;
  gboolean alcohol = FALSE;

  if (tonight == NULL ||
      !cooldown_evening_at (self->clock, wall,
                            stored != NULL ? g_variant_get_int32 (stored) : USUAL_BEDTIME,
                            self->facts->winddown_minutes, &evening))
    return FALSE;
  g_variant_lookup (tonight, "date", "&s", &date);
  g_variant_lookup (tonight, "alcohol", "b", &alcohol);
  return alcohol && g_strcmp0 (date, evening.date) == 0;
}
