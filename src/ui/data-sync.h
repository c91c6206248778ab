/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notebook.h"

G_BEGIN_DECLS

/*
 * Keeps the journal in step with other devices through a folder that something else carries between
 * them. It exchanges when it begins, when the folder changes, when the window is left and when it is
 * told to: one exchange at a time, and not at every word that is typed.
 *
 * Property: "text" (string, read-only): what came of the last exchange; "" before.
 */

#define COOLDOWN_TYPE_DATA_SYNC (cooldown_data_sync_get_type ())
G_DECLARE_FINAL_TYPE (CooldownDataSync, cooldown_data_sync, COOLDOWN, DATA_SYNC, GObject)

CooldownDataSync *cooldown_data_sync_new (CooldownNotebook *notebook,
                                          GSettings *settings,
                                          CooldownClock *clock);
void cooldown_data_sync_set_folder (CooldownDataSync *self, GFile *folder);
GFile *cooldown_data_sync_get_folder (CooldownDataSync *self);
const char *cooldown_data_sync_get_text (CooldownDataSync *self);
void cooldown_data_sync_now (CooldownDataSync *self);
void cooldown_data_sync_pause (CooldownDataSync *self);

char *cooldown_data_sync_get_device (GSettings *settings);

G_END_DECLS
