/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nights-row.h"

#include "nights-reader.h"
#include "report/insight-words.h"

struct _CooldownNightsRow
{
  AdwActionRow parent_instance;
  CooldownNightsReader *reader; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CooldownNightsRow, cooldown_nights_row, ADW_TYPE_ACTION_ROW)

/* While the journal cannot be read the page says so. */
static void
update (CooldownNightsRow *self)
{
  const CooldownNightsFound *found = cooldown_nights_reader_get_found (self->reader);
  g_autofree char *noted = found != NULL ? cooldown_nights_format_noted (found->insights.n_noted)
                                         : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), noted != NULL ? noted : "");
}

static void
cooldown_nights_row_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_NIGHTS_ROW (object)->reader);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_NIGHTS_ROW);
  G_OBJECT_CLASS (cooldown_nights_row_parent_class)->dispose (object);
}

static void
cooldown_nights_row_class_init (CooldownNightsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_nights_row_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/cooldown/ui/nights-row.ui");
}

static void
cooldown_nights_row_init (CooldownNightsRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_nights_row_set_state:
 * @self: a row without a state
 * @state: what is going on
 *
 * Gives the row what it shows; to be called once.
 */
void
cooldown_nights_row_set_state (CooldownNightsRow *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_NIGHTS_ROW (self));
  g_return_if_fail (self->reader == NULL);

  self->reader = cooldown_nights_reader_new (GTK_WIDGET (self), state, FALSE);
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
