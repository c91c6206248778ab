/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content-private.h"

#include <string.h>

static const char *const evidence_ids[] = { COOLDOWN_CAUSE_IDS, "rls", NULL };

static const char *const modes[] = { "set", "offer", NULL };

static const char *const tabs[] = { "recover", "check", "ice", "evening", NULL };

static const char *const message_ids[] = {
  "first-start", "usual",    "place-none", "third-time", "nothing-fits",
  "ask-more",    "rls-else", "rls-test",   NULL,
};

static const char *const journal_tick_ids[] = {
  "hour", "three-times", "nights", "hot-dry", "training", NULL,
};

/* The numbers of the ticks that the journal knows of, and which tick cannot be without. */
static const struct
{
  const char *name;
  gsize offset;
  int min, max;
  const char *needed_by[4];
} journal_numbers[] = {
  { "minutes", offsetof (CooldownJournalTick, minutes), 1, 1440, { "hour", "hot-dry" } },
  { "times", offsetof (CooldownJournalTick, times), 1, 100, { "three-times" } },
  { "weeks",
    offsetof (CooldownJournalTick, weeks),
    1,
    52,
    { "three-times", "nights", "training" } },
  { "nights", offsetof (CooldownJournalTick, nights), 1, 7, { "nights" } },
  { "strength", offsetof (CooldownJournalTick, strength), 0, 10, { "nights" } },
  { "ratio_percent", offsetof (CooldownJournalTick, ratio_percent), 101, 1000, { "training" } },
};

static void
read_region (CooldownReader *reader, gpointer target)
{
  CooldownRegion *region = target;

  region->id = cooldown_reader_own_id (reader, "id");
  region->name = cooldown_reader_visible (reader, "name");
  region->item = cooldown_reader_reference_or_null (reader, "item", COOLDOWN_THING_ITEM);
  region->ice = cooldown_reader_boolean (reader, "ice");
  region->ice_name = region->name;
  if (!cooldown_reader_has (reader, "short"))
    return;
  region->ice_name = cooldown_reader_visible (reader, "short");
  if (!region->ice)
    cooldown_reader_report (reader, "short", "names a place for ice where there is none");
}

static void
check_ice_sites (CooldownReader *reader, GPtrArray *regions)
{
  for (guint i = 0; i < regions->len; i++)
    if (((const CooldownRegion *) g_ptr_array_index (regions, i))->ice)
      return;
  cooldown_reader_report (reader, "regions", "there is no place for ice");
}

/* What has been weighed for a cause in one way is not weighed in another. */
static void
check_weighed_once (CooldownReader *reader,
                    const char *member,
                    const char *const *items,
                    const char *const *before)
{
  for (guint i = 0; items[i] != NULL; i++)
    if (g_strv_contains (before, items[i]))
      {
        g_autofree char *field = g_strdup_printf ("%s[%u]", member, i);

        cooldown_reader_report (reader, field, "“%s” is weighed in another way before", items[i]);
      }
}

/* How urgent it is and what it may share with a cause are two questions. */
static void
check_no_signs (CooldownReader *reader, const char *member, const char *const *items)
{
  for (guint i = 0; items[i] != NULL; i++)
    if (g_str_has_prefix (items[i], COOLDOWN_ITEM_SIGN_PREFIX))
      {
        g_autofree char *field = g_strdup_printf ("%s[%u]", member, i);

        cooldown_reader_report (reader, field, "warning signs weigh nothing");
      }
}

static void
read_evidence (CooldownReader *reader, gpointer target)
{
  CooldownEvidence *evidence = target;

  evidence->cause = cooldown_reader_own_id (reader, "cause");
  evidence->strong = cooldown_reader_references (reader, "strong", COOLDOWN_THING_ITEM, FALSE);
  evidence->weak = cooldown_reader_references (reader, "weak", COOLDOWN_THING_ITEM, FALSE);
  evidence->against = cooldown_reader_references (reader, "against", COOLDOWN_THING_ITEM, FALSE);
  cooldown_reader_condition (reader, "together", TRUE, &evidence->together);
  cooldown_read_basis (reader, &evidence->basis);
  check_weighed_once (reader, "weak", evidence->weak, evidence->strong);
  check_weighed_once (reader, "against", evidence->against, evidence->strong);
  check_weighed_once (reader, "against", evidence->against, evidence->weak);
  check_no_signs (reader, "strong", evidence->strong);
  check_no_signs (reader, "weak", evidence->weak);
  check_no_signs (reader, "against", evidence->against);
}

