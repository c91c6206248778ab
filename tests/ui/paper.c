/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paper.h"

#include <glib/gstdio.h>

/**
 * paper_new:
 * @clock: the clock
 *
 * Returns: (transfer full): a notebook in a folder of its own, which paper_remove() removes
 */
CooldownNotebook *
paper_new (CooldownClock *clock)
{
  g_autofree char *folder = g_dir_make_tmp ("cooldown-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return cooldown_notebook_new (folder, clock);
}

/**
 * paper_remove:
 * @folder: the folder of a notebook that was closed
 *
 * Removes it with all that lies in it.
 */
void
paper_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        paper_remove (file);
      else
        g_remove (file);
    }
  g_rmdir (folder);
}
