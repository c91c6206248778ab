/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Bars below each other, each with its number in words. As a whole it is a picture: what it says is
 * set with cooldown_bar_list_set_words().
 */

#define COOLDOWN_TYPE_BAR_LIST (cooldown_bar_list_get_type ())
G_DECLARE_FINAL_TYPE (CooldownBarList, cooldown_bar_list, COOLDOWN, BAR_LIST, GtkGrid)

GtkWidget *cooldown_bar_list_new (void);
void cooldown_bar_list_clear (CooldownBarList *self);
void cooldown_bar_list_add_heading (CooldownBarList *self, const char *words);
void cooldown_bar_list_add (CooldownBarList *self,
                            const char *name,
                            double share,
                            gboolean quiet,
                            const char *words);
void cooldown_bar_list_set_words (CooldownBarList *self, const char *words);

G_END_DECLS
