/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares what the server shows with what the model says is to be said. */
#include "simulate.h"

#include "agent/agenda.h"

#include <string.h>

/* A try that failed is repeated after this long at the latest. */
#define RETRY_MOST (16 * COOLDOWN_MINUTE)
/* Now and then is often enough to ask whether the agent wants to leave. */
#define LOOKS_PER_AGENDA 32

void
sim_watch_init (Sim *sim)
{
  SimWatch *watch = &sim->watch;

  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    watch->pending_since[i] = watch->late_since[i] = watch->gone_since[i] = -1;
  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    watch->stale_since[i] = -1;
  watch->came_off_at = watch->rang_at = -1;
}

void
sim_watch_clear (Sim *sim)
{
  g_clear_pointer (&sim->watch.missed, g_variant_unref);
}

static gboolean
names_activity (Sim *sim, const char *title)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, sim->facts->activities);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    if (strcmp (name, title) == 0)
      return TRUE;
  return FALSE;
}

/* Which source a line of a summary is about, by the words it begins with. */
static int
find_slot_of_title (Sim *sim, const char *title)
{
  for (CooldownNoticeKind kind = COOLDOWN_NOTICE_NONE + 1; kind < COOLDOWN_N_NOTICES; kind++)
    if (g_strcmp0 (sim->facts->titles[kind], title) == 0)
      return (int) sim_find_slot (kind);
  if (g_str_has_prefix (title, "Time for ice") || strcmp (title, "That was the last round") == 0)
    return (int) sim_find_slot (COOLDOWN_NOTICE_ICE_DUE);
  if (g_str_has_prefix (title, "One hour since"))
    return (int) sim_find_slot (COOLDOWN_NOTICE_RECOVERY_CHECK);
  if (g_str_has_prefix (title, "Your trial"))
    return (int) sim_find_slot (COOLDOWN_NOTICE_EXPERIMENT_TURN);
  if (names_activity (sim, title))
    return (int) sim_find_slot (COOLDOWN_NOTICE_ROUTINE_STEP);
  return -1;
}

static void
note_told (Sim *sim, guint slot, SimShown *shown)
{
  SimDue due = sim_model_look (sim, slot);

  shown->tells[slot] = TRUE;
  shown->sessions[slot] = due.session;
  shown->serials[slot] = due.serial;
  if (!sim_model_is_worth (sim, &due))
    sim_fail (sim, due.kind == COOLDOWN_NOTICE_NONE ? "not-due" : "worth",
              "%s is told, and is not to be", cooldown_slot_get_name (slot));
  else if (!sim_model_is_told (sim, slot, &due))
    sim->watch.summary_new++;
}

/* A discreet summary does not say what it is about: all that can be in it is. */
static void
read_discreet (Sim *sim, SimShown *shown)
{
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    {
      SimDue due = sim_model_look (sim, i);
      const SimShown *old = &sim->watch.summary;
      gboolean was_in = old->tells[i] && old->serials[i] == due.serial;

      if (sim_model_may_gather (due.kind) && sim_model_is_worth (sim, &due) &&
          (was_in || (!sim_model_is_told (sim, i, &due) && !sim_notifier_shows (sim->notifier, i))))
        note_told (sim, i, shown);
    }
}

static void
read_summary (Sim *sim, const CooldownReminder *reminder, SimShown *shown)
{
  gboolean several = g_str_has_suffix (reminder->title, " reminders");
  g_auto (GStrv) lines = g_strsplit (several ? reminder->body : reminder->title, "\n", -1);

  if (strcmp (reminder->title, "Cooldown") == 0)
    {
      read_discreet (sim, shown);
      return;
    }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      int slot = find_slot_of_title (sim, lines[i]);

      if (slot < 0 || shown->tells[slot])
        sim_fail (sim, "summary", "the summary names “%s”", lines[i]);
      else
        note_told (sim, (guint) slot, shown);
    }
  if (several && (guint) g_ascii_strtoull (reminder->title, NULL, 10) != g_strv_length (lines))
    sim_fail (sim, "summary", "“%s” for “%s”", reminder->title, reminder->body);
}

static void
check_sound (Sim *sim, const SimDue *due, const CooldownReminder *reminder, gboolean told)
{
  gboolean wanted = !told && !sim_model_is_silent (sim, due->kind);

  if (wanted != (reminder->sound != COOLDOWN_SOUND_NONE))
    sim_fail (sim, "sound", "%s comes %s a sound", cooldown_notice_kind_get_id (due->kind),
              wanted ? "without" : "with");
}

