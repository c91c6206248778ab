/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"
#include "core/journal-merge.h"

G_BEGIN_DECLS

/* Taking over what a journal exported, after showing what would happen. */

void cooldown_data_import (GtkWidget *origin, CooldownAppState *state);
void cooldown_data_import_from (GtkWidget *origin, CooldownAppState *state, GFile *file);
char *cooldown_data_import_describe (const CooldownMergeCounts *counts);

G_END_DECLS
