/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk.h"
#include "ui/episode-card.h"
#include "ui/recover-page.h"
#include "ui/reminder-button.h"
#include "ui/reminder-entry.h"
#include "ui/reminder-list.h"

/* The list of what is due, missed and coming, and the question about an open tingling. */

static Desk desk;

static gint64
now (void)
{
  return cooldown_clock_now (COOLDOWN_CLOCK (desk.clock)).wall;
}

/* One reminder of each of KINDS, a minute apart, the first one now. */
static GVariant *
list (const char *const *kinds)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sxs)"));
  for (gint64 at = now () / COOLDOWN_SECOND; *kinds != NULL; kinds++, at += 60)
    g_variant_builder_add (&builder, "(sxs)", *kinds, at, *kinds);
  return g_variant_builder_end (&builder);
}

static void
set_due (const char *kind, const char *other)
{
  fake_agent_set_state (desk.agent, "due", list ((const char *[]){ kind, other, NULL }));
  desk_settle (&desk);
}

static void
set_missed (void)
{
  fake_agent_set (desk.agent, "setting", "missed", list ((const char *[]){ "bed", NULL }));
  desk_settle (&desk);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static gboolean
is_unmapped (gpointer data)
{
  return !is_mapped (data);
}

static void
open_list (void)
{
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.show-reminders", NULL);
  spin_until (is_mapped, desk_find (&desk, COOLDOWN_TYPE_REMINDER_LIST));
}

/* Takes what was told to the agent meanwhile, too. */
static gboolean
has_command (gpointer data)
{
  g_autofree char *command = fake_agent_take_command (desk.agent);

  return g_strcmp0 (command, data) == 0;
}

static void
assert_command (const char *command)
{
  spin_until (has_command, (gpointer) command);
}

static void
assert_says (GtkWidget *widget, gboolean expected, const char *text)
{
  g_autofree char *all = read_mapped (widget);

  g_test_message ("%s", all);
  g_assert_cmpint (strstr (all, text) != NULL, ==, expected);
}

/* The words. */

typedef struct
{
  CooldownReminderPart part;
  gint64 away; /* minutes from now, Sunday at 17:00 */
  const char *words;
} When;

/* Test the words for when it was or will be; no duration stands without a time of day. */
static void
test_words (void)
{
  static const When cases[] = {
    { COOLDOWN_REMINDER_PART_COMING, 12, "In 12 min, at 17:12" },
    { COOLDOWN_REMINDER_PART_COMING, 6 * 60 + 59, "In 6 h 59 min, at 23:59" },
    { COOLDOWN_REMINDER_PART_COMING, 7 * 60, "Tomorrow at 00:00" },
    { COOLDOWN_REMINDER_PART_COMING, 31 * 60 - 1, "Tomorrow at 23:59" },
    { COOLDOWN_REMINDER_PART_COMING, 31 * 60, "On Tuesday at 00:00" },
    { COOLDOWN_REMINDER_PART_COMING, 7 * 24 * 60, "On 11/29/26 at 17:00" },
    { COOLDOWN_REMINDER_PART_DUE, 0, "Just now, at 17:00" },
    { COOLDOWN_REMINDER_PART_DUE, -20, "For 20 min, since 16:40" },
    { COOLDOWN_REMINDER_PART_DUE, -18 * 60, "Since yesterday at 23:00" },
    { COOLDOWN_REMINDER_PART_MISSED, -200, "Was due 3 h 20 min ago, at 13:40" },
    { COOLDOWN_REMINDER_PART_MISSED, -18 * 60, "Was due yesterday at 23:00" },
    { COOLDOWN_REMINDER_PART_MISSED, -48 * 60, "Was due on Friday at 17:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CooldownReminderEntry entry = { .at = now () + cases[i].away * COOLDOWN_MINUTE };
      g_autofree char *words = cooldown_reminder_entry_format_when (&entry, cases[i].part,
                                                                    COOLDOWN_CLOCK (desk.clock));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Test that a night soon does not turn into "tomorrow". */
static void
test_words_at_night (void)
{
  CooldownReminderEntry entry;
  g_autofree char *coming = NULL;
  g_autofree char *missed = NULL;

  cooldown_fake_clock_advance (desk.clock, 6 * COOLDOWN_HOUR);
  entry.at = now () + 90 * COOLDOWN_MINUTE;
  coming = cooldown_reminder_entry_format_when (&entry, COOLDOWN_REMINDER_PART_COMING,
                                                COOLDOWN_CLOCK (desk.clock));
  g_assert_cmpstr (coming, ==, "In 1 h 30 min, at 00:30");
  cooldown_fake_clock_advance (desk.clock, 2 * COOLDOWN_HOUR);
  entry.at = now () - 2 * COOLDOWN_HOUR;
  missed = cooldown_reminder_entry_format_when (&entry, COOLDOWN_REMINDER_PART_MISSED,
                                                COOLDOWN_CLOCK (desk.clock));
  g_assert_cmpstr (missed, ==, "Was due 2 h ago, at 23:00");
  desk_forget (&desk);
}

/* The list. */

/* Test that of what is coming the next eight are there, the next one first, and that times that
 * cannot be are left out. */
static void
test_coming (void)
{
  GVariantBuilder builder;
  g_autoptr (GPtrArray) entries = NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sxs)"));
  g_variant_builder_add (&builder, "(sxs)", "bed", G_MAXINT64, "never");
  g_variant_builder_add (&builder, "(sxs)", "bed", G_MININT64, "never");
  for (gint64 i = 20; i > 0; i--)
    g_variant_builder_add (&builder, "(sxs)", "bed", now () / COOLDOWN_SECOND + i * 60, "Bed");
  fake_agent_set_state (desk.agent, "upcoming", g_variant_builder_end (&builder));
  desk_settle (&desk);

  entries = cooldown_reminder_entries_read (desk.state, COOLDOWN_REMINDER_PART_COMING);
  g_assert_cmpuint (entries->len, ==, 8);
  for (guint i = 0; i < entries->len; i++)
    {
      const CooldownReminderEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpint (entry->at, ==, now () + (i + 1) * COOLDOWN_MINUTE);
    }
  desk_forget (&desk);
}

static GtkWidget *
find_due_row (void)
{
  return find_mapped (desk_find (&desk, COOLDOWN_TYPE_REMINDER_LIST), ADW_TYPE_ACTION_ROW, 0);
}

/* Test that each reminder that is due leads to its tab, and closes the list on the way. */
static void
test_leads (void)
{
  static const char *const cases[][2] = {
    { "ice-due", "ice" },
    { "ice-skin-check", "ice" },
    { "ice-off", "ice" },
    { "ice-skin", "ice" },
    { "ice-when", "ice" },
    { "ice-done", "ice" },
    { "recovery-check", "recover" },
    { "episode-evening", "recover" },
    { "episode-morning", "recover" },
    { "caffeine", "evening" },
    { "wind-down", "evening" },
    { "bed", "evening" },
    { "morning", "evening" },
    { "routine-step", "evening" },
    { "experiment-turn", "evening" },
    { "experiment-result", "evening" },
  };
  AdwViewStack *tabs = ADW_VIEW_STACK (desk_find (&desk, ADW_TYPE_VIEW_STACK));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      desk_show (&desk, "check");
      set_due (cases[i][0], NULL);
      open_list ();
      g_assert_true (gtk_widget_activate (find_due_row ()));
      g_assert_cmpstr (adw_view_stack_get_visible_child_name (tabs), ==, cases[i][1]);
      spin_until (is_unmapped, desk_find (&desk, COOLDOWN_TYPE_REMINDER_LIST));
    }
  desk_forget (&desk);
}

/* Test that the reminder that is a test leads nowhere. */
static void
test_leads_nowhere (void)
{
  set_due ("test", NULL);
  open_list ();
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_due_row ())));
  desk_forget (&desk);
}

