/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hand.h"

#include "ui/leg-map.h"
#include "ui/leg-picker.h"
#include "ui/region-grid.h"

static Desk desk;

static void
assert_halves (char **halves, const char *expected)
{
  g_autofree char *text = g_strjoinv (" ", halves);

  g_assert_cmpstr (text, ==, expected);
  g_strfreev (halves);
}

/* The picture. */

static CooldownLegMap *
map_new (void)
{
  GtkWidget *map = g_object_ref_sink (cooldown_leg_map_new (desk.content));
  int height;

  gtk_widget_measure (map, GTK_ORIENTATION_VERTICAL, 302, NULL, &height, NULL, NULL);
  gtk_widget_allocate (map, 302, height, -1, NULL);
  return COOLDOWN_LEG_MAP (map);
}

static GtkEventController *
find_controller (CooldownLegMap *map, GType type)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (map));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

/* A point in the midst of what shows a half, where it is farthest to the left. */
static graphene_point_t
find_point (CooldownLegMap *map, const char *half)
{
  for (int x = 0; x < 302; x += 2)
    for (int y = 0; y < 430; y += 2)
      if (g_strcmp0 (cooldown_leg_map_pick (map, x, y), half) == 0 &&
          g_strcmp0 (cooldown_leg_map_pick (map, x + 3, y + 3), half) == 0)
        return GRAPHENE_POINT_INIT ((float) x + 2, (float) y + 2);
  g_error ("%s is nowhere", half);
}

/* Presses the button at the first of some halves and moves on over the others. */
static void
stroke (CooldownLegMap *map, const char *const *halves)
{
  GtkEventController *drag = find_controller (map, GTK_TYPE_GESTURE_DRAG);
  graphene_point_t start = find_point (map, *halves);

  g_signal_emit_by_name (drag, "drag-begin", (double) start.x, (double) start.y);
  while (*++halves != NULL)
    {
      graphene_point_t point = find_point (map, *halves);

      g_signal_emit_by_name (drag, "drag-update", (double) (point.x - start.x),
                             (double) (point.y - start.y));
    }
}

static void
click (CooldownLegMap *map, const char *half)
{
  stroke (map, (const char *[]){ half, NULL });
}

static void
note_toggled (GString *seen, const char *half, gboolean chosen)
{
  g_string_append_printf (seen, "%s%s ", chosen ? "+" : "-", half);
}

/* Test that a click changes one place, and that it is told. */
static void
test_click (void)
{
  g_autoptr (CooldownLegMap) map = map_new ();
  g_autoptr (GString) seen = g_string_new (NULL);

  g_signal_connect_swapped (map, "toggled", G_CALLBACK (note_toggled), seen);
  click (map, "shin-r");
  click (map, "toes-l");
  assert_halves (cooldown_leg_map_get_chosen (map), "shin-r toes-l");
  click (map, "shin-r");
  assert_halves (cooldown_leg_map_get_chosen (map), "toes-l");
  g_assert_cmpstr (seen->str, ==, "+shin-r +toes-l -shin-r ");
  /* What the program chooses itself it knows. */
  cooldown_leg_map_set_chosen (map, (const char *[]){ "knee-l", "nose-l", NULL });
  assert_halves (cooldown_leg_map_get_chosen (map), "knee-l");
  g_assert_cmpstr (seen->str, ==, "+shin-r +toes-l -shin-r ");
}

/* Test that a stroke gives all that it touches what its beginning gave, and nothing if it began
 * beside the legs. */
static void
test_stroke (void)
{
  g_autoptr (CooldownLegMap) map = map_new ();
  GtkEventController *drag = find_controller (map, GTK_TYPE_GESTURE_DRAG);

  click (map, "knee-r");
  stroke (map, (const char *[]){ "thigh-front-r", "knee-r", "shin-r", "thigh-front-r", NULL });
  assert_halves (cooldown_leg_map_get_chosen (map), "thigh-front-r knee-r shin-r");
  stroke (map, (const char *[]){ "shin-r", "knee-r", "foot-top-r", NULL });
  assert_halves (cooldown_leg_map_get_chosen (map), "thigh-front-r");
  g_assert_null (cooldown_leg_map_pick (map, 1, 429));
  g_signal_emit_by_name (drag, "drag-begin", 1.0, 429.0);
  assert_halves (cooldown_leg_map_get_chosen (map), "thigh-front-r");
}

