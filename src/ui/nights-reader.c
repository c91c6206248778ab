/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nights-reader.h"

#include "core/insights-nights.h"
#include "evening-plan.h"
#include "report/date-words.h"

#define CAFFEINE "caffeine"

struct _CooldownNightsReader
{
  GObject parent_instance;
  GtkWidget *widget; /* (unowned) (nullable): gone when it is closed while this still reads */
  CooldownAppState *state;
  gboolean compare;
  CooldownBedtimes bedtimes; /* with which it was read */
  CooldownLimit caffeine;    /* the same */
  GVariant *trials;          /* (nullable): the same */
  guint32 day;               /* the same */
  gint64 minute;             /* in which it was looked at last, since 1970 */
  gboolean stale;
  GCancellable *reading;      /* (nullable) */
  CooldownNightsFound *found; /* (nullable) */
  char *trouble;              /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CooldownNightsReader, cooldown_nights_reader, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
} CooldownNightsReaderSignal;

static guint signals[SIGNAL_CHANGED + 1];

/* What is read, and with which rules. */
typedef struct
{
  CooldownContent *content; /* what the rules point to */
  CooldownBedtimes bedtimes;
  CooldownLimit caffeine;
  gboolean compare;
  gboolean has_trial;
  CooldownExperiment trial;
  gboolean trial_over;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->content);
  g_free (request);
}

static void
found_free (gpointer data)
{
  CooldownNightsFound *found = data;

  g_array_unref (found->nights);
  g_free (found);
}

/* On the journal's thread, which is needed for other things: nothing is compared there. */
static gpointer
read_nights (CooldownJournal *journal, gpointer data, GError **error)
{
  const Request *request = data;
  CooldownNightRules rules = { request->bedtimes, &request->caffeine,
                               cooldown_content_get_evening_numbers (request->content) };
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autoptr (GPtrArray) entries = NULL;
  CooldownNightsFound *found;

  query.kinds = 1 << COOLDOWN_ENTRY_NIGHT;
  if (request->compare)
    query.kinds |= 1 << COOLDOWN_ENTRY_WORKOUT | 1 << COOLDOWN_ENTRY_SESSION;
  entries = cooldown_journal_find (journal, &query, error);
  if (entries == NULL)
    return NULL;
  found = g_new0 (CooldownNightsFound, 1);
  found->nights = cooldown_nights_from_entries (entries, &rules);
  for (guint i = 0; i < found->nights->len; i++)
    found->insights.n_noted += g_array_index (found->nights, CooldownNight, i).restless !=
                               COOLDOWN_RESTLESS_NOT_NOTED;
  found->has_trial = request->has_trial;
  found->trial = request->trial;
  found->trial_over = request->trial_over;
  return found;
}

/* Looked at again and again before its end, chance alone would show a difference at some time. */
static void
judge_trial (CooldownNightsFound *found, const CooldownEveningNumbers *numbers)
{
  const CooldownNight *nights = (const CooldownNight *) (gpointer) found->nights->data;
  CooldownEveningNumbers counting = *numbers;

  if (!found->trial_over)
    counting.min_nights = G_MAXINT;
  cooldown_experiment_find_result (&found->trial, nights, found->nights->len, &counting,
                                   &found->result);
}

static void
compare_nights (GTask *task, gpointer reader, gpointer data, GCancellable *cancellable)
{
  CooldownNightsFound *found = data;
  CooldownContent *content = cooldown_app_state_get_content (
      COOLDOWN_NIGHTS_READER (reader)->state);

  cooldown_insights_find ((const CooldownNight *) (gpointer) found->nights->data,
                          found->nights->len, cooldown_content_get_evening_numbers (content),
                          &found->insights);
  if (found->has_trial)
    judge_trial (found, cooldown_content_get_evening_numbers (content));
  g_task_return_boolean (task, TRUE);
}

/* Takes @found and @error, one of which there is. */
static void
show (CooldownNightsReader *self, CooldownNightsFound *found, const GError *error)
{
  g_clear_object (&self->reading);
  g_clear_pointer (&self->found, found_free);
  g_free (self->trouble);
  self->found = found;
  self->trouble = error != NULL ? g_strdup (error->message) : NULL;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CooldownNightsReader *self = COOLDOWN_NIGHTS_READER (source);
  CooldownNightsFound *found = data;

  /* Something else was asked for since then. */
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    show (self, found, NULL);
  else
    found_free (found);
}

