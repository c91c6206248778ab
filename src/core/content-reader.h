/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content-arena.h"
#include "content-review.h"
#include "content.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CooldownReader:
 *
 * A cursor over one content file. It stands on an object; members are asked for by name, with what
 * they must be. What is wrong is reported with its place, and something harmless is given instead,
 * so that one run finds all problems. Members that nobody asks for are reported too.
 */
typedef struct _CooldownReader CooldownReader;

/**
 * CooldownReadFunc:
 * @reader: a reader that stands on an object
 * @target: what the object is read into
 *
 * Asks for all members of one kind of object.
 */
typedef void (*CooldownReadFunc) (CooldownReader *reader, gpointer target);

CooldownReader *cooldown_reader_new (CooldownContent *content,
                                     CooldownArena *arena,
                                     CooldownReview *review,
                                     GPtrArray *visible);
void cooldown_reader_free (CooldownReader *self);
void cooldown_reader_run (CooldownReader *self,
                          const char *file,
                          JsonNode *root,
                          CooldownReadFunc func,
                          gpointer target);
CooldownContent *cooldown_reader_get_content (CooldownReader *self);
void cooldown_reader_report (CooldownReader *self, const char *field, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

gboolean cooldown_reader_has (CooldownReader *self, const char *member);
gboolean cooldown_reader_null (CooldownReader *self, const char *member);
const char *cooldown_reader_own_id (CooldownReader *self, const char *member);
const char *cooldown_reader_own_source_id (CooldownReader *self, const char *member);
void cooldown_reader_define (CooldownReader *self, CooldownThing thing, const char *id);
void cooldown_reader_object (CooldownReader *self,
                             const char *member,
                             CooldownReadFunc func,
                             gpointer target);
GPtrArray *cooldown_reader_list (CooldownReader *self,
                                 const char *member,
                                 gsize size,
                                 CooldownReadFunc func);
GPtrArray *cooldown_reader_list_or_none (CooldownReader *self,
                                         const char *member,
                                         gsize size,
                                         CooldownReadFunc func);
GPtrArray *cooldown_reader_series (CooldownReader *self,
                                   const char *member,
                                   const char *const *ids,
                                   gsize size,
                                   CooldownReadFunc func);

const char *cooldown_reader_visible (CooldownReader *self, const char *member);
const char *cooldown_reader_line (CooldownReader *self, const char *member);
const char *cooldown_reader_string (CooldownReader *self, const char *member);
const char *cooldown_reader_date (CooldownReader *self, const char *member);
int cooldown_reader_time (CooldownReader *self, const char *member);
gboolean cooldown_reader_boolean (CooldownReader *self, const char *member);
int cooldown_reader_integer (CooldownReader *self, const char *member, int min, int max);
void cooldown_reader_integers (CooldownReader *self,
                               const char *member,
                               int min,
                               int max,
                               GArray *into);
guint cooldown_reader_choice (CooldownReader *self, const char *member, const char *const *values);
const char *const *cooldown_reader_choices (CooldownReader *self,
                                            const char *member,
                                            const char *const *values,
                                            gboolean or_none);
const char *cooldown_reader_reference (CooldownReader *self,
                                       const char *member,
                                       CooldownThing thing);
const char *cooldown_reader_reference_or_null (CooldownReader *self,
                                               const char *member,
                                               CooldownThing thing);
const char *const *cooldown_reader_references (CooldownReader *self,
                                               const char *member,
                                               CooldownThing thing,
                                               gboolean or_none);
void cooldown_reader_condition (CooldownReader *self,
                                const char *member,
                                gboolean or_none,
                                CooldownCondition *condition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownReader, cooldown_reader_free)

G_END_DECLS
