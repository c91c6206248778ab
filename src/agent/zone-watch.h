/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Tells when the user's time zone becomes another one. Signal "changed": look at the name again,
 * and at everything that is due at a time of day. */

#define COOLDOWN_TYPE_ZONE_WATCH (cooldown_zone_watch_get_type ())
G_DECLARE_FINAL_TYPE (CooldownZoneWatch, cooldown_zone_watch, COOLDOWN, ZONE_WATCH, GObject)

CooldownZoneWatch *cooldown_zone_watch_new (void);
CooldownZoneWatch *cooldown_zone_watch_new_for_link (const char *link);
const char *cooldown_zone_watch_get_name (CooldownZoneWatch *self);

G_END_DECLS
