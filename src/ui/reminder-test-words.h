/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a test of the reminders has shown, in words: a pure function of what the agent says. */

/**
 * CooldownTestFacts:
 * @connected: whether the agent is there
 * @version: (nullable): the agent's version
 * @test: (nullable): the agent's state "test", an a{sv}
 * @autostart: (nullable): the agent's state "autostart", an a{sv}
 * @now: seconds since 1970 UTC
 * @worth: for how many seconds a test reminder stands
 *
 * All that the words depend on.
 */
typedef struct
{
  gboolean connected;
  const char *version;
  GVariant *test;
  GVariant *autostart;
  gint64 now;
  gint64 worth;
} CooldownTestFacts;

/**
 * CooldownTestVerdict:
 * @COOLDOWN_TEST_WAITING: it is not known yet
 * @COOLDOWN_TEST_WORKS: it works
 * @COOLDOWN_TEST_OFF: it is off, as the user wishes
 * @COOLDOWN_TEST_LIMITED: it works less than it could
 * @COOLDOWN_TEST_BROKEN: it does not work
 *
 * What is known about one part of the way that a reminder takes.
 */
typedef enum
{
  COOLDOWN_TEST_WAITING,
  COOLDOWN_TEST_WORKS,
  COOLDOWN_TEST_OFF,
  COOLDOWN_TEST_LIMITED,
  COOLDOWN_TEST_BROKEN,
} CooldownTestVerdict;

/**
 * CooldownTestPhase:
 * @COOLDOWN_TEST_NONE: no test was asked for, or the agent is gone
 * @COOLDOWN_TEST_COMING: the reminder comes in some seconds
 * @COOLDOWN_TEST_THERE: it is there, or should be, and can be answered
 * @COOLDOWN_TEST_PASSED: it was answered
 * @COOLDOWN_TEST_FAILED: it could not be shown, or nobody answered it
 *
 * How far a test is.
 */
typedef enum
{
  COOLDOWN_TEST_NONE,
  COOLDOWN_TEST_COMING,
  COOLDOWN_TEST_THERE,
  COOLDOWN_TEST_PASSED,
  COOLDOWN_TEST_FAILED,
} CooldownTestPhase;

/**
 * CooldownTestStep:
 * @verdict: what is known
 * @title: the part it is about
 * @detail: what is known, in a sentence
 *
 * One part of the way that a reminder takes.
 */
typedef struct
{
  CooldownTestVerdict verdict;
  const char *title;
  char *detail;
} CooldownTestStep;

gint64 cooldown_test_facts_get_asked (const CooldownTestFacts *facts);
CooldownTestPhase cooldown_test_facts_get_phase (const CooldownTestFacts *facts);
char *cooldown_test_facts_get_headline (const CooldownTestFacts *facts);
char *cooldown_test_facts_get_instruction (const CooldownTestFacts *facts);
GPtrArray *cooldown_test_facts_get_steps (const CooldownTestFacts *facts);

G_END_DECLS