static void
read_scoring (CooldownReader *reader, gpointer target)
{
  CooldownScoring *scoring = target;

  scoring->strong = cooldown_reader_integer (reader, "strong", 1, 100);
  scoring->weak = cooldown_reader_integer (reader, "weak", 1, 100);
  scoring->against = cooldown_reader_integer (reader, "against", -100, -1);
  scoring->min_for = cooldown_reader_integer (reader, "min_for", 1, 20);
  scoring->min_sum = cooldown_reader_integer (reader, "min_sum", 1, 100);
  scoring->min_sum_rare = cooldown_reader_integer (reader, "min_sum_rare", 1, 100);
  scoring->most = cooldown_reader_integer (reader, "most", 1, 8);
  scoring->rls_all = cooldown_reader_references (reader, "rls_all", COOLDOWN_THING_ITEM, FALSE);
  scoring->rls_any = cooldown_reader_references (reader, "rls_any", COOLDOWN_THING_ITEM, FALSE);
  scoring->rls_any_count = cooldown_reader_integer (reader, "rls_any_count", 1, 20);
  scoring->close = cooldown_reader_integer (reader, "close", 0, 100);
  scoring->questions = cooldown_reader_integer (reader, "questions", 0, 4);
  if ((guint) scoring->rls_any_count > g_strv_length ((char **) scoring->rls_any))
    cooldown_reader_report (reader, "rls_any_count", "is more than “rls_any” has");
  scoring->statements = cooldown_reader_list (reader, "statements", sizeof (CooldownStatement),
                                              cooldown_read_statement);
}

static void
read_journal_numbers (CooldownReader *reader, CooldownJournalTick *tick)
{
  for (guint i = 0; i < G_N_ELEMENTS (journal_numbers); i++)
    {
      const char *name = journal_numbers[i].name;
      int *number = G_STRUCT_MEMBER_P (tick, journal_numbers[i].offset);

      if (cooldown_reader_has (reader, name) ||
          g_strv_contains (journal_numbers[i].needed_by, tick->id))
        *number = cooldown_reader_integer (reader, name, journal_numbers[i].min,
                                           journal_numbers[i].max);
    }
}

static void
read_journal_tick (CooldownReader *reader, gpointer target)
{
  CooldownJournalTick *tick = target;

  tick->id = cooldown_reader_own_id (reader, "id");
  tick->item = cooldown_reader_reference (reader, "item", COOLDOWN_THING_ITEM);
  tick->offer = cooldown_reader_choice (reader, "mode", modes) == 1;
  read_journal_numbers (reader, tick);
  tick->text = cooldown_reader_visible (reader, "text");
  cooldown_read_basis (reader, &tick->basis);
}

static void
read_warning (CooldownReader *reader, gpointer target)
{
  CooldownWarning *warning = target;

  warning->id = cooldown_reader_own_id (reader, "id");
  cooldown_reader_condition (reader, "when", TRUE, &warning->when);
  warning->workouts = cooldown_reader_choices (reader, "workouts", cooldown_workout_kinds (), TRUE);
  if (warning->when.any->len == 0 && warning->workouts[0] == NULL)
    cooldown_reader_report (reader, "when", "must not be empty where “workouts” is");
  warning->tabs = cooldown_reader_choices (reader, "tabs", tabs, FALSE);
  warning->text = cooldown_reader_visible (reader, "text");
  cooldown_read_basis (reader, &warning->basis);
}

