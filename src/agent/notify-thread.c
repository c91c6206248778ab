/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libnotify's calls wait for the server, up to 25 seconds each. They live in a thread of their
 * own, with a main context of their own for what the server sends back, and nothing else of the
 * program touches libnotify.
 */
#include "notify-thread.h"

#include "config.h"

#include <libnotify/notify.h>
#include <string.h>

struct _CooldownNotifyThread
{
  gatomicrefcount references;
  GMainContext *context;
  GMainLoop *loop;
  CooldownNotifyCallback callback;
  gpointer data;
  gint stopped; /* atomic: replies are no longer wanted */

  /* Used in the thread only: */
  NotifyNotification *shown[COOLDOWN_N_SLOTS];
  gboolean knows_server;
  char *server; /* (nullable): its name and version */
  gboolean has_actions;
  gboolean has_markup;
};

typedef struct
{
  CooldownNotifyThread *thread;
  CooldownReminder *reminder; /* (nullable): NULL to close */
  guint slot;
  guint32 id;
} Job;

typedef struct
{
  CooldownNotifyThread *thread;
  CooldownNotifyReply reply;
} Answer;

/* What an action's callback needs to know. */
typedef struct
{
  CooldownNotifyThread *thread;
  guint slot;
} Chosen;

static CooldownNotifyThread *
thread_ref (CooldownNotifyThread *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

static void
thread_unref (CooldownNotifyThread *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->server);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_free (self);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  thread_unref (answer->thread);
  g_free (answer->reply.action);
  g_free (answer->reply.token);
  g_free (answer->reply.error);
  g_free (answer->reply.server);
  g_free (answer);
}

static gboolean
deliver_cb (gpointer data)
{
  Answer *answer = data;

  if (!g_atomic_int_get (&answer->thread->stopped))
    answer->thread->callback (&answer->reply, answer->thread->data);
  return G_SOURCE_REMOVE;
}

/* Hands a reply over to the main thread. */
static void
deliver (CooldownNotifyThread *self, const CooldownNotifyReply *reply)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->thread = thread_ref (self);
  answer->reply = *reply;
  answer->reply.action = g_strdup (reply->action);
  answer->reply.token = g_strdup (reply->token);
  answer->reply.error = g_strdup (reply->error);
  answer->reply.server = g_strdup (self->server);
  answer->reply.has_buttons = self->has_actions;
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, deliver_cb, answer, answer_free);
}

static void
chosen_cb (NotifyNotification *notification, char *action, gpointer data)
{
  const Chosen *chosen = data;
  const char *token = notify_notification_get_activation_token (notification);

  deliver (chosen->thread, &(CooldownNotifyReply){
                             .slot = chosen->slot, .action = action, .token = (char *) token });
}

static void
chosen_free (gpointer data)
{
  Chosen *chosen = data;

  thread_unref (chosen->thread);
  g_free (chosen);
}

static Chosen *
chosen_new (CooldownNotifyThread *self, guint slot)
{
  Chosen *chosen = g_new0 (Chosen, 1);

  chosen->thread = thread_ref (self);
  chosen->slot = slot;
  return chosen;
}

/* What a server can do is asked once for each server that appears. */
static void
learn_server (CooldownNotifyThread *self)
{
  g_autofree char *name = NULL;
  g_autofree char *version = NULL;
  GList *caps;

  if (self->knows_server)
    return;
  caps = notify_get_server_caps ();
  self->knows_server = caps != NULL;
  self->has_actions = g_list_find_custom (caps, "actions", (GCompareFunc) strcmp) != NULL;
  self->has_markup = g_list_find_custom (caps, "body-markup", (GCompareFunc) strcmp) != NULL;
  g_list_free_full (caps, g_free);
  g_clear_pointer (&self->server, g_free);
  if (self->knows_server && notify_get_server_info (&name, NULL, &version, NULL))
    self->server = g_strdup_printf ("%s %s", name, version);
}

static void
add_buttons (CooldownNotifyThread *self,
             NotifyNotification *notification,
             const CooldownReminder *reminder)
{
  if (!self->has_actions)
    return;
  notify_notification_add_action (notification, "default", reminder->title, chosen_cb,
                                  chosen_new (self, reminder->slot), chosen_free);
  for (guint i = 0; i < reminder->n_buttons; i++)
    notify_notification_add_action (notification, reminder->actions[i], reminder->labels[i],
                                    chosen_cb, chosen_new (self, reminder->slot), chosen_free);
}

static void
set_sound (NotifyNotification *notification, CooldownSound sound)
{
  if (sound == COOLDOWN_SOUND_NONE || cooldown_sound_get_tune (sound) != NULL)
    notify_notification_set_hint (notification, "suppress-sound", g_variant_new_boolean (TRUE));
  else
    notify_notification_set_hint (notification, "sound-name",
                                  g_variant_new_string (sound == COOLDOWN_SOUND_ALARM
                                                          ? "alarm-clock-elapsed"
                                                          : "message-new-instant"));
}

static void
set_hints (NotifyNotification *notification, const CooldownReminder *reminder)
{
  static const NotifyUrgency urgencies[] = { NOTIFY_URGENCY_LOW, NOTIFY_URGENCY_NORMAL,
                                             NOTIFY_URGENCY_CRITICAL };

  notify_notification_set_urgency (notification, urgencies[reminder->urgency]);
  notify_notification_set_hint (notification, "desktop-entry",
                                g_variant_new_string (COOLDOWN_APP_ID));
  set_sound (notification, reminder->sound);
  /* What waits for an answer stays until it is there; the rest goes by itself. */
  notify_notification_set_timeout (notification, reminder->urgency == COOLDOWN_URGENCY_SILENT
                                                   ? NOTIFY_EXPIRES_DEFAULT
                                                   : NOTIFY_EXPIRES_NEVER);
}

