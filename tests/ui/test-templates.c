/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fake-agent.h"
#include "fake-clock.h"
#include "ui/window.h"

#define TEMPLATES "/cooldown/ui/"

/* The class that a template file is about. */
static char *
get_template_class (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, &error);
  g_autoptr (GRegex) regex = g_regex_new ("<template\\s+class=\"(\\w+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_no_error (error);
  if (!g_regex_match_full (regex, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                           0, 0, &match, NULL))
    g_error ("%s has no template", path);
  return g_match_info_fetch (match, 1);
}

static void
instantiate (const char *path)
{
  g_autofree char *name = get_template_class (path);
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  GType type = gtk_builder_get_type_from_name (builder, name);
  GtkWidget *widget;

  g_test_message ("%s: %s", path, name);
  g_assert_true (g_type_is_a (type, GTK_TYPE_WIDGET));
  widget = g_object_ref_sink (g_object_new (type, NULL));
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  g_assert_finalize_object (widget);
}

/* Test that every template makes its widget, and that the widget leaves nothing behind. */
static void
test_instantiate (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = g_resources_enumerate_children (TEMPLATES, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (files), >, 6);
  for (char **file = files; *file != NULL; file++)
    {
      g_autofree char *path = g_strconcat (TEMPLATES, *file, NULL);

      instantiate (path);
    }
}

/* A window on a fake agent; one for all scenes, because it takes a while to make. */
typedef struct
{
  CooldownFakeClock *clock;
  FakeAgent *agent;
  CooldownAgentLink *link;
  CooldownContent *content;
  CooldownAppState *state;
  CooldownWindow *window;
} Desk;

static gboolean
is_connected (gpointer data)
{
  return cooldown_agent_link_get_connected (data);
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* Lets one frame pass: GTK moves the focus, and lets go of who had it, with the next frame only. */
static void
wait_for_frame (Desk *desk)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (desk->window));
  gboolean painted = FALSE;
  gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (GTK_WIDGET (desk->window));
  spin_until (is_true, &painted);
  g_signal_handler_disconnect (clock, id);
}

static void
desk_open (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);

  g_assert_no_error (error);
  desk->clock = cooldown_fake_clock_new ();
  desk->agent = fake_agent_new (connection);
  desk->link = cooldown_agent_link_new (connection);
  desk->content = cooldown_content_load_bundled (&error);
  g_assert_no_error (error);
  desk->state = cooldown_app_state_new (desk->content, COOLDOWN_CLOCK (desk->clock), desk->link);
  spin_until (is_connected, desk->link);
  desk->window = cooldown_window_new (GTK_APPLICATION (g_application_get_default ()), desk->state);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.show-tab", "s", "recover");
  gtk_window_present (GTK_WINDOW (desk->window));
}

static void
desk_close (Desk *desk)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
  spin_until_finalized (desk->state);
  spin_until_finalized (desk->link);
  g_clear_object (&desk->content);
  fake_agent_free (desk->agent);
  g_clear_object (&desk->clock);
}

/* What goes on when the controls are looked at. */

static CooldownInstant
now (Desk *desk)
{
  return cooldown_clock_now (COOLDOWN_CLOCK (desk->clock));
}

static void
append (Desk *desk, CooldownSession *session, const char *event, const char *arg)
{
  CooldownInstant at = now (desk);

  cooldown_session_append (session, event, arg, &at);
}

static CooldownSession *
start_recovery (Desk *desk, CooldownLegs legs)
{
  CooldownWorkout workout = { "run", now (desk).wall, 45, 5, legs };
  CooldownSession *session = cooldown_session_new ("recovery", cooldown_workout_to_plan (&workout));

  append (desk, session, "start", "");
  fake_agent_set_session (desk->agent, "recovery", session);
  return session;
}

static void
recovery_hour (Desk *desk)
{
  g_autoptr (CooldownSession) session = start_recovery (desk, COOLDOWN_LEGS_TINGLING);

  cooldown_fake_clock_advance (desk->clock, 20 * COOLDOWN_MINUTE);
  fake_agent_set (desk->agent, "recovery", "episode",
                  g_variant_new_int64 (now (desk).wall / COOLDOWN_SECOND - 1200));
}

static void
recovery_check (Desk *desk)
{
  g_autoptr (CooldownSession) session = start_recovery (desk, COOLDOWN_LEGS_TINGLING);

  cooldown_fake_clock_advance (desk->clock, 61 * COOLDOWN_MINUTE);
}

static void
recovery_answered (Desk *desk, const char *answer)
{
  g_autoptr (CooldownSession) session = start_recovery (desk, COOLDOWN_LEGS_TINGLING);

  cooldown_fake_clock_advance (desk->clock, 61 * COOLDOWN_MINUTE);
  append (desk, session, "check-in", answer);
  fake_agent_set_session (desk->agent, "recovery", session);
}

static void
recovery_still (Desk *desk)
{
  recovery_answered (desk, "still");
}

static void
recovery_gone (Desk *desk)
{
  recovery_answered (desk, "gone");
}

