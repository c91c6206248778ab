/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window.h"

#include "check-page.h"
#include "emergency-banner.h"
#include "evening-page.h"
#include "first-start.h"
#include "ice-page.h"
#include "now-bar.h"
#include "recover-page.h"
#include "reminder-button.h"
#include "reminder-entry.h"

#include <glib/gi18n.h>

struct _CooldownWindow
{
  AdwApplicationWindow parent_instance;
  CooldownAppState *state;
  AdwToast *undo_toast; /* (nullable) */
  GtkStack *root_stack;
  CooldownEmergencyBanner *emergency_banner;
  CooldownNowBar *now_bar;
  CooldownReminderButton *reminders;
  AdwToastOverlay *toasts;
  AdwViewStack *tabs;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar *switcher_bar;
  guint late_pages; /* source that builds the pages not shown yet */
};

G_DEFINE_FINAL_TYPE (CooldownWindow, cooldown_window, ADW_TYPE_APPLICATION_WINDOW)

/* In the order of the switcher. */
typedef enum
{
  TAB_RECOVER,
  TAB_CHECK,
  TAB_ICE,
  TAB_EVENING,
} Tab;

static const char *const tab_names[] = {
  [TAB_RECOVER] = "recover",
  [TAB_CHECK] = "check",
  [TAB_ICE] = "ice",
  [TAB_EVENING] = "evening",
  NULL,
};

static GtkWidget *
build_page (CooldownWindow *self, Tab tab)
{
  GtkWidget *page;

  switch (tab)
    {
    case TAB_RECOVER:
      page = g_object_new (COOLDOWN_TYPE_RECOVER_PAGE, NULL);
      cooldown_recover_page_set_state (COOLDOWN_RECOVER_PAGE (page), self->state);
      return page;
    case TAB_CHECK:
      page = g_object_new (COOLDOWN_TYPE_CHECK_PAGE, NULL);
      cooldown_check_page_set_state (COOLDOWN_CHECK_PAGE (page), self->state);
      return page;
    case TAB_ICE:
      page = g_object_new (COOLDOWN_TYPE_ICE_PAGE, NULL);
      cooldown_ice_page_set_state (COOLDOWN_ICE_PAGE (page), self->state);
      return page;
    case TAB_EVENING:
    default:
      page = g_object_new (COOLDOWN_TYPE_EVENING_PAGE, NULL);
      cooldown_evening_page_set_state (COOLDOWN_EVENING_PAGE (page), self->state);
      return page;
    }
}

/* The page of a tab, built when it is first wanted. */
static GtkWidget *
get_page (CooldownWindow *self, Tab tab)
{
  AdwBin *place = ADW_BIN (adw_view_stack_get_child_by_name (self->tabs, tab_names[tab]));

  if (adw_bin_get_child (place) == NULL)
    adw_bin_set_child (place, build_page (self, tab));
  return adw_bin_get_child (place);
}

static GtkWidget *
get_visible_page (CooldownWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->tabs);
  Tab tab = TAB_RECOVER;

  while (tab < TAB_EVENING && g_strcmp0 (tab_names[tab], name) != 0)
    tab++;
  return get_page (self, tab);
}

/* First use hides the tabs, and has no need of a page behind it. */
static void
build_shown_page (CooldownWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->root_stack), "tabs") == 0)
    get_visible_page (self);
}

/* Builds one page that was not wanted yet, until there are none: a tab must open at once. */
static gboolean
build_late_page_cb (gpointer data)
{
  CooldownWindow *self = data;

  for (Tab tab = TAB_RECOVER; tab <= TAB_EVENING; tab++)
    {
      AdwBin *place = ADW_BIN (adw_view_stack_get_child_by_name (self->tabs, tab_names[tab]));

      if (adw_bin_get_child (place) != NULL)
        continue;
      get_page (self, tab);
      return G_SOURCE_CONTINUE;
    }
  self->late_pages = 0;
  return G_SOURCE_REMOVE;
}

/* Only what is shown is built before the first frame. */
static void
first_frame_cb (CooldownWindow *self, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, first_frame_cb, self);
  self->late_pages = g_idle_add_full (G_PRIORITY_LOW, build_late_page_cb, self, NULL);
}

static void
cooldown_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cooldown_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                           G_CALLBACK (first_frame_cb), widget, G_CONNECT_SWAPPED);
}

