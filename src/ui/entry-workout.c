/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-workout.h"

#include "core/recovery.h"
#include "entry-bind.h"
#include "report/workout-words.h"

#define RPE COOLDOWN_FIELD_WORKOUT_RPE

struct _CooldownEntryWorkoutFields
{
  GtkBox parent_instance;
  CooldownEntryEdit *edit;

  AdwComboRow *kind;
  GtkSpinButton *minutes;
  AdwComboRow *effort;
  CooldownEntryWhen *ended;
  AdwComboRow *legs;
  CooldownEntryChips *conditions;
  GtkTextView *notes;
};

G_DEFINE_FINAL_TYPE (CooldownEntryWorkoutFields, cooldown_entry_workout_fields, GTK_TYPE_BOX)

/* The list of efforts begins with the one that is not noted. */
static guint
get_effort (CooldownEntryWorkoutFields *self)
{
  gint64 rpe = cooldown_entry_get_number (cooldown_entry_edit_get_entry (self->edit), RPE);

  return rpe == COOLDOWN_NOT_NOTED ? 0 : (guint) (rpe - COOLDOWN_RPE_NOT_NOTED);
}

static void
on_effort_selected (CooldownEntryWorkoutFields *self)
{
  guint selected = adw_combo_row_get_selected (self->effort);

  if (selected == get_effort (self))
    return;
  cooldown_entry_set_number (cooldown_entry_edit_get_entry (self->edit), RPE,
                             selected == 0 ? COOLDOWN_NOT_NOTED
                                           : (gint64) selected + COOLDOWN_RPE_NOT_NOTED);
  cooldown_entry_edit_touch (self->edit);
}

static void
update (CooldownEntryWorkoutFields *self)
{
  adw_combo_row_set_selected (self->effort, get_effort (self));
}

static void
fill_effort (CooldownEntryWorkoutFields *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int rpe = COOLDOWN_RPE_NOT_NOTED; rpe <= COOLDOWN_SCALE_MOST; rpe++)
    gtk_string_list_append (names, cooldown_effort_get_name (rpe));
  adw_combo_row_set_model (self->effort, G_LIST_MODEL (names));
}

static void
cooldown_entry_workout_fields_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_ENTRY_WORKOUT_FIELDS (object)->edit);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ENTRY_WORKOUT_FIELDS);
  G_OBJECT_CLASS (cooldown_entry_workout_fields_parent_class)->dispose (object);
}

static void
cooldown_entry_workout_fields_class_init (CooldownEntryWorkoutFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_entry_workout_fields_dispose;
  g_type_ensure (COOLDOWN_TYPE_ENTRY_CHIPS);
  g_type_ensure (COOLDOWN_TYPE_ENTRY_WHEN);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/entry-workout.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryWorkoutFields, kind);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryWorkoutFields, minutes);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryWorkoutFields, effort);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryWorkoutFields, ended);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryWorkoutFields, legs);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryWorkoutFields, conditions);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryWorkoutFields, notes);
}

static void
cooldown_entry_workout_fields_init (CooldownEntryWorkoutFields *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_entry_workout_fields_set_edit:
 * @self: the fields
 * @edit: a visit to a workout
 *
 * Gives the fields what they show. To be called once.
 */
void
cooldown_entry_workout_fields_set_edit (CooldownEntryWorkoutFields *self, CooldownEntryEdit *edit)
{
  g_return_if_fail (COOLDOWN_IS_ENTRY_WORKOUT_FIELDS (self));
  g_return_if_fail (self->edit == NULL);

  self->edit = g_object_ref (edit);
  fill_effort (self);
  cooldown_entry_fill_chips (self->conditions, COOLDOWN_FIELD_WORKOUT_CONDITIONS);
  cooldown_entry_bind_choice (edit, self->kind, COOLDOWN_FIELD_WORKOUT_KIND);
  cooldown_entry_bind_spin (edit, self->minutes, COOLDOWN_FIELD_WORKOUT_MINUTES);
  cooldown_entry_bind_when (edit, self->ended, COOLDOWN_FIELD_WORKOUT_ENDED);
  cooldown_entry_bind_choice (edit, self->legs, COOLDOWN_FIELD_WORKOUT_LEGS);
  cooldown_entry_bind_chips (edit, self->conditions, COOLDOWN_FIELD_WORKOUT_CONDITIONS);
  cooldown_entry_bind_notes (edit, self->notes, COOLDOWN_FIELD_WORKOUT_NOTES);
  update (self);
  g_signal_connect_object (self->effort, "notify::selected", G_CALLBACK (on_effort_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (edit, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
