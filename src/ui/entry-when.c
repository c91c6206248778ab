/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-when.h"

#include "core/evening.h"
#include "journal-days.h"
#include "pair.h"
#include "report/date-words.h"
#include "time-words.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CooldownEntryWhen
{
  AdwPreferencesRow parent_instance;
  CooldownClock *clock;
  gint64 wall; /* what holds; shown is perhaps something that cannot be */
  gint32 offset;
  char *words; /* (nullable): what stands below the title while nothing is wrong */
  gboolean filling;

  GtkLabel *title_label;
  GtkLabel *note;
  GtkMenuButton *day;
  GtkPopover *popover;
  GtkCalendar *calendar;
  GtkSpinButton *time;
};

G_DEFINE_FINAL_TYPE (CooldownEntryWhen, cooldown_entry_when, ADW_TYPE_PREFERENCES_ROW)

typedef enum
{
  PROP_NOTE = 1,
} CooldownEntryWhenProperty;

static GParamSpec *properties[PROP_NOTE + 1];

typedef enum
{
  SIGNAL_PICKED,
} CooldownEntryWhenSignal;

static guint signals[SIGNAL_PICKED + 1];

static void
show_note (CooldownEntryWhen *self, const char *trouble)
{
  const char *words = trouble != NULL ? trouble : self->words;

  gtk_label_set_label (self->note, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), words != NULL);
  if (trouble != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "error");
}

static char *
name_day (CooldownEntryWhen *self, GDateTime *date)
{
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");
  g_autofree char *yesterday = cooldown_journal_day_from_today (self->clock, -1);

  return strcmp (day, yesterday) < 0 ? cooldown_journal_day_format_short (self->clock, day)
                                     : cooldown_journal_day_format (self->clock, day);
}

static void
show_day (CooldownEntryWhen *self, GDateTime *day)
{
  g_autofree char *date = cooldown_date_format (day);
  g_autofree char *words = name_day (self, day);
  /* Translators: what is asked for and a day: "Finished, 22 November 2026" */
  g_autofree char *spoken = g_strdup_printf (
      _ ("%1$s, %2$s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), date);

  gtk_menu_button_set_label (self->day, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
show_moment (CooldownEntryWhen *self)
{
  g_autoptr (GDateTime) local = cooldown_moment_to_local (self->wall, self->offset);

  if (local == NULL)
    return;
  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, local);
  cooldown_time_spin_set (self->time,
                          g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local));
  self->filling = FALSE;
  show_day (self, local);
  show_note (self, NULL);
}

/* Whether it was noted where the clocks showed another time than the user's do now. */
static gboolean
is_from_elsewhere (CooldownEntryWhen *self)
{
  return self->offset != cooldown_clock_get_offset (self->clock, self->wall);
}

static void
read_moment (CooldownEntryWhen *self, gint64 *wall, gint32 *offset)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  int minutes = gtk_spin_button_get_value_as_int (self->time);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  if (is_from_elsewhere (self))
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_offset (self->offset);
      g_autoptr (GDateTime) there = g_date_time_new (
          zone, g_date_time_get_year (day), g_date_time_get_month (day),
          g_date_time_get_day_of_month (day), minutes / 60, minutes % 60, 0);

      *wall = g_date_time_to_unix (there) * COOLDOWN_SECOND;
      *offset = self->offset;
      return;
    }
  *wall = cooldown_local_time_on (self->clock, date, minutes);
  *offset = cooldown_clock_get_offset (self->clock, *wall);
}

static void
take (CooldownEntryWhen *self)
{
  g_autoptr (GDateTime) day = NULL;
  gint64 wall;
  gint32 offset;

  if (self->filling || self->clock == NULL)
    return;
  read_moment (self, &wall, &offset);
  day = gtk_calendar_get_date (self->calendar);
  show_day (self, day);
  if (wall > cooldown_clock_now (self->clock).wall)
    {
      show_note (self, _ ("That is still to come"));
      return;
    }
  show_note (self, NULL);
  /* The seconds of what was noted in its moment are not shown, and not lost by looking at it. */
  if (wall / COOLDOWN_MINUTE == self->wall / COOLDOWN_MINUTE)
    return;
  self->wall = wall;
  self->offset = offset;
  g_signal_emit (self, signals[SIGNAL_PICKED], 0);
}

