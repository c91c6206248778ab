/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Actions: "win.show-tab" (s), "win.check-now", "win.show-reminders", "win.toast" (s),
 * "win.toast-undo" (s), "win.undo", "win.press-main", "win.show-nights", "win.restless-now"; of
 * entries of the journal, by kind and uid, "win.show-entry" (ss), "win.entry-deleted" (ss), which offers to undo that, "win.restore-entry"
 * (ss), by kind "win.new-entry" (s); "win.search", "win.report", "win.import"; and what the agent
 * offers as "agent". */

#define COOLDOWN_TYPE_WINDOW (cooldown_window_get_type ())
G_DECLARE_FINAL_TYPE (CooldownWindow, cooldown_window, COOLDOWN, WINDOW, AdwApplicationWindow)

CooldownWindow *cooldown_window_new (GtkApplication *application, CooldownAppState *state);

G_END_DECLS
