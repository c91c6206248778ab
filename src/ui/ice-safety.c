/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice-safety.h"

#include "notes-box.h"
#include "topic-row.h"

struct _CooldownIceSafety
{
  AdwBin parent_instance;
  GtkWidget *box;
  CooldownNotesBox *notes;
  GtkBox *cards;
  GtkListBox *rows;

  CooldownAppState *state;
};

G_DEFINE_FINAL_TYPE (CooldownIceSafety, cooldown_ice_safety, ADW_TYPE_BIN)

static void
update_notes (CooldownIceSafety *self)
{
  cooldown_notes_box_update (self->notes, self->state, "ice");
}

/* What has to be read without asking for it. */
static void
add_cards (CooldownIceSafety *self, CooldownContent *content)
{
  static const struct
  {
    const char *id, *icon;
  } cards[] = {
    { "how", "cd-cloth-symbolic" },
    { "stop", "cd-warning-symbolic" },
    { "avoid", "cd-doctor-symbolic" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      const CooldownTopic *topic = cooldown_content_get_topic (content, COOLDOWN_TAB_ICE,
                                                               cards[i].id);

      if (topic != NULL)
        gtk_box_append (self->cards, cooldown_topic_card_new (content, topic, cards[i].icon));
    }
}

/* What is worth knowing. */
static void
add_rows (CooldownIceSafety *self, CooldownContent *content)
{
  static const char *const rows[] = { "keep-off", "offered", "evidence", "harm" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const CooldownTopic *topic = cooldown_content_get_topic (content, COOLDOWN_TAB_ICE, rows[i]);

      if (topic != NULL)
        gtk_list_box_append (self->rows, cooldown_topic_row_new (content, topic));
    }
}

static void
cooldown_ice_safety_dispose (GObject *object)
{
  CooldownIceSafety *self = COOLDOWN_ICE_SAFETY (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ICE_SAFETY);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_ice_safety_parent_class)->dispose (object);
}

static void
cooldown_ice_safety_class_init (CooldownIceSafetyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_ice_safety_dispose;

  g_type_ensure (COOLDOWN_TYPE_NOTES_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/ice-safety.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownIceSafety, box);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceSafety, notes);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceSafety, cards);
  gtk_widget_class_bind_template_child (widget_class, CooldownIceSafety, rows);
}

static void
cooldown_ice_safety_init (CooldownIceSafety *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_ice_safety_set_state:
 * @self: the safety side
 * @state: what is going on
 *
 * Called once.
 */
void
cooldown_ice_safety_set_state (CooldownIceSafety *self, CooldownAppState *state)
{
  CooldownContent *content = cooldown_app_state_get_content (state);

  g_return_if_fail (COOLDOWN_IS_ICE_SAFETY (self));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  add_cards (self, content);
  add_rows (self, content);
  g_signal_connect_object (state, "changed", G_CALLBACK (update_notes), self, G_CONNECT_SWAPPED);
  update_notes (self);
}

/**
 * cooldown_ice_safety_set_margin:
 * @self: the safety side
 * @margin: how far it stays from both edges, in pixels
 */
void
cooldown_ice_safety_set_margin (CooldownIceSafety *self, int margin)
{
  g_return_if_fail (COOLDOWN_IS_ICE_SAFETY (self));

  gtk_widget_set_margin_start (self->box, margin);
  gtk_widget_set_margin_end (self->box, margin);
}
