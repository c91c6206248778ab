/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dot-chart.h"

#include "date-words.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

/* In heights of a line of the words. */
#define TICK_WIDTH .2
/* Between two dates. */
#define BETWEEN_DATES .5
/* So many dates are enough. */
#define MOST_DATES 7
/* So much of the background is left around a dot, where another one may lie. */
#define HALO .08
#define OUTLINE .11
#define LINE_WIDTH .07
#define MEDIUM_FROM 4
#define STRONG_FROM 7
/* A period that is longer has dates with years. */
#define DAYS_WITHOUT_YEAR 400

typedef struct
{
  cairo_t *cr;
  const CooldownDotFrame *frame;
  const CooldownTally *tally;
  const CooldownDotColors *colors;
  PangoLayout *layout;
} Chart;

static void
set_color (const Chart *chart, const CooldownLegColor *color)
{
  cairo_set_source_rgb (chart->cr, color->red, color->green, color->blue);
}

static void
draw_words (const Chart *chart, const char *words, double x, double y)
{
  set_color (chart, &chart->colors->text);
  pango_layout_set_text (chart->layout, words, -1);
  cairo_move_to (chart->cr, x, y);
  pango_cairo_show_layout (chart->cr, chart->layout);
}

static void
draw_scale (const Chart *chart)
{
  const CooldownDotFrame *frame = chart->frame;

  cairo_set_line_width (chart->cr, LINE_WIDTH * frame->line);
  for (int strength = 0; strength <= 10; strength += 5)
    {
      double y = cooldown_dot_frame_get_y (frame, strength);
      g_autofree char *number = g_strdup_printf ("%d", strength);
      double width = cooldown_dot_words_measure (chart->layout, number);

      set_color (chart, strength == 0 ? &chart->colors->text : &chart->colors->line);
      cairo_move_to (chart->cr, frame->left, y);
      cairo_line_to (chart->cr, frame->right, y);
      cairo_stroke (chart->cr);
      draw_words (chart, number, frame->left - COOLDOWN_DOT_NUMBER_GAP * frame->line - width,
                  y - frame->line / 2);
    }
  if (frame->unknown > frame->bottom)
    /* Translators: in a chart of how strong each episode was, above those where nobody noted it */
    draw_words (chart, _ ("Strength not noted"), frame->left, frame->words);
}

static void
draw_ticks (const Chart *chart)
{
  const CooldownDotFrame *frame = chart->frame;
  double width = TICK_WIDTH * frame->line;

  set_color (chart, &chart->colors->text);
  cairo_set_line_width (chart->cr, width);
  cairo_set_line_cap (chart->cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < chart->tally->workouts->len; i++)
    {
      double x = cooldown_dot_frame_get_x (
          frame, &g_array_index (chart->tally->workouts, CooldownTallyMark, i));

      cairo_move_to (chart->cr, x, frame->ticks + width / 2);
      cairo_line_to (chart->cr, x, frame->ticks + COOLDOWN_DOT_TICK * frame->line - width / 2);
    }
  cairo_stroke (chart->cr);
  cairo_set_line_cap (chart->cr, CAIRO_LINE_CAP_BUTT);
}

static const CooldownLegColor *
get_fill (const Chart *chart, int strength)
{
  if (strength >= STRONG_FROM)
    return &chart->colors->strong;
  return strength >= MEDIUM_FROM ? &chart->colors->medium : &chart->colors->mild;
}

static void
draw_dot (const Chart *chart, const CooldownTallyMark *episode)
{
  const CooldownDotFrame *frame = chart->frame;
  gboolean known = episode->strength != COOLDOWN_STRENGTH_NOT_NOTED;
  gboolean outlined = chart->colors->outlined || !known;
  double x = cooldown_dot_frame_get_x (frame, episode);
  double y = cooldown_dot_frame_get_y (frame, episode->strength);
  double width = OUTLINE * frame->line;

  cairo_new_path (chart->cr);
  cairo_arc (chart->cr, x, y, frame->radius + HALO * frame->line, 0, 2 * G_PI);
  set_color (chart, &chart->colors->background);
  cairo_fill (chart->cr);
  cairo_arc (chart->cr, x, y, frame->radius - (outlined ? width / 2 : 0), 0, 2 * G_PI);
  if (known)
    {
      set_color (chart, get_fill (chart, episode->strength));
      cairo_fill_preserve (chart->cr);
    }
  if (outlined)
    {
      set_color (chart, &chart->colors->text);
      cairo_set_line_width (chart->cr, width);
      cairo_stroke (chart->cr);
    }
  cairo_new_path (chart->cr);
}

/* Dates. */

typedef struct
{
  int days;
  int months;
} Step;

static char *
format_day (const CooldownDotFrame *frame, int day)
{
  g_autoptr (GDateTime) date = cooldown_day_to_date (day);
  char *words;

  if (date == NULL || frame->to - frame->from <= DAYS_WITHOUT_YEAR)
    return cooldown_date_format_short (date);
  /* Translators: a month where there is little room, "Nov 2026"; %b and %Y as in strftime */
  words = g_date_time_format (date, _ ("%b %Y"));
  return words != NULL ? words : g_strdup ("");
}

