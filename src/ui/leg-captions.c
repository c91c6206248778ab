/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "leg-captions.h"

#include "paint.h"

#include <glib/gi18n.h>
#include <math.h>

/* Less room than this above the legs looks cramped. */
#define LEAST_TITLES 18
#define OPACITY .72
#define OPACITY_HIGH_CONTRAST .9

/* What is written, in small letters; WIDTH in pixels, or -1 for one line. */
static PangoLayout *
layout_new (GtkWidget *widget, const char *words, gboolean bold, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, words);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : width * PANGO_SCALE);
  return layout;
}

static const char *
get_title (CooldownLegView view)
{
  static const char *const titles[COOLDOWN_LEG_N_VIEWS] = {
    /* Translators: the legs from the front */
    [COOLDOWN_LEG_FRONT] = NC_ ("legs", "Front"),
    /* Translators: the legs from behind */
    [COOLDOWN_LEG_BACK] = NC_ ("legs", "Back"),
    /* Translators: both feet from below */
    [COOLDOWN_LEG_SOLES] = NC_ ("legs", "Soles"),
  };

  return g_dpgettext2 (NULL, "legs", titles[view]);
}

/**
 * cooldown_leg_captions_measure:
 * @widget: the widget that shows the legs
 *
 * Returns: how high the titles above the legs are, in pixels
 */
int
cooldown_leg_captions_measure (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = layout_new (widget, get_title (COOLDOWN_LEG_FRONT), FALSE, -1);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return MAX (height, LEAST_TITLES);
}

static void
draw_layout (GtkWidget *widget, GtkSnapshot *snapshot, PangoLayout *layout, double x, double y)
{
  GdkRGBA color = cooldown_paint_foreground (widget);

  color = cooldown_paint_fade (color, cooldown_paint_is_high_contrast () ? OPACITY_HIGH_CONTRAST
                                                                         : OPACITY);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_title (GtkWidget *widget,
            GtkSnapshot *snapshot,
            const CooldownLegFrame *frame,
            CooldownLegView view)
{
  g_autoptr (PangoLayout) layout = layout_new (widget, get_title (view), FALSE, -1);
  int width, height;
  double x, bottom;

  pango_layout_get_pixel_size (layout, &width, &height);
  cooldown_leg_frame_get_title (frame, view, &x, &bottom);
  draw_layout (widget, snapshot, layout, x - width / 2.0, bottom - height);
}

static void
draw_letter (GtkWidget *widget,
             GtkSnapshot *snapshot,
             const CooldownLegFrame *frame,
             CooldownLegView view,
             CooldownLegSide side)
{
  const char *letter = cooldown_leg_is_left (view, side)
                           /* Translators: the letter for the left leg, as short as can be */
                           ? C_ ("left leg", "L")
                           /* Translators: the letter for the right leg, as short as can be */
                           : C_ ("right leg", "R");
  g_autoptr (PangoLayout) layout = layout_new (widget, letter, TRUE, -1);
  int width;
  double x, top;

  pango_layout_get_pixel_size (layout, &width, NULL);
  cooldown_leg_frame_get_letter (frame, view, side, &x, &top);
  draw_layout (widget, snapshot, layout, x - width / 2.0, top);
}

/* Left out where it would not fit: the letters do without. */
static void
draw_note (GtkWidget *widget, GtkSnapshot *snapshot, const CooldownLegFrame *frame)
{
  g_autoptr (PangoLayout) layout = NULL;
  double x, top, width, height;
  int needed;

  cooldown_leg_frame_get_note (frame, &x, &top, &width, &height);
  /* Translators: L and R stand for left and right; the letters below the picture of the legs */
  layout = layout_new (widget, _ ("L and R are your own left and right."), FALSE, (int) width);
  pango_layout_get_pixel_size (layout, NULL, &needed);
  if (needed <= height)
    draw_layout (widget, snapshot, layout, x, top);
}

/**
 * cooldown_leg_captions_draw:
 * @widget: the widget that shows the legs
 * @snapshot: what is drawn on
 * @frame: where the legs lie
 *
 * Writes what is seen where, and which leg is which.
 */
void
cooldown_leg_captions_draw (GtkWidget *widget, GtkSnapshot *snapshot, const CooldownLegFrame *frame)
{
  for (guint i = 0; i < COOLDOWN_LEG_N_VIEWS; i++)
    {
      draw_title (widget, snapshot, frame, i);
      for (guint j = 0; j < COOLDOWN_LEG_N_SIDES; j++)
        draw_letter (widget, snapshot, frame, i, j);
    }
  draw_note (widget, snapshot, frame);
}
