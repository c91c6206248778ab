/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "routine-list.h"

#include "activity-icon.h"
#include "pair.h"
#include "routine-change.h"
#include "routine-choice.h"
#include "routine-evidence.h"
#include "time-words.h"

#include <glib/gi18n.h>

struct _CooldownRoutineList
{
  GtkBox parent_instance;
  CooldownAppState *state;
  GHashTable *rows; /* (element-type AdwExpanderRow CooldownActivity) */

  GVariant *steps; /* (nullable): those that are shown */

  GtkLabel *total;
  GtkToggleButton *edit;
  GtkListBox *routine;
  CooldownRoutineChange *change;
  GtkListBox *more;
};

G_DEFINE_FINAL_TYPE (CooldownRoutineList, cooldown_routine_list, GTK_TYPE_BOX)

static void
update_left_out (CooldownRoutineList *self)
{
  CooldownTicks *ticks = cooldown_app_state_get_ticks (self->state);
  GHashTableIter iter;
  gpointer row, about;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, &about))
    {
      const CooldownActivity *activity = about;
      const CooldownLeaveOut *leave_out =
          cooldown_ticks_find_leave_out (ticks, activity->leave_out);
      g_autofree char *reason = NULL;

      /* Translators: %s says why something is not to be done */
      if (leave_out != NULL)
        reason = g_strdup_printf (_("Leave out: %s"), leave_out->text);
      adw_expander_row_set_subtitle (
          row, reason != NULL ? reason : cooldown_grade_get_words (activity->grade));
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

  g_signal_handlers_disconnect_by_func (row, fill_row, self);
  adw_expander_row_add_row (row, cooldown_routine_evidence_row_new (
                                     cooldown_app_state_get_content (self->state), activity));
}

static void
add_row (CooldownRoutineList *self, GtkListBox *list, const CooldownActivity *activity, int minutes)
{
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "name", activity->id, "use-markup", FALSE,
                                 "title", activity->name, NULL);

  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), cooldown_activity_icon_new (activity->id));
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

static void
clear (CooldownRoutineList *self, GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    {
      g_hash_table_remove (self->rows, row);
      gtk_list_box_remove (list, GTK_WIDGET (row));
    }
}

/* What takes no time of its own holds for all of the evening, whatever its steps are. */
static void
add_what_holds (CooldownRoutineList *self, GPtrArray *suggestion, GHashTable *shown)
{
  for (guint i = 0; i < suggestion->len; i++)
    {
      const CooldownRoutineStep *step = g_ptr_array_index (suggestion, i);

      if (step->minutes > 0)
        continue;
      add_row (self, self->routine, step->activity, 0);
      g_hash_table_add (shown, (gpointer) step->activity);
    }
}

static void
add_steps (CooldownRoutineList *self, CooldownContent *content, GHashTable *shown)
{
  GVariantIter iter;
  const char *id;
  guint32 minutes;

  g_variant_iter_init (&iter, self->steps);
  while (g_variant_iter_next (&iter, "(&su)", &id, &minutes))
    {
      const CooldownActivity *activity = cooldown_content_get_activity (content, id);

      add_row (self, self->routine, activity, (int) minutes);
      g_hash_table_add (shown, (gpointer) activity);
    }
}

static void
fill (CooldownRoutineList *self)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  GPtrArray *activities = cooldown_content_get_activities (content);
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  g_autofree char *total =
      cooldown_span_format (cooldown_routine_steps_get_minutes (self->steps) * COOLDOWN_MINUTE);

  gtk_label_set_label (self->total, total);
  clear (self, self->routine);
  clear (self, self->more);
  add_what_holds (self, cooldown_content_get_routine (content), shown);
  add_steps (self, content, shown);
  for (guint i = 0; i < activities->len; i++)
    {
      const CooldownActivity *activity = g_ptr_array_index (activities, i);

      if (!g_hash_table_contains (shown, activity))
        add_row (self, self->more, activity, activity->minutes);
    }
}

static void
update_steps (CooldownRoutineList *self)
{
  g_autoptr (GVariant) steps = cooldown_routine_choice_get (self->state);

  if (self->steps != NULL && g_variant_equal (steps, self->steps))
    return;
  g_clear_pointer (&self->steps, g_variant_unref);
  self->steps = g_steal_pointer (&steps);
  fill (self);
  update_left_out (self);
}

static void
on_edit_toggled (CooldownRoutineList *self)
{
  gboolean edit = gtk_toggle_button_get_active (self->edit);

  gtk_widget_set_visible (GTK_WIDGET (self->change), edit);
  gtk_widget_set_visible (GTK_WIDGET (self->routine), !edit);
  if (edit)
    gtk_widget_child_focus (GTK_WIDGET (self->change), GTK_DIR_TAB_FORWARD);
}

static void
on_change_closed (CooldownRoutineList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->edit));
  gtk_toggle_button_set_active (self->edit, FALSE);
}

static void
cooldown_routine_list_dispose (GObject *object)
{
  CooldownRoutineList *self = COOLDOWN_ROUTINE_LIST (object);

  g_hash_table_remove_all (self->rows);
  g_clear_pointer (&self->steps, g_variant_unref);
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
  g_type_ensure (COOLDOWN_TYPE_ROUTINE_CHANGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/routine-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineList, total);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineList, edit);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineList, routine);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineList, change);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineList, more);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_change_closed);
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
  cooldown_routine_change_set_state (self->change, state);
  g_signal_connect_object (state, "changed::settings", G_CALLBACK (update_steps), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed::ticks", G_CALLBACK (update_left_out), self,
                           G_CONNECT_SWAPPED);
  update_steps (self);
}
