/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "leg-card.h"

#include "leg-picker.h"
#include "leg-places.h"
#include "split.h"
#include "topic-row.h"

struct _CooldownLegCard
{
  GtkBox parent_instance;
  CooldownAppState *state; /* (owned) */
  GPtrArray *chips;        /* (element-type GtkToggleButton) */
  gboolean updating;

  GtkWidget *picker;
  GtkWidget *others;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (CooldownLegCard, cooldown_leg_card, GTK_TYPE_BOX)

static GQuark
get_item_quark (void)
{
  return g_quark_from_static_string ("cooldown-item");
}

static void
picked_cb (CooldownLegCard *self)
{
  g_auto (GStrv) halves = cooldown_leg_picker_get_chosen (COOLDOWN_LEG_PICKER (self->picker));

  if (!self->updating)
    cooldown_leg_places_set (self->state, (const char *const *) halves);
}

static void
chip_cb (CooldownLegCard *self, GtkToggleButton *chip)
{
  const char *item = g_object_get_qdata (G_OBJECT (chip), get_item_quark ());

  if (!self->updating)
    cooldown_app_state_tick (self->state, item, gtk_toggle_button_get_active (chip));
}

/* Each place of the checklist has a chip, which is seen when the place is ticked but not in the
 * picture: whoever ticked it did not know the side. Otherwise it could not be unticked. */
static void
add_chip (CooldownLegCard *self, const CooldownItem *item)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", item->chip, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);
  GtkWidget *chip = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "child", label, NULL);

  gtk_widget_add_css_class (chip, "cd-chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, item->name,
                                  -1);
  g_object_set_qdata (G_OBJECT (chip), get_item_quark (), (gpointer) item->id);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (chip_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->chips, chip);
  cooldown_wrap_append (COOLDOWN_WRAP (self->others), chip);
}

static void
add_chips (CooldownLegCard *self)
{
  GPtrArray *items = cooldown_content_get_items (cooldown_app_state_get_content (self->state));

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (g_str_equal (item->group, "where"))
        add_chip (self, item);
    }
}

static void
show_others (CooldownLegCard *self, const char *const *of_places)
{
  CooldownTicks *ticks = cooldown_app_state_get_ticks (self->state);
  gboolean any = FALSE;

  for (guint i = 0; i < self->chips->len; i++)
    {
      GtkWidget *chip = g_ptr_array_index (self->chips, i);
      const char *item = g_object_get_qdata (G_OBJECT (chip), get_item_quark ());
      gboolean other = cooldown_ticks_has (ticks, item) && !g_strv_contains (of_places, item);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), other);
      gtk_widget_set_visible (chip, other);
      any = any || other;
    }
  gtk_widget_set_visible (self->others, any);
}

static void
show_note (CooldownLegCard *self, gboolean shown)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  const CooldownMessage *message = cooldown_content_get_message (content, "place-none");
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  CooldownStatement statement = { message->id, message->text, message->basis };

  gtk_widget_set_visible (self->note, shown);
  if (!shown || adw_bin_get_child (ADW_BIN (self->note)) != NULL)
    return;
  g_ptr_array_add (statements, &statement);
  adw_bin_set_child (ADW_BIN (self->note), cooldown_statements_box_new (content, statements));
}

static void
update (CooldownLegCard *self)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  g_auto (GStrv) halves = cooldown_leg_places_get (self->state);
  g_auto (GStrv) items = cooldown_places_to_items (content, (const char *const *) halves);

  self->updating = TRUE;
  cooldown_leg_picker_set_chosen (COOLDOWN_LEG_PICKER (self->picker), (const char *const *) halves);
  show_others (self, (const char *const *) items);
  show_note (self, cooldown_places_fit_nothing (content, (const char *const *) halves));
  self->updating = FALSE;
}

static void
cooldown_leg_card_dispose (GObject *object)
{
  CooldownLegCard *self = COOLDOWN_LEG_CARD (object);

  g_clear_object (&self->state);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_LEG_CARD);
  G_OBJECT_CLASS (cooldown_leg_card_parent_class)->dispose (object);
}

static void
cooldown_leg_card_class_init (CooldownLegCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_leg_card_dispose;
  g_type_ensure (COOLDOWN_TYPE_LEG_PICKER);
  g_type_ensure (COOLDOWN_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/leg-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownLegCard, picker);
  gtk_widget_class_bind_template_child (widget_class, CooldownLegCard, others);
  gtk_widget_class_bind_template_child (widget_class, CooldownLegCard, note);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
cooldown_leg_card_init (CooldownLegCard *self)
{
  self->chips = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_leg_card_set_state:
 * @self: a card
 * @state: what is going on
 *
 * Gives the card what it shows. To be called once.
 */
void
cooldown_leg_card_set_state (CooldownLegCard *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_LEG_CARD (self));
  g_return_if_fail (COOLDOWN_IS_APP_STATE (state));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  cooldown_leg_picker_set_content (COOLDOWN_LEG_PICKER (self->picker),
                                   cooldown_app_state_get_content (state));
  add_chips (self);
  g_signal_connect_object (state, "changed::settings", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed::ticks", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
