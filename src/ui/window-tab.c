/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-tab.h"

#include "check-page.h"
#include "evening-page.h"
#include "ice-page.h"
#include "journal-page.h"
#include "recover-page.h"

static const char *const names[COOLDOWN_N_WINDOW_TABS] = {
  [COOLDOWN_WINDOW_TAB_RECOVER] = "recover", [COOLDOWN_WINDOW_TAB_CHECK] = "check",
  [COOLDOWN_WINDOW_TAB_ICE] = "ice",         [COOLDOWN_WINDOW_TAB_EVENING] = "evening",
  [COOLDOWN_WINDOW_TAB_JOURNAL] = "journal",
};

/**
 * cooldown_window_tab_get_name:
 * @tab: a tab
 *
 * Returns: what it is called: "recover", "check", "ice", "evening", "journal"
 */
const char *
cooldown_window_tab_get_name (CooldownWindowTab tab)
{
  g_return_val_if_fail (tab < COOLDOWN_N_WINDOW_TABS, NULL);
  return names[tab];
}

/**
 * cooldown_window_tab_parse:
 * @name: (nullable): what a tab may be called
 * @tab: (out) (optional): the tab
 *
 * Returns: whether one is called that
 */
gboolean
cooldown_window_tab_parse (const char *name, CooldownWindowTab *tab)
{
  for (guint i = 0; name != NULL && i < COOLDOWN_N_WINDOW_TABS; i++)
    if (g_str_equal (names[i], name))
      {
        if (tab != NULL)
          *tab = (CooldownWindowTab) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * cooldown_window_tab_page_new:
 * @tab: a tab
 * @state: what is going on
 *
 * Returns: (transfer floating): its page
 */
GtkWidget *
cooldown_window_tab_page_new (CooldownWindowTab tab, CooldownAppState *state)
{
  GtkWidget *page;

  switch (tab)
    {
    case COOLDOWN_WINDOW_TAB_CHECK:
      page = g_object_new (COOLDOWN_TYPE_CHECK_PAGE, NULL);
      cooldown_check_page_set_state (COOLDOWN_CHECK_PAGE (page), state);
      return page;
    case COOLDOWN_WINDOW_TAB_ICE:
      page = g_object_new (COOLDOWN_TYPE_ICE_PAGE, NULL);
      cooldown_ice_page_set_state (COOLDOWN_ICE_PAGE (page), state);
      return page;
    case COOLDOWN_WINDOW_TAB_EVENING:
      page = g_object_new (COOLDOWN_TYPE_EVENING_PAGE, NULL);
      cooldown_evening_page_set_state (COOLDOWN_EVENING_PAGE (page), state);
      return page;
    case COOLDOWN_WINDOW_TAB_JOURNAL:
      page = g_object_new (COOLDOWN_TYPE_JOURNAL_PAGE, NULL);
      cooldown_journal_page_set_state (COOLDOWN_JOURNAL_PAGE (page), state);
      return page;
    case COOLDOWN_WINDOW_TAB_RECOVER:
    default:
      page = g_object_new (COOLDOWN_TYPE_RECOVER_PAGE, NULL);
      cooldown_recover_page_set_state (COOLDOWN_RECOVER_PAGE (page), state);
      return page;
    }
}

/**
 * cooldown_window_tab_describe:
 * @widget: what has switchers of all tabs in it
 * @tab: a tab
 * @description: what to say of it, or ""
 *
 * Says something of a tab to a screen reader.
 */
void
cooldown_window_tab_describe (GtkWidget *widget, CooldownWindowTab tab, const char *description)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (!ADW_IS_VIEW_SWITCHER (widget))
    {
      for (; child != NULL; child = gtk_widget_get_next_sibling (child))
        cooldown_window_tab_describe (child, tab, description);
      return;
    }
  for (guint i = 0; child != NULL && i < tab; i++)
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    description, -1);
}

/**
 * cooldown_window_tab_page_find_main:
 * @widget: a page
 *
 * Returns: (transfer none) (nullable): the one button on it that stands for what to do next
 */
GtkWidget *
cooldown_window_tab_page_find_main (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget) && (gtk_widget_has_css_class (widget, "suggested-action") ||
                                 gtk_widget_has_css_class (widget, "cd-ring")))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = cooldown_window_tab_page_find_main (child);
  return found;
}
