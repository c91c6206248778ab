/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent/autostart.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define OLD_PATH PORTAL_PATH "/request/chosen/by/the/portal"
#define PROGRAM "/app/libexec/cooldown-agent"
/* How long anything that happens at once may take on a busy machine. */
#define PATIENCE_SECONDS 30

static const char PORTAL_XML[] = "<node><interface name='org.freedesktop.portal.Background'>"
                                 "<method name='RequestBackground'>"
                                 "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
                                 "<arg type='o' direction='out'/></method>"
                                 "<method name='SetStatus'>"
                                 "<arg type='a{sv}' direction='in'/></method>"
                                 "</interface></node>";

typedef enum
{
  HOLDS,        /* takes the question and answers when the test lets go */
  HOLDS_CALL,   /* does not even take it before that */
  ANSWERS_SOON, /* before it says that it took the question */
  IS_OLD,       /* keeps the question elsewhere than it was asked to */
  REPLIES_WRONG,
  REFUSES_CALLS,
} Manner;

/* A double of the portal, and the agent's connection to it. */
typedef struct
{
  GTestDBus *bus;
  GDBusConnection *desktop;
  GDBusConnection *session;
  GDBusNodeInfo *info;
  guint name_id;
  guint object_id;
  Manner manner;
  GPtrArray *asked;  /* (element-type GVariant): the options of every question */
  GPtrArray *said;   /* (element-type GVariant): the options of every status */
  char *request;     /* (nullable): where the last question is kept */
  GDBusMethodInvocation *held; /* (nullable) */
  CooldownAutostart *autostart;
  guint n_changes;
} Fixture;

static gboolean
give_up_cb (gpointer data)
{
  g_error ("waited %d s in vain", PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

static void
iterate (void)
{
  guint timer = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}

static void
round_trip_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  g_assert_nonnull (reply);
  *(gboolean *) data = TRUE;
}

/* Comes back when all that was sent to the agent, or from it, has arrived and was seen to. */
static void
settle (Fixture *fixture)
{
  GDBusConnection *const ends[] = { fixture->session, fixture->desktop, fixture->session,
                                    fixture->desktop };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gboolean done = FALSE;

      g_dbus_connection_call (ends[i], "org.freedesktop.DBus", "/org/freedesktop/DBus",
                              "org.freedesktop.DBus", "GetId", NULL, NULL, G_DBUS_CALL_FLAGS_NONE,
                              -1, NULL, round_trip_cb, &done);
      while (!done)
        iterate ();
    }
}

/* Answers the last question. */
static void
respond (Fixture *fixture, GVariant *parameters)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (fixture->request);
  g_dbus_connection_emit_signal (fixture->desktop, NULL, fixture->request,
                                 "org.freedesktop.portal.Request", "Response", parameters, &error);
  g_assert_no_error (error);
}

static GVariant *
make_response (guint response, gboolean background, gboolean autostart)
{
  return g_variant_new_parsed ("(%u, {'background': <%b>, 'autostart': <%b>})", response,
                               background, autostart);
}

/* Breaks the rules of its interface, which GDBus would not let pass. */
static void
reply_wrong (GDBusMethodInvocation *invocation)
{
  g_autoptr (GDBusMessage) reply =
    g_dbus_message_new_method_reply (g_dbus_method_invocation_get_message (invocation));

  g_dbus_message_set_body (reply, g_variant_new ("(us)", 1, "?"));
  g_dbus_connection_send_message (g_dbus_method_invocation_get_connection (invocation), reply,
                                  G_DBUS_SEND_MESSAGE_FLAGS_NONE, NULL, NULL);
  g_object_unref (invocation);
}

static void
take_question (Fixture *fixture, const char *sender, GVariant *options)
{
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  const char *token;

  g_ptr_array_add (fixture->asked, g_variant_ref (options));
  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  g_free (fixture->request);
  fixture->request = fixture->manner == IS_OLD
                       ? g_strdup (OLD_PATH)
                       : g_strconcat (PORTAL_PATH "/request/", name, "/", token, NULL);
}

