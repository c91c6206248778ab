/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk.h"

G_BEGIN_DECLS

/* The Journal tab on a journal of its own, in a window of its own. To be set up with the desk of all
 * others as its data. */
typedef struct
{
  Desk desk;
  GtkWidget *page;
} JournalTab;

/* What it is set up with, as it is listed. */
#define TINGLING "Tingling, ball of the foot and sole, right"
#define SIGN "Chest pain, fainting, or breathlessness or wild heartbeat not settling with rest"
#define THIS_MONTH \
  "[Today]\n" TINGLING "\nRun, 45 minutes\nNight, a little restless\n" \
  "[Yesterday]\nIce, ball of the foot, right\nMake a doctor’s appointment\n" \
  "[Thursday, 19 November]\n" SIGN "\n"
#define LAST_MONTH "[Friday, 23 October]\nTingling, calf, left\nWalk, 30 minutes\n"

CooldownNotebook *tab_get_notebook (JournalTab *tab);
gint64 tab_now (JournalTab *tab);
void tab_settle (JournalTab *tab);
void tab_open (JournalTab *tab, const Desk *other, CooldownNotebook *notebook);
void tab_set_up_blank (JournalTab *tab, gconstpointer data);
void tab_set_up (JournalTab *tab, gconstpointer data);
void tab_tear_down (JournalTab *tab, gconstpointer data);
char *tab_read_list (JournalTab *tab);
void tab_assert_list (JournalTab *tab, const char *expected);
void tab_assert_seen (JournalTab *tab, const char *text);
void tab_assert_not_seen (JournalTab *tab, const char *text);
GtkWidget *tab_get_row (JournalTab *tab, const char *title);
void tab_press_button (JournalTab *tab, const char *label);
void tab_choose_chip (JournalTab *tab, const char *label);
void tab_type (JournalTab *tab, const char *text);
void tab_press_arrow (JournalTab *tab, int rows);
void tab_assert_focus (JournalTab *tab, const char *title);

G_END_DECLS
