/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long the doctor's report takes, of a usual number of episodes and of 500; the aim is 2 s.
 * The fastest of a few runs counts: what is slower was disturbed.
 */
#include "sample.h"

#include "report/report.h"

#define RUNS 5
#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89

typedef struct
{
  CooldownReportInput input;
  CooldownContent *content;
  gsize size;
} Work;

static void
say (Work *work)
{
  cooldown_report_facts_free (cooldown_report_facts_new (&work->input, work->content));
}

static void
make (Work *work)
{
  static const CooldownReportLook look = { 0 };
  g_autoptr (CooldownReport) report = cooldown_report_new (&work->input, work->content, &look);
  g_autoptr (GBytes) pdf = cooldown_report_to_pdf (report, A4_WIDTH, A4_HEIGHT, NULL);

  work->size = g_bytes_get_size (pdf);
}

/* In milliseconds. */
static double
measure (void (*step) (Work *work), Work *work)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      step (work);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  return (double) best / 1000;
}

static void
print (const char *name, GPtrArray *entries, const char *from, CooldownContent *content)
{
  Work work = { .input = { .entries = entries, .from = from, .to = SAMPLE_TO, .now = SAMPLE_NOW },
                .content = content };
  double words = measure (say, &work);
  double pdf = measure (make, &work);

  g_print ("%-13s words %6.1f ms, PDF with words %7.1f ms, %zu kB\n", name, words, pdf,
           work.size / 1024);
}

int
main (void)
{
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (NULL);
  g_autoptr (GPtrArray) weeks = sample_new ();
  g_autoptr (GPtrArray) many = sample_new_many (500);

  print ("13 episodes", weeks, SAMPLE_FROM, content);
  print ("500 episodes", many, NULL, content);
  return 0;
}
