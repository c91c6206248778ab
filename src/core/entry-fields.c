/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is noted of each kind of entry: the one place that names it. The file's columns, the
 * exports and the checks of what comes in follow from it.
 */
#include "entry.h"

#define MINUTES_OF_DAY 1439
#define MINUTES_IN_DAY 1440
#define MOST 10
#define MOST_TO_SLEEP 600
#define MAX_IDS 4096
#define MAX_PLAN (16 * 1024)

static const char *const kind_names[] = { "episode", "workout", "night",
                                          "check",   "sign",    "session" };

static const char *const onsets[] = { "during", "after", "rest", NULL };
static const char *const lasted[] = { "last-5min", "last-30min", "last-hour", "last-longer", NULL };
static const char *const workout_kinds[] = { "run",      "walk", "ride",  "swim",
                                             "strength", "ball", "other", NULL };
static const char *const legs[] = { "unasked", "fine", "tingling", "other", NULL };
static const char *const started[] = { "evening", "in-bed", "night", NULL };
static const char *const amounts[] = { "none", "some", NULL };
static const char *const levels[] = { "unfinished", "self-care", "soon", "urgent", "emergency", NULL };
static const char *const outcomes[] = { "ticked", "never", "doctor", NULL };
static const char *const session_kinds[] = { "ice", "recovery", "evening", NULL };

#define TIME(name) { name, COOLDOWN_TYPE_FIELD_TIME, FALSE, 0, 0, NULL, 0 }
#define TIME_ALWAYS(name) { name, COOLDOWN_TYPE_FIELD_TIME, TRUE, 0, 0, NULL, 0 }
#define NUMBER(name, min, max) { name, COOLDOWN_TYPE_FIELD_NUMBER, FALSE, min, max, NULL, 0 }
#define NUMBER_ALWAYS(name, min, max) { name, COOLDOWN_TYPE_FIELD_NUMBER, TRUE, min, max, NULL, 0 }
#define FLAG(name) { name, COOLDOWN_TYPE_FIELD_FLAG, TRUE, 0, 1, NULL, 0 }
#define TEXT(name) { name, COOLDOWN_TYPE_FIELD_TEXT, FALSE, 0, COOLDOWN_ENTRY_MAX_TEXT, NULL, 0 }
#define TEXT_ALWAYS(name, max) { name, COOLDOWN_TYPE_FIELD_TEXT, TRUE, 0, max, NULL, 0 }
#define CHOICE(name, words) { name, COOLDOWN_TYPE_FIELD_CHOICE, FALSE, 0, 0, words, 0 }
#define CHOICE_ALWAYS(name, words) { name, COOLDOWN_TYPE_FIELD_CHOICE, TRUE, 0, 0, words, 0 }
#define IDS(name) { name, COOLDOWN_TYPE_FIELD_IDS, FALSE, 0, MAX_IDS, NULL, 0 }
#define REFERENCE(name, kind) { name, COOLDOWN_TYPE_FIELD_REFERENCE, FALSE, 0, 0, NULL, kind }

