/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "notifier.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define NOTIFICATION_INTERFACE "org.freedesktop.portal.Notification"
/* The version from which on the portal knows sounds and hints; an older one refuses them. */
#define VERSION_WITH_HINTS 2

/* What is to be there of a slot, and what was asked of the portal. */
typedef struct
{
  CooldownReminder *wanted; /* (nullable): NULL for nothing */
  gboolean wish;            /* whether the portal has yet to be asked for that */
  gboolean in_flight;
  gboolean noted; /* whether somebody keeps the key of what stands there */
  gboolean stale; /* whether something may stand there that could not be removed */
  gint64 last;    /* serial of what was last shown, or -1 */
} Slot;

#define COOLDOWN_TYPE_NOTIFIER_PORTAL (cooldown_notifier_portal_get_type ())
G_DECLARE_FINAL_TYPE (CooldownNotifierPortal,
                      cooldown_notifier_portal,
                      COOLDOWN,
                      NOTIFIER_PORTAL,
                      GObject)

struct _CooldownNotifierPortal
{
  GObject parent_instance;
  GDBusConnection *connection;
  GCancellable *cancellable;
  GCancellable *asking; /* (nullable): the question for the version */
  guint watch;
  guint subscription;
  char *owner;     /* (nullable): the portal's unique name */
  guint version;   /* 0 while it is not known */
  gboolean looked; /* whether it is known if the portal is there */
  gboolean asked;  /* whether it is known what this portal can do, or that it does not say */
  Slot slots[COOLDOWN_N_SLOTS];
};

/* A call under way. */
typedef struct
{
  CooldownNotifierPortal *notifier; /* not to be touched when the call was cancelled */
  guint slot;
  gboolean shows; /* else it removes */
  gint64 serial;
} Call;

static void cooldown_notifier_portal_notifier_init (CooldownNotifierInterface *iface);
static void start_all (CooldownNotifierPortal *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (CooldownNotifierPortal,
                               cooldown_notifier_portal,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COOLDOWN_TYPE_NOTIFIER,
                                                      cooldown_notifier_portal_notifier_init))

/* The portal knows actions by name and target, and so it tells of them. */
static void
add_button (GVariantBuilder *buttons, const char *label, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (detailed, &name, &target, NULL))
    return;
  g_variant_builder_open (buttons, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (buttons, "{sv}", "label", g_variant_new_string (label));
  g_variant_builder_add (buttons, "{sv}", "action", g_variant_new_string (name));
  if (target != NULL)
    g_variant_builder_add (buttons, "{sv}", "target", target);
  g_variant_builder_close (buttons);
}

static GVariant *
make_buttons (const CooldownReminder *reminder)
{
  GVariantBuilder buttons;

  g_variant_builder_init (&buttons, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < reminder->n_buttons; i++)
    add_button (&buttons, reminder->labels[i], reminder->actions[i]);
  return g_variant_builder_end (&buttons);
}

static void
add_hints (GVariantDict *notification, const Slot *slot)
{
  const char *const as_new[] = { "show-as-new", NULL };
  const CooldownReminder *reminder = slot->wanted;
  gboolean differs = slot->last >= 0 && slot->last != reminder->serial;

  if (reminder->sound == COOLDOWN_SOUND_NONE || cooldown_sound_get_tune (reminder->sound) != NULL)
    g_variant_dict_insert (notification, "sound", "s", "silent");
  /* Else what is said again would only change quietly behind the user's back. */
  if (reminder->sound != COOLDOWN_SOUND_NONE || differs)
    g_variant_dict_insert (notification, "display-hint", "^as", as_new);
}

