/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that lists the backups of the journal, and puts one in its place. */

#define COOLDOWN_TYPE_DATA_RESTORE (cooldown_data_restore_get_type ())
G_DECLARE_FINAL_TYPE (CooldownDataRestore, cooldown_data_restore, COOLDOWN, DATA_RESTORE, AdwExpanderRow)

void cooldown_data_restore_set_state (CooldownDataRestore *self, CooldownAppState *state);

G_END_DECLS
