/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint.h"

#include <adwaita.h>

/**
 * cooldown_paint_lookup:
 * @widget: the widget that is drawn
 * @name: a named colour of the style: "accent_color"
 *
 * Returns: that colour as the desktop has it now, or that of the text if there is no such name
 */
GdkRGBA
cooldown_paint_lookup (GtkWidget *widget, const char *name)
{
  GdkRGBA color;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color))
    return color;
  return cooldown_paint_foreground (widget);
}

/**
 * cooldown_paint_foreground:
 * @widget: the widget that is drawn
 *
 * Returns: the colour of its text
 */
GdkRGBA
cooldown_paint_foreground (GtkWidget *widget)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  return color;
}

static float
between (float a, float b, double share)
{
  return (float) (a + (b - a) * share);
}

/**
 * cooldown_paint_mix:
 * @a: a colour
 * @b: another
 * @share: how much of @b, 0 to 1
 *
 * Returns: both mixed
 */
GdkRGBA
cooldown_paint_mix (GdkRGBA a, GdkRGBA b, double share)
{
  return (GdkRGBA){ between (a.red, b.red, share), between (a.green, b.green, share),
                    between (a.blue, b.blue, share), between (a.alpha, b.alpha, share) };
}

/**
 * cooldown_paint_fade:
 * @color: a colour
 * @alpha: how much of it is to be left, 0 to 1
 *
 * Returns: @color, less opaque
 */
GdkRGBA
cooldown_paint_fade (GdkRGBA color, double alpha)
{
  color.alpha = (float) (color.alpha * alpha);
  return color;
}

/**
 * cooldown_paint_on_card:
 * @widget: the widget that is drawn, on a card
 * @color: a colour
 *
 * Returns: what @color looks like on the card; of one that cannot be seen, the card itself
 */
CooldownLegColor
cooldown_paint_on_card (GtkWidget *widget, GdkRGBA color)
{
  GdkRGBA window = cooldown_paint_lookup (widget, "window_bg_color");
  GdkRGBA card = cooldown_paint_lookup (widget, "card_bg_color");
  GdkRGBA ground = cooldown_paint_mix (window, card, card.alpha);
  GdkRGBA flat = cooldown_paint_mix (ground, color, color.alpha);

  return (CooldownLegColor){ flat.red, flat.green, flat.blue };
}

/**
 * cooldown_paint_is_high_contrast:
 *
 * Returns: whether the desktop asks for high contrast
 */
gboolean
cooldown_paint_is_high_contrast (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

/**
 * cooldown_paint_watch:
 * @drawing: a widget that is drawn with colours that were looked up
 *
 * Has @drawing drawn anew whenever the desktop turns dark, light or to high contrast.
 */
void
cooldown_paint_watch (GtkWidget *drawing)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), drawing,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           drawing, G_CONNECT_SWAPPED);
}
