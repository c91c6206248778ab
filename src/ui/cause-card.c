/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cause-card.h"

#include "split.h"
#include "topic-row.h"

#include <glib/gi18n.h>

/* A card or the inside of a row while it is being made. */
typedef struct
{
  const CooldownCauseView *view;
  CooldownContent *content;
  GtkBox *box;
  GPtrArray *said; /* (element-type CooldownStatement): what its sources are shown for */
  int level;       /* of the headings in it */
} Build;

static GtkWidget *
label_new (const char *words, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
quiet_label_new (const char *words)
{
  GtkWidget *label = label_new (words, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
heading_new (const char *words, const char *style, int level)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  return label;
}

static GtkWidget *
icon_new (const char *name)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "valign", GTK_ALIGN_START,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

/* Why it is shown. */

/* The short words of a choice say nothing without its title: “Longer”. */
static const char *
get_words (const CooldownItem *item)
{
  return item->choice != NULL ? item->name : item->chip;
}

static GtkWidget *
tag_new (const char *words, gboolean speaks_for)
{
  GtkWidget *tag = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  gtk_widget_add_css_class (tag, "cd-tag");
  if (speaks_for)
    {
      GtkWidget *icon = icon_new ("cd-tick-symbolic");

      gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
      gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (tag, "for");
      gtk_box_append (GTK_BOX (tag), icon);
    }
  gtk_box_append (GTK_BOX (tag), label_new (words, NULL));
  return tag;
}

/* Tags below a title, which names them as a group too. */
static GtkWidget *
tags_new (Build *build, const char *title)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *wrap = g_object_new (COOLDOWN_TYPE_WRAP, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (wrap), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (part), quiet_label_new (title));
  gtk_box_append (GTK_BOX (part), wrap);
  gtk_box_append (build->box, part);
  return wrap;
}

static void
append_reasons (Build *build)
{
  const CooldownMatch *match = build->view->match;
  GtkWidget *tags = tags_new (build, _ ("Speaks for it"));

  for (guint i = 0; i < match->shares->len; i++)
    cooldown_wrap_append (COOLDOWN_WRAP (tags),
                          tag_new (get_words (g_ptr_array_index (match->shares, i)), TRUE));
  if (match->against->len == 0 && match->missing->len == 0)
    return;
  tags = tags_new (build, _ ("Speaks against it"));
  for (guint i = 0; i < match->against->len; i++)
    cooldown_wrap_append (COOLDOWN_WRAP (tags),
                          tag_new (get_words (g_ptr_array_index (match->against, i)), FALSE));
  for (guint i = 0; i < match->missing->len; i++)
    {
      /* Translators: %s is something on the checklist that was answered with no */
      g_autofree char *words = g_strdup_printf (_ ("No: %s"),
                                                get_words (g_ptr_array_index (match->missing, i)));

      cooldown_wrap_append (COOLDOWN_WRAP (tags), tag_new (words, FALSE));
    }
}

/* What is said about it. */

static void
append_statement (Build *build, GtkBox *box, const CooldownStatement *statement)
{
  gtk_box_append (box, cooldown_statement_label_new (statement));
  g_ptr_array_add (build->said, (gpointer) statement);
}

static GtkBox *
append_part (Build *build, const char *icon_name, const char *title)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (row), icon_new (icon_name));
  gtk_widget_set_hexpand (part, TRUE);
  gtk_box_append (GTK_BOX (part), heading_new (title, "heading", build->level + 1));
  gtk_box_append (GTK_BOX (row), part);
  gtk_box_append (build->box, row);
  return GTK_BOX (part);
}

static GtkBox *
append_statements (Build *build, const char *icon_name, const char *title, GPtrArray *statements)
{
  GtkBox *part = append_part (build, icon_name, title);

  for (guint i = 0; i < statements->len; i++)
    append_statement (build, part, g_ptr_array_index (statements, i));
  return part;
}

/* A button that leads to another tab. */
static GtkWidget *
way_new (const char *words, const char *tab)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-tab");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tab);
  return button;
}

/* What of the ticks forbids ice, each reason once. */
static GPtrArray *
find_forbidding (Build *build)
{
  CooldownTicks *ticks = cooldown_app_state_get_ticks (build->view->state);
  g_auto (GStrv) ids = cooldown_ticks_to_strv (ticks);
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  for (char **id = ids; *id != NULL; id++)
    {
      const CooldownForbidding *forbidding = cooldown_content_find_forbidding (build->content, *id);

      if (forbidding != NULL && g_hash_table_add (said, (char *) forbidding->text))
        g_ptr_array_add (found, (gpointer) forbidding);
    }
  return found;
}

static void
append_ice (Build *build, GtkBox *part)
{
  g_autoptr (GPtrArray) forbidding = find_forbidding (build);

  if (forbidding->len == 0)
    gtk_box_append (part, way_new (_ ("Start Icing…"), "ice"));
  for (guint i = 0; i < forbidding->len; i++)
    {
      const CooldownForbidding *one = g_ptr_array_index (forbidding, i);
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

      gtk_box_append (GTK_BOX (line), icon_new ("cd-ice-symbolic"));
      gtk_box_append (GTK_BOX (line), label_new (one->text, NULL));
      gtk_widget_add_css_class (line, "cd-no-ice");
      gtk_box_append (part, line);
    }
}

