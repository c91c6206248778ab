/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pseudo-locale.h"
#include "scenes-entry.h"
#include "scenes-reminders.h"
#include "ui/about.h"
#include "ui/content-error.h"
#include "ui/reminder-test.h"
#include "ui/weekdays.h"

/* Run in a language in which every text is «itself»: whatever is shown otherwise was forgotten. */

/* Properties of widgets that are words, where they have them. */
static const char *const spoken_properties[] = {
  "application-name", "button-label", "comments",           "copyright", "description",
  "developer-name",   "label",        "subtitle",           "text",      "title",
  "placeholder-text", "tooltip-text", "translator-credits",
};

static const struct
{
  GtkAccessibleProperty property;
  const char *name;
} accessible_properties[] = {
  { GTK_ACCESSIBLE_PROPERTY_LABEL, "label" },
  { GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "description" },
  { GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, "placeholder" },
  { GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION, "role description" },
  { GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "value" },
};

/* Texts that were looked at, and those that need no look: the titles and hosts of the sources, the
 * days of the week, words of GTK. */
static GHashTable *known;
/* Buttons whose popovers were made for the test. */
static guint n_opened;

static void
know_sources (Desk *desk)
{
  GPtrArray *sources = cooldown_content_get_sources (desk->content);

  for (guint i = 0; i < sources->len; i++)
    {
      const CooldownSource *source = g_ptr_array_index (sources, i);
      g_autoptr (GUri) uri = source->url != NULL ? g_uri_parse (source->url, 0, NULL) : NULL;

      if (source->citation != NULL)
        g_hash_table_add (known, g_strdup (source->citation));
      if (uri != NULL)
        g_hash_table_add (known, g_strdup (g_uri_get_host (uri)));
    }
}

/* They are the C library's. */
static void
know_weekdays (void)
{
  for (GDateWeekday day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
    g_hash_table_add (known, cooldown_weekday_get_name (day));
}

/* Parts of the toolkits' widgets that cannot be told from the window's own. */
static void
know_words_of_toolkits (void)
{
  static const char *const words[] = { "(None)", "Clear entry", "Clear Entry" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_hash_table_add (known, g_strdup (g_dgettext ("gtk40", words[i])));
  g_hash_table_add (known, g_strdup (g_dgettext ("libadwaita", "Apply")));
  g_hash_table_add (known, g_strdup (g_dgettext ("libadwaita", "Attention requested.")));
}

static void
look_at_text (GtkWidget *widget, const char *what, const char *text)
{
  g_autofree char *fault = NULL;
  g_autofree char *place = NULL;

  if (text == NULL || g_hash_table_contains (known, text))
    return;
  g_hash_table_add (known, g_strdup (text));
  fault = pseudo_locale_find_fault (text);
  if (fault == NULL)
    return;
  place = describe_place (widget);
  g_test_message ("%s: %s “%s” at %s", fault, what, text, place);
  g_test_fail ();
}

/* Words that are drawn by hand are in no widget. */
PangoLayout *__real_gtk_widget_create_pango_layout (GtkWidget *widget, const char *text);
PangoLayout *__wrap_gtk_widget_create_pango_layout (GtkWidget *widget, const char *text);

PangoLayout *
__wrap_gtk_widget_create_pango_layout (GtkWidget *widget, const char *text)
{
  look_at_text (widget, "drawn", text);
  return __real_gtk_widget_create_pango_layout (widget, text);
}

static void
look_at_properties (GtkWidget *widget)
{
  for (guint i = 0; i < G_N_ELEMENTS (spoken_properties); i++)
    {
      const char *name = spoken_properties[i];
      GParamSpec *spec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), name);
      g_autofree char *text = NULL;

      if (spec == NULL || spec->value_type != G_TYPE_STRING)
        continue;
      g_object_get (widget, name, &text, NULL);
      look_at_text (widget, name, text);
    }
}

static void
look_at_accessible (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  for (guint i = 0; i < G_N_ELEMENTS (accessible_properties); i++)
    {
      GtkAccessibleProperty property = accessible_properties[i].property;
      g_autofree char *text = NULL;

      if (!gtk_test_accessible_has_property (accessible, property))
        continue;
      /* Gives what it is if it is not "". */
      text = gtk_test_accessible_check_property (accessible, property, "");
      look_at_text (widget, accessible_properties[i].name, text);
    }
}