static void
called_cb (GDBusConnection *connection,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  Fixture *fixture = data;
  gboolean is_question = g_str_equal (method, "RequestBackground");
  g_autoptr (GVariant) options =
    g_variant_get_child_value (parameters, is_question ? 1 : 0);

  if (is_question)
    take_question (fixture, sender, options);
  else
    g_ptr_array_add (fixture->said, g_variant_ref (options));
  if (fixture->manner == ANSWERS_SOON && is_question)
    respond (fixture, make_response (0, TRUE, TRUE));
  if (fixture->manner == REFUSES_CALLS)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.example.Error", "not today");
  else if (fixture->manner == HOLDS_CALL)
    fixture->held = invocation;
  else if (fixture->manner == REPLIES_WRONG)
    reply_wrong (invocation);
  else
    g_dbus_method_invocation_return_value (
      invocation, is_question ? g_variant_new ("(o)", fixture->request) : NULL);
}

static GDBusConnection *
connect_to (GTestDBus *bus)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection = g_dbus_connection_new_for_address_sync (
    g_test_dbus_get_bus_address (bus),
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, &error);

  g_assert_no_error (error);
  return connection;
}

static void
own_name (Fixture *fixture)
{
  fixture->name_id =
    g_bus_own_name_on_connection (fixture->desktop, PORTAL_NAME, G_BUS_NAME_OWNER_FLAGS_NONE, NULL,
                                  NULL, NULL, NULL);
  settle (fixture);
}

static void
register_portal (Fixture *fixture)
{
  static const GDBusInterfaceVTable vtable = { .method_call = called_cb };

  fixture->object_id =
    g_dbus_connection_register_object (fixture->desktop, PORTAL_PATH, fixture->info->interfaces[0],
                                       &vtable, fixture, NULL, NULL);
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
  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  fixture->desktop = connect_to (fixture->bus);
  fixture->session = connect_to (fixture->bus);
  fixture->info = g_dbus_node_info_new_for_xml (PORTAL_XML, NULL);
  fixture->asked = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  fixture->said = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  fixture->autostart = cooldown_autostart_portal_new (fixture->session, PROGRAM);
  g_signal_connect (fixture->autostart, "changed", G_CALLBACK (changed_cb), fixture);
  if (data == NULL)
    return;
  register_portal (fixture);
  own_name (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->autostart != NULL)
    g_assert_finalize_object (fixture->autostart);
  if (fixture->name_id != 0)
    g_bus_unown_name (fixture->name_id);
  if (fixture->object_id != 0)
    g_dbus_connection_unregister_object (fixture->desktop, fixture->object_id);
  g_dbus_connection_close_sync (fixture->desktop, NULL, NULL);
  g_dbus_connection_close_sync (fixture->session, NULL, NULL);
  g_clear_object (&fixture->desktop);
  g_clear_object (&fixture->session);
  g_dbus_node_info_unref (fixture->info);
  g_ptr_array_unref (fixture->asked);
  g_ptr_array_unref (fixture->said);
  g_free (fixture->request);
  g_test_dbus_down (fixture->bus);
  g_object_unref (fixture->bus);
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
  settle (fixture);
}

/* Answers the last question, and waits until that has become the state. */
static void
respond_and_settle (Fixture *fixture, guint response, gboolean autostart)
{
  guint before = fixture->n_changes;

  respond (fixture, make_response (response, response == 0, autostart));
  settle (fixture);
  g_assert_cmpuint (fixture->n_changes, ==, before + 1);
}

