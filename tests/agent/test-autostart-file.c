/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent/autostart.h"
#include "config.h"

#include <gio/gdesktopappinfo.h>
#include <glib/gstdio.h>

#define GROUP G_KEY_FILE_DESKTOP_GROUP
#define LOOK_MILLISECONDS 10

typedef struct
{
  char *root;
  char *folder; /* the autostart folder, which is not there yet */
  char *path;
  char *program;
  CooldownAutostart *autostart;
} Fixture;

static void
make_program (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, "#!/bin/sh\n", -1, G_FILE_SET_CONTENTS_NONE, 0755, &error);
  g_assert_no_error (error);
}

static gboolean
go_on_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Comes back when no thread is at work, each of which holds a reference. */
static void
settle (Fixture *fixture)
{
  /* A thread that lets go does not wake the main loop. */
  guint timer = g_timeout_add (LOOK_MILLISECONDS, go_on_cb, NULL);

  while (g_atomic_int_get (&G_OBJECT (fixture->autostart)->ref_count) > 1)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}

/* @data: (nullable): the program's name. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->root = g_dir_make_tmp ("cooldown-autostart-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_build_filename (fixture->root, "config", "autostart", NULL);
  fixture->path = g_build_filename (fixture->folder, COOLDOWN_AGENT_ID ".desktop", NULL);
  fixture->program = g_build_filename (fixture->root, data != NULL ? data : "agent", NULL);
  make_program (fixture->program);
  fixture->autostart = cooldown_autostart_file_new (fixture->folder, fixture->program);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *config = g_path_get_dirname (fixture->folder);

  settle (fixture);
  g_assert_finalize_object (fixture->autostart);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  /* A file where a test had one in the way. */
  g_remove (config);
  g_assert_no_errno (g_unlink (fixture->program));
  g_assert_no_errno (g_rmdir (fixture->root));
  g_free (fixture->root);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->program);
}

/* Whether the state is (@wanted, @state); has it looked at anew. */
static gboolean
is_state (Fixture *fixture, gboolean wanted, const char *state)
{
  g_autoptr (GVariant) now =
    g_variant_ref_sink (cooldown_autostart_get_state (fixture->autostart));
  const char *text;
  gboolean flag;

  g_assert_true (g_variant_lookup (now, "by", "&s", &text));
  g_assert_cmpstr (text, ==, "file");
  g_assert_true (g_variant_lookup (now, "wanted", "b", &flag));
  g_assert_true (g_variant_lookup (now, "state", "&s", &text));
  g_assert_cmpint (g_variant_lookup (now, "detail", "s", NULL), ==, g_str_equal (text, "failed"));
  return flag == wanted && g_str_equal (text, state);
}


/* Comes back when a look has ended that began after all that was done so far. */
static void
look (Fixture *fixture)
{
  settle (fixture);
  is_state (fixture, FALSE, "");
  settle (fixture);
}

static void
assert_state (Fixture *fixture, gboolean wanted, const char *state)
{
  look (fixture);
  g_assert_true (is_state (fixture, wanted, state));
}

static void
want (Fixture *fixture, gboolean wanted, const char *state)
{
  cooldown_autostart_set_wanted (fixture->autostart, wanted);
  g_assert_true (is_state (fixture, wanted, "asking"));
  settle (fixture);
  g_assert_true (is_state (fixture, wanted, state));
}

static GKeyFile *
read_entry (Fixture *fixture)
{
  GKeyFile *entry = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (entry, fixture->path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  return entry;
}

static void
set_key (Fixture *fixture, const char *key, const char *value)
{
  g_autoptr (GKeyFile) entry = read_entry (fixture);
  g_autoptr (GError) error = NULL;

  g_key_file_set_value (entry, GROUP, key, value);
  g_key_file_save_to_file (entry, fixture->path, &error);
  g_assert_no_error (error);
}

static void
assert_key (Fixture *fixture, const char *key, const char *value)
{
  g_autoptr (GKeyFile) entry = read_entry (fixture);
  g_autofree char *text = g_key_file_get_string (entry, GROUP, key, NULL);

  g_assert_cmpstr (text, ==, value);
}

/* Test that the entry is written with the folder it is in, and removed. */
static void
test_write (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_state (fixture, FALSE, "off"));
  want (fixture, TRUE, "on");
  assert_key (fixture, "Type", "Application");
  assert_key (fixture, "Name", "Cooldown");
  assert_key (fixture, "NoDisplay", "true");
  assert_key (fixture, "Exec", fixture->program);
  assert_key (fixture, "TryExec", fixture->program);
  assert_key (fixture, "Hidden", NULL);
  assert_state (fixture, TRUE, "on");
  want (fixture, FALSE, "off");
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  /* What is gone already can be removed all the same. */
  cooldown_autostart_restore (fixture->autostart, TRUE, TRUE);
  want (fixture, FALSE, "off");
  cooldown_autostart_set_status (fixture->autostart, "Ice is on");
}

