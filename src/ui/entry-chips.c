/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "entry-chips.h"

#include "chip.h"
#include "split.h"

/* What stands for no answer carries this instead of an id. */
#define OPEN ""

struct _CooldownEntryChips
{
  GtkWidget parent_instance;
  char *title;
  gboolean one_of_many;
  gboolean has_segments;
  GPtrArray *toggles; /* (element-type GtkToggleButton): chips and segments */
  GPtrArray *ids;     /* (element-type utf8): what is chosen, known here or not */
  gboolean filling;

  GtkWidget *wrap;
  GtkWidget *segments; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CooldownEntryChips, cooldown_entry_chips, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_TITLE = 1,
  PROP_ONE_OF_MANY,
  PROP_SEGMENTS,
} CooldownEntryChipsProperty;

static GParamSpec *properties[PROP_SEGMENTS + 1];

typedef enum
{
  SIGNAL_PICKED,
} CooldownEntryChipsSignal;

static guint signals[SIGNAL_PICKED + 1];

static const char *
get_id (gpointer toggle)
{
  return g_object_get_data (toggle, "id");
}

static gboolean
is_chosen (CooldownEntryChips *self, const char *id)
{
  if (g_str_equal (id, OPEN))
    return self->ids->len == 0;
  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, NULL);
}

static void
show_chosen (CooldownEntryChips *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->toggles->len; i++)
    {
      GtkToggleButton *toggle = g_ptr_array_index (self->toggles, i);
      gboolean chosen = is_chosen (self, get_id (toggle));

      gtk_toggle_button_set_active (toggle, chosen);
      if (self->one_of_many)
        gtk_accessible_update_state (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_STATE_CHECKED, chosen,
                                     -1);
    }
  self->filling = FALSE;
}

static void
choose (CooldownEntryChips *self, const char *id, gboolean chosen)
{
  guint index;

  if (self->one_of_many)
    g_ptr_array_set_size (self->ids, 0);
  if (!g_str_equal (id, OPEN) && chosen && !is_chosen (self, id))
    g_ptr_array_add (self->ids, g_strdup (id));
  else if (!chosen && g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &index))
    g_ptr_array_remove_index (self->ids, index);
}

static void
on_toggled (CooldownEntryChips *self, GtkToggleButton *toggle)
{
  if (self->filling)
    return;
  choose (self, get_id (toggle), gtk_toggle_button_get_active (toggle));
  show_chosen (self);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0);
}

static void
add_toggle (CooldownEntryChips *self, GtkWidget *toggle, const char *id)
{
  g_object_set_data_full (G_OBJECT (toggle), "id", g_strdup (id), g_free);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->toggles, toggle);
}

static GtkWidget *
segment_new (const char *words, const char *wording)
{
  GtkWidget *segment = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "label", words, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_RADIO, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (segment), GTK_ACCESSIBLE_PROPERTY_LABEL, wording,
                                  -1);
  if (!g_str_equal (words, wording))
    gtk_widget_set_tooltip_text (segment, wording);
  return segment;
}

static GtkWidget *
segments_new (CooldownEntryChips *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "halign", GTK_ALIGN_START, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "cd-seg");
  gtk_widget_add_css_class (box, "cd-answers-bar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                  -1);
  return box;
}

/* The bar where it fits, or else the chips. */
static GtkWidget *
find_fitting (CooldownEntryChips *self, int width)
{
  int wide;

  if (self->segments == NULL)
    return self->wrap;
  gtk_widget_measure (self->segments, GTK_ORIENTATION_HORIZONTAL, -1, &wide, NULL, NULL, NULL);
  return width < 0 || wide <= width ? self->segments : self->wrap;
}

static GtkSizeRequestMode
cooldown_entry_chips_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cooldown_entry_chips_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  CooldownEntryChips *self = COOLDOWN_ENTRY_CHIPS (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (find_fitting (self, for_size), orientation, for_size, minimum, natural,
                          NULL, NULL);
      return;
    }
  gtk_widget_measure (self->wrap, orientation, -1, minimum, natural, NULL, NULL);
  if (self->segments != NULL)
    gtk_widget_measure (self->segments, orientation, -1, NULL, natural, NULL, NULL);
  *natural = MAX (*minimum, *natural);
}

static void
cooldown_entry_chips_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CooldownEntryChips *self = COOLDOWN_ENTRY_CHIPS (widget);
  GtkWidget *shown = find_fitting (self, width);

  gtk_widget_set_child_visible (self->wrap, shown == self->wrap);
  if (self->segments != NULL)
    gtk_widget_set_child_visible (self->segments, shown == self->segments);
  gtk_widget_allocate (shown, width, height, baseline, NULL);
}

static void
cooldown_entry_chips_constructed (GObject *object)
{
  CooldownEntryChips *self = COOLDOWN_ENTRY_CHIPS (object);

  G_OBJECT_CLASS (cooldown_entry_chips_parent_class)->constructed (object);
  self->wrap = cooldown_chip_group_new (self->title, self->one_of_many);
  gtk_widget_set_parent (self->wrap, GTK_WIDGET (self));
  if (!self->has_segments)
    return;
  self->segments = segments_new (self);
  gtk_widget_set_parent (self->segments, GTK_WIDGET (self));
}

