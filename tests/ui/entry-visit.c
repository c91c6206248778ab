/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-visit.h"

#include "hand.h"
#include "ui/entry-page.h"

#include "core/evening.h"

#include <string.h>

static CooldownNotebook *
get_notebook (Visit *visit)
{
  return cooldown_app_state_get_notebook (visit->desk.state);
}

static CooldownClock *
get_clock (Visit *visit)
{
  return COOLDOWN_CLOCK (visit->desk.clock);
}

/* What comes of a call. */

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
is_answered (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

void
visit_write_entry (Visit *visit, CooldownEntry *entry)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cooldown_notebook_put (get_notebook (visit), entry, answer_cb, &result);
  spin_until (is_answered, &result);
  cooldown_notebook_put_finish (get_notebook (visit), result, &error);
  g_assert_no_error (error);
}

CooldownEntry *
visit_read_entry (Visit *visit, CooldownEntryKind kind, const char *uid)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CooldownEntry *entry;

  cooldown_notebook_get (get_notebook (visit), kind, uid, NULL, answer_cb, &result);
  spin_until (is_answered, &result);
  entry = cooldown_notebook_get_finish (get_notebook (visit), result, &error);
  g_assert_no_error (error);
  return entry;
}

GPtrArray *
visit_find_all (Visit *visit, CooldownEntryKind kind)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  GPtrArray *found;

  query.kinds = 1u << kind;
  cooldown_notebook_find (get_notebook (visit), &query, NULL, answer_cb, &result);
  spin_until (is_answered, &result);
  found = cooldown_notebook_find_finish (get_notebook (visit), result, &error);
  g_assert_no_error (error);
  return found;
}

CooldownEntry *
visit_find_only (Visit *visit, CooldownEntryKind kind)
{
  g_autoptr (GPtrArray) all = visit_find_all (visit, kind);

  g_assert_cmpuint (all->len, ==, 1);
  return g_object_ref (g_ptr_array_index (all, 0));
}

/* The page. */

static void
rest (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
is_title (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_WINDOW_TITLE (widget);
}

AdwWindowTitle *
visit_get_title (Visit *visit)
{
  return ADW_WINDOW_TITLE (find_widget (visit->page, is_title, NULL));
}

static gboolean
is_shown (gpointer data)
{
  return *adw_window_title_get_title (visit_get_title (data)) != '\0';
}

gboolean
visit_stands (Visit *visit, const char *suffix)
{
  return g_str_has_suffix (adw_window_title_get_subtitle (visit_get_title (visit)), suffix);
}

static gboolean
is_saved (gpointer data)
{
  return visit_stands (data, " · saved");
}

void
visit_wait_until_saved (Visit *visit)
{
  spin_until (is_saved, visit);
}

static void
closed_cb (Visit *visit)
{
  visit->closed = TRUE;
}

static gboolean
is_closed (gpointer data)
{
  return ((Visit *) data)->closed;
}

void
visit_wait_until_closed (Visit *visit)
{
  spin_until (is_closed, visit);
}

/* Whatever there is to see of it. */
void
visit_try (Visit *visit, CooldownEntryKind kind, const char *uid)
{
  visit->closed = FALSE;
  visit->page = cooldown_entry_page_new (visit->desk.state, kind, uid);
  g_signal_connect_swapped (visit->page, "closed", G_CALLBACK (closed_cb), visit);
  visit->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (visit->window, 1000, 760);
  adw_window_set_content (ADW_WINDOW (visit->window), visit->page);
  gtk_window_present (visit->window);
}

void
visit_open (Visit *visit, CooldownEntryKind kind, const char *uid)
{
  visit_try (visit, kind, uid);
  spin_until (is_shown, visit);
  rest ();
}

/* As the window's own button does. */
void
visit_shut (Visit *visit)
{
  gtk_window_destroy (visit->window);
  visit->page = NULL;
  rest ();
}

void
visit_act (Visit *visit, const char *action)
{
  gtk_widget_activate_action (visit->page, action, NULL);
  rest ();
}

void
visit_go_back (Visit *visit)
{
  visit_act (visit, "entry.back");
  g_assert_true (visit->closed);
  visit_shut (visit);
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type));
}

gpointer
visit_look_for (Visit *visit, GType type)
{
  return find_widget (visit->page, is_of_type, GSIZE_TO_POINTER (type));
}

gpointer
visit_find (Visit *visit, GType type)
{
  GtkWidget *found = visit_look_for (visit, type);

  g_assert_nonnull (found);
  return found;
}

/* A chip or a segment that can be seen, by its words. */
static gboolean
is_toggle_that_says (GtkWidget *widget, gconstpointer words)
{
  GtkWidget *child;

  if (!GTK_IS_TOGGLE_BUTTON (widget) || !gtk_widget_get_mapped (widget))
    return FALSE;
  child = gtk_button_get_child (GTK_BUTTON (widget));
  if (GTK_IS_BOX (child))
    child = gtk_widget_get_first_child (child);
  return GTK_IS_LABEL (child) && strcmp (gtk_label_get_label (GTK_LABEL (child)), words) == 0;
}

