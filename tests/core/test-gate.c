/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/gate.h"

#define DAY (24 * COOLDOWN_HOUR)
#define NOW (20000 * DAY)

/* The gate without the content it was made of, and answers with which it is clear. */
typedef struct
{
  CooldownGate *gate;
  GVariantDict lasting;
  GVariantDict today;
  CooldownGateAnswers answers;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (&error);
  GPtrArray *questions;

  g_assert_no_error (error);
  fixture->gate = cooldown_gate_new (content);
  g_variant_dict_init (&fixture->lasting, NULL);
  questions = cooldown_content_get_gate (content);
  for (guint i = 0; i < questions->len; i++)
    g_variant_dict_insert (&fixture->lasting,
                           ((CooldownGateQuestion *) g_ptr_array_index (questions, i))->id, "b",
                           FALSE);
  g_variant_dict_init (&fixture->today, NULL);
  g_variant_dict_insert (&fixture->today, "now-touch", "b", TRUE);
  g_variant_dict_insert (&fixture->today, "now-skin", "b", TRUE);
  fixture->answers.lasting_at = NOW - DAY;
  fixture->answers.today_at = NOW - COOLDOWN_MINUTE;
  g_assert_finalize_object (g_steal_pointer (&content));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_variant_dict_clear (&fixture->lasting);
  g_variant_dict_clear (&fixture->today);
  g_assert_finalize_object (fixture->gate);
}

/* An a{sb} of what is in @dict, which an a{sv} is not. */
static GVariant *
to_answers (GVariantDict *dict)
{
  g_autoptr (GVariant) all = g_variant_ref_sink (g_variant_dict_end (dict));
  GVariantBuilder answers;
  GVariantIter iter;
  const char *id;
  GVariant *value;

  g_variant_dict_init (dict, all);
  g_variant_builder_init (&answers, G_VARIANT_TYPE ("a{sb}"));
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_loop (&iter, "{&sv}", &id, &value))
    g_variant_builder_add (&answers, "{sb}", id, g_variant_get_boolean (value));
  return g_variant_ref_sink (g_variant_builder_end (&answers));
}

static void
assert_verdict (Fixture *fixture, CooldownGateVerdict verdict, const char *id)
{
  g_autoptr (GVariant) lasting = to_answers (&fixture->lasting);
  g_autoptr (GVariant) today = to_answers (&fixture->today);
  const char *decided = "nothing was set";

  fixture->answers.lasting = lasting;
  fixture->answers.today = today;
  g_assert_cmpint (cooldown_gate_judge (fixture->gate, &fixture->answers, NOW, &decided), ==,
                   verdict);
  g_assert_cmpstr (decided, ==, id);
  g_assert_cmpint (cooldown_gate_judge (fixture->gate, &fixture->answers, NOW, NULL), ==, verdict);
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  const char *const harmless[] = { "feel-tingle", "where-toes", "you-heart", "warn-none", NULL };

  assert_verdict (fixture, COOLDOWN_GATE_CLEAR, NULL);
  fixture->answers.ticks = harmless;
  assert_verdict (fixture, COOLDOWN_GATE_CLEAR, NULL);
}

static void
test_nothing_answered (Fixture *fixture, gconstpointer data)
{
  const CooldownGateAnswers none = { 0 };
  const char *id;

  g_assert_cmpint (cooldown_gate_judge (fixture->gate, &none, NOW, &id), ==,
                   COOLDOWN_GATE_LASTING_OPEN);
  g_assert_cmpstr (id, ==, "gate-feeling");
}

static void
test_wrong_type (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) text = g_variant_ref_sink (g_variant_new_string ("gate-feeling"));
  const CooldownGateAnswers answers = { .lasting = text, .lasting_at = NOW };

  g_assert_cmpint (cooldown_gate_judge (fixture->gate, &answers, NOW, NULL), ==,
                   COOLDOWN_GATE_LASTING_OPEN);
}

