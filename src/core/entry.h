/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "clock.h"

G_BEGIN_DECLS

/**
 * CooldownEntryKind:
 * @COOLDOWN_ENTRY_EPISODE: legs that tingled, hurt or were restless
 * @COOLDOWN_ENTRY_WORKOUT: a workout
 * @COOLDOWN_ENTRY_NIGHT: how the legs were in a night, and what went before it
 * @COOLDOWN_ENTRY_CHECK: a checklist as it was saved
 * @COOLDOWN_ENTRY_SIGN: a warning sign that was ticked, or what became of it
 * @COOLDOWN_ENTRY_SESSION: what was done about ice, recovery or the evening
 *
 * What stands in the journal.
 */
typedef enum
{
  COOLDOWN_ENTRY_EPISODE,
  COOLDOWN_ENTRY_WORKOUT,
  COOLDOWN_ENTRY_NIGHT,
  COOLDOWN_ENTRY_CHECK,
  COOLDOWN_ENTRY_SIGN,
  COOLDOWN_ENTRY_SESSION,
} CooldownEntryKind;

/** COOLDOWN_N_ENTRY_KINDS: How many kinds there are. */
#define COOLDOWN_N_ENTRY_KINDS 6

/**
 * CooldownField:
 * @COOLDOWN_FIELD_EPISODE_BEGAN: time: when it began; always there
 * @COOLDOWN_FIELD_EPISODE_ENDED: time: when it was gone, where that is known
 * @COOLDOWN_FIELD_EPISODE_OPEN: flag: it is not over yet
 * @COOLDOWN_FIELD_EPISODE_ONSET: choice: "during" the workout, "after" it, later at "rest"
 * @COOLDOWN_FIELD_EPISODE_AFTER_MINUTES: number: after how many minutes of it, or from its end
 * @COOLDOWN_FIELD_EPISODE_SEVERITY: number: how strong, 0 to 10
 * @COOLDOWN_FIELD_EPISODE_SENSATIONS: ids: what it felt like, items of the group "feel"
 * @COOLDOWN_FIELD_EPISODE_PLACES: ids: where, halves of regions
 * @COOLDOWN_FIELD_EPISODE_LASTED: choice: how long, an item of the choice "last"
 * @COOLDOWN_FIELD_EPISODE_CLOTHING: text: shoes and clothing
 * @COOLDOWN_FIELD_EPISODE_PAIN: text: pain anywhere else; "" is noted as none
 * @COOLDOWN_FIELD_EPISODE_EASES: text: what made it better
 * @COOLDOWN_FIELD_EPISODE_WORSENS: text: what made it worse
 * @COOLDOWN_FIELD_EPISODE_TRIED: ids: what was tried and what was noted after it, "ice:weaker"
 * @COOLDOWN_FIELD_EPISODE_MEDICINE: text: medicines, caffeine and alcohol of the day
 * @COOLDOWN_FIELD_EPISODE_NOTES: text: free text
 * @COOLDOWN_FIELD_EPISODE_WORKOUT: reference: the workout it came with
 * @COOLDOWN_FIELD_EPISODE_SESSION: reference: the session of recovery it was noted in
 * @COOLDOWN_FIELD_WORKOUT_ENDED: time: when it ended; always there
 * @COOLDOWN_FIELD_WORKOUT_KIND: choice: one of [func@Cooldown.workout_kinds]; always there
 * @COOLDOWN_FIELD_WORKOUT_MINUTES: number: how long, 1 to 1440; always there
 * @COOLDOWN_FIELD_WORKOUT_RPE: number: rating of perceived exertion, 0 to 10
 * @COOLDOWN_FIELD_WORKOUT_LEGS: choice: "unasked", "fine", "tingling", "other"; always there
 * @COOLDOWN_FIELD_WORKOUT_CONDITIONS: ids: "hot", "dry", "hills", "new-shoes", "harder"
 * @COOLDOWN_FIELD_WORKOUT_NOTES: text: free text
 * @COOLDOWN_FIELD_WORKOUT_SESSION: reference: the session of recovery that followed
 * @COOLDOWN_FIELD_NIGHT_DATE: text: the local date of its evening, "2026-11-21"; always there
 * @COOLDOWN_FIELD_NIGHT_RESTLESS: number: how restless the legs were, 0 to 10
 * @COOLDOWN_FIELD_NIGHT_STARTED: choice: when they became restless: in the "evening" before bed,
 *   "in-bed", or so late in the "night" that it woke
 * @COOLDOWN_FIELD_NIGHT_BED: number: to bed, local minutes after midnight, 0 to 1439
 * @COOLDOWN_FIELD_NIGHT_UP: number: up again, local minutes after midnight
 * @COOLDOWN_FIELD_NIGHT_TO_SLEEP: number: minutes until asleep, 0 to 600
 * @COOLDOWN_FIELD_NIGHT_SLEEP: number: minutes of sleep
 * @COOLDOWN_FIELD_NIGHT_CAFFEINE: choice: "none", "some"
 * @COOLDOWN_FIELD_NIGHT_CAFFEINE_AT: number: the last of it, local minutes after midnight
 * @COOLDOWN_FIELD_NIGHT_ALCOHOL: choice: "none", "some"
 * @COOLDOWN_FIELD_NIGHT_ALCOHOL_AT: number: the last of it, local minutes after midnight
 * @COOLDOWN_FIELD_NIGHT_NICOTINE: choice: "none", "some"
 * @COOLDOWN_FIELD_NIGHT_NICOTINE_AT: number: the last of it, local minutes after midnight
 * @COOLDOWN_FIELD_NIGHT_FEATURES: ids: what holds of the night: items "feel-urge", "when-rest",
 *   "when-move-helps", "when-night", "when-sleep"
 * @COOLDOWN_FIELD_NIGHT_NOTES: text: free text
 * @COOLDOWN_FIELD_CHECK_AT: time: when it was saved; always there
 * @COOLDOWN_FIELD_CHECK_TICKS: ids: items that were ticked
 * @COOLDOWN_FIELD_CHECK_DENIED: ids: items that were answered with no
 * @COOLDOWN_FIELD_CHECK_PLACES: ids: halves of regions
 * @COOLDOWN_FIELD_CHECK_LEVEL: choice: the level that was reached, see
 *   [func@Cooldown.level_to_string]; always there
 * @COOLDOWN_FIELD_CHECK_EPISODE: reference: the episode it belongs to
 * @COOLDOWN_FIELD_SIGN_AT: time: when that was said; always there
 * @COOLDOWN_FIELD_SIGN_ITEM: text: the id of the sign; always there
 * @COOLDOWN_FIELD_SIGN_OUTCOME: choice: "ticked", "never", "doctor"; always there
 * @COOLDOWN_FIELD_SESSION_AT: time: when it began; always there
 * @COOLDOWN_FIELD_SESSION_KIND: choice: "ice", "recovery", "evening"; always there
 * @COOLDOWN_FIELD_SESSION_OPEN: flag: it goes on, and belongs to the agent
 * @COOLDOWN_FIELD_SESSION_PLAN: text: its plan, a printed a{sv}; always there
 *
 * What is noted of each kind of entry. What is not "always there" may be not noted.
 */
