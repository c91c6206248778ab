/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/assessment.h"
#include "desk.h"
#include "ui/tick-store.h"

#include <string.h>

static GtkWidget *
get_page (Desk *desk)
{
  desk_show (desk, "check");
  return GTK_WIDGET (desk->window);
}

/* What can be seen, wherever one has scrolled to. */
static GtkWidget *
find_type (GtkWidget *widget, const char *type)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static GtkWidget *
find_words (GtkWidget *widget, const char *words)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_words (child, words);
  return found;
}

static gboolean
shows (Desk *desk, const char *words)
{
  return find_words (get_page (desk), words) != NULL;
}

static GtkWidget *
find_button (GtkWidget *inside, const char *words)
{
  GtkWidget *label = find_words (inside, words);
  GtkWidget *button = label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;

  if (button == NULL)
    g_error ("there is no button “%s”", words);
  return button;
}

static void
settle (Desk *desk)
{
  desk_settle (desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
press (Desk *desk, GtkWidget *inside, const char *words)
{
  g_signal_emit_by_name (find_button (inside, words), "clicked");
  settle (desk);
}

static void
tick (Desk *desk, const char *const *items)
{
  for (; *items != NULL; items++)
    cooldown_app_state_tick (desk->state, *items, TRUE);
  settle (desk);
}

static void
tick_neuroma (Desk *desk)
{
  tick (desk, (const char *[]){ "warn-none", "where-toes", "side-one", "feel-burn", "feel-pebble",
                                NULL });
}

static gboolean
has (Desk *desk, const char *item)
{
  return cooldown_ticks_has (cooldown_app_state_get_ticks (desk->state), item);
}

/* Test that a description says what it shares, what one can do and whom to see. */
static void
test_description (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  g_assert_null (find_type (get_page (desk), "CooldownDescriptions"));
  tick_neuroma (desk);
  g_assert_true (shows (desk, "Morton’s neuroma"));
  g_assert_true (shows (desk, "Shares 4 of your ticks"));
  g_assert_true (shows (desk, "Speaks for it"));
  g_assert_false (shows (desk, "Speaks against it"));
  g_assert_true (shows (desk, "What you can do"));
  g_assert_true (shows (desk, "Whom to see"));
  g_assert_true (shows (desk, "Start Icing…"));
  tick (desk, (const char *[]){ "feel-tight", NULL });
  g_assert_true (shows (desk, "Speaks against it"));
  desk_forget (desk);
}

/* Test that numb or cold skin takes the way to the ice and says so. */
static void
test_no_ice (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  tick_neuroma (desk);
  tick (desk, (const char *[]){ "feel-numb", NULL });
  g_assert_false (shows (desk, "Start Icing…"));
  g_assert_true (shows (desk, "No ice on numb or cold skin."));
  desk_forget (desk);
}

/* Test that nothing to do oneself is told before the warning signs are answered. */
static void
test_unanswered (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  tick_neuroma (desk);
  cooldown_app_state_tick (desk->state, "warn-none", FALSE);
  settle (desk);
  g_assert_true (shows (desk, "Morton’s neuroma"));
  g_assert_false (shows (desk, "Start Icing…"));
  g_assert_false (shows (desk, "A wide, soft, low shoe."));
  desk_forget (desk);
}

/* Test that a warning sign leaves nothing but the level. */
static void
test_signs_hide (gconstpointer data)
{
  static const char *const signs[] = { "warn-chest", "warn-sore" };
  Desk *desk = (gpointer) data;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      tick_neuroma (desk);
      g_assert_true (shows (desk, "Morton’s neuroma"));
      tick (desk, (const char *[]){ signs[i], NULL });
      g_assert_null (find_type (get_page (desk), "CooldownDescriptions"));
      g_assert_null (find_type (get_page (desk), "CooldownQuestionCard"));
      g_assert_false (shows (desk, "Morton’s neuroma"));
      g_assert_false (shows (desk, "What you can do"));
      desk_forget (desk);
    }
}

/* Ticks something on which two descriptions lie close, so that there is a question. */
static GtkWidget *
ask (Desk *desk, char **item)
{
  g_autoptr (CooldownAssessment) assessment = NULL;
  GtkWidget *card;

  tick (desk, (const char *[]){ "warn-none", "where-toes", "where-foot-top", "where-sole",
                                "side-one", "feel-burn", "else-tight-wear", "when-during", NULL });
  assessment = cooldown_assessment_new (desk->content, cooldown_app_state_get_ticks (desk->state),
                                        NULL);
  g_assert_cmpuint (assessment->questions->len, >, 0);
  *item = g_strdup (((CooldownItem *) g_ptr_array_index (assessment->questions, 0))->id);
  card = find_type (get_page (desk), "CooldownQuestionCard");
  g_assert_nonnull (card);
  g_assert_nonnull (find_words (card, cooldown_content_get_item (desk->content, *item)->question));
  return card;
}

static gboolean
asks_for (Desk *desk, const char *item)
{
  GtkWidget *card = find_type (get_page (desk), "CooldownQuestionCard");

  return card != NULL &&
         find_words (card, cooldown_content_get_item (desk->content, item)->question) != NULL;
}

/* Test that each answer to a question is kept as what it is, and that it is not asked again. */
static void
test_question (gconstpointer data)
{
  static const char *const answers[] = { "Yes", "No", "Not Sure" };
  Desk *desk = (gpointer) data;
  CooldownTickStore *store = cooldown_app_state_get_tick_store (desk->state);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *item = NULL;
      GtkWidget *card = ask (desk, &item);
      g_auto (GStrv) denied = NULL;
      g_auto (GStrv) unsure = NULL;

      press (desk, card, answers[i]);
      denied = cooldown_tick_store_get_denied (store);
      unsure = cooldown_tick_store_get_unsure (store);
      g_assert_cmpint (has (desk, item), ==, i == 0);
      g_assert_cmpuint (g_strv_length (denied), ==, i == 1 ? 1 : 0);
      g_assert_cmpuint (g_strv_length (unsure), ==, i == 2 ? 1 : 0);
      if (i > 0)
        g_assert_cmpstr (i == 1 ? denied[0] : unsure[0], ==, item);
      g_assert_false (asks_for (desk, item));
      desk_forget (desk);
    }
}

