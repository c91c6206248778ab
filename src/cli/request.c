/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "request.h"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the options said so far. */
typedef struct
{
  const char *option; /* (nullable): the one that asks for something */
  gboolean json;
  CooldownRequest *request;
} Reading;

/* What an option asks for without a value, and with one. */
typedef struct
{
  const char *option;
  CooldownRequestKind plain;
  const char *page; /* (nullable): the window's, for an option without a value */
  CooldownRequestKind valued;
} Meaning;

static const Meaning meanings[] = {
  { "--page", COOLDOWN_REQUEST_WINDOW, NULL, COOLDOWN_REQUEST_WINDOW },
  { "--finish-workout", COOLDOWN_REQUEST_WINDOW, "recover", COOLDOWN_REQUEST_WORKOUT },
  { "--start-ice", COOLDOWN_REQUEST_WINDOW, "ice", COOLDOWN_REQUEST_ICE },
  { "--wind-down", COOLDOWN_REQUEST_WINDOW, COOLDOWN_PLACE_WIND_DOWN, COOLDOWN_REQUEST_WINDOW },
  { "--status", COOLDOWN_REQUEST_STATUS, NULL, COOLDOWN_REQUEST_STATUS },
  { "--export", COOLDOWN_REQUEST_EXPORT, NULL, COOLDOWN_REQUEST_EXPORT },
  { "--version", COOLDOWN_REQUEST_VERSION, NULL, COOLDOWN_REQUEST_VERSION },
  { "--gapplication-service", COOLDOWN_REQUEST_SERVICE, NULL, COOLDOWN_REQUEST_SERVICE },
};

static const Meaning *
find_meaning (const char *option)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (strcmp (meanings[i].option, option) == 0)
      return &meanings[i];
  return NULL;
}

static gboolean
option_cb (const char *option, const char *value, gpointer data, GError **error)
{
  Reading *reading = data;
  const Meaning *meaning = find_meaning (option);

  g_return_val_if_fail (meaning != NULL, FALSE);
  if (reading->option != NULL)
    {
      /* Translators: %1$s and %2$s are options: "--status" */
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _ ("%1$s and %2$s do not go together."), reading->option, meaning->option);
      return FALSE;
    }
  reading->option = meaning->option;
  reading->request->kind = value != NULL ? meaning->valued : meaning->plain;
  reading->request->value = g_strdup (value != NULL ? value : meaning->page);
  return TRUE;
}

static gboolean
json_cb (const char *option, const char *value, gpointer data, GError **error)
{
  ((Reading *) data)->json = TRUE;
  return TRUE;
}

static GOptionContext *
make_context (Reading *reading)
{
  /* GOption takes functions as pointers to data. */
  gpointer read = (gpointer) option_cb;
  gpointer read_json = (gpointer) json_cb;
  const GOptionEntry entries[] = {
    { "page", 0, 0, G_OPTION_ARG_CALLBACK, read,
      N_ ("Open a page: recover, check, ice, evening or journal"), N_ ("NAME") },
    { "finish-workout", 0, G_OPTION_FLAG_OPTIONAL_ARG, G_OPTION_ARG_CALLBACK, read,
      N_ ("Note a workout that just ended, or open the page for it"), N_ ("KIND,MINUTES,RPE") },
    { "start-ice", 0, G_OPTION_FLAG_OPTIONAL_ARG, G_OPTION_ARG_CALLBACK, read,
      N_ ("Start icing, or open the page for it"), N_ ("MINUTES,ROUNDS") },
    { "wind-down", 0, G_OPTION_FLAG_NO_ARG, G_OPTION_ARG_CALLBACK, read,
      N_ ("Open the evening’s wind-down"), NULL },
    { "status", 0, G_OPTION_FLAG_NO_ARG, G_OPTION_ARG_CALLBACK, read,
      N_ ("Say what is going on and what comes next"), NULL },
    { "json", 0, G_OPTION_FLAG_NO_ARG, G_OPTION_ARG_CALLBACK, read_json,
      N_ ("With --status: as JSON"), NULL },
    { "export", 0, G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, read,
      /* Translators: do not translate .json and .csv */
      N_ ("Write the journal to a new file, .json or .csv; “-” is the standard output"),
      N_ ("FILE") },
    { "version", 0, G_OPTION_FLAG_NO_ARG, G_OPTION_ARG_CALLBACK, read,
      N_ ("Print the version and end"), NULL },
    { "gapplication-service", 0, G_OPTION_FLAG_NO_ARG | G_OPTION_FLAG_HIDDEN,
      G_OPTION_ARG_CALLBACK, read, NULL, NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (NULL);
  GOptionGroup *group = g_option_group_new (NULL, NULL, NULL, reading, NULL);

  g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_context_set_main_group (context, group);
  g_option_context_set_summary (context, _ ("Looks after your legs in the hours after exercise. "
                                            "Without options it opens its window."));
  return context;
}

/* What is wrong although each option was understood. */
static gboolean
check (const Reading *reading, char **rest, GError **error)
{
  if (rest[0] != NULL && rest[1] != NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                 /* Translators: %s is what was given to the program besides options */
                 _ ("Cooldown opens no files, and does not know what “%s” is for."), rest[1]);
  else if (reading->json && reading->request->kind != COOLDOWN_REQUEST_STATUS)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                         _ ("--json goes with --status."));
  else
    return TRUE;
  return FALSE;
}

/**
 * cooldown_request_new:
 * @arguments: (array zero-terminated=1): the program's arguments, its name first
 * @error: return location
 *
 * Reads the command line. `--help` is answered at once and ends the program.
 *
 * Returns: (transfer full) (nullable): what is asked for; %NULL with @error of the domain
 *   %G_OPTION_ERROR set when that cannot be understood
 */
CooldownRequest *
cooldown_request_new (char **arguments, GError **error)
{
  g_autoptr (CooldownRequest) request = g_new0 (CooldownRequest, 1);
  Reading reading = { .request = request };
  g_autoptr (GOptionContext) context = make_context (&reading);
  g_auto (GStrv) rest = g_strdupv (arguments);

  if (!g_option_context_parse_strv (context, &rest, error) || !check (&reading, rest, error))
    return NULL;
  if (reading.json)
    request->kind = COOLDOWN_REQUEST_STATUS_JSON;
  return g_steal_pointer (&request);
}

/**
 * cooldown_request_free:
 * @request: (transfer full): a request
 */
void
cooldown_request_free (CooldownRequest *request)
{
  g_free (request->value);
  g_free (request);
}
