/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the nights say, in a box. */
#include "column.h"

#include <glib/gi18n.h>

#define ROW_GAP 2.4
#define SECTION_GAP 10.0
#define PADDING 10.0
#define RADIUS 5.0

static double
measure_figure (const CooldownColumn *column, const CooldownReportFigure *figure)
{
  const CooldownPaper *paper = column->pages->paper;

  return MAX (cooldown_paper_measure_width (
                  paper, cooldown_report_get_letters (COOLDOWN_STYLE_FIGURE), figure->number),
              cooldown_paper_measure_width (
                  paper, cooldown_report_get_letters (COOLDOWN_STYLE_CAPTION), figure->name));
}

/* What is left between the figures, each with its share; below 0 when they are too wide. */
static double
measure_space (const CooldownColumn *column, GPtrArray *figures)
{
  double left = column->width;

  for (guint i = 0; i < figures->len; i++)
    left -= measure_figure (column, g_ptr_array_index (figures, i));
  return left / MAX (figures->len, 1);
}

/* Returns how far down it reaches. */
static double
put_figure (const CooldownColumn *column, const CooldownReportFigure *figure, double width)
{
  CooldownColumn cell = *column;

  cell.y += cooldown_column_put (&cell, "P", cooldown_report_get_letters (COOLDOWN_STYLE_FIGURE),
                                 figure->number, 0, width);
  cell.y += cooldown_column_put (&cell, "P", cooldown_report_get_letters (COOLDOWN_STYLE_CAPTION),
                                 figure->name, 0, width);
  return cell.y;
}

static double
put_figures (const CooldownColumn *column, const CooldownReportNights *nights)
{
  double space = measure_space (column, nights->figures), height = 0;
  double share = column->width / MAX (nights->figures->len, 1);
  CooldownColumn rest = *column;

  for (guint i = 0; i < nights->figures->len; i++)
    {
      const CooldownReportFigure *figure = g_ptr_array_index (nights->figures, i);
      gboolean fits = space >= PADDING / 2;
      double width = fits ? measure_figure (column, figure) : share - PADDING / 2;

      height = MAX (height, put_figure (&rest, figure, width));
      rest.start += fits ? width + space : share;
    }
  return height;
}

/* In two columns. */
static double
put_features (const CooldownColumn *column, const CooldownReportNights *nights)
{
  double width = column->width / 2, y[2] = { column->y, column->y };

  for (guint i = 0; i < nights->features->len; i++)
    {
      CooldownColumn cell = *column;

      cell.start += i % 2 * width;
      cell.y = y[i % 2];
      y[i % 2] += cooldown_column_put (
                      &cell, "P", cooldown_report_get_letters (COOLDOWN_STYLE_CELL),
                      g_ptr_array_index (nights->features, i), 0, width - PADDING / 2) +
                  ROW_GAP;
    }
  return MAX (y[0], y[1]);
}

static double
put_nights (const CooldownReportPages *pages, cairo_t *cr)
{
  const CooldownReportNights *nights = pages->facts->nights;
  const CooldownLetters *heading = cooldown_report_get_letters (COOLDOWN_STYLE_HEADING);
  CooldownLetters at_end = cooldown_report_get_end_letters (COOLDOWN_STYLE_CAPTION);
  double width = pages->paper->width - 2 * PADDING;
  const char *title = _ ("Nights");
  double after = MIN (cooldown_paper_measure_width (pages->paper, heading, title) + PADDING,
                      width / 3);
  double medicines = MIN (cooldown_paper_measure_width (pages->paper, &at_end, nights->medicines),
                          width / 3);
  CooldownColumn all = { pages, cr, PADDING, width, PADDING * .7 };
  CooldownColumn figures = { pages, cr, PADDING, width * .48, 0 };
  CooldownColumn features = { pages, cr, PADDING + width * .49, width * .51, 0 };
  double noted;

  cooldown_column_put (&all, "H2", heading, title, 0, after);
  all.y += 2;
  noted = cooldown_column_put (&all, "P", cooldown_report_get_letters (COOLDOWN_STYLE_CAPTION),
                               nights->noted, after, width - after - medicines - PADDING);
  noted = MAX (noted, cooldown_column_put (&all, "P", &at_end, nights->medicines, width - medicines,
                                           medicines));
  figures.y = features.y = all.y + noted + PADDING / 2;
  return MAX (put_figures (&figures, nights), put_features (&features, nights)) + PADDING * .7;
}

static void
draw_nights (const CooldownPaper *paper, cairo_t *cr, gpointer data)
{
  const CooldownReportPages *pages = data;

  cairo_set_source_rgb (cr, .957, .945, .976);
  cooldown_paper_box (paper, cr, 0, 0, paper->width, put_nights (pages, NULL), RADIUS);
  put_nights (pages, cr);
}

/**
 * cooldown_report_add_nights:
 * @pages: what blocks are made from
 *
 * Adds what the nights say.
 */
void
cooldown_report_add_nights (const CooldownReportPages *pages)
{
  CooldownBlock block = { .draw = draw_nights,
                          .data = g_memdup2 (pages, sizeof *pages),
                          .free_data = g_free,
                          .gap = SECTION_GAP };

  block.height = put_nights (pages, NULL);
  cooldown_flow_add (pages->flow, &block);
}