/* Test that whoever answers by keyboard is not thrown out when there is no further question. */
static void
test_question_focus (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  g_autofree char *item = NULL;
  GtkWidget *card = ask (desk, &item);

  while (card != NULL)
    {
      GtkWidget *focus;

      gtk_widget_grab_focus (find_button (card, "Not Sure"));
      press (desk, card, "Not Sure");
      focus = gtk_window_get_focus (GTK_WINDOW (desk->window));
      g_assert_true (focus != NULL && gtk_widget_get_mapped (focus));
      g_assert_nonnull (gtk_widget_get_ancestor (focus, g_type_from_name ("CooldownCheckPage")));
      card = find_type (get_page (desk), "CooldownQuestionCard");
    }
  desk_forget (desk);
}

/* Test that what was answered with no is said to speak against a description. */
static void
test_denied_shown (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  tick_neuroma (desk);
  cooldown_tick_store_answer (cooldown_app_state_get_tick_store (desk->state), "feel-numb",
                              COOLDOWN_ANSWER_NO);
  settle (desk);
  g_assert_true (shows (desk, "Speaks against it"));
  g_assert_true (shows (desk, "No: Numb, less feeling"));
  desk_forget (desk);
}

/* Test that restless legs lead to the evening. */
static void
test_restless (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  tick (desk, (const char *[]){ "warn-none", "feel-urge", "when-rest", "when-night",
                                "when-move-helps", NULL });
  g_assert_true (shows (desk, "Restless legs"));
  press (desk, find_type (get_page (desk), "CooldownDescriptions"), "Open Evening");
  g_assert_nonnull (find_type (GTK_WIDGET (desk->window), "CooldownEveningPage"));
  g_assert_null (find_type (GTK_WIDGET (desk->window), "CooldownCheckPage"));
  desk_forget (desk);
}

/* Test that it is said where nothing fits, and where nothing fits the place. */
static void
test_nothing_fits (gconstpointer data)
{
  static const char *const places[] = { "thigh-front-l", NULL };
  const char *fits = cooldown_content_get_message (((Desk *) data)->content, "nothing-fits")->text;
  const char *place = cooldown_content_get_message (((Desk *) data)->content, "place-none")->text;
  Desk *desk = (gpointer) data;

  tick (desk, (const char *[]){ "warn-none", "feel-pain", "side-one", NULL });
  g_assert_true (shows (desk, fits));
  fake_agent_set (desk->agent, "setting", "check.places", g_variant_new_strv (places, -1));
  settle (desk);
  g_assert_true (shows (desk, place));
  g_assert_false (shows (desk, fits));
  desk_forget (desk);
}

