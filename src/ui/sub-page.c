/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sub-page.h"

#include "emergency-banner.h"

struct _CooldownSubPage
{
  AdwBin parent_instance;
  GtkWidget *page;    /* (nullable): the one that is open; a child of the place */
  gboolean replacing; /* whether it closes for another one */

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

/* The page stays until it is no longer seen: what is shown instead gets the focus from it. */
static void
closed_cb (CooldownSubPage *self, GtkWidget *page)
{
  g_signal_handlers_disconnect_by_func (page, closed_cb, self);
  self->page = NULL;
  if (!self->replacing)
    g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
  if (adw_bin_get_child (self->place) == page)
    adw_bin_set_child (self->place, NULL);
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
 * @page: a page with a signal "closed" and an action "entry.back"
 *
 * Shows a page, in place of another one.
 */
void
cooldown_sub_page_open (CooldownSubPage *self, GtkWidget *page)
{
  g_return_if_fail (COOLDOWN_IS_SUB_PAGE (self));
  g_return_if_fail (GTK_IS_WIDGET (page));

  self->replacing = TRUE;
  cooldown_sub_page_close (self);
  self->replacing = FALSE;
  g_signal_connect_object (page, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  self->page = page;
  adw_bin_set_child (self->place, page);
}

/**
 * cooldown_sub_page_close:
 * @self: where a page is shown, or none
 *
 * Goes back from the page that is shown.
 */
void
cooldown_sub_page_close (CooldownSubPage *self)
{
  g_return_if_fail (COOLDOWN_IS_SUB_PAGE (self));

  if (self->page != NULL)
    gtk_widget_activate_action (self->page, "entry.back", NULL);
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
