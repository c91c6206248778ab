/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/places.h"

static CooldownContent *content;

/* Halves and items as words in one string, which is how they are best read. */
static void
assert_items (const char *halves, const char *expected)
{
  g_auto (GStrv) chosen = g_strsplit (halves, " ", 0);
  g_auto (GStrv) items = cooldown_places_to_items (content, (const char *const *) chosen);
  g_autofree char *text = g_strjoinv (" ", items);

  g_test_message ("%s: %s", halves, text);
  g_assert_cmpstr (text, ==, expected);
}

static gboolean
fit_nothing (const char *halves)
{
  g_auto (GStrv) chosen = g_strsplit (halves, " ", 0);

  return cooldown_places_fit_nothing (content, (const char *const *) chosen);
}

/* Test that each region has two halves and sets its own item and one side. */
static void
test_each (void)
{
  GPtrArray *regions = cooldown_content_get_regions (content);

  g_assert_cmpuint (regions->len, ==, 15);
  for (guint i = 0; i < regions->len; i++)
    for (guint j = 0; j < COOLDOWN_N_SIDES; j++)
      {
        const CooldownRegion *region = g_ptr_array_index (regions, i);
        g_autofree char *half = cooldown_place_new (region->id, j);
        const char *const chosen[] = { half, NULL };
        g_auto (GStrv) items = cooldown_places_to_items (content, chosen);
        gboolean back = g_str_equal (region->id, "lower-back");
        CooldownSide side = COOLDOWN_N_SIDES;

        g_assert_true (cooldown_place_get_region (content, half, &side) == region);
        g_assert_cmpuint (side, ==, j);
        g_assert_true (region->item == NULL ||
                       g_strv_contains ((const char *const *) items, region->item));
        g_assert_true (g_strv_contains ((const char *const *) items, "side-one") == !back);
        g_assert_cmpuint (g_strv_length (items), ==, (region->item != NULL) + !back);
      }
}

/* Test that places on one leg are one side, that those on both are both, and that the back is
 * neither. */
static void
test_sides (void)
{
  assert_items ("", "");
  assert_items ("calf-l", "where-calf side-one");
  assert_items ("calf-r shin-r", "where-shin where-calf side-one");
  assert_items ("calf-l calf-r", "where-calf side-both");
  assert_items ("calf-l toes-r", "where-toes where-calf side-both");
  assert_items ("lower-back-l", "else-back");
  assert_items ("lower-back-l lower-back-r", "else-back");
  assert_items ("lower-back-r calf-l", "where-calf side-one else-back");
  assert_items ("knee-l", "side-one");
  assert_items ("knee-l thigh-front-r", "side-both");
}

/* Test that several places that the checklist has as one are one item. */
static void
test_shared_items (void)
{
  assert_items ("sole-l heel-l ankle-inner-l", "where-sole side-one");
  assert_items ("buttock-r thigh-back-r", "where-thigh-back side-one");
  assert_items ("knee-back-r calf-r", "where-calf side-one");
}

/* Test that what is no place is passed over. */
static void
test_unknown (void)
{
  assert_items ("calf nose-l -l l calf-x calf-L", "");
  assert_items ("nose-l calf-r", "where-calf side-one");
  g_assert_false (fit_nothing ("nose-l"));
  g_assert_null (cooldown_place_get_region (content, "calf", NULL));
}

/* Test that places which the checklist does not know are told apart from no places at all. */
static void
test_fit_nothing (void)
{
  g_assert_false (cooldown_places_fit_nothing (content, NULL));
  g_assert_false (fit_nothing (""));
  g_assert_true (fit_nothing ("knee-l"));
  g_assert_true (fit_nothing ("ankle-outer-r thigh-front-l knee-r"));
  g_assert_false (fit_nothing ("knee-l calf-r"));
  g_assert_false (fit_nothing ("lower-back-l knee-r"));
  g_assert_false (fit_nothing ("toes-l"));
}

/* Test that an item that holds no longer takes its places along, and no others. */
static void
test_remove_item (void)
{
  const char *const chosen[] = { "sole-l", "knee-r", "heel-r", "calf-l", NULL };
  g_auto (GStrv) left = cooldown_places_remove_item (content, chosen, "where-sole");
  g_autofree char *text = g_strjoinv (" ", left);

  g_assert_cmpstr (text, ==, "knee-r calf-l");
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int failed;

  g_test_init (&argc, &argv, NULL);
  content = cooldown_content_load_bundled (&error);
  g_assert_no_error (error);
  g_test_add_func ("/places/each", test_each);
  g_test_add_func ("/places/sides", test_sides);
  g_test_add_func ("/places/shared-items", test_shared_items);
  g_test_add_func ("/places/unknown", test_unknown);
  g_test_add_func ("/places/fit-nothing", test_fit_nothing);
  g_test_add_func ("/places/remove-item", test_remove_item);
  failed = g_test_run ();
  g_assert_finalize_object (content);
  return failed;
}
