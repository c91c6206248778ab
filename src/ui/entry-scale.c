/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-scale.h"

#include "pair.h"

/* All numbers in one row up to this size of the text, on the narrowest window too; else two. */
#define ONE_ROW_SCALE 1.2
#define ONE_ROW (COOLDOWN_SCALE_MOST + 1)
#define TWO_ROWS ((ONE_ROW + 1) / 2)

struct _CooldownEntryScale
{
  GtkBox parent_instance;
  CooldownScaleWords get_words; /* (nullable) */
  gpointer data;
  char *title_text;
  gboolean optional;
  int number;
  gboolean filling; /* whether toggles are set by the program, not by the user */
  GtkToggleButton *toggles[COOLDOWN_SCALE_MOST + 1];

  GtkLabel *title;
  GtkLabel *words;
  GtkFlowBox *numbers;
};

G_DEFINE_FINAL_TYPE (CooldownEntryScale, cooldown_entry_scale, GTK_TYPE_BOX)

typedef enum
{
  PROP_TITLE = 1,
  PROP_OPTIONAL,
} CooldownEntryScaleProperty;

static GParamSpec *properties[PROP_OPTIONAL + 1];

typedef enum
{
  SIGNAL_PICKED,
} CooldownEntryScaleSignal;

static guint signals[SIGNAL_PICKED + 1];

static void
show_number (CooldownEntryScale *self)
{
  gboolean noted = self->number != COOLDOWN_SCALE_NOTHING;
  g_autofree char *words = NULL;

  self->filling = TRUE;
  for (int i = 0; i <= COOLDOWN_SCALE_MOST; i++)
    {
      gtk_toggle_button_set_active (self->toggles[i], i == self->number);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggles[i]), GTK_ACCESSIBLE_STATE_CHECKED,
                                   i == self->number, -1);
    }
  self->filling = FALSE;
  if (noted && self->get_words != NULL)
    words = self->get_words (self->number, self->data);
  gtk_label_set_label (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL);
}

static void
on_toggled (GtkToggleButton *toggle, CooldownEntryScale *self)
{
  int number = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (toggle), "number"));

  int before = self->number;

  if (self->filling)
    return;
  if (gtk_toggle_button_get_active (toggle))
    self->number = number;
  else if (self->optional)
    self->number = COOLDOWN_SCALE_NOTHING;
  show_number (self);
  if (self->number != before)
    g_signal_emit (self, signals[SIGNAL_PICKED], 0, self->number);
}

static void
add_toggle (CooldownEntryScale *self, int number)
{
  g_autofree char *label = g_strdup_printf ("%d", number);
  GtkWidget *toggle = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "label", label, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "focusable", FALSE, "child", toggle,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  self->toggles[number] = GTK_TOGGLE_BUTTON (toggle);
  g_object_set_data (G_OBJECT (toggle), "number", GINT_TO_POINTER (number));
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (on_toggled), self, 0);
  gtk_flow_box_append (self->numbers, child);
}

static void
fold_row (CooldownEntryScale *self)
{
  gtk_flow_box_set_max_children_per_line (
      self->numbers,
      cooldown_text_scale_get (GTK_WIDGET (self)) > ONE_ROW_SCALE ? TWO_ROWS : ONE_ROW);
}

static void
cooldown_entry_scale_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CooldownEntryScale *self = COOLDOWN_ENTRY_SCALE (object);

  switch ((CooldownEntryScaleProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title_text);
      break;
    case PROP_OPTIONAL:
      g_value_set_boolean (value, self->optional);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_entry_scale_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  CooldownEntryScale *self = COOLDOWN_ENTRY_SCALE (object);

  switch ((CooldownEntryScaleProperty) id)
    {
    case PROP_TITLE:
      g_free (self->title_text);
      self->title_text = g_value_dup_string (value);
      break;
    case PROP_OPTIONAL:
      self->optional = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_entry_scale_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_ENTRY_SCALE);
  G_OBJECT_CLASS (cooldown_entry_scale_parent_class)->dispose (object);
}

static void
cooldown_entry_scale_finalize (GObject *object)
{
  g_free (COOLDOWN_ENTRY_SCALE (object)->title_text);
  G_OBJECT_CLASS (cooldown_entry_scale_parent_class)->finalize (object);
}

static void
cooldown_entry_scale_class_init (CooldownEntryScaleClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cooldown_entry_scale_dispose;
  object_class->finalize = cooldown_entry_scale_finalize;
  object_class->get_property = cooldown_entry_scale_get_property;
  object_class->set_property = cooldown_entry_scale_set_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_OPTIONAL] = g_param_spec_boolean ("optional", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (COOLDOWN_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/entry-scale.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryScale, title);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryScale, words);
  gtk_widget_class_bind_template_child (widget_class, CooldownEntryScale, numbers);
}

static void
cooldown_entry_scale_init (CooldownEntryScale *self)
{
  self->number = COOLDOWN_SCALE_NOTHING;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i <= COOLDOWN_SCALE_MOST; i++)
    add_toggle (self, i);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (fold_row), self, G_CONNECT_SWAPPED);
  fold_row (self);
}

/**
 * cooldown_entry_scale_set_words:
 * @self: a scale
 * @words: what its numbers mean
 * @data: given to @words, which is called as long as @self lives
 */
void
cooldown_entry_scale_set_words (CooldownEntryScale *self, CooldownScaleWords words, gpointer data)
{
  g_return_if_fail (COOLDOWN_IS_ENTRY_SCALE (self));

  self->get_words = words;
  self->data = data;
  for (int i = 0; i <= COOLDOWN_SCALE_MOST; i++)
    {
      g_autofree char *text = words (i, data);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
  show_number (self);
}

/**
 * cooldown_entry_scale_set_number:
 * @self: a scale
 * @number: 0 to %COOLDOWN_SCALE_MOST, or %COOLDOWN_SCALE_NOTHING
 *
 * Shows another answer, without "picked".
 */
void
cooldown_entry_scale_set_number (CooldownEntryScale *self, int number)
{
  g_return_if_fail (COOLDOWN_IS_ENTRY_SCALE (self));

  self->number = CLAMP (number, COOLDOWN_SCALE_NOTHING, COOLDOWN_SCALE_MOST);
  show_number (self);
}
