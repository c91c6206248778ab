/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry.h"

G_BEGIN_DECLS

/**
 * CooldownVersion:
 * @entry: an entry as it was after one of its edits; whole, see
 *   [method@Cooldown.Entry.check_whole]
 * @device: a device that it is known from, "" if none is
 * @record: all of it as text
 * @fields: what it notes as text
 *
 * One of the versions of an entry that devices came to. The one of the highest rank is what stands
 * in the journal, others are kept beside it.
 */
typedef struct
{
  CooldownEntry *entry;
  char *device;
  char *record;
  char *fields;
} CooldownVersion;

CooldownVersion *cooldown_version_new (CooldownEntry *entry, const char *device);
CooldownVersion *cooldown_version_copy (const CooldownVersion *self);
void cooldown_version_free (CooldownVersion *self);
int cooldown_version_compare (const CooldownVersion *self, const CooldownVersion *other);
void cooldown_versions_settle (GPtrArray *versions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownVersion, cooldown_version_free)

G_END_DECLS
