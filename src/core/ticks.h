/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content.h"

G_BEGIN_DECLS

#define COOLDOWN_TYPE_TICKS (cooldown_ticks_get_type ())
G_DECLARE_FINAL_TYPE (CooldownTicks, cooldown_ticks, COOLDOWN, TICKS, GObject)

CooldownTicks *cooldown_ticks_new (CooldownContent *content);
void cooldown_ticks_set (CooldownTicks *self, const char *item, gboolean ticked);
gboolean cooldown_ticks_has (CooldownTicks *self, const char *item);
gboolean cooldown_ticks_has_all (CooldownTicks *self, const char *const *items);
gboolean cooldown_ticks_has_any (CooldownTicks *self, const char *const *items);
gboolean cooldown_ticks_has_sign (CooldownTicks *self);
gboolean cooldown_ticks_meet (CooldownTicks *self, const CooldownCondition *condition);
const CooldownLeaveOut *cooldown_ticks_find_leave_out (CooldownTicks *self, GPtrArray *leave_outs);
guint cooldown_ticks_count (CooldownTicks *self);
char **cooldown_ticks_to_strv (CooldownTicks *self);
void cooldown_ticks_from_strv (CooldownTicks *self, const char *const *items);

/**
 * CooldownFinding:
 * @level: the highest level that any rule reached
 * @rules: (element-type CooldownRule): the rules that reached it; empty when unfinished
 * @because: (element-type CooldownItem): the user's own ticks that made them fire
 *
 * How urgent it is, and because of what.
 */
typedef struct
{
  CooldownLevel level;
  GPtrArray *rules;
  GPtrArray *because;
} CooldownFinding;

CooldownFinding *cooldown_finding_new (CooldownContent *content, CooldownTicks *ticks);
void cooldown_finding_free (CooldownFinding *finding);
gboolean cooldown_rule_fires (const CooldownRule *rule, CooldownTicks *ticks);
const CooldownMessage *cooldown_finding_get_message (const CooldownFinding *finding,
                                                     CooldownContent *content,
                                                     CooldownTicks *ticks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownFinding, cooldown_finding_free)

G_END_DECLS
