/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry-edit.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* An episode: where, how strong, what it feels like, how long, when, what helped, and what else. */

#define COOLDOWN_TYPE_ENTRY_EPISODE_FIELDS (cooldown_entry_episode_fields_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEntryEpisodeFields,
                      cooldown_entry_episode_fields,
                      COOLDOWN,
                      ENTRY_EPISODE_FIELDS,
                      AdwBin)

void cooldown_entry_episode_fields_set_edit (CooldownEntryEpisodeFields *self,
                                             CooldownEntryEdit *edit);

G_END_DECLS
