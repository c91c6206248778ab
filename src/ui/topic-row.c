/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-row.h"

#include <glib/gi18n.h>

static GtkWidget *
make_wrapped_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
make_heading (const char *text, int level)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  return label;
}

/**
 * cooldown_section_title_new:
 * @title: a heading within a page
 *
 * Returns: (transfer floating): a label that is a heading of the second level
 */
GtkWidget *
cooldown_section_title_new (const char *title)
{
  g_return_val_if_fail (title != NULL, NULL);
  return make_heading (title, 2);
}

/**
 * cooldown_statement_label_new:
 * @statement: what is said
 *
 * Returns: (transfer floating): a label that wraps; where it comes from has to be shown beside it
 */
GtkWidget *
cooldown_statement_label_new (const CooldownStatement *statement)
{
  g_return_val_if_fail (statement != NULL, NULL);
  return make_wrapped_label (statement->text);
}

/* What several statements rest on together: each source once, and the earliest check. */
static char **
collect_sources (GPtrArray *statements, const char **checked)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  *checked = "";
  for (guint i = 0; i < statements->len; i++)
    {
      const CooldownStatement *statement = g_ptr_array_index (statements, i);

      for (const char *const *id = statement->basis.sources; *id != NULL; id++)
        if (g_hash_table_add (seen, (gpointer) *id))
          g_strv_builder_add (builder, *id);
      if (i == 0 || strcmp (statement->basis.checked, *checked) < 0)
        *checked = statement->basis.checked;
    }
  return g_strv_builder_end (builder);
}

/**
 * cooldown_statements_sources_new:
 * @content: what the program knows
 * @statements: (element-type CooldownStatement): what is said elsewhere
 *
 * Returns: (transfer floating): a button for the sources of all of them
 */
GtkWidget *
cooldown_statements_sources_new (CooldownContent *content, GPtrArray *statements)
{
  g_auto (GStrv) sources = NULL;
  const char *checked;

  g_return_val_if_fail (COOLDOWN_IS_CONTENT (content), NULL);
  g_return_val_if_fail (statements != NULL, NULL);
  sources = collect_sources (statements, &checked);
  return cooldown_sources_button_new (content, (const char *const *) sources, checked);
}

/**
 * cooldown_statements_box_new:
 * @content: what the program knows
 * @statements: (element-type CooldownStatement): what is said
 *
 * Returns: (transfer floating): the statements below each other, with a button for the sources of
 *   all of them
 */
GtkWidget *
cooldown_statements_box_new (CooldownContent *content, GPtrArray *statements)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_auto (GStrv) sources = NULL;
  const char *checked;

  g_return_val_if_fail (COOLDOWN_IS_CONTENT (content), box);
  g_return_val_if_fail (statements != NULL, box);

  for (guint i = 0; i < statements->len; i++)
    gtk_box_append (GTK_BOX (box),
                    cooldown_statement_label_new (g_ptr_array_index (statements, i)));
  sources = collect_sources (statements, &checked);
  if (sources[0] != NULL)
    gtk_box_append (GTK_BOX (box),
                    cooldown_sources_button_new (content, (const char *const *) sources, checked));
  return box;
}

/* A row that has its inside made when it is opened first: most never are. */

typedef GtkWidget *(*MakeInside) (CooldownContent *content, gconstpointer about);

typedef struct
{
  CooldownContent *content;
  gconstpointer about; /* the content's */
  MakeInside make;
} Inside;

static void
inside_free (gpointer data, GClosure *closure)
{
  Inside *inside = data;

  g_object_unref (inside->content);
  g_free (inside);
}

static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, gpointer data)
{
  Inside *inside = data;
  GtkWidget *box, *list_row;

  if (inside->make == NULL)
    return;
  box = inside->make (inside->content, inside->about);
  inside->make = NULL;
  gtk_widget_add_css_class (box, "cd-inside");
  list_row = gtk_list_box_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
  gtk_widget_set_focusable (list_row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  adw_expander_row_add_row (row, list_row);
}

static GtkWidget *
make_row (const char *id,
          const char *title,
          CooldownContent *content,
          gconstpointer about,
          MakeInside make)
{
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "name", id, "use-markup", FALSE, "title",
                                 title, NULL);
  Inside *inside = g_new (Inside, 1);

  *inside = (Inside){ g_object_ref (content), about, make };
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (expanded_cb), inside, inside_free, 0);
  return row;
}