static void
compare (CooldownNightsReader *self, CooldownNightsFound *found)
{
  g_autoptr (GTask) task = g_task_new (self, self->reading, compared_cb, found);

  g_task_set_task_data (task, found, NULL);
  g_task_run_in_thread (task, compare_nights);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownNightsReader) self = data;
  g_autoptr (GError) error = NULL;
  CooldownNightsFound *found = cooldown_notebook_run_finish (COOLDOWN_NOTEBOOK (source), result,
                                                             &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    return;
  if (found != NULL && self->compare)
    compare (self, found);
  else
    show (self, found, error);
}

static void
get_rules (CooldownNightsReader *self, CooldownBedtimes *bedtimes, CooldownLimit *caffeine)
{
  cooldown_app_state_get_bedtimes (self->state, bedtimes);
  if (!cooldown_evening_plan_get_limit (self->state, CAFFEINE, caffeine))
    *caffeine = (CooldownLimit){ .at = -1 };
}

static void
get_trial (CooldownNightsReader *self, Request *request)
{
  g_autoptr (GVariant) trials = cooldown_app_state_lookup_setting (
      self->state, "experiments", G_VARIANT_TYPE (COOLDOWN_EXPERIMENTS));

  g_clear_pointer (&self->trials, g_variant_unref);
  self->trials = trials != NULL ? g_variant_ref (trials) : NULL;
  request->has_trial = cooldown_experiments_get_last (trials, &request->trial);
  request->trial_over =
      request->has_trial && cooldown_experiment_is_over (&request->trial,
                                                         cooldown_nights_reader_get_day (self));
}

static gboolean
have_trials_changed (CooldownNightsReader *self)
{
  g_autoptr (GVariant) trials = cooldown_app_state_lookup_setting (
      self->state, "experiments", G_VARIANT_TYPE (COOLDOWN_EXPERIMENTS));

  if (trials == NULL || self->trials == NULL)
    return trials != self->trials;
  return !g_variant_equal (trials, self->trials);
}

static gboolean
have_rules_changed (CooldownNightsReader *self)
{
  CooldownBedtimes bedtimes;
  CooldownLimit caffeine;

  get_rules (self, &bedtimes, &caffeine);
  if (bedtimes.usual != self->bedtimes.usual || caffeine.at != self->caffeine.at ||
      caffeine.before != self->caffeine.before)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (bedtimes.own); i++)
    if (bedtimes.own[i] != self->bedtimes.own[i])
      return TRUE;
  return FALSE;
}

static void
settings_cb (CooldownNightsReader *self)
{
  if (!self->stale && (have_trials_changed (self) || (self->compare && have_rules_changed (self))))
    cooldown_nights_reader_read (self);
}

static gboolean
has_day_changed (CooldownNightsReader *self)
{
  gint64 minute = cooldown_app_state_now (self->state).wall / COOLDOWN_MINUTE;

  if (minute == self->minute)
    return FALSE;
  self->minute = minute;
  return cooldown_nights_reader_get_day (self) != self->day;
}

static void
map_cb (CooldownNightsReader *self)
{
  if (self->stale || has_day_changed (self) || (self->compare && have_rules_changed (self)))
    cooldown_nights_reader_read (self);
}

/* Another night to come can be another turn of a trial, or its end. */
static void
second_cb (CooldownNightsReader *self)
{
  if (!self->stale && self->widget != NULL && gtk_widget_get_mapped (self->widget) &&
      has_day_changed (self))
    cooldown_nights_reader_read (self);
}

static void
stop (CooldownNightsReader *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
cooldown_nights_reader_dispose (GObject *object)
{
  CooldownNightsReader *self = COOLDOWN_NIGHTS_READER (object);

  stop (self);
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_nights_reader_parent_class)->dispose (object);
}

static void
cooldown_nights_reader_finalize (GObject *object)
{
  CooldownNightsReader *self = COOLDOWN_NIGHTS_READER (object);

  g_clear_pointer (&self->found, found_free);
  g_free (self->trouble);
  g_clear_pointer (&self->trials, g_variant_unref);
  G_OBJECT_CLASS (cooldown_nights_reader_parent_class)->finalize (object);
}

