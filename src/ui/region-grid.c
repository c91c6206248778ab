/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "region-grid.h"

#include "core/places.h"
#include "report/leg-words.h"

struct _CooldownRegionGrid
{
  GtkGrid parent_instance;
  CooldownContent *content;           /* (owned) (nullable) */
  GPtrArray *boxes[COOLDOWN_N_SIDES]; /* (element-type GtkWidget), by row */
  gboolean updating;
  /* Where the keyboard was last. */
  guint row;
  guint side;
};

G_DEFINE_FINAL_TYPE (CooldownRegionGrid, cooldown_region_grid, GTK_TYPE_GRID)

typedef enum
{
  SIGNAL_TOGGLED,
  SIGNAL_PLACE_FOCUSED,
} CooldownRegionGridSignal;

static guint signals[SIGNAL_PLACE_FOCUSED + 1];

static GQuark
get_half_quark (void)
{
  return g_quark_from_static_string ("cooldown-half");
}

static const char *
get_half (GtkWidget *box)
{
  return g_object_get_qdata (G_OBJECT (box), get_half_quark ());
}

static void
toggled_cb (CooldownRegionGrid *self, GtkCheckButton *box)
{
  if (!self->updating)
    g_signal_emit (self, signals[SIGNAL_TOGGLED], 0, get_half (GTK_WIDGET (box)),
                   gtk_check_button_get_active (box));
}

/* The boxes are children of the grid itself, hence this tells each move of the focus. */
static void
cooldown_region_grid_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  CooldownRegionGrid *self = COOLDOWN_REGION_GRID (widget);

  GTK_WIDGET_CLASS (cooldown_region_grid_parent_class)->set_focus_child (widget, child);
  for (guint i = 0; child != NULL && i < COOLDOWN_N_SIDES; i++)
    if (g_ptr_array_find (self->boxes[i], child, &self->row))
      self->side = i;
  g_signal_emit (self, signals[SIGNAL_PLACE_FOCUSED], 0, child != NULL ? get_half (child) : NULL);
}

/* One column on when the columns run the same way as the arrow points. */
static int
get_step (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  return (direction == GTK_DIR_RIGHT) != rtl ? 1 : -1;
}

static void
move (CooldownRegionGrid *self, GtkDirectionType direction)
{
  int row = (int) self->row;
  int side = (int) self->side;

  if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
    row += direction == GTK_DIR_DOWN ? 1 : -1;
  else
    side += get_step (GTK_WIDGET (self), direction);
  if (row < 0 || row >= (int) self->boxes[0]->len || side < 0 || side >= COOLDOWN_N_SIDES)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    gtk_widget_grab_focus (g_ptr_array_index (self->boxes[side], row));
}

/* The tab key comes back to where it left, and finds the way out in one step. */
static gboolean
cooldown_region_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CooldownRegionGrid *self = COOLDOWN_REGION_GRID (widget);
  gboolean inside = gtk_widget_get_focus_child (widget) != NULL;
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (inside && tab)
    return FALSE;
  if (inside)
    {
      move (self, direction);
      return TRUE;
    }
  return gtk_widget_grab_focus (widget);
}

static gboolean
cooldown_region_grid_grab_focus (GtkWidget *widget)
{
  CooldownRegionGrid *self = COOLDOWN_REGION_GRID (widget);
  GPtrArray *boxes = self->boxes[self->side];

  return self->row < boxes->len && gtk_widget_grab_focus (g_ptr_array_index (boxes, self->row));
}

static void
cooldown_region_grid_dispose (GObject *object)
{
  CooldownRegionGrid *self = COOLDOWN_REGION_GRID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_grid_remove (GTK_GRID (self), child);
  G_OBJECT_CLASS (cooldown_region_grid_parent_class)->dispose (object);
}

static void
cooldown_region_grid_finalize (GObject *object)
{
  CooldownRegionGrid *self = COOLDOWN_REGION_GRID (object);

  for (guint i = 0; i < COOLDOWN_N_SIDES; i++)
    g_ptr_array_unref (self->boxes[i]);
  g_clear_object (&self->content);
  G_OBJECT_CLASS (cooldown_region_grid_parent_class)->finalize (object);
}

static void
cooldown_region_grid_class_init (CooldownRegionGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = cooldown_region_grid_dispose;
  object_class->finalize = cooldown_region_grid_finalize;
  widget_class->focus = cooldown_region_grid_focus;
  widget_class->grab_focus = cooldown_region_grid_grab_focus;
  widget_class->set_focus_child = cooldown_region_grid_set_focus_child;
  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_PLACE_FOCUSED] = g_signal_new ("place-focused", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/region-grid.ui");
}

static void
cooldown_region_grid_init (CooldownRegionGrid *self)
{
  for (guint i = 0; i < COOLDOWN_N_SIDES; i++)
    self->boxes[i] = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_box (CooldownRegionGrid *self, const CooldownRegion *region, CooldownSide side, int row)
{
  GtkWidget *box = gtk_check_button_new ();
  char *half = cooldown_place_new (region->id, side);
  g_autofree char *words = cooldown_leg_words_place (self->content, half);

  g_object_set_qdata_full (G_OBJECT (box), get_half_quark (), half, g_free);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (box, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->boxes[side], box);
  gtk_grid_attach (GTK_GRID (self), box, 1 + (int) side, row, 1, 1);
}

static void
add_row (CooldownRegionGrid *self, const CooldownRegion *region, int row)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", region->name, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "hexpand", TRUE, NULL);

  gtk_grid_attach (GTK_GRID (self), label, 0, row, 1, 1);
  for (guint i = 0; i < COOLDOWN_N_SIDES; i++)
    add_box (self, region, i, row);
}

/**
 * cooldown_region_grid_set_content:
 * @self: a grid
 * @content: what the program knows, for the places
 *
 * Gives the grid its rows. To be called once.
 */
void
cooldown_region_grid_set_content (CooldownRegionGrid *self, CooldownContent *content)
{
  GPtrArray *regions;

  g_return_if_fail (COOLDOWN_IS_REGION_GRID (self));
  g_return_if_fail (COOLDOWN_IS_CONTENT (content));
  g_return_if_fail (self->content == NULL);

  self->content = g_object_ref (content);
  regions = cooldown_content_get_regions (content);
  for (guint i = 0; i < regions->len; i++)
    add_row (self, g_ptr_array_index (regions, i), 1 + (int) i);
}

/**
 * cooldown_region_grid_set_chosen:
 * @self: a grid
 * @halves: (nullable) (array zero-terminated=1): ids of halves, "calf-l"; those that do not exist
 *   are passed over
 *
 * Ticks these and no others, without a signal.
 */
void
cooldown_region_grid_set_chosen (CooldownRegionGrid *self, const char *const *halves)
{
  g_return_if_fail (COOLDOWN_IS_REGION_GRID (self));

  self->updating = TRUE;
  for (guint i = 0; i < COOLDOWN_N_SIDES; i++)
    for (guint j = 0; j < self->boxes[i]->len; j++)
      {
        GtkCheckButton *box = g_ptr_array_index (self->boxes[i], j);

        gtk_check_button_set_active (
            box, halves != NULL && g_strv_contains (halves, get_half (GTK_WIDGET (box))));
      }
  self->updating = FALSE;
}
