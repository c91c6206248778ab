/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dot-frame.h"

#include <math.h>

/* In heights of a line of the words. */
#define RADIUS .4
#define TICK_GAP .32
#define DATE_GAP .3
#define SCALE 7.8
#define MOST 10

static double
measure_line (PangoLayout *layout)
{
  int height;

  pango_layout_set_text (layout, "0", -1);
  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static gboolean
has_unknown (const CooldownTally *tally)
{
  return tally->strength.n < tally->episodes->len;
}

/* What is needed below the line of 0. */
static double
measure_below (const CooldownTally *tally, double line)
{
  double unknown = has_unknown (tally) ? line + 2 * RADIUS * line + TICK_GAP * line : 0;

  return (RADIUS + TICK_GAP + COOLDOWN_DOT_TICK + DATE_GAP + 1) * line + unknown;
}

/**
 * cooldown_dot_frame_measure:
 * @tally: what is shown
 * @layout: for the words
 *
 * Returns: how high the chart likes to be
 */
double
cooldown_dot_frame_measure (const CooldownTally *tally, PangoLayout *layout)
{
  double line = measure_line (layout);

  return (.5 + SCALE) * line + measure_below (tally, line);
}

/**
 * cooldown_dot_frame_fit:
 * @tally: what is shown
 * @layout: for the words
 * @width: of the room that there is
 * @height: of the room that there is
 *
 * Returns: where the chart lies in the room
 */
CooldownDotFrame
cooldown_dot_frame_fit (const CooldownTally *tally,
                        PangoLayout *layout,
                        double width,
                        double height)
{
  double line = measure_line (layout), radius = RADIUS * line;
  CooldownDotFrame frame = { .line = line, .radius = radius, .from = tally->from, .to = tally->to };

  frame.left = ceil (cooldown_dot_words_measure (layout, "10") + COOLDOWN_DOT_NUMBER_GAP * line);
  frame.right = MAX (width - radius - 1, frame.left);
  frame.top = ceil (MAX (line / 2, radius + 1));
  frame.bottom = MAX (floor (height - measure_below (tally, line)), frame.top);
  frame.unknown = frame.words = frame.bottom;
  frame.ticks = frame.bottom + radius + TICK_GAP * line;
  if (has_unknown (tally))
    {
      frame.words = frame.bottom + radius;
      frame.unknown = frame.words + line + radius;
      frame.ticks = frame.unknown + radius + TICK_GAP * line;
    }
  frame.dates = frame.ticks + (COOLDOWN_DOT_TICK + DATE_GAP) * line;
  return frame;
}

/**
 * cooldown_dot_words_measure:
 * @layout: for the words
 * @words: one line of them
 *
 * Returns: how wide they are
 */
double
cooldown_dot_words_measure (PangoLayout *layout, const char *words)
{
  int width;

  pango_layout_set_text (layout, words, -1);
  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/**
 * cooldown_dot_frame_get_day_x:
 * @frame: where the chart lies
 * @day: a day since 1970-01-01, with what of it has passed
 *
 * Returns: where that is
 */
double
cooldown_dot_frame_get_day_x (const CooldownDotFrame *frame, double day)
{
  double days = MAX (frame->to - frame->from, 1);

  return frame->left + (day - frame->from) / days * (frame->right - frame->left);
}

/**
 * cooldown_dot_frame_get_x:
 * @frame: where the chart lies
 * @mark: an episode or a workout
 *
 * Returns: the middle of its dot or tick
 */
double
cooldown_dot_frame_get_x (const CooldownDotFrame *frame, const CooldownTallyMark *mark)
{
  return cooldown_dot_frame_get_day_x (frame, mark->day + mark->minute / (24.0 * 60));
}

/**
 * cooldown_dot_frame_get_y:
 * @frame: where the chart lies
 * @strength: how strong an episode was, 0 to 10, or %COOLDOWN_STRENGTH_NOT_NOTED
 *
 * Returns: the middle of its dot
 */
double
cooldown_dot_frame_get_y (const CooldownDotFrame *frame, int strength)
{
  if (strength == COOLDOWN_STRENGTH_NOT_NOTED)
    return frame->unknown;
  return frame->bottom - (frame->bottom - frame->top) * strength / MOST;
}

/**
 * cooldown_dot_frame_hit:
 * @frame: where the chart lies
 * @tally: what is shown
 * @x: a place on the surface
 * @y: a place on the surface
 * @reach: how far from the edge of a dot is near enough
 *
 * Returns: the number of the episode whose dot is nearest, or %COOLDOWN_DOT_NONE
 */
int
cooldown_dot_frame_hit (const CooldownDotFrame *frame,
                        const CooldownTally *tally,
                        double x,
                        double y,
                        double reach)
{
  double nearest = frame->radius + reach;
  int hit = COOLDOWN_DOT_NONE;

  for (guint i = 0; i < tally->episodes->len; i++)
    {
      const CooldownTallyMark *episode = &g_array_index (tally->episodes, CooldownTallyMark, i);
      double distance = hypot (cooldown_dot_frame_get_x (frame, episode) - x,
                               cooldown_dot_frame_get_y (frame, episode->strength) - y);

      /* Of two at the same place the later one lies on top. */
      if (distance > nearest)
        continue;
      nearest = distance;
      hit = (int) i;
    }
  return hit;
}
