/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-foot.h"

#include "leg-places.h"
#include "pair.h"

#include <glib/gi18n.h>

/* Where a toast keeps what its Undo brings back. */
#define CLEARED_KEY "cooldown-cleared"
#define SIGNS_NONE "warn-none"

struct _CooldownCheckFoot
{
  AdwBin parent_instance;
  CooldownAppState *state; /* (owned) (nullable) */
  CooldownLevel level;
  gboolean saving;

  GtkLabel *count;
  GtkWidget *clear;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (CooldownCheckFoot, cooldown_check_foot, ADW_TYPE_BIN)

/* What is ticked, by what can be done with it. */
typedef struct
{
  guint n_ticks;
  gboolean clearable; /* whether there is anything that Clear takes away */
  gboolean worth;     /* whether anything is about this check, so that it can be saved */
} Ticked;

static Ticked
count_ticks (CooldownAppState *state)
{
  CooldownContent *content = cooldown_app_state_get_content (state);
  CooldownTicks *ticks = cooldown_app_state_get_ticks (state);
  CooldownTickStore *store = cooldown_app_state_get_tick_store (state);
  g_auto (GStrv) ids = cooldown_ticks_to_strv (ticks);
  g_auto (GStrv) places = cooldown_leg_places_get (state);
  Ticked ticked = { .clearable = places[0] != NULL, .worth = places[0] != NULL };

  for (char **id = ids; *id != NULL; id++)
    {
      const CooldownItem *item = cooldown_content_get_item (content, *id);
      gboolean answer = g_str_equal (item->group, "answer");
      gboolean remembered = g_str_equal (item->group, "you");
      gboolean sign = cooldown_content_get_sign (content, *id) != NULL;

      ticked.n_ticks += answer ? 0 : 1;
      /* What the journal knows it knows afterwards too. */
      ticked.clearable = ticked.clearable || (!remembered && !sign &&
                                              cooldown_tick_store_get_mark (store, *id) == NULL);
      ticked.worth = ticked.worth || (!remembered && !answer);
    }
  return ticked;
}

static void
undo_cb (CooldownCheckFoot *self, AdwToast *toast)
{
  cooldown_tick_store_bring_back (cooldown_app_state_get_tick_store (self->state),
                                  g_object_get_data (G_OBJECT (toast), CLEARED_KEY));
}

static void
clear_cb (CooldownCheckFoot *self)
{
  cooldown_check_foot_clear (self);
}

static GVariant *
make_note (CooldownCheckFoot *self)
{
  CooldownTickStore *store = cooldown_app_state_get_tick_store (self->state);
  g_auto (GStrv) ticks = cooldown_ticks_to_strv (cooldown_app_state_get_ticks (self->state));
  g_auto (GStrv) denied = cooldown_tick_store_get_denied (store);
  g_auto (GStrv) places = cooldown_leg_places_get (self->state);
  GVariantDict note;

  g_variant_dict_init (&note, NULL);
  g_variant_dict_insert (&note, "ticks", "^as", ticks);
  g_variant_dict_insert (&note, "denied", "^as", denied);
  g_variant_dict_insert (&note, "places", "^as", places);
  g_variant_dict_insert (&note, "level", "s", cooldown_level_to_string (self->level));
  return g_variant_dict_end (&note);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CooldownCheckFoot) self = data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  if (self->state == NULL)
    return;
  if (!cooldown_agent_link_call_finish (COOLDOWN_AGENT_LINK (source), result, &error))
    {
      g_message ("The check was not saved: %s", error->message);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Not saved. Try again."));
      gtk_widget_set_sensitive (self->save, TRUE);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _ ("Saved"));
  /* The next check asks about the warning signs anew. */
  cooldown_app_state_tick (self->state, SIGNS_NONE, FALSE);
  gtk_widget_set_sensitive (self->save, TRUE);
}

static void
save_cb (CooldownCheckFoot *self)
{
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->save, FALSE);
  cooldown_agent_link_call_async (cooldown_app_state_get_link (self->state), "check-save",
                                  make_note (self), NULL, saved_cb, g_object_ref (self));
}

static void
cooldown_check_foot_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_CHECK_FOOT (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_CHECK_FOOT);
  G_OBJECT_CLASS (cooldown_check_foot_parent_class)->dispose (object);
}

static void
cooldown_check_foot_class_init (CooldownCheckFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_check_foot_dispose;
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/check-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckFoot, count);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckFoot, clear);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckFoot, save);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
cooldown_check_foot_init (CooldownCheckFoot *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Saving is the next thing to do once the signs are answered, and not while help is needed. */
static void
suggest_saving (CooldownCheckFoot *self, const Ticked *ticked)
{
  CooldownTicks *ticks = cooldown_app_state_get_ticks (self->state);

  if (ticked->worth && self->level < COOLDOWN_LEVEL_URGENT &&
      cooldown_ticks_has (ticks, SIGNS_NONE))
    gtk_widget_add_css_class (self->save, "suggested-action");
  else
    gtk_widget_remove_css_class (self->save, "suggested-action");
}

/**
 * cooldown_check_foot_update:
 * @self: the bottom line
 * @state: what is going on
 * @level: how urgent it is
 *
 * To be called whenever @state changed.
 */
void
cooldown_check_foot_update (CooldownCheckFoot *self, CooldownAppState *state, CooldownLevel level)
{
  g_autofree char *count = NULL;
  Ticked ticked;

  g_return_if_fail (COOLDOWN_IS_CHECK_FOOT (self));
  g_return_if_fail (COOLDOWN_IS_APP_STATE (state));

  g_set_object (&self->state, state);
  self->level = level;
  ticked = count_ticks (state);
  count = g_strdup_printf (ngettext ("%u tick", "%u ticks", ticked.n_ticks), ticked.n_ticks);
  gtk_label_set_text (self->count, ticked.n_ticks > 0 ? count : _ ("Nothing ticked"));
  gtk_widget_set_sensitive (self->clear, ticked.clearable);
  gtk_widget_set_sensitive (self->save, ticked.worth && !self->saving &&
                                            cooldown_app_state_get_connected (state));
  suggest_saving (self, &ticked);
}

/**
 * cooldown_check_foot_clear:
 * @self: the bottom line
 *
 * Clears what is ticked, as its button does, with a way back.
 */
void
cooldown_check_foot_clear (CooldownCheckFoot *self)
{
  CooldownTickStore *store;
  GtkWidget *overlay;
  AdwToast *toast;

  g_return_if_fail (COOLDOWN_IS_CHECK_FOOT (self));
  g_return_if_fail (self->state != NULL);

  store = cooldown_app_state_get_tick_store (self->state);
  overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  toast = adw_toast_new (_ ("Ticks cleared"));
  g_object_set_data_full (G_OBJECT (toast), CLEARED_KEY, cooldown_tick_store_dup (store),
                          (GDestroyNotify) g_variant_unref);
  /* The way back does not wait for another message to be over. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (toast, _ ("Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  cooldown_tick_store_clear (store);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}
