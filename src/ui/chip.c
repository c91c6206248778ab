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
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "valign",
                                 GTK_ALIGN_CENTER, NULL);
  GtkWidget *chip = g_object_new (
      GTK_TYPE_TOGGLE_BUTTON, "child", box, "accessible-role",
      one_of_many ? GTK_ACCESSIBLE_ROLE_RADIO : GTK_ACCESSIBLE_ROLE_BUTTON, NULL);

  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (chip, "cd-chip");
  if (!g_str_equal (words, wording))
    gtk_widget_set_tooltip_text (chip, wording);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, wording,
                                  -1);
  return chip;
}

/* The second line, made when there is first something to stand in it. */
static GtkLabel *
get_caption (GtkWidget *chip, gboolean make)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (chip));
  GtkWidget *words = gtk_widget_get_first_child (box);
  GtkWidget *caption = gtk_widget_get_next_sibling (words);

  if (caption != NULL || !make)
    return GTK_LABEL (caption);
  caption = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign",
                          0.0, NULL);
  gtk_widget_add_css_class (caption, "caption");
  gtk_box_append (GTK_BOX (box), caption);
  return GTK_LABEL (caption);
}

/**
 * cooldown_chip_set_caption:
 * @chip: a chip
 * @caption: (nullable): what stands small below its words, or %NULL for nothing
 */
void
cooldown_chip_set_caption (GtkWidget *chip, const char *caption)
{
  GtkLabel *label = get_caption (chip, caption != NULL);

  if (label == NULL)
    return;
  gtk_label_set_text (label, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (label), caption != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  caption != NULL ? caption : "", -1);
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
