/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-list.h"

#include "journal-day.h"
#include "journal-row.h"

#include <string.h>

/* What fills a window, and how many rows are made at a time after that. */
#define FIRST_ROWS 12
#define MORE_ROWS 8

struct _CooldownJournalList
{
  GtkBox parent_instance;
  CooldownAppState *state;
  GPtrArray *lines; /* (element-type CooldownJournalLine) (nullable) */
  GPtrArray *days;  /* (element-type CooldownJournalDay): children of this, in their order */
  gboolean by_day;
  guint n_made;  /* so many of the lines have rows */
  guint growing; /* source that makes more */
};

G_DEFINE_FINAL_TYPE (CooldownJournalList, cooldown_journal_list, GTK_TYPE_BOX)

/* (transfer full) (nullable): the day of a line, where days matter */
static char *
get_day (CooldownJournalList *self, guint index)
{
  const CooldownJournalLine *line = g_ptr_array_index (self->lines, index);

  return self->by_day ? cooldown_entry_get_day (line->entry) : NULL;
}

/* The index after the last line of the day that begins with the line at FIRST, before END. */
static guint
find_end_of_day (CooldownJournalList *self, guint first, guint end)
{
  g_autofree char *day = get_day (self, first);
  guint i = first + 1;

  for (; i < end; i++)
    {
      g_autofree char *other = get_day (self, i);

      if (g_strcmp0 (day, other) != 0)
        break;
    }
  return i;
}

static GtkWidget *
get_day_widget (CooldownJournalList *self, guint index)
{
  return index < self->days->len ? g_ptr_array_index (self->days, index) : NULL;
}

static void
remove_day (CooldownJournalList *self, guint index)
{
  gtk_box_remove (GTK_BOX (self), get_day_widget (self, index));
  g_ptr_array_remove_index (self->days, index);
}

static gboolean
keynav_cb (CooldownJournalList *self, GtkDirectionType direction, CooldownJournalDay *day)
{
  gboolean down = direction == GTK_DIR_DOWN;
  guint index;
  CooldownJournalDay *next;

  if ((!down && direction != GTK_DIR_UP) || !g_ptr_array_find (self->days, day, &index) ||
      (down ? index + 1 == self->days->len : index == 0))
    return GDK_EVENT_PROPAGATE;
  next = g_ptr_array_index (self->days, down ? index + 1 : index - 1);
  return gtk_widget_grab_focus (
      cooldown_journal_day_get_row (next, down ? 0 : cooldown_journal_day_get_n_rows (next) - 1));
}

/* The widget of a day at INDEX. Days run from new to old: one that stands there and is newer, or
 * another sort of list, is no longer wanted. */
static CooldownJournalDay *
ensure_day (CooldownJournalList *self, guint index, const char *day)
{
  GtkWidget *widget;

  while ((widget = get_day_widget (self, index)) != NULL)
    {
      const char *there = cooldown_journal_day_get_date (COOLDOWN_JOURNAL_DAY (widget));

      if (g_strcmp0 (there, day) == 0)
        return COOLDOWN_JOURNAL_DAY (widget);
      if (there != NULL && day != NULL && strcmp (there, day) < 0)
        break;
      remove_day (self, index);
    }
  widget = cooldown_journal_day_new (self->state, day);
  g_signal_connect_object (widget, "keynav", G_CALLBACK (keynav_cb), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (self), widget,
                              index > 0 ? get_day_widget (self, index - 1) : NULL);
  g_ptr_array_insert (self->days, (gint) index, widget);
  return COOLDOWN_JOURNAL_DAY (widget);
}

/* Has the lines up to END shown and nothing else. */
static void
show_until (CooldownJournalList *self, guint end)
{
  guint n_days = 0;

  for (guint i = 0; i < end; n_days++)
    {
      guint after = find_end_of_day (self, i, end);
      g_autofree char *day = get_day (self, i);

      cooldown_journal_day_show (ensure_day (self, n_days, day), self->lines, i, after - i);
      i = after;
    }
  while (self->days->len > n_days)
    remove_day (self, self->days->len - 1);
  self->n_made = end;
}

static gboolean
grow_cb (gpointer data)
{
  CooldownJournalList *self = data;

  show_until (self, MIN (self->n_made + MORE_ROWS, self->lines->len));
  if (self->n_made < self->lines->len)
    return G_SOURCE_CONTINUE;
  self->growing = 0;
  return G_SOURCE_REMOVE;
}

/* (nullable) (transfer none): the row at INDEX among all that are made */
static GtkWidget *
get_row (CooldownJournalList *self, guint index)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      CooldownJournalDay *day = g_ptr_array_index (self->days, i);
      guint n = cooldown_journal_day_get_n_rows (day);

      if (index < n)
        return cooldown_journal_day_get_row (day, index);
      index -= n;
    }
  return NULL;
}

