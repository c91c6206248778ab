/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insights-private.h"

#include <math.h>
#include <stdlib.h>

/*
 * The same diary must give the same answer on every machine and each time: the generator is our own,
 * PCG-XSH-RR 64/32 by M. E. O'Neill, and whatever decides is counted in whole numbers.
 */
#define SEED G_GUINT64_CONSTANT (0x436f6f6c646f776e)
#define MULTIPLIER G_GUINT64_CONSTANT (6364136223846793005)

typedef struct
{
  guint64 state;
  guint64 increment;
} Generator;

static guint32
generator_next (Generator *self)
{
  guint64 old = self->state;
  guint32 shifted = (guint32) (((old >> 18) ^ old) >> 27);
  guint turn = (guint) (old >> 59);

  self->state = old * MULTIPLIER + self->increment;
  return (shifted >> turn) | (shifted << (-turn & 31));
}

static Generator
generator_new (guint stream)
{
  Generator self = { 0, ((guint64) stream << 1) | 1 };

  generator_next (&self);
  self.state += SEED;
  generator_next (&self);
  return self;
}

/* A number below @bound, each as often as the others. */
static guint
generator_below (Generator *self, guint bound)
{
  guint32 threshold = -(guint32) bound % (guint32) bound;
  guint32 number;

  do
    number = generator_next (self);
  while (number < threshold);
  return number % bound;
}

typedef struct
{
  guint outcomes; /* the sum of those that have the label now */
  guint kept;     /* how many had the label before as well */
} Deal;

/* The labels are turned round by a random number of nights and cut into blocks; these are laid out
 * in random order, among them the one that is shorter than the others. */
static Deal
deal (const CooldownComparison *self, Generator *generator, guint block, guint *order)
{
  guint turn = generator_below (generator, self->n);
  guint n_blocks = (self->n + block - 1) / block;
  guint place = 0;
  Deal deal = { 0, 0 };

  for (guint i = 0; i < n_blocks; i++)
    {
      guint other = i + generator_below (generator, n_blocks - i);
      guint next = order[other];
      guint length = MIN (block, self->n - next * block);
      guint from = (turn + next * block) % self->n;

      order[other] = order[i];
      order[i] = next;
      for (guint j = 0; j < length; j++, place++)
        {
          guint label = self->labels[from + j];

          deal.outcomes += label * self->outcomes[place];
          deal.kept += label * self->labels[place];
        }
    }
  return deal;
}

static guint
sum_of (const CooldownComparison *self, gboolean with_only)
{
  guint sum = 0;

  for (guint i = 0; i < self->n; i++)
    sum += with_only && !self->labels[i] ? 0 : self->outcomes[i];
  return sum;
}

/* A difference of means times @n_with times the number of nights without: a whole number. */
static gint64
scale_difference (const CooldownComparison *self, guint sum_with, guint sum)
{
  return (gint64) sum_with * self->n - (gint64) sum * self->n_with;
}

static gint64
get_scale (const CooldownComparison *self)
{
  return (gint64) self->n_with * (self->n - self->n_with);
}

/*
 * comparison_get_difference:
 * @self: nights with and without, at least one of each
 *
 * Returns: the mean of those with less the mean of those without
 */
double
comparison_get_difference (const CooldownComparison *self)
{
  gint64 scaled = scale_difference (self, sum_of (self, TRUE), sum_of (self, FALSE));

  return (double) scaled / (double) get_scale (self);
}

/*
 * Were the effect d, then the outcomes without it would be y - d x, and a draw that gave the
 * difference a, and b for the labels themselves, would give a - d b, where the true one is T - d.
 * With d = T + u the draw is as large as that one as long as |(a - T b) - u b| >= |u|, which for
 * u > 0 holds up to the larger of (a - T b) / (1 + b) and -(a - T b) / (1 - b). A draw that moves no
 * label, or each, is always as large.
 */
static void
note_distances (const CooldownComparison *self,
                gint64 difference,
                gint64 drawn,
                guint kept,
                double *above,
                double *below)
{
  gint64 scale = get_scale (self);
  gint64 moved = (gint64) kept * self->n - (gint64) self->n_with * self->n_with;
  double rest = (double) (drawn * scale - difference * moved);
  double plus = (double) (scale * (scale + moved));
  double minus = (double) (scale * (scale - moved));

  if (plus > 0 && minus > 0)
    {
      *above = MAX (rest / plus, -rest / minus);
      *below = MAX (-rest / plus, rest / minus);
    }
  else
    *above = *below = INFINITY;
}

static int
compare_largest_first (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first < second) - (first > second);
}

/*
 * comparison_draw:
 * @self: nights with and without, at least one of each
 * @block: how many nights in a row keep their labels together
 * @n_draws: how many draws to make
 * @stream: which of the random series to take
 * @draws: (out): what the draws gave
 *
 * Deals the labels out anew, again and again.
 */
void
comparison_draw (const CooldownComparison *self,
                 guint block,
                 guint n_draws,
                 guint stream,
                 CooldownDraws *draws)
{
  Generator generator = generator_new (stream);
  guint sum = sum_of (self, FALSE);
  gint64 difference = scale_difference (self, sum_of (self, TRUE), sum);
  g_autofree guint *order = g_new (guint, self->n);

  for (guint i = 0; i < self->n; i++)
    order[i] = i;
  draws->n = n_draws;
  draws->n_as_large = 0;
  draws->above = g_new (double, n_draws);
  draws->below = g_new (double, n_draws);
  for (guint i = 0; i < n_draws; i++)
    {
      Deal dealt = deal (self, &generator, block, order);
      gint64 drawn = scale_difference (self, dealt.outcomes, sum);

      draws->n_as_large += ABS (drawn) >= ABS (difference);
      note_distances (self, difference, drawn, dealt.kept, &draws->above[i], &draws->below[i]);
    }
  qsort (draws->above, n_draws, sizeof (double), compare_largest_first);
  qsort (draws->below, n_draws, sizeof (double), compare_largest_first);
}

/*
 * draws_get_p:
 * @self: draws
 *
 * Returns: how often chance gives a difference as large as the true one; that one is counted in, so
 *   that it is never 0
 */
double
draws_get_p (const CooldownDraws *self)
{
  return (1.0 + self->n_as_large) / (1.0 + self->n);
}

/*
 * draws_get_limit:
 * @self: draws
 * @distances: its @above or @below
 * @level: what p has to be more than
 *
 * Returns: how far from the difference the effect can be with its p more than @level; may be
 *   infinite
 */
double
draws_get_limit (const CooldownDraws *self, const double *distances, double level)
{
  double needed = floor (level * (1.0 + self->n));

  return needed < 1 ? INFINITY : distances[MIN ((guint) needed, self->n) - 1];
}

/*
 * draws_clear:
 * @self: draws
 *
 * Frees what they hold.
 */
void
draws_clear (CooldownDraws *self)
{
  g_clear_pointer (&self->above, g_free);
  g_clear_pointer (&self->below, g_free);
}
