/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evening-reader.h"

#include "journal-days.h"

/* What the evening asks of the journal is about the last weeks. */
#define DAYS 35

struct _CooldownEveningReader
{
  GObject parent_instance;
  GtkWidget *widget; /* (unowned) (nullable): gone when it is closed while this still reads */
  CooldownAppState *state;
  gboolean stale;
  GCancellable *reading; /* (nullable) */
  GPtrArray *entries;    /* (element-type CooldownEntry) */
};

G_DEFINE_FINAL_TYPE (CooldownEveningReader, cooldown_evening_reader, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
} CooldownEveningReaderSignal;

static guint signals[SIGNAL_CHANGED + 1];

static void
stop (CooldownEveningReader *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

/* What cannot be read now leaves what was read before. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownEveningReader) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = cooldown_notebook_find_finish (COOLDOWN_NOTEBOOK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    return;
  g_clear_object (&self->reading);
  if (entries == NULL)
    {
      g_message ("what the evening knows from the journal is not known: %s", error->message);
      return;
    }
  g_ptr_array_unref (self->entries);
  self->entries = entries;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
read_journal (CooldownEveningReader *self)
{
  g_autofree char *first = NULL;
  CooldownQuery query = COOLDOWN_QUERY_INIT;

  stop (self);
  self->stale = self->widget == NULL || !gtk_widget_get_mapped (self->widget);
  if (self->stale)
    return;
  first = cooldown_journal_day_from_today (cooldown_app_state_get_clock (self->state), -DAYS);
  query.kinds = 1u << COOLDOWN_ENTRY_NIGHT | 1u << COOLDOWN_ENTRY_WORKOUT;
  query.from = first;
  self->reading = g_cancellable_new ();
  cooldown_notebook_find (cooldown_app_state_get_notebook (self->state), &query, self->reading,
                          read_cb, g_object_ref (self));
}

static void
map_cb (CooldownEveningReader *self)
{
  if (self->stale)
    read_journal (self);
}

static void
cooldown_evening_reader_dispose (GObject *object)
{
  CooldownEveningReader *self = COOLDOWN_EVENING_READER (object);

  stop (self);
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_evening_reader_parent_class)->dispose (object);
}

static void
cooldown_evening_reader_finalize (GObject *object)
{
  g_ptr_array_unref (COOLDOWN_EVENING_READER (object)->entries);
  G_OBJECT_CLASS (cooldown_evening_reader_parent_class)->finalize (object);
}

static void
cooldown_evening_reader_class_init (CooldownEveningReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cooldown_evening_reader_dispose;
  object_class->finalize = cooldown_evening_reader_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cooldown_evening_reader_init (CooldownEveningReader *self)
{
  self->stale = TRUE;
  self->entries = g_ptr_array_new ();
}

/**
 * cooldown_evening_reader_new:
 * @widget: for whom it reads, while it is seen
 * @state: what is going on
 *
 * Returns: (transfer full): a reader that begins as soon as @widget is seen
 */
CooldownEveningReader *
cooldown_evening_reader_new (GtkWidget *widget, CooldownAppState *state)
{
  CooldownEveningReader *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (COOLDOWN_IS_APP_STATE (state), NULL);

  self = g_object_new (COOLDOWN_TYPE_EVENING_READER, NULL);
  g_set_weak_pointer (&self->widget, widget);
  self->state = g_object_ref (state);
  g_signal_connect_object (widget, "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cooldown_app_state_get_notebook (state), "changed",
                           G_CALLBACK (read_journal), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cooldown_evening_reader_get_entries:
 * @self: a reader
 *
 * Returns: (transfer none) (element-type CooldownEntry): the nights and workouts of the last weeks,
 *   the newest first; empty until they were read
 */
GPtrArray *
cooldown_evening_reader_get_entries (CooldownEveningReader *self)
{
  g_return_val_if_fail (COOLDOWN_IS_EVENING_READER (self), NULL);
  return self->entries;
}

static gboolean
read_session (CooldownEveningReader *self, CooldownWorkout *workout)
{
  CooldownSession *session = cooldown_app_state_get_recovery_session (self->state);

  return session != NULL &&
         cooldown_workout_from_plan (cooldown_session_get_plan (session), workout, NULL);
}

static gboolean
read_entry (CooldownEntry *entry, CooldownWorkout *workout)
{
  if (cooldown_entry_get_kind (entry) != COOLDOWN_ENTRY_WORKOUT)
    return FALSE;
  *workout = (CooldownWorkout){
    .kind = cooldown_entry_get_text (entry, COOLDOWN_FIELD_WORKOUT_KIND),
    .minutes = (guint) cooldown_entry_get_number (entry, COOLDOWN_FIELD_WORKOUT_MINUTES),
    .ended = cooldown_entry_get_time (entry, COOLDOWN_FIELD_WORKOUT_ENDED),
    .rpe = cooldown_entry_has (entry, COOLDOWN_FIELD_WORKOUT_RPE)
               ? (int) cooldown_entry_get_number (entry, COOLDOWN_FIELD_WORKOUT_RPE)
               : COOLDOWN_RPE_NOT_NOTED,
  };
  return TRUE;
}

/**
 * cooldown_evening_reader_get_workout:
 * @self: a reader
 * @evening: an evening
 * @workout: (out caller-allocates): the last workout of its day; what it points to holds until
 *   something changes
 *
 * Looks at what goes on, which is known at once, and at the journal, which knows what is over, too.
 *
 * Returns: whether there was a workout
 */
gboolean
cooldown_evening_reader_get_workout (CooldownEveningReader *self,
                                     const CooldownEvening *evening,
                                     CooldownWorkout *workout)
{
  CooldownClock *clock = cooldown_app_state_get_clock (self->state);
  gint64 begin = cooldown_evening_get_begin (clock, evening);
  gboolean found = FALSE;

  for (guint i = 0; i <= self->entries->len; i++)
    {
      CooldownWorkout other = { 0 };
      gboolean is = i < self->entries->len
                        ? read_entry (g_ptr_array_index (self->entries, i), &other)
                        : read_session (self, &other);

      if (!is || other.ended < begin || other.ended >= begin + 24 * COOLDOWN_HOUR ||
          (found && other.ended < workout->ended))
        continue;
      *workout = other;
      found = TRUE;
    }
  return found;
}
