/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/* Asks what is to be in the report for the doctor, and gives it away. */

#define COOLDOWN_TYPE_REPORT_POPOVER (cooldown_report_popover_get_type ())
G_DECLARE_FINAL_TYPE (CooldownReportPopover,
                      cooldown_report_popover,
                      COOLDOWN,
                      REPORT_POPOVER,
                      GtkPopover)

GtkWidget *cooldown_report_popover_new (CooldownAppState *state);

G_END_DECLS
