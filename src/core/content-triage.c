/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content-private.h"

#include <string.h>

/* The part of checklist.json that decides how urgent it is: levels, items, signs and rules. */

/* Most urgent first, as in the file; CooldownLevel counts the other way. */
static const char *const level_ids[] = {
  "emergency", "urgent", "soon", "self-care", "unfinished", NULL,
};

const char *const cooldown_rule_levels[] = { "emergency", "urgent", "soon", "self-care", NULL };

static const char *const group_ids[] = {
  "warn-now", "warn-today", "where", "side", "feel", "start",
  "last",     "when",       "move",  "else", "you",  NULL,
};

/* The groups of the page, and the one of the button below the warning signs. */
static const char *const item_groups[] = {
  "warn-now", "warn-today", "where", "side", "feel",   "start", "last",
  "when",     "move",       "else",  "you",  "answer", NULL,
};

static const char *const choices[] = { "start", "last", "move", "warn", NULL };

static const char *const item_prefixes[] = {
  "where-", "side-", "feel-", "when-", "last-", "else-", "you-", COOLDOWN_ITEM_SIGN_PREFIX, NULL,
};

static CooldownLevel
level_from_index (guint index)
{
  return (CooldownLevel) (COOLDOWN_LEVEL_EMERGENCY - index);
}

static void
read_level (CooldownReader *reader, gpointer target)
{
  CooldownLevelText *level = target;
  const char *id = cooldown_reader_own_id (reader, "id");

  for (guint i = 0; level_ids[i] != NULL; i++)
    if (strcmp (level_ids[i], id) == 0)
      level->level = level_from_index (i);
  level->name = cooldown_reader_visible (reader, "name");
  level->text = cooldown_reader_visible (reader, "text");
  level->statements = cooldown_reader_list_or_none (
      reader, "statements", sizeof (CooldownStatement), cooldown_read_statement);
}

static void
read_group (CooldownReader *reader, gpointer target)
{
  CooldownGroup *group = target;

  group->id = cooldown_reader_own_id (reader, "id");
  cooldown_reader_define (reader, COOLDOWN_THING_GROUP, group->id);
  group->title = cooldown_reader_visible (reader, "title");
}

static void
check_item_id (CooldownReader *reader, const char *id)
{
  for (guint i = 0; item_prefixes[i] != NULL; i++)
    if (g_str_has_prefix (id, item_prefixes[i]))
      return;
  cooldown_reader_report (reader, "id", "“%s” does not begin like an item", id);
}

/* The warning signs, the answer that there is none, and the rest do not mix. */
static void
check_item_group (CooldownReader *reader, const CooldownItem *item)
{
  gboolean none = strcmp (item->id, COOLDOWN_ITEM_NO_SIGN) == 0;
  gboolean sign = g_str_has_prefix (item->id, COOLDOWN_ITEM_SIGN_PREFIX) && !none;
  gboolean in_signs = g_str_has_prefix (item->group, COOLDOWN_ITEM_SIGN_PREFIX);

  if (none != (strcmp (item->group, "answer") == 0) || sign != in_signs)
    cooldown_reader_report (reader, "group", "“%s” has no place in “%s”", item->id, item->group);
}

static void
check_item_choice (CooldownReader *reader, const CooldownItem *item)
{
  const char *wanted = NULL;

  if (strcmp (item->group, "answer") == 0)
    wanted = "warn";
  else if (g_strv_contains (choices, item->group))
    wanted = item->group;
  if (g_strcmp0 (wanted, item->choice) == 0)
    return;
  if (wanted != NULL)
    cooldown_reader_report (reader, "choice", "must be “%s” in this group", wanted);
  else
    cooldown_reader_report (reader, "choice", "there is none in this group");
}

/* Warning signs are asked first, all of them, and never again one by one. */
static void
check_item_question (CooldownReader *reader, const CooldownItem *item)
{
  if (item->question != NULL && g_str_has_prefix (item->id, COOLDOWN_ITEM_SIGN_PREFIX))
    cooldown_reader_report (reader, "question", "is not for warning signs");
}

