/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content-reader.h"

G_BEGIN_DECLS

/*
 * CooldownReaderFrame: The object that a reader stands on.
 * @asked: the members that were asked for; the others are unknown
 * @siblings: (nullable): the ids of the entries before it, when it is an entry of an array
 * @series: (nullable): the ids that the entries of the array must have
 */
typedef struct
{
  JsonObject *object;
  GHashTable *asked;
  GHashTable *siblings;
  const char *const *series;
  guint index;
} CooldownReaderFrame;

struct _CooldownReader
{
  CooldownContent *content;
  CooldownArena *arena;
  CooldownReview *review;
  GPtrArray *visible; /* (nullable) (element-type utf8): all strings that people see */
  const char *file;
  GString *path;
  CooldownReaderFrame frame;
};

JsonNode *cooldown_reader_take (CooldownReader *self, const char *member);
const char *cooldown_reader_take_string (CooldownReader *self, const char *member);
JsonArray *cooldown_reader_take_array (CooldownReader *self, const char *member, gboolean or_none);
char *cooldown_reader_place (CooldownReader *self, const char *field);

G_END_DECLS
