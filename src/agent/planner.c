/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner.h"

#include "manner.h"
#include "marks.h"
#include "missed.h"

/* Boot time that grows this much faster than monotonic time was a sleep. */
#define SLEEP_THRESHOLD COOLDOWN_SECOND
/* What could not be shown is tried again after a minute, then after twice as long each time. */
#define RETRY_FIRST COOLDOWN_MINUTE
#define RETRY_MOST (16 * COOLDOWN_MINUTE)

/* What was last given to the notifier for a slot. */
typedef struct
{
  CooldownNoticeKind kind;
  guint round;
  gint64 session;
  gint64 serial;
  gboolean shown;
  gint64 retry_after; /* how long after a try that fails the next one comes */
  gint64 retry_at;    /* boot time of the next one */
} Told;

struct _CooldownPlanner
{
  GObject parent_instance;
  CooldownLedger *ledger;
  CooldownNotifier *notifier;
  Told told[COOLDOWN_N_SLOTS];
  gboolean gathered[COOLDOWN_N_SOURCES]; /* whether the summary tells it */
  gint64 gathered_serials[COOLDOWN_N_SOURCES];
  gint64 gathered_sessions[COOLDOWN_N_SOURCES];
  gint64 n_summaries;
  gint64 slept; /* boot time minus monotonic time */
  gboolean has_sound;
};

enum
{
  RINGS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CooldownPlanner, cooldown_planner, G_TYPE_OBJECT)

static char *
key_name (guint slot)
{
  return g_strconcat ("shown.", cooldown_slot_get_name (slot), NULL);
}

static void
cooldown_planner_dispose (GObject *object)
{
  CooldownPlanner *self = COOLDOWN_PLANNER (object);

  g_clear_object (&self->ledger);
  g_clear_object (&self->notifier);
  G_OBJECT_CLASS (cooldown_planner_parent_class)->dispose (object);
}

