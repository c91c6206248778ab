/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "night-cost.h"

#include "core/night.h"
#include "entry-bind.h"
#include "pair.h"
#include "report/entry-words.h"

/* The item of the checklist that stands in the night when it holds. */
#define COSTS_SLEEP "when-sleep"

/* Minutes to fall asleep that are one press away; any other number stands on the night's page. */
static const char *const minutes[] = { "10", "30", "60", "90" };

struct _CooldownNightCost
{
  GtkBox parent_instance;
  CooldownAppState *state;
  CooldownEveningReader *reader;
  char date[COOLDOWN_DATE_SIZE];   /* of the night, or "" */
  char denied[COOLDOWN_DATE_SIZE]; /* of a night that was answered with no here, or "" */
  gboolean filling;

  GtkToggleButton *yes;
  GtkToggleButton *no;
  GtkWidget *more;
  GtkWidget *rest;
  CooldownEntryChips *started;
  CooldownEntryChips *to_sleep;
};

G_DEFINE_FINAL_TYPE (CooldownNightCost, cooldown_night_cost, GTK_TYPE_BOX)

/* What is to be noted of which night: of its features that it cost sleep; %NULL takes back. */
typedef struct
{
  char *date;
  CooldownField field;
  char *value;
} Note;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->date);
  g_free (note->value);
  g_free (note);
}

/* Nothing comes back of one that was deleted. */
static CooldownEntry *
get_night (CooldownJournal *journal, const char *date, GError **error)
{
  g_autofree char *uid = cooldown_night_get_uid (date);
  g_autoptr (GError) local_error = NULL;
  CooldownEntry *night = cooldown_journal_get_entry (journal, COOLDOWN_ENTRY_NIGHT, uid,
                                                     &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (night != NULL && cooldown_entry_get_deleted (night) == 0)
    return night;
  g_clear_object (&night);
  night = cooldown_entry_new (COOLDOWN_ENTRY_NIGHT);
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_DATE, date);
  return night;
}

static void
set_cost (CooldownEntry *night, gboolean cost)
{
  g_auto (GStrv) before = cooldown_entry_get_ids (night, COOLDOWN_FIELD_NIGHT_FEATURES);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) after = NULL;

  for (guint i = 0; before != NULL && before[i] != NULL; i++)
    if (!g_str_equal (before[i], COSTS_SLEEP))
      g_strv_builder_add (builder, before[i]);
  if (cost)
    g_strv_builder_add (builder, COSTS_SLEEP);
  after = g_strv_builder_end (builder);
  cooldown_entry_set_ids (night, COOLDOWN_FIELD_NIGHT_FEATURES, (const char *const *) after);
}

static gpointer
write_note (CooldownJournal *journal, gpointer data, GError **error)
{
  const Note *note = data;
  g_autoptr (CooldownEntry) night = get_night (journal, note->date, error);

  if (night == NULL)
    return NULL;
  if (note->field == COOLDOWN_FIELD_NIGHT_FEATURES)
    set_cost (night, note->value != NULL);
  else if (note->field == COOLDOWN_FIELD_NIGHT_TO_SLEEP)
    cooldown_entry_set_number (night, note->field,
                               note->value != NULL ? g_ascii_strtoll (note->value, NULL, 10)
                                                   : COOLDOWN_NOT_NOTED);
  else
    cooldown_entry_set_text (night, note->field, note->value);
  if (cooldown_entry_is_changed (night, note->field) &&
      !cooldown_journal_put_entry (journal, night, error))
    return NULL;
  return GINT_TO_POINTER (TRUE);
}

/* What is noted of the night, or %NULL. */
static CooldownEntry *
find_night (CooldownNightCost *self)
{
  GPtrArray *entries = cooldown_evening_reader_get_entries (self->reader);

  for (guint i = 0; i < entries->len; i++)
    {
      CooldownEntry *entry = g_ptr_array_index (entries, i);

      if (cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_NIGHT &&
          g_strcmp0 (cooldown_entry_get_text (entry, COOLDOWN_FIELD_NIGHT_DATE), self->date) == 0)
        return entry;
    }
  return NULL;
}

static gboolean
has (CooldownEntry *night, CooldownField field)
{
  return night != NULL && cooldown_entry_has (night, field);
}

/* Returns whether either is noted. */
static gboolean
show_rest (CooldownNightCost *self, CooldownEntry *night)
{
  const char *started[] = { NULL, NULL }, *to_sleep[] = { NULL, NULL };
  char number[8];

  if (has (night, COOLDOWN_FIELD_NIGHT_STARTED))
    started[0] = cooldown_entry_get_text (night, COOLDOWN_FIELD_NIGHT_STARTED);
  if (has (night, COOLDOWN_FIELD_NIGHT_TO_SLEEP))
    {
      g_snprintf (number, sizeof number, "%d",
                  (int) cooldown_entry_get_number (night, COOLDOWN_FIELD_NIGHT_TO_SLEEP));
      to_sleep[0] = number;
    }
  cooldown_entry_chips_set_ids (self->started, started);
  cooldown_entry_chips_set_ids (self->to_sleep, to_sleep);
  return started[0] != NULL || to_sleep[0] != NULL;
}

