/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long it takes to find what shares the ticks and how urgent it is, beside the floor of looking
 * once at each item of the checklist. The fastest of many runs counts: what is slower was disturbed.
 */
#include "core/assessment.h"

#define RUNS 400
#define PER_RUN 25

typedef struct
{
  CooldownContent *content;
  CooldownTicks *ticks;
  const char *const *denied;
} Answers;

static void
look_at_all (const Answers *answers)
{
  GPtrArray *items = cooldown_content_get_items (answers->content);

  for (guint i = 0; i < items->len; i++)
    cooldown_ticks_has (answers->ticks, ((CooldownItem *) g_ptr_array_index (items, i))->id);
}

static void
assess (const Answers *answers)
{
  cooldown_assessment_free (
      cooldown_assessment_new (answers->content, answers->ticks, answers->denied));
}

static void
find_level (const Answers *answers)
{
  cooldown_finding_free (cooldown_finding_new (answers->content, answers->ticks));
}

/* In microseconds. */
static double
measure (void (*work) (const Answers *answers), const Answers *answers)
{
  gint64 best = G_MAXINT64;

  for (guint run = 0; run < RUNS; run++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint i = 0; i < PER_RUN; i++)
        work (answers);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  return (double) best / PER_RUN;
}

static void
report (const char *name, const Answers *answers)
{
  double floor = measure (look_at_all, answers);
  double assessment = measure (assess, answers);
  double level = measure (find_level, answers);

  g_print ("%s, %u ticks: looking at all items %.2f us; descriptions %.1f us (%.1f times that); "
           "level %.1f us (%.1f times)\n",
           name, cooldown_ticks_count (answers->ticks), floor, assessment, assessment / floor,
           level, level / floor);
}

int
main (void)
{
  static const char *const usual[] = { "warn-none", "where-toes",  "where-foot-top",
                                       "side-one",  "feel-burn",   "feel-numb",
                                       "last-hour", "when-during", "else-tight-wear",
                                       "you-50",    NULL };
  static const char *const denied[] = { "feel-itch", "feel-pebble", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (&error);
  g_autoptr (CooldownTicks) ticks = NULL;
  Answers answers = { content, NULL, denied };
  GPtrArray *items;

  if (content == NULL)
    g_error ("%s", error->message);
  ticks = cooldown_ticks_new (content);
  answers.ticks = ticks;
  report ("nothing", &answers);
  cooldown_ticks_from_strv (ticks, usual);
  report ("as usual", &answers);
  items = cooldown_content_get_items (content);
  for (guint i = 0; i < items->len; i++)
    cooldown_ticks_set (ticks, ((CooldownItem *) g_ptr_array_index (items, i))->id, TRUE);
  report ("everything", &answers);
  return 0;
}
