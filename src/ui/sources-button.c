/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-row.h"

#include <glib/gi18n.h>

#define POPOVER_WIDTH 340
#define POPOVER_HEIGHT 360

/* What a button shows when it is opened. */
typedef struct
{
  CooldownContent *content;
  GPtrArray *sources; /* (element-type CooldownSource) */
  char *checked;
} Basis;

static void
basis_free (gpointer data)
{
  Basis *basis = data;

  g_object_unref (basis->content);
  g_ptr_array_unref (basis->sources);
  g_free (basis->checked);
  g_free (basis);
}

static GtkWidget *
make_label (const char *text, gboolean quiet)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* Without it a popover is as wide as the longest line of all. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  if (quiet)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

/* (nullable): where nothing was read there is nothing to say about it */
static const char *
describe_reading (const CooldownSource *source)
{
  switch (source->read)
    {
    case COOLDOWN_READ_PAGE:
      return _ ("Read in full, on its own site.");
    case COOLDOWN_READ_COPY:
      return _ ("Read in a copy kept elsewhere.");
    case COOLDOWN_READ_ABSTRACT:
      return _ ("Only its summary was read.");
    case COOLDOWN_READ_SECOND_HAND:
      return _ ("Not read itself, known from others who cite it.");
    case COOLDOWN_READ_NONE:
    default:
      return NULL;
    }
}

/* The address as a link, shown as the name of its host: whole addresses do not fit. */
static GtkWidget *
make_link (const char *url)
{
  g_autofree char *host = NULL;
  g_autofree char *markup = NULL;
  GtkWidget *label = make_label (NULL, TRUE);

  if (!g_uri_split (url, G_URI_FLAGS_NONE, NULL, NULL, &host, NULL, NULL, NULL, NULL, NULL))
    return NULL;
  markup = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", url, host != NULL ? host : url);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  return label;
}

static GtkWidget *
make_source (const CooldownSource *source)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *reading = describe_reading (source);
  GtkWidget *link = source->url != NULL ? make_link (source->url) : NULL;

  gtk_box_append (GTK_BOX (box),
                  make_label (source->citation != NULL ? source->citation : source->text, FALSE));
  if (link != NULL)
    gtk_box_append (GTK_BOX (box), link);
  if (reading != NULL)
    gtk_box_append (GTK_BOX (box), make_label (reading, TRUE));
  return box;
}

static char *
describe_checked (const char *checked)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *moment = g_strdup_printf ("%sT00:00:00", checked);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (moment, utc);
  g_autofree char *day = date != NULL ? g_date_time_format (date, "%x") : NULL;

  /* Translators: %s is a date. What the program says was compared with its sources that day. */
  return g_strdup_printf (_ ("Last checked against them on %s."), day != NULL ? day : checked);
}

static void
fill_popover_cb (GtkMenuButton *button, gpointer data)
{
  const Basis *basis = data;
  GtkWidget *popover, *scroller, *box;
  g_autofree char *checked = describe_checked (basis->checked);

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (box, "cd-sources-list");
  for (guint i = 0; i < basis->sources->len; i++)
    gtk_box_append (GTK_BOX (box), make_source (g_ptr_array_index (basis->sources, i)));
  gtk_box_append (GTK_BOX (box), make_label (checked, TRUE));

  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_width (GTK_SCROLLED_WINDOW (scroller), POPOVER_WIDTH);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), POPOVER_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);

  popover = gtk_popover_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sources"), -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

/**
 * cooldown_sources_button_new:
 * @content: what the program knows
 * @sources: (array zero-terminated=1): ids of sources; those that are not known are left out
 * @checked: the day of the last check, "2026-11-22"
 *
 * A small flat button that opens a list: what each source is called, where it is to be found, how
 * it was read, and when the last check was. The list is made when it is opened first.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
cooldown_sources_button_new (CooldownContent *content,
                             const char *const *sources,
                             const char *checked)
{
  GtkWidget *button = gtk_menu_button_new ();
  Basis *basis = g_new (Basis, 1);

  *basis = (Basis){ g_object_ref (content), g_ptr_array_new (), g_strdup (checked) };
  for (; *sources != NULL; sources++)
    {
      const CooldownSource *source = cooldown_content_get_source (content, *sources);

      if (source != NULL)
        g_ptr_array_add (basis->sources, (gpointer) source);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Sources"));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_popover_cb, basis,
                                         basis_free);
  gtk_widget_add_css_class (button, "cd-sources");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}
