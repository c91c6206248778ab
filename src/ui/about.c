/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * cooldown_about_present:
 * @parent: the window it belongs to
 *
 * Shows what Cooldown is and is not, whose it is, and under which licences it may be passed on.
 */
void
cooldown_about_present (GtkWindow *parent)
{
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (adw_about_window_new ());

  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  adw_about_window_set_application_name (about, "Cooldown");
  /* The one in the program, so that it is there when the program is not installed. */
  adw_about_window_set_application_icon (about, "cd-app");
  adw_about_window_set_version (about, COOLDOWN_VERSION);
  adw_about_window_set_developer_name (about, _ ("The Cooldown authors"));
  adw_about_window_set_comments (
      about, _ ("Cooldown looks after your legs in the hours after exercise. It informs: it is no "
                "medical device, makes no diagnosis and does not replace a doctor. Nothing leaves "
                "this computer."));
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_copyright (about, _ ("© The Cooldown authors"));
  adw_about_window_add_legal_section (
      about, _ ("What Cooldown says"), NULL, GTK_LICENSE_CUSTOM,
      _ ("Every statement names its sources; see <i>Sources</i> beside it. The words are "
         "Cooldown’s own and may be passed on under the "
         "<a href=\"https://creativecommons.org/licenses/by-sa/4.0/\">Creative Commons "
         "Attribution-ShareAlike 4.0</a> licence."));
  adw_about_window_add_legal_section (
      about, _ ("Icons"), NULL, GTK_LICENSE_CUSTOM,
      _ ("Drawn for Cooldown and dedicated to the public domain under "
         "<a href=\"https://creativecommons.org/publicdomain/zero/1.0/\">CC0 1.0</a>."));
  /* Translators: your names, one a line, optionally with an address */
  adw_about_window_set_translator_credits (about, _ ("translator-credits"));
  gtk_window_present (GTK_WINDOW (about));
}
