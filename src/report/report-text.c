/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report as plain text, for the web pages in which patients write to their doctors. */
#include "report.h"

#include <glib/gi18n.h>

static void
add_line (GString *text, const char *label, const char *words, const char *more)
{
  /* Translators: a label and what is said about it: "Since, how often", "First noted …" */
  g_string_append_printf (text, _ ("%1$s: %2$s"), label, words);
  if (more != NULL)
    g_string_append_printf (text, " %s", more);
  g_string_append_c (text, '\n');
}

static void
add_heading (GString *text, const char *title)
{
  g_string_append_printf (text, "\n%s\n", title);
}

static void
add_item (GString *text, const char *words)
{
  g_string_append_printf (text, "- %s\n", words);
}

static void
add_counts (GString *text, const char *title, GPtrArray *counts)
{
  if (counts->len == 0)
    return;
  add_heading (text, title);
  for (guint i = 0; i < counts->len; i++)
    {
      const CooldownReportCount *count = g_ptr_array_index (counts, i);
      /* Translators: what was noted and in how many episodes: "Tingling", 13 */
      g_autofree char *words = g_strdup_printf (_ ("%1$s: %2$u"), count->name, count->n);

      add_item (text, words);
    }
}

static void
add_factors (GString *text, GPtrArray *factors)
{
  if (factors->len == 0)
    return;
  add_heading (text, _ ("In how many episodes, and in how many workouts"));
  for (guint i = 0; i < factors->len; i++)
    {
      const CooldownReportFactor *factor = g_ptr_array_index (factors, i);
      /* Translators: "New shoes", "8 of 13 episodes", "10 of 25 workouts" */
      g_autofree char *words = g_strdup_printf (_ ("%1$s: %2$s, %3$s"), factor->name,
                                                factor->episodes, factor->workouts);

      add_item (text, words);
    }
}

static void
add_nights (GString *text, const CooldownReportNights *nights)
{
  add_heading (text, _ ("Nights"));
  add_item (text, nights->noted);
  for (guint i = 0; i < nights->figures->len; i++)
    {
      const CooldownReportFigure *figure = g_ptr_array_index (nights->figures, i);
      /* Translators: of the nights: "4", "nights of 5 or more" */
      g_autofree char *words = g_strdup_printf (C_ ("nights", "%1$s %2$s"), figure->number,
                                                figure->name);

      add_item (text, words);
    }
  for (guint i = 0; i < nights->features->len; i++)
    add_item (text, g_ptr_array_index (nights->features, i));
  add_item (text, nights->medicines);
}

/* What is noted of an episode, without what is not. */
static void
add_row (GString *text, const CooldownReportRow *row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autofree char *words = NULL;
  g_autofree char *strength = NULL;

  for (guint i = 1; i + 1 < COOLDOWN_REPORT_N_COLUMNS; i++)
    if (*row->cells[i] != '\0')
      g_ptr_array_add (cells, row->cells[i]);
  if (*row->cells[COOLDOWN_REPORT_N_COLUMNS - 1] != '\0')
    {
      /* Translators: how strong an episode was, from 0 to 10 */
      strength = g_strdup_printf (_ ("strength %s"), row->cells[COOLDOWN_REPORT_N_COLUMNS - 1]);
      g_ptr_array_add (cells, strength);
    }
  g_ptr_array_add (cells, NULL);
  words = g_strjoinv (" · ", (char **) cells->pdata);
  g_string_append (text, "- ");
  add_line (text, row->cells[0], words, NULL);
}

static void
add_entry (GString *text, const CooldownReportEntry *entry)
{
  g_auto (GStrv) lines = g_strsplit (entry->details, "\n", -1);
  g_autofree char *title = NULL;

  if (*entry->strength != '\0')
    /* Translators: what was noted and how strong it was: "Tingling, calf, left", 4 */
    title = g_strdup_printf (_ ("%1$s (%2$s of 10)"), entry->title, entry->strength);
  g_string_append (text, "- ");
  add_line (text, entry->date, title != NULL ? title : entry->title, NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_string_append_printf (text, "  %s\n", lines[i]);
}

static void
add_front (GString *text, const CooldownReportFacts *facts)
{
  g_string_append_printf (text, "%s\n%s\n\n", facts->title, facts->period);
  for (guint i = 0; i < COOLDOWN_REPORT_N_LINES; i++)
    add_line (text, facts->lines[i].label, facts->lines[i].text, facts->lines[i].strong);
  add_line (text, _ ("Warning signs"), facts->signs, NULL);
  for (guint i = 0; i < facts->ticked->len; i++)
    add_item (text, g_ptr_array_index (facts->ticked, i));
  if (facts->tally->episodes->len > 0)
    add_line (text, _ ("Strength of each episode, 0–10"), facts->chart, NULL);
}

static void
add_back (GString *text, const CooldownReportFacts *facts)
{
  if (facts->described != NULL)
    {
      add_heading (text, _ ("Descriptions that shared the ticks"));
      g_string_append_printf (text, "%s\n", facts->described);
    }
  for (guint i = 0; i < facts->descriptions->len; i++)
    {
      const CooldownReportDescription *description = g_ptr_array_index (facts->descriptions, i);

      g_string_append (text, "- ");
      add_line (text, description->name, description->why, NULL);
    }
  if (facts->entries->len > 0)
    add_heading (text, _ ("All entries"));
  for (guint i = 0; i < facts->entries->len; i++)
    add_entry (text, g_ptr_array_index (facts->entries, i));
}

/**
 * cooldown_report_to_text:
 * @self: a report
 *
 * Returns: (transfer full): the same as plain text, without the name: a patient portal knows it
 */
char *
cooldown_report_to_text (CooldownReport *self)
{
  const CooldownReportFacts *facts = cooldown_report_get_facts (self);
  const char *question = cooldown_report_get_look (self)->question;
  GString *text = g_string_new (NULL);

  add_front (text, facts);
  if (question != NULL)
    add_line (text, _ ("My question"), question, NULL);
  add_counts (text, _ ("Feels like"), facts->feels);
  add_counts (text, _ ("Begins"), facts->begins);
  add_factors (text, facts->factors);
  if (facts->tried != NULL)
    {
      g_string_append_c (text, '\n');
      add_line (text, _ ("Tried"), facts->tried, NULL);
    }
  if (facts->nights != NULL)
    add_nights (text, facts->nights);
  if (facts->latest->len > 0)
    add_heading (text, _ ("Latest episodes"));
  for (guint i = 0; i < facts->latest->len; i++)
    add_row (text, g_ptr_array_index (facts->latest, i));
  add_back (text, facts);
  if (facts->any_late)
    g_string_append_printf (text, "\n%s\n", _ ("* written down a day or more later"));
  g_string_append_printf (
      text, "\n%s\n",
      _ ("Written by the patient with Cooldown; times are local. This is no diagnosis."));
  return g_string_free (text, FALSE);
}
