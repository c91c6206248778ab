/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "restless-page.h"

#include "moon.h"
#include "restless-tips.h"
#include "urgent-note.h"

#include <glib/gi18n.h>
#include <string.h>

/* The event of the evening that this page is about. */
#define RESTLESS "restless"

typedef enum
{
  PHASE_ASKED, /* and the agent has not answered */
  PHASE_NOTED,
  PHASE_UNDONE,
  PHASE_FAILED,
} Phase;

/* What the evening's session says about restless legs. */
typedef struct
{
  guint n;
  gint64 last;     /* when they were noted last, microseconds since 1970 UTC; 0 for never */
  gboolean newest; /* whether nothing else happened since */
} Notes;

struct _CooldownRestlessPage
{
  AdwBin parent_instance;
  CooldownAppState *state;
  GCancellable *asking; /* (nullable) */
  Phase phase;
  gint64 before; /* what was noted last before, as in the notes */
  gint64 noted;  /* when this one was noted, or 0 */
  gboolean dark; /* whether the program is dark because of this */
  AdwColorScheme scheme; /* what it was before */

  GtkDrawingArea *moon;
  GtkLabel *title;
  GtkLabel *reason;
  GtkLabel *status;
  CooldownUrgentNote *urgent;
  CooldownRestlessTips *tips;
  GtkWidget *back;
  GtkWidget *undo;
  GtkWidget *again;
};

G_DEFINE_FINAL_TYPE (CooldownRestlessPage, cooldown_restless_page, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_CLOSED,
} CooldownRestlessPageSignal;

static guint signals[SIGNAL_CLOSED + 1];

static Notes
read_notes (CooldownRestlessPage *self)
{
  CooldownSession *session = cooldown_app_state_get_evening_session (self->state);
  guint n_events = session != NULL ? cooldown_session_get_n_events (session) : 0;
  Notes notes = { 0 };

  for (guint i = 0; i < n_events; i++)
    {
      const CooldownEvent *event = cooldown_session_get_event (session, i);

      notes.newest = strcmp (event->name, RESTLESS) == 0;
      if (!notes.newest)
        continue;
      notes.n++;
      notes.last = event->at.wall;
    }
  return notes;
}

/* What the agent says now decides: a note that is there was taken, one that is gone was undone. */
static void
follow (CooldownRestlessPage *self, const Notes *notes)
{
  if (notes->last != 0 && notes->last != self->before && notes->last != self->noted)
    {
      self->noted = notes->last;
      self->phase = PHASE_NOTED;
    }
  /* An evening that went by itself leaves its notes in the journal. */
  else if (self->phase == PHASE_NOTED && notes->last != self->noted &&
           cooldown_app_state_now (self->state).wall - self->noted < COOLDOWN_SESSION_LINGER)
    self->phase = PHASE_UNDONE;
}

static char *
format_noted (CooldownRestlessPage *self, guint n)
{
  g_autofree char *time = cooldown_app_state_format_time (self->state, self->noted);

  if (n <= 1)
    /* Translators: %s is a time: "02:14" */
    return g_strdup_printf (_ ("Noted at %s. Nothing else to write down."), time);
  /* Translators: a time, "02:14", and how often restless legs were noted in this night */
  return g_strdup_printf (ngettext ("Noted at %1$s. That makes %2$u time tonight. Nothing else to "
                                    "write down.",
                                    "Noted at %1$s. That makes %2$u times tonight. Nothing else to "
                                    "write down.",
                                    n),
                          time, n);
}

static char *
format_phase (CooldownRestlessPage *self, guint n)
{
  switch (self->phase)
    {
    case PHASE_NOTED:
      return format_noted (self, n);
    case PHASE_UNDONE:
      return g_strdup (_ ("The note was taken back."));
    case PHASE_FAILED:
      return g_strdup (_ ("The time could not be noted: the part of Cooldown that keeps notes does "
                          "not answer."));
    case PHASE_ASKED:
    default:
      return g_strdup (_ ("Noting the time…"));
    }
}

/* A button that goes away leaves the focus to the one that stays. */
static void
show_button (CooldownRestlessPage *self, GtkWidget *button, gboolean visible)
{
  if (!visible && gtk_widget_is_focus (button))
    gtk_widget_grab_focus (self->back);
  gtk_widget_set_visible (button, visible);
}

/* The level outranks all that helps. */
static void
show_help (CooldownRestlessPage *self)
{
  GPtrArray *tips = cooldown_content_get_restless_now (cooldown_app_state_get_content (self->state));
  const CooldownTip *first = g_ptr_array_index (tips, 0);
  gboolean urgent = cooldown_app_state_get_level (self->state) >= COOLDOWN_LEVEL_URGENT;

  gtk_label_set_label (self->title, urgent ? _ ("The warning sign comes first") : first->title);
  gtk_label_set_label (self->reason, first->text);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), !urgent);
  gtk_widget_set_visible (GTK_WIDGET (self->tips), !urgent);
  gtk_button_set_label (GTK_BUTTON (self->back), urgent ? _ ("Back") : _ ("Back to Bed"));
}

