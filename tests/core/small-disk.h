/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A disk that is full when it is to be: a small file system of its own where this process may mount
 * one, else the limit on the size of files.
 */

void small_disk_set_up (void);
gboolean small_disk_is_mounted (void);
const char *small_disk_describe (void);
void small_disk_leave_room (const char *folder, gsize bytes);
void small_disk_make_room (void);
void small_disk_tear_down (void);

G_END_DECLS
