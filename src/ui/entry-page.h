/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"
#include "core/entry.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* An entry as a page of its own, with a header of its own: back, undo, delete.
 * Signal "closed": the user went back, or the entry is gone. */

#define COOLDOWN_TYPE_ENTRY_PAGE (cooldown_entry_page_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEntryPage, cooldown_entry_page, COOLDOWN, ENTRY_PAGE, AdwBin)

GtkWidget *cooldown_entry_page_new (CooldownAppState *state,
                                    CooldownEntryKind kind,
                                    const char *uid);

G_END_DECLS
