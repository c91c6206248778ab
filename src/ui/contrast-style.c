/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contrast-style.h"

static void
update (AdwStyleManager *manager, GParamSpec *spec, GtkStyleProvider *provider)
{
  GdkDisplay *display = adw_style_manager_get_display (manager);

  if (adw_style_manager_get_high_contrast (manager))
    gtk_style_context_add_provider_for_display (display, provider,
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  else
    gtk_style_context_remove_provider_for_display (display, provider);
}

/**
 * cooldown_contrast_style_follow:
 * @manager: the style manager of a display
 *
 * Adds the style sheet for high contrast while the desktop wants it, from now on. libadwaita does so
 * by itself with a file of a certain name, but no longer likes that from 1.10 on, and what it wants
 * instead GTK 4.8 does not know.
 */
void
cooldown_contrast_style_follow (AdwStyleManager *manager)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  g_return_if_fail (ADW_IS_STYLE_MANAGER (manager));
  gtk_css_provider_load_from_resource (provider, "/cooldown/high-contrast.css");
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update), provider, 0);
  update (manager, NULL, GTK_STYLE_PROVIDER (provider));
  /* It lives as long as the manager. */
  g_object_set_data_full (G_OBJECT (manager), "cooldown-contrast-style", g_steal_pointer (&provider),
                          g_object_unref);
}
