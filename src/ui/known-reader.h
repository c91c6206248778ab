/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notebook.h"
#include "tick-store.h"

G_BEGIN_DECLS

#define COOLDOWN_TYPE_KNOWN_READER (cooldown_known_reader_get_type ())
G_DECLARE_FINAL_TYPE (CooldownKnownReader, cooldown_known_reader, COOLDOWN, KNOWN_READER, GObject)

/* Keeps what the journal knows about the checklist ticked there. */

CooldownKnownReader *cooldown_known_reader_new (CooldownContent *content,
                                                CooldownClock *clock,
                                                CooldownNotebook *notebook,
                                                CooldownTickStore *ticks);
void cooldown_known_reader_start (CooldownKnownReader *self);

G_END_DECLS
