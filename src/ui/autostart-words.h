/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the agent's state "autostart" means, in words. */

gboolean cooldown_autostart_words_is_known (GVariant *state);
gboolean cooldown_autostart_words_is_on (GVariant *state);
char *cooldown_autostart_words_describe (GVariant *state);

G_END_DECLS
