/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "simulate.h"

#include <glib/gstdio.h>
#include <locale.h>

#define SHARED_MEMORY "/dev/shm"
/* Lives are told as tests of this many days. */
#define DAYS_PER_TEST 1000

static int days = 1000;
static int seed = 1;
static gint64 only;
static gboolean story;

static const GOptionEntry options[] = {
  { "days", 0, 0, G_OPTION_ARG_INT, &days, "How many days to live through", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Which lives", "S" },
  { "life", 0, 0, G_OPTION_ARG_INT64, &only, "Live only this life, the number of a failure", "N" },
  { "story", 0, 0, G_OPTION_ARG_NONE, &story, "Tell what happens, come what may", NULL },
  { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
};

/* What a command is refused for is no news here; what the program warns of is. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  SimStage *stage = data;

  if (level & G_LOG_LEVEL_ERROR)
    g_log_writer_standard_streams (level, fields, n_fields, NULL);
  else if (level & (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING))
    {
      g_free (stage->warning);
      stage->warning = g_log_writer_format_fields (level, fields, n_fields, FALSE);
    }
  return G_LOG_WRITER_HANDLED;
}

static void
tell_failure (SimStage *stage, const SimLife *life, const Sim *sim)
{
  SimLife *least = sim_shrink (stage, life, sim->rule);
  Sim *again = sim_run (stage, least, TRUE);

  g_print ("# --life %" G_GUINT64_FORMAT ", %s: %s\n%s", life->seed, sim->rule, sim->failure,
           again->story->str);
  sim_free (again);
  sim_life_free (least);
}

/* Whether a life went as promised; how many days it had. */
static gboolean
live (SimStage *stage, guint64 number, int *length)
{
  SimLife *life = sim_life_new (number);
  Sim *sim = sim_run (stage, life, story);
  gboolean went_well = sim->failure == NULL;

  *length = (int) (life->length / SIM_DAY);
  if (story)
    g_print ("%s", sim->story->str);
  if (!went_well)
    tell_failure (stage, life, sim);
  sim_free (sim);
  sim_life_free (life);
  return went_well;
}

static int
live_all (SimStage *stage)
{
  int n_tests = MAX ((days + DAYS_PER_TEST - 1) / DAYS_PER_TEST, 1);
  guint64 number = only != 0 ? (guint64) only : (guint64) seed << 32;
  int failed = 0;

  if (only != 0)
    n_tests = days = 1;
  g_print ("1..%d\n", n_tests);
  for (int i = 0; i < n_tests && failed == 0; i++)
    {
      guint64 first = number;
      int lived = 0, length;
      gboolean ok = TRUE;

      for (; ok && lived < MIN (days, DAYS_PER_TEST); lived += length)
        ok = live (stage, number++, &length);
      g_print ("%s %d - seed %d, lives %" G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT ", %d days\n",
               ok ? "ok" : "not ok", i + 1, seed, first, number - 1, lived);
      failed += !ok;
    }
  return failed;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  SimStage stage = { 0 };
  int failed;

  setlocale (LC_ALL, "C.UTF-8");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_print ("Bail out! %s\n", error->message);
      return 1;
    }
  stage.facts = cooldown_facts_load (&error);
  g_assert_no_error (error);
  stage.folder =
    g_strdup_printf ("%s/cooldown-simulate-XXXXXX",
                     g_access (SHARED_MEMORY, W_OK) == 0 ? SHARED_MEMORY : g_get_tmp_dir ());
  g_assert_nonnull (g_mkdtemp (stage.folder));
  g_log_set_writer_func (write_log, &stage, NULL);
  sim_load_zones ();
  failed = live_all (&stage);
  sim_unload_zones ();
  g_rmdir (stage.folder);
  g_free (stage.folder);
  cooldown_facts_free (stage.facts);
  return failed == 0 ? 0 : 1;
}