static void
show_tab (CooldownWindow *self, const char *tab)
{
  GSettings *settings = cooldown_app_state_get_settings (self->state);

  adw_view_stack_set_visible_child_name (self->tabs, tab);
  gtk_stack_set_visible_child_name (self->root_stack, "tabs");
  /* Whichever way the window was entered, it need not be asked again. */
  g_settings_set_boolean (settings, "first-start-done", TRUE);
}

/* Into the page, unless something on it has the focus already. */
static void
focus_page (CooldownWindow *self)
{
  GtkWidget *page = get_visible_page (self);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, page))
    return;
  if (!gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
show_tab_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CooldownWindow *self = COOLDOWN_WINDOW (widget);
  const char *tab = g_variant_get_string (parameter, NULL);

  if (!cooldown_window_has_tab (tab))
    return;
  show_tab (self, tab);
  focus_page (self);
}

static void
check_now_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CooldownWindow *self = COOLDOWN_WINDOW (widget);

  show_tab (self, "check");
  cooldown_check_page_show_signs (COOLDOWN_CHECK_PAGE (get_page (self, TAB_CHECK)));
}

static void
show_reminders_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CooldownWindow *self = COOLDOWN_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->root_stack, "tabs");
  cooldown_reminder_button_open (self->reminders);
}

static AdwToast *
make_toast (GVariant *parameter)
{
  g_autofree char *markup = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  return adw_toast_new (markup);
}

static void
toast_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_toast_overlay_add_toast (COOLDOWN_WINDOW (widget)->toasts, make_toast (parameter));
}

static void
set_undo_toast (CooldownWindow *self, AdwToast *toast)
{
  g_set_object (&self->undo_toast, toast);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", toast != NULL);
}

static void
undo_dismissed_cb (CooldownWindow *self, AdwToast *toast)
{
  if (self->undo_toast == toast)
    set_undo_toast (self, NULL);
}

static void
toast_undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CooldownWindow *self = COOLDOWN_WINDOW (widget);
  AdwToast *toast = make_toast (parameter);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "agent.undo");
  /* What was offered before is no longer the last thing that was done. */
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  set_undo_toast (self, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (undo_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "agent.undo", NULL);
  adw_toast_dismiss (COOLDOWN_WINDOW (widget)->undo_toast);
}

/* The one button of a page that stands for what to do next. */
static GtkWidget *
find_main_button (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget) && (gtk_widget_has_css_class (widget, "suggested-action") ||
                                 gtk_widget_has_css_class (widget, "cd-ring")))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_main_button (child);
  return found;
}

static void
press_main_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *button = find_main_button (get_visible_page (COOLDOWN_WINDOW (widget)));

  if (button != NULL)
    gtk_widget_activate (button);
}

/* The tab at INDEX in each switcher below WIDGET. */
static void
describe_tab (GtkWidget *widget, guint index, const char *description)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (!ADW_IS_VIEW_SWITCHER (widget))
    {
      for (; child != NULL; child = gtk_widget_get_next_sibling (child))
        describe_tab (child, index, description);
      return;
    }
  while (child != NULL && index-- > 0)
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    description, -1);
}

/* The dot on a tab, and the same in words for who cannot see it. */
static void
set_needs_attention (CooldownWindow *self, Tab tab, gboolean needs)
{
  GtkWidget *page = adw_view_stack_get_child_by_name (self->tabs, tab_names[tab]);
  /* Translators: said of a tab that waits for an answer */
  const char *description = needs ? _ ("needs attention") : "";

  adw_view_stack_page_set_needs_attention (adw_view_stack_get_page (self->tabs, page), needs);
  describe_tab (GTK_WIDGET (self->switcher_title), tab, description);
  describe_tab (GTK_WIDGET (self->switcher_bar), tab, description);
}

static void
update_attention (CooldownWindow *self)
{
  CooldownIcePhase ice = cooldown_app_state_get_ice (self->state).phase;
  CooldownRecoveryPhase recovery = cooldown_app_state_get_recovery (self->state).phase;

  set_needs_attention (self, TAB_ICE, ice == COOLDOWN_ICE_OFF || ice == COOLDOWN_ICE_DUE);
  set_needs_attention (self, TAB_RECOVER,
                       recovery == COOLDOWN_RECOVERY_CHECK ||
                           cooldown_reminders_get_episode_question (self->state) !=
                               COOLDOWN_NOTICE_NONE);
}

