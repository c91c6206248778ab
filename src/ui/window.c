/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window.h"

#include "check-page.h"
#include "data-actions.h"
#include "emergency-banner.h"
#include "entry-page.h"
#include "first-start.h"
#include "journal-delete.h"
#include "journal-page.h"
#include "nights-page.h"
#include "now-bar.h"
#include "reminder-button.h"
#include "restless-page.h"
#include "sub-page.h"
#include "undo-toast.h"
#include "window-attention.h"
#include "window-tab.h"

#include <glib/gi18n.h>

struct _CooldownWindow
{
  AdwApplicationWindow parent_instance;
  CooldownAppState *state;
  CooldownUndoToast *undo_toast;
  GtkStack *root_stack;
  CooldownEmergencyBanner *emergency_banner;
  CooldownNowBar *now_bar;
  CooldownReminderButton *reminders;
  AdwToastOverlay *toasts;
  AdwViewStack *tabs;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar *switcher_bar;
  GtkWidget *add;
  GtkWidget *search;
  CooldownSubPage *sub_page;
  guint late_pages; /* source that builds the pages not shown yet */
};

G_DEFINE_FINAL_TYPE (CooldownWindow, cooldown_window, ADW_TYPE_APPLICATION_WINDOW)

/* What the header has for the journal alone follows its page. */
static void
bind_journal_page (CooldownWindow *self, GtkWidget *page)
{
  g_object_bind_property (page, "can-write", self->add, "sensitive", G_BINDING_SYNC_CREATE);
  g_object_bind_property (page, "can-search", self->search, "sensitive", G_BINDING_SYNC_CREATE);
  g_object_bind_property (page, "search-mode", self->search, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static AdwBin *
get_place (CooldownWindow *self, CooldownWindowTab tab)
{
  return ADW_BIN (
      adw_view_stack_get_child_by_name (self->tabs, cooldown_window_tab_get_name (tab)));
}

/* The page of a tab, built when it is first wanted. */
static GtkWidget *
get_page (CooldownWindow *self, CooldownWindowTab tab)
{
  AdwBin *place = get_place (self, tab);

  if (adw_bin_get_child (place) == NULL)
    {
      adw_bin_set_child (place, cooldown_window_tab_page_new (tab, self->state));
      if (tab == COOLDOWN_WINDOW_TAB_JOURNAL)
        bind_journal_page (self, adw_bin_get_child (place));
    }
  return adw_bin_get_child (place);
}

static CooldownWindowTab
get_visible_tab (CooldownWindow *self)
{
  CooldownWindowTab tab = COOLDOWN_WINDOW_TAB_RECOVER;

  cooldown_window_tab_parse (adw_view_stack_get_visible_child_name (self->tabs), &tab);
  return tab;
}

static GtkWidget *
get_visible_page (CooldownWindow *self)
{
  return get_page (self, get_visible_tab (self));
}

static gboolean
is_shown (CooldownWindow *self, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->root_stack), name) == 0;
}

/* First use hides the tabs, and has no need of a page behind it. */
static void
build_shown_page (CooldownWindow *self)
{
  if (is_shown (self, "tabs"))
    get_visible_page (self);
}

/* Builds one page that was not wanted yet, until there are none: a tab must open at once. */
static gboolean
build_late_page_cb (gpointer data)
{
  CooldownWindow *self = data;

  for (guint tab = 0; tab < COOLDOWN_N_WINDOW_TABS; tab++)
    if (adw_bin_get_child (get_place (self, (CooldownWindowTab) tab)) == NULL)
      {
        get_page (self, (CooldownWindowTab) tab);
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
  cooldown_app_state_read_journal (self->state);
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

  cooldown_sub_page_close (self->sub_page);
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

  if (!cooldown_window_tab_parse (tab, NULL))
    return;
  show_tab (self, tab);
  focus_page (self);
}

static void
check_now_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CooldownWindow *self = COOLDOWN_WINDOW (widget);

  show_tab (self, "check");
  cooldown_check_page_show_signs (COOLDOWN_CHECK_PAGE (get_page (self, COOLDOWN_WINDOW_TAB_CHECK)));
}

static void
show_reminders_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CooldownWindow *self = COOLDOWN_WINDOW (widget);

  cooldown_sub_page_close (self->sub_page);
  gtk_stack_set_visible_child_name (self->root_stack, "tabs");
  cooldown_reminder_button_open (self->reminders);
}

/* Pages above the tabs. */

static void
open_page (CooldownWindow *self, GtkWidget *page)
{
  cooldown_sub_page_open (self->sub_page, page);
  gtk_stack_set_visible_child_name (self->root_stack, "sub-page");
  gtk_widget_child_focus (GTK_WIDGET (self->sub_page), GTK_DIR_TAB_FORWARD);
}

static void
show_nights_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_page (COOLDOWN_WINDOW (widget), cooldown_nights_page_new (COOLDOWN_WINDOW (widget)->state));
}

/* Each time is a note of its own. */
static void
restless_now_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *page = cooldown_restless_page_new (COOLDOWN_WINDOW (widget)->state);

  open_page (COOLDOWN_WINDOW (widget), page);
  gtk_widget_grab_focus (page);
}

static void
open_entry (CooldownWindow *self, const char *name, const char *uid)
{
  CooldownEntryKind kind;

  if (cooldown_entry_kind_parse (name, &kind))
    open_page (self, cooldown_entry_page_new (self->state, kind, uid));
}

