/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "flow.h"
#include "report.h"

G_BEGIN_DECLS

/* For the report alone: what its pages are made of. */

/** CooldownReportStyle: What letters are for. */
typedef enum
{
  COOLDOWN_STYLE_TITLE,
  COOLDOWN_STYLE_HEADING,
  COOLDOWN_STYLE_TEXT,
  COOLDOWN_STYLE_STRONG,
  COOLDOWN_STYLE_FAINT,
  COOLDOWN_STYLE_CAPTION,
  COOLDOWN_STYLE_FIGURE,
  COOLDOWN_STYLE_CELL,
  COOLDOWN_STYLE_CELL_STRONG,
  COOLDOWN_STYLE_HEAD,
} CooldownReportStyle;

const CooldownLetters *cooldown_report_get_letters (CooldownReportStyle style);
/* The same at the end of the line. */
CooldownLetters cooldown_report_get_end_letters (CooldownReportStyle style);

/**
 * CooldownReportPages:
 * @flow: where blocks are added
 * @paper: the paper
 * @facts: what the report says
 * @look: how it looks
 *
 * What blocks are made from.
 */
typedef struct
{
  CooldownFlow *flow;
  const CooldownPaper *paper;
  const CooldownReportFacts *facts;
  const CooldownReportLook *look;
} CooldownReportPages;

void cooldown_report_add_heading (const CooldownReportPages *pages,
                                  const char *title,
                                  const char *caption,
                                  gboolean on_new_page);
void cooldown_report_add_front (const CooldownReportPages *pages);
void cooldown_report_add_chart (const CooldownReportPages *pages);
void cooldown_report_add_middle (const CooldownReportPages *pages);
void cooldown_report_add_nights (const CooldownReportPages *pages);
void cooldown_report_add_latest (const CooldownReportPages *pages);
void cooldown_report_add_back (const CooldownReportPages *pages);
void cooldown_report_draw_legs (const CooldownReportPages *pages,
                                cairo_t *cr,
                                double width,
                                double height);

G_END_DECLS
