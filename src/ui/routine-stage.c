/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "routine-stage.h"

#include "pair.h"
#include "routine-evidence.h"
#include "routine-look.h"
#include "split.h"
#include "stretch-guide.h"
#include "time-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _CooldownRoutineStage
{
  GtkBox parent_instance;
  CooldownAppState *state;
  const CooldownActivity *shown; /* (nullable): what is explained below */
  GtkWidget *evidence;           /* (nullable): the row with it */

  GtkWidget *moon;
  GtkLabel *place;
  GtkLabel *title;
  GtkLabel *words;
  GtkWidget *clock;
  GtkLabel *left;
  GtkProgressBar *progress;
  GtkLabel *until;
  GtkLabel *next;
  GtkWidget *resume;
  GtkWidget *forward;
  GtkWidget *done;
  GtkWidget *quiet;
  GtkWidget *back;
  GtkWidget *pause;
  GtkWidget *skip;
  GtkWidget *end;
  CooldownStretchGuide *guide;
  GtkWidget *why_list;
  AdwExpanderRow *why;
};

G_DEFINE_FINAL_TYPE (CooldownRoutineStage, cooldown_routine_stage, GTK_TYPE_BOX)

/* Once a second a text is nearly always what it was; an empty one takes no room. */
static void
set_text (GtkLabel *label, const char *text)
{
  if (!g_str_equal (gtk_label_get_text (label), text))
    gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
take_text (GtkLabel *label, char *text)
{
  set_text (label, text);
  g_free (text);
}

static gboolean
is_step (CooldownRoutineFace face)
{
  return face == COOLDOWN_ROUTINE_FACE_STEP || face == COOLDOWN_ROUTINE_FACE_LEFT_OUT;
}

static char *
format_how (const CooldownActivity *activity)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; activity != NULL && i < activity->how->len; i++)
    {
      const CooldownStatement *how = g_ptr_array_index (activity->how, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", how->text);
    }
  return g_string_free (text, FALSE);
}

static void
show_title (CooldownRoutineStage *self, const CooldownRoutineLook *look)
{
  set_text (self->title, cooldown_routine_look_get_name (look));
  /* Translators: of the wind-down routine */
  take_text (self->place, g_strdup_printf (_("Step %1$u of %2$u"), look->step, look->n_steps));
  if (look->face == COOLDOWN_ROUTINE_FACE_LEFT_OUT)
    /* Translators: %s says why something is not to be done */
    take_text (self->words, g_strdup_printf (_("Leave out: %s"), look->leave_out->text));
  else
    take_text (self->words, format_how (look->activity));
}

static void
show_words (CooldownRoutineStage *self, const CooldownRoutineLook *look)
{
  if (is_step (look->face))
    {
      show_title (self, look);
      return;
    }
  set_text (self->place, "");
  if (look->face == COOLDOWN_ROUTINE_FACE_FINISHED)
    {
      /* Translators: the wind-down routine is over */
      set_text (self->title, _("That was it"));
      set_text (self->words, _("Screen off, good night."));
    }
  else
    {
      set_text (self->title, _("The routine can wait"));
      set_text (self->words, _("A warning sign is ticked. Look after that first."));
    }
}

static void
show_clock (CooldownRoutineStage *self, const CooldownRoutineLook *look)
{
  gint64 seconds = (look->left + COOLDOWN_SECOND - 1) / COOLDOWN_SECOND;
  g_autofree char *until = cooldown_app_state_format_time (self->state, look->until);
  g_autofree char *length = cooldown_span_format (look->next_minutes * COOLDOWN_MINUTE);
  gint64 passed = look->length - look->left;

  take_text (self->left,
             g_strdup_printf (_("%02u:%02u"), (guint) (seconds / 60), (guint) (seconds % 60)));
  gtk_progress_bar_set_fraction (self->progress,
                                 CLAMP ((double) passed / (double) MAX (look->length, 1), 0, 1));
  if (look->paused)
    /* Translators: of the wind-down routine; %s is the time at which a pause ends it */
    take_text (self->until, g_strdup_printf (_("Paused. Ends by itself at %s"), until));
  else
    /* Translators: %s is a time */
    take_text (self->until, g_strdup_printf (_("until %s"), until));
  if (look->next != NULL)
    /* Translators: what comes next: "Then: Easy walk, 5 min" */
    take_text (self->next, g_strdup_printf (_("Then: %1$s, %2$s"), look->next->name, length));
  else
    set_text (self->next, look->step < look->n_steps ? "" : _("The last step"));
}