static void
read_item (CooldownReader *reader, gpointer target)
{
  CooldownItem *item = target;

  item->id = cooldown_reader_own_id (reader, "id");
  check_item_id (reader, item->id);
  cooldown_reader_define (reader, COOLDOWN_THING_ITEM, item->id);
  item->group = item_groups[cooldown_reader_choice (reader, "group", item_groups)];
  if (cooldown_reader_has (reader, "choice"))
    item->choice = choices[cooldown_reader_choice (reader, "choice", choices)];
  check_item_group (reader, item);
  check_item_choice (reader, item);
  item->name = cooldown_reader_visible (reader, "name");
  item->chip = item->name;
  if (cooldown_reader_has (reader, "short"))
    item->chip = cooldown_reader_visible (reader, "short");
  if (cooldown_reader_has (reader, "question"))
    item->question = cooldown_reader_visible (reader, "question");
  check_item_question (reader, item);
  cooldown_read_basis (reader, &item->basis);
}

static gboolean
is_sign (const CooldownItem *item)
{
  return g_str_has_prefix (item->group, COOLDOWN_ITEM_SIGN_PREFIX);
}

static void
read_sign (CooldownReader *reader, gpointer target)
{
  CooldownSign *sign = target;
  CooldownContent *content = cooldown_reader_get_content (reader);
  CooldownStatement *why = cooldown_arena_alloc (content->arena, sizeof *why);
  const char *item = cooldown_reader_own_id (reader, "item");

  sign->item = cooldown_content_get_item (content, item);
  if (sign->item == NULL || !is_sign (sign->item))
    cooldown_reader_report (reader, "item", "there is no warning sign “%s”", item);
  sign->detail = cooldown_reader_visible (reader, "detail");
  sign->phrase = cooldown_reader_visible (reader, "phrase");
  sign->why = why;
  cooldown_reader_object (reader, "why", cooldown_read_statement, why);
  sign->actions = cooldown_reader_list (reader, "actions", sizeof (CooldownStatement),
                                        cooldown_read_statement);
}

static void
check_rule (CooldownReader *reader, const CooldownRule *rule)
{
  for (guint i = 0; rule->any[i] != NULL; i++)
    if (g_strv_contains (rule->all, rule->any[i]))
      cooldown_reader_report (reader, "any", "“%s” is needed already", rule->any[i]);
  if (rule->none[0] != NULL)
    cooldown_reader_report (reader, "none", "must be empty: one more tick never lowers a level");
  if (rule->all[0] == NULL && rule->any[0] == NULL)
    cooldown_reader_report (reader, "all", "must not be empty where “any” is");
  if (rule->level == COOLDOWN_LEVEL_SELF_CARE &&
      !g_strv_contains (rule->all, COOLDOWN_ITEM_NO_SIGN))
    cooldown_reader_report (reader, "all", "self-care is never without “%s”",
                            COOLDOWN_ITEM_NO_SIGN);
}

static void
read_rule (CooldownReader *reader, gpointer target)
{
  CooldownRule *rule = target;

  rule->id = cooldown_reader_own_id (reader, "id");
  cooldown_reader_define (reader, COOLDOWN_THING_RULE, rule->id);
  rule->level = level_from_index (cooldown_reader_choice (reader, "level", cooldown_rule_levels));
  rule->all = cooldown_reader_references (reader, "all", COOLDOWN_THING_ITEM, TRUE);
  rule->any = cooldown_reader_references (reader, "any", COOLDOWN_THING_ITEM, TRUE);
  rule->none = cooldown_reader_references (reader, "none", COOLDOWN_THING_ITEM, TRUE);
  check_rule (reader, rule);
  rule->text = cooldown_reader_visible (reader, "text");
  cooldown_read_basis (reader, &rule->basis);
}

static gboolean
fires_alone (const CooldownRule *rule, const char *item)
{
  for (guint i = 0; rule->all[i] != NULL; i++)
    if (strcmp (rule->all[i], item) != 0)
      return FALSE;
  return rule->any[0] == NULL || g_strv_contains (rule->any, item);
}

/* One ticked sign is enough, whatever else is ticked or not. */
static void
check_sign_alone (CooldownReader *reader, CooldownContent *self, const CooldownItem *item)
{
  CooldownLevel wanted = strcmp (item->group, "warn-now") == 0 ? COOLDOWN_LEVEL_EMERGENCY
                                                               : COOLDOWN_LEVEL_URGENT;

  for (guint i = 0; i < self->rules->len; i++)
    {
      const CooldownRule *rule = g_ptr_array_index (self->rules, i);

      if (rule->level >= wanted && fires_alone (rule, item->id))
        return;
    }
  cooldown_reader_report (reader, "rules", "“%s” alone does not reach “%s”", item->id,
                          cooldown_level_to_string (wanted));
}

