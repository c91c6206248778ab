/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-bind.h"

#include "report/choice-words.h"

#include <glib/gi18n.h>

/* Longer than anybody's sentence, and far from what a field can hold. */
#define MOST_CHARACTERS 8000

typedef struct
{
  GtkWidget *widget; /* which owns this */
  CooldownEntryEdit *edit;
  CooldownField field;
  void (*show) (GtkWidget *widget, CooldownEntry *entry, CooldownField field);
  gboolean filling; /* whether the widget is changed by the program, not by the user */
} Binding;

static void
binding_free (gpointer data)
{
  Binding *binding = data;

  g_object_unref (binding->edit);
  g_free (binding);
}

static Binding *
get_binding (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "cooldown-binding");
}

static void
show (GtkWidget *widget)
{
  Binding *binding = get_binding (widget);

  binding->filling = TRUE;
  binding->show (widget, cooldown_entry_edit_get_entry (binding->edit), binding->field);
  binding->filling = FALSE;
}

static Binding *
bind (CooldownEntryEdit *edit,
      gpointer widget,
      CooldownField field,
      void (*how) (GtkWidget *widget, CooldownEntry *entry, CooldownField field))
{
  Binding *binding = g_new (Binding, 1);

  *binding = (Binding){ widget, g_object_ref (edit), field, how, FALSE };
  g_object_set_data_full (G_OBJECT (widget), "cooldown-binding", binding, binding_free);
  g_signal_connect_object (edit, "changed", G_CALLBACK (show), widget, G_CONNECT_SWAPPED);
  show (widget);
  return binding;
}

static CooldownEntry *
get_entry (Binding *binding)
{
  return cooldown_entry_edit_get_entry (binding->edit);
}

/* Scales. */

static void
show_scale (GtkWidget *widget, CooldownEntry *entry, CooldownField field)
{
  gint64 number = cooldown_entry_get_number (entry, field);

  cooldown_entry_scale_set_number (COOLDOWN_ENTRY_SCALE (widget), number == COOLDOWN_NOT_NOTED
                                                                      ? COOLDOWN_SCALE_NOTHING
                                                                      : (int) number);
}

static void
scale_picked_cb (Binding *binding, int number)
{
  cooldown_entry_set_number (get_entry (binding), binding->field,
                             number == COOLDOWN_SCALE_NOTHING ? COOLDOWN_NOT_NOTED : number);
  cooldown_entry_edit_touch (binding->edit);
}

/**
 * cooldown_entry_bind_scale:
 * @edit: a visit to an entry
 * @scale: a scale with words
 * @field: a number from 0 to 10
 */
void
cooldown_entry_bind_scale (CooldownEntryEdit *edit, CooldownEntryScale *scale, CooldownField field)
{
  Binding *binding = bind (edit, scale, field, show_scale);

  g_signal_connect_swapped (scale, "picked", G_CALLBACK (scale_picked_cb), binding);
}

/* Chips. */

static gboolean
is_choice (CooldownField field)
{
  return cooldown_field_get_info (field)->type == COOLDOWN_TYPE_FIELD_CHOICE;
}

static void
show_chips (GtkWidget *widget, CooldownEntry *entry, CooldownField field)
{
  const char *chosen[] = { NULL, NULL };
  g_auto (GStrv) ids = NULL;

  if (is_choice (field))
    chosen[0] = cooldown_entry_get_text (entry, field);
  else
    ids = cooldown_entry_get_ids (entry, field);
  cooldown_entry_chips_set_ids (COOLDOWN_ENTRY_CHIPS (widget),
                                ids != NULL ? (const char *const *) ids : chosen);
}

static void
chips_picked_cb (Binding *binding)
{
  g_auto (GStrv) ids = cooldown_entry_chips_get_ids (COOLDOWN_ENTRY_CHIPS (binding->widget));

  if (is_choice (binding->field))
    cooldown_entry_set_text (get_entry (binding), binding->field, ids[0]);
  else
    cooldown_entry_set_ids (get_entry (binding), binding->field, (const char *const *) ids);
  cooldown_entry_edit_touch (binding->edit);
}

/**
 * cooldown_entry_bind_chips:
 * @edit: a visit to an entry
 * @chips: chips for what can be chosen
 * @field: a choice, or a list of ids
 */
void
cooldown_entry_bind_chips (CooldownEntryEdit *edit, CooldownEntryChips *chips, CooldownField field)
{
  Binding *binding = bind (edit, chips, field, show_chips);

  g_signal_connect_swapped (chips, "picked", G_CALLBACK (chips_picked_cb), binding);
}

/**
 * cooldown_entry_fill_chips:
 * @chips: chips without any
 * @field: a choice, or a list of ids that are no items of the checklist
 *
 * Adds a chip for each that can be chosen.
 */
