/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/content.h"
#include "ice-dial.h"

G_BEGIN_DECLS

/**
 * CooldownIceAsks:
 * @COOLDOWN_ICE_ASKS_NOTHING: no question stands
 * @COOLDOWN_ICE_ASKS_SKIN: how the skin looks and feels
 * @COOLDOWN_ICE_ASKS_WHEN: when the ice came off
 *
 * What a session asks its user.
 */
typedef enum
{
  COOLDOWN_ICE_ASKS_NOTHING,
  COOLDOWN_ICE_ASKS_SKIN,
  COOLDOWN_ICE_ASKS_WHEN,
} CooldownIceAsks;

/**
 * CooldownIceLook:
 * @phase: what the session is doing
 * @title: the first thing said
 * @place: where the ice goes
 * @mark: (nullable): what there is to know now; changes at marks only
 * @hint: (nullable): what else holds during the phase
 * @hint_icon: icon of @hint
 * @question: (nullable): the question that @asks
 * @footnote: (nullable): what happens while it is not answered
 * @bell: (nullable): the answer that the ice came off when it was time
 * @spoken: the ring in words
 * @face: the ring
 * @asks: which question stands
 * @offers_check: whether the look at the skin in between can be confirmed
 * @breathes: for how long the ring still draws attention to itself, in microseconds
 *
 * A running session of ice in words, worked out from plan, events and time alone.
 */
typedef struct
{
  CooldownIcePhase phase;
  const char *title;
  const char *place;
  const char *mark;
  const char *hint;
  const char *hint_icon;
  const char *question;
  const char *footnote;
  const char *bell;
  const char *spoken;
  CooldownIceFace face;
  CooldownIceAsks asks;
  gboolean offers_check;
  gint64 breathes;

  /*< private >*/
  GStringChunk *words;
} CooldownIceLook;

CooldownIceLook *cooldown_ice_look_new (CooldownContent *content,
                                        CooldownClock *clock,
                                        CooldownSession *session,
                                        const CooldownInstant *now);
void cooldown_ice_look_free (CooldownIceLook *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownIceLook, cooldown_ice_look_free)

G_END_DECLS
