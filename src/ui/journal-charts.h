/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/content.h"
#include "core/entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What the journal's episodes look like over weeks: how strong they were and, in a second card,
 * where, how long, and with which workouts. Each picture has its numbers as a table.
 *
 * Signal "span-changed" (weeks: uint): the user wants another span: 4, 8 or 52 weeks; whoever hears
 * it sets the entries of that span.
 * Signal "entry-activated" (kind: uint, a #CooldownEntryKind, uid: string): an entry is to be shown.
 */

#define COOLDOWN_TYPE_JOURNAL_CHARTS (cooldown_journal_charts_get_type ())
G_DECLARE_FINAL_TYPE (CooldownJournalCharts,
                      cooldown_journal_charts,
                      COOLDOWN,
                      JOURNAL_CHARTS,
                      GtkBox)

GtkWidget *cooldown_journal_charts_new (CooldownContent *content);
void cooldown_journal_charts_set_content (CooldownJournalCharts *self, CooldownContent *content);
guint cooldown_journal_charts_get_weeks (CooldownJournalCharts *self);
void cooldown_journal_charts_set_entries (CooldownJournalCharts *self,
                                          GPtrArray *episodes,
                                          GPtrArray *workouts,
                                          const char *from,
                                          const char *to);

G_END_DECLS
