/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"

G_BEGIN_DECLS

/** COOLDOWN_FAKE_CLOCK_START: Wall time of a new fake clock, 2026-11-22 17:00 UTC. */
#define COOLDOWN_FAKE_CLOCK_START (G_GINT64_CONSTANT (1795366800) * COOLDOWN_SECOND)

#define COOLDOWN_TYPE_FAKE_CLOCK (cooldown_fake_clock_get_type ())
G_DECLARE_FINAL_TYPE (CooldownFakeClock, cooldown_fake_clock, COOLDOWN, FAKE_CLOCK, GObject)

CooldownFakeClock *cooldown_fake_clock_new (void);

void cooldown_fake_clock_set_wall (CooldownFakeClock *self, gint64 wall);
void cooldown_fake_clock_set_boot (CooldownFakeClock *self, gint64 boot);
void cooldown_fake_clock_set_monotonic (CooldownFakeClock *self, gint64 monotonic);
void cooldown_fake_clock_set_zone (CooldownFakeClock *self, const char *name);

void cooldown_fake_clock_advance (CooldownFakeClock *self, gint64 by);
void cooldown_fake_clock_suspend (CooldownFakeClock *self, gint64 length);
void cooldown_fake_clock_reboot (CooldownFakeClock *self, gint64 length);

G_END_DECLS
