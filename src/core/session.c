/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session.h"

struct _CooldownSession
{
  GObject parent_instance;
  gint64 id;
  char *kind;
  GVariant *plan;
  gint64 said;
  GPtrArray *events; /* (element-type CooldownEvent) */
  guint n_saved;
};

G_DEFINE_FINAL_TYPE (CooldownSession, cooldown_session, G_TYPE_OBJECT)

static void
cooldown_event_free (CooldownEvent *event)
{
  g_free (event->name);
  g_free (event->arg);
  g_free (event);
}

static void
cooldown_session_finalize (GObject *object)
{
  CooldownSession *self = COOLDOWN_SESSION (object);

  g_free (self->kind);
  g_variant_unref (self->plan);
  g_ptr_array_unref (self->events);
  G_OBJECT_CLASS (cooldown_session_parent_class)->finalize (object);
}

static void
cooldown_session_class_init (CooldownSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_session_finalize;
}

static void
cooldown_session_init (CooldownSession *self)
{
  self->said = -1;
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) cooldown_event_free);
}

/**
 * cooldown_session_new:
 * @kind: "ice" or "recovery"
 * @plan: an a{sv} with what was planned; sunk if floating
 *
 * A session is a plan and what happened to it since. It has no state of its own: what it is at a
 * moment is worked out from these by [func@Cooldown.ice_fold] and its like.
 *
 * Returns: (transfer full): a session without events
 */
CooldownSession *
cooldown_session_new (const char *kind, GVariant *plan)
{
  CooldownSession *self;

  g_return_val_if_fail (kind != NULL && plan != NULL, NULL);
  self = g_object_new (COOLDOWN_TYPE_SESSION, NULL);
  self->kind = g_strdup (kind);
  self->plan = g_variant_ref_sink (plan);
  return self;
}

/**
 * cooldown_session_new_from_variant:
 * @variant: what [method@Cooldown.Session.to_variant] gave
 *
 * Returns: (transfer full) (nullable): the session, or %NULL when @variant has another type
 */
CooldownSession *
cooldown_session_new_from_variant (GVariant *variant)
{
  g_autoptr (CooldownSession) self = NULL;
  g_autoptr (GVariant) plan = NULL;
  g_autoptr (GVariantIter) events = NULL;
  const char *kind, *name, *arg, *boot_id;
  gint64 id, said;
  CooldownInstant at = { 0 };

  if (variant == NULL || !g_variant_is_of_type (variant, G_VARIANT_TYPE (COOLDOWN_SESSION_FORMAT)))
    return NULL;
  g_variant_get (variant, "(x&s@a{sv}xa(ssxxs))", &id, &kind, &plan, &said, &events);
  self = cooldown_session_new (kind, plan);
  self->id = id;
  self->said = said;
  while (g_variant_iter_next (events, "(&s&sxx&s)", &name, &arg, &at.wall, &at.boot, &boot_id))
    {
      g_strlcpy (at.boot_id, boot_id, sizeof at.boot_id);
      cooldown_session_append (self, name, arg, &at);
    }
  return g_steal_pointer (&self);
}

/**
 * cooldown_session_to_variant:
 * @self: a session
 *
 * Returns: (transfer floating): all of it, of the type %COOLDOWN_SESSION_FORMAT
 */
GVariant *
cooldown_session_to_variant (CooldownSession *self)
{
  GVariantBuilder events;

  g_variant_builder_init (&events, G_VARIANT_TYPE ("a(ssxxs)"));
  for (guint i = 0; i < self->events->len; i++)
    {
      const CooldownEvent *event = g_ptr_array_index (self->events, i);

      g_variant_builder_add (&events, "(ssxxs)", event->name, event->arg, event->at.wall,
                             event->at.boot, event->at.boot_id);
    }
  return g_variant_new ("(xs@a{sv}x@a(ssxxs))", self->id, self->kind, self->plan, self->said,
                        g_variant_builder_end (&events));
}

/**
 * cooldown_session_get_id:
 * @self: a session
 *
 * Returns: its number in the journal, 0 before it stands there
 */
gint64
cooldown_session_get_id (CooldownSession *self)
{
  return self->id;
}

/**
 * cooldown_session_set_id:
 * @self: a session
 * @id: its number in the journal
 */
void
cooldown_session_set_id (CooldownSession *self, gint64 id)
{
  self->id = id;
}

/**
 * cooldown_session_get_kind:
 * @self: a session
 *
 * Returns: "ice" or "recovery"
 */
const char *
cooldown_session_get_kind (CooldownSession *self)
{
  return self->kind;
}

/**
 * cooldown_session_get_plan:
 * @self: a session
 *
 * Returns: (transfer none): the plan, an a{sv}
 */
