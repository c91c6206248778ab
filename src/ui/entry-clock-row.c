/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-clock-row.h"

#include "evening-plan.h"
#include "note-popover.h"
#include "time-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* When the last of something usually was, where nothing is noted. */
#define USUAL_LAST (18 * 60)
#define NO_AMOUNT (-1)

typedef struct
{
  CooldownEntryEdit *edit;
  int amount; /* the field that says none or some, or NO_AMOUNT */
  CooldownField at;
  int suggested;
  GtkMenuButton *button;
  CooldownNotePopover *popover;
  char *title;
} ClockRow;

static void
clock_row_free (gpointer data)
{
  ClockRow *row = data;

  g_object_unref (row->edit);
  g_free (row->title);
  g_free (row);
}

static CooldownEntry *
get_entry (ClockRow *row)
{
  return cooldown_entry_edit_get_entry (row->edit);
}

static gboolean
says (ClockRow *row, const char *amount)
{
  return row->amount != NO_AMOUNT &&
         g_strcmp0 (cooldown_entry_get_text (get_entry (row), (CooldownField) row->amount),
                    amount) == 0;
}

static int
get_noted (ClockRow *row)
{
  gint64 minutes = cooldown_entry_get_number (get_entry (row), row->at);

  if (says (row, "none"))
    return COOLDOWN_NOTED_NONE;
  return minutes == COOLDOWN_NOT_NOTED ? COOLDOWN_NOTED_NOTHING : (int) minutes;
}

static char *
format_noted (ClockRow *row, int noted)
{
  CooldownClock *clock = cooldown_app_state_get_clock (cooldown_entry_edit_get_state (row->edit));

  if (noted >= 0)
    return cooldown_time_of_day_format (clock, noted);
  if (noted == COOLDOWN_NOTED_NONE)
    /* Translators: there was no caffeine, alcohol or nicotine */
    return g_strdup (C_ ("amount", "None"));
  /* Translators: there was some caffeine, alcohol or nicotine */
  return g_strdup (says (row, "some") ? C_ ("amount", "Some") : _ ("Not noted"));
}

static void
update (GtkWidget *widget)
{
  ClockRow *row = g_object_get_data (G_OBJECT (widget), "cooldown-clock-row");
  int noted = get_noted (row);
  g_autofree char *words = format_noted (row, noted);
  /* Translators: what is asked for and what is noted: "To bed: 22:45" */
  g_autofree char *spoken = g_strdup_printf (_ ("%1$s: %2$s"), row->title, words);

  gtk_menu_button_set_label (row->button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  cooldown_note_popover_set_noted (row->popover, noted, row->suggested);
}

static void
on_noted (ClockRow *row, int minutes)
{
  CooldownEntry *entry = get_entry (row);

  cooldown_entry_set_number (entry, row->at, minutes >= 0 ? minutes : COOLDOWN_NOT_NOTED);
  if (row->amount != NO_AMOUNT)
    cooldown_entry_set_text (entry, (CooldownField) row->amount,
                             minutes >= 0                     ? "some"
                             : minutes == COOLDOWN_NOTED_NONE ? "none"
                                                              : NULL);
  cooldown_entry_edit_touch (row->edit);
}

static GtkWidget *
row_new (CooldownEntryEdit *edit, int amount, CooldownField at, const char *title, int suggested)
{
  ClockRow *row = g_new0 (ClockRow, 1);
  GtkWidget *widget = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "title-lines", 0, NULL);
  GtkWidget *popover = cooldown_note_popover_new (
      cooldown_app_state_get_clock (cooldown_entry_edit_get_state (edit)), title,
      amount != NO_AMOUNT);
  GtkWidget *button = g_object_new (GTK_TYPE_MENU_BUTTON, "valign", GTK_ALIGN_CENTER,
                                    "always-show-arrow", TRUE, "popover", popover, NULL);

  *row = (ClockRow){ g_object_ref (edit),
                     amount,
                     at,
                     suggested,
                     GTK_MENU_BUTTON (button),
                     COOLDOWN_NOTE_POPOVER (popover),
                     g_strdup (title) };
  g_object_set_data_full (G_OBJECT (widget), "cooldown-clock-row", row, clock_row_free);
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (widget), button);
  g_signal_connect_swapped (popover, "noted", G_CALLBACK (on_noted), row);
  g_signal_connect_object (edit, "changed", G_CALLBACK (update), widget, G_CONNECT_SWAPPED);
  update (widget);
  return widget;
}

/**
 * cooldown_entry_clock_row_new:
 * @edit: a visit to an entry
 * @field: minutes after midnight
 * @title: what is asked for
 * @suggested: the time to begin with where none is noted, minutes after midnight
 *
 * Returns: (transfer floating): a row that asks for a time of day
 */
GtkWidget *
cooldown_entry_clock_row_new (CooldownEntryEdit *edit,
                              CooldownField field,
                              const char *title,
                              int suggested)
{
  return row_new (edit, NO_AMOUNT, field, title, suggested);
}

/**
 * cooldown_entry_amount_row_new:
 * @edit: a visit to an entry
 * @amount: whether there was any: "none" or "some"
 * @at: when the last of it was, minutes after midnight
 * @title: what is asked for
 *
 * Returns: (transfer floating): a row that asks for the last of something, or that there was none
 */
GtkWidget *
cooldown_entry_amount_row_new (CooldownEntryEdit *edit,
                               CooldownField amount,
                               CooldownField at,
                               const char *title)
{
  return row_new (edit, (int) amount, at, title, USUAL_LAST);
}
