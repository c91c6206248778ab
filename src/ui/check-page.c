/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-page.h"

#include "check-foot.h"
#include "check-result.h"
#include "draft-bar.h"
#include "items-list.h"
#include "leg-places.h"
#include "level-card.h"
#include "pair.h"
#include "signs-card.h"
#include "split.h"

/* How much of the level has to be seen for the bar that leads there to go. */
#define SEEN_HEIGHT 60

struct _CooldownCheckPage
{
  AdwBin parent_instance;
  CooldownAppState *state; /* (owned) */

  GtkWidget *split;
  GtkWidget *signs;
  GtkWidget *items;
  GtkWidget *answer_bar;
  GtkWidget *result;
  GtkWidget *draft;
  GtkWidget *foot;
  GtkWidget *narrow_answer;
  GtkWidget *narrow_revealer;
  GtkWidget *narrow_level;
  GtkWidget *level_icon;
  GtkWidget *level_name;
  GtkWidget *level_text;
  GtkWidget *show;
};

G_DEFINE_FINAL_TYPE (CooldownCheckPage, cooldown_check_page, ADW_TYPE_BIN)

/* What the page looks like; worked out from the ticks and nothing else. */
typedef struct
{
  CooldownFinding *finding; /* (owned) */
  gboolean begun;           /* whether anything is ticked that is about this check */
  gboolean passing;         /* whether anything is that may be over tomorrow */
  gboolean asks;            /* whether the warning signs wait for an answer */
} Look;

static Look
get_look (CooldownAppState *state)
{
  CooldownContent *content = cooldown_app_state_get_content (state);
  CooldownTicks *ticks = cooldown_app_state_get_ticks (state);
  CooldownTickStore *store = cooldown_app_state_get_tick_store (state);
  g_auto (GStrv) ids = cooldown_ticks_to_strv (ticks);
  g_auto (GStrv) places = cooldown_leg_places_get (state);
  Look look = { .finding = cooldown_finding_new (content, ticks), .passing = places[0] != NULL };

  for (char **id = ids; *id != NULL; id++)
    {
      const CooldownItem *item = cooldown_content_get_item (content, *id);
      gboolean sign = cooldown_content_get_sign (content, *id) != NULL;

      if (g_str_equal (item->group, "answer") || g_str_equal (item->group, "you"))
        continue;
      look.begun = TRUE;
      /* What the journal ticks it takes away by itself. */
      look.passing =
          look.passing || (!sign && cooldown_tick_store_get_mark (store, *id) == NULL);
    }
  look.begun = look.begun || look.passing;
  look.asks = !cooldown_ticks_has (ticks, "warn-none") && !cooldown_ticks_has_sign (ticks);
  return look;
}

/* The one scroller of the narrow page. */
static GtkScrolledWindow *
get_scroller (CooldownCheckPage *self)
{
  return GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (self->split));
}

/* Whether the narrow page is not yet scrolled down to the result. */
static gboolean
is_result_away (CooldownCheckPage *self)
{
  GtkWidget *card = cooldown_check_result_get_level_card (COOLDOWN_CHECK_RESULT (self->result));
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (get_scroller (self));
  GtkWidget *viewport = gtk_scrolled_window_get_child (get_scroller (self));
  GtkWidget *inside = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  double bottom = gtk_adjustment_get_value (scroll) + gtk_adjustment_get_page_size (scroll);
  graphene_rect_t bounds;

  if (!gtk_widget_get_visible (card) || !gtk_widget_compute_bounds (card, inside, &bounds))
    return FALSE;
  return bounds.origin.y + SEEN_HEIGHT > bottom;
}

static void
update_narrow_bar (CooldownCheckPage *self)
{
  gboolean narrow = cooldown_split_get_narrow (COOLDOWN_SPLIT (self->split));
  gboolean asks = gtk_widget_get_visible (self->answer_bar);

  gtk_widget_set_visible (self->narrow_answer, narrow && asks);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->narrow_revealer),
                                 narrow && !asks && is_result_away (self));
}

static void
apply_level (CooldownCheckPage *self, CooldownLevel level)
{
  CooldownContent *content = cooldown_app_state_get_content (self->state);
  const CooldownLevelText *text = cooldown_content_get_level (content, level);
  gboolean emergency = level == COOLDOWN_LEVEL_EMERGENCY;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->level_icon), cooldown_level_get_icon_name (level));
  gtk_label_set_text (GTK_LABEL (self->level_name), text->name);
  gtk_label_set_text (GTK_LABEL (self->level_text), text->text);
  if (emergency)
    gtk_widget_add_css_class (self->narrow_level, "cd-banner");
  else
    gtk_widget_remove_css_class (self->narrow_level, "cd-banner");
  if (emergency)
    gtk_widget_remove_css_class (self->show, "suggested-action");
  else
    gtk_widget_add_css_class (self->show, "suggested-action");
}

static void
apply (CooldownCheckPage *self, const Look *look)
{
  gboolean urgent = look->finding->level >= COOLDOWN_LEVEL_URGENT;

  cooldown_check_foot_update (COOLDOWN_CHECK_FOOT (self->foot), self->state, look->finding->level);
  cooldown_draft_bar_update (COOLDOWN_DRAFT_BAR (self->draft), self->state,
                             look->passing && !urgent);
  gtk_widget_set_visible (self->answer_bar, look->asks);
  cooldown_check_result_show_finding (COOLDOWN_CHECK_RESULT (self->result), self->state,
                                      look->finding, look->begun);
  apply_level (self, look->finding->level);
  update_narrow_bar (self);
}

