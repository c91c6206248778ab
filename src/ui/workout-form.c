/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workout-form.h"

#include "core/evening.h"
#include "pair.h"
#include "report/workout-words.h"
#include "time-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* How far back a workout can have ended to be cooled down from. */
#define FARTHEST_BACK (12 * COOLDOWN_HOUR)
#define TILE_ICON_SIZE 28
#define LARGE_TEXT 1.5
/* The row of "Finished" that asks for a time of day; the ones before it are steps of ten minutes. */
#define FINISHED_OTHER 4
#define FINISHED_STEP (10 * COOLDOWN_MINUTE)

struct _CooldownWorkoutForm
{
  GtkBox parent_instance;
  CooldownAppState *state;
  const char *kind;
  /* The end of a workout that is being changed, which counts as long as its row is not touched. */
  gint64 known_end;
  int known_time;

  GtkFlowBox *tiles;
  GtkOrientable *legs;
  GtkToggleButton *legs_fine;
  GtkToggleButton *legs_tingling;
  GtkToggleButton *legs_other;
  GtkSpinButton *minutes;
  AdwComboRow *effort;
  AdwComboRow *finished;
  AdwActionRow *finished_at;
  GtkSpinButton *time;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CooldownWorkoutForm, cooldown_workout_form, GTK_TYPE_BOX)

/* The last moment before WALL at which the user's clocks showed MINUTES after midnight. */
static gint64
find_last_time (CooldownClock *clock, gint64 wall, int minutes)
{
  g_autoptr (GDateTime) today = cooldown_clock_to_local (clock, wall);
  gint64 time = 0;

  for (int back = 0; back <= 1; back++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (today, -back);
      g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

      time = cooldown_local_time_on (clock, date, minutes);
      if (time <= wall)
        return time;
    }
  return time;
}

static gint64
get_end (CooldownWorkoutForm *self, gint64 now)
{
  guint choice = adw_combo_row_get_selected (self->finished);
  int minutes;

  if (choice != FINISHED_OTHER)
    return now - choice * FINISHED_STEP;
  minutes = gtk_spin_button_get_value_as_int (self->time);
  if (self->known_end != 0 && minutes == self->known_time)
    return self->known_end;
  return find_last_time (cooldown_app_state_get_clock (self->state), now, minutes);
}

static gboolean
is_end_good (CooldownWorkoutForm *self, gint64 end, gint64 now)
{
  return end == self->known_end || (end <= now && now - end <= FARTHEST_BACK);
}

static void
update_finished_at (CooldownWorkoutForm *self)
{
  gboolean other = adw_combo_row_get_selected (self->finished) == FINISHED_OTHER;
  gint64 now, end;
  g_autofree char *span = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->finished_at), other);
  if (!other || self->state == NULL)
    return;
  now = cooldown_app_state_now (self->state).wall;
  end = get_end (self, now);
  span = cooldown_span_format (now - end);
  if (is_end_good (self, end, now))
    /* Translators: %s is a duration, "2 h 20 min" */
    text = g_strdup_printf (_("%s ago"), span);
  else
    text = g_strdup (_("At most 12 hours back"));
  adw_action_row_set_subtitle (self->finished_at, text);
}

static void
emit_changed (CooldownWorkoutForm *self)
{
  update_finished_at (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_legs_toggled (CooldownWorkoutForm *self, GtkToggleButton *button)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_toggle_button_get_active (button), -1);
  if (gtk_toggle_button_get_active (button))
    emit_changed (self);
}

static void
on_finished_selected (CooldownWorkoutForm *self)
{
  if (adw_combo_row_get_selected (self->finished) == FINISHED_OTHER && self->state != NULL &&
      self->known_end == 0)
    cooldown_time_spin_set (
        self->time,
        cooldown_time_of_day_at (cooldown_app_state_get_clock (self->state),
                                 cooldown_app_state_now (self->state).wall - COOLDOWN_HOUR));
  emit_changed (self);
}

static void
on_tile_toggled (CooldownWorkoutForm *self, GtkToggleButton *tile)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_toggle_button_get_active (tile), -1);
  if (!gtk_toggle_button_get_active (tile))
    return;
  self->kind = g_object_get_data (G_OBJECT (tile), "kind");
  emit_changed (self);
}

