/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "entry-chips.h"
#include "entry-edit.h"
#include "entry-scale.h"
#include "entry-when.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What ties a widget to a field: it shows what is noted and notes what the user does with it. One
 * widget is tied once. */

void cooldown_entry_bind_scale (CooldownEntryEdit *edit,
                                CooldownEntryScale *scale,
                                CooldownField field);
void cooldown_entry_bind_chips (CooldownEntryEdit *edit,
                                CooldownEntryChips *chips,
                                CooldownField field);
void cooldown_entry_bind_when (CooldownEntryEdit *edit,
                               CooldownEntryWhen *when,
                               CooldownField field);
void cooldown_entry_bind_text (CooldownEntryEdit *edit, GtkEditable *editable, CooldownField field);
void cooldown_entry_bind_notes (CooldownEntryEdit *edit, GtkTextView *view, CooldownField field);
void cooldown_entry_bind_spin (CooldownEntryEdit *edit, GtkSpinButton *spin, CooldownField field);
void cooldown_entry_bind_choice (CooldownEntryEdit *edit, AdwComboRow *row, CooldownField field);

void cooldown_entry_fill_chips (CooldownEntryChips *chips, CooldownField field);

G_END_DECLS