static void
test_lasting (Fixture *fixture, gconstpointer data)
{
  g_variant_dict_insert (&fixture->lasting, "gate-cold", "b", TRUE);
  assert_verdict (fixture, COOLDOWN_GATE_LASTING, "gate-cold");
  /* What applies is not forgotten because something else was not answered, or it is long ago. */
  g_variant_dict_remove (&fixture->lasting, "gate-feeling");
  fixture->answers.lasting_at = 0;
  assert_verdict (fixture, COOLDOWN_GATE_LASTING, "gate-cold");
}

static void
test_lasting_open (Fixture *fixture, gconstpointer data)
{
  g_variant_dict_remove (&fixture->lasting, "gate-heart");
  assert_verdict (fixture, COOLDOWN_GATE_LASTING_OPEN, "gate-heart");
}

static void
test_lasting_old (Fixture *fixture, gconstpointer data)
{
  fixture->answers.lasting_at = NOW - 365 * DAY;
  assert_verdict (fixture, COOLDOWN_GATE_CLEAR, NULL);
  fixture->answers.lasting_at--;
  assert_verdict (fixture, COOLDOWN_GATE_LASTING_OPEN, "gate-feeling");
}

static void
test_from_the_future (Fixture *fixture, gconstpointer data)
{
  fixture->answers.lasting_at = fixture->answers.today_at = NOW + COOLDOWN_MINUTE;
  assert_verdict (fixture, COOLDOWN_GATE_CLEAR, NULL);
  fixture->answers.today_at = NOW + DAY;
  assert_verdict (fixture, COOLDOWN_GATE_TODAY_OPEN, "now-touch");
  fixture->answers.lasting_at = NOW + DAY;
  assert_verdict (fixture, COOLDOWN_GATE_LASTING_OPEN, "gate-feeling");
}

static void
test_ticks (Fixture *fixture, gconstpointer data)
{
  const char *const forbidding[] = { "feel-numb",  "else-cool-pale", "feel-tight",
                                     "else-hives", "feel-itch",      "you-diabetes" };

  for (guint i = 0; i < G_N_ELEMENTS (forbidding); i++)
    {
      const char *const ticks[] = { "feel-tingle", forbidding[i], NULL };

      fixture->answers.ticks = ticks;
      assert_verdict (fixture, COOLDOWN_GATE_TICK, forbidding[i]);
    }
}

static void
test_signs (Fixture *fixture, gconstpointer data)
{
  const char *const sign[] = { "feel-itch", "warn-ice-skin", NULL };

  fixture->answers.ticks = sign;
  assert_verdict (fixture, COOLDOWN_GATE_TICK, "warn-ice-skin");
}

static void
test_alcohol (Fixture *fixture, gconstpointer data)
{
  fixture->answers.alcohol = TRUE;
  assert_verdict (fixture, COOLDOWN_GATE_ALCOHOL, NULL);
}

static void
test_today (Fixture *fixture, gconstpointer data)
{
  g_variant_dict_insert (&fixture->today, "now-skin", "b", FALSE);
  assert_verdict (fixture, COOLDOWN_GATE_TODAY, "now-skin");
  g_variant_dict_remove (&fixture->today, "now-touch");
  assert_verdict (fixture, COOLDOWN_GATE_TODAY, "now-skin");
  /* That was another skin: it is asked again. */
  fixture->answers.today_at = NOW - 61 * COOLDOWN_MINUTE;
  assert_verdict (fixture, COOLDOWN_GATE_TODAY_OPEN, "now-touch");
}

static void
test_today_open (Fixture *fixture, gconstpointer data)
{
  g_variant_dict_remove (&fixture->today, "now-skin");
  assert_verdict (fixture, COOLDOWN_GATE_TODAY_OPEN, "now-skin");
}

