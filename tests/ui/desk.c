/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk.h"
#include "paper.h"
#include "ui/contrast-style.h"
#include "ui/journal-page.h"

#include <locale.h>
#include <string.h>

const char *const desk_tabs[DESK_N_TABS] = { "recover", "check", "ice", "evening", "journal" };

/* Warnings of toolkits about themselves: libadwaita from 1.7 on measures the heading of a message
 * dialog narrower than it can get, GTK 4.24 counts frames on X twice. */
static const char *const warnings_of_toolkits[] = { "Trying to measure GtkLabel",
                                                    "gdk_frame_timings_submitted" };

static gboolean
is_of_toolkits (const char *message)
{
  for (guint i = 0; i < G_N_ELEMENTS (warnings_of_toolkits); i++)
    if (g_str_has_prefix (message, warnings_of_toolkits[i]))
      return TRUE;
  return FALSE;
}

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (strcmp (fields[i].key, "MESSAGE") == 0 && is_of_toolkits (fields[i].value))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

/**
 * desk_begin_tests:
 * @argc: (inout): how many arguments the program has
 * @argv: (inout): the arguments
 *
 * Starts the toolkit for tests. gtk_test_init () alone takes the locale of the United States where it
 * is installed, and times would be written otherwise than where it is not.
 */
void
desk_begin_tests (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  g_log_set_writer_func (write_log, NULL, NULL);
}

static void
start_application (Desk *desk)
{
  g_autoptr (GError) error = NULL;

  /* What opens is open at once. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  desk->application = g_object_new (ADW_TYPE_APPLICATION, "application-id", COOLDOWN_APP_ID ".Test",
                                    "resource-base-path", "/cooldown", "flags",
                                    G_APPLICATION_NON_UNIQUE, NULL);
  g_application_register (G_APPLICATION (desk->application), NULL, &error);
  g_assert_no_error (error);
  cooldown_contrast_style_follow (adw_style_manager_get_for_display (gdk_display_get_default ()));
}

static gboolean
is_connected (gpointer data)
{
  return cooldown_agent_link_get_connected (data);
}

/**
 * desk_open:
 * @desk: what is filled in
 *
 * Opens the window as it is when it is started for the first time.
 */
void
desk_open (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (CooldownNotebook) notebook = NULL;

  g_assert_no_error (error);
  start_application (desk);
  desk->clock = cooldown_fake_clock_new ();
  desk->agent = fake_agent_new (connection);
  desk->link = cooldown_agent_link_new (connection);
  desk->content = cooldown_content_load_bundled (&error);
  g_assert_no_error (error);
  notebook = paper_new (COOLDOWN_CLOCK (desk->clock));
  desk->state = cooldown_app_state_new (desk->content, COOLDOWN_CLOCK (desk->clock), desk->link,
                                        notebook);
  spin_until (is_connected, desk->link);
  desk->window = cooldown_window_new (GTK_APPLICATION (desk->application), desk->state);
  gtk_window_present (GTK_WINDOW (desk->window));
}

/**
 * desk_open_another:
 * @desk: what is filled in
 * @other: a desk that is open, and stays so until this one is closed
 * @notebook: (transfer full): the journal of the new one, in a folder that goes with it
 *
 * Opens another window, as wide as on a desktop, on a journal of its own and everything else of
 * @other, at the time at which the fake clock begins.
 */
void
desk_open_another (Desk *desk, const Desk *other, CooldownNotebook *notebook)
{
  g_autoptr (CooldownNotebook) owned = notebook;

  *desk = *other;
  cooldown_fake_clock_set_wall (desk->clock, COOLDOWN_FAKE_CLOCK_START);
  desk->state = cooldown_app_state_new (desk->content, COOLDOWN_CLOCK (desk->clock), desk->link,
                                        owned);
  desk->window = cooldown_window_new (GTK_APPLICATION (desk->application), desk->state);
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1000, 760);
  gtk_window_present (GTK_WINDOW (desk->window));
}