static const CooldownFieldInfo infos[] = {
  [COOLDOWN_FIELD_EPISODE_BEGAN] = TIME_ALWAYS ("began"),
  [COOLDOWN_FIELD_EPISODE_ENDED] = TIME ("ended"),
  [COOLDOWN_FIELD_EPISODE_OPEN] = FLAG ("open"),
  [COOLDOWN_FIELD_EPISODE_ONSET] = CHOICE ("onset", onsets),
  [COOLDOWN_FIELD_EPISODE_AFTER_MINUTES] = NUMBER ("after_minutes", 0, MINUTES_IN_DAY),
  [COOLDOWN_FIELD_EPISODE_SEVERITY] = NUMBER ("severity", 0, MOST),
  [COOLDOWN_FIELD_EPISODE_SENSATIONS] = IDS ("sensations"),
  [COOLDOWN_FIELD_EPISODE_PLACES] = IDS ("places"),
  [COOLDOWN_FIELD_EPISODE_LASTED] = CHOICE ("lasted", lasted),
  [COOLDOWN_FIELD_EPISODE_CLOTHING] = TEXT ("clothing"),
  [COOLDOWN_FIELD_EPISODE_PAIN] = TEXT ("pain"),
  [COOLDOWN_FIELD_EPISODE_EASES] = TEXT ("eases"),
  [COOLDOWN_FIELD_EPISODE_WORSENS] = TEXT ("worsens"),
  [COOLDOWN_FIELD_EPISODE_TRIED] = IDS ("tried"),
  [COOLDOWN_FIELD_EPISODE_MEDICINE] = TEXT ("medicine"),
  [COOLDOWN_FIELD_EPISODE_NOTES] = TEXT ("notes"),
  [COOLDOWN_FIELD_EPISODE_WORKOUT] = REFERENCE ("workout", COOLDOWN_ENTRY_WORKOUT),
  [COOLDOWN_FIELD_EPISODE_SESSION] = REFERENCE ("session", COOLDOWN_ENTRY_SESSION),

  [COOLDOWN_FIELD_WORKOUT_ENDED] = TIME_ALWAYS ("ended"),
  [COOLDOWN_FIELD_WORKOUT_KIND] = CHOICE_ALWAYS ("kind", workout_kinds),
  [COOLDOWN_FIELD_WORKOUT_MINUTES] = NUMBER_ALWAYS ("minutes", 1, MINUTES_IN_DAY),
  [COOLDOWN_FIELD_WORKOUT_RPE] = NUMBER ("rpe", 0, MOST),
  [COOLDOWN_FIELD_WORKOUT_LEGS] = CHOICE_ALWAYS ("legs", legs),
  [COOLDOWN_FIELD_WORKOUT_CONDITIONS] = IDS ("conditions"),
  [COOLDOWN_FIELD_WORKOUT_NOTES] = TEXT ("notes"),
  [COOLDOWN_FIELD_WORKOUT_SESSION] = REFERENCE ("session", COOLDOWN_ENTRY_SESSION),

  [COOLDOWN_FIELD_NIGHT_DATE] = TEXT_ALWAYS ("date", 10),
  [COOLDOWN_FIELD_NIGHT_RESTLESS] = NUMBER ("restless", 0, MOST),
  [COOLDOWN_FIELD_NIGHT_STARTED] = CHOICE ("started", started),
  [COOLDOWN_FIELD_NIGHT_BED] = NUMBER ("bed", 0, MINUTES_OF_DAY),
  [COOLDOWN_FIELD_NIGHT_UP] = NUMBER ("up", 0, MINUTES_OF_DAY),
  [COOLDOWN_FIELD_NIGHT_TO_SLEEP] = NUMBER ("to_sleep", 0, MOST_TO_SLEEP),
  [COOLDOWN_FIELD_NIGHT_SLEEP] = NUMBER ("sleep", 0, MINUTES_IN_DAY),
  [COOLDOWN_FIELD_NIGHT_CAFFEINE] = CHOICE ("caffeine", amounts),
  [COOLDOWN_FIELD_NIGHT_CAFFEINE_AT] = NUMBER ("caffeine_at", 0, MINUTES_OF_DAY),
  [COOLDOWN_FIELD_NIGHT_ALCOHOL] = CHOICE ("alcohol", amounts),
  [COOLDOWN_FIELD_NIGHT_ALCOHOL_AT] = NUMBER ("alcohol_at", 0, MINUTES_OF_DAY),
  [COOLDOWN_FIELD_NIGHT_NICOTINE] = CHOICE ("nicotine", amounts),
  [COOLDOWN_FIELD_NIGHT_NICOTINE_AT] = NUMBER ("nicotine_at", 0, MINUTES_OF_DAY),
  [COOLDOWN_FIELD_NIGHT_FEATURES] = IDS ("features"),
  [COOLDOWN_FIELD_NIGHT_NOTES] = TEXT ("notes"),

  [COOLDOWN_FIELD_CHECK_AT] = TIME_ALWAYS ("at"),
  [COOLDOWN_FIELD_CHECK_TICKS] = IDS ("ticks"),
  [COOLDOWN_FIELD_CHECK_DENIED] = IDS ("denied"),
  [COOLDOWN_FIELD_CHECK_PLACES] = IDS ("places"),
  [COOLDOWN_FIELD_CHECK_LEVEL] = CHOICE_ALWAYS ("level", levels),
  [COOLDOWN_FIELD_CHECK_EPISODE] = REFERENCE ("episode", COOLDOWN_ENTRY_EPISODE),

  [COOLDOWN_FIELD_SIGN_AT] = TIME_ALWAYS ("at"),
  [COOLDOWN_FIELD_SIGN_ITEM] = TEXT_ALWAYS ("item", COOLDOWN_ENTRY_MAX_UID),
  [COOLDOWN_FIELD_SIGN_OUTCOME] = CHOICE_ALWAYS ("outcome", outcomes),

  [COOLDOWN_FIELD_SESSION_AT] = TIME_ALWAYS ("at"),
  [COOLDOWN_FIELD_SESSION_KIND] = CHOICE_ALWAYS ("kind", session_kinds),
  [COOLDOWN_FIELD_SESSION_OPEN] = FLAG ("open"),
  [COOLDOWN_FIELD_SESSION_PLAN] = TEXT_ALWAYS ("plan", MAX_PLAN),
};

