/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sandbox.h"

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
