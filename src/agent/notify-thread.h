/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reminder.h"

G_BEGIN_DECLS

/**
 * CooldownNotifyReply:
 * @slot: which notification it is about
 * @id: the server's number of the notification that stands there now, 0 for none
 * @action: (nullable): the action the user chose; %NULL when this ends a job
 * @token: (nullable): an activation token the server gave with it
 * @error: (nullable): why it could not be shown or taken away
 * @server: (nullable): name and version of the server, where it said
 * @has_buttons: whether the server shows buttons
 *
 * What the thread has to say.
 */
typedef struct
{
  guint slot;
  guint32 id;
  char *action;
  char *token;
  char *error;
  char *server;
  gboolean has_buttons;
} CooldownNotifyReply;

typedef struct _CooldownNotifyThread CooldownNotifyThread;

typedef void (*CooldownNotifyCallback) (const CooldownNotifyReply *reply, gpointer data);

CooldownNotifyThread *cooldown_notify_thread_new (CooldownNotifyCallback callback, gpointer data);
void cooldown_notify_thread_show (CooldownNotifyThread *self,
                                  const CooldownReminder *reminder,
                                  guint32 replaces);
void cooldown_notify_thread_close (CooldownNotifyThread *self, guint slot, guint32 id);
void cooldown_notify_thread_forget_server (CooldownNotifyThread *self);
void cooldown_notify_thread_stop (CooldownNotifyThread *self);

G_END_DECLS
