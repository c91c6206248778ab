/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evening-reader.h"

G_BEGIN_DECLS

/* Why restless legs reach a doctor, from the nights that are noted and from the checklist; not
 * shown at all while they do not, and while a warning sign outranks it. */

#define COOLDOWN_TYPE_NIGHT_DOCTOR (cooldown_night_doctor_get_type ())
G_DECLARE_FINAL_TYPE (CooldownNightDoctor, cooldown_night_doctor, COOLDOWN, NIGHT_DOCTOR, GtkBox)

void cooldown_night_doctor_set_state (CooldownNightDoctor *self,
                                      CooldownAppState *state,
                                      CooldownEveningReader *reader);

G_END_DECLS
