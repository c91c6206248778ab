/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "leg-map.h"

#include "leg-captions.h"
#include "paint.h"
#include "report/leg-paint.h"
#include "report/leg-words.h"

#include <math.h>

#define NATURAL_WIDTH 302
#define LEAST_WIDTH 150
/* Below the titles, at the natural width. */
#define NATURAL_HEIGHT 412

struct _CooldownLegMap
{
  GtkWidget parent_instance;
  CooldownContent *content; /* (owned) (nullable) */
  char *words;              /* (nullable): what it shows, if not what is chosen */
  CooldownLegMark marks[COOLDOWN_LEG_N_HALVES];
  gboolean editable;
  int hovered;
  /* What the stroke gives to all that it touches, and where it began. */
  gboolean stroke;
  double stroke_x, stroke_y;
};

G_DEFINE_FINAL_TYPE (CooldownLegMap, cooldown_leg_map, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_EDITABLE = 1,
} CooldownLegMapProperty;

static GParamSpec *properties[PROP_EDITABLE + 1];

typedef enum
{
  SIGNAL_TOGGLED,
} CooldownLegMapSignal;

static guint signals[SIGNAL_TOGGLED + 1];

static CooldownLegFrame
get_frame (CooldownLegMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return cooldown_leg_frame_fit (gtk_widget_get_width (widget), gtk_widget_get_height (widget),
                                 cooldown_leg_captions_measure (GTK_WIDGET (self)));
}

/* Drawing. */

static CooldownLegColors
get_colors (CooldownLegMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return (CooldownLegColors){
    .background = cooldown_paint_on_card (widget, (GdkRGBA){ 0 }),
    .foreground = cooldown_paint_on_card (widget, cooldown_paint_foreground (widget)),
    .accent = cooldown_paint_on_card (widget, cooldown_paint_lookup (widget, "accent_bg_color")),
    .heat = cooldown_paint_on_card (widget, cooldown_paint_lookup (widget, "orange_4")),
    .outlined = cooldown_paint_is_high_contrast (),
  };
}

static void
cooldown_leg_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CooldownLegMap *self = COOLDOWN_LEG_MAP (widget);
  CooldownLegFrame frame = get_frame (self);
  CooldownLegColors colors = get_colors (self);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                     (float) gtk_widget_get_height (widget)));

  cooldown_leg_paint (cr, &frame, &colors, self->marks);
  cairo_destroy (cr);
  cooldown_leg_captions_draw (widget, snapshot, &frame);
}

static GtkSizeRequestMode
cooldown_leg_map_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* It grows with its place, but does not ask for more than its natural size. */
static void
cooldown_leg_map_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  int width = for_size < 0 ? NATURAL_WIDTH : MIN (for_size, NATURAL_WIDTH);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  *minimum = *natural = cooldown_leg_captions_measure (widget) +
                        (int) ceil (NATURAL_HEIGHT * (double) width / NATURAL_WIDTH);
}

/* Choosing. */

static void
update_label (CooldownLegMap *self)
{
  g_auto (GStrv) chosen = cooldown_leg_map_get_chosen (self);
  g_autofree char *label = g_strdup (self->words);

  if (label == NULL && self->content == NULL)
    return;
  if (label == NULL)
    label = cooldown_leg_words_chosen (self->content, (const char *const *) chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
toggle (CooldownLegMap *self, int half, gboolean chosen)
{
  if (half == COOLDOWN_LEG_NONE || self->marks[half].chosen == chosen)
    return;
  self->marks[half].chosen = chosen;
  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_TOGGLED], 0, cooldown_leg_half_get_id (half), chosen);
}

static int
hit (CooldownLegMap *self, double x, double y)
{
  CooldownLegFrame frame = get_frame (self);

  return cooldown_leg_frame_hit (&frame, x, y);
}