/* All questions of one kind answered alike. */
static GVariant *
answer_all (gsize n, const char *(*get_id) (Desk *desk, guint i), Desk *desk, gboolean answer)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sb}"));
  for (guint i = 0; i < n; i++)
    g_variant_builder_add (&builder, "{sb}", get_id (desk, i), answer);
  return g_variant_builder_end (&builder);
}

static const char *
get_gate_id (Desk *desk, guint i)
{
  const CooldownGateQuestion *question = g_ptr_array_index (
      cooldown_content_get_gate (desk->content), i);

  return question->id;
}

static void
answer_gate (Desk *desk, gboolean applies)
{
  guint n = cooldown_content_get_gate (desk->content)->len;

  fake_agent_set (desk->agent, "ice", "gate", answer_all (n, get_gate_id, desk, applies));
  fake_agent_set (desk->agent, "ice", "gate-at",
                  g_variant_new_int64 (now (desk).wall / COOLDOWN_SECOND));
}

static void
ice_set_up (Desk *desk)
{
  answer_gate (desk, FALSE);
}

static void
ice_refused (Desk *desk)
{
  answer_gate (desk, TRUE);
}

/* A session of ice to which EVENTS happened, each "name argument minutes-until-the-next". */
static void
ice (Desk *desk, const char *const *events)
{
  const CooldownIceProtocol *protocol = cooldown_content_get_ice_protocol (desk->content);
  g_autoptr (CooldownSession) session = cooldown_session_new (
      "ice", cooldown_ice_plan_new (protocol, 10, 3, "toes", "left", NULL));

  answer_gate (desk, FALSE);
  for (; *events != NULL; events++)
    {
      g_auto (GStrv) parts = g_strsplit (*events, " ", 3);

      append (desk, session, parts[0], g_str_equal (parts[1], "-") ? "" : parts[1]);
      cooldown_fake_clock_advance (desk->clock, atoi (parts[2]) * COOLDOWN_MINUTE);
    }
  fake_agent_set_session (desk->agent, "ice", session);
}

static void
ice_due (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", NULL });
}

static void
ice_on (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 6", NULL });
}

static void
ice_off (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 11", NULL });
}

static void
ice_late (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 18", "off fine 0", NULL });
}

static void
ice_break (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 10", "off fine 5", NULL });
}

static void
ice_wrong (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "on - 10", "off wrong 1", NULL });
}

static void
ice_over (Desk *desk)
{
  ice (desk, (const char *[]){ "start - 1", "stop - 1", NULL });
}

static void
tick (Desk *desk, const char *const *items)
{
  for (; *items != NULL; items++)
    cooldown_app_state_tick (desk->state, *items, TRUE);
}

static void
ticks_emergency (Desk *desk)
{
  tick (desk, (const char *[]){ "warn-chest", "warn-sore", NULL });
}

static void
ticks_urgent (Desk *desk)
{
  tick (desk, (const char *[]){ "warn-sore", NULL });
}

static void
ticks_many (Desk *desk)
{
  tick (desk, (const char *[]){ "warn-none", "where-toes", "where-sole", "side-one", "feel-burn",
                                "feel-tingle", "last-hour", NULL });
}

static void
evening (Desk *desk)
{
  fake_agent_set (desk->agent, "setting", "bedtime", g_variant_new_int32 (22 * 60));
  fake_agent_set (desk->agent, "setting", "tonight",
                  g_variant_new_parsed ("{'date': <'2026-11-22'>, 'caffeine': <990>, "
                                        "'alcohol': <true>, 'alcohol-at': <1080>}"));
  cooldown_fake_clock_advance (desk->clock, 3 * COOLDOWN_HOUR);
}

/* Opens every row that can be opened, so that what is in it is looked at too. */
static void
expand (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    expand (child);
}

static void
all_open (Desk *desk)
{
  expand (GTK_WIDGET (desk->window));
}

static void
nothing (Desk *desk)
{
}

static const struct
{
  const char *name;
  void (*arrange) (Desk *desk);
} scenes[] = {
  { "nothing", nothing },
  { "recovery-hour", recovery_hour },
  { "recovery-check", recovery_check },
  { "recovery-still", recovery_still },
  { "recovery-gone", recovery_gone },
  { "ice-set-up", ice_set_up },
  { "ice-refused", ice_refused },
  { "ice-due", ice_due },
  { "ice-on", ice_on },
  { "ice-off", ice_off },
  { "ice-late", ice_late },
  { "ice-break", ice_break },
  { "ice-wrong", ice_wrong },
  { "ice-over", ice_over },
  { "ticks-emergency", ticks_emergency },
  { "ticks-urgent", ticks_urgent },
  { "ticks-many", ticks_many },
  { "evening", evening },
  /* The last, for what is open stays open. */
  { "all-open", all_open },
};

/* Looking at the controls. */

