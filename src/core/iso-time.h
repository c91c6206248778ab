/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void cooldown_iso_append (GString *text, gint64 wall, gint32 offset);
gboolean cooldown_iso_parse (const char *text, gint64 *wall, gint32 *offset);

G_END_DECLS