static void
cooldown_planner_class_init (CooldownPlannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_planner_dispose;
  signals[RINGS] = g_signal_new ("rings", COOLDOWN_TYPE_PLANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cooldown_planner_init (CooldownPlanner *self)
{
}

/* All that the newest summary tells is said with it. */
static void
set_gathered_said (CooldownPlanner *self)
{
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    if (self->gathered[i])
      cooldown_due_set_said (self->ledger, cooldown_due_source (i), self->gathered_serials[i]);
}

/* It stands on the desktop: only now is it said. */
static void
placed_cb (CooldownNotifier *notifier,
           guint slot,
           const char *key,
           gint64 serial,
           gpointer data)
{
  CooldownPlanner *self = data;
  g_autofree char *name = key_name (slot);
  GVariant *old = cooldown_ledger_lookup (self->ledger, name, G_VARIANT_TYPE_STRING);

  self->told[slot].retry_after = RETRY_FIRST;
  if (old == NULL || g_strcmp0 (g_variant_get_string (old, NULL), key) != 0)
    cooldown_ledger_set (self->ledger, name, g_variant_new_string (key));
  if (serial < 0)
    return;
  if (slot != COOLDOWN_SLOT_SUMMARY)
    cooldown_due_set_said (self->ledger, cooldown_due_source (slot), serial);
  else if (serial == self->n_summaries)
    set_gathered_said (self);
}

static void
failed_cb (CooldownNotifier *notifier, guint slot, const char *why, gpointer data)
{
  CooldownPlanner *self = data;
  Told *told = &self->told[slot];

  told->shown = FALSE;
  told->retry_after = MIN (told->retry_after * 2, RETRY_MOST);
}

/* A server that appears knows nothing of what another one showed. */
static void
ready_cb (CooldownPlanner *self)
{
  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    {
      self->told[i].shown = FALSE;
      self->told[i].retry_after = RETRY_FIRST;
      self->told[i].retry_at = 0;
    }
}

static gint64
measure_sleep (CooldownPlanner *self, const CooldownInstant *now)
{
  return now->boot - cooldown_clock_get_monotonic (cooldown_ledger_get_clock (self->ledger));
}

/* What a predecessor left is taken away; what still holds of it is shown again. */
static void
adopt (CooldownPlanner *self)
{
  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    {
      g_autofree char *name = key_name (i);
      GVariant *key = cooldown_ledger_lookup (self->ledger, name, G_VARIANT_TYPE_STRING);

      if (key != NULL && *g_variant_get_string (key, NULL) != '\0')
        cooldown_notifier_adopt (self->notifier, i, g_variant_get_string (key, NULL));
      cooldown_notifier_withdraw (self->notifier, i);
    }
}

/**
 * cooldown_planner_new:
 * @ledger: what is going on
 * @notifier: what says it
 *
 * The planner works out what has to be said and when it has to look again. It keeps no list of
 * alarms: what stands to be said follows from what its sources say.
 *
 * Returns: (transfer full): the planner
 */
CooldownPlanner *
cooldown_planner_new (CooldownLedger *ledger, CooldownNotifier *notifier)
{
  CooldownPlanner *self = g_object_new (COOLDOWN_TYPE_PLANNER, NULL);
  CooldownInstant now = cooldown_clock_now (cooldown_ledger_get_clock (ledger));

  self->ledger = g_object_ref (ledger);
  self->notifier = g_object_ref (notifier);
  self->slept = measure_sleep (self, &now);
  ready_cb (self);
  g_signal_connect_object (notifier, "placed", G_CALLBACK (placed_cb), self, 0);
  g_signal_connect_object (notifier, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (notifier, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  adopt (self);
  return self;
}

/**
 * cooldown_planner_set_has_sound:
 * @self: the planner
 * @has_sound: whether the agent can make a sound by itself; else the server is asked for one
 */
void
cooldown_planner_set_has_sound (CooldownPlanner *self, gboolean has_sound)
{
  self->has_sound = has_sound;
}

static void
note_sleep (CooldownPlanner *self, const CooldownInstant *now)
{
  gint64 slept = measure_sleep (self, now);
  gint64 more = slept - self->slept;
  g_autofree char *seconds = NULL;

  self->slept = slept;
  if (more < SLEEP_THRESHOLD)
    return;
  seconds = g_strdup_printf ("%" G_GINT64_FORMAT, more / COOLDOWN_SECOND);
  for (guint i = 0; i < COOLDOWN_N_SUBJECTS; i++)
    if (cooldown_ledger_get_session (self->ledger, (CooldownSubject) i) != NULL)
      cooldown_ledger_happen (self->ledger, (CooldownSubject) i, "away", seconds);
}

static gboolean
was_said (CooldownPlanner *self, guint i, const CooldownDue *due, const CooldownInstant *now)
{
  return cooldown_due_was_said (self->ledger, cooldown_due_source (i), due, now);
}

/* What is too late to be worth saying is no longer said; if it never was, it was missed. */
static void
drop_late (CooldownPlanner *self, guint i, CooldownDue *due, const CooldownInstant *now)
{
  if (cooldown_due_is_worth_saying (self->ledger, due))
    return;
  if (due->kind != COOLDOWN_NOTICE_NONE && !was_said (self, i, due, now))
    cooldown_missed_add (self->ledger, i, due, now);
  due->kind = COOLDOWN_NOTICE_NONE;
}

static gboolean
is_told (const Told *told, const CooldownDue *due)
{
  return told->kind == due->kind && told->round == due->round && told->session == due->session &&
         told->serial == due->serial;
}

/* Ice on the skin is told by itself, and so is the test of that. */
static gboolean
may_gather (const CooldownDue *due)
{
  return due->kind != COOLDOWN_NOTICE_NONE && due->kind != COOLDOWN_NOTICE_ICE_SKIN_CHECK &&
         due->kind != COOLDOWN_NOTICE_ICE_OFF && due->kind != COOLDOWN_NOTICE_ICE_SKIN &&
         due->kind != COOLDOWN_NOTICE_ICE_WHEN && due->kind != COOLDOWN_NOTICE_TEST;
}

/* What has to be said for the first time and was not even tried by itself. */
static gboolean
is_new (CooldownPlanner *self, guint i, const CooldownDue *due, const CooldownInstant *now)
{
  return may_gather (due) && !self->gathered[i] && !was_said (self, i, due, now) &&
         !(self->told[i].shown && is_told (&self->told[i], due));
}

/* Two or more that are to be said at the same moment are told in one notification; one that comes
 * while no server took it yet joins it. Whether that tells something else now than before: the same
 * ones of another day are something else. */
static gboolean
gather (CooldownPlanner *self,
        const CooldownDue dues[COOLDOWN_N_SOURCES],
        const CooldownInstant *now)
{
  gboolean changed = FALSE;
  guint n_new = 0;

  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    {
      gboolean holds = dues[i].kind != COOLDOWN_NOTICE_NONE &&
                       dues[i].serial == self->gathered_serials[i] &&
                       dues[i].session == self->gathered_sessions[i];

      changed |= self->gathered[i] && !holds;
      self->gathered[i] = self->gathered[i] && holds;
      n_new += self->gathered[i] ? !was_said (self, i, &dues[i], now)
                                 : is_new (self, i, &dues[i], now);
    }
  for (guint i = 0; n_new >= 2 && i < COOLDOWN_N_SOURCES; i++)
    if (is_new (self, i, &dues[i], now))
      {
        self->gathered[i] = TRUE;
        self->gathered_serials[i] = dues[i].serial;
        self->gathered_sessions[i] = dues[i].session;
        changed = TRUE;
      }
  return changed;
}

static void
show (CooldownPlanner *self, CooldownReminder *reminder, const CooldownInstant *now)
{
  Told *told = &self->told[reminder->slot];

  if (cooldown_sound_get_tune (reminder->sound) != NULL && !self->has_sound)
    reminder->sound = reminder->sound == COOLDOWN_SOUND_STEP ? COOLDOWN_SOUND_SERVER
                                                             : COOLDOWN_SOUND_ALARM;
  told->shown = TRUE;
  told->retry_at = now->boot + told->retry_after;
  cooldown_notifier_show (self->notifier, reminder);
  if (cooldown_sound_get_tune (reminder->sound) != NULL)
    g_signal_emit (self, signals[RINGS], 0, cooldown_sound_get_tune (reminder->sound));
}

/* Where the last try failed, what an earlier one brought may stand there still. */
static void
withdraw (CooldownPlanner *self, guint slot)
{
  if (self->told[slot].kind != COOLDOWN_NOTICE_NONE)
    cooldown_notifier_withdraw (self->notifier, slot);
  self->told[slot].shown = FALSE;
  self->told[slot].kind = COOLDOWN_NOTICE_NONE;
}

/* Whether what is due of a slot has to be given to the notifier now. */
static gboolean
has_to_tell (Told *told, const CooldownDue *due, const CooldownInstant *now)
{
  gboolean same = is_told (told, due);

  told->kind = due->kind;
  told->round = due->round;
  told->session = due->session;
  told->serial = due->serial;
  return !same || (!told->shown && now->boot >= told->retry_at);
}

static CooldownReminder *
make_reminder (CooldownPlanner *self, guint i, const CooldownDue *due, const CooldownInstant *now)
{
  CooldownReminder *reminder = cooldown_reminder_new (self->ledger, i, due, now);

  cooldown_manner_apply (reminder, self->ledger, due->kind, now);
  if (was_said (self, i, due, now))
    reminder->sound = COOLDOWN_SOUND_NONE;
  return reminder;
}

static void
tell (CooldownPlanner *self, guint i, const CooldownDue *due, const CooldownInstant *now)
{
  g_autoptr (CooldownReminder) reminder = NULL;

  if (due->kind == COOLDOWN_NOTICE_NONE || self->gathered[i])
    withdraw (self, i);
  else if (has_to_tell (&self->told[i], due, now))
    {
      reminder = make_reminder (self, i, due, now);
      show (self, reminder, now);
    }
}

/* The reminder for all that is gathered: one that is left has its own words. */
static CooldownReminder *
make_summary (CooldownPlanner *self,
              const CooldownDue dues[COOLDOWN_N_SOURCES],
              const CooldownInstant *now)
{
  g_autoptr (GPtrArray) reminders =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cooldown_reminder_free);
  CooldownReminder *summary;

  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    if (self->gathered[i])
      g_ptr_array_add (reminders, make_reminder (self, i, &dues[i], now));
  if (reminders->len == 1)
    summary = cooldown_reminder_copy (g_ptr_array_index (reminders, 0));
  else
    {
      summary = cooldown_reminder_new_summary (reminders);
      if (cooldown_manner_is_discreet (self->ledger))
        cooldown_manner_conceal (summary, COOLDOWN_NOTICE_NONE);
    }
  summary->slot = COOLDOWN_SLOT_SUMMARY;
  summary->serial = self->n_summaries;
  return summary;
}

static void
tell_summary (CooldownPlanner *self,
              const CooldownDue dues[COOLDOWN_N_SOURCES],
              gboolean changed,
              const CooldownInstant *now)
{
  CooldownDue due = COOLDOWN_DUE_NOTHING;
  g_autoptr (CooldownReminder) summary = NULL;

  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    if (self->gathered[i])
      due.kind = dues[i].kind;
  if (due.kind == COOLDOWN_NOTICE_NONE)
    {
      withdraw (self, COOLDOWN_SLOT_SUMMARY);
      return;
    }
  self->n_summaries += changed;
  due.serial = self->n_summaries;
  if (!has_to_tell (&self->told[COOLDOWN_SLOT_SUMMARY], &due, now))
    return;
  summary = make_summary (self, dues, now);
  show (self, summary, now);
}

static void
wake_for (CooldownPlanner *self,
          guint i,
          const CooldownDue *due,
          const CooldownInstant *now,
          CooldownWake *wake)
{
  const Told *told = &self->told[self->gathered[i] ? COOLDOWN_SLOT_SUMMARY : i];
  gint64 worth = cooldown_due_get_worth (self->ledger, due);

  wake->boot = MIN (wake->boot, due->wake_boot);
  wake->wall = MIN (wake->wall, due->wake_wall);
  if (due->kind == COOLDOWN_NOTICE_NONE)
    return;
  if (!told->shown)
    wake->boot = MIN (wake->boot, told->retry_at);
  if (worth == COOLDOWN_NEVER)
    return;
  if (cooldown_due_source (i)->session == COOLDOWN_NO_SESSION)
    wake->wall = MIN (wake->wall, now->wall + worth - due->late);
  else
    wake->boot = MIN (wake->boot, now->boot + worth - due->late);
}

/**
 * cooldown_planner_run:
 * @self: the planner
 *
 * Says what has to be said now and withdraws what no longer holds. To be called when the time that
 * it returned has come, when the clock was set or the machine woke, and after every change.
 *
 * Returns: when to call it again
 */
CooldownWake
cooldown_planner_run (CooldownPlanner *self)
{
  CooldownInstant now = cooldown_clock_now (cooldown_ledger_get_clock (self->ledger));
  CooldownWake wake = { COOLDOWN_NEVER, COOLDOWN_NEVER };
  CooldownDue dues[COOLDOWN_N_SOURCES];
  gboolean changed;

  note_sleep (self, &now);
  cooldown_due_forget_ahead (self->ledger, &now);
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    if (cooldown_due_source (i)->tidy != NULL)
      cooldown_due_source (i)->tidy (self->ledger, &now);
  cooldown_due_look_all (self->ledger, &now, dues);
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    drop_late (self, i, &dues[i], &now);
  changed = gather (self, dues, &now);
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    tell (self, i, &dues[i], &now);
  tell_summary (self, dues, changed, &now);
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    wake_for (self, i, &dues[i], &now, &wake);
  return wake;
}
