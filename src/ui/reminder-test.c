/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder-test.h"

#include "agent-states.h"
#include "diagnosis.h"
#include "reminder-test-words.h"

#include <glib/gi18n.h>

struct _CooldownReminderTest
{
  AdwBin parent_instance;
  CooldownAppState *state;

  GtkLabel *headline;
  GtkLabel *instruction;
  GtkWidget *close;
  GtkWidget *again;
  GtkListBox *steps;
};

G_DEFINE_FINAL_TYPE (CooldownReminderTest, cooldown_reminder_test, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_BACK,
  SIGNAL_CLOSE_WINDOWS,
} CooldownReminderTestSignal;

static guint signals[SIGNAL_CLOSE_WINDOWS + 1];

static void
read_facts (CooldownAppState *state, CooldownTestFacts *facts)
{
  const CooldownReminderRules *rules = cooldown_content_get_reminder_rules (
      cooldown_app_state_get_content (state));
  g_autoptr (GVariant)
      version = cooldown_app_state_lookup_agent_state (state, "version", G_VARIANT_TYPE_STRING);

  facts->connected = cooldown_app_state_get_connected (state);
  facts->version = version != NULL ? g_variant_dup_string (version, NULL) : NULL;
  facts->test = cooldown_app_state_lookup_agent_state (state, "test", G_VARIANT_TYPE_VARDICT);
  facts->autostart = cooldown_app_state_lookup_agent_state (state, "autostart",
                                                            G_VARIANT_TYPE_VARDICT);
  facts->now = cooldown_app_state_now (state).wall / COOLDOWN_SECOND;
  facts->worth = rules->worth[COOLDOWN_NOTICE_TEST] / COOLDOWN_SECOND;
}

static void
clear_facts (CooldownTestFacts *facts)
{
  g_free ((char *) facts->version);
  g_clear_pointer (&facts->test, g_variant_unref);
  g_clear_pointer (&facts->autostart, g_variant_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CooldownTestFacts, clear_facts)

/* A verdict is told by a picture and a word, never by a colour alone. */
static const struct
{
  const char *icon;
  const char *css_class;
  const char *name;
} verdicts[] = {
  [COOLDOWN_TEST_WAITING] = { "cd-later-symbolic", "dim-label", NC_ ("test", "Waiting") },
  [COOLDOWN_TEST_WORKS] = { "cd-tick-symbolic", "success", NC_ ("test", "Works") },
  [COOLDOWN_TEST_OFF] = { "cd-info-symbolic", "dim-label", NC_ ("test", "Off") },
  [COOLDOWN_TEST_LIMITED] = { "cd-info-symbolic", "warning", NC_ ("test", "Limited") },
  [COOLDOWN_TEST_BROKEN] = { "cd-warning-symbolic", "error", NC_ ("test", "Does not work") },
};

/* A row that was there keeps its place, for whoever is reading it or has the focus on it. */
static void
fill_row (AdwActionRow *row, const CooldownTestStep *step)
{
  GtkWidget *icon = g_object_get_data (G_OBJECT (row), "icon");
  const char *name = g_dpgettext2 (NULL, "test", verdicts[step->verdict].name);
  const char *const classes[] = { verdicts[step->verdict].css_class, NULL };

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), step->title);
  adw_action_row_set_subtitle (row, step->detail);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), verdicts[step->verdict].icon);
  gtk_widget_set_css_classes (icon, (const char **) classes);
  gtk_widget_set_tooltip_text (icon, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name,
                                  -1);
}

static GtkWidget *
row_new (void)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0,
                                 "subtitle-lines", 0, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  g_object_set_data (G_OBJECT (row), "icon", icon);
  return row;
}

static void
update_steps (CooldownReminderTest *self, const CooldownTestFacts *facts)
{
  g_autoptr (GPtrArray) steps = cooldown_test_facts_get_steps (facts);
  GtkListBoxRow *row;

  for (guint i = 0; i < steps->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->steps, (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (row_new ());
          gtk_list_box_append (self->steps, GTK_WIDGET (row));
        }
      fill_row (ADW_ACTION_ROW (row), g_ptr_array_index (steps, i));
    }
  while ((row = gtk_list_box_get_row_at_index (self->steps, (int) steps->len)) != NULL)
    gtk_list_box_remove (self->steps, GTK_WIDGET (row));
}

