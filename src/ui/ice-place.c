/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ice-place.h"

#include <glib/gi18n.h>

/**
 * cooldown_ice_place_to_string:
 * @content: the content
 * @site: the id of a region
 * @side: "left", "right" or "both"
 *
 * Returns: (transfer full): the place for ice in words, "Ball of the foot, right"; "" if there is
 *   no such region
 */
char *
cooldown_ice_place_to_string (CooldownContent *content, const char *site, const char *side)
{
  const CooldownRegion *region = cooldown_content_get_region (content, site);

  if (region == NULL)
    return g_strdup ("");
  if (g_strcmp0 (side, "left") == 0)
    /* Translators: a place on the body: "Ball of the foot, left". */
    return g_strdup_printf (_ ("%s, left"), region->ice_name);
  if (g_strcmp0 (side, "right") == 0)
    /* Translators: a place on the body: "Ball of the foot, right". */
    return g_strdup_printf (_ ("%s, right"), region->ice_name);
  if (g_strcmp0 (side, "both") == 0)
    /* Translators: a place on the body: "Ball of the foot, left and right". */
    return g_strdup_printf (_ ("%s, left and right"), region->ice_name);
  return g_strdup (region->ice_name);
}
