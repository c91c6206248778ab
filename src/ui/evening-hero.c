/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evening-hero.h"

#include "evening-plan.h"
#include "evening-sky.h"
#include "pair.h"
#include "routine-choice.h"
#include "routine-stage.h"
#include "time-words.h"

#include <glib/gi18n.h>

struct _CooldownEveningHero
{
  AdwBin parent_instance;
  CooldownAppState *state;
  CooldownEveningReader *reader;
  gint64 minute; /* the one that is shown, since 1970 */

  GtkWidget *idle;
  CooldownEveningSky *sky;
  GtkLabel *headline;
  GtkLabel *subline;
  GtkWidget *buttons;
  GtkWidget *restless;
  GtkWidget *start;
  CooldownRoutineStage *stage;
};

G_DEFINE_FINAL_TYPE (CooldownEveningHero, cooldown_evening_hero, ADW_TYPE_BIN)

static void
say (CooldownEveningHero *self, char *headline, char *subline)
{
  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->subline, subline);
  g_free (headline);
  g_free (subline);
}

/* Durations are rounded up, so that "in 1 min" is what comes before "now". */
static char *
format_until (gint64 from, gint64 to)
{
  return cooldown_span_format (to - from + COOLDOWN_MINUTE - 1);
}

static void
update_headline (CooldownEveningHero *self, const CooldownEvening *evening, gint64 now)
{
  g_autofree char *bed = cooldown_app_state_format_time (self->state, evening->bed);
  g_autofree char *wind_down = cooldown_app_state_format_time (self->state, evening->wind_down);
  g_autofree char *length = cooldown_span_format (evening->bed - evening->wind_down);
  g_autofree char *until = format_until (now, now < evening->wind_down ? evening->wind_down
                                                                       : evening->bed);
  g_autofree char *since = cooldown_span_format (now - evening->bed);

  if (now < evening->wind_down)
    /* Translators: first a time: "22:20"; then three parts: a duration, "1 h 10 min", how long the
       wind-down is, "40 min", and a time, "22:45" */
    say (self, g_strdup_printf (_("Wind-down starts at %s"), wind_down),
         g_strdup_printf (_("In %1$s. It takes %2$s, so that you are in bed at %3$s."), until,
                          length, bed));
  else if (now < evening->bed)
    /* Translators: times, and a duration: "in 20 min" */
    say (self, g_strdup_printf (_("Wind-down began at %s"), wind_down),
         g_strdup_printf (_("Bed at %1$s, in %2$s"), bed, until));
  else
    /* Translators: a time, and a duration: "20 min ago" */
    say (self, g_strdup_printf (_("Bedtime was at %s"), bed),
         g_strdup_printf (_("%s ago. If your legs keep you awake, see below."), since));
}

static void
set_suggested (GtkWidget *button, gboolean suggested)
{
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

/* The steps that the button begins; without one there is nothing to begin. */
static gboolean
update_steps (CooldownEveningHero *self)
{
  g_autoptr (GVariant) steps = cooldown_routine_choice_get_fitting (self->state);
  GVariantDict parameter;

  g_variant_dict_init (&parameter, NULL);
  g_variant_dict_insert_value (&parameter, "steps", steps);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->start),
                                          g_variant_dict_end (&parameter));
  /* Not before there is what it takes. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->start), "agent.evening-start");
  return g_variant_n_children (steps) > 0;
}

static void
update_buttons (CooldownEveningHero *self, gint64 now)
{
  gboolean restless = cooldown_evening_plan_is_restless_time (self->state, now);

  /* No remedies while a warning sign is ticked. */
  gtk_widget_set_visible (self->buttons,
                          cooldown_app_state_get_level (self->state) < COOLDOWN_LEVEL_URGENT);
  gtk_widget_set_visible (self->restless, restless);
  gtk_widget_set_visible (self->start, update_steps (self));
  set_suggested (self->restless, restless);
  set_suggested (self->start, !restless);
}

static void
update (CooldownEveningHero *self)
{
  gint64 now = cooldown_app_state_now (self->state).wall;
  CooldownEvening evening;

  if (!cooldown_evening_plan_get (self->state, &evening))
    return;
  self->minute = now / COOLDOWN_MINUTE;
  update_headline (self, &evening, now);
  update_buttons (self, now);
  cooldown_evening_sky_update (self->sky, self->state, self->reader);
}

static void
on_second (CooldownEveningHero *self)
{
  if (cooldown_app_state_now (self->state).wall / COOLDOWN_MINUTE != self->minute)
    update (self);
}

/* The focus goes on from what goes to what comes. */
static void
on_staged (CooldownEveningHero *self)
{
  gboolean staged = gtk_widget_get_visible (GTK_WIDGET (self->stage));
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  gtk_widget_set_visible (self->idle, !staged);
  if (focused && staged)
    cooldown_routine_stage_focus (self->stage);
  else if (focused)
    gtk_widget_grab_focus (self->start);
}

static void
cooldown_evening_hero_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_EVENING_HERO (object)->reader);
  g_clear_object (&COOLDOWN_EVENING_HERO (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_EVENING_HERO);
  G_OBJECT_CLASS (cooldown_evening_hero_parent_class)->dispose (object);
}

static void
cooldown_evening_hero_class_init (CooldownEveningHeroClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_evening_hero_dispose;
  g_type_ensure (COOLDOWN_TYPE_EVENING_SKY);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  g_type_ensure (COOLDOWN_TYPE_ROUTINE_STAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/evening-hero.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningHero, idle);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningHero, sky);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningHero, headline);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningHero, subline);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningHero, buttons);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningHero, restless);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningHero, start);
  gtk_widget_class_bind_template_child (widget_class, CooldownEveningHero, stage);
}

static void
cooldown_evening_hero_init (CooldownEveningHero *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_evening_hero_set_state:
 * @self: a hero without a state
 * @state: what is going on
 * @reader: what reads the workouts
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_evening_hero_set_state (CooldownEveningHero *self,
                                 CooldownAppState *state,
                                 CooldownEveningReader *reader)
{
  g_return_if_fail (COOLDOWN_IS_EVENING_HERO (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  self->reader = g_object_ref (reader);
  g_signal_connect_object (self->stage, "notify::visible", G_CALLBACK (on_staged), self,
                           G_CONNECT_SWAPPED);
  cooldown_routine_stage_set_state (self->stage, state);
  cooldown_app_state_watch_seconds (state, GTK_WIDGET (self));
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "second", G_CALLBACK (on_second), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reader, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
