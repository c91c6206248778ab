/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cooldown-validate-content: the loader of the content files as a program. */
#include "config.h"
#include "content-private.h"

#include <libintl.h>
#include <locale.h>
#include <stdio.h>

typedef enum
{
  EXIT_VALID,
  EXIT_INVALID,
  EXIT_USAGE,
} ExitCode;

typedef struct
{
  gboolean list;
  char *locale;
  char **folders;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->locale);
  g_strfreev (options->folders);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (int *argc, char ***argv, Options *options, GError **error)
{
  const GOptionEntry entries[] = {
    { "list", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options->list,
      "Print every string that people see, as translated, one a line", NULL },
    { "locale-folder", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options->locale,
      "Where translations are looked up", "FOLDER" },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &options->folders,
      NULL, "FOLDER" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, "Checks the seven content files of Cooldown in FOLDER.");
  g_option_context_set_description (
      context, "Exits with 0 if all is well, with 1 after telling what is wrong in which file and\n"
               "where, and with 2 if called wrongly.\n");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (options->folders != NULL && g_strv_length (options->folders) == 1)
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       "exactly one FOLDER is needed");
  return FALSE;
}

static void
set_up_translations (const char *folder)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : COOLDOWN_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Not g_print(): it would spell the strings in the locale's characters. */
static void
print_list (GPtrArray *visible)
{
  for (guint i = 0; i < visible->len; i++)
    puts (g_ptr_array_index (visible, i));
}

int
main (int argc, char *argv[])
{
  g_auto (Options) options = { 0 };
  g_autoptr (GPtrArray) visible = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CooldownContent) content = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse_options (&argc, &argv, &options, &error))
    {
      fprintf (stderr, "cooldown-validate-content: %s\n", error->message);
      fputs ("Try “cooldown-validate-content --help”.\n", stderr);
      return EXIT_USAGE;
    }
  set_up_translations (options.locale);
  content = cooldown_content_load_folder_noting (options.folders[0], visible, &error);
  if (content == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return EXIT_INVALID;
    }
  if (options.list)
    print_list (visible);
  else
    printf ("%s: the content is valid, %u strings\n", options.folders[0], visible->len);
  return fflush (stdout) == 0 ? EXIT_VALID : EXIT_INVALID;
}
