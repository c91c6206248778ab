/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COOLDOWN_TYPE_APPLICATION (cooldown_application_get_type ())
G_DECLARE_FINAL_TYPE (CooldownApplication,
                      cooldown_application,
                      COOLDOWN,
                      APPLICATION,
                      AdwApplication)

CooldownApplication *cooldown_application_new (void);

G_END_DECLS
