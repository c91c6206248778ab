/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content-error.h"

struct _CooldownContentErrorWindow
{
  AdwApplicationWindow parent_instance;
  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (CooldownContentErrorWindow,
                     cooldown_content_error_window,
                     ADW_TYPE_APPLICATION_WINDOW)

static void
add_line (CooldownContentErrorWindow *self, const char *line)
{
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "monospace");
  gtk_box_append (self->lines, label);
}

static void
cooldown_content_error_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_CONTENT_ERROR_WINDOW);
  G_OBJECT_CLASS (cooldown_content_error_window_parent_class)->dispose (object);
}

static void
cooldown_content_error_window_class_init (CooldownContentErrorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_content_error_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/content-error.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownContentErrorWindow, lines);
}

static void
cooldown_content_error_window_init (CooldownContentErrorWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_content_error_window_new:
 * @application: the application
 * @error: what is wrong, one fault a line
 *
 * Returns: (transfer none): a window that shows each fault of the content
 */
GtkWindow *
cooldown_content_error_window_new (GtkApplication *application, const GError *error)
{
  CooldownContentErrorWindow *self;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (error != NULL, NULL);

  self = g_object_new (COOLDOWN_TYPE_CONTENT_ERROR_WINDOW, "application", application, NULL);
  lines = g_strsplit (error->message, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      add_line (self, *line);
  return GTK_WINDOW (self);
}
