/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "emergency-banner.h"
#include "emergency-numbers.h"
#include "pair.h"

#include <glib/gi18n.h>

#define CALL_NOW "warn-now"
#define TODAY "warn-today"

struct _CooldownEmergencyBanner
{
  AdwBin parent_instance;
  CooldownAppState *state;
  GtkRevealer *revealer;
  GtkWidget *banner;
  GtkLabel *numbers;
  GtkLabel *sign;
  GtkWidget *focus_before; /* (nullable), weak */
  gboolean takes_focus;
};

G_DEFINE_FINAL_TYPE (CooldownEmergencyBanner, cooldown_emergency_banner, ADW_TYPE_BIN)

static void
add_signs (CooldownEmergencyBanner *self, const char *group, GPtrArray *signs)
{
  GPtrArray *items = cooldown_content_get_items (cooldown_app_state_get_content (self->state));
  CooldownTicks *ticks = cooldown_app_state_get_ticks (self->state);

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (g_str_equal (item->group, group) && cooldown_ticks_has (ticks, item->id))
        g_ptr_array_add (signs, (gpointer) item);
    }
}

/* (element-type CooldownItem): the ticked signs that are an emergency: each of those that are one by
 * themselves; else those that are one with what else is ticked */
static GPtrArray *
find_signs (CooldownEmergencyBanner *self)
{
  GPtrArray *signs = g_ptr_array_new ();

  add_signs (self, CALL_NOW, signs);
  if (signs->len == 0 && cooldown_app_state_get_level (self->state) == COOLDOWN_LEVEL_EMERGENCY)
    add_signs (self, TODAY, signs);
  return signs;
}

static char *
describe_signs (GPtrArray *signs)
{
  const CooldownItem *first = g_ptr_array_index (signs, 0);
  guint others = signs->len - 1;

  if (others == 0)
    return g_strdup (first->name);
  /* Translators: %1$s is a warning sign that was ticked, %2$u the number of further ones. */
  return g_strdup_printf (ngettext ("%1$s; and %2$u more", "%1$s; and %2$u more", others),
                          first->name, others);
}

static void
show (CooldownEmergencyBanner *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (gtk_revealer_get_reveal_child (self->revealer))
    return;
  g_set_weak_pointer (&self->focus_before, root != NULL ? gtk_root_get_focus (root) : NULL);
  self->takes_focus = TRUE;
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
hide (CooldownEmergencyBanner *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->takes_focus = FALSE;
  if (focus != NULL && self->focus_before != NULL &&
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->focus_before);
  g_clear_weak_pointer (&self->focus_before);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

static void
update (CooldownEmergencyBanner *self)
{
  g_autoptr (GPtrArray) signs = find_signs (self);
  g_autofree char *text = NULL;

  if (signs->len == 0)
    {
      hide (self);
      return;
    }
  text = describe_signs (signs);
  gtk_label_set_text (self->sign, text);
  show (self);
}

/* Not before, because what is not on screen yet cannot have the focus. */
static void
map_cb (CooldownEmergencyBanner *self)
{
  if (self->takes_focus)
    gtk_widget_grab_focus (self->banner);
  self->takes_focus = FALSE;
}

static void
end (CooldownEmergencyBanner *self, const char *outcome)
{
  g_autoptr (GPtrArray) signs = find_signs (self);

  for (guint i = 0; i < signs->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (signs, i);

      cooldown_app_state_activate (self->state, "sign-outcome",
                                   g_variant_new ("(ss)", item->id, outcome));
      cooldown_app_state_tick (self->state, item->id, FALSE);
    }
}

static void
doctor_cb (CooldownEmergencyBanner *self)
{
  end (self, "doctor");
}

static void
never_cb (CooldownEmergencyBanner *self)
{
  end (self, "never");
}

static void
cooldown_emergency_banner_dispose (GObject *object)
{
  CooldownEmergencyBanner *self = COOLDOWN_EMERGENCY_BANNER (object);

  g_clear_weak_pointer (&self->focus_before);
  /* Or AdwBin would let go of it a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_EMERGENCY_BANNER);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_emergency_banner_parent_class)->dispose (object);
}

static void
cooldown_emergency_banner_class_init (CooldownEmergencyBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_emergency_banner_dispose;
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/emergency-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownEmergencyBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, CooldownEmergencyBanner, banner);
  gtk_widget_class_bind_template_child (widget_class, CooldownEmergencyBanner, numbers);
  gtk_widget_class_bind_template_child (widget_class, CooldownEmergencyBanner, sign);
  gtk_widget_class_bind_template_callback (widget_class, doctor_cb);
  gtk_widget_class_bind_template_callback (widget_class, never_cb);
}

static void
cooldown_emergency_banner_init (CooldownEmergencyBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->banner, "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
}

/**
 * cooldown_emergency_banner_set_state:
 * @self: a banner
 * @state: what is going on
 *
 * Gives the banner what it shows; to be called once.
 */
void
cooldown_emergency_banner_set_state (CooldownEmergencyBanner *self, CooldownAppState *state)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autofree char *numbers = NULL;

  g_return_if_fail (COOLDOWN_IS_EMERGENCY_BANNER (self));
  g_return_if_fail (COOLDOWN_IS_APP_STATE (state) && self->state == NULL);

  self->state = g_object_ref (state);
  zone = cooldown_clock_get_zone (cooldown_app_state_get_clock (state));
  numbers = cooldown_emergency_numbers_format (g_time_zone_get_identifier (zone));
  gtk_label_set_text (self->numbers, numbers);
  g_signal_connect_object (state, "changed::ticks", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