static void
update (CooldownRestlessPage *self)
{
  Notes notes = read_notes (self);
  g_autofree char *words = NULL;

  follow (self, &notes);
  words = format_phase (self, notes.n);
  if (strcmp (words, gtk_label_get_label (self->status)) != 0)
    gtk_label_set_label (self->status, words);
  show_button (self, self->undo, self->phase == PHASE_NOTED && notes.newest);
  show_button (self, self->again, self->phase == PHASE_UNDONE || self->phase == PHASE_FAILED);
  show_help (self);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownRestlessPage) self = data;
  g_autoptr (GError) error = NULL;

  if (cooldown_agent_link_call_finish (COOLDOWN_AGENT_LINK (source), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_message ("Restless legs could not be noted: %s", error->message);
  if (self->phase == PHASE_ASKED)
    self->phase = PHASE_FAILED;
  update (self);
}

/* Has the agent note the time. */
static void
note (CooldownRestlessPage *self)
{
  self->before = read_notes (self).last;
  self->noted = 0;
  self->phase = PHASE_ASKED;
  cooldown_agent_link_call_async (cooldown_app_state_get_link (self->state), "restless-now", NULL,
                                  self->asking, asked_cb, g_object_ref (self));
  update (self);
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CLOSED], 0);
}

static void
cooldown_restless_page_map (GtkWidget *widget)
{
  CooldownRestlessPage *self = COOLDOWN_RESTLESS_PAGE (widget);
  AdwStyleManager *styles = adw_style_manager_get_default ();

  self->dark = TRUE;
  self->scheme = adw_style_manager_get_color_scheme (styles);
  adw_style_manager_set_color_scheme (styles, ADW_COLOR_SCHEME_FORCE_DARK);
  GTK_WIDGET_CLASS (cooldown_restless_page_parent_class)->map (widget);
}

static void
cooldown_restless_page_unmap (GtkWidget *widget)
{
  CooldownRestlessPage *self = COOLDOWN_RESTLESS_PAGE (widget);

  GTK_WIDGET_CLASS (cooldown_restless_page_parent_class)->unmap (widget);
  if (self->dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), self->scheme);
  self->dark = FALSE;
}

static gboolean
cooldown_restless_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (COOLDOWN_RESTLESS_PAGE (widget)->back);
}

static void
cooldown_restless_page_dispose (GObject *object)
{
  CooldownRestlessPage *self = COOLDOWN_RESTLESS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_RESTLESS_PAGE);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_restless_page_parent_class)->dispose (object);
}

static void
cooldown_restless_page_finalize (GObject *object)
{
  g_object_unref (COOLDOWN_RESTLESS_PAGE (object)->asking);
  G_OBJECT_CLASS (cooldown_restless_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CooldownRestlessPage, moon);
  gtk_widget_class_bind_template_child (widget_class, CooldownRestlessPage, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownRestlessPage, reason);
  gtk_widget_class_bind_template_child (widget_class, CooldownRestlessPage, status);
  gtk_widget_class_bind_template_child (widget_class, CooldownRestlessPage, urgent);
  gtk_widget_class_bind_template_child (widget_class, CooldownRestlessPage, tips);
  gtk_widget_class_bind_template_child (widget_class, CooldownRestlessPage, back);
  gtk_widget_class_bind_template_child (widget_class, CooldownRestlessPage, undo);
  gtk_widget_class_bind_template_child (widget_class, CooldownRestlessPage, again);
}

static void
cooldown_restless_page_class_init (CooldownRestlessPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cooldown_restless_page_dispose;
  object_class->finalize = cooldown_restless_page_finalize;
  widget_class->map = cooldown_restless_page_map;
  widget_class->unmap = cooldown_restless_page_unmap;
  widget_class->grab_focus = cooldown_restless_page_grab_focus;
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (COOLDOWN_TYPE_RESTLESS_TIPS);
  g_type_ensure (COOLDOWN_TYPE_URGENT_NOTE);
  gtk_widget_class_install_action (widget_class, "entry.back", NULL, back_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/restless-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, note);
}

static void
cooldown_restless_page_init (CooldownRestlessPage *self)
{
  self->asking = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->moon, cooldown_moon_draw, NULL, NULL);
}

/**
 * cooldown_restless_page_new:
 * @state: what is going on
 *
 * Has the agent note the time, and says what came of that.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
cooldown_restless_page_new (CooldownAppState *state)
{
  CooldownRestlessPage *self;

  g_return_val_if_fail (COOLDOWN_IS_APP_STATE (state), NULL);

  self = g_object_new (COOLDOWN_TYPE_RESTLESS_PAGE, NULL);
  self->state = g_object_ref (state);
  cooldown_urgent_note_set_state (self->urgent, state);
  cooldown_restless_tips_set_state (self->tips, state);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  note (self);
  return GTK_WIDGET (self);
}
