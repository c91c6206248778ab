/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenes-nights.h"

#include "nights.h"
#include "ui/nights-page.h"

#include <string.h>

static gint64
now (Desk *desk)
{
  return cooldown_clock_now (COOLDOWN_CLOCK (desk->clock)).wall;
}

/* Whether the page has read what there is. */
static gboolean
is_read (gpointer data)
{
  g_autofree char *seen = read_mapped (desk_find (data, COOLDOWN_TYPE_NIGHTS_PAGE));

  return strchr (seen, '\n') != strrchr (seen, '\n');
}

static void
show (Desk *desk)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.show-nights", NULL);
  spin_until (is_read, desk);
}

static void
nights_few (Desk *desk)
{
  nights_write_few (desk_open_journal (desk), now (desk), 3);
  show (desk);
}

static void
nights_many (Desk *desk)
{
  nights_write_planted (desk_open_journal (desk), now (desk));
  show (desk);
}

static const Scene scenes[] = {
  { "nights-few", nights_few },
  { "nights-many", nights_many },
};

/**
 * nights_scenes_get:
 * @n_scenes: (out): how many there are
 *
 * Returns: (array length=n_scenes): scenes in which the window shows the page of the nights
 */
const Scene *
nights_scenes_get (guint *n_scenes)
{
  *n_scenes = G_N_ELEMENTS (scenes);
  return scenes;
}
