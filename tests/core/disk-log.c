/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The functions of the C library that write to a disk, put in place of its own: the program's
 * symbols come first for SQLite and GLib too. Nothing is really synced: the power that fails here
 * is made up, and the tests are faster for it.
 */
/* Both names of each function are needed, and none of them as a macro. */
#undef _FILE_OFFSET_BITS
#undef _FORTIFY_SOURCE

#include "disk-log.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

struct _DiskLog
{
  char *folder;
  GPtrArray *ops;
  GHashTable *numbers;
  guint n_files;
  gboolean forgets_syncs;
};

/* The calls carry nothing that could lead to the log. */
static DiskLog *current;

static void
free_op (gpointer data)
{
  DiskOp *op = data;

  g_clear_pointer (&op->data, g_bytes_unref);
  g_free (op->name);
  g_free (op->new_name);
  g_free (op);
}

static DiskOp *
add_op (DiskLog *log, DiskOpKind kind, guint file)
{
  DiskOp *op = g_new0 (DiskOp, 1);

  op->kind = kind;
  op->file = file;
  g_ptr_array_add (log->ops, op);
  return op;
}

/* The name from the watched folder on, "" for that folder itself; NULL for one elsewhere. */
static const char *
get_name (const char *path)
{
  gsize length;

  if (current == NULL || !g_str_has_prefix (path, current->folder))
    return NULL;
  length = strlen (current->folder);
  if (path[length] == '\0')
    return path + length;
  return path[length] == '/' ? path + length + 1 : NULL;
}

/* An inode's number is given again when its file is gone, so files are counted here. */
static gboolean
get_number (int fd, guint *number)
{
  struct stat info;
  gpointer found;

  if (current == NULL || fstat (fd, &info) != 0)
    return FALSE;
  found = g_hash_table_lookup (current->numbers, GSIZE_TO_POINTER (info.st_ino));
  *number = GPOINTER_TO_UINT (found) - 1;
  return found != NULL;
}

static void
note_made (const char *name, int fd)
{
  struct stat info;
  guint number = ++current->n_files;

  fstat (fd, &info);
  g_hash_table_insert (current->numbers, GSIZE_TO_POINTER (info.st_ino), GUINT_TO_POINTER (number));
  add_op (current, DISK_MAKE, number - 1)->name = g_strdup (name);
}

static void
note_write (int fd, goffset offset, gconstpointer data, gssize length)
{
  guint number;
  DiskOp *op;

  if (length <= 0 || !get_number (fd, &number))
    return;
  op = add_op (current, DISK_WRITE, number);
  op->offset = offset;
  op->data = g_bytes_new (data, (gsize) length);
}

static void
note_size (int fd, goffset size)
{
  guint number;

  if (get_number (fd, &number))
    add_op (current, DISK_RESIZE, number)->offset = size;
}

static void
note_folder_sync (int fd)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *path = g_file_read_link (link, NULL);
  const char *name = path != NULL ? get_name (path) : NULL;

  if (name != NULL)
    add_op (current, DISK_SYNC_FOLDER, DISK_FOLDER)->name = g_strdup (name);
}

static int
do_open (const char *path, int flags, mode_t mode)
{
  const char *name = get_name (path);
  gboolean existed = name != NULL && syscall (SYS_faccessat, AT_FDCWD, path, F_OK) == 0;
  int fd = (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);

  if (name == NULL || fd < 0)
    return fd;
  if (!existed)
    note_made (name, fd);
  else if ((flags & O_TRUNC) != 0)
    note_size (fd, 0);
  return fd;
}

static mode_t
take_mode (int flags, va_list arguments)
{
  return (flags & O_CREAT) != 0 ? va_arg (arguments, mode_t) : 0;
}

int
open (const char *path, int flags, ...)
{
  va_list arguments;
  mode_t mode;

  va_start (arguments, flags);
  mode = take_mode (flags, arguments);
  va_end (arguments);
  return do_open (path, flags, mode);
}

int
open64 (const char *path, int flags, ...)
{
  va_list arguments;
  mode_t mode;

  va_start (arguments, flags);
  mode = take_mode (flags, arguments);
  va_end (arguments);
  return do_open (path, flags | O_LARGEFILE, mode);
}

ssize_t
write (int fd, const void *data, size_t length)
{
  goffset offset = current != NULL ? syscall (SYS_lseek, fd, 0, SEEK_CUR) : 0;
  ssize_t written = syscall (SYS_write, fd, data, length);

  note_write (fd, offset, data, written);
  return written;
}

static gssize
do_pwrite (int fd, gconstpointer data, gsize length, goffset offset)
{
  gssize written = syscall (SYS_pwrite64, fd, data, length, offset);

  note_write (fd, offset, data, written);
  return written;
}

ssize_t
pwrite (int fd, const void *data, size_t length, off_t offset)
{
  return do_pwrite (fd, data, length, offset);
}

ssize_t
pwrite64 (int fd, const void *data, size_t length, off64_t offset)
{
  return do_pwrite (fd, data, length, offset);
}

static int
do_ftruncate (int fd, goffset size)
{
  int result = (int) syscall (SYS_ftruncate, fd, size);

  if (result == 0)
    note_size (fd, size);
  return result;
}

