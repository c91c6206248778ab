/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content-private.h"

#include <string.h>

/* Half a day; what is said later than that is about another day. */
#define MOST_WORTH_MINUTES 720
#define MOST_BEFORE_BED_MINUTES 240
#define MOST_AFTER_MORNING_MINUTES 240

typedef struct
{
  const char *id;
  CooldownNoticeKind kind;
  gint64 worth;
  CooldownReminderText text;
} Entry;

/* The kind of that id, or none. */
static CooldownNoticeKind
find_kind (const char *id)
{
  CooldownNoticeKind kind = COOLDOWN_N_NOTICES - 1;

  while (kind > COOLDOWN_NOTICE_NONE && strcmp (cooldown_notice_kind_get_id (kind), id) != 0)
    kind--;
  return kind;
}

/* Ice may still be on the skin, so that no time is too late to say it. */
static gboolean
always_holds (CooldownNoticeKind kind)
{
  return kind == COOLDOWN_NOTICE_ICE_OFF || kind == COOLDOWN_NOTICE_ICE_SKIN ||
         kind == COOLDOWN_NOTICE_ICE_WHEN;
}

/* The rest is worded where it is said, out of what happened. */
static gboolean
has_text (CooldownNoticeKind kind)
{
  switch (kind)
    {
    case COOLDOWN_NOTICE_EPISODE_EVENING:
    case COOLDOWN_NOTICE_EPISODE_MORNING:
    case COOLDOWN_NOTICE_CAFFEINE:
    case COOLDOWN_NOTICE_ALCOHOL:
    case COOLDOWN_NOTICE_WIND_DOWN:
    case COOLDOWN_NOTICE_BED:
    case COOLDOWN_NOTICE_MORNING:
      return TRUE;
    case COOLDOWN_NOTICE_NONE:
    case COOLDOWN_NOTICE_ICE_DUE:
    case COOLDOWN_NOTICE_ICE_SKIN_CHECK:
    case COOLDOWN_NOTICE_ICE_OFF:
    case COOLDOWN_NOTICE_ICE_SKIN:
    case COOLDOWN_NOTICE_ICE_WHEN:
    case COOLDOWN_NOTICE_ICE_DONE:
    case COOLDOWN_NOTICE_RECOVERY_CHECK:
    case COOLDOWN_NOTICE_ROUTINE_STEP:
    case COOLDOWN_NOTICE_EXPERIMENT_TURN:
    case COOLDOWN_NOTICE_EXPERIMENT_RESULT:
    case COOLDOWN_NOTICE_TEST:
    case COOLDOWN_N_NOTICES:
      break;
    }
  return FALSE;
}

/* What a question waits for is given up then, so that saying it later would ask for nothing. */
static void
check_worth (CooldownReader *reader, const Entry *entry)
{
  CooldownContent *content = cooldown_reader_get_content (reader);
  gint64 most = 0;
  const char *which = NULL;

  if (entry->kind == COOLDOWN_NOTICE_ICE_DUE)
    {
      most = content->ice_protocol.due_lapses;
      which = "“due_lapses” of ice.json";
    }
  else if (entry->kind == COOLDOWN_NOTICE_RECOVERY_CHECK)
    {
      most = content->recovery_rules.lapses;
      which = "“lapses_minutes” of recovery.json";
    }
  else if (entry->kind == COOLDOWN_NOTICE_WIND_DOWN)
    {
      most = content->evening.winddown_minutes * COOLDOWN_MINUTE;
      which = "“winddown_minutes” of evening.json";
    }
  /* 0 where that file could not be read, which is told already. */
  if (most > 0 && entry->worth != COOLDOWN_NEVER && entry->worth > most)
    cooldown_reader_report (reader, "worth", "must not be more than %d, %s",
                            (int) (most / COOLDOWN_MINUTE), which);
}

