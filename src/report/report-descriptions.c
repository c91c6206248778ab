/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which descriptions share the ticks of the latest check: only for who asked for it. */
#include "choice-words.h"
#include "core/assessment.h"
#include "date-words.h"
#include "report-material.h"

#include <glib/gi18n.h>

/* The latest check that ticks anything beside the warning signs. */
static CooldownEntry *
find_check (const CooldownReportMaterial *self)
{
  GPtrArray *checks = self->kinds[COOLDOWN_ENTRY_CHECK];

  for (guint i = checks->len; i > 0; i--)
    {
      CooldownEntry *check = g_ptr_array_index (checks, i - 1);
      g_auto (GStrv) ticks = cooldown_entry_get_ids (check, COOLDOWN_FIELD_CHECK_TICKS);

      for (guint j = 0; ticks[j] != NULL; j++)
        if (!g_str_has_prefix (ticks[j], "warn-"))
          return check;
    }
  return NULL;
}

static char *
list_items (GPtrArray *items)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (names, (char *) ((const CooldownItem *) g_ptr_array_index (items, i))->name);
  return cooldown_words_list_parts (names);
}

static CooldownReportDescription *
description_new (const CooldownMatch *match)
{
  CooldownReportDescription *words = g_new0 (CooldownReportDescription, 1);
  g_autofree char *shares = list_items (match->shares);
  g_autofree char *against = list_items (match->against);

  words->name = g_strdup (match->cause != NULL ? match->cause->name : _ ("Restless legs"));
  if (*against == '\0')
    /* Translators: %s are ticks of the checklist */
    words->why = g_strdup_printf (_ ("Ticked and part of it: %s."), shares);
  else
    /* Translators: both are ticks of the checklist */
    words->why = g_strdup_printf (
        _ ("Ticked and part of it: %1$s. Ticked and no part of it: %2$s."), shares, against);
  return words;
}

/**
 * cooldown_report_describe:
 * @self: the material
 * @descriptions: (element-type CooldownReportDescription): where descriptions are added
 *
 * Returns: (transfer full) (nullable): a sentence about which check it is, or %NULL when there is
 *   none or nobody asked
 */
char *
cooldown_report_describe (const CooldownReportMaterial *self, GPtrArray *descriptions)
{
  CooldownEntry *check = self->input->descriptions ? find_check (self) : NULL;
  g_auto (GStrv) ids = NULL;
  g_auto (GStrv) denied = NULL;
  g_autoptr (CooldownTicks) ticks = NULL;
  g_autoptr (CooldownAssessment) assessment = NULL;
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *date = NULL;

  if (check == NULL)
    return NULL;
  ids = cooldown_entry_get_ids (check, COOLDOWN_FIELD_CHECK_TICKS);
  denied = cooldown_entry_get_ids (check, COOLDOWN_FIELD_CHECK_DENIED);
  ticks = cooldown_ticks_new (self->content);
  cooldown_ticks_from_strv (ticks, (const char *const *) ids);
  assessment = cooldown_assessment_new (self->content, ticks, (const char *const *) denied);
  for (guint i = 0; i < assessment->matches->len; i++)
    g_ptr_array_add (descriptions, description_new (g_ptr_array_index (assessment->matches, i)));
  day = cooldown_report_get_date (check);
  date = cooldown_date_format (day);
  if (descriptions->len == 0)
    /* Translators: %s is the date of a check */
    return g_strdup_printf (_ ("No description shares enough of the ticks of %s."), date);
  /* Translators: %s is the date of a check */
  return g_strdup_printf (_ ("From the check of %s. General descriptions, compared by the program; "
                             "none of them is a finding."),
                          date);
}