static void
set_label (GtkLabel *label, char *text)
{
  if (!g_str_equal (gtk_label_get_label (label), text))
    gtk_label_set_label (label, text);
  g_free (text);
}

static void
update (CooldownReminderTest *self)
{
  g_auto (CooldownTestFacts) facts = { 0 };
  CooldownTestPhase phase;

  read_facts (self->state, &facts);
  phase = cooldown_test_facts_get_phase (&facts);
  set_label (self->headline, cooldown_test_facts_get_headline (&facts));
  set_label (self->instruction, cooldown_test_facts_get_instruction (&facts));
  gtk_widget_set_visible (self->close, facts.connected && (phase == COOLDOWN_TEST_NONE ||
                                                           phase == COOLDOWN_TEST_COMING));
  gtk_widget_set_visible (self->again,
                          phase == COOLDOWN_TEST_PASSED || phase == COOLDOWN_TEST_FAILED);
  update_steps (self, &facts);
}

/* Once it is known what came of it, time changes nothing any more. */
static void
on_second (CooldownReminderTest *self)
{
  if (!gtk_widget_get_visible (self->again))
    update (self);
}

static void
on_again_clicked (CooldownReminderTest *self)
{
  cooldown_app_state_activate (self->state, "test-reminder", NULL);
}

static void
on_back_clicked (CooldownReminderTest *self)
{
  g_signal_emit (self, signals[SIGNAL_BACK], 0);
}

static void
on_close_clicked (CooldownReminderTest *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE_WINDOWS], 0);
}

static void
on_copy_clicked (CooldownReminderTest *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *text = cooldown_diagnosis_new (self->state, gtk_widget_get_display (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  if (ADW_IS_PREFERENCES_WINDOW (root))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (root),
                                      adw_toast_new (_ ("Test report copied")));
}

static void
cooldown_reminder_test_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_REMINDER_TEST (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_REMINDER_TEST);
  G_OBJECT_CLASS (cooldown_reminder_test_parent_class)->dispose (object);
}

static void
cooldown_reminder_test_class_init (CooldownReminderTestClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_reminder_test_dispose;
  signals[SIGNAL_BACK] = g_signal_new ("back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[SIGNAL_CLOSE_WINDOWS] = g_signal_new ("close-windows", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/reminder-test.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderTest, headline);
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderTest, instruction);
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderTest, close);
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderTest, again);
  gtk_widget_class_bind_template_child (widget_class, CooldownReminderTest, steps);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
}

static void
cooldown_reminder_test_init (CooldownReminderTest *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_reminder_test_new:
 * @state: what is going on
 *
 * Returns: (transfer floating): a page about the last test; it asks for none by itself
 */
GtkWidget *
cooldown_reminder_test_new (CooldownAppState *state)
{
  CooldownReminderTest *self;

  g_return_val_if_fail (COOLDOWN_IS_APP_STATE (state), NULL);

  self = g_object_new (COOLDOWN_TYPE_REMINDER_TEST, NULL);
  self->state = g_object_ref (state);
  cooldown_app_state_watch_seconds (state, GTK_WIDGET (self));
  g_signal_connect_object (state, "changed::agent-state", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "second", G_CALLBACK (on_second), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * cooldown_reminder_test_get_last:
 * @state: what is going on
 * @headline: (out) (transfer full) (nullable): what came of the last test, in a few words
 *
 * Returns: when the last test was asked for, microseconds since 1970 UTC; 0 when there was none or
 *   it is more than %COOLDOWN_TEST_KEPT ago
 */
gint64
cooldown_reminder_test_get_last (CooldownAppState *state, char **headline)
{
  g_auto (CooldownTestFacts) facts = { 0 };
  gint64 asked;

  *headline = NULL;
  read_facts (state, &facts);
  asked = cooldown_test_facts_get_asked (&facts);
  if (asked == 0 || asked + COOLDOWN_TEST_KEPT < facts.now)
    return 0;
  *headline = cooldown_test_facts_get_headline (&facts);
  return asked * COOLDOWN_SECOND;
}
