/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "choice-words.h"
#include "date-words.h"
#include "leg-words.h"
#include "workout-words.h"

G_BEGIN_DECLS

/* An entry of the journal in words. Times are as the clock showed them where it was noted. */

char *cooldown_entry_format_title (CooldownEntry *self, CooldownContent *content);
char *cooldown_entry_format_subtitle (CooldownEntry *self,
                                      CooldownContent *content,
                                      CooldownEntry *related,
                                      gint64 now);
char *cooldown_entry_format_time (CooldownEntry *self, CooldownField field);
char *cooldown_entry_format_places (CooldownEntry *self,
                                    CooldownField field,
                                    CooldownContent *content);
char *cooldown_entry_format_sensations (CooldownEntry *self, CooldownContent *content);
char *cooldown_entry_format_lasted (CooldownEntry *self, gint64 now);
char *cooldown_entry_format_began (CooldownEntry *self);
void cooldown_entry_list_restless (CooldownEntry *self, const char *night, GPtrArray *times);
char *cooldown_minutes_format (gint64 minutes);

G_END_DECLS
