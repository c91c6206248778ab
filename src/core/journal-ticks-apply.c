/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-ticks.h"

/* The other answer to the same question that is ticked. */
static const CooldownItem *
find_answer (CooldownContent *content, CooldownTicks *ticks, const CooldownItem *item)
{
  GPtrArray *items = cooldown_content_get_items (content);

  for (guint i = 0; item->choice != NULL && i < items->len; i++)
    {
      const CooldownItem *other = g_ptr_array_index (items, i);

      if (other != item && g_strcmp0 (other->choice, item->choice) == 0 &&
          cooldown_ticks_has (ticks, other->id))
        return other;
    }
  return NULL;
}

/* The answers to how long it lasts stand in the order of their lengths. */
static gboolean
is_shorter (CooldownContent *content, const CooldownItem *answer, const CooldownItem *item)
{
  GPtrArray *items = cooldown_content_get_items (content);
  guint index = 0, other = 0;

  return g_ptr_array_find (items, answer, &index) && g_ptr_array_find (items, item, &other) &&
         index < other;
}

/* Nothing goes before the user's own answer but a longer time of the same tingling: it has gone on
 * since. */
static gboolean
may_set (const CooldownKnownTick *known,
         CooldownContent *content,
         CooldownTicks *ticks,
         gint64 answered)
{
  const CooldownItem *item = cooldown_content_get_item (content, known->tick->item);
  const CooldownItem *answer = item != NULL ? find_answer (content, ticks, item) : NULL;

  if (item == NULL)
    return FALSE;
  return answer == NULL ||
         (known->since != 0 && answered >= known->since && is_shorter (content, answer, item));
}

static CooldownLevel
get_level (CooldownContent *content, CooldownTicks *ticks)
{
  g_autoptr (CooldownFinding) finding = cooldown_finding_new (content, ticks);

  return finding->level;
}

/* Whatever the journal knows, it takes nothing from how urgent it is. */
static gboolean
set_unless_lower (CooldownContent *content, CooldownTicks *ticks, const char *item)
{
  CooldownLevel level = get_level (content, ticks);
  g_auto (GStrv) before = cooldown_ticks_to_strv (ticks);

  cooldown_ticks_set (ticks, item, TRUE);
  if (get_level (content, ticks) >= level)
    return TRUE;
  cooldown_ticks_from_strv (ticks, (const char *const *) before);
  return FALSE;
}

/**
 * cooldown_known_apply:
 * @self: what is known
 * @content: what the program knows
 * @ticks: the user's own ticks, to which those of the journal are added
 * @answered: when the user last ticked or unticked something, microseconds since 1970 UTC; 0 if
 *   that is not known
 * @declined: (array zero-terminated=1): ids of items that the user said no to, or unticked when
 *   the journal had ticked them
 *
 * Ticks what the journal knows and the user has not answered. No level gets lower by it.
 *
 * Returns: (transfer container) (element-type CooldownJournalTick): what was ticked, and what the
 *   user did not tick and is offered
 */
GPtrArray *
cooldown_known_apply (const CooldownKnown *self,
                      CooldownContent *content,
                      CooldownTicks *ticks,
                      gint64 answered,
                      const char *const *declined)
{
  GPtrArray *marked = g_ptr_array_new ();

  for (guint i = 0; i < self->ticks->len; i++)
    {
      const CooldownKnownTick *known = &g_array_index (self->ticks, CooldownKnownTick, i);

      if (cooldown_ticks_has (ticks, known->tick->item) ||
          g_strv_contains (declined, known->tick->item))
        continue;
      if (known->tick->offer || (may_set (known, content, ticks, answered) &&
                                 set_unless_lower (content, ticks, known->tick->item)))
        g_ptr_array_add (marked, (gpointer) known->tick);
    }
  return marked;
}