int
ftruncate (int fd, off_t size)
{
  return do_ftruncate (fd, size);
}

int
ftruncate64 (int fd, off64_t size)
{
  return do_ftruncate (fd, size);
}

static int
do_sync (int fd)
{
  struct stat info;
  guint number;

  if (current == NULL || current->forgets_syncs || fstat (fd, &info) != 0)
    return 0;
  if (S_ISDIR (info.st_mode))
    note_folder_sync (fd);
  else if (get_number (fd, &number))
    add_op (current, DISK_SYNC, number);
  return 0;
}

int
fsync (int fd)
{
  return do_sync (fd);
}

int
fdatasync (int fd)
{
  return do_sync (fd);
}

static int
note_name (DiskOpKind kind, const char *path, const char *new_path, int result)
{
  const char *name = result == 0 ? get_name (path) : NULL;
  DiskOp *op;

  if (name == NULL)
    return result;
  op = add_op (current, kind, DISK_FOLDER);
  op->name = g_strdup (name);
  op->new_name = g_strdup (get_name (new_path));
  g_assert_nonnull (op->new_name);
  return 0;
}

int
rename (const char *path, const char *new_path)
{
  return note_name (DISK_RENAME, path, new_path,
                    (int) syscall (SYS_renameat2, AT_FDCWD, path, AT_FDCWD, new_path, 0));
}

int
link (const char *path, const char *new_path)
{
  return note_name (DISK_LINK, path, new_path,
                    (int) syscall (SYS_linkat, AT_FDCWD, path, AT_FDCWD, new_path, 0));
}

static int
do_remove (const char *path, int flags)
{
  int result = (int) syscall (SYS_unlinkat, AT_FDCWD, path, flags);
  const char *name = result == 0 ? get_name (path) : NULL;

  if (name != NULL)
    add_op (current, DISK_REMOVE, DISK_FOLDER)->name = g_strdup (name);
  return result;
}

int
unlink (const char *path)
{
  return do_remove (path, 0);
}

int
rmdir (const char *path)
{
  return do_remove (path, AT_REMOVEDIR);
}

int
remove (const char *path)
{
  int result = do_remove (path, 0);

  return result != 0 && errno == EISDIR ? do_remove (path, AT_REMOVEDIR) : result;
}

int
mkdir (const char *path, mode_t mode)
{
  int result = (int) syscall (SYS_mkdirat, AT_FDCWD, path, mode);
  const char *name = result == 0 ? get_name (path) : NULL;

  if (name != NULL)
    add_op (current, DISK_MAKE, DISK_FOLDER)->name = g_strdup (name);
  return result;
}

static void note_folder (const char *folder);

/* What lies there already, as if it had been written and synced just now. */
static void
note_existing (const char *path)
{
  const char *name = get_name (path);
  g_autofree char *data = NULL;
  gsize length;
  int fd;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      add_op (current, DISK_MAKE, DISK_FOLDER)->name = g_strdup (name);
      note_folder (path);
      return;
    }
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  fd = (int) syscall (SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
  note_made (name, fd);
  note_write (fd, 0, data, (gssize) length);
  add_op (current, DISK_SYNC, current->n_files - 1);
  close (fd);
}

static void
note_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      note_existing (path);
    }
  add_op (current, DISK_SYNC_FOLDER, DISK_FOLDER)->name = g_strdup (get_name (folder));
}

/**
 * disk_log_start:
 * @folder: an absolute path; what lies under it counts as synced
 *
 * Returns: (transfer full): a log that notes from now on what is done to the files there
 */
DiskLog *
disk_log_start (const char *folder)
{
  DiskLog *log = g_new0 (DiskLog, 1);

  g_assert_null (current);
  log->folder = g_strdup (folder);
  log->ops = g_ptr_array_new_with_free_func (free_op);
  log->numbers = g_hash_table_new (NULL, NULL);
  current = log;
  note_folder (folder);
  return log;
}

/**
 * disk_log_forget_syncs:
 * @log: a log
 *
 * Leaves out from now on that anything was synced, as if the program had not cared for it.
 */
void
disk_log_forget_syncs (DiskLog *log)
{
  log->forgets_syncs = TRUE;
}

/**
 * disk_log_stop:
 * @log: a log, in which nothing more is noted
 */
void
disk_log_stop (DiskLog *log)
{
  if (current == log)
    current = NULL;
}

/**
 * disk_log_free:
 * @log: (transfer full): a log
 */
void
disk_log_free (DiskLog *log)
{
  disk_log_stop (log);
  g_ptr_array_unref (log->ops);
  g_hash_table_unref (log->numbers);
  g_free (log->folder);
  g_free (log);
}

/**
 * disk_log_get_length:
 * @log: a log
 *
 * Returns: how much was noted
 */
guint
disk_log_get_length (DiskLog *log)
{
  return log->ops->len;
}

/**
 * disk_log_get:
 * @log: a log
 * @index: which one, from 0
 *
 * Returns: what was done
 */
const DiskOp *
disk_log_get (DiskLog *log, guint index)
{
  return g_ptr_array_index (log->ops, index);
}
