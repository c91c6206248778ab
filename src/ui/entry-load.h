/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry-edit.h"

G_BEGIN_DECLS

void cooldown_entry_load (CooldownAppState *state,
                          CooldownEntryKind kind,
                          const char *uid,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
CooldownEntryEdit *cooldown_entry_load_finish (CooldownAppState *state,
                                               GAsyncResult *result,
                                               GError **error);

G_END_DECLS
