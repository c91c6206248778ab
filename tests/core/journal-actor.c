/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * journal-actor ROLE FOLDER NUMBER [COUNT]: another process that has the journal open, and is
 * killed. Before each call to the journal it says on its standard output what it tries, and "done"
 * when that was confirmed:
 *
 *   put KIND UID NUMBER   a note as note_new() makes it
 *   mark KIND UID 0|1     whether it is marked as deleted
 *   events FIRST N        events of a session, all at once
 *   sign NUMBER           a sign, as version 3 of the format wrote it
 *
 * NUMBER is where its numbers begin. It ends after COUNT calls, or never; a window without COUNT
 * changes what was there before it too, and a visitor only opens the journal. What fails it says on
 * its standard error, and exits 1.
 */
#include "life.h"
#include "notes.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define KNOWN 30
#define ROLES "window, agent, visitor, older"
#define BUSY_MILLISECONDS 2000

typedef struct
{
  CooldownFakeClock *clock;
  CooldownJournal *journal;
  GRand *chance;
  guint32 number;
  GPtrArray *known;
} Actor;

static void say (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* At once, and a line never in parts. */
static void
say (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (1);
}

static gboolean
put (Actor *self, CooldownEntry *entry, GError **error)
{
  say ("put %s %s %u\n", cooldown_entry_kind_get_name (cooldown_entry_get_kind (entry)),
       cooldown_entry_get_uid (entry), self->number);
  return cooldown_journal_put_entry (self->journal, entry, error);
}

static gboolean
put_new (Actor *self, GError **error)
{
  CooldownEntryKind kind = (CooldownEntryKind) g_rand_int_range (self->chance, 0,
                                                                 COOLDOWN_N_ENTRY_KINDS);
  g_autoptr (CooldownEntry) entry = note_new (kind, self->number);

  if (cooldown_entry_get_uid (entry) == NULL)
    {
      g_autofree char *uid = g_uuid_string_random ();

      cooldown_entry_set_uid (entry, uid);
    }
  if (!put (self, entry, error))
    return FALSE;
  g_ptr_array_add (self->known, g_steal_pointer (&entry));
  return TRUE;
}

/* As the window does it: what was read is changed and put. */
static gboolean
edit (Actor *self, CooldownEntry *known, GError **error)
{
  g_autoptr (CooldownEntry) entry = cooldown_journal_get_entry (
      self->journal, cooldown_entry_get_kind (known), cooldown_entry_get_uid (known), error);

  if (entry == NULL)
    return FALSE;
  note_fill (entry, self->number);
  return put (self, entry, error);
}

static gboolean
mark (Actor *self, CooldownEntry *known, GError **error)
{
  gboolean deleted = g_rand_boolean (self->chance);

  say ("mark %s %s %d\n", cooldown_entry_kind_get_name (cooldown_entry_get_kind (known)),
       cooldown_entry_get_uid (known), deleted);
  return cooldown_journal_mark_entry (self->journal, cooldown_entry_get_kind (known),
                                      cooldown_entry_get_uid (known), deleted, error);
}

static gboolean
act_as_window (Actor *self, GError **error)
{
  gint32 n = (gint32) self->known->len;
  CooldownEntry *known = n > 0 ? self->known->pdata[g_rand_int_range (self->chance, 0, n)] : NULL;
  gint32 dice = g_rand_int_range (self->chance, 0, 8);

  if (known == NULL || dice < 5)
    return put_new (self, error);
  if (dice == 5)
    return mark (self, known, error);
  /* Of a session what happened is only added to. */
  if (cooldown_entry_get_kind (known) == COOLDOWN_ENTRY_SESSION)
    return put_new (self, error);
  return edit (self, known, error);
}

static gboolean
act_as_agent (Actor *self, GError **error)
{
  CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (self->clock));
  g_autoptr (CooldownSession)
      session = cooldown_journal_get_open_session (self->journal, "ice", NULL);
  gint32 n = g_rand_int_range (self->chance, 1, 5);

  if (session == NULL)
    session = cooldown_session_new ("ice", g_variant_new_parsed ("{'minutes': <uint32 10>}"));
  for (gint32 i = 0; i < n; i++)
    {
      g_autofree char *arg = g_strdup_printf ("agent-%u", self->number + (guint) i);

      cooldown_session_append (session, "step", arg, &now);
    }
  say ("events %u %d\n", self->number, n);
  self->number += (guint) n;
  return cooldown_journal_save_session (self->journal, session,
                                        g_rand_int_range (self->chance, 0, 9) > 0, error);
}

