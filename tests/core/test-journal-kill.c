/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two processes write as fast as they can and are killed, again and again. What they had been told
 * was written is there, what they were writing is there or not, and the file is whole.
 */
#include "actors.h"
#include "book.h"
#include "file-state.h"
#include "ledger.h"
#include "life.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#define DEFAULT_KILLS 500
/* On one file, which grows; then there is a new one. */
#define BATCH 100
/* Beside the time to open the file, in which some are killed. */
#define LIFE_MICROSECONDS 40000
#define NUMBERS_OF_LIFE 10000
#define LOOK_AT_ALL 25

static guint
count_kills (void)
{
  const char *kills = g_getenv ("COOLDOWN_TEST_KILLS");

  return kills != NULL ? (guint) g_ascii_strtoull (kills, NULL, 10) : DEFAULT_KILLS;
}

/* One that was killed says nothing of an error; one that ended before it did. */
static void
end (Actor *actor, Ledger *ledger)
{
  g_autofree char *errors = NULL;
  int status = 0;
  g_autofree char *said = actor_end (actor, &errors, &status);

  g_assert_cmpstr (errors, ==, "");
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  ledger_note (ledger, said);
}

/* Both at the same moment, or one a little later: it goes on in what the other left behind. */
static void
live_and_die (Book *book, Ledger *ledger, GRand *chance, guint longest, guint32 number)
{
  Actor window = actor_start ("window", book->folder, number, 0);
  Actor agent = actor_start ("agent", book->folder, number + NUMBERS_OF_LIFE / 2, 0);

  actor_pause (chance, longest);
  actor_kill (&window);
  if (g_rand_boolean (chance))
    actor_pause (chance, longest / 4);
  actor_kill (&agent);
  end (&window, ledger);
  end (&agent, ledger);
}

static void
assert_nothing_lost (Book *book, Ledger *ledger, guint kill)
{
  g_autofree char *file = book_file_in (book, "journal.db");
  g_autoptr (GError) error = NULL;

  book_reopen (book);
  g_assert_null (cooldown_journal_get_set_aside (book->journal));
  if (kill % LOOK_AT_ALL == LOOK_AT_ALL - 1)
    ledger_look_again (ledger);
  if (!ledger_holds (ledger, book->journal, &error) || !file_state_is_sound (file, &error))
    g_prefix_error (&error, "after %u kills: ", kill + 1);
  g_assert_no_error (error);
  g_clear_object (&book->journal);
}

static void
test_kill (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  GRand *chance = life_chance ("kill");
  g_autoptr (Ledger) ledger = ledger_new ();
  Book book = { NULL };
  guint longest;

  book_set_up (&book, NULL);
  g_clear_object (&book.journal);
  longest = 2 * actor_measure_visit (book.folder) + LIFE_MICROSECONDS;
  for (guint i = 0; i < n; i++)
    {
      live_and_die (&book, ledger, chance, longest, (i + 1) * NUMBERS_OF_LIFE);
      assert_nothing_lost (&book, ledger, i);
    }
  g_test_message ("%u kills, %u times confirmed", n, ledger_count (ledger));
  g_assert_cmpuint (ledger_count (ledger), >, n);
  book_tear_down (&book, NULL);
  g_rand_free (chance);
}

int
main (int argc, char *argv[])
{
  guint n_kills = count_kills ();

  g_test_init (&argc, &argv, NULL);
  for (guint done = 0; done < n_kills; done += BATCH)
    {
      g_autofree char *path = g_strdup_printf ("/kill/batch-%u", done / BATCH + 1);

      g_test_add_data_func (path, GUINT_TO_POINTER (MIN (BATCH, n_kills - done)), test_kill);
    }
  return g_test_run ();
}