/* The day that is a step later; with months the first of one. */
static int
step_on (int day, const Step *step)
{
  g_autoptr (GDateTime) date = NULL;
  g_autoptr (GDateTime) later = NULL;
  g_autoptr (GDateTime) first = NULL;

  if (step->months == 0)
    return day + step->days;
  date = cooldown_day_to_date (day);
  later = date != NULL ? g_date_time_add_months (date, step->months) : NULL;
  first = later != NULL ? g_date_time_add_days (later, 1 - g_date_time_get_day_of_month (later))
                        : NULL;
  return first != NULL ? day + (int) (g_date_time_difference (first, date) / G_TIME_SPAN_DAY)
                       : G_MAXINT;
}

/* Whether dates that far apart do not touch, and are not too many. */
static gboolean
has_room (const Chart *chart, const Step *step)
{
  const CooldownDotFrame *frame = chart->frame;
  double end = -G_MAXDOUBLE, left = 0;
  guint n = 0;

  for (int day = frame->from; day < frame->to; day = step_on (day, step))
    {
      g_autofree char *words = format_day (frame, day);
      double width = cooldown_dot_words_measure (chart->layout, words);

      left = day == frame->from ? frame->left
                                : cooldown_dot_frame_get_day_x (frame, day) - width / 2;
      if (left < end || ++n > MOST_DATES)
        return FALSE;
      end = left + width + BETWEEN_DATES * frame->line;
    }
  return TRUE;
}

static const Step *
find_step (const Chart *chart)
{
  static const Step steps[] = {
    { 1, 0 }, { 2, 0 }, { 7, 0 }, { 14, 0 }, { 28, 0 }, { 56, 0 }, { 91, 0 },  { 182, 0 }, { 0, 1 },
    { 0, 2 }, { 0, 3 }, { 0, 6 }, { 0, 12 }, { 0, 24 }, { 0, 60 }, { 0, 120 }, { 0, 600 },
  };
  gboolean with_years = chart->frame->to - chart->frame->from > DAYS_WITHOUT_YEAR;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if ((steps[i].months > 0) == with_years && has_room (chart, &steps[i]))
      return &steps[i];
  return NULL;
}

/* Writes a day where it begins, within the chart. Returns where that ends. */
static double
draw_date (const Chart *chart, int day, double shift)
{
  const CooldownDotFrame *frame = chart->frame;
  g_autofree char *words = format_day (frame, day);
  double width = cooldown_dot_words_measure (chart->layout, words);
  double x = cooldown_dot_frame_get_day_x (frame, day) - shift * width;

  /* What would not be seen whole is left out. */
  if (x < frame->left || x + width > frame->right + frame->radius)
    return frame->right;
  draw_words (chart, words, x, frame->dates);
  return x + width;
}

/* Where there is room for two dates only, the other one is the last. */
static void
draw_last_date (const Chart *chart, double after)
{
  const CooldownDotFrame *frame = chart->frame;
  g_autofree char *words = format_day (frame, frame->to - 1);
  double x = frame->right - cooldown_dot_words_measure (chart->layout, words);

  if (frame->to - 1 > frame->from && x > after + BETWEEN_DATES * frame->line)
    draw_words (chart, words, x, frame->dates);
}

static void
draw_dates (const Chart *chart)
{
  const CooldownDotFrame *frame = chart->frame;
  const Step *step = find_step (chart);
  double end = draw_date (chart, frame->from, 0);
  int day = step != NULL ? step_on (frame->from, step) : frame->to;

  if (day >= frame->to)
    draw_last_date (chart, end);
  for (; day < frame->to; day = step_on (day, step))
    draw_date (chart, day, .5);
}

/**
 * cooldown_dot_chart_paint:
 * @cr: where to draw; on any surface
 * @frame: where the chart lies there
 * @tally: what is shown
 * @colors: what it is painted with
 * @layout: for the words
 *
 * Paints the dots, the ticks, the numbers and the dates, on whatever is there.
 */
void
cooldown_dot_chart_paint (cairo_t *cr,
                          const CooldownDotFrame *frame,
                          const CooldownTally *tally,
                          const CooldownDotColors *colors,
                          PangoLayout *layout)
{
  Chart chart = { cr, frame, tally, colors, layout };

  g_return_if_fail (cr != NULL && frame != NULL && tally != NULL && colors != NULL);
  g_return_if_fail (PANGO_IS_LAYOUT (layout));

  cairo_save (cr);
  pango_cairo_update_layout (cr, layout);
  draw_scale (&chart);
  draw_ticks (&chart);
  draw_dates (&chart);
  for (guint i = 0; i < tally->episodes->len; i++)
    draw_dot (&chart, &g_array_index (tally->episodes, CooldownTallyMark, i));
  cairo_restore (cr);
}
