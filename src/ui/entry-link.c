/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-link.h"

#include "core/evening.h"
#include "entry-check.h"
#include "level-card.h"
#include "report/entry-words.h"

#include <glib/gi18n.h>

#define WORKOUT COOLDOWN_FIELD_EPISODE_WORKOUT

/* How many days before and after an episode its workout is looked for, and after it its check. */
#define DAYS_AROUND 1
#define DAYS_AFTER 28

typedef struct
{
  GtkWidget *widget; /* which owns this */
  CooldownEntryEdit *edit;
  GCancellable *cancellable;
  GPtrArray *found; /* (nullable) (element-type CooldownEntry) */
  char *day;        /* (nullable): the one that was looked around */
  char *uid;        /* (nullable): what is shown of a check */
  gboolean filling;
} Link;

static void
link_free (gpointer data)
{
  Link *link = data;

  g_cancellable_cancel (link->cancellable);
  g_object_unref (link->cancellable);
  g_clear_pointer (&link->found, g_ptr_array_unref);
  g_object_unref (link->edit);
  g_free (link->day);
  g_free (link->uid);
  g_free (link);
}

static Link *
link_new (CooldownEntryEdit *edit, gpointer widget)
{
  Link *link = g_new0 (Link, 1);

  link->widget = widget;
  link->edit = g_object_ref (edit);
  link->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (widget), "cooldown-link", link, link_free);
  return link;
}

static CooldownEntry *
get_entry (Link *link)
{
  return cooldown_entry_edit_get_entry (link->edit);
}

static CooldownAppState *
get_state (Link *link)
{
  return cooldown_entry_edit_get_state (link->edit);
}

static char *
move_day (const char *day, int by)
{
  char moved[COOLDOWN_ENTRY_MAX_UID];
  GDate date;

  if (!cooldown_date_parse (day, &date))
    return NULL;
  if (by < 0)
    g_date_subtract_days (&date, (guint) -by);
  else
    g_date_add_days (&date, (guint) by);
  g_date_strftime (moved, sizeof moved, "%Y-%m-%d", &date);
  return g_strdup (moved);
}

static void
look (Link *link, CooldownEntryKind kind, int from, int to, GAsyncReadyCallback callback)
{
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_free (link->day);
  link->day = cooldown_entry_get_day (get_entry (link));
  query.kinds = 1u << kind;
  query.from = first = move_day (link->day, from);
  query.to = last = move_day (link->day, to + 1);
  cooldown_notebook_find (cooldown_app_state_get_notebook (get_state (link)), &query,
                          link->cancellable, callback, link);
}

/* The workout. */

static char *
name_workout (Link *link, CooldownEntry *workout)
{
  CooldownContent *content = cooldown_app_state_get_content (get_state (link));
  g_autofree char *title = cooldown_entry_format_title (workout, content);
  g_autofree char *time = cooldown_entry_format_time (workout, COOLDOWN_FIELD_WORKOUT_ENDED);
  g_autofree char *day = cooldown_entry_get_day (workout);
  g_autoptr (GDateTime) date = cooldown_moment_to_local (cooldown_entry_get_at (workout),
                                                         cooldown_entry_get_at_offset (workout));
  g_autofree char *short_day = cooldown_date_format_short (date);

  if (g_strcmp0 (day, link->day) == 0)
    /* Translators: a workout and when it ended: "Run, 45 minutes, 17:10" */
    return g_strdup_printf (_ ("%1$s, %2$s"), title, time);
  /* Translators: a workout and when it ended: "Run, 45 minutes, 21 Nov, 17:10" */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), title, short_day, time);
}

static const char *
get_uid_at (Link *link, guint index)
{
  if (index == 0 || link->found == NULL || index > link->found->len)
    return NULL;
  return cooldown_entry_get_uid (g_ptr_array_index (link->found, index - 1));
}

/* The place of the workout in the list: after "None", and last if it is none of those. */
static guint
find_index (Link *link)
{
  const char *uid = cooldown_entry_get_text (get_entry (link), WORKOUT);
  guint n = link->found != NULL ? link->found->len : 0;

  if (uid == NULL)
    return 0;
  for (guint i = 1; i <= n; i++)
    if (g_strcmp0 (get_uid_at (link, i), uid) == 0)
      return i;
  return n + 1;
}

static void
show_workouts (Link *link)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, C_ ("workout", "None"));
  for (guint i = 0; link->found != NULL && i < link->found->len; i++)
    gtk_string_list_take (names, name_workout (link, g_ptr_array_index (link->found, i)));
  if (find_index (link) >= g_list_model_get_n_items (G_LIST_MODEL (names)))
    gtk_string_list_append (names, C_ ("workout", "Of another day"));
  link->filling = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (link->widget), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (link->widget), find_index (link));
  link->filling = FALSE;
}

static void
workouts_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = cooldown_notebook_find_finish (COOLDOWN_NOTEBOOK (source), result, &error);
  Link *link = data;

  /* Whoever gave up is gone. */
  if (found == NULL)
    return;
  g_clear_pointer (&link->found, g_ptr_array_unref);
  link->found = found;
  show_workouts (link);
}

static void
look_for_workouts (GtkWidget *row)
{
  look (g_object_get_data (G_OBJECT (row), "cooldown-link"), COOLDOWN_ENTRY_WORKOUT, -DAYS_AROUND,
        DAYS_AROUND, workouts_found_cb);
}

