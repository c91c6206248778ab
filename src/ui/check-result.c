/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-result.h"

#include "descriptions.h"
#include "leg-places.h"
#include "level-card.h"
#include "notes-box.h"
#include "topic-row.h"
#include "urgent-box.h"

#include <glib/gi18n.h>

struct _CooldownCheckResult
{
  AdwBin parent_instance;
  char *shown; /* the answers that are shown, so that nothing is built twice */

  GtkWidget *level_card;
  GtkWidget *begin;
  GtkWidget *begin_title;
  GtkWidget *said;
  GtkWidget *message;
  GtkWidget *offer;
  GtkWidget *statements;
  GtkWidget *urgent;
  GtkWidget *calm;
  GtkWidget *notes;
  GtkWidget *descriptions;
  GtkWidget *advice;
  GtkWidget *topics;
};

G_DEFINE_FINAL_TYPE (CooldownCheckResult, cooldown_check_result, ADW_TYPE_BIN)

static void
show_card (GtkWidget *place, CooldownContent *content, GPtrArray *statements)
{
  GtkWidget *card = NULL;

  if (statements->len > 0)
    {
      card = cooldown_statements_box_new (content, statements);
      gtk_widget_add_css_class (card, "card");
      gtk_widget_add_css_class (card, "cd-card");
    }
  adw_bin_set_child (ADW_BIN (place), card);
  gtk_widget_set_visible (place, card != NULL);
}

static gboolean
fit_nothing (CooldownAppState *state)
{
  g_auto (GStrv) places = cooldown_leg_places_get (state);

  return cooldown_places_fit_nothing (cooldown_app_state_get_content (state),
                                      (const char *const *) places);
}

/* The one message about the whole of the ticks, %NULL for none; without one of its own what fits
 * nothing has one. */
static const CooldownMessage *
find_message (CooldownAppState *state,
              const CooldownFinding *finding,
              const CooldownAssessment *assessment)
{
  CooldownContent *content = cooldown_app_state_get_content (state);
  const CooldownMessage *message = cooldown_finding_get_message (
      finding, content, cooldown_app_state_get_ticks (state));
  gboolean asks = message != NULL && g_str_equal (message->id, "ask-more");

  if (assessment == NULL || (message != NULL && !asks))
    return message;
  if (fit_nothing (state))
    return cooldown_content_get_message (content, "place-none");
  if (message == NULL && assessment->matches->len == 0)
    return cooldown_content_get_message (content, "nothing-fits");
  return message;
}

static void
show_message (CooldownCheckResult *self, CooldownContent *content, const CooldownMessage *message)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  CooldownStatement statement;

  if (message != NULL)
    {
      statement = (CooldownStatement){ message->id, message->text, message->basis };
      g_ptr_array_add (statements, &statement);
    }
  show_card (self->message, content, statements);
  gtk_widget_set_visible (self->offer,
                          message != NULL && g_str_equal (message->id, "nothing-fits"));
}

static void
add_topic (CooldownCheckResult *self, CooldownContent *content)
{
  const CooldownTopic *topic = cooldown_content_get_topic (content, COOLDOWN_TAB_RECOVER, "note");

  if (topic != NULL && gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->topics), 0) == NULL)
    gtk_list_box_append (GTK_LIST_BOX (self->topics), cooldown_topic_row_new (content, topic));
}

static void
cooldown_check_result_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_CHECK_RESULT);
  G_OBJECT_CLASS (cooldown_check_result_parent_class)->dispose (object);
}

static void
cooldown_check_result_finalize (GObject *object)
{
  g_free (COOLDOWN_CHECK_RESULT (object)->shown);
  G_OBJECT_CLASS (cooldown_check_result_parent_class)->finalize (object);
}

static void
cooldown_check_result_class_init (CooldownCheckResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_check_result_dispose;
  G_OBJECT_CLASS (klass)->finalize = cooldown_check_result_finalize;

  g_type_ensure (COOLDOWN_TYPE_DESCRIPTIONS);
  g_type_ensure (COOLDOWN_TYPE_LEVEL_CARD);
  g_type_ensure (COOLDOWN_TYPE_NOTES_BOX);
  g_type_ensure (COOLDOWN_TYPE_URGENT_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/check-result.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckResult, level_card);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckResult, begin);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckResult, begin_title);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckResult, said);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckResult, message);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckResult, statements);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckResult, urgent);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckResult, calm);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckResult, notes);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckResult, descriptions);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckResult, offer);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckResult, advice);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckResult, topics);
}

