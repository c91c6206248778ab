/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "autostart.h"

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define ENTRY_NAME COOLDOWN_AGENT_ID ".desktop"
#define GROUP G_KEY_FILE_DESKTOP_GROUP
/* How GNOME's own programs switch an entry off; others set Hidden. */
#define KEY_GNOME_ENABLED "X-GNOME-Autostart-enabled"
#define FOLDER_MODE 0700
#define ENTRY_MODE 0644
/* With one of these in it a word of a command is to be quoted. */
#define RESERVED_CHARACTERS " \t\n\"'\\><~|&;$*?#()`"
#define ESCAPED_CHARACTERS "\"`$\\"

typedef enum
{
  ENTRY_ABSENT,
  ENTRY_ENABLED,
  ENTRY_DISABLED,
  ENTRY_STALE, /* of an agent that is gone */
} Entry;

/* The two strings never change, so that threads may read them. */
struct _CooldownAutostartFile
{
  CooldownAutostart parent_instance;
  char *path;
  char *program;
  GCancellable *looking; /* (nullable): a look under way */
  gboolean renewed;      /* a stale entry was written anew, or could not be */
};

#define COOLDOWN_TYPE_AUTOSTART_FILE (cooldown_autostart_file_get_type ())
G_DECLARE_FINAL_TYPE (CooldownAutostartFile,
                      cooldown_autostart_file,
                      COOLDOWN,
                      AUTOSTART_FILE,
                      CooldownAutostart)
G_DEFINE_FINAL_TYPE (CooldownAutostartFile, cooldown_autostart_file, COOLDOWN_TYPE_AUTOSTART)

/* A command of one word, as the Exec key wants it. */
static char *
quote_command (const char *program)
{
  gboolean quoted = strpbrk (program, RESERVED_CHARACTERS) != NULL;
  GString *command = g_string_new (quoted ? "\"" : NULL);

  for (const char *c = program; *c != '\0'; c++)
    {
      if (strchr (ESCAPED_CHARACTERS, *c) != NULL)
        g_string_append_c (command, '\\');
      /* A single one would begin a field code. */
      if (*c == '%')
        g_string_append_c (command, '%');
      g_string_append_c (command, *c);
    }
  if (quoted)
    g_string_append_c (command, '"');
  return g_string_free (command, FALSE);
}

static char *
make_entry (CooldownAutostartFile *self)
{
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autofree char *command = quote_command (self->program);

  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE,
                         G_KEY_FILE_DESKTOP_TYPE_APPLICATION);
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, "Cooldown");
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_COMMENT,
                         /* Translators: what the program that is started at login does, shown
                          * where the desktop lists such programs */
                         _ ("Reminds you while the window is closed"));
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, COOLDOWN_APP_ID);
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_TRY_EXEC, self->program);
  g_key_file_set_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, command);
  g_key_file_set_boolean (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_NO_DISPLAY, TRUE);
  return g_key_file_to_data (entry, NULL, NULL);
}

static gboolean
fail_with_errno (GError **error, int number, const char *path)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), "%s: %s", path,
               g_strerror (number));
  return FALSE;
}

static gboolean
write_entry (CooldownAutostartFile *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *content = make_entry (self);

  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    return fail_with_errno (error, errno, folder);
  return g_file_set_contents_full (self->path, content, -1, G_FILE_SET_CONTENTS_CONSISTENT,
                                   ENTRY_MODE, error);
}

static gboolean
remove_entry (CooldownAutostartFile *self, GError **error)
{
  if (g_unlink (self->path) != 0 && errno != ENOENT)
    return fail_with_errno (error, errno, self->path);
  return TRUE;
}