static void
update (CooldownNightCost *self)
{
  g_autofree char *uid = cooldown_night_get_uid (self->date);
  CooldownEntry *night = find_night (self);
  gboolean cost = night != NULL &&
                  cooldown_entry_has_id (night, COOLDOWN_FIELD_NIGHT_FEATURES, COSTS_SLEEP);
  gboolean denied = !cost && *self->denied != '\0' && g_str_equal (self->denied, self->date);
  gboolean more = show_rest (self, night);

  self->filling = TRUE;
  gtk_toggle_button_set_active (self->yes, cost);
  gtk_toggle_button_set_active (self->no, denied);
  self->filling = FALSE;
  gtk_widget_set_visible (self->rest, cost || denied || more);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->more), "(ss)",
                                    cooldown_entry_kind_get_name (COOLDOWN_ENTRY_NIGHT), uid);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->more), "win.show-entry");
  gtk_widget_set_visible (GTK_WIDGET (self), *self->date != '\0');
}

static void
wrote_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownNightCost) self = data;
  g_autoptr (GError) error = NULL;

  cooldown_notebook_run_finish (COOLDOWN_NOTEBOOK (source), result, &error);
  if (error == NULL || self->state == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  *self->denied = '\0';
  update (self);
}

static void
write_field (CooldownNightCost *self, CooldownField field, const char *value)
{
  Note *note = g_new (Note, 1);

  *note = (Note){ g_strdup (self->date), field, g_strdup (value) };
  cooldown_notebook_run (cooldown_app_state_get_notebook (self->state), write_note, note, note_free,
                         NULL, TRUE, NULL, wrote_cb, g_object_ref (self));
}

/* An answer that is pressed again is taken back. */
static void
on_toggled (CooldownNightCost *self, GtkToggleButton *button)
{
  gboolean active = gtk_toggle_button_get_active (button);

  if (self->filling || *self->date == '\0')
    return;
  self->filling = TRUE;
  if (active)
    gtk_toggle_button_set_active (button == self->yes ? self->no : self->yes, FALSE);
  self->filling = FALSE;
  g_strlcpy (self->denied, active && button == self->no ? self->date : "", sizeof self->denied);
  gtk_widget_set_visible (self->rest, active);
  write_field (self, COOLDOWN_FIELD_NIGHT_FEATURES,
               active && button == self->yes ? COSTS_SLEEP : NULL);
}

static void
on_picked (CooldownNightCost *self, CooldownEntryChips *chips)
{
  g_auto (GStrv) ids = cooldown_entry_chips_get_ids (chips);

  if (*self->date != '\0')
    write_field (self,
                 chips == self->started ? COOLDOWN_FIELD_NIGHT_STARTED
                                        : COOLDOWN_FIELD_NIGHT_TO_SLEEP,
                 ids[0]);
}

static void
cooldown_night_cost_dispose (GObject *object)
{
  CooldownNightCost *self = COOLDOWN_NIGHT_COST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_NIGHT_COST);
  g_clear_object (&self->reader);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_night_cost_parent_class)->dispose (object);
}

static void
cooldown_night_cost_class_init (CooldownNightCostClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_night_cost_dispose;
  g_type_ensure (COOLDOWN_TYPE_ENTRY_CHIPS);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/night-cost.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownNightCost, yes);
  gtk_widget_class_bind_template_child (widget_class, CooldownNightCost, no);
  gtk_widget_class_bind_template_child (widget_class, CooldownNightCost, more);
  gtk_widget_class_bind_template_child (widget_class, CooldownNightCost, rest);
  gtk_widget_class_bind_template_child (widget_class, CooldownNightCost, started);
  gtk_widget_class_bind_template_child (widget_class, CooldownNightCost, to_sleep);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
}

static void
cooldown_night_cost_init (CooldownNightCost *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cooldown_entry_fill_chips (self->started, COOLDOWN_FIELD_NIGHT_STARTED);
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_autofree char *words = cooldown_minutes_format (g_ascii_strtoll (minutes[i], NULL, 10));

      cooldown_entry_chips_add (self->to_sleep, minutes[i], words, words);
    }
}

/**
 * cooldown_night_cost_set_state:
 * @self: a question without a state
 * @state: what is going on
 * @reader: what reads the nights
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_night_cost_set_state (CooldownNightCost *self,
                               CooldownAppState *state,
                               CooldownEveningReader *reader)
{
  g_return_if_fail (COOLDOWN_IS_NIGHT_COST (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  self->reader = g_object_ref (reader);
  g_signal_connect_object (reader, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * cooldown_night_cost_set_date:
 * @self: the question
 * @date: the date of the evening on which the night began; "" while there is nothing to ask
 */
void
cooldown_night_cost_set_date (CooldownNightCost *self, const char *date)
{
  g_return_if_fail (COOLDOWN_IS_NIGHT_COST (self));
  g_return_if_fail (date != NULL);

  if (self->reader == NULL || g_str_equal (self->date, date))
    return;
  g_strlcpy (self->date, date, sizeof self->date);
  update (self);
}
