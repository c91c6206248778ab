/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tonight-list.h"

#include "evening-plan.h"
#include "report/workout-words.h"
#include "time-words.h"
#include "tonight-row.h"

#include <glib/gi18n.h>
#include <string.h>

/* The time to begin with is a round one, in minutes. */
#define SUGGESTED_STEP 5

struct _CooldownTonightList
{
  AdwBin parent_instance;
  CooldownAppState *state;
  CooldownEveningReader *reader;
  gint64 minute; /* the one that is shown, since 1970 */
  /* Each a child of its row. */
  CooldownNotePopover *popovers[3];
  CooldownNotePopover *bedtime_popover;

  CooldownTonightRow *caffeine;
  CooldownTonightRow *alcohol;
  CooldownTonightRow *nicotine;
  CooldownTonightRow *workout;
  CooldownTonightRow *bedtime;
};

G_DEFINE_FINAL_TYPE (CooldownTonightList, cooldown_tonight_list, ADW_TYPE_BIN)

/* Ids of evening.json, and of what the agent keeps about tonight. */
static const char *const things[] = { "caffeine", "alcohol", "nicotine" };

static CooldownTonightRow *
get_row (CooldownTonightList *self, guint thing)
{
  CooldownTonightRow *rows[] = { self->caffeine, self->alcohol, self->nicotine };

  return rows[thing];
}

static char *
format_limit (CooldownTonightList *self, gint64 limit)
{
  gint64 now = cooldown_app_state_now (self->state).wall;
  g_autofree char *time = cooldown_app_state_format_time (self->state, limit);
  g_autofree char *span = NULL;

  if (limit <= now)
    /* Translators: %s is the time until which coffee, alcohol or nicotine are all right */
    return g_strdup_printf (_("Limit %s"), time);
  span = cooldown_span_format (limit - now);
  /* Translators: %1$s is a time, "12:00", %2$s how long that is from now, "1 h 10 min" */
  return g_strdup_printf (_("Limit %1$s, in %2$s"), time, span);
}

/* What a time that was noted means for tonight. */
static char *
format_meaning (const char *thing, const char *limit, gboolean late)
{
  if (!late)
    /* Translators: %s is a time: the limit that was kept */
    return g_strdup_printf (_("Before the limit, %s"), limit);
  if (strcmp (thing, "caffeine") == 0)
    /* Translators: %s is a time: the limit for caffeine */
    return g_strdup_printf (_("After the limit, %s. Sleep may be shorter tonight."), limit);
  /* Translators: %s is a time: the limit for alcohol or nicotine */
  return g_strdup_printf (_("After the limit, %s. Sleep may be poorer tonight."), limit);
}

static char *
describe (CooldownTonightList *self, const CooldownEvening *evening, const char *thing, int noted)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  CooldownClock *clock = cooldown_app_state_get_clock (self->state);
  gint64 limit = cooldown_evening_plan_get_limit_time (self->state, evening, thing);
  g_autofree char *time = cooldown_app_state_format_time (self->state, limit);
  g_autofree char *meaning = NULL;

  if (noted == COOLDOWN_NOTED_NONE)
    return NULL;
  if (noted == COOLDOWN_NOTED_NOTHING)
    return format_limit (self, limit);
  meaning = format_meaning (thing, time,
                            cooldown_evening_place (clock, evening, noted) > limit);
  if (strcmp (thing, "alcohol") != 0)
    return g_steal_pointer (&meaning);
  return g_strjoin ("\n", cooldown_content_get_alcohol (content)->text, meaning, NULL);
}

static char *
format_noted (CooldownTonightList *self, int noted)
{
  if (noted == COOLDOWN_NOTED_NOTHING)
    return g_strdup (_("Not noted"));
  if (noted == COOLDOWN_NOTED_NONE)
    return g_strdup (C_("noted", "None"));
  return cooldown_time_of_day_format (cooldown_app_state_get_clock (self->state), noted);
}

static void
update_thing (CooldownTonightList *self, const CooldownEvening *evening, guint thing)
{
  CooldownClock *clock = cooldown_app_state_get_clock (self->state);
  int now = cooldown_time_of_day_at (clock, cooldown_app_state_now (self->state).wall);
  int noted = cooldown_evening_plan_get_noted (self->state, evening, things[thing]);
  g_autofree char *meaning = describe (self, evening, things[thing], noted);
  g_autofree char *value = format_noted (self, noted);

  cooldown_tonight_row_update (get_row (self, thing), meaning, value);
  cooldown_note_popover_set_noted (self->popovers[thing], noted, now - now % SUGGESTED_STEP);
}

/* How long before bed, to half an hour. */
static char *
format_before_bed (gint64 before)
{
  gint64 halves = (before + 15 * COOLDOWN_MINUTE) / (30 * COOLDOWN_MINUTE);

  if (halves <= 0)
    return g_strdup (_("at bedtime"));
  if (halves == 1)
    return g_strdup (_("½ h before bed"));
  if (halves % 2 == 0)
    /* Translators: how many hours before bed a workout ended */
    return g_strdup_printf (_("%d h before bed"), (int) (halves / 2));
  /* Translators: how many hours, and half an hour, before bed a workout ended */
  return g_strdup_printf (_("%d½ h before bed"), (int) (halves / 2));
}

