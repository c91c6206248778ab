/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chip.h"

#include "split.h"

/**
 * cooldown_chip_new:
 * @words: what stands on it
 * @wording: the same at length, for whoever hears it or points at it
 * @one_of_many: whether it is one of those of which one is chosen
 *
 * Returns: (transfer floating): a #GtkToggleButton that looks like a chip
 */
GtkWidget *
cooldown_chip_new (const char *words, const char *wording, gboolean one_of_many)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);
  GtkWidget *chip = g_object_new (
      GTK_TYPE_TOGGLE_BUTTON, "child", label, "accessible-role",
      one_of_many ? GTK_ACCESSIBLE_ROLE_RADIO : GTK_ACCESSIBLE_ROLE_BUTTON, NULL);

  gtk_widget_add_css_class (chip, "cd-chip");
  if (!g_str_equal (words, wording))
    gtk_widget_set_tooltip_text (chip, wording);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, wording,
                                  -1);
  return chip;
}

/**
 * cooldown_chip_group_new:
 * @title: what the chips are about, for whoever hears it
 * @one_of_many: whether one of them is chosen
 *
 * Returns: (transfer floating): a #CooldownWrap for chips
 */
GtkWidget *
cooldown_chip_group_new (const char *title, gboolean one_of_many)
{
  GtkWidget *wrap = g_object_new (
      COOLDOWN_TYPE_WRAP, "accessible-role",
      one_of_many ? GTK_ACCESSIBLE_ROLE_RADIO_GROUP : GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (wrap), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return wrap;
}
