/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal.h"
#include "fake-clock.h"

G_BEGIN_DECLS

/* Random notes, as window and agent write them. */

gboolean life_write (CooldownJournal *journal,
                     CooldownFakeClock *clock,
                     GRand *chance,
                     GError **error);
char *life_text (GRand *chance, guint longest);
GRand *life_chance (const char *what);

G_END_DECLS