/* What a desk has of its own. */
static void
close_window (Desk *desk)
{
  CooldownNotebook *notebook = cooldown_app_state_get_notebook (desk->state);

  gtk_window_destroy (GTK_WINDOW (desk->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  cooldown_notebook_close (notebook);
  g_clear_object (&desk->journal);
  paper_remove (cooldown_notebook_get_folder (notebook));
}

/**
 * desk_close_another:
 * @desk: a desk that was opened beside another one
 *
 * Closes its window, and leaves the other desk as it is.
 */
void
desk_close_another (Desk *desk)
{
  close_window (desk);
  g_clear_object (&desk->state);
}

/**
 * desk_close:
 * @desk: a desk
 *
 * Closes the window and has the rest end with it.
 */
void
desk_close (Desk *desk)
{
  close_window (desk);
  /* Nobody waits for their end: GTK 4.8 forgets a reference to a page of a stack when the focus
   * leaves it by some ways, and the page has them. */
  g_clear_object (&desk->state);
  g_clear_object (&desk->link);
  g_clear_object (&desk->content);
  g_clear_pointer (&desk->agent, fake_agent_free);
  g_clear_object (&desk->clock);
  g_clear_object (&desk->application);
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

/**
 * desk_settle:
 * @desk: a desk
 *
 * Waits until the window knows what the fake agent knows.
 */
void
desk_settle (Desk *desk)
{
  static gint64 serial;
  Arrival arrival = { desk, ++serial };

  fake_agent_set (desk->agent, "setting", "test.serial", g_variant_new_int64 (serial));
  spin_until (has_arrived, &arrival);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * desk_open_journal:
 * @desk: a desk
 *
 * Returns: (transfer none): the window's journal, as another program has it open
 */
CooldownJournal *
desk_open_journal (Desk *desk)
{
  g_autoptr (GError) error = NULL;

  if (desk->journal == NULL)
    desk->journal = cooldown_journal_open (
        cooldown_notebook_get_folder (cooldown_app_state_get_notebook (desk->state)),
        COOLDOWN_CLOCK (desk->clock), &error);
  g_assert_no_error (error);
  return desk->journal;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray)
      found = cooldown_notebook_find_finish (COOLDOWN_NOTEBOOK (source), result, NULL);

  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* Jobs of the notebook are done in their order. */
static void
wait_for_notebook (CooldownNotebook *notebook)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  gboolean found = FALSE;

  query.limit = 1;
  cooldown_notebook_find (notebook, &query, NULL, found_cb, &found);
  spin_until (is_true, &found);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * desk_settle_journal:
 * @desk: a desk
 *
 * Waits until the window shows what another program wrote into the journal.
 */
void
desk_settle_journal (Desk *desk)
{
  CooldownNotebook *notebook = cooldown_app_state_get_notebook (desk->state);

  cooldown_notebook_agent_wrote (notebook);
  /* Once for the news, once for what is read for it, and once for what that leads to. */
  for (guint i = 0; i < 3; i++)
    wait_for_notebook (notebook);
}

/* What goes on cannot be deleted, only what is over. */
static gboolean
goes_on (CooldownEntry *entry)
{
  return cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_SESSION &&
         cooldown_entry_get_number (entry, COOLDOWN_FIELD_SESSION_OPEN) == 1;
}

static gboolean
mark_deleted (CooldownJournal *journal, GPtrArray *entries, GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      CooldownEntry *entry = g_ptr_array_index (entries, i);

      if (!goes_on (entry) &&
          !cooldown_journal_mark_entry (journal, cooldown_entry_get_kind (entry),
                                        cooldown_entry_get_uid (entry), TRUE, error))
        return FALSE;
    }
  return TRUE;
}

static void
empty_journal (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  GtkWidget *page = desk_find (desk, COOLDOWN_TYPE_JOURNAL_PAGE);

  g_object_set (page, "search-mode", FALSE, NULL);
  entries = cooldown_journal_find (desk->journal, &query, &error);
  g_assert_no_error (error);
  mark_deleted (desk->journal, entries, &error);
  g_assert_no_error (error);
  desk_settle_journal (desk);
}

static void
close_popovers (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    close_popovers (child);
}

/**
 * desk_forget:
 * @desk: a desk
 *
 * Ends all that goes on, and has it be five in the afternoon again.
 */
void
desk_forget (Desk *desk)
{
  static const char *const members[][2] = {
    { "recovery", "session" },
    { "recovery", "episode" },
    { "recovery", "recent" },
    { "recovery", "episode-uid" },
    { "recovery", "episode-places" },
    { "ice", "session" },
    { "ice", "gate" },
    { "ice", "gate-at" },
    { "ice", "today" },
    { "ice", "alcohol" },
    { "ice", "sessions-today" },
    { "evening", "session" },
    { "setting", "routine" },
    { "setting", "bedtime" },
    { "setting", "tonight" },
    { "setting", "missed" },
  };
  static const char *const settings[] = {
    "bedtimes",       "quiet-hours",     "morning-at",       "remind.recovery",
    "remind.episode", "remind.caffeine", "remind.wind-down", "remind.bed",
    "remind.morning", "sound",           "discreet",         "check.at"
  };
  static const char *const lists[] = { "due", "upcoming" };

  static const char *const answers[] = { "check.ticks", "check.denied", "check.unsure",
                                         "check.declined", "check.places" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    fake_agent_set (desk->agent, members[i][0], members[i][1], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    fake_agent_set (desk->agent, "setting", settings[i], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    fake_agent_set_state (desk->agent, lists[i], g_variant_new ("a(sxs)", NULL));
  fake_agent_set_state (desk->agent, "autostart", g_variant_new ("a{sv}", NULL));
  fake_agent_set_state (desk->agent, "test", g_variant_new ("a{sv}", NULL));
  fake_agent_set_state (desk->agent, "night", g_variant_new ("a{sv}", NULL));
  fake_agent_set_trouble (desk->agent, "");
  close_popovers (GTK_WIDGET (desk->window));
  if (desk->journal != NULL)
    empty_journal (desk);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    fake_agent_set (desk->agent, "setting", answers[i], g_variant_new_strv (NULL, 0));
  cooldown_fake_clock_set_wall (desk->clock, COOLDOWN_FAKE_CLOCK_START);
  desk_settle (desk);
  g_assert_cmpuint (cooldown_ticks_count (cooldown_app_state_get_ticks (desk->state)), ==, 0);
}

/**
 * desk_show:
 * @desk: a desk
 * @tab: one of #desk_tabs
 *
 * Opens a tab and lets it come to rest.
 */
void
desk_show (Desk *desk, const char *tab)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.show-tab", "s", tab);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
find (GtkWidget *widget, GType type, gboolean mapped, guint *index)
{
  GtkWidget *found = NULL;

  if (mapped && !gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*index)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, mapped, index);
  return found;
}

/**
 * desk_find:
 * @desk: a desk
 * @type: a type of widgets
 *
 * Returns: (transfer none): the first such widget in the window, which must have one, seen or not
 */
GtkWidget *
desk_find (Desk *desk, GType type)
{
  guint index = 0;
  GtkWidget *found = find (GTK_WIDGET (desk->window), type, FALSE, &index);

  g_assert_nonnull (found);
  return found;
}

/**
 * desk_press:
 * @desk: a desk
 * @type: a type of widgets
 * @index: which button, from 0
 *
 * Presses one of the buttons that can be seen in the first widget of @type.
 */
void
desk_press (Desk *desk, GType type, guint index)
{
  g_signal_emit_by_name (find_mapped (desk_find (desk, type), GTK_TYPE_BUTTON, index), "clicked");
}

/**
 * find_mapped:
 * @widget: where to begin
 * @type: a type of widgets
 * @index: which one, from 0
 *
 * Returns: (transfer none): one of the widgets of @type that can be seen; it must be there
 */
GtkWidget *
find_mapped (GtkWidget *widget, GType type, guint index)
{
  GtkWidget *found = find (widget, type, TRUE, &index);

  g_assert_nonnull (found);
  return found;
}

/**
 * read_mapped:
 * @widget: where to begin
 *
 * Returns: (transfer full): what the labels that can be seen say, a line each
 */
char *
read_mapped (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0, index = 0; (label = find (widget, GTK_TYPE_LABEL, TRUE, &index)) != NULL;
       index = ++i)
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (label)));
  return g_string_free (text, FALSE);
}

/**
 * expand_rows:
 * @widget: where to begin
 *
 * Opens every row that can be opened, so that what is in it is looked at too.
 */
void
expand_rows (GtkWidget *widget)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    expand_rows (child);
}

/**
 * describe_place:
 * @widget: a widget
 *
 * Returns: (transfer full): what it is and in what it stands
 */
char *
describe_place (GtkWidget *widget)
{
  GString *text = g_string_new (gtk_widget_get_css_name (widget));

  while ((widget = gtk_widget_get_parent (widget)) != NULL)
    {
      g_string_prepend (text, " > ");
      g_string_prepend (text, G_OBJECT_TYPE_NAME (widget));
    }
  return g_string_free (text, FALSE);
}
