/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ticks.h"

typedef struct
{
  CooldownContent *content;
  CooldownTicks *ticks;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->content = cooldown_content_load_bundled (&error);
  g_assert_no_error (error);
  fixture->ticks = cooldown_ticks_new (fixture->content);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->ticks);
  g_assert_finalize_object (fixture->content);
}

static void
tick (Fixture *fixture, const char *item)
{
  cooldown_ticks_set (fixture->ticks, item, TRUE);
}

static void
assert_ticked (Fixture *fixture, const char *expected)
{
  g_auto (GStrv) ids = cooldown_ticks_to_strv (fixture->ticks);
  g_autofree char *text = g_strjoinv (" ", ids);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (cooldown_ticks_count (fixture->ticks), ==, g_strv_length (ids));
}

static void
test_set (Fixture *fixture, gconstpointer data)
{
  assert_ticked (fixture, "");
  tick (fixture, "you-50");
  tick (fixture, "feel-tingle");
  tick (fixture, "feel-tingle");
  assert_ticked (fixture, "feel-tingle you-50");
  g_assert_true (cooldown_ticks_has (fixture->ticks, "you-50"));
  g_assert_false (cooldown_ticks_has (fixture->ticks, "feel-numb"));
  cooldown_ticks_set (fixture->ticks, "you-50", FALSE);
  cooldown_ticks_set (fixture->ticks, "feel-numb", FALSE);
  assert_ticked (fixture, "feel-tingle");
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  tick (fixture, "no-such-item");
  tick (fixture, "");
  cooldown_ticks_set (fixture->ticks, "no-such-item", FALSE);
  g_assert_false (cooldown_ticks_has (fixture->ticks, "no-such-item"));
  assert_ticked (fixture, "");
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  tick (fixture, "last-5min");
  tick (fixture, "when-during");
  tick (fixture, "last-longer");
  assert_ticked (fixture, "when-during last-longer");
  tick (fixture, "when-after");
  tick (fixture, "when-move-helps");
  tick (fixture, "when-move-no");
  assert_ticked (fixture, "when-after last-longer when-move-no");
  cooldown_ticks_set (fixture->ticks, "last-longer", FALSE);
  assert_ticked (fixture, "when-after when-move-no");
}

static void
test_sign_clears_none (Fixture *fixture, gconstpointer data)
{
  tick (fixture, "warn-none");
  g_assert_false (cooldown_ticks_has_sign (fixture->ticks));
  tick (fixture, "feel-tingle");
  assert_ticked (fixture, "warn-none feel-tingle");
  tick (fixture, "warn-chest");
  tick (fixture, "warn-sore");
  assert_ticked (fixture, "warn-chest warn-sore feel-tingle");
  g_assert_true (cooldown_ticks_has_sign (fixture->ticks));
}

static void
test_none_clears_nothing (Fixture *fixture, gconstpointer data)
{
  tick (fixture, "warn-sore");
  tick (fixture, "warn-none");
  assert_ticked (fixture, "warn-sore");
  cooldown_ticks_set (fixture->ticks, "warn-sore", FALSE);
  tick (fixture, "warn-none");
  assert_ticked (fixture, "warn-none");
}

static void
test_all_any (Fixture *fixture, gconstpointer data)
{
  const char *const none[] = { NULL };
  const char *const both[] = { "feel-tingle", "side-one", NULL };

  g_assert_true (cooldown_ticks_has_all (fixture->ticks, none));
  g_assert_false (cooldown_ticks_has_any (fixture->ticks, none));
  g_assert_false (cooldown_ticks_has_all (fixture->ticks, both));
  g_assert_false (cooldown_ticks_has_any (fixture->ticks, both));
  tick (fixture, "side-one");
  g_assert_false (cooldown_ticks_has_all (fixture->ticks, both));
  g_assert_true (cooldown_ticks_has_any (fixture->ticks, both));
  tick (fixture, "feel-tingle");
  g_assert_true (cooldown_ticks_has_all (fixture->ticks, both));
}

static void
test_meet (Fixture *fixture, gconstpointer data)
{
  static const char *const first[] = { "feel-itch", "feel-urge", NULL };
  static const char *const second[] = { "you-kidney", NULL };
  g_autoptr (GPtrArray) any = g_ptr_array_new ();
  const CooldownCondition condition = { any };

  g_assert_false (cooldown_ticks_meet (fixture->ticks, &condition));
  g_ptr_array_add (any, (gpointer) first);
  g_ptr_array_add (any, (gpointer) second);
  tick (fixture, "feel-itch");
  g_assert_false (cooldown_ticks_meet (fixture->ticks, &condition));
  tick (fixture, "feel-urge");
  g_assert_true (cooldown_ticks_meet (fixture->ticks, &condition));
  cooldown_ticks_set (fixture->ticks, "feel-itch", FALSE);
  g_assert_false (cooldown_ticks_meet (fixture->ticks, &condition));
  tick (fixture, "you-kidney");
  g_assert_true (cooldown_ticks_meet (fixture->ticks, &condition));
}

static void
test_from_strv (Fixture *fixture, gconstpointer data)
{
  const char *const stored[] = { "you-50",     "gone-item", "warn-none", "last-5min",
                                 "last-30min", "warn-sore", "warn-none", NULL };

  tick (fixture, "feel-tingle");
  cooldown_ticks_from_strv (fixture->ticks, stored);
  assert_ticked (fixture, "warn-sore last-30min you-50");
  cooldown_ticks_from_strv (fixture->ticks, NULL);
  assert_ticked (fixture, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/ticks/set", test_set);
  ADD ("/ticks/unknown", test_unknown);
  ADD ("/ticks/choice", test_choice);
  ADD ("/ticks/sign-clears-none", test_sign_clears_none);
  ADD ("/ticks/none-clears-nothing", test_none_clears_nothing);
  ADD ("/ticks/all-any", test_all_any);
  ADD ("/ticks/meet", test_meet);
  ADD ("/ticks/from-strv", test_from_strv);
#undef ADD
  return g_test_run ();
}
