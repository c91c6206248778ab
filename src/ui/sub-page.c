/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sub-page.h"

#include "emergency-banner.h"

struct _CooldownSubPage
{
  AdwBin parent_instance;

  CooldownEmergencyBanner *emergency_banner;
  AdwToastOverlay *toasts;
  AdwBin *place;
};

G_DEFINE_FINAL_TYPE (CooldownSubPage, cooldown_sub_page, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_CLOSED,
} CooldownSubPageSignal;

static guint signals[SIGNAL_CLOSED + 1];

/* Who was shown may say so again while it goes. */
static void
closed_cb (CooldownSubPage *self, GtkWidget *page)
{
  if (adw_bin_get_child (self->place) != page)
    return;
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
  adw_bin_set_child (self->place, NULL);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  CooldownSubPage *self = COOLDOWN_SUB_PAGE (widget);

  if (adw_bin_get_child (self->place) == NULL)
    return GDK_EVENT_PROPAGATE;
  cooldown_sub_page_close (self);
  return GDK_EVENT_STOP;
}

static void
cooldown_sub_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_SUB_PAGE);
  G_OBJECT_CLASS (cooldown_sub_page_parent_class)->dispose (object);
}

static void
cooldown_sub_page_class_init (CooldownSubPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_sub_page_dispose;
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (COOLDOWN_TYPE_EMERGENCY_BANNER);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/sub-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownSubPage, emergency_banner);
  gtk_widget_class_bind_template_child (widget_class, CooldownSubPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, CooldownSubPage, place);
}

static void
cooldown_sub_page_init (CooldownSubPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_sub_page_set_state:
 * @self: a place without a state
 * @state: what is going on
 *
 * Gives @self what it shows beside pages; to be called once.
 */
void
cooldown_sub_page_set_state (CooldownSubPage *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_SUB_PAGE (self));
  cooldown_emergency_banner_set_state (self->emergency_banner, state);
}

/**
 * cooldown_sub_page_open:
 * @self: where to show it
 * @page: a page with a signal "closed"
 *
 * Shows a page, in place of another one.
 */
void
cooldown_sub_page_open (CooldownSubPage *self, GtkWidget *page)
{
  g_return_if_fail (COOLDOWN_IS_SUB_PAGE (self));
  g_return_if_fail (GTK_IS_WIDGET (page));

  g_signal_connect_object (page, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->place, page);
}

/**
 * cooldown_sub_page_close:
 * @self: where a page is shown, or none
 *
 * Closes the page that is shown.
 */
void
cooldown_sub_page_close (CooldownSubPage *self)
{
  GtkWidget *page;

  g_return_if_fail (COOLDOWN_IS_SUB_PAGE (self));
  page = adw_bin_get_child (self->place);
  if (page != NULL)
    g_signal_emit_by_name (page, "closed");
}

/**
 * cooldown_sub_page_get_toasts:
 * @self: where pages are shown
 *
 * Returns: (transfer none): where toasts appear while one is
 */
AdwToastOverlay *
cooldown_sub_page_get_toasts (CooldownSubPage *self)
{
  g_return_val_if_fail (COOLDOWN_IS_SUB_PAGE (self), NULL);
  return self->toasts;
}
