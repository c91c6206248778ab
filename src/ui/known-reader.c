/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "known-reader.h"

#include "pace.h"

struct _CooldownKnownReader
{
  GObject parent_instance;
  CooldownContent *content;
  CooldownClock *clock;
  CooldownNotebook *notebook;
  CooldownTickStore *ticks;
  GCancellable *cancellable; /* (nullable): of the reading that goes on */
  gboolean started;
  guint wait_id; /* until what is known may be otherwise though nobody notes anything */
};

G_DEFINE_FINAL_TYPE (CooldownKnownReader, cooldown_known_reader, G_TYPE_OBJECT)

/* What the journal's thread needs for it. */
typedef struct
{
  CooldownContent *content;
  CooldownClock *clock;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->content);
  g_object_unref (question->clock);
  g_free (question);
}

static gpointer
work (CooldownJournal *journal, gpointer data, GError **error)
{
  Question *question = data;

  return cooldown_journal_get_known (journal, question->content, question->clock, error);
}

static void read_journal (CooldownKnownReader *self);

static void
waited_cb (gpointer data)
{
  CooldownKnownReader *self = data;

  self->wait_id = 0;
  read_journal (self);
}

static void
wait_until (CooldownKnownReader *self, gint64 until)
{
  gint64 now = cooldown_clock_now (self->clock).wall;

  g_clear_handle_id (&self->wait_id, g_source_remove);
  if (until != COOLDOWN_NEVER)
    self->wait_id = cooldown_pace_wait (MAX (until - now, COOLDOWN_SECOND), waited_cb, self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  CooldownKnown *known = cooldown_notebook_run_finish (COOLDOWN_NOTEBOOK (source), result, &error);
  CooldownKnownReader *self = data;

  /* Then there is a newer question, or nobody who asks. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (known == NULL)
    {
      g_message ("what the journal knows about the checklist is not known: %s", error->message);
      return;
    }
  wait_until (self, known->until);
  cooldown_tick_store_set_known (self->ticks, known);
}

static void
cancel (CooldownKnownReader *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_journal (CooldownKnownReader *self)
{
  Question *question;

  if (!self->started)
    return;
  cancel (self);
  self->cancellable = g_cancellable_new ();
  question = g_new (Question, 1);
  *question = (Question){ g_object_ref (self->content), g_object_ref (self->clock) };
  cooldown_notebook_run (self->notebook, work, question, question_free,
                         (GDestroyNotify) cooldown_known_free, FALSE, self->cancellable, read_cb,
                         self);
}

static void
cooldown_known_reader_dispose (GObject *object)
{
  CooldownKnownReader *self = COOLDOWN_KNOWN_READER (object);

  cancel (self);
  g_clear_handle_id (&self->wait_id, g_source_remove);
  g_clear_object (&self->ticks);
  g_clear_object (&self->notebook);
  g_clear_object (&self->clock);
  g_clear_object (&self->content);
  G_OBJECT_CLASS (cooldown_known_reader_parent_class)->dispose (object);
}

static void
cooldown_known_reader_class_init (CooldownKnownReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_known_reader_dispose;
}

static void
cooldown_known_reader_init (CooldownKnownReader *self)
{
}

/**
 * cooldown_known_reader_new:
 * @content: what the program knows
 * @clock: where time comes from
 * @notebook: the journal
 * @ticks: where what it knows is ticked
 *
 * Returns: (transfer full): what reads nothing before it is started
 */
CooldownKnownReader *
cooldown_known_reader_new (CooldownContent *content,
                           CooldownClock *clock,
                           CooldownNotebook *notebook,
                           CooldownTickStore *ticks)
{
  CooldownKnownReader *self = g_object_new (COOLDOWN_TYPE_KNOWN_READER, NULL);

  self->content = g_object_ref (content);
  self->clock = g_object_ref (clock);
  self->notebook = g_object_ref (notebook);
  self->ticks = g_object_ref (ticks);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (read_journal), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cooldown_known_reader_start:
 * @self: a reader
 *
 * Reads the journal now, and again whenever it changed.
 */
void
cooldown_known_reader_start (CooldownKnownReader *self)
{
  g_return_if_fail (COOLDOWN_IS_KNOWN_READER (self));

  if (self->started)
    return;
  self->started = TRUE;
  read_journal (self);
}
