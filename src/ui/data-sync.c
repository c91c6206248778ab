/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data-sync.h"

#include "data-import.h"
#include "pace.h"
#include "report/shared-folder.h"

#include <glib/gi18n.h>

/* A folder that is being filled by another program changes many times in a row. */
#define SETTLED (5 * COOLDOWN_SECOND)

struct _CooldownDataSync
{
  GObject parent_instance;
  CooldownNotebook *notebook;
  GSettings *settings;
  CooldownClock *clock;
  GFileMonitor *monitor; /* (nullable) */
  char *text;
  guint wait_id;    /* until the folder has settled */
  gboolean running; /* an exchange is on its way */
  gboolean again;   /* and another one was asked for meanwhile */
  gboolean dirty;   /* the journal changed since the last one */
};

G_DEFINE_FINAL_TYPE (CooldownDataSync, cooldown_data_sync, G_TYPE_OBJECT)

typedef enum
{
  PROP_TEXT = 1,
} CooldownDataSyncProperty;

static GParamSpec *properties[PROP_TEXT + 1];

static void
cooldown_data_sync_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, COOLDOWN_DATA_SYNC (object)->text);
}

static void
cooldown_data_sync_finalize (GObject *object)
{
  CooldownDataSync *self = COOLDOWN_DATA_SYNC (object);

  g_clear_handle_id (&self->wait_id, g_source_remove);
  g_clear_object (&self->monitor);
  g_clear_object (&self->notebook);
  g_clear_object (&self->settings);
  g_clear_object (&self->clock);
  g_free (self->text);
  G_OBJECT_CLASS (cooldown_data_sync_parent_class)->finalize (object);
}

static void
cooldown_data_sync_class_init (CooldownDataSyncClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cooldown_data_sync_finalize;
  object_class->get_property = cooldown_data_sync_get_property;
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "",
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_TEXT, properties[PROP_TEXT]);
}

static void
cooldown_data_sync_init (CooldownDataSync *self)
{
  self->text = g_strdup ("");
}

static void
set_text (CooldownDataSync *self, char *text)
{
  g_free (self->text);
  self->text = text;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/* What an exchange needs on the notebook's thread. */
typedef struct
{
  GFile *folder;
  char *device;
} Exchange;

static void
exchange_free (gpointer data)
{
  Exchange *exchange = data;

  g_object_unref (exchange->folder);
  g_free (exchange->device);
  g_free (exchange);
}

static gpointer
exchange_with_others (CooldownJournal *journal, gpointer data, GError **error)
{
  const Exchange *exchange = data;
  g_autoptr (CooldownSyncReport) report = NULL;

  if (!cooldown_shared_folder_sync (exchange->folder, exchange->device, journal, &report, error))
    return NULL;
  return g_steal_pointer (&report);
}

static char *
describe (CooldownDataSync *self, const CooldownSyncReport *report)
{
  g_autofree char *time =
      cooldown_clock_format_time (self->clock, cooldown_clock_now (self->clock).wall);
  g_autofree char *counts = NULL;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          /* Translators: %1$s is a time of day */
                          ngettext ("Last exchange at %1$s, with %2$u other device",
                                    "Last exchange at %1$s, with %2$u other devices",
                                    report->n_read),
                          time, report->n_read);
  if (report->counts.written > 0)
    {
      counts = cooldown_data_import_describe (&report->counts);
      g_string_append_printf (text, "\n%s", counts);
    }
  for (guint i = 0; i < report->unread->len; i++)
    {
      g_string_append_c (text, '\n');
      /* Translators: %s is the name of a file and why it cannot be read */
      g_string_append_printf (text, _ ("Not read: %s"),
                              (const char *) g_ptr_array_index (report->unread, i));
    }
  return g_string_free (text, FALSE);
}

static void
exchanged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownDataSync) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CooldownSyncReport) report =
      cooldown_notebook_run_finish (COOLDOWN_NOTEBOOK (source), result, &error);

  self->running = FALSE;
  if (report != NULL)
    set_text (self, describe (self, report));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    /* Translators: %s is why */
    set_text (self, g_strdup_printf (_ ("The folder cannot be used: %s"), error->message));
  if (self->again)
    cooldown_data_sync_now (self);
}

