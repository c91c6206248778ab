/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder.h"

#include <glib/gi18n.h>

/**
 * cooldown_sound_get_tune:
 * @sound: a sound
 *
 * Returns: (nullable): the tune by which the agent plays it, for [method@Cooldown.Chime.play]; %NULL
 *   when it plays nothing itself
 */
const char *
cooldown_sound_get_tune (CooldownSound sound)
{
  if (sound == COOLDOWN_SOUND_STEP)
    return "step";
  return sound == COOLDOWN_SOUND_OURS ? "alarm" : NULL;
}

/**
 * cooldown_reminder_add_button:
 * @self: a reminder with room for one more
 * @label: its words
 * @action: what it does, a detailed action name
 */
void
cooldown_reminder_add_button (CooldownReminder *self, const char *label, const char *action)
{
  g_return_if_fail (self->n_buttons < COOLDOWN_REMINDER_MAX_BUTTONS);
  self->labels[self->n_buttons] = g_strdup (label);
  self->actions[self->n_buttons] = g_strdup (action);
  self->n_buttons++;
}

/**
 * cooldown_reminder_new:
 * @ledger: what is going on
 * @source: which source it is of, as a slot
 * @due: what is due of it; not %COOLDOWN_NOTICE_NONE
 * @now: the moment for which it is worded
 *
 * Returns: (transfer full): what is due in the user's language
 */
CooldownReminder *
cooldown_reminder_new (CooldownLedger *ledger,
                       guint source,
                       const CooldownDue *due,
                       const CooldownInstant *now)
{
  CooldownReminder *self = g_new0 (CooldownReminder, 1);

  self->slot = source;
  self->urgency = COOLDOWN_URGENCY_NORMAL;
  self->sound = COOLDOWN_SOUND_SERVER;
  self->serial = due->serial;
  self->tab = cooldown_due_source (source)->tab;
  cooldown_due_source (source)->word (self, ledger, due, now);
  return self;
}

/**
 * cooldown_reminder_new_summary:
 * @reminders: (element-type CooldownReminder): what it gathers, two or more, the first the most
 *   important
 *
 * Returns: (transfer full): one reminder that names them all
 */
CooldownReminder *
cooldown_reminder_new_summary (GPtrArray *reminders)
{
  CooldownReminder *self = g_new0 (CooldownReminder, 1);
  g_autoptr (GString) body = g_string_new (NULL);

  self->slot = COOLDOWN_SLOT_SUMMARY;
  for (guint i = 0; i < reminders->len; i++)
    {
      const CooldownReminder *reminder = g_ptr_array_index (reminders, i);

      if (i == 0)
        self->tab = reminder->tab;
      self->urgency = MAX (self->urgency, reminder->urgency);
      self->sound = MAX (self->sound, reminder->sound);
      g_string_append_printf (body, "%s%s", i > 0 ? "\n" : "", reminder->title);
    }
  /* Translators: one notification that names several reminders, each on a line below */
  self->title = g_strdup_printf (ngettext ("%u reminder", "%u reminders", reminders->len),
                                 reminders->len);
  self->body = g_string_free (g_steal_pointer (&body), FALSE);
  return self;
}

/**
 * cooldown_reminder_word_from_content:
 * @self: a reminder without words
 * @ledger: what is going on
 * @due: what is due, of a kind that the content has words for
 * @now: the moment for which it is worded
 *
 * The words of reminders that say something about legs or evenings: they stand in the content.
 */
void
cooldown_reminder_word_from_content (CooldownReminder *self,
                                     CooldownLedger *ledger,
                                     const CooldownDue *due,
                                     const CooldownInstant *now)
{
  const CooldownFacts *facts = cooldown_ledger_get_facts (ledger);

  self->title = g_strdup (facts->titles[due->kind]);
  self->body = g_strdup (facts->texts[due->kind]);
}

/**
 * cooldown_reminder_copy:
 * @self: a reminder
 *
 * Returns: (transfer full): the same once more
 */
CooldownReminder *
cooldown_reminder_copy (const CooldownReminder *self)
{
  CooldownReminder *copy = g_memdup2 (self, sizeof *self);

  copy->title = g_strdup (self->title);
  copy->body = g_strdup (self->body);
  for (guint i = 0; i < self->n_buttons; i++)
    {
      copy->labels[i] = g_strdup (self->labels[i]);
      copy->actions[i] = g_strdup (self->actions[i]);
    }
  return copy;
}

/**
 * cooldown_reminder_free:
 * @self: (transfer full): a reminder
 */
void
cooldown_reminder_free (CooldownReminder *self)
{
  g_free (self->title);
  g_free (self->body);
  for (guint i = 0; i < self->n_buttons; i++)
    {
      g_free (self->labels[i]);
      g_free (self->actions[i]);
    }
  g_free (self);
}
