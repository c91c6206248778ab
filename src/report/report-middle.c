/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The middle of the first page: legs beside counts. */
#include "column.h"

#include <glib/gi18n.h>

#define LEGS 166.0
#define LEGS_HEIGHT 202.0
#define COLUMN_GAP 14.0
#define HEADING 15.0
#define ROW_GAP 2.4
#define BAR_HEIGHT 7.0
#define SECTION_GAP 10.0
#define PART_GAP 8.0
#define PADDING 10.0

static void
put_heading (CooldownColumn *column, const char *title)
{
  double height = cooldown_column_put (
      column, "H2", cooldown_report_get_letters (COOLDOWN_STYLE_HEADING), title, 0, column->width);

  column->y += MAX (height, HEADING) + ROW_GAP;
}

static void
put_bar (const CooldownColumn *column, double start, double length, double height)
{
  if (column->cr == NULL)
    return;
  cairo_set_source_rgb (column->cr, .4, .63, .91);
  cooldown_paper_box (column->pages->paper, column->cr, column->start + start,
                      column->y + (height - BAR_HEIGHT) / 2, MAX (length, 2), BAR_HEIGHT, 2);
}

/* A name, a bar and the number of episodes. */
static void
put_count (CooldownColumn *column, const CooldownReportCount *count, guint of)
{
  double name = column->width * .6, bar = column->width * .26;
  double length = bar * count->n / MAX (of, 1);
  g_autofree char *number = g_strdup_printf ("%u", count->n);
  double height;

  cooldown_column_begin (column, "TR");
  height = cooldown_column_put (column, "TD", cooldown_report_get_letters (COOLDOWN_STYLE_TEXT),
                                count->name, 0, name - ROW_GAP);
  put_bar (column, name, length,
           cooldown_paper_measure (column->pages->paper,
                                   cooldown_report_get_letters (COOLDOWN_STYLE_TEXT), number, -1));
  cooldown_column_put (column, "TD", cooldown_report_get_letters (COOLDOWN_STYLE_FAINT), number,
                       name + MAX (length, 2) + 4, column->width - name - length - 4);
  cooldown_column_end (column, "TR");
  column->y += height + ROW_GAP;
}

static void
put_counts (CooldownColumn *column, const char *title, GPtrArray *counts)
{
  put_heading (column, title);
  cooldown_column_begin (column, "Table");
  for (guint i = 0; i < counts->len; i++)
    put_count (column, g_ptr_array_index (counts, i), column->pages->facts->tally->episodes->len);
  cooldown_column_end (column, "Table");
}

static double
measure_widest (const CooldownColumn *column, CooldownReportStyle style, gboolean episodes)
{
  GPtrArray *factors = column->pages->facts->factors;
  double widest = 0;

  for (guint i = 0; i < factors->len; i++)
    {
      const CooldownReportFactor *factor = g_ptr_array_index (factors, i);
      double width = cooldown_paper_measure_width (column->pages->paper,
                                                   cooldown_report_get_letters (style),
                                                   episodes ? factor->episodes : factor->workouts);

      widest = MAX (widest, width);
    }
  /* Whatever language: the three columns never meet. */
  return MIN (widest, column->width * .34);
}

static void
put_factors (CooldownColumn *column)
{
  GPtrArray *factors = column->pages->facts->factors;
  const CooldownLetters *strong = cooldown_report_get_letters (COOLDOWN_STYLE_STRONG);
  CooldownLetters at_end = cooldown_report_get_end_letters (COOLDOWN_STYLE_FAINT);
  double workouts = measure_widest (column, COOLDOWN_STYLE_FAINT, FALSE);
  double episodes = measure_widest (column, COOLDOWN_STYLE_STRONG, TRUE);
  double name = column->width - workouts - episodes - 2 * COLUMN_GAP;

  if (factors->len == 0)
    return;
  column->y += PART_GAP;
  put_heading (column, _ ("In how many episodes, and in how many workouts"));
  cooldown_column_begin (column, "Table");
  for (guint i = 0; i < factors->len; i++)
    {
      const CooldownReportFactor *factor = g_ptr_array_index (factors, i);
      double height;

      cooldown_column_begin (column, "TR");
      height = cooldown_column_put (column, "TD", cooldown_report_get_letters (COOLDOWN_STYLE_TEXT),
                                    factor->name, 0, name);
      height = MAX (height, cooldown_column_put (column, "TD", strong, factor->episodes,
                                                 name + COLUMN_GAP, episodes));
      height = MAX (height, cooldown_column_put (column, "TD", &at_end, factor->workouts,
                                                 column->width - workouts, workouts));
      cooldown_column_end (column, "TR");
      column->y += height + ROW_GAP;
    }
  cooldown_column_end (column, "Table");
}

