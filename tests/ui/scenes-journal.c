/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenes-journal.h"

#include "diary.h"
#include "ui/journal-filters.h"
#include "ui/journal-list.h"
#include "ui/journal-month.h"
#include "ui/journal-page.h"
#include "ui/journal-row.h"

static void
show_journal (Desk *desk)
{
  desk_show (desk, "journal");
  desk_settle_journal (desk);
}

/* Some days of a journal, written by another program. */
static void
journal_written (Desk *desk)
{
  gint64 now = cooldown_clock_now (COOLDOWN_CLOCK (desk->clock)).wall;

  diary_write_days (desk_open_journal (desk), now);
  show_journal (desk);
}

static void
set_search (Desk *desk, const char *text)
{
  GtkWidget *entry = find_mapped (desk_find (desk, COOLDOWN_TYPE_JOURNAL_PAGE),
                                  GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  desk_settle_journal (desk);
}

static void
journal_searched (Desk *desk)
{
  journal_written (desk);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.search", NULL);
  desk_settle (desk);
  set_search (desk, "hollow");
}

static void
journal_nothing_found (Desk *desk)
{
  journal_searched (desk);
  set_search (desk, "zeppelin");
}

static void
open_menu (Desk *desk, GType type)
{
  gtk_menu_button_popup (
      GTK_MENU_BUTTON (find_mapped (desk_find (desk, type), GTK_TYPE_MENU_BUTTON, 0)));
  desk_settle_journal (desk);
}

static void
journal_filters (Desk *desk)
{
  journal_written (desk);
  open_menu (desk, COOLDOWN_TYPE_JOURNAL_FILTERS);
}

static void
journal_months (Desk *desk)
{
  journal_written (desk);
  open_menu (desk, COOLDOWN_TYPE_JOURNAL_MONTH);
}

static void
journal_notice (Desk *desk)
{
  show_journal (desk);
  g_signal_emit_by_name (cooldown_app_state_get_notebook (desk->state), "notice", "«Text»");
}

static const Scene scenes[] = {
  { "journal-written", journal_written },
  { "journal-searched", journal_searched },
  { "journal-nothing-found", journal_nothing_found },
  { "journal-filters", journal_filters },
  { "journal-months", journal_months },
  { "journal-notice", journal_notice },
};

/**
 * journal_scenes_get:
 * @n_scenes: (out): how many there are
 *
 * Returns: (array length=n_scenes): scenes of the journal
 */
const Scene *
journal_scenes_get (guint *n_scenes)
{
  *n_scenes = G_N_ELEMENTS (scenes);
  return scenes;
}