static void
cooldown_check_result_init (CooldownCheckResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is urgent comes first; otherwise what belongs to the level in general comes after what
 * belongs to the ticks. */
static void
show_statements (CooldownCheckResult *self, CooldownContent *content, CooldownLevel level)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GPtrArray *statements = cooldown_content_get_level (content, level)->statements;
  gboolean urgent = level >= COOLDOWN_LEVEL_URGENT;

  show_card (self->statements, content, urgent ? statements : none);
  show_card (self->advice, content, urgent ? none : statements);
}

static CooldownAssessment *
assess (CooldownAppState *state)
{
  g_auto (GStrv)
      denied = cooldown_tick_store_get_denied (cooldown_app_state_get_tick_store (state));

  return cooldown_assessment_new (cooldown_app_state_get_content (state),
                                  cooldown_app_state_get_ticks (state),
                                  (const char *const *) denied);
}

/* All answers as one text. */
static char *
join_answers (CooldownAppState *state)
{
  CooldownTickStore *store = cooldown_app_state_get_tick_store (state);
  char **lists[] = { cooldown_ticks_to_strv (cooldown_app_state_get_ticks (state)),
                     cooldown_tick_store_get_denied (store), cooldown_tick_store_get_unsure (store),
                     cooldown_leg_places_get (state) };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *joined = g_strjoinv (" ", lists[i]);

      g_string_append_printf (text, "%s;", joined);
      g_strfreev (lists[i]);
    }
  return g_string_free (text, FALSE);
}

static void
show_parts (CooldownCheckResult *self,
            CooldownAppState *state,
            const CooldownFinding *finding,
            gboolean begun)
{
  CooldownContent *content = cooldown_app_state_get_content (state);
  gboolean urgent = finding->level >= COOLDOWN_LEVEL_URGENT;
  gboolean unfinished = finding->level == COOLDOWN_LEVEL_UNFINISHED;
  CooldownAssessment *assessment = begun && !urgent ? assess (state) : NULL;

  /* Before anything is ticked, having no warning signs is not yet a level of its own. */
  gtk_widget_set_visible (self->level_card, begun || unfinished);
  gtk_widget_set_visible (self->begin, !begun);
  gtk_label_set_text (GTK_LABEL (self->begin_title),
                      unfinished ? _ ("Then start with where") : _ ("Now start with where"));
  gtk_widget_set_visible (self->said, begun);
  gtk_widget_set_visible (self->urgent, urgent);
  gtk_widget_set_visible (self->calm, begun && !urgent);
  cooldown_level_card_show_finding (COOLDOWN_LEVEL_CARD (self->level_card), content, finding);
  if (urgent)
    cooldown_urgent_box_show_finding (COOLDOWN_URGENT_BOX (self->urgent), state, finding);
  show_message (self, content, begun ? find_message (state, finding, assessment) : NULL);
  cooldown_descriptions_show (COOLDOWN_DESCRIPTIONS (self->descriptions), state, assessment);
  show_statements (self, content, finding->level);
  add_topic (self, content);
}

/**
 * cooldown_check_result_show_finding:
 * @self: the result
 * @state: what is going on
 * @finding: what was found
 * @begun: whether anything is ticked that is about this check
 *
 * Shows what the ticks come to.
 */
void
cooldown_check_result_show_finding (CooldownCheckResult *self,
                                    CooldownAppState *state,
                                    const CooldownFinding *finding,
                                    gboolean begun)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (COOLDOWN_IS_CHECK_RESULT (self));
  g_return_if_fail (COOLDOWN_IS_APP_STATE (state));
  g_return_if_fail (finding != NULL);

  cooldown_notes_box_update (COOLDOWN_NOTES_BOX (self->notes), state, "check");
  shown = join_answers (state);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  show_parts (self, state, finding, begun);
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
}

/**
 * cooldown_check_result_get_level_card:
 * @self: the result
 *
 * Returns: (transfer none): the card of the level, which takes the focus
 */
GtkWidget *
cooldown_check_result_get_level_card (CooldownCheckResult *self)
{
  g_return_val_if_fail (COOLDOWN_IS_CHECK_RESULT (self), NULL);
  return self->level_card;
}
