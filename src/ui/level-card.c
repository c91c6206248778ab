/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "level-card.h"

#include "split.h"
#include "topic-row.h"

#include <glib/gi18n.h>

#define FADE_MILLISECONDS 200

struct _CooldownLevelCard
{
  AdwBin parent_instance;
  CooldownLevel level;
  gboolean shown; /* whether @level was ever shown */

  GdkPaintable *before; /* (owned) (nullable): what is fading out */
  AdwAnimation *fade;   /* (owned) (nullable) */

  GtkWidget *head;
  GtkWidget *icon;
  GtkWidget *name;
  GtkWidget *text;
  GtkWidget *because;
  GtkWidget *tags;
  GtkWidget *reasons;
};

G_DEFINE_FINAL_TYPE (CooldownLevelCard, cooldown_level_card, ADW_TYPE_BIN)

static const struct
{
  const char *style;
  const char *icon;
} looks[] = {
  [COOLDOWN_LEVEL_UNFINISHED] = { "none", "cd-clipboard-symbolic" },
  [COOLDOWN_LEVEL_SELF_CARE] = { "self", "cd-selfcare-symbolic" },
  [COOLDOWN_LEVEL_SOON] = { "doctor", "cd-doctor-symbolic" },
  [COOLDOWN_LEVEL_URGENT] = { "today", "cd-clock-symbolic" },
  [COOLDOWN_LEVEL_EMERGENCY] = { "emergency-soft", "cd-warning-symbolic" },
};

static void
faded_cb (CooldownLevelCard *self)
{
  g_clear_object (&self->before);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fade_cb (double value, gpointer data)
{
  gtk_widget_queue_draw (data);
}

/* Keeps a picture of the card as it is, to fade from; the widgets themselves change at once. */
static void
start_fade (CooldownLevelCard *self)
{
  g_autoptr (GdkPaintable) live = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->fade == NULL)
    {
      AdwAnimationTarget *target = adw_callback_animation_target_new (fade_cb, self, NULL);

      self->fade = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FADE_MILLISECONDS, target);
      g_signal_connect_object (self->fade, "done", G_CALLBACK (faded_cb), self, G_CONNECT_SWAPPED);
    }
  live = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_clear_object (&self->before);
  self->before = gdk_paintable_get_current_image (live);
  adw_animation_reset (self->fade);
  adw_animation_play (self->fade);
}

static void
cooldown_level_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CooldownLevelCard *self = COOLDOWN_LEVEL_CARD (widget);
  GtkWidgetClass *parent = GTK_WIDGET_CLASS (cooldown_level_card_parent_class);

  if (self->before == NULL)
    {
      parent->snapshot (widget, snapshot);
      return;
    }
  gtk_snapshot_push_cross_fade (snapshot, adw_animation_get_value (self->fade));
  gdk_paintable_snapshot (self->before, snapshot, gdk_paintable_get_intrinsic_width (self->before),
                          gdk_paintable_get_intrinsic_height (self->before));
  gtk_snapshot_pop (snapshot);
  parent->snapshot (widget, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
show_tags (CooldownLevelCard *self, GPtrArray *items)
{
  gboolean any = FALSE;

  cooldown_wrap_clear (COOLDOWN_WRAP (self->tags));
  for (guint i = 0; i < items->len; i++)
    {
      const CooldownItem *item = g_ptr_array_index (items, i);
      GtkWidget *tag;

      /* “None of these” is an answer, not something that is there. */
      if (g_str_equal (item->group, "answer"))
        continue;
      /* The short words of a choice say nothing without its title: “Longer”. */
      tag = g_object_new (GTK_TYPE_LABEL, "label", item->choice != NULL ? item->name : item->chip,
                          "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);
      gtk_widget_add_css_class (tag, "cd-tag");
      cooldown_wrap_append (COOLDOWN_WRAP (self->tags), tag);
      any = TRUE;
    }
  gtk_widget_set_visible (self->because, any);
}

static void
show_reasons (CooldownLevelCard *self, CooldownContent *content, const CooldownFinding *finding)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);

  /* From “today” on every sign says more than its rule: that stands in the box for these. */
  if (finding->level <= COOLDOWN_LEVEL_SOON)
    for (guint i = 0; i < finding->rules->len; i++)
      {
        const CooldownRule *rule = g_ptr_array_index (finding->rules, i);
        CooldownStatement *reason = g_new0 (CooldownStatement, 1);

        *reason = (CooldownStatement){ rule->id, rule->text, rule->basis };
        g_ptr_array_add (reasons, reason);
      }
  adw_bin_set_child (ADW_BIN (self->reasons),
                     reasons->len > 0 ? cooldown_statements_box_new (content, reasons) : NULL);
  gtk_widget_set_visible (self->reasons, reasons->len > 0);
}

