/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent-call.h"

#include "cli/agent-message.h"
#include "config.h"
#include "pace.h"

/* Before a call that met the agent in the moment of leaving is repeated. */
#define REPEAT_AFTER (COOLDOWN_SECOND / 5)

/* One command on its way. */
typedef struct
{
  GDBusConnection *connection;
  GVariant *arguments;
  gboolean repeated;
} Call;

static void
call_free (Call *call)
{
  g_object_unref (call->connection);
  g_variant_unref (call->arguments);
  g_free (call);
}

static void send_call (GTask *task);

static void
repeat_cb (gpointer data)
{
  send_call (data);
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Call *call = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant)
      reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply != NULL)
    g_task_return_boolean (task, TRUE);
  else if (cooldown_agent_error_is_worth_repeating (error) && !call->repeated)
    {
      call->repeated = TRUE;
      cooldown_pace_wait (REPEAT_AFTER, repeat_cb, g_steal_pointer (&task));
    }
  else
    {
      g_dbus_error_strip_remote_error (error);
      g_task_return_error (task, g_steal_pointer (&error));
    }
}

/* Takes over the reference to TASK. */
static void
send_call (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  g_dbus_connection_call (call->connection, COOLDOWN_AGENT_ID, COOLDOWN_AGENT_PATH,
                          "org.gtk.Actions", "Activate", call->arguments, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, g_task_get_cancellable (task), called_cb,
                          task);
}

/**
 * cooldown_agent_call:
 * @connection: the session bus
 * @action: name of an action of the agent
 * @parameter: (nullable): its parameter
 * @task: (transfer full): returns %TRUE when the agent has replied, or an error
 *
 * Calls an action of the agent, which is started for it if it must. A call that meets the agent in
 * the moment of leaving is repeated once.
 */
void
cooldown_agent_call (GDBusConnection *connection,
                     const char *action,
                     GVariant *parameter,
                     GTask *task)
{
  Call *call = g_new0 (Call, 1);

  call->connection = g_object_ref (connection);
  call->arguments = g_variant_ref_sink (cooldown_agent_message_new (action, parameter));
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);
  send_call (task);
}
