/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/clock.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* 2026-11-22 17:00 UTC: 18:00 in Berlin, 22:45 in Kathmandu. */
#define WINTER (G_GINT64_CONSTANT (1795366800) * COOLDOWN_SECOND)

typedef struct
{
  char *folder;
  char *link;
  CooldownClock *clock;
} Fixture;

static void
point_link (Fixture *fixture, const char *target)
{
  g_autofree char *fresh = g_build_filename (fixture->folder, "fresh", NULL);

  g_assert_no_errno (symlink (target, fresh));
  g_assert_no_errno (g_rename (fresh, fixture->link));
}

/* A clock whose system is in Berlin. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_unsetenv ("TZ");
  fixture->folder = g_dir_make_tmp ("cooldown-clock-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->link = g_build_filename (fixture->folder, "localtime", NULL);
  point_link (fixture, "/usr/share/zoneinfo/Europe/Berlin");
  fixture->clock = g_object_new (COOLDOWN_TYPE_CLOCK_SYSTEM, "zone-link", fixture->link, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unsetenv ("TZ");
  g_assert_finalize_object (fixture->clock);
  g_unlink (fixture->link);
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->link);
  g_free (fixture->folder);
}

static void
assert_local (Fixture *fixture, const char *expected)
{
  g_autoptr (GDateTime) local = cooldown_clock_to_local (fixture->clock, WINTER);
  g_autofree char *text = g_date_time_format (local, "%H:%M");

  g_assert_cmpstr (text, ==, expected);
}

static void
set_zone (Fixture *fixture, const char *name)
{
  cooldown_clock_system_set_zone (COOLDOWN_CLOCK_SYSTEM (fixture->clock), name);
}

/* Test that the zone that was told counts more than the system's, until it is taken back. */
static void
test_told (Fixture *fixture, gconstpointer data)
{
  assert_local (fixture, "18:00");
  set_zone (fixture, "Asia/Kathmandu");
  assert_local (fixture, "22:45");
  set_zone (fixture, "America/New_York");
  assert_local (fixture, "12:00");
  set_zone (fixture, NULL);
  assert_local (fixture, "18:00");
}

/* Test that what is no zone changes nothing, be it something else in the place of the zones. */
static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Europe/Nowhere", "",        "Europe", "../../../etc/passwd",
                                       "/etc/passwd",    "zone.tab" };

  set_zone (fixture, "Asia/Kathmandu");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *expected = g_strdup_printf ("*“%s”*", names[i]);

      g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, expected);
      set_zone (fixture, names[i]);
      g_test_assert_expected_messages ();
      assert_local (fixture, "22:45");
    }
}

/* Test that the variable of the environment wins over what was told, and only while it is set. */
static void
test_variable (Fixture *fixture, gconstpointer data)
{
  set_zone (fixture, "Asia/Kathmandu");
  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  assert_local (fixture, "02:00");
  set_zone (fixture, "America/New_York");
  assert_local (fixture, "02:00");
  g_setenv ("TZ", "", TRUE);
  assert_local (fixture, "12:00");
}

/* Test that a zone set for the whole system is the clock's at once, each time. */
static void
test_link_replaced (Fixture *fixture, gconstpointer data)
{
  assert_local (fixture, "18:00");
  point_link (fixture, "../usr/share/zoneinfo/Asia/Kathmandu");
  assert_local (fixture, "22:45");
  point_link (fixture, "/usr/share/zoneinfo/America/New_York");
  assert_local (fixture, "12:00");
}

/* Test that a link to nowhere leaves some zone, and that the next good one is seen. */
static void
test_link_broken (Fixture *fixture, gconstpointer data)
{
  static const char *const targets[] = { "/usr/share/zoneinfo/Europe/Nowhere", "/dev/null",
                                         "/usr/share/zoneinfo/../../../etc/passwd" };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GTimeZone) zone = NULL;

      point_link (fixture, targets[i]);
      zone = cooldown_clock_get_zone (fixture->clock);
      g_assert_nonnull (zone);
    }
  g_assert_no_errno (g_unlink (fixture->link));
  cooldown_clock_get_offset (fixture->clock, WINTER);
  point_link (fixture, "/usr/share/zoneinfo/Asia/Kathmandu");
  assert_local (fixture, "22:45");
}

/* Test that the zone is not loaded anew for each time that is shown. */
static void
test_loaded_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) linked = cooldown_clock_get_zone (fixture->clock);
  GTimeZone *first = linked;

  g_clear_pointer (&linked, g_time_zone_unref);
  linked = cooldown_clock_get_zone (fixture->clock);
  g_assert_true (linked == first);
}

#define ADD(path, test) g_test_add ("/clock/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("told", test_told);
  ADD ("unknown", test_unknown);
  ADD ("variable", test_variable);
  ADD ("link-replaced", test_link_replaced);
  ADD ("link-broken", test_link_broken);
  ADD ("loaded-once", test_loaded_once);
  return g_test_run ();
}