static void
show_parts (CooldownRoutineStage *self, const CooldownRoutineLook *look)
{
  GPtrArray *parts = look->activity != NULL ? look->activity->parts : NULL;
  gboolean shown = look->face == COOLDOWN_ROUTINE_FACE_STEP && parts != NULL && parts->len > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->guide), shown);
  if (!shown)
    return;
  cooldown_stretch_guide_set_parts (self->guide, parts);
  cooldown_stretch_guide_set_turn (
      self->guide,
      cooldown_stretch_guide_find_turn (parts->len, look->length - look->left, look->length));
}

/* What speaks for the step, closed again when another comes. */
static void
show_why (CooldownRoutineStage *self, const CooldownRoutineLook *look)
{
  const CooldownActivity *activity = look->face == COOLDOWN_ROUTINE_FACE_STEP ? look->activity
                                                                              : NULL;

  gtk_widget_set_visible (self->why_list, activity != NULL);
  if (activity == self->shown)
    return;
  self->shown = activity;
  adw_expander_row_set_expanded (self->why, FALSE);
  if (self->evidence != NULL)
    adw_expander_row_remove (self->why, self->evidence);
  self->evidence = NULL;
  if (activity == NULL)
    return;
  self->evidence =
      cooldown_routine_evidence_row_new (cooldown_app_state_get_content (self->state), activity);
  adw_expander_row_add_row (self->why, self->evidence);
  adw_expander_row_set_subtitle (self->why, cooldown_grade_get_words (activity->grade));
}

/* A button that goes hands the focus on. */
static void
show_buttons (CooldownRoutineStage *self, const CooldownRoutineLook *look)
{
  gboolean step = is_step (look->face);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  gtk_widget_set_visible (self->resume, step && look->paused);
  gtk_widget_set_visible (self->forward, step && !look->paused);
  gtk_widget_set_visible (self->skip, step && look->paused);
  gtk_widget_set_visible (self->pause, step && !look->paused);
  gtk_widget_set_visible (self->back, step && look->step > 1);
  gtk_widget_set_visible (self->done, look->face == COOLDOWN_ROUTINE_FACE_FINISHED);
  gtk_widget_set_visible (self->quiet, look->face != COOLDOWN_ROUTINE_FACE_FINISHED);
  if (inside && !gtk_widget_get_visible (focus))
    cooldown_routine_stage_focus (self);
}

static void
update (CooldownRoutineStage *self)
{
  CooldownRoutineLook look = cooldown_routine_look (self->state);

  if (look.face != COOLDOWN_ROUTINE_FACE_NONE)
    {
      gtk_widget_set_visible (self->moon, look.face == COOLDOWN_ROUTINE_FACE_FINISHED);
      gtk_widget_set_visible (self->clock, is_step (look.face));
      show_words (self, &look);
      if (is_step (look.face))
        show_clock (self, &look);
      show_parts (self, &look);
      show_why (self, &look);
      show_buttons (self, &look);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), look.face != COOLDOWN_ROUTINE_FACE_NONE);
}

static void
cooldown_routine_stage_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_ROUTINE_STAGE (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ROUTINE_STAGE);
  G_OBJECT_CLASS (cooldown_routine_stage_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, moon);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, place);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, words);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, clock);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, left);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, progress);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, until);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, next);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, resume);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, forward);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, done);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, quiet);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, back);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, pause);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, skip);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, end);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, guide);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, why_list);
  gtk_widget_class_bind_template_child (widget_class, CooldownRoutineStage, why);
}

static void
cooldown_routine_stage_class_init (CooldownRoutineStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_routine_stage_dispose;
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  g_type_ensure (COOLDOWN_TYPE_STRETCH_GUIDE);
  g_type_ensure (COOLDOWN_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/routine-stage.ui");
  bind_children (widget_class);
}

static void
cooldown_routine_stage_init (CooldownRoutineStage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_routine_stage_set_state:
 * @self: a stage without a state
 * @state: what is going on
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_routine_stage_set_state (CooldownRoutineStage *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_ROUTINE_STAGE (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  cooldown_app_state_watch_seconds (state, GTK_WIDGET (self));
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "second", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * cooldown_routine_stage_focus:
 * @self: a stage that is visible
 *
 * Gives the focus to what can be pressed next.
 */
void
cooldown_routine_stage_focus (CooldownRoutineStage *self)
{
  GtkWidget *const buttons[] = { self->resume, self->forward, self->done, self->end };

  g_return_if_fail (COOLDOWN_IS_ROUTINE_STAGE (self));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (gtk_widget_get_visible (buttons[i]) && gtk_widget_grab_focus (buttons[i]))
      return;
}
