/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "content.h"

G_BEGIN_DECLS

/**
 * CooldownGateAnswers:
 * @lasting: (nullable): an a{sb}: id of a gate question → whether it applies
 * @lasting_at: when they were given, microseconds since 1970 UTC
 * @today: (nullable): an a{sb}: id of a question of today → whether the answer is the clear one
 * @today_at: when they were given
 * @ticks: (nullable): ids of the checklist's items that are ticked
 * @alcohol: whether alcohol was noted for tonight
 *
 * All that speaks for or against icing at a moment.
 */
typedef struct
{
  GVariant *lasting;
  gint64 lasting_at;
  GVariant *today;
  gint64 today_at;
  const char *const *ticks;
  gboolean alcohol;
} CooldownGateAnswers;

/**
 * CooldownGateVerdict:
 * @COOLDOWN_GATE_CLEAR: nothing speaks against icing
 * @COOLDOWN_GATE_LASTING_OPEN: the yearly questions are not all answered, or it is too long ago
 * @COOLDOWN_GATE_LASTING: a lasting condition forbids it
 * @COOLDOWN_GATE_TICK: a tick of the checklist forbids it
 * @COOLDOWN_GATE_ALCOHOL: alcohol was noted for tonight
 * @COOLDOWN_GATE_TODAY: one of today's answers forbids it
 * @COOLDOWN_GATE_TODAY_OPEN: today's questions are not all answered
 */
typedef enum
{
  COOLDOWN_GATE_CLEAR,
  COOLDOWN_GATE_LASTING_OPEN,
  COOLDOWN_GATE_LASTING,
  COOLDOWN_GATE_TICK,
  COOLDOWN_GATE_ALCOHOL,
  COOLDOWN_GATE_TODAY,
  COOLDOWN_GATE_TODAY_OPEN,
} CooldownGateVerdict;

#define COOLDOWN_TYPE_GATE (cooldown_gate_get_type ())
G_DECLARE_FINAL_TYPE (CooldownGate, cooldown_gate, COOLDOWN, GATE, GObject)

CooldownGate *cooldown_gate_new (CooldownContent *content);
CooldownGateVerdict cooldown_gate_judge (CooldownGate *self,
                                         const CooldownGateAnswers *answers,
                                         gint64 wall,
                                         const char **id);
gboolean cooldown_gate_asks_lasting (CooldownGate *self, const char *id);
gboolean cooldown_gate_asks_today (CooldownGate *self, const char *id);
gboolean cooldown_gate_permits_site (CooldownGate *self, const char *region);

G_END_DECLS
