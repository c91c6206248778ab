/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* Letting the journal out. What came of it is said by the action "win.toast" of @origin's window. */

void cooldown_data_export (GtkWidget *origin, CooldownAppState *state);
void cooldown_data_export_tables (GtkWidget *origin, CooldownAppState *state);
void cooldown_data_export_to (GtkWidget *origin, CooldownAppState *state, GFile *file);
void cooldown_data_export_tables_to (GtkWidget *origin, CooldownAppState *state, GFile *folder);

G_END_DECLS