typedef enum
{
  COOLDOWN_FIELD_EPISODE_BEGAN,
  COOLDOWN_FIELD_EPISODE_ENDED,
  COOLDOWN_FIELD_EPISODE_OPEN,
  COOLDOWN_FIELD_EPISODE_ONSET,
  COOLDOWN_FIELD_EPISODE_AFTER_MINUTES,
  COOLDOWN_FIELD_EPISODE_SEVERITY,
  COOLDOWN_FIELD_EPISODE_SENSATIONS,
  COOLDOWN_FIELD_EPISODE_PLACES,
  COOLDOWN_FIELD_EPISODE_LASTED,
  COOLDOWN_FIELD_EPISODE_CLOTHING,
  COOLDOWN_FIELD_EPISODE_PAIN,
  COOLDOWN_FIELD_EPISODE_EASES,
  COOLDOWN_FIELD_EPISODE_WORSENS,
  COOLDOWN_FIELD_EPISODE_TRIED,
  COOLDOWN_FIELD_EPISODE_MEDICINE,
  COOLDOWN_FIELD_EPISODE_NOTES,
  COOLDOWN_FIELD_EPISODE_WORKOUT,
  COOLDOWN_FIELD_EPISODE_SESSION,

  COOLDOWN_FIELD_WORKOUT_ENDED,
  COOLDOWN_FIELD_WORKOUT_KIND,
  COOLDOWN_FIELD_WORKOUT_MINUTES,
  COOLDOWN_FIELD_WORKOUT_RPE,
  COOLDOWN_FIELD_WORKOUT_LEGS,
  COOLDOWN_FIELD_WORKOUT_CONDITIONS,
  COOLDOWN_FIELD_WORKOUT_NOTES,
  COOLDOWN_FIELD_WORKOUT_SESSION,

  COOLDOWN_FIELD_NIGHT_DATE,
  COOLDOWN_FIELD_NIGHT_RESTLESS,
  COOLDOWN_FIELD_NIGHT_STARTED,
  COOLDOWN_FIELD_NIGHT_BED,
  COOLDOWN_FIELD_NIGHT_UP,
  COOLDOWN_FIELD_NIGHT_TO_SLEEP,
  COOLDOWN_FIELD_NIGHT_SLEEP,
  COOLDOWN_FIELD_NIGHT_CAFFEINE,
  COOLDOWN_FIELD_NIGHT_CAFFEINE_AT,
  COOLDOWN_FIELD_NIGHT_ALCOHOL,
  COOLDOWN_FIELD_NIGHT_ALCOHOL_AT,
  COOLDOWN_FIELD_NIGHT_NICOTINE,
  COOLDOWN_FIELD_NIGHT_NICOTINE_AT,
  COOLDOWN_FIELD_NIGHT_FEATURES,
  COOLDOWN_FIELD_NIGHT_NOTES,

  COOLDOWN_FIELD_CHECK_AT,
  COOLDOWN_FIELD_CHECK_TICKS,
  COOLDOWN_FIELD_CHECK_DENIED,
  COOLDOWN_FIELD_CHECK_PLACES,
  COOLDOWN_FIELD_CHECK_LEVEL,
  COOLDOWN_FIELD_CHECK_EPISODE,

  COOLDOWN_FIELD_SIGN_AT,
  COOLDOWN_FIELD_SIGN_ITEM,
  COOLDOWN_FIELD_SIGN_OUTCOME,

  COOLDOWN_FIELD_SESSION_AT,
  COOLDOWN_FIELD_SESSION_KIND,
  COOLDOWN_FIELD_SESSION_OPEN,
  COOLDOWN_FIELD_SESSION_PLAN,
} CooldownField;

