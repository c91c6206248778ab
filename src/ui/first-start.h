/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Three ways to begin, instead of the tabs, until one was taken. */

#define COOLDOWN_TYPE_FIRST_START (cooldown_first_start_get_type ())
G_DECLARE_FINAL_TYPE (CooldownFirstStart, cooldown_first_start, COOLDOWN, FIRST_START, AdwBin)

G_END_DECLS
