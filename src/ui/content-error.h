/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What is seen instead of the window when the content cannot be used. */

#define COOLDOWN_TYPE_CONTENT_ERROR_WINDOW (cooldown_content_error_window_get_type ())
G_DECLARE_FINAL_TYPE (CooldownContentErrorWindow,
                      cooldown_content_error_window,
                      COOLDOWN,
                      CONTENT_ERROR_WINDOW,
                      AdwApplicationWindow)

GtkWindow *cooldown_content_error_window_new (GtkApplication *application, const GError *error);

G_END_DECLS