/* Where the tabs do not fit into the header, it says which one it is. */
static void
update_title (CooldownWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->tabs);

  adw_view_switcher_title_set_title (
      self->switcher_title,
      adw_view_stack_page_get_title (adw_view_stack_get_page (self->tabs, page)));
}

static void
update_agent (CooldownWindow *self)
{
  CooldownAgentLink *link = cooldown_app_state_get_link (self->state);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "agent",
                                  cooldown_agent_link_get_actions (link));
}

static void
cooldown_window_dispose (GObject *object)
{
  CooldownWindow *self = COOLDOWN_WINDOW (object);

  g_clear_handle_id (&self->late_pages, g_source_remove);
  g_clear_object (&self->undo_toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_WINDOW);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-tab", "s", show_tab_cb);
  gtk_widget_class_install_action (widget_class, "win.check-now", NULL, check_now_cb);
  gtk_widget_class_install_action (widget_class, "win.show-reminders", NULL, show_reminders_cb);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_cb);
  gtk_widget_class_install_action (widget_class, "win.toast-undo", "s", toast_undo_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.press-main", NULL, press_main_cb);
}

static void
cooldown_window_class_init (CooldownWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_window_dispose;
  widget_class->realize = cooldown_window_realize;
  g_type_ensure (COOLDOWN_TYPE_EMERGENCY_BANNER);
  g_type_ensure (COOLDOWN_TYPE_FIRST_START);
  g_type_ensure (COOLDOWN_TYPE_NOW_BAR);
  g_type_ensure (COOLDOWN_TYPE_REMINDER_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, root_stack);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, emergency_banner);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, now_bar);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, reminders);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, tabs);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, switcher_bar);
  install_actions (widget_class);
}

static void
cooldown_window_init (CooldownWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", FALSE);
  g_signal_connect_object (self->tabs, "notify::visible-child", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  update_title (self);
}

static void
bind_settings (CooldownWindow *self)
{
  GSettings *settings = cooldown_app_state_get_settings (self->state);

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "last-tab", self->tabs, "visible-child-name", G_SETTINGS_BIND_DEFAULT);
  gtk_stack_set_visible_child_name (
      self->root_stack,
      g_settings_get_boolean (settings, "first-start-done") ? "tabs" : "first-start");
}

static void
bind_state (CooldownWindow *self)
{
  static const char *const attention[] = { "changed::ice", "changed::recovery",
                                           "changed::agent-state" };
  CooldownAppState *state = self->state;

  cooldown_emergency_banner_set_state (self->emergency_banner, state);
  cooldown_now_bar_set_state (self->now_bar, state);
  cooldown_reminder_button_set_state (self->reminders, state);

  for (guint i = 0; i < G_N_ELEMENTS (attention); i++)
    g_signal_connect_object (state, attention[i], G_CALLBACK (update_attention), self,
                             G_CONNECT_SWAPPED);
  update_attention (self);
  g_signal_connect_object (cooldown_app_state_get_link (state), "notify::actions",
                           G_CALLBACK (update_agent), self, G_CONNECT_SWAPPED);
  update_agent (self);
}

/**
 * cooldown_window_new:
 * @application: the application
 * @state: what is going on
 *
 * Returns: (transfer none): the window, as large and on the tab as it was last
 */
CooldownWindow *
cooldown_window_new (GtkApplication *application, CooldownAppState *state)
{
  CooldownWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (COOLDOWN_IS_APP_STATE (state), NULL);

  self = g_object_new (COOLDOWN_TYPE_WINDOW, "application", application, NULL);
  self->state = g_object_ref (state);
  bind_settings (self);
  bind_state (self);
  g_signal_connect_object (self->tabs, "notify::visible-child", G_CALLBACK (build_shown_page),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->root_stack, "notify::visible-child",
                           G_CALLBACK (build_shown_page), self, G_CONNECT_SWAPPED);
  build_shown_page (self);
  return self;
}

/**
 * cooldown_window_has_tab:
 * @tab: (nullable): the name of a tab: "recover", "check", "ice", "evening"
 *
 * Returns: whether there is a tab of that name
 */
gboolean
cooldown_window_has_tab (const char *tab)
{
  return tab != NULL && g_strv_contains (tab_names, tab);
}
