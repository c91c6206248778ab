/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences-bedtimes.h"

#include "time-row.h"
#include "time-words.h"
#include "weekdays.h"

#include <glib/gi18n.h>

/* A weekday; the switch tells whether it has a bedtime of its own. */
typedef struct
{
  CooldownTimeRow *row;
  GtkSwitch *own;
} Day;

struct _CooldownPreferencesBedtimes
{
  AdwPreferencesGroup parent_instance;
  CooldownAppState *state;
  Day days[G_DATE_SUNDAY]; /* Monday first */

  CooldownTimeRow *usual;
  GtkWidget *confirm;
  AdwExpanderRow *differing;
};

G_DEFINE_FINAL_TYPE (CooldownPreferencesBedtimes,
                     cooldown_preferences_bedtimes,
                     ADW_TYPE_PREFERENCES_GROUP)

static guint
get_index (GDateWeekday day)
{
  return (guint) (day - G_DATE_MONDAY);
}

/* The weekday so many days after the one on which the user's weeks begin. */
static GDateWeekday
get_day (guint after)
{
  guint first = get_index (cooldown_week_get_first_day ());

  return (GDateWeekday) (G_DATE_MONDAY + (first + after) % G_DATE_SUNDAY);
}

/* "Fri 23:30 · Sat 23:30" */
static char *
describe_differing (CooldownPreferencesBedtimes *self, const CooldownBedtimes *bedtimes)
{
  CooldownClock *clock = cooldown_app_state_get_clock (self->state);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_DATE_SUNDAY; i++)
    {
      GDateWeekday day = get_day (i);
      int own = bedtimes->own[get_index (day)];
      g_autofree char *name = NULL, *time = NULL;

      if (own == COOLDOWN_AS_USUAL)
        continue;
      name = cooldown_weekday_get_short_name (day);
      time = cooldown_time_of_day_format (clock, own);
      /* Translators: a day and its bedtime: "Fri 23:30" */
      g_ptr_array_add (parts, g_strdup_printf (C_ ("weekday", "%1$s %2$s"), name, time));
    }
  if (parts->len == 0)
    return g_strdup (_ ("Every day the same"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
update (CooldownPreferencesBedtimes *self)
{
  CooldownBedtimes bedtimes;
  gboolean said = cooldown_app_state_get_bedtimes (self->state, &bedtimes);
  g_autofree char *differing = describe_differing (self, &bedtimes);

  gtk_widget_set_visible (self->confirm, !said);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->usual), said ? "" : _ ("Not set yet"));
  cooldown_time_row_set_minutes (self->usual, bedtimes.usual);
  adw_expander_row_set_subtitle (self->differing, differing);
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    {
      gboolean own = bedtimes.own[i] != COOLDOWN_AS_USUAL;

      gtk_switch_set_active (self->days[i].own, own);
      cooldown_time_row_set_minutes (self->days[i].row, own ? bedtimes.own[i] : bedtimes.usual);
      cooldown_time_row_show_time (self->days[i].row, own);
    }
}

static void
on_usual_picked (CooldownPreferencesBedtimes *self, int minutes)
{
  if (self->state != NULL)
    cooldown_app_state_set_setting (self->state, "bedtime", g_variant_new_int32 (minutes));
}

static void
on_confirm_clicked (CooldownPreferencesBedtimes *self)
{
  on_usual_picked (self, cooldown_time_row_get_minutes (self->usual));
}

static void
set_own (CooldownPreferencesBedtimes *self, guint index, int minutes)
{
  CooldownBedtimes bedtimes;
  gsize n_own = 0;

  /* Days can only differ from something. */
  if (!cooldown_app_state_get_bedtimes (self->state, &bedtimes))
    on_usual_picked (self, bedtimes.usual);
  bedtimes.own[index] = minutes;
  for (guint i = 0; i < G_N_ELEMENTS (bedtimes.own); i++)
    if (bedtimes.own[i] != COOLDOWN_AS_USUAL)
      n_own = G_N_ELEMENTS (bedtimes.own);
  cooldown_app_state_set_setting (
      self->state, "bedtimes",
      g_variant_new_fixed_array (G_VARIANT_TYPE_INT32, bedtimes.own, n_own, sizeof (gint32)));
}

static void
own_changed_cb (CooldownPreferencesBedtimes *self, GParamSpec *pspec, GtkSwitch *toggle)
{
  gboolean own = gtk_switch_get_active (toggle);
  CooldownBedtimes bedtimes;

  if (self->state == NULL)
    return;
  cooldown_app_state_get_bedtimes (self->state, &bedtimes);
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    /* Only the user moves it away from what is set. */
    if (self->days[i].own == toggle && own != (bedtimes.own[i] != COOLDOWN_AS_USUAL))
      set_own (self, i,
               own ? cooldown_time_row_get_minutes (self->days[i].row) : COOLDOWN_AS_USUAL);
}

static void
own_picked_cb (CooldownPreferencesBedtimes *self, int minutes, CooldownTimeRow *row)
{
  if (self->state == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    if (self->days[i].row == row)
      set_own (self, i, minutes);
}

static void
add_day (CooldownPreferencesBedtimes *self, GDateWeekday day)
{
  g_autofree char *name = cooldown_weekday_get_name (day);
  /* Translators: what a switch is for; %s is a day of the week */
  g_autofree char *label = g_strdup_printf (_ ("%s, own bedtime"), name);
  Day *added = &self->days[get_index (day)];

  added->row = g_object_new (COOLDOWN_TYPE_TIME_ROW, "title", name, NULL);
  added->own = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);
  cooldown_time_row_set_clock (added->row, cooldown_app_state_get_clock (self->state));
  adw_action_row_add_suffix (ADW_ACTION_ROW (added->row), GTK_WIDGET (added->own));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (added->row), GTK_WIDGET (added->own));
  gtk_accessible_update_property (GTK_ACCESSIBLE (added->own), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  adw_expander_row_add_row (self->differing, GTK_WIDGET (added->row));
  g_signal_connect_object (added->own, "notify::active", G_CALLBACK (own_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (added->row, "picked", G_CALLBACK (own_picked_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
cooldown_preferences_bedtimes_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_PREFERENCES_BEDTIMES (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_PREFERENCES_BEDTIMES);
  G_OBJECT_CLASS (cooldown_preferences_bedtimes_parent_class)->dispose (object);
}

static void
cooldown_preferences_bedtimes_class_init (CooldownPreferencesBedtimesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_preferences_bedtimes_dispose;
  g_type_ensure (COOLDOWN_TYPE_TIME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/cooldown/ui/preferences-bedtimes.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesBedtimes, usual);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesBedtimes, confirm);
  gtk_widget_class_bind_template_child (widget_class, CooldownPreferencesBedtimes, differing);
  gtk_widget_class_bind_template_callback (widget_class, on_usual_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm_clicked);
}

static void
cooldown_preferences_bedtimes_init (CooldownPreferencesBedtimes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_preferences_bedtimes_set_state:
 * @self: a group without a state
 * @state: what is going on
 *
 * Gives @self what it shows and changes; to be called once.
 */
void
cooldown_preferences_bedtimes_set_state (CooldownPreferencesBedtimes *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_PREFERENCES_BEDTIMES (self));
  g_return_if_fail (self->state == NULL);
  cooldown_time_row_set_clock (self->usual, cooldown_app_state_get_clock (state));
  self->state = g_object_ref (state);
  for (guint i = 0; i < G_N_ELEMENTS (self->days); i++)
    add_day (self, get_day (i));
  g_signal_connect_object (state, "changed::settings", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
