/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder-test-words.h"

#include "autostart-words.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

/* A notification service that hangs keeps a call for up to 25 seconds. */
#define SHOW_PATIENCE 30
/* The sound begins with the reminder and takes some seconds. */
#define SOUND_PATIENCE 10

typedef struct
{
  gint64 asked;
  gint64 due;
  gboolean shown;
  gboolean answered;
  gboolean buttons;
  const char *sound;
  const char *by;
  const char *server; /* (nullable) */
  const char *error;  /* (nullable) */
} Trial;

static gboolean
read_trial (const CooldownTestFacts *facts, Trial *trial)
{
  GVariant *test = facts->test;

  *trial = (Trial){ .sound = "waiting", .by = "" };
  if (!facts->connected || test == NULL || !g_variant_lookup (test, "asked", "x", &trial->asked) ||
      !g_variant_lookup (test, "due", "x", &trial->due))
    return FALSE;
  g_variant_lookup (test, "shown", "b", &trial->shown);
  g_variant_lookup (test, "answered", "b", &trial->answered);
  g_variant_lookup (test, "buttons", "b", &trial->buttons);
  g_variant_lookup (test, "sound", "&s", &trial->sound);
  g_variant_lookup (test, "by", "&s", &trial->by);
  g_variant_lookup (test, "server", "&s", &trial->server);
  g_variant_lookup (test, "error", "&s", &trial->error);
  return TRUE;
}

/**
 * cooldown_test_facts_get_asked:
 * @facts: what the words depend on
 *
 * Returns: when the test was asked for, seconds since 1970 UTC; 0 when none was
 */
gint64
cooldown_test_facts_get_asked (const CooldownTestFacts *facts)
{
  Trial trial;

  return read_trial (facts, &trial) ? trial.asked : 0;
}

static gboolean
is_unshown (const Trial *trial, gint64 now)
{
  return !trial->shown && now >= trial->due &&
         (trial->error != NULL || now >= trial->due + SHOW_PATIENCE);
}

/**
 * cooldown_test_facts_get_phase:
 * @facts: what the words depend on
 *
 * Returns: how far the test is
 */
CooldownTestPhase
cooldown_test_facts_get_phase (const CooldownTestFacts *facts)
{
  Trial trial;

  if (!read_trial (facts, &trial))
    return COOLDOWN_TEST_NONE;
  if (trial.answered)
    return COOLDOWN_TEST_PASSED;
  if (is_unshown (&trial, facts->now) || facts->now >= trial.due + facts->worth)
    return COOLDOWN_TEST_FAILED;
  return trial.shown || facts->now >= trial.due ? COOLDOWN_TEST_THERE : COOLDOWN_TEST_COMING;
}

/**
 * cooldown_test_facts_get_headline:
 * @facts: what the words depend on
 *
 * Returns: (transfer full): what to do, or what came of it, in a few words
 */
char *
cooldown_test_facts_get_headline (const CooldownTestFacts *facts)
{
  Trial trial;

  if (!facts->connected)
    return g_strdup (_ ("No reminder can come"));
  switch (cooldown_test_facts_get_phase (facts))
    {
    case COOLDOWN_TEST_THERE:
      return g_strdup (_ ("Press the reminder’s button"));
    case COOLDOWN_TEST_PASSED:
      return g_strdup (_ ("Reminders reach you"));
    case COOLDOWN_TEST_FAILED:
      read_trial (facts, &trial);
      return g_strdup (trial.shown ? _ ("No answer came back") : _ ("The reminder did not come"));
    case COOLDOWN_TEST_NONE:
    case COOLDOWN_TEST_COMING:
    default:
      return g_strdup (_ ("Close all Cooldown windows"));
    }
}

static gboolean
is_limited (const CooldownTestFacts *facts)
{
  g_autoptr (GPtrArray) steps = cooldown_test_facts_get_steps (facts);

  for (guint i = 0; i < steps->len; i++)
    if (((CooldownTestStep *) g_ptr_array_index (steps, i))->verdict >= COOLDOWN_TEST_LIMITED)
      return TRUE;
  return FALSE;
}

