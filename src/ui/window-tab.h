/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** CooldownWindowTab: A tab of the window, in the order of the switcher. */
typedef enum
{
  COOLDOWN_WINDOW_TAB_RECOVER,
  COOLDOWN_WINDOW_TAB_CHECK,
  COOLDOWN_WINDOW_TAB_ICE,
  COOLDOWN_WINDOW_TAB_EVENING,
  COOLDOWN_WINDOW_TAB_JOURNAL,
} CooldownWindowTab;

/** COOLDOWN_N_WINDOW_TABS: How many tabs there are. */
#define COOLDOWN_N_WINDOW_TABS 5

const char *cooldown_window_tab_get_name (CooldownWindowTab tab);
gboolean cooldown_window_tab_parse (const char *name, CooldownWindowTab *tab);
GtkWidget *cooldown_window_tab_page_new (CooldownWindowTab tab, CooldownAppState *state);
GtkWidget *cooldown_window_tab_page_find_main (GtkWidget *widget);
void cooldown_window_tab_describe (GtkWidget *widget,
                                   CooldownWindowTab tab,
                                   const char *description);

G_END_DECLS
