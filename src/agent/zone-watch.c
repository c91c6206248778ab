/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zone-watch.h"

#include "core/clock.h"
#include "core/sandbox.h"

#define SERVICE "org.freedesktop.timedate1"
#define SERVICE_PATH "/org/freedesktop/timedate1"
#define PROPERTIES "org.freedesktop.DBus.Properties"
#define ZONE_LINK "/etc/localtime"

struct _CooldownZoneWatch
{
  GObject parent_instance;
  char *name;            /* (nullable) */
  char *link;            /* (nullable): not in a sandbox */
  GFileMonitor *monitor; /* (nullable) */
  GDBusConnection *bus;  /* (nullable) */
  guint subscription;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (CooldownZoneWatch, cooldown_zone_watch, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
} CooldownZoneWatchSignal;

static guint signals[SIGNAL_CHANGED + 1];

static gboolean
set_name (CooldownZoneWatch *self, const char *name)
{
  g_autofree char *old = self->name;

  self->name = g_strdup (name);
  return g_strcmp0 (old, name) != 0;
}

static void
link_changed_cb (CooldownZoneWatch *self)
{
  g_autofree char *name = cooldown_clock_system_read_zone (self->link);

  /* What has no name may be another zone all the same. */
  if (set_name (self, name) || name == NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
watch_link (CooldownZoneWatch *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->link);
  g_autoptr (GError) error = NULL;

  /* The link is replaced by renaming another onto it. */
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, &error);
  if (self->monitor == NULL)
    g_debug ("%s cannot be watched: %s", self->link, error->message);
  else
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (link_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

/* The service says nothing when the zone has no name, which is no reason to forget the last. */
static void
take_name (CooldownZoneWatch *self, GVariant *value)
{
  const char *name;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      g_debug ("the time zone is of type %s", g_variant_get_type_string (value));
      return;
    }
  name = g_variant_get_string (value, NULL);
  if (*name != '\0' && set_name (self, name))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant)
      reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr (GVariant) value = NULL;

  if (reply == NULL)
    {
      /* Cancelled, there is no watch any more. */
      g_debug ("the time zone could not be asked for: %s", error->message);
      return;
    }
  g_variant_get (reply, "(v)", &value);
  take_name (data, value);
}

/* Outside a sandbox the link says the same, and nobody is woken to be asked. */
static void
ask (CooldownZoneWatch *self)
{
  GDBusCallFlags flags = self->link != NULL ? G_DBUS_CALL_FLAGS_NO_AUTO_START
                                            : G_DBUS_CALL_FLAGS_NONE;

  g_dbus_connection_call (self->bus, SERVICE, SERVICE_PATH, PROPERTIES, "Get",
                          g_variant_new ("(ss)", SERVICE, "Timezone"), G_VARIANT_TYPE ("(v)"),
                          flags, -1, self->cancellable, asked_cb, self);
}

static void
properties_changed_cb (GDBusConnection *bus,
                       const char *sender,
                       const char *path,
                       const char *interface,
                       const char *signal,
                       GVariant *parameters,
                       gpointer data)
{
  CooldownZoneWatch *self = data;
  g_autoptr (GVariant) changed = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autofree const char **invalidated = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(sa{sv}as)")))
    return;
  g_variant_get (parameters, "(&s@a{sv}^a&s)", NULL, &changed, &invalidated);
  value = g_variant_lookup_value (changed, "Timezone", NULL);
  if (value != NULL)
    take_name (self, value);
  else if (g_strv_contains (invalidated, "Timezone"))
    ask (self);
}

static void
weak_ref_free (GWeakRef *ref)
{
  g_weak_ref_clear (ref);
  g_free (ref);
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownZoneWatch) self = g_weak_ref_get (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  weak_ref_free (data);
  if (bus == NULL)
    g_debug ("no system bus to hear of the time zone: %s", error->message);
  /* Others hold on to the bus, too, maybe for longer than it lasts. */
  if (self == NULL || bus == NULL || g_dbus_connection_is_closed (bus))
    return;
  /* Reminders go on without it. */
  g_dbus_connection_set_exit_on_close (bus, FALSE);
  self->bus = g_steal_pointer (&bus);
  self->subscription = g_dbus_connection_signal_subscribe (
      self->bus, SERVICE, PROPERTIES, "PropertiesChanged", SERVICE_PATH, SERVICE,
      G_DBUS_SIGNAL_FLAGS_NONE, properties_changed_cb, self, NULL);
  if (self->link == NULL)
    ask (self);
}

static void
get_bus (CooldownZoneWatch *self)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, self);
  /* Not to be cancelled: whoever else asks for this bus meanwhile would not get it, either. */
  g_bus_get (G_BUS_TYPE_SYSTEM, NULL, bus_cb, ref);
}

static void
cooldown_zone_watch_dispose (GObject *object)
{
  CooldownZoneWatch *self = COOLDOWN_ZONE_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->bus);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  G_OBJECT_CLASS (cooldown_zone_watch_parent_class)->dispose (object);
}

static void
cooldown_zone_watch_finalize (GObject *object)
{
  CooldownZoneWatch *self = COOLDOWN_ZONE_WATCH (object);

  g_object_unref (self->cancellable);
  g_free (self->link);
  g_free (self->name);
  G_OBJECT_CLASS (cooldown_zone_watch_parent_class)->finalize (object);
}

static void
cooldown_zone_watch_class_init (CooldownZoneWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cooldown_zone_watch_dispose;
  object_class->finalize = cooldown_zone_watch_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cooldown_zone_watch_init (CooldownZoneWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * cooldown_zone_watch_new:
 *
 * Watches the zone of this system. In a sandbox /etc/localtime is frozen for as long as the sandbox
 * lives: there, only the system's service knows, and is asked once.
 *
 * Returns: (transfer full): the watch
 */
CooldownZoneWatch *
cooldown_zone_watch_new (void)
{
  return cooldown_zone_watch_new_for_link (cooldown_sandbox_is_inside () ? NULL : ZONE_LINK);
}

/**
 * cooldown_zone_watch_new_for_link:
 * @link: (nullable): path of the link that names the zone; %NULL where there is none to be trusted,
 *   and the system's service is asked instead
 *
 * Whatever there is, the service is listened to as soon as the system bus is there. Without a bus
 * the link alone counts.
 *
 * Returns: (transfer full): the watch; without a link it has no name yet
 */
CooldownZoneWatch *
cooldown_zone_watch_new_for_link (const char *link)
{
  CooldownZoneWatch *self = g_object_new (COOLDOWN_TYPE_ZONE_WATCH, NULL);

  if (link != NULL)
    {
      self->link = g_strdup (link);
      self->name = cooldown_clock_system_read_zone (link);
      watch_link (self);
    }
  get_bus (self);
  return self;
}

/**
 * cooldown_zone_watch_get_name:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): the name of the user's time zone, "Europe/Berlin"; %NULL
 *   while it is not known, or when the zone has none
 */
const char *
cooldown_zone_watch_get_name (CooldownZoneWatch *self)
{
  g_return_val_if_fail (COOLDOWN_IS_ZONE_WATCH (self), NULL);
  return self->name;
}
