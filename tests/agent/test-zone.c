/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent/zone-watch.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define SERVICE "org.freedesktop.timedate1"
#define SERVICE_PATH "/org/freedesktop/timedate1"
#define PROPERTIES "org.freedesktop.DBus.Properties"
#define ADDRESS "DBUS_SYSTEM_BUS_ADDRESS"
#define PATIENCE_MS 20000

/* A service of the time zone that says what it is told to, on the test's own system bus. */
typedef struct
{
  GDBusConnection *service; /* (nullable) */
  GVariant *zone;           /* what it answers */
  guint n_asked;
  char *folder;
  char *link;
  CooldownZoneWatch *watch; /* (nullable) */
  guint n_changed;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("cooldown-zone-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->link = g_build_filename (fixture->folder, "localtime", NULL);
}

static void
stop_service (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  if (fixture->service == NULL)
    return;
  g_dbus_connection_close_sync (fixture->service, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->service);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->watch);
  stop_service (fixture);
  g_clear_pointer (&fixture->zone, g_variant_unref);
  g_unlink (fixture->link);
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->link);
  g_free (fixture->folder);
}

static GVariant *
asked_cb (GDBusConnection *connection,
          const char *sender,
          const char *path,
          const char *interface,
          const char *property,
          GError **error,
          gpointer data)
{
  Fixture *fixture = data;

  fixture->n_asked++;
  return g_variant_ref (fixture->zone);
}