static gboolean
is_suggested (Desk *desk)
{
  GtkWidget *foot = find_type (get_page (desk), "CooldownCheckFoot");

  return gtk_widget_has_css_class (find_button (foot, "Save to Journal"), "suggested-action");
}

/* Test that saving is suggested once the signs are answered, and never while help is needed. */
static void
test_save_suggested (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  GtkWidget *foot = find_type (get_page (desk), "CooldownCheckFoot");

  g_assert_false (gtk_widget_get_sensitive (find_button (foot, "Save to Journal")));
  tick_neuroma (desk);
  g_assert_true (gtk_widget_get_sensitive (find_button (foot, "Save to Journal")));
  g_assert_true (is_suggested (desk));
  tick (desk, (const char *[]){ "warn-sore", NULL });
  g_assert_true (gtk_widget_get_sensitive (find_button (foot, "Save to Journal")));
  g_assert_false (is_suggested (desk));
  desk_forget (desk);
}

typedef struct
{
  Desk *desk;
  char *note;    /* (owned) (nullable) */
  gboolean told; /* whether the user was told */
  gboolean asks; /* whether the agent was told after it that the signs are asked about again */
} Saving;

/* What is said goes by itself: it has to be looked for all the time. */
static gboolean
is_saved (gpointer data)
{
  Saving *saving = data;
  char *command;

  saving->told = saving->told || find_words (GTK_WIDGET (saving->desk->window), "Saved") != NULL;
  while ((command = fake_agent_take_command (saving->desk->agent)) != NULL)
    {
      if (g_str_has_prefix (command, "check-save "))
        saving->note = g_strdup (command);
      else if (saving->note != NULL &&
               g_str_has_prefix (command, "setting ('check.ticks', <['where-toes'"))
        saving->asks = TRUE;
      g_free (command);
    }
  return saving->told && saving->asks;
}

/* Test that saving tells the agent everything, and that the signs are asked about anew after it. */
static void
test_save (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  CooldownTickStore *store = cooldown_app_state_get_tick_store (desk->state);
  Saving saving = { .desk = desk };

  tick_neuroma (desk);
  cooldown_tick_store_answer (store, "feel-itch", COOLDOWN_ANSWER_NO);
  settle (desk);
  g_signal_emit_by_name (
      find_button (find_type (get_page (desk), "CooldownCheckFoot"), "Save to Journal"), "clicked");
  spin_until (is_saved, &saving);
  g_assert_false (has (desk, "warn-none"));
  g_assert_nonnull (strstr (saving.note, "'ticks': <['warn-none', 'where-toes', 'side-one', "
                                         "'feel-burn', 'feel-pebble']>"));
  g_assert_nonnull (strstr (saving.note, "'denied': <['feel-itch']>"));
  g_assert_nonnull (strstr (saving.note, "'places': <@as []>"));
  g_assert_nonnull (strstr (saving.note, "'level': <'self-care'>"));
  g_assert_true (has (desk, "where-toes"));
  g_free (saving.note);
  desk_forget (desk);
}

/* Test that what was ticked the day before is asked about, and stays or goes as is answered; signs
 * and what is about the user stay in any case. */
static void
test_still_so (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  GtkWidget *bar;

  tick (desk, (const char *[]){ "where-toes", "feel-burn", "you-50", NULL });
  g_assert_false (shows (desk, "Is this still so?"));
  cooldown_fake_clock_advance (desk->clock, 24 * COOLDOWN_HOUR - COOLDOWN_SECOND);
  settle (desk);
  g_assert_false (shows (desk, "Is this still so?"));
  cooldown_fake_clock_advance (desk->clock, COOLDOWN_MINUTE);
  settle (desk);
  g_assert_true (shows (desk, "Is this still so?"));
  bar = find_type (get_page (desk), "CooldownDraftBar");
  press (desk, bar, "Still So");
  g_assert_false (shows (desk, "Is this still so?"));
  g_assert_true (has (desk, "where-toes"));

  cooldown_fake_clock_advance (desk->clock, 25 * COOLDOWN_HOUR);
  settle (desk);
  press (desk, find_type (get_page (desk), "CooldownDraftBar"), "Clear");
  g_assert_false (shows (desk, "Is this still so?"));
  g_assert_false (has (desk, "where-toes"));
  g_assert_true (has (desk, "you-50"));
  desk_forget (desk);
}

