/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder-entry.h"

#include "agent-states.h"
#include "time-words.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* Who looks for more looks into the preferences. */
#define MOST_COMING 8
/* So near it is "in 2 h", though midnight lies between. */
#define NEAR (6 * COOLDOWN_HOUR)
#define LATEST (G_MAXINT64 / COOLDOWN_SECOND / 2)

static void
entry_free (gpointer data)
{
  CooldownReminderEntry *entry = data;

  g_free (entry->kind);
  g_free (entry->title);
  g_free (entry);
}

static GVariant *
look_up (CooldownAppState *state, CooldownReminderPart part)
{
  const GVariantType *type = G_VARIANT_TYPE ("a(sxs)");

  switch (part)
    {
    case COOLDOWN_REMINDER_PART_DUE:
      return cooldown_app_state_lookup_agent_state (state, "due", type);
    case COOLDOWN_REMINDER_PART_MISSED:
      return cooldown_app_state_lookup_setting (state, "missed", type);
    case COOLDOWN_REMINDER_PART_COMING:
      return cooldown_app_state_lookup_agent_state (state, "upcoming", type);
    case COOLDOWN_N_REMINDER_PARTS:
    default:
      return NULL;
    }
}

static int
compare_earlier (gconstpointer a, gconstpointer b)
{
  const CooldownReminderEntry *first = *(gpointer *) a, *second = *(gpointer *) b;

  return (first->at > second->at) - (first->at < second->at);
}

static int
compare_later (gconstpointer a, gconstpointer b)
{
  return compare_earlier (b, a);
}

/**
 * cooldown_reminder_entries_read:
 * @state: what is going on
 * @part: which part of the list
 *
 * Returns: (transfer full) (element-type CooldownReminderEntry): what is due in the agent's order,
 *   the most important first; what was missed, the latest first; what is coming, the earliest
 *   first, eight at most. Empty while the agent is not there.
 */
GPtrArray *
cooldown_reminder_entries_read (CooldownAppState *state, CooldownReminderPart part)
{
  g_autoptr (GVariant) list = look_up (state, part);
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  const char *kind, *title;
  GVariantIter iter;
  gint64 at;

  if (list == NULL)
    return entries;
  g_variant_iter_init (&iter, list);
  while (g_variant_iter_next (&iter, "(&sx&s)", &kind, &at, &title))
    {
      CooldownReminderEntry *entry;

      if (at < 0 || at > LATEST)
        continue;
      entry = g_new (CooldownReminderEntry, 1);
      *entry = (CooldownReminderEntry){ g_strdup (kind), at * COOLDOWN_SECOND, g_strdup (title) };
      g_ptr_array_add (entries, entry);
    }
  if (part == COOLDOWN_REMINDER_PART_MISSED)
    g_ptr_array_sort (entries, compare_later);
  if (part == COOLDOWN_REMINDER_PART_COMING)
    {
      g_ptr_array_sort (entries, compare_earlier);
      g_ptr_array_set_size (entries, (int) MIN (entries->len, MOST_COMING));
    }
  return entries;
}

/**
 * cooldown_reminder_entries_equal:
 * @a: (nullable) (element-type CooldownReminderEntry): entries
 * @b: (nullable) (element-type CooldownReminderEntry): other entries
 *
 * Returns: whether both say the same in the same order
 */
