/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-places.h"

#include "leg-picker.h"
#include "tags.h"

struct _CooldownEntryPlaces
{
  GtkBox parent_instance;
  CooldownEntryEdit *edit;
  char *shown; /* (nullable): the places that the tags are about */

  GtkLabel *title;
  CooldownWrap *tags;
  CooldownLegPicker *picker;
};

G_DEFINE_FINAL_TYPE (CooldownEntryPlaces, cooldown_entry_places, GTK_TYPE_BOX)

static CooldownContent *
get_content (CooldownEntryPlaces *self)
{
  return cooldown_app_state_get_content (cooldown_entry_edit_get_state (self->edit));
}

static void
update (CooldownEntryPlaces *self)
{
  CooldownEntry *entry = cooldown_entry_edit_get_entry (self->edit);
  g_auto (GStrv) halves = cooldown_entry_get_ids (entry, COOLDOWN_FIELD_EPISODE_PLACES);
  g_autofree char *joined = g_strjoinv (" ", halves);

  if (g_strcmp0 (joined, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&joined);
  cooldown_leg_picker_set_chosen (self->picker, (const char *const *) halves);
  cooldown_tags_fill_places (self->tags, get_content (self), (const char *const *) halves);
}

static void
on_changed (CooldownEntryPlaces *self)
{
  g_auto (GStrv) halves = cooldown_leg_picker_get_chosen (self->picker);

  cooldown_entry_set_ids (cooldown_entry_edit_get_entry (self->edit), COOLDOWN_FIELD_EPISODE_PLACES,
                          (const char *const *) halves);
  cooldown_entry_edit_touch (self->edit);
}

static void
cooldown_entry_places_dispose (GObject *object)
{
  CooldownEntryPlaces *self = COOLDOWN_ENTRY_PLACES (object);

  g_clear_object (&self->edit);
  g_clear_pointer (&self->shown, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_ENTRY_PLACES);
  G_OBJECT_CLASS (cooldown_entry_places_parent_class)->dispose (object);
}

static void
cooldown_entry_places_class_init (CooldownEntryPlacesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_entry_places_dispose;
  g_type_ensure (COOLDOWN_TYPE_LEG_PICKER);
  g_type_ensure (COOLDOWN_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/entry-places.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryPlaces, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryPlaces, tags);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryPlaces, picker);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
cooldown_entry_places_init (CooldownEntryPlaces *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_entry_places_set_edit:
 * @self: a card
 * @edit: a visit to an episode
 *
 * Gives the card what it shows. To be called once.
 */
void
cooldown_entry_places_set_edit (CooldownEntryPlaces *self, CooldownEntryEdit *edit)
{
  g_return_if_fail (COOLDOWN_IS_ENTRY_PLACES (self));
  g_return_if_fail (self->edit == NULL);

  self->edit = g_object_ref (edit);
  cooldown_leg_picker_set_content (self->picker, get_content (self));
  g_signal_connect_object (edit, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
