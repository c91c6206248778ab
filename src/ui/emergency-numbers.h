/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cooldown_emergency_numbers_format (const char *zone);

G_END_DECLS
