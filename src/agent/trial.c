/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trial.h"

#include "marks.h"

/* Long enough to close the window. */
#define COMES_AFTER (10 * COOLDOWN_SECOND)
/* Whoever comes back to the window later than this is not told of the test any more. */
#define KEPT_FOR COOLDOWN_HOUR
#define SETTING "test-result"

struct _CooldownTrial
{
  GObject parent_instance;
  CooldownLedger *ledger;
  CooldownNotifier *notifier;
  char *by;
  gint64 asked; /* seconds since 1970 UTC; 0 when no test was asked for */
  gint64 due;   /* the same */
  gboolean shown;
  gboolean answered;
  const char *sound;
  char *error; /* (nullable) */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CooldownTrial, cooldown_trial, G_TYPE_OBJECT)

static void
cooldown_trial_finalize (GObject *object)
{
  CooldownTrial *self = COOLDOWN_TRIAL (object);

  g_clear_object (&self->ledger);
  g_clear_object (&self->notifier);
  g_free (self->by);
  g_free (self->error);
  G_OBJECT_CLASS (cooldown_trial_parent_class)->finalize (object);
}

static void
cooldown_trial_class_init (CooldownTrialClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_trial_finalize;
  signals[CHANGED] = g_signal_new ("changed", COOLDOWN_TYPE_TRIAL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
cooldown_trial_init (CooldownTrial *self)
{
  self->sound = "waiting";
}

static void
changed (CooldownTrial *self)
{
  cooldown_ledger_set (self->ledger, SETTING, cooldown_trial_get_state (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static const char *
find_sound (const char *name)
{
  static const char *const sounds[] = { "waiting", "played", "failed", "off" };

  for (guint i = 0; i < G_N_ELEMENTS (sounds); i++)
    if (g_strcmp0 (sounds[i], name) == 0)
      return sounds[i];
  return sounds[0];
}

/* The agent leaves soon after a test with the window closed: what came of it is kept for the next. */
static void
take_up (CooldownTrial *self)
{
  GVariant *kept = cooldown_ledger_lookup (self->ledger, SETTING, G_VARIANT_TYPE_VARDICT);
  gint64 now = cooldown_clock_now (cooldown_ledger_get_clock (self->ledger)).wall;
  const char *sound = NULL;
  gint64 asked = 0;

  if (kept == NULL || !g_variant_lookup (kept, "asked", "x", &asked) ||
      asked < (now - KEPT_FOR) / COOLDOWN_SECOND || asked > now / COOLDOWN_SECOND)
    return;
  self->asked = asked;
  g_variant_lookup (kept, "due", "x", &self->due);
  g_variant_lookup (kept, "shown", "b", &self->shown);
  g_variant_lookup (kept, "answered", "b", &self->answered);
  g_variant_lookup (kept, "error", "s", &self->error);
  g_variant_lookup (kept, "sound", "&s", &sound);
  self->sound = find_sound (sound);
}

static gboolean
is_about_test (CooldownTrial *self, guint slot)
{
  return self->asked != 0 && slot < COOLDOWN_N_SOURCES &&
         cooldown_due_source (slot) == &cooldown_due_test;
}

static void
placed_cb (CooldownNotifier *notifier,
           guint slot,
           const char *key,
           gint64 serial,
           gpointer data)
{
  CooldownTrial *self = data;

  if (!is_about_test (self, slot) || serial < 0)
    return;
  self->shown = TRUE;
  g_clear_pointer (&self->error, g_free);
  changed (self);
}

static void
failed_cb (CooldownNotifier *notifier, guint slot, const char *why, gpointer data)
{
  CooldownTrial *self = data;

  if (!is_about_test (self, slot))
    return;
  g_free (self->error);
  self->error = g_strdup (why);
  changed (self);
}

static void
chime_ended_cb (CooldownChime *chime, gboolean played, gpointer data)
{
  CooldownTrial *self = data;

  if (self->asked == 0 || !g_str_equal (self->sound, "waiting"))
    return;
  self->sound = played ? "played" : "failed";
  changed (self);
}

/**
 * cooldown_trial_new:
 * @ledger: what is going on
 * @notifier: what shows reminders
 * @chime: what makes the agent's own sound
 * @by: "libnotify" or "portal", for the report
 *
 * Returns: (transfer full): with what came of a test that an earlier agent made within the hour
 */
CooldownTrial *
cooldown_trial_new (CooldownLedger *ledger,
                    CooldownNotifier *notifier,
                    CooldownChime *chime,
                    const char *by)
{
  CooldownTrial *self = g_object_new (COOLDOWN_TYPE_TRIAL, NULL);

  self->ledger = g_object_ref (ledger);
  self->notifier = g_object_ref (notifier);
  self->by = g_strdup (by);
  g_signal_connect_object (notifier, "placed", G_CALLBACK (placed_cb), self, 0);
  g_signal_connect_object (notifier, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (chime, "ended", G_CALLBACK (chime_ended_cb), self, 0);
  take_up (self);
  return self;
}

/**
 * cooldown_trial_start:
 * @self: the trial
 *
 * Has a test reminder come in ten seconds. What an earlier one brought is forgotten.
 */
void
cooldown_trial_start (CooldownTrial *self)
{
  CooldownInstant now = cooldown_clock_now (cooldown_ledger_get_clock (self->ledger));

  self->asked = now.wall / COOLDOWN_SECOND;
  self->due = (now.wall + COMES_AFTER) / COOLDOWN_SECOND;
  self->shown = FALSE;
  self->answered = FALSE;
  self->sound = cooldown_ledger_get_flag (self->ledger, "sound", TRUE) ? "waiting" : "off";
  g_clear_pointer (&self->error, g_free);
  cooldown_ledger_set (self->ledger, "test-at", g_variant_new_int64 (self->due));
  changed (self);
}

/**
 * cooldown_trial_answer:
 * @self: the trial
 *
 * The user pressed the reminder or its button.
 */
void
cooldown_trial_answer (CooldownTrial *self)
{
  gint64 due = cooldown_ledger_get_number (self->ledger, "test-at", 0);

  if (due == 0)
    return;
  self->answered = self->asked != 0;
  cooldown_due_set_done (self->ledger, &cooldown_due_test, due * COOLDOWN_SECOND);
  changed (self);
}

/**
 * cooldown_trial_get_state:
 * @self: the trial
 *
 * Returns: (transfer floating): how far the last test got, an a{sv}: asked x, due x (seconds since
 *   1970 UTC), shown b, answered b, sound s ("waiting", "played", "failed", "off"), by s, buttons b,
 *   server s and error s where known; empty when no test was asked for
 */
GVariant *
cooldown_trial_get_state (CooldownTrial *self)
{
  g_autofree char *server = cooldown_notifier_describe (self->notifier);
  GVariantDict state;

  g_variant_dict_init (&state, NULL);
  if (self->asked == 0)
    return g_variant_dict_end (&state);
  g_variant_dict_insert (&state, "asked", "x", self->asked);
  g_variant_dict_insert (&state, "due", "x", self->due);
  g_variant_dict_insert (&state, "shown", "b", self->shown);
  g_variant_dict_insert (&state, "answered", "b", self->answered);
  g_variant_dict_insert (&state, "sound", "s", self->sound);
  g_variant_dict_insert (&state, "by", "s", self->by);
  g_variant_dict_insert (&state, "buttons", "b", cooldown_notifier_has_buttons (self->notifier));
  if (server != NULL)
    g_variant_dict_insert (&state, "server", "s", server);
  if (self->error != NULL)
    g_variant_dict_insert (&state, "error", "s", self->error);
  return g_variant_dict_end (&state);
}
