/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* An agent that does nothing by itself: it says what the test puts into it and keeps what it was
 * told. Its settings are changed by the action "setting", as those of the true one are. */

typedef struct _FakeAgent FakeAgent;

FakeAgent *fake_agent_new (GDBusConnection *connection);
void fake_agent_free (FakeAgent *self);

void fake_agent_set_session (FakeAgent *self, const char *action, CooldownSession *session);
void fake_agent_set (FakeAgent *self, const char *action, const char *key, GVariant *value);
void fake_agent_set_state (FakeAgent *self, const char *action, GVariant *state);
void fake_agent_set_trouble (FakeAgent *self, const char *trouble);
char *fake_agent_take_command (FakeAgent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FakeAgent, fake_agent_free)

void spin_until (gboolean (*done) (gpointer data), gpointer data);
void spin_until_finalized (gpointer object);

G_END_DECLS
