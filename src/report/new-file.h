/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** CooldownNewFile: What is to become a file, written whole beside it first. */
typedef struct _CooldownNewFile CooldownNewFile;

CooldownNewFile *cooldown_new_file_write (GFile *target, GBytes *bytes, GError **error);
gboolean cooldown_new_file_put_in_place (CooldownNewFile *self, GError **error);
void cooldown_new_file_free (CooldownNewFile *self);
gboolean cooldown_new_file_replace (GFile *target, GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownNewFile, cooldown_new_file_free)

G_END_DECLS
