/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "marks.h"

/* Of how many appointments of each source it is known that they were dealt with. */
#define MARKS_KEPT 16
/* A clock is put right by less; whoever sets it back by more has that time once more. */
#define MARK_AHEAD (30 * COOLDOWN_MINUTE)

/* The last appointments of a source that were dealt with, an ax with the newest last. More than one
 * are kept: whoever sets the clock back has those before it behind them all the same. */
static GVariant *
lookup_marks (CooldownLedger *ledger, const char *what, const CooldownDueSource *source)
{
  g_autofree char *name = g_strconcat (what, source->name, NULL);

  return cooldown_ledger_lookup (ledger, name, G_VARIANT_TYPE ("ax"));
}

static const gint64 *
read_marks (GVariant *marks, gsize *n_marks)
{
  *n_marks = 0;
  return marks != NULL ? g_variant_get_fixed_array (marks, n_marks, sizeof (gint64)) : NULL;
}

/* Whether the appointment at @at was dealt with: itself, or one that came after it. A mark ahead of
 * the clock counts for that very appointment alone. */
static gboolean
is_settled (GVariant *marks, gint64 at, gint64 wall)
{
  gsize n_marks;
  const gint64 *mark = read_marks (marks, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (at == mark[i] || (at < mark[i] && mark[i] <= wall))
      return TRUE;
  return FALSE;
}

/* Keeps the newest of the marks that are not later than @latest, and puts @more, unless it is -1,
 * behind them. */
static void
set_marks (CooldownLedger *ledger,
           const char *what,
           const CooldownDueSource *source,
           gint64 latest,
           gint64 more)
{
  GVariant *old = lookup_marks (ledger, what, source);
  g_autofree char *name = g_strconcat (what, source->name, NULL);
  gint64 kept[MARKS_KEPT + 1];
  gsize n_old, n_kept = 0;
  const gint64 *mark = read_marks (old, &n_old);

  for (gsize i = n_old > MARKS_KEPT - 1 ? n_old - (MARKS_KEPT - 1) : 0; i < n_old; i++)
    if (mark[i] <= latest && mark[i] != more)
      kept[n_kept++] = mark[i];
  if (more != -1)
    kept[n_kept++] = more;
  cooldown_ledger_set (ledger, name,
                       g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, kept, n_kept,
                                                  sizeof (gint64)));
}

static void
add_mark (CooldownLedger *ledger, const char *what, const CooldownDueSource *source, gint64 at)
{
  gsize n_marks;
  const gint64 *mark = read_marks (lookup_marks (ledger, what, source), &n_marks);

  if (n_marks == 0 || mark[n_marks - 1] != at)
    set_marks (ledger, what, source, COOLDOWN_NEVER, at);
}

static void
forget_ahead (CooldownLedger *ledger,
              const char *what,
              const CooldownDueSource *source,
              gint64 latest)
{
  gsize n_marks;
  const gint64 *mark = read_marks (lookup_marks (ledger, what, source), &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (mark[i] > latest)
      {
        set_marks (ledger, what, source, latest, -1);
        return;
      }
}

/**
 * cooldown_due_forget_ahead:
 * @ledger: what is going on
 * @now: this moment
 *
 * What was said while the clock was far ahead was said at a wrong time: that it was is forgotten,
 * and it will be said when its time comes. A clock that is put right by a little says nothing twice.
 */
void
cooldown_due_forget_ahead (CooldownLedger *ledger, const CooldownInstant *now)
{
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    if (cooldown_due_source (i)->session == COOLDOWN_NO_SESSION)
      {
        forget_ahead (ledger, "done.", cooldown_due_source (i), now->wall + MARK_AHEAD);
        forget_ahead (ledger, "said.", cooldown_due_source (i), now->wall + MARK_AHEAD);
      }
}

/**
 * cooldown_due_is_done:
 * @ledger: what is going on
 * @source: a source about a time of day
 * @at: when an appointment of it is, microseconds since 1970 UTC
 * @now: this moment
 *
 * Returns: whether that one, or one after it, was answered
 */
gboolean
cooldown_due_is_done (CooldownLedger *ledger,
                      const CooldownDueSource *source,
                      gint64 at,
                      const CooldownInstant *now)
{
  return is_settled (lookup_marks (ledger, "done.", source), at, now->wall);
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
    return is_settled (lookup_marks (ledger, "said.", source), due->serial, now->wall);
  session = cooldown_ledger_get_session (ledger, (CooldownSubject) source->session);
  return session != NULL && due->serial <= cooldown_session_get_said (session);
}

/**
 * cooldown_due_find_said:
 * @ledger: what is going on
 * @source: a source about a time of day
 * @after: microseconds since 1970 UTC
 * @now: this moment
 *
 * Returns: the first of its appointments between @after and @now that was said, %COOLDOWN_NEVER for
 *   none
 */
gint64
cooldown_due_find_said (CooldownLedger *ledger,
                        const CooldownDueSource *source,
                        gint64 after,
                        const CooldownInstant *now)
{
  gint64 first = COOLDOWN_NEVER;
  gsize n_marks;
  const gint64 *mark = read_marks (lookup_marks (ledger, "said.", source), &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (mark[i] > after && mark[i] <= now->wall)
      first = MIN (first, mark[i]);
  return first;
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
    add_mark (ledger, "said.", source, serial);
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
  add_mark (ledger, "done.", source, serial);
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
      const CooldownDueSource *source = cooldown_due_source (i);
      CooldownDue due;

      if (source->session != COOLDOWN_NO_SESSION)
        continue;
      due = source->look (ledger, now);
      if (due.kind != COOLDOWN_NOTICE_NONE &&
          (before[i].kind == COOLDOWN_NOTICE_NONE || before[i].serial != due.serial))
        cooldown_due_set_done (ledger, source, due.serial);
    }
}
