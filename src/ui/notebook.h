/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal-entries.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The journal as the window uses it: on one thread of its own, opened there when it is first
 * needed, and tried again with each call while it cannot be opened. Calls are done in the order
 * in which they were made. All callbacks come on the thread's main context that made the call;
 * signals on that on which the notebook was made.
 *
 * Signal "changed": something in the journal may no longer be as it was: this window wrote, or the
 * agent said that it did. Comes after the callbacks, once for what came together.
 * Signal "wrote": this window wrote, and nobody else knows yet.
 * Signal "notice" (text: string): something the user should be told: a file was set aside, a
 * backup was opened, the journal is of a newer version and can only be read.
 * Signal "locked": another program holds the journal and had better leave; it is tried again.
 */

#define COOLDOWN_TYPE_NOTEBOOK (cooldown_notebook_get_type ())
G_DECLARE_FINAL_TYPE (CooldownNotebook, cooldown_notebook, COOLDOWN, NOTEBOOK, GObject)

/**
 * CooldownNotebookWork:
 * @journal: the journal
 * @data: what the caller gave
 * @error: return location
 *
 * Does something with the journal, on the notebook's thread.
 *
 * Returns: (nullable): what came of it; %NULL with @error set when it failed
 */
typedef gpointer (*CooldownNotebookWork) (CooldownJournal *journal, gpointer data, GError **error);

/**
 * CooldownNotebookAlone:
 * @folder: where the journal lies
 * @clock: what knows the time
 * @data: what the caller gave
 * @error: return location
 *
 * Does something with the folder while neither this window nor the agent has the journal open, on
 * the notebook's thread. It takes the journal's lock itself, and may be called once more when that
 * failed with %COOLDOWN_JOURNAL_ERROR_LOCKED.
 *
 * Returns: (nullable): what came of it; %NULL with @error set when it failed
 */
typedef gpointer (*CooldownNotebookAlone) (const char *folder,
                                           CooldownClock *clock,
                                           gpointer data,
                                           GError **error);

CooldownNotebook *cooldown_notebook_new (const char *folder, CooldownClock *clock);
const char *cooldown_notebook_get_folder (CooldownNotebook *self);

void cooldown_notebook_run (CooldownNotebook *self,
                            CooldownNotebookWork work,
                            gpointer data,
                            GDestroyNotify free_data,
                            GDestroyNotify free_result,
                            gboolean writes,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
void cooldown_notebook_run_alone (CooldownNotebook *self,
                                  CooldownNotebookAlone work,
                                  gpointer data,
                                  GDestroyNotify free_data,
                                  GDestroyNotify free_result,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gpointer cooldown_notebook_run_finish (CooldownNotebook *self,
                                       GAsyncResult *result,
                                       GError **error);

void cooldown_notebook_find (CooldownNotebook *self,
                             const CooldownQuery *query,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GPtrArray *cooldown_notebook_find_finish (CooldownNotebook *self,
                                          GAsyncResult *result,
                                          GError **error);
void cooldown_notebook_get (CooldownNotebook *self,
                            CooldownEntryKind kind,
                            const char *uid,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
CooldownEntry *cooldown_notebook_get_finish (CooldownNotebook *self,
                                             GAsyncResult *result,
                                             GError **error);
void cooldown_notebook_put (CooldownNotebook *self,
                            CooldownEntry *entry,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean cooldown_notebook_put_finish (CooldownNotebook *self,
                                       GAsyncResult *result,
                                       GError **error);
void cooldown_notebook_mark (CooldownNotebook *self,
                             CooldownEntryKind kind,
                             const char *uid,
                             gboolean deleted,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean cooldown_notebook_mark_finish (CooldownNotebook *self,
                                        GAsyncResult *result,
                                        GError **error);
void cooldown_notebook_agent_wrote (CooldownNotebook *self);
gboolean cooldown_notebook_is_read_only (CooldownNotebook *self);
const char *cooldown_notebook_get_notice (CooldownNotebook *self);
void cooldown_notebook_set_quiet (CooldownNotebook *self, gint64 quiet);
void cooldown_notebook_close (CooldownNotebook *self);

G_END_DECLS
