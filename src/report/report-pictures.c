/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dots and the legs. */
#include "dot-chart.h"
#include "leg-paint.h"
#include "report-blocks.h"

#include <glib/gi18n.h>

#define TITLES 12.0
/* No higher than this: more would say no more. */
#define MOST_HEIGHT 90.0

static const CooldownDotColors dot_colors = {
  .background = { 1, 1, 1 },
  .text = { .45, .45, .45 },
  .line = { .88, .88, .88 },
  .mild = { .21, .52, .89 },
  .medium = { 1, .47, 0 },
  .strong = { .88, .11, .14 },
};

static const CooldownLegColors leg_colors = {
  .background = { 1, 1, 1 },
  .foreground = { .16, .16, .16 },
  .accent = { .21, .52, .89 },
  .heat = { .21, .52, .89 },
};

static PangoLayout *
make_words (const CooldownPaper *paper)
{
  return cooldown_paper_write (paper, cooldown_report_get_letters (COOLDOWN_STYLE_CAPTION), "", -1);
}

static double
measure_chart (const CooldownReportPages *pages, PangoLayout *words)
{
  return MIN (cooldown_dot_frame_measure (pages->facts->tally, words), MOST_HEIGHT);
}

static void
draw_chart (const CooldownPaper *paper, cairo_t *cr, gpointer data)
{
  const CooldownReportPages *pages = data;
  g_autoptr (PangoLayout) words = make_words (paper);
  double height = measure_chart (pages, words);
  CooldownDotFrame frame = cooldown_dot_frame_fit (pages->facts->tally, words, paper->width,
                                                   height);

  cooldown_dot_chart_paint (cr, &frame, pages->facts->tally, &dot_colors, words);
}

/**
 * cooldown_report_add_chart:
 * @pages: what blocks are made from
 *
 * Adds how strong each episode was, over time.
 */
void
cooldown_report_add_chart (const CooldownReportPages *pages)
{
  g_autoptr (PangoLayout) words = make_words (pages->paper);
  CooldownBlock block = { .draw = draw_chart,
                          .data = g_memdup2 (pages, sizeof *pages),
                          .free_data = g_free,
                          .tag = "Figure" };
  /* Translators: %s is about how strong episodes were: "2 to 7, median 4"; a tick is a short
   * line in the picture */
  g_autofree char *caption = g_strdup_printf (_ ("%s · dot: episode · tick: workout"),
                                              pages->facts->chart);

  cooldown_report_add_heading (pages, _ ("Strength of each episode, 0–10"), caption, FALSE);
  block.height = measure_chart (pages, words);
  cooldown_flow_add (pages->flow, &block);
}

static const char *
get_view_title (CooldownLegView view)
{
  static const char *const titles[COOLDOWN_LEG_N_VIEWS] = {
    [COOLDOWN_LEG_FRONT] = NC_ ("legs", "Front"),
    [COOLDOWN_LEG_BACK] = NC_ ("legs", "Back"),
    [COOLDOWN_LEG_SOLES] = NC_ ("legs", "Soles"),
  };

  return g_dpgettext2 (NULL, "legs", titles[view]);
}

/* Words around a point; BELOW it or above it. */
static void
put_around (const CooldownPaper *paper,
            cairo_t *cr,
            const char *words,
            double x,
            double y,
            gboolean below)
{
  g_autoptr (PangoLayout) layout = make_words (paper);
  int width, height;

  pango_layout_set_text (layout, words, -1);
  pango_layout_get_size (layout, &width, &height);
  cooldown_paper_set_grey (cr, dot_colors.text.red);
  cairo_move_to (cr, x - width / 2.0 / PANGO_SCALE, below ? y : y - (double) height / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_words (const CooldownPaper *paper, cairo_t *cr, const CooldownLegFrame *frame)
{
  for (guint view = 0; view < COOLDOWN_LEG_N_VIEWS; view++)
    {
      double x, y;

      cooldown_leg_frame_get_title (frame, view, &x, &y);
      put_around (paper, cr, get_view_title (view), x, y, FALSE);
      for (guint side = 0; side < COOLDOWN_LEG_N_SIDES; side++)
        {
          cooldown_leg_frame_get_letter (frame, view, side, &x, &y);
          put_around (paper, cr,
                      cooldown_leg_is_left (view, side)
                          /* Translators: the letter for the left leg, as short as can be */
                          ? C_ ("left leg", "L")
                          /* Translators: the letter for the right leg, as short as can be */
                          : C_ ("right leg", "R"),
                      x, y, TRUE);
        }
    }
}

/**
 * cooldown_report_draw_legs:
 * @pages: what blocks are made from
 * @cr: where to draw; legs are not mirrored
 * @width: of the room
 * @height: of the room
 *
 * Draws where it was, darker where it was more often.
 */
void
cooldown_report_draw_legs (const CooldownReportPages *pages,
                           cairo_t *cr,
                           double width,
                           double height)
{
  CooldownLegFrame frame = cooldown_leg_frame_fit (width, height, TITLES);
  CooldownLegMark marks[COOLDOWN_LEG_N_HALVES] = { 0 };

  for (guint i = 0; i < COOLDOWN_LEG_N_HALVES; i++)
    marks[i].heat = pages->facts->heat[i];
  cairo_save (cr);
  cooldown_leg_paint (cr, &frame, &leg_colors, marks);
  cairo_restore (cr);
  draw_words (pages->paper, cr, &frame);
}
