/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "open-episode.h"

#include "report/entry-words.h"

#include <glib/gi18n.h>

/**
 * cooldown_open_episode_get_uid:
 * @state: what is going on
 *
 * Returns: (transfer full) (nullable): what names its entry in the journal; %NULL when no tingling
 *   is open
 */
char *
cooldown_open_episode_get_uid (CooldownAppState *state)
{
  g_autoptr (GVariant)
      uid = cooldown_app_state_lookup_recovery (state, "episode-uid", G_VARIANT_TYPE_STRING);

  return uid != NULL ? g_variant_dup_string (uid, NULL) : NULL;
}

/**
 * cooldown_open_episode_tell_places:
 * @state: what is going on
 *
 * Returns: (transfer full) (nullable): where it is, "Ball of the foot and sole, right"; %NULL when
 *   that is not noted
 */
char *
cooldown_open_episode_tell_places (CooldownAppState *state)
{
  g_autoptr (GVariant) places = cooldown_app_state_lookup_recovery (state, "episode-places",
                                                                    G_VARIANT_TYPE_STRING_ARRAY);
  g_autofree const char **halves = NULL;
  g_autofree char *words = NULL;

  if (places == NULL)
    return NULL;
  halves = g_variant_get_strv (places, NULL);
  words = cooldown_leg_words_list (cooldown_app_state_get_content (state), halves);
  return *words != '\0' ? cooldown_words_capitalize (words) : NULL;
}

/**
 * cooldown_open_episode_button_new:
 * @state: what is going on
 *
 * Returns: (transfer floating) (nullable): a button that opens its entry, to note where it is or
 *   to look at what was noted; %NULL when no tingling is open
 */
GtkWidget *
cooldown_open_episode_button_new (CooldownAppState *state)
{
  g_autofree char *uid = cooldown_open_episode_get_uid (state);
  g_autofree char *places = cooldown_open_episode_tell_places (state);
  GtkWidget *button;

  if (uid == NULL)
    return NULL;
  button = gtk_button_new_with_label (places == NULL ? _ ("Note Where")
                                                     /* Translators: button, of the journal */
                                                     : _ ("Open Entry"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-entry");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", "episode", uid);
  return button;
}
