/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cooldown_sandbox_is_inside (void);
gboolean cooldown_sandbox_keeps (const char *folder);

G_END_DECLS