GtkToggleButton *
visit_find_toggle (Visit *visit, const char *words)
{
  GtkWidget *toggle = find_widget (visit->page, is_toggle_that_says, words);

  if (toggle == NULL)
    g_error ("there is no “%s”", words);
  return GTK_TOGGLE_BUTTON (toggle);
}

void
visit_press (Visit *visit, const char *words)
{
  GtkToggleButton *toggle = visit_find_toggle (visit, words);

  gtk_toggle_button_set_active (toggle, !gtk_toggle_button_get_active (toggle));
  rest ();
}

void
visit_type (Visit *visit, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (visit->page, title)), text);
  rest ();
}

GtkTextBuffer *
visit_get_notes (Visit *visit)
{
  return gtk_text_view_get_buffer (visit_find (visit, GTK_TYPE_TEXT_VIEW));
}

void
visit_choose (Visit *visit, const char *title, guint index)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (visit->page, title)), index);
  rest ();
}

/* What is in a row with a moment. */
gpointer
visit_find_in_row (Visit *visit, const char *title, GType type)
{
  GtkWidget *found = find_widget (find_row (visit->page, title), is_of_type,
                                  GSIZE_TO_POINTER (type));

  g_assert_nonnull (found);
  return found;
}

void
visit_set_day (Visit *visit, const char *title, int year, int month, int day)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (year, month, day, 12, 0, 0);
  GtkMenuButton *button = visit_find_in_row (visit, title, GTK_TYPE_MENU_BUTTON);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));

  gtk_calendar_select_day (
      GTK_CALENDAR (find_widget (popover, is_of_type, GSIZE_TO_POINTER (GTK_TYPE_CALENDAR))), date);
  rest ();
}

void
visit_set_spin (Visit *visit, const char *title, int value)
{
  gtk_spin_button_set_value (visit_find_in_row (visit, title, GTK_TYPE_SPIN_BUTTON), value);
  rest ();
}

gint64
visit_at (Visit *visit, const char *date, int hour, int minute)
{
  return cooldown_local_time_on (get_clock (visit), date, hour * 60 + minute);
}

/* Entries that stand in the journal. */

CooldownEntry *
visit_make_episode (Visit *visit, gint64 began)
{
  CooldownEntry *entry = cooldown_entry_new (COOLDOWN_ENTRY_EPISODE);

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_EPISODE_BEGAN, began,
                           cooldown_clock_get_offset (get_clock (visit), began));
  return entry;
}

char *
visit_write_episode (Visit *visit, gint64 began)
{
  g_autoptr (CooldownEntry) entry = visit_make_episode (visit, began);

  visit_write_entry (visit, entry);
  return g_strdup (cooldown_entry_get_uid (entry));
}

char *
visit_write_workout (Visit *visit, gint64 ended)
{
  g_autoptr (CooldownEntry) entry = cooldown_entry_new (COOLDOWN_ENTRY_WORKOUT);

  cooldown_entry_set_time (entry, COOLDOWN_FIELD_WORKOUT_ENDED, ended,
                           cooldown_clock_get_offset (get_clock (visit), ended));
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_WORKOUT_KIND, "run");
  cooldown_entry_set_number (entry, COOLDOWN_FIELD_WORKOUT_MINUTES, 45);
  cooldown_entry_set_text (entry, COOLDOWN_FIELD_WORKOUT_LEGS, "fine");
  visit_write_entry (visit, entry);
  return g_strdup (cooldown_entry_get_uid (entry));
}

void
visit_mark (Visit *visit, CooldownEntryKind kind, const char *uid, gboolean deleted)
{
  g_autoptr (GAsyncResult) result = NULL;

  cooldown_notebook_mark (get_notebook (visit), kind, uid, deleted, answer_cb, &result);
  spin_until (is_answered, &result);
}

/* Makes the journal an empty one, and has it be five in the afternoon. */
void
visit_begin (Visit *visit)
{
  for (int kind = COOLDOWN_ENTRY_EPISODE; kind <= COOLDOWN_ENTRY_SESSION; kind++)
    {
      g_autoptr (GPtrArray) all = visit_find_all (visit, (CooldownEntryKind) kind);

      for (guint i = 0; i < all->len; i++)
        visit_mark (visit, (CooldownEntryKind) kind,
                    cooldown_entry_get_uid (g_ptr_array_index (all, i)), TRUE);
    }
  cooldown_fake_clock_set_zone (visit->desk.clock, "UTC");
  desk_forget (&visit->desk);
}

/* One desk for all of them, because it takes a while to set up. */
int
visit_run (Visit *visit, int *argc, char ***argv, const VisitTest *tests, gsize n_tests)
{
  int failed;

  desk_begin_tests (argc, argv);
  desk_open (&visit->desk);
  for (gsize i = 0; i < n_tests; i++)
    g_test_add_func (tests[i].path, tests[i].test);
  failed = g_test_run ();
  desk_close (&visit->desk);
  return failed;
}

void
assert_entry_text (CooldownEntry *entry, CooldownField field, const char *expected)
{
  g_assert_cmpstr (cooldown_entry_get_text (entry, field), ==, expected);
}

void
assert_entry_number (CooldownEntry *entry, CooldownField field, gint64 expected)
{
  g_assert_cmpint (cooldown_entry_get_number (entry, field), ==, expected);
}