static GtkWidget *
make_topic_inside (CooldownContent *content, gconstpointer about)
{
  const CooldownTopic *topic = about;

  return cooldown_statements_box_new (content, topic->statements);
}

/**
 * cooldown_topic_row_new:
 * @content: what the program knows
 * @topic: a topic of it
 *
 * Returns: (transfer floating): a row for a list that opens to show the topic's statements
 */
GtkWidget *
cooldown_topic_row_new (CooldownContent *content, const CooldownTopic *topic)
{
  g_return_val_if_fail (COOLDOWN_IS_CONTENT (content), NULL);
  g_return_val_if_fail (topic != NULL, NULL);
  return make_row (topic->id, topic->title, content, topic, make_topic_inside);
}

/**
 * cooldown_topic_card_new:
 * @content: what the program knows
 * @topic: a topic of it
 * @icon_name: (nullable): an icon for its title
 *
 * Returns: (transfer floating): a card with the topic's title and statements
 */
GtkWidget *
cooldown_topic_card_new (CooldownContent *content,
                         const CooldownTopic *topic,
                         const char *icon_name)
{
  GtkWidget *card, *title, *heading;

  g_return_val_if_fail (COOLDOWN_IS_CONTENT (content), NULL);
  g_return_val_if_fail (topic != NULL, NULL);

  card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_name (card, topic->id);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "cd-topic");
  title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (title),
                    g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", icon_name, NULL));
  heading = make_heading (topic->title, 2);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (title), heading);
  gtk_box_append (GTK_BOX (card), title);
  gtk_box_append (GTK_BOX (card), cooldown_statements_box_new (content, topic->statements));
  return card;
}

static const char *
describe_standing (CooldownStanding standing)
{
  switch (standing)
    {
    case COOLDOWN_STANDING_COMMON:
      return _ ("One of the common reasons.");
    case COOLDOWN_STANDING_BETWEEN:
      return _ ("Neither among the common reasons nor among the rare ones.");
    case COOLDOWN_STANDING_RARE:
    default:
      return _ ("One of the rare reasons.");
    }
}

static void
append_part (GtkBox *box, CooldownContent *content, const char *title, GPtrArray *statements)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (part), make_heading (title, 3));
  gtk_box_append (GTK_BOX (part), cooldown_statements_box_new (content, statements));
  gtk_box_append (box, part);
}

static GtkWidget *
make_cause_inside (CooldownContent *content, gconstpointer about)
{
  const CooldownCause *cause = about;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *standing = make_wrapped_label (describe_standing (cause->standing));

  gtk_widget_add_css_class (standing, "dim-label");
  gtk_box_append (GTK_BOX (box), standing);
  for (guint i = 0; i < cause->topics->len; i++)
    {
      const CooldownTopic *topic = g_ptr_array_index (cause->topics, i);

      append_part (GTK_BOX (box), content, topic->title, topic->statements);
    }
  for (guint i = 0; i < cause->stories->len; i++)
    {
      const CooldownStory *story = g_ptr_array_index (cause->stories, i);

      append_part (GTK_BOX (box), content, story->name, story->statements);
    }
  return box;
}

/**
 * cooldown_cause_row_new:
 * @content: what the program knows
 * @cause: one of the causes
 *
 * Returns: (transfer floating): a row for a list with the cause's name and summary, that opens to
 *   show everything that is known about it
 */
GtkWidget *
cooldown_cause_row_new (CooldownContent *content, const CooldownCause *cause)
{
  GtkWidget *row;

  g_return_val_if_fail (COOLDOWN_IS_CONTENT (content), NULL);
  g_return_val_if_fail (cause != NULL, NULL);

  row = make_row (cause->id, cause->name, content, cause, make_cause_inside);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), cause->summary->text);
  return row;
}
