/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "book.h"

G_BEGIN_DECLS

/* What is in a file. */
typedef struct
{
  char *bytes;
  gsize length;
} Contents;

void contents_clear (Contents *contents);
Contents contents_read (const char *path);
void contents_assert_same (const Contents *found, const Contents *expected);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Contents, contents_clear)

/* A closed journal with enough in it to have some pages: sixty signs. */
void book_set_up_full (Book *book, gconstpointer data);
gint64 book_count_signs (CooldownJournal *journal);

/* What somebody does with its files. */
Contents book_read_file (Book *book, const char *name);
void book_write_file (Book *book, const char *name, const char *bytes, gsize length);
void book_remove_file (Book *book, const char *name);

G_END_DECLS
