/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-provider.h"

#include "config.h"

#define INTERFACE "org.gnome.Shell.SearchProvider2"

struct _CooldownSearchProvider
{
  GApplication parent_instance;
  CooldownSearchIndex *index;
  guint registration;
};

G_DEFINE_FINAL_TYPE (CooldownSearchProvider, cooldown_search_provider, G_TYPE_APPLICATION)

static const char interface_xml[] =
  "<node><interface name='" INTERFACE "'>"
  "<method name='GetInitialResultSet'>"
  "<arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
  "<method name='GetSubsearchResultSet'>"
  "<arg type='as' direction='in'/><arg type='as' direction='in'/>"
  "<arg type='as' direction='out'/></method>"
  "<method name='GetResultMetas'>"
  "<arg type='as' direction='in'/><arg type='aa{sv}' direction='out'/></method>"
  "<method name='ActivateResult'>"
  "<arg type='s' direction='in'/><arg type='as' direction='in'/><arg type='u' direction='in'/>"
  "</method>"
  "<method name='LaunchSearch'><arg type='as' direction='in'/><arg type='u' direction='in'/>"
  "</method>"
  "</interface></node>";

/* Answers. */

static GVariant *
find_initial (CooldownSearchProvider *self, GVariant *parameters)
{
  g_auto (GStrv) results = NULL;
  g_autofree const char **terms = NULL;

  g_variant_get (parameters, "(^a&s)", &terms);
  results = cooldown_search_index_find (self->index, terms);
  return g_variant_new ("(^as)", results);
}

/* What more letters leave of the results that were there. */
static GVariant *
find_among (CooldownSearchProvider *self, GVariant *parameters)
{
  g_autoptr (GStrvBuilder) left = g_strv_builder_new ();
  g_autofree const char **before = NULL;
  g_autofree const char **terms = NULL;
  g_auto (GStrv) results = NULL;
  g_auto (GStrv) among = NULL;

  g_variant_get (parameters, "(^a&s^a&s)", &before, &terms);
  results = cooldown_search_index_find (self->index, terms);
  for (char **result = results; *result != NULL; result++)
    if (g_strv_contains (before, *result))
      g_strv_builder_add (left, *result);
  among = g_strv_builder_end (left);
  return g_variant_new ("(^as)", among);
}

static GVariant *
describe (CooldownSearchProvider *self, GVariant *parameters)
{
  g_autofree const char **ids = NULL;
  GVariantBuilder metas;

  g_variant_get (parameters, "(^a&s)", &ids);
  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (const char **id = ids; *id != NULL; id++)
    {
      CooldownSearchResult result;

      if (!cooldown_search_index_get (self->index, *id, &result))
        continue;
      g_variant_builder_open (&metas, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (result.id));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (result.name));
      g_variant_builder_add (&metas, "{sv}", "description",
                             g_variant_new_string (result.description));
      g_variant_builder_add (&metas, "{sv}", "gicon", g_variant_new_string (COOLDOWN_APP_ID));
      g_variant_builder_close (&metas);
    }
  return g_variant_new ("(aa{sv})", &metas);
}

/* The window. */

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownSearchProvider) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply == NULL)
    g_message ("the window could not be opened: %s", error->message);
  g_application_release (G_APPLICATION (self));
}

/* What lets the window come to the front: when the user chose it, in the form of a startup id. */
static GVariant *
make_platform_data (guint32 timestamp)
{
  GVariantDict platform;

  g_variant_dict_init (&platform, NULL);
  if (timestamp != 0)
    {
      g_autofree char *id = g_strdup_printf ("cooldown-search_TIME%u", timestamp);

      g_variant_dict_insert (&platform, "desktop-startup-id", "s", id);
    }
  return g_variant_dict_end (&platform);
}

/* The application starts for it if it must. This stays until it has answered. */
static void
call_application (CooldownSearchProvider *self, const char *method, GVariant *parameters)
{
  GApplication *application = G_APPLICATION (self);

  g_application_hold (application);
  g_dbus_connection_call (g_application_get_dbus_connection (application), COOLDOWN_APP_ID,
                          COOLDOWN_APP_PATH, "org.freedesktop.Application", method, parameters,
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, opened_cb, g_object_ref (self));
}

static void
launch (CooldownSearchProvider *self, guint32 timestamp)
{
  call_application (self, "Activate", g_variant_new ("(@a{sv})", make_platform_data (timestamp)));
}