static GtkWidget *
tile_new (CooldownWorkoutForm *self, const char *kind)
{
  g_autofree char *icon_name = cooldown_workout_get_kind_icon (kind);
  const char *name = cooldown_workout_get_kind_name (kind);
  GtkWidget *tile = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "pixel-size",
                                  TILE_ICON_SIZE, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "justify", GTK_JUSTIFY_CENTER, NULL);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 6, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (tile, "cd-tile");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (tile), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (tile), "kind", (gpointer) kind);
  g_signal_connect_object (tile, "toggled", G_CALLBACK (on_tile_toggled), self, G_CONNECT_SWAPPED);
  return tile;
}

static void
fill_tiles (CooldownWorkoutForm *self)
{
  const char *const *kinds = cooldown_workout_kinds ();
  GtkToggleButton *first = NULL;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      GtkWidget *tile = tile_new (self, kinds[i]);
      /* The tile takes the focus, not the child of the flow box around it. */
      GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "focusable", FALSE, "child", tile,
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (tile);
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tile), first);
      gtk_flow_box_append (self->tiles, child);
    }
}

static void
fill_effort (CooldownWorkoutForm *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int rpe = COOLDOWN_RPE_NOT_NOTED; rpe <= 10; rpe++)
    gtk_string_list_append (names, cooldown_effort_get_name (rpe));
  adw_combo_row_set_model (self->effort, G_LIST_MODEL (names));
}

static void
choose_kind (CooldownWorkoutForm *self, const char *kind)
{
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (self->tiles, i)) != NULL; i++)
    {
      GtkWidget *tile = gtk_flow_box_child_get_child (child);

      if (i == 0 || g_strcmp0 (g_object_get_data (G_OBJECT (tile), "kind"), kind) == 0)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tile), TRUE);
    }
}

static void
choose_legs (CooldownWorkoutForm *self, CooldownLegs legs)
{
  gtk_toggle_button_set_active (self->legs_fine, legs == COOLDOWN_LEGS_FINE);
  gtk_toggle_button_set_active (self->legs_tingling, legs == COOLDOWN_LEGS_TINGLING);
  gtk_toggle_button_set_active (self->legs_other, legs == COOLDOWN_LEGS_OTHER);
}

static CooldownLegs
get_legs (CooldownWorkoutForm *self)
{
  if (gtk_toggle_button_get_active (self->legs_fine))
    return COOLDOWN_LEGS_FINE;
  if (gtk_toggle_button_get_active (self->legs_tingling))
    return COOLDOWN_LEGS_TINGLING;
  if (gtk_toggle_button_get_active (self->legs_other))
    return COOLDOWN_LEGS_OTHER;
  return COOLDOWN_LEGS_UNASKED;
}

