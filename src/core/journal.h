/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content.h"
#include "recovery.h"
#include "session.h"

G_BEGIN_DECLS

/** COOLDOWN_JOURNAL_VERSION: The format of the file that this program writes. */
#define COOLDOWN_JOURNAL_VERSION 5

/** COOLDOWN_MOST_RESTLESS: Legs are noted from 0, calm, to this. */
#define COOLDOWN_MOST_RESTLESS 10

/** COOLDOWN_NIGHT_NOT_NOTED: Nobody said how restless the legs were. */
#define COOLDOWN_NIGHT_NOT_NOTED (-1)

#define COOLDOWN_TYPE_JOURNAL (cooldown_journal_get_type ())
G_DECLARE_FINAL_TYPE (CooldownJournal, cooldown_journal, COOLDOWN, JOURNAL, GObject)

CooldownJournal *cooldown_journal_open (const char *folder, CooldownClock *clock, GError **error);
CooldownJournal *cooldown_journal_open_to_read (const char *folder,
                                                CooldownClock *clock,
                                                GError **error);
gboolean cooldown_journal_is_read_only (CooldownJournal *self);
const char *cooldown_journal_get_set_aside (CooldownJournal *self);
const char *cooldown_journal_get_restored_from (CooldownJournal *self);
gboolean cooldown_journal_set_told (CooldownJournal *self, GError **error);

/* Sessions */
gboolean cooldown_journal_save_session (CooldownJournal *self,
                                        CooldownSession *session,
                                        gboolean open,
                                        GError **error);
gboolean cooldown_journal_remove_event (CooldownJournal *self,
                                        CooldownSession *session,
                                        GError **error);
gboolean cooldown_journal_remove_session (CooldownJournal *self,
                                          CooldownSession *session,
                                          GError **error);
CooldownSession *cooldown_journal_get_open_session (CooldownJournal *self,
                                                    const char *kind,
                                                    GError **error);
guint cooldown_journal_count_events (CooldownJournal *self,
                                     const char *kind,
                                     const char *name,
                                     gint64 since,
                                     gint64 except_session);

/* What the agent acts on */
GVariant *cooldown_journal_get_settings (CooldownJournal *self, GError **error);
gboolean cooldown_journal_set_setting (CooldownJournal *self,
                                       const char *name,
                                       GVariant *value,
                                       GError **error);

/* What the user noted */
gboolean cooldown_journal_save_workout (CooldownJournal *self,
                                        const CooldownWorkout *workout,
                                        gint64 session,
                                        GError **error);
gboolean cooldown_journal_has_workout (CooldownJournal *self, gint64 session);
gboolean cooldown_journal_get_workout (CooldownJournal *self,
                                       gint64 session,
                                       CooldownWorkout *workout);
gboolean cooldown_journal_open_episode (CooldownJournal *self,
                                        gint64 began,
                                        gint64 session,
                                        const char *onset,
                                        GError **error);
gboolean cooldown_journal_move_episode (CooldownJournal *self,
                                        gint64 from,
                                        gint64 to,
                                        gint64 session,
                                        GError **error);
gboolean cooldown_journal_drop_episode (CooldownJournal *self, gint64 session, GError **error);
gboolean cooldown_journal_end_episode (CooldownJournal *self,
                                       gint64 ended,
                                       gint64 session,
                                       GError **error);
gint64 cooldown_journal_get_open_episode (CooldownJournal *self);
guint cooldown_journal_count_episodes (CooldownJournal *self, gint64 since);
gboolean cooldown_journal_add_sign (CooldownJournal *self,
                                    const char *item,
                                    const char *outcome,
                                    GError **error);

/* How the nights were */
gboolean cooldown_journal_rate_night (CooldownJournal *self,
                                      const char *date,
                                      guint restless,
                                      GError **error);
int cooldown_journal_get_night (CooldownJournal *self, const char *date);
guint cooldown_journal_count_nights (CooldownJournal *self);

/* What a check came to */

/**
 * CooldownCheckNote:
 * @ticks: (array zero-terminated=1): ids of the items that were ticked
 * @denied: (array zero-terminated=1): ids of the items that were answered with no
 * @places: (array zero-terminated=1): ids of the halves of regions that were chosen
 * @level: the level that was reached
 * @at: when, microseconds since 1970 UTC
 * @offset: how many seconds the local time was ahead of UTC then; not used for saving
 * @episode: the tingling that was going on, 0 without; not used for saving
 *
 * A check of the legs as it was saved.
 */
typedef struct
{
  char **ticks;
  char **denied;
  char **places;
  CooldownLevel level;
  gint64 at;
  gint32 offset;
  gint64 episode;
} CooldownCheckNote;

gboolean cooldown_journal_save_check (CooldownJournal *self,
                                      const CooldownCheckNote *note,
                                      GError **error);
guint cooldown_journal_count_checks (CooldownJournal *self, gint64 since);
CooldownCheckNote *cooldown_journal_get_newest_check (CooldownJournal *self);
void cooldown_check_note_free (CooldownCheckNote *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownCheckNote, cooldown_check_note_free)

/**
 * CooldownJournalError:
 * @COOLDOWN_JOURNAL_ERROR_FOLDER: the folder or a file in it cannot be used
 * @COOLDOWN_JOURNAL_ERROR_LOCKED: another program uses the journal; that passes
 * @COOLDOWN_JOURNAL_ERROR_NEWER: a newer Cooldown wrote it; it can be opened to be read
 * @COOLDOWN_JOURNAL_ERROR_BROKEN: it is damaged, or no journal of Cooldown's at all
 * @COOLDOWN_JOURNAL_ERROR_WRITE: what was to be written was not
 * @COOLDOWN_JOURNAL_ERROR_VALUE: what was asked for cannot be
 * @COOLDOWN_JOURNAL_ERROR_READ_ONLY: the folder or the file may only be read, or was opened so
 * @COOLDOWN_JOURNAL_ERROR_FULL: there is no room left on the disk
 *
 * Why the journal could not be used.
 */
typedef enum
{
  COOLDOWN_JOURNAL_ERROR_FOLDER,
  COOLDOWN_JOURNAL_ERROR_LOCKED,
  COOLDOWN_JOURNAL_ERROR_NEWER,
  COOLDOWN_JOURNAL_ERROR_BROKEN,
  COOLDOWN_JOURNAL_ERROR_WRITE,
  COOLDOWN_JOURNAL_ERROR_VALUE,
  COOLDOWN_JOURNAL_ERROR_READ_ONLY,
  COOLDOWN_JOURNAL_ERROR_FULL,
} CooldownJournalError;

#define COOLDOWN_JOURNAL_ERROR (cooldown_journal_error_quark ())
GQuark cooldown_journal_error_quark (void);

G_END_DECLS
