/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign-row.h"

#include "sign-outcome.h"

#include <glib/gi18n.h>

struct _CooldownSignRow
{
  GtkBox parent_instance;
  CooldownAppState *state;  /* (owned) */
  const CooldownSign *sign; /* the content's */
  gboolean updating;

  GtkWidget *check;
  GtkWidget *name;
  GtkWidget *more;
  GtkWidget *detail;
  GtkWidget *question;
};

G_DEFINE_FINAL_TYPE (CooldownSignRow, cooldown_sign_row, GTK_TYPE_BOX)

static void
answered_cb (CooldownSignRow *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->question), FALSE);
  gtk_widget_grab_focus (self->check);
}

/* A sign does not go by a slip of the hand: it stays ticked until it is said what became of it. */
static void
ask (CooldownSignRow *self)
{
  GtkWidget *outcome = cooldown_sign_outcome_new (self->state, self->sign->item,
                                                  _ ("Has this changed?"), _ ("Keep It Ticked"));

  gtk_widget_set_margin_start (outcome, 30);
  gtk_widget_set_margin_bottom (outcome, 10);
  g_signal_connect_object (outcome, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_revealer_set_child (GTK_REVEALER (self->question), outcome);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->question), TRUE);
  gtk_widget_grab_focus (outcome);
}

static void
toggled_cb (CooldownSignRow *self)
{
  if (self->updating)
    return;
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)))
    cooldown_app_state_tick (self->state, self->sign->item->id, TRUE);
  else
    {
      cooldown_sign_row_update (self);
      ask (self);
    }
}

static gboolean
cooldown_sign_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (COOLDOWN_SIGN_ROW (widget)->check);
}

static void
cooldown_sign_row_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_SIGN_ROW (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_SIGN_ROW);
  G_OBJECT_CLASS (cooldown_sign_row_parent_class)->dispose (object);
}

static void
cooldown_sign_row_class_init (CooldownSignRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_sign_row_dispose;
  widget_class->grab_focus = cooldown_sign_row_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/sign-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownSignRow, check);
  gtk_widget_class_bind_template_child (widget_class, CooldownSignRow, name);
  gtk_widget_class_bind_template_child (widget_class, CooldownSignRow, more);
  gtk_widget_class_bind_template_child (widget_class, CooldownSignRow, detail);
  gtk_widget_class_bind_template_child (widget_class, CooldownSignRow, question);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
cooldown_sign_row_init (CooldownSignRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_accessible_words (CooldownSignRow *self, const char *group)
{
  const char *name = self->sign->item->name;
  /* Translators: read out for a warning sign: "Call now: Chest pain, fainting, …" */
  g_autofree char *label = g_strdup_printf (_ ("%1$s: %2$s"), group, name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("More about this sign"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  name, -1);
}

/**
 * cooldown_sign_row_new:
 * @state: what is going on
 * @sign: a warning sign of the content
 * @group: the title of its group, which goes before its name when it is read out
 *
 * Returns: (transfer floating): the row of a warning sign
 */
GtkWidget *
cooldown_sign_row_new (CooldownAppState *state, const CooldownSign *sign, const char *group)
{
  CooldownSignRow *self;

  g_return_val_if_fail (COOLDOWN_IS_APP_STATE (state), NULL);
  g_return_val_if_fail (sign != NULL && group != NULL, NULL);

  self = g_object_new (COOLDOWN_TYPE_SIGN_ROW, NULL);
  self->state = g_object_ref (state);
  self->sign = sign;
  gtk_label_set_text (GTK_LABEL (self->name), sign->item->name);
  gtk_label_set_text (GTK_LABEL (self->detail), sign->detail);
  gtk_widget_add_css_class (GTK_WIDGET (self),
                            g_str_equal (sign->item->group, "warn-now") ? "now" : "today");
  set_accessible_words (self, group);
  cooldown_sign_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * cooldown_sign_row_update:
 * @self: a row
 *
 * Shows whether the sign is ticked at present.
 */
void
cooldown_sign_row_update (CooldownSignRow *self)
{
  gboolean ticked;

  g_return_if_fail (COOLDOWN_IS_SIGN_ROW (self));

  ticked = cooldown_ticks_has (cooldown_app_state_get_ticks (self->state), self->sign->item->id);
  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), ticked);
  self->updating = FALSE;
  if (ticked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "cd-ticked-warning");
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "cd-ticked-warning");
      gtk_revealer_set_reveal_child (GTK_REVEALER (self->question), FALSE);
    }
}
