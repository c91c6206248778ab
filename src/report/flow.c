/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "flow.h"

#define TABLE_TAG "Table"

/* A block at its place. */
typedef struct
{
  guint block;
  guint page;
  double y;
} Place;

struct _CooldownFlow
{
  GArray *blocks; /* (element-type CooldownBlock) */
  GArray *places; /* (element-type Place), by page */
};

static void
clear_block (gpointer data)
{
  CooldownBlock *block = data;

  if (block->free_data != NULL)
    block->free_data (block->data);
}

/**
 * cooldown_flow_new:
 *
 * Returns: (transfer full): a flow without blocks
 */
CooldownFlow *
cooldown_flow_new (void)
{
  CooldownFlow *self = g_new0 (CooldownFlow, 1);

  self->blocks = g_array_new (FALSE, FALSE, sizeof (CooldownBlock));
  g_array_set_clear_func (self->blocks, clear_block);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  return self;
}

/**
 * cooldown_flow_free:
 * @self: (nullable): a flow
 */
void
cooldown_flow_free (CooldownFlow *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->blocks);
  g_array_unref (self->places);
  g_free (self);
}

/**
 * cooldown_flow_add:
 * @self: a flow
 * @block: what comes next; its data is taken over
 */
void
cooldown_flow_add (CooldownFlow *self, const CooldownBlock *block)
{
  g_array_append_vals (self->blocks, block, 1);
}

static const CooldownBlock *
get_block (CooldownFlow *self, guint index)
{
  return &g_array_index (self->blocks, CooldownBlock, index);
}

static gboolean
is_block (CooldownFlow *self, guint index)
{
  return index < self->blocks->len;
}

/* The head of the table that the block is a row of, or the block itself. */
static guint
find_head (CooldownFlow *self, guint index)
{
  guint table = get_block (self, index)->table;

  for (guint i = index; table != 0 && i > 0; i--)
    if (get_block (self, i - 1)->table == table && get_block (self, i - 1)->is_head)
      return i - 1;
  return index;
}

/* What has to stay on one page with the block: down to the first that may be the last. */
static double
measure_kept (CooldownFlow *self, guint index)
{
  double height = get_block (self, index)->height;

  while (get_block (self, index)->with_next && is_block (self, index + 1))
    {
      index++;
      height += get_block (self, index)->gap + get_block (self, index)->height;
    }
  return height;
}

static void
place (CooldownFlow *self, guint block, guint page, double *y)
{
  Place here = { block, page, *y };

  g_array_append_val (self->places, here);
  *y += get_block (self, block)->height;
}

/* The first block after those that are left out. */
static guint
skip_optional (CooldownFlow *self, guint index)
{
  while (is_block (self, index) && get_block (self, index)->optional)
    index++;
  return index;
}

/**
 * cooldown_flow_paginate:
 * @self: a flow
 * @height: of a page
 *
 * Puts each block in its place.
 *
 * Returns: how many pages that takes, at least 1
 */
guint
cooldown_flow_paginate (CooldownFlow *self, double height)
{
  guint page = 0, index = 0;
  double y = 0;

  g_array_set_size (self->places, 0);
  while (is_block (self, index))
    {
      const CooldownBlock *block = get_block (self, index);
      gboolean fits = y + block->gap + measure_kept (self, index) <= height;

      if (y > 0 && !fits && block->optional)
        {
          index = skip_optional (self, index);
          continue;
        }
      if (y > 0 && (!fits || block->on_new_page))
        {
          page++;
          y = 0;
          if (find_head (self, index) != index)
            place (self, find_head (self, index), page, &y);
        }
      if (y > 0)
        y += block->gap;
      place (self, index++, page, &y);
    }
  return page + 1;
}

static void
draw_block (const CooldownBlock *block, const CooldownPaper *paper, cairo_t *cr, double y)
{
  if (block->tag != NULL)
    cairo_tag_begin (cr, block->tag, NULL);
  cairo_save (cr);
  cairo_translate (cr, 0, y);
  block->draw (paper, cr, block->data);
  cairo_restore (cr);
  if (block->tag != NULL)
    cairo_tag_end (cr, block->tag);
}

/**
 * cooldown_flow_draw:
 * @self: a flow, paginated
 * @paper: the paper
 * @cr: where to draw, from the corner between the margins on
 * @page: which page, from 0
 */
void
cooldown_flow_draw (CooldownFlow *self, const CooldownPaper *paper, cairo_t *cr, guint page)
{
  guint table = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *here = &g_array_index (self->places, Place, i);
      const CooldownBlock *block = get_block (self, here->block);

      if (here->page != page)
        continue;
      if (block->table != table && table != 0)
        cairo_tag_end (cr, TABLE_TAG);
      if (block->table != table && block->table != 0)
        cairo_tag_begin (cr, TABLE_TAG, NULL);
      table = block->table;
      draw_block (block, paper, cr, here->y);
    }
  if (table != 0)
    cairo_tag_end (cr, TABLE_TAG);
}
