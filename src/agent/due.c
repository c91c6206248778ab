/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "due.h"

/* How long a session that is over stays to be looked at. */
#define LINGER (12 * COOLDOWN_HOUR)

/* The most important first: it is told first, and named first. */
static const CooldownDueSource *const sources[] = {
  &cooldown_due_ice,
  &cooldown_due_hour,
  &cooldown_due_episode_evening,
  &cooldown_due_episode_morning,
  &cooldown_due_test,
  &cooldown_due_wind_down,
  &cooldown_due_bed,
  &cooldown_due_caffeine,
  &cooldown_due_morning,
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
  due.serial = notice->said;
  if (notice->kind != COOLDOWN_NOTICE_NONE)
    due.late = MAX (axis - notice->said, 0);
  if (notice->next_at != COOLDOWN_NEVER)
    due.wake_boot = now->boot + notice->next_at - axis;
  return due;
}

/* Whether the appointment at @at was dealt with, when the last one that was is @mark. A mark ahead
 * of the clock is from when the clock was wrong, and counts for that very appointment alone. */
static gboolean
is_settled (gint64 at, gint64 mark, gint64 wall)
{
  return at == mark || (at < mark && mark <= wall);
}

static gint64
lookup_mark (CooldownLedger *ledger, const char *what, const CooldownDueSource *source)
{
  g_autofree char *name = g_strconcat (what, source->name, NULL);

  return cooldown_ledger_get_number (ledger, name, -1);
}

static void
set_mark (CooldownLedger *ledger,
          const char *what,
          const CooldownDueSource *source,
          gint64 serial)
{
  g_autofree char *name = g_strconcat (what, source->name, NULL);

  if (cooldown_ledger_get_number (ledger, name, -1) != serial)
    cooldown_ledger_set (ledger, name, g_variant_new_int64 (serial));
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
      is_settled (appointment->last, lookup_mark (ledger, "done.", source), now->wall))
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

  if (cooldown_session_get_axis (session, now) - over_since > LINGER)
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
 * cooldown_due_was_said:
 * @ledger: what is going on
 * @source: a source
 * @due: what is due of it
 * @now: this moment
 *
 * Returns: whether it was said already, by this agent or by one before it
 */
gboolean
cooldown_due_was_said (CooldownLedger *ledger,
                       const CooldownDueSource *source,
                       const CooldownDue *due,
                       const CooldownInstant *now)
{
  CooldownSession *session;

  if (source->session == COOLDOWN_NO_SESSION)
    return is_settled (due->serial, lookup_mark (ledger, "said.", source), now->wall);
  session = cooldown_ledger_get_session (ledger, (CooldownSubject) source->session);
  return session != NULL && due->serial <= cooldown_session_get_said (session);
}

/**
 * cooldown_due_set_said:
 * @ledger: what is going on
 * @source: a source
 * @serial: what was said of it
 *
 * Remembers that, so that it makes no sound a second time.
 */
void
cooldown_due_set_said (CooldownLedger *ledger, const CooldownDueSource *source, gint64 serial)
{
  if (source->session == COOLDOWN_NO_SESSION)
    set_mark (ledger, "said.", source, serial);
  else
    cooldown_ledger_set_said (ledger, (CooldownSubject) source->session, serial);
}

/**
 * cooldown_due_set_done:
 * @ledger: what is going on
 * @source: a source about a time of day
 * @serial: which of its appointments was answered
 *
 * That one and those before it are no longer due.
 */
void
cooldown_due_set_done (CooldownLedger *ledger, const CooldownDueSource *source, gint64 serial)
{
  g_return_if_fail (source->session == COOLDOWN_NO_SESSION);
  set_mark (ledger, "done.", source, serial);
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

/**
 * cooldown_due_settle_new:
 * @ledger: what is going on
 * @now: this moment
 * @before: what was due before the user changed when appointments are
 *
 * What is due only because of the change was never to come at its time, and is not said now: nobody
 * wants to be reminded of what was this noon on switching it on.
 */
void
cooldown_due_settle_new (CooldownLedger *ledger,
                         const CooldownInstant *now,
                         const CooldownDue before[COOLDOWN_N_SOURCES])
{
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    {
      CooldownDue due;

      if (sources[i]->session != COOLDOWN_NO_SESSION)
        continue;
      due = sources[i]->look (ledger, now);
      if (due.kind != COOLDOWN_NOTICE_NONE &&
          (before[i].kind == COOLDOWN_NOTICE_NONE || before[i].serial != due.serial))
        cooldown_due_set_done (ledger, sources[i], due.serial);
    }
}
