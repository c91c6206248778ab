/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/appointment.h"
#include "ledger.h"

G_BEGIN_DECLS

/*
 * What can fall due. Each source of reminders is one file due-*.c with the CooldownDueSource that it
 * defines, named in the table of due.c. Nothing else knows which there are.
 */

/**
 * CooldownDue:
 * @kind: what stands to be said; %COOLDOWN_NOTICE_NONE for nothing
 * @round: which round of ice, step of the routine or turn of a trial it is about, 0 for the rest
 * @session: when the session began, microseconds since 1970 UTC; 0 for what is about none
 * @serial: which telling of its source, and of the session, it is; one that comes later has a higher
 *   number
 * @late: how long ago it was to be said, microseconds, never negative
 * @wake_boot: boot time at which something changes by itself, or %COOLDOWN_NEVER
 * @wake_wall: the same by wall time; appointments have this, durations the other
 *
 * What a source wants said at a moment: a pure function of the ledger and of the time.
 */
typedef struct
{
  CooldownNoticeKind kind;
  guint round;
  gint64 session;
  gint64 serial;
  gint64 late;
  gint64 wake_boot;
  gint64 wake_wall;
} CooldownDue;

/** COOLDOWN_NO_SESSION: The source is about no session, but about a time of day. */
#define COOLDOWN_NO_SESSION (-1)

/** COOLDOWN_DUE_NOTHING: Nothing is due, now or later. */
#define COOLDOWN_DUE_NOTHING \
  ((CooldownDue){ .serial = -1, .wake_boot = COOLDOWN_NEVER, .wake_wall = COOLDOWN_NEVER })

typedef struct _CooldownReminder CooldownReminder;

/**
 * CooldownDueSource:
 * @name: what it is called in the journal and towards notification servers
 * @tab: the tab of the window that it is about, or "nights"
 * @session: the subject of the session it is about, or %COOLDOWN_NO_SESSION
 * @look: what is due at a moment
 * @word: says in words what is due
 * @tidy: (nullable): puts away what was over long enough
 */
typedef struct
{
  const char *name;
  const char *tab;
  int session;
  CooldownDue (*look) (CooldownLedger *ledger, const CooldownInstant *now);
  void (*word) (CooldownReminder *reminder,
                CooldownLedger *ledger,
                const CooldownDue *due,
                const CooldownInstant *now);
  void (*tidy) (CooldownLedger *ledger, const CooldownInstant *now);
} CooldownDueSource;

extern const CooldownDueSource cooldown_due_ice;
extern const CooldownDueSource cooldown_due_hour;
extern const CooldownDueSource cooldown_due_routine;
extern const CooldownDueSource cooldown_due_episode_evening;
extern const CooldownDueSource cooldown_due_episode_morning;
extern const CooldownDueSource cooldown_due_test;
extern const CooldownDueSource cooldown_due_wind_down;
extern const CooldownDueSource cooldown_due_bed;
extern const CooldownDueSource cooldown_due_caffeine;
extern const CooldownDueSource cooldown_due_alcohol;
extern const CooldownDueSource cooldown_due_morning;
extern const CooldownDueSource cooldown_due_experiment;

/** COOLDOWN_N_SOURCES: How many sources there are. */
#define COOLDOWN_N_SOURCES 12
/** COOLDOWN_SLOT_SUMMARY: The notification that gathers what fell due together. */
#define COOLDOWN_SLOT_SUMMARY COOLDOWN_N_SOURCES
/** COOLDOWN_N_SLOTS: How many notifications there can be: one for each source, and the summary. */
#define COOLDOWN_N_SLOTS (COOLDOWN_N_SOURCES + 1)

const CooldownDueSource *cooldown_due_source (guint slot);
const char *cooldown_slot_get_name (guint slot);

CooldownDue cooldown_due_from_notice (CooldownLedger *ledger,
                                      CooldownSubject subject,
                                      const CooldownNotice *notice,
                                      const CooldownInstant *now);
CooldownDue cooldown_due_from_appointment (CooldownLedger *ledger,
                                           const CooldownDueSource *source,
                                           CooldownNoticeKind kind,
                                           const CooldownAppointment *appointment,
                                           const CooldownInstant *now);
void cooldown_due_tidy_after (CooldownLedger *ledger,
                              CooldownSubject subject,
                              gint64 over_since,
                              const CooldownInstant *now);

gint64 cooldown_due_get_worth (CooldownLedger *ledger, const CooldownDue *due);
gboolean cooldown_due_is_worth_saying (CooldownLedger *ledger, const CooldownDue *due);
void cooldown_due_look_all (CooldownLedger *ledger,
                            const CooldownInstant *now,
                            CooldownDue dues[COOLDOWN_N_SOURCES]);

G_END_DECLS
