/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * g_file_replace() writes in place where there is no file yet, and does not say whether what it
 * wrote has reached the disk. Here a name always stands for a whole file.
 */
#include "new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gfiledescriptorbased.h>
#include <unistd.h>

struct _CooldownNewFile
{
  GFile *target;
  GFile *beside; /* (nullable): no longer there */
};

/* Hidden, and not of a name that is read from a shared folder. */
static GFile *
get_beside (GFile *target, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (target);
  g_autofree char *name = g_file_get_basename (target);
  g_autofree char *hidden = g_strdup_printf (".%s.new", name);

  if (folder != NULL)
    return g_file_get_child (folder, hidden);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "that is no file");
  return NULL;
}

/* A folder of that name would be found out only when others have been replaced already. */
static gboolean
may_be_replaced (GFile *target, GError **error)
{
  GFileType type = g_file_query_file_type (target, G_FILE_QUERY_INFO_NONE, NULL);
  g_autofree char *name = g_file_get_parse_name (target);

  if (type == G_FILE_TYPE_REGULAR || type == G_FILE_TYPE_UNKNOWN)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "%s: there is something else",
               name);
  return FALSE;
}

static gboolean
sync_stream (GOutputStream *stream, GError **error)
{
  if (!G_IS_FILE_DESCRIPTOR_BASED (stream) ||
      fsync (g_file_descriptor_based_get_fd (G_FILE_DESCRIPTOR_BASED (stream))) == 0 ||
      errno == EINVAL)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, (gint) g_io_error_from_errno (errno),
                       g_strerror (errno));
  return FALSE;
}

static gboolean
write_to (GFile *file, GBytes *bytes, GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  gboolean written;

  /* What a run left that did not come to its end. */
  g_file_delete (file, NULL, NULL);
  stream = g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, error);
  if (stream == NULL)
    return FALSE;
  written = g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, NULL, error) &&
            g_output_stream_flush (G_OUTPUT_STREAM (stream), NULL, error) &&
            sync_stream (G_OUTPUT_STREAM (stream), error);
  if (!g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, written ? error : NULL))
    written = FALSE;
  return written;
}

/**
 * cooldown_new_file_write:
 * @target: what it is to become
 * @bytes: what it is to hold
 * @error: return location
 *
 * Writes a file beside @target, for the user alone, and waits until it is on the disk.
 *
 * Returns: (transfer full) (nullable): the file, removed again when it is freed before it was put in
 *   place; %NULL with @error set when it cannot be written
 */
CooldownNewFile *
cooldown_new_file_write (GFile *target, GBytes *bytes, GError **error)
{
  g_autoptr (CooldownNewFile) self = NULL;
  g_autoptr (GFile) beside = NULL;

  if (!may_be_replaced (target, error))
    return NULL;
  beside = get_beside (target, error);
  if (beside == NULL)
    return NULL;
  self = g_new0 (CooldownNewFile, 1);
  self->target = g_object_ref (target);
  self->beside = g_steal_pointer (&beside);
  return write_to (self->beside, bytes, error) ? g_steal_pointer (&self) : NULL;
}

/* A name is on the disk when its folder is. Where that cannot be had, the file is whole all the
 * same. */
static void
sync_folder_of (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  const char *path = g_file_peek_path (folder);
  int descriptor = path != NULL ? open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;

  if (descriptor < 0)
    return;
  fsync (descriptor);
  close (descriptor);
}

/**
 * cooldown_new_file_put_in_place:
 * @self: a file that was written
 * @error: return location
 *
 * Gives it its name, in place of what had that.
 *
 * Returns: whether that worked
 */
gboolean
cooldown_new_file_put_in_place (CooldownNewFile *self, GError **error)
{
  g_return_val_if_fail (self->beside != NULL, FALSE);
  if (!g_file_move (self->beside, self->target,
                    G_FILE_COPY_OVERWRITE | G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL,
                    error))
    return FALSE;
  g_clear_object (&self->beside);
  sync_folder_of (self->target);
  return TRUE;
}

/**
 * cooldown_new_file_free:
 * @self: (transfer full): a file
 */
void
cooldown_new_file_free (CooldownNewFile *self)
{
  if (self->beside != NULL)
    g_file_delete (self->beside, NULL, NULL);
  g_clear_object (&self->beside);
  g_object_unref (self->target);
  g_free (self);
}

/**
 * cooldown_new_file_replace:
 * @target: a file, which need not be there
 * @bytes: what it is to hold
 * @error: return location
 *
 * Returns: whether it holds that now; else, with @error set, it is as it was
 */
gboolean
cooldown_new_file_replace (GFile *target, GBytes *bytes, GError **error)
{
  g_autoptr (CooldownNewFile) file = cooldown_new_file_write (target, bytes, error);

  return file != NULL && cooldown_new_file_put_in_place (file, error);
}
