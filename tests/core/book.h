/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal.h"
#include "fake-clock.h"

G_BEGIN_DECLS

/* A journal in a folder of its own. */
typedef struct
{
  CooldownFakeClock *clock;
  char *folder;
  CooldownJournal *journal;
} Book;

void book_set_up (Book *book, gconstpointer data);
void book_tear_down (Book *book, gconstpointer data);
CooldownJournal *book_open (Book *book);
void book_reopen (Book *book);
void book_assert_refused (Book *book, CooldownJournalError code);
void book_remove_files (Book *book);

/* What another program does with the file. */
char *book_file_in (Book *book, const char *name);
void book_execute (Book *book, const char *sql);
gint64 book_query (Book *book, const char *sql);
gint64 book_query_file (const char *file, const char *sql);
int book_hold_lock (Book *book, int kind);

G_END_DECLS
