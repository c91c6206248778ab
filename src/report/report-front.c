/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The top of the first page: title, lines, question, warning signs. */
#include "report-blocks.h"

#include <glib/gi18n.h>
#include <string.h>

#define LABELS 96.0
#define LINE_GAP 3.6
#define TITLE_GAP 3.0
#define RULE 2.6
#define RULE_GAP 9.0
#define BLANKS 158.0
#define BLANK_GAP 10.0
#define BLANK_HEIGHT 20.0
#define BOX_HEIGHT 31.0
#define BOX_PADDING 10.0
#define BOX_RADIUS 5.0
#define BOX_GREY .945
#define BLANK_GREY .6

/* The title. */

static double
get_title_width (const CooldownPaper *paper)
{
  return paper->width - BLANKS - BLANK_GAP;
}

static double
measure_title (const CooldownReportPages *pages)
{
  double width = get_title_width (pages->paper);
  double height = cooldown_paper_measure (pages->paper,
                                          cooldown_report_get_letters (COOLDOWN_STYLE_TITLE),
                                          pages->facts->title, width) +
                  TITLE_GAP +
                  cooldown_paper_measure (pages->paper,
                                          cooldown_report_get_letters (COOLDOWN_STYLE_FAINT),
                                          pages->facts->period, width);

  return MAX (height, 2 * BLANK_HEIGHT) + RULE_GAP + RULE;
}

/* From warm to cool. */
static void
draw_rule (const CooldownPaper *paper, cairo_t *cr, double y)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (paper->rtl ? paper->width : 0, 0,
                                                          paper->rtl ? 0 : paper->width, 0);

  cairo_pattern_add_color_stop_rgb (pattern, 0, 1, .64, .28);
  cairo_pattern_add_color_stop_rgb (pattern, .5, .75, .42, .75);
  cairo_pattern_add_color_stop_rgb (pattern, 1, .21, .52, .89);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
  cooldown_paper_box (paper, cr, 0, y, paper->width, RULE, RULE / 2);
}

/* A label, and what is said or a line to write it on. */
static void
draw_blank (const CooldownPaper *paper,
            cairo_t *cr,
            CooldownReportStyle style,
            const char *label,
            const char *words,
            double start,
            double y,
            double width)
{
  CooldownLetters letters = *cooldown_report_get_letters (COOLDOWN_STYLE_TEXT);
  double from = MIN (
      cooldown_paper_measure_width (paper, cooldown_report_get_letters (style), label) + 4,
      width * .6);
  double height;

  cairo_tag_begin (cr, "P", NULL);
  height = cooldown_paper_put (paper, cr, cooldown_report_get_letters (style), label, start, y,
                               from);
  letters.one_line = TRUE;
  if (words != NULL)
    cooldown_paper_put (paper, cr, &letters, words, start + from, y, width - from);
  cairo_tag_end (cr, "P");
  cooldown_paper_set_grey (cr, BLANK_GREY);
  cooldown_paper_line (paper, cr, start + from, y + height - .5, width - from, .6);
}

static void
draw_title (const CooldownPaper *paper, cairo_t *cr, gpointer data)
{
  const CooldownReportPages *pages = data;
  double width = get_title_width (paper), blanks = width + BLANK_GAP;
  double height;

  cairo_tag_begin (cr, "H1", NULL);
  height = cooldown_paper_put (paper, cr, cooldown_report_get_letters (COOLDOWN_STYLE_TITLE),
                               pages->facts->title, 0, 0, width);
  cairo_tag_end (cr, "H1");
  cairo_tag_begin (cr, "P", NULL);
  cooldown_paper_put (paper, cr, cooldown_report_get_letters (COOLDOWN_STYLE_FAINT),
                      pages->facts->period, 0, height + TITLE_GAP, width);
  cairo_tag_end (cr, "P");
  draw_blank (paper, cr, COOLDOWN_STYLE_FAINT, C_ ("patient", "Name"), pages->look->name, blanks, 3,
              BLANKS);
  draw_blank (paper, cr, COOLDOWN_STYLE_FAINT, C_ ("patient", "Born"), pages->look->born, blanks,
              3 + BLANK_HEIGHT, BLANKS);
  draw_rule (paper, cr, measure_title (pages) - RULE);
}

static void
add_title (const CooldownReportPages *pages)
{
  CooldownBlock block = { .draw = draw_title,
                          .data = g_memdup2 (pages, sizeof *pages),
                          .free_data = g_free };

  block.height = measure_title (pages) + RULE_GAP;
  cooldown_flow_add (pages->flow, &block);
}

/* The lines. */

typedef struct
{
  const char *label;
  PangoLayout *layout;
  double start;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_object_unref (line->layout);
  g_free (line);
}

