/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cooldown-chime alarm|step: plays a short sound and ends.
 *
 * A program of its own, so that the agent, which rests for hours, carries no sound library. Exits
 * with 0 when the sound was played, 1 when it could not be, 2 when called wrongly.
 */
#include "config.h"
#include "tone.h"

#include <pulse/error.h>
#include <pulse/simple.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Seconds until it gives up, whatever the sound server does. */
#define PATIENCE 8

enum
{
  PLAYED,
  NOT_PLAYED,
  BAD_USAGE,
};

_Noreturn static void
give_up_cb (int number)
{
  static const char words[] = "cooldown-chime: the sound server does not answer\n";
  ssize_t written = write (STDERR_FILENO, words, sizeof words - 1);

  (void) written;
  _exit (NOT_PLAYED);
}

static void
limit_patience (void)
{
  struct sigaction action = { .sa_handler = give_up_cb };

  sigaction (SIGALRM, &action, NULL);
  alarm (PATIENCE);
}

static bool
parse (int argc, char *argv[], CooldownTune *tune)
{
  if (argc != 2)
    return false;
  if (strcmp (argv[1], "alarm") == 0)
    *tune = COOLDOWN_TUNE_ALARM;
  else if (strcmp (argv[1], "step") == 0)
    *tune = COOLDOWN_TUNE_STEP;
  else
    return false;
  return true;
}

/* The simple API takes properties from the environment alone. As an "alarm" the sound is not
 * silenced together with the clicks and pings of the desktop, which are an "event". */
static void
set_properties (CooldownTune tune)
{
  setenv ("PULSE_PROP_media.role", tune == COOLDOWN_TUNE_ALARM ? "alarm" : "event", 1);
  setenv ("PULSE_PROP_application.id", COOLDOWN_APP_ID, 1);
  setenv ("PULSE_PROP_application.icon_name", COOLDOWN_APP_ID, 1);
}

static bool
play (const int16_t *samples, size_t n_samples, int *error)
{
  static const pa_sample_spec spec = {
    .format = PA_SAMPLE_S16NE,
    .rate = COOLDOWN_TONE_RATE,
    .channels = 1,
  };
  pa_simple *stream = pa_simple_new (NULL, "Cooldown", PA_STREAM_PLAYBACK, NULL, "Chime", &spec,
                                     NULL, NULL, error);
  bool played;

  if (stream == NULL)
    return false;
  played = pa_simple_write (stream, samples, n_samples * sizeof *samples, error) == 0 &&
           pa_simple_drain (stream, error) == 0;
  pa_simple_free (stream);
  return played;
}

int
main (int argc, char *argv[])
{
  CooldownTune tune;
  size_t n_samples;
  int16_t *samples;
  int error = PA_ERR_INTERNAL;
  bool played;

  if (!parse (argc, argv, &tune))
    {
      fputs ("usage: cooldown-chime alarm|step\n", stderr);
      return BAD_USAGE;
    }
  limit_patience ();
  set_properties (tune);
  samples = cooldown_tone_new (tune, &n_samples);
  played = samples != NULL && play (samples, n_samples, &error);
  free (samples);
  if (!played)
    fprintf (stderr, "cooldown-chime: %s\n", pa_strerror (error));
  return played ? PLAYED : NOT_PLAYED;
}
