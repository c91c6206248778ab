/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-facts.h"

#include "date-words.h"
#include "report-material.h"

#include <glib/gi18n.h>

static char *
say_length (int days)
{
  if (days % 7 == 0)
    return g_strdup_printf (ngettext ("%d week", "%d weeks", (gulong) days / 7), days / 7);
  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days);
}

/* How much there is of what the report is about. */
static char *
say_amount (const CooldownReportMaterial *material)
{
  guint n_workouts = material->tally->workouts->len;
  guint n_nights = material->kinds[COOLDOWN_ENTRY_NIGHT]->len;

  if (n_workouts == 0 && n_nights > 0)
    return g_strdup_printf (ngettext ("%u night", "%u nights", n_nights), n_nights);
  return g_strdup_printf (ngettext ("%u workout", "%u workouts", n_workouts), n_workouts);
}

static char *
say_period (const CooldownReportMaterial *material)
{
  const CooldownTally *tally = material->tally;
  int n_days = MAX (tally->to - tally->from, 1);
  g_autoptr (GDateTime) first = cooldown_day_to_date (tally->from);
  g_autoptr (GDateTime) last = cooldown_day_to_date (tally->from + n_days - 1);
  g_autofree char *amount = say_amount (material);
  g_autofree char *length = say_length (n_days);
  g_autofree char *range = NULL;

  if (first == NULL || last == NULL)
    return g_strdup (_ ("Notes for my doctor"));
  range = cooldown_date_format_range (first, last);
  /* Translators: "28 September to 22 November 2026", "8 weeks", "25 workouts" */
  return g_strdup_printf (_ ("Notes for my doctor · %1$s · %2$s, %3$s"), range, length, amount);
}

static char *
say_title (const CooldownReportMaterial *material)
{
  if (material->kinds[COOLDOWN_ENTRY_EPISODE]->len == 0 &&
      material->kinds[COOLDOWN_ENTRY_NIGHT]->len > 0)
    return g_strdup (_ ("Restlessness of the legs at night"));
  return g_strdup (_ ("Leg symptoms after exercise"));
}

static void
set_line (CooldownReportLine *line, const char *label, char *text, char *strong)
{
  line->label = g_strdup (label);
  line->text = text;
  line->strong = strong;
}

static void
fill_lines (CooldownReportFacts *self, const CooldownReportMaterial *material)
{
  CooldownReportLine *line = self->lines;

  set_line (line++, _ ("Since, how often"), cooldown_report_say_since (material), NULL);
  set_line (line++, _ ("Where, which side"), cooldown_report_say_where (material), NULL);
  set_line (line++, _ ("Begins, lasts"), cooldown_report_say_begins (material),
            cooldown_report_say_over_an_hour (material));
  set_line (line++, _ ("Eases, worsens"), cooldown_report_say_eases (material), NULL);
  set_line (line++, _ ("Also"), cooldown_report_say_also (material), NULL);
}

/* The dots in a sentence, for who does not see them. */
static char *
say_chart (const CooldownTally *tally)
{
  g_autofree char *median = cooldown_report_say_number (tally->strength.median);

  if (tally->strength.n == 0)
    return g_strdup (_ ("strength not noted"));
  if (tally->strength.least == tally->strength.most)
    return g_steal_pointer (&median);
  /* Translators: of how strong episodes were: from 2 to 7, "4" */
  return g_strdup_printf (_ ("%1$d to %2$d, median %3$s"), (int) tally->strength.least,
                          (int) tally->strength.most, median);
}

static void
count_free (gpointer data)
{
  CooldownReportCount *count = data;

  g_free (count->name);
  g_free (count);
}

static void
factor_free (gpointer data)
{
  CooldownReportFactor *factor = data;

  g_free (factor->name);
  g_free (factor->episodes);
  g_free (factor->workouts);
  g_free (factor);
}

static void
row_free (gpointer data)
{
  CooldownReportRow *row = data;

  for (guint i = 0; i < COOLDOWN_REPORT_N_COLUMNS; i++)
    g_free (row->cells[i]);
  g_free (row);
}