static GVariant *
make_notification (CooldownNotifierPortal *self, const Slot *slot)
{
  static const char *const priorities[] = { "low", "normal", "urgent" };
  g_autoptr (GIcon) icon = g_themed_icon_new (COOLDOWN_APP_ID);
  g_autoptr (GVariant) serialized = g_icon_serialize (icon);
  GVariantDict notification;

  g_variant_dict_init (&notification, NULL);
  g_variant_dict_insert (&notification, "title", "s", slot->wanted->title);
  g_variant_dict_insert (&notification, "body", "s", slot->wanted->body);
  g_variant_dict_insert_value (&notification, "icon", serialized);
  g_variant_dict_insert (&notification, "priority", "s", priorities[slot->wanted->urgency]);
  g_variant_dict_insert (&notification, "default-action", "s", "default");
  g_variant_dict_insert_value (&notification, "buttons", make_buttons (slot->wanted));
  if (self->version >= VERSION_WITH_HINTS)
    add_hints (&notification, slot);
  return g_variant_dict_end (&notification);
}

static void
shown (CooldownNotifierPortal *self, const Call *call)
{
  Slot *slot = &self->slots[call->slot];

  slot->last = call->serial;
  slot->noted = TRUE;
  g_signal_emit_by_name (self, "placed", call->slot, cooldown_slot_get_name (call->slot),
                         call->serial);
}

static void
removed (CooldownNotifierPortal *self, const Call *call)
{
  Slot *slot = &self->slots[call->slot];

  slot->stale = FALSE;
  slot->last = -1;
  if (!slot->noted)
    return;
  slot->noted = FALSE;
  g_signal_emit_by_name (self, "placed", call->slot, "", (gint64) -1);
}

static void
failed (CooldownNotifierPortal *self, const Call *call, GError *error)
{
  Slot *slot = &self->slots[call->slot];

  g_dbus_error_strip_remote_error (error);
  if (!call->shows)
    {
      slot->stale = TRUE;
      g_debug ("a reminder could not be removed: %s", error->message);
      return;
    }
  g_message ("a reminder could not be shown: %s", error->message);
  /* Where something newer waits nobody asks for the old one again. */
  if (!slot->wish)
    g_signal_emit_by_name (self, "failed", call->slot, error->message);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Call *call = data;
  g_autoptr (CooldownNotifierPortal) self = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant)
      reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = g_object_ref (call->notifier);
  self->slots[call->slot].in_flight = FALSE;
  if (reply == NULL)
    failed (self, call, error);
  else if (call->shows)
    shown (self, call);
  else
    removed (self, call);
  start_all (self);
}

/*
 * One call of each slot is under way at most, and the newest wish of a slot waits for its answer:
 * the portal deals with each call to show something in a thread of its own, so that of two for the
 * same id the older one could win, or what was removed could come up afterwards. Nothing is gained
 * by sending more to a portal that hangs. No slot waits for another.
 *
 * A portal that is not there is started for what has to be shown, not for what has to go.
 */
static gboolean
can_start (CooldownNotifierPortal *self, const Slot *slot)
{
  return slot->wish && !slot->in_flight && (slot->wanted != NULL || self->owner != NULL);
}

static void
start (CooldownNotifierPortal *self, guint i)
{
  Slot *slot = &self->slots[i];
  const char *id = cooldown_slot_get_name (i);
  Call *call = g_new0 (Call, 1);
  GVariant *parameters;

  slot->wish = FALSE;
  slot->in_flight = TRUE;
  call->notifier = self;
  call->slot = i;
  call->shows = slot->wanted != NULL;
  call->serial = call->shows ? slot->wanted->serial : -1;
  parameters = call->shows ? g_variant_new ("(s@a{sv})", id, make_notification (self, slot))
                           : g_variant_new ("(s)", id);
  g_dbus_connection_call (self->connection, PORTAL_NAME, PORTAL_PATH, NOTIFICATION_INTERFACE,
                          call->shows ? "AddNotification" : "RemoveNotification", parameters, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, answered_cb, call);
}