/* Test that signs and what is about the user are no draft to ask about. */
static void
test_nothing_to_ask (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  tick (desk, (const char *[]){ "feel-burn", NULL });
  cooldown_app_state_tick (desk->state, "feel-burn", FALSE);
  tick (desk, (const char *[]){ "you-50", "warn-sore", NULL });
  cooldown_fake_clock_advance (desk->clock, 48 * COOLDOWN_HOUR);
  settle (desk);
  g_assert_false (shows (desk, "Is this still so?"));
  desk_forget (desk);
}

/* Test that what was cleared comes back, with what was answered with no. */
static void
test_undo_clear (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  CooldownTickStore *store = cooldown_app_state_get_tick_store (desk->state);
  g_auto (GStrv) denied = NULL;

  tick_neuroma (desk);
  cooldown_tick_store_answer (store, "feel-itch", COOLDOWN_ANSWER_NO);
  press (desk, find_type (get_page (desk), "CooldownCheckFoot"), "Clear");
  g_assert_false (has (desk, "where-toes"));
  press (desk, GTK_WIDGET (desk->window), "Undo");
  g_assert_true (has (desk, "where-toes"));
  denied = cooldown_tick_store_get_denied (store);
  g_assert_cmpstr (denied[0], ==, "feel-itch");
  desk_forget (desk);
}

/* Test that a row that was opened stays open when something else is ticked. */
static void
test_rows_stay_open (gconstpointer data)
{
  Desk *desk = (gpointer) data;
  g_autofree char *item = NULL;
  GtkWidget *row;

  ask (desk, &item);
  row = find_type (find_type (get_page (desk), "CooldownDescriptions"), "AdwExpanderRow");
  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  settle (desk);
  tick (desk, (const char *[]){ "else-training", NULL });
  row = find_type (find_type (get_page (desk), "CooldownDescriptions"), "AdwExpanderRow");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  desk_forget (desk);
}

static gboolean
has_banner (Desk *desk)
{
  GtkWidget *banner = find_type (GTK_WIDGET (desk->window), "CooldownEmergencyBanner");

  return gtk_revealer_get_reveal_child (GTK_REVEALER (adw_bin_get_child (ADW_BIN (banner))));
}

/* Test that a sign that is an emergency only with another tick stands above every tab then. */
static void
test_emergency_together (gconstpointer data)
{
  Desk *desk = (gpointer) data;

  tick (desk, (const char *[]){ "warn-foot-drop", NULL });
  g_assert_false (has_banner (desk));
  tick (desk, (const char *[]){ "feel-tight", NULL });
  g_assert_true (has_banner (desk));
  desk_forget (desk);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (gconstpointer data);
  } tests[] = {
    /* What is said in toasts is said one after the other: these first. */
    { "/check/save", test_save },
    { "/check/undo-clear", test_undo_clear },
    { "/check/description", test_description },
    { "/check/no-ice", test_no_ice },
    { "/check/unanswered", test_unanswered },
    { "/check/signs-hide", test_signs_hide },
    { "/check/question", test_question },
    { "/check/question-focus", test_question_focus },
    { "/check/denied-shown", test_denied_shown },
    { "/check/restless", test_restless },
    { "/check/nothing-fits", test_nothing_fits },
    { "/check/save-suggested", test_save_suggested },
    { "/check/still-so", test_still_so },
    { "/check/nothing-to-ask", test_nothing_to_ask },
    { "/check/rows-stay-open", test_rows_stay_open },
    { "/check/emergency-together", test_emergency_together },
  };
  Desk desk = { 0 };
  int failed;

  desk_begin_tests (&argc, &argv);
  desk_open (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_data_func (tests[i].path, &desk, tests[i].test);
  failed = g_test_run ();
  desk_close (&desk);
  return failed;
}