static void
show_entry_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *kind;
  const char *uid;

  g_variant_get (parameter, "(&s&s)", &kind, &uid);
  open_entry (COOLDOWN_WINDOW (widget), kind, uid);
}

static void
new_entry_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_entry (COOLDOWN_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
sub_page_closed_cb (CooldownWindow *self)
{
  if (is_shown (self, "sub-page"))
    show_tab (self, adw_view_stack_get_visible_child_name (self->tabs));
}

static void
search_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CooldownWindow *self = COOLDOWN_WINDOW (widget);

  show_tab (self, cooldown_window_tab_get_name (COOLDOWN_WINDOW_TAB_JOURNAL));
  if (gtk_widget_get_sensitive (self->search))
    g_object_set (get_page (self, COOLDOWN_WINDOW_TAB_JOURNAL), "search-mode", TRUE, NULL);
}

static void
report_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CooldownWindow *self = COOLDOWN_WINDOW (widget);

  show_tab (self, cooldown_window_tab_get_name (COOLDOWN_WINDOW_TAB_JOURNAL));
  cooldown_journal_page_open_report (
      COOLDOWN_JOURNAL_PAGE (get_page (self, COOLDOWN_WINDOW_TAB_JOURNAL)));
}

/* Toasts. */

static AdwToastOverlay *
get_toasts (CooldownWindow *self)
{
  return is_shown (self, "sub-page") ? cooldown_sub_page_get_toasts (self->sub_page) : self->toasts;
}

static void
toast_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_toast_overlay_add_toast (get_toasts (COOLDOWN_WINDOW (widget)),
                               cooldown_toast_new (g_variant_get_string (parameter, NULL)));
}

static void
toast_undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CooldownWindow *self = COOLDOWN_WINDOW (widget);

  cooldown_undo_toast_offer (self->undo_toast, get_toasts (self),
                             g_variant_get_string (parameter, NULL), "agent.undo", NULL);
}

/* What it was before is set again by the agent itself. */
static void
toast_setting_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CooldownWindow *self = COOLDOWN_WINDOW (widget);
  g_autoptr (GVariant) before = NULL;
  const char *text, *name;

  g_variant_get (parameter, "(&s&sv)", &text, &name, &before);
  cooldown_undo_toast_offer (self->undo_toast, get_toasts (self), text, "agent.setting",
                             g_variant_new ("(sv)", name, before));
}

static void
entry_deleted_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CooldownWindow *self = COOLDOWN_WINDOW (widget);

  cooldown_undo_toast_offer (self->undo_toast, get_toasts (self), _ ("Entry deleted"),
                             "win.restore-entry", parameter);
}

static void
restore_entry_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cooldown_journal_undelete (
      widget, cooldown_app_state_get_notebook (COOLDOWN_WINDOW (widget)->state), parameter);
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cooldown_undo_toast_press (COOLDOWN_WINDOW (widget)->undo_toast);
}

static void
press_main_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *button = cooldown_window_tab_page_find_main (
      get_visible_page (COOLDOWN_WINDOW (widget)));

  if (button != NULL)
    gtk_widget_activate (button);
}

static void
update_attention (CooldownWindow *self)
{
  cooldown_window_attention_update (self->tabs, GTK_WIDGET (self->switcher_title),
                                    GTK_WIDGET (self->switcher_bar), self->state);
}

/* Where the tabs do not fit into the header, it says which one it is. */
static void
update_header (CooldownWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->tabs);
  gboolean journal = get_visible_tab (self) == COOLDOWN_WINDOW_TAB_JOURNAL;

  gtk_widget_set_visible (self->add, journal);
  gtk_widget_set_visible (self->search, journal);

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
  gtk_widget_class_install_action (widget_class, "win.toast-setting", "(ssv)", toast_setting_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.show-nights", NULL, show_nights_cb);
  gtk_widget_class_install_action (widget_class, "win.restless-now", NULL, restless_now_cb);
  gtk_widget_class_install_action (widget_class, "win.show-entry", "(ss)", show_entry_cb);
  gtk_widget_class_install_action (widget_class, "win.new-entry", "s", new_entry_cb);
  gtk_widget_class_install_action (widget_class, "win.entry-deleted", "(ss)", entry_deleted_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-entry", "(ss)", restore_entry_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.report", NULL, report_cb);
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
  g_type_ensure (COOLDOWN_TYPE_SUB_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, root_stack);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, emergency_banner);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, now_bar);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, reminders);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, tabs);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, add);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, search);
  gtk_widget_class_bind_template_child (widget_class, CooldownWindow, sub_page);
  gtk_widget_class_bind_template_callback (widget_class, sub_page_closed_cb);
  install_actions (widget_class);
}

static void
cooldown_window_init (CooldownWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->undo_toast = cooldown_undo_toast_new (GTK_WIDGET (self));
  g_signal_connect_object (self->tabs, "notify::visible-child", G_CALLBACK (update_header), self,
                           G_CONNECT_SWAPPED);
  update_header (self);
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
  cooldown_sub_page_set_state (self->sub_page, state);
  cooldown_data_actions_add (GTK_APPLICATION_WINDOW (self), state);
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
  g_signal_connect_object (self->tabs, "notify::visible-child", G_CALLBACK (build_shown_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->root_stack, "notify::visible-child", G_CALLBACK (build_shown_page),
                           self, G_CONNECT_SWAPPED);
  build_shown_page (self);
  return self;
}
