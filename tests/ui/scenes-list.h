/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes.h"

G_BEGIN_DECLS

/* Scenes of the list of reminders and of the question about an open tingling. */

const Scene *list_scenes_get (guint *n_scenes);

G_END_DECLS