static void
check_signs (CooldownReader *reader, CooldownContent *self)
{
  if (cooldown_content_get_item (self, COOLDOWN_ITEM_NO_SIGN) == NULL)
    cooldown_reader_report (reader, "items", "“%s” is missing", COOLDOWN_ITEM_NO_SIGN);
  for (guint i = 0; i < self->items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (self->items, i);

      if (!is_sign (item))
        continue;
      if (cooldown_content_get_sign (self, item->id) == NULL)
        cooldown_reader_report (reader, "signs", "“%s” is missing", item->id);
      check_sign_alone (reader, self, item);
    }
}

/* Items are looked up by their ids all the time; of two with the same the first counts. */
static void
index_items (CooldownContent *self)
{
  self->items_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = self->items->len; i > 0; i--)
    {
      CooldownItem *item = g_ptr_array_index (self->items, i - 1);

      g_hash_table_replace (self->items_by_id, (char *) item->id, item);
    }
}

/*
 * cooldown_content_read_triage:
 * @reader: a reader that stands at the top of checklist.json
 * @self: the content
 */
void
cooldown_content_read_triage (CooldownReader *reader, CooldownContent *self)
{
  self->levels = cooldown_reader_series (reader, "levels", level_ids, sizeof (CooldownLevelText),
                                         read_level);
  self->groups = cooldown_reader_series (reader, "groups", group_ids, sizeof (CooldownGroup),
                                         read_group);
  self->items = cooldown_reader_list (reader, "items", sizeof (CooldownItem), read_item);
  index_items (self);
  self->signs = cooldown_reader_list (reader, "signs", sizeof (CooldownSign), read_sign);
  self->rules = cooldown_reader_list (reader, "rules", sizeof (CooldownRule), read_rule);
  check_signs (reader, self);
}

/**
 * cooldown_level_to_string:
 * @level: a level
 *
 * Returns: its id: "emergency", "urgent", "soon", "self-care" or "unfinished"
 */
const char *
cooldown_level_to_string (CooldownLevel level)
{
  return level_ids[COOLDOWN_LEVEL_EMERGENCY - level];
}

/**
 * cooldown_content_get_level:
 * @self: the content
 * @level: a level
 *
 * Returns: (transfer none): what the level is called and what to do
 */
const CooldownLevelText *
cooldown_content_get_level (CooldownContent *self, CooldownLevel level)
{
  return g_ptr_array_index (self->levels, COOLDOWN_LEVEL_EMERGENCY - level);
}

/**
 * cooldown_content_get_groups:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownGroup): the groups of items, in page order
 */
GPtrArray *
cooldown_content_get_groups (CooldownContent *self)
{
  return self->groups;
}

/**
 * cooldown_content_get_items:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownItem): all that can be ticked, in page order
 */
GPtrArray *
cooldown_content_get_items (CooldownContent *self)
{
  return self->items;
}

/**
 * cooldown_content_get_item:
 * @self: the content
 * @id: the id of an item
 *
 * Returns: (transfer none) (nullable): the item, or %NULL if there is no such item
 */
const CooldownItem *
cooldown_content_get_item (CooldownContent *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->items_by_id, id) : NULL;
}

/**
 * cooldown_content_get_signs:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownSign): the warning signs, in page order
 */
GPtrArray *
cooldown_content_get_signs (CooldownContent *self)
{
  return self->signs;
}

/**
 * cooldown_content_get_sign:
 * @self: the content
 * @item: the id of an item
 *
 * Returns: (transfer none) (nullable): more about the item if it is a warning sign, or %NULL
 */
const CooldownSign *
cooldown_content_get_sign (CooldownContent *self, const char *item)
{
  for (guint i = 0; i < self->signs->len; i++)
    {
      const CooldownSign *sign = g_ptr_array_index (self->signs, i);

      if (sign->item != NULL && g_strcmp0 (sign->item->id, item) == 0)
        return sign;
    }
  return NULL;
}

/**
 * cooldown_content_get_rules:
 * @self: the content
 *
 * Returns: (transfer none) (element-type CooldownRule): when which level is reached
 */
GPtrArray *
cooldown_content_get_rules (CooldownContent *self)
{
  return self->rules;
}
