/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean noted;
  gboolean changed;
  gint64 number;
  gint32 offset;
  char *text;
} EntryValue;

struct _CooldownEntry
{
  GObject parent_instance;
  CooldownEntryKind kind;
  EntryValue *values;     /* (array length=n_fields of its kind) */
  GPtrArray *events; /* (element-type CooldownEntryEvent) */
  gboolean events_changed;
  char *uid; /* (nullable) */
  gint64 edits;
  gint64 edited;
  gint64 deleted;
  gint64 written;
  gint32 written_offset;
};

G_END_DECLS