static void
version_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CooldownNotifierPortal *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) version = NULL;
  g_autoptr (GVariant)
      reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->asking);
  /* A portal that does not say is still told the reminders. */
  self->asked = TRUE;
  if (reply != NULL)
    g_variant_get (reply, "(v)", &version);
  if (version != NULL && g_variant_is_of_type (version, G_VARIANT_TYPE_UINT32))
    self->version = g_variant_get_uint32 (version);
  start_all (self);
}

static void
forget_version (CooldownNotifierPortal *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->version = 0;
  self->asked = FALSE;
}

static void
ask_version (CooldownNotifierPortal *self)
{
  self->asking = g_cancellable_new ();
  g_dbus_connection_call (
      self->connection, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.DBus.Properties", "Get",
      g_variant_new ("(ss)", NOTIFICATION_INTERFACE, "version"), G_VARIANT_TYPE ("(v)"),
      G_DBUS_CALL_FLAGS_NONE, -1, self->asking, version_cb, self);
}

static void
start_all (CooldownNotifierPortal *self)
{
  if (!self->looked)
    return;
  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    {
      if (!can_start (self, &self->slots[i]))
        continue;
      if (self->asked)
        start (self, i);
      else if (self->asking == NULL)
        ask_version (self);
    }
}

static void
portal_appeared_cb (GDBusConnection *connection, const char *name, const char *owner, gpointer data)
{
  g_autoptr (CooldownNotifierPortal) self = g_object_ref (data);
  gboolean later = self->looked;

  g_free (self->owner);
  self->owner = g_strdup (owner);
  self->looked = TRUE;
  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    if (self->slots[i].stale && self->slots[i].wanted == NULL)
      self->slots[i].wish = TRUE;
  forget_version (self);
  ask_version (self);
  if (later)
    g_signal_emit_by_name (self, "ready");
}

static void
portal_vanished_cb (GDBusConnection *connection, const char *name, gpointer data)
{
  CooldownNotifierPortal *self = data;

  g_clear_pointer (&self->owner, g_free);
  self->looked = TRUE;
  forget_version (self);
  /* It may still be started by asking for it. */
  start_all (self);
}

static int
find_slot (const char *id)
{
  for (int i = 0; i < COOLDOWN_N_SLOTS; i++)
    if (g_str_equal (cooldown_slot_get_name ((guint) i), id))
      return i;
  return -1;
}

/* The action as it was asked for, and its token: the portal gives the target, if there is one, and
 * from version 2 on what else is known. Some give the action back whole. */
static char *
read_action (GVariant *parameters, char **token)
{
  const char *name;
  g_autoptr (GVariant) values = NULL;
  g_autoptr (GVariant) target = NULL;

  g_variant_get (parameters, "(&s&s@av)", NULL, &name, &values);
  for (gsize i = 0; i < g_variant_n_children (values); i++)
    {
      g_autoptr (GVariant) value = NULL;

      g_variant_get_child (values, i, "v", &value);
      if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT))
        g_variant_lookup (value, "activation-token", "s", token);
      else if (target == NULL)
        target = g_steal_pointer (&value);
    }
  return target != NULL && g_action_name_is_valid (name)
             ? g_action_print_detailed_name (name, target)
             : g_strdup (name);
}

static void
action_invoked_cb (GDBusConnection *connection,
                   const char *sender,
                   const char *path,
                   const char *interface,
                   const char *signal,
                   GVariant *parameters,
                   gpointer data)
{
  CooldownNotifierPortal *self = data;
  g_autofree char *token = NULL;
  g_autofree char *action = NULL;
  const char *id;
  int slot;

  /* GLib before 2.80.1 lets others through who send to this process alone. */
  if (g_strcmp0 (sender, self->owner) != 0 ||
      !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssav)")))
    return;
  g_variant_get (parameters, "(&s&sav)", &id, NULL, NULL);
  slot = find_slot (id);
  if (slot < 0)
    return;
  action = read_action (parameters, &token);
  g_signal_emit_by_name (self, "chosen", (guint) slot, action, token != NULL ? token : "");
}

