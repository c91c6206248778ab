/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent/autostart.h"
#include "background-portal.h"

#define PROGRAM "/app/libexec/cooldown-agent"

typedef struct
{
  BackgroundPortal *portal;
  CooldownAutostart *autostart;
  guint n_changes;
} Fixture;

static GVariant *
make_response (guint response, gboolean background, gboolean autostart)
{
  return g_variant_new_parsed ("(%u, {'background': <%b>, 'autostart': <%b>})", response,
                               background, autostart);
}

static void
changed_cb (CooldownAutostart *autostart, gpointer data)
{
  ((Fixture *) data)->n_changes++;
}

/* @data: whether there is a portal at all. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->portal = background_portal_new ();
  fixture->autostart = cooldown_autostart_portal_new (fixture->portal->session, PROGRAM);
  g_signal_connect (fixture->autostart, "changed", G_CALLBACK (changed_cb), fixture);
  if (data == NULL)
    return;
  background_portal_register (fixture->portal);
  background_portal_own_name (fixture->portal);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->autostart != NULL)
    g_assert_finalize_object (fixture->autostart);
  background_portal_free (fixture->portal);
}

static void
assert_state (Fixture *fixture, gboolean wanted, const char *state)
{
  g_autoptr (GVariant) now =
    g_variant_ref_sink (cooldown_autostart_get_state (fixture->autostart));
  const char *text;
  gboolean flag;

  g_assert_cmpstr (g_variant_get_type_string (now), ==, "a{sv}");
  g_assert_true (g_variant_lookup (now, "state", "&s", &text));
  g_assert_cmpstr (text, ==, state);
  g_assert_true (g_variant_lookup (now, "wanted", "b", &flag));
  g_assert_cmpint (flag, ==, wanted);
  g_assert_true (g_variant_lookup (now, "by", "&s", &text));
  g_assert_cmpstr (text, ==, "portal");
  /* There are words for an error, and only for one. */
  flag = g_variant_lookup (now, "detail", "&s", &text);
  g_assert_cmpint (flag, ==, g_str_equal (state, "failed"));
  g_assert_true (!flag || text[0] != '\0');
  g_assert_cmpint (cooldown_autostart_is_granted (fixture->autostart), ==,
                   g_str_equal (state, "on"));
  g_assert_cmpint (cooldown_autostart_is_asking (fixture->autostart), ==,
                   g_str_equal (state, "asking"));
}

static void
want (Fixture *fixture, gboolean wanted)
{
  cooldown_autostart_set_wanted (fixture->autostart, wanted);
  assert_state (fixture, wanted, "asking");
  background_portal_settle (fixture->portal);
}

/* Answers the last question, and waits until that has become the state. */
static void
respond_and_settle (Fixture *fixture, guint response, gboolean autostart)
{
  guint before = fixture->n_changes;

  background_portal_respond (fixture->portal, make_response (response, response == 0, autostart));
  background_portal_settle (fixture->portal);
  g_assert_cmpuint (fixture->n_changes, ==, before + 1);
}

/* Test that the question is sent whole, whatever is wanted: without `autostart` it would remove. */
static void
assert_whole (Fixture *fixture, guint index, gboolean autostart)
{
  GVariant *options = g_ptr_array_index (fixture->portal->asked, index);
  g_autofree const char **command = NULL;
  const char *reason;
  gboolean flag;

  g_assert_true (g_variant_lookup (options, "autostart", "b", &flag));
  g_assert_cmpint (flag, ==, autostart);
  g_assert_true (g_variant_lookup (options, "dbus-activatable", "b", &flag));
  g_assert_false (flag);
  g_assert_true (g_variant_lookup (options, "reason", "&s", &reason));
  g_assert_cmpint (strlen (reason), >, 0);
  g_assert_true (g_variant_lookup (options, "commandline", "^a&s", &command));
  g_assert_cmpint (g_strv_length ((char **) command), ==, 1);
  g_assert_cmpstr (command[0], ==, PROGRAM);
}

