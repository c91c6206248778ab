/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * All that a program asks of a disk: it is noted below SQLite and GLib, where each of their system
 * calls goes past. Only the files under one folder are watched, and one log is written at a time.
 */

/**
 * DiskOpKind:
 * @DISK_WRITE: bytes were written to a file
 * @DISK_RESIZE: a file was cut short or made longer
 * @DISK_SYNC: a file was synced: all that was written to it stays
 * @DISK_MAKE: a file or a folder was made under a name
 * @DISK_LINK: a file was given one more name
 * @DISK_RENAME: a file was given another name
 * @DISK_REMOVE: a name was removed
 * @DISK_SYNC_FOLDER: a folder was synced: the names in it stay as they are
 */
typedef enum
{
  DISK_WRITE,
  DISK_RESIZE,
  DISK_SYNC,
  DISK_MAKE,
  DISK_LINK,
  DISK_RENAME,
  DISK_REMOVE,
  DISK_SYNC_FOLDER,
} DiskOpKind;

/** DISK_FOLDER: Stands in place of a file's number where a folder is made. */
#define DISK_FOLDER G_MAXUINT

/**
 * DiskOp:
 * @kind: what was done
 * @file: the number of the file, which stays when its name changes
 * @offset: where it was written, or the new size
 * @data: (nullable): what was written
 * @name: (nullable): the name, from the watched folder on
 * @new_name: (nullable): the other name that it was given
 */
typedef struct
{
  DiskOpKind kind;
  guint file;
  goffset offset;
  GBytes *data;
  char *name;
  char *new_name;
} DiskOp;

typedef struct _DiskLog DiskLog;

DiskLog *disk_log_start (const char *folder);
void disk_log_stop (DiskLog *log);
void disk_log_free (DiskLog *log);
void disk_log_forget_syncs (DiskLog *log);
guint disk_log_get_length (DiskLog *log);
const DiskOp *disk_log_get (DiskLog *log, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiskLog, disk_log_free)

G_END_DECLS
