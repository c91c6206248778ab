/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tone.h"

#include <math.h>
#include <stdlib.h>

/* Seconds. Without the first a stroke clicks, without the second its cut end does. */
#define ATTACK 0.006
#define FADE_OUT 0.2

typedef struct
{
  double start; /* seconds */
  double pitch; /* hertz */
} Stroke;

typedef struct
{
  double ratio; /* to the pitch of the stroke */
  double level; /* to the lowest partial */
  double decay; /* seconds until it has sunk to 1/e */
} Partial;

typedef struct
{
  double length; /* seconds */
  double peak;   /* of full scale */
  const Stroke *strokes;
  size_t n_strokes;
} Score;

/* High partials that die sooner than the low ones are what makes a tone a bell; few and weak ones
 * make it a soft bell. */
static const Partial partials[] = {
  { 1.0, 1.0, 0.36 },
  { 2.0, 0.4, 0.22 },
  { 3.01, 0.16, 0.12 },
  { 5.4, 0.05, 0.05 },
};

/* E, A and C sharp: within what the speakers of a small laptop play and older ears hear well. */
static const Stroke alarm_strokes[] = {
  { 0.0, 659.26 },
  { 0.24, 880.0 },
  { 0.48, 1108.73 },
};

static const Stroke step_strokes[] = {
  { 0.0, 587.33 },
};

#define N_ELEMENTS(array) (sizeof (array) / sizeof ((array)[0]))

static const Score scores[] = {
  [COOLDOWN_TUNE_ALARM] = { 1.5, 0.8, alarm_strokes, N_ELEMENTS (alarm_strokes) },
  [COOLDOWN_TUNE_STEP] = { 1.0, 0.4, step_strokes, N_ELEMENTS (step_strokes) },
};

static const double pi = 3.14159265358979323846;

/* From 0 to 1, level at both ends. */
static double
ease (double part)
{
  if (part >= 1)
    return 1;
  return part <= 0 ? 0 : (1 - cos (pi * part)) / 2;
}

/* A stroke, @time seconds after it began. */
static double
sound_at (double pitch, double time)
{
  double sum = 0;

  if (time < 0)
    return 0;
  for (size_t i = 0; i < N_ELEMENTS (partials); i++)
    sum += partials[i].level * exp (-time / partials[i].decay) *
           sin (2 * pi * pitch * partials[i].ratio * time);
  return ease (time / ATTACK) * sum;
}

static double
score_at (const Score *score, double time)
{
  double sum = 0;

  for (size_t i = 0; i < score->n_strokes; i++)
    sum += sound_at (score->strokes[i].pitch, time - score->strokes[i].start);
  return ease ((score->length - time) / FADE_OUT) * sum;
}

/* Scaled to its own loudest sample, so that no strokes that meet can clip. */
static void
scale (const double *sums, size_t n, double peak, int16_t *samples)
{
  double loudest = 0;

  for (size_t i = 0; i < n; i++)
    loudest = fmax (loudest, fabs (sums[i]));
  for (size_t i = 0; i < n; i++)
    samples[i] = (int16_t) lrint (sums[i] / loudest * peak * INT16_MAX);
}

/**
 * cooldown_tone_new:
 * @tune: which
 * @n_samples: (out): how many samples there are
 *
 * Computes a sound: one channel, #COOLDOWN_TONE_RATE samples a second, silent at both ends. The
 * same each time.
 *
 * Returns: (transfer full) (nullable): the samples, to be freed with free(), or %NULL when there
 *   is no memory
 */
int16_t *
cooldown_tone_new (CooldownTune tune, size_t *n_samples)
{
  const Score *score = &scores[tune];
  size_t n = (size_t) lrint (score->length * COOLDOWN_TONE_RATE);
  double *sums = calloc (n, sizeof *sums);
  int16_t *samples = calloc (n, sizeof *samples);

  *n_samples = n;
  if (sums != NULL && samples != NULL)
    {
      /* The fade ends at the last sample, not behind it. */
      for (size_t i = 0; i < n; i++)
        sums[i] = score_at (score, i * score->length / (n - 1));
      scale (sums, n, score->peak, samples);
    }
  else
    {
      free (samples);
      samples = NULL;
    }
  free (sums);
  return samples;
}
