/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "now-bar.h"

#include "now-subject.h"
#include "split.h"

struct _CooldownNowBar
{
  AdwBin parent_instance;
  CooldownAppState *state;
  CooldownNowSubject *subject; /* (nullable) */
  char *tab;                   /* (nullable) */
  GtkRevealer *revealer;
  GtkWidget *bar;
  GtkImage *icon;
  GtkWidget *words;
  GtkLabel *title;
  GtkLabel *detail;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (CooldownNowBar, cooldown_now_bar, ADW_TYPE_BIN)

typedef enum
{
  PROP_TAB = 1,
} CooldownNowBarProperty;

static GParamSpec *properties[PROP_TAB + 1];

/* Once a second a text is nearly always what it was; setting it would have all measured anew. */
static void
set_text (GtkLabel *label, const char *text)
{
  if (!g_str_equal (gtk_label_get_text (label), text))
    gtk_label_set_text (label, text);
}

static void
update (CooldownNowBar *self)
{
  g_clear_pointer (&self->subject, cooldown_now_subject_free);
  if (self->state != NULL)
    self->subject = cooldown_now_subject_find (self->state, self->tab);
  gtk_revealer_set_reveal_child (self->revealer, self->subject != NULL);
  /* What slides away keeps its words. */
  if (self->subject == NULL)
    return;
  gtk_image_set_from_icon_name (self->icon, self->subject->icon);
  set_text (self->title, self->subject->title);
  set_text (self->detail, self->subject->detail);
  gtk_widget_set_cursor_from_name (self->words,
                                   self->subject->episode != NULL ? "pointer" : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->button), self->subject->button != NULL);
  if (self->subject->button != NULL &&
      g_strcmp0 (gtk_button_get_label (self->button), self->subject->button) != 0)
    gtk_button_set_label (self->button, self->subject->button);
}

/* For the pointer; keys reach the entry from Recover and from the journal. */
static void
pressed_cb (CooldownNowBar *self)
{
  if (self->subject != NULL && self->subject->episode != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-entry", "(ss)", "episode",
                                self->subject->episode);
}

static void
clicked_cb (CooldownNowBar *self)
{
  if (self->subject == NULL)
    return;
  switch (self->subject->deed)
    {
    case COOLDOWN_NOW_DEED_ICE_TAKEN:
      cooldown_app_state_activate (self->state, "ice-off", g_variant_new_string ("taken"));
      break;
    case COOLDOWN_NOW_DEED_EPISODE_END:
      cooldown_app_state_activate (
          self->state, "episode-end",
          g_variant_new_int64 (cooldown_app_state_now (self->state).wall / COOLDOWN_SECOND));
      break;
    case COOLDOWN_NOW_DEED_RESTLESS:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.restless-now", NULL);
      break;
    case COOLDOWN_NOW_DEED_RETRY:
      cooldown_agent_link_retry (cooldown_app_state_get_link (self->state));
      break;
    case COOLDOWN_NOW_DEED_OPEN:
    default:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-tab", "s", self->subject->tab);
    }
}

static void
cooldown_now_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CooldownNowBar *self = COOLDOWN_NOW_BAR (object);

  switch ((CooldownNowBarProperty) id)
    {
    case PROP_TAB:
      g_value_set_string (value, self->tab);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_now_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CooldownNowBar *self = COOLDOWN_NOW_BAR (object);

  switch ((CooldownNowBarProperty) id)
    {
    case PROP_TAB:
      g_free (self->tab);
      self->tab = g_value_dup_string (value);
      update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_now_bar_dispose (GObject *object)
{
  CooldownNowBar *self = COOLDOWN_NOW_BAR (object);

  /* Or AdwBin would let go of it a second time. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_NOW_BAR);
  g_clear_pointer (&self->subject, cooldown_now_subject_free);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (cooldown_now_bar_parent_class)->dispose (object);
}

static void
cooldown_now_bar_finalize (GObject *object)
{
  g_free (COOLDOWN_NOW_BAR (object)->tab);
  G_OBJECT_CLASS (cooldown_now_bar_parent_class)->finalize (object);
}

static void
cooldown_now_bar_class_init (CooldownNowBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cooldown_now_bar_get_property;
  object_class->set_property = cooldown_now_bar_set_property;
  object_class->dispose = cooldown_now_bar_dispose;
  object_class->finalize = cooldown_now_bar_finalize;

  properties[PROP_TAB] = g_param_spec_string ("tab", NULL, NULL, NULL,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (COOLDOWN_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/now-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownNowBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, CooldownNowBar, bar);
  gtk_widget_class_bind_template_child (widget_class, CooldownNowBar, icon);
  gtk_widget_class_bind_template_child (widget_class, CooldownNowBar, words);
  gtk_widget_class_bind_template_child (widget_class, CooldownNowBar, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownNowBar, detail);
  gtk_widget_class_bind_template_child (widget_class, CooldownNowBar, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
cooldown_now_bar_init (CooldownNowBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_now_bar_set_state:
 * @self: a now bar
 * @state: what is going on
 *
 * Gives the bar what it shows; to be called once.
 */
void
cooldown_now_bar_set_state (CooldownNowBar *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_NOW_BAR (self));
  g_return_if_fail (COOLDOWN_IS_APP_STATE (state) && self->state == NULL);

  self->state = g_object_ref (state);
  cooldown_app_state_watch_seconds (state, self->bar);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "second", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
