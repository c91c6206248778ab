/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Chips with ids, of which some are chosen, or one. Properties: "title" (string), for whoever hears
 * it; "one-of-many" (boolean); "segments" (boolean): one bar where there is room for it; all set
 * when it is made. Signal "picked": the user chose. */

#define COOLDOWN_TYPE_ENTRY_CHIPS (cooldown_entry_chips_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEntryChips, cooldown_entry_chips, COOLDOWN, ENTRY_CHIPS, GtkWidget)

void cooldown_entry_chips_add (CooldownEntryChips *self,
                               const char *id,
                               const char *words,
                               const char *wording);
void cooldown_entry_chips_add_open (CooldownEntryChips *self, const char *words);
void cooldown_entry_chips_set_ids (CooldownEntryChips *self, const char *const *ids);
char **cooldown_entry_chips_get_ids (CooldownEntryChips *self);

G_END_DECLS
