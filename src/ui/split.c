/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "split.h"

/* From here on two sides fit beside each other, at the usual size of text. */
#define WIDE_FROM 860
#define END_WIDTH 372
/* What stays free above a widget that was scrolled to. */
#define SCROLL_MARGIN 12

/*
 * Nothing changes its parent when the split folds, so the focus and what was typed stay. One
 * outer scroller holds the body; the body asks for next to no height when wide, so that the outer
 * scroller has nothing to do and each side scrolls alone, and for the height of everything when
 * narrow, where the sides are given all they need and it is them that have nothing to scroll.
 */

#define COOLDOWN_TYPE_SPLIT_BODY (cooldown_split_body_get_type ())
G_DECLARE_FINAL_TYPE (CooldownSplitBody, cooldown_split_body, COOLDOWN, SPLIT_BODY, GtkWidget)

typedef enum
{
  PART_START,
  PART_START_BAR,
  PART_LINE,
  PART_END,
  PART_END_BAR,
  N_PARTS,
} Part;

struct _CooldownSplitBody
{
  GtkWidget parent_instance;
  CooldownSplit *split;      /* the owner */
  GtkWidget *parts[N_PARTS]; /* (nullable) each */
};

G_DEFINE_FINAL_TYPE (CooldownSplitBody, cooldown_split_body, GTK_TYPE_WIDGET)

struct _CooldownSplit
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  CooldownSplitBody *body;
  int end_width;
  gboolean narrow;
  guint notify_id;
};

G_DEFINE_FINAL_TYPE (CooldownSplit, cooldown_split, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_START = 1,
  PROP_END,
  PROP_START_BAR,
  PROP_END_BAR,
  PROP_END_WIDTH,
  PROP_NARROW,
} CooldownSplitProperty;

static GParamSpec *properties[PROP_NARROW + 1];

static double
get_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? MAX (dpi / 1024.0 / 96.0, 1.0) : 1.0;
}

static gboolean
is_narrow (CooldownSplitBody *self, int width)
{
  return width < WIDE_FROM * get_text_scale (GTK_WIDGET (self));
}

static int
get_end_width (CooldownSplitBody *self)
{
  return (int) (self->split->end_width * get_text_scale (GTK_WIDGET (self)));
}

/* A side's own widget, inside its scroller. */
static GtkWidget *
get_side (CooldownSplitBody *self, Part part)
{
  GtkWidget *inside = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->parts[part]));

  return GTK_IS_VIEWPORT (inside) ? gtk_viewport_get_child (GTK_VIEWPORT (inside)) : inside;
}

static gboolean
is_shown (CooldownSplitBody *self, Part part)
{
  return self->parts[part] != NULL && gtk_widget_should_layout (self->parts[part]);
}

/* How high a part wants to be at a width; sides as if they did not scroll. */
static int
measure_part (CooldownSplitBody *self, Part part, int width)
{
  gboolean scrolls = part == PART_START || part == PART_END;
  GtkWidget *widget = scrolls ? get_side (self, part) : self->parts[part];
  int natural;

  if (widget == NULL || !gtk_widget_should_layout (widget) || !is_shown (self, part))
    return 0;
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static GtkSizeRequestMode
cooldown_split_body_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cooldown_split_body_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  CooldownSplitBody *self = COOLDOWN_SPLIT_BODY (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (Part part = 0; part < N_PARTS; part++)
        if (is_shown (self, part))
          {
            int part_minimum;

            gtk_widget_measure (self->parts[part], orientation, -1, &part_minimum, NULL, NULL,
                                NULL);
            *minimum = MAX (*minimum, part_minimum);
          }
      *natural = MAX (*minimum, (int) (WIDE_FROM * get_text_scale (widget)));
    }
  else if (for_size >= 0 && is_narrow (self, for_size))
    {
      for (Part part = 0; part < N_PARTS; part++)
        if (part != PART_LINE)
          *minimum += measure_part (self, part, for_size);
      *natural = *minimum;
    }
}

static void
allocate_part (CooldownSplitBody *self, Part part, int x, int y, int width, int height)
{
  int minimum;

  if (!is_shown (self, part))
    return;
  /* GTK complains when less is given than the least; clipping is for the window to avoid. */
  gtk_widget_measure (self->parts[part], GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL,
                      NULL);
  gtk_widget_size_allocate (self->parts[part],
                            &(GtkAllocation){ x, y, width, MAX (height, minimum) }, -1);
}

