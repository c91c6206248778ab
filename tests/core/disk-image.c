/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "disk-image.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECTOR 512

/*
 * What a power cut leaves of a file: all that was there when it was last synced, and of what was
 * written since then anything, sector by sector, each as it was at some moment in between; its
 * size as well. Names are the same: those of a folder that was synced stay, and of what was done
 * to them since then anything may have arrived.
 */
typedef struct
{
  GByteArray *synced;
  GPtrArray *pending;
} File;

struct _DiskImage
{
  DiskLog *log;
  guint position;
  GPtrArray *files;
  GHashTable *names;
  GPtrArray *pending_names;
};

/* How much of what was not synced has arrived. */
typedef enum
{
  CUT_NOTHING,
  CUT_EVERYTHING,
  CUT_ANY_SECTOR,
  CUT_ANY_WRITE,
  CUT_MOST,
  N_CUTS,
} CutManner;

typedef struct
{
  GRand *chance;
  CutManner manner;
} Cut;

static void
free_file (gpointer data)
{
  File *file = data;

  g_byte_array_unref (file->synced);
  g_ptr_array_unref (file->pending);
  g_free (file);
}

static void
resize (GByteArray *data, goffset size)
{
  guint before = data->len;

  g_byte_array_set_size (data, (guint) size);
  if (size > before)
    memset (data->data + before, 0, (gsize) size - before);
}

static goffset
get_end (const DiskOp *op)
{
  return op->offset + (op->kind == DISK_WRITE ? (goffset) g_bytes_get_size (op->data) : 0);
}

/* Does to @data what @op did, but only to its bytes from @from up to @to. */
static void
apply_part (GByteArray *data, const DiskOp *op, goffset from, goffset to)
{
  goffset first = MAX (op->offset, from);
  goffset end = MIN (op->kind == DISK_WRITE ? get_end (op) : data->len, to);

  if (end <= first)
    return;
  if (op->kind == DISK_RESIZE)
    memset (data->data + first, 0, (gsize) (end - first));
  else
    memcpy (data->data + first,
            (const guint8 *) g_bytes_get_data (op->data, NULL) + (first - op->offset),
            (gsize) (end - first));
}

static void
apply (GByteArray *data, const DiskOp *op)
{
  if (op->kind == DISK_RESIZE)
    resize (data, op->offset);
  else if (get_end (op) > data->len)
    resize (data, get_end (op));
  apply_part (data, op, 0, data->len);
}

static void
sync_file (File *file)
{
  for (guint i = 0; i < file->pending->len; i++)
    apply (file->synced, file->pending->pdata[i]);
  g_ptr_array_set_size (file->pending, 0);
}

static void
apply_name (GHashTable *names, const DiskOp *op)
{
  gpointer key = NULL;
  gpointer file = NULL;

  if (op->kind == DISK_MAKE)
    g_hash_table_insert (names, g_strdup (op->name), GUINT_TO_POINTER (op->file));
  else if (op->kind == DISK_LINK)
    {
      if (g_hash_table_lookup_extended (names, op->name, NULL, &file))
        g_hash_table_insert (names, g_strdup (op->new_name), file);
    }
  else if (g_hash_table_steal_extended (names, op->name, &key, &file))
    {
      g_free (key);
      if (op->kind == DISK_RENAME)
        g_hash_table_insert (names, g_strdup (op->new_name), file);
    }
}

static gboolean
is_in (const char *name, const char *folder)
{
  g_autofree char *parent = g_path_get_dirname (name);

  return g_strcmp0 (parent, *folder != '\0' ? folder : ".") == 0;
}

static void
sync_folder (DiskImage *image, const char *folder)
{
  guint kept = 0;

  for (guint i = 0; i < image->pending_names->len; i++)
    {
      DiskOp *op = image->pending_names->pdata[i];

      if (is_in (op->new_name != NULL ? op->new_name : op->name, folder))
        apply_name (image->names, op);
      else
        image->pending_names->pdata[kept++] = op;
    }
  g_ptr_array_set_size (image->pending_names, (int) kept);
}

static File *
get_file (DiskImage *image, guint number)
{
  while (image->files->len <= number)
    {
      File *file = g_new0 (File, 1);

      file->synced = g_byte_array_new ();
      file->pending = g_ptr_array_new ();
      g_ptr_array_add (image->files, file);
    }
  return image->files->pdata[number];
}

