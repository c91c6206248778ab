/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper.h"

/* The first of these that there is. */
#define FONT "Adwaita Sans, Cantarell, Noto Sans, Sans"
#define POINTS_PER_INCH 72
#define TEXT_GREY .16
#define FAINT_GREY .45
#define LINE_SPACING 1.15f

/**
 * cooldown_paper_init:
 * @self: (out caller-allocates): the paper
 * @width: of the sheet
 * @height: of the sheet
 * @margin: around what is printed
 * @rtl: whether lines begin on the right
 * @font: (nullable): the family of the letters, or %NULL for a usual one
 *
 * Chooses paper and letters.
 */
void
cooldown_paper_init (CooldownPaper *self,
                     double width,
                     double height,
                     double margin,
                     gboolean rtl,
                     const char *font)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  *self = (CooldownPaper){
    .width = MAX (width - 2 * margin, 1),
    .height = MAX (height - 2 * margin, 1),
    .margin = margin,
    .rtl = rtl,
    .font = g_strdup (font != NULL ? font : FONT),
    .context = pango_font_map_create_context (pango_cairo_font_map_get_default ()),
  };
  /* Paper has no pixels that letters should keep to. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (self->context, POINTS_PER_INCH);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_base_dir (self->context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
}

/**
 * cooldown_paper_clear:
 * @self: the paper
 */
void
cooldown_paper_clear (CooldownPaper *self)
{
  g_clear_object (&self->context);
  g_clear_pointer (&self->font, g_free);
}

/**
 * cooldown_paper_write:
 * @self: the paper
 * @letters: how it is written
 * @words: what
 * @width: of the room for it; below 0 for as much as it takes
 *
 * Returns: (transfer full): the words, laid out
 */
PangoLayout *
cooldown_paper_write (const CooldownPaper *self,
                      const CooldownLetters *letters,
                      const char *words,
                      double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (self->font);

  pango_font_description_set_absolute_size (font, letters->size * PANGO_SCALE);
  pango_font_description_set_weight (font, letters->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_line_spacing (layout, LINE_SPACING);
  /* Names of shoes are written from left to right even there: the language decides, not a word. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout,
                              letters->at_end != self->rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (letters->one_line)
    {
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_text (layout, words, -1);
  return layout;
}

/**
 * cooldown_layout_get_height:
 * @layout: words, laid out
 *
 * Returns: how high they are
 */
double
cooldown_layout_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/**
 * cooldown_paper_measure:
 * @self: the paper
 * @letters: how it is written
 * @words: what
 * @width: of the room for it
 *
 * Returns: how high that is
 */
double
cooldown_paper_measure (const CooldownPaper *self,
                        const CooldownLetters *letters,
                        const char *words,
                        double width)
{
  g_autoptr (PangoLayout) layout = cooldown_paper_write (self, letters, words, width);

  return cooldown_layout_get_height (layout);
}

/**
 * cooldown_paper_measure_width:
 * @self: the paper
 * @letters: how it is written
 * @words: what
 *
 * Returns: how wide that is on one line
 */
double
cooldown_paper_measure_width (const CooldownPaper *self,
                              const CooldownLetters *letters,
                              const char *words)
{
  g_autoptr (PangoLayout) layout = cooldown_paper_write (self, letters, words, -1);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE + 1;
}

/**
 * cooldown_paper_get_x:
 * @self: the paper
 * @start: how far from the edge at which lines begin
 * @width: of what is there
 *
 * Returns: how far it is from the left edge
 */
double
cooldown_paper_get_x (const CooldownPaper *self, double start, double width)
{
  return self->rtl ? self->width - start - width : start;
}

/**
 * cooldown_paper_show:
 * @self: the paper
 * @cr: where to draw
 * @layout: words, laid out for @width
 * @ink: their colour
 * @start: how far from the edge at which lines begin
 * @y: how far from the top
 * @width: of the room
 *
 * Draws words.
 */
void
cooldown_paper_show (const CooldownPaper *self,
                     cairo_t *cr,
                     PangoLayout *layout,
                     CooldownInk ink,
                     double start,
                     double y,
                     double width)
{
  cooldown_paper_set_grey (cr, ink == COOLDOWN_INK_TEXT ? TEXT_GREY : FAINT_GREY);
  cairo_move_to (cr, cooldown_paper_get_x (self, start, width), y);
  pango_cairo_show_layout (cr, layout);
}

/**
 * cooldown_paper_put:
 * @self: the paper
 * @cr: where to draw
 * @letters: how it is written
 * @words: what
 * @start: how far from the edge at which lines begin
 * @y: how far from the top
 * @width: of the room for it
 *
 * Writes something.
 *
 * Returns: how high it is
 */
double
cooldown_paper_put (const CooldownPaper *self,
                    cairo_t *cr,
                    const CooldownLetters *letters,
                    const char *words,
                    double start,
                    double y,
                    double width)
{
  g_autoptr (PangoLayout) layout = cooldown_paper_write (self, letters, words, width);

  cooldown_paper_show (self, cr, layout, letters->ink, start, y, width);
  return cooldown_layout_get_height (layout);
}

/**
 * cooldown_paper_set_grey:
 * @cr: where to draw
 * @grey: from 0, black, to 1, white
 */
void
cooldown_paper_set_grey (cairo_t *cr, double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
}

/**
 * cooldown_paper_line:
 * @self: the paper
 * @cr: where to draw, with its colour
 * @start: how far from the edge at which lines begin
 * @y: its middle
 * @width: how long it is
 * @thickness: how thick
 *
 * Draws a line from side to side.
 */
void
cooldown_paper_line (const CooldownPaper *self,
                     cairo_t *cr,
                     double start,
                     double y,
                     double width,
                     double thickness)
{
  double x = cooldown_paper_get_x (self, start, width);

  cairo_set_line_width (cr, thickness);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
}

/**
 * cooldown_paper_box:
 * @self: the paper
 * @cr: where to draw, with its colour
 * @start: how far from the edge at which lines begin
 * @y: its upper edge
 * @width: how wide
 * @height: how high
 * @radius: of its corners
 *
 * Fills a box.
 */
void
cooldown_paper_box (const CooldownPaper *self,
                    cairo_t *cr,
                    double start,
                    double y,
                    double width,
                    double height,
                    double radius)
{
  double x = cooldown_paper_get_x (self, start, width);

  radius = MIN (radius, MIN (width, height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}
