/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry-edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What an episode belongs to: the workout it came with, to be chosen, and the check that was saved
 * with it. Both follow what happens in the journal. */

void cooldown_entry_link_workout (CooldownEntryEdit *edit, AdwComboRow *row);
void cooldown_entry_link_check (CooldownEntryEdit *edit, GtkWidget *place);

G_END_DECLS
