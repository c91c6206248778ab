/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "phone-text.h"

#include <glib/gi18n.h>

/* The sentences after those of the signs, in the order in which they are said. */
typedef enum
{
  PART_WHERE,
  PART_FEEL,
  PART_WHEN,
  PART_ELSE,
  PART_YOU,
  N_PARTS,
} Part;

static const char *const part_groups[N_PARTS][5] = {
  [PART_WHERE] = { "where", "side" },
  [PART_FEEL] = { "feel" },
  [PART_WHEN] = { "start", "last", "when", "move" },
  [PART_ELSE] = { "else" },
  [PART_YOU] = { "you" },
};

static char *
join_names (CooldownContent *content, CooldownTicks *ticks, const char *const *groups)
{
  GPtrArray *items = cooldown_content_get_items (content);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (g_strv_contains (groups, item->group) && cooldown_ticks_has (ticks, item->id))
        g_ptr_array_add (names, (char *) item->name);
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  /* Translators: between two things that were ticked: "Tingling; Numb, I feel less there" */
  return g_strjoinv (_ ("; "), (char **) names->pdata);
}

static char *
new_sentence (Part part, const char *list)
{
  switch (part)
    {
    case PART_WHERE:
      /* Translators: said to a doctor on the phone; the list names places and sides of the legs */
      return g_strdup_printf (_ ("Where I feel it: %s."), list);
    case PART_FEEL:
      /* Translators: said to a doctor on the phone; the list names feelings */
      return g_strdup_printf (_ ("What it feels like: %s."), list);
    case PART_WHEN:
      /* Translators: said to a doctor on the phone: "When: Starts while I exercise." */
      return g_strdup_printf (_ ("When: %s."), list);
    case PART_ELSE:
      /* Translators: said to a doctor on the phone; the list names what else was noticed */
      return g_strdup_printf (_ ("Also: %s."), list);
    case PART_YOU:
      /* Translators: said to a doctor on the phone: "About me: Diabetes; I am 50 or older." */
      return g_strdup_printf (_ ("About me: %s."), list);
    case N_PARTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * cooldown_phone_text_new:
 * @content: the content
 * @ticks: what is ticked
 *
 * Puts together what to say to a doctor or an emergency line: the phrases of the ticked warning
 * signs, then what else is ticked. What is not ticked is not mentioned.
 *
 * Returns: (transfer full): one sentence a line, "" if nothing is ticked
 */
char *
cooldown_phone_text_new (CooldownContent *content, CooldownTicks *ticks)
{
  GPtrArray *signs = cooldown_content_get_signs (content);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < signs->len; i++)
    {
      const CooldownSign *sign = g_ptr_array_index (signs, i);

      if (cooldown_ticks_has (ticks, sign->item->id))
        g_ptr_array_add (lines, g_strdup (sign->phrase));
    }
  for (Part part = 0; part < N_PARTS; part++)
    {
      g_autofree char *list = join_names (content, ticks, part_groups[part]);

      if (list != NULL)
        g_ptr_array_add (lines, new_sentence (part, list));
    }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/**
 * cooldown_phone_text_merge:
 * @shown: the text as the user left it
 * @before: the text that had been suggested to them
 * @after: the text to suggest now
 *
 * Brings a text up to date without losing what the user wrote: sentences that are no longer
 * suggested go, if they still stand there untouched; new ones come to the end.
 *
 * Returns: (transfer full): the text to show
 */
char *
cooldown_phone_text_merge (const char *shown, const char *before, const char *after)
{
  g_auto (GStrv) old_lines = g_strsplit (before, "\n", -1);
  g_auto (GStrv) new_lines = g_strsplit (after, "\n", -1);
  g_auto (GStrv) lines = g_strsplit (shown, "\n", -1);
  g_autoptr (GPtrArray) merged = g_ptr_array_new ();

  if (g_str_equal (shown, before))
    return g_strdup (after);
  for (char **line = lines; *line != NULL; line++)
    if (!g_strv_contains ((const char *const *) old_lines, *line) ||
        g_strv_contains ((const char *const *) new_lines, *line))
      g_ptr_array_add (merged, *line);
  for (char **line = new_lines; *line != NULL; line++)
    if (!g_strv_contains ((const char *const *) old_lines, *line))
      g_ptr_array_add (merged, *line);
  g_ptr_array_add (merged, NULL);
  return g_strjoinv ("\n", (char **) merged->pdata);
}
