/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-in-answer.h"

#include "check-in-face.h"

#include <glib/gi18n.h>

/**
 * cooldown_check_in_say_noted:
 * @widget: a widget in the window
 *
 * Says a word of thanks.
 */
void
cooldown_check_in_say_noted (GtkWidget *widget)
{
  gtk_widget_activate_action (widget, "win.toast", "s", _("Noted. Well cooled down."));
}

/* Whether something is asked or said after *gone*, which a word of thanks would come before. */
static gboolean
is_more_to_come (CooldownAppState *state)
{
  return cooldown_app_state_get_recovery_session (state) != NULL &&
         (cooldown_check_in_is_third_time (state) || cooldown_check_in_count_afters (state) > 0);
}

/**
 * cooldown_check_in_answer:
 * @widget: a widget in the window
 * @state: what is going on
 * @answer: "none", "gone", "still" or "worse"
 *
 * Answers the one-hour question, and does what follows from it in the window: a word of thanks
 * when all is well, the warning signs when it got worse.
 */
void
cooldown_check_in_answer (GtkWidget *widget, CooldownAppState *state, const char *answer)
{
  gboolean well = g_strcmp0 (answer, "none") == 0 ||
                  (g_strcmp0 (answer, "gone") == 0 && !is_more_to_come (state));

  cooldown_app_state_activate (state, "check-in", g_variant_new_string (answer));
  if (g_strcmp0 (answer, "worse") == 0)
    gtk_widget_activate_action (widget, "win.check-now", NULL);
  else if (well)
    cooldown_check_in_say_noted (widget);
}