static void
test_today_old (Fixture *fixture, gconstpointer data)
{
  fixture->answers.today_at = NOW - 60 * COOLDOWN_MINUTE;
  assert_verdict (fixture, COOLDOWN_GATE_CLEAR, NULL);
  fixture->answers.today_at--;
  assert_verdict (fixture, COOLDOWN_GATE_TODAY_OPEN, "now-touch");
}

/* All reasons at once, taken away one after the other. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  const char *const ticks[] = { "feel-numb", NULL };

  g_variant_dict_insert (&fixture->lasting, "gate-nerve", "b", TRUE);
  g_variant_dict_remove (&fixture->lasting, "gate-heart");
  fixture->answers.ticks = ticks;
  fixture->answers.alcohol = TRUE;
  g_variant_dict_insert (&fixture->today, "now-skin", "b", FALSE);
  g_variant_dict_remove (&fixture->today, "now-touch");

  assert_verdict (fixture, COOLDOWN_GATE_LASTING, "gate-nerve");
  g_variant_dict_insert (&fixture->lasting, "gate-nerve", "b", FALSE);
  assert_verdict (fixture, COOLDOWN_GATE_LASTING_OPEN, "gate-heart");
  g_variant_dict_insert (&fixture->lasting, "gate-heart", "b", FALSE);
  assert_verdict (fixture, COOLDOWN_GATE_TICK, "feel-numb");
  fixture->answers.ticks = NULL;
  assert_verdict (fixture, COOLDOWN_GATE_ALCOHOL, NULL);
  fixture->answers.alcohol = FALSE;
  assert_verdict (fixture, COOLDOWN_GATE_TODAY, "now-skin");
  g_variant_dict_insert (&fixture->today, "now-skin", "b", TRUE);
  assert_verdict (fixture, COOLDOWN_GATE_TODAY_OPEN, "now-touch");
  g_variant_dict_insert (&fixture->today, "now-touch", "b", TRUE);
  assert_verdict (fixture, COOLDOWN_GATE_CLEAR, NULL);
}

static void
test_known_ids (Fixture *fixture, gconstpointer data)
{
  g_assert_true (cooldown_gate_asks_lasting (fixture->gate, "gate-frostbite"));
  g_assert_false (cooldown_gate_asks_lasting (fixture->gate, "now-touch"));
  g_assert_true (cooldown_gate_asks_today (fixture->gate, "now-touch"));
  g_assert_false (cooldown_gate_asks_today (fixture->gate, "gate-frostbite"));
}

static void
test_sites (Fixture *fixture, gconstpointer data)
{
  const char *const permitted[] = { "thigh-outer", "thigh-front", "thigh-back", "calf",
                                    "heel",        "sole",        "toes" };
  const char *const refused[] = { "lower-back",  "buttock",  "knee",     "knee-back", "shin",
                                  "ankle-inner", "foot-top", "forehead", "" };

  for (guint i = 0; i < G_N_ELEMENTS (permitted); i++)
    g_assert_true (cooldown_gate_permits_site (fixture->gate, permitted[i]));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (cooldown_gate_permits_site (fixture->gate, refused[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/gate/clear", test_clear);
  ADD ("/gate/nothing-answered", test_nothing_answered);
  ADD ("/gate/wrong-type", test_wrong_type);
  ADD ("/gate/lasting", test_lasting);
  ADD ("/gate/lasting-open", test_lasting_open);
  ADD ("/gate/lasting-old", test_lasting_old);
  ADD ("/gate/from-the-future", test_from_the_future);
  ADD ("/gate/ticks", test_ticks);
  ADD ("/gate/signs", test_signs);
  ADD ("/gate/alcohol", test_alcohol);
  ADD ("/gate/today", test_today);
  ADD ("/gate/today-open", test_today_open);
  ADD ("/gate/today-old", test_today_old);
  ADD ("/gate/order", test_order);
  ADD ("/gate/known-ids", test_known_ids);
  ADD ("/gate/sites", test_sites);
#undef ADD
  return g_test_run ();
}
