/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenes-list.h"

#include "ui/episode-card.h"
#include "ui/reminder-list.h"

/* What is due, missed and coming, and the question about an open tingling. */

typedef struct
{
  const char *kind;
  int minutes; /* from now on */
  const char *title;
} Reminder;

/* Titles come from the agent, in the user's language. */
#define TITLE "«Title»"

static GVariant *
list (Desk *desk, const Reminder *reminders)
{
  gint64 now = cooldown_clock_now (COOLDOWN_CLOCK (desk->clock)).wall / COOLDOWN_SECOND;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sxs)"));
  for (; reminders->kind != NULL; reminders++)
    g_variant_builder_add (&builder, "(sxs)", reminders->kind, now + reminders->minutes * 60,
                           reminders->title);
  return g_variant_builder_end (&builder);
}

static void
list_coming (Desk *desk)
{
  static const Reminder coming[] = {
    { "morning", 15 * 60, TITLE }, { "wind-down", 200, TITLE },   { "ice-due", 12, TITLE },
    { "test", 50 * 60, TITLE },    { "bed", 60 * 24 * 9, TITLE }, { NULL },
  };

  fake_agent_set_state (desk->agent, "upcoming", list (desk, coming));
}

static void
list_missed (Desk *desk)
{
  static const Reminder missed[] = {
    { "caffeine", -60 * 24 * 3, TITLE },
    { "bed", -18 * 60, TITLE },
    { "recovery-check", -200, TITLE },
    { NULL },
  };

  fake_agent_set (desk->agent, "setting", "missed", list (desk, missed));
}

static void
list_all (Desk *desk)
{
  static const Reminder due[] = {
    { "ice-off", 0, TITLE },
    { "recovery-check", -20, TITLE },
    { "wind-down", -60 * 20, TITLE },
    { "test", -60 * 72, TITLE },
    { NULL },
  };

  list_coming (desk);
  list_missed (desk);
  fake_agent_set_state (desk->agent, "due", list (desk, due));
}

static gboolean
is_open (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static void
open_list (Desk *desk)
{
  GtkWidget *found = desk_find (desk, COOLDOWN_TYPE_REMINDER_LIST);

  desk_settle (desk);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.show-reminders", NULL);
  spin_until (is_open, found);
}

static void
list_open (Desk *desk)
{
  list_all (desk);
  open_list (desk);
}

static void
list_open_empty (Desk *desk)
{
  open_list (desk);
}

static void
ask_about_episode (Desk *desk, const char *kind)
{
  const Reminder due[] = { { kind, -5, TITLE }, { NULL } };
  gint64 now = cooldown_clock_now (COOLDOWN_CLOCK (desk->clock)).wall / COOLDOWN_SECOND;

  fake_agent_set (desk->agent, "recovery", "episode", g_variant_new_int64 (now - 10 * 3600));
  fake_agent_set_state (desk->agent, "due", list (desk, due));
}

static void
episode_evening (Desk *desk)
{
  ask_about_episode (desk, "episode-evening");
}

static void
episode_morning (Desk *desk)
{
  cooldown_fake_clock_advance (desk->clock, 15 * COOLDOWN_HOUR);
  ask_about_episode (desk, "episode-morning");
}

/* Answered with the button at BUTTON, and the agent has taken the question back. */
static void
answer (Desk *desk, guint button)
{
  static const Reminder none[] = { { NULL } };

  desk_settle (desk);
  desk_show (desk, "recover");
  desk_press (desk, COOLDOWN_TYPE_EPISODE_CARD, button);
  fake_agent_set_state (desk->agent, "due", list (desk, none));
}

static void
episode_still (Desk *desk)
{
  episode_morning (desk);
  answer (desk, 1);
}

static void
episode_third (Desk *desk)
{
  episode_evening (desk);
  fake_agent_set (desk->agent, "recovery", "recent", g_variant_new_uint32 (3));
  answer (desk, 0);
  fake_agent_set (desk->agent, "recovery", "episode", NULL);
}

static const Scene scenes[] = {
  { "list-coming", list_coming },
  { "list-missed", list_missed },
  { "list-all", list_all },
  { "list-open", list_open },
  { "list-open-empty", list_open_empty },
  { "episode-evening", episode_evening },
  { "episode-morning", episode_morning },
  { "episode-still", episode_still },
  { "episode-third", episode_third },
};

/**
 * list_scenes_get:
 * @n_scenes: (out): how many there are
 *
 * Returns: (array length=n_scenes): scenes in which something is due, was missed or is coming
 */
const Scene *
list_scenes_get (guint *n_scenes)
{
  *n_scenes = G_N_ELEMENTS (scenes);
  return scenes;
}
