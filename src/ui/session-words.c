/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-words.h"

#include "core/ice.h"
#include "report/entry-words.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_event (const CooldownEntryEvent *event, const char *name)
{
  return strcmp (event->name, name) == 0;
}

/* How many times the ice was put on up to there. */
static guint
count_rounds (CooldownEntry *session, guint index)
{
  guint n = 0;

  for (guint i = 0; i <= index; i++)
    if (is_event (cooldown_entry_get_event (session, i), "on"))
      n++;
  return n;
}

static const char *
name_answer (const char *answer)
{
  if (strcmp (answer, "fine") == 0)
    return _ ("Skin normal");
  if (strcmp (answer, "wrong") == 0)
    return _ ("Skin looked wrong");
  if (strcmp (answer, "bell") == 0)
    return _ ("Ice off when it was time");
  return _ ("Ice off");
}

static const char *
name_check_in (const char *answer)
{
  if (strcmp (answer, "gone") == 0)
    return _ ("Tingling gone");
  if (strcmp (answer, "still") == 0)
    return _ ("Still there");
  if (strcmp (answer, "worse") == 0)
    return _ ("Worse");
  return _ ("Legs fine");
}

static const char *
name_step (CooldownContent *content, const char *id)
{
  GPtrArray *steps = cooldown_content_get_steps (content);

  for (guint i = 0; i < steps->len; i++)
    if (strcmp (((CooldownStep *) g_ptr_array_index (steps, i))->id, id) == 0)
      return ((CooldownStep *) g_ptr_array_index (steps, i))->title;
  return NULL;
}

static const char *
name_event (const CooldownEntryEvent *event, CooldownContent *content)
{
  if (is_event (event, "step"))
    return name_step (content, event->arg);
  if (is_event (event, "check-in"))
    return name_check_in (event->arg);
  if (is_event (event, "off"))
    return name_answer (event->arg);
  if (is_event (event, "start"))
    return _ ("Started");
  if (is_event (event, "finish"))
    return _ ("Workout noted");
  if (is_event (event, "restless"))
    /* Translators: beside the time of day at which it was noted */
    return _ ("Legs restless");
  if (is_event (event, "check"))
    return _ ("Looked at the skin");
  if (is_event (event, "skip"))
    return _ ("Round skipped");
  if (is_event (event, "pause"))
    return C_ ("session", "Paused");
  if (is_event (event, "resume"))
    return C_ ("session", "Went on");
  if (is_event (event, "stop"))
    return C_ ("session", "Ended");
  return NULL;
}

/**
 * cooldown_session_format_event:
 * @session: a session
 * @index: one of its events
 * @content: what the program knows
 *
 * Returns: (transfer full) (nullable): what happened: "Round 2: ice on"; %NULL for what is about
 *   the computer and not about legs
 */
char *
cooldown_session_format_event (CooldownEntry *session, guint index, CooldownContent *content)
{
  const CooldownEntryEvent *event = cooldown_entry_get_event (session, index);
  const char *name;

  if (is_event (event, "on"))
    /* Translators: %u is the number of a round of ice */
    return g_strdup_printf (_ ("Round %u: ice on"), count_rounds (session, index));
  name = name_event (event, content);
  if (is_event (event, "off"))
    /* Translators: %u is the number of a round of ice, %s what was said at its end: "Ice off" */
    return g_strdup_printf (_ ("Round %u: %s"), count_rounds (session, index), name);
  return g_strdup (name);
}

static const CooldownEntryEvent *
find_on (CooldownEntry *session, guint index)
{
  for (guint i = index; i > 0; i--)
    {
      const CooldownEntryEvent *event = cooldown_entry_get_event (session, i - 1);

      if (is_event (event, "on"))
        return event;
      /* Of several answers to one round the first one took the ice off. */
      if (is_event (event, "off"))
        return NULL;
    }
  return NULL;
}

/**
 * cooldown_session_format_note:
 * @session: a session
 * @index: one of its events
 *
 * Returns: (transfer full) (nullable): where ice came off how long it lay, and whether that was too
 *   long: "12 min of ice"
 */
char *
cooldown_session_format_note (CooldownEntry *session, guint index)
{
  const CooldownEntryEvent *event = cooldown_entry_get_event (session, index);
  const CooldownEntryEvent *on = is_event (event, "off") ? find_on (session, index) : NULL;
  gint64 minutes;
  g_autofree char *span = NULL;

  if (on == NULL)
    return NULL;
  minutes = (event->at - on->at + COOLDOWN_MINUTE / 2) / COOLDOWN_MINUTE;
  span = cooldown_minutes_format (minutes);
  if (minutes > COOLDOWN_ICE_CEILING_MINUTES)
    /* Translators: %s is a duration, %d a number of minutes */
    return g_strdup_printf (_ ("%s of ice: more than the %d minutes it may stay on"), span,
                            COOLDOWN_ICE_CEILING_MINUTES);
  /* Translators: %s is a duration: "12 min of ice" */
  return g_strdup_printf (_ ("%s of ice"), span);
}