static void
hover (CooldownLegMap *self, int half)
{
  if (half == self->hovered)
    return;
  if (self->hovered != COOLDOWN_LEG_NONE)
    self->marks[self->hovered].hovered = FALSE;
  self->hovered = half;
  if (half != COOLDOWN_LEG_NONE)
    self->marks[half].hovered = self->editable;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   half != COOLDOWN_LEG_NONE && self->editable ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (CooldownLegMap *self, double x, double y)
{
  hover (self, hit (self, x, y));
}

static void
leave_cb (CooldownLegMap *self)
{
  hover (self, COOLDOWN_LEG_NONE);
}

/* With a finger a stroke scrolls; there a tap changes one place. */
static gboolean
is_touch (GtkGesture *gesture)
{
  return gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)) != NULL;
}

static void
drag_begin_cb (CooldownLegMap *self, double x, double y, GtkGesture *gesture)
{
  int half = self->editable && !is_touch (gesture) ? hit (self, x, y) : COOLDOWN_LEG_NONE;

  if (half == COOLDOWN_LEG_NONE)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->stroke = !self->marks[half].chosen;
  self->stroke_x = x;
  self->stroke_y = y;
  toggle (self, half, self->stroke);
}

static void
drag_update_cb (CooldownLegMap *self, double offset_x, double offset_y, GtkGesture *gesture)
{
  int half = hit (self, self->stroke_x + offset_x, self->stroke_y + offset_y);

  hover (self, half);
  toggle (self, half, self->stroke);
}

static void
tapped_cb (CooldownLegMap *self, int n_press, double x, double y, GtkGesture *gesture)
{
  int half = self->editable ? hit (self, x, y) : COOLDOWN_LEG_NONE;

  if (half != COOLDOWN_LEG_NONE)
    toggle (self, half, !self->marks[half].chosen);
}

