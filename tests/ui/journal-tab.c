/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-tab.h"

#include "diary.h"
#include "hand.h"
#include "paper.h"
#include "ui/journal-day.h"
#include "ui/journal-filters.h"
#include "ui/journal-list.h"
#include "ui/journal-page.h"
#include "ui/journal-row.h"

#include <string.h>

CooldownNotebook *
tab_get_notebook (JournalTab *tab)
{
  return cooldown_app_state_get_notebook (tab->desk.state);
}

gint64
tab_now (JournalTab *tab)
{
  return cooldown_clock_now (COOLDOWN_CLOCK (tab->desk.clock)).wall;
}

void
tab_settle (JournalTab *tab)
{
  desk_settle_journal (&tab->desk);
}

void
tab_open (JournalTab *tab, const Desk *other, CooldownNotebook *notebook)
{
  Desk *desk = &tab->desk;

  desk_open_another (desk, other, notebook);
  desk_show (desk, "journal");
  tab->page = desk_find (desk, COOLDOWN_TYPE_JOURNAL_PAGE);
  tab_settle (tab);
}

void
tab_set_up_blank (JournalTab *tab, gconstpointer data)
{
  const Desk *other = data;

  tab_open (tab, other, paper_new (COOLDOWN_CLOCK (other->clock)));
}

void
tab_set_up (JournalTab *tab, gconstpointer data)
{
  tab_set_up_blank (tab, data);
  diary_write_days (desk_open_journal (&tab->desk), tab_now (tab));
  tab_settle (tab);
}

void
tab_tear_down (JournalTab *tab, gconstpointer data)
{
  desk_close_another (&tab->desk);
}

/* What is seen. */

/* The titles of days and of the rows below them, as they stand. */
char *
tab_read_list (JournalTab *tab)
{
  GString *text = g_string_new (NULL);
  GtkWidget *list = desk_find (&tab->desk, COOLDOWN_TYPE_JOURNAL_LIST);

  for (GtkWidget *day = gtk_widget_get_first_child (list); day != NULL;
       day = gtk_widget_get_next_sibling (day))
    {
      CooldownJournalDay *rows = COOLDOWN_JOURNAL_DAY (day);
      GtkWidget *title = gtk_widget_get_first_child (day);

      if (GTK_IS_LABEL (title))
        g_string_append_printf (text, "[%s]\n", gtk_label_get_text (GTK_LABEL (title)));
      for (guint i = 0; i < cooldown_journal_day_get_n_rows (rows); i++)
        g_string_append_printf (text, "%s\n",
                                adw_preferences_row_get_title (
                                    ADW_PREFERENCES_ROW (cooldown_journal_day_get_row (rows, i))));
    }
  return g_string_free (text, FALSE);
}

void
tab_assert_list (JournalTab *tab, const char *expected)
{
  g_autofree char *list = tab_read_list (tab);

  g_assert_cmpstr (list, ==, expected);
}

void
tab_assert_seen (JournalTab *tab, const char *text)
{
  g_autofree char *seen = read_mapped (tab->page);

  if (strstr (seen, text) == NULL)
    g_error ("“%s” is not in “%s”", text, seen);
}

void
tab_assert_not_seen (JournalTab *tab, const char *text)
{
  g_autofree char *seen = read_mapped (tab->page);

  g_assert_null (strstr (seen, text));
}

GtkWidget *
tab_get_row (JournalTab *tab, const char *title)
{
  return find_row (desk_find (&tab->desk, COOLDOWN_TYPE_JOURNAL_LIST), title);
}

/* What a hand does. */

void
tab_press_button (JournalTab *tab, const char *label)
{
  g_signal_emit_by_name (find_button (tab->page, label), "clicked");
  tab_settle (tab);
}

void
tab_choose_chip (JournalTab *tab, const char *label)
{
  GtkWidget *filters = desk_find (&tab->desk, COOLDOWN_TYPE_JOURNAL_FILTERS);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (filters, label)), TRUE);
  tab_settle (tab);
}

void
tab_type (JournalTab *tab, const char *text)
{
  GtkWidget *entry;

  gtk_widget_activate_action (GTK_WIDGET (tab->desk.window), "win.search", NULL);
  entry = find_mapped (tab->page, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  /* What comes by itself once one has stopped typing. */
  g_signal_emit_by_name (entry, "search-changed");
  tab_settle (tab);
}

/* What the arrow keys do in a list. */
void
tab_press_arrow (JournalTab *tab, int rows)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (tab->desk.window));

  g_signal_emit_by_name (gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX), "move-cursor",
                         GTK_MOVEMENT_DISPLAY_LINES, rows, FALSE, FALSE);
}

void
tab_assert_focus (JournalTab *tab, const char *title)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (tab->desk.window));

  g_assert_true (COOLDOWN_IS_JOURNAL_ROW (focus));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (focus)), ==, title);
}