static void
activate_result (CooldownSearchProvider *self, const char *id, guint32 timestamp)
{
  CooldownSearchResult result;
  GVariantBuilder place;

  if (!cooldown_search_index_get (self->index, id, &result))
    {
      launch (self, timestamp);
      return;
    }
  g_variant_builder_init (&place, G_VARIANT_TYPE ("av"));
  g_variant_builder_add (&place, "v", g_variant_new_string (id));
  call_application (self, "ActivateAction",
                    g_variant_new ("(sav@a{sv})", "show", &place, make_platform_data (timestamp)));
}

/* The bus. */

static GVariant *
answer (CooldownSearchProvider *self, const char *method, GVariant *parameters)
{
  const char *id;
  guint32 timestamp;

  if (g_str_equal (method, "GetInitialResultSet"))
    return find_initial (self, parameters);
  if (g_str_equal (method, "GetSubsearchResultSet"))
    return find_among (self, parameters);
  if (g_str_equal (method, "GetResultMetas"))
    return describe (self, parameters);
  if (g_str_equal (method, "ActivateResult"))
    {
      g_variant_get (parameters, "(&s@asu)", &id, NULL, &timestamp);
      activate_result (self, id, timestamp);
    }
  else
    {
      g_variant_get (parameters, "(@asu)", NULL, &timestamp);
      launch (self, timestamp);
    }
  return NULL;
}

/* Each call is a reason to stay a little longer. */
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
  g_application_hold (data);
  g_dbus_method_invocation_return_value (invocation, answer (data, method, parameters));
  g_application_release (data);
}

static gboolean
cooldown_search_provider_dbus_register (GApplication *application,
                                        GDBusConnection *connection,
                                        const char *path,
                                        GError **error)
{
  static const GDBusInterfaceVTable table = { called_cb, NULL, NULL, { NULL } };
  CooldownSearchProvider *self = COOLDOWN_SEARCH_PROVIDER (application);
  GApplicationClass *parent = G_APPLICATION_CLASS (cooldown_search_provider_parent_class);
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (interface_xml, error);

  if (info == NULL || !parent->dbus_register (application, connection, path, error))
    return FALSE;
  self->registration = g_dbus_connection_register_object (
    connection, path, g_dbus_node_info_lookup_interface (info, INTERFACE), &table, self, NULL,
    error);
  return self->registration != 0;
}

static void
cooldown_search_provider_dbus_unregister (GApplication *application,
                                          GDBusConnection *connection,
                                          const char *path)
{
  CooldownSearchProvider *self = COOLDOWN_SEARCH_PROVIDER (application);

  if (self->registration != 0)
    g_dbus_connection_unregister_object (connection, self->registration);
  self->registration = 0;
  G_APPLICATION_CLASS (cooldown_search_provider_parent_class)
    ->dbus_unregister (application, connection, path);
}

static void
cooldown_search_provider_activate (GApplication *application)
{
  /* Being started is all that is asked of it. */
}

static void
cooldown_search_provider_finalize (GObject *object)
{
  cooldown_search_index_free (COOLDOWN_SEARCH_PROVIDER (object)->index);
  G_OBJECT_CLASS (cooldown_search_provider_parent_class)->finalize (object);
}

static void
cooldown_search_provider_class_init (CooldownSearchProviderClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cooldown_search_provider_finalize;
  application_class->activate = cooldown_search_provider_activate;
  application_class->dbus_register = cooldown_search_provider_dbus_register;
  application_class->dbus_unregister = cooldown_search_provider_dbus_unregister;
}

static void
cooldown_search_provider_init (CooldownSearchProvider *self)
{
}

/**
 * cooldown_search_provider_new:
 * @index: (transfer full): what can be found
 * @leave_after: how long it stays after the last call, milliseconds
 *
 * Returns: (transfer full): what answers the desktop's search, not running yet
 */
CooldownSearchProvider *
cooldown_search_provider_new (CooldownSearchIndex *index, guint leave_after)
{
  CooldownSearchProvider *self =
    g_object_new (COOLDOWN_TYPE_SEARCH_PROVIDER, "application-id", COOLDOWN_SEARCH_ID, "flags",
                  G_APPLICATION_IS_SERVICE, "inactivity-timeout", leave_after, NULL);

  self->index = index;
  return self;
}
