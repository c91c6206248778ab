/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the turns of a trial on oneself are told, worked out a second time: evening by evening. */
#include "simulate.h"

#include "core/experiment.h"

/* Told so little before, it was told of the same turn. */
#define SAME_TURN (36 * COOLDOWN_HOUR)

static gint64
find_told (Sim *sim, guint slot, gint64 at, gint64 wall)
{
  GArray *all = sim->model.occasions[slot];
  gint64 told = COOLDOWN_NEVER;

  for (guint i = 0; i < all->len; i++)
    {
      const SimOccasion *occasion = &g_array_index (all, SimOccasion, i);

      if ((occasion->told || occasion->missed) && occasion->serial > at - SAME_TURN &&
          occasion->serial <= wall)
        told = MIN (told, occasion->serial);
    }
  return told;
}

SimDue
sim_model_look_at_trial (Sim *sim, guint slot, const CooldownInstant *now)
{
  const SimModel *model = &sim->model;
  SimDue due = { .serial = -1, .ahead = COOLDOWN_NEVER };
  int n_nights = model->turn_nights * model->n_turns;
  gint64 last = COOLDOWN_NEVER;
  GDate date = model->trial;

  if (!model->experiment || !g_date_valid (&date))
    return due;
  for (int night = 0; night <= n_nights; night++, g_date_add_days (&date, 1))
    {
      gint64 at = sim_model_local_time (
          sim, &date, model->morning_at + sim->facts->reminders.experiment_after);
      gint64 told;

      if (night % model->turn_nights != 0)
        continue;
      /* By a clock that was a little ahead, perhaps. */
      told = find_told (sim, slot, at, MAX (at, now->wall));
      if (at > now->wall && (told == COOLDOWN_NEVER || told > now->wall))
        {
          due.ahead = MIN (at, told) - now->wall;
          break;
        }
      last = MIN (at, told);
      due.kind = night < n_nights ? COOLDOWN_NOTICE_EXPERIMENT_TURN
                                  : COOLDOWN_NOTICE_EXPERIMENT_RESULT;
    }
  if (last == COOLDOWN_NEVER || sim_model_is_behind (sim, slot, last, now->wall, TRUE))
    return (SimDue){ .serial = -1, .ahead = due.ahead };
  due.serial = last;
  due.late = now->wall - last;
  return due;
}

/* A trial that began some days ago, or is to begin; without turns there is none. */
GVariant *
sim_set_trial (Sim *sim, const SimEvent *event)
{
  g_autoptr (GDateTime) local = cooldown_clock_to_local (COOLDOWN_CLOCK (sim->clock),
                                                         sim_now (sim).wall);
  g_autoptr (GDateTime) day = g_date_time_add_days (local, event->a);
  CooldownExperiment trial = { COOLDOWN_FACTOR_ALCOHOL, 0, 3 + (guint) event->b / 2 % 3,
                               3 + (guint) event->b / 6 * 2, 0 };

  g_date_clear (&sim->model.trial, 1);
  if (event->b == 0)
    return g_variant_new_array (G_VARIANT_TYPE_VARDICT, NULL, 0);
  g_date_set_dmy (&sim->model.trial, (GDateDay) g_date_time_get_day_of_month (day),
                  (GDateMonth) g_date_time_get_month (day),
                  (GDateYear) g_date_time_get_year (day));
  trial.start = g_date_get_julian (&sim->model.trial);
  sim->model.turn_nights = (int) trial.turn_nights;
  sim->model.n_turns = (int) trial.n_turns;
  return cooldown_experiments_add (NULL, &trial);
}
