/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The one toast that offers to undo what was done last. While there is one, its window's action
 * "win.undo" is enabled. */

#define COOLDOWN_TYPE_UNDO_TOAST (cooldown_undo_toast_get_type ())
G_DECLARE_FINAL_TYPE (CooldownUndoToast, cooldown_undo_toast, COOLDOWN, UNDO_TOAST, GObject)

AdwToast *cooldown_toast_new (const char *text);

CooldownUndoToast *cooldown_undo_toast_new (GtkWidget *window);
void cooldown_undo_toast_offer (CooldownUndoToast *self,
                                AdwToastOverlay *overlay,
                                const char *text,
                                const char *action,
                                GVariant *target);
void cooldown_undo_toast_press (CooldownUndoToast *self);

G_END_DECLS