static char *
count_down (const CooldownTestFacts *facts)
{
  Trial trial;
  guint seconds = 0;

  if (read_trial (facts, &trial))
    seconds = (guint) CLAMP (trial.due - facts->now, 0, G_MAXINT32);
  if (seconds == 0)
    return g_strdup (_ ("A reminder comes in a moment; press its button."));
  return g_strdup_printf (ngettext ("In %u second a reminder comes; press its button.",
                                    "In %u seconds a reminder comes; press its button.", seconds),
                          seconds);
}

/**
 * cooldown_test_facts_get_instruction:
 * @facts: what the words depend on
 *
 * Returns: (transfer full): what stands under the headline, in a sentence
 */
char *
cooldown_test_facts_get_instruction (const CooldownTestFacts *facts)
{
  if (!facts->connected)
    return g_strdup (_ ("The part of Cooldown that reminds you does not answer."));
  switch (cooldown_test_facts_get_phase (facts))
    {
    case COOLDOWN_TEST_THERE:
      return g_strdup (_ ("It should be on your screen now."));
    case COOLDOWN_TEST_PASSED:
      return g_strdup (is_limited (facts) ? _ ("Not everything works as well as it could:")
                                          : _ ("Every part of the way works."));
    case COOLDOWN_TEST_FAILED:
      return g_strdup (_ ("See below which part works and which does not."));
    case COOLDOWN_TEST_NONE:
    case COOLDOWN_TEST_COMING:
    default:
      return count_down (facts);
    }
}

/* The parts, one by one. */

static void
step_free (gpointer data)
{
  CooldownTestStep *step = data;

  g_free (step->detail);
  g_free (step);
}

static void
add (GPtrArray *steps, CooldownTestVerdict verdict, const char *title, char *detail)
{
  CooldownTestStep *step = g_new (CooldownTestStep, 1);

  *step = (CooldownTestStep){ verdict, title, detail };
  g_ptr_array_add (steps, step);
}

static void
add_agent (GPtrArray *steps, const CooldownTestFacts *facts)
{
  /* Translators: the part of Cooldown that runs while its window is closed */
  const char *title = _ ("Reminder process");

  if (!facts->connected)
    add (steps, COOLDOWN_TEST_BROKEN, title,
         g_strdup (C_ ("agent", "It does not answer, and was started without success.")));
  else if (facts->version == NULL)
    add (steps, COOLDOWN_TEST_WORKS, title, g_strdup (C_ ("agent", "It runs")));
  else
    /* Translators: %s is a version number */
    add (steps, COOLDOWN_TEST_WORKS, title,
         g_strdup_printf (C_ ("agent", "It runs, version %s"), facts->version));
}

/* A sentence about the notification service, with its name where it is known. */
static char *
name_service (const Trial *trial, const char *sentence)
{
  const char *name = trial->server;

  if (name == NULL && g_str_equal (trial->by, "portal"))
    /* Translators: the service of a sandbox's desktop that shows notifications */
    name = _ ("your desktop’s portal");
  if (name == NULL)
    return g_strdup (sentence);
  /* Translators: a sentence, and the name of what it is about: "It took the reminder: gnome-shell
     43.9" */
  return g_strdup_printf (C_ ("service", "%1$s: %2$s"), sentence, name);
}

static void
add_service (GPtrArray *steps, const CooldownTestFacts *facts, const Trial *trial)
{
  const char *title = _ ("Notification service");

  if (trial->shown)
    add (steps, COOLDOWN_TEST_WORKS, title,
         name_service (trial, C_ ("service", "It took the reminder")));
  else if (trial->error != NULL)
    /* Translators: %s are the words of an error of the system */
    add (steps, COOLDOWN_TEST_BROKEN, title,
         g_strdup_printf (C_ ("service", "It did not take the reminder: %s"), trial->error));
  else if (is_unshown (trial, facts->now))
    add (steps, COOLDOWN_TEST_BROKEN, title,
         name_service (trial, C_ ("service", "It does not answer")));
  else
    add (steps, COOLDOWN_TEST_WAITING, title, g_strdup (_ ("Not asked yet")));
}

