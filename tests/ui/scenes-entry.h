/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes.h"

G_BEGIN_DECLS

/* Entries of the journal, looked at on their own page, and what else is shown above the tabs. */

const Scene *entry_scene_get (guint index);
void entry_scene_leave (Desk *desk);

G_END_DECLS
