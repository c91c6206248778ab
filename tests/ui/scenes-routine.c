/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenes-routine.h"

#include "ui/routine-list.h"

#include <stdlib.h>

/* In the evening, an hour before bed, with a routine to which EVENTS happened, each "name
 * minutes-until-the-next". */
static void
routine (Desk *desk, const char *const *events)
{
  g_autoptr (GVariant) steps = g_variant_ref_sink (g_variant_new_parsed (
      "[('walk', uint32 5), ('stretch', 10), ('massage', 5), ('breathing', 10)]"));
  g_autoptr (CooldownSession)
      session = cooldown_session_new ("evening", cooldown_routine_plan_new (steps));

  fake_agent_set (desk->agent, "setting", "bedtime", g_variant_new_int32 (22 * 60));
  cooldown_fake_clock_advance (desk->clock, 4 * COOLDOWN_HOUR);
  for (; *events != NULL; events++)
    {
      g_auto (GStrv) parts = g_strsplit (*events, " ", 2);
      CooldownInstant now = cooldown_clock_now (COOLDOWN_CLOCK (desk->clock));

      cooldown_session_append (session, parts[0], "", &now);
      cooldown_fake_clock_advance (desk->clock, atoi (parts[1]) * COOLDOWN_MINUTE);
    }
  fake_agent_set_session (desk->agent, "evening", session);
}

static void
routine_walk (Desk *desk)
{
  routine (desk, (const char *[]){ "start 1", NULL });
}

static void
routine_stretch (Desk *desk)
{
  routine (desk, (const char *[]){ "start 9", NULL });
}

static void
routine_paused (Desk *desk)
{
  routine (desk, (const char *[]){ "start 2", "next 4", "pause 3", NULL });
}

static void
routine_left_out (Desk *desk)
{
  static const char *const ticks[] = { "side-one", "where-calf", "feel-pain", NULL };

  routine (desk, (const char *[]){ "start 2", "next 4", "next 1", NULL });
  fake_agent_set (desk->agent, "setting", "check.ticks", g_variant_new_strv (ticks, -1));
}

static void
routine_stopped (Desk *desk)
{
  static const char *const ticks[] = { "warn-swollen-leg", NULL };

  routine_stretch (desk);
  fake_agent_set (desk->agent, "setting", "check.ticks", g_variant_new_strv (ticks, -1));
}

static void
routine_finished (Desk *desk)
{
  routine (desk, (const char *[]){ "start 31", NULL });
}

static void
choose (Desk *desk, gboolean changing)
{
  GtkWidget *list = desk_find (desk, COOLDOWN_TYPE_ROUTINE_LIST);

  fake_agent_set (desk->agent, "setting", "bedtime", g_variant_new_int32 (22 * 60));
  fake_agent_set (desk->agent, "setting", "routine",
                  g_variant_new_parsed ("[('bath', uint32 20), ('walk', 15), ('walk', 20)]"));
  desk_settle (desk);
  desk_show (desk, "evening");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find_mapped (list, GTK_TYPE_TOGGLE_BUTTON, 0)), changing);
}

static void
routine_changing (Desk *desk)
{
  choose (desk, TRUE);
}

static void
routine_changed (Desk *desk)
{
  choose (desk, FALSE);
}

static const Scene scenes[] = {
  { "routine-walk", routine_walk },
  { "routine-stretch", routine_stretch },
  { "routine-paused", routine_paused },
  { "routine-left-out", routine_left_out },
  { "routine-stopped", routine_stopped },
  { "routine-finished", routine_finished },
  { "routine-changing", routine_changing },
  { "routine-changed", routine_changed },
};

/**
 * routine_scenes_get:
 * @n_scenes: (out): how many there are
 *
 * Returns: (array length=n_scenes): scenes in which the wind-down routine runs, is over, or is
 *   changed
 */
const Scene *
routine_scenes_get (guint *n_scenes)
{
  *n_scenes = G_N_ELEMENTS (scenes);
  return scenes;
}
