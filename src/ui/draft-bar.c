/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draft-bar.h"

#include "pair.h"
#include "tick-store.h"

#include <glib/gi18n.h>

/* What was ticked so long ago may be over. */
#define OLD (24 * COOLDOWN_HOUR)

struct _CooldownDraftBar
{
  GtkBox parent_instance;
  CooldownAppState *state; /* (owned) (nullable) */

  GtkRevealer *revealer;
  GtkLabel *since;
};

G_DEFINE_FINAL_TYPE (CooldownDraftBar, cooldown_draft_bar, GTK_TYPE_BOX)

typedef enum
{
  SIGNAL_CONFIRMED,
  SIGNAL_CLEAR,
} CooldownDraftBarSignal;

static guint signals[SIGNAL_CLEAR + 1];

static void
still_so_cb (CooldownDraftBar *self)
{
  cooldown_tick_store_confirm (cooldown_app_state_get_tick_store (self->state));
  g_signal_emit (self, signals[SIGNAL_CONFIRMED], 0);
}

static void
clear_cb (CooldownDraftBar *self)
{
  g_signal_emit (self, signals[SIGNAL_CLEAR], 0);
}

static void
cooldown_draft_bar_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_DRAFT_BAR (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_DRAFT_BAR);
  G_OBJECT_CLASS (cooldown_draft_bar_parent_class)->dispose (object);
}

static void
cooldown_draft_bar_class_init (CooldownDraftBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_draft_bar_dispose;
  signals[SIGNAL_CONFIRMED] = g_signal_new ("confirmed", COOLDOWN_TYPE_DRAFT_BAR,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CLEAR] = g_signal_new ("clear", COOLDOWN_TYPE_DRAFT_BAR, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/draft-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownDraftBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, CooldownDraftBar, since);
  gtk_widget_class_bind_template_callback (widget_class, still_so_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
cooldown_draft_bar_init (CooldownDraftBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_day (CooldownAppState *state, gint64 changed)
{
  CooldownClock *clock = cooldown_app_state_get_clock (state);
  g_autoptr (GDateTime) day = cooldown_clock_to_local (clock, changed);
  gboolean lately = cooldown_app_state_now (state).wall - changed < 6 * OLD;
  g_autofree char *words = g_date_time_format (day, lately ? "%A" : "%x");

  /* Translators: %s is a weekday or a date */
  return g_strdup_printf (_ ("Last changed on %s."), words);
}

/**
 * cooldown_draft_bar_update:
 * @self: the bar
 * @state: what is going on
 * @begun: whether anything is ticked that may have passed
 *
 * Asks, or stops asking. To be called whenever @state changed.
 */
void
cooldown_draft_bar_update (CooldownDraftBar *self, CooldownAppState *state, gboolean begun)
{
  gint64 changed;
  gboolean old;

  g_return_if_fail (COOLDOWN_IS_DRAFT_BAR (self));
  g_return_if_fail (COOLDOWN_IS_APP_STATE (state));

  g_set_object (&self->state, state);
  changed = cooldown_tick_store_get_changed (cooldown_app_state_get_tick_store (state));
  old = changed > 0 && cooldown_app_state_now (state).wall - changed >= OLD;
  if (begun && old)
    {
      g_autofree char *words = describe_day (state, changed);

      gtk_label_set_text (self->since, words);
    }
  gtk_revealer_set_reveal_child (self->revealer, begun && old);
}
