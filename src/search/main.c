/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "search-provider.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <malloc.h>

#define LEAVE_AFTER_MILLISECONDS 10000

/* The content is freed at once: what is found is a small part of it. */
static CooldownSearchIndex *
load_index (GError **error)
{
  g_autoptr (CooldownContent) content = cooldown_content_load_bundled (error);
  CooldownSearchIndex *index = content != NULL ? cooldown_search_index_new (content) : NULL;

  g_clear_object (&content);
  /* Hands the pages of the parsed files back; without it they stay with this process. */
  malloc_trim (0);
  return index;
}

int
main (int argc, char *argv[])
{
  g_autoptr (CooldownSearchProvider) provider = NULL;
  g_autoptr (GError) error = NULL;
  CooldownSearchIndex *index;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, COOLDOWN_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  index = load_index (&error);
  if (index == NULL)
    {
      g_printerr ("cooldown-search: %s\n", error->message);
      return 1;
    }
  provider = cooldown_search_provider_new (index, LEAVE_AFTER_MILLISECONDS);
  return g_application_run (G_APPLICATION (provider), argc, argv);
}
