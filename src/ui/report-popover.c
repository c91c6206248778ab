/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-popover.h"

#include "data-export.h"
#include "report-out.h"
#include "split.h"

#include <adwaita.h>

struct _CooldownReportPopover
{
  GtkPopover parent_instance;
  CooldownAppState *state;

  AdwComboRow *period;
  GtkCheckButton *episodes;
  GtkCheckButton *workouts;
  GtkCheckButton *nights;
  GtkCheckButton *checks;
  GtkCheckButton *sessions;
  GtkSwitch *descriptions;
  GtkEditable *question;
  GtkEditable *name;
  GtkEditable *born;
  GtkSwitch *remember;
};

G_DEFINE_FINAL_TYPE (CooldownReportPopover, cooldown_report_popover, GTK_TYPE_POPOVER)

/* In the order of the rows of the list in the .ui file. */
static const guint weeks[] = { 4, 8, 13, 52, 0 };

static char *
get_text (GtkEditable *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static guint
get_kinds (CooldownReportPopover *self)
{
  guint kinds = 0;

  if (gtk_check_button_get_active (self->episodes))
    kinds |= 1u << COOLDOWN_ENTRY_EPISODE;
  if (gtk_check_button_get_active (self->workouts))
    kinds |= 1u << COOLDOWN_ENTRY_WORKOUT;
  if (gtk_check_button_get_active (self->nights))
    kinds |= 1u << COOLDOWN_ENTRY_NIGHT;
  if (gtk_check_button_get_active (self->checks))
    kinds |= 1u << COOLDOWN_ENTRY_CHECK | 1u << COOLDOWN_ENTRY_SIGN;
  if (gtk_check_button_get_active (self->sessions))
    kinds |= 1u << COOLDOWN_ENTRY_SESSION;
  return kinds;
}

static CooldownReportWish *
get_wish (CooldownReportPopover *self)
{
  CooldownReportWish *wish = g_new0 (CooldownReportWish, 1);
  guint period = adw_combo_row_get_selected (self->period);

  wish->weeks = period < G_N_ELEMENTS (weeks) ? weeks[period] : 0;
  wish->kinds = get_kinds (self);
  wish->descriptions = gtk_switch_get_active (self->descriptions);
  wish->name = get_text (self->name);
  wish->born = get_text (self->born);
  wish->question = get_text (self->question);
  return wish;
}

/* A name is written down only for who wants that. */
static void
keep_name (CooldownReportPopover *self)
{
  GSettings *settings = cooldown_app_state_get_settings (self->state);
  gboolean remember = gtk_switch_get_active (self->remember);

  g_settings_set_boolean (settings, "report-remember", remember);
  g_settings_set_string (settings, "report-name",
                         remember ? gtk_editable_get_text (self->name) : "");
  g_settings_set_string (settings, "report-born",
                         remember ? gtk_editable_get_text (self->born) : "");
}

/* The popover goes first: what follows speaks through the window. */
static GtkWidget *
leave (CooldownReportPopover *self)
{
  keep_name (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  return gtk_widget_get_parent (GTK_WIDGET (self));
}

static void
on_save_clicked (CooldownReportPopover *self)
{
  g_autoptr (CooldownReportWish) wish = get_wish (self);

  cooldown_report_out_save (leave (self), self->state, wish);
}

static void
on_print_clicked (CooldownReportPopover *self)
{
  g_autoptr (CooldownReportWish) wish = get_wish (self);

  cooldown_report_out_print (leave (self), self->state, wish);
}

static void
on_copy_clicked (CooldownReportPopover *self)
{
  g_autoptr (CooldownReportWish) wish = get_wish (self);

  cooldown_report_out_copy (leave (self), self->state, wish);
}

static void
on_export_clicked (CooldownReportPopover *self)
{
  cooldown_data_export (leave (self), self->state);
}

static void
cooldown_report_popover_dispose (GObject *object)
{
  g_clear_object (&COOLDOWN_REPORT_POPOVER (object)->state);
  gtk_widget_dispose_template (GTK_WIDGET (object), COOLDOWN_TYPE_REPORT_POPOVER);
  G_OBJECT_CLASS (cooldown_report_popover_parent_class)->dispose (object);
}

static void
cooldown_report_popover_class_init (CooldownReportPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cooldown_report_popover_dispose;
  g_type_ensure (COOLDOWN_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/cooldown/ui/report-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, CooldownReportPopover, period);
  gtk_widget_class_bind_template_child (widget_class, CooldownReportPopover, episodes);
  gtk_widget_class_bind_template_child (widget_class, CooldownReportPopover, workouts);
  gtk_widget_class_bind_template_child (widget_class, CooldownReportPopover, nights);
  gtk_widget_class_bind_template_child (widget_class, CooldownReportPopover, checks);
  gtk_widget_class_bind_template_child (widget_class, CooldownReportPopover, sessions);
  gtk_widget_class_bind_template_child (widget_class, CooldownReportPopover, descriptions);
  gtk_widget_class_bind_template_child (widget_class, CooldownReportPopover, question);
  gtk_widget_class_bind_template_child (widget_class, CooldownReportPopover, name);
  gtk_widget_class_bind_template_child (widget_class, CooldownReportPopover, born);
  gtk_widget_class_bind_template_child (widget_class, CooldownReportPopover, remember);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked);
}

static void
cooldown_report_popover_init (CooldownReportPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cooldown_report_popover_new:
 * @state: what is going on
 *
 * Returns: (transfer floating): a popover, to be given a parent
 */
GtkWidget *
cooldown_report_popover_new (CooldownAppState *state)
{
  CooldownReportPopover *self = g_object_new (COOLDOWN_TYPE_REPORT_POPOVER, NULL);
  GSettings *settings = cooldown_app_state_get_settings (state);
  g_autofree char *name = g_settings_get_string (settings, "report-name");
  g_autofree char *born = g_settings_get_string (settings, "report-born");

  self->state = g_object_ref (state);
  gtk_editable_set_text (self->name, name);
  gtk_editable_set_text (self->born, born);
  gtk_switch_set_active (self->remember, g_settings_get_boolean (settings, "report-remember"));
  return GTK_WIDGET (self);
}
