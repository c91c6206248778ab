/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drink-plan.h"

#include "paint.h"
#include "topic-row.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <math.h>

/* What the drawn glass holds up to its brim. */
#define GLASS_ML 300
#define GLASS_WIDTH 28
#define GLASS_HEIGHT 40
#define GLASS_GAP 6
/* How much narrower a glass is at its foot, on each side. */
#define GLASS_TAPER 4.5
/* The first statements on drinking are those that must not be overlooked. */
#define SAFETY_LINES 3

struct _CooldownDrinkPlan
{
  GtkBox parent_instance;
  CooldownAppState *state;

  GtkFlowBox *drinks;
  GtkBox *safety;
  GtkListBox *topics;
};

G_DEFINE_FINAL_TYPE (CooldownDrinkPlan, cooldown_drink_plan, GTK_TYPE_BOX)

/* The outline of a glass filled up to SHARE of its height. */
static void
trace_glass (cairo_t *cr, double x, double share)
{
  double foot = GLASS_HEIGHT - 1, top = foot - (GLASS_HEIGHT - 2) * share;
  double lean = GLASS_TAPER * (1 - share);

  cairo_new_path (cr);
  cairo_move_to (cr, x + 1 + lean, top);
  cairo_line_to (cr, x + 1 + GLASS_TAPER, foot);
  cairo_line_to (cr, x + GLASS_WIDTH - 1 - GLASS_TAPER, foot);
  cairo_line_to (cr, x + GLASS_WIDTH - 1 - lean, top);
  cairo_close_path (cr);
}

static void
draw_glass (cairo_t *cr, GtkWidget *widget, double x, double share)
{
  GdkRGBA water = cooldown_paint_lookup (widget, "blue_3");
  GdkRGBA deep = cooldown_paint_lookup (widget, "blue_4");
  GdkRGBA line = cooldown_paint_fade (cooldown_paint_foreground (widget), .55);
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, 0, 0, GLASS_HEIGHT);

  cairo_pattern_add_color_stop_rgba (pattern, 0, water.red, water.green, water.blue, .6);
  cairo_pattern_add_color_stop_rgba (pattern, 1, deep.red, deep.green, deep.blue, 1);
  trace_glass (cr, x, share);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
  trace_glass (cr, x, 1);
  gdk_cairo_set_source_rgba (cr, &line);
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  double glasses = GPOINTER_TO_INT (data) / (double) GLASS_ML;
  int n = MAX ((int) ceil (glasses), 1);
  double x = (width - n * GLASS_WIDTH - (n - 1) * GLASS_GAP) / 2.0;

  for (int i = 0; i < n; i++)
    draw_glass (cr, GTK_WIDGET (area), x + i * (GLASS_WIDTH + GLASS_GAP), glasses / n);
}

static GtkWidget *
glasses_new (const CooldownDrink *drink)
{
  int amount = (drink->ml[0] + drink->ml[1]) / 2;
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "content-height", GLASS_HEIGHT,
                                  "content-width", 2 * GLASS_WIDTH + GLASS_GAP, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, GINT_TO_POINTER (amount), NULL);
  cooldown_paint_watch (area);
  return area;
}

/* Whether amounts are given the way they are in the United States. */
static gboolean
is_us (CooldownAppState *state)
{
  g_autofree char *units = g_settings_get_string (cooldown_app_state_get_settings (state), "units");

  if (g_strcmp0 (units, "locale") != 0)
    return g_strcmp0 (units, "us") == 0;
  return *nl_langinfo (_NL_MEASUREMENT_MEASUREMENT) == 2;
}

static char *
format_amount (const CooldownDrink *drink, gboolean us)
{
  const int *amount = us ? drink->oz : drink->ml;

  if (amount[0] == amount[1])
    /* Translators: an amount to drink, in US fluid ounces or in millilitres */
    return g_strdup_printf (us ? _("%d oz") : _("%d mL"), amount[0]);
  /* Translators: a range of amounts to drink, in US fluid ounces or in millilitres */
  return g_strdup_printf (us ? _("%1$d–%2$d oz") : _("%1$d–%2$d mL"), amount[0], amount[1]);
}

static GtkWidget *
words_new (const char *text, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "justify", GTK_JUSTIFY_CENTER,
                                   "max-width-chars", 16, NULL);

  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
drink_new (const CooldownDrink *drink, gboolean us)
{
  g_autofree char *amount = format_amount (drink, us);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = words_new (drink->title, "caption");

  gtk_widget_add_css_class (title, "dim-label");
  gtk_box_append (GTK_BOX (box), glasses_new (drink));
  gtk_box_append (GTK_BOX (box), words_new (amount, "heading"));
  gtk_box_append (GTK_BOX (box), title);
  return g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "focusable", FALSE, "child", box, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
}

static void
show_drinks (CooldownDrinkPlan *self)
{
  GPtrArray *drinks = cooldown_content_get_drinks (cooldown_app_state_get_content (self->state));
  gboolean us = is_us (self->state);
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->drinks, 0)) != NULL)
    gtk_flow_box_remove (self->drinks, GTK_WIDGET (child));
  for (guint i = 0; i < drinks->len; i++)
    gtk_flow_box_append (self->drinks, drink_new (g_ptr_array_index (drinks, i), us));
}

static void
show_safety (CooldownDrinkPlan *self, const CooldownTopic *notes)
{
  for (guint i = 0; i < notes->statements->len && i < SAFETY_LINES; i++)
    {
      const CooldownStatement *statement = g_ptr_array_index (notes->statements, i);
      GtkWidget *line = words_new (statement->text, "caption");

      gtk_label_set_max_width_chars (GTK_LABEL (line), 72);
      gtk_box_append (self->safety, line);
    }
}

static void
cooldown_drink_plan_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_DRINK_PLAN (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_DRINK_PLAN);
  G_OBJECT_CLASS (cooldown_drink_plan_parent_class)->dispose (object);
}

static void
cooldown_drink_plan_class_init (CooldownDrinkPlanClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_drink_plan_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/drink-plan.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownDrinkPlan, drinks);
  gtk_widget_class_bind_template_child (widget_class, CooldownDrinkPlan, safety);
  gtk_widget_class_bind_template_child (widget_class, CooldownDrinkPlan, topics);
}

static void
cooldown_drink_plan_init (CooldownDrinkPlan *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_drink_plan_set_state:
 * @self: a plan without a state
 * @state: what is going on
 *
 * Gives @self what it shows; to be called once.
 */
void
cooldown_drink_plan_set_state (CooldownDrinkPlan *self, CooldownAppState *state)
{
  static const char *const topics[] = { "drink-notes", "overdrinking" };
  CooldownContent *content = cooldown_app_state_get_content (state);

  g_return_if_fail (COOLDOWN_IS_DRINK_PLAN (self));
  g_return_if_fail (self->state == NULL);
  self->state = g_object_ref (state);
  show_safety (self, cooldown_content_get_topic (content, COOLDOWN_TAB_RECOVER, topics[0]));
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    gtk_list_box_append (self->topics, cooldown_topic_row_new (
                                           content, cooldown_content_get_topic (
                                                        content, COOLDOWN_TAB_RECOVER, topics[i])));
  g_signal_connect_object (cooldown_app_state_get_settings (state), "changed::units",
                           G_CALLBACK (show_drinks), self, G_CONNECT_SWAPPED);
  show_drinks (self);
}