static void
entry_free (gpointer data)
{
  CooldownReportEntry *entry = data;

  g_free (entry->date);
  g_free (entry->title);
  g_free (entry->details);
  g_free (entry->strength);
  g_free (entry);
}

static void
description_free (gpointer data)
{
  CooldownReportDescription *description = data;

  g_free (description->name);
  g_free (description->why);
  g_free (description);
}

static gboolean
is_any_late (const CooldownReportMaterial *material)
{
  for (guint kind = 0; kind < COOLDOWN_N_ENTRY_KINDS; kind++)
    for (guint i = 0; i < material->kinds[kind]->len; i++)
      if (cooldown_entry_is_late (g_ptr_array_index (material->kinds[kind], i)))
        return TRUE;
  return FALSE;
}

static char *
say_made (const CooldownReportInput *input)
{
  g_autoptr (GDateTime) made = cooldown_moment_to_local (input->now, input->offset);

  return made != NULL ? g_date_time_format_iso8601 (made) : NULL;
}

static void
fill (CooldownReportFacts *self, const CooldownReportMaterial *material)
{
  self->title = say_title (material);
  self->made = say_made (material->input);
  self->period = say_period (material);
  fill_lines (self, material);
  self->signs = cooldown_report_say_signs (material, self->ticked);
  cooldown_tally_get_heat (self->tally, self->heat);
  self->chart = say_chart (self->tally);
  cooldown_report_count (material, self);
  self->tried = cooldown_report_say_tried (material);
  self->nights = cooldown_report_nights_new (material);
  cooldown_report_list_latest (material, self->latest);
  cooldown_report_list_entries (material, self->entries);
  self->any_late = is_any_late (material);
  self->described = cooldown_report_describe (material, self->descriptions);
}

/**
 * cooldown_report_facts_new:
 * @input: what the report is made from
 * @content: what the program knows
 *
 * Returns: (transfer full): what the report says
 */
CooldownReportFacts *
cooldown_report_facts_new (const CooldownReportInput *input, CooldownContent *content)
{
  CooldownReportFacts *self;
  CooldownReportMaterial material;

  g_return_val_if_fail (input != NULL && input->entries != NULL, NULL);
  g_return_val_if_fail (COOLDOWN_IS_CONTENT (content), NULL);

  self = g_new0 (CooldownReportFacts, 1);
  self->ticked = g_ptr_array_new_with_free_func (g_free);
  self->feels = g_ptr_array_new_with_free_func (count_free);
  self->begins = g_ptr_array_new_with_free_func (count_free);
  self->factors = g_ptr_array_new_with_free_func (factor_free);
  self->latest = g_ptr_array_new_with_free_func (row_free);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->descriptions = g_ptr_array_new_with_free_func (description_free);
  self->tally = cooldown_tally_new (input->entries, input->entries, input->from, input->to);
  cooldown_report_material_init (&material, input, content, self->tally);
  fill (self, &material);
  cooldown_report_material_clear (&material);
  return self;
}

/**
 * cooldown_report_facts_free:
 * @self: (nullable): what a report says
 */
void
cooldown_report_facts_free (CooldownReportFacts *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->made);
  g_free (self->period);
  for (guint i = 0; i < COOLDOWN_REPORT_N_LINES; i++)
    {
      g_free (self->lines[i].label);
      g_free (self->lines[i].text);
      g_free (self->lines[i].strong);
    }
  g_free (self->signs);
  g_ptr_array_unref (self->ticked);
  cooldown_tally_unref (self->tally);
  g_free (self->chart);
  g_ptr_array_unref (self->feels);
  g_ptr_array_unref (self->begins);
  g_ptr_array_unref (self->factors);
  g_free (self->tried);
  cooldown_report_nights_free (self->nights);
  g_ptr_array_unref (self->latest);
  g_ptr_array_unref (self->entries);
  g_free (self->described);
  g_ptr_array_unref (self->descriptions);
  g_free (self);
}
