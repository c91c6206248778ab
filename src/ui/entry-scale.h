/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** COOLDOWN_SCALE_MOST: The largest number of a scale that begins at 0. */
#define COOLDOWN_SCALE_MOST 10
/** COOLDOWN_SCALE_NOTHING: No number is chosen. */
#define COOLDOWN_SCALE_NOTHING (-1)

/**
 * CooldownScaleWords:
 * @number: 0 to %COOLDOWN_SCALE_MOST
 * @data: what was given with it
 *
 * Returns: (transfer full): the number and what it means: "4 · bothers me, but I can go on"
 */
typedef char *(*CooldownScaleWords) (int number, gpointer data);

/* A question that is answered with a number from 0 to 10, and what the number means. Properties:
 * "title" (string); "optional" (boolean): whether a chosen number can be taken back.
 * Signal "picked" (int: the number, or COOLDOWN_SCALE_NOTHING), when the user chose. */

#define COOLDOWN_TYPE_ENTRY_SCALE (cooldown_entry_scale_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEntryScale, cooldown_entry_scale, COOLDOWN, ENTRY_SCALE, GtkBox)

void cooldown_entry_scale_set_words (CooldownEntryScale *self,
                                     CooldownScaleWords words,
                                     gpointer data);
void cooldown_entry_scale_set_number (CooldownEntryScale *self, int number);

G_END_DECLS
