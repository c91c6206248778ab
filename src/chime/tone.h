/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>
#include <stdint.h>

/**
 * COOLDOWN_TONE_RATE:
 *
 * Samples a second of every tone.
 */
#define COOLDOWN_TONE_RATE 44100

/**
 * CooldownTune:
 * @COOLDOWN_TUNE_ALARM: three rising strokes of a bell, about one and a half seconds
 * @COOLDOWN_TUNE_STEP: one calm stroke, about one second
 *
 * What can be played.
 */
typedef enum
{
  COOLDOWN_TUNE_ALARM,
  COOLDOWN_TUNE_STEP,
} CooldownTune;

int16_t *cooldown_tone_new (CooldownTune tune, size_t *n_samples);
