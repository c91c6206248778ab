/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "routine-list.h"

#include "pair.h"
#include "time-words.h"
#include "topic-row.h"

#include <glib/gi18n.h>

struct _CooldownRoutineList
{
  GtkBox parent_instance;
  CooldownAppState *state;
  GHashTable *rows; /* (element-type AdwExpanderRow CooldownActivity) */

  GtkLabel *total;
  GtkListBox *routine;
  GtkListBox *more;
};

G_DEFINE_FINAL_TYPE (CooldownRoutineList, cooldown_routine_list, GTK_TYPE_BOX)

static const char *
get_grade_words (CooldownGrade grade)
{
  switch (grade)
    {
    case COOLDOWN_GRADE_TRIAL:
      return _("Tried in a study");
    case COOLDOWN_GRADE_PILOT:
      return _("Tried in a first small study");
    case COOLDOWN_GRADE_ADVICE:
      return _("Common advice");
    case COOLDOWN_GRADE_DOCTOR:
      return _("Ask a doctor first");
    case COOLDOWN_GRADE_NONE:
    default:
      return _("Not shown to help");
    }
}

static const CooldownLeaveOut *
find_leave_out (const CooldownActivity *activity, CooldownTicks *ticks)
{
  for (guint i = 0; i < activity->leave_out->len; i++)
    {
      const CooldownLeaveOut *leave_out = g_ptr_array_index (activity->leave_out, i);

      if (cooldown_ticks_meet (ticks, &leave_out->when))
        return leave_out;
    }
  return NULL;
}

static void
update (CooldownRoutineList *self)
{
  CooldownTicks *ticks = cooldown_app_state_get_ticks (self->state);
  GHashTableIter iter;
  gpointer row, about;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, &about))
    {
      const CooldownActivity *activity = about;
      const CooldownLeaveOut *leave_out = find_leave_out (activity, ticks);
      g_autofree char *reason = NULL;

      /* Translators: %s says why something is not to be done */
      if (leave_out != NULL)
        reason = g_strdup_printf (_("Leave out: %s"), leave_out->text);
      adw_expander_row_set_subtitle (row,
                                     reason != NULL ? reason : get_grade_words (activity->grade));
      if (leave_out != NULL)
        gtk_widget_add_css_class (row, "cd-left-out");
      else
        gtk_widget_remove_css_class (row, "cd-left-out");
    }
}

/* What speaks for it; made when the row is opened first, which it mostly is not. */
static void
fill_row (AdwExpanderRow *row, GParamSpec *spec, CooldownRoutineList *self)
{
  const CooldownActivity *activity = g_hash_table_lookup (self->rows, row);
  GtkWidget *box = cooldown_statements_box_new (cooldown_app_state_get_content (self->state),
                                                activity->statements);

  g_signal_handlers_disconnect_by_func (row, fill_row, self);
  gtk_widget_add_css_class (box, "cd-inside");
  adw_expander_row_add_row (row, g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE,
                                               "focusable", FALSE, "child", box, NULL));
}

static void
add_row (CooldownRoutineList *self, GtkListBox *list, const CooldownActivity *activity, int minutes)
{
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "name", activity->id, "use-markup", FALSE,
                                 "title", activity->name, NULL);

  if (minutes > 0)
    {
      g_autofree char *span = cooldown_span_format (minutes * COOLDOWN_MINUTE);
      GtkWidget *label = gtk_label_new (span);

      gtk_widget_add_css_class (label, "dim-label");
      adw_expander_row_add_action (ADW_EXPANDER_ROW (row), label);
    }
  g_hash_table_insert (self->rows, row, (gpointer) activity);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (fill_row), self, 0);
  gtk_list_box_append (list, row);
}

static gboolean
is_in_routine (GPtrArray *routine, const CooldownActivity *activity)
{
  for (guint i = 0; i < routine->len; i++)
    if (((const CooldownRoutineStep *) g_ptr_array_index (routine, i))->activity == activity)
      return TRUE;
  return FALSE;
}

static void
fill (CooldownRoutineList *self, CooldownContent *content)
{
  GPtrArray *routine = cooldown_content_get_routine (content);
  GPtrArray *activities = cooldown_content_get_activities (content);
  int minutes = cooldown_content_get_evening_numbers (content)->winddown_minutes;
  g_autofree char *total = cooldown_span_format (minutes * COOLDOWN_MINUTE);

  gtk_label_set_label (self->total, total);
  for (guint i = 0; i < routine->len; i++)
    {
      const CooldownRoutineStep *step = g_ptr_array_index (routine, i);

      add_row (self, self->routine, step->activity, step->minutes);
    }
  for (guint i = 0; i < activities->len; i++)
    {
      const CooldownActivity *activity = g_ptr_array_index (activities, i);

      if (!is_in_routine (routine, activity))
        add_row (self, self->more, activity, activity->minutes);
    }
}

static void
cooldown_routine_list_dispose (GObject *object)
{
  CooldownRoutineList *self = COOLDOWN_ROUTINE_LIST (object);

  g_hash_table_remove_all (self->rows);
  g_clear_object (&self->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ROUTINE_LIST);
  G_OBJECT_CLASS (cooldown_routine_list_parent_class)->dispose (object);
}

static void
cooldown_routine_list_finalize (GObject *object)
{
  g_hash_table_unref (COOLDOWN_ROUTINE_LIST (object)->rows);
  G_OBJECT_CLASS (cooldown_routine_list_parent_class)->finalize (object);
}

static void
cooldown_routine_list_class_init (CooldownRoutineListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_routine_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_routine_list_finalize;
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/routine-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineList, total);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineList, routine);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineList, more);
}

static void
cooldown_routine_list_init (CooldownRoutineList *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_routine_list_set_state:
 * @self: a list without a state
 * @state: what is going on
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_routine_list_set_state (CooldownRoutineList *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_ROUTINE_LIST (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  fill (self, cooldown_app_state_get_content (state));
  g_signal_connect_object (state, "changed::ticks", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
