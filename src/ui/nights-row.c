/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nights-row.h"

#include "nights-reader.h"
#include "report/experiment-words.h"
#include "report/insight-words.h"

#include <glib/gi18n.h>

struct _CooldownNightsRow
{
  AdwActionRow parent_instance;
  CooldownAppState *state;      /* (nullable) */
  CooldownNightsReader *reader; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CooldownNightsRow, cooldown_nights_row, ADW_TYPE_ACTION_ROW)

/* What is to be done tonight, while a trial goes on. */
static char *
format_trial (CooldownNightsRow *self, const CooldownNightsFound *found)
{
  const char *id = cooldown_factor_get_id (found->trial.factor);
  g_autofree char *now = NULL;

  if (!found->has_trial || found->trial_over)
    return NULL;
  now = cooldown_experiment_format_now (
      &found->trial,
      cooldown_content_get_experiment (cooldown_app_state_get_content (self->state), id)->name,
      cooldown_nights_reader_get_day (self->reader));
  /* Translators: %s is "No alcohol, until Sunday, 29 November" */
  return now != NULL ? g_strdup_printf (_ ("Your trial: %s"), now) : NULL;
}

/* While the journal cannot be read the page says so. */
static void
update (CooldownNightsRow *self)
{
  const CooldownNightsFound *found = cooldown_nights_reader_get_found (self->reader);
  g_autofree char *noted = found != NULL ? cooldown_nights_format_noted (found->insights.n_noted)
                                         : NULL;

  g_autofree char *trial = found != NULL ? format_trial (self, found) : NULL;
  g_autofree char *both = trial != NULL ? g_strconcat (trial, "\n", noted, NULL) : NULL;

  if (both == NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), noted != NULL ? noted : "");
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), both);
}

static void
cooldown_nights_row_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_NIGHTS_ROW (object)->reader);
  g_clear_object (&COOLDOWN_NIGHTS_ROW (object)->state);
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

  self->state = g_object_ref (state);
  self->reader = cooldown_nights_reader_new (GTK_WIDGET (self), state, FALSE);
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
