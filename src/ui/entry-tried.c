/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-tried.h"

#include "entry-chips.h"
#include "pair.h"
#include "report/choice-words.h"

#include <glib/gi18n.h>

#define TRIED COOLDOWN_FIELD_EPISODE_TRIED

/* What was tried, without what was noted after it. */
typedef struct
{
  const char *remedy;
  CooldownEntryChips *outcome;
  GtkWidget *row;
} Row;

struct _CooldownEntryTried
{
  GtkBox parent_instance;
  CooldownEntryEdit *edit;
  GArray *rows; /* (element-type Row) */
  CooldownEntryChips *chips;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (CooldownEntryTried, cooldown_entry_tried, GTK_TYPE_BOX)

static char **
get_tried (CooldownEntryTried *self)
{
  return cooldown_entry_get_ids (cooldown_entry_edit_get_entry (self->edit), TRIED);
}

/* "ice:weaker" for "ice"; NULL where that was not tried. */
static const char *
find_tried (char **tried, const char *remedy, const char **outcome)
{
  for (; *tried != NULL; tried++)
    {
      g_autofree char *id = cooldown_remedy_parse (*tried, outcome);

      if (g_str_equal (id, remedy))
        return *tried;
    }
  *outcome = NULL;
  return NULL;
}

static void
set_tried (CooldownEntryTried *self, const char *const *tried)
{
  cooldown_entry_set_ids (cooldown_entry_edit_get_entry (self->edit), TRIED, tried);
  cooldown_entry_edit_touch (self->edit);
}

/* What was noted after something stays noted while it counts as tried. */
static void
on_chips_picked (CooldownEntryTried *self)
{
  g_auto (GStrv) tried = get_tried (self);
  g_auto (GStrv) remedies = cooldown_entry_chips_get_ids (self->chips);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; remedies[i] != NULL; i++)
    {
      const char *outcome;
      const char *known = find_tried (tried, remedies[i], &outcome);

      g_ptr_array_add (ids, (char *) (known != NULL ? known : remedies[i]));
    }
  g_ptr_array_add (ids, NULL);
  set_tried (self, (const char *const *) ids->pdata);
}

static void
on_outcome_picked (CooldownEntryTried *self, CooldownEntryChips *chips)
{
  const char *remedy = g_object_get_data (G_OBJECT (chips), "remedy");
  g_auto (GStrv) chosen = cooldown_entry_chips_get_ids (chips);
  g_auto (GStrv) tried = get_tried (self);

  for (char **id = tried; *id != NULL; id++)
    {
      g_autofree char *known = cooldown_remedy_parse (*id, NULL);

      if (!g_str_equal (known, remedy))
        continue;
      g_free (*id);
      *id = chosen[0] != NULL ? g_strdup_printf ("%s:%s", remedy, chosen[0]) : g_strdup (remedy);
    }
  set_tried (self, (const char *const *) tried);
}

static CooldownEntryChips *
outcome_new (CooldownEntryTried *self, const char *remedy, const char *name)
{
  /* Translators: what was noted after something was tried; %s is that: "After: Ice" */
  g_autofree char *title = g_strdup_printf (_ ("After: %s"), name);
  CooldownEntryChips *chips = g_object_new (COOLDOWN_TYPE_ENTRY_CHIPS, "title", title,
                                            "one-of-many", TRUE, "segments", TRUE, NULL);

  for (const char *const *id = cooldown_remedy_get_outcomes (); *id != NULL; id++)
    {
      const char *word = cooldown_remedy_get_outcome_name (*id);
      g_autofree char *wording = cooldown_words_capitalize (word);

      cooldown_entry_chips_add (chips, *id, wording, wording);
    }
  /* Translators: nothing was noted after something was tried */
  cooldown_entry_chips_add_open (chips, C_ ("noted after", "Not noted"));
  g_object_set_data (G_OBJECT (chips), "remedy", (gpointer) remedy);
  g_signal_connect_object (chips, "picked", G_CALLBACK (on_outcome_picked), self,
                           G_CONNECT_SWAPPED);
  return chips;
}

static void
add_remedy (CooldownEntryTried *self, const char *remedy)
{
  const char *name = cooldown_choice_get_name (TRIED, remedy);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);
  Row row = { .remedy = remedy, .outcome = outcome_new (self, remedy, name) };
  GtkWidget *pair = cooldown_pair_new (label, GTK_WIDGET (row.outcome));

  gtk_widget_add_css_class (pair, "cd-row");
  row.row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, "child",
                          pair, "visible", FALSE, NULL);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row.row);
  cooldown_entry_chips_add (self->chips, remedy, name, name);
  g_array_append_val (self->rows, row);
}

static void
update (CooldownEntryTried *self)
{
  g_auto (GStrv) tried = get_tried (self);
  g_autoptr (GPtrArray) remedies = g_ptr_array_new_with_free_func (g_free);

  for (char **id = tried; *id != NULL; id++)
    g_ptr_array_add (remedies, cooldown_remedy_parse (*id, NULL));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      const char *chosen[] = { NULL, NULL };

      gtk_widget_set_visible (row->row, find_tried (tried, row->remedy, &chosen[0]) != NULL);
      cooldown_entry_chips_set_ids (row->outcome, chosen);
    }
  gtk_widget_set_visible (self->list, remedies->len > 0);
  g_ptr_array_add (remedies, NULL);
  cooldown_entry_chips_set_ids (self->chips, (const char *const *) remedies->pdata);
}

static void
cooldown_entry_tried_dispose (GObject *object)
{
  CooldownEntryTried *self = COOLDOWN_ENTRY_TRIED (object);

  g_clear_object (&self->edit);
  g_clear_pointer (&self->rows, g_array_unref);
  G_OBJECT_CLASS (cooldown_entry_tried_parent_class)->dispose (object);
}

static void
cooldown_entry_tried_class_init (CooldownEntryTriedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_entry_tried_dispose;
}

static void
cooldown_entry_tried_init (CooldownEntryTried *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  self->chips = g_object_new (COOLDOWN_TYPE_ENTRY_CHIPS, "title", _ ("What did you try?"), NULL);
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "visible",
                             FALSE, NULL);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (self), self->list);
  g_signal_connect_object (self->chips, "picked", G_CALLBACK (on_chips_picked), self,
                           G_CONNECT_SWAPPED);
}

/**
 * cooldown_entry_tried_set_edit:
 * @self: the chips
 * @edit: a visit to an episode
 *
 * Gives the chips what they show. To be called once.
 */
void
cooldown_entry_tried_set_edit (CooldownEntryTried *self, CooldownEntryEdit *edit)
{
  g_return_if_fail (COOLDOWN_IS_ENTRY_TRIED (self));
  g_return_if_fail (self->edit == NULL);

  self->edit = g_object_ref (edit);
  for (const char *const *id = cooldown_choice_get_ids (TRIED); *id != NULL; id++)
    add_remedy (self, *id);
  g_signal_connect_object (edit, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