/* The index of the row that has the focus, or -1. */
static int
get_focused (CooldownJournalList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    row = GTK_IS_LIST_BOX_ROW (focus) ? focus
                                      : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
  for (guint i = 0; row != NULL && i < self->n_made; i++)
    if (get_row (self, i) == row)
      return (int) i;
  return -1;
}

/* Where a row with the focus was taken away, the one that has its place gets it. */
static void
restore_focus (CooldownJournalList *self, int index)
{
  GtkWidget *row;

  if (index < 0 || self->n_made == 0 || get_focused (self) >= 0)
    return;
  row = get_row (self, MIN ((guint) index, self->n_made - 1));
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static CooldownJournalRow *
pick_row (CooldownJournalList *self, double *x, double *y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), *x, *y, GTK_PICK_DEFAULT);
  GtkWidget *row = NULL;

  if (widget != NULL)
    row = gtk_widget_get_ancestor (widget, COOLDOWN_TYPE_JOURNAL_ROW);
  if (row == NULL || !gtk_widget_translate_coordinates (GTK_WIDGET (self), row, *x, *y, x, y))
    return NULL;
  return COOLDOWN_JOURNAL_ROW (row);
}

static void
menu_wanted (CooldownJournalList *self, GtkGesture *gesture, double x, double y)
{
  CooldownJournalRow *row = pick_row (self, &x, &y);

  if (row == NULL)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  cooldown_journal_row_open_menu (row, x, y);
}

static void
pressed_cb (CooldownJournalList *self, int n_press, double x, double y, GtkGesture *gesture)
{
  menu_wanted (self, gesture, x, y);
}

static void
long_pressed_cb (CooldownJournalList *self, double x, double y, GtkGesture *gesture)
{
  menu_wanted (self, gesture, x, y);
}

static void
cooldown_journal_list_dispose (GObject *object)
{
  CooldownJournalList *self = COOLDOWN_JOURNAL_LIST (object);

  g_clear_handle_id (&self->growing, g_source_remove);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_journal_list_parent_class)->dispose (object);
}

static void
cooldown_journal_list_finalize (GObject *object)
{
  g_ptr_array_unref (COOLDOWN_JOURNAL_LIST (object)->days);
  G_OBJECT_CLASS (cooldown_journal_list_parent_class)->finalize (object);
}

static void
cooldown_journal_list_class_init (CooldownJournalListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_journal_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_journal_list_finalize;
}

static void
cooldown_journal_list_init (CooldownJournalList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  self->days = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 20);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

/**
 * cooldown_journal_list_set_state:
 * @self: a list without a state
 * @state: what is going on
 *
 * Gives @self what it shows its entries by; to be called once.
 */
void
cooldown_journal_list_set_state (CooldownJournalList *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_JOURNAL_LIST (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
}

/**
 * cooldown_journal_list_show:
 * @self: a list
 * @lines: (element-type CooldownJournalLine): what to show, the newest first
 * @by_day: whether under titles of days; else in one list, each with its date
 *
 * Shows other entries, or the same as they have become.
 */
void
cooldown_journal_list_show (CooldownJournalList *self, GPtrArray *lines, gboolean by_day)
{
  int focused;

  g_return_if_fail (COOLDOWN_IS_JOURNAL_LIST (self));
  g_return_if_fail (self->state != NULL);

  focused = get_focused (self);
  g_ptr_array_ref (lines);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = lines;
  self->by_day = by_day;
  show_until (self, MIN (MAX (self->n_made, FIRST_ROWS), lines->len));
  restore_focus (self, focused);
  if (self->n_made < lines->len && self->growing == 0)
    self->growing = g_idle_add_full (G_PRIORITY_LOW, grow_cb, self, NULL);
  else if (self->n_made == lines->len)
    g_clear_handle_id (&self->growing, g_source_remove);
}

/**
 * cooldown_journal_list_reset:
 * @self: a list
 *
 * Has the next entries be others: of them only what fills a window is made at once.
 */
void
cooldown_journal_list_reset (CooldownJournalList *self)
{
  g_return_if_fail (COOLDOWN_IS_JOURNAL_LIST (self));
  self->n_made = 0;
}

/**
 * cooldown_journal_list_update_days:
 * @self: a list
 *
 * Has the titles of days follow the clock: what was today is yesterday.
 */
void
cooldown_journal_list_update_days (CooldownJournalList *self)
{
  g_return_if_fail (COOLDOWN_IS_JOURNAL_LIST (self));
  for (guint i = 0; i < self->days->len; i++)
    cooldown_journal_day_update (g_ptr_array_index (self->days, i));
}
