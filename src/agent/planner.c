/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "planner.h"

/* Boot time that grows this much faster than monotonic time was a sleep. */
#define SLEEP_THRESHOLD COOLDOWN_SECOND
/* How long a session that is over stays to be looked at. */
#define LINGER (12 * COOLDOWN_HOUR)
/* What could not be shown is tried again after a minute, then after twice as long each time. */
#define RETRY_FIRST COOLDOWN_MINUTE
#define RETRY_MOST (16 * COOLDOWN_MINUTE)

/* What was last given to the notifier about a subject. */
typedef struct
{
  CooldownNotice notice;
  gboolean shown;
  gint64 retry_after; /* how long after a try that fails the next one comes */
  gint64 retry_at;    /* boot time of the next one */
} Told;

struct _CooldownPlanner
{
  GObject parent_instance;
  CooldownLedger *ledger;
  CooldownNotifier *notifier;
  Told told[COOLDOWN_N_SUBJECTS];
  gint64 slept; /* boot time minus monotonic time */
};

G_DEFINE_FINAL_TYPE (CooldownPlanner, cooldown_planner, G_TYPE_OBJECT)

static const char *
key_name (CooldownSubject subject)
{
  return subject == COOLDOWN_SUBJECT_ICE ? "shown.ice" : "shown.recovery";
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
}

static void
cooldown_planner_init (CooldownPlanner *self)
{
}

/* It stands on the desktop: only now is it said. */
static void
placed_cb (CooldownNotifier *notifier,
           guint subject,
           const char *key,
           gint64 said,
           gpointer data)
{
  CooldownPlanner *self = data;
  GVariant *old = cooldown_ledger_lookup (self->ledger, key_name (subject), G_VARIANT_TYPE_STRING);

  self->told[subject].retry_after = RETRY_FIRST;
  if (old == NULL || g_strcmp0 (g_variant_get_string (old, NULL), key) != 0)
    cooldown_ledger_set (self->ledger, key_name (subject), g_variant_new_string (key));
  cooldown_ledger_set_said (self->ledger, (CooldownSubject) subject, said);
}

static void
failed_cb (CooldownNotifier *notifier, guint subject, gpointer data)
{
  CooldownPlanner *self = data;
  Told *told = &self->told[subject];

  told->shown = FALSE;
  told->retry_after = MIN (told->retry_after * 2, RETRY_MOST);
}

