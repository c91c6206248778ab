/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry-edit.h"

G_BEGIN_DECLS

void cooldown_entry_forget (GtkWidget *page, CooldownEntryEdit *edit);

G_END_DECLS
