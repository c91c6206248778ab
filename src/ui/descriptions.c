/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "descriptions.h"

#include "cause-card.h"
#include "question-card.h"
#include "topic-row.h"

#include <glib/gi18n.h>

/* Where a row keeps which description it is about. */
#define ID_KEY "cooldown-cause"

struct _CooldownDescriptions
{
  GtkBox parent_instance;
  CooldownAssessment *assessment; /* (owned) (nullable): what is shown */
  GArray *views;                  /* (element-type CooldownCauseView): of @assessment */
  GHashTable *opened;             /* (element-type utf8): rows that stay open when made anew */
  CooldownTopic how;              /* how they are found */

  GtkWidget *question;
  GtkWidget *first;
  GtkWidget *others;
  GtkWidget *restless;
  GtkWidget *basis;
};

G_DEFINE_FINAL_TYPE (CooldownDescriptions, cooldown_descriptions, GTK_TYPE_BOX)

static void
empty_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
clear (CooldownDescriptions *self)
{
  /* The widgets look at the assessment. */
  adw_bin_set_child (ADW_BIN (self->first), NULL);
  adw_bin_set_child (ADW_BIN (self->restless), NULL);
  empty_list (GTK_LIST_BOX (self->others));
  g_array_set_size (self->views, 0);
  g_clear_pointer (&self->assessment, cooldown_assessment_free);
}

static void
expanded_cb (CooldownDescriptions *self, GParamSpec *pspec, AdwExpanderRow *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), ID_KEY);

  if (adw_expander_row_get_expanded (row))
    g_hash_table_add (self->opened, g_strdup (id));
  else
    g_hash_table_remove (self->opened, id);
}

static void
add_row (CooldownDescriptions *self, const CooldownCauseView *view)
{
  GtkWidget *row = cooldown_cause_row_new_for_match (view);

  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_strdup (view->match->id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->others), row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 g_hash_table_contains (self->opened, view->match->id));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Restless legs are an outcome of their own: always a card, after the others unless first. */
static void
build (CooldownDescriptions *self)
{
  for (guint i = 0; i < self->views->len; i++)
    {
      const CooldownCauseView *view = &g_array_index (self->views, CooldownCauseView, i);
      GtkWidget *place = i == 0 ? self->first : self->restless;

      if (i == 0 || view->match->cause == NULL)
        adw_bin_set_child (ADW_BIN (place), cooldown_cause_card_new (view));
      else
        add_row (self, view);
    }
  gtk_widget_set_visible (self->restless, adw_bin_get_child (ADW_BIN (self->restless)) != NULL);
  gtk_widget_set_visible (self->others,
                          gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->others), 0) != NULL);
}

/* How they are found is the same for all of them. */
static void
add_basis (CooldownDescriptions *self, CooldownContent *content)
{
  if (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->basis), 0) != NULL)
    return;
  self->how = (CooldownTopic){ "how", _ ("How these are found"),
                               cooldown_content_get_scoring (content)->statements };
  gtk_list_box_append (GTK_LIST_BOX (self->basis), cooldown_topic_row_new (content, &self->how));
}

static void
cooldown_descriptions_dispose (GObject *object)
{
  CooldownDescriptions *self = COOLDOWN_DESCRIPTIONS (object);

  if (self->first != NULL)
    clear (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_DESCRIPTIONS);
  G_OBJECT_CLASS (cooldown_descriptions_parent_class)->dispose (object);
}

static void
cooldown_descriptions_finalize (GObject *object)
{
  CooldownDescriptions *self = COOLDOWN_DESCRIPTIONS (object);

  g_array_unref (self->views);
  g_hash_table_unref (self->opened);
  G_OBJECT_CLASS (cooldown_descriptions_parent_class)->finalize (object);
}

static void
cooldown_descriptions_class_init (CooldownDescriptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_descriptions_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_descriptions_finalize;
  g_type_ensure (COOLDOWN_TYPE_QUESTION_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/descriptions.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownDescriptions, question);
  gtk_widget_class_bind_template_child (widget_class, CooldownDescriptions, first);
  gtk_widget_class_bind_template_child (widget_class, CooldownDescriptions, others);
  gtk_widget_class_bind_template_child (widget_class, CooldownDescriptions, restless);
  gtk_widget_class_bind_template_child (widget_class, CooldownDescriptions, basis);
}

static void
cooldown_descriptions_init (CooldownDescriptions *self)
{
  self->views = g_array_new (FALSE, FALSE, sizeof (CooldownCauseView));
  self->opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_descriptions_show:
 * @self: the descriptions
 * @state: what is going on
 * @assessment: (transfer full) (nullable): what shares the ticks; %NULL where it is not to be told
 *
 * Shows what shares the ticks. What one can do oneself is told as soon as the warning signs are
 * answered.
 */
void
cooldown_descriptions_show (CooldownDescriptions *self,
                            CooldownAppState *state,
                            CooldownAssessment *assessment)
{
  gboolean answered;

  g_return_if_fail (COOLDOWN_IS_DESCRIPTIONS (self));
  g_return_if_fail (COOLDOWN_IS_APP_STATE (state));

  clear (self);
  self->assessment = assessment;
  gtk_widget_set_visible (GTK_WIDGET (self), assessment != NULL && assessment->matches->len > 0);
  if (assessment == NULL)
    return;
  answered = cooldown_ticks_has (cooldown_app_state_get_ticks (state), "warn-none");
  for (guint i = 0; i < assessment->matches->len; i++)
    {
      CooldownCauseView view = { state, g_ptr_array_index (assessment->matches, i), answered };

      g_array_append_val (self->views, view);
    }
  build (self);
  add_basis (self, cooldown_app_state_get_content (state));
  cooldown_question_card_ask (COOLDOWN_QUESTION_CARD (self->question), state,
                              assessment->questions);
}