/**
 * cooldown_data_sync_get_folder:
 * @self: the exchange
 *
 * Returns: (transfer full) (nullable): the folder that is shared; %NULL when none is
 */
GFile *
cooldown_data_sync_get_folder (CooldownDataSync *self)
{
  g_autofree char *uri = g_settings_get_string (self->settings, "shared-folder");

  return *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
}

/**
 * cooldown_data_sync_now:
 * @self: the exchange
 *
 * Exchanges with the others now, if a folder is shared.
 */
void
cooldown_data_sync_now (CooldownDataSync *self)
{
  g_autoptr (GFile) folder = cooldown_data_sync_get_folder (self);
  Exchange *exchange;

  g_clear_handle_id (&self->wait_id, g_source_remove);
  self->again = self->running && folder != NULL;
  if (self->running || folder == NULL)
    return;
  self->running = TRUE;
  self->dirty = FALSE;
  exchange = g_new (Exchange, 1);
  *exchange = (Exchange){ g_object_ref (folder), cooldown_data_sync_get_device (self->settings) };
  cooldown_notebook_run (self->notebook, exchange_with_others, exchange, exchange_free,
                         (GDestroyNotify) cooldown_sync_report_free, TRUE, NULL, exchanged_cb,
                         g_object_ref (self));
}

static void
settled_cb (gpointer data)
{
  CooldownDataSync *self = data;

  self->wait_id = 0;
  cooldown_data_sync_now (self);
}

static void
folder_changed_cb (CooldownDataSync *self)
{
  if (self->wait_id == 0)
    self->wait_id = cooldown_pace_wait (SETTLED, settled_cb, self);
}

static void
watch (CooldownDataSync *self)
{
  g_autoptr (GFile) folder = cooldown_data_sync_get_folder (self);

  g_clear_object (&self->monitor);
  if (folder == NULL)
    return;
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (folder_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

/**
 * cooldown_data_sync_set_folder:
 * @self: the exchange
 * @folder: (nullable): the folder to share; %NULL for none
 *
 * Shares another folder from now on, or none. What stands in the folder stays there.
 */
void
cooldown_data_sync_set_folder (CooldownDataSync *self, GFile *folder)
{
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : g_strdup ("");

  g_settings_set_string (self->settings, "shared-folder", uri);
  set_text (self, g_strdup (""));
  watch (self);
  cooldown_data_sync_now (self);
}

/**
 * cooldown_data_sync_get_text:
 * @self: the exchange
 *
 * Returns: what came of the last exchange, in words; "" before
 */
const char *
cooldown_data_sync_get_text (CooldownDataSync *self)
{
  return self->text;
}

/**
 * cooldown_data_sync_pause:
 * @self: the exchange
 *
 * Says that the user does something else for a while: what was written till now is exchanged.
 */
void
cooldown_data_sync_pause (CooldownDataSync *self)
{
  if (self->dirty)
    cooldown_data_sync_now (self);
}

static void
changed_cb (CooldownDataSync *self)
{
  /* What an exchange itself writes need not be exchanged. */
  self->dirty = self->dirty || !self->running;
}

/**
 * cooldown_data_sync_get_device:
 * @settings: the window's settings
 *
 * Returns: (transfer full): what names this device among others: eight hexadecimal digits, chosen
 *   at random the first time
 */
char *
cooldown_data_sync_get_device (GSettings *settings)
{
  char *device = g_settings_get_string (settings, "device");

  if (*device != '\0')
    return device;
  g_free (device);
  device = g_strdup_printf ("%08x", g_random_int ());
  g_settings_set_string (settings, "device", device);
  return device;
}

/**
 * cooldown_data_sync_new:
 * @notebook: the journal
 * @settings: the window's settings, which know the folder
 * @clock: what knows the time
 *
 * Returns: (transfer full): the exchange; it begins with [method@Cooldown.DataSync.now]
 */
CooldownDataSync *
cooldown_data_sync_new (CooldownNotebook *notebook, GSettings *settings, CooldownClock *clock)
{
  CooldownDataSync *self = g_object_new (COOLDOWN_TYPE_DATA_SYNC, NULL);

  self->notebook = g_object_ref (notebook);
  self->settings = g_object_ref (settings);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  watch (self);
  return self;
}
