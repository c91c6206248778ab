/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Other processes that have the journal open, see journal-actor.c. */

typedef struct
{
  GPid pid;
  int out;
  int err;
} Actor;

Actor actor_start (const char *role, const char *folder, guint32 number, guint count);
void actor_wait_for (Actor *actor, const char *line);
void actor_kill (Actor *actor);
char *actor_end (Actor *actor, char **errors, int *status);
guint actor_measure_visit (const char *folder);
void actor_pause (GRand *chance, guint most_microseconds);

G_END_DECLS