static void
show_level (CooldownLevelCard *self, const CooldownLevelText *level)
{
  /* Translators: read out: the name of a level of urgency, then what to do */
  g_autofree char *words = g_strdup_printf (_ ("%1$s. %2$s"), level->name, level->text);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), looks[i].style);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[level->level].style);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), looks[level->level].icon);
  gtk_label_set_text (GTK_LABEL (self->name), level->name);
  gtk_label_set_text (GTK_LABEL (self->text), level->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static gboolean
cooldown_level_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (COOLDOWN_LEVEL_CARD (widget)->head);
}

static void
cooldown_level_card_dispose (GObject *object)
{
  CooldownLevelCard *self = COOLDOWN_LEVEL_CARD (object);

  if (self->fade != NULL)
    g_signal_handlers_disconnect_by_data (self->fade, self);
  g_clear_object (&self->fade);
  g_clear_object (&self->before);
  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_LEVEL_CARD);
  G_OBJECT_CLASS (cooldown_level_card_parent_class)->dispose (object);
}

static void
cooldown_level_card_class_init (CooldownLevelCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_level_card_dispose;
  widget_class->snapshot = cooldown_level_card_snapshot;
  widget_class->grab_focus = cooldown_level_card_grab_focus;

  g_type_ensure (COOLDOWN_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/level-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownLevelCard, head);
  gtk_widget_class_bind_template_child (widget_class, CooldownLevelCard, icon);
  gtk_widget_class_bind_template_child (widget_class, CooldownLevelCard, name);
  gtk_widget_class_bind_template_child (widget_class, CooldownLevelCard, text);
  gtk_widget_class_bind_template_child (widget_class, CooldownLevelCard, because);
  gtk_widget_class_bind_template_child (widget_class, CooldownLevelCard, tags);
  gtk_widget_class_bind_template_child (widget_class, CooldownLevelCard, reasons);
}

static void
cooldown_level_card_init (CooldownLevelCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_level_card_show_finding:
 * @self: a card
 * @content: the content
 * @finding: what was found
 *
 * Shows the level of @finding, the ticks that made it and, up to *a doctor's appointment*, the
 * reasons in words.
 */
void
cooldown_level_card_show_finding (CooldownLevelCard *self,
                                  CooldownContent *content,
                                  const CooldownFinding *finding)
{
  g_return_if_fail (COOLDOWN_IS_LEVEL_CARD (self));
  g_return_if_fail (COOLDOWN_IS_CONTENT (content));
  g_return_if_fail (finding != NULL);

  if (self->shown && self->level != finding->level)
    start_fade (self);
  if (!self->shown || self->level != finding->level)
    show_level (self, cooldown_content_get_level (content, finding->level));
  self->level = finding->level;
  self->shown = TRUE;
  show_tags (self, finding->because);
  show_reasons (self, content, finding);
}

/**
 * cooldown_level_get_icon_name:
 * @level: a level of urgency
 *
 * Returns: the name of the icon that stands for @level
 */
const char *
cooldown_level_get_icon_name (CooldownLevel level)
{
  g_return_val_if_fail (level < G_N_ELEMENTS (looks), NULL);
  return looks[level].icon;
}
