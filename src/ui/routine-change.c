/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "routine-change.h"

#include "pair.h"
#include "routine-choice.h"
#include "routine-row.h"

#include <adwaita.h>

struct _CooldownRoutineChange
{
  GtkBox parent_instance;
  CooldownAppState *state;
  GVariant *shown;  /* (nullable): the steps in the rows */
  gboolean filling; /* whether what changes is not the user's doing */

  GtkListBox *steps;
  AdwExpanderRow *more;
  GtkWidget *suggestion;
};

G_DEFINE_FINAL_TYPE (CooldownRoutineChange, cooldown_routine_change, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_CLOSED,
} CooldownRoutineChangeSignal;

static guint signals[SIGNAL_CLOSED + 1];

static CooldownRoutineRow *
get_row (CooldownRoutineChange *self, int index)
{
  return (CooldownRoutineRow *) gtk_list_box_get_row_at_index (self->steps, index);
}

static int
get_n_rows (CooldownRoutineChange *self)
{
  int n = 0;

  while (get_row (self, n) != NULL)
    n++;
  return n;
}

static const char *
get_id (CooldownRoutineRow *row)
{
  return g_object_get_data (G_OBJECT (row), "step");
}

/* Has the agent keep what the rows say. */
static void
keep (CooldownRoutineChange *self)
{
  CooldownRoutineRow *row;
  GVariantBuilder steps;

  if (self->filling)
    return;
  g_variant_builder_init (&steps, G_VARIANT_TYPE (COOLDOWN_ROUTINE_STEPS));
  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    g_variant_builder_add (&steps, "(su)", get_id (row), cooldown_routine_row_get_minutes (row));
  g_clear_pointer (&self->shown, g_variant_unref);
  self->shown = g_variant_ref_sink (g_variant_builder_end (&steps));
  cooldown_routine_choice_set (self->state, self->shown);
}

static void
update_possible (CooldownRoutineChange *self)
{
  int n = get_n_rows (self);

  for (int i = 0; i < n; i++)
    cooldown_routine_row_set_possible (get_row (self, i), i > 0, i + 1 < n, n > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->more), n < COOLDOWN_ROUTINE_MAX_STEPS);
}

static void
moved_cb (CooldownRoutineChange *self, int by, CooldownRoutineRow *row)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  g_object_ref (row);
  gtk_list_box_remove (self->steps, GTK_WIDGET (row));
  gtk_list_box_insert (self->steps, GTK_WIDGET (row), index + by);
  g_object_unref (row);
  update_possible (self);
  cooldown_routine_row_focus (row, by);
  keep (self);
}

static void
removed_cb (CooldownRoutineChange *self, CooldownRoutineRow *row)
{
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  gtk_list_box_remove (self->steps, GTK_WIDGET (row));
  update_possible (self);
  cooldown_routine_row_focus (get_row (self, MIN (index, get_n_rows (self) - 1)), 0);
  keep (self);
}

static CooldownRoutineRow *
add_row (CooldownRoutineChange *self, const CooldownActivity *activity, guint minutes)
{
  GtkWidget *row = cooldown_routine_row_new (activity->name, minutes);

  g_object_set_data (G_OBJECT (row), "step", (gpointer) activity->id);
  g_signal_connect_object (row, "minutes-changed", G_CALLBACK (keep), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->steps, row);
  return COOLDOWN_ROUTINE_ROW (row);
}

static void
fill (CooldownRoutineChange *self)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  CooldownRoutineRow *row;
  GVariantIter iter;
  const char *id;
  guint32 minutes;

  self->filling = TRUE;
  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (self->steps, GTK_WIDGET (row));
  g_variant_iter_init (&iter, self->shown);
  while (g_variant_iter_next (&iter, "(&su)", &id, &minutes))
    add_row (self, cooldown_content_get_activity (content, id), minutes);
  update_possible (self);
  self->filling = FALSE;
}

/* Changes of one's own are shown already. */
static void
update (CooldownRoutineChange *self)
{
  g_autoptr (GVariant) steps = cooldown_routine_choice_get (self->state);

  gtk_widget_set_sensitive (self->suggestion, cooldown_routine_choice_is_own (self->state));
  if (self->shown != NULL && g_variant_equal (steps, self->shown))
    return;
  g_clear_pointer (&self->shown, g_variant_unref);
  self->shown = g_steal_pointer (&steps);
  fill (self);
}

static void
add_cb (CooldownRoutineChange *self, AdwActionRow *choice)
{
  const CooldownActivity *activity = g_object_get_data (G_OBJECT (choice), "activity");

  if (get_n_rows (self) >= COOLDOWN_ROUTINE_MAX_STEPS)
    return;
  add_row (self, activity, (guint) activity->minutes);
  update_possible (self);
  keep (self);
}

static void
add_choice (CooldownRoutineChange *self, const CooldownActivity *activity)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", activity->name,
                                 "activatable", TRUE, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-add-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  g_object_set_data (G_OBJECT (row), "activity", (gpointer) activity);
  g_signal_connect_object (row, "activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->more, row);
}

static void
on_suggestion_clicked (CooldownRoutineChange *self)
{
  cooldown_routine_choice_set (self->state, NULL);
}

static void
on_done_clicked (CooldownRoutineChange *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  on_done_clicked (COOLDOWN_ROUTINE_CHANGE (widget));
  return TRUE;
}

static void
cooldown_routine_change_dispose (GObject *object)
{
  CooldownRoutineChange *self = COOLDOWN_ROUTINE_CHANGE (object);

  g_clear_object (&self->state);
  g_clear_pointer (&self->shown, g_variant_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ROUTINE_CHANGE);
  G_OBJECT_CLASS (cooldown_routine_change_parent_class)->dispose (object);
}

static void
cooldown_routine_change_class_init (CooldownRoutineChangeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_routine_change_dispose;
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/routine-change.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineChange, steps);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineChange, more);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineChange, suggestion);
  gtk_widget_class_bind_template_callback (widget_class, on_suggestion_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
cooldown_routine_change_init (CooldownRoutineChange *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_routine_change_set_state:
 * @self: without a state
 * @state: what is going on
 *
 * Gives @self what it works with; to be called once.
 */
void
cooldown_routine_change_set_state (CooldownRoutineChange *self, CooldownAppState *state)
{
  GPtrArray *activities = cooldown_content_get_activities (cooldown_app_state_get_content (state));

  g_return_if_fail (COOLDOWN_IS_ROUTINE_CHANGE (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  for (guint i = 0; i < activities->len; i++)
    {
      const CooldownActivity *activity = g_ptr_array_index (activities, i);

      if (activity->minutes > 0)
        add_choice (self, activity);
    }
  g_signal_connect_object (state, "changed::settings", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