/** COOLDOWN_N_FIELDS: How many fields there are, of all kinds of entries together. */
#define COOLDOWN_N_FIELDS (COOLDOWN_FIELD_SESSION_PLAN + 1)

/**
 * CooldownFieldType:
 * @COOLDOWN_TYPE_FIELD_TIME: a moment, with the offset from UTC that held where it was noted
 * @COOLDOWN_TYPE_FIELD_NUMBER: a whole number within limits
 * @COOLDOWN_TYPE_FIELD_FLAG: yes or no; never not noted
 * @COOLDOWN_TYPE_FIELD_TEXT: what somebody wrote
 * @COOLDOWN_TYPE_FIELD_CHOICE: one of a few words
 * @COOLDOWN_TYPE_FIELD_IDS: a list of ids, each once
 * @COOLDOWN_TYPE_FIELD_REFERENCE: the uid of another entry
 *
 * What a field holds.
 */
typedef enum
{
  COOLDOWN_TYPE_FIELD_TIME,
  COOLDOWN_TYPE_FIELD_NUMBER,
  COOLDOWN_TYPE_FIELD_FLAG,
  COOLDOWN_TYPE_FIELD_TEXT,
  COOLDOWN_TYPE_FIELD_CHOICE,
  COOLDOWN_TYPE_FIELD_IDS,
  COOLDOWN_TYPE_FIELD_REFERENCE,
} CooldownFieldType;

/**
 * CooldownFieldInfo:
 * @name: what it is called in the file and in every export
 * @type: what it holds
 * @always: whether an entry without it is none
 * @max: the largest number; of texts and lists how many bytes
 * @min: the smallest number
 * @choices: (nullable) (array zero-terminated=1): the words of a choice
 * @refers_to: the kind of entry that a reference names
 *
 * A field, described.
 */
typedef struct
{
  const char *name;
  CooldownFieldType type;
  gboolean always;
  gint64 min;
  gint64 max;
  const char *const *choices;
  CooldownEntryKind refers_to;
} CooldownFieldInfo;

const char *cooldown_entry_kind_get_name (CooldownEntryKind kind);
gboolean cooldown_entry_kind_parse (const char *name, CooldownEntryKind *kind);
CooldownField cooldown_entry_kind_get_first_field (CooldownEntryKind kind);
guint cooldown_entry_kind_get_n_fields (CooldownEntryKind kind);
CooldownEntryKind cooldown_field_get_kind (CooldownField field);
const CooldownFieldInfo *cooldown_field_get_info (CooldownField field);

/** COOLDOWN_NOT_NOTED: What a number or time is that nobody noted. */
#define COOLDOWN_NOT_NOTED G_MININT64
/** COOLDOWN_ENTRY_MAX_TEXT: The longest text of one field, in bytes. */
#define COOLDOWN_ENTRY_MAX_TEXT (64 * 1024)
/** COOLDOWN_ENTRY_MAX_UID: The longest uid, in bytes. */
#define COOLDOWN_ENTRY_MAX_UID 64
/** COOLDOWN_ENTRY_MAX_EVENTS: The most that happens in one session. */
#define COOLDOWN_ENTRY_MAX_EVENTS 2000

/**
 * CooldownEntryEvent:
 * @name: what happened in a session: "start", "on", "off" …
 * @arg: more about it, or ""
 * @at: when, microseconds since 1970 UTC
 * @offset: how many seconds local time was ahead of UTC then
 */