/* Test that Clear tells the agent that what was missed has been seen. */
static void
test_clear (void)
{
  set_missed ();
  open_list ();
  desk_press (&desk, COOLDOWN_TYPE_REMINDER_LIST, 0);
  assert_command ("missed-seen ");
  desk_forget (&desk);
}

/* Test that nothing is said of what is not there, and that there is a way to the switches. */
static void
test_empty (void)
{
  GtkWidget *list = desk_find (&desk, COOLDOWN_TYPE_REMINDER_LIST);

  open_list ();
  assert_says (list, TRUE, "Nothing is due. Reminders you switch on appear here.");
  assert_says (list, TRUE, "Preferences");
  assert_says (list, FALSE, "Missed");
  set_missed ();
  assert_says (list, TRUE, "Missed");
  assert_says (list, FALSE, "Nothing is due.");
  assert_says (list, FALSE, "Due now");
  desk_forget (&desk);
}

/* The bell. */

static void
assert_bell (gboolean dot, const char *label)
{
  GtkWidget *bell = desk_find (&desk, COOLDOWN_TYPE_REMINDER_BUTTON);
  GtkWidget *overlay = gtk_widget_get_first_child (bell);
  GtkWidget *button = gtk_widget_get_first_child (overlay);

  g_assert_cmpint (gtk_widget_get_visible (gtk_widget_get_last_child (overlay)), ==, dot);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* Test that the dot is there while something is due, and for nothing else. */
static void
test_dot (void)
{
  assert_bell (FALSE, "Reminders");
  set_missed ();
  fake_agent_set_state (desk.agent, "upcoming", list ((const char *[]){ "bed", NULL }));
  desk_settle (&desk);
  assert_bell (FALSE, "Reminders");
  set_due ("ice-off", "recovery-check");
  assert_bell (TRUE, "Reminders, 2 due");
  desk_forget (&desk);
  assert_bell (FALSE, "Reminders");
}

/* Test that a list that was asked for before the window can be seen opens with it. */
static void
test_hidden (void)
{
  GtkWidget *list = desk_find (&desk, COOLDOWN_TYPE_REMINDER_LIST);

  gtk_widget_hide (GTK_WIDGET (desk.window));
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.show-reminders", NULL);
  g_assert_false (gtk_widget_get_mapped (list));
  gtk_window_present (GTK_WINDOW (desk.window));
  spin_until (is_mapped, list);
  desk_forget (&desk);
}

/* The question about an open tingling. */

static void
ask (const char *kind)
{
  desk_show (&desk, "recover");
  fake_agent_set (desk.agent, "recovery", "episode",
                  g_variant_new_int64 (now () / COOLDOWN_SECOND - 7 * 3600));
  set_due (kind, NULL);
}

static void
assert_card (const char *text)
{
  assert_says (desk_find (&desk, COOLDOWN_TYPE_EPISODE_CARD), TRUE, text);
}

/* Test that both answers to both questions reach the agent, in the agent's words. */
static void
test_answers (void)
{
  static const char *const kinds[][2] = {
    { "episode-evening", "Is it still tingling?" },
    { "episode-morning", "Is it still tingling this morning?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      ask (kinds[i][0]);
      assert_card (kinds[i][1]);
      desk_press (&desk, COOLDOWN_TYPE_EPISODE_CARD, 0);
      assert_command ("episode-check 'gone'");
      desk_press (&desk, COOLDOWN_TYPE_EPISODE_CARD, 1);
      assert_command ("episode-check 'still'");
      desk_forget (&desk);
      g_assert_false (gtk_widget_get_visible (desk_find (&desk, COOLDOWN_TYPE_EPISODE_CARD)));
    }
}

/* Test that who still feels it in the morning is told to stop training, also when it began after
 * midnight; before the answer it is not said twice, and not in the evening. */
static void
test_still (void)
{
  GtkWidget *page = desk_find (&desk, COOLDOWN_TYPE_RECOVER_PAGE);

  /* It is eight in the morning and began at one. */
  cooldown_fake_clock_advance (desk.clock, 15 * COOLDOWN_HOUR);
  ask ("episode-morning");
  assert_says (page, FALSE, "Still there in the morning");
  desk_press (&desk, COOLDOWN_TYPE_EPISODE_CARD, 1);
  set_due (NULL, NULL);
  assert_says (page, TRUE, "Still there in the morning");
  assert_says (page, TRUE, "\nStop training until a doctor has looked at it.");
  fake_agent_set (desk.agent, "setting", "morning-at", g_variant_new_int32 (8 * 60 + 1));
  desk_settle (&desk);
  assert_says (page, FALSE, "Still there in the morning");
  cooldown_fake_clock_advance (desk.clock, COOLDOWN_MINUTE);
  desk_settle (&desk);
  assert_says (page, TRUE, "Still there in the morning");
  fake_agent_set (desk.agent, "setting", "morning-at", NULL);
  desk_forget (&desk);
  assert_says (page, FALSE, "Still there in the morning");
}

/* Test that whoever lost it for the third time is told to see a doctor, until they have read it. */
static void
test_third (void)
{
  GtkWidget *card = desk_find (&desk, COOLDOWN_TYPE_EPISODE_CARD);

  ask ("episode-evening");
  fake_agent_set (desk.agent, "recovery", "recent", g_variant_new_uint32 (3));
  desk_settle (&desk);
  desk_press (&desk, COOLDOWN_TYPE_EPISODE_CARD, 0);
  fake_agent_set (desk.agent, "recovery", "episode", NULL);
  set_due (NULL, NULL);
  assert_card ("This is the third time.");
  /* The first one is that of the sources. */
  desk_press (&desk, COOLDOWN_TYPE_EPISODE_CARD, 1);
  g_assert_false (gtk_widget_get_visible (card));
  desk_forget (&desk);
}

/* Test that in the evening nothing more is said than that it was noted. */
static void
test_still_evening (void)
{
  ask ("episode-evening");
  desk_press (&desk, COOLDOWN_TYPE_EPISODE_CARD, 1);
  set_due (NULL, NULL);
  g_assert_false (gtk_widget_get_visible (desk_find (&desk, COOLDOWN_TYPE_EPISODE_CARD)));
  desk_forget (&desk);
}

/* Test that the tab has its dot while the question stands. */
static void
test_attention (void)
{
  AdwViewStack *tabs = ADW_VIEW_STACK (desk_find (&desk, ADW_TYPE_VIEW_STACK));
  AdwViewStackPage *page = adw_view_stack_get_page (
      tabs, adw_view_stack_get_child_by_name (tabs, "recover"));

  g_assert_false (adw_view_stack_page_get_needs_attention (page));
  ask ("episode-evening");
  g_assert_true (adw_view_stack_page_get_needs_attention (page));
  desk_forget (&desk);
  g_assert_false (adw_view_stack_page_get_needs_attention (page));
}

static gboolean
is_gone (gpointer data)
{
  return !cooldown_app_state_get_connected (desk.state);
}

/* Test that the list says so when the agent is gone, and shows nothing that may be over. */
static void
test_trouble (void)
{
  GtkWidget *list = desk_find (&desk, COOLDOWN_TYPE_REMINDER_LIST);

  set_due ("ice-off", NULL);
  set_missed ();
  open_list ();
  assert_says (list, TRUE, "Due now");
  assert_says (list, TRUE, "Missed");
  g_clear_pointer (&desk.agent, fake_agent_free);
  spin_until (is_gone, NULL);
  assert_says (list, TRUE, "Reminders cannot be shown");
  assert_says (list, FALSE, "Due now");
  assert_says (list, FALSE, "Missed");
  assert_bell (FALSE, "Reminders");
}

int
main (int argc, char *argv[])
{
  int failed;

  desk_begin_tests (&argc, &argv);
  desk_open (&desk);
  desk_show (&desk, "recover");
  g_test_add_func ("/bell/words", test_words);
  g_test_add_func ("/bell/words-at-night", test_words_at_night);
  g_test_add_func ("/bell/coming", test_coming);
  g_test_add_func ("/bell/leads", test_leads);
  g_test_add_func ("/bell/leads-nowhere", test_leads_nowhere);
  g_test_add_func ("/bell/clear", test_clear);
  g_test_add_func ("/bell/empty", test_empty);
  g_test_add_func ("/bell/dot", test_dot);
  g_test_add_func ("/bell/hidden", test_hidden);
  g_test_add_func ("/bell/answers", test_answers);
  g_test_add_func ("/bell/still", test_still);
  g_test_add_func ("/bell/third", test_third);
  g_test_add_func ("/bell/still-evening", test_still_evening);
  g_test_add_func ("/bell/attention", test_attention);
  /* The last, for the agent does not come back. */
  g_test_add_func ("/bell/trouble", test_trouble);
  failed = g_test_run ();
  desk_close (&desk);
  return failed;
}
