/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ticks.h"

#include "content-private.h"

#include <string.h>

/**
 * cooldown_rule_fires:
 * @rule: a rule
 * @ticks: what is ticked
 *
 * Returns: whether the rule reaches its level
 */
gboolean
cooldown_rule_fires (const CooldownRule *rule, CooldownTicks *ticks)
{
  /* Whatever a file says: without an answer to the warning signs there is no self-care. */
  if (rule->level <= COOLDOWN_LEVEL_SELF_CARE && !cooldown_ticks_has (ticks, COOLDOWN_ITEM_NO_SIGN))
    return FALSE;
  return cooldown_ticks_has_all (ticks, rule->all) &&
         (rule->any[0] == NULL || cooldown_ticks_has_any (ticks, rule->any)) &&
         !cooldown_ticks_has_any (ticks, rule->none);
}

static void
find_rules (CooldownFinding *finding, CooldownContent *content, CooldownTicks *ticks)
{
  GPtrArray *rules = cooldown_content_get_rules (content);

  for (guint i = 0; i < rules->len; i++)
    {
      CooldownRule *rule = g_ptr_array_index (rules, i);

      if (rule->level < finding->level || !cooldown_rule_fires (rule, ticks))
        continue;
      if (rule->level > finding->level)
        g_ptr_array_set_size (finding->rules, 0);
      finding->level = rule->level;
      g_ptr_array_add (finding->rules, rule);
    }
}

static gboolean
is_named (const CooldownItem *item, GPtrArray *rules)
{
  for (guint i = 0; i < rules->len; i++)
    {
      const CooldownRule *rule = g_ptr_array_index (rules, i);

      if (g_strv_contains (rule->all, item->id) || g_strv_contains (rule->any, item->id))
        return TRUE;
    }
  return FALSE;
}

/**
 * cooldown_finding_new:
 * @content: the content; must outlive the finding
 * @ticks: what is ticked
 *
 * How urgent it is: the highest level that any rule reaches. Nothing lowers it.
 *
 * Returns: (transfer full): the finding; %COOLDOWN_LEVEL_UNFINISHED when no rule fires
 */
CooldownFinding *
cooldown_finding_new (CooldownContent *content, CooldownTicks *ticks)
{
  CooldownFinding *finding;
  GPtrArray *items;

  g_return_val_if_fail (COOLDOWN_IS_CONTENT (content) && COOLDOWN_IS_TICKS (ticks), NULL);
  finding = g_new0 (CooldownFinding, 1);
  finding->level = COOLDOWN_LEVEL_UNFINISHED;
  finding->rules = g_ptr_array_new ();
  finding->because = g_ptr_array_new ();
  find_rules (finding, content, ticks);
  items = cooldown_content_get_items (content);
  for (guint i = 0; i < items->len; i++)
    {
      CooldownItem *item = g_ptr_array_index (items, i);

      if (cooldown_ticks_has (ticks, item->id) && is_named (item, finding->rules))
        g_ptr_array_add (finding->because, item);
    }
  return finding;
}

/**
 * cooldown_finding_free:
 * @finding: (transfer full): a finding
 */
void
cooldown_finding_free (CooldownFinding *finding)
{
  g_ptr_array_unref (finding->rules);
  g_ptr_array_unref (finding->because);
  g_free (finding);
}

/* Whether nothing is ticked beside the items of @groups and @items. */
static gboolean
has_only (CooldownContent *content,
          CooldownTicks *ticks,
          const char *const *groups,
          const char *const *more,
          const char *const *items)
{
  g_auto (GStrv) ticked = cooldown_ticks_to_strv (ticks);

  for (guint i = 0; ticked[i] != NULL; i++)
    {
      const CooldownItem *item = cooldown_content_get_item (content, ticked[i]);

      if (!g_strv_contains (groups, item->group) && !g_strv_contains (more, item->id) &&
          !g_strv_contains (items, item->id))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_usual (const CooldownFinding *finding,
          const CooldownMessage *usual,
          CooldownContent *content,
          CooldownTicks *ticks)
{
  return g_strcmp0 (cooldown_level_to_string (finding->level), usual->level) == 0 &&
         cooldown_ticks_has_all (ticks, usual->all) &&
         has_only (content, ticks, usual->only_groups, usual->only_items, usual->all);
}

static gboolean
fired_for (const CooldownFinding *finding, const CooldownMessage *message)
{
  for (guint i = 0; i < finding->rules->len; i++)
    {
      const CooldownRule *rule = g_ptr_array_index (finding->rules, i);

      if (g_strv_contains (message->rules, rule->id))
        return TRUE;
    }
  return FALSE;
}

/* Tingling alone says so little that more has to be asked. */
static gboolean
asks_more (CooldownContent *content, CooldownTicks *ticks)
{
  static const char *const entrance[] = { "feel-tingle", NULL };
  static const char *const beside[] = { COOLDOWN_ITEM_NO_SIGN, NULL };
  static const char *const groups[] = { "you", NULL };

  return cooldown_ticks_has_all (ticks, entrance) &&
         has_only (content, ticks, groups, beside, entrance);
}

/**
 * cooldown_finding_get_message:
 * @finding: a finding
 * @content: the content
 * @ticks: what is ticked, the same as for the finding
 *
 * Returns: (transfer none) (nullable): the one message about the whole of the ticks: `usual`,
 *   `rls-else`, `rls-test` or `ask-more`; %NULL when none of them applies
 */
const CooldownMessage *
cooldown_finding_get_message (const CooldownFinding *finding,
                              CooldownContent *content,
                              CooldownTicks *ticks)
{
  const CooldownMessage *usual = cooldown_content_get_message (content, "usual");
  const char *const for_rules[] = { "rls-else", "rls-test" };

  if (is_usual (finding, usual, content, ticks))
    return usual;
  for (guint i = 0; i < G_N_ELEMENTS (for_rules); i++)
    {
      const CooldownMessage *message = cooldown_content_get_message (content, for_rules[i]);

      if (fired_for (finding, message))
        return message;
    }
  return asks_more (content, ticks) ? cooldown_content_get_message (content, "ask-more") : NULL;
}
