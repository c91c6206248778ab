/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search-index.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define COOLDOWN_TYPE_SEARCH_PROVIDER (cooldown_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (CooldownSearchProvider,
                      cooldown_search_provider,
                      COOLDOWN,
                      SEARCH_PROVIDER,
                      GApplication)

CooldownSearchProvider *cooldown_search_provider_new (CooldownSearchIndex *index,
                                                      guint leave_after);

G_END_DECLS
