/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "journal-weeks.h"

#include "journal-charts.h"
#include "journal-days.h"

#define DAYS_OF_A_WEEK 7

struct _CooldownJournalWeeks
{
  AdwBin parent_instance;
  CooldownAppState *state;
  CooldownJournalCharts *charts;
  GCancellable *loading; /* (nullable) */
  char *from;            /* the first day that is being loaded */
  char *to;              /* the day after the last one */
};

G_DEFINE_FINAL_TYPE (CooldownJournalWeeks, cooldown_journal_weeks, ADW_TYPE_BIN)

/* (transfer container): the entries of one kind */
static GPtrArray *
pick (GPtrArray *entries, CooldownEntryKind kind)
{
  GPtrArray *picked = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    if (cooldown_entry_get_kind (g_ptr_array_index (entries, i)) == kind)
      g_ptr_array_add (picked, g_object_ref (g_ptr_array_index (entries, i)));
  return picked;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownJournalWeeks) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      found = cooldown_notebook_find_finish (COOLDOWN_NOTEBOOK (source), result, &error);
  g_autoptr (GPtrArray) episodes = NULL;
  g_autoptr (GPtrArray) workouts = NULL;

  /* Why the journal cannot be read is said by the page. */
  if (found == NULL || self->state == NULL)
    return;
  g_clear_object (&self->loading);
  episodes = pick (found, COOLDOWN_ENTRY_EPISODE);
  workouts = pick (found, COOLDOWN_ENTRY_WORKOUT);
  cooldown_journal_charts_set_entries (self->charts, episodes, workouts, self->from, self->to);
}

static void
update_span (CooldownJournalWeeks *self)
{
  CooldownClock *clock = cooldown_app_state_get_clock (self->state);
  int days = (int) cooldown_journal_charts_get_weeks (self->charts) * DAYS_OF_A_WEEK;

  g_free (self->from);
  g_free (self->to);
  self->from = cooldown_journal_day_from_today (clock, 1 - days);
  self->to = cooldown_journal_day_from_today (clock, 1);
}

static void
entry_activated_cb (CooldownJournalWeeks *self, guint kind, const char *uid)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-entry", "(ss)",
                              cooldown_entry_kind_get_name ((CooldownEntryKind) kind), uid);
}

static void
cooldown_journal_weeks_dispose (GObject *object)
{
  CooldownJournalWeeks *self = COOLDOWN_JOURNAL_WEEKS (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_journal_weeks_parent_class)->dispose (object);
}

static void
cooldown_journal_weeks_finalize (GObject *object)
{
  CooldownJournalWeeks *self = COOLDOWN_JOURNAL_WEEKS (object);

  g_free (self->from);
  g_free (self->to);
  G_OBJECT_CLASS (cooldown_journal_weeks_parent_class)->finalize (object);
}

static void
cooldown_journal_weeks_class_init (CooldownJournalWeeksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_journal_weeks_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_journal_weeks_finalize;
}

static void
cooldown_journal_weeks_init (CooldownJournalWeeks *self)
{
}

/**
 * cooldown_journal_weeks_set_state:
 * @self: weeks without a state
 * @state: what is going on
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_journal_weeks_set_state (CooldownJournalWeeks *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_JOURNAL_WEEKS (self));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  self->charts = COOLDOWN_JOURNAL_CHARTS (
      cooldown_journal_charts_new (cooldown_app_state_get_content (state)));
  g_signal_connect_object (self->charts, "span-changed", G_CALLBACK (cooldown_journal_weeks_load),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->charts, "entry-activated", G_CALLBACK (entry_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->charts));
}

/**
 * cooldown_journal_weeks_load:
 * @self: weeks
 *
 * Shows the weeks up to today as they stand in the journal now.
 */
void
cooldown_journal_weeks_load (CooldownJournalWeeks *self)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;

  g_return_if_fail (COOLDOWN_IS_JOURNAL_WEEKS (self));
  g_return_if_fail (self->state != NULL);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  update_span (self);
  query.kinds = 1U << COOLDOWN_ENTRY_EPISODE | 1U << COOLDOWN_ENTRY_WORKOUT;
  query.from = self->from;
  query.to = self->to;
  cooldown_notebook_find (cooldown_app_state_get_notebook (self->state), &query, self->loading,
                          found_cb, g_object_ref (self));
}