/* Test that a grant is on, and taking it back is off, for every answer that leaves no entry. */
static void
test_grant (Fixture *fixture, gconstpointer data)
{
  assert_state (fixture, FALSE, "off");
  want (fixture, TRUE);
  assert_whole (fixture, 0, TRUE);
  respond_and_settle (fixture, 0, TRUE);
  assert_state (fixture, TRUE, "on");
  cooldown_autostart_set_wanted (fixture->autostart, TRUE);
  assert_state (fixture, TRUE, "on");
  want (fixture, FALSE);
  assert_whole (fixture, 1, FALSE);
  respond_and_settle (fixture, 0, FALSE);
  assert_state (fixture, FALSE, "off");
  want (fixture, TRUE);
  respond_and_settle (fixture, 0, TRUE);
  want (fixture, FALSE);
  respond_and_settle (fixture, 1, FALSE);
  assert_state (fixture, FALSE, "off");
  g_assert_cmpuint (fixture->portal->asked->len, ==, 4);
}

/* Test that a no is told from an error, and that the user can ask again. */
static void
test_refuse (Fixture *fixture, gconstpointer data)
{
  want (fixture, TRUE);
  respond_and_settle (fixture, 1, FALSE);
  assert_state (fixture, TRUE, "refused");
  want (fixture, TRUE);
  respond_and_settle (fixture, 0, FALSE);
  assert_state (fixture, TRUE, "refused");
  want (fixture, TRUE);
  respond_and_settle (fixture, 2, FALSE);
  assert_state (fixture, TRUE, "failed");
  want (fixture, TRUE);
  respond_and_settle (fixture, 0, TRUE);
  assert_state (fixture, TRUE, "on");
}

/* Test that an answer may come before the question was taken, long after, or from elsewhere. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  fixture->portal->manner = ANSWERS_SOON;
  cooldown_autostart_set_wanted (fixture->autostart, TRUE);
  background_portal_settle (fixture->portal);
  assert_state (fixture, TRUE, "on");
  fixture->portal->manner = HOLDS_CALL;
  want (fixture, FALSE);
  assert_state (fixture, FALSE, "asking");
  g_dbus_method_invocation_return_value (fixture->portal->held, g_variant_new ("(o)", fixture->portal->request));
  background_portal_settle (fixture->portal);
  assert_state (fixture, FALSE, "asking");
  respond_and_settle (fixture, 0, FALSE);
  assert_state (fixture, FALSE, "off");
  fixture->portal->manner = IS_OLD;
  want (fixture, TRUE);
  respond_and_settle (fixture, 0, TRUE);
  assert_state (fixture, TRUE, "on");
}

/* Test that the newest of the wishes made meanwhile is asked for after the first answer. */
static void
test_new_wish (Fixture *fixture, gconstpointer data)
{
  want (fixture, TRUE);
  want (fixture, FALSE);
  g_assert_cmpuint (fixture->portal->asked->len, ==, 1);
  background_portal_respond (fixture->portal, make_response (0, TRUE, TRUE));
  background_portal_settle (fixture->portal);
  assert_state (fixture, FALSE, "asking");
  g_assert_cmpuint (fixture->portal->asked->len, ==, 2);
  assert_whole (fixture, 1, FALSE);
  want (fixture, TRUE);
  want (fixture, FALSE);
  respond_and_settle (fixture, 0, FALSE);
  assert_state (fixture, FALSE, "off");
  g_assert_cmpuint (fixture->portal->asked->len, ==, 2);
}

/* Test that a portal that is missing is told, and is asked when there is one. */
static void
test_absent (Fixture *fixture, gconstpointer data)
{
  want (fixture, TRUE);
  assert_state (fixture, TRUE, "failed");
  background_portal_own_name (fixture->portal);
  want (fixture, TRUE);
  assert_state (fixture, TRUE, "failed");
  background_portal_register (fixture->portal);
  want (fixture, TRUE);
  respond_and_settle (fixture, 0, TRUE);
  assert_state (fixture, TRUE, "on");
}

/* Test that a portal that dies, or refuses to be asked, does not leave the question open. */
static void
test_trouble (Fixture *fixture, gconstpointer data)
{
  fixture->portal->manner = REFUSES_CALLS;
  want (fixture, TRUE);
  assert_state (fixture, TRUE, "failed");
  fixture->portal->manner = HOLDS;
  want (fixture, TRUE);
  assert_state (fixture, TRUE, "asking");
  background_portal_vanish (fixture->portal);
  assert_state (fixture, TRUE, "failed");
}

