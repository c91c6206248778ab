/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notebook.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the user should know of the journal's file: said until it is dismissed, but that it can only
 * be read, which is said for as long as it is so. */

#define COOLDOWN_TYPE_JOURNAL_NOTICE (cooldown_journal_notice_get_type ())
G_DECLARE_FINAL_TYPE (CooldownJournalNotice,
                      cooldown_journal_notice,
                      COOLDOWN,
                      JOURNAL_NOTICE,
                      GtkBox)

void cooldown_journal_notice_set_notebook (CooldownJournalNotice *self, CooldownNotebook *notebook);
void cooldown_journal_notice_update (CooldownJournalNotice *self);

G_END_DECLS
