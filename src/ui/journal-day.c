/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-day.h"

#include "journal-days.h"
#include "journal-row.h"

#include <glib/gi18n.h>

struct _CooldownJournalDay
{
  GtkBox parent_instance;
  CooldownAppState *state;
  char *date;      /* (nullable) */
  GtkLabel *title; /* (nullable) */
  GtkListBox *list;
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (CooldownJournalDay, cooldown_journal_day, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_KEYNAV,
} CooldownJournalDaySignal;

static guint signals[SIGNAL_KEYNAV + 1];

static gboolean
keynav_failed_cb (CooldownJournalDay *self, GtkDirectionType direction)
{
  gboolean led = FALSE;

  g_signal_emit (self, signals[SIGNAL_KEYNAV], 0, direction, &led);
  return led;
}

static void
add_title (CooldownJournalDay *self)
{
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                              PANGO_WRAP_WORD_CHAR, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                              NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title, NULL, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_box_prepend (GTK_BOX (self), GTK_WIDGET (self->title));
}

static void
cooldown_journal_day_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_JOURNAL_DAY (object)->state);
  G_OBJECT_CLASS (cooldown_journal_day_parent_class)->dispose (object);
}

static void
cooldown_journal_day_finalize (GObject *object)
{
  g_free (COOLDOWN_JOURNAL_DAY (object)->date);
  G_OBJECT_CLASS (cooldown_journal_day_parent_class)->finalize (object);
}

static void
cooldown_journal_day_class_init (CooldownJournalDayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_journal_day_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_journal_day_finalize;
  signals[SIGNAL_KEYNAV] = g_signal_new ("keynav", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         g_signal_accumulator_true_handled, NULL, NULL,
                                         G_TYPE_BOOLEAN, 1, GTK_TYPE_DIRECTION_TYPE);
}

static void
cooldown_journal_day_init (CooldownJournalDay *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect_object (self->list, "keynav-failed", G_CALLBACK (keynav_failed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

/**
 * cooldown_journal_day_new:
 * @state: what is going on
 * @date: (nullable): the local day, "2026-11-22"; %NULL for a list of any days
 *
 * Returns: (transfer floating): a list without entries
 */
GtkWidget *
cooldown_journal_day_new (CooldownAppState *state, const char *date)
{
  CooldownJournalDay *self = g_object_new (COOLDOWN_TYPE_JOURNAL_DAY, NULL);

  self->state = g_object_ref (state);
  self->date = g_strdup (date);
  if (date != NULL)
    add_title (self);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Entries of all days"), -1);
  cooldown_journal_day_update (self);
  return GTK_WIDGET (self);
}

/**
 * cooldown_journal_day_get_date:
 * @self: a list
 *
 * Returns: (nullable): the day that it is of
 */
const char *
cooldown_journal_day_get_date (CooldownJournalDay *self)
{
  g_return_val_if_fail (COOLDOWN_IS_JOURNAL_DAY (self), NULL);
  return self->date;
}

/**
 * cooldown_journal_day_get_n_rows:
 * @self: a list
 *
 * Returns: how many entries it shows
 */
guint
cooldown_journal_day_get_n_rows (CooldownJournalDay *self)
{
  g_return_val_if_fail (COOLDOWN_IS_JOURNAL_DAY (self), 0);
  return self->n_rows;
}

/**
 * cooldown_journal_day_get_row:
 * @self: a list
 * @index: which row, from 0
 *
 * Returns: (transfer none) (nullable): the row
 */
GtkWidget *
cooldown_journal_day_get_row (CooldownJournalDay *self, guint index)
{
  g_return_val_if_fail (COOLDOWN_IS_JOURNAL_DAY (self), NULL);
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) index));
}

static void
remove_row (CooldownJournalDay *self, guint index)
{
  gtk_list_box_remove (self->list, cooldown_journal_day_get_row (self, index));
  self->n_rows--;
}

/* The index of the row about an entry from FROM on, or the number of rows. */
static guint
find_row (CooldownJournalDay *self, guint from, const CooldownJournalLine *line)
{
  guint i = from;

  while (i < self->n_rows &&
         !cooldown_journal_row_is_about (
             COOLDOWN_JOURNAL_ROW (cooldown_journal_day_get_row (self, i)), line->entry))
    i++;
  return i;
}

/* The row at INDEX is about LINE. Rows stay what they were as far as they can: one of them may have
 * the focus. */
static void
show_line (CooldownJournalDay *self, guint index, const CooldownJournalLine *line)
{
  guint found = find_row (self, index, line);

  if (found == self->n_rows)
    {
      gtk_list_box_insert (self->list,
                           cooldown_journal_row_new (self->state, line, self->date == NULL),
                           (int) index);
      self->n_rows++;
      return;
    }
  for (; found > index; found--)
    remove_row (self, index);
  cooldown_journal_row_show (COOLDOWN_JOURNAL_ROW (cooldown_journal_day_get_row (self, index)),
                             line);
}

/**
 * cooldown_journal_day_show:
 * @self: a list
 * @lines: (element-type CooldownJournalLine): entries
 * @first: the first one to show
 * @n: how many of them
 *
 * Shows these entries and no others.
 */
void
cooldown_journal_day_show (CooldownJournalDay *self, GPtrArray *lines, guint first, guint n)
{
  g_return_if_fail (COOLDOWN_IS_JOURNAL_DAY (self));
  g_return_if_fail (first + n <= lines->len);

  for (guint i = 0; i < n; i++)
    show_line (self, i, g_ptr_array_index (lines, first + i));
  while (self->n_rows > n)
    remove_row (self, self->n_rows - 1);
}

/**
 * cooldown_journal_day_update:
 * @self: a list
 *
 * Has what it says of days follow the clock.
 */
void
cooldown_journal_day_update (CooldownJournalDay *self)
{
  g_autofree char *title = NULL;

  g_return_if_fail (COOLDOWN_IS_JOURNAL_DAY (self));
  if (self->title != NULL)
    {
      title = cooldown_journal_day_format (cooldown_app_state_get_clock (self->state), self->date);
      gtk_label_set_label (self->title, title);
    }
  for (guint i = 0; i < self->n_rows; i++)
    cooldown_journal_row_update (COOLDOWN_JOURNAL_ROW (cooldown_journal_day_get_row (self, i)));
}
