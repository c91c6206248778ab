/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands in a journal's file, seen past the journal. */

gboolean file_state_is_sound (const char *file, GError **error);
char *file_state_dump (const char *file, const char *const *left_out, GError **error);
char *file_state_compare (const char *expected, const char *found);
char *file_state_read_fixture (const char *name);

G_END_DECLS
