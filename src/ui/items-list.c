/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "items-list.h"

#include "chip.h"
#include "journal-hints.h"
#include "leg-card.h"
#include "leg-places.h"
#include "split.h"
#include "topic-row.h"

#include <glib/gi18n.h>

/* The chip of a choice that stands for no answer carries this instead of an item's id. */
#define NO_ANSWER ""

struct _CooldownItemsList
{
  GtkBox parent_instance;
  CooldownAppState *state; /* (owned) */
  GPtrArray *buttons;      /* (element-type GtkWidget), check boxes and chips */
  gboolean updating;
  GtkWidget *about_you;
};

G_DEFINE_FINAL_TYPE (CooldownItemsList, cooldown_items_list, GTK_TYPE_BOX)

static GQuark
get_id_quark (void)
{
  return g_quark_from_static_string ("cooldown-item");
}

static GQuark
get_choice_quark (void)
{
  return g_quark_from_static_string ("cooldown-choice");
}

/* The items of a group, in the order of the content. */
static GPtrArray *
find_items (CooldownItemsList *self, const char *group)
{
  GPtrArray *items = cooldown_content_get_items (cooldown_app_state_get_content (self->state));
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      CooldownItem *item = g_ptr_array_index (items, i);

      if (g_str_equal (item->group, group))
        g_ptr_array_add (found, item);
    }
  return found;
}

static gboolean
is_choice_open (CooldownItemsList *self, const char *choice)
{
  GPtrArray *items = cooldown_content_get_items (cooldown_app_state_get_content (self->state));
  CooldownTicks *ticks = cooldown_app_state_get_ticks (self->state);

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->choice, choice) == 0 && cooldown_ticks_has (ticks, item->id))
        return FALSE;
    }
  return TRUE;
}

static void
untick_choice (CooldownItemsList *self, const char *choice)
{
  GPtrArray *items = cooldown_content_get_items (cooldown_app_state_get_content (self->state));

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (g_strcmp0 (item->choice, choice) == 0)
        cooldown_app_state_tick (self->state, item->id, FALSE);
    }
}

static gboolean
is_active (GtkWidget *button)
{
  return GTK_IS_CHECK_BUTTON (button) ? gtk_check_button_get_active (GTK_CHECK_BUTTON (button))
                                      : gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
}

static void
set_active (GtkWidget *button, gboolean active)
{
  if (GTK_IS_CHECK_BUTTON (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), active);
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
}

static void
toggled_cb (CooldownItemsList *self, GtkWidget *button)
{
  const char *id = g_object_get_qdata (G_OBJECT (button), get_id_quark ());
  const char *choice = g_object_get_qdata (G_OBJECT (button), get_choice_quark ());
  gboolean active = is_active (button);

  /* In a choice the chip that goes up follows from the one that goes down. */
  if (self->updating || (choice != NULL && !active))
    return;
  if (g_str_equal (id, NO_ANSWER))
    untick_choice (self, choice);
  else
    cooldown_app_state_tick (self->state, id, active);
  if (!active)
    cooldown_leg_places_forget (self->state, id);
}

static void
add_button (CooldownItemsList *self, GtkWidget *button, const char *id, const char *choice)
{
  g_object_set_qdata (G_OBJECT (button), get_id_quark (), (gpointer) id);
  g_object_set_qdata (G_OBJECT (button), get_choice_quark (), (gpointer) choice);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->buttons, button);
}

static GtkWidget *
chips_new (CooldownItemsList *self, const char *title, GPtrArray *items)
{
  const char *choice = ((CooldownItem *) g_ptr_array_index (items, 0))->choice;
  GtkWidget *wrap = cooldown_chip_group_new (title, choice != NULL);
  GtkToggleButton *first = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);
      GtkWidget *chip = cooldown_chip_new (item->chip, item->name, choice != NULL);

      if (choice != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), first);
      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (chip);
      add_button (self, chip, item->id, choice);
      cooldown_wrap_append (COOLDOWN_WRAP (wrap), chip);
    }
  if (choice != NULL)
    {
      GtkWidget *chip = cooldown_chip_new (_ ("Don’t know yet"), _ ("Don’t know yet"), TRUE);

      gtk_widget_add_css_class (chip, "open");
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), first);
      add_button (self, chip, NO_ANSWER, choice);
      cooldown_wrap_append (COOLDOWN_WRAP (wrap), chip);
    }
  return wrap;
}