/* Parts of GTK's own composite widgets are named by GTK or not at all. */
static gboolean
is_composite (GtkWidget *widget)
{
  return GTK_IS_SPIN_BUTTON (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_DROP_DOWN (widget) ||
         GTK_IS_MENU_BUTTON (widget) || GTK_IS_WINDOW_CONTROLS (widget) ||
         GTK_IS_SCROLLBAR (widget) || ADW_IS_COMBO_ROW (widget) ||
         ADW_IS_VIEW_SWITCHER_TITLE (widget) || ADW_IS_VIEW_SWITCHER_BAR (widget);
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) ||
         GTK_IS_SPIN_BUTTON (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_DROP_DOWN (widget) ||
         GTK_IS_SWITCH (widget) || GTK_IS_SCALE (widget) || ADW_IS_COMBO_ROW (widget);
}

static gboolean
has_label (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);
  g_autofree char *differs = NULL;

  if (gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  if (!gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  differs = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  return differs != NULL;
}

static gboolean
is_filled (const char *text)
{
  return text != NULL && *text != '\0';
}

/* A label somewhere inside is not enough: GTK does not take the name from there. */
static gboolean
is_named (GtkWidget *widget)
{
  if (has_label (widget))
    return TRUE;
  if (GTK_IS_BUTTON (widget))
    return is_filled (gtk_button_get_label (GTK_BUTTON (widget)));
  if (GTK_IS_MENU_BUTTON (widget))
    return is_filled (gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return is_filled (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
  return FALSE;
}

static gboolean
has_role (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  return role != GTK_ACCESSIBLE_ROLE_GENERIC && role != GTK_ACCESSIBLE_ROLE_NONE &&
         role != GTK_ACCESSIBLE_ROLE_WIDGET && role != GTK_ACCESSIBLE_ROLE_PRESENTATION;
}

static char *
describe (GtkWidget *widget)
{
  GString *text = g_string_new (gtk_widget_get_css_name (widget));

  while ((widget = gtk_widget_get_parent (widget)) != NULL)
    {
      g_string_prepend (text, " > ");
      g_string_prepend (text, G_OBJECT_TYPE_NAME (widget));
    }
  return g_string_free (text, FALSE);
}

static guint
look_at (GtkWidget *widget)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (is_control (widget))
    {
      g_autofree char *place = describe (widget);

      n++;
      if (!has_role (widget))
        g_test_fail_printf ("no role: %s", place);
      if (!is_named (widget))
        g_test_fail_printf ("no name: %s", place);
    }
  if (is_composite (widget))
    return n;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += look_at (child);
  return n;
}

typedef struct
{
  Desk *desk;
  gint64 serial;
} Arrival;

static gboolean
has_arrived (gpointer data)
{
  Arrival *arrival = data;
  g_autoptr (GVariant) serial = cooldown_app_state_lookup_setting (
      arrival->desk->state, "test.serial", G_VARIANT_TYPE_INT64);

  return serial != NULL && g_variant_get_int64 (serial) == arrival->serial;
}

/* Waits until the window knows what the fake agent knows. */
static void
arrive (Desk *desk)
{
  static gint64 serial;
  Arrival arrival = { desk, ++serial };

  fake_agent_set (desk->agent, "setting", "test.serial", g_variant_new_int64 (serial));
  spin_until (has_arrived, &arrival);
  wait_for_frame (desk);
}

static void
forget (Desk *desk)
{
  static const char *const members[][2] = {
    { "recovery", "session" }, { "recovery", "episode" }, { "ice", "session" },
    { "ice", "gate" },         { "ice", "gate-at" },      { "setting", "bedtime" },
    { "setting", "tonight" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    fake_agent_set (desk->agent, members[i][0], members[i][1], NULL);
  fake_agent_set (desk->agent, "setting", "check.ticks", g_variant_new_strv (NULL, 0));
  arrive (desk);
  g_assert_cmpuint (cooldown_ticks_count (cooldown_app_state_get_ticks (desk->state)), ==, 0);
}

typedef struct
{
  Desk *desk;
  guint scene;
} Look;

/* Test that every control of every page has a role and a name, whatever goes on. */
static void
test_controls (gconstpointer data)
{
  static const char *const tabs[] = { "recover", "check", "ice", "evening" };
  const Look *look = data;
  Desk *desk = look->desk;

  scenes[look->scene].arrange (desk);
  arrive (desk);
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      guint n;

      gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.show-tab", "s", tabs[i]);
      wait_for_frame (desk);
      n = look_at (GTK_WIDGET (desk->window));
      g_test_message ("%s: %u controls", tabs[i], n);
      g_assert_cmpuint (n, >, 2);
    }
  forget (desk);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  Desk desk = { 0 };
  int failed;

  gtk_test_init (&argc, &argv, NULL);
  /* What opens is open at once. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = g_object_new (ADW_TYPE_APPLICATION, "application-id", COOLDOWN_APP_ID ".Test",
                              "resource-base-path", "/cooldown", "flags", G_APPLICATION_NON_UNIQUE,
                              NULL);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/templates/instantiate", test_instantiate);
  desk_open (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      g_autofree char *path = g_strconcat ("/templates/controls/", scenes[i].name, NULL);
      Look *look = g_new (Look, 1);

      *look = (Look){ &desk, i };
      g_test_add_data_func_full (path, look, test_controls, g_free);
    }
  failed = g_test_run ();
  desk_close (&desk);
  return failed;
}