static void
cooldown_nights_reader_class_init (CooldownNightsReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cooldown_nights_reader_dispose;
  object_class->finalize = cooldown_nights_reader_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cooldown_nights_reader_init (CooldownNightsReader *self)
{
  self->stale = TRUE;
}

/**
 * cooldown_nights_reader_new:
 * @widget: for whom it reads, while it is seen
 * @state: what is going on
 * @compare: whether the nights are compared; otherwise they are only counted
 *
 * Returns: (transfer full): a reader that begins as soon as @widget is seen
 */
CooldownNightsReader *
cooldown_nights_reader_new (GtkWidget *widget, CooldownAppState *state, gboolean compare)
{
  CooldownNightsReader *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (COOLDOWN_IS_APP_STATE (state), NULL);

  self = g_object_new (COOLDOWN_TYPE_NIGHTS_READER, NULL);
  g_set_weak_pointer (&self->widget, widget);
  self->state = g_object_ref (state);
  self->compare = compare;
  g_signal_connect_object (widget, "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cooldown_app_state_get_notebook (state), "changed",
                           G_CALLBACK (cooldown_nights_reader_read), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed::settings", G_CALLBACK (settings_cb), self,
                           G_CONNECT_SWAPPED);
  cooldown_app_state_watch_seconds (state, widget);
  g_signal_connect_object (state, "second", G_CALLBACK (second_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cooldown_nights_reader_get_found:
 * @self: a reader
 *
 * Returns: (transfer none) (nullable): what was read; %NULL if nothing was yet, or it failed
 */
const CooldownNightsFound *
cooldown_nights_reader_get_found (CooldownNightsReader *self)
{
  g_return_val_if_fail (COOLDOWN_IS_NIGHTS_READER (self), NULL);
  return self->found;
}

/**
 * cooldown_nights_reader_get_trouble:
 * @self: a reader
 *
 * Returns: (nullable): why nothing could be read
 */
const char *
cooldown_nights_reader_get_trouble (CooldownNightsReader *self)
{
  g_return_val_if_fail (COOLDOWN_IS_NIGHTS_READER (self), NULL);
  return self->trouble;
}

/* Whether the limit is that time of day with such a bedtime. */
static gboolean
is_fixed (const CooldownLimit *limit, int bedtime)
{
  gboolean after = bedtime >= limit->bedtime_from, before = bedtime <= limit->bedtime_to;

  return limit->bedtime_from <= limit->bedtime_to ? after && before : after || before;
}

/**
 * cooldown_nights_reader_get_day:
 * @self: a reader
 *
 * Returns: the date of the night to come, as a julian day, see
 *   [func@Cooldown.experiment_find_day]
 */
guint32
cooldown_nights_reader_get_day (CooldownNightsReader *self)
{
  CooldownClock *clock;
  CooldownBedtimes bedtimes;

  g_return_val_if_fail (COOLDOWN_IS_NIGHTS_READER (self), 0);

  clock = cooldown_app_state_get_clock (self->state);
  cooldown_app_state_get_bedtimes (self->state, &bedtimes);
  return cooldown_experiment_find_day (clock, cooldown_clock_now (clock).wall, &bedtimes);
}

/**
 * cooldown_nights_reader_format_limit:
 * @self: a reader that has read
 *
 * Returns: (transfer full) (nullable): the time of day that is the limit for caffeine: "12:00";
 *   %NULL if it goes with bedtime
 */
char *
cooldown_nights_reader_format_limit (CooldownNightsReader *self)
{
  g_return_val_if_fail (COOLDOWN_IS_NIGHTS_READER (self), NULL);

  if (self->caffeine.at < 0 || !is_fixed (&self->caffeine, self->bedtimes.usual))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (self->bedtimes.own); i++)
    if (self->bedtimes.own[i] != COOLDOWN_AS_USUAL &&
        !is_fixed (&self->caffeine, self->bedtimes.own[i]))
      return NULL;
  return cooldown_minute_of_day_format (self->caffeine.at);
}

/**
 * cooldown_nights_reader_read:
 * @self: a reader
 *
 * Reads anew; at once if the widget is seen, else as soon as it is.
 */
void
cooldown_nights_reader_read (CooldownNightsReader *self)
{
  Request *request;

  g_return_if_fail (COOLDOWN_IS_NIGHTS_READER (self));

  stop (self);
  self->stale = self->widget == NULL || !gtk_widget_get_mapped (self->widget);
  if (self->stale)
    return;
  self->reading = g_cancellable_new ();
  get_rules (self, &self->bedtimes, &self->caffeine);
  self->day = cooldown_nights_reader_get_day (self);
  request = g_new (Request, 1);
  *request = (Request){ g_object_ref (cooldown_app_state_get_content (self->state)), self->bedtimes,
                        self->caffeine, self->compare };
  get_trial (self, request);
  cooldown_notebook_run (cooldown_app_state_get_notebook (self->state), read_nights, request,
                         request_free, found_free, FALSE, self->reading, read_cb,
                         g_object_ref (self));
}
