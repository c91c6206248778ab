/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What answers the desktop's search, but it leaves after a moment, so that no test waits. */
#include "search/search-provider.h"

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (&error);
  g_autoptr (CooldownSearchProvider) provider = NULL;

  g_assert_no_error (error);
  provider = cooldown_search_provider_new (cooldown_search_index_new (content), 300);
  return g_application_run (G_APPLICATION (provider), argc, argv);
}
