/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/*
 * What words and boxes on paper are made with. Lengths are points; "start" is counted from the edge
 * at which a line begins, which is the right one in languages that are written from right to left.
 */

/**
 * CooldownPaper:
 * @width: of what is printed on, between the margins
 * @height: the same
 * @margin: around it
 * @rtl: whether lines begin on the right
 * @font: (nullable): the family of the letters
 * @context: what layouts are made with
 *
 * A kind of paper, and the letters on it.
 */
typedef struct
{
  double width;
  double height;
  double margin;
  gboolean rtl;
  char *font;
  PangoContext *context;
} CooldownPaper;

/**
 * CooldownInk:
 * @COOLDOWN_INK_TEXT: for what is read
 * @COOLDOWN_INK_FAINT: for what is beside it
 */
typedef enum
{
  COOLDOWN_INK_TEXT,
  COOLDOWN_INK_FAINT,
} CooldownInk;

/**
 * CooldownLetters:
 * @size: in points
 * @bold: whether they are
 * @ink: their colour
 * @at_end: whether lines end at the end of the room instead of beginning at its start
 * @one_line: whether what does not fit is cut with an ellipsis instead of wrapped
 *
 * How something is written.
 */
typedef struct
{
  double size;
  gboolean bold;
  CooldownInk ink;
  gboolean at_end;
  gboolean one_line;
} CooldownLetters;

void cooldown_paper_init (CooldownPaper *self,
                          double width,
                          double height,
                          double margin,
                          gboolean rtl,
                          const char *font);
void cooldown_paper_clear (CooldownPaper *self);

PangoLayout *cooldown_paper_write (const CooldownPaper *self,
                                   const CooldownLetters *letters,
                                   const char *words,
                                   double width);
double cooldown_paper_measure (const CooldownPaper *self,
                               const CooldownLetters *letters,
                               const char *words,
                               double width);
double cooldown_paper_measure_width (const CooldownPaper *self,
                                     const CooldownLetters *letters,
                                     const char *words);
double cooldown_paper_get_x (const CooldownPaper *self, double start, double width);
double cooldown_paper_put (const CooldownPaper *self,
                           cairo_t *cr,
                           const CooldownLetters *letters,
                           const char *words,
                           double start,
                           double y,
                           double width);
void cooldown_paper_show (const CooldownPaper *self,
                          cairo_t *cr,
                          PangoLayout *layout,
                          CooldownInk ink,
                          double start,
                          double y,
                          double width);
double cooldown_layout_get_height (PangoLayout *layout);

void cooldown_paper_set_grey (cairo_t *cr, double grey);
void cooldown_paper_line (const CooldownPaper *self,
                          cairo_t *cr,
                          double start,
                          double y,
                          double width,
                          double thickness);
void cooldown_paper_box (const CooldownPaper *self,
                         cairo_t *cr,
                         double start,
                         double y,
                         double width,
                         double height,
                         double radius);

G_END_DECLS
