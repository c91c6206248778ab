/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal-entries.h"
#include "fake-clock.h"

G_BEGIN_DECLS

/* Somebody who notes whatever can be noted, at random. */

CooldownEntry *scribe_new_entry (GRand *chance, CooldownEntryKind kind);
void scribe_fill (CooldownJournal *journal, CooldownFakeClock *clock, GRand *chance, guint n);

/* A device with a journal that is gone with it. */
typedef struct
{
  char *name;
  CooldownFakeClock *clock;
  char *folder;
  CooldownJournal *journal;
} Device;

Device *device_new (const char *name);
void device_free (Device *self);
char *device_get_json (Device *self);
void device_remove_folder (const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Device, device_free)

G_END_DECLS
