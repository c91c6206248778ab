/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "leg-picker.h"

#include "leg-map.h"
#include "pair.h"
#include "region-grid.h"

struct _CooldownLegPicker
{
  AdwBin parent_instance;
  GPtrArray *chosen; /* (element-type utf8) */

  GtkWidget *map;
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (CooldownLegPicker, cooldown_leg_picker, ADW_TYPE_BIN)

typedef enum
{
  SIGNAL_CHANGED,
} CooldownLegPickerSignal;

static guint signals[SIGNAL_CHANGED + 1];

static void
show_chosen (CooldownLegPicker *self)
{
  g_auto (GStrv) halves = cooldown_leg_picker_get_chosen (self);

  cooldown_leg_map_set_chosen (COOLDOWN_LEG_MAP (self->map), (const char *const *) halves);
  cooldown_region_grid_set_chosen (COOLDOWN_REGION_GRID (self->grid), (const char *const *) halves);
}

static void
toggled_cb (CooldownLegPicker *self, const char *half, gboolean chosen)
{
  guint index;

  if (g_ptr_array_find_with_equal_func (self->chosen, half, g_str_equal, &index) == chosen)
    return;
  if (chosen)
    g_ptr_array_add (self->chosen, g_strdup (half));
  else
    g_ptr_array_remove_index (self->chosen, index);
  show_chosen (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
place_focused_cb (CooldownLegPicker *self, const char *half)
{
  cooldown_leg_map_set_focus (COOLDOWN_LEG_MAP (self->map), half);
}

static void
cooldown_leg_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_LEG_PICKER);
  G_OBJECT_CLASS (cooldown_leg_picker_parent_class)->dispose (object);
}

static void
cooldown_leg_picker_finalize (GObject *object)
{
  g_ptr_array_unref (COOLDOWN_LEG_PICKER (object)->chosen);
  G_OBJECT_CLASS (cooldown_leg_picker_parent_class)->finalize (object);
}

static void
cooldown_leg_picker_class_init (CooldownLegPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cooldown_leg_picker_dispose;
  object_class->finalize = cooldown_leg_picker_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COOLDOWN_TYPE_LEG_MAP);
  g_type_ensure (COOLDOWN_TYPE_PAIR);
  g_type_ensure (COOLDOWN_TYPE_REGION_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/leg-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownLegPicker, map);
  gtk_widget_class_bind_template_child (widget_class, CooldownLegPicker, grid);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_focused_cb);
}

static void
cooldown_leg_picker_init (CooldownLegPicker *self)
{
  self->chosen = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_leg_picker_new:
 * @content: what the program knows
 *
 * Returns: (transfer floating): a picker in which nothing is chosen
 */
GtkWidget *
cooldown_leg_picker_new (CooldownContent *content)
{
  CooldownLegPicker *self = g_object_new (COOLDOWN_TYPE_LEG_PICKER, NULL);

  cooldown_leg_picker_set_content (self, content);
  return GTK_WIDGET (self);
}

/**
 * cooldown_leg_picker_set_content:
 * @self: a picker
 * @content: what the program knows, for the places
 *
 * Gives the picker what it shows. To be called once.
 */
void
cooldown_leg_picker_set_content (CooldownLegPicker *self, CooldownContent *content)
{
  g_return_if_fail (COOLDOWN_IS_LEG_PICKER (self));
  g_return_if_fail (COOLDOWN_IS_CONTENT (content));

  cooldown_leg_map_set_content (COOLDOWN_LEG_MAP (self->map), content);
  cooldown_region_grid_set_content (COOLDOWN_REGION_GRID (self->grid), content);
}

/**
 * cooldown_leg_picker_set_chosen:
 * @self: a picker
 * @halves: (nullable) (array zero-terminated=1): ids of halves, "calf-l"
 *
 * Chooses these and no others, without a signal.
 */
void
cooldown_leg_picker_set_chosen (CooldownLegPicker *self, const char *const *halves)
{
  g_return_if_fail (COOLDOWN_IS_LEG_PICKER (self));

  g_ptr_array_set_size (self->chosen, 0);
  for (; halves != NULL && *halves != NULL; halves++)
    g_ptr_array_add (self->chosen, g_strdup (*halves));
  show_chosen (self);
}

/**
 * cooldown_leg_picker_get_chosen:
 * @self: a picker
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the chosen halves, in the order in
 *   which they were chosen
 */
char **
cooldown_leg_picker_get_chosen (CooldownLegPicker *self)
{
  g_autoptr (GStrvBuilder) halves = g_strv_builder_new ();

  g_return_val_if_fail (COOLDOWN_IS_LEG_PICKER (self), NULL);
  for (guint i = 0; i < self->chosen->len; i++)
    g_strv_builder_add (halves, g_ptr_array_index (self->chosen, i));
  return g_strv_builder_end (halves);
}
