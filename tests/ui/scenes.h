/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk.h"

G_BEGIN_DECLS

/**
 * Scene:
 * @name: what it is called
 * @arrange: has it come about, in a window in which nothing goes on
 *
 * Something that can go on while the window is looked at.
 */
typedef struct
{
  const char *name;
  void (*arrange) (Desk *desk);
} Scene;

const Scene *scene_get (guint index);

G_END_DECLS
