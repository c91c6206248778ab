/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes.h"

G_BEGIN_DECLS

/* Scenes of one's own nights, on their page above the tabs. */

const Scene *nights_scenes_get (guint *n_scenes);

G_END_DECLS
