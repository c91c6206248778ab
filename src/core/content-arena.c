/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content-arena.h"

#define BLOCK_SIZE 8192
#define ALIGNMENT 16

struct _CooldownArena
{
  GStringChunk *strings;
  GPtrArray *blocks; /* (element-type guint8) */
  GPtrArray *arrays; /* (element-type GPtrArray) */
  gsize left;        /* free bytes at the end of the last block */
};

/**
 * cooldown_arena_new:
 *
 * Returns: (transfer full): an arena with nothing in it
 */
CooldownArena *
cooldown_arena_new (void)
{
  CooldownArena *self = g_new0 (CooldownArena, 1);

  self->strings = g_string_chunk_new (BLOCK_SIZE);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * cooldown_arena_free:
 * @self: (transfer full): an arena
 *
 * Frees it with all that it gave out.
 */
void
cooldown_arena_free (CooldownArena *self)
{
  g_ptr_array_unref (self->arrays);
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * cooldown_arena_alloc:
 * @self: an arena
 * @size: how many bytes, more than 0
 *
 * Returns: (transfer none): that many bytes, all 0
 */
gpointer
cooldown_arena_alloc (CooldownArena *self, gsize size)
{
  gsize room = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  guint8 *block;

  if (room > BLOCK_SIZE)
    {
      /* In front, so that the last block stays the one with room in it. */
      block = g_malloc0 (room);
      g_ptr_array_insert (self->blocks, 0, block);
      return block;
    }
  if (room > self->left)
    {
      g_ptr_array_add (self->blocks, g_malloc0 (BLOCK_SIZE));
      self->left = BLOCK_SIZE;
    }
  block = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  block += BLOCK_SIZE - self->left;
  self->left -= room;
  return block;
}

/**
 * cooldown_arena_string:
 * @self: an arena
 * @string: a string
 *
 * Returns: (transfer none): the arena's own copy, the same for equal strings
 */
const char *
cooldown_arena_string (CooldownArena *self, const char *string)
{
  return g_string_chunk_insert_const (self->strings, string);
}

/**
 * cooldown_arena_array:
 * @self: an arena
 *
 * Returns: (transfer none): an empty array
 */
GPtrArray *
cooldown_arena_array (CooldownArena *self)
{
  GPtrArray *array = g_ptr_array_new ();

  g_ptr_array_add (self->arrays, array);
  return array;
}