static GtkWidget *
legs_new (CooldownItemsList *self, const char *title)
{
  GtkWidget *legs = g_object_new (COOLDOWN_TYPE_LEG_CARD, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (legs), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  cooldown_leg_card_set_state (COOLDOWN_LEG_CARD (legs), self->state);
  return legs;
}

static GtkWidget *
about_you_new (CooldownItemsList *self, const char *title, GPtrArray *items)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE,
                                 NULL);
  GtkWidget *chips = chips_new (self, title, items);

  gtk_widget_add_css_class (chips, "cd-about-you");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), chips);
  self->about_you = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->about_you), title);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->about_you), row);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), self->about_you);
  return list;
}

static void
add_group (CooldownItemsList *self, const CooldownGroup *group)
{
  g_autoptr (GPtrArray) items = find_items (self, group->id);
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *body;

  if (g_str_equal (group->id, "you"))
    body = about_you_new (self, group->title, items);
  else
    {
      gtk_box_append (GTK_BOX (section), cooldown_section_title_new (group->title));
      body = g_str_equal (group->id, "where") ? legs_new (self, group->title)
                                              : chips_new (self, group->title, items);
    }
  gtk_box_append (GTK_BOX (section), body);
  gtk_box_append (GTK_BOX (section), cooldown_journal_hints_new (self->state, group->id));
  gtk_box_append (GTK_BOX (self), section);
}

static void
update_about_you (CooldownItemsList *self)
{
  g_autoptr (GPtrArray) items = find_items (self, "you");
  CooldownTicks *ticks = cooldown_app_state_get_ticks (self->state);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  g_autofree char *escaped = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (cooldown_ticks_has (ticks, item->id))
        g_ptr_array_add (words, (char *) item->chip);
    }
  g_ptr_array_add (words, NULL);
  joined = words->len > 1 ? g_strjoinv (" · ", (char **) words->pdata)
                          : g_strdup (_ ("Remembered, and not asked each time"));
  escaped = g_markup_escape_text (joined, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->about_you), escaped);
}

static void
update_caption (CooldownItemsList *self, GtkWidget *button, const char *id)
{
  CooldownTickStore *store = cooldown_app_state_get_tick_store (self->state);

  cooldown_chip_set_caption (
      button, cooldown_journal_hints_get_caption (cooldown_tick_store_get_mark (store, id)));
}

static void
update (CooldownItemsList *self)
{
  CooldownTicks *ticks = cooldown_app_state_get_ticks (self->state);

  self->updating = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      const char *id = g_object_get_qdata (G_OBJECT (button), get_id_quark ());
      const char *choice = g_object_get_qdata (G_OBJECT (button), get_choice_quark ());
      gboolean active = g_str_equal (id, NO_ANSWER) ? is_choice_open (self, choice)
                                                    : cooldown_ticks_has (ticks, id);

      set_active (button, active);
      if (GTK_IS_TOGGLE_BUTTON (button))
        update_caption (self, button, id);
      if (choice != NULL)
        gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED, active,
                                     -1);
    }
  self->updating = FALSE;
  update_about_you (self);
}

static void
cooldown_items_list_dispose (GObject *object)
{
  CooldownItemsList *self = COOLDOWN_ITEMS_LIST (object);

  g_clear_object (&self->state);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  G_OBJECT_CLASS (cooldown_items_list_parent_class)->dispose (object);
}

static void
cooldown_items_list_class_init (CooldownItemsListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_items_list_dispose;
}

static void
cooldown_items_list_init (CooldownItemsList *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 22);
}

/**
 * cooldown_items_list_set_state:
 * @self: the list
 * @state: what is going on
 *
 * Gives the list what it shows. To be called once.
 */
void
cooldown_items_list_set_state (CooldownItemsList *self, CooldownAppState *state)
{
  GPtrArray *groups;

  g_return_if_fail (COOLDOWN_IS_ITEMS_LIST (self));
  g_return_if_fail (COOLDOWN_IS_APP_STATE (state));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  groups = cooldown_content_get_groups (cooldown_app_state_get_content (state));
  for (guint i = 0; i < groups->len; i++)
    {
      const CooldownGroup *group = g_ptr_array_index (groups, i);

      if (!g_str_has_prefix (group->id, "warn-"))
        add_group (self, group);
    }
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
