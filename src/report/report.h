/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report-facts.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CooldownReportLook:
 * @name: (nullable): the patient's name, or %NULL for a line to write it on
 * @born: (nullable): when they were born, or %NULL for a line to write it on
 * @question: (nullable): what the patient wants to ask, or %NULL for a line to write it on
 * @font: (nullable): the family of the letters, or %NULL for a usual one
 * @rtl: whether lines begin on the right
 *
 * How a report looks.
 */
typedef struct
{
  const char *name;
  const char *born;
  const char *question;
  const char *font;
  gboolean rtl;
} CooldownReportLook;

/*
 * The doctor's report on pages: one with what the notes amount to, then the notes. Lengths are
 * points, 1/72 inch.
 */
typedef struct _CooldownReport CooldownReport;

CooldownReport *cooldown_report_new (const CooldownReportInput *input,
                                     CooldownContent *content,
                                     const CooldownReportLook *look);
void cooldown_report_free (CooldownReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownReport, cooldown_report_free)

const CooldownReportFacts *cooldown_report_get_facts (CooldownReport *self);
const CooldownReportLook *cooldown_report_get_look (CooldownReport *self);
void cooldown_report_get_usual_paper (double *width, double *height);
guint cooldown_report_paginate (CooldownReport *self, double width, double height);
void cooldown_report_draw_page (CooldownReport *self, cairo_t *cr, guint page);

GBytes *cooldown_report_to_pdf (CooldownReport *self, double width, double height, GError **error);
gboolean cooldown_report_save_pdf (CooldownReport *self,
                                   GFile *file,
                                   double width,
                                   double height,
                                   GCancellable *cancellable,
                                   GError **error);
char *cooldown_report_to_text (CooldownReport *self);

G_END_DECLS
