/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data-actions.h"

#include "data-import.h"

typedef struct
{
  GtkWidget *window;
  CooldownAppState *state;
  gboolean begun;
} Actions;

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Actions *actions = data;

  cooldown_data_import (actions->window, actions->state);
}

/* Other devices are heard when the window is come to, and told when it is left. */
static void
is_active_cb (GtkWindow *window, GParamSpec *pspec, gpointer data)
{
  Actions *actions = data;
  CooldownDataSync *sync = cooldown_app_state_get_sync (actions->state);

  if (!gtk_window_is_active (window))
    cooldown_data_sync_pause (sync);
  else if (!actions->begun)
    cooldown_data_sync_now (sync);
  actions->begun = actions->begun || gtk_window_is_active (window);
}

static void
actions_free (gpointer data, GClosure *closure)
{
  Actions *actions = data;

  g_object_unref (actions->state);
  g_free (actions);
}

/**
 * cooldown_data_actions_add:
 * @window: the window
 * @state: what is going on
 *
 * Adds what can be done to the window about files with the journal in them: the action
 * "win.import". Exchanges with other devices when the window is come to and when it is left.
 */
void
cooldown_data_actions_add (GtkApplicationWindow *window, CooldownAppState *state)
{
  const GActionEntry entry = { "import", import_cb, NULL, NULL, NULL, { 0 } };
  Actions *actions;

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));
  g_return_if_fail (COOLDOWN_IS_APP_STATE (state));

  actions = g_new0 (Actions, 1);
  actions->window = GTK_WIDGET (window);
  actions->state = g_object_ref (state);
  g_action_map_add_action_entries (G_ACTION_MAP (window), &entry, 1, actions);
  g_signal_connect_data (window, "notify::is-active", G_CALLBACK (is_active_cb), actions,
                         actions_free, 0);
}
