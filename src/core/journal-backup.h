/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "journal.h"

G_BEGIN_DECLS

/*
 * Backups of the journal: one whole copy for a day, in a folder beside it. Everything here waits for
 * the disk and belongs in a thread.
 */

/** COOLDOWN_BACKUP_DAYS: So many of the newest backups are kept. */
#define COOLDOWN_BACKUP_DAYS 7
/** COOLDOWN_BACKUP_WEEKS: Of so many weeks before them one each is kept. */
#define COOLDOWN_BACKUP_WEEKS 4
/** COOLDOWN_BACKUP_UNREADABLE: How many entries a backup has that cannot be read. */
#define COOLDOWN_BACKUP_UNREADABLE (-1)

/**
 * CooldownBackup:
 * @name: the name of its file, "journal-2026-11-21.db"
 * @date: the local date on which it was made, "2026-11-21"
 * @n_entries: how many entries stand in it, or %COOLDOWN_BACKUP_UNREADABLE
 * @size: of the file, in bytes
 *
 * A backup of the journal.
 */
typedef struct
{
  char *name;
  char *date;
  int n_entries;
  gint64 size;
} CooldownBackup;

gboolean cooldown_journal_back_up (CooldownJournal *self, GError **error);
GPtrArray *cooldown_journal_list_backups (const char *folder);
gboolean cooldown_journal_restore (const char *folder,
                                   CooldownClock *clock,
                                   const char *backup,
                                   char **kept,
                                   GError **error);
void cooldown_backup_free (CooldownBackup *backup);
void cooldown_backups_choose (const guint32 *days, gsize n_days, guint32 today, gboolean *keep);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownBackup, cooldown_backup_free)

G_END_DECLS