/* Test that a finger, which scrolls when it moves, chooses with a tap. */
static void
test_tap (void)
{
  g_autoptr (CooldownLegMap) map = map_new ();
  GtkEventController *tap = find_controller (map, GTK_TYPE_GESTURE_CLICK);
  graphene_point_t point = find_point (map, "calf-l");

  g_assert_true (gtk_gesture_single_get_touch_only (GTK_GESTURE_SINGLE (tap)));
  g_signal_emit_by_name (tap, "released", 1, (double) point.x, (double) point.y);
  assert_halves (cooldown_leg_map_get_chosen (map), "calf-l");
  g_signal_emit_by_name (tap, "released", 1, (double) point.x, (double) point.y);
  assert_halves (cooldown_leg_map_get_chosen (map), "");
}

/* Test that a picture which is only to be looked at does not change. */
static void
test_read_only (void)
{
  g_autoptr (CooldownLegMap) map = map_new ();
  GtkEventController *tap = find_controller (map, GTK_TYPE_GESTURE_CLICK);
  graphene_point_t point = find_point (map, "calf-l");

  g_assert_true (cooldown_leg_map_get_editable (map));
  g_object_set (map, "editable", FALSE, NULL);
  click (map, "calf-l");
  g_signal_emit_by_name (tap, "released", 1, (double) point.x, (double) point.y);
  assert_halves (cooldown_leg_map_get_chosen (map), "");
}

/* Test that the picture has a word for whoever does not see it, and takes no focus. */
static void
test_words (void)
{
  g_autoptr (CooldownLegMap) map = map_new ();

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (map)), ==,
                   GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (map)));
  assert_label (map, "Legs: no place chosen");
  click (map, "shin-r");
  click (map, "calf-l");
  assert_label (map, "Legs, chosen: Shin, right; Calf, left");
}

/* Test that the picture keeps its shape in any room, is no other in a language that runs the other
 * way, and that each half is found at each size. */
static void
test_sizes (void)
{
  static const int widths[] = { 150, 302, 700 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (CooldownLegMap) map = map_new ();
      GtkWidget *widget = GTK_WIDGET (map);
      g_autofree char *found = NULL;
      int height;

      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, widths[i], NULL, &height, NULL, NULL);
      g_assert_cmpint (height, <=, 440);
      gtk_widget_allocate (widget, widths[i], height, -1, NULL);
      found = g_strdup (cooldown_leg_map_pick (map, widths[i] / 2.0, height / 2.0));
      gtk_widget_set_direction (widget, GTK_TEXT_DIR_RTL);
      gtk_widget_allocate (widget, widths[i], height, -1, NULL);
      g_assert_cmpstr (cooldown_leg_map_pick (map, widths[i] / 2.0, height / 2.0), ==, found);
    }
}

/* The picker in a window, between two buttons. */

typedef struct
{
  GtkWidget *window;
  GtkWidget *before;
  GtkWidget *picker;
  GtkWidget *after;
  GString *seen; /* where the keyboard came to */
} Fixture;

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

/* Only what has its place can be gone to. */
static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_height (data) > 0;
}

static void
note_focus (GString *seen, const char *half)
{
  g_string_append_printf (seen, "%s ", half != NULL ? half : "-");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->window = gtk_window_new ();
  fixture->before = gtk_button_new_with_label ("Before");
  fixture->picker = cooldown_leg_picker_new (desk.content);
  fixture->after = gtk_button_new_with_label ("After");
  fixture->seen = g_string_new (NULL);
  gtk_box_append (GTK_BOX (box), fixture->before);
  gtk_box_append (GTK_BOX (box), fixture->picker);
  gtk_box_append (GTK_BOX (box), fixture->after);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  spin_until (is_laid_out, fixture->after);
  gtk_widget_grab_focus (fixture->before);
  g_signal_connect_swapped (find (fixture->picker, COOLDOWN_TYPE_REGION_GRID), "place-focused",
                            G_CALLBACK (note_focus), fixture->seen);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_string_free (fixture->seen, TRUE);
}

static void
assert_chosen (Fixture *fixture, const char *expected)
{
  assert_halves (cooldown_leg_picker_get_chosen (COOLDOWN_LEG_PICKER (fixture->picker)), expected);
}

/* What the arrow keys and the tab key do. */
static void
press (Fixture *fixture, GtkDirectionType direction)
{
  g_signal_emit_by_name (fixture->window, "move-focus", direction);
}

static void
press_space (Fixture *fixture)
{
  gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (fixture->window)));
}

static void
assert_at (Fixture *fixture, const char *name)
{
  assert_label (gtk_root_get_focus (GTK_ROOT (fixture->window)), name);
}

