/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A language in which every text is «itself»; with-pseudo-locale.py makes it. */

void pseudo_locale_enter (void);
char *pseudo_locale_find_fault (const char *text);

G_END_DECLS