static void
on_day_selected (CooldownEntryWhen *self)
{
  take (self);
}

static void
on_time_changed (CooldownEntryWhen *self)
{
  take (self);
}

/* What was typed counts also when the window is closed over it. */
static void
cooldown_entry_when_unmap (GtkWidget *widget)
{
  gtk_spin_button_update (COOLDOWN_ENTRY_WHEN (widget)->time);
  GTK_WIDGET_CLASS (cooldown_entry_when_parent_class)->unmap (widget);
}

static void
name_time (CooldownEntryWhen *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->time), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static void
cooldown_entry_when_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CooldownEntryWhen *self = COOLDOWN_ENTRY_WHEN (object);

  switch ((CooldownEntryWhenProperty) id)
    {
    case PROP_NOTE:
      g_free (self->words);
      self->words = g_value_dup_string (value);
      show_note (self, NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_entry_when_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_ENTRY_WHEN (object)->clock);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ENTRY_WHEN);
  G_OBJECT_CLASS (cooldown_entry_when_parent_class)->dispose (object);
}

static void
cooldown_entry_when_finalize (GObject *object)
{
  g_free (COOLDOWN_ENTRY_WHEN (object)->words);
  G_OBJECT_CLASS (cooldown_entry_when_parent_class)->finalize (object);
}

static void
cooldown_entry_when_class_init (CooldownEntryWhenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = cooldown_entry_when_set_property;
  object_class->dispose = cooldown_entry_when_dispose;
  object_class->finalize = cooldown_entry_when_finalize;
  widget_class->unmap = cooldown_entry_when_unmap;
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/entry-when.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryWhen, title_label);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryWhen, note);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryWhen, day);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryWhen, popover);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryWhen, calendar);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryWhen, time);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_time_changed);
}

static void
cooldown_entry_when_init (CooldownEntryWhen *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (name_time), NULL);
}

/**
 * cooldown_entry_when_set_clock:
 * @self: a row without a clock
 * @clock: the clock
 *
 * To be called once, before any time is set.
 */
void
cooldown_entry_when_set_clock (CooldownEntryWhen *self, CooldownClock *clock)
{
  g_return_if_fail (COOLDOWN_IS_ENTRY_WHEN (self));
  g_return_if_fail (self->clock == NULL);

  self->clock = g_object_ref (clock);
  self->filling = TRUE;
  cooldown_time_spin_set_up (self->time, clock);
  self->filling = FALSE;
}

/**
 * cooldown_entry_when_set_time:
 * @self: a row
 * @wall: a moment, microseconds since 1970 UTC
 * @offset: how many seconds local time was ahead of UTC then, where it was noted
 *
 * Shows another moment, without "picked". The same one leaves alone what the user is at.
 */
void
cooldown_entry_when_set_time (CooldownEntryWhen *self, gint64 wall, gint32 offset)
{
  g_return_if_fail (COOLDOWN_IS_ENTRY_WHEN (self));

  if (wall == self->wall && offset == self->offset)
    return;
  self->wall = wall;
  self->offset = offset;
  show_moment (self);
}

/**
 * cooldown_entry_when_get_time:
 * @self: a row
 *
 * Returns: the moment that holds, microseconds since 1970 UTC
 */
gint64
cooldown_entry_when_get_time (CooldownEntryWhen *self)
{
  g_return_val_if_fail (COOLDOWN_IS_ENTRY_WHEN (self), 0);
  return self->wall;
}

/**
 * cooldown_entry_when_get_offset:
 * @self: a row
 *
 * Returns: how many seconds local time was ahead of UTC then
 */
gint32
cooldown_entry_when_get_offset (CooldownEntryWhen *self)
{
  g_return_val_if_fail (COOLDOWN_IS_ENTRY_WHEN (self), 0);
  return self->offset;
}