/* Test that the tab key enters the table and leaves it, and that arrows move in it and no farther. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  press (fixture, GTK_DIR_TAB_FORWARD);
  assert_at (fixture, "Lower back, left");
  press (fixture, GTK_DIR_UP);
  press (fixture, GTK_DIR_LEFT);
  assert_at (fixture, "Lower back, left");
  press (fixture, GTK_DIR_RIGHT);
  press (fixture, GTK_DIR_DOWN);
  press (fixture, GTK_DIR_RIGHT);
  assert_at (fixture, "Buttock, right");
  press (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_focus (fixture->after));
  press (fixture, GTK_DIR_TAB_BACKWARD);
  assert_at (fixture, "Buttock, right");
  press (fixture, GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_is_focus (fixture->before));
}

/* Test that every place can be reached with the arrow keys, and ticked. */
static void
test_all_with_keys (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) chosen = NULL;

  press (fixture, GTK_DIR_TAB_FORWARD);
  for (guint row = 0; row < 15; row++)
    {
      press_space (fixture);
      press (fixture, row % 2 == 0 ? GTK_DIR_RIGHT : GTK_DIR_LEFT);
      press_space (fixture);
      press (fixture, GTK_DIR_DOWN);
    }
  chosen = cooldown_leg_picker_get_chosen (COOLDOWN_LEG_PICKER (fixture->picker));
  g_assert_cmpuint (g_strv_length (chosen), ==, 30);
}

/* Test that arrows go where they point where lines run from right to left. */
static void
test_keys_mirrored (Fixture *fixture, gconstpointer data)
{
  gtk_widget_set_direction (find (fixture->picker, COOLDOWN_TYPE_REGION_GRID), GTK_TEXT_DIR_RTL);
  press (fixture, GTK_DIR_TAB_FORWARD);
  press (fixture, GTK_DIR_RIGHT);
  assert_at (fixture, "Lower back, left");
  press (fixture, GTK_DIR_LEFT);
  assert_at (fixture, "Lower back, right");
}

/* Test that it is told where the keyboard is, and when it has gone, for the picture to show. */
static void
test_outline (Fixture *fixture, gconstpointer data)
{
  press (fixture, GTK_DIR_TAB_FORWARD);
  press (fixture, GTK_DIR_DOWN);
  press (fixture, GTK_DIR_RIGHT);
  press (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_cmpstr (fixture->seen->str, ==, "lower-back-l - buttock-l - buttock-r - ");
}

static void
count_cb (guint *n)
{
  *n += 1;
}

/* Test that the picture and the table show the same, whichever was used. */
static void
test_in_step (Fixture *fixture, gconstpointer data)
{
  CooldownLegMap *map = COOLDOWN_LEG_MAP (find (fixture->picker, COOLDOWN_TYPE_LEG_MAP));
  guint n_changes = 0;
  GtkWidget *box;

  g_signal_connect_swapped (fixture->picker, "changed", G_CALLBACK (count_cb), &n_changes);
  press (fixture, GTK_DIR_TAB_FORWARD);
  press_space (fixture);
  box = gtk_root_get_focus (GTK_ROOT (fixture->window));
  assert_halves (cooldown_leg_map_get_chosen (map), "lower-back-l");
  g_signal_emit_by_name (map, "toggled", "toes-r", TRUE);
  assert_chosen (fixture, "lower-back-l toes-r");
  assert_halves (cooldown_leg_map_get_chosen (map), "lower-back-l toes-r");
  g_signal_emit_by_name (map, "toggled", "lower-back-l", FALSE);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (box)));
  assert_chosen (fixture, "toes-r");
  g_assert_cmpuint (n_changes, ==, 3);
  cooldown_leg_picker_set_chosen (COOLDOWN_LEG_PICKER (fixture->picker),
                                  (const char *[]){ "lower-back-l", NULL });
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (box)));
  assert_halves (cooldown_leg_map_get_chosen (map), "lower-back-l");
  g_assert_cmpuint (n_changes, ==, 3);
}

int
main (int argc, char *argv[])
{
  int failed;

  desk_begin_tests (&argc, &argv);
  desk_open (&desk);
  desk_show (&desk, "recover");
  g_test_add_func ("/legs/map/click", test_click);
  g_test_add_func ("/legs/map/stroke", test_stroke);
  g_test_add_func ("/legs/map/tap", test_tap);
  g_test_add_func ("/legs/map/read-only", test_read_only);
  g_test_add_func ("/legs/map/words", test_words);
  g_test_add_func ("/legs/map/sizes", test_sizes);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/legs/picker/keys", test_keys);
  ADD ("/legs/picker/all-with-keys", test_all_with_keys);
  ADD ("/legs/picker/keys-mirrored", test_keys_mirrored);
  ADD ("/legs/picker/outline", test_outline);
  ADD ("/legs/picker/in-step", test_in_step);
#undef ADD
  failed = g_test_run ();
  desk_close (&desk);
  return failed;
}