/* Three answers beside each other are too much for a narrow window when text is large. */
static void
stack_legs (CooldownWorkoutForm *self)
{
  gboolean large = cooldown_text_scale_get (GTK_WIDGET (self)) >= LARGE_TEXT;

  gtk_orientable_set_orientation (self->legs,
                                  large ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
cooldown_workout_form_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_WORKOUT_FORM (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_WORKOUT_FORM);
  G_OBJECT_CLASS (cooldown_workout_form_parent_class)->dispose (object);
}

static void
cooldown_workout_form_class_init (CooldownWorkoutFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_workout_form_dispose;
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/workout-form.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownWorkoutForm, tiles);
  gtk_widget_class_bind_template_child (widget_class, CooldownWorkoutForm, legs);
  gtk_widget_class_bind_template_child (widget_class, CooldownWorkoutForm, legs_fine);
  gtk_widget_class_bind_template_child (widget_class, CooldownWorkoutForm, legs_tingling);
  gtk_widget_class_bind_template_child (widget_class, CooldownWorkoutForm, legs_other);
  gtk_widget_class_bind_template_child (widget_class, CooldownWorkoutForm, minutes);
  gtk_widget_class_bind_template_child (widget_class, CooldownWorkoutForm, effort);
  gtk_widget_class_bind_template_child (widget_class, CooldownWorkoutForm, finished);
  gtk_widget_class_bind_template_child (widget_class, CooldownWorkoutForm, finished_at);
  gtk_widget_class_bind_template_child (widget_class, CooldownWorkoutForm, time);
  gtk_widget_class_bind_template_callback (widget_class, emit_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_legs_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_finished_selected);
  signals[CHANGED] = g_signal_new ("changed", COOLDOWN_TYPE_WORKOUT_FORM, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cooldown_workout_form_init (CooldownWorkoutForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_tiles (self);
  fill_effort (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (stack_legs), self, G_CONNECT_SWAPPED);
  stack_legs (self);
}

/**
 * cooldown_workout_form_set_state:
 * @self: a form without a state
 * @state: what is going on
 *
 * Gives @self what it works with; to be called once.
 */
void
cooldown_workout_form_set_state (CooldownWorkoutForm *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_WORKOUT_FORM (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  cooldown_time_spin_set_up (self->time, cooldown_app_state_get_clock (state));
  cooldown_app_state_watch_seconds (state, GTK_WIDGET (self));
  g_signal_connect_object (state, "second", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  cooldown_workout_form_reset (self);
}

/**
 * cooldown_workout_form_reset:
 * @self: a form
 *
 * Starts anew: with kind and length of the last workout, and nothing else.
 */
void
cooldown_workout_form_reset (CooldownWorkoutForm *self)
{
  GSettings *settings = cooldown_app_state_get_settings (self->state);
  g_autofree char *kind = g_settings_get_string (settings, "last-workout-kind");

  self->known_end = 0;
  choose_kind (self, kind);
  choose_legs (self, COOLDOWN_LEGS_UNASKED);
  gtk_spin_button_set_value (self->minutes, g_settings_get_int (settings, "last-workout-minutes"));
  adw_combo_row_set_selected (self->effort, 0);
  adw_combo_row_set_selected (self->finished, 0);
  emit_changed (self);
}

/**
 * cooldown_workout_form_set_workout:
 * @self: a form
 * @workout: a workout that was noted before
 *
 * Shows @workout, to be changed.
 */
void
cooldown_workout_form_set_workout (CooldownWorkoutForm *self, const CooldownWorkout *workout)
{
  self->known_end = workout->ended;
  self->known_time = cooldown_time_of_day_at (cooldown_app_state_get_clock (self->state),
                                              workout->ended);
  choose_kind (self, workout->kind);
  choose_legs (self, workout->legs);
  gtk_spin_button_set_value (self->minutes, workout->minutes);
  adw_combo_row_set_selected (self->effort, (guint) (workout->rpe - COOLDOWN_RPE_NOT_NOTED));
  adw_combo_row_set_selected (self->finished, FINISHED_OTHER);
  cooldown_time_spin_set (self->time, self->known_time);
  emit_changed (self);
}

/**
 * cooldown_workout_form_get_workout:
 * @self: a form
 * @workout: (out): the workout; its strings belong to the program
 *
 * Returns: whether it can be noted so: it did not end in the future, nor more than 12 hours ago
 */
gboolean
cooldown_workout_form_get_workout (CooldownWorkoutForm *self, CooldownWorkout *workout)
{
  gint64 now = cooldown_app_state_now (self->state).wall;

  workout->kind = self->kind;
  workout->ended = get_end (self, now);
  workout->minutes = (guint) gtk_spin_button_get_value_as_int (self->minutes);
  workout->rpe = (int) adw_combo_row_get_selected (self->effort) + COOLDOWN_RPE_NOT_NOTED;
  workout->legs = get_legs (self);
  return is_end_good (self, workout->ended, now);
}

/**
 * cooldown_workout_form_remember:
 * @self: a form
 *
 * Keeps kind and length for the next workout.
 */
void
cooldown_workout_form_remember (CooldownWorkoutForm *self)
{
  GSettings *settings = cooldown_app_state_get_settings (self->state);

  g_settings_set_string (settings, "last-workout-kind", self->kind);
  g_settings_set_int (settings, "last-workout-minutes",
                      CLAMP (gtk_spin_button_get_value_as_int (self->minutes), 5, 600));
}
