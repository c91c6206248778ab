/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evening-reader.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Tonight's times: what was had last and when, the day's workout, and bedtime. */

#define COOLDOWN_TYPE_TONIGHT_LIST (cooldown_tonight_list_get_type ())
G_DECLARE_FINAL_TYPE (CooldownTonightList, cooldown_tonight_list, COOLDOWN, TONIGHT_LIST, AdwBin)

void cooldown_tonight_list_set_state (CooldownTonightList *self,
                                      CooldownAppState *state,
                                      CooldownEveningReader *reader);

G_END_DECLS
