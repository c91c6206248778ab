/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "about.h"
#include "application.h"
#include "cli/request.h"
#include "content-error.h"
#include "contrast-style.h"
#include "preferences.h"
#include "reveal.h"
#include "window-tab.h"
#include "window.h"

struct _CooldownApplication
{
  AdwApplication parent_instance;
  CooldownAppState *state; /* (nullable): not while the content cannot be used */
  GError *content_error;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CooldownApplication, cooldown_application, ADW_TYPE_APPLICATION)

static GtkWindow *
ensure_window (CooldownApplication *self)
{
  GtkApplication *application = GTK_APPLICATION (self);
  GList *windows = gtk_application_get_windows (application);

  if (windows != NULL)
    return windows->data;
  if (self->state == NULL)
    return cooldown_content_error_window_new (application, self->content_error);
  return GTK_WINDOW (cooldown_window_new (application, self->state));
}

/* PLACE is a tab, and perhaps something on its page: "recover/cecs". */
static void
show_place (GtkWidget *window, const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, "/", 2);

  if (!cooldown_window_tab_parse (parts[0], NULL))
    return;
  gtk_widget_activate_action (window, "win.show-tab", "s", parts[0]);
  if (parts[1] == NULL)
    return;
  if (g_str_equal (parts[0], "check") && g_str_equal (parts[1], "signs"))
    gtk_widget_activate_action (window, "win.check-now", NULL);
  else
    cooldown_reveal (window, parts[1]);
}

static void
present (CooldownApplication *self, const char *place)
{
  GtkWindow *window = ensure_window (self);

  if (place != NULL && self->state != NULL)
    show_place (GTK_WIDGET (window), place);
  gtk_window_present (window);
}

static void
show_reminders (CooldownApplication *self)
{
  present (self, NULL);
  if (self->state != NULL)
    gtk_widget_activate_action (GTK_WIDGET (ensure_window (self)), "win.show-reminders", NULL);
}

/* What the evening's nights say stands on a page of its own. */
static void
show_nights (CooldownApplication *self)
{
  present (self, "evening");
  if (self->state != NULL)
    gtk_widget_activate_action (GTK_WIDGET (ensure_window (self)), "win.show-nights", NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_application_quit (G_APPLICATION (data));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cooldown_about_present (ensure_window (data));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CooldownApplication *self = data;

  if (self->state != NULL)
    gtk_window_present (cooldown_preferences_new (ensure_window (self), self->state));
}

static void
just_finished_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present (data, "recover");
}

static void
start_ice_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present (data, "ice");
}

static void
wind_down_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  present (data, COOLDOWN_PLACE_WIND_DOWN);
}

static void
show_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = g_variant_get_string (parameter, NULL);

  if (g_str_equal (name, "reminders"))
    show_reminders (data);
  else if (g_str_equal (name, "nights"))
    show_nights (data);
  else
    present (data, name);
}

