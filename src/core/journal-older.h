/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journal-private.h"
#include "version.h"

G_BEGIN_DECLS

/* The versions that are kept beside what counts. */

gboolean journal_read_older (CooldownJournal *self,
                             const char *kind,
                             const char *uid,
                             GPtrArray *versions,
                             GError **error);
gboolean journal_keep_older (CooldownJournal *self, const CooldownVersion *version, GError **error);
gboolean journal_drop_older (CooldownJournal *self, const CooldownVersion *version, GError **error);

G_END_DECLS
