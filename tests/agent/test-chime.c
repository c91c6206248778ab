/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent/chime.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* The player is a real program of its own: a script that writes down how it was called. */

typedef struct
{
  char *folder;
  char *player;
  char *calls;   /* what it wrote down */
  char *barrier; /* a pipe on which a hanging one waits */
  CooldownChime *chime;
  guint n_ended;
  gboolean played;
} Fixture;

static void
ended_cb (CooldownChime *chime, gboolean played, gpointer data)
{
  Fixture *fixture = data;

  fixture->n_ended++;
  fixture->played = played;
}

static CooldownChime *
make_chime (Fixture *fixture)
{
  CooldownChime *chime = cooldown_chime_new (fixture->player);

  g_signal_connect (chime, "ended", G_CALLBACK (ended_cb), fixture);
  return chime;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("cooldown-chime-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->player = g_build_filename (fixture->folder, "player", NULL);
  fixture->calls = g_build_filename (fixture->folder, "calls", NULL);
  fixture->barrier = g_build_filename (fixture->folder, "barrier", NULL);
  g_assert_no_errno (mkfifo (fixture->barrier, 0600));
  fixture->chime = make_chime (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->chime);
  g_unlink (fixture->player);
  g_unlink (fixture->calls);
  g_unlink (fixture->barrier);
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
  g_free (fixture->player);
  g_free (fixture->calls);
  g_free (fixture->barrier);
}

/* Installs a player that notes its call and then does this. */
static void
install (Fixture *fixture, const char *what_it_does)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\ncd '%s'\necho \"$*\" >>calls\n%s\n",
                                             fixture->folder, what_it_does);

  g_file_set_contents_full (fixture->player, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, &error);
  g_assert_no_error (error);
}

static void
assert_calls (Fixture *fixture, const char *expected)
{
  g_autofree char *calls = NULL;

  g_file_get_contents (fixture->calls, &calls, NULL, NULL);
  g_assert_cmpstr (calls, ==, expected);
}

static void
wait_for_ends (Fixture *fixture, guint n)
{
  while (fixture->n_ended < n)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_ended, ==, n);
}

static void
play (Fixture *fixture, const char *tune)
{
  guint n = fixture->n_ended;

  cooldown_chime_play (fixture->chime, tune);
  g_assert_cmpuint (fixture->n_ended, ==, n);
  wait_for_ends (fixture, n + 1);
}

/* Comes back when a hanging player waits there, and lets it go on when closed. */
static int
meet_player (Fixture *fixture)
{
  int fd = open (fixture->barrier, O_WRONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  return fd;
}

static void
expect_message (const char *pattern)
{
  g_test_expect_message ("cooldown", G_LOG_LEVEL_MESSAGE, pattern);
}

static void
test_played (Fixture *fixture, gconstpointer data)
{
  install (fixture, "exit 0");
  g_assert_true (cooldown_chime_works (fixture->chime));
  play (fixture, "alarm");
  g_assert_true (fixture->played);
  play (fixture, "step");
  g_assert_true (fixture->played);
  g_assert_true (cooldown_chime_works (fixture->chime));
  assert_calls (fixture, "alarm\nstep\n");
}

static void
test_fails (Fixture *fixture, gconstpointer data)
{
  install (fixture, "exit 1");
  expect_message ("*no sound*");
  play (fixture, "alarm");
  g_test_assert_expected_messages ();
  g_assert_false (fixture->played);
  g_assert_false (cooldown_chime_works (fixture->chime));

  /* Tried again each time, and not logged again. */
  play (fixture, "alarm");
  g_assert_false (cooldown_chime_works (fixture->chime));
  assert_calls (fixture, "alarm\nalarm\n");

  install (fixture, "exit 0");
  play (fixture, "alarm");
  g_assert_true (fixture->played);
  g_assert_true (cooldown_chime_works (fixture->chime));
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  install (fixture, "kill -KILL $$");
  expect_message ("*no sound*");
  play (fixture, "alarm");
  g_test_assert_expected_messages ();
  g_assert_false (fixture->played);
  g_assert_false (cooldown_chime_works (fixture->chime));
}

static void
test_no_player (Fixture *fixture, gconstpointer data)
{
  expect_message ("*no sound*");
  play (fixture, "alarm");
  g_test_assert_expected_messages ();
  g_assert_false (fixture->played);
  g_assert_false (cooldown_chime_works (fixture->chime));

  install (fixture, "exit 0");
  play (fixture, "alarm");
  g_assert_true (cooldown_chime_works (fixture->chime));
}

/* Known before the call is over, so that the same reminder can still ask for another sound. */
static void
test_no_player_at_once (Fixture *fixture, gconstpointer data)
{
  expect_message ("*no sound*");
  cooldown_chime_play (fixture->chime, "alarm");
  g_assert_false (cooldown_chime_works (fixture->chime));
  wait_for_ends (fixture, 1);
  g_test_assert_expected_messages ();
}

static void
test_hanging (Fixture *fixture, gconstpointer data)
{
  int fd;

  install (fixture, "read -r never <barrier; exit 0");
  cooldown_chime_play (fixture->chime, "alarm");
  fd = meet_player (fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_ended, ==, 0);
  g_assert_true (cooldown_chime_works (fixture->chime));
  close (fd);
  wait_for_ends (fixture, 1);
  g_assert_true (fixture->played);
}

static void
test_one_at_a_time (Fixture *fixture, gconstpointer data)
{
  int fd;

  install (fixture, "read -r never <barrier; exit 0");
  cooldown_chime_play (fixture->chime, "alarm");
  cooldown_chime_play (fixture->chime, "step");
  fd = meet_player (fixture);
  cooldown_chime_play (fixture->chime, "alarm");
  close (fd);
  wait_for_ends (fixture, 1);

  install (fixture, "exit 0");
  play (fixture, "step");
  assert_calls (fixture, "alarm\nstep\n");
}

static void
play_again_cb (CooldownChime *chime, gboolean played, gpointer data)
{
  g_signal_handlers_disconnect_by_func (chime, play_again_cb, data);
  cooldown_chime_play (chime, "step");
}

static void
test_again_from_ended (Fixture *fixture, gconstpointer data)
{
  install (fixture, "exit 0");
  g_signal_connect (fixture->chime, "ended", G_CALLBACK (play_again_cb), NULL);
  cooldown_chime_play (fixture->chime, "alarm");
  wait_for_ends (fixture, 2);
  assert_calls (fixture, "alarm\nstep\n");
}

static void
test_goes_while_playing (Fixture *fixture, gconstpointer data)
{
  int fd;

  install (fixture, "read -r never <barrier; exit 0");
  cooldown_chime_play (fixture->chime, "alarm");
  fd = meet_player (fixture);
  g_assert_finalize_object (fixture->chime);
  close (fd);

  /* By the end of a later one the end of this one would have been told. */
  fixture->chime = make_chime (fixture);
  install (fixture, "exit 0");
  play (fixture, "alarm");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* A message that no test expects ends it. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING |
                          G_LOG_LEVEL_MESSAGE);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/chime/played", test_played);
  ADD ("/chime/fails", test_fails);
  ADD ("/chime/killed", test_killed);
  ADD ("/chime/no-player", test_no_player);
  ADD ("/chime/no-player-at-once", test_no_player_at_once);
  ADD ("/chime/hanging", test_hanging);
  ADD ("/chime/one-at-a-time", test_one_at_a_time);
  ADD ("/chime/again-from-ended", test_again_from_ended);
  ADD ("/chime/goes-while-playing", test_goes_while_playing);
#undef ADD
  return g_test_run ();
}
