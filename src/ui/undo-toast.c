/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "undo-toast.h"

#include <glib/gi18n.h>

struct _CooldownUndoToast
{
  GObject parent_instance;
  GtkWidget *window; /* unowned: it has this */
  AdwToast *toast;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CooldownUndoToast, cooldown_undo_toast, G_TYPE_OBJECT)

static void
set_toast (CooldownUndoToast *self, AdwToast *toast)
{
  g_set_object (&self->toast, toast);
  gtk_widget_action_set_enabled (self->window, "win.undo", toast != NULL);
}

static void
dismissed_cb (CooldownUndoToast *self, AdwToast *toast)
{
  if (self->toast == toast)
    set_toast (self, NULL);
}

static void
cooldown_undo_toast_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_UNDO_TOAST (object)->toast);
  G_OBJECT_CLASS (cooldown_undo_toast_parent_class)->dispose (object);
}

static void
cooldown_undo_toast_class_init (CooldownUndoToastClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_undo_toast_dispose;
}

static void
cooldown_undo_toast_init (CooldownUndoToast *self)
{
}

/**
 * cooldown_toast_new:
 * @text: what it says
 *
 * Returns: (transfer full): a toast
 */
AdwToast *
cooldown_toast_new (const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  return adw_toast_new (markup);
}

/**
 * cooldown_undo_toast_new:
 * @window: a widget with the action "win.undo", that outlives this
 *
 * Returns: (transfer full): what offers nothing yet
 */
CooldownUndoToast *
cooldown_undo_toast_new (GtkWidget *window)
{
  CooldownUndoToast *self = g_object_new (COOLDOWN_TYPE_UNDO_TOAST, NULL);

  self->window = window;
  gtk_widget_action_set_enabled (window, "win.undo", FALSE);
  return self;
}

/**
 * cooldown_undo_toast_offer:
 * @self: where undoing is offered
 * @overlay: where to show it
 * @text: what was done
 * @action: name of the action that undoes it
 * @target: (nullable): its parameter; sunk if floating
 *
 * Offers to undo what was just done. What was offered before is no longer the last thing that was
 * done, and is taken back.
 */
void
cooldown_undo_toast_offer (CooldownUndoToast *self,
                           AdwToastOverlay *overlay,
                           const char *text,
                           const char *action,
                           GVariant *target)
{
  AdwToast *toast = cooldown_toast_new (text);

  g_return_if_fail (COOLDOWN_IS_UNDO_TOAST (self));

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  set_toast (self, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (overlay, toast);
}

/**
 * cooldown_undo_toast_press:
 * @self: where undoing is offered
 *
 * Undoes what can be undone, as the button of the toast does.
 */
void
cooldown_undo_toast_press (CooldownUndoToast *self)
{
  g_return_if_fail (COOLDOWN_IS_UNDO_TOAST (self));

  if (self->toast == NULL)
    return;
  gtk_widget_activate_action_variant (self->window, adw_toast_get_action_name (self->toast),
                                      adw_toast_get_action_target_value (self->toast));
  adw_toast_dismiss (self->toast);
}
