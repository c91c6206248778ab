/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notifier.h"
#include "notify-thread.h"

#include <stdio.h>
#include <string.h>

#define SERVER_NAME "org.freedesktop.Notifications"

typedef enum
{
  WISH_NONE,
  WISH_SHOW,
  WISH_WITHDRAW,
} Wish;

/* What is to come of a slot, and what lies on the desktop of it. */
typedef struct
{
  Wish wish;
  CooldownReminder *reminder;
  guint32 id;
  char *adopted; /* (nullable): a key that waits for the server to be known */
} Slot;

#define COOLDOWN_TYPE_NOTIFIER_LIBNOTIFY (cooldown_notifier_libnotify_get_type ())
G_DECLARE_FINAL_TYPE (CooldownNotifierLibnotify, cooldown_notifier_libnotify, COOLDOWN,
                      NOTIFIER_LIBNOTIFY, GObject)

struct _CooldownNotifierLibnotify
{
  GObject parent_instance;
  CooldownNotifyThread *thread;
  GDBusConnection *connection;
  guint watch;
  char *owner;  /* (nullable): the server's unique name */
  char *server; /* (nullable): its name and version */
  gboolean has_buttons;
  gboolean looked;
  Slot slots[COOLDOWN_N_SLOTS];
  gboolean in_flight;
  Wish flying;
  guint flying_slot;
  gint64 flying_serial;
  char *flying_owner; /* (nullable): the server that the call in flight went to */
};

static void cooldown_notifier_libnotify_notifier_init (CooldownNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CooldownNotifierLibnotify, cooldown_notifier_libnotify,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COOLDOWN_TYPE_NOTIFIER,
                                                      cooldown_notifier_libnotify_notifier_init))

/* A number means something to one server on one bus only. */
static char *
make_key (CooldownNotifierLibnotify *self, guint32 id)
{
  return g_strdup_printf ("%s %s %u", g_dbus_connection_get_guid (self->connection), self->owner,
                          id);
}

static guint32
id_from_key (CooldownNotifierLibnotify *self, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, " ", 3);

  if (g_strv_length (parts) != 3 ||
      g_strcmp0 (parts[0], g_dbus_connection_get_guid (self->connection)) != 0 ||
      g_strcmp0 (parts[1], self->owner) != 0)
    return 0;
  return (guint32) g_ascii_strtoull (parts[2], NULL, 10);
}

static void
take_up_adopted (CooldownNotifierLibnotify *self)
{
  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    {
      Slot *slot = &self->slots[i];

      if (slot->adopted != NULL && slot->id == 0)
        slot->id = id_from_key (self, slot->adopted);
      g_clear_pointer (&slot->adopted, g_free);
    }
}

/* Starts the next job, if none is under way: one call in flight, what waits is only the newest of
 * each slot, and ice comes first. */
static void
start_next (CooldownNotifierLibnotify *self)
{
  if (self->in_flight || !self->looked)
    return;
  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    {
      Slot *slot = &self->slots[i];

      if (slot->wish == WISH_NONE)
        continue;
      self->in_flight = TRUE;
      self->flying = slot->wish;
      self->flying_slot = i;
      self->flying_serial = slot->wish == WISH_SHOW ? slot->reminder->serial : -1;
      g_free (self->flying_owner);
      self->flying_owner = g_strdup (self->owner);
      slot->wish = WISH_NONE;
      if (self->flying == WISH_SHOW)
        cooldown_notify_thread_show (self->thread, slot->reminder, slot->id);
      else
        cooldown_notify_thread_close (self->thread, i, slot->id);
      return;
    }
}

/* A server that came or went since has nothing on its desktop of what another one was told. One
 * that was started by the call itself has. */
static gboolean
is_still_there (CooldownNotifierLibnotify *self)
{
  return self->flying_owner == NULL || g_strcmp0 (self->flying_owner, self->owner) == 0;
}

static void
job_ended (CooldownNotifierLibnotify *self, const CooldownNotifyReply *reply)
{
  Slot *slot = &self->slots[reply->slot];
  gboolean worked = reply->error == NULL && (self->flying != WISH_SHOW || reply->id != 0);
  g_autofree char *key = NULL;
  gboolean unanswered;

  self->in_flight = FALSE;
  slot->id = is_still_there (self) ? reply->id : 0;
  unanswered = self->flying == WISH_WITHDRAW && slot->id != 0;
  if (slot->id != 0 && self->owner != NULL)
    key = make_key (self, slot->id);
  /* What waits and was just said already makes no sound a second time. */
  if (worked && slot->wish == WISH_SHOW && slot->reminder->serial <= self->flying_serial)
    slot->reminder->sound = COOLDOWN_SOUND_NONE;
  if (self->flying == WISH_SHOW && !(worked && slot->id != 0))
    g_signal_emit_by_name (self, "failed", reply->slot, reply->error != NULL ? reply->error : "");
  else
    g_signal_emit_by_name (self, "placed", reply->slot, key != NULL ? key : "",
                           self->flying_serial);
  start_next (self);
  /* Nobody answered: with the next job it is tried again. */
  if (unanswered && slot->wish == WISH_NONE)
    slot->wish = WISH_WITHDRAW;
}