static char *
describe_workout (CooldownTonightList *self,
                  const CooldownEvening *evening,
                  const CooldownWorkout *workout)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  gboolean hard = workout->rpe >= cooldown_content_get_evening_numbers (content)->hard_min;
  gint64 limit = cooldown_evening_plan_get_limit_time (self->state, evening, "exercise");
  g_autofree char *time = cooldown_app_state_format_time (self->state, workout->ended);
  g_autofree char *before = format_before_bed (evening->bed - workout->ended);
  /* Translators: a workout, its length, and when it ended: "Run, 45 min, ended 18:12, 4½ h before
     bed" */
  g_autofree char *facts = g_strdup_printf (_("%1$s, %2$u min, ended %3$s, %4$s"),
                                            cooldown_workout_get_kind_name (workout->kind),
                                            workout->minutes, time, before);

  if (!hard || workout->ended <= limit)
    return g_steal_pointer (&facts);
  return g_strjoin ("\n", facts, _("Hard and late: sleep may take longer to come."), NULL);
}

static void
update_workout (CooldownTonightList *self, const CooldownEvening *evening)
{
  g_autofree char *icon = NULL;
  g_autofree char *meaning = NULL;
  CooldownWorkout workout;

  if (!cooldown_evening_reader_get_workout (self->reader, evening, &workout))
    {
      cooldown_tonight_row_set_icon (self->workout, "cd-recover-symbolic", NULL);
      cooldown_tonight_row_update (self->workout, NULL, _("Not noted"));
      return;
    }
  icon = cooldown_workout_get_kind_icon (workout.kind);
  meaning = describe_workout (self, evening, &workout);
  cooldown_tonight_row_set_icon (self->workout, icon, "accent");
  cooldown_tonight_row_update (self->workout, meaning, "");
}

static void
update_bedtime (CooldownTonightList *self, const CooldownEvening *evening)
{
  g_autofree char *bed = cooldown_app_state_format_time (self->state, evening->bed);
  g_autofree char *wind_down = cooldown_app_state_format_time (self->state, evening->wind_down);
  /* Translators: %s is a time */
  g_autofree char *meaning = g_strdup_printf (_("Wind-down %s"), wind_down);

  cooldown_tonight_row_update (self->bedtime, meaning, bed);
  cooldown_note_popover_set_noted (self->bedtime_popover, evening->bedtime, evening->bedtime);
}

static void
update (CooldownTonightList *self)
{
  CooldownEvening evening;

  self->minute = cooldown_app_state_now (self->state).wall / COOLDOWN_MINUTE;
  if (!cooldown_evening_plan_get (self->state, &evening))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    update_thing (self, &evening, i);
  update_workout (self, &evening);
  update_bedtime (self, &evening);
}

static void
on_second (CooldownTonightList *self)
{
  if (cooldown_app_state_now (self->state).wall / COOLDOWN_MINUTE != self->minute)
    update (self);
}

static void
on_noted (CooldownNotePopover *popover, int minutes, CooldownTonightList *self)
{
  CooldownEvening evening;

  if (!cooldown_evening_plan_get (self->state, &evening))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    if (self->popovers[i] == popover)
      cooldown_evening_plan_note (self->state, &evening, things[i], minutes);
}

static void
on_bedtime_noted (CooldownNotePopover *popover, int minutes, CooldownTonightList *self)
{
  CooldownEvening evening;

  if (cooldown_evening_plan_get (self->state, &evening))
    cooldown_evening_plan_set_bedtime (self->state, &evening, minutes);
}

static CooldownNotePopover *
add_popover (CooldownTonightList *self, CooldownTonightRow *row, gboolean optional, GCallback noted)
{
  GtkWidget *popover = cooldown_note_popover_new (
      cooldown_app_state_get_clock (self->state),
      adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), optional);

  cooldown_tonight_row_set_popover (row, popover);
  g_signal_connect_object (popover, "noted", noted, self, 0);
  return COOLDOWN_NOTE_POPOVER (popover);
}

static void
cooldown_tonight_list_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_TONIGHT_LIST (object)->reader);
  g_clear_object (&COOLDOWN_TONIGHT_LIST (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_TONIGHT_LIST);
  G_OBJECT_CLASS (cooldown_tonight_list_parent_class)->dispose (object);
}

static void
cooldown_tonight_list_class_init (CooldownTonightListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_tonight_list_dispose;
  g_type_ensure (COOLDOWN_TYPE_TONIGHT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/tonight-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownTonightList, caffeine);
  gtk_widget_class_bind_template_child (widget_class, CooldownTonightList, alcohol);
  gtk_widget_class_bind_template_child (widget_class, CooldownTonightList, nicotine);
  gtk_widget_class_bind_template_child (widget_class, CooldownTonightList, workout);
  gtk_widget_class_bind_template_child (widget_class, CooldownTonightList, bedtime);
}

static void
cooldown_tonight_list_init (CooldownTonightList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cooldown_tonight_row_set_icon (self->caffeine, "cd-cup-symbolic", NULL);
  cooldown_tonight_row_set_icon (self->alcohol, "cd-glass-symbolic", NULL);
  cooldown_tonight_row_set_icon (self->nicotine, "cd-nicotine-symbolic", NULL);
  cooldown_tonight_row_set_icon (self->bedtime, "cd-bed-symbolic", "night");
}

/**
 * cooldown_tonight_list_set_state:
 * @self: a list without a state
 * @state: what is going on
 * @reader: what reads the workouts
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_tonight_list_set_state (CooldownTonightList *self,
                                 CooldownAppState *state,
                                 CooldownEveningReader *reader)
{
  g_return_if_fail (COOLDOWN_IS_TONIGHT_LIST (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  self->reader = g_object_ref (reader);
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    self->popovers[i] = add_popover (self, get_row (self, i), TRUE, G_CALLBACK (on_noted));
  self->bedtime_popover = add_popover (self, self->bedtime, FALSE, G_CALLBACK (on_bedtime_noted));
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "second", G_CALLBACK (on_second), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reader, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
