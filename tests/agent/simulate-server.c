/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The desktop's notification server, and the agent's way to it: as the program's own notifier, one
 * call is in flight, and of what waits only the newest of each slot is kept.
 */
#include "simulate.h"

#include <stdio.h>

/* How long a caller waits for a server that says nothing. */
#define PATIENCE (25 * COOLDOWN_SECOND)

typedef enum
{
  WISH_NONE,
  WISH_SHOW,
  WISH_WITHDRAW,
} Wish;

typedef struct
{
  Wish wish;
  CooldownReminder *reminder;
  SimShown shown; /* what it tells */
  guint32 id;
} Slot;

#define SIM_TYPE_NOTIFIER (sim_notifier_get_type ())
G_DECLARE_FINAL_TYPE (SimNotifier, sim_notifier, SIM, NOTIFIER, GObject)

struct _SimNotifier
{
  GObject parent_instance;
  Sim *sim; /* (nullable) */
  Slot slots[COOLDOWN_N_SLOTS];
  gboolean in_flight;
  guint flying_slot;
  Slot flying;
  guint flying_epoch;
  gint64 lands_at;
};

static void sim_notifier_notifier_init (CooldownNotifierInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SimNotifier,
                               sim_notifier,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COOLDOWN_TYPE_NOTIFIER,
                                                      sim_notifier_notifier_init))

static void
sim_notifier_show (CooldownNotifier *notifier, const CooldownReminder *reminder)
{
  SimNotifier *self = SIM_NOTIFIER (notifier);
  Slot *slot = &self->slots[reminder->slot];

  g_clear_pointer (&slot->reminder, cooldown_reminder_free);
  slot->reminder = cooldown_reminder_copy (reminder);
  slot->wish = WISH_SHOW;
  slot->shown = (SimShown){ 0 };
  sim_watch_show (self->sim, reminder, &slot->shown);
}

static void
sim_notifier_withdraw (CooldownNotifier *notifier, guint index)
{
  SimNotifier *self = SIM_NOTIFIER (notifier);
  Slot *slot = &self->slots[index];
  gboolean flying = self->in_flight && self->flying.wish == WISH_SHOW &&
                    self->flying_slot == index;

  slot->wish = slot->id != 0 || flying ? WISH_WITHDRAW : WISH_NONE;
}

static void
sim_notifier_adopt (CooldownNotifier *notifier, guint slot, const char *key)
{
  SimNotifier *self = SIM_NOTIFIER (notifier);
  guint epoch = 0, id = 0;

  if (sscanf (key, "%u %u", &epoch, &id) == 2 && epoch == self->sim->server.epoch)
    self->slots[slot].id = id;
}

static char *
sim_notifier_describe (CooldownNotifier *notifier)
{
  return g_strdup ("a server");
}

static gboolean
sim_notifier_has_buttons (CooldownNotifier *notifier)
{
  return TRUE;
}

static void
sim_notifier_notifier_init (CooldownNotifierInterface *iface)
{
  iface->show = sim_notifier_show;
  iface->withdraw = sim_notifier_withdraw;
  iface->adopt = sim_notifier_adopt;
  iface->describe = sim_notifier_describe;
  iface->has_buttons = sim_notifier_has_buttons;
}

static void
sim_notifier_finalize (GObject *object)
{
  SimNotifier *self = SIM_NOTIFIER (object);

  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    g_clear_pointer (&self->slots[i].reminder, cooldown_reminder_free);
  g_clear_pointer (&self->flying.reminder, cooldown_reminder_free);
  G_OBJECT_CLASS (sim_notifier_parent_class)->finalize (object);
}

static void
sim_notifier_class_init (SimNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sim_notifier_finalize;
}

static void
sim_notifier_init (SimNotifier *self)
{
}

SimNotifier *
sim_notifier_new (Sim *sim)
{
  SimNotifier *self = g_object_new (SIM_TYPE_NOTIFIER, NULL);

  self->sim = sim;
  return self;
}

/* The agent is no more; what was in flight never arrives. */
void
sim_notifier_disconnect (SimNotifier *self)
{
  self->sim = NULL;
}

static gboolean
take_next (SimNotifier *self)
{
  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    if (self->slots[i].wish != WISH_NONE)
      {
        self->in_flight = TRUE;
        self->flying_slot = i;
        g_clear_pointer (&self->flying.reminder, cooldown_reminder_free);
        self->flying = self->slots[i];
        self->slots[i].wish = WISH_NONE;
        self->slots[i].reminder = NULL;
        self->flying_epoch = self->sim->server.epoch;
        self->lands_at = self->sim->truth;
        if (self->sim->server.mode == SIM_SERVER_IS_HANGING)
          self->lands_at += PATIENCE;
        return TRUE;
      }
  return FALSE;
}