/* @zone: what the service takes for the zone, of whatever type. */
static void
start_service (Fixture *fixture, GVariant *zone)
{
  static const GDBusInterfaceVTable vtable = { NULL, asked_cb, NULL, { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) node = NULL;
  g_autoptr (GVariant) reply = NULL;
  g_autofree char *xml = NULL;

  fixture->zone = g_variant_ref_sink (zone);
  xml = g_strdup_printf ("<node><interface name='" SERVICE "'>"
                         "<property name='Timezone' type='%s' access='read'/>"
                         "</interface></node>",
                         g_variant_get_type_string (zone));
  node = g_dbus_node_info_new_for_xml (xml, &error);
  g_assert_no_error (error);
  fixture->service = g_dbus_connection_new_for_address_sync (
      g_getenv (ADDRESS),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
          G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (fixture->service, SERVICE_PATH, node->interfaces[0], &vtable,
                                     fixture, NULL, &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (fixture->service, "org.freedesktop.DBus",
                                       "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", SERVICE, 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
emit (Fixture *fixture, GVariant *parameters)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (fixture->service, NULL, SERVICE_PATH, PROPERTIES,
                                 "PropertiesChanged", parameters, &error);
  g_assert_no_error (error);
}

/* @zone: (nullable): the new value, or %NULL to say only that the old one is out of date. */
static void
say (Fixture *fixture, GVariant *zone)
{
  GVariantBuilder changed, invalidated;

  g_variant_builder_init (&changed, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_init (&invalidated, G_VARIANT_TYPE_STRING_ARRAY);
  g_variant_builder_add (&changed, "{sv}", "NTP", g_variant_new_boolean (TRUE));
  if (zone != NULL)
    g_variant_builder_add (&changed, "{sv}", "Timezone", zone);
  else
    g_variant_builder_add (&invalidated, "s", "Timezone");
  emit (fixture, g_variant_new ("(sa{sv}as)", SERVICE, &changed, &invalidated));
}

static void
say_name (Fixture *fixture, const char *name)
{
  say (fixture, g_variant_new_string (name));
}

static void
point_link (Fixture *fixture, const char *target)
{
  g_autofree char *fresh = g_build_filename (fixture->folder, "fresh", NULL);

  g_assert_no_errno (symlink (target, fresh));
  g_assert_no_errno (g_rename (fresh, fixture->link));
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

/* @link: (nullable): %NULL as in a sandbox. */
static void
start_watch (Fixture *fixture, const char *link)
{
  fixture->watch = cooldown_zone_watch_new_for_link (link);
  g_signal_connect_swapped (fixture->watch, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
assert_name (Fixture *fixture, const char *expected)
{
  g_assert_cmpstr (cooldown_zone_watch_get_name (fixture->watch), ==, expected);
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("what the test waits for does not happen");
  return G_SOURCE_REMOVE;
}

static void
wait_for_asked (Fixture *fixture, guint n_asked)
{
  guint id = g_timeout_add (PATIENCE_MS, give_up_cb, NULL);

  while (fixture->n_asked < n_asked)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static void
wait_for_changed (Fixture *fixture, guint n_changed)
{
  guint id = g_timeout_add (PATIENCE_MS, give_up_cb, NULL);

  while (fixture->n_changed < n_changed)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

static void
wait_for_name (Fixture *fixture, const char *name)
{
  guint id = g_timeout_add (PATIENCE_MS, give_up_cb, NULL);

  while (g_strcmp0 (cooldown_zone_watch_get_name (fixture->watch), name) != 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

/* Whoever never asks does not show from when on they listen. */
static void
say_until_heard (Fixture *fixture, const char *name)
{
  guint id = g_timeout_add (PATIENCE_MS, give_up_cb, NULL);

  while (g_strcmp0 (cooldown_zone_watch_get_name (fixture->watch), name) != 0)
    {
      say_name (fixture, name);
      g_dbus_connection_flush_sync (fixture->service, NULL, NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_source_remove (id);
}

/* Test that in a sandbox the service is asked once, and then listened to. */
static void
test_sandbox (Fixture *fixture, gconstpointer data)
{
  start_service (fixture, g_variant_new_string ("Europe/Berlin"));
  start_watch (fixture, NULL);
  assert_name (fixture, NULL);
  wait_for_name (fixture, "Europe/Berlin");
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  say_name (fixture, "Asia/Tokyo");
  wait_for_name (fixture, "Asia/Tokyo");
  say_name (fixture, "Asia/Tokyo");
  say_name (fixture, "Asia/Kathmandu");
  wait_for_name (fixture, "Asia/Kathmandu");
  g_assert_cmpuint (fixture->n_changed, ==, 3);
  g_assert_cmpuint (fixture->n_asked, ==, 1);
}

/* Test that a service that says only that there is something new is asked what it is. */
static void
test_invalidated (Fixture *fixture, gconstpointer data)
{
  start_service (fixture, g_variant_new_string ("Europe/Berlin"));
  start_watch (fixture, NULL);
  wait_for_name (fixture, "Europe/Berlin");

  g_variant_unref (fixture->zone);
  fixture->zone = g_variant_ref_sink (g_variant_new_string ("Asia/Tokyo"));
  say (fixture, NULL);
  wait_for_name (fixture, "Asia/Tokyo");
  g_assert_cmpuint (fixture->n_asked, ==, 2);
}

/* Test that a service that is not there is none to wait for, and is heard when it comes. */
static void
test_absent (Fixture *fixture, gconstpointer data)
{
  start_watch (fixture, NULL);
  start_service (fixture, g_variant_new_string ("Europe/Berlin"));
  say_until_heard (fixture, "Asia/Tokyo");
  stop_service (fixture);
  assert_name (fixture, "Asia/Tokyo");
}

/* Test that what makes no sense is not taken for a zone, wherever it is said. */
static void
test_wrong_types (Fixture *fixture, gconstpointer data)
{
  start_service (fixture, g_variant_new_int32 (42));
  start_watch (fixture, NULL);
  wait_for_asked (fixture, 1);
  say (fixture, g_variant_new_int32 (42));
  say (fixture, g_variant_new_strv (NULL, 0));
  say (fixture, NULL);
  wait_for_asked (fixture, 2);
  say_name (fixture, "");
  emit (fixture, g_variant_new ("(s)", SERVICE));
  emit (fixture, g_variant_new ("(ss)", SERVICE, "Europe/Berlin"));
  say_name (fixture, "Asia/Tokyo");
  wait_for_changed (fixture, 1);
  assert_name (fixture, "Asia/Tokyo");
}

/* Test that without a sandbox nobody is asked, but a change is heard all the same. */
static void
test_outside (Fixture *fixture, gconstpointer data)
{
  point_link (fixture, "/usr/share/zoneinfo/Europe/Berlin");
  start_service (fixture, g_variant_new_string ("Asia/Kathmandu"));
  start_watch (fixture, fixture->link);
  assert_name (fixture, "Europe/Berlin");
  say_until_heard (fixture, "Asia/Tokyo");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->n_asked, ==, 0);
}

/* Test that the link is seen to be replaced, each time and in every way. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  point_link (fixture, "/usr/share/zoneinfo/Europe/Berlin");
  start_watch (fixture, fixture->link);
  point_link (fixture, "/usr/share/zoneinfo/Asia/Tokyo");
  wait_for_name (fixture, "Asia/Tokyo");
  point_link (fixture, "../usr/share/zoneinfo/Asia/Kathmandu");
  wait_for_name (fixture, "Asia/Kathmandu");
  g_assert_cmpuint (fixture->n_changed, ==, 2);

  g_assert_no_errno (g_unlink (fixture->link));
  wait_for_name (fixture, NULL);
  g_assert_no_errno (symlink ("/usr/share/zoneinfo/Europe/Berlin", fixture->link));
  wait_for_name (fixture, "Europe/Berlin");
}

static void
copy_zone (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->link, name, -1, &error);
  g_assert_no_error (error);
}

/* Test that a zone without a name, which a copied file is, is told to be another each time. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  guint n_changed;

  point_link (fixture, "/usr/share/zoneinfo/Europe/Berlin");
  start_watch (fixture, fixture->link);
  copy_zone (fixture, "one zone");
  wait_for_name (fixture, NULL);
  n_changed = fixture->n_changed;
  copy_zone (fixture, "another zone");
  wait_for_changed (fixture, n_changed + 1);
  assert_name (fixture, NULL);
}

/* Test that without a system bus the link is seen to be replaced. */
static void
test_no_bus (Fixture *fixture, gconstpointer data)
{
  /* A process has one system bus, or none. */
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  g_setenv (ADDRESS, "unix:path=/nonexistent", TRUE);
  point_link (fixture, "/usr/share/zoneinfo/Europe/Berlin");
  start_watch (fixture, fixture->link);
  point_link (fixture, "/usr/share/zoneinfo/Asia/Tokyo");
  wait_for_name (fixture, "Asia/Tokyo");
}

/* Test that a watch is gone when it is given up, whatever it waits for, and is not told then. */
static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  start_service (fixture, g_variant_new_string ("Europe/Berlin"));
  start_watch (fixture, NULL);
  g_assert_finalize_object (g_steal_pointer (&fixture->watch));

  start_watch (fixture, NULL);
  wait_for_asked (fixture, 1);
  g_assert_finalize_object (g_steal_pointer (&fixture->watch));

  /* The answers to those before come before its own. */
  start_watch (fixture, NULL);
  wait_for_name (fixture, "Europe/Berlin");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

#define ADD(path, test) g_test_add ("/zone/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  int result;

  g_test_init (&argc, &argv, NULL);
  if (!g_test_subprocess ())
    {
      g_test_dbus_up (bus);
      g_setenv (ADDRESS, g_test_dbus_get_bus_address (bus), TRUE);
    }
  ADD ("sandbox", test_sandbox);
  ADD ("invalidated", test_invalidated);
  ADD ("absent", test_absent);
  ADD ("wrong-types", test_wrong_types);
  ADD ("outside", test_outside);
  ADD ("link", test_link);
  ADD ("copy", test_copy);
  ADD ("no-bus", test_no_bus);
  ADD ("given-up", test_given_up);
  result = g_test_run ();
  if (!g_test_subprocess ())
    g_test_dbus_down (bus);
  return result;
}
