/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** COOLDOWN_REVIEW_MOST: So many problems are told one by one; the rest is counted. */
#define COOLDOWN_REVIEW_MOST 50

/** CooldownThing: What an id can stand for where another file refers to it. */
typedef enum
{
  COOLDOWN_THING_SOURCE,
  COOLDOWN_THING_ITEM,
  COOLDOWN_THING_GROUP,
  COOLDOWN_THING_RULE,
  COOLDOWN_THING_ACTIVITY,
  COOLDOWN_THING_GATE,
} CooldownThing;

/** CooldownReview: What reading the files brings to light: problems, and who refers to whom. */
typedef struct _CooldownReview CooldownReview;

CooldownReview *cooldown_review_new (void);
void cooldown_review_free (CooldownReview *self);
void cooldown_review_report (CooldownReview *self, const char *place, const char *what);
void cooldown_review_define (CooldownReview *self, CooldownThing thing, const char *id);
void cooldown_review_refer (CooldownReview *self,
                            CooldownThing thing,
                            const char *id,
                            const char *place);
void cooldown_review_resolve (CooldownReview *self);
guint cooldown_review_count (CooldownReview *self);
char *cooldown_review_to_string (CooldownReview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownReview, cooldown_review_free)

G_END_DECLS
