/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenes.h"

G_BEGIN_DECLS

/* Scenes in which places on the legs are chosen. */

const Scene *legs_scenes_get (guint *n_scenes);

G_END_DECLS
