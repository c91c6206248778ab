/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report-matter.h"

G_BEGIN_DECLS

/* Giving the report away: to a file, to a printer, to the clipboard. What came of it is said by the
 * action "win.toast" of @origin's window. */

void cooldown_report_out_save (GtkWidget *origin,
                               CooldownAppState *state,
                               const CooldownReportWish *wish);
void cooldown_report_out_save_to (GtkWidget *origin,
                                  CooldownAppState *state,
                                  const CooldownReportWish *wish,
                                  GFile *file);
void cooldown_report_out_copy (GtkWidget *origin,
                               CooldownAppState *state,
                               const CooldownReportWish *wish);
void cooldown_report_out_print (GtkWidget *origin,
                                CooldownAppState *state,
                                const CooldownReportWish *wish);

G_END_DECLS