static void
cooldown_entry_chips_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CooldownEntryChips *self = COOLDOWN_ENTRY_CHIPS (object);

  switch ((CooldownEntryChipsProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_ONE_OF_MANY:
      g_value_set_boolean (value, self->one_of_many);
      break;
    case PROP_SEGMENTS:
      g_value_set_boolean (value, self->has_segments);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_entry_chips_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  CooldownEntryChips *self = COOLDOWN_ENTRY_CHIPS (object);

  switch ((CooldownEntryChipsProperty) id)
    {
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    case PROP_ONE_OF_MANY:
      self->one_of_many = g_value_get_boolean (value);
      break;
    case PROP_SEGMENTS:
      self->has_segments = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_entry_chips_dispose (GObject *object)
{
  CooldownEntryChips *self = COOLDOWN_ENTRY_CHIPS (object);

  g_clear_pointer (&self->wrap, gtk_widget_unparent);
  g_clear_pointer (&self->segments, gtk_widget_unparent);
  G_OBJECT_CLASS (cooldown_entry_chips_parent_class)->dispose (object);
}

static void
cooldown_entry_chips_finalize (GObject *object)
{
  CooldownEntryChips *self = COOLDOWN_ENTRY_CHIPS (object);

  g_ptr_array_unref (self->toggles);
  g_ptr_array_unref (self->ids);
  g_free (self->title);
  G_OBJECT_CLASS (cooldown_entry_chips_parent_class)->finalize (object);
}

static void
cooldown_entry_chips_class_init (CooldownEntryChipsClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = cooldown_entry_chips_constructed;
  object_class->get_property = cooldown_entry_chips_get_property;
  object_class->set_property = cooldown_entry_chips_set_property;
  object_class->dispose = cooldown_entry_chips_dispose;
  object_class->finalize = cooldown_entry_chips_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_ONE_OF_MANY] = g_param_spec_boolean ("one-of-many", NULL, NULL, FALSE, flags);
  properties[PROP_SEGMENTS] = g_param_spec_boolean ("segments", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  widget_class->get_request_mode = cooldown_entry_chips_get_request_mode;
  widget_class->measure = cooldown_entry_chips_measure;
  widget_class->size_allocate = cooldown_entry_chips_size_allocate;
}

static void
cooldown_entry_chips_init (CooldownEntryChips *self)
{
  self->toggles = g_ptr_array_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

/**
 * cooldown_entry_chips_add:
 * @self: some chips
 * @id: what it stands for
 * @words: what stands on it
 * @wording: the same at length
 *
 * Adds one more that can be chosen.
 */
void
cooldown_entry_chips_add (CooldownEntryChips *self,
                          const char *id,
                          const char *words,
                          const char *wording)
{
  GtkWidget *chip;

  g_return_if_fail (COOLDOWN_IS_ENTRY_CHIPS (self));

  chip = cooldown_chip_new (words, wording, self->one_of_many);
  if (g_str_equal (id, OPEN))
    gtk_widget_add_css_class (chip, "open");
  add_toggle (self, chip, id);
  cooldown_wrap_append (COOLDOWN_WRAP (self->wrap), chip);
  if (self->segments != NULL)
    {
      GtkWidget *segment = segment_new (words, wording);

      add_toggle (self, segment, id);
      gtk_box_append (GTK_BOX (self->segments), segment);
    }
  show_chosen (self);
}

/**
 * cooldown_entry_chips_add_open:
 * @self: chips of which one is chosen
 * @words: what stands for no answer
 *
 * Adds the one that is chosen while no other is.
 */
void
cooldown_entry_chips_add_open (CooldownEntryChips *self, const char *words)
{
  cooldown_entry_chips_add (self, OPEN, words, words);
}

/**
 * cooldown_entry_chips_set_ids:
 * @self: some chips
 * @ids: (nullable) (array zero-terminated=1): what is chosen
 *
 * Chooses these and no others, without "picked". What no chip stands for is kept.
 */
void
cooldown_entry_chips_set_ids (CooldownEntryChips *self, const char *const *ids)
{
  g_return_if_fail (COOLDOWN_IS_ENTRY_CHIPS (self));

  g_ptr_array_set_size (self->ids, 0);
  for (; ids != NULL && *ids != NULL; ids++)
    g_ptr_array_add (self->ids, g_strdup (*ids));
  show_chosen (self);
}

/**
 * cooldown_entry_chips_get_ids:
 * @self: some chips
 *
 * Returns: (transfer full) (array zero-terminated=1): what is chosen, in the order in which it was
 */
char **
cooldown_entry_chips_get_ids (CooldownEntryChips *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (COOLDOWN_IS_ENTRY_CHIPS (self), NULL);
  for (guint i = 0; i < self->ids->len; i++)
    g_strv_builder_add (ids, g_ptr_array_index (self->ids, i));
  return g_strv_builder_end (ids);
}
