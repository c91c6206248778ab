/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "autostart.h"

#include <glib/gi18n.h>

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define BACKGROUND_INTERFACE "org.freedesktop.portal.Background"
#define REQUEST_INTERFACE "org.freedesktop.portal.Request"
/* The portal refuses longer lines, in characters. */
#define STATUS_MAX_LENGTH 96

enum
{
  RESPONSE_SUCCESS,
  RESPONSE_CANCELLED,
};

struct _CooldownAutostartPortal
{
  CooldownAutostart parent_instance;
  GDBusConnection *session;
  char *program;
  gboolean asked;       /* what the question under way is for */
  GCancellable *asking; /* (nullable): a question under way */
  guint response_id;    /* the subscription to its answer, or 0 */
  guint watch_id;       /* of the portal that took it, or 0 */
  char *status;         /* (nullable): what was last said */
  gboolean status_failed;
};

#define COOLDOWN_TYPE_AUTOSTART_PORTAL (cooldown_autostart_portal_get_type ())
G_DECLARE_FINAL_TYPE (CooldownAutostartPortal,
                      cooldown_autostart_portal,
                      COOLDOWN,
                      AUTOSTART_PORTAL,
                      CooldownAutostart)
G_DEFINE_FINAL_TYPE (CooldownAutostartPortal, cooldown_autostart_portal, COOLDOWN_TYPE_AUTOSTART)

static void
stop_listening (CooldownAutostartPortal *self)
{
  if (self->response_id != 0)
    g_dbus_connection_signal_unsubscribe (self->session, self->response_id);
  self->response_id = 0;
  g_clear_handle_id (&self->watch_id, g_bus_unwatch_name);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
answer (CooldownAutostartPortal *self, CooldownAutostartState state, const char *detail)
{
  stop_listening (self);
  cooldown_autostart_answer (COOLDOWN_AUTOSTART (self), state, detail);
}

static void
answer_garbled (CooldownAutostartPortal *self)
{
  answer (self, COOLDOWN_AUTOSTART_FAILED, _ ("The desktop’s answer could not be understood"));
}

static void
answer_success (CooldownAutostartPortal *self, GVariant *results)
{
  gboolean granted = FALSE;

  if (!g_variant_lookup (results, "autostart", "b", &granted) && self->asked)
    answer_garbled (self);
  else if (granted)
    answer (self, COOLDOWN_AUTOSTART_ON, NULL);
  else
    answer (self, self->asked ? COOLDOWN_AUTOSTART_REFUSED : COOLDOWN_AUTOSTART_OFF, NULL);
}

static void
response_cb (GDBusConnection *session,
             const char *sender,
             const char *path,
             const char *interface,
             const char *signal,
             GVariant *parameters,
             gpointer data)
{
  /* What comes of this may let go of the last reference. */
  g_autoptr (CooldownAutostartPortal) self = g_object_ref (data);
  g_autoptr (GVariant) results = NULL;
  guint32 response = 0;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    {
      answer_garbled (self);
      return;
    }
  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  if (response == RESPONSE_SUCCESS)
    answer_success (self, results);
  else if (response == RESPONSE_CANCELLED)
    /* Whoever may not run in the background is not started at login either. */
    answer (self, self->asked ? COOLDOWN_AUTOSTART_REFUSED : COOLDOWN_AUTOSTART_OFF, NULL);
  else
    answer (self, COOLDOWN_AUTOSTART_FAILED,
            _ ("The desktop ended the question without an answer"));
}

static void
listen (CooldownAutostartPortal *self, const char *request)
{
  if (self->response_id != 0)
    g_dbus_connection_signal_unsubscribe (self->session, self->response_id);
  self->response_id = g_dbus_connection_signal_subscribe (
    self->session, PORTAL_NAME, REQUEST_INTERFACE, "Response", request, NULL,
    G_DBUS_SIGNAL_FLAGS_NONE, response_cb, self, NULL);
}

/* A portal that died will not answer any more. */
static void
portal_vanished_cb (GDBusConnection *session, const char *name, gpointer data)
{
  g_autoptr (CooldownAutostartPortal) self = g_object_ref (data);

  answer (self, COOLDOWN_AUTOSTART_FAILED, _ ("The desktop ended the question without an answer"));
}

static gboolean
is_portal_absent (GError *error)
{
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_INTERFACE) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT);
}

static void
request_background_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownAutostartPortal) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  const char *request;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reply == NULL)
    {
      g_dbus_error_strip_remote_error (error);
      answer (self, COOLDOWN_AUTOSTART_FAILED,
              is_portal_absent (error)
                ? _ ("This desktop has no portal that starts apps at login")
                : error->message);
      return;
    }
  /* Old portals choose the path of a request themselves. */
  g_variant_get (reply, "(&o)", &request);
  listen (self, request);
  self->watch_id =
    g_bus_watch_name_on_connection (self->session, PORTAL_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE, NULL,
                                    portal_vanished_cb, self, NULL);
}