void
cooldown_entry_fill_chips (CooldownEntryChips *chips, CooldownField field)
{
  const char *const *ids = cooldown_choice_get_ids (field);

  for (; *ids != NULL; ids++)
    {
      const char *name = cooldown_choice_get_name (field, *ids);

      cooldown_entry_chips_add (chips, *ids, name, name);
    }
}

/* Moments. */

static void
show_when (GtkWidget *widget, CooldownEntry *entry, CooldownField field)
{
  gint64 wall = cooldown_entry_get_time (entry, field);

  if (wall != COOLDOWN_NOT_NOTED)
    cooldown_entry_when_set_time (COOLDOWN_ENTRY_WHEN (widget), wall,
                                  cooldown_entry_get_time_offset (entry, field));
}

static void
when_picked_cb (Binding *binding)
{
  CooldownEntryWhen *when = COOLDOWN_ENTRY_WHEN (binding->widget);

  cooldown_entry_set_time (get_entry (binding), binding->field, cooldown_entry_when_get_time (when),
                           cooldown_entry_when_get_offset (when));
  cooldown_entry_edit_touch_text (binding->edit, binding->field);
}

/**
 * cooldown_entry_bind_when:
 * @edit: a visit to an entry
 * @when: a row for a moment
 * @field: a moment; as long as it is not noted the row shows what it showed before
 */
void
cooldown_entry_bind_when (CooldownEntryEdit *edit, CooldownEntryWhen *when, CooldownField field)
{
  Binding *binding;

  cooldown_entry_when_set_clock (
      when, cooldown_app_state_get_clock (cooldown_entry_edit_get_state (edit)));
  binding = bind (edit, when, field, show_when);
  g_signal_connect_swapped (when, "picked", G_CALLBACK (when_picked_cb), binding);
}

/* Texts. Nothing typed is not noted, but for pain elsewhere, where "None" is an answer. */

static gboolean
says_none (CooldownField field, const char *text)
{
  g_autofree char *none = NULL;
  g_autofree char *typed = NULL;

  if (field != COOLDOWN_FIELD_EPISODE_PAIN)
    return FALSE;
  none = g_utf8_casefold (C_ ("pain", "None"), -1);
  typed = g_utf8_casefold (text, -1);
  return g_str_equal (g_strstrip (typed), none);
}

static void
note_text (Binding *binding, const char *text)
{
  const char *noted = says_none (binding->field, text) ? "" : *text == '\0' ? NULL : text;

  cooldown_entry_set_text (get_entry (binding), binding->field, noted);
  cooldown_entry_edit_touch_text (binding->edit, binding->field);
}

static const char *
get_shown_text (CooldownEntry *entry, CooldownField field)
{
  const char *text = cooldown_entry_get_text (entry, field);

  if (text == NULL)
    return "";
  return *text == '\0' && field == COOLDOWN_FIELD_EPISODE_PAIN ? C_ ("pain", "None") : text;
}

static void
show_editable (GtkWidget *widget, CooldownEntry *entry, CooldownField field)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (widget));
  const char *text = get_shown_text (entry, field);

  /* Not in another writing while it is being typed. */
  if (!g_str_equal (typed, text) &&
      !(says_none (field, typed) && g_str_equal (text, C_ ("pain", "None"))))
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
}

static void
editable_changed_cb (Binding *binding)
{
  if (!binding->filling)
    note_text (binding, gtk_editable_get_text (GTK_EDITABLE (binding->widget)));
}

static void
save_cb (Binding *binding)
{
  cooldown_entry_edit_save (binding->edit);
}

static void
save_on_leave (Binding *binding)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (save_cb), binding);
  gtk_widget_add_controller (binding->widget, focus);
}

/**
 * cooldown_entry_bind_text:
 * @edit: a visit to an entry
 * @editable: where a line is typed
 * @field: a text
 */
void
cooldown_entry_bind_text (CooldownEntryEdit *edit, GtkEditable *editable, CooldownField field)
{
  Binding *binding = bind (edit, editable, field, show_editable);
  GtkEditable *delegate = gtk_editable_get_delegate (editable);

  if (GTK_IS_TEXT (delegate))
    gtk_text_set_max_length (GTK_TEXT (delegate), MOST_CHARACTERS);
  g_signal_connect_swapped (editable, "changed", G_CALLBACK (editable_changed_cb), binding);
  save_on_leave (binding);
}

