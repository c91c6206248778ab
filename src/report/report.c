/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report.h"

#include "report-blocks.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

#define MARGIN 44.0
#define FOOT_HEIGHT 24.0
#define FOOT_LINE_GREY .75
#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89
#define LETTER_WIDTH 612.0
#define LETTER_HEIGHT 792.0
/* Millimetres: A4 is 210 wide and Letter, and Legal, 216. */
#define LETTER_FROM 213

struct _CooldownReport
{
  CooldownReportFacts *facts;
  CooldownReportLook look;
  CooldownPaper paper;
  CooldownFlow *flow;
  guint n_pages;
};

/**
 * cooldown_report_new:
 * @input: what the report is made from
 * @content: what the program knows
 * @look: how it looks
 *
 * Returns: (transfer full): a report, not yet on pages
 */
CooldownReport *
cooldown_report_new (const CooldownReportInput *input,
                     CooldownContent *content,
                     const CooldownReportLook *look)
{
  CooldownReport *self;

  g_return_val_if_fail (input != NULL && look != NULL, NULL);

  self = g_new0 (CooldownReport, 1);
  self->facts = cooldown_report_facts_new (input, content);
  self->look = (CooldownReportLook){ .name = g_strdup (look->name),
                                     .born = g_strdup (look->born),
                                     .question = g_strdup (look->question),
                                     .font = g_strdup (look->font),
                                     .rtl = look->rtl };
  return self;
}

/**
 * cooldown_report_free:
 * @self: (nullable): a report
 */
void
cooldown_report_free (CooldownReport *self)
{
  if (self == NULL)
    return;
  cooldown_flow_free (self->flow);
  cooldown_paper_clear (&self->paper);
  cooldown_report_facts_free (self->facts);
  g_free ((char *) self->look.name);
  g_free ((char *) self->look.born);
  g_free ((char *) self->look.question);
  g_free ((char *) self->look.font);
  g_free (self);
}

/**
 * cooldown_report_get_look:
 * @self: a report
 *
 * Returns: (transfer none): how it looks, with the patient's name and question
 */
const CooldownReportLook *
cooldown_report_get_look (CooldownReport *self)
{
  return &self->look;
}

/**
 * cooldown_report_get_facts:
 * @self: a report
 *
 * Returns: (transfer none): what it says
 */
const CooldownReportFacts *
cooldown_report_get_facts (CooldownReport *self)
{
  return self->facts;
}

/**
 * cooldown_report_get_usual_paper:
 * @width: (out): of the paper that is used in the user's region, in points
 * @height: (out): the same
 *
 * A4, or US Letter where that is usual.
 */
void
cooldown_report_get_usual_paper (double *width, double *height)
{
  /* The C library gives the number itself where a pointer is declared. */
  gboolean letter = GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_WIDTH)) >= LETTER_FROM;

  *width = letter ? LETTER_WIDTH : A4_WIDTH;
  *height = letter ? LETTER_HEIGHT : A4_HEIGHT;
}

/* Whether anything is known of the episodes but that they were. */
static gboolean
has_middle (const CooldownReportFacts *facts)
{
  return facts->tally->n_placed > 0 || facts->feels->len > 0 || facts->begins->len > 0 ||
         facts->factors->len > 0 || facts->tried != NULL;
}

static void
fill (CooldownReport *self)
{
  CooldownReportPages pages = { self->flow, &self->paper, self->facts, &self->look };

  cooldown_report_add_front (&pages);
  if (self->facts->tally->episodes->len > 0)
    cooldown_report_add_chart (&pages);
  if (has_middle (self->facts))
    cooldown_report_add_middle (&pages);
  if (self->facts->nights != NULL)
    cooldown_report_add_nights (&pages);
  if (self->facts->latest->len > 0)
    cooldown_report_add_latest (&pages);
  cooldown_report_add_back (&pages);
}

/**
 * cooldown_report_paginate:
 * @self: a report
 * @width: of the paper, in points
 * @height: the same
 *
 * Puts the report on pages.
 *
 * Returns: how many there are
 */
guint
cooldown_report_paginate (CooldownReport *self, double width, double height)
{
  g_return_val_if_fail (self != NULL, 0);

  cooldown_flow_free (self->flow);
  cooldown_paper_clear (&self->paper);
  cooldown_paper_init (&self->paper, width, height, MARGIN, self->look.rtl, self->look.font);
  self->flow = cooldown_flow_new ();
  fill (self);
  self->n_pages = cooldown_flow_paginate (self->flow, self->paper.height - FOOT_HEIGHT);
  return self->n_pages;
}

static void
draw_foot (CooldownReport *self, cairo_t *cr, guint page)
{
  const CooldownPaper *paper = &self->paper;
  CooldownLetters letters = *cooldown_report_get_letters (COOLDOWN_STYLE_CAPTION);
  CooldownLetters at_end = cooldown_report_get_end_letters (COOLDOWN_STYLE_CAPTION);
  /* Translators: at the foot of a page */
  g_autofree char *number = g_strdup_printf (_ ("Page %1$u of %2$u"), page + 1, self->n_pages);
  double width = cooldown_paper_measure_width (paper, &at_end, number);
  double y = paper->height - FOOT_HEIGHT + 10;

  letters.one_line = TRUE;
  cooldown_paper_set_grey (cr, FOOT_LINE_GREY);
  cooldown_paper_line (paper, cr, 0, y, paper->width, .6);
  cairo_tag_begin (cr, "P", NULL);
  cooldown_paper_put (
      paper, cr, &letters,
      _ ("Written by the patient with Cooldown; times are local. This is no diagnosis."), 0, y + 4,
      paper->width - width - 8);
  cooldown_paper_put (paper, cr, &at_end, number, paper->width - width, y + 4, width);
  cairo_tag_end (cr, "P");
}

/**
 * cooldown_report_draw_page:
 * @self: a report on pages, see [func@Cooldown.report_paginate]
 * @cr: where to draw, with points as units and the corner of the paper at its origin
 * @page: which page, from 0
 */
void
cooldown_report_draw_page (CooldownReport *self, cairo_t *cr, guint page)
{
  g_return_if_fail (self != NULL && self->flow != NULL);
  g_return_if_fail (page < self->n_pages);

  cairo_save (cr);
  cairo_translate (cr, self->paper.margin, self->paper.margin);
  cooldown_flow_draw (self->flow, &self->paper, cr, page);
  draw_foot (self, cr, page);
  cairo_restore (cr);
}
