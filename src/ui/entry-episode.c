/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-episode.h"

#include "entry-bind.h"
#include "entry-fill.h"
#include "entry-lasted.h"
#include "entry-link.h"
#include "entry-older.h"
#include "entry-places.h"
#include "entry-tried.h"
#include "pair.h"
#include "report/choice-words.h"
#include "split.h"

#include <glib/gi18n.h>

#define BEGAN COOLDOWN_FIELD_EPISODE_BEGAN
#define ENDED COOLDOWN_FIELD_EPISODE_ENDED

struct _CooldownEntryEpisodeFields
{
  AdwBin parent_instance;
  CooldownEntryEdit *edit;

  CooldownSplit *split;
  CooldownEntryPlaces *places;
  GtkWidget *check;
  CooldownEntryScale *severity;
  CooldownEntryChips *feel;
  CooldownEntryLasted *lasted;
  AdwComboRow *onset;
  GtkWidget *after_row;
  GtkLabel *after_title;
  GtkSpinButton *after;
  GtkLabel *after_unit;
  CooldownEntryWhen *began;
  AdwComboRow *workout;
  CooldownEntryTried *tried;
  GtkEditable *eases;
  GtkEditable *worsens;
  GtkEditable *clothing;
  GtkEditable *pain;
  GtkWidget *no_pain;
  GtkEditable *medicine;
  GtkTextView *notes;
  CooldownEntryOlder *older;
};

G_DEFINE_FINAL_TYPE (CooldownEntryEpisodeFields, cooldown_entry_episode_fields, ADW_TYPE_BIN)

static CooldownEntry *
get_entry (CooldownEntryEpisodeFields *self)
{
  return cooldown_entry_edit_get_entry (self->edit);
}

static CooldownAppState *
get_state (CooldownEntryEpisodeFields *self)
{
  return cooldown_entry_edit_get_state (self->edit);
}

static char *
name_severity (int severity, gpointer data)
{
  return cooldown_severity_format (severity);
}

/* What ended before it began is moved with its beginning. */
static void
move_end (CooldownEntry *entry, gint64 by)
{
  gint64 ended = cooldown_entry_get_time (entry, ENDED);

  if (ended != COOLDOWN_NOT_NOTED && ended < cooldown_entry_get_time (entry, BEGAN))
    cooldown_entry_set_time (entry, ENDED, ended + by,
                             cooldown_entry_get_time_offset (entry, BEGAN));
}

/* What is known now says nothing about a past day. */
static void
on_began_picked (CooldownEntryEpisodeFields *self)
{
  CooldownEntry *entry = get_entry (self);
  gint64 before = cooldown_entry_get_time (entry, BEGAN);
  gint64 began = cooldown_entry_when_get_time (self->began);

  cooldown_entry_set_time (entry, BEGAN, began, cooldown_entry_when_get_offset (self->began));
  move_end (entry, began - before);
  if (!cooldown_entry_fill_is_recent (get_state (self), entry))
    cooldown_entry_edit_drop_filled (self->edit);
  cooldown_entry_edit_touch_text (self->edit, BEGAN);
}

static void
on_no_pain (CooldownEntryEpisodeFields *self)
{
  cooldown_entry_set_text (get_entry (self), COOLDOWN_FIELD_EPISODE_PAIN, "");
  cooldown_entry_edit_touch (self->edit);
  gtk_widget_grab_focus (GTK_WIDGET (self->pain));
}

