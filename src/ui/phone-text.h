/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ticks.h"

G_BEGIN_DECLS

/* What to say on the phone, made of nothing but what is ticked. */

char *cooldown_phone_text_new (CooldownContent *content, CooldownTicks *ticks);
char *cooldown_phone_text_merge (const char *shown, const char *before, const char *after);

G_END_DECLS
