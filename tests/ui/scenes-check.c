/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenes-check.h"

static void
tick (Desk *desk, const char *const *items)
{
  for (; *items != NULL; items++)
    cooldown_app_state_tick (desk->state, *items, TRUE);
}

static void
ticks_none (Desk *desk)
{
  tick (desk, (const char *[]){ "warn-none", NULL });
}

static void
ticks_emergency (Desk *desk)
{
  tick (desk, (const char *[]){ "warn-chest", "warn-sore", NULL });
}

static void
ticks_urgent (Desk *desk)
{
  tick (desk, (const char *[]){ "warn-sore", NULL });
}

static void
ticks_many (Desk *desk)
{
  tick (desk, (const char *[]){ "warn-none", "where-toes", "where-sole", "side-one", "feel-burn",
                                "feel-tingle", "last-hour", NULL });
}

static void
tick_group (Desk *desk, gboolean signs)
{
  GPtrArray *items = cooldown_content_get_items (desk->content);

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);
      gboolean sign = cooldown_content_get_sign (desk->content, item->id) != NULL;

      if (sign == signs && !g_str_equal (item->group, "answer"))
        cooldown_app_state_tick (desk->state, item->id, TRUE);
    }
}

static void
ticks_all (Desk *desk)
{
  ticks_none (desk);
  tick_group (desk, FALSE);
}

static void
ticks_signs (Desk *desk)
{
  tick_group (desk, TRUE);
}

static void
untick_checks (GtkWidget *widget)
{
  if (GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_mapped (widget))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    untick_checks (child);
}

/* The user wants to take a warning sign back and is asked what became of it. */
static void
sign_unticked (Desk *desk)
{
  ticks_urgent (desk);
  desk_settle (desk);
  desk_show (desk, "check");
  untick_checks (GTK_WIDGET (desk->window));
}

static const Scene scenes[] = {
  { "ticks-none", ticks_none },
  { "ticks-emergency", ticks_emergency },
  { "ticks-urgent", ticks_urgent },
  { "ticks-many", ticks_many },
  { "ticks-all", ticks_all },
  { "ticks-signs", ticks_signs },
  { "sign-unticked", sign_unticked },
};

/**
 * check_scenes_get:
 * @n_scenes: (out): how many there are
 *
 * Returns: (array length=n_scenes): scenes in which something is ticked
 */
const Scene *
check_scenes_get (guint *n_scenes)
{
  *n_scenes = G_N_ELEMENTS (scenes);
  return scenes;
}
