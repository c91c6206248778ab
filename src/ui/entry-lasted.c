/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-lasted.h"

#include "entry-chips.h"
#include "pair.h"
#include "report/entry-words.h"

#include <glib/gi18n.h>

#define BEGAN COOLDOWN_FIELD_EPISODE_BEGAN
#define ENDED COOLDOWN_FIELD_EPISODE_ENDED
#define OPEN COOLDOWN_FIELD_EPISODE_OPEN
#define LASTED COOLDOWN_FIELD_EPISODE_LASTED

struct _CooldownEntryLasted
{
  GtkBox parent_instance;
  CooldownEntryEdit *edit;

  GtkLabel *title;
  GtkMenuButton *exactly;
  GtkPopover *popover;
  GtkSpinButton *minutes;
  GtkAdjustment *range;
  GtkWidget *set;
  GtkWidget *clear;
  CooldownEntryChips *chips;
  GtkWidget *open;
  GtkLabel *since;
};

G_DEFINE_FINAL_TYPE (CooldownEntryLasted, cooldown_entry_lasted, GTK_TYPE_BOX)

/* The answer that so many minutes are: the items of the checklist say up to when. */
static const char *
find_answer (gint64 minutes)
{
  if (minutes <= 5)
    return "last-5min";
  if (minutes <= 30)
    return "last-30min";
  return minutes <= 60 ? "last-hour" : "last-longer";
}

static CooldownEntry *
get_entry (CooldownEntryLasted *self)
{
  return cooldown_entry_edit_get_entry (self->edit);
}

static gint64
get_now (CooldownEntryLasted *self)
{
  return cooldown_app_state_now (cooldown_entry_edit_get_state (self->edit)).wall;
}

/* The clocks there, where it was noted, or here, where it was. */
static gint32
find_offset (CooldownEntryLasted *self, gint64 wall)
{
  CooldownClock *clock = cooldown_app_state_get_clock (cooldown_entry_edit_get_state (self->edit));
  CooldownEntry *entry = get_entry (self);
  gint32 noted = cooldown_entry_get_time_offset (entry, BEGAN);
  gint64 began = cooldown_entry_get_time (entry, BEGAN);

  return noted == cooldown_clock_get_offset (clock, began) ? cooldown_clock_get_offset (clock, wall)
                                                           : noted;
}

static void
end_at (CooldownEntryLasted *self, gint64 wall)
{
  CooldownEntry *entry = get_entry (self);

  cooldown_entry_set_time (entry, ENDED, wall, find_offset (self, wall));
  cooldown_entry_set_number (entry, OPEN, FALSE);
  cooldown_entry_set_text (entry, LASTED, find_answer (cooldown_entry_get_minutes (entry)));
  cooldown_entry_edit_touch (self->edit);
}

/* Where the hour asks about this very tingling, that is answered too. */
static void
answer_hour (CooldownEntryLasted *self)
{
  CooldownAppState *state = cooldown_entry_edit_get_state (self->edit);
  CooldownRecoveryState recovery = cooldown_app_state_get_recovery (state);
  g_autoptr (GVariant)
      uid = cooldown_app_state_lookup_recovery (state, "episode-uid", G_VARIANT_TYPE_STRING);

  if (uid != NULL && cooldown_recovery_accepts (&recovery, "check-in", "gone") &&
      g_strcmp0 (g_variant_get_string (uid, NULL), cooldown_entry_get_uid (get_entry (self))) == 0)
    cooldown_app_state_activate (state, "check-in", g_variant_new_string ("gone"));
}

static void
on_gone_now (CooldownEntryLasted *self)
{
  end_at (self, MAX (get_now (self), cooldown_entry_get_time (get_entry (self), BEGAN)));
  answer_hour (self);
}

static void
on_gone_earlier (CooldownEntryLasted *self)
{
  cooldown_entry_set_number (get_entry (self), OPEN, FALSE);
  cooldown_entry_edit_touch (self->edit);
  gtk_widget_child_focus (GTK_WIDGET (self->chips), GTK_DIR_TAB_FORWARD);
}

static void
on_popover_shown (CooldownEntryLasted *self)
{
  CooldownEntry *entry = get_entry (self);
  gint64 minutes = cooldown_entry_get_minutes (entry);
  gint64 so_far = (get_now (self) - cooldown_entry_get_time (entry, BEGAN)) / COOLDOWN_MINUTE;

  gtk_adjustment_set_upper (self->range, (double) MAX (so_far, 0));
  gtk_spin_button_set_value (self->minutes,
                             (double) (minutes != COOLDOWN_NOT_NOTED ? minutes : MIN (so_far, 15)));
  gtk_widget_set_visible (self->clear, minutes != COOLDOWN_NOT_NOTED);
}

static void
on_set (CooldownEntryLasted *self)
{
  gint64 minutes;

  gtk_spin_button_update (self->minutes);
  minutes = gtk_spin_button_get_value_as_int (self->minutes);
  gtk_popover_popdown (self->popover);
  end_at (self, cooldown_entry_get_time (get_entry (self), BEGAN) + minutes * COOLDOWN_MINUTE);
}