static char *
get_view_text (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  char *text;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static void
show_notes (GtkWidget *widget, CooldownEntry *entry, CooldownField field)
{
  g_autofree char *typed = get_view_text (widget);
  const char *text = get_shown_text (entry, field);

  if (!g_str_equal (typed, text))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
}

static void
notes_changed_cb (Binding *binding)
{
  g_autofree char *text = get_view_text (binding->widget);

  if (!binding->filling)
    note_text (binding, text);
}

/**
 * cooldown_entry_bind_notes:
 * @edit: a visit to an entry
 * @view: where many lines are typed
 * @field: a text
 */
void
cooldown_entry_bind_notes (CooldownEntryEdit *edit, GtkTextView *view, CooldownField field)
{
  Binding *binding = bind (edit, view, field, show_notes);

  g_signal_connect_swapped (gtk_text_view_get_buffer (view), "changed",
                            G_CALLBACK (notes_changed_cb), binding);
  save_on_leave (binding);
}

/* Numbers. One that may be not noted has a place before the smallest for that. */

#define NOTHING (-1)

static gboolean
is_optional (CooldownField field)
{
  return !cooldown_field_get_info (field)->always;
}

static int
spin_input_cb (GtkSpinButton *spin, double *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (spin));
  char *end;

  *value = g_strtod (text, &end);
  if (end == text)
    *value = NOTHING;
  return TRUE;
}

static gboolean
spin_output_cb (GtkSpinButton *spin)
{
  int value = (int) gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin));
  /* Translators: stands in place of a number that is not noted */
  g_autofree char *text = value == NOTHING ? g_strdup (_ ("–")) : g_strdup_printf ("%d", value);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (spin)), text))
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  value == NOTHING ? _ ("Not noted") : text, -1);
  return TRUE;
}

static void
show_spin (GtkWidget *widget, CooldownEntry *entry, CooldownField field)
{
  gint64 number = cooldown_entry_get_number (entry, field);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (widget),
                             number == COOLDOWN_NOT_NOTED ? NOTHING : (double) number);
}

static void
spin_changed_cb (Binding *binding)
{
  int value = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (binding->widget));

  if (binding->filling)
    return;
  cooldown_entry_set_number (get_entry (binding), binding->field,
                             value == NOTHING ? COOLDOWN_NOT_NOTED : value);
  cooldown_entry_edit_touch_text (binding->edit, binding->field);
}

/**
 * cooldown_entry_bind_spin:
 * @edit: a visit to an entry
 * @spin: where a number is chosen
 * @field: a number; its limits become those of @spin
 */
void
cooldown_entry_bind_spin (CooldownEntryEdit *edit, GtkSpinButton *spin, CooldownField field)
{
  const CooldownFieldInfo *info = cooldown_field_get_info (field);
  Binding *binding;

  gtk_spin_button_set_range (spin, is_optional (field) ? NOTHING : (double) info->min,
                             (double) info->max);
  if (is_optional (field))
    {
      g_signal_connect (spin, "input", G_CALLBACK (spin_input_cb), NULL);
      g_signal_connect (spin, "output", G_CALLBACK (spin_output_cb), NULL);
      gtk_spin_button_set_numeric (spin, FALSE);
    }
  binding = bind (edit, spin, field, show_spin);
  gtk_spin_button_update (spin);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (spin_changed_cb), binding);
  /* What was typed counts also when the window is closed over it. */
  g_signal_connect (spin, "unmap", G_CALLBACK (gtk_spin_button_update), NULL);
  save_on_leave (binding);
}

/* Choices, in a list that begins with "Not noted" unless they always are. */

static guint
get_first (CooldownField field)
{
  return is_optional (field) ? 1 : 0;
}

static void
show_choice (GtkWidget *widget, CooldownEntry *entry, CooldownField field)
{
  const char *const *ids = cooldown_choice_get_ids (field);
  const char *chosen = cooldown_entry_get_text (entry, field);
  guint index = 0;

  for (guint i = 0; chosen != NULL && ids[i] != NULL; i++)
    if (g_str_equal (ids[i], chosen))
      index = i + get_first (field);
  adw_combo_row_set_selected (ADW_COMBO_ROW (widget), index);
}

static void
choice_selected_cb (Binding *binding)
{
  guint index = adw_combo_row_get_selected (ADW_COMBO_ROW (binding->widget));
  guint first = get_first (binding->field);

  if (binding->filling || index == GTK_INVALID_LIST_POSITION)
    return;
  cooldown_entry_set_text (get_entry (binding), binding->field,
                           index < first ? NULL
                                         : cooldown_choice_get_ids (binding->field)[index - first]);
  cooldown_entry_edit_touch (binding->edit);
}

/**
 * cooldown_entry_bind_choice:
 * @edit: a visit to an entry
 * @row: a row without a model
 * @field: a choice
 */
void
cooldown_entry_bind_choice (CooldownEntryEdit *edit, AdwComboRow *row, CooldownField field)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  Binding *binding;

  if (get_first (field) > 0)
    gtk_string_list_append (names, _ ("Not noted"));
  for (const char *const *id = cooldown_choice_get_ids (field); *id != NULL; id++)
    gtk_string_list_append (names, cooldown_choice_get_name (field, *id));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  binding = bind (edit, row, field, show_choice);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (choice_selected_cb), binding);
}