static void
ask_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (data != NULL ? write_entry (source, &error) : remove_entry (source, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CooldownAutostart *autostart = COOLDOWN_AUTOSTART (source);
  gboolean wanted = g_task_get_task_data (G_TASK (result)) != NULL;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    cooldown_autostart_answer (autostart, wanted ? COOLDOWN_AUTOSTART_ON : COOLDOWN_AUTOSTART_OFF,
                               NULL);
  else
    cooldown_autostart_answer (autostart, COOLDOWN_AUTOSTART_FAILED, error->message);
}

static void
stop_looking (CooldownAutostartFile *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
ask (CooldownAutostart *autostart, gboolean wanted)
{
  g_autoptr (GTask) task = g_task_new (autostart, NULL, asked_cb, NULL);

  /* What was seen before is not news after. */
  stop_looking (COOLDOWN_AUTOSTART_FILE (autostart));
  g_task_set_task_data (task, GINT_TO_POINTER (wanted), NULL);
  g_task_run_in_thread (task, ask_in_thread);
}

static gboolean
is_disabled (GKeyFile *entry)
{
  g_autoptr (GError) error = NULL;

  if (g_key_file_get_boolean (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN, NULL))
    return TRUE;
  return !g_key_file_get_boolean (entry, GROUP, KEY_GNOME_ENABLED, &error) && error == NULL;
}

/* Whether the desktop leaves the entry out because another installation left it behind. */
static gboolean
is_stale (CooldownAutostartFile *self, GKeyFile *entry)
{
  g_autofree char *program =
    g_key_file_get_string (entry, GROUP, G_KEY_FILE_DESKTOP_KEY_TRY_EXEC, NULL);

  return program != NULL && !g_str_equal (program, self->program) &&
         !g_file_test (program, G_FILE_TEST_IS_EXECUTABLE);
}

static Entry
read_entry (CooldownAutostartFile *self, GError **error)
{
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autoptr (GError) local_error = NULL;

  if (!g_key_file_load_from_file (entry, self->path, G_KEY_FILE_NONE, &local_error))
    {
      if (!g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_propagate_error (error, g_steal_pointer (&local_error));
      return ENTRY_ABSENT;
    }
  if (is_disabled (entry))
    return ENTRY_DISABLED;
  return is_stale (self, entry) ? ENTRY_STALE : ENTRY_ENABLED;
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  Entry entry = read_entry (source, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, entry);
}

static CooldownAutostartState
judge (Entry entry, gboolean wanted)
{
  if (entry == ENTRY_ENABLED)
    return COOLDOWN_AUTOSTART_ON;
  return entry == ENTRY_DISABLED && wanted ? COOLDOWN_AUTOSTART_REFUSED : COOLDOWN_AUTOSTART_OFF;
}

/* Nobody said no; the program only moved. Tried once, so that failing does not go on for ever. */
static void
renew (CooldownAutostartFile *self)
{
  if (self->renewed)
    return;
  self->renewed = TRUE;
  cooldown_autostart_set_wanted (COOLDOWN_AUTOSTART (self), TRUE);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  CooldownAutostart *autostart = COOLDOWN_AUTOSTART (source);
  gboolean wanted = cooldown_autostart_is_wanted (autostart);
  g_autoptr (GError) error = NULL;
  Entry entry = g_task_propagate_int (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&COOLDOWN_AUTOSTART_FILE (source)->looking);
  if (error != NULL)
    cooldown_autostart_find (autostart, COOLDOWN_AUTOSTART_FAILED, error->message);
  else
    cooldown_autostart_find (autostart, judge (entry, wanted), NULL);
  if (error == NULL && entry == ENTRY_STALE && wanted)
    renew (COOLDOWN_AUTOSTART_FILE (source));
}

static void
look (CooldownAutostart *autostart)
{
  CooldownAutostartFile *self = COOLDOWN_AUTOSTART_FILE (autostart);
  g_autoptr (GTask) task = NULL;

  if (self->looking != NULL)
    return;
  self->looking = g_cancellable_new ();
  task = g_task_new (self, self->looking, looked_cb, NULL);
  g_task_run_in_thread (task, look_in_thread);
}

static void
cooldown_autostart_file_finalize (GObject *object)
{
  CooldownAutostartFile *self = COOLDOWN_AUTOSTART_FILE (object);

  stop_looking (self);
  g_free (self->path);
  g_free (self->program);
  G_OBJECT_CLASS (cooldown_autostart_file_parent_class)->finalize (object);
}

static void
cooldown_autostart_file_class_init (CooldownAutostartFileClass *klass)
{
  CooldownAutostartClass *autostart_class = COOLDOWN_AUTOSTART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cooldown_autostart_file_finalize;
  autostart_class->by = "file";
  autostart_class->ask = ask;
  autostart_class->look = look;
}

static void
cooldown_autostart_file_init (CooldownAutostartFile *self)
{
}

/**
 * cooldown_autostart_file_new:
 * @folder: (type filename): the user's autostart folder, made when it is first needed
 * @program: (type filename): the agent's full path
 *
 * Has the agent started at login by a desktop entry in the user's autostart folder. The entry is
 * read again at every cooldown_autostart_get_state(): watching it would wake the agent every few
 * seconds where there is no such folder.
 *
 * Returns: (transfer full): with nothing wanted and nothing asked yet
 */
CooldownAutostart *
cooldown_autostart_file_new (const char *folder, const char *program)
{
  CooldownAutostartFile *self = g_object_new (COOLDOWN_TYPE_AUTOSTART_FILE, NULL);

  self->path = g_build_filename (folder, ENTRY_NAME, NULL);
  self->program = g_strdup (program);
  return COOLDOWN_AUTOSTART (self);
}
