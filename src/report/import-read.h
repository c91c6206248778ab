/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/problems.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What stands at the top of a journal's JSON, and how many entries of it are not deleted. */
typedef struct
{
  const char *device;
  gint64 exported;
  gint32 exported_offset;
  guint n_entries;
} ImportHead;

void import_read (JsonObject *object,
                  ImportHead *head,
                  GPtrArray *versions,
                  CooldownProblems *problems);

G_END_DECLS
