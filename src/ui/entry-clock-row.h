/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry-edit.h"

G_BEGIN_DECLS

/* Rows that ask for a time of day that may be not noted, and for whether there was any of something
 * and when the last of it. */

GtkWidget *cooldown_entry_clock_row_new (CooldownEntryEdit *edit,
                                         CooldownField field,
                                         const char *title,
                                         int suggested);
GtkWidget *cooldown_entry_amount_row_new (CooldownEntryEdit *edit,
                                          CooldownField amount,
                                          CooldownField at,
                                          const char *title);

G_END_DECLS