/* Test that answers of the wrong type are errors and no more. */
static void
test_garbled (Fixture *fixture, gconstpointer data)
{
  static const char *const answers[] = {
    "()",
    "('yes',)",
    "(int32 0, {'autostart': <true>})",
    "(uint32 0, @a{sv} {})",
    "(uint32 0, {'autostart': <'true'>})",
    "(uint32 0, {'autostart': true})",
    "(uint32 77, {'autostart': <true>})",
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      want (fixture, TRUE);
      background_portal_respond (fixture->portal, g_variant_new_parsed (answers[i]));
      background_portal_settle (fixture->portal);
      assert_state (fixture, TRUE, "failed");
    }
  fixture->portal->manner = REPLIES_WRONG;
  want (fixture, TRUE);
  assert_state (fixture, TRUE, "failed");
}

/* Test that nobody is asked at a start, and that what was known holds. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  cooldown_autostart_restore (fixture->autostart, TRUE, TRUE);
  assert_state (fixture, TRUE, "on");
  cooldown_autostart_set_wanted (fixture->autostart, TRUE);
  cooldown_autostart_restore (fixture->autostart, FALSE, FALSE);
  assert_state (fixture, FALSE, "off");
  cooldown_autostart_set_wanted (fixture->autostart, FALSE);
  cooldown_autostart_restore (fixture->autostart, TRUE, FALSE);
  assert_state (fixture, TRUE, "refused");
  background_portal_settle (fixture->portal);
  g_assert_cmpuint (fixture->portal->asked->len, ==, 0);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  want (fixture, TRUE);
  g_assert_cmpuint (fixture->portal->asked->len, ==, 1);
}

/* Test that who leaves while asking does not hear the answer. */
static void
test_leave (Fixture *fixture, gconstpointer data)
{
  want (fixture, TRUE);
  g_assert_finalize_object (g_steal_pointer (&fixture->autostart));
  background_portal_respond (fixture->portal, make_response (0, TRUE, TRUE));
  background_portal_settle (fixture->portal);
}

static void
assert_said (Fixture *fixture, guint index, const char *message)
{
  const char *said = NULL;

  g_assert_cmpuint (fixture->portal->said->len, ==, index + 1);
  g_variant_lookup (g_ptr_array_index (fixture->portal->said, index), "message", "&s", &said);
  g_assert_cmpstr (said, ==, message);
}

static void
say (Fixture *fixture, const char *message)
{
  cooldown_autostart_set_status (fixture->autostart, message);
  background_portal_settle (fixture->portal);
}

/* Test that the status is one line of at most 96 characters, and said once. */
static void
test_status (Fixture *fixture, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (96, 'x');
  g_autoptr (GString) wide = g_string_new (NULL);
  const char *cut;

  say (fixture, NULL);
  g_assert_cmpuint (fixture->portal->said->len, ==, 0);
  say (fixture, "Ice: next is round 2 of 5, at 15:00");
  say (fixture, "Ice: next is round 2 of 5, at 15:00");
  assert_said (fixture, 0, "Ice: next is round 2 of 5, at 15:00");
  say (fixture, NULL);
  assert_said (fixture, 1, NULL);
  say (fixture, longest);
  assert_said (fixture, 2, longest);
  for (guint i = 0; i < 97; i++)
    g_string_append (wide, "ü");
  say (fixture, wide->str);
  g_assert_true (g_variant_lookup (g_ptr_array_index (fixture->portal->said, 3), "message", "&s", &cut));
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 96);
  g_assert_true (g_str_has_suffix (cut, "ü…"));
  say (fixture, "two\nlines");
  assert_said (fixture, 4, "two lines");
  say (fixture, "broken \xff");
  assert_said (fixture, 5, "broken \xef\xbf\xbd");
}

/* Test that nobody minds a portal that does not show it. */
static void
test_status_refused (Fixture *fixture, gconstpointer data)
{
  fixture->portal->manner = REFUSES_CALLS;
  say (fixture, "Ice is on");
  say (fixture, "Ice is off");
  assert_said (fixture, 1, "Ice is off");
  assert_state (fixture, FALSE, "off");
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

#define ADD(path, test, there)                                                                     \
  g_test_add ("/autostart/portal/" path, Fixture, GINT_TO_POINTER (there), set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("grant", test_grant, TRUE);
  ADD ("refuse", test_refuse, TRUE);
  ADD ("order", test_order, TRUE);
  ADD ("new-wish", test_new_wish, TRUE);
  ADD ("absent", test_absent, FALSE);
  ADD ("trouble", test_trouble, TRUE);
  ADD ("garbled", test_garbled, TRUE);
  ADD ("restore", test_restore, TRUE);
  ADD ("leave", test_leave, TRUE);
  ADD ("status", test_status, TRUE);
  ADD ("status-refused", test_status_refused, TRUE);
  return g_test_run ();
}