static void
read_message_rule (CooldownReader *reader, CooldownMessage *message)
{
  if (strcmp (message->id, "usual") == 0)
    {
      message->level =
          cooldown_rule_levels[cooldown_reader_choice (reader, "level", cooldown_rule_levels)];
      message->all = cooldown_reader_references (reader, "all", COOLDOWN_THING_ITEM, FALSE);
      message->only_groups = cooldown_reader_references (reader, "only_groups",
                                                         COOLDOWN_THING_GROUP, FALSE);
      message->only_items = cooldown_reader_references (reader, "only_items", COOLDOWN_THING_ITEM,
                                                        FALSE);
    }
  else if (strcmp (message->id, "third-time") == 0)
    {
      message->times = cooldown_reader_integer (reader, "times", 1, 100);
      message->weeks = cooldown_reader_integer (reader, "weeks", 1, 52);
    }
  else if (strcmp (message->id, "rls-else") == 0 || strcmp (message->id, "rls-test") == 0)
    message->rules = cooldown_reader_references (reader, "rules", COOLDOWN_THING_RULE, FALSE);
}

static void
read_message (CooldownReader *reader, gpointer target)
{
  static const char *const nothing[] = { NULL };
  CooldownMessage *message = target;

  message->id = cooldown_reader_own_id (reader, "id");
  message->all = message->only_groups = message->only_items = message->rules = nothing;
  read_message_rule (reader, message);
  message->text = cooldown_reader_visible (reader, "text");
  cooldown_read_basis (reader, &message->basis);
}

/*
 * cooldown_content_read_checklist:
 * @reader: a reader
 * @content: a CooldownContent
 *
 * A CooldownReadFunc for checklist.json.
 */
void
cooldown_content_read_checklist (CooldownReader *reader, gpointer content)
{
  CooldownContent *self = content;

  cooldown_content_read_triage (reader, self);
  self->regions = cooldown_reader_list (reader, "regions", sizeof (CooldownRegion), read_region);
  check_ice_sites (reader, self->regions);
  self->evidence = cooldown_reader_series (reader, "evidence", evidence_ids,
                                           sizeof (CooldownEvidence), read_evidence);
  cooldown_reader_object (reader, "scoring", read_scoring, &self->scoring);
  self->journal_ticks = cooldown_reader_series (reader, "journal_ticks", journal_tick_ids,
                                                sizeof (CooldownJournalTick), read_journal_tick);
  self->warnings = cooldown_reader_list (reader, "warnings", sizeof (CooldownWarning),
                                         read_warning);
  self->messages = cooldown_reader_series (reader, "messages", message_ids,
                                           sizeof (CooldownMessage), read_message);
}

/**
 * cooldown_content_get_regions:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownRegion): the places on the legs, from the top down
 */
GPtrArray *
cooldown_content_get_regions (CooldownContent *self)
{
  return self->regions;
}

/**
 * cooldown_content_get_region:
 * @self: the content
 * @id: the id of a place
 *
 * Returns: (transfer none) (nullable): the place, or %NULL if there is no such place
 */
const CooldownRegion *
cooldown_content_get_region (CooldownContent *self, const char *id)
{
  return cooldown_content_find (self->regions, id);
}

/**
 * cooldown_content_get_evidence:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownEvidence): what speaks for and against each cause,
 *   in the order of the causes; the last one is restless legs
 */
GPtrArray *
cooldown_content_get_evidence (CooldownContent *self)
{
  return self->evidence;
}

/**
 * cooldown_content_get_scoring:
 * @self: the content
 *
 * Returns: (transfer none): how evidence is weighed
 */
const CooldownScoring *
cooldown_content_get_scoring (CooldownContent *self)
{
  return &self->scoring;
}

/**
 * cooldown_content_get_journal_ticks:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownJournalTick): what the journal ticks or offers
 */
GPtrArray *
cooldown_content_get_journal_ticks (CooldownContent *self)
{
  return self->journal_ticks;
}

/**
 * cooldown_content_get_warnings:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownWarning): the notes that cross tabs
 */
GPtrArray *
cooldown_content_get_warnings (CooldownContent *self)
{
  return self->warnings;
}

/**
 * cooldown_content_get_message:
 * @self: the content
 * @id: the id of a message
 *
 * Returns: (transfer none) (nullable): the message, or %NULL if there is no such message
 */
const CooldownMessage *
cooldown_content_get_message (CooldownContent *self, const char *id)
{
  return cooldown_content_find (self->messages, id);
}
