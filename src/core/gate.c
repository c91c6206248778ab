/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gate.h"

#include "content-private.h"

#include <string.h>

#define DAY (24 * COOLDOWN_HOUR)

/* Today's answers are about this skin at this hour. */
#define TODAY_HOLDS (60 * COOLDOWN_MINUTE)

/* A clock that was set back a little leaves answers in the future that are good all the same. */
#define AHEAD_HOLDS COOLDOWN_HOUR

struct _CooldownGate
{
  GObject parent_instance;
  char **lasting;
  char **today;
  char **forbidding; /* warning signs before the rest */
  char **sites;
  gint64 lasting_holds;
};

G_DEFINE_FINAL_TYPE (CooldownGate, cooldown_gate, G_TYPE_OBJECT)

static void
cooldown_gate_finalize (GObject *object)
{
  CooldownGate *self = COOLDOWN_GATE (object);

  g_strfreev (self->lasting);
  g_strfreev (self->today);
  g_strfreev (self->forbidding);
  g_strfreev (self->sites);
  G_OBJECT_CLASS (cooldown_gate_parent_class)->finalize (object);
}

static void
cooldown_gate_class_init (CooldownGateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_gate_finalize;
}

static void
cooldown_gate_init (CooldownGate *self)
{
}

static char **
lasting_ids (CooldownContent *content)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GPtrArray *questions = cooldown_content_get_gate (content);

  for (guint i = 0; i < questions->len; i++)
    g_strv_builder_add (ids, ((CooldownGateQuestion *) g_ptr_array_index (questions, i))->id);
  return g_strv_builder_end (ids);
}

static char **
today_ids (CooldownContent *content)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GPtrArray *questions = cooldown_content_get_today (content);

  for (guint i = 0; i < questions->len; i++)
    g_strv_builder_add (ids, ((CooldownTodayQuestion *) g_ptr_array_index (questions, i))->id);
  return g_strv_builder_end (ids);
}

static char **
forbidding_ids (CooldownContent *content)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GPtrArray *signs = cooldown_content_get_signs (content);
  GPtrArray *items = cooldown_content_get_items (content);

  for (guint i = 0; i < signs->len; i++)
    g_strv_builder_add (ids, ((CooldownSign *) g_ptr_array_index (signs, i))->item->id);
  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);

      if (cooldown_content_get_sign (content, item->id) == NULL &&
          cooldown_content_find_forbidding (content, item->id) != NULL)
        g_strv_builder_add (ids, item->id);
    }
  return g_strv_builder_end (ids);
}

static char **
site_ids (CooldownContent *content)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GPtrArray *regions = cooldown_content_get_regions (content);

  for (guint i = 0; i < regions->len; i++)
    {
      const CooldownRegion *region = g_ptr_array_index (regions, i);

      if (region->ice)
        g_strv_builder_add (ids, region->id);
    }
  return g_strv_builder_end (ids);
}

/**
 * cooldown_gate_new:
 * @content: the content; not needed any more afterwards
 *
 * Returns: (transfer full): what decides whether somebody may ice
 */
CooldownGate *
cooldown_gate_new (CooldownContent *content)
{
  CooldownGate *self;

  g_return_val_if_fail (COOLDOWN_IS_CONTENT (content), NULL);
  self = g_object_new (COOLDOWN_TYPE_GATE, NULL);
  self->lasting = lasting_ids (content);
  self->today = today_ids (content);
  self->forbidding = forbidding_ids (content);
  self->sites = site_ids (content);
  self->lasting_holds = cooldown_content_get_ice_protocol (content)->gate_days * DAY;
  return self;
}

typedef enum
{
  ANSWER_NONE,
  ANSWER_YES,
  ANSWER_NO,
} Answer;

static Answer
look_up (GVariant *answers, const char *id)
{
  gboolean answer;

  if (answers == NULL || !g_variant_is_of_type (answers, G_VARIANT_TYPE ("a{sb}")) ||
      !g_variant_lookup (answers, id, "b", &answer))
    return ANSWER_NONE;
  return answer ? ANSWER_YES : ANSWER_NO;
}

/* Which of @questions is the first that was answered so. */
static const char *
first_with (char **questions, GVariant *answers, Answer answer)
{
  for (guint i = 0; questions[i] != NULL; i++)
    if (look_up (answers, questions[i]) == answer)
      return questions[i];
  return NULL;
}