static void
on_narrow (CooldownEntryEpisodeFields *self)
{
  if (cooldown_split_get_narrow (self->split))
    gtk_widget_add_css_class (GTK_WIDGET (self), "cd-narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "cd-narrow");
}

static void
update_after (CooldownEntryEpisodeFields *self, const char *onset)
{
  gboolean during = g_strcmp0 (onset, "during") == 0;
  /* Translators: one row: "After", a number, "min of the workout" */
  const char *title = during ? C_ ("began", "After")
                             /* Translators: one row: "Began", a number, "min after the workout" */
                             : C_ ("began", "Began");
  const char *unit = during ? _ ("min of the workout")
                            : _ ("min after the workout");
  const char *spoken = during ? _ ("After how many minutes of the workout")
                              : _ ("How many minutes after the workout");

  gtk_widget_set_visible (self->after_row, onset != NULL);
  gtk_label_set_label (self->after_title, title);
  gtk_label_set_label (self->after_unit, unit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->after), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
update (CooldownEntryEpisodeFields *self)
{
  CooldownEntry *entry = get_entry (self);

  cooldown_entry_when_set_time (self->began, cooldown_entry_get_time (entry, BEGAN),
                                cooldown_entry_get_time_offset (entry, BEGAN));
  update_after (self, cooldown_entry_get_text (entry, COOLDOWN_FIELD_EPISODE_ONSET));
  gtk_widget_set_visible (self->no_pain, !cooldown_entry_has (entry, COOLDOWN_FIELD_EPISODE_PAIN));
}

static void
fill_feel (CooldownEntryEpisodeFields *self)
{
  GPtrArray *items = cooldown_content_get_items (cooldown_app_state_get_content (get_state (self)));

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (g_str_equal (item->group, "feel"))
        cooldown_entry_chips_add (self->feel, item->id, item->chip, item->name);
    }
}

static void
bind_fields (CooldownEntryEpisodeFields *self)
{
  CooldownEntryEdit *edit = self->edit;

  cooldown_entry_places_set_edit (self->places, edit);
  cooldown_entry_bind_scale (edit, self->severity, COOLDOWN_FIELD_EPISODE_SEVERITY);
  cooldown_entry_bind_chips (edit, self->feel, COOLDOWN_FIELD_EPISODE_SENSATIONS);
  cooldown_entry_lasted_set_edit (self->lasted, edit);
  cooldown_entry_bind_choice (edit, self->onset, COOLDOWN_FIELD_EPISODE_ONSET);
  cooldown_entry_bind_spin (edit, self->after, COOLDOWN_FIELD_EPISODE_AFTER_MINUTES);
  cooldown_entry_link_workout (edit, self->workout);
  cooldown_entry_link_check (edit, self->check);
  cooldown_entry_tried_set_edit (self->tried, edit);
  cooldown_entry_bind_text (edit, self->eases, COOLDOWN_FIELD_EPISODE_EASES);
  cooldown_entry_bind_text (edit, self->worsens, COOLDOWN_FIELD_EPISODE_WORSENS);
  cooldown_entry_bind_text (edit, self->clothing, COOLDOWN_FIELD_EPISODE_CLOTHING);
  cooldown_entry_bind_text (edit, self->pain, COOLDOWN_FIELD_EPISODE_PAIN);
  cooldown_entry_bind_text (edit, self->medicine, COOLDOWN_FIELD_EPISODE_MEDICINE);
  cooldown_entry_bind_notes (edit, self->notes, COOLDOWN_FIELD_EPISODE_NOTES);
  cooldown_entry_older_set_edit (self->older, edit);
}

static void
cooldown_entry_episode_fields_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_ENTRY_EPISODE_FIELDS (object)->edit);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ENTRY_EPISODE_FIELDS);
  G_OBJECT_CLASS (cooldown_entry_episode_fields_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/entry-episode.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, split);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, places);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, check);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, severity);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, feel);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, lasted);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, onset);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, after_row);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, after_title);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, after);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, after_unit);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, began);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, workout);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, tried);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, eases);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, worsens);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, clothing);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, pain);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, no_pain);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, medicine);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, notes);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryEpisodeFields, older);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow);
  gtk_widget_class_bind_template_callback (widget_class, on_no_pain);
}

static void
cooldown_entry_episode_fields_class_init (CooldownEntryEpisodeFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_entry_episode_fields_dispose;
  g_type_ensure (COOLDOWN_TYPE_ENTRY_CHIPS);
  g_type_ensure (COOLDOWN_TYPE_ENTRY_LASTED);
  g_type_ensure (COOLDOWN_TYPE_ENTRY_OLDER);
  g_type_ensure (COOLDOWN_TYPE_ENTRY_PLACES);
  g_type_ensure (COOLDOWN_TYPE_ENTRY_SCALE);
  g_type_ensure (COOLDOWN_TYPE_ENTRY_TRIED);
  g_type_ensure (COOLDOWN_TYPE_ENTRY_WHEN);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  g_type_ensure (COOLDOWN_TYPE_SPLIT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
cooldown_entry_episode_fields_init (CooldownEntryEpisodeFields *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_entry_episode_fields_set_edit:
 * @self: the fields
 * @edit: a visit to an episode
 *
 * Gives the fields what they show. To be called once.
 */
void
cooldown_entry_episode_fields_set_edit (CooldownEntryEpisodeFields *self, CooldownEntryEdit *edit)
{
  g_return_if_fail (COOLDOWN_IS_ENTRY_EPISODE_FIELDS (self));
  g_return_if_fail (self->edit == NULL);

  self->edit = g_object_ref (edit);
  cooldown_entry_scale_set_words (self->severity, name_severity, NULL);
  fill_feel (self);
  cooldown_entry_when_set_clock (self->began, cooldown_app_state_get_clock (get_state (self)));
  bind_fields (self);
  g_signal_connect_object (self->began, "picked", G_CALLBACK (on_began_picked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (edit, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
