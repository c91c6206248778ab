/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "urgent-note.h"

#include "level-card.h"
#include "topic-row.h"

struct _CooldownUrgentNote
{
  GtkBox parent_instance;
  CooldownAppState *state;

  CooldownLevelCard *card;
  AdwBin *why;
};

G_DEFINE_FINAL_TYPE (CooldownUrgentNote, cooldown_urgent_note, GTK_TYPE_BOX)

static void
update (CooldownUrgentNote *self)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  gboolean urgent = cooldown_app_state_get_level (self->state) >= COOLDOWN_LEVEL_URGENT;

  gtk_widget_set_visible (GTK_WIDGET (self), urgent);
  if (urgent)
    {
      g_autoptr (CooldownFinding)
          finding = cooldown_finding_new (content, cooldown_app_state_get_ticks (self->state));

      cooldown_level_card_show_finding (self->card, content, finding);
    }
}

static void
cooldown_urgent_note_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_URGENT_NOTE (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_URGENT_NOTE);
  G_OBJECT_CLASS (cooldown_urgent_note_parent_class)->dispose (object);
}

static void
cooldown_urgent_note_class_init (CooldownUrgentNoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_urgent_note_dispose;
  g_type_ensure (COOLDOWN_TYPE_LEVEL_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/urgent-note.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownUrgentNote, card);
  gtk_widget_class_bind_template_child (widget_class, CooldownUrgentNote, why);
}

static void
cooldown_urgent_note_init (CooldownUrgentNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_urgent_note_set_state:
 * @self: a note without a state
 * @state: what is going on
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_urgent_note_set_state (CooldownUrgentNote *self, CooldownAppState *state)
{
  CooldownContent *content;
  const CooldownTopic *topic;
  g_autoptr (GPtrArray) first = g_ptr_array_new ();

  g_return_if_fail (COOLDOWN_IS_URGENT_NOTE (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  content = cooldown_app_state_get_content (state);
  topic = cooldown_content_get_topic (content, COOLDOWN_TAB_RECOVER, "no-remedies");
  /* The rest of the topic is about other levels. */
  g_ptr_array_add (first, g_ptr_array_index (topic->statements, 0));
  adw_bin_set_child (self->why, cooldown_statements_box_new (content, first));
  g_signal_connect_object (state, "changed::ticks", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