G_STATIC_ASSERT (G_N_ELEMENTS (infos) == COOLDOWN_N_FIELDS);

/* The first field of each kind, which is also what says when it was, and one past the last. */
static const CooldownField first_fields[] = {
  COOLDOWN_FIELD_EPISODE_BEGAN, COOLDOWN_FIELD_WORKOUT_ENDED, COOLDOWN_FIELD_NIGHT_DATE,
  COOLDOWN_FIELD_CHECK_AT,      COOLDOWN_FIELD_SIGN_AT,       COOLDOWN_FIELD_SESSION_AT,
  (CooldownField) COOLDOWN_N_FIELDS,
};

G_STATIC_ASSERT (G_N_ELEMENTS (first_fields) == COOLDOWN_N_ENTRY_KINDS + 1);

/**
 * cooldown_entry_kind_get_name:
 * @kind: a kind of entry
 *
 * Returns: what it is called in actions and exports: "episode", "workout", "night", "check",
 *   "sign" or "session"
 */
const char *
cooldown_entry_kind_get_name (CooldownEntryKind kind)
{
  g_return_val_if_fail (kind < COOLDOWN_N_ENTRY_KINDS, NULL);
  return kind_names[kind];
}

/**
 * cooldown_entry_kind_parse:
 * @name: (nullable): what [func@Cooldown.entry_kind_get_name] gives
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
cooldown_entry_kind_parse (const char *name, CooldownEntryKind *kind)
{
  for (guint i = 0; i < COOLDOWN_N_ENTRY_KINDS; i++)
    if (g_strcmp0 (kind_names[i], name) == 0)
      {
        *kind = (CooldownEntryKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * cooldown_entry_kind_get_first_field:
 * @kind: a kind of entry
 *
 * Returns: its first field; the others have the numbers after it
 */
CooldownField
cooldown_entry_kind_get_first_field (CooldownEntryKind kind)
{
  return first_fields[kind];
}

/**
 * cooldown_entry_kind_get_n_fields:
 * @kind: a kind of entry
 *
 * Returns: how many fields it has
 */
guint
cooldown_entry_kind_get_n_fields (CooldownEntryKind kind)
{
  return (guint) first_fields[kind + 1] - (guint) first_fields[kind];
}

/**
 * cooldown_entry_kind_get_time_field:
 * @kind: a kind of entry
 *
 * Returns: the field that says when it was; of a night its date, which is a text
 */
CooldownField
cooldown_entry_kind_get_time_field (CooldownEntryKind kind)
{
  return first_fields[kind];
}

/**
 * cooldown_field_get_kind:
 * @field: a field
 *
 * Returns: the kind of entry that has it
 */
CooldownEntryKind
cooldown_field_get_kind (CooldownField field)
{
  guint kind = COOLDOWN_N_ENTRY_KINDS - 1;

  while (kind > 0 && field < first_fields[kind])
    kind--;
  return (CooldownEntryKind) kind;
}

/**
 * cooldown_field_get_info:
 * @field: a field
 *
 * Returns: (transfer none): what it is
 */
const CooldownFieldInfo *
cooldown_field_get_info (CooldownField field)
{
  g_return_val_if_fail (field < COOLDOWN_N_FIELDS, NULL);
  return &infos[field];
}
