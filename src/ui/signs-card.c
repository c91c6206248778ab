/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "signs-card.h"

#include "pair.h"
#include "sign-outcome.h"
#include "sign-row.h"

#include <glib/gi18n.h>

struct _CooldownSignsCard
{
  AdwBin parent_instance;
  CooldownAppState *state; /* (owned) */
  GPtrArray *rows;         /* (element-type CooldownSignRow), children of @open */
  gboolean settled;        /* whether the signs of last time are known */

  GtkWidget *asked;
  GtkWidget *folded;
  GtkWidget *answered;
  GtkWidget *change;
  GtkWidget *open;
};

G_DEFINE_FINAL_TYPE (CooldownSignsCard, cooldown_signs_card, ADW_TYPE_BIN)

static void
hide_asked_cb (GtkWidget *outcome)
{
  GtkWidget *asked = gtk_widget_get_parent (outcome);

  gtk_widget_set_visible (outcome, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (asked); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      return;
  gtk_widget_set_visible (asked, FALSE);
}

static void
add_asked (CooldownSignsCard *self, const CooldownItem *item)
{
  /* Translators: about a warning sign ticked when the program was used before */
  g_autofree char *question = g_strdup_printf (
      _ ("Last time you ticked “%s”. Has it been looked at?"), item->name);
  GtkWidget *outcome = cooldown_sign_outcome_new (self->state, item, question, _ ("Not Yet"));

  g_signal_connect (outcome, "answered", G_CALLBACK (hide_asked_cb), NULL);
  gtk_box_append (GTK_BOX (self->asked), outcome);
}

/* Signs that were ticked before the program was opened are asked about, once: as soon as the agent
 * has said what it remembers. */
static void
ask_about_last_time (CooldownSignsCard *self)
{
  CooldownTicks *ticks = cooldown_app_state_get_ticks (self->state);
  GPtrArray *signs = cooldown_content_get_signs (cooldown_app_state_get_content (self->state));

  if (self->settled || !cooldown_app_state_get_connected (self->state))
    return;
  self->settled = TRUE;
  for (guint i = 0; i < signs->len; i++)
    {
      const CooldownSign *sign = g_ptr_array_index (signs, i);

      if (cooldown_ticks_has (ticks, sign->item->id))
        add_asked (self, sign->item);
    }
  gtk_widget_set_visible (self->asked, cooldown_ticks_has_sign (ticks));
}

static void
update (CooldownSignsCard *self)
{
  CooldownTicks *ticks = cooldown_app_state_get_ticks (self->state);
  gboolean folded = cooldown_ticks_has (ticks, "warn-none");

  for (guint i = 0; i < self->rows->len; i++)
    cooldown_sign_row_update (g_ptr_array_index (self->rows, i));
  ask_about_last_time (self);
  if (folded)
    {
      gint64 wall = cooldown_app_state_get_signs_answered (self->state);
      g_autofree char *time = cooldown_app_state_format_time (self->state, wall);
      /* Translators: %s is a time: "Answered at 19:14" */
      g_autofree char *words = g_strdup_printf (_ ("Answered at %s"), time);

      gtk_label_set_text (GTK_LABEL (self->answered), words);
    }
  gtk_widget_set_visible (self->folded, folded);
  gtk_widget_set_visible (self->open, !folded);
}

static void
change_cb (CooldownSignsCard *self)
{
  cooldown_signs_card_open (self);
}

static void
add_heading (CooldownSignsCard *self, const CooldownGroup *group)
{
  gboolean now = g_str_equal (group->id, "warn-now");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name",
                                  now ? "cd-phone-symbolic" : "cd-clock-symbolic", "pixel-size", 12,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", group->title, "xalign", 0.0,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (box, "cd-signs-heading");
  gtk_widget_add_css_class (box, now ? "now" : "today");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (self->open), box);
}

static void
add_group (CooldownSignsCard *self, const CooldownGroup *group)
{
  GPtrArray *signs = cooldown_content_get_signs (cooldown_app_state_get_content (self->state));

  add_heading (self, group);
  for (guint i = 0; i < signs->len; i++)
    {
      const CooldownSign *sign = g_ptr_array_index (signs, i);
      GtkWidget *row;

      if (!g_str_equal (sign->item->group, group->id))
        continue;
      row = cooldown_sign_row_new (self->state, sign, group->title);
      g_ptr_array_add (self->rows, row);
      gtk_box_append (GTK_BOX (self->open), row);
    }
}

static gboolean
cooldown_signs_card_grab_focus (GtkWidget *widget)
{
  CooldownSignsCard *self = COOLDOWN_SIGNS_CARD (widget);

  return gtk_widget_grab_focus (
      gtk_widget_get_visible (self->folded) ? self->change : g_ptr_array_index (self->rows, 0));
}

static void
cooldown_signs_card_dispose (GObject *object)
{
  CooldownSignsCard *self = COOLDOWN_SIGNS_CARD (object);

  g_clear_object (&self->state);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_SIGNS_CARD);
  G_OBJECT_CLASS (cooldown_signs_card_parent_class)->dispose (object);
}

static void
cooldown_signs_card_class_init (CooldownSignsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_signs_card_dispose;
  widget_class->grab_focus = cooldown_signs_card_grab_focus;
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/signs-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownSignsCard, asked);
  gtk_widget_class_bind_template_child (widget_class, CooldownSignsCard, folded);
  gtk_widget_class_bind_template_child (widget_class, CooldownSignsCard, answered);
  gtk_widget_class_bind_template_child (widget_class, CooldownSignsCard, change);
  gtk_widget_class_bind_template_child (widget_class, CooldownSignsCard, open);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
}

static void
cooldown_signs_card_init (CooldownSignsCard *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_signs_card_set_state:
 * @self: the card of the warning signs
 * @state: what is going on
 *
 * Gives the card what it shows. To be called once.
 */
void
cooldown_signs_card_set_state (CooldownSignsCard *self, CooldownAppState *state)
{
  GPtrArray *groups;

  g_return_if_fail (COOLDOWN_IS_SIGNS_CARD (self));
  g_return_if_fail (COOLDOWN_IS_APP_STATE (state));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  groups = cooldown_content_get_groups (cooldown_app_state_get_content (state));
  for (guint i = 0; i < groups->len; i++)
    {
      const CooldownGroup *group = g_ptr_array_index (groups, i);

      if (g_str_has_prefix (group->id, "warn-"))
        add_group (self, group);
    }
  g_signal_connect_object (state, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * cooldown_signs_card_open:
 * @self: the card of the warning signs
 *
 * Asks about the signs again, whether they were answered or not, and puts the focus there.
 */
void
cooldown_signs_card_open (CooldownSignsCard *self)
{
  g_return_if_fail (COOLDOWN_IS_SIGNS_CARD (self));

  cooldown_app_state_tick (self->state, "warn-none", FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
