/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk.h"

#include "ui/leg-map.h"
#include "ui/leg-picker.h"
#include "ui/leg-places.h"
#include "ui/region-grid.h"

static Desk desk;

static void
assert_halves (char **halves, const char *expected)
{
  g_autofree char *text = g_strjoinv (" ", halves);

  g_assert_cmpstr (text, ==, expected);
  g_strfreev (halves);
}

static void
assert_label (gpointer accessible, const char *expected)
{
  g_autofree char *other = gtk_test_accessible_check_property (
      accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, expected);

  g_assert_cmpstr (other, ==, NULL);
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

/* The page. */

/* What was chosen is on its way to the agent, and must not come after what is forgotten. */
static void
leave (void)
{
  desk_settle (&desk);
  desk_forget (&desk);
}

static void
assert_ticks (const char *expected)
{
  assert_halves (cooldown_ticks_to_strv (cooldown_app_state_get_ticks (desk.state)), expected);
}

static void
assert_places (const char *expected)
{
  assert_halves (cooldown_leg_places_get (desk.state), expected);
}

static void
choose (const char *words)
{
  g_auto (GStrv) halves = g_strsplit (words, " ", 0);

  cooldown_leg_places_set (desk.state, (const char *const *) halves);
  desk_settle (&desk);
}

/* Test that what follows from the places is ticked and unticked with them, and nothing else. */
static void
test_ticks (void)
{
  cooldown_app_state_tick (desk.state, "feel-tingle", TRUE);
  choose ("calf-l");
  assert_ticks ("where-calf side-one feel-tingle");
  choose ("calf-l knee-back-l toes-r");
  assert_ticks ("where-toes where-calf side-both feel-tingle");
  choose ("knee-back-l toes-r");
  assert_ticks ("where-toes where-calf side-both feel-tingle");
  choose ("toes-r lower-back-l");
  assert_ticks ("where-toes side-one feel-tingle else-back");
  choose ("");
  assert_ticks ("feel-tingle");
  leave ();
}

/* Test that what was ticked by hand stays, and that sides changed by hand stay changed. */
static void
test_by_hand (void)
{
  cooldown_app_state_tick (desk.state, "where-sole", TRUE);
  choose ("calf-l");
  cooldown_app_state_tick (desk.state, "side-one", FALSE);
  cooldown_app_state_tick (desk.state, "side-both", TRUE);
  choose ("calf-l shin-l");
  assert_ticks ("where-sole where-shin where-calf side-both");
  choose ("");
  assert_ticks ("where-sole side-both");
  leave ();
}

static GtkWidget *
find_labelled (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_TOGGLE_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget))
    {
      g_autofree char *other = gtk_test_accessible_check_property (
          GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);

      if (other == NULL)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_labelled (child, label);
  return found;
}

static GtkWidget *
find_item (const char *item)
{
  const char *name = cooldown_content_get_item (desk.content, item)->name;
  GtkWidget *found = find_labelled (GTK_WIDGET (desk.window), name);

  g_assert_nonnull (found);
  return found;
}

/* Test that the page's own table chooses places, and that they are kept with the ticks. */
static void
test_page (void)
{
  GtkWidget *box;

  desk_show (&desk, "check");
  box = find_labelled (desk_find (&desk, COOLDOWN_TYPE_REGION_GRID), "Heel, right");
  gtk_widget_activate (box);
  desk_settle (&desk);
  assert_places ("heel-r");
  assert_ticks ("where-sole side-one");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_item ("side-one"))));
  leave ();
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (box)));
}

/* Test that unticking what places stand for takes them out of the picture. */
static void
test_contradiction (void)
{
  desk_show (&desk, "check");
  choose ("lower-back-l calf-r");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_item ("else-back")), FALSE);
  assert_places ("calf-r");
  assert_ticks ("where-calf side-one");
  leave ();
}

/* Test that a place that is ticked without a side can be seen and unticked. */
static void
test_without_side (void)
{
  GtkWidget *chip;

  desk_show (&desk, "check");
  chip = find_item ("where-calf");
  g_assert_false (gtk_widget_get_visible (chip));
  cooldown_app_state_tick (desk.state, "where-calf", TRUE);
  g_assert_true (gtk_widget_get_mapped (chip));
  choose ("calf-l");
  g_assert_false (gtk_widget_get_mapped (chip));
  leave ();
  cooldown_app_state_tick (desk.state, "where-calf", TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), FALSE);
  assert_ticks ("");
  leave ();
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
press_button (const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (desk.window), label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  desk_settle (&desk);
}

/* Test that Clear takes the places away as well, also when nothing else is ticked because of them,
 * and that Undo brings them back beside what was chosen since. */
static void
test_clear (void)
{
  desk_show (&desk, "check");
  choose ("toes-l knee-l");
  cooldown_app_state_tick (desk.state, "side-one", FALSE);
  press_button ("Clear");
  assert_places ("");
  assert_ticks ("");
  press_button ("Undo");
  assert_places ("toes-l knee-l");
  assert_ticks ("where-toes");
  leave ();

  choose ("calf-l");
  press_button ("Clear");
  choose ("shin-r");
  press_button ("Undo");
  assert_places ("shin-r calf-l");
  g_assert_true (cooldown_ticks_has_all (cooldown_app_state_get_ticks (desk.state),
                                         (const char *[]){ "where-calf", "where-shin", NULL }));
  leave ();
}

int
main (int argc, char *argv[])
{
  int failed;

  gtk_test_init (&argc, &argv, NULL);
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
  g_test_add_func ("/legs/page/ticks", test_ticks);
  g_test_add_func ("/legs/page/by-hand", test_by_hand);
  g_test_add_func ("/legs/page/table", test_page);
  g_test_add_func ("/legs/page/contradiction", test_contradiction);
  g_test_add_func ("/legs/page/without-side", test_without_side);
  g_test_add_func ("/legs/page/clear", test_clear);
  failed = g_test_run ();
  desk_close (&desk);
  return failed;
}
