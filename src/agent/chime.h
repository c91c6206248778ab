/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COOLDOWN_TYPE_CHIME (cooldown_chime_get_type ())
G_DECLARE_FINAL_TYPE (CooldownChime, cooldown_chime, COOLDOWN, CHIME, GObject)

CooldownChime *cooldown_chime_new (const char *program);
void cooldown_chime_play (CooldownChime *self, const char *tune);
gboolean cooldown_chime_works (CooldownChime *self);

G_END_DECLS
