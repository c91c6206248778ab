/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define OPTIONS "size=8m,mode=0700"

/* A process has one view of the file systems, and one limit. */
static char *mounted;
static char *ballast;

static gboolean
write_text (const char *file, const char *text)
{
  int fd = g_open (file, O_WRONLY | O_CLOEXEC, 0);
  gboolean written = fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);

  if (fd >= 0)
    close (fd);
  return written;
}

/* Who is in a user namespace of their own may mount there, and nobody else sees it. */
static gboolean
enter_namespace (void)
{
  g_autofree char *user = g_strdup_printf ("0 %u 1", (guint) getuid ());
  g_autofree char *group = g_strdup_printf ("0 %u 1", (guint) getgid ());

  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0 &&
         write_text ("/proc/self/setgroups", "deny") && write_text ("/proc/self/uid_map", user) &&
         write_text ("/proc/self/gid_map", group) &&
         mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

/**
 * small_disk_set_up:
 *
 * Puts the folder for temporary files on a disk of eight megabytes, if that can be. To be called
 * first of all, while there is one thread.
 */
void
small_disk_set_up (void)
{
  const char *parent = g_getenv ("TMPDIR");
  char *folder = g_build_filename (parent != NULL ? parent : "/tmp", "cooldown-XXXXXX", NULL);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_nonnull (g_mkdtemp (folder));
  if (g_getenv ("COOLDOWN_TEST_NO_MOUNT") == NULL && enter_namespace () &&
      mount ("tmpfs", folder, "tmpfs", 0, OPTIONS) == 0)
    {
      g_setenv ("TMPDIR", folder, TRUE);
      ballast = g_build_filename (folder, "ballast", NULL);
      mounted = folder;
      return;
    }
  g_rmdir (folder);
  g_free (folder);
}

/**
 * small_disk_is_mounted:
 *
 * Returns: whether it is a file system of its own
 */
gboolean
small_disk_is_mounted (void)
{
  return mounted != NULL;
}

/**
 * small_disk_describe:
 *
 * Returns: what limits the disk
 */
const char *
small_disk_describe (void)
{
  return mounted != NULL ? "a small file system (tmpfs, " OPTIONS ")"
                         : "the limit on the size of files (RLIMIT_FSIZE)";
}

static void
set_limit (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static gsize
find_largest_file (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gsize largest = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_stat (file, &info) == 0 && S_ISREG (info.st_mode))
        largest = MAX (largest, (gsize) info.st_size);
    }
  return largest;
}

static void
fill (gsize bytes)
{
  int fd = g_open (ballast, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  struct statvfs info;
  off_t room;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (statvfs (mounted, &info), ==, 0);
  room = (off_t) (info.f_bavail * info.f_frsize);
  if (room > (off_t) bytes)
    g_assert_cmpint (posix_fallocate (fd, 0, room - (off_t) bytes), ==, 0);
  close (fd);
}

/**
 * small_disk_leave_room:
 * @folder: (nullable): where files grow; %NULL where new ones are made
 * @bytes: how much
 *
 * Leaves room for so much more.
 */
void
small_disk_leave_room (const char *folder, gsize bytes)
{
  if (mounted != NULL)
    fill (bytes);
  else
    set_limit ((folder != NULL ? find_largest_file (folder) : 0) + bytes);
}

/**
 * small_disk_make_room:
 *
 * Makes room for everything.
 */
void
small_disk_make_room (void)
{
  if (mounted != NULL)
    g_unlink (ballast);
  else
    set_limit (RLIM_INFINITY);
}

/**
 * small_disk_tear_down:
 *
 * Removes the disk, with all that is on it.
 */
void
small_disk_tear_down (void)
{
  if (mounted == NULL)
    return;
  umount2 (mounted, MNT_DETACH);
  g_rmdir (mounted);
  g_clear_pointer (&mounted, g_free);
  g_clear_pointer (&ballast, g_free);
}
