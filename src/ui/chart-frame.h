/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fact-table.h"

G_BEGIN_DECLS

/*
 * A picture with its title and legend, and with its numbers as a table in its place on demand.
 *
 * Properties: "title" (string), "level" (int, 2: of the title, as a heading), "picture" (GtkWidget),
 * "control" (GtkWidget, nullable: stands at the end of the title), "head" (GtkWidget, nullable: is
 * shown in place of title, legend and control; it has the title in it).
 */

#define COOLDOWN_TYPE_CHART_FRAME (cooldown_chart_frame_get_type ())
G_DECLARE_FINAL_TYPE (CooldownChartFrame, cooldown_chart_frame, COOLDOWN, CHART_FRAME, GtkBox)

GtkWidget *cooldown_chart_frame_new (void);
CooldownFactTable *cooldown_chart_frame_get_table (CooldownChartFrame *self);
void cooldown_chart_frame_show_picture (CooldownChartFrame *self, const char *legend);
void cooldown_chart_frame_show_nothing (CooldownChartFrame *self, const char *why);

G_END_DECLS
