/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "limit-list.h"

#include "core/routine.h"
#include "evening-plan.h"
#include "routine-choice.h"
#include "time-words.h"

#include <glib/gi18n.h>

#define MAX_HOURS 20
#define STEP_HOURS .5
#define STEP_MINUTES 5
#define WIND_DOWN "wind-down"

struct _CooldownLimitList
{
  AdwBin parent_instance;
  CooldownAppState *state;
  GHashTable *spins; /* (element-type utf8 GtkSpinButton): by the id of their limit */
  GtkWidget *wind_down;
  gboolean filling;  /* whether values are set by the program, not by the user */

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (CooldownLimitList, cooldown_limit_list, ADW_TYPE_BIN)

static void
update (CooldownLimitList *self)
{
  GHashTableIter iter;
  gpointer id, spin;

  self->filling = TRUE;
  g_hash_table_iter_init (&iter, self->spins);
  while (g_hash_table_iter_next (&iter, &id, &spin))
    {
      CooldownLimit limit;
      CooldownEvening evening;

      cooldown_evening_plan_get_limit (self->state, id, &limit);
      if (limit.at < 0)
        gtk_spin_button_set_value (spin, limit.before / 60.0);
      else if (cooldown_evening_plan_get (self->state, &evening))
        cooldown_time_spin_set (
            spin, cooldown_time_of_day_at (
                      cooldown_app_state_get_clock (self->state),
                      cooldown_evening_plan_get_limit_time (self->state, &evening, id)));
    }
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->wind_down),
                             cooldown_routine_choice_get_winddown (self->state));
  self->filling = FALSE;
}

static void
on_wind_down_changed (GtkSpinButton *spin, CooldownLimitList *self)
{
  if (self->filling)
    return;
  cooldown_evening_plan_set_limit (self->state, WIND_DOWN, gtk_spin_button_get_value_as_int (spin));
}

static void
on_value_changed (GtkSpinButton *spin, CooldownLimitList *self)
{
  const char *id = g_object_get_data (G_OBJECT (spin), "limit");
  CooldownLimit limit;

  if (self->filling || !cooldown_evening_plan_get_limit (self->state, id, &limit))
    return;
  if (limit.at >= 0)
    cooldown_evening_plan_set_limit (self->state, id, gtk_spin_button_get_value_as_int (spin));
  else
    cooldown_evening_plan_set_limit (self->state, id,
                                     (int) (gtk_spin_button_get_value (spin) * 60 + .5));
}

static void
on_reset_clicked (CooldownLimitList *self)
{
  GPtrArray *limits = cooldown_content_get_limits (cooldown_app_state_get_content (self->state));

  for (guint i = 0; i < limits->len; i++)
    cooldown_evening_plan_set_limit (
        self->state, ((const CooldownLimit *) g_ptr_array_index (limits, i))->id, -1);
  cooldown_evening_plan_set_limit (self->state, WIND_DOWN, -1);
  update (self);
}

static GtkWidget *
spin_new (CooldownLimitList *self, const CooldownLimit *limit)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (0, MAX_HOURS, STEP_HOURS);
  /* Translators: %s is something that has a limit before bed, "Alcohol" */
  g_autofree char *label = g_strdup_printf (
      limit->at >= 0 ? _("%s, last time") : _("%s, hours before bed"), limit->name);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), 1);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 4);
  if (limit->at >= 0)
    cooldown_time_spin_set_up (GTK_SPIN_BUTTON (spin), cooldown_app_state_get_clock (self->state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (spin), "limit", (gpointer) limit->id);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (on_value_changed), self, 0);
  return spin;
}

static void
add_limit (CooldownLimitList *self, const CooldownLimit *limit)
{
  GtkWidget *spin = spin_new (self, limit);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", limit->name,
                                 "subtitle", limit->detail, "activatable-widget", spin, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  if (limit->at < 0)
    /* Translators: unit after a number, hours */
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (C_("unit", "h")));
  gtk_list_box_append (self->list, row);
  g_hash_table_insert (self->spins, (gpointer) limit->id, spin);
}

/* When the evening begins to end: it is counted from bed, too. */
static void
add_wind_down (CooldownLimitList *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _("Wind-down"), "subtitle",
                                 _("Begins so long before bed, and earlier if your routine is longer."),
                                 NULL);

  self->wind_down = gtk_spin_button_new_with_range (COOLDOWN_WINDDOWN_MIN, COOLDOWN_WINDDOWN_MAX,
                                                    STEP_MINUTES);
  gtk_widget_set_valign (self->wind_down, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->wind_down), 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->wind_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Wind-down, minutes before bed"), -1);
  g_signal_connect_object (self->wind_down, "value-changed", G_CALLBACK (on_wind_down_changed), self,
                           0);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->wind_down);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->wind_down);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (_("min")));
  gtk_list_box_append (self->list, row);
}

static void
cooldown_limit_list_dispose (GObject *object)
{
  CooldownLimitList *self = COOLDOWN_LIMIT_LIST (object);

  g_hash_table_remove_all (self->spins);
  g_clear_object (&self->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_LIMIT_LIST);
  G_OBJECT_CLASS (cooldown_limit_list_parent_class)->dispose (object);
}

static void
cooldown_limit_list_finalize (GObject *object)
{
  g_hash_table_unref (COOLDOWN_LIMIT_LIST (object)->spins);
  G_OBJECT_CLASS (cooldown_limit_list_parent_class)->finalize (object);
}

static void
cooldown_limit_list_class_init (CooldownLimitListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_limit_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_limit_list_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/limit-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownLimitList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_reset_clicked);
}

static void
cooldown_limit_list_init (CooldownLimitList *self)
{
  self->spins = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_limit_list_set_state:
 * @self: a list without a state
 * @state: what is going on
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_limit_list_set_state (CooldownLimitList *self, CooldownAppState *state)
{
  GPtrArray *limits = cooldown_content_get_limits (cooldown_app_state_get_content (state));

  g_return_if_fail (COOLDOWN_IS_LIMIT_LIST (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  for (guint i = 0; i < limits->len; i++)
    add_limit (self, g_ptr_array_index (limits, i));
  add_wind_down (self);
  g_signal_connect_object (state, "changed::settings", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
