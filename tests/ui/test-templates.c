/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenes-entry.h"
#include "scenes-reminders.h"

#define TEMPLATES "/cooldown/ui/"

/* The class that a template file is about. */
static char *
get_template_class (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, &error);
  g_autoptr (GRegex) regex = g_regex_new ("<template\\s+class=\"(\\w+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_no_error (error);
  if (!g_regex_match_full (regex, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                           0, 0, &match, NULL))
    g_error ("%s has no template", path);
  return g_match_info_fetch (match, 1);
}

static void
instantiate (const char *path)
{
  g_autofree char *name = get_template_class (path);
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  GType type = gtk_builder_get_type_from_name (builder, name);
  GtkWidget *widget;

  g_test_message ("%s: %s", path, name);
  g_assert_true (g_type_is_a (type, GTK_TYPE_WIDGET));
  widget = g_object_ref_sink (g_object_new (type, NULL));
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  g_assert_finalize_object (widget);
}

/* Test that every template makes its widget, and that the widget leaves nothing behind. */
static void
test_instantiate (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = g_resources_enumerate_children (TEMPLATES, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (files), >, 6);
  for (char **file = files; *file != NULL; file++)
    {
      g_autofree char *path = g_strconcat (TEMPLATES, *file, NULL);

      instantiate (path);
    }
}

/* Looking at the controls. */

/* Parts of GTK's own composite widgets are named by GTK or not at all. */
static gboolean
is_composite (GtkWidget *widget)
{
  return GTK_IS_SPIN_BUTTON (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_DROP_DOWN (widget) ||
         GTK_IS_MENU_BUTTON (widget) || GTK_IS_WINDOW_CONTROLS (widget) ||
         GTK_IS_SCROLLBAR (widget) || ADW_IS_COMBO_ROW (widget) ||
         ADW_IS_VIEW_SWITCHER_TITLE (widget) || ADW_IS_VIEW_SWITCHER_BAR (widget);
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) ||
         GTK_IS_SPIN_BUTTON (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_DROP_DOWN (widget) ||
         GTK_IS_SWITCH (widget) || GTK_IS_SCALE (widget) || ADW_IS_COMBO_ROW (widget);
}

static gboolean
has_label (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  g_autofree char *differs = NULL;

  if (gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  if (!gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  differs = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  return differs != NULL;
}

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

/* A label somewhere inside is not enough: GTK does not take the name from there. */
static gboolean
is_named (GtkWidget *widget)
{
  if (has_label (widget))
    return TRUE;
  if (GTK_IS_BUTTON (widget))
    return is_filled (gtk_button_get_label (GTK_BUTTON (widget)));
  if (GTK_IS_MENU_BUTTON (widget))
    return is_filled (gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return is_filled (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
  return FALSE;
}

static gboolean
has_role (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  return role != GTK_ACCESSIBLE_ROLE_GENERIC && role != GTK_ACCESSIBLE_ROLE_NONE &&
         role != GTK_ACCESSIBLE_ROLE_WIDGET && role != GTK_ACCESSIBLE_ROLE_PRESENTATION;
}

static guint
look_at (GtkWidget *widget)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (is_control (widget))
    {
      g_autofree char *place = describe_place (widget);

      n++;
      if (!has_role (widget))
        g_test_fail_printf ("no role: %s", place);
      if (!is_named (widget))
        g_test_fail_printf ("no name: %s", place);
    }
  if (is_composite (widget))
    return n;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += look_at (child);
  return n;
}

typedef struct
{
  Desk *desk;
  const Scene *scene;
} Look;

/* Test that every control of every page has a role and a name, whatever goes on. */
static void
test_controls (gconstpointer data)
{
  const Look *look = data;
  Desk *desk = look->desk;

  look->scene->arrange (desk);
  desk_settle (desk);
  for (guint i = 0; i < DESK_N_TABS; i++)
    {
      guint n;

      desk_show (desk, desk_tabs[i]);
      n = look_at (GTK_WIDGET (desk->window));
      g_test_message ("%s: %u controls", desk_tabs[i], n);
      g_assert_cmpuint (n, >, 2);
    }
  desk_forget (desk);
}

static void
look_at_preferences (GtkWidget *window)
{
  guint n = look_at (window);

  g_test_message ("%u controls", n);
  g_assert_cmpuint (n, >, 1);
}

/* Test that the same holds for the preferences. */
static void
test_preferences (gconstpointer data)
{
  const Look *look = data;

  look->scene->arrange (look->desk);
  desk_settle (look->desk);
  preferences_walk (look->desk, look_at_preferences);
  desk_forget (look->desk);
}

/* Test that the same holds for the pages of entries. */
static void
test_entries (gconstpointer data)
{
  const Look *look = data;
  guint n;

  look->scene->arrange (look->desk);
  desk_settle (look->desk);
  n = look_at (GTK_WIDGET (look->desk->window));
  g_test_message ("%u controls", n);
  g_assert_cmpuint (n, >, 2);
  entry_scene_leave (look->desk);
}

static void
add_look (const char *group, GTestDataFunc test, Desk *desk, const Scene *scene)
{
  g_autofree char *path = g_strdup_printf ("/templates/%s/%s", group, scene->name);
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
  g_test_add_func ("/templates/instantiate", test_instantiate);
  desk_open (&desk);
  desk_show (&desk, "recover");
  for (guint i = 0; (scene = scene_get (i)) != NULL; i++)
    add_look ("controls", test_controls, &desk, scene);
  for (guint i = 0; (scene = preferences_scene_get (i)) != NULL; i++)
    add_look ("preferences", test_preferences, &desk, scene);
  for (guint i = 0; (scene = entry_scene_get (i)) != NULL; i++)
    add_look ("entries", test_entries, &desk, scene);
  failed = g_test_run ();
  desk_close (&desk);
  return failed;
}