static GVariant *
make_options (CooldownAutostartPortal *self, const char *token)
{
  const char *const command[] = { self->program, NULL };
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "handle_token", "s", token);
  g_variant_dict_insert (&options, "reason", "s",
                         /* Translators: why Cooldown should be started at login, shown by the
                          * desktop when it asks whether it may */
                         _ ("So that evening reminders come without its window being opened"));
  g_variant_dict_insert (&options, "autostart", "b", self->asked);
  g_variant_dict_insert (&options, "commandline", "^as", command);
  g_variant_dict_insert (&options, "dbus-activatable", "b", FALSE);
  return g_variant_dict_end (&options);
}

static void
ask (CooldownAutostart *autostart, gboolean wanted)
{
  CooldownAutostartPortal *self = COOLDOWN_AUTOSTART_PORTAL (autostart);
  g_autofree char *token = g_strdup_printf ("autostart%08x", g_random_int ());
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (self->session) + 1);
  g_autofree char *request =
    g_strconcat (PORTAL_PATH "/request/", g_strdelimit (sender, ".", '_'), "/", token, NULL);

  self->asked = wanted;
  self->asking = g_cancellable_new ();
  /* The answer may come before the reply that says where to expect it. */
  listen (self, request);
  g_dbus_connection_call (self->session, PORTAL_NAME, PORTAL_PATH, BACKGROUND_INTERFACE,
                          "RequestBackground",
                          g_variant_new ("(s@a{sv})", "", make_options (self, token)),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, G_MAXINT, self->asking,
                          request_background_cb, g_object_ref (self));
}

static void
set_status_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownAutostartPortal) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply != NULL || self->status_failed)
    return;
  self->status_failed = TRUE;
  g_debug ("the desktop does not show what the agent is at: %s", error->message);
}

/* One line that the portal takes. */
static char *
fit_status (const char *message)
{
  g_autofree char *line = g_utf8_make_valid (message, -1);
  g_autofree char *start = NULL;

  g_strdelimit (line, "\r\n", ' ');
  if (g_utf8_strlen (line, -1) <= STATUS_MAX_LENGTH)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, STATUS_MAX_LENGTH - 1);
  return g_strconcat (start, "…", NULL);
}

static void
set_status (CooldownAutostart *autostart, const char *message)
{
  CooldownAutostartPortal *self = COOLDOWN_AUTOSTART_PORTAL (autostart);
  g_autofree char *status = message != NULL ? fit_status (message) : NULL;
  GVariantDict options;

  if (g_strcmp0 (status, self->status) == 0)
    return;
  g_variant_dict_init (&options, NULL);
  if (status != NULL)
    g_variant_dict_insert (&options, "message", "s", status);
  g_dbus_connection_call (self->session, PORTAL_NAME, PORTAL_PATH, BACKGROUND_INTERFACE,
                          "SetStatus", g_variant_new ("(@a{sv})", g_variant_dict_end (&options)),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, set_status_cb,
                          g_object_ref (self));
  g_free (self->status);
  self->status = g_steal_pointer (&status);
}

static void
cooldown_autostart_portal_dispose (GObject *object)
{
  CooldownAutostartPortal *self = COOLDOWN_AUTOSTART_PORTAL (object);

  stop_listening (self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->program, g_free);
  g_clear_pointer (&self->status, g_free);
  G_OBJECT_CLASS (cooldown_autostart_portal_parent_class)->dispose (object);
}

static void
cooldown_autostart_portal_class_init (CooldownAutostartPortalClass *klass)
{
  CooldownAutostartClass *autostart_class = COOLDOWN_AUTOSTART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_autostart_portal_dispose;
  autostart_class->by = "portal";
  autostart_class->ask = ask;
  autostart_class->set_status = set_status;
}

static void
cooldown_autostart_portal_init (CooldownAutostartPortal *self)
{
}

/**
 * cooldown_autostart_portal_new:
 * @session: the session bus
 * @program: the agent's full path as it is inside the sandbox
 *
 * Has the agent started at login by org.freedesktop.portal.Background.
 *
 * Returns: (transfer full): with nothing wanted and nothing asked yet
 */
CooldownAutostart *
cooldown_autostart_portal_new (GDBusConnection *session, const char *program)
{
  CooldownAutostartPortal *self = g_object_new (COOLDOWN_TYPE_AUTOSTART_PORTAL, NULL);

  self->session = g_object_ref (session);
  self->program = g_strdup (program);
  return COOLDOWN_AUTOSTART (self);
}