static void
allocate_side (CooldownSplitBody *self, Part side, Part bar, int x, int width, int height)
{
  int bar_height = measure_part (self, bar, width);

  allocate_part (self, side, x, 0, width, MAX (height - bar_height, 0));
  allocate_part (self, bar, x, MAX (height - bar_height, 0), width, bar_height);
}

static void
allocate_wide (CooldownSplitBody *self, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int end = get_end_width (self);
  int line, start;

  gtk_widget_measure (self->parts[PART_LINE], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &line, NULL,
                      NULL);
  start = width - end - line;
  allocate_side (self, PART_START, PART_START_BAR, rtl ? end + line : 0, start, height);
  allocate_part (self, PART_LINE, rtl ? end : start, 0, line, height);
  allocate_side (self, PART_END, PART_END_BAR, rtl ? 0 : start + line, end, height);
}

static void
allocate_narrow (CooldownSplitBody *self, int width)
{
  int y = 0;

  for (Part part = 0; part < N_PARTS; part++)
    if (part != PART_LINE)
      {
        int height = measure_part (self, part, width);

        allocate_part (self, part, 0, y, width, height);
        y += height;
      }
}

static void
notify_narrow_cb (gpointer data)
{
  CooldownSplit *self = data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
cooldown_split_body_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CooldownSplitBody *self = COOLDOWN_SPLIT_BODY (widget);
  gboolean narrow = is_narrow (self, width);

  gtk_widget_set_child_visible (self->parts[PART_LINE], !narrow);
  if (narrow)
    allocate_narrow (self, width);
  else
    allocate_wide (self, width, height);
  if (self->split->narrow == narrow)
    return;
  self->split->narrow = narrow;
  /* Later, because who is told may ask for another size, which is lost in the middle of this. */
  if (self->split->notify_id == 0)
    self->split->notify_id = g_idle_add_once (notify_narrow_cb, self->split);
}

/* By themselves widgets are focused from top to bottom, which puts the lower of two sides last:
 * the one without a bar. */
static gboolean
cooldown_split_body_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (!back && direction != GTK_DIR_TAB_FORWARD)
    return GTK_WIDGET_CLASS (cooldown_split_body_parent_class)->focus (widget, direction);
  if (child == NULL)
    child = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  while (child != NULL && !gtk_widget_child_focus (child, direction))
    child = back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child);
  return child != NULL;
}

static void
cooldown_split_body_dispose (GObject *object)
{
  CooldownSplitBody *self = COOLDOWN_SPLIT_BODY (object);

  for (Part part = 0; part < N_PARTS; part++)
    g_clear_pointer (&self->parts[part], gtk_widget_unparent);
  G_OBJECT_CLASS (cooldown_split_body_parent_class)->dispose (object);
}

static void
cooldown_split_body_class_init (CooldownSplitBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_split_body_dispose;
  widget_class->get_request_mode = cooldown_split_body_get_request_mode;
  widget_class->measure = cooldown_split_body_measure;
  widget_class->size_allocate = cooldown_split_body_size_allocate;
  widget_class->focus = cooldown_split_body_focus;
}

static void
cooldown_split_body_init (CooldownSplitBody *self)
{
  static const Part sides[] = { PART_START, PART_END };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      self->parts[sides[i]] = gtk_scrolled_window_new ();
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->parts[sides[i]]), GTK_POLICY_NEVER,
                                      GTK_POLICY_AUTOMATIC);
    }
  self->parts[PART_LINE] = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (self->parts[PART_START], GTK_WIDGET (self));
  gtk_widget_set_parent (self->parts[PART_LINE], GTK_WIDGET (self));
  gtk_widget_set_parent (self->parts[PART_END], GTK_WIDGET (self));
}

/* Order among the children is the order of the focus. */
static void
set_bar (CooldownSplitBody *self, Part part, GtkWidget *bar)
{
  g_clear_pointer (&self->parts[part], gtk_widget_unparent);
  if (bar == NULL)
    return;
  self->parts[part] = bar;
  gtk_widget_insert_after (bar, GTK_WIDGET (self), self->parts[part - 1]);
}

