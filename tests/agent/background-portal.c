/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "background-portal.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define OLD_PATH PORTAL_PATH "/request/chosen/by/the/portal"
/* How long anything that happens at once may take on a busy machine. */
#define PATIENCE_SECONDS 30

static const char PORTAL_XML[] = "<node><interface name='org.freedesktop.portal.Background'>"
                                 "<method name='RequestBackground'>"
                                 "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
                                 "<arg type='o' direction='out'/></method>"
                                 "<method name='SetStatus'>"
                                 "<arg type='a{sv}' direction='in'/></method>"
                                 "</interface></node>";

static gboolean
give_up_cb (gpointer data)
{
  g_error ("waited %d s in vain", PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

static void
iterate (void)
{
  guint timer = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}

static void
round_trip_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant)
      reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  g_assert_nonnull (reply);
  *(gboolean *) data = TRUE;
}

/* Comes back when all that was sent to the agent, or from it, has arrived and was seen to. */
void
background_portal_settle (BackgroundPortal *self)
{
  GDBusConnection *const ends[] = { self->session, self->desktop, self->session, self->desktop };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gboolean done = FALSE;

      g_dbus_connection_call (ends[i], "org.freedesktop.DBus", "/org/freedesktop/DBus",
                              "org.freedesktop.DBus", "GetId", NULL, NULL, G_DBUS_CALL_FLAGS_NONE,
                              -1, NULL, round_trip_cb, &done);
      while (!done)
        iterate ();
    }
}

/* Answers the last question. */
void
background_portal_respond (BackgroundPortal *self, GVariant *parameters)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (self->request);
  g_dbus_connection_emit_signal (self->desktop, NULL, self->request,
                                 "org.freedesktop.portal.Request", "Response", parameters, &error);
  g_assert_no_error (error);
}

/* Breaks the rules of its interface, which GDBus would not let pass. */
static void
reply_wrong (GDBusMethodInvocation *invocation)
{
  g_autoptr (GDBusMessage)
      reply = g_dbus_message_new_method_reply (g_dbus_method_invocation_get_message (invocation));

  g_dbus_message_set_body (reply, g_variant_new ("(us)", 1, "?"));
  g_dbus_connection_send_message (g_dbus_method_invocation_get_connection (invocation), reply,
                                  G_DBUS_SEND_MESSAGE_FLAGS_NONE, NULL, NULL);
  g_object_unref (invocation);
}

static void
take_question (BackgroundPortal *self, const char *sender, GVariant *options)
{
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  const char *token;

  g_ptr_array_add (self->asked, g_variant_ref (options));
  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  g_free (self->request);
  self->request = self->manner == IS_OLD
                      ? g_strdup (OLD_PATH)
                      : g_strconcat (PORTAL_PATH "/request/", name, "/", token, NULL);
}

static void
called_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  BackgroundPortal *self = data;
  gboolean is_question = g_str_equal (method, "RequestBackground");
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, is_question ? 1 : 0);

  if (is_question)
    take_question (self, sender, options);
  else
    g_ptr_array_add (self->said, g_variant_ref (options));
  if (self->manner == ANSWERS_SOON && is_question)
    background_portal_respond (
        self, g_variant_new_parsed ("(uint32 0, {'background': <true>, 'autostart': <true>})"));
  if (self->manner == REFUSES_CALLS)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.example.Error", "not today");
  else if (self->manner == HOLDS_CALL)
    self->held = invocation;
  else if (self->manner == REPLIES_WRONG)
    reply_wrong (invocation);
  else
    g_dbus_method_invocation_return_value (
        invocation, is_question ? g_variant_new ("(o)", self->request) : NULL);
}

static GDBusConnection *
connect_to (GTestDBus *bus)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
          G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);

  g_assert_no_error (error);
  return connection;
}

void
background_portal_own_name (BackgroundPortal *self)
{
  self->name_id = g_bus_own_name_on_connection (
      self->desktop, PORTAL_NAME, G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
  background_portal_settle (self);
}

void
background_portal_register (BackgroundPortal *self)
{
  static const GDBusInterfaceVTable vtable = { .method_call = called_cb };

  self->object_id = g_dbus_connection_register_object (
      self->desktop, PORTAL_PATH, self->info->interfaces[0], &vtable, self, NULL, NULL);
}

BackgroundPortal *
background_portal_new (void)
{
  BackgroundPortal *self = g_new0 (BackgroundPortal, 1);

  self->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (self->bus);
  self->desktop = connect_to (self->bus);
  self->session = connect_to (self->bus);
  self->info = g_dbus_node_info_new_for_xml (PORTAL_XML, NULL);
  self->asked = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  self->said = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  return self;
}

void
background_portal_vanish (BackgroundPortal *self)
{
  g_clear_handle_id (&self->name_id, g_bus_unown_name);
  background_portal_settle (self);
}

void
background_portal_free (BackgroundPortal *self)
{
  g_clear_handle_id (&self->name_id, g_bus_unown_name);
  if (self->object_id != 0)
    g_dbus_connection_unregister_object (self->desktop, self->object_id);
  g_dbus_connection_close_sync (self->desktop, NULL, NULL);
  g_dbus_connection_close_sync (self->session, NULL, NULL);
  g_clear_object (&self->desktop);
  g_clear_object (&self->session);
  g_dbus_node_info_unref (self->info);
  g_ptr_array_unref (self->asked);
  g_ptr_array_unref (self->said);
  g_free (self->request);
  g_test_dbus_down (self->bus);
  g_object_unref (self->bus);
  g_free (self);
}
