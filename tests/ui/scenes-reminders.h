/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes.h"

G_BEGIN_DECLS

/* Scenes that are about reminders: some are seen in the window, the others in the preferences. */

const Scene *reminder_scenes_get (guint *n_scenes);
const Scene *preferences_scene_get (guint index);
void preferences_walk (Desk *desk, void (*look) (GtkWidget *window));

G_END_DECLS
