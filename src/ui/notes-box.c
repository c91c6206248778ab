/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes-box.h"

#include "pair.h"
#include "topic-row.h"

#define NOTE_SPACING 8

struct _CooldownNotesBox
{
  GtkBox parent_instance;
  GPtrArray *shown; /* (element-type CooldownWarning): what the cards say, in order */
};

G_DEFINE_FINAL_TYPE (CooldownNotesBox, cooldown_notes_box, GTK_TYPE_BOX)

/* The kind of the workout whose hour runs or whose tingling is not over; %NULL without one. */
static const char *
get_running_kind (CooldownAppState *state)
{
  CooldownRecoveryState recovery = cooldown_app_state_get_recovery (state);
  CooldownSession *session = cooldown_app_state_get_recovery_session (state);
  gboolean open = !cooldown_recovery_phase_is_over (recovery.phase) ||
                  recovery.phase == COOLDOWN_RECOVERY_STILL ||
                  recovery.phase == COOLDOWN_RECOVERY_WORSE;
  CooldownWorkout workout;

  if (session == NULL || !open ||
      !cooldown_workout_from_plan (cooldown_session_get_plan (session), &workout, NULL))
    return NULL;
  return workout.kind;
}

static gboolean
holds (const CooldownWarning *warning, CooldownTicks *ticks, const char *kind)
{
  return cooldown_ticks_meet (ticks, &warning->when) ||
         (kind != NULL && g_strv_contains (warning->workouts, kind));
}

static GPtrArray *
find_notes (CooldownAppState *state, const char *tab)
{
  GPtrArray *warnings = cooldown_content_get_warnings (cooldown_app_state_get_content (state));
  CooldownTicks *ticks = cooldown_app_state_get_ticks (state);
  const char *kind = get_running_kind (state);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < warnings->len; i++)
    {
      CooldownWarning *warning = g_ptr_array_index (warnings, i);

      if (g_strv_contains (warning->tabs, tab) && holds (warning, ticks, kind))
        g_ptr_array_add (found, warning);
    }
  return found;
}

static gboolean
are_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;
  return TRUE;
}

static GtkWidget *
note_new (CooldownContent *content, const CooldownWarning *warning)
{
  const CooldownStatement statement = { warning->id, warning->text, warning->basis };
  GtkWidget *note = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_NOTE, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "cd-info-symbolic", "valign",
                                  GTK_ALIGN_START, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *text = cooldown_statement_label_new (&statement);
  GtkWidget *sources = cooldown_sources_button_new (content, warning->basis.sources,
                                                    warning->basis.checked);
  GtkWidget *pair = cooldown_pair_new (text, sources);

  gtk_widget_add_css_class (note, "cd-note");
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (sources, GTK_ALIGN_START);
  gtk_widget_set_halign (sources, GTK_ALIGN_START);
  gtk_widget_set_hexpand (pair, TRUE);
  gtk_box_append (GTK_BOX (note), icon);
  gtk_box_append (GTK_BOX (note), pair);
  return note;
}

static void
cooldown_notes_box_finalize (GObject *object)
{
  g_clear_pointer (&COOLDOWN_NOTES_BOX (object)->shown, g_ptr_array_unref);
  G_OBJECT_CLASS (cooldown_notes_box_parent_class)->finalize (object);
}

static void
cooldown_notes_box_class_init (CooldownNotesBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_notes_box_finalize;
}

static void
cooldown_notes_box_init (CooldownNotesBox *self)
{
  self->shown = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), NOTE_SPACING);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cooldown_notes_box_new:
 *
 * Returns: (transfer floating): a box without notes, and therefore not visible
 */
GtkWidget *
cooldown_notes_box_new (void)
{
  return g_object_new (COOLDOWN_TYPE_NOTES_BOX, NULL);
}

/**
 * cooldown_notes_box_update:
 * @self: a box of notes
 * @state: what is going on
 * @tab: the tab that it stands on: "recover", "check", "ice" or "evening"
 *
 * Shows the notes of @tab that the ticks of the checklist or the workout being cooled down from
 * call for, and hides @self when there are none. To be called whenever @state changed; as long as
 * the same notes hold nothing is built anew, so that the focus stays where it is.
 */
void
cooldown_notes_box_update (CooldownNotesBox *self, CooldownAppState *state, const char *tab)
{
  g_autoptr (GPtrArray) found = NULL;
  GtkWidget *child;

  g_return_if_fail (COOLDOWN_IS_NOTES_BOX (self));
  g_return_if_fail (COOLDOWN_IS_APP_STATE (state));
  g_return_if_fail (tab != NULL);

  found = find_notes (state, tab);
  if (are_same (found, self->shown))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i < found->len; i++)
    gtk_box_append (GTK_BOX (self), note_new (cooldown_app_state_get_content (state),
                                              g_ptr_array_index (found, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), found->len > 0);
  g_ptr_array_unref (self->shown);
  self->shown = g_steal_pointer (&found);
}