/* Some of what is there already, to change it too. */
static void
get_to_know (Actor *self)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autoptr (GPtrArray) found = NULL;

  query.limit = KNOWN;
  query.kinds = ~(1u << COOLDOWN_ENTRY_SESSION);
  found = cooldown_journal_find (self->journal, &query, NULL);
  if (found == NULL)
    return;
  g_ptr_array_unref (self->known);
  self->known = g_steal_pointer (&found);
}

static gboolean
act (Actor *self, const char *role, GError **error)
{
  cooldown_fake_clock_advance (self->clock, COOLDOWN_MINUTE);
  self->number++;
  if (!(*role == 'w' ? act_as_window (self, error) : act_as_agent (self, error)))
    return FALSE;
  say ("done\n");
  return TRUE;
}

/* A Cooldown of version 3 of the format, as far as the file is concerned. */
static gboolean
write_as_older (sqlite3 *db, guint32 number)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO sign (item, outcome, written, written_offset)"
      " VALUES ('older-%u', 'ticked', 1795366800, 0)",
      number);

  say ("sign %u\n", number);
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    return FALSE;
  say ("done\n");
  return TRUE;
}

static gboolean
live_as_older (Actor *self, const char *folder, guint64 count)
{
  g_autofree char *file = g_build_filename (folder, "journal.db", NULL);
  g_autofree char *lock_file = g_build_filename (folder, "journal.lock", NULL);
  int lock = g_open (lock_file, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  gboolean written = flock (lock, LOCK_SH) == 0;
  sqlite3 *db = NULL;

  written = written && sqlite3_open (file, &db) == SQLITE_OK;
  sqlite3_busy_timeout (db, BUSY_MILLISECONDS);
  say ("open\n");
  for (guint64 i = 0; written && i < count; i++)
    written = write_as_older (db, self->number++);
  if (!written)
    g_printerr ("journal-actor: %s\n", sqlite3_errmsg (db));
  sqlite3_close (db);
  close (lock);
  return written;
}

static gboolean
live (Actor *self, const char *role, const char *folder, guint64 count, GError **error)
{
  self->journal = cooldown_journal_open (folder, COOLDOWN_CLOCK (self->clock), error);
  if (self->journal == NULL)
    return FALSE;
  say ("open\n");
  if (*role == 'v')
    return TRUE;
  /* With others beside it nobody could tell whose change is the last. */
  if (*role == 'w' && count == G_MAXUINT64)
    get_to_know (self);
  for (guint64 i = 0; i < count; i++)
    if (!act (self, role, error))
      return FALSE;
  return TRUE;
}

int
main (int argc, char *argv[])
{
  Actor self = { .clock = cooldown_fake_clock_new (),
                 .known = g_ptr_array_new_with_free_func (g_object_unref) };
  guint64 count = argc > 4 ? g_ascii_strtoull (argv[4], NULL, 10) : G_MAXUINT64;
  g_autoptr (GError) error = NULL;
  gboolean well;

  if (argc < 4 || strchr ("wavo", *argv[1]) == NULL)
    {
      g_printerr ("journal-actor: ROLE (" ROLES ") FOLDER NUMBER [COUNT]\n");
      return 2;
    }
  self.number = (guint32) g_ascii_strtoull (argv[3], NULL, 10);
  self.chance = g_rand_new_with_seed (self.number);
  if (*argv[1] == 'o')
    well = live_as_older (&self, argv[2], count);
  else
    well = live (&self, argv[1], argv[2], count, &error);
  if (error != NULL)
    g_printerr ("journal-actor: %s\n", error->message);
  g_clear_object (&self.journal);
  g_ptr_array_unref (self.known);
  g_rand_free (self.chance);
  g_object_unref (self.clock);
  return well ? 0 : 1;
}