static void
update (CooldownCheckPage *self)
{
  Look look = get_look (self->state);

  apply (self, &look);
  cooldown_finding_free (look.finding);
}

/* Below the signs when wide; when narrow it has to be in sight however far one scrolled. */
static void
narrow_cb (CooldownCheckPage *self)
{
  gboolean narrow = cooldown_split_get_narrow (COOLDOWN_SPLIT (self->split));
  GtkWidget *bar = g_object_ref (self->answer_bar);

  if (narrow)
    {
      g_object_set (self->split, "start-bar", NULL, NULL);
      adw_bin_set_child (ADW_BIN (self->narrow_answer), bar);
      gtk_widget_add_css_class (GTK_WIDGET (self), "cd-narrow");
    }
  else
    {
      adw_bin_set_child (ADW_BIN (self->narrow_answer), NULL);
      g_object_set (self->split, "start-bar", bar, NULL);
      gtk_widget_remove_css_class (GTK_WIDGET (self), "cd-narrow");
    }
  g_object_unref (bar);
  update_narrow_bar (self);
}

static void
none_cb (CooldownCheckPage *self)
{
  cooldown_app_state_tick (self->state, "warn-none", TRUE);
  gtk_widget_grab_focus (self->signs);
  cooldown_split_scroll_to (COOLDOWN_SPLIT (self->split), self->signs);
}

static void
show_cb (CooldownCheckPage *self)
{
  GtkWidget *card = cooldown_check_result_get_level_card (COOLDOWN_CHECK_RESULT (self->result));

  gtk_widget_grab_focus (card);
  cooldown_split_scroll_to (COOLDOWN_SPLIT (self->split), card);
}

/* The bar that was answered goes; what comes next are the signs. */
static void
confirmed_cb (CooldownCheckPage *self)
{
  gtk_widget_grab_focus (self->signs);
}

static void
clear_cb (CooldownCheckPage *self)
{
  gtk_widget_grab_focus (self->signs);
  cooldown_check_foot_clear (COOLDOWN_CHECK_FOOT (self->foot));
}

/* What was ticked yesterday may be over: asked as soon as the page is seen. */
static void
map_cb (CooldownCheckPage *self)
{
  if (self->state != NULL)
    update (self);
}

static void
cooldown_check_page_dispose (GObject *object)
{
  CooldownCheckPage *self = COOLDOWN_CHECK_PAGE (object);

  g_clear_object (&self->state);
  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_CHECK_PAGE);
  G_OBJECT_CLASS (cooldown_check_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/check-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckPage, split);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckPage, signs);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckPage, items);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckPage, answer_bar);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckPage, result);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckPage, draft);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckPage, foot);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckPage, narrow_answer);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckPage, narrow_revealer);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckPage, narrow_level);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckPage, level_icon);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckPage, level_name);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckPage, level_text);
  gtk_widget_class_bind_template_child (widget_class, CooldownCheckPage, show);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirmed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
}

static void
cooldown_check_page_class_init (CooldownCheckPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cooldown_check_page_dispose;
  g_type_ensure (COOLDOWN_TYPE_CHECK_FOOT);
  g_type_ensure (COOLDOWN_TYPE_CHECK_RESULT);
  g_type_ensure (COOLDOWN_TYPE_DRAFT_BAR);
  g_type_ensure (COOLDOWN_TYPE_ITEMS_LIST);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  g_type_ensure (COOLDOWN_TYPE_SIGNS_CARD);
  g_type_ensure (COOLDOWN_TYPE_SPLIT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
cooldown_check_page_init (CooldownCheckPage *self)
{
  GtkAdjustment *scroll;

  gtk_widget_init_template (GTK_WIDGET (self));
  scroll = gtk_scrolled_window_get_vadjustment (get_scroller (self));
  g_signal_connect_object (scroll, "value-changed", G_CALLBACK (update_narrow_bar), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "changed", G_CALLBACK (update_narrow_bar), self,
                           G_CONNECT_SWAPPED);
}

/**
 * cooldown_check_page_set_state:
 * @self: the page
 * @state: what is going on
 *
 * Gives the page what it shows. To be called once.
 */
void
cooldown_check_page_set_state (CooldownCheckPage *self, CooldownAppState *state)
{
  g_return_if_fail (COOLDOWN_IS_CHECK_PAGE (self));
  g_return_if_fail (COOLDOWN_IS_APP_STATE (state));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  cooldown_signs_card_set_state (COOLDOWN_SIGNS_CARD (self->signs), state);
  cooldown_items_list_set_state (COOLDOWN_ITEMS_LIST (self->items), state);
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * cooldown_check_page_show_signs:
 * @self: the page
 *
 * Asks about the warning signs, also when they were answered before, scrolls there and gives them
 * the focus.
 */
void
cooldown_check_page_show_signs (CooldownCheckPage *self)
{
  g_return_if_fail (COOLDOWN_IS_CHECK_PAGE (self));
  g_return_if_fail (self->state != NULL);

  cooldown_signs_card_open (COOLDOWN_SIGNS_CARD (self->signs));
  cooldown_split_scroll_to (COOLDOWN_SPLIT (self->split), self->signs);
}