static const CooldownTopic *
find_topic (const CooldownCause *cause, const char *id)
{
  for (guint i = 0; i < cause->topics->len; i++)
    {
      const CooldownTopic *topic = g_ptr_array_index (cause->topics, i);

      if (g_str_equal (topic->id, id))
        return topic;
    }
  return NULL;
}

/* What somebody can do comes only after the warning signs. */
static void
append_self_care (Build *build, const CooldownCause *cause)
{
  const CooldownTopic *topic = find_topic (cause, "self-care");
  GtkBox *part;

  if (topic == NULL)
    return;
  if (!build->view->remedies)
    {
      part = append_part (build, "cd-selfcare-symbolic", topic->title);
      gtk_box_append (part, label_new (_ ("Look at the warning signs first."), "dim-label"));
      return;
    }
  part = append_statements (build, "cd-selfcare-symbolic", topic->title, topic->statements);
  if (cause->ice)
    append_ice (build, part);
}

static void
append_cause (Build *build, const CooldownMatch *match)
{
  const CooldownTopic *whom = find_topic (match->cause, "whom");

  append_statement (build, build->box, match->cause->summary);
  append_reasons (build);
  gtk_box_append (build->box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  append_self_care (build, match->cause);
  if (whom != NULL)
    append_statements (build, "cd-doctor-symbolic", whom->title, whom->statements);
  for (guint i = 0; i < match->stories->len; i++)
    {
      const CooldownStory *story = g_ptr_array_index (match->stories, i);

      append_statements (build, "cd-info-symbolic", story->name, story->statements);
    }
}

/* Restless legs are told about on a tab of their own. */
static void
append_restless (Build *build)
{
  const CooldownTopic *what = cooldown_content_get_topic (build->content, COOLDOWN_TAB_EVENING,
                                                          "what");

  append_statement (build, build->box, g_ptr_array_index (what->statements, 0));
  append_reasons (build);
  gtk_box_append (build->box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  append_statements (build, "cd-evening-symbolic", _ ("What belongs to it"),
                     cooldown_content_get_features (build->content));
  gtk_box_append (build->box, way_new (_ ("Open Evening"), "evening"));
}

static void
fill (const CooldownCauseView *view, GtkWidget *box, int level)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new ();
  Build build = { view, cooldown_app_state_get_content (view->state), GTK_BOX (box), said, level };

  if (view->match->cause != NULL)
    append_cause (&build, view->match);
  else
    append_restless (&build);
  gtk_box_append (build.box, cooldown_statements_sources_new (build.content, said));
}

/**
 * cooldown_match_get_name:
 * @match: a description
 *
 * Returns: (transfer none): what it is called
 */
const char *
cooldown_match_get_name (const CooldownMatch *match)
{
  return match->cause != NULL ? match->cause->name : _ ("Restless legs");
}

/**
 * cooldown_match_describe_shares:
 * @match: a description
 *
 * Returns: (transfer full): how many of the user's ticks it shares
 */
char *
cooldown_match_describe_shares (const CooldownMatch *match)
{
  /* Translators: under the name of a description of why legs tingle */
  return g_strdup_printf (
      ngettext ("Shares %u of your ticks", "Shares %u of your ticks", match->shares->len),
      match->shares->len);
}

/**
 * cooldown_cause_card_new:
 * @view: what it shows
 *
 * Returns: (transfer floating): a description as a card
 */
GtkWidget *
cooldown_cause_card_new (const CooldownCauseView *view)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *shares = cooldown_match_describe_shares (view->match);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "cd-cause");
  gtk_box_append (GTK_BOX (head),
                  heading_new (cooldown_match_get_name (view->match), "title-4", 3));
  gtk_box_append (GTK_BOX (head), quiet_label_new (shares));
  gtk_box_append (GTK_BOX (card), head);
  fill (view, card, 3);
  return card;
}

static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, gpointer data)
{
  const CooldownCauseView *view = data;
  GtkWidget *box, *list_row;

  g_signal_handlers_disconnect_by_func (row, expanded_cb, data);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (box, "cd-inside");
  fill (view, box, 3);
  list_row = gtk_list_box_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
  gtk_widget_set_focusable (list_row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  adw_expander_row_add_row (row, list_row);
}

/**
 * cooldown_cause_row_new_for_match:
 * @view: what it shows
 *
 * Returns: (transfer floating): a description as a row for a list; its inside is made when it is
 *   opened first
 */
GtkWidget *
cooldown_cause_row_new_for_match (const CooldownCauseView *view)
{
  g_autofree char *shares = cooldown_match_describe_shares (view->match);
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title",
                                 cooldown_match_get_name (view->match), "subtitle", shares, NULL);

  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), (gpointer) view);
  return row;
}