/* The agent wants a reminder shown: is it to be told now? */
void
sim_watch_show (Sim *sim, const CooldownReminder *reminder, SimShown *shown)
{
  guint slot = reminder->slot;
  SimDue due;
  gboolean told;

  sim_watch_ice_show (sim, reminder);
  sim_watch_routine_show (sim, reminder);
  if (slot == COOLDOWN_SLOT_SUMMARY)
    {
      read_summary (sim, reminder, shown);
      sim->watch.summary = *shown;
      return;
    }
  due = sim_model_look (sim, slot);
  told = sim_model_is_told (sim, slot, &due);
  shown->tells[slot] = TRUE;
  shown->sessions[slot] = due.session;
  shown->serials[slot] = reminder->serial;
  if (!sim_model_is_worth (sim, &due))
    sim_fail (sim, due.kind == COOLDOWN_NOTICE_NONE ? "not-due" : "worth",
              "“%s” is told, and is not to be", reminder->title);
  else if (due.serial != reminder->serial)
    sim_fail (sim, "not-due", "“%s” is told %.3f s from its time", reminder->title,
              (double) (reminder->serial - due.serial) / COOLDOWN_SECOND);
  else
    check_sound (sim, &due, reminder, told);
  if (!told && sim_model_may_gather (due.kind))
    sim->watch.own_new++;
}

/* It stands on the desktop. */
void
sim_watch_accept (Sim *sim, guint slot, const CooldownReminder *reminder, SimShown *shown)
{
  gboolean sounds = reminder->sound != COOLDOWN_SOUND_NONE;
  guint n_new = 0;

  sim_tell (sim, "    shown: “%s”%s%s%s", reminder->title,
            slot == COOLDOWN_SLOT_SUMMARY ? ": " : "",
            slot == COOLDOWN_SLOT_SUMMARY ? reminder->body : "", sounds ? ", with a sound" : "");
  sim->watch.tried_until[slot] = 0;
  sim->watch.stale_since[slot] = -1;
  sim_watch_ice_shown (sim, reminder);
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    {
      SimOccasion *occasion;

      if (!shown->tells[i])
        continue;
      occasion = sim_model_occasion (sim, i, shown->sessions[i], shown->serials[i]);
      /* What hung on its way may have been counted as missed meanwhile. */
      n_new += !occasion->told;
      if (!occasion->told && !occasion->missed)
        sim_watch_date (sim, i, shown->serials[i]);
      occasion->told = TRUE;
      sim->watch.dismissed[i] = FALSE;
      sim->watch.tried_until[i] = 0;
    }
  if (sounds && n_new == 0)
    sim_fail (sim, "sound-twice", "“%s” is heard a second time", reminder->title);
}

/* Something else is due of the source than before. */
static void
follow (Sim *sim, guint slot, const SimDue *due)
{
  SimWatch *watch = &sim->watch;

  if (watch->serial[slot] == due->serial && watch->session[slot] == due->session)
    return;
  watch->pending_since[slot] = watch->late_since[slot] = watch->gone_since[slot] = -1;
  watch->serial[slot] = due->serial;
  watch->session[slot] = due->session;
  watch->dismissed[slot] = FALSE;
  watch->tried_until[slot] = 0;
}

void
sim_watch_fail (Sim *sim, guint slot)
{
  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    if (slot == i || slot == COOLDOWN_SLOT_SUMMARY)
      {
        SimDue due = sim_model_look (sim, i);

        follow (sim, i, &due);
        sim->watch.tried_until[i] = sim->truth + RETRY_MOST;
      }
  sim->watch.tried_until[slot] = sim->truth + RETRY_MOST;
  if (slot == sim_find_slot (COOLDOWN_NOTICE_ICE_OFF))
    sim->watch.bell_failed = TRUE;
}

/* After each run of the planner. */
void
sim_watch_update (Sim *sim)
{
  SimWatch *watch = &sim->watch;

  if (watch->own_new + (watch->summary_new > 0) > 1)
    sim_fail (sim, "burst", "%u new reminders come at the same moment",
              watch->own_new + watch->summary_new);
  watch->own_new = watch->summary_new = 0;
  sim_watch_missed (sim);
}

/* Since when something is so; fails when it was for too long. */
static gboolean
lasts (Sim *sim, gint64 *since, gboolean is_so)
{
  if (!is_so)
    *since = -1;
  else if (*since < 0)
    *since = sim->truth;
  if (*since < 0)
    return FALSE;
  if (sim->truth - *since <= SIM_GRACE)
    sim->look_at = MIN (sim->look_at, *since + SIM_GRACE + 1);
  return sim->truth - *since > SIM_GRACE;
}

static gboolean
stands (Sim *sim, guint slot, const SimDue *due)
{
  const SimShown *own = &sim->server.shown[slot];
  const SimShown *summary = &sim->server.shown[COOLDOWN_SLOT_SUMMARY];

  return (own->id != 0 && own->serials[slot] == due->serial) ||
         (summary->id != 0 && summary->tells[slot] && summary->serials[slot] == due->serial);
}

