/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sandbox.h"

#include <linux/magic.h>
#include <string.h>
#include <sys/vfs.h>

#define SANDBOX_FILE "/.flatpak-info"

/**
 * cooldown_sandbox_is_inside:
 *
 * Returns: whether this process runs in a Flatpak sandbox, where the desktop is reached by portals
 */
gboolean
cooldown_sandbox_is_inside (void)
{
  return g_file_test (SANDBOX_FILE, G_FILE_TEST_EXISTS);
}

static gboolean
is_in (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  return g_str_has_prefix (path, folder) &&
         (path[length] == '\0' || path[length] == G_DIR_SEPARATOR);
}

/* The folders of the program's own are on the disk, too. */
static gboolean
is_own (const char *path)
{
  return is_in (path, g_get_user_data_dir ()) || is_in (path, g_get_user_config_dir ()) ||
         is_in (path, g_get_user_cache_dir ());
}

/**
 * cooldown_sandbox_keeps:
 * @folder: (type filename): a folder
 *
 * In a sandbox the home folder and /tmp look as if one could write to them; what is written there
 * goes with the sandbox.
 *
 * Returns: whether a file in @folder is still there when this process has ended
 */
gboolean
cooldown_sandbox_keeps (const char *folder)
{
  g_autofree char *path = g_canonicalize_filename (folder, NULL);
  struct statfs about;

  if (!cooldown_sandbox_is_inside () || is_own (path))
    return TRUE;
  return !is_in (path, "/tmp") && (statfs (path, &about) != 0 || about.f_type != TMPFS_MAGIC);
}