/* The server does as it is told; whether it did. */
static gboolean
serve (SimNotifier *self)
{
  Sim *sim = self->sim;
  SimShown *shown = &sim->server.shown[self->flying_slot];
  Slot *slot = &self->slots[self->flying_slot];

  if (self->flying_epoch != sim->server.epoch)
    {
      slot->id = 0;
      return FALSE;
    }
  /* One that hangs or refuses what is new still takes away what it shows. */
  if (sim->server.mode != SIM_SERVER_IS_UP && self->flying.wish == WISH_SHOW)
    return FALSE;
  if (self->flying.wish == WISH_WITHDRAW)
    {
      sim_tell (sim, "    the server takes %s away", cooldown_slot_get_name (self->flying_slot));
      if (shown->id == slot->id)
        *shown = (SimShown){ 0 };
      slot->id = 0;
      return TRUE;
    }
  if (slot->id == 0 && shown->id != 0)
    sim_fail (sim, "one-per-slot", "%s stands twice",
              cooldown_slot_get_name (self->flying_slot));
  if (slot->id == 0)
    slot->id = ++sim->server.last_id;
  *shown = self->flying.shown;
  shown->id = slot->id;
  sim_watch_accept (sim, self->flying_slot, self->flying.reminder, shown);
  return TRUE;
}

static void
land (SimNotifier *self)
{
  Sim *sim = self->sim;
  Slot *slot = &self->slots[self->flying_slot];
  guint index = self->flying_slot;
  gboolean served = serve (self);
  gint64 serial = self->flying.wish == WISH_SHOW ? self->flying.reminder->serial : -1;
  g_autofree char *key =
    slot->id != 0 ? g_strdup_printf ("%u %u", sim->server.epoch, slot->id) : g_strdup ("");

  self->in_flight = FALSE;
  if (served && slot->wish == WISH_SHOW && serial >= slot->reminder->serial)
    slot->reminder->sound = COOLDOWN_SOUND_NONE;
  if (self->flying.wish == WISH_SHOW && !served)
    {
      sim_tell (sim, "    the server fails to show %s", cooldown_slot_get_name (index));
      sim_watch_fail (sim, index);
      g_signal_emit_by_name (self, "failed", index, "no");
      return;
    }
  g_signal_emit_by_name (self, "placed", index, key, serial);
}

/* Takes a step, if one can be taken now; whether it did. */
gboolean
sim_notifier_step (SimNotifier *self)
{
  if (!self->in_flight && !take_next (self))
    return FALSE;
  if (self->sim->kill_in_flight >= 0 && self->flying.wish == WISH_SHOW)
    {
      gint64 back_after = self->sim->kill_in_flight * COOLDOWN_SECOND;

      self->sim->kill_in_flight = -1;
      sim_tell (self->sim, "  * the agent is killed before the server hears it");
      sim_kill_agent (self->sim, back_after);
      return FALSE;
    }
  if (self->sim->truth < self->lands_at && self->sim->server.mode == SIM_SERVER_IS_HANGING)
    return FALSE;
  land (self);
  return TRUE;
}

/* When something changes by itself. */
gint64
sim_notifier_next (SimNotifier *self)
{
  return self->in_flight ? self->lands_at : COOLDOWN_NEVER;
}

gboolean
sim_notifier_is_busy (SimNotifier *self)
{
  if (self->in_flight)
    return TRUE;
  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    if (self->slots[i].wish != WISH_NONE)
      return TRUE;
  return FALSE;
}

/* Whether a reminder of the slot is under way. */
gboolean
sim_notifier_shows (SimNotifier *self, guint slot)
{
  return self->slots[slot].wish == WISH_SHOW ||
         (self->in_flight && self->flying_slot == slot && self->flying.wish == WISH_SHOW);
}

/* All that stood on the desktop is gone. */
void
sim_server_restart (Sim *sim)
{
  sim->server.epoch++;
  for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
    sim->server.shown[i] = (SimShown){ 0 };
  if (sim->notifier != NULL)
    for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
      sim->notifier->slots[i].id = 0;
}

void
sim_server_set_mode (Sim *sim, SimServerMode mode)
{
  SimServerMode before = sim->server.mode;

  sim->server.mode = mode;
  if (mode == before)
    return;
  if (mode == SIM_SERVER_IS_GONE || before == SIM_SERVER_IS_GONE)
    sim_server_restart (sim);
  if (before == SIM_SERVER_IS_GONE && sim->notifier != NULL)
    {
      for (guint i = 0; i < COOLDOWN_N_SLOTS; i++)
        sim->watch.tried_until[i] = 0;
      g_signal_emit_by_name (sim->notifier, "ready");
    }
}
