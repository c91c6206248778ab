/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "activity-icon.h"

#include <string.h>

static const struct
{
  const char *activity;
  const char *icon;
} icons[] = {
  { "walk", "cd-walk-symbolic" },
  { "stretch", "cd-stretch-symbolic" },
  { "massage", "cd-massage-symbolic" },
  { "bath", "cd-bath-symbolic" },
  { "quiet", "cd-journal-symbolic" },
  { "breathing", "cd-breath-symbolic" },
  { "screens-off", "cd-screen-off-symbolic" },
  { "cold-packs", "cd-ice-symbolic" },
  { "compression", "cd-doctor-symbolic" },
  { "nerve-stimulation", "cd-doctor-symbolic" },
};

static const char *
find_icon (const char *activity)
{
  for (guint i = 0; activity != NULL && i < G_N_ELEMENTS (icons); i++)
    if (strcmp (icons[i].activity, activity) == 0)
      return icons[i].icon;
  return "cd-bed-symbolic";
}

/**
 * cooldown_activity_icon_new:
 * @activity: (nullable): the id of something to do in the evening; %NULL for going to bed
 *
 * Returns: (transfer floating): its sign, for the eye alone: its name stands beside it
 */
GtkWidget *
cooldown_activity_icon_new (const char *activity)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name", find_icon (activity), NULL);
}
