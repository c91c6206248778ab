/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "night-doctor.h"

#include "core/night-advice.h"
#include "journal-days.h"
#include "level-card.h"
#include "topic-row.h"

#include <string.h>

/* The rules of the checklist that are about restless legs. */
#define RULE_PREFIX "s-rls-"
/* Its messages for what the rules reach. */
#define MESSAGE_TEST "rls-test"
#define MESSAGE_ELSE "rls-else"

struct _CooldownNightDoctor
{
  GtkBox parent_instance;
  CooldownAppState *state;
  CooldownEveningReader *reader;

  CooldownLevelCard *card;
  AdwBin *messages;
};

G_DEFINE_FINAL_TYPE (CooldownNightDoctor, cooldown_night_doctor, GTK_TYPE_BOX)

static CooldownContent *
get_content (CooldownNightDoctor *self)
{
  return cooldown_app_state_get_content (self->state);
}

static void
add_reason (CooldownNightDoctor *self, GPtrArray *reasons, const char *id)
{
  const CooldownStatement *said = cooldown_content_get_reason (get_content (self), id);
  CooldownRule *reason = g_new0 (CooldownRule, 1);

  reason->id = said->id;
  reason->level = COOLDOWN_LEVEL_SOON;
  reason->text = said->text;
  reason->basis = said->basis;
  g_ptr_array_add (reasons, reason);
}

static void
add_nights (CooldownNightDoctor *self, GPtrArray *reasons)
{
  const CooldownEveningNumbers *numbers = cooldown_content_get_evening_numbers (get_content (self));
  GPtrArray *entries = cooldown_evening_reader_get_entries (self->reader);
  g_autofree char *day = cooldown_journal_day_from_today (
      cooldown_app_state_get_clock (self->state), 0);
  GDate today;

  if (!cooldown_date_parse (day, &today))
    return;
  if (cooldown_nights_are_restless (entries, &today, numbers->restless_min, numbers->per_week,
                                    numbers->weeks))
    add_reason (self, reasons, "restless");
  if (cooldown_nights_cost_sleep (entries, &today, numbers->costly, numbers->weeks))
    add_reason (self, reasons, "sleep");
}

static gboolean
has_rule (const CooldownMessage *message, const char *id)
{
  return g_strv_contains (message->rules, id);
}

/* What the nights said already is not said again. */
static void
add_rules (GPtrArray *reasons, const CooldownFinding *finding, const CooldownMessage *test)
{
  gboolean nights = reasons->len > 0;

  for (guint i = 0; i < finding->rules->len; i++)
    {
      const CooldownRule *rule = g_ptr_array_index (finding->rules, i);

      if (finding->level == COOLDOWN_LEVEL_SOON && g_str_has_prefix (rule->id, RULE_PREFIX) &&
          !(nights && has_rule (test, rule->id)))
        g_ptr_array_add (reasons, g_memdup2 (rule, sizeof *rule));
    }
}

static void
add_message (GPtrArray *statements, const CooldownMessage *message)
{
  CooldownStatement *statement = g_new0 (CooldownStatement, 1);

  *statement = (CooldownStatement){ message->id, message->text, message->basis };
  g_ptr_array_add (statements, statement);
}

/* That it may be something else comes first; the tests are worth asking about either way. */
static void
show_messages (CooldownNightDoctor *self, GPtrArray *reasons)
{
  const CooldownMessage *other = cooldown_content_get_message (get_content (self), MESSAGE_ELSE);
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < reasons->len && statements->len == 0; i++)
    if (has_rule (other, ((const CooldownRule *) g_ptr_array_index (reasons, i))->id))
      add_message (statements, other);
  add_message (statements, cooldown_content_get_message (get_content (self), MESSAGE_TEST));
  adw_bin_set_child (self->messages, cooldown_statements_box_new (get_content (self), statements));
}

static void
update (CooldownNightDoctor *self)
{
  CooldownContent *content = get_content (self);
  g_autoptr (CooldownFinding)
      finding = cooldown_finding_new (content, cooldown_app_state_get_ticks (self->state));
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) because = g_ptr_array_new ();
  CooldownFinding found = { COOLDOWN_LEVEL_SOON, reasons, because };

  if (finding->level < COOLDOWN_LEVEL_URGENT)
    {
      add_nights (self, reasons);
      add_rules (reasons, finding, cooldown_content_get_message (content, MESSAGE_TEST));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), reasons->len > 0);
  if (reasons->len == 0)
    return;
  cooldown_level_card_show_finding (self->card, content, &found);
  show_messages (self, reasons);
}

static void
cooldown_night_doctor_dispose (GObject *object)
{
  CooldownNightDoctor *self = COOLDOWN_NIGHT_DOCTOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_NIGHT_DOCTOR);
  g_clear_object (&self->reader);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_night_doctor_parent_class)->dispose (object);
}

static void
cooldown_night_doctor_class_init (CooldownNightDoctorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_night_doctor_dispose;
  g_type_ensure (COOLDOWN_TYPE_LEVEL_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/night-doctor.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownNightDoctor, card);
  gtk_widget_class_bind_template_child (widget_class, CooldownNightDoctor, messages);
}

static void
cooldown_night_doctor_init (CooldownNightDoctor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_night_doctor_set_state:
 * @self: a card without a state
 * @state: what is going on
 * @reader: what reads the nights
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_night_doctor_set_state (CooldownNightDoctor *self,
                                 CooldownAppState *state,
                                 CooldownEveningReader *reader)
{
  g_return_if_fail (COOLDOWN_IS_NIGHT_DOCTOR (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  self->reader = g_object_ref (reader);
  g_signal_connect_object (state, "changed::ticks", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed::zone", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reader, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