/* A server that appears knows nothing of what another one showed. */
static void
ready_cb (CooldownPlanner *self)
{
  for (guint i = 0; i < COOLDOWN_N_SUBJECTS; i++)
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

/**
 * cooldown_planner_new:
 * @ledger: what is going on
 * @notifier: what says it
 *
 * The planner works out what has to be said and when it has to look again. It keeps no list of
 * alarms: what stands to be said follows from the sessions themselves.
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
  for (guint i = 0; i < COOLDOWN_N_SUBJECTS; i++)
    {
      GVariant *key = cooldown_ledger_lookup (ledger, key_name (i), G_VARIANT_TYPE_STRING);

      if (key != NULL && *g_variant_get_string (key, NULL) != '\0')
        cooldown_notifier_adopt (notifier, (CooldownSubject) i, g_variant_get_string (key, NULL));
      cooldown_notifier_withdraw (notifier, (CooldownSubject) i);
    }
  return self;
}

/* What stands to be said about a subject. */
static CooldownNotice
notice_of (CooldownPlanner *self, CooldownSubject subject, const CooldownInstant *now)
{
  CooldownNotice none = { COOLDOWN_NOTICE_NONE, 0, -1, COOLDOWN_NEVER };
  CooldownSession *session = cooldown_ledger_get_session (self->ledger, subject);
  gint64 axis;

  if (session == NULL)
    return none;
  axis = cooldown_session_get_axis (session, now);
  if (subject == COOLDOWN_SUBJECT_ICE)
    {
      CooldownIceState ice = cooldown_ledger_get_ice (self->ledger, now);

      return cooldown_ice_get_notice (&cooldown_ledger_get_facts (self->ledger)->ice, &ice, axis);
    }
  else
    {
      CooldownRecoveryState recovery = cooldown_ledger_get_recovery (self->ledger, now);

      return cooldown_recovery_get_notice (&recovery, axis);
    }
}

static void
tell (CooldownPlanner *self,
      CooldownSubject subject,
      const CooldownNotice *notice,
      const CooldownInstant *now)
{
  Told *told = &self->told[subject];
  CooldownSession *session = cooldown_ledger_get_session (self->ledger, subject);
  gboolean same = told->notice.kind == notice->kind && told->notice.round == notice->round &&
                  told->notice.said == notice->said;
  gboolean quiet;

  if (notice->kind == COOLDOWN_NOTICE_NONE)
    {
      if (told->shown)
        cooldown_notifier_withdraw (self->notifier, subject);
      told->shown = FALSE;
    }
  else if (!same || (!told->shown && now->boot >= told->retry_at))
    {
      g_autoptr (CooldownReminder) reminder =
        cooldown_reminder_new (self->ledger, subject, notice, now);

      quiet = notice->said <= cooldown_session_get_said (session);
      cooldown_notifier_show (self->notifier, reminder, quiet);
      told->shown = TRUE;
      told->retry_at = now->boot + told->retry_after;
    }
  told->notice = *notice;
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

/* Boot time at which a subject has to be looked at next. */
static gint64
next_look (CooldownPlanner *self,
           CooldownSubject subject,
           const CooldownNotice *notice,
           const CooldownInstant *now)
{
  const Told *told = &self->told[subject];
  CooldownSession *session = cooldown_ledger_get_session (self->ledger, subject);
  gint64 next = COOLDOWN_NEVER;

  if (session != NULL && notice->next_at != COOLDOWN_NEVER)
    next = now->boot + notice->next_at - cooldown_session_get_axis (session, now);
  if (notice->kind != COOLDOWN_NOTICE_NONE && !told->shown)
    next = MIN (next, told->retry_at);
  return next;
}

/* Sessions that are over go: at once if the user ended them, else when they had time to be seen. */
static void
close_finished (CooldownPlanner *self, const CooldownInstant *now)
{
  CooldownIceState ice = cooldown_ledger_get_ice (self->ledger, now);
  CooldownRecoveryState recovery = cooldown_ledger_get_recovery (self->ledger, now);
  CooldownSession *session = cooldown_ledger_get_session (self->ledger, COOLDOWN_SUBJECT_ICE);

  if (session != NULL && (ice.phase == COOLDOWN_ICE_DONE || ice.phase == COOLDOWN_ICE_LAPSED ||
                          ice.phase == COOLDOWN_ICE_STOPPED) &&
      cooldown_session_get_axis (session, now) - ice.since > LINGER)
    cooldown_ledger_close (self->ledger, COOLDOWN_SUBJECT_ICE);
  session = cooldown_ledger_get_session (self->ledger, COOLDOWN_SUBJECT_RECOVERY);
  if (session != NULL && cooldown_recovery_phase_is_over (recovery.phase) &&
      cooldown_session_get_axis (session, now) - recovery.since > LINGER)
    cooldown_ledger_close (self->ledger, COOLDOWN_SUBJECT_RECOVERY);
}

/**
 * cooldown_planner_run:
 * @self: the planner
 *
 * Says what has to be said now and withdraws what no longer holds. To be called when the time that
 * it returned has come, and after every change.
 *
 * Returns: when to call it again, microseconds of boot time, or %COOLDOWN_NEVER
 */
gint64
cooldown_planner_run (CooldownPlanner *self)
{
  CooldownInstant now = cooldown_clock_now (cooldown_ledger_get_clock (self->ledger));
  gint64 next = COOLDOWN_NEVER;

  note_sleep (self, &now);
  close_finished (self, &now);
  for (guint i = 0; i < COOLDOWN_N_SUBJECTS; i++)
    {
      CooldownNotice notice = notice_of (self, (CooldownSubject) i, &now);

      tell (self, (CooldownSubject) i, &notice, &now);
      next = MIN (next, next_look (self, (CooldownSubject) i, &notice, &now));
    }
  return next;
}

/**
 * cooldown_planner_is_idle:
 * @self: the planner
 *
 * Returns: whether nothing has to be said, now or later, by anything that goes on
 */
gboolean
cooldown_planner_is_idle (CooldownPlanner *self)
{
  CooldownInstant now = cooldown_clock_now (cooldown_ledger_get_clock (self->ledger));

  for (guint i = 0; i < COOLDOWN_N_SUBJECTS; i++)
    {
      CooldownNotice notice = notice_of (self, (CooldownSubject) i, &now);

      if (notice.kind != COOLDOWN_NOTICE_NONE || notice.next_at != COOLDOWN_NEVER)
        return FALSE;
    }
  return TRUE;
}

/**
 * cooldown_planner_get_upcoming:
 * @self: the planner
 *
 * Returns: (transfer floating): what stands to be said and what will be next, an a(sxs): the
 *   subject, seconds since 1970 UTC and the words
 */
GVariant *
cooldown_planner_get_upcoming (CooldownPlanner *self)
{
  CooldownInstant now = cooldown_clock_now (cooldown_ledger_get_clock (self->ledger));
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sxs)"));
  for (guint i = 0; i < COOLDOWN_N_SUBJECTS; i++)
    {
      CooldownSubject subject = (CooldownSubject) i;
      CooldownSession *session = cooldown_ledger_get_session (self->ledger, subject);
      CooldownNotice notice = notice_of (self, subject, &now);
      CooldownInstant then = now;
      gint64 ahead;

      if (session == NULL || notice.next_at == COOLDOWN_NEVER)
        continue;
      ahead = notice.next_at - cooldown_session_get_axis (session, &now);
      then.wall += ahead;
      then.boot += ahead;
      notice = notice_of (self, subject, &then);
      if (notice.kind != COOLDOWN_NOTICE_NONE)
        {
          g_autoptr (CooldownReminder) reminder =
            cooldown_reminder_new (self->ledger, subject, &notice, &then);

          g_variant_builder_add (&builder, "(sxs)", cooldown_subject_get_name (subject),
                                 then.wall / COOLDOWN_SECOND, reminder->title);
        }
    }
  return g_variant_builder_end (&builder);
}
