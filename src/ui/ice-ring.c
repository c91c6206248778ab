/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice-ring.h"

#include <math.h>

/* A ring that is due breathes: from full to this and back, once in a period. */
#define FAINTEST .6
#define PERIOD (4.0 * G_USEC_PER_SEC)
/* Finer than this nobody sees it, and every step is drawn. */
#define GLOW_STEPS 40

struct _CooldownIceRing
{
  GtkButton parent_instance;
  CooldownIceDial *dial;
  char *spoken; /* (nullable) */

  guint tick_id;
  gint64 breath_started; /* on the frame clock, 0 before the first frame */
  gint64 breath_length;
};

G_DEFINE_FINAL_TYPE (CooldownIceRing, cooldown_ice_ring, GTK_TYPE_BUTTON)

static void
stop_breathing (CooldownIceRing *self)
{
  if (self->tick_id == 0)
    return;
  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  self->breath_started = 0;
  cooldown_ice_dial_set_glow (self->dial, 1);
}

static gboolean
breathe_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CooldownIceRing *self = COOLDOWN_ICE_RING (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  gint64 elapsed;
  double swing;

  if (self->breath_started == 0)
    self->breath_started = now;
  elapsed = now - self->breath_started;
  if (elapsed >= self->breath_length)
    {
      stop_breathing (self);
      return G_SOURCE_REMOVE;
    }
  swing = (1 - cos (2 * G_PI * (double) elapsed / PERIOD)) / 2;
  cooldown_ice_dial_set_glow (self->dial,
                              1 - (1 - FAINTEST) * round (swing * GLOW_STEPS) / GLOW_STEPS);
  return G_SOURCE_CONTINUE;
}

static void
cooldown_ice_ring_unmap (GtkWidget *widget)
{
  stop_breathing (COOLDOWN_ICE_RING (widget));
  GTK_WIDGET_CLASS (cooldown_ice_ring_parent_class)->unmap (widget);
}

static void
cooldown_ice_ring_dispose (GObject *object)
{
  /* A button keeps hold of its child by itself and must not be robbed of it. */
  gtk_button_set_child (GTK_BUTTON (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ICE_RING);
  G_OBJECT_CLASS (cooldown_ice_ring_parent_class)->dispose (object);
}

static void
cooldown_ice_ring_finalize (GObject *object)
{
  g_free (COOLDOWN_ICE_RING (object)->spoken);
  G_OBJECT_CLASS (cooldown_ice_ring_parent_class)->finalize (object);
}

static void
cooldown_ice_ring_class_init (CooldownIceRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_ice_ring_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_ice_ring_finalize;
  widget_class->unmap = cooldown_ice_ring_unmap;

  g_type_ensure (COOLDOWN_TYPE_ICE_DIAL);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/ice-ring.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownIceRing, dial);
}

static void
cooldown_ice_ring_init (CooldownIceRing *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_ice_ring_set_side:
 * @self: a ring
 * @side: how wide and high it wants to be, in pixels
 */
void
cooldown_ice_ring_set_side (CooldownIceRing *self, int side)
{
  g_return_if_fail (COOLDOWN_IS_ICE_RING (self));
  cooldown_ice_dial_set_side (self->dial, side);
}

/**
 * cooldown_ice_ring_set_face:
 * @self: a ring
 * @face: what it is to show; copied
 */
void
cooldown_ice_ring_set_face (CooldownIceRing *self, const CooldownIceFace *face)
{
  g_return_if_fail (COOLDOWN_IS_ICE_RING (self));
  cooldown_ice_dial_set_face (self->dial, face);
}

/**
 * cooldown_ice_ring_set_spoken:
 * @self: a ring
 * @words: what a press does and all that stands in it, for the screen reader
 *
 * A screen reader may read the name of the focused button whenever it changes, so the caller
 * changes it at marks only and not with every second.
 */
void
cooldown_ice_ring_set_spoken (CooldownIceRing *self, const char *words)
{
  g_return_if_fail (COOLDOWN_IS_ICE_RING (self));

  if (g_strcmp0 (self->spoken, words) == 0)
    return;
  g_free (self->spoken);
  self->spoken = g_strdup (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * cooldown_ice_ring_breathe:
 * @self: a ring
 * @how_long: for how long, in microseconds; 0 or less stops it
 *
 * Lets the dots of a round that is due swell and fade, if the desktop wants animations.
 */
void
cooldown_ice_ring_breathe (CooldownIceRing *self, gint64 how_long)
{
  gboolean animated;

  g_return_if_fail (COOLDOWN_IS_ICE_RING (self));

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated,
                NULL);
  if (how_long <= 0 || !animated || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      stop_breathing (self);
      return;
    }
  if (self->tick_id != 0)
    return;
  self->breath_length = how_long;
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), breathe_cb, NULL, NULL);
}
