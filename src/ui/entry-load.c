/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-load.h"

#include "core/evening.h"
#include "entry-fill.h"

#include <string.h>

#define NIGHT_PREFIX "night-"

/* An entry on its way to be seen. */
typedef struct
{
  CooldownEntryKind kind;
  CooldownEntry *entry;
  gboolean stored;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_clear_object (&load->entry);
  g_free (load);
}

static CooldownAppState *
get_state (GTask *task)
{
  return COOLDOWN_APP_STATE (g_task_get_source_object (task));
}

static void
finish (GTask *task, CooldownEntry *bare)
{
  Load *load = g_task_get_task_data (task);
  CooldownEntryEdit *edit = cooldown_entry_edit_new (get_state (task), load->entry, load->stored);

  if (bare != NULL)
    cooldown_entry_edit_set_bare (edit, bare);
  g_task_return_pointer (task, edit, g_object_unref);
}

/* The workout that ended last before the episode began. */
static CooldownEntry *
find_last (GPtrArray *workouts, CooldownEntry *episode)
{
  CooldownEntry *last = NULL;

  for (guint i = 0; workouts != NULL && i < workouts->len; i++)
    {
      CooldownEntry *workout = g_ptr_array_index (workouts, i);

      if (cooldown_entry_get_at (workout) <= cooldown_entry_get_at (episode) &&
          (last == NULL || cooldown_entry_get_at (workout) > cooldown_entry_get_at (last)))
        last = workout;
    }
  return last;
}

static void
workouts_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Load *load = g_task_get_task_data (task);
  g_autoptr (GPtrArray)
      workouts = cooldown_notebook_find_finish (COOLDOWN_NOTEBOOK (source), result, NULL);
  g_autoptr (CooldownEntry) bare = cooldown_entry_copy (load->entry);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (!load->stored)
    cooldown_entry_set_number (load->entry, COOLDOWN_FIELD_EPISODE_OPEN, TRUE);
  cooldown_entry_fill_episode (get_state (task), load->entry, find_last (workouts, load->entry));
  finish (task, bare);
}

/* Looks for the workout from the day before on: none that says something is older. */
static void
look_for_workouts (GTask *task)
{
  Load *load = g_task_get_task_data (task);
  CooldownQuery query = COOLDOWN_QUERY_INIT;
  g_autofree char *day = cooldown_entry_get_day (load->entry);
  char from[COOLDOWN_ENTRY_MAX_UID];
  GDate date;

  if (cooldown_date_parse (day, &date))
    {
      g_date_subtract_days (&date, 1);
      g_date_strftime (from, sizeof from, "%Y-%m-%d", &date);
      query.from = from;
    }
  query.kinds = 1u << COOLDOWN_ENTRY_WORKOUT;
  cooldown_notebook_find (cooldown_app_state_get_notebook (get_state (task)), &query,
                          g_task_get_cancellable (task), workouts_found_cb, task);
}

/* Takes over the task. */
static void
show_entry (GTask *task)
{
  Load *load = g_task_get_task_data (task);
  gboolean fill = load->kind == COOLDOWN_ENTRY_EPISODE &&
                  (!load->stored ||
                   (cooldown_entry_get_number (load->entry, COOLDOWN_FIELD_EPISODE_OPEN) == TRUE &&
                    cooldown_entry_fill_is_recent (get_state (task), load->entry)));

  if (fill)
    {
      look_for_workouts (task);
      return;
    }
  finish (task, NULL);
  g_object_unref (task);
}

/* A night that nothing was noted of yet. */
static CooldownEntry *
night_new (const char *uid)
{
  const char *date = uid + strlen (NIGHT_PREFIX);
  CooldownEntry *night;
  GDate parsed;

  if (!g_str_has_prefix (uid, NIGHT_PREFIX) || !cooldown_date_parse (date, &parsed))
    return NULL;
  night = cooldown_entry_new (COOLDOWN_ENTRY_NIGHT);
  cooldown_entry_set_text (night, COOLDOWN_FIELD_NIGHT_DATE, date);
  cooldown_entry_set_uid (night, uid);
  return night;
}

typedef struct
{
  GTask *task;
  char *uid;
} Get;

static void
got_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Get *get = data;
  g_autofree char *uid = get->uid;
  Load *load = g_task_get_task_data (get->task);
  GError *error = NULL;

  load->entry = cooldown_notebook_get_finish (COOLDOWN_NOTEBOOK (source), result, &error);
  load->stored = load->entry != NULL && cooldown_entry_get_deleted (load->entry) == 0;
  if (error == NULL && !load->stored)
    {
      g_clear_object (&load->entry);
      if (load->kind == COOLDOWN_ENTRY_NIGHT)
        load->entry = night_new (uid);
    }
  if (load->entry != NULL)
    {
      show_entry (get->task);
      return;
    }
  if (error != NULL)
    g_task_return_error (get->task, error);
  else
    g_task_return_pointer (get->task, NULL, NULL);
  g_object_unref (get->task);
}

/**
 * cooldown_entry_load:
 * @state: what is going on
 * @kind: what it is about
 * @uid: (nullable): which entry; %NULL for a new one, which of a night is the last one
 * @cancellable: (nullable): to give up
 * @callback: called with the result
 * @user_data: given to @callback
 *
 * Begins a visit to an entry. A new episode, and one that was opened not long ago and goes on, has
 * what is known about it filled in.
 */
void
cooldown_entry_load (CooldownAppState *state,
                     CooldownEntryKind kind,
                     const char *uid,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task = g_task_new (state, cancellable, callback, user_data);
  Load *load = g_new0 (Load, 1);
  g_autoptr (CooldownEntry) fresh = NULL;
  Get *get;

  load->kind = kind;
  g_task_set_source_tag (task, cooldown_entry_load);
  g_task_set_task_data (task, load, load_free);
  if (uid == NULL)
    {
      fresh = cooldown_entry_fill_new (state, kind);
      uid = cooldown_entry_get_uid (fresh);
    }
  if (uid == NULL)
    {
      load->entry = g_steal_pointer (&fresh);
      show_entry (task);
      return;
    }
  get = g_new (Get, 1);
  *get = (Get){ task, g_strdup (uid) };
  cooldown_notebook_get (cooldown_app_state_get_notebook (state), kind, uid, cancellable, got_cb,
                         get);
}

/**
 * cooldown_entry_load_finish:
 * @state: what is going on
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a visit to the entry; %NULL without @error when there is no
 *   such entry
 */
CooldownEntryEdit *
cooldown_entry_load_finish (CooldownAppState *state, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, state), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