/* Test that the question is sent whole, whatever is wanted: without `autostart` it would remove. */
static void
assert_whole (Fixture *fixture, guint index, gboolean autostart)
{
  GVariant *options = g_ptr_array_index (fixture->asked, index);
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
  g_assert_cmpuint (fixture->asked->len, ==, 4);
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
  fixture->manner = ANSWERS_SOON;
  cooldown_autostart_set_wanted (fixture->autostart, TRUE);
  settle (fixture);
  assert_state (fixture, TRUE, "on");
  fixture->manner = HOLDS_CALL;
  want (fixture, FALSE);
  assert_state (fixture, FALSE, "asking");
  g_dbus_method_invocation_return_value (fixture->held, g_variant_new ("(o)", fixture->request));
  settle (fixture);
  assert_state (fixture, FALSE, "asking");
  respond_and_settle (fixture, 0, FALSE);
  assert_state (fixture, FALSE, "off");
  fixture->manner = IS_OLD;
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
  g_assert_cmpuint (fixture->asked->len, ==, 1);
  respond (fixture, make_response (0, TRUE, TRUE));
  settle (fixture);
  assert_state (fixture, FALSE, "asking");
  g_assert_cmpuint (fixture->asked->len, ==, 2);
  assert_whole (fixture, 1, FALSE);
  want (fixture, TRUE);
  want (fixture, FALSE);
  respond_and_settle (fixture, 0, FALSE);
  assert_state (fixture, FALSE, "off");
  g_assert_cmpuint (fixture->asked->len, ==, 2);
}

/* Test that a portal that is missing is told, and is asked when there is one. */
static void
test_absent (Fixture *fixture, gconstpointer data)
{
  want (fixture, TRUE);
  assert_state (fixture, TRUE, "failed");
  own_name (fixture);
  want (fixture, TRUE);
  assert_state (fixture, TRUE, "failed");
  register_portal (fixture);
  want (fixture, TRUE);
  respond_and_settle (fixture, 0, TRUE);
  assert_state (fixture, TRUE, "on");
}

/* Test that a portal that dies, or refuses to be asked, does not leave the question open. */
static void
test_trouble (Fixture *fixture, gconstpointer data)
{
  fixture->manner = REFUSES_CALLS;
  want (fixture, TRUE);
  assert_state (fixture, TRUE, "failed");
  fixture->manner = HOLDS;
  want (fixture, TRUE);
  assert_state (fixture, TRUE, "asking");
  g_bus_unown_name (fixture->name_id);
  fixture->name_id = 0;
  settle (fixture);
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
      respond (fixture, g_variant_new_parsed (answers[i]));
      settle (fixture);
      assert_state (fixture, TRUE, "failed");
    }
  fixture->manner = REPLIES_WRONG;
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
  settle (fixture);
  g_assert_cmpuint (fixture->asked->len, ==, 0);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  want (fixture, TRUE);
  g_assert_cmpuint (fixture->asked->len, ==, 1);
}

/* Test that who leaves while asking does not hear the answer. */
static void
test_leave (Fixture *fixture, gconstpointer data)
{
  want (fixture, TRUE);
  g_assert_finalize_object (g_steal_pointer (&fixture->autostart));
  respond (fixture, make_response (0, TRUE, TRUE));
  settle (fixture);
}

static void
assert_said (Fixture *fixture, guint index, const char *message)
{
  const char *said = NULL;

  g_assert_cmpuint (fixture->said->len, ==, index + 1);
  g_variant_lookup (g_ptr_array_index (fixture->said, index), "message", "&s", &said);
  g_assert_cmpstr (said, ==, message);
}

static void
say (Fixture *fixture, const char *message)
{
  cooldown_autostart_set_status (fixture->autostart, message);
  settle (fixture);
}

/* Test that the status is one line of at most 96 characters, and said once. */
static void
test_status (Fixture *fixture, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (96, 'x');
  g_autoptr (GString) wide = g_string_new (NULL);
  const char *cut;

  say (fixture, NULL);
  g_assert_cmpuint (fixture->said->len, ==, 0);
  say (fixture, "Ice: round 2 of 5, next at 15:00");
  say (fixture, "Ice: round 2 of 5, next at 15:00");
  assert_said (fixture, 0, "Ice: round 2 of 5, next at 15:00");
  say (fixture, NULL);
  assert_said (fixture, 1, NULL);
  say (fixture, longest);
  assert_said (fixture, 2, longest);
  for (guint i = 0; i < 97; i++)
    g_string_append (wide, "ü");
  say (fixture, wide->str);
  g_assert_true (g_variant_lookup (g_ptr_array_index (fixture->said, 3), "message", "&s", &cut));
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
  fixture->manner = REFUSES_CALLS;
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