/* Test that what another program did to the entry is seen, and that the user's press undoes it. */
static void
test_disabled (Fixture *fixture, gconstpointer data)
{
  want (fixture, TRUE, "on");
  set_key (fixture, "Hidden", "true");
  assert_state (fixture, TRUE, "refused");
  set_key (fixture, "Hidden", "false");
  assert_state (fixture, TRUE, "on");
  set_key (fixture, "X-GNOME-Autostart-enabled", "false");
  assert_state (fixture, TRUE, "refused");
  set_key (fixture, "X-GNOME-Autostart-enabled", "true");
  assert_state (fixture, TRUE, "on");
  set_key (fixture, "X-GNOME-Autostart-enabled", "perhaps");
  assert_state (fixture, TRUE, "on");
  g_assert_no_errno (g_unlink (fixture->path));
  assert_state (fixture, TRUE, "off");
  want (fixture, TRUE, "on");
  set_key (fixture, "Hidden", "true");
  assert_state (fixture, TRUE, "refused");
  want (fixture, TRUE, "on");
  assert_key (fixture, "Hidden", NULL);
}

/* Test that a successor sees on the disk what is so, whatever it was told. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  cooldown_autostart_restore (fixture->autostart, TRUE, TRUE);
  assert_state (fixture, TRUE, "off");
  want (fixture, TRUE, "on");
  cooldown_autostart_restore (fixture->autostart, TRUE, FALSE);
  assert_state (fixture, TRUE, "on");
  cooldown_autostart_restore (fixture->autostart, FALSE, FALSE);
  assert_state (fixture, FALSE, "on");
  want (fixture, FALSE, "off");
}

/* Test that a folder that cannot be written to is told in words, until there is another wish. */
static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *config = g_path_get_dirname (fixture->folder);
  g_autoptr (GError) error = NULL;

  /* A file in the way stops even root. */
  g_file_set_contents (config, "", 0, &error);
  g_assert_no_error (error);
  want (fixture, TRUE, "failed");
  g_assert_no_errno (g_unlink (config));
  assert_state (fixture, TRUE, "failed");
  want (fixture, TRUE, "on");
}

/* Test that a broken entry is an error and no more. */
static void
test_garbage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  want (fixture, TRUE, "on");
  g_file_set_contents (fixture->path, "\xff\0[", 3, &error);
  g_assert_no_error (error);
  assert_state (fixture, TRUE, "failed");
  g_assert_no_errno (g_unlink (fixture->path));
  assert_state (fixture, TRUE, "off");
  g_assert_no_errno (g_mkdir (fixture->path, 0700));
  assert_state (fixture, TRUE, "failed");
  want (fixture, FALSE, "failed");
  g_assert_no_errno (g_rmdir (fixture->path));
  assert_state (fixture, FALSE, "off");
}

/* Test that the newest wish is the one that holds. */
static void
test_new_wish (Fixture *fixture, gconstpointer data)
{
  cooldown_autostart_set_wanted (fixture->autostart, TRUE);
  want (fixture, FALSE, "off");
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  cooldown_autostart_set_wanted (fixture->autostart, TRUE);
  cooldown_autostart_set_wanted (fixture->autostart, FALSE);
  want (fixture, TRUE, "on");
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* Test that an entry follows a program that moved, and leaves alone one that is there. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->root, "other", NULL);

  make_program (other);
  want (fixture, TRUE, "on");
  set_key (fixture, "TryExec", other);
  assert_state (fixture, TRUE, "on");
  assert_key (fixture, "TryExec", other);
  g_assert_no_errno (g_unlink (other));
  assert_state (fixture, TRUE, "on");
  assert_key (fixture, "TryExec", fixture->program);
}

/* Test that a desktop finds the program, whatever its path is made of. */
static void
test_quoting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDesktopAppInfo) info = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;

  want (fixture, TRUE, "on");
  /* Given only if the program that Exec names is there. */
  info = g_desktop_app_info_new_from_filename (fixture->path);
  g_assert_nonnull (info);
  g_shell_parse_argv (g_app_info_get_commandline (G_APP_INFO (info)), NULL, &words, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_strv_length (words), ==, 1);
  g_assert_cmpstr (words[0], ==, fixture->program);
}

/* Test that no part of a path is taken for a field code. */
static void
test_percent (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plain = g_build_filename (fixture->root, "50%% u%%u", NULL);
  g_autofree char *command = g_strdup_printf ("\"%s\"", plain);

  want (fixture, TRUE, "on");
  assert_key (fixture, "Exec", command);
  assert_key (fixture, "TryExec", fixture->program);
}

#define ADD(path, test, program)                                                                   \
  g_test_add ("/autostart/file/" path, Fixture, program, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("write", test_write, NULL);
  ADD ("disabled", test_disabled, NULL);
  ADD ("restore", test_restore, NULL);
  ADD ("unwritable", test_unwritable, NULL);
  ADD ("garbage", test_garbage, NULL);
  ADD ("new-wish", test_new_wish, NULL);
  ADD ("moved", test_moved, NULL);
  ADD ("quoting/spaces", test_quoting, "an agent of mine");
  ADD ("quoting/shell", test_quoting, "a\"b`c$d\\e'f;g");
  ADD ("quoting/percent", test_percent, "50% u%u");
  return g_test_run ();
}
