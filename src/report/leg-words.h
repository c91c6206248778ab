/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/places.h"

G_BEGIN_DECLS

char *cooldown_leg_words_place (CooldownContent *content, const char *half);
char *cooldown_leg_words_chosen (CooldownContent *content, const char *const *halves);
const char *cooldown_leg_words_region (CooldownContent *content, const char *region);
char *cooldown_leg_words_list (CooldownContent *content, const char *const *halves);
char *cooldown_leg_words_list_short (CooldownContent *content, const char *const *halves);

G_END_DECLS