static void
reply_cb (const CooldownNotifyReply *reply, gpointer data)
{
  CooldownNotifierLibnotify *self = data;

  g_free (self->server);
  self->server = g_strdup (reply->server);
  self->has_buttons = reply->has_buttons;
  if (reply->action != NULL)
    g_signal_emit_by_name (self, "chosen", reply->slot, reply->action,
                           reply->token != NULL ? reply->token : "");
  else
    job_ended (self, reply);
}

static void
server_appeared_cb (GDBusConnection *connection,
                    const char *name,
                    const char *owner,
                    gpointer data)
{
  CooldownNotifierLibnotify *self = data;
  gboolean later = self->looked;

  g_free (self->owner);
  self->owner = g_strdup (owner);
  self->looked = TRUE;
  cooldown_notify_thread_forget_server (self->thread);
  take_up_adopted (self);
  start_next (self);
  if (later)
    g_signal_emit_by_name (self, "ready");
}

static void
server_vanished_cb (GDBusConnection *connection, const char *name, gpointer data)
{
  CooldownNotifierLibnotify *self = data;

  g_clear_pointer (&self->owner, g_free);
  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    self->slots[i].id = 0;
  self->looked = TRUE;
  /* A server may still be started by asking for it. */
  start_next (self);
}

static void
cooldown_notifier_libnotify_show (CooldownNotifier *notifier, const CooldownReminder *reminder)
{
  CooldownNotifierLibnotify *self = COOLDOWN_NOTIFIER_LIBNOTIFY (notifier);
  Slot *slot = &self->slots[reminder->slot];

  g_clear_pointer (&slot->reminder, cooldown_reminder_free);
  slot->reminder = cooldown_reminder_copy (reminder);
  slot->wish = WISH_SHOW;
  start_next (self);
}

static void
cooldown_notifier_libnotify_withdraw (CooldownNotifier *notifier, guint index)
{
  CooldownNotifierLibnotify *self = COOLDOWN_NOTIFIER_LIBNOTIFY (notifier);
  Slot *slot = &self->slots[index];
  gboolean flying = self->in_flight && self->flying == WISH_SHOW && self->flying_slot == index;

  if (slot->id != 0 || slot->adopted != NULL || flying)
    slot->wish = WISH_WITHDRAW;
  else
    slot->wish = WISH_NONE;
  start_next (self);
}

static void
cooldown_notifier_libnotify_adopt (CooldownNotifier *notifier, guint slot, const char *key)
{
  CooldownNotifierLibnotify *self = COOLDOWN_NOTIFIER_LIBNOTIFY (notifier);

  g_free (self->slots[slot].adopted);
  self->slots[slot].adopted = g_strdup (key);
  if (self->looked)
    take_up_adopted (self);
}

static char *
cooldown_notifier_libnotify_describe (CooldownNotifier *notifier)
{
  return g_strdup (COOLDOWN_NOTIFIER_LIBNOTIFY (notifier)->server);
}

static gboolean
cooldown_notifier_libnotify_has_buttons (CooldownNotifier *notifier)
{
  return COOLDOWN_NOTIFIER_LIBNOTIFY (notifier)->has_buttons;
}

static void
cooldown_notifier_libnotify_notifier_init (CooldownNotifierInterface *iface)
{
  iface->show = cooldown_notifier_libnotify_show;
  iface->withdraw = cooldown_notifier_libnotify_withdraw;
  iface->adopt = cooldown_notifier_libnotify_adopt;
  iface->describe = cooldown_notifier_libnotify_describe;
  iface->has_buttons = cooldown_notifier_libnotify_has_buttons;
}

static void
cooldown_notifier_libnotify_dispose (GObject *object)
{
  CooldownNotifierLibnotify *self = COOLDOWN_NOTIFIER_LIBNOTIFY (object);

  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  g_clear_pointer (&self->thread, cooldown_notify_thread_stop);
  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    {
      g_clear_pointer (&self->slots[i].reminder, cooldown_reminder_free);
      g_clear_pointer (&self->slots[i].adopted, g_free);
    }
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->server, g_free);
  g_clear_pointer (&self->flying_owner, g_free);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (cooldown_notifier_libnotify_parent_class)->dispose (object);
}

static void
cooldown_notifier_libnotify_class_init (CooldownNotifierLibnotifyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_notifier_libnotify_dispose;
}

static void
cooldown_notifier_libnotify_init (CooldownNotifierLibnotify *self)
{
}

/**
 * cooldown_notifier_libnotify_new:
 * @connection: the session bus
 *
 * Returns: (transfer full): a notifier that talks to the desktop's notification server
 */
CooldownNotifier *
cooldown_notifier_libnotify_new (GDBusConnection *connection)
{
  CooldownNotifierLibnotify *self = g_object_new (COOLDOWN_TYPE_NOTIFIER_LIBNOTIFY, NULL);

  self->connection = g_object_ref (connection);
  self->thread = cooldown_notify_thread_new (reply_cb, self);
  self->watch = g_bus_watch_name_on_connection (connection, SERVER_NAME,
                                                G_BUS_NAME_WATCHER_FLAGS_NONE, server_appeared_cb,
                                                server_vanished_cb, self, NULL);
  return COOLDOWN_NOTIFIER (self);
}
