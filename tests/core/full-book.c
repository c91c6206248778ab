/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "full-book.h"

#include "core/journal-entries.h"

#include <glib/gstdio.h>

void
contents_clear (Contents *contents)
{
  g_free (contents->bytes);
}

Contents
contents_read (const char *path)
{
  Contents contents = { NULL, 0 };

  g_assert_true (g_file_get_contents (path, &contents.bytes, &contents.length, NULL));
  return contents;
}

Contents
book_read_file (Book *book, const char *name)
{
  g_autofree char *path = book_file_in (book, name);

  return contents_read (path);
}

void
book_write_file (Book *book, const char *name, const char *bytes, gsize length)
{
  g_autofree char *path = book_file_in (book, name);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

void
contents_assert_same (const Contents *found, const Contents *expected)
{
  g_assert_cmpmem (found->bytes, found->length, expected->bytes, expected->length);
}

void
book_remove_file (Book *book, const char *name)
{
  g_autofree char *path = book_file_in (book, name);

  g_remove (path);
}

gint64
book_count_signs (CooldownJournal *journal)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autoptr (GPtrArray) found = NULL;

  query.kinds = 1 << COOLDOWN_ENTRY_SIGN;
  found = cooldown_journal_find (journal, &query, NULL);
  return found != NULL ? (gint64) found->len : -1;
}

void
book_set_up_full (Book *book, gconstpointer data)
{
  book_set_up (book, data);
  for (guint i = 0; i < 60; i++)
    g_assert_true (cooldown_journal_add_sign (book->journal, "warn-chest", "ticked", NULL));
  g_clear_object (&book->journal);
}
