/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "due.h"

#include "marks.h"

/* The most important first: it is told first, and named first. */
static const CooldownDueSource *const sources[] = {
  &cooldown_due_ice,
  &cooldown_due_hour,
  &cooldown_due_routine,
  &cooldown_due_episode_evening,
  &cooldown_due_episode_morning,
  &cooldown_due_test,
  &cooldown_due_wind_down,
  &cooldown_due_bed,
  &cooldown_due_caffeine,
  &cooldown_due_alcohol,
  &cooldown_due_morning,
  &cooldown_due_experiment,
};

G_STATIC_ASSERT (G_N_ELEMENTS (sources) == COOLDOWN_N_SOURCES);

/**
 * cooldown_due_source:
 * @slot: which one, from 0 to under %COOLDOWN_N_SOURCES, the most important first
 *
 * Returns: (transfer none): the source
 */
const CooldownDueSource *
cooldown_due_source (guint slot)
{
  g_return_val_if_fail (slot < COOLDOWN_N_SOURCES, sources[0]);
  return sources[slot];
}

/**
 * cooldown_slot_get_name:
 * @slot: a slot for a notification
 *
 * Returns: what it is called in the journal and towards notification servers
 */
const char *
cooldown_slot_get_name (guint slot)
{
  return slot == COOLDOWN_SLOT_SUMMARY ? "summary" : cooldown_due_source (slot)->name;
}

/* Which session of its subject it is. Its number in the journal would not tell: it has none yet
 * where it could not be written. */
static gint64
get_beginning (CooldownSession *session)
{
  return cooldown_session_get_n_events (session) > 0
             ? cooldown_session_get_event (session, 0)->at.wall
             : 0;
}

/**
 * cooldown_due_from_notice:
 * @ledger: what is going on
 * @subject: whose session it is
 * @notice: what the session wants said, in its own time
 * @now: this moment
 *
 * Returns: the same as a due
 */
CooldownDue
cooldown_due_from_notice (CooldownLedger *ledger,
                          CooldownSubject subject,
                          const CooldownNotice *notice,
                          const CooldownInstant *now)
{
  CooldownSession *session = cooldown_ledger_get_session (ledger, subject);
  CooldownDue due = COOLDOWN_DUE_NOTHING;
  gint64 axis = cooldown_session_get_axis (session, now);

  due.kind = notice->kind;
  due.round = notice->round;
  due.session = get_beginning (session);
  due.serial = notice->said;
  if (notice->kind != COOLDOWN_NOTICE_NONE)
    due.late = MAX (axis - notice->said, 0);
  if (notice->next_at != COOLDOWN_NEVER)
    due.wake_boot = now->boot + notice->next_at - axis;
  return due;
}

/**
 * cooldown_due_from_appointment:
 * @ledger: what is going on
 * @source: whose appointment it is
 * @kind: what is to be said at its time
 * @appointment: when it was and will be
 * @now: this moment
 *
 * Returns: what is due of it: the last one, unless that was dealt with
 */
CooldownDue
cooldown_due_from_appointment (CooldownLedger *ledger,
                               const CooldownDueSource *source,
                               CooldownNoticeKind kind,
                               const CooldownAppointment *appointment,
                               const CooldownInstant *now)
{
  CooldownDue due = COOLDOWN_DUE_NOTHING;

  due.wake_wall = appointment->next;
  if (appointment->last == COOLDOWN_NEVER ||
      cooldown_due_is_done (ledger, source, appointment->last, now))
    return due;
  due.kind = kind;
  due.serial = appointment->last;
  due.late = now->wall - appointment->last;
  return due;
}

/**
 * cooldown_due_tidy_after:
 * @ledger: what is going on
 * @subject: whose session is over
 * @over_since: session time since when it is
 * @now: this moment
 *
 * Puts the session away when it had time enough to be seen.
 */
void
cooldown_due_tidy_after (CooldownLedger *ledger,
                         CooldownSubject subject,
                         gint64 over_since,
                         const CooldownInstant *now)
{
  CooldownSession *session = cooldown_ledger_get_session (ledger, subject);

  if (cooldown_session_get_axis (session, now) - over_since > COOLDOWN_SESSION_LINGER)
    cooldown_ledger_close (ledger, subject);
}

/**
 * cooldown_due_get_worth:
 * @ledger: what is going on
 * @due: what is due
 *
 * Returns: for how long after its time it is worth saying, microseconds, or %COOLDOWN_NEVER for as
 *   long as it stands (reminders.json)
 */
gint64
cooldown_due_get_worth (CooldownLedger *ledger, const CooldownDue *due)
{
  return cooldown_ledger_get_facts (ledger)->reminders.worth[due->kind];
}

/**
 * cooldown_due_is_worth_saying:
 * @ledger: what is going on
 * @due: what is due
 *
 * Returns: whether it is something, and not too late to be worth saying
 */
gboolean
cooldown_due_is_worth_saying (CooldownLedger *ledger, const CooldownDue *due)
{
  return due->kind != COOLDOWN_NOTICE_NONE && due->late < cooldown_due_get_worth (ledger, due);
}

/**
 * cooldown_due_look_all:
 * @ledger: what is going on
 * @now: this moment
 * @dues: (out): what is due of each source, in the order of the slots
 */
void
cooldown_due_look_all (CooldownLedger *ledger,
                       const CooldownInstant *now,
                       CooldownDue dues[COOLDOWN_N_SOURCES])
{
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    dues[i] = sources[i]->look (ledger, now);
}
