/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** COOLDOWN_PROBLEMS_MOST: So many problems are told one by one; the rest is counted. */
#define COOLDOWN_PROBLEMS_MOST 5

/** CooldownProblems: What is wrong with something that is read, each with its place in it. */
typedef struct _CooldownProblems CooldownProblems;

CooldownProblems *cooldown_problems_new (void);
void cooldown_problems_free (CooldownProblems *self);
gsize cooldown_problems_enter (CooldownProblems *self, const char *step);
gsize cooldown_problems_enter_item (CooldownProblems *self, guint index);
void cooldown_problems_leave (CooldownProblems *self, gsize mark);
void cooldown_problems_report (CooldownProblems *self,
                               const char *member,
                               const char *format,
                               ...) G_GNUC_PRINTF (3, 4);
guint cooldown_problems_count (CooldownProblems *self);
char *cooldown_problems_to_string (CooldownProblems *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownProblems, cooldown_problems_free)

G_END_DECLS