static void
run_show (CooldownNotifyThread *self, const Job *job)
{
  NotifyNotification *notification;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;
  gint id = (gint) job->id;

  learn_server (self);
  body = self->has_markup ? g_markup_escape_text (job->reminder->body, -1)
                          : g_strdup (job->reminder->body);
  notification = g_object_new (NOTIFY_TYPE_NOTIFICATION, "id", (gint) job->id, "app-name",
                               "Cooldown", "summary", job->reminder->title, "body", body,
                               "icon-name", COOLDOWN_APP_ID, NULL);
  set_hints (notification, job->reminder);
  add_buttons (self, notification, job->reminder);
  if (notify_notification_show (notification, &error))
    {
      g_object_get (notification, "id", &id, NULL);
      g_clear_object (&self->shown[job->slot]);
      self->shown[job->slot] = notification;
    }
  else
    {
      /* What stood there before still does, and its buttons still work. */
      g_message ("a reminder could not be shown: %s", error->message);
      g_object_unref (notification);
    }
  deliver (self, &(CooldownNotifyReply){ .slot = job->slot,
                                         .id = (guint32) id,
                                         .error = error != NULL ? error->message : NULL });
}

/* A server that does not answer may still have it; one that does has not. */
static gboolean
is_unanswered (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY);
}

static void
run_close (CooldownNotifyThread *self, const Job *job)
{
  NotifyNotification *notification =
    g_object_new (NOTIFY_TYPE_NOTIFICATION, "id", (gint) job->id, "app-name", "Cooldown",
                  "summary", "", NULL);
  g_autoptr (GError) error = NULL;
  gboolean stands;

  g_clear_object (&self->shown[job->slot]);
  if (job->id != 0)
    notify_notification_close (notification, &error);
  g_object_unref (notification);
  stands = is_unanswered (error);
  deliver (self, &(CooldownNotifyReply){ .slot = job->slot,
                                         .id = stands ? job->id : 0,
                                         .error = stands ? error->message : NULL });
}

static gboolean
run_job_cb (gpointer data)
{
  const Job *job = data;

  if (job->reminder != NULL)
    run_show (job->thread, job);
  else
    run_close (job->thread, job);
  return G_SOURCE_REMOVE;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->reminder, cooldown_reminder_free);
  thread_unref (job->thread);
  g_free (job);
}

static gpointer
thread_main (gpointer data)
{
  CooldownNotifyThread *self = data;

  g_main_context_push_thread_default (self->context);
  notify_init ("Cooldown");
  g_main_loop_run (self->loop);
  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    g_clear_object (&self->shown[i]);
  notify_uninit ();
  /* What that left to be freed is freed here. */
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  thread_unref (self);
  return NULL;
}

/**
 * cooldown_notify_thread_new:
 * @callback: told, in the main thread, what came of each job and what the user chose
 * @data: given to it
 *
 * Returns: (transfer full): the thread, running
 */
CooldownNotifyThread *
cooldown_notify_thread_new (CooldownNotifyCallback callback, gpointer data)
{
  CooldownNotifyThread *self = g_new0 (CooldownNotifyThread, 1);

  g_atomic_ref_count_init (&self->references);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->callback = callback;
  self->data = data;
  g_thread_unref (g_thread_new ("notify", thread_main, thread_ref (self)));
  return self;
}

static void
start_job (CooldownNotifyThread *self,
           guint slot,
           const CooldownReminder *reminder,
           guint32 id)
{
  Job *job = g_new0 (Job, 1);

  job->thread = thread_ref (self);
  job->slot = slot;
  job->reminder = reminder != NULL ? cooldown_reminder_copy (reminder) : NULL;
  job->id = id;
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, run_job_cb, job, job_free);
}

/**
 * cooldown_notify_thread_show:
 * @self: the thread
 * @reminder: what to show
 * @replaces: the server's number of the notification in whose place it comes, 0 for none
 */
void
cooldown_notify_thread_show (CooldownNotifyThread *self,
                             const CooldownReminder *reminder,
                             guint32 replaces)
{
  start_job (self, reminder->slot, reminder, replaces);
}

/**
 * cooldown_notify_thread_close:
 * @self: the thread
 * @slot: which notification
 * @id: the server's number of the notification, 0 when there is none
 */
void
cooldown_notify_thread_close (CooldownNotifyThread *self, guint slot, guint32 id)
{
  start_job (self, slot, NULL, id);
}

static gboolean
forget_server_cb (gpointer data)
{
  CooldownNotifyThread *self = data;

  self->knows_server = FALSE;
  return G_SOURCE_REMOVE;
}

/**
 * cooldown_notify_thread_forget_server:
 * @self: the thread
 *
 * Another server answers from now on: what it can do has to be asked anew.
 */
void
cooldown_notify_thread_forget_server (CooldownNotifyThread *self)
{
  g_main_context_invoke_full (self->context, G_PRIORITY_HIGH, forget_server_cb, thread_ref (self),
                              (GDestroyNotify) thread_unref);
}

static gboolean
stop_cb (gpointer data)
{
  CooldownNotifyThread *self = data;

  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

/**
 * cooldown_notify_thread_stop:
 * @self: (transfer full): the thread
 *
 * Ends it as soon as the call in flight is over, without waiting for that.
 */
void
cooldown_notify_thread_stop (CooldownNotifyThread *self)
{
  g_atomic_int_set (&self->stopped, TRUE);
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, stop_cb, self,
                              (GDestroyNotify) thread_unref);
}