static void
on_clear (CooldownEntryLasted *self)
{
  gtk_popover_popdown (self->popover);
  cooldown_entry_unset (get_entry (self), ENDED);
  cooldown_entry_edit_touch (self->edit);
}

/* Minutes that say something else are not known after all; and what was over within the hour does
 * not go on. */
static void
on_picked (CooldownEntryLasted *self)
{
  CooldownEntry *entry = get_entry (self);
  g_auto (GStrv) ids = cooldown_entry_chips_get_ids (self->chips);
  gint64 minutes = cooldown_entry_get_minutes (entry);

  cooldown_entry_set_text (entry, LASTED, ids[0]);
  if (minutes != COOLDOWN_NOT_NOTED && g_strcmp0 (find_answer (minutes), ids[0]) != 0)
    cooldown_entry_unset (entry, ENDED);
  if (ids[0] != NULL && !g_str_equal (ids[0], find_answer (G_MAXINT64)))
    cooldown_entry_set_number (entry, OPEN, FALSE);
  cooldown_entry_edit_touch (self->edit);
}

static void
show_exactly (CooldownEntryLasted *self, gint64 minutes)
{
  g_autofree char *span = NULL;
  g_autofree char *words = NULL;

  if (minutes == COOLDOWN_NOT_NOTED)
    {
      /* Translators: a button that asks for how many minutes it lasted */
      gtk_menu_button_set_label (self->exactly, _ ("Exact Minutes"));
      return;
    }
  span = cooldown_minutes_format (minutes);
  /* Translators: %s is a duration: "exactly: 70 min" */
  words = g_strdup_printf (_ ("exactly: %s"), span);
  gtk_menu_button_set_label (self->exactly, words);
}

static void
show_since (CooldownEntryLasted *self, CooldownEntry *entry)
{
  g_autofree char *time = cooldown_entry_format_time (entry, BEGAN);
  /* Translators: %s is a time of day: "Still there, since 18:12" */
  g_autofree char *words = g_strdup_printf (_ ("Still there, since %s"), time);

  gtk_label_set_label (self->since, words);
}

static void
update (CooldownEntryLasted *self)
{
  CooldownEntry *entry = get_entry (self);
  const char *chosen[] = { cooldown_entry_get_text (entry, LASTED), NULL };
  gint64 minutes = cooldown_entry_get_minutes (entry);

  /* The agent notes when it ended, and that is an answer. */
  if (chosen[0] == NULL && minutes != COOLDOWN_NOT_NOTED)
    chosen[0] = find_answer (minutes);
  cooldown_entry_chips_set_ids (self->chips, chosen);
  show_exactly (self, minutes);
  show_since (self, entry);
  gtk_widget_set_visible (self->open, cooldown_entry_get_number (entry, OPEN) == TRUE);
}

static void
add_answers (CooldownEntryLasted *self)
{
  CooldownContent *content = cooldown_app_state_get_content (
      cooldown_entry_edit_get_state (self->edit));
  const char *const *ids = cooldown_field_get_info (LASTED)->choices;

  for (; *ids != NULL; ids++)
    {
      const CooldownItem *item = cooldown_content_get_item (content, *ids);

      if (item != NULL)
        cooldown_entry_chips_add (self->chips, *ids, item->chip, item->name);
    }
  cooldown_entry_chips_add_open (self->chips, _ ("Don’t know yet"));
}

static void
cooldown_entry_lasted_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_ENTRY_LASTED (object)->edit);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ENTRY_LASTED);
  G_OBJECT_CLASS (cooldown_entry_lasted_parent_class)->dispose (object);
}

static void
cooldown_entry_lasted_class_init (CooldownEntryLastedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_entry_lasted_dispose;
  g_type_ensure (COOLDOWN_TYPE_ENTRY_CHIPS);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/entry-lasted.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryLasted, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryLasted, exactly);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryLasted, popover);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryLasted, minutes);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryLasted, range);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryLasted, set);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryLasted, clear);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryLasted, chips);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryLasted, open);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryLasted, since);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_set);
  gtk_widget_class_bind_template_callback (widget_class, on_clear);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_gone_now);
  gtk_widget_class_bind_template_callback (widget_class, on_gone_earlier);
}

static void
cooldown_entry_lasted_init (CooldownEntryLasted *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_entry_lasted_set_edit:
 * @self: the question
 * @edit: a visit to an episode
 *
 * Gives the question what it is about. To be called once.
 */
void
cooldown_entry_lasted_set_edit (CooldownEntryLasted *self, CooldownEntryEdit *edit)
{
  g_return_if_fail (COOLDOWN_IS_ENTRY_LASTED (self));
  g_return_if_fail (self->edit == NULL);

  self->edit = g_object_ref (edit);
  add_answers (self);
  g_signal_connect_object (edit, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