static void
draw_line (const CooldownPaper *paper, cairo_t *cr, gpointer data)
{
  const Line *line = data;

  if (*line->label != '\0')
    {
      cairo_tag_begin (cr, "P", NULL);
      cooldown_paper_put (paper, cr, cooldown_report_get_letters (COOLDOWN_STYLE_STRONG),
                          line->label, 0, 0, line->start - BOX_PADDING / 2);
      cairo_tag_end (cr, "P");
    }
  cairo_tag_begin (cr, "P", NULL);
  cooldown_paper_show (paper, cr, line->layout, COOLDOWN_INK_TEXT, line->start, 0,
                       paper->width - line->start);
  cairo_tag_end (cr, "P");
}

/* The words from a byte on in bold. */
static void
embolden (PangoLayout *layout, gsize from)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = (guint) from;
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static void
add_line (const CooldownReportPages *pages,
          const char *label,
          const char *text,
          const char *strong,
          double start,
          double gap)
{
  const CooldownPaper *paper = pages->paper;
  Line *line = g_new0 (Line, 1);
  CooldownBlock block = { .draw = draw_line, .data = line, .free_data = line_free, .gap = gap };
  g_autofree char *words = strong != NULL ? g_strconcat (text, " ", strong, NULL) : g_strdup (text);

  line->label = label;
  line->start = start;
  line->layout = cooldown_paper_write (paper, cooldown_report_get_letters (COOLDOWN_STYLE_TEXT),
                                       words, paper->width - start);
  if (strong != NULL)
    embolden (line->layout, strlen (text) + 1);
  block.height = MAX (cooldown_layout_get_height (line->layout),
                      cooldown_paper_measure (paper,
                                              cooldown_report_get_letters (COOLDOWN_STYLE_STRONG),
                                              label, MAX (start - BOX_PADDING / 2, 1)));
  cooldown_flow_add (pages->flow, &block);
}

static double
measure_labels (const CooldownReportPages *pages)
{
  double width = 0;

  for (guint i = 0; i < COOLDOWN_REPORT_N_LINES; i++)
    width = MAX (width, cooldown_paper_measure_width (
                            pages->paper, cooldown_report_get_letters (COOLDOWN_STYLE_STRONG),
                            pages->facts->lines[i].label) +
                            BOX_PADDING);
  return CLAMP (width, LABELS, pages->paper->width / 3);
}

/* The question. */

static void
draw_question (const CooldownPaper *paper, cairo_t *cr, gpointer data)
{
  const CooldownReportPages *pages = data;
  const char *label = _ ("My question:");
  double height = cooldown_paper_measure (
      paper, cooldown_report_get_letters (COOLDOWN_STYLE_STRONG), label, -1);

  cooldown_paper_set_grey (cr, BOX_GREY);
  cooldown_paper_box (paper, cr, 0, 0, paper->width, BOX_HEIGHT, BOX_RADIUS);
  draw_blank (paper, cr, COOLDOWN_STYLE_STRONG, label, pages->look->question, BOX_PADDING,
              (BOX_HEIGHT - height) / 2, paper->width - 2 * BOX_PADDING);
}

static void
add_question (const CooldownReportPages *pages)
{
  CooldownBlock block = { .draw = draw_question,
                          .data = g_memdup2 (pages, sizeof *pages),
                          .free_data = g_free,
                          .height = BOX_HEIGHT,
                          .gap = RULE_GAP };

  cooldown_flow_add (pages->flow, &block);
}

/**
 * cooldown_report_add_front:
 * @pages: what blocks are made from
 *
 * Adds the title, the lines at the top, the question and the warning signs.
 */
void
cooldown_report_add_front (const CooldownReportPages *pages)
{
  const char *signs = _ ("Warning signs:");
  double labels = measure_labels (pages);

  add_title (pages);
  for (guint i = 0; i < COOLDOWN_REPORT_N_LINES; i++)
    {
      const CooldownReportLine *line = &pages->facts->lines[i];

      add_line (pages, line->label, line->text, line->strong, labels, i > 0 ? LINE_GAP : 0);
    }
  add_question (pages);
  labels = cooldown_paper_measure_width (
               pages->paper, cooldown_report_get_letters (COOLDOWN_STYLE_STRONG), signs) +
           BOX_PADDING / 2;
  add_line (pages, signs, pages->facts->signs, NULL, MIN (labels, pages->paper->width / 2),
            RULE_GAP);
  for (guint i = 0; i < pages->facts->ticked->len; i++)
    add_line (pages, "", "", g_ptr_array_index (pages->facts->ticked, i), BOX_PADDING,
              LINE_GAP / 2);
}
