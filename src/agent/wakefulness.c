/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wakefulness.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>
#include <unistd.h>

#define LOGIND_NAME "org.freedesktop.login1"
#define LOGIND_PATH "/org/freedesktop/login1"
#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
/* The portal's flag for suspend. */
#define PORTAL_SUSPEND 4

struct _CooldownWakefulness
{
  GObject parent_instance;
  GDBusConnection *session;
  gboolean by_portal;
  gboolean wanted;
  GCancellable *asking; /* (nullable): a question under way */
  int lock;             /* what logind gave, or -1 */
  char *request;        /* (nullable): where the portal keeps what was asked of it */
  guint n_requests;
};

/* A wait for the system bus. */
typedef struct
{
  CooldownWakefulness *wakefulness;
  GCancellable *asking;
} Question;

G_DEFINE_FINAL_TYPE (CooldownWakefulness, cooldown_wakefulness, G_TYPE_OBJECT)

static gboolean
is_held (CooldownWakefulness *self)
{
  return self->asking != NULL || self->lock >= 0 || self->request != NULL;
}

static void
let_go (CooldownWakefulness *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
  if (self->request != NULL)
    g_dbus_connection_call (self->session, PORTAL_NAME, self->request,
                            "org.freedesktop.portal.Request", "Close", NULL, NULL,
                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
  g_clear_pointer (&self->request, g_free);
}

static void
cooldown_wakefulness_dispose (GObject *object)
{
  CooldownWakefulness *self = COOLDOWN_WAKEFULNESS (object);

  let_go (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (cooldown_wakefulness_parent_class)->dispose (object);
}

static void
cooldown_wakefulness_class_init (CooldownWakefulnessClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_wakefulness_dispose;
}

static void
cooldown_wakefulness_init (CooldownWakefulness *self)
{
  self->lock = -1;
}

/* Whoever asked was let go meanwhile: what comes now is given back at once. */
static gboolean
is_stale (GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
refused (CooldownWakefulness *self, GError *error)
{
  /* Ice is rung for all the same; the window says that a sleeping computer cannot. */
  g_message ("the desktop could not be asked to stay awake: %s", error->message);
  g_clear_object (&self->asking);
}

static void
logind_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownWakefulness) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_with_unix_fd_list_finish (
    G_DBUS_CONNECTION (source), &fds, result, &error);
  gint32 index = 0;

  if (is_stale (error))
    return;
  if (reply != NULL)
    {
      g_variant_get (reply, "(h)", &index);
      self->lock = g_unix_fd_list_get (fds, index, &error);
    }
  if (error != NULL)
    refused (self, error);
  g_clear_object (&self->asking);
}

static void
ask_logind (CooldownWakefulness *self, GDBusConnection *bus)
{
  g_dbus_connection_call_with_unix_fd_list (
    bus, LOGIND_NAME, LOGIND_PATH, "org.freedesktop.login1.Manager", "Inhibit",
    /* Translators: why the computer should not sleep, shown by the desktop */
    g_variant_new ("(ssss)", "sleep", "Cooldown", _ ("Ice is on the skin"), "block"),
    G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, self->asking, logind_answered_cb,
    g_object_ref (self));
}

static void
system_bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  if (!g_cancellable_is_cancelled (question->asking))
    {
      if (bus == NULL)
        refused (question->wakefulness, error);
      else
        ask_logind (question->wakefulness, bus);
    }
  g_object_unref (question->wakefulness);
  g_object_unref (question->asking);
  g_free (question);
}

/* The bus is shared: a cancellable given for it would fail whoever else waits for it. */
static void
ask_system_bus (CooldownWakefulness *self)
{
  Question *question = g_new0 (Question, 1);

  question->wakefulness = g_object_ref (self);
  question->asking = g_object_ref (self->asking);
  g_bus_get (G_BUS_TYPE_SYSTEM, NULL, system_bus_cb, question);
}

static void
portal_answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownWakefulness) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (is_stale (error))
    return;
  if (reply == NULL)
    {
      refused (self, error);
      g_clear_pointer (&self->request, g_free);
    }
  g_clear_object (&self->asking);
}

/* Where the portal will keep a request is known before it answers, and with that how to take it
 * back. */
static char *
make_request_path (CooldownWakefulness *self, const char *token)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (self->session) + 1);

  return g_strconcat (PORTAL_PATH "/request/", g_strdelimit (sender, ".", '_'), "/", token, NULL);
}

static void
ask_portal (CooldownWakefulness *self)
{
  g_autofree char *token = g_strdup_printf ("cooldown%u", ++self->n_requests);
  GVariantDict options;

  self->request = make_request_path (self, token);
  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "handle_token", "s", token);
  g_variant_dict_insert (&options, "reason", "s", _ ("Ice is on the skin"));
  g_dbus_connection_call (
    self->session, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.portal.Inhibit", "Inhibit",
    g_variant_new ("(su@a{sv})", "", PORTAL_SUSPEND, g_variant_dict_end (&options)),
    G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, self->asking, portal_answered_cb,
    g_object_ref (self));
}

/**
 * cooldown_wakefulness_new:
 * @session: the session bus
 * @by_portal: whether to ask the desktop's portal; else logind is asked
 *
 * Asks the desktop not to sleep while something must ring.
 *
 * Returns: (transfer full): with nothing asked yet
 */
CooldownWakefulness *
cooldown_wakefulness_new (GDBusConnection *session, gboolean by_portal)
{
  CooldownWakefulness *self = g_object_new (COOLDOWN_TYPE_WAKEFULNESS, NULL);

  self->session = g_object_ref (session);
  self->by_portal = by_portal;
  return self;
}

/**
 * cooldown_wakefulness_set_wanted:
 * @self: the wakefulness
 * @wanted: whether the computer should stay awake from now on
 *
 * Never waits. Where nobody can be asked, or somebody refuses, that is logged and all goes on.
 */
void
cooldown_wakefulness_set_wanted (CooldownWakefulness *self, gboolean wanted)
{
  if (wanted == self->wanted)
    return;
  self->wanted = wanted;
  if (!wanted)
    {
      let_go (self);
      return;
    }
  g_return_if_fail (!is_held (self));
  self->asking = g_cancellable_new ();
  if (self->by_portal)
    ask_portal (self);
  else
    ask_system_bus (self);
}