static void
look_at_list (GtkWidget *widget, GListModel *model)
{
  for (guint i = 0; GTK_IS_STRING_LIST (model) && i < g_list_model_get_n_items (model); i++)
    look_at_text (widget, "item", gtk_string_list_get_string (GTK_STRING_LIST (model), i));
}

/* What GTK brings along speaks the language of GTK. */
static gboolean
is_foreign (GtkWidget *widget)
{
  return GTK_IS_WINDOW_CONTROLS (widget) ||
         g_str_equal (gtk_widget_get_css_name (widget), "accelerator");
}

/* Looks at all that can come into sight without anything happening. */
static void
look_at (GtkWidget *widget)
{
  if (is_foreign (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    look_at_text (widget, "label", gtk_label_get_text (GTK_LABEL (widget)));
  else if (!GTK_IS_EDITABLE (widget))
    look_at_properties (widget);
  if (GTK_IS_DROP_DOWN (widget))
    look_at_list (widget, gtk_drop_down_get_model (GTK_DROP_DOWN (widget)));
  if (ADW_IS_COMBO_ROW (widget))
    look_at_list (widget, adw_combo_row_get_model (ADW_COMBO_ROW (widget)));
  look_at_text (widget, "tooltip", gtk_widget_get_tooltip_text (widget));
  look_at_accessible (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at (child);
}

static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (widget) && gtk_widget_compute_bounds (widget, root, &bounds) &&
         bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height < gtk_widget_get_height (root);
}

/* Has a button make a popover that it makes only when it is wanted; nothing can be opened beside
 * what lies outside of the screen, but there is always one of the same words that does not. */
static void
open_button (GtkMenuButton *button)
{
  if (gtk_menu_button_get_popover (button) != NULL || !is_in_sight (GTK_WIDGET (button)))
    return;
  gtk_menu_button_popup (button);
  g_assert_nonnull (gtk_menu_button_get_popover (button));
  gtk_menu_button_popdown (button);
  n_opened++;
}

/* Popovers are not visible until they are opened. */
static void
look_at_popovers (GtkWidget *widget)
{
  gboolean popover = GTK_IS_POPOVER (widget);

  if (!popover && !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_MENU_BUTTON (widget))
    open_button (GTK_MENU_BUTTON (widget));
  if (popover)
    look_at_accessible (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (popover)
      look_at (child);
    else
      look_at_popovers (child);
}

typedef struct
{
  Desk *desk;
  const Scene *scene;
} Look;

/* Test that every text of every page is a translation, whatever goes on. */
static void
test_scene (gconstpointer data)
{
  const Look *look = data;
  GtkWidget *window = GTK_WIDGET (look->desk->window);

  look->scene->arrange (look->desk);
  desk_settle (look->desk);
  for (guint i = 0; i < DESK_N_TABS; i++)
    {
      desk_show (look->desk, desk_tabs[i]);
      expand_rows (window);
      look_at_popovers (window);
      look_at (window);
    }
  desk_forget (look->desk);
}

/* Test what is seen when the program is started for the first time. */
static void
test_first_start (gconstpointer data)
{
  const Look *look = data;

  look_at (GTK_WIDGET (look->desk->window));
  desk_show (look->desk, "recover");
}

/* What stands around the pages is libadwaita's. */
static void
look_at_preferences (GtkWidget *widget)
{
  if (ADW_IS_PREFERENCES_PAGE (widget) || COOLDOWN_IS_REMINDER_TEST (widget))
    {
      look_at (widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at_preferences (child);
}

/* Test the preferences, whatever is set in them. */
static void
test_preferences (gconstpointer data)
{
  const Look *look = data;

  look->scene->arrange (look->desk);
  desk_settle (look->desk);
  preferences_walk (look->desk, look_at_preferences);
  desk_forget (look->desk);
}

/* Test the list of shortcuts. */
static void
test_shortcuts (gconstpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/cooldown/gtk/help-overlay.ui");
  g_autoptr (GSList) objects = gtk_builder_get_objects (builder);

  g_assert_cmpuint (g_slist_length (objects), >, 5);
  for (GSList *l = objects; l != NULL; l = l->next)
    if (GTK_IS_SHORTCUTS_GROUP (l->data) || GTK_IS_SHORTCUTS_SHORTCUT (l->data))
      look_at_properties (l->data);
  gtk_window_destroy (GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
}

/* Test what is said about the program. */
static void
test_about (gconstpointer data)
{
  const Look *look = data;
  g_autoptr (GList) windows = NULL;
  guint n = 0;

  cooldown_about_present (GTK_WINDOW (look->desk->window));
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_ABOUT_WINDOW (l->data))
      {
        /* Its title is libadwaita's. */
        gtk_window_set_title (l->data, "");
        look_at_properties (l->data);
        gtk_window_destroy (l->data);
        n++;
      }
  g_assert_cmpuint (n, ==, 1);
}

/* Test what is seen when the content is damaged; the faults themselves are for who repairs it. */
static void
test_content_error (gconstpointer data)
{
  const Look *look = data;
  g_autoptr (GError) error = g_error_new_literal (G_FILE_ERROR, 0, "1: 2");
  GtkWindow *window = cooldown_content_error_window_new (GTK_APPLICATION (look->desk->application),
                                                         error);

  look_at (GTK_WIDGET (window));
  gtk_window_destroy (window);
}

static gboolean
is_in_trouble (gpointer data)
{
  return cooldown_agent_link_get_trouble (data) != NULL;
}

/* Test what is said when the agent is gone and does not come back. */
static void
test_no_agent (gconstpointer data)
{
  const Look *look = data;
  Desk *desk = look->desk;

  g_clear_pointer (&desk->agent, fake_agent_free);
  spin_until (is_in_trouble, desk->link);
  for (guint i = 0; i < DESK_N_TABS; i++)
    {
      desk_show (desk, desk_tabs[i]);
      look_at (GTK_WIDGET (desk->window));
    }
}

/* Test the same on the pages of entries. */
static void
test_entry (gconstpointer data)
{
  const Look *look = data;

  look->scene->arrange (look->desk);
  desk_settle (look->desk);
  look_at (GTK_WIDGET (look->desk->window));
  entry_scene_leave (look->desk);
}

/* Test that there was something to look at. */
static void
test_all_seen (gconstpointer data)
{
  g_test_message ("%u texts, %u popovers", g_hash_table_size (known), n_opened);
  g_assert_cmpuint (g_hash_table_size (known), >, 1000);
  g_assert_cmpuint (n_opened, >, 5);
}

static void
add_test (const char *name, void (*test) (gconstpointer data), Desk *desk, const Scene *scene)
{
  g_autofree char *path = g_strconcat ("/pseudo-locale/", name, NULL);
  Look *look = g_new (Look, 1);

  *look = (Look){ desk, scene };
  g_test_add_data_func_full (path, look, test, g_free);
}

int
main (int argc, char *argv[])
{
  const Scene *scene;
  Desk desk = { 0 };
  int failed;

  desk_begin_tests (&argc, &argv);
  pseudo_locale_enter ();
  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  desk_open (&desk);
  know_sources (&desk);
  know_weekdays ();
  know_words_of_toolkits ();
  add_test ("first-start", test_first_start, &desk, NULL);
  add_test ("shortcuts", test_shortcuts, &desk, NULL);
  add_test ("about", test_about, &desk, NULL);
  add_test ("content-error", test_content_error, &desk, NULL);
  for (guint i = 0; (scene = scene_get (i)) != NULL; i++)
    add_test (scene->name, test_scene, &desk, scene);
  for (guint i = 0; (scene = entry_scene_get (i)) != NULL; i++)
    add_test (scene->name, test_entry, &desk, scene);
  for (guint i = 0; (scene = preferences_scene_get (i)) != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("preferences-", scene->name, NULL);

      add_test (name, test_preferences, &desk, scene);
    }
  add_test ("no-agent", test_no_agent, &desk, NULL);
  add_test ("all-seen", test_all_seen, &desk, NULL);
  failed = g_test_run ();
  desk_close (&desk);
  g_hash_table_unref (known);
  return failed;
}
