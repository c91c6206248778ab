/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** COOLDOWN_CONTENT_MAX_SIZE: No content file is larger, in bytes. */
#define COOLDOWN_CONTENT_MAX_SIZE (64 * 1024 * 1024)
/** COOLDOWN_CONTENT_MAX_DEPTH: No content file nests its objects and arrays deeper. */
#define COOLDOWN_CONTENT_MAX_DEPTH 64

gboolean cooldown_content_scan (GBytes *bytes, GError **error);

G_END_DECLS