typedef struct
{
  char *name;
  char *arg;
  gint64 at;
  gint32 offset;
} CooldownEntryEvent;

/*
 * Something noted, apart from the file that it stands in: a bag of fields that knows which of them
 * were changed since it was read, so that saving it touches nothing else.
 *
 * All times are microseconds since 1970 UTC in whole seconds; offsets are seconds ahead of UTC.
 */
#define COOLDOWN_TYPE_ENTRY (cooldown_entry_get_type ())
G_DECLARE_FINAL_TYPE (CooldownEntry, cooldown_entry, COOLDOWN, ENTRY, GObject)

CooldownEntry *cooldown_entry_new (CooldownEntryKind kind);
CooldownEntry *cooldown_entry_copy (CooldownEntry *self);
CooldownEntryKind cooldown_entry_get_kind (CooldownEntry *self);

gboolean cooldown_entry_has (CooldownEntry *self, CooldownField field);
void cooldown_entry_unset (CooldownEntry *self, CooldownField field);
gint64 cooldown_entry_get_number (CooldownEntry *self, CooldownField field);
void cooldown_entry_set_number (CooldownEntry *self, CooldownField field, gint64 number);
const char *cooldown_entry_get_text (CooldownEntry *self, CooldownField field);
void cooldown_entry_set_text (CooldownEntry *self, CooldownField field, const char *text);
char **cooldown_entry_get_ids (CooldownEntry *self, CooldownField field);
void cooldown_entry_set_ids (CooldownEntry *self, CooldownField field, const char *const *ids);
gboolean cooldown_entry_has_id (CooldownEntry *self, CooldownField field, const char *id);
gint64 cooldown_entry_get_time (CooldownEntry *self, CooldownField field);
gint32 cooldown_entry_get_time_offset (CooldownEntry *self, CooldownField field);
void cooldown_entry_set_time (CooldownEntry *self,
                              CooldownField field,
                              gint64 wall,
                              gint32 offset);

guint cooldown_entry_get_n_events (CooldownEntry *self);
guint cooldown_entry_count_events (CooldownEntry *self, const char *name);
const CooldownEntryEvent *cooldown_entry_get_event (CooldownEntry *self, guint index);
void cooldown_entry_add_event (CooldownEntry *self,
                               const char *name,
                               const char *arg,
                               gint64 at,
                               gint32 offset);
void cooldown_entry_move_event (CooldownEntry *self, guint index, gint64 at, gint32 offset);

/* What is not about legs but about the note itself. */
const char *cooldown_entry_get_uid (CooldownEntry *self);
void cooldown_entry_set_uid (CooldownEntry *self, const char *uid);
gint64 cooldown_entry_get_edits (CooldownEntry *self);
gint64 cooldown_entry_get_edited (CooldownEntry *self);
void cooldown_entry_set_edits (CooldownEntry *self, gint64 edits, gint64 edited);
gint64 cooldown_entry_get_deleted (CooldownEntry *self);
void cooldown_entry_set_deleted (CooldownEntry *self, gint64 deleted);
gint64 cooldown_entry_get_written (CooldownEntry *self);
gint32 cooldown_entry_get_written_offset (CooldownEntry *self);
void cooldown_entry_set_written (CooldownEntry *self, gint64 written, gint32 offset);

CooldownField cooldown_entry_kind_get_time_field (CooldownEntryKind kind);
gint64 cooldown_entry_get_at (CooldownEntry *self);
gint32 cooldown_entry_get_at_offset (CooldownEntry *self);
char *cooldown_entry_get_day (CooldownEntry *self);
gint64 cooldown_entry_get_minutes (CooldownEntry *self);
gboolean cooldown_entry_is_late (CooldownEntry *self);

gboolean cooldown_entry_is_changed (CooldownEntry *self, CooldownField field);
gboolean cooldown_entry_are_events_changed (CooldownEntry *self);
void cooldown_entry_set_unchanged (CooldownEntry *self);
void cooldown_entry_keep_changes (CooldownEntry *self, CooldownEntry *unsaved);
gboolean cooldown_entry_equal (CooldownEntry *self, CooldownEntry *other);
gboolean cooldown_entry_validate (CooldownEntry *self, GError **error);

/** CooldownEntryError: what can be wrong with an entry. */
typedef enum
{
  COOLDOWN_ENTRY_ERROR_MISSING,
  COOLDOWN_ENTRY_ERROR_RANGE,
  COOLDOWN_ENTRY_ERROR_LONG,
  COOLDOWN_ENTRY_ERROR_TEXT,
} CooldownEntryError;

#define COOLDOWN_ENTRY_ERROR (cooldown_entry_error_quark ())
GQuark cooldown_entry_error_quark (void);

G_END_DECLS
