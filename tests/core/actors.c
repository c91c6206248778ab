/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "actors.h"

#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Nobody waits for the journal as long as this. */
#define PATIENCE_MILLISECONDS 30000

/**
 * actor_start:
 * @role: "window", "agent", "visitor", "older"
 * @folder: where the journal lies
 * @number: where its numbers begin
 * @count: how many calls it makes, 0 for no end
 *
 * Returns: the process, which runs
 */
Actor
actor_start (const char *role, const char *folder, guint32 number, guint count)
{
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *count_text = count > 0 ? g_strdup_printf ("%u", count) : NULL;
  const char *argv[] = {
    g_getenv ("COOLDOWN_JOURNAL_ACTOR"), role, folder, number_text, count_text, NULL
  };
  g_autoptr (GError) error = NULL;
  Actor actor;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &actor.pid, NULL, &actor.out, &actor.err, &error);
  g_assert_no_error (error);
  return actor;
}

static gssize
read_some (int fd, char *buffer, gsize size)
{
  struct pollfd readable = { .fd = fd, .events = POLLIN };

  if (poll (&readable, 1, PATIENCE_MILLISECONDS) <= 0)
    g_error ("an actor has not moved for %d seconds", PATIENCE_MILLISECONDS / 1000);
  return read (fd, buffer, size);
}

/**
 * actor_wait_for:
 * @actor: an actor
 * @line: the first line it says
 *
 * Waits until it has said that.
 */
void
actor_wait_for (Actor *actor, const char *line)
{
  g_autofree char *said = g_malloc0 (strlen (line) + 2);

  for (gsize at = 0; at <= strlen (line); at++)
    g_assert_cmpint (read_some (actor->out, said + at, 1), ==, 1);
  g_assert_true (g_str_has_prefix (said, line));
}

/**
 * actor_kill:
 * @actor: an actor, which notices nothing of it
 */
void
actor_kill (Actor *actor)
{
  kill (actor->pid, SIGKILL);
}

static char *
read_all (int fd)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  while ((n = read_some (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);
  close (fd);
  return g_string_free (text, FALSE);
}

/**
 * actor_end:
 * @actor: an actor that was killed, or ends by itself
 * @errors: (out): what it said on its standard error
 * @status: (out) (nullable): what waitpid() says of its end
 *
 * Returns: (transfer full): all that it said and nobody has read
 */
char *
actor_end (Actor *actor, char **errors, int *status)
{
  char *said = read_all (actor->out);
  int how = 0;

  *errors = read_all (actor->err);
  g_assert_cmpint (waitpid (actor->pid, &how, 0), ==, actor->pid);
  if (status != NULL)
    *status = how;
  return said;
}

/**
 * actor_measure_visit:
 * @folder: where the journal lies
 *
 * Lets a visitor open the journal, and close it.
 *
 * Returns: how long that took, in microseconds: slow machines need longer
 */
guint
actor_measure_visit (const char *folder)
{
  gint64 began = g_get_monotonic_time ();
  Actor visitor = actor_start ("visitor", folder, 1, 0);
  g_autofree char *errors = NULL;
  int status = 0;
  g_autofree char *said = actor_end (&visitor, &errors, &status);

  g_assert_cmpstr (said, ==, "open\n");
  return (guint) (g_get_monotonic_time () - began);
}

/**
 * actor_pause:
 * @chance: chance
 * @most_microseconds: how long at most
 *
 * Lets actors act for a random while.
 */
void
actor_pause (GRand *chance, guint most_microseconds)
{
  g_usleep ((gulong) g_rand_int_range (chance, 0, (gint32) most_microseconds));
}
