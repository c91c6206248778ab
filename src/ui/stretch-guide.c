/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stretch-guide.h"

#include "stretch-figure.h"

#include <glib/gi18n.h>

/* Parts stand beside each other where each finds this much room; the words wrap to it. */
#define PART_WIDTH 250
#define WORDS_CHARS 12

/* One part as it is shown. */
typedef struct
{
  GtkWidget *card;
  GtkWidget *now; /* the mark that says that it is its turn */
} Shown;

struct _CooldownStretchGuide
{
  AdwBin parent_instance;
  GPtrArray *parts; /* (nullable) (element-type CooldownPart) */
  GArray *shown;    /* (element-type Shown) */
  guint turn;
};

G_DEFINE_FINAL_TYPE (CooldownStretchGuide, cooldown_stretch_guide, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WORDS_CHARS);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_mark (void)
{
  /* Translators: of several stretches: this one is to be done at this moment */
  GtkWidget *mark = gtk_label_new (_("Now"));

  gtk_widget_add_css_class (mark, "cd-tag");
  gtk_widget_add_css_class (mark, "accent");
  gtk_widget_set_halign (mark, GTK_ALIGN_START);
  return mark;
}

static GtkWidget *
make_words (const CooldownPart *part, GtkWidget *now)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (words), make_label (part->name, "heading"));
  gtk_box_append (GTK_BOX (words), now);
  gtk_box_append (GTK_BOX (words), make_label (part->text, NULL));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static Shown
make_part (const CooldownPart *part)
{
  GtkWidget *now = make_mark ();
  GtkWidget *figure = cooldown_stretch_figure_new (part->figure);
  Shown shown = { gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), now };

  gtk_widget_set_valign (figure, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (shown.card, "cd-part");
  gtk_widget_set_size_request (shown.card, PART_WIDTH, -1);
  gtk_box_append (GTK_BOX (shown.card), figure);
  gtk_box_append (GTK_BOX (shown.card), make_words (part, now));
  return shown;
}

static void
show_turn (CooldownStretchGuide *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      const Shown *shown = &g_array_index (self->shown, Shown, i);

      gtk_widget_set_visible (shown->now, i == self->turn);
      if (i == self->turn)
        gtk_widget_add_css_class (shown->card, "cd-next");
      else
        gtk_widget_remove_css_class (shown->card, "cd-next");
    }
}

static void
cooldown_stretch_guide_finalize (GObject *object)
{
  g_array_unref (COOLDOWN_STRETCH_GUIDE (object)->shown);
  G_OBJECT_CLASS (cooldown_stretch_guide_parent_class)->finalize (object);
}

static void
cooldown_stretch_guide_class_init (CooldownStretchGuideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cooldown_stretch_guide_finalize;
}

static void
cooldown_stretch_guide_init (CooldownStretchGuide *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (Shown));
}

/**
 * cooldown_stretch_guide_set_parts:
 * @self: a guide
 * @parts: (element-type CooldownPart): what is shown; of content that outlives @self
 */
void
cooldown_stretch_guide_set_parts (CooldownStretchGuide *self, GPtrArray *parts)
{
  GtkWidget *flow;

  g_return_if_fail (COOLDOWN_IS_STRETCH_GUIDE (self));
  if (parts == self->parts)
    return;
  self->parts = parts;
  flow = g_object_new (GTK_TYPE_FLOW_BOX, "homogeneous", TRUE, "selection-mode", GTK_SELECTION_NONE,
                       "max-children-per-line", MAX (parts->len, 1), "column-spacing", 8,
                       "row-spacing", 8, NULL);
  gtk_widget_add_css_class (flow, "cd-parts");
  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < parts->len; i++)
    {
      Shown shown = make_part (g_ptr_array_index (parts, i));

      gtk_flow_box_append (GTK_FLOW_BOX (flow), shown.card);
      gtk_widget_set_focusable (gtk_widget_get_parent (shown.card), FALSE);
      g_array_append_val (self->shown, shown);
    }
  adw_bin_set_child (ADW_BIN (self), flow);
  show_turn (self);
}

/**
 * cooldown_stretch_guide_set_turn:
 * @self: a guide
 * @turn: which part is to be done now, from 0
 */
void
cooldown_stretch_guide_set_turn (CooldownStretchGuide *self, guint turn)
{
  g_return_if_fail (COOLDOWN_IS_STRETCH_GUIDE (self));
  if (turn == self->turn)
    return;
  self->turn = turn;
  show_turn (self);
}

/**
 * cooldown_stretch_guide_find_turn:
 * @n_parts: how many parts there are, at least 1
 * @passed: how much of the time has passed, microseconds
 * @length: how much time there is for all of them, microseconds
 *
 * Returns: whose turn it is, when each has an equal share of the time: 0 to @n_parts - 1
 */
guint
cooldown_stretch_guide_find_turn (guint n_parts, gint64 passed, gint64 length)
{
  g_return_val_if_fail (n_parts > 0, 0);
  if (length <= 0)
    return 0;
  return (guint) CLAMP (passed * n_parts / length, 0, (gint64) n_parts - 1);
}