GVariant *
cooldown_session_get_plan (CooldownSession *self)
{
  return self->plan;
}

/**
 * cooldown_session_set_plan:
 * @self: a session
 * @plan: an a{sv}; sunk if floating
 */
void
cooldown_session_set_plan (CooldownSession *self, GVariant *plan)
{
  g_variant_ref_sink (plan);
  g_variant_unref (self->plan);
  self->plan = plan;
}

/**
 * cooldown_session_get_said:
 * @self: a session
 *
 * Returns: the axis time of the last reminder that was said, -1 when none was
 */
gint64
cooldown_session_get_said (CooldownSession *self)
{
  return self->said;
}

/**
 * cooldown_session_set_said:
 * @self: a session
 * @axis: the axis time up to which reminders were said
 */
void
cooldown_session_set_said (CooldownSession *self, gint64 axis)
{
  self->said = axis;
}

/**
 * cooldown_session_append:
 * @self: a session
 * @name: what happened
 * @arg: (nullable): more about it
 * @at: when
 *
 * Returns: (transfer none): the new event
 */
const CooldownEvent *
cooldown_session_append (CooldownSession *self,
                         const char *name,
                         const char *arg,
                         const CooldownInstant *at)
{
  CooldownEvent *event = g_new0 (CooldownEvent, 1);

  event->name = g_strdup (name);
  event->arg = g_strdup (arg != NULL ? arg : "");
  event->at = *at;
  event->axis = cooldown_session_get_axis (self, at);
  g_ptr_array_add (self->events, event);
  return event;
}

/**
 * cooldown_session_pop:
 * @self: a session
 *
 * Takes back the last event, for a command that could not be stored or is undone.
 */
void
cooldown_session_pop (CooldownSession *self)
{
  g_return_if_fail (self->events->len > 0);
  g_ptr_array_remove_index (self->events, self->events->len - 1);
  self->n_saved = MIN (self->n_saved, self->events->len);
}

/**
 * cooldown_session_get_n_events:
 * @self: a session
 *
 * Returns: how many things happened to it
 */
guint
cooldown_session_get_n_events (CooldownSession *self)
{
  return self->events->len;
}

/**
 * cooldown_session_get_n_saved:
 * @self: a session
 *
 * Returns: how many of its events stand in the journal, the first ones
 */
guint
cooldown_session_get_n_saved (CooldownSession *self)
{
  return self->n_saved;
}

/**
 * cooldown_session_set_n_saved:
 * @self: a session
 * @n_saved: how many of its events stand in the journal
 */
void
cooldown_session_set_n_saved (CooldownSession *self, guint n_saved)
{
  self->n_saved = n_saved;
}

/**
 * cooldown_session_get_event:
 * @self: a session
 * @index: which one, from 0
 *
 * Returns: (transfer none): the event
 */
const CooldownEvent *
cooldown_session_get_event (CooldownSession *self, guint index)
{
  return g_ptr_array_index (self->events, index);
}

/* The moment everything later is measured from, %NULL before the first event. */
static const CooldownEvent *
cooldown_session_last_event (CooldownSession *self)
{
  return self->events->len > 0 ? g_ptr_array_index (self->events, self->events->len - 1) : NULL;
}

/**
 * cooldown_session_get_axis:
 * @self: a session
 * @now: a moment not before its last event
 *
 * The session's own time: microseconds since its first event, adding up from event to event, so
 * that a restart of the machine costs at most the exactness of one stretch.
 *
 * Returns: microseconds, never negative and never before the last event
 */
gint64
cooldown_session_get_axis (CooldownSession *self, const CooldownInstant *now)
{
  const CooldownEvent *last = cooldown_session_last_event (self);

  return last != NULL ? last->axis + cooldown_instant_since (&last->at, now) : 0;
}

/**
 * cooldown_session_get_wall:
 * @self: a session
 * @axis: a time of the session
 * @now: this moment
 *
 * Returns: what a clock on the wall shows at @axis, microseconds since 1970 UTC
 */
gint64
cooldown_session_get_wall (CooldownSession *self, gint64 axis, const CooldownInstant *now)
{
  return now->wall + (axis - cooldown_session_get_axis (self, now));
}

/**
 * cooldown_session_rebooted:
 * @self: a session
 * @now: this moment
 *
 * Returns: whether the machine was restarted since the last event
 */
gboolean
cooldown_session_rebooted (CooldownSession *self, const CooldownInstant *now)
{
  const CooldownEvent *last = cooldown_session_last_event (self);

  return last != NULL && !cooldown_instant_same_boot (&last->at, now);
}
