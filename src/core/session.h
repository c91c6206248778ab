/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "clock.h"

G_BEGIN_DECLS

/** COOLDOWN_SESSION_FORMAT: The GVariant type a session is handed over and stored in. */
#define COOLDOWN_SESSION_FORMAT "(xsa{sv}xa(ssxxs))"

/** COOLDOWN_SESSION_LINGER: How long a session that is over stays to be looked at. */
#define COOLDOWN_SESSION_LINGER (12 * COOLDOWN_HOUR)

/**
 * CooldownEvent:
 * @name: what happened: "start", "on", "off" …
 * @arg: more about it, "" if there is nothing more
 * @at: when, on both clocks
 * @axis: the same as microseconds since the session's first event
 */
typedef struct
{
  char *name;
  char *arg;
  CooldownInstant at;
  gint64 axis;
} CooldownEvent;

#define COOLDOWN_TYPE_SESSION (cooldown_session_get_type ())
G_DECLARE_FINAL_TYPE (CooldownSession, cooldown_session, COOLDOWN, SESSION, GObject)

CooldownSession *cooldown_session_new (const char *kind, GVariant *plan);
CooldownSession *cooldown_session_new_from_variant (GVariant *variant);
GVariant *cooldown_session_to_variant (CooldownSession *self);

gint64 cooldown_session_get_id (CooldownSession *self);
void cooldown_session_set_id (CooldownSession *self, gint64 id);
const char *cooldown_session_get_kind (CooldownSession *self);
GVariant *cooldown_session_get_plan (CooldownSession *self);
void cooldown_session_set_plan (CooldownSession *self, GVariant *plan);
gint64 cooldown_session_get_said (CooldownSession *self);
void cooldown_session_set_said (CooldownSession *self, gint64 axis);

const CooldownEvent *cooldown_session_append (CooldownSession *self,
                                              const char *name,
                                              const char *arg,
                                              const CooldownInstant *at);
void cooldown_session_pop (CooldownSession *self);
guint cooldown_session_get_n_events (CooldownSession *self);
guint cooldown_session_get_n_saved (CooldownSession *self);
void cooldown_session_set_n_saved (CooldownSession *self, guint n_saved);
const CooldownEvent *cooldown_session_get_event (CooldownSession *self, guint index);

gint64 cooldown_session_get_axis (CooldownSession *self, const CooldownInstant *now);
gint64 cooldown_session_get_wall (CooldownSession *self, gint64 axis, const CooldownInstant *now);
gboolean cooldown_session_rebooted (CooldownSession *self, const CooldownInstant *now);

G_END_DECLS
