/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a notebook does with entries.
 */
#include "notebook.h"

/* Which entry. */
typedef struct
{
  CooldownEntryKind kind;
  char *uid;
  gboolean deleted;
} Name;

static Name *
name_new (CooldownEntryKind kind, const char *uid, gboolean deleted)
{
  Name *name = g_new (Name, 1);

  *name = (Name){ kind, g_strdup (uid), deleted };
  return name;
}

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->uid);
  g_free (name);
}

/* A query with words of its own. */
static CooldownQuery *
copy_query (const CooldownQuery *query)
{
  CooldownQuery *copy = g_memdup2 (query, sizeof *query);

  copy->from = g_strdup (query->from);
  copy->to = g_strdup (query->to);
  copy->match = g_strdup (query->match);
  copy->places = (const char *const *) g_strdupv ((char **) query->places);
  copy->sessions = (const char *const *) g_strdupv ((char **) query->sessions);
  return copy;
}

static void
free_query (gpointer data)
{
  CooldownQuery *query = data;

  g_free ((char *) query->from);
  g_free ((char *) query->to);
  g_free ((char *) query->match);
  g_strfreev ((char **) query->places);
  g_strfreev ((char **) query->sessions);
  g_free (query);
}

static gpointer
find (CooldownJournal *journal, gpointer data, GError **error)
{
  return cooldown_journal_find (journal, data, error);
}

/**
 * cooldown_notebook_find:
 * @self: a notebook
 * @query: what is looked for; copied
 * @cancellable: (nullable): to give up
 * @callback: called with the entries
 * @user_data: given to @callback
 *
 * Looks for entries.
 */
void
cooldown_notebook_find (CooldownNotebook *self,
                        const CooldownQuery *query,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (query != NULL);
  cooldown_notebook_run (self, find, copy_query (query), free_query,
                         (GDestroyNotify) g_ptr_array_unref, FALSE, cancellable, callback,
                         user_data);
}

/**
 * cooldown_notebook_find_finish:
 * @self: a notebook
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (element-type CooldownEntry) (nullable): the entries as
 *   cooldown_journal_find() orders them, or %NULL with @error set
 */
GPtrArray *
cooldown_notebook_find_finish (CooldownNotebook *self, GAsyncResult *result, GError **error)
{
  return cooldown_notebook_run_finish (self, result, error);
}

static gpointer
get (CooldownJournal *journal, gpointer data, GError **error)
{
  const Name *name = data;

  return cooldown_journal_get_entry (journal, name->kind, name->uid, error);
}

/**
 * cooldown_notebook_get:
 * @self: a notebook
 * @kind: what the entry is about
 * @uid: its uid
 * @cancellable: (nullable): to give up
 * @callback: called with the entry
 * @user_data: given to @callback
 *
 * Reads one entry.
 */
void
cooldown_notebook_get (CooldownNotebook *self,
                       CooldownEntryKind kind,
                       const char *uid,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (uid != NULL);
  cooldown_notebook_run (self, get, name_new (kind, uid, FALSE), name_free, g_object_unref, FALSE,
                         cancellable, callback, user_data);
}

/**
 * cooldown_notebook_get_finish:
 * @self: a notebook
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the entry; %NULL without @error when there is none
 */
CooldownEntry *
cooldown_notebook_get_finish (CooldownNotebook *self, GAsyncResult *result, GError **error)
{
  return cooldown_notebook_run_finish (self, result, error);
}

/* It may be put again before the journal has answered, and is to be the same entry then. A night
 * is named by its date. */
static void
give_uid (CooldownEntry *entry)
{
  g_autofree char *uid = NULL;

  if (cooldown_entry_get_uid (entry) != NULL ||
      cooldown_entry_get_kind (entry) == COOLDOWN_ENTRY_NIGHT)
    return;
  uid = g_uuid_string_random ();
  cooldown_entry_set_uid (entry, uid);
}

/* An entry on its way to the journal. */
typedef struct
{
  CooldownEntry *entry;
  CooldownEntry *copy;
} Letter;

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  g_object_unref (letter->entry);
  g_object_unref (letter->copy);
  g_free (letter);
}

static gpointer
put (CooldownJournal *journal, gpointer data, GError **error)
{
  Letter *letter = data;

  return GINT_TO_POINTER (cooldown_journal_put_entry (journal, letter->copy, error));
}

/* The entry stays its owner's, who may have changed more of it meanwhile. */
static void
put_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Letter *letter = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  cooldown_notebook_run_finish (COOLDOWN_NOTEBOOK (source), result, &error);
  if (error != NULL)
    {
      cooldown_entry_keep_changes (letter->entry, letter->copy);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  cooldown_entry_set_uid (letter->entry, cooldown_entry_get_uid (letter->copy));
  cooldown_entry_set_edits (letter->entry, cooldown_entry_get_edits (letter->copy),
                            cooldown_entry_get_edited (letter->copy));
  cooldown_entry_set_written (letter->entry, cooldown_entry_get_written (letter->copy),
                              cooldown_entry_get_written_offset (letter->copy));
  cooldown_entry_set_deleted (letter->entry, 0);
  g_task_return_boolean (task, TRUE);
}

/**
 * cooldown_notebook_put:
 * @self: a notebook
 * @entry: what was changed or is new; a new one is given its uid, a night when it is written
 * @callback: (nullable): called when that is written
 * @user_data: given to @callback
 *
 * Writes down what was changed of an entry up to now. It may be changed further at once, and be
 * put again before the first answer came; until one fails it counts as saved.
 */
void
cooldown_notebook_put (CooldownNotebook *self,
                       CooldownEntry *entry,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;
  Letter *letter;

  g_return_if_fail (COOLDOWN_IS_NOTEBOOK (self));
  g_return_if_fail (COOLDOWN_IS_ENTRY (entry));

  give_uid (entry);
  letter = g_new (Letter, 1);
  *letter = (Letter){ g_object_ref (entry), cooldown_entry_copy (entry) };
  cooldown_entry_set_unchanged (entry);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cooldown_notebook_put);
  g_task_set_task_data (task, letter, letter_free);
  cooldown_notebook_run (self, put, letter, NULL, NULL, TRUE, NULL, put_cb, task);
}

/**
 * cooldown_notebook_put_finish:
 * @self: a notebook
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether it stands in the journal; else what was to be written counts as changed again
 */
gboolean
cooldown_notebook_put_finish (CooldownNotebook *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gpointer
mark (CooldownJournal *journal, gpointer data, GError **error)
{
  const Name *name = data;

  return GINT_TO_POINTER (
      cooldown_journal_mark_entry (journal, name->kind, name->uid, name->deleted, error));
}

/**
 * cooldown_notebook_mark:
 * @self: a notebook
 * @kind: what the entry is about
 * @uid: its uid
 * @deleted: whether it is to be marked as deleted, or no longer
 * @callback: (nullable): called when that is written
 * @user_data: given to @callback
 *
 * Deletes an entry, or takes that back.
 */
void
cooldown_notebook_mark (CooldownNotebook *self,
                        CooldownEntryKind kind,
                        const char *uid,
                        gboolean deleted,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (uid != NULL);
  cooldown_notebook_run (self, mark, name_new (kind, uid, deleted), name_free, NULL, TRUE, NULL,
                         callback, user_data);
}

/**
 * cooldown_notebook_mark_finish:
 * @self: a notebook
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether that stands in the journal
 */
gboolean
cooldown_notebook_mark_finish (CooldownNotebook *self, GAsyncResult *result, GError **error)
{
  return GPOINTER_TO_INT (cooldown_notebook_run_finish (self, result, error));
}