static void
add_buttons (GPtrArray *steps, const Trial *trial)
{
  const char *title = _ ("Buttons");

  if (!trial->shown)
    return;
  if (trial->buttons)
    add (steps, COOLDOWN_TEST_WORKS, title, g_strdup (_ ("The service shows buttons")));
  else
    add (steps, COOLDOWN_TEST_LIMITED, title,
         g_strdup (_ ("The service shows none. Press the reminder itself, and answer in the "
                      "window.")));
}

static void
add_answer (GPtrArray *steps, const CooldownTestFacts *facts, const Trial *trial)
{
  /* Translators: a step of the test: whether an answer to the reminder came back */
  const char *title = C_ ("reminder test", "Answer");

  if (trial->answered)
    add (steps, COOLDOWN_TEST_WORKS, title, g_strdup (_ ("It came back")));
  else if (!trial->shown)
    return;
  else if (facts->now >= trial->due + facts->worth)
    add (steps, COOLDOWN_TEST_BROKEN, title,
         g_strdup (_ ("None came back. If you saw no reminder, look whether “Do not disturb” is "
                      "on, and whether your desktop lets Cooldown show notifications.")));
  else
    add (steps, COOLDOWN_TEST_WAITING, title, g_strdup (_ ("Press the reminder’s button")));
}

static void
add_sound (GPtrArray *steps, const CooldownTestFacts *facts, const Trial *trial)
{
  const char *title = _ ("Sound");

  if (g_str_equal (trial->sound, "off"))
    add (steps, COOLDOWN_TEST_OFF, title, g_strdup (_ ("It is switched off here")));
  else if (g_str_equal (trial->sound, "played"))
    add (steps, COOLDOWN_TEST_WORKS, title,
         g_strdup (_ ("It was played. If you heard nothing, look at the volume.")));
  else if (g_str_equal (trial->sound, "failed"))
    add (steps, COOLDOWN_TEST_BROKEN, title,
         g_strdup (_ ("It could not be played: no sound server was found.")));
  else if (facts->now >= trial->due + SOUND_PATIENCE && trial->shown)
    add (steps, COOLDOWN_TEST_LIMITED, title,
         g_strdup (_ ("It was left to the notification service. Did you hear it?")));
  else
    add (steps, COOLDOWN_TEST_WAITING, title, g_strdup (_ ("It comes with the reminder")));
}

static CooldownTestVerdict
judge_autostart (GVariant *autostart)
{
  const char *state = "";
  gboolean wanted = FALSE;

  g_variant_lookup (autostart, "state", "&s", &state);
  g_variant_lookup (autostart, "wanted", "b", &wanted);
  if (g_str_equal (state, "on"))
    return COOLDOWN_TEST_WORKS;
  if (g_str_equal (state, "asking"))
    return COOLDOWN_TEST_WAITING;
  if (g_str_equal (state, "failed"))
    return COOLDOWN_TEST_BROKEN;
  return wanted ? COOLDOWN_TEST_LIMITED : COOLDOWN_TEST_OFF;
}

static void
add_autostart (GPtrArray *steps, const CooldownTestFacts *facts)
{
  if (cooldown_autostart_words_is_known (facts->autostart))
    add (steps, judge_autostart (facts->autostart), _ ("Start at login"),
         cooldown_autostart_words_describe (facts->autostart));
}

/**
 * cooldown_test_facts_get_steps:
 * @facts: what the words depend on
 *
 * Returns: (transfer full) (element-type CooldownTestStep): the parts of the way that a reminder
 *   takes, in its order, as far as there is something to say about them
 */
GPtrArray *
cooldown_test_facts_get_steps (const CooldownTestFacts *facts)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (step_free);
  Trial trial;

  add_agent (steps, facts);
  if (read_trial (facts, &trial))
    {
      add_service (steps, facts, &trial);
      add_buttons (steps, &trial);
      add_answer (steps, facts, &trial);
      add_sound (steps, facts, &trial);
    }
  if (facts->connected)
    add_autostart (steps, facts);
  return steps;
}
