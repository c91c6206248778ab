/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-night.h"

#include "core/evening.h"
#include "core/night.h"
#include "entry-bind.h"
#include "entry-clock-row.h"
#include "journal-days.h"
#include "last-night.h"
#include "night-restless.h"
#include "pair.h"

#include <glib/gi18n.h>

/* What most people's nights are like, where nothing is noted. */
#define USUAL_UP (7 * 60)

struct _CooldownEntryNightFields
{
  GtkBox parent_instance;
  CooldownEntryEdit *edit;
  gboolean filling;

  GtkMenuButton *date;
  GtkCalendar *calendar;
  CooldownEntryScale *restless;
  CooldownEntryChips *started;
  GtkLabel *noted;
  CooldownEntryChips *features;
  GtkListBox *times;
  GtkSpinButton *to_sleep;
  GtkSpinButton *sleep;
  GtkListBox *day;
  GtkTextView *notes;
};

G_DEFINE_FINAL_TYPE (CooldownEntryNightFields, cooldown_entry_night_fields, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_ANOTHER,
} CooldownEntryNightFieldsSignal;

static guint signals[SIGNAL_ANOTHER + 1];

static CooldownAppState *
get_state (CooldownEntryNightFields *self)
{
  return cooldown_entry_edit_get_state (self->edit);
}

static const char *
get_date (CooldownEntryNightFields *self)
{
  return cooldown_entry_get_text (cooldown_entry_edit_get_entry (self->edit),
                                  COOLDOWN_FIELD_NIGHT_DATE);
}

static char *
name_restless (int restless, gpointer data)
{
  CooldownContent *content = cooldown_app_state_get_content (get_state (data));

  return cooldown_last_night_format (cooldown_content_get_evening_numbers (content), restless);
}

static void
show_date (CooldownEntryNightFields *self)
{
  CooldownClock *clock = cooldown_app_state_get_clock (get_state (self));
  g_autoptr (GDateTime) evening = NULL;
  g_autofree char *morning = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *words = NULL;
  g_autofree char *spoken = NULL;
  GDate date;

  if (!cooldown_date_parse (get_date (self), &date))
    return;
  evening = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date),
                                 g_date_get_day (&date), 12, 0, 0);
  morning = cooldown_entry_get_day (cooldown_entry_edit_get_entry (self->edit));
  from = cooldown_journal_day_format_short (clock, get_date (self));
  to = cooldown_journal_day_format_short (clock, morning);
  /* Translators: the evening and the morning of a night: "21 Nov to 22 Nov" */
  words = g_strdup_printf (C_ ("days", "%1$s to %2$s"), from, to);
  gtk_menu_button_set_label (self->date, words);
  /* Translators: %s are an evening and a morning: "Night of 21 Nov to 22 Nov" */
  spoken = g_strdup_printf (_ ("Night of %s"), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->date), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, evening);
  self->filling = FALSE;
}

/* A night that is still to come has nothing to note. */
static void
on_day_selected (CooldownEntryNightFields *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  CooldownBedtimes bedtimes;
  char last[COOLDOWN_DATE_SIZE];

  if (self->filling || g_strcmp0 (date, get_date (self)) == 0)
    return;
  cooldown_app_state_get_bedtimes (get_state (self), &bedtimes);
  if (cooldown_last_night (cooldown_app_state_get_clock (get_state (self)),
                           cooldown_app_state_now (get_state (self)).wall, &bedtimes, last) &&
      strcmp (date, last) <= 0)
    g_signal_emit (self, signals[SIGNAL_ANOTHER], 0, date);
  else
    show_date (self);
}

static void
add_rows (CooldownEntryNightFields *self)
{
  CooldownEntryEdit *edit = self->edit;
  CooldownBedtimes bedtimes;

  cooldown_app_state_get_bedtimes (get_state (self), &bedtimes);
  gtk_list_box_prepend (self->times, cooldown_entry_clock_row_new (edit, COOLDOWN_FIELD_NIGHT_UP,
                                                                   _ ("Up again"), USUAL_UP));
  gtk_list_box_prepend (self->times, cooldown_entry_clock_row_new (edit, COOLDOWN_FIELD_NIGHT_BED,
                                                                   _ ("To bed"), bedtimes.usual));
  gtk_list_box_append (self->day, cooldown_entry_amount_row_new (
                                      edit, COOLDOWN_FIELD_NIGHT_CAFFEINE,
                                      COOLDOWN_FIELD_NIGHT_CAFFEINE_AT, _ ("Last caffeine")));
  gtk_list_box_append (self->day, cooldown_entry_amount_row_new (edit, COOLDOWN_FIELD_NIGHT_ALCOHOL,
                                                                 COOLDOWN_FIELD_NIGHT_ALCOHOL_AT,
                                                                 _ ("Last alcohol")));
  gtk_list_box_append (self->day, cooldown_entry_amount_row_new (
                                      edit, COOLDOWN_FIELD_NIGHT_NICOTINE,
                                      COOLDOWN_FIELD_NIGHT_NICOTINE_AT, _ ("Last nicotine")));
}

static void
cooldown_entry_night_fields_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_ENTRY_NIGHT_FIELDS (object)->edit);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ENTRY_NIGHT_FIELDS);
  G_OBJECT_CLASS (cooldown_entry_night_fields_parent_class)->dispose (object);
}

static void
cooldown_entry_night_fields_class_init (CooldownEntryNightFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_entry_night_fields_dispose;
  signals[SIGNAL_ANOTHER] = g_signal_new ("another", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (COOLDOWN_TYPE_ENTRY_CHIPS);
  g_type_ensure (COOLDOWN_TYPE_ENTRY_SCALE);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/entry-night.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryNightFields, date);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryNightFields, calendar);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryNightFields, restless);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryNightFields, started);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryNightFields, noted);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryNightFields, features);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryNightFields, times);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryNightFields, to_sleep);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryNightFields, sleep);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryNightFields, day);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryNightFields, notes);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
}

static void
cooldown_entry_night_fields_init (CooldownEntryNightFields *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_entry_night_fields_set_edit:
 * @self: the fields
 * @edit: a visit to a night
 *
 * Gives the fields what they show. To be called once.
 */
void
cooldown_entry_night_fields_set_edit (CooldownEntryNightFields *self, CooldownEntryEdit *edit)
{
  g_return_if_fail (COOLDOWN_IS_ENTRY_NIGHT_FIELDS (self));
  g_return_if_fail (self->edit == NULL);

  self->edit = g_object_ref (edit);
  show_date (self);
  cooldown_entry_scale_set_words (self->restless, name_restless, self);
  cooldown_entry_fill_chips (self->started, COOLDOWN_FIELD_NIGHT_STARTED);
  cooldown_entry_fill_chips (self->features, COOLDOWN_FIELD_NIGHT_FEATURES);
  cooldown_entry_bind_scale (edit, self->restless, COOLDOWN_FIELD_NIGHT_RESTLESS);
  cooldown_entry_bind_chips (edit, self->started, COOLDOWN_FIELD_NIGHT_STARTED);
  cooldown_entry_bind_chips (edit, self->features, COOLDOWN_FIELD_NIGHT_FEATURES);
  cooldown_entry_bind_spin (edit, self->to_sleep, COOLDOWN_FIELD_NIGHT_TO_SLEEP);
  cooldown_entry_bind_spin (edit, self->sleep, COOLDOWN_FIELD_NIGHT_SLEEP);
  cooldown_entry_bind_notes (edit, self->notes, COOLDOWN_FIELD_NIGHT_NOTES);
  cooldown_night_restless_show (get_state (self), get_date (self), self->noted);
  add_rows (self);
}
