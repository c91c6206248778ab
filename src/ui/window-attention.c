/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-attention.h"

#include "reminder-entry.h"
#include "window-tab.h"

#include <glib/gi18n.h>

/* What shows the tabs. */
typedef struct
{
  AdwViewStack *tabs;
  GtkWidget *title;
  GtkWidget *bar;
} Tabs;

/* The dot on a tab, and the same in words for who cannot see it. */
static void
set_needs_attention (const Tabs *shown, CooldownWindowTab tab, gboolean needs)
{
  GtkWidget *place = adw_view_stack_get_child_by_name (shown->tabs,
                                                       cooldown_window_tab_get_name (tab));
  /* Translators: said of a tab that waits for an answer */
  const char *description = needs ? _ ("needs attention") : "";

  adw_view_stack_page_set_needs_attention (adw_view_stack_get_page (shown->tabs, place), needs);
  cooldown_window_tab_describe (shown->title, tab, description);
  cooldown_window_tab_describe (shown->bar, tab, description);
}

/**
 * cooldown_window_attention_update:
 * @tabs: the tabs
 * @title: what switches between them in the header
 * @bar: what switches between them below
 * @state: what is going on
 *
 * Marks the tabs that wait for an answer, and no others.
 */
void
cooldown_window_attention_update (AdwViewStack *tabs,
                                  GtkWidget *title,
                                  GtkWidget *bar,
                                  CooldownAppState *state)
{
  const Tabs shown = { tabs, title, bar };
  CooldownIcePhase ice = cooldown_app_state_get_ice (state).phase;
  CooldownRecoveryPhase recovery = cooldown_app_state_get_recovery (state).phase;

  set_needs_attention (&shown, COOLDOWN_WINDOW_TAB_ICE,
                       ice == COOLDOWN_ICE_OFF || ice == COOLDOWN_ICE_DUE);
  set_needs_attention (&shown, COOLDOWN_WINDOW_TAB_RECOVER,
                       recovery == COOLDOWN_RECOVERY_CHECK ||
                           cooldown_reminders_get_episode_question (state) !=
                               COOLDOWN_NOTICE_NONE);
}
