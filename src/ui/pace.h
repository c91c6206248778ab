/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

guint cooldown_pace_wait (gint64 delay, GSourceOnceFunc func, gpointer data);

/* Signal "second": once a second while a widget given to watch() is mapped, and at once when one
 * appears. */
#define COOLDOWN_TYPE_PULSE (cooldown_pulse_get_type ())
G_DECLARE_FINAL_TYPE (CooldownPulse, cooldown_pulse, COOLDOWN, PULSE, GObject)

CooldownPulse *cooldown_pulse_new (void);
void cooldown_pulse_watch (CooldownPulse *self, GtkWidget *widget);

G_END_DECLS