static void
cooldown_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CooldownSplit *self = COOLDOWN_SPLIT (object);
  GtkWidget **parts = self->body->parts;

  switch ((CooldownSplitProperty) id)
    {
    case PROP_START:
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (parts[PART_START]),
                                     g_value_get_object (value));
      break;
    case PROP_END:
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (parts[PART_END]),
                                     g_value_get_object (value));
      break;
    case PROP_START_BAR:
      set_bar (self->body, PART_START_BAR, g_value_get_object (value));
      break;
    case PROP_END_BAR:
      set_bar (self->body, PART_END_BAR, g_value_get_object (value));
      break;
    case PROP_END_WIDTH:
      self->end_width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self->body));
      break;
    case PROP_NARROW:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CooldownSplit *self = COOLDOWN_SPLIT (object);

  switch ((CooldownSplitProperty) id)
    {
    case PROP_START:
      g_value_set_object (value, get_side (self->body, PART_START));
      break;
    case PROP_END:
      g_value_set_object (value, get_side (self->body, PART_END));
      break;
    case PROP_START_BAR:
      g_value_set_object (value, self->body->parts[PART_START_BAR]);
      break;
    case PROP_END_BAR:
      g_value_set_object (value, self->body->parts[PART_END_BAR]);
      break;
    case PROP_END_WIDTH:
      g_value_set_int (value, self->end_width);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cooldown_split_dispose (GObject *object)
{
  CooldownSplit *self = COOLDOWN_SPLIT (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (cooldown_split_parent_class)->dispose (object);
}

static void
cooldown_split_finalize (GObject *object)
{
  CooldownSplit *self = COOLDOWN_SPLIT (object);

  g_clear_object (&self->body);
  G_OBJECT_CLASS (cooldown_split_parent_class)->finalize (object);
}

static void
cooldown_split_class_init (CooldownSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = cooldown_split_set_property;
  object_class->get_property = cooldown_split_get_property;
  object_class->dispose = cooldown_split_dispose;
  object_class->finalize = cooldown_split_finalize;

  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_START_BAR] = g_param_spec_object ("start-bar", NULL, NULL, GTK_TYPE_WIDGET,
                                                    flags);
  properties[PROP_END_BAR] = g_param_spec_object ("end-bar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_END_WIDTH] = g_param_spec_int ("end-width", NULL, NULL, 0, WIDE_FROM, END_WIDTH,
                                                 flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cooldown_split_init (CooldownSplit *self)
{
  self->end_width = END_WIDTH;
  self->body = g_object_ref_sink (g_object_new (COOLDOWN_TYPE_SPLIT_BODY, NULL));
  self->body->split = self;
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->body));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * cooldown_split_new:
 *
 * Returns: (transfer floating): a split with two empty sides
 */
GtkWidget *
cooldown_split_new (void)
{
  return g_object_new (COOLDOWN_TYPE_SPLIT, NULL);
}

/**
 * cooldown_split_get_narrow:
 * @self: a split
 *
 * Returns: whether the sides lie below each other. `notify::narrow` comes shortly after a change.
 */
gboolean
cooldown_split_get_narrow (CooldownSplit *self)
{
  g_return_val_if_fail (COOLDOWN_IS_SPLIT (self), FALSE);
  return self->narrow;
}

static void
scroll (GtkWidget *scroller, GtkWidget *inside, GtkWidget *descendant)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (descendant, inside, &bounds))
    gtk_adjustment_set_value (adjustment, bounds.origin.y - SCROLL_MARGIN);
}

/**
 * cooldown_split_scroll_to:
 * @self: a split
 * @descendant: a widget anywhere inside one of its sides
 *
 * Scrolls so that the top of @descendant is at the top of what is seen, as far as there is
 * enough below it.
 */
void
cooldown_split_scroll_to (CooldownSplit *self, GtkWidget *descendant)
{
  static const Part sides[] = { PART_START, PART_END };

  g_return_if_fail (COOLDOWN_IS_SPLIT (self));
  g_return_if_fail (GTK_IS_WIDGET (descendant));

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (gtk_widget_is_ancestor (descendant, self->body->parts[sides[i]]))
      scroll (self->body->parts[sides[i]], get_side (self->body, sides[i]), descendant);
  scroll (self->scroller, GTK_WIDGET (self->body), descendant);
}
