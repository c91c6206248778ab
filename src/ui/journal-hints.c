/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-hints.h"

#include "topic-row.h"

#include <glib/gi18n.h>

struct _CooldownJournalHints
{
  AdwBin parent_instance;
  CooldownAppState *state;
  char *group;
  GPtrArray *shown; /* (element-type CooldownJournalTick) */
};

G_DEFINE_FINAL_TYPE (CooldownJournalHints, cooldown_journal_hints, ADW_TYPE_BIN)

static GPtrArray *
find_ticks (CooldownJournalHints *self)
{
  CooldownTickStore *store = cooldown_app_state_get_tick_store (self->state);
  GPtrArray *items = cooldown_content_get_items (cooldown_app_state_get_content (self->state));
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);
      const CooldownJournalTick *tick = cooldown_tick_store_get_mark (store, item->id);

      if (tick != NULL && g_str_equal (item->group, self->group))
        g_ptr_array_add (found, (gpointer) tick);
    }
  return found;
}

static gboolean
is_shown (CooldownJournalHints *self, GPtrArray *ticks)
{
  if (self->shown == NULL || self->shown->len != ticks->len)
    return FALSE;
  for (guint i = 0; i < ticks->len; i++)
    if (g_ptr_array_index (ticks, i) != g_ptr_array_index (self->shown, i))
      return FALSE;
  return TRUE;
}

static GtkWidget *
make_box (CooldownJournalHints *self, GPtrArray *ticks)
{
  g_autofree CooldownStatement *statements = g_new0 (CooldownStatement, ticks->len);
  g_autoptr (GPtrArray) said = g_ptr_array_new ();

  for (guint i = 0; i < ticks->len; i++)
    {
      const CooldownJournalTick *tick = g_ptr_array_index (ticks, i);

      statements[i] = (CooldownStatement){ tick->id, tick->text, tick->basis };
      g_ptr_array_add (said, &statements[i]);
    }
  return cooldown_statements_box_new (cooldown_app_state_get_content (self->state), said);
}

static void
update (CooldownJournalHints *self)
{
  g_autoptr (GPtrArray) ticks = find_ticks (self);

  if (is_shown (self, ticks))
    return;
  adw_bin_set_child (ADW_BIN (self), ticks->len > 0 ? make_box (self, ticks) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), ticks->len > 0);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_steal_pointer (&ticks);
}

static void
cooldown_journal_hints_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_JOURNAL_HINTS (object)->state);
  G_OBJECT_CLASS (cooldown_journal_hints_parent_class)->dispose (object);
}

static void
cooldown_journal_hints_finalize (GObject *object)
{
  CooldownJournalHints *self = COOLDOWN_JOURNAL_HINTS (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_free (self->group);
  G_OBJECT_CLASS (cooldown_journal_hints_parent_class)->finalize (object);
}

static void
cooldown_journal_hints_class_init (CooldownJournalHintsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_journal_hints_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_journal_hints_finalize;
}

static void
cooldown_journal_hints_init (CooldownJournalHints *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
}

/**
 * cooldown_journal_hints_new:
 * @state: what is going on
 * @group: id of a group of the checklist
 *
 * Returns: (transfer floating): what the journal says about it
 */
GtkWidget *
cooldown_journal_hints_new (CooldownAppState *state, const char *group)
{
  CooldownJournalHints *self = g_object_new (COOLDOWN_TYPE_JOURNAL_HINTS, NULL);

  self->state = g_object_ref (state);
  self->group = g_strdup (group);
  g_signal_connect_object (state, "changed::ticks", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * cooldown_journal_hints_get_caption:
 * @tick: (nullable): what the journal ticks or offers
 *
 * Returns: (nullable): what stands on the item itself
 */
const char *
cooldown_journal_hints_get_caption (const CooldownJournalTick *tick)
{
  if (tick == NULL)
    return NULL;
  /* Translators: small, below something that is ticked, or that is offered for ticking */
  return tick->offer ? _ ("suggested by your journal") : _ ("from your journal");
}
