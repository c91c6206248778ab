/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "column.h"

/**
 * cooldown_column_begin:
 * @self: a column
 * @tag: what begins, for who does not see it: "Table", "TR" …
 */
void
cooldown_column_begin (const CooldownColumn *self, const char *tag)
{
  if (self->cr != NULL)
    cairo_tag_begin (self->cr, tag, NULL);
}

/**
 * cooldown_column_end:
 * @self: a column
 * @tag: what ends
 */
void
cooldown_column_end (const CooldownColumn *self, const char *tag)
{
  if (self->cr != NULL)
    cairo_tag_end (self->cr, tag);
}

/**
 * cooldown_column_put:
 * @self: a column
 * @tag: what it is, for who does not see it: "P", "TD" …
 * @letters: how it is written
 * @words: what
 * @start: how far from the start of the column
 * @width: of the room for it
 *
 * Writes something where the column is not filled yet, or measures it.
 *
 * Returns: how high it is
 */
double
cooldown_column_put (const CooldownColumn *self,
                     const char *tag,
                     const CooldownLetters *letters,
                     const char *words,
                     double start,
                     double width)
{
  const CooldownPaper *paper = self->pages->paper;
  double height;

  if (self->cr == NULL)
    return cooldown_paper_measure (paper, letters, words, width);
  cairo_tag_begin (self->cr, tag, NULL);
  height = cooldown_paper_put (paper, self->cr, letters, words, self->start + start, self->y,
                               width);
  cairo_tag_end (self->cr, tag);
  return height;
}