static void
look_at_source (Sim *sim, guint slot, gboolean heard)
{
  SimWatch *watch = &sim->watch;
  SimDue due = sim_model_look (sim, slot);
  gboolean told = due.kind != COOLDOWN_NOTICE_NONE && sim_model_is_told (sim, slot, &due);
  gboolean worth = sim_model_is_worth (sim, &due);
  gint64 excused_until;
  gboolean excused;

  follow (sim, slot, &due);
  excused_until = MAX (watch->tried_until[slot], watch->tried_until[COOLDOWN_SLOT_SUMMARY]);
  excused = sim->truth < excused_until;
  if (due.ahead != COOLDOWN_NEVER)
    sim->look_at = MIN (sim->look_at, sim->truth + due.ahead);
  if (excused)
    sim->look_at = MIN (sim->look_at, excused_until);
  if (lasts (sim, &watch->pending_since[slot], heard && !excused && worth && !told))
    sim_fail (sim, "not-told", "%s is not told, %.0f s after its time",
              cooldown_notice_kind_get_id (due.kind), (double) due.late / COOLDOWN_SECOND);
  if (lasts (sim, &watch->late_since[slot], due.kind != COOLDOWN_NOTICE_NONE && !worth && !told))
    sim_fail (sim, "not-missed", "%s is too late, and not in the list of what was missed",
              cooldown_notice_kind_get_id (due.kind));
  if (lasts (sim, &watch->gone_since[slot],
             heard && !excused && worth && told && !watch->dismissed[slot] &&
               !stands (sim, slot, &due)))
    sim_fail (sim, "not-standing", "%s holds, and does not stand on the desktop",
              cooldown_notice_kind_get_id (due.kind));
}

static gboolean
holds (Sim *sim, guint i, const SimShown *shown)
{
  SimDue due = sim_model_look (sim, i);

  return sim_model_is_worth (sim, &due) && due.serial == shown->serials[i] &&
         due.session == shown->sessions[i];
}

static void
look_at_server (Sim *sim, gboolean heard)
{
  const SimShown *summary = &sim->server.shown[COOLDOWN_SLOT_SUMMARY];

  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    {
      const SimShown *shown = &sim->server.shown[i];
      gboolean stale = FALSE;

      for (guint j = 0; shown->id != 0 && j < COOLDOWN_N_SOURCES; j++)
        if (shown->tells[j])
          stale |= !holds (sim, j, shown) || (i == j && summary->id != 0 && summary->tells[j]);
      if (sim->truth < sim->watch.tried_until[i])
        stale = FALSE;
      if (lasts (sim, &sim->watch.stale_since[i], heard && stale))
        sim_fail (sim, "stale", "%s stands on the desktop, and no longer holds",
                  cooldown_slot_get_name (i));
    }
}

/* Nothing can be expected of the time that went by. */
void
sim_watch_sleep (Sim *sim)
{
  SimWatch *watch = &sim->watch;

  for (guint i = 0; i < COOLDOWN_N_SOURCES; i++)
    watch->pending_since[i] = watch->late_since[i] = watch->gone_since[i] = -1;
  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    watch->stale_since[i] = -1;
  watch->unheard_from = -1;
}

/* The agent leaves when it says that nothing has to be said any more. */
static void
look_at_agenda (Sim *sim)
{
  gboolean empty;

  if (++sim->watch.n_looks % LOOKS_PER_AGENDA != 0)
    return;
  empty = cooldown_agenda_is_empty (sim->ledger);
  for (guint i = 0; i < COOLDOWN_N_SOURCES && empty; i++)
    {
      SimDue due = sim_model_look (sim, i);

      if (sim_model_is_worth (sim, &due) || due.ahead != COOLDOWN_NEVER)
        sim_fail (sim, "leaves", "the agent would leave, and %s is still to come",
                  cooldown_slot_get_name (i));
    }
}

/* To be called whenever something may have changed, and when it asked for it. */
void
sim_watch_look (Sim *sim)
{
  gboolean heard = sim->ledger != NULL && sim->server.mode == SIM_SERVER_IS_UP &&
                   !sim_notifier_is_busy (sim->notifier);

  sim->look_at = COOLDOWN_NEVER;
  if (sim->ledger == NULL)
    {
      sim_watch_sleep (sim);
      return;
    }
  sim_model_refresh (sim);
  for (guint i = 0; i < COOLDOWN_N_SOURCES && sim->failure == NULL; i++)
    look_at_source (sim, i, heard);
  if (sim->failure == NULL)
    look_at_server (sim, heard);
  if (sim->failure == NULL)
    sim_watch_ice (sim, heard);
  if (sim->failure == NULL)
    look_at_agenda (sim);
}
