/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "restless-tips.h"

#include "activity-icon.h"
#include "topic-row.h"

struct _CooldownRestlessTips
{
  GtkBox parent_instance;
  CooldownAppState *state;
  gboolean headed;
  GPtrArray *rows; /* (element-type GtkWidget): one for each tip, in the list or not */

  GtkListBox *list;
  GtkLabel *left_out;
};

G_DEFINE_FINAL_TYPE (CooldownRestlessTips, cooldown_restless_tips, GTK_TYPE_BOX)

typedef enum
{
  PROP_HEADED = 1,
} CooldownRestlessTipsProperty;

static GParamSpec *properties[PROP_HEADED + 1];

static GPtrArray *
get_tips (CooldownRestlessTips *self)
{
  return cooldown_content_get_restless_now (cooldown_app_state_get_content (self->state));
}

static void
add_row (CooldownRestlessTips *self, const CooldownTip *tip)
{
  const char *activity = tip->activity != NULL ? tip->activity->id : NULL;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", tip->title,
                                 "subtitle", tip->text, "title-lines", 0, "subtitle-lines", 0,
                                 "activatable", FALSE, "focusable", FALSE, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), cooldown_activity_icon_new (activity));
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
}

/* All of them rest on their sources together. */
static void
add_sources (CooldownRestlessTips *self, GPtrArray *tips)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tips->len; i++)
    {
      const CooldownTip *tip = g_ptr_array_index (tips, i);
      CooldownStatement *statement = g_new0 (CooldownStatement, 1);

      *statement = (CooldownStatement){ NULL, tip->text, tip->basis };
      g_ptr_array_add (statements, statement);
    }
  gtk_box_append (GTK_BOX (self), cooldown_statements_sources_new (
                                      cooldown_app_state_get_content (self->state), statements));
}

static void
update (CooldownRestlessTips *self)
{
  CooldownTicks *ticks = cooldown_app_state_get_ticks (self->state);
  GPtrArray *tips = get_tips (self);
  guint first = self->headed ? 1 : 0;
  GString *reasons = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CooldownTip *tip = g_ptr_array_index (tips, i + first);
      const CooldownLeaveOut *reason =
          tip->activity != NULL
              ? cooldown_ticks_find_leave_out (ticks, tip->activity->leave_out)
              : NULL;

      gtk_widget_set_visible (g_ptr_array_index (self->rows, i), reason == NULL);
      if (reason != NULL)
        g_string_append_printf (reasons, "%s%s", reasons->len > 0 ? "\n" : "", reason->text);
    }
  gtk_label_set_label (self->left_out, reasons->str);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), reasons->len > 0);
  g_string_free (reasons, TRUE);
}

static void
cooldown_restless_tips_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  CooldownRestlessTips *self = COOLDOWN_RESTLESS_TIPS (object);

  switch ((CooldownRestlessTipsProperty) id)
    {
    case PROP_HEADED:
      self->headed = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_restless_tips_dispose (GObject *object)
{
  CooldownRestlessTips *self = COOLDOWN_RESTLESS_TIPS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->state);
  gtk_widget_dispose_template (GTK_WIDGET (self), COOLDOWN_TYPE_RESTLESS_TIPS);
  G_OBJECT_CLASS (cooldown_restless_tips_parent_class)->dispose (object);
}

static void
cooldown_restless_tips_class_init (CooldownRestlessTipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cooldown_restless_tips_dispose;
  object_class->set_property = cooldown_restless_tips_set_property;
  properties[PROP_HEADED] = g_param_spec_boolean ("headed", NULL, NULL, FALSE,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/restless-tips.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownRestlessTips, list);
  gtk_widget_class_bind_template_child (widget_class, CooldownRestlessTips, left_out);
}

static void
cooldown_restless_tips_init (CooldownRestlessTips *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_restless_tips_set_state:
 * @self: tips without a state
 * @state: what is going on
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_restless_tips_set_state (CooldownRestlessTips *self, CooldownAppState *state)
{
  GPtrArray *tips;

  g_return_if_fail (COOLDOWN_IS_RESTLESS_TIPS (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  tips = get_tips (self);
  for (guint i = self->headed ? 1 : 0; i < tips->len; i++)
    add_row (self, g_ptr_array_index (tips, i));
  add_sources (self, tips);
  g_signal_connect_object (state, "changed::ticks", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
