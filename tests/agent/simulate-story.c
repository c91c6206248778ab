/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells what happened in a life, and finds a shorter one in which the same promise is broken. */
#include "simulate.h"

#define MOST_TRIES 2000

static char *
format_moment (Sim *sim)
{
  CooldownInstant now = sim_now (sim);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now.wall / COOLDOWN_SECOND);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, sim_loaded_zones[sim->zone]);
  g_autofree char *text = g_date_time_format (local, "%a %F %T");

  return g_strdup_printf ("%s.%03d %s", text, (int) (now.wall % COOLDOWN_SECOND / 1000),
                          sim_zones[sim->zone]);
}

/* Adds a line to the story, if one is told. */
void
sim_tell (Sim *sim, const char *format, ...)
{
  g_autofree char *moment = NULL;
  va_list values;

  if (sim->story == NULL)
    return;
  moment = format_moment (sim);
  g_string_append_printf (sim->story, "# %s ", moment);
  va_start (values, format);
  g_string_append_vprintf (sim->story, format, values);
  va_end (values);
  g_string_append_c (sim->story, '\n');
}

/* A promise is broken; only the first counts. */
void
sim_fail (Sim *sim, const char *rule, const char *format, ...)
{
  va_list values;

  if (sim->failure != NULL)
    return;
  va_start (values, format);
  sim->failure = g_strdup_vprintf (format, values);
  va_end (values);
  sim->rule = g_strdup (rule);
  sim_tell (sim, "NOT OK, %s: %s", rule, sim->failure);
}

static gboolean
breaks (SimStage *stage, const SimLife *life, const char *rule)
{
  Sim *sim = sim_run (stage, life, FALSE);
  gboolean same = g_strcmp0 (sim->rule, rule) == 0;

  sim_free (sim);
  return same;
}

static SimLife *
copy_without (const SimLife *life, guint from, guint length)
{
  SimLife *copy = g_memdup2 (life, sizeof *life);

  copy->events = g_array_copy (life->events);
  g_array_remove_range (copy->events, from, MIN (length, copy->events->len - from));
  return copy;
}

/* Leaves out what is not needed for the promise to be broken, first much at a time. */
SimLife *
sim_shrink (SimStage *stage, const SimLife *life, const char *rule)
{
  SimLife *least = copy_without (life, 0, 0);
  guint tries = 0;

  for (guint chunk = MAX (least->events->len / 2, 1); chunk > 0; chunk /= 2)
    for (guint from = 0; from < least->events->len && tries < MOST_TRIES; tries++)
      {
        SimLife *less = copy_without (least, from, chunk);

        if (breaks (stage, less, rule))
          {
            sim_life_free (least);
            least = less;
          }
        else
          {
            sim_life_free (less);
            from += chunk;
          }
      }
  return least;
}