static void
read_worth (CooldownReader *reader, Entry *entry)
{
  int minutes;

  if (cooldown_reader_null (reader, "worth"))
    {
      entry->worth = COOLDOWN_NEVER;
      if (entry->kind != COOLDOWN_NOTICE_NONE && !always_holds (entry->kind))
        cooldown_reader_report (reader, "worth", "must be a number of minutes");
      return;
    }
  minutes = cooldown_reader_integer (reader, "worth", 1, MOST_WORTH_MINUTES);
  entry->worth = minutes * COOLDOWN_MINUTE;
  if (always_holds (entry->kind))
    cooldown_reader_report (reader, "worth", "must be null: it is said as long as it holds");
  check_worth (reader, entry);
}

/* Members that nobody asks for are reported, so that a kind without words cannot have any. */
static void
read_text (CooldownReader *reader, Entry *entry)
{
  /* Of an id that there is not nobody can tell whether words belong to it. */
  gboolean known = entry->kind != COOLDOWN_NOTICE_NONE;

  if (known ? has_text (entry->kind) : cooldown_reader_has (reader, "title"))
    entry->text.title = cooldown_reader_visible (reader, "title");
  if (known ? has_text (entry->kind) : cooldown_reader_has (reader, "text"))
    entry->text.text = cooldown_reader_visible (reader, "text");
}

static void
read_entry (CooldownReader *reader, gpointer target)
{
  Entry *entry = target;

  entry->id = cooldown_reader_own_id (reader, "id");
  entry->kind = find_kind (entry->id);
  read_worth (reader, entry);
  read_text (reader, entry);
  cooldown_read_basis (reader, &entry->text.basis);
}

static void
read_episode (CooldownReader *reader, gpointer target)
{
  CooldownReminderRules *rules = target;

  rules->episode_before_bed =
      cooldown_reader_integer (reader, "before_bed", 1, MOST_BEFORE_BED_MINUTES) * COOLDOWN_MINUTE;
}

static void
read_morning (CooldownReader *reader, gpointer target)
{
  CooldownReminderRules *rules = target;

  rules->morning_at = cooldown_reader_time (reader, "at");
}

static void
read_experiment (CooldownReader *reader, gpointer target)
{
  CooldownReminderRules *rules = target;

  rules->experiment_after =
      cooldown_reader_integer (reader, "after_morning", 1, MOST_AFTER_MORNING_MINUTES);
}

/*
 * cooldown_content_read_reminders:
 * @reader: a reader
 * @content: a CooldownContent
 *
 * A CooldownReadFunc for reminders.json.
 */
void
cooldown_content_read_reminders (CooldownReader *reader, gpointer content)
{
  CooldownContent *self = content;
  const char *ids[COOLDOWN_N_NOTICES] = { NULL };
  GPtrArray *entries;

  for (CooldownNoticeKind kind = COOLDOWN_NOTICE_NONE + 1; kind < COOLDOWN_N_NOTICES; kind++)
    ids[kind - 1] = cooldown_notice_kind_get_id (kind);
  entries = cooldown_reader_series (reader, "kinds", ids, sizeof (Entry), read_entry);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      self->reminder_rules.worth[entry->kind] = entry->worth;
      self->reminder_texts[entry->kind] = entry->text;
    }
  /* An id that there is not is a problem of its own; what stood with it is about nothing. */
  self->reminder_rules.worth[COOLDOWN_NOTICE_NONE] = 0;
  cooldown_reader_object (reader, "episode", read_episode, &self->reminder_rules);
  cooldown_reader_object (reader, "morning", read_morning, &self->reminder_rules);
  cooldown_reader_object (reader, "experiment", read_experiment, &self->reminder_rules);
}

/**
 * cooldown_content_get_reminder_rules:
 * @self: the content
 *
 * Returns: (transfer none): the numbers that reminders follow
 */
const CooldownReminderRules *
cooldown_content_get_reminder_rules (CooldownContent *self)
{
  return &self->reminder_rules;
}

/**
 * cooldown_content_get_reminder_text:
 * @self: the content
 * @kind: a kind of notice
 *
 * Returns: (transfer none) (nullable): what is said, or %NULL for a kind whose words depend on what
 *   happened, and which are not part of the content
 */
const CooldownReminderText *
cooldown_content_get_reminder_text (CooldownContent *self, CooldownNoticeKind kind)
{
  g_return_val_if_fail (kind < COOLDOWN_N_NOTICES, NULL);
  return has_text (kind) ? &self->reminder_texts[kind] : NULL;
}