static void
take (DiskImage *image, const DiskOp *op)
{
  switch (op->kind)
    {
    case DISK_WRITE:
    case DISK_RESIZE:
      g_ptr_array_add (get_file (image, op->file)->pending, (gpointer) op);
      break;
    case DISK_SYNC:
      sync_file (get_file (image, op->file));
      break;
    case DISK_MAKE:
    case DISK_LINK:
    case DISK_RENAME:
    case DISK_REMOVE:
      g_ptr_array_add (image->pending_names, (gpointer) op);
      break;
    case DISK_SYNC_FOLDER:
      sync_folder (image, op->name);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Whether something has arrived of which nobody made sure. */
static gboolean
has_arrived (const Cut *cut)
{
  if (cut->manner == CUT_NOTHING || cut->manner == CUT_EVERYTHING)
    return cut->manner == CUT_EVERYTHING;
  return g_rand_int_range (cut->chance, 0, 8) < (cut->manner == CUT_MOST ? 7 : 4);
}

/* As of which moment, from 0 (when it was synced) to @n (now). */
static guint
choose_moment (const Cut *cut, guint n)
{
  if (cut->manner == CUT_ANY_SECTOR)
    return (guint) g_rand_int_range (cut->chance, 0, (gint32) n + 1);
  return has_arrived (cut) ? n : 0;
}

static goffset
get_size_after (const File *file, guint n_writes)
{
  goffset size = file->synced->len;

  for (guint i = 0; i < n_writes; i++)
    {
      const DiskOp *op = file->pending->pdata[i];

      size = op->kind == DISK_RESIZE ? op->offset : MAX (size, get_end (op));
    }
  return size;
}

static goffset
get_largest_size (const File *file)
{
  goffset size = 0;

  for (guint i = 0; i <= file->pending->len; i++)
    size = MAX (size, get_size_after (file, i));
  return size;
}

/* Each write is there or not; a third of those that are there are torn. */
static void
cut_writes (GByteArray *data, const File *file, const Cut *cut)
{
  for (guint i = 0; i < file->pending->len; i++)
    {
      const DiskOp *op = file->pending->pdata[i];
      gboolean torn = op->kind == DISK_WRITE && g_rand_int_range (cut->chance, 0, 3) == 0;

      if (!has_arrived (cut))
        continue;
      for (goffset at = op->offset / SECTOR * SECTOR; torn && at < get_end (op); at += SECTOR)
        if (g_rand_boolean (cut->chance))
          apply_part (data, op, at, at + SECTOR);
      if (!torn)
        apply_part (data, op, 0, data->len);
    }
}

/* Each sector is as it was at some moment. */
static void
cut_sectors (GByteArray *data, const File *file, const Cut *cut)
{
  for (goffset at = 0; at < data->len; at += SECTOR)
    {
      guint moment = choose_moment (cut, file->pending->len);

      for (guint i = 0; i < moment; i++)
        apply_part (data, file->pending->pdata[i], at, MIN (at + SECTOR, data->len));
    }
}

static void
write_file (const char *path, GByteArray *data)
{
  FILE *out = fopen (path, "wb");

  g_assert_nonnull (out);
  if (data->len > 0)
    g_assert_cmpuint (fwrite (data->data, 1, data->len, out), ==, data->len);
  fclose (out);
}

static void
cut_file (const File *file, const Cut *cut, const char *path)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint n = file->pending->len;
  goffset size = get_size_after (file, cut->manner == CUT_EVERYTHING ? n : choose_moment (cut, n));

  g_byte_array_append (data, file->synced->data, file->synced->len);
  resize (data, get_largest_size (file));
  if (cut->manner == CUT_ANY_WRITE)
    cut_writes (data, file, cut);
  else
    cut_sectors (data, file, cut);
  resize (data, size);
  write_file (path, data);
}

/* The names that are there; those without the folder that they should be in are not. */
static GHashTable *
cut_names (DiskImage *image, const Cut *cut)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter all;
  gpointer name, file;

  g_hash_table_iter_init (&all, image->names);
  while (g_hash_table_iter_next (&all, &name, &file))
    g_hash_table_insert (names, g_strdup (name), file);
  for (guint i = 0; i < image->pending_names->len; i++)
    if (has_arrived (cut))
      apply_name (names, image->pending_names->pdata[i]);
  return names;
}

static void
write_names (DiskImage *image, GHashTable *names, const Cut *cut, const char *folder)
{
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (names), (GCompareFunc) strcmp);

  for (GList *link = sorted; link != NULL; link = link->next)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (names, link->data));
      g_autofree char *path = g_build_filename (folder, link->data, NULL);
      g_autofree char *parent = g_path_get_dirname (link->data);

      if (strcmp (parent, ".") != 0 && !g_hash_table_contains (names, parent))
        g_hash_table_remove (names, link->data);
      else if (number == DISK_FOLDER)
        g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      else
        cut_file (get_file (image, number), cut, path);
    }
}

static void
do_cut (DiskImage *image, const Cut *cut, const char *folder)
{
  g_autoptr (GHashTable) names = cut_names (image, cut);

  write_names (image, names, cut, folder);
}

/**
 * disk_image_cut:
 * @image: a disk
 * @chance: what decides
 * @folder: an empty folder
 *
 * Fills a folder with what may be found after the power failed just now.
 */
void
disk_image_cut (DiskImage *image, GRand *chance, const char *folder)
{
  Cut cut = { chance, (CutManner) g_rand_int_range (chance, 0, N_CUTS) };

  do_cut (image, &cut, folder);
}

/**
 * disk_image_write_all:
 * @image: a disk
 * @folder: an empty folder
 *
 * Fills a folder with all that was written, synced or not.
 */
void
disk_image_write_all (DiskImage *image, const char *folder)
{
  do_cut (image, &(Cut){ NULL, CUT_EVERYTHING }, folder);
}

/**
 * disk_image_new:
 * @log: a log, which outlives the image
 *
 * Returns: (transfer full): an empty disk, before the first of the log
 */
DiskImage *
disk_image_new (DiskLog *log)
{
  DiskImage *image = g_new0 (DiskImage, 1);

  image->log = log;
  image->files = g_ptr_array_new_with_free_func (free_file);
  image->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  image->pending_names = g_ptr_array_new ();
  return image;
}

/**
 * disk_image_free:
 * @image: (transfer full): a disk
 */
void
disk_image_free (DiskImage *image)
{
  g_ptr_array_unref (image->files);
  g_hash_table_unref (image->names);
  g_ptr_array_unref (image->pending_names);
  g_free (image);
}

/**
 * disk_image_advance:
 * @image: a disk
 * @position: how much of the log has happened; not less than before
 */
void
disk_image_advance (DiskImage *image, guint position)
{
  for (; image->position < position; image->position++)
    take (image, disk_log_get (image->log, image->position));
}
