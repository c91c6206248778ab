/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tags.h"

#include "report/leg-words.h"

/**
 * cooldown_tags_fill:
 * @tags: where to put them
 * @words: (array zero-terminated=1): what they say
 *
 * Shows a tag for each of some words, in place of those that were there; hides @tags without any.
 */
void
cooldown_tags_fill (CooldownWrap *tags, const char *const *words)
{
  cooldown_wrap_clear (tags);
  gtk_widget_set_visible (GTK_WIDGET (tags), *words != NULL);
  for (; *words != NULL; words++)
    {
      GtkWidget *tag = g_object_new (GTK_TYPE_LABEL, "label", *words, "wrap", TRUE, "wrap-mode",
                                     PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);

      gtk_widget_add_css_class (tag, "cd-tag");
      gtk_widget_add_css_class (tag, "for");
      cooldown_wrap_append (tags, tag);
    }
}

/**
 * cooldown_tags_fill_places:
 * @tags: where to put them
 * @content: what the program knows
 * @halves: (array zero-terminated=1): ids of halves
 *
 * Shows a tag for each place.
 */
void
cooldown_tags_fill_places (CooldownWrap *tags, CooldownContent *content, const char *const *halves)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (; *halves != NULL; halves++)
    {
      g_autofree char *place = cooldown_leg_words_place (content, *halves);

      g_strv_builder_add (builder, place != NULL ? place : *halves);
    }
  words = g_strv_builder_end (builder);
  cooldown_tags_fill (tags, (const char *const *) words);
}