static void
add_actions (CooldownApplication *self)
{
  static const GActionEntry entries[] = {
    { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
    { "about", about_cb, NULL, NULL, NULL, { 0 } },
    { "preferences", preferences_cb, NULL, NULL, NULL, { 0 } },
    { "just-finished", just_finished_cb, NULL, NULL, NULL, { 0 } },
    { "start-ice", start_ice_cb, NULL, NULL, NULL, { 0 } },
    { "wind-down", wind_down_cb, NULL, NULL, NULL, { 0 } },
    { "show", show_cb, "s", NULL, NULL, { 0 } },
  };
  static const struct
  {
    const char *action;
    const char *keys[2];
  } keys[] = {
    { "win.show-tab('recover')", { "<Alt>1" } },
    { "win.show-tab('check')", { "<Alt>2" } },
    { "win.show-tab('ice')", { "<Alt>3" } },
    { "win.show-tab('evening')", { "<Alt>4" } },
    { "win.show-tab('journal')", { "<Alt>5" } },
    { "win.new-entry('episode')", { "<Control>n" } },
    { "win.new-entry('workout')", { "<Control><Shift>n" } },
    { "win.search", { "<Control>f" } },
    { "win.report", { "<Control>p" } },
    { "win.show-reminders", { "<Control>r" } },
    { "win.press-main", { "<Control>Return" } },
    { "win.undo", { "<Control>z" } },
    { "window.close", { "<Control>w" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.quit", { "<Control>q" } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, keys[i].keys);
}

static void
load_state (CooldownApplication *self)
{
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (&self->content_error);
  g_autoptr (CooldownClock) clock = NULL;
  g_autoptr (CooldownAgentLink) link = NULL;
  g_autoptr (CooldownNotebook) notebook = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "cooldown", NULL);

  if (content == NULL)
    {
      g_printerr ("%s\n", self->content_error->message);
      return;
    }
  clock = cooldown_clock_system_new ();
  link = cooldown_agent_link_new (g_application_get_dbus_connection (G_APPLICATION (self)));
  notebook = cooldown_notebook_new (folder, clock);
  self->state = cooldown_app_state_new (content, clock, link, notebook);
}

static void
cooldown_application_startup (GApplication *application)
{
  CooldownApplication *self = COOLDOWN_APPLICATION (application);

  G_APPLICATION_CLASS (cooldown_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (COOLDOWN_APP_ID);
  cooldown_contrast_style_follow (adw_style_manager_get_for_display (gdk_display_get_default ()));
  add_actions (self);
  load_state (self);
}

static void
cooldown_application_activate (GApplication *application)
{
  present (COOLDOWN_APPLICATION (application), NULL);
}

static void
close_windows (GtkApplication *application)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *window = windows; window != NULL; window = window->next)
    /* One may have closed another. */
    if (g_list_find (gtk_application_get_windows (application), window->data) != NULL)
      gtk_window_destroy (window->data);
}

/* What must not be lost is in the journal and on the bus before the program ends; what windows
 * still hold they let go of when they close. */
static void
cooldown_application_shutdown (GApplication *application)
{
  CooldownApplication *self = COOLDOWN_APPLICATION (application);
  GDBusConnection *connection = g_application_get_dbus_connection (application);

  close_windows (GTK_APPLICATION (application));
  if (self->state != NULL)
    cooldown_notebook_close (cooldown_app_state_get_notebook (self->state));
  if (connection != NULL)
    g_dbus_connection_flush_sync (connection, NULL, NULL);
  G_APPLICATION_CLASS (cooldown_application_parent_class)->shutdown (application);
}

/* Who called has read the options already: what is left is the place to show, if there is one. */
static int
cooldown_application_command_line (GApplication *application, GApplicationCommandLine *line)
{
  int n_arguments;
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (line, &n_arguments);

  present (COOLDOWN_APPLICATION (application), n_arguments > 1 ? arguments[1] : NULL);
  return EXIT_SUCCESS;
}

static void
cooldown_application_finalize (GObject *object)
{
  CooldownApplication *self = COOLDOWN_APPLICATION (object);

  g_clear_object (&self->state);
  g_clear_error (&self->content_error);
  G_OBJECT_CLASS (cooldown_application_parent_class)->finalize (object);
}

static void
cooldown_application_class_init (CooldownApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cooldown_application_finalize;
  application_class->startup = cooldown_application_startup;
  application_class->activate = cooldown_application_activate;
  application_class->shutdown = cooldown_application_shutdown;
  application_class->command_line = cooldown_application_command_line;
}

static void
cooldown_application_init (CooldownApplication *self)
{
}

/**
 * cooldown_application_new:
 *
 * Returns: (transfer full): the program with its window; it runs once per session
 */
CooldownApplication *
cooldown_application_new (void)
{
  return g_object_new (COOLDOWN_TYPE_APPLICATION, "application-id", COOLDOWN_APP_ID,
                       "resource-base-path", "/cooldown", "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, NULL);
}
