/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chime.h"

struct _CooldownChime
{
  GObject parent_instance;
  char *program;
  GCancellable *playing; /* (nullable): waits for the end of the run there is */
  gboolean works;
};

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CooldownChime, cooldown_chime, G_TYPE_OBJECT)

/* A player that still runs is left to end by itself: half a chime helps nobody. */
static void
cooldown_chime_dispose (GObject *object)
{
  CooldownChime *self = COOLDOWN_CHIME (object);

  g_cancellable_cancel (self->playing);
  g_clear_object (&self->playing);
  G_OBJECT_CLASS (cooldown_chime_parent_class)->dispose (object);
}

static void
cooldown_chime_finalize (GObject *object)
{
  g_free (COOLDOWN_CHIME (object)->program);
  G_OBJECT_CLASS (cooldown_chime_parent_class)->finalize (object);
}

static void
cooldown_chime_class_init (CooldownChimeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_chime_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_chime_finalize;

  /**
   * CooldownChime::ended:
   * @self: the chime
   * @played: whether it was heard to the end, as far as the player knows
   *
   * A run is over. Always comes from the main loop, also when the player could not be started;
   * another one can be played from here.
   */
  signals[ENDED] = g_signal_new ("ended", COOLDOWN_TYPE_CHIME, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
cooldown_chime_init (CooldownChime *self)
{
  self->works = TRUE;
}

/* A computer without sound is no fault, and its log is told once, not at every chime. */
static void
failed (CooldownChime *self, const GError *error)
{
  if (self->works)
    g_message ("there is no sound for the reminders: %s", error->message);
  self->works = FALSE;
}

static void
end (CooldownChime *self, gboolean played)
{
  g_clear_object (&self->playing);
  g_signal_emit (self, signals[ENDED], 0, played);
}

static void
player_ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CooldownChime *self = data;
  g_autoptr (GError) error = NULL;

  if (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error))
    self->works = TRUE;
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* and with that there is no chime any more */
  else
    failed (self, error);
  end (self, error == NULL);
}

static void
not_started_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  end (COOLDOWN_CHIME (source), FALSE);
}

static GSubprocess *
start (CooldownChime *self, const char *tune, GError **error)
{
  const char *const argv[] = { self->program, tune, NULL };
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDOUT_SILENCE;

  /* The player says why it cannot play; once is enough for that, too. */
  if (!self->works)
    flags |= G_SUBPROCESS_FLAGS_STDERR_SILENCE;
  return g_subprocess_newv (argv, flags, error);
}

/**
 * cooldown_chime_new:
 * @program: (type filename): the path of the player
 *
 * Plays sounds by a program that is started for each and ends with it, so that nothing of it is
 * in memory between them. It is called with the name of the tune and exits with 0 when it played.
 *
 * Returns: (transfer full): silent so far
 */
CooldownChime *
cooldown_chime_new (const char *program)
{
  CooldownChime *self = g_object_new (COOLDOWN_TYPE_CHIME, NULL);

  self->program = g_strdup (program);
  return self;
}

/**
 * cooldown_chime_play:
 * @self: the chime
 * @tune: "alarm" or "step"
 *
 * Starts a sound and does not wait for it; "ended" tells its end. While one plays nothing happens.
 */
void
cooldown_chime_play (CooldownChime *self, const char *tune)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) player = NULL;

  g_return_if_fail (COOLDOWN_IS_CHIME (self));
  g_return_if_fail (tune != NULL);
  if (self->playing != NULL)
    return;

  self->playing = g_cancellable_new ();
  player = start (self, tune, &error);
  if (player != NULL)
    {
      g_subprocess_wait_check_async (player, self->playing, player_ended_cb, self);
      return;
    }
  failed (self, error);
  g_task_report_error (self, not_started_cb, NULL, NULL, g_steal_pointer (&error));
}

/**
 * cooldown_chime_works:
 * @self: the chime
 *
 * Whether a sound asked for now will presumably be heard. Who has another way to make one takes
 * that when not.
 *
 * Returns: %FALSE after a run that could not be started or failed; %TRUE before the first one and
 *   after one that played
 */
gboolean
cooldown_chime_works (CooldownChime *self)
{
  g_return_val_if_fail (COOLDOWN_IS_CHIME (self), FALSE);
  return self->works;
}
