/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chime/tone.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

/* What the ear takes for silence, of full scale: 60 dB under it. */
#define SILENCE (INT16_MAX / 1000)

typedef struct
{
  CooldownTune tune;
  double seconds;
  double loudness;      /* at least, of full scale, over the loudest tenth of a second */
  unsigned int strokes; /* in which the sound rises from quieter to louder */
} Promise;

static const Promise alarm_promise = { COOLDOWN_TUNE_ALARM, 1.5, 0.2, 3 };
static const Promise step_promise = { COOLDOWN_TUNE_STEP, 1.0, 0.08, 1 };

static double
loudness (const int16_t *samples, size_t n)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++)
    sum += (double) samples[i] * samples[i];
  return sqrt (sum / n) / INT16_MAX;
}

static void
test_length (gconstpointer data)
{
  const Promise *promise = data;
  size_t n;
  int16_t *samples = cooldown_tone_new (promise->tune, &n);

  g_assert_nonnull (samples);
  g_assert_cmpuint (n, ==, (size_t) lrint (promise->seconds * COOLDOWN_TONE_RATE));
  free (samples);
}

static void
test_no_clipping (gconstpointer data)
{
  const Promise *promise = data;
  size_t n;
  int16_t *samples = cooldown_tone_new (promise->tune, &n);

  for (size_t i = 0; i < n; i++)
    {
      g_assert_cmpint (samples[i], <, INT16_MAX);
      g_assert_cmpint (samples[i], >, -INT16_MAX);
    }
  free (samples);
}

static void
test_silent_ends (gconstpointer data)
{
  const Promise *promise = data;
  const size_t edge = COOLDOWN_TONE_RATE / 10000;
  size_t n;
  int16_t *samples = cooldown_tone_new (promise->tune, &n);

  g_assert_cmpint (samples[0], ==, 0);
  g_assert_cmpint (samples[n - 1], ==, 0);
  for (size_t i = 0; i < edge; i++)
    {
      g_assert_cmpint (abs (samples[i]), <=, SILENCE);
      g_assert_cmpint (abs (samples[n - 1 - i]), <=, SILENCE);
    }
  free (samples);
}

static void
test_loud_enough (gconstpointer data)
{
  const Promise *promise = data;
  const size_t tenth = COOLDOWN_TONE_RATE / 10;
  double loudest = 0;
  size_t n;
  int16_t *samples = cooldown_tone_new (promise->tune, &n);

  for (size_t i = 0; i + tenth <= n; i += tenth)
    loudest = MAX (loudest, loudness (samples + i, tenth));
  g_assert_cmpfloat (loudest, >, promise->loudness);
  free (samples);
}

/* Between strokes a bell only ever dies away. */
static void
test_strokes (gconstpointer data)
{
  const Promise *promise = data;
  const size_t piece = COOLDOWN_TONE_RATE / 25;
  unsigned int strokes = 0;
  double before = 0;
  size_t n;
  int16_t *samples = cooldown_tone_new (promise->tune, &n);

  for (size_t i = 0; i + piece <= n; i += piece)
    {
      double now = loudness (samples + i, piece);

      if (now > before * 1.3 && now > 0.02)
        strokes++;
      before = now;
    }
  g_assert_cmpuint (strokes, ==, promise->strokes);
  free (samples);
}

static void
test_same_each_time (gconstpointer data)
{
  const Promise *promise = data;
  size_t n, m;
  int16_t *samples = cooldown_tone_new (promise->tune, &n);
  int16_t *again = cooldown_tone_new (promise->tune, &m);

  g_assert_cmpmem (samples, n * sizeof *samples, again, m * sizeof *again);
  free (samples);
  free (again);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add_data_func ("/tone/alarm/" path, &alarm_promise, func); \
  g_test_add_data_func ("/tone/step/" path, &step_promise, func)
  ADD ("length", test_length);
  ADD ("no-clipping", test_no_clipping);
  ADD ("silent-ends", test_silent_ends);
  ADD ("loud-enough", test_loud_enough);
  ADD ("strokes", test_strokes);
  ADD ("same-each-time", test_same_each_time);
#undef ADD
  return g_test_run ();
}
