/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry-edit.h"

G_BEGIN_DECLS

/* Where an episode was felt: tags for the places, and the legs to choose them on. */

#define COOLDOWN_TYPE_ENTRY_PLACES (cooldown_entry_places_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEntryPlaces, cooldown_entry_places, COOLDOWN, ENTRY_PLACES, GtkBox)

void cooldown_entry_places_set_edit (CooldownEntryPlaces *self, CooldownEntryEdit *edit);

G_END_DECLS