gboolean
cooldown_reminder_entries_equal (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return a == b;
  for (guint i = 0; i < a->len; i++)
    {
      const CooldownReminderEntry *first = g_ptr_array_index (a, i);
      const CooldownReminderEntry *second = g_ptr_array_index (b, i);

      if (first->at != second->at || strcmp (first->kind, second->kind) != 0 ||
          strcmp (first->title, second->title) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * cooldown_reminder_entry_get_tab:
 * @self: a reminder
 *
 * Returns: (nullable): the tab of the window that it is about
 */
const char *
cooldown_reminder_entry_get_tab (const CooldownReminderEntry *self)
{
  static const char *const tabs[][2] = {
    { "ice-", "ice" },         { "recovery-", "recover" }, { "episode-", "recover" },
    { "caffeine", "evening" }, { "alcohol", "evening" }, { "wind-down", "evening" }, { "bed", "evening" },
    { "morning", "evening" },  { "routine-", "evening" },  { "experiment-", "evening" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      gboolean family = g_str_has_suffix (tabs[i][0], "-");

      if (family ? g_str_has_prefix (self->kind, tabs[i][0]) : g_str_equal (self->kind, tabs[i][0]))
        return tabs[i][1];
    }
  return NULL;
}

/* How many midnights lie between now and then; negative for what was. */
static int
count_midnights (GDateTime *now, GDateTime *then)
{
  GDate days[2];
  GDateTime *const times[] = { now, then };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      int year, month, day;

      g_date_time_get_ymd (times[i], &year, &month, &day);
      g_date_clear (&days[i], 1);
      g_date_set_dmy (&days[i], (GDateDay) day, (GDateMonth) month, (GDateYear) year);
    }
  return g_date_days_between (&days[0], &days[1]);
}

static char *
format_near (CooldownReminderPart part, gint64 away, const char *time)
{
  /* Nothing is said to come in no time, or to have been no time ago. */
  g_autofree char *span = cooldown_span_format (away > 0 ? away + COOLDOWN_MINUTE - 1
                                                         : MAX (-away, COOLDOWN_MINUTE));

  if (part == COOLDOWN_REMINDER_PART_MISSED)
    /* Translators: of a reminder that was missed; %1$s is a duration, "12 min", %2$s a time of day,
     * "18:42" */
    return g_strdup_printf (_ ("Was due %1$s ago, at %2$s"), span, time);
  if (away > 0)
    /* Translators: of a reminder; %1$s is a duration, "12 min", %2$s a time of day, "18:42" */
    return g_strdup_printf (_ ("In %1$s, at %2$s"), span, time);
  if (away > -COOLDOWN_MINUTE)
    /* Translators: of a reminder; %s is a time of day, "18:42" */
    return g_strdup_printf (_ ("Just now, at %s"), time);
  /* Translators: of a reminder; %1$s is a duration, "12 min", %2$s a time of day, "18:42" */
  return g_strdup_printf (_ ("For %1$s, since %2$s"), span, time);
}

static char *
format_next_day (CooldownReminderPart part, const char *time)
{
  if (part == COOLDOWN_REMINDER_PART_MISSED)
    /* Translators: of a reminder that was missed; %s is a time of day, "18:42" */
    return g_strdup_printf (_ ("Was due yesterday at %s"), time);
  if (part == COOLDOWN_REMINDER_PART_DUE)
    /* Translators: of a reminder; %s is a time of day, "18:42" */
    return g_strdup_printf (_ ("Since yesterday at %s"), time);
  /* Translators: of a reminder; %s is a time of day, "18:42" */
  return g_strdup_printf (_ ("Tomorrow at %s"), time);
}

static char *
format_far (CooldownReminderPart part, const char *day, const char *time)
{
  if (part == COOLDOWN_REMINDER_PART_MISSED)
    /* Translators: of a reminder that was missed; %1$s is a day of the week, "Friday", or a date,
     * %2$s a time of day, "18:42" */
    return g_strdup_printf (_ ("Was due on %1$s at %2$s"), day, time);
  if (part == COOLDOWN_REMINDER_PART_DUE)
    /* Translators: of a reminder; %1$s is a day of the week, "Friday", or a date, %2$s a time of
     * day, "18:42" */
    return g_strdup_printf (_ ("Since %1$s at %2$s"), day, time);
  /* Translators: of a reminder; %1$s is a day of the week, "Friday", or a date, %2$s a time of day,
   * "18:42" */
  return g_strdup_printf (_ ("On %1$s at %2$s"), day, time);
}

/**
 * cooldown_reminder_entry_format_when:
 * @self: a reminder
 * @part: the part of the list it stands in
 * @clock: the clock
 *
 * Returns: (transfer full): when it was or will be due, in words: "In 12 min, at 18:42",
 *   "Tomorrow at 08:00"
 */
char *
cooldown_reminder_entry_format_when (const CooldownReminderEntry *self,
                                     CooldownReminderPart part,
                                     CooldownClock *clock)
{
  gint64 now = cooldown_clock_now (clock).wall;
  gint64 away = self->at - now;
  g_autoptr (GDateTime) today = cooldown_clock_to_local (clock, now);
  g_autoptr (GDateTime) then = cooldown_clock_to_local (clock, self->at);
  g_autofree char *time = cooldown_clock_format_time (clock, self->at);
  g_autofree char *day = NULL;
  int midnights;

  if (today == NULL || then == NULL)
    return g_steal_pointer (&time);
  midnights = count_midnights (today, then);
  if (midnights == 0 || ABS (away) < NEAR)
    return format_near (part, away, time);
  if (midnights == (part == COOLDOWN_REMINDER_PART_COMING ? 1 : -1))
    return format_next_day (part, time);
  day = g_date_time_format (then, abs (midnights) < 7 ? "%A" : "%x");
  return format_far (part, day, time);
}

/**
 * cooldown_reminders_get_episode_question:
 * @state: what is going on
 *
 * Returns: %COOLDOWN_NOTICE_EPISODE_EVENING or %COOLDOWN_NOTICE_EPISODE_MORNING while that question
 *   about an open tingling waits for its answer, else %COOLDOWN_NOTICE_NONE
 */
CooldownNoticeKind
cooldown_reminders_get_episode_question (CooldownAppState *state)
{
  /* The later question stands for both. */
  static const CooldownNoticeKind questions[] = { COOLDOWN_NOTICE_EPISODE_MORNING,
                                                  COOLDOWN_NOTICE_EPISODE_EVENING };
  g_autoptr (GPtrArray) due = cooldown_reminder_entries_read (state, COOLDOWN_REMINDER_PART_DUE);

  for (guint q = 0; q < G_N_ELEMENTS (questions); q++)
    for (guint i = 0; i < due->len; i++)
      {
        const CooldownReminderEntry *entry = g_ptr_array_index (due, i);

        if (g_str_equal (entry->kind, cooldown_notice_kind_get_id (questions[q])))
          return questions[q];
      }
  return COOLDOWN_NOTICE_NONE;
}