static void
cooldown_notifier_portal_show (CooldownNotifier *notifier, const CooldownReminder *reminder)
{
  CooldownNotifierPortal *self = COOLDOWN_NOTIFIER_PORTAL (notifier);
  Slot *slot = &self->slots[reminder->slot];

  g_clear_pointer (&slot->wanted, cooldown_reminder_free);
  slot->wanted = cooldown_reminder_copy (reminder);
  slot->wish = TRUE;
  start_all (self);
}

/* Asked of the portal even when nothing is known to stand there: a predecessor that was killed may
 * not have heard that it was shown, and to remove nothing does no harm. */
static void
cooldown_notifier_portal_withdraw (CooldownNotifier *notifier, guint index)
{
  CooldownNotifierPortal *self = COOLDOWN_NOTIFIER_PORTAL (notifier);
  Slot *slot = &self->slots[index];

  g_clear_pointer (&slot->wanted, cooldown_reminder_free);
  slot->wish = TRUE;
  start_all (self);
}

/* The id of a slot is the same for ever: the key says only that somebody keeps it. */
static void
cooldown_notifier_portal_adopt (CooldownNotifier *notifier, guint slot, const char *key)
{
  COOLDOWN_NOTIFIER_PORTAL (notifier)->slots[slot].noted = TRUE;
}

static char *
cooldown_notifier_portal_describe (CooldownNotifier *notifier)
{
  CooldownNotifierPortal *self = COOLDOWN_NOTIFIER_PORTAL (notifier);

  return self->version != 0 ? g_strdup_printf (NOTIFICATION_INTERFACE ", version %u", self->version)
                            : NULL;
}

static gboolean
cooldown_notifier_portal_has_buttons (CooldownNotifier *notifier)
{
  return TRUE;
}

static void
cooldown_notifier_portal_notifier_init (CooldownNotifierInterface *iface)
{
  iface->show = cooldown_notifier_portal_show;
  iface->withdraw = cooldown_notifier_portal_withdraw;
  iface->adopt = cooldown_notifier_portal_adopt;
  iface->describe = cooldown_notifier_portal_describe;
  iface->has_buttons = cooldown_notifier_portal_has_buttons;
}

static void
cooldown_notifier_portal_dispose (GObject *object)
{
  CooldownNotifierPortal *self = COOLDOWN_NOTIFIER_PORTAL (object);

  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->connection, self->subscription);
  self->subscription = 0;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  forget_version (self);
  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    g_clear_pointer (&self->slots[i].wanted, cooldown_reminder_free);
  g_clear_pointer (&self->owner, g_free);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (cooldown_notifier_portal_parent_class)->dispose (object);
}

static void
cooldown_notifier_portal_class_init (CooldownNotifierPortalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_notifier_portal_dispose;
}

static void
cooldown_notifier_portal_init (CooldownNotifierPortal *self)
{
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    self->slots[i].last = -1;
}

/**
 * cooldown_notifier_portal_new:
 * @connection: the session bus
 *
 * Returns: (transfer full): a notifier that talks to the desktop's portal, for use in a sandbox
 */
CooldownNotifier *
cooldown_notifier_portal_new (GDBusConnection *connection)
{
  CooldownNotifierPortal *self = g_object_new (COOLDOWN_TYPE_NOTIFIER_PORTAL, NULL);

  self->connection = g_object_ref (connection);
  self->subscription = g_dbus_connection_signal_subscribe (
      connection, PORTAL_NAME, NOTIFICATION_INTERFACE, "ActionInvoked", PORTAL_PATH, NULL,
      G_DBUS_SIGNAL_FLAGS_NONE, action_invoked_cb, self, NULL);
  self->watch = g_bus_watch_name_on_connection (connection, PORTAL_NAME,
                                                G_BUS_NAME_WATCHER_FLAGS_NONE, portal_appeared_cb,
                                                portal_vanished_cb, self, NULL);
  return COOLDOWN_NOTIFIER (self);
}
