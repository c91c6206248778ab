/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters of the report, and its headings. */
#include "report-blocks.h"

#define BETWEEN 10.0
#define SECTION_GAP 11.0
#define HEADING_GAP 3.0

static const CooldownLetters styles[] = {
  [COOLDOWN_STYLE_TITLE] = { 20, TRUE, COOLDOWN_INK_TEXT, FALSE, FALSE },
  [COOLDOWN_STYLE_HEADING] = { 11, TRUE, COOLDOWN_INK_TEXT, FALSE, FALSE },
  [COOLDOWN_STYLE_TEXT] = { 9, FALSE, COOLDOWN_INK_TEXT, FALSE, FALSE },
  [COOLDOWN_STYLE_STRONG] = { 9, TRUE, COOLDOWN_INK_TEXT, FALSE, FALSE },
  [COOLDOWN_STYLE_FAINT] = { 9, FALSE, COOLDOWN_INK_FAINT, FALSE, FALSE },
  [COOLDOWN_STYLE_CAPTION] = { 8.5, FALSE, COOLDOWN_INK_FAINT, FALSE, FALSE },
  [COOLDOWN_STYLE_FIGURE] = { 13, TRUE, COOLDOWN_INK_TEXT, FALSE, FALSE },
  [COOLDOWN_STYLE_CELL] = { 8.5, FALSE, COOLDOWN_INK_TEXT, FALSE, FALSE },
  [COOLDOWN_STYLE_CELL_STRONG] = { 8.5, TRUE, COOLDOWN_INK_TEXT, FALSE, FALSE },
  [COOLDOWN_STYLE_HEAD] = { 8.5, TRUE, COOLDOWN_INK_FAINT, FALSE, FALSE },
};

/**
 * cooldown_report_get_letters:
 * @style: what letters are for
 *
 * Returns: (transfer none): how they are
 */
const CooldownLetters *
cooldown_report_get_letters (CooldownReportStyle style)
{
  return &styles[style];
}

/**
 * cooldown_report_get_end_letters:
 * @style: what letters are for
 *
 * Returns: how they are at the end of a line
 */
CooldownLetters
cooldown_report_get_end_letters (CooldownReportStyle style)
{
  CooldownLetters letters = styles[style];

  letters.at_end = TRUE;
  return letters;
}

/* A heading and what stands at the end of its line, or below where there is no room. */
typedef struct
{
  char *title;
  char *caption;
  gboolean below;
} Heading;

static void
heading_free (gpointer data)
{
  Heading *heading = data;

  g_free (heading->title);
  g_free (heading->caption);
  g_free (heading);
}

static void
draw_heading (const CooldownPaper *paper, cairo_t *cr, gpointer data)
{
  const Heading *heading = data;
  CooldownLetters letters = cooldown_report_get_end_letters (COOLDOWN_STYLE_CAPTION);
  double height;

  cairo_tag_begin (cr, "H2", NULL);
  height = cooldown_paper_put (paper, cr, &styles[COOLDOWN_STYLE_HEADING], heading->title, 0, 0,
                               paper->width);
  cairo_tag_end (cr, "H2");
  if (heading->caption == NULL)
    return;
  letters.at_end = !heading->below;
  cairo_tag_begin (cr, "P", NULL);
  cooldown_paper_put (paper, cr, &letters, heading->caption, 0, heading->below ? height : 2,
                      paper->width);
  cairo_tag_end (cr, "P");
}

/**
 * cooldown_report_add_heading:
 * @pages: what blocks are made from
 * @title: a heading
 * @caption: (nullable): what stands at the end of its line
 * @on_new_page: whether it begins a page
 */
void
cooldown_report_add_heading (const CooldownReportPages *pages,
                             const char *title,
                             const char *caption,
                             gboolean on_new_page)
{
  const CooldownPaper *paper = pages->paper;
  Heading *heading = g_new0 (Heading, 1);
  CooldownBlock block = { .draw = draw_heading,
                          .data = heading,
                          .free_data = heading_free,
                          .gap = SECTION_GAP,
                          .with_next = TRUE,
                          .on_new_page = on_new_page };

  heading->title = g_strdup (title);
  heading->caption = g_strdup (caption);
  block.height = cooldown_paper_measure (paper, &styles[COOLDOWN_STYLE_HEADING], title,
                                         paper->width) +
                 HEADING_GAP;
  if (caption != NULL)
    {
      double needed = cooldown_paper_measure_width (paper, &styles[COOLDOWN_STYLE_HEADING], title) +
                      cooldown_paper_measure_width (paper, &styles[COOLDOWN_STYLE_CAPTION],
                                                    caption);

      heading->below = needed + BETWEEN > paper->width;
      if (heading->below)
        block.height += cooldown_paper_measure (paper, &styles[COOLDOWN_STYLE_CAPTION], caption,
                                                paper->width);
    }
  cooldown_flow_add (pages->flow, &block);
}
