/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/content.h"
#include "core/entry.h"

G_BEGIN_DECLS

/* What happened in a session, in words. */

char *cooldown_session_format_event (CooldownEntry *session, guint index, CooldownContent *content);
char *cooldown_session_format_note (CooldownEntry *session, guint index);

G_END_DECLS
