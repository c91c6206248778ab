/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-month.h"

#include "journal-days.h"

#include <glib/gi18n.h>

struct _CooldownJournalMonth
{
  GtkBox parent_instance;
  GArray *months; /* (element-type CooldownMonth): the newest first */
  guint shown;    /* its index, or the number of months if it is none of them */

  GtkWidget *before;
  GtkLabel *title;
  GtkWidget *popover;
  GtkListBox *list;
  GtkWidget *after;
};

G_DEFINE_FINAL_TYPE (CooldownJournalMonth, cooldown_journal_month, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_CHOSEN,
} CooldownJournalMonthSignal;

static guint signals[SIGNAL_CHOSEN + 1];

static const CooldownMonth *
get_month (CooldownJournalMonth *self, guint index)
{
  return &g_array_index (self->months, CooldownMonth, index);
}

static void
choose (CooldownJournalMonth *self, guint index)
{
  const CooldownMonth *month;

  if (index >= self->months->len)
    return;
  month = get_month (self, index);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (guint) month->year, (guint) month->month);
}

static void
on_before_clicked (CooldownJournalMonth *self)
{
  choose (self, self->shown + 1);
}

static void
on_after_clicked (CooldownJournalMonth *self)
{
  if (self->shown > 0)
    choose (self, self->shown - 1);
}

static void
on_row_activated (CooldownJournalMonth *self, GtkListBoxRow *row)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  choose (self, (guint) gtk_list_box_row_get_index (row));
}

static GtkWidget *
row_new (const CooldownMonth *month)
{
  g_autofree char *name = cooldown_journal_month_format_name (month->month);
  g_autofree char *title = cooldown_journal_month_format (month->year, month->month);
  g_autofree char *count = g_strdup_printf ("%u", month->count);
  /* Translators: a month in a list, for a screen reader: "November 2026, 23 entries" */
  g_autofree char *words = g_strdup_printf (
      ngettext ("%1$s, %2$u entry", "%1$s, %2$u entries", month->count), title, month->count);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, NULL);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0,
                                               "hexpand", TRUE, NULL));
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_LABEL, "label", count, "css-classes",
                                (const char *[]){ "dim-label", "cd-tnum", NULL }, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

/* A year stands above its last month. */
static void
add_year (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  CooldownJournalMonth *self = data;
  guint index = (guint) gtk_list_box_row_get_index (row);
  g_autofree char *year = NULL;

  if (index >= self->months->len ||
      (before != NULL && get_month (self, index - 1)->year == get_month (self, index)->year))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  year = g_strdup_printf ("%u", get_month (self, index)->year);
  gtk_list_box_row_set_header (
      row, g_object_new (GTK_TYPE_LABEL, "label", year, "xalign", 0.0, "css-classes",
                         (const char *[]){ "heading", "cd-year", NULL }, NULL));
}

/* Made when it is wanted; the month that is shown gets the focus. */
static void
on_popover_show (CooldownJournalMonth *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->months->len; i++)
    gtk_list_box_append (self->list, row_new (get_month (self, i)));
  row = gtk_list_box_get_row_at_index (self->list, (int) self->shown);
  if (row == NULL)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (row), "cd-shown");
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
cooldown_journal_month_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_JOURNAL_MONTH);
  G_OBJECT_CLASS (cooldown_journal_month_parent_class)->dispose (object);
}

static void
cooldown_journal_month_finalize (GObject *object)
{
  g_array_unref (COOLDOWN_JOURNAL_MONTH (object)->months);
  G_OBJECT_CLASS (cooldown_journal_month_parent_class)->finalize (object);
}

static void
cooldown_journal_month_class_init (CooldownJournalMonthClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_journal_month_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_journal_month_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT,
                                         G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/journal-month.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalMonth, before);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalMonth, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalMonth, popover);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalMonth, list);
  gtk_widget_class_bind_template_child (widget_class, CooldownJournalMonth, after);
  gtk_widget_class_bind_template_callback (widget_class, on_before_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_after_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_show);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
cooldown_journal_month_init (CooldownJournalMonth *self)
{
  self->months = g_array_new (FALSE, FALSE, sizeof (CooldownMonth));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, add_year, self, NULL);
}

/**
 * cooldown_journal_month_show:
 * @self: a month
 * @months: (element-type CooldownMonth): the months that have entries, the newest first
 * @year: the year of @month
 * @month: the one that is shown, 1 to 12
 *
 * Shows which month is shown, and where one can go from there.
 */
void
cooldown_journal_month_show (CooldownJournalMonth *self, GArray *months, guint year, guint month)
{
  g_autofree char *title = cooldown_journal_month_format (year, month);

  g_return_if_fail (COOLDOWN_IS_JOURNAL_MONTH (self));

  g_array_set_size (self->months, 0);
  g_array_append_vals (self->months, months->data, months->len);
  for (self->shown = 0; self->shown < self->months->len; self->shown++)
    if (get_month (self, self->shown)->year == year &&
        get_month (self, self->shown)->month == month)
      break;
  gtk_label_set_label (self->title, title);
  gtk_widget_set_sensitive (self->before, self->shown + 1 < self->months->len);
  gtk_widget_set_sensitive (self->after, self->shown > 0 && self->shown < self->months->len);
}
