/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper.h"

G_BEGIN_DECLS

/*
 * Blocks that are put below each other, on as many pages as they take. No block is split and none
 * overlaps another.
 */

/**
 * CooldownBlockDraw:
 * @paper: the paper
 * @cr: where to draw; the block's upper edge lies at 0
 * @data: the block's own
 *
 * Draws a block.
 */
typedef void (*CooldownBlockDraw) (const CooldownPaper *paper, cairo_t *cr, gpointer data);

/**
 * CooldownBlock:
 * @draw: draws it
 * @data: what @draw is given
 * @free_data: (nullable): frees it
 * @height: how high it is
 * @gap: how much is left free above it, but not at the top of a page
 * @with_next: whether it may not be the last on its page
 * @on_new_page: whether it begins one
 * @optional: whether it is left out, with all other optional ones after it, if it would begin a page
 * @table: the number of the table that it is a row of, or 0
 * @is_head: whether it is the table's head, which is repeated on each page
 * @tag: (nullable): what it is for who does not see it: "H1", "P", "TR" …
 */
typedef struct
{
  CooldownBlockDraw draw;
  gpointer data;
  GDestroyNotify free_data;
  double height;
  double gap;
  gboolean with_next;
  gboolean on_new_page;
  gboolean optional;
  guint table;
  gboolean is_head;
  const char *tag;
} CooldownBlock;

typedef struct _CooldownFlow CooldownFlow;

CooldownFlow *cooldown_flow_new (void);
void cooldown_flow_free (CooldownFlow *self);
void cooldown_flow_add (CooldownFlow *self, const CooldownBlock *block);
guint cooldown_flow_paginate (CooldownFlow *self, double height);
void cooldown_flow_draw (CooldownFlow *self, const CooldownPaper *paper, cairo_t *cr, guint page);

G_END_DECLS