static void
workout_changed_cb (GtkWidget *row)
{
  Link *link = g_object_get_data (G_OBJECT (row), "cooldown-link");
  g_autofree char *day = cooldown_entry_get_day (get_entry (link));

  if (g_strcmp0 (day, link->day) != 0)
    look_for_workouts (row);
  else if (adw_combo_row_get_selected (ADW_COMBO_ROW (row)) != find_index (link))
    show_workouts (link);
}

static void
workout_selected_cb (Link *link)
{
  guint index = adw_combo_row_get_selected (ADW_COMBO_ROW (link->widget));

  if (link->filling || index == find_index (link))
    return;
  cooldown_entry_set_text (get_entry (link), WORKOUT, get_uid_at (link, index));
  cooldown_entry_edit_touch (link->edit);
}

/**
 * cooldown_entry_link_workout:
 * @edit: a visit to an episode
 * @row: a row without a model
 *
 * Has @row ask which workout the episode came with: one of those of that day and the days beside
 * it, or none.
 */
void
cooldown_entry_link_workout (CooldownEntryEdit *edit, AdwComboRow *row)
{
  CooldownNotebook *notebook = cooldown_app_state_get_notebook (
      cooldown_entry_edit_get_state (edit));
  Link *link = link_new (edit, row);

  show_workouts (link);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (workout_selected_cb), link);
  g_signal_connect_object (edit, "changed", G_CALLBACK (workout_changed_cb), row,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (look_for_workouts), row,
                           G_CONNECT_SWAPPED);
  look_for_workouts (GTK_WIDGET (row));
}

/* The check. */

static CooldownEntry *
find_check (Link *link, GPtrArray *checks)
{
  const char *uid = cooldown_entry_get_uid (get_entry (link));
  CooldownEntry *newest = NULL;

  for (guint i = 0; uid != NULL && i < checks->len; i++)
    {
      CooldownEntry *check = g_ptr_array_index (checks, i);

      if (g_strcmp0 (cooldown_entry_get_text (check, COOLDOWN_FIELD_CHECK_EPISODE), uid) == 0 &&
          (newest == NULL || cooldown_entry_get_at (check) > cooldown_entry_get_at (newest)))
        newest = check;
    }
  return newest;
}

static GtkWidget *
badge_new (CooldownEntry *check)
{
  GtkWidget *icon = g_object_new (
      GTK_TYPE_IMAGE, "icon-name", cooldown_level_get_icon_name (cooldown_check_get_level (check)),
      "valign", GTK_ALIGN_CENTER, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, "cd-badge");
  gtk_widget_add_css_class (icon, "accent");
  return icon;
}

static GtkWidget *
check_row_new (CooldownContent *content, CooldownEntry *check)
{
  g_autofree char *level = cooldown_entry_format_title (check, content);
  g_autofree char *signs = cooldown_check_format_signs (check, content);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0,
                                 "subtitle-lines", 0, "title", level, "subtitle", signs,
                                 "activatable", TRUE, "action-name", "win.show-entry", NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)",
                                    cooldown_entry_kind_get_name (COOLDOWN_ENTRY_CHECK),
                                    cooldown_entry_get_uid (check));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), badge_new (check));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  return row;
}

static GtkWidget *
no_check_row_new (void)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title-lines", 0, "subtitle-lines", 0,
                                 "title", _ ("No check saved with it"), "subtitle",
                                 _ ("Look at the warning signs"), "activatable", TRUE,
                                 "action-name", "win.check-now", NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  return row;
}

static void
show_check (Link *link, CooldownEntry *check)
{
  CooldownContent *content = cooldown_app_state_get_content (get_state (link));
  const char *uid = check != NULL ? cooldown_entry_get_uid (check) : "";
  GtkListBox *list = GTK_LIST_BOX (link->widget);
  GtkWidget *row;

  if (g_strcmp0 (link->uid, uid) == 0)
    return;
  g_free (link->uid);
  link->uid = g_strdup (uid);
  while ((row = gtk_widget_get_first_child (link->widget)) != NULL)
    gtk_list_box_remove (list, row);
  gtk_list_box_append (list, check != NULL ? check_row_new (content, check) : no_check_row_new ());
}

static void
checks_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      found = cooldown_notebook_find_finish (COOLDOWN_NOTEBOOK (source), result, &error);

  if (found != NULL)
    show_check (data, find_check (data, found));
}

static void
look_for_check (GtkWidget *list)
{
  look (g_object_get_data (G_OBJECT (list), "cooldown-link"), COOLDOWN_ENTRY_CHECK, -DAYS_AROUND,
        DAYS_AFTER, checks_found_cb);
}

/**
 * cooldown_entry_link_check:
 * @edit: a visit to an episode
 * @place: a #GtkListBox for one row
 *
 * Has @place show the newest check that was saved with the episode, and lead there; without one to
 * the checklist.
 */
void
cooldown_entry_link_check (CooldownEntryEdit *edit, GtkWidget *place)
{
  CooldownNotebook *notebook = cooldown_app_state_get_notebook (
      cooldown_entry_edit_get_state (edit));

  show_check (link_new (edit, place), NULL);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (look_for_check), place,
                           G_CONNECT_SWAPPED);
  look_for_check (place);
}
