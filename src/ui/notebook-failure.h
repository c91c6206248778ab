/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void cooldown_notebook_failure_word (GError *error, const char *folder);

G_END_DECLS