static gboolean
cooldown_leg_map_query_tooltip (GtkWidget *widget,
                                int x,
                                int y,
                                gboolean keyboard,
                                GtkTooltip *tooltip)
{
  CooldownLegMap *self = COOLDOWN_LEG_MAP (widget);
  const char *half = keyboard ? NULL : cooldown_leg_map_pick (self, x, y);
  g_autofree char *words = NULL;

  if (half == NULL || self->content == NULL)
    return FALSE;
  words = cooldown_leg_words_place (self->content, half);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
add_controllers (CooldownLegMap *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *tap = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (tap), TRUE);
  g_signal_connect_swapped (tap, "released", G_CALLBACK (tapped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (tap));
}

static void
cooldown_leg_map_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((CooldownLegMapProperty) id)
    {
    case PROP_EDITABLE:
      cooldown_leg_map_set_editable (COOLDOWN_LEG_MAP (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_leg_map_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((CooldownLegMapProperty) id)
    {
    case PROP_EDITABLE:
      g_value_set_boolean (value, COOLDOWN_LEG_MAP (object)->editable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_leg_map_finalize (GObject *object)
{
  g_clear_object (&COOLDOWN_LEG_MAP (object)->content);
  g_free (COOLDOWN_LEG_MAP (object)->words);
  G_OBJECT_CLASS (cooldown_leg_map_parent_class)->finalize (object);
}

static void
cooldown_leg_map_class_init (CooldownLegMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = cooldown_leg_map_set_property;
  object_class->get_property = cooldown_leg_map_get_property;
  object_class->finalize = cooldown_leg_map_finalize;
  widget_class->snapshot = cooldown_leg_map_snapshot;
  widget_class->get_request_mode = cooldown_leg_map_get_request_mode;
  widget_class->measure = cooldown_leg_map_measure;
  widget_class->query_tooltip = cooldown_leg_map_query_tooltip;

  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                        G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                          G_TYPE_BOOLEAN);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cooldown_leg_map_init (CooldownLegMap *self)
{
  self->editable = TRUE;
  self->hovered = COOLDOWN_LEG_NONE;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_controllers (self);
  cooldown_paint_watch (GTK_WIDGET (self));
}

/**
 * cooldown_leg_map_new:
 * @content: (nullable): what the program knows
 *
 * Returns: (transfer floating): a picture of the legs on which nothing is chosen
 */
GtkWidget *
cooldown_leg_map_new (CooldownContent *content)
{
  CooldownLegMap *self = g_object_new (COOLDOWN_TYPE_LEG_MAP, NULL);

  if (content != NULL)
    cooldown_leg_map_set_content (self, content);
  return GTK_WIDGET (self);
}

/**
 * cooldown_leg_map_set_content:
 * @self: a map
 * @content: what the program knows, for the names of the places
 */
void
cooldown_leg_map_set_content (CooldownLegMap *self, CooldownContent *content)
{
  g_return_if_fail (COOLDOWN_IS_LEG_MAP (self));
  g_return_if_fail (COOLDOWN_IS_CONTENT (content));

  g_set_object (&self->content, content);
  update_label (self);
}

/**
 * cooldown_leg_map_set_editable:
 * @self: a map
 * @editable: whether the pointer can change what is chosen
 */
void
cooldown_leg_map_set_editable (CooldownLegMap *self, gboolean editable)
{
  g_return_if_fail (COOLDOWN_IS_LEG_MAP (self));

  if (self->editable == !!editable)
    return;
  self->editable = !!editable;
  leave_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

/**
 * cooldown_leg_map_get_editable:
 * @self: a map
 *
 * Returns: whether the pointer can change what is chosen
 */
gboolean
cooldown_leg_map_get_editable (CooldownLegMap *self)
{
  g_return_val_if_fail (COOLDOWN_IS_LEG_MAP (self), FALSE);
  return self->editable;
}

/**
 * cooldown_leg_map_set_chosen:
 * @self: a map
 * @halves: (nullable) (array zero-terminated=1): ids of halves, "calf-l"; those that do not exist
 *   are passed over
 *
 * Chooses these and no others, without a signal.
 */
void
cooldown_leg_map_set_chosen (CooldownLegMap *self, const char *const *halves)
{
  g_return_if_fail (COOLDOWN_IS_LEG_MAP (self));

  for (int i = 0; i < COOLDOWN_LEG_N_HALVES; i++)
    self->marks[i].chosen = halves != NULL &&
                            g_strv_contains (halves, cooldown_leg_half_get_id (i));
  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cooldown_leg_map_get_chosen:
 * @self: a map
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the chosen halves, from the back
 *   down to the toes
 */
char **
cooldown_leg_map_get_chosen (CooldownLegMap *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (COOLDOWN_IS_LEG_MAP (self), NULL);
  for (int i = 0; i < COOLDOWN_LEG_N_HALVES; i++)
    if (self->marks[i].chosen)
      g_strv_builder_add (ids, cooldown_leg_half_get_id (i));
  return g_strv_builder_end (ids);
}

/**
 * cooldown_leg_map_set_heat:
 * @self: a map
 * @heat: (array fixed-size=30): how often something was felt in each half, 0 to 1
 * @words: the picture in words, said instead of what is chosen
 *
 * Shows what happened often, on a picture that cannot be edited.
 */
void
cooldown_leg_map_set_heat (CooldownLegMap *self,
                           const double heat[COOLDOWN_LEG_N_HALVES],
                           const char *words)
{
  g_return_if_fail (COOLDOWN_IS_LEG_MAP (self));
  g_return_if_fail (heat != NULL && words != NULL);

  for (int i = 0; i < COOLDOWN_LEG_N_HALVES; i++)
    self->marks[i].heat = heat[i];
  g_free (self->words);
  self->words = g_strdup (words);
  update_label (self);
  cooldown_leg_map_set_editable (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cooldown_leg_map_set_focus:
 * @self: a map
 * @half: (nullable): the id of the half that the keyboard is at elsewhere, or %NULL
 *
 * Outlines a place.
 */
void
cooldown_leg_map_set_focus (CooldownLegMap *self, const char *half)
{
  int focused;

  g_return_if_fail (COOLDOWN_IS_LEG_MAP (self));

  focused = cooldown_leg_half_find (half);
  for (int i = 0; i < COOLDOWN_LEG_N_HALVES; i++)
    self->marks[i].focused = i == focused;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * cooldown_leg_map_pick:
 * @self: a map
 * @x: a place in it
 * @y: a place in it
 *
 * Returns: (nullable): the id of the half that is shown there
 */
const char *
cooldown_leg_map_pick (CooldownLegMap *self, double x, double y)
{
  g_return_val_if_fail (COOLDOWN_IS_LEG_MAP (self), NULL);
  return cooldown_leg_half_get_id (hit (self, x, y));
}