static gboolean
holds (gint64 at, gint64 wall, gint64 length)
{
  return at >= wall ? at - wall <= AHEAD_HOLDS : wall - at <= length;
}

static CooldownGateVerdict
judge_lasting (CooldownGate *self, const CooldownGateAnswers *answers, gint64 wall, const char **id)
{
  *id = first_with (self->lasting, answers->lasting, ANSWER_YES);
  if (*id != NULL)
    return COOLDOWN_GATE_LASTING;
  *id = first_with (self->lasting, answers->lasting, ANSWER_NONE);
  if (*id == NULL && !holds (answers->lasting_at, wall, self->lasting_holds))
    *id = self->lasting[0];
  return *id != NULL ? COOLDOWN_GATE_LASTING_OPEN : COOLDOWN_GATE_CLEAR;
}

static const char *
first_forbidding (CooldownGate *self, const char *const *ticks)
{
  for (guint i = 0; ticks != NULL && self->forbidding[i] != NULL; i++)
    if (g_strv_contains (ticks, self->forbidding[i]))
      return self->forbidding[i];
  return NULL;
}

/* Answers that do not hold any more are none, be they good or bad. */
static CooldownGateVerdict
judge_today (CooldownGate *self, const CooldownGateAnswers *answers, gint64 wall, const char **id)
{
  GVariant *today = holds (answers->today_at, wall, TODAY_HOLDS) ? answers->today : NULL;

  *id = first_with (self->today, today, ANSWER_NO);
  if (*id != NULL)
    return COOLDOWN_GATE_TODAY;
  *id = first_with (self->today, today, ANSWER_NONE);
  return *id != NULL ? COOLDOWN_GATE_TODAY_OPEN : COOLDOWN_GATE_CLEAR;
}

/**
 * cooldown_gate_judge:
 * @self: a gate
 * @answers: what speaks for or against icing
 * @wall: this moment, microseconds since 1970 UTC
 * @id: (out) (optional) (nullable): the question or the item that decided; it belongs to the gate.
 *   %NULL for %COOLDOWN_GATE_CLEAR and %COOLDOWN_GATE_ALCOHOL
 *
 * Returns: whether somebody may ice now, or why not; of several reasons the one that lasts longest
 */
CooldownGateVerdict
cooldown_gate_judge (CooldownGate *self,
                     const CooldownGateAnswers *answers,
                     gint64 wall,
                     const char **id)
{
  CooldownGateVerdict verdict;
  const char *ignored;

  g_return_val_if_fail (COOLDOWN_IS_GATE (self), COOLDOWN_GATE_LASTING_OPEN);
  if (id == NULL)
    id = &ignored;
  verdict = judge_lasting (self, answers, wall, id);
  if (verdict != COOLDOWN_GATE_CLEAR)
    return verdict;
  *id = first_forbidding (self, answers->ticks);
  if (*id != NULL)
    return COOLDOWN_GATE_TICK;
  if (answers->alcohol)
    return COOLDOWN_GATE_ALCOHOL;
  return judge_today (self, answers, wall, id);
}

/**
 * cooldown_gate_asks_lasting:
 * @self: a gate
 * @id: an id
 *
 * Returns: whether it is the id of a lasting condition
 */
gboolean
cooldown_gate_asks_lasting (CooldownGate *self, const char *id)
{
  g_return_val_if_fail (COOLDOWN_IS_GATE (self) && id != NULL, FALSE);
  return g_strv_contains ((const char *const *) self->lasting, id);
}

/**
 * cooldown_gate_asks_today:
 * @self: a gate
 * @id: an id
 *
 * Returns: whether it is the id of a question that is asked before every session
 */
gboolean
cooldown_gate_asks_today (CooldownGate *self, const char *id)
{
  g_return_val_if_fail (COOLDOWN_IS_GATE (self) && id != NULL, FALSE);
  return g_strv_contains ((const char *const *) self->today, id);
}

/**
 * cooldown_gate_permits_site:
 * @self: a gate
 * @region: the id of a place
 *
 * Returns: whether ice may lie there
 */
gboolean
cooldown_gate_permits_site (CooldownGate *self, const char *region)
{
  g_return_val_if_fail (COOLDOWN_IS_GATE (self) && region != NULL, FALSE);
  return g_strv_contains ((const char *const *) self->sites, region);
}
