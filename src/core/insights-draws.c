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
  guint from; /* in the labels */
  guint length;
} Piece;

typedef struct
{
  const CooldownComparison *comparison;
  Generator generator;
  guint block;
  guint *following; /* of each night, how many after it have the same label without a break */
  Piece *pieces;
} Dealer;

typedef struct
{
  guint outcomes; /* the sum of those that have the label now */
  guint kept;     /* how many had the label before as well */
} Deal;

static void
dealer_init (Dealer *self, const CooldownComparison *comparison, guint block, guint stream)
{
  guint n = comparison->n;

  self->comparison = comparison;
  self->generator = generator_new (stream);
  self->block = block;
  self->following = g_new0 (guint, 2 * n);
  self->pieces = g_new (Piece, n);
  for (guint i = 2 * n - 1; i > 0; i--)
    if (comparison->labels[i] == comparison->labels[i - 1])
      self->following[i - 1] = self->following[i] + 1;
}

static void
dealer_clear (Dealer *self)
{
  g_free (self->following);
  g_free (self->pieces);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Dealer, dealer_clear)

/* Where runs are always cut, chance looks calmer than it is, and too much is claimed; where they never
 * are, a regular rhythm stays as it is however often it is dealt out, and nothing ever is. So every
 * other cut, by chance, waits for the end of the run that it would go through, though not for
 * longer than a block. */
static guint
get_wait (Dealer *self, guint last)
{
  if (generator_below (&self->generator, 2) == 0)
    return 0;
  return MIN (self->block, self->following[last]);
}

/* Turns the labels round by a random number of nights and cuts them into blocks, of which the last
 * may be shorter. */
static guint
cut (Dealer *self)
{
  guint n = self->comparison->n;
  guint turn = generator_below (&self->generator, n);
  guint n_pieces = 0;

  for (guint at = 0; at < n; n_pieces++)
    {
      Piece *piece = &self->pieces[n_pieces];

      piece->from = (turn + at) % n;
      piece->length = MIN (self->block, n - at);
      piece->length += get_wait (self, piece->from + piece->length - 1);
      piece->length = MIN (piece->length, n - at);
      at += piece->length;
    }
  return n_pieces;
}

/* Lays the blocks out in random order. */
static Deal
deal (Dealer *self)
{
  const CooldownComparison *comparison = self->comparison;
  guint n_pieces = cut (self);
  guint place = 0;
  Deal dealt = { 0, 0 };

  for (guint i = 0; i < n_pieces; i++)
    {
      guint drawn = i + generator_below (&self->generator, n_pieces - i);
      Piece piece = self->pieces[drawn];

      self->pieces[drawn] = self->pieces[i];
      for (guint j = 0; j < piece.length; j++, place++)
        {
          guint label = comparison->labels[piece.from + j];

          dealt.outcomes += label * comparison->outcomes[place];
          dealt.kept += label * comparison->labels[place];
        }
    }
  return dealt;
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
 * @block: how many nights in a row keep their labels together; a run may double that
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
  g_auto (Dealer) dealer = { 0 };
  guint sum = sum_of (self, FALSE);
  gint64 difference = scale_difference (self, sum_of (self, TRUE), sum);

  dealer_init (&dealer, self, block, stream);
  draws->n = n_draws;
  draws->n_as_large = 0;
  draws->above = g_new (double, n_draws);
  draws->below = g_new (double, n_draws);
  for (guint i = 0; i < n_draws; i++)
    {
      Deal dealt = deal (&dealer);
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