static void
put_tried (CooldownColumn *column)
{
  const CooldownLetters *strong = cooldown_report_get_letters (COOLDOWN_STYLE_STRONG);
  const char *tried = column->pages->facts->tried;
  const char *label = _ ("Tried:");
  double start;

  if (tried == NULL)
    return;
  column->y += PART_GAP;
  start = MIN (cooldown_paper_measure_width (column->pages->paper, strong, label) + 5,
               column->width / 3);
  cooldown_column_put (column, "P", strong, label, 0, start);
  column->y += cooldown_column_put (column, "P", cooldown_report_get_letters (COOLDOWN_STYLE_TEXT),
                                    tried, start, column->width - start);
}

/* All beside the legs; returns how high it is. */
static double
put_right (const CooldownReportPages *pages, cairo_t *cr)
{
  double start = LEGS + COLUMN_GAP, width = pages->paper->width - start;
  double half = (width - COLUMN_GAP) / 2;
  CooldownColumn feels = { pages, cr, start, half, 0 };
  CooldownColumn begins = { pages, cr, start + half + COLUMN_GAP, half, 0 };
  CooldownColumn rest = { pages, cr, start, width, 0 };

  if (pages->facts->feels->len > 0)
    put_counts (&feels, _ ("Feels like"), pages->facts->feels);
  if (pages->facts->begins->len > 0)
    put_counts (&begins, _ ("Begins"), pages->facts->begins);
  rest.y = MAX (feels.y, begins.y);
  put_factors (&rest);
  put_tried (&rest);
  return rest.y;
}

static void
draw_middle (const CooldownPaper *paper, cairo_t *cr, gpointer data)
{
  const CooldownReportPages *pages = data;
  const CooldownLetters *heading = cooldown_report_get_letters (COOLDOWN_STYLE_HEADING);
  const char *title = _ ("Where");
  double after = MIN (cooldown_paper_measure_width (paper, heading, title) + PADDING, LEGS * .6);
  CooldownLetters caption = *cooldown_report_get_letters (COOLDOWN_STYLE_CAPTION);

  caption.one_line = TRUE;
  cairo_tag_begin (cr, "H2", NULL);
  cooldown_paper_put (paper, cr, heading, title, 0, 0, LEGS);
  cairo_tag_end (cr, "H2");
  cairo_tag_begin (cr, "Figure", NULL);
  cooldown_paper_put (paper, cr, &caption, _ ("darker: more often"), after, 2, LEGS - after);
  cairo_save (cr);
  cairo_translate (cr, cooldown_paper_get_x (paper, 0, LEGS), HEADING);
  cooldown_report_draw_legs (pages, cr, LEGS, LEGS_HEIGHT - HEADING);
  cairo_restore (cr);
  cairo_tag_end (cr, "Figure");
  put_right (pages, cr);
}

/**
 * cooldown_report_add_middle:
 * @pages: what blocks are made from
 *
 * Adds the legs, what it feels like, when it begins, with which workouts, and what was tried.
 */
void
cooldown_report_add_middle (const CooldownReportPages *pages)
{
  CooldownBlock block = { .draw = draw_middle,
                          .data = g_memdup2 (pages, sizeof *pages),
                          .free_data = g_free,
                          .gap = SECTION_GAP };

  block.height = MAX (put_right (pages, NULL), LEGS_HEIGHT);
  cooldown_flow_add (pages->flow, &block);
}
