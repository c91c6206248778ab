/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-out.h"

#include "data-place.h"

#include <glib/gi18n.h>

/* A report on its way out. */
typedef struct
{
  GtkWidget *origin;
  CooldownAppState *state;
  CooldownReportWish *wish;
  GFile *file;                  /* (nullable) */
  CooldownReportMatter *matter; /* (nullable) */
} Errand;

static Errand *
errand_new (GtkWidget *origin, CooldownAppState *state, const CooldownReportWish *wish, GFile *file)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->origin = g_object_ref (origin);
  errand->state = g_object_ref (state);
  errand->wish = cooldown_report_wish_copy (wish);
  g_set_object (&errand->file, file);
  return errand;
}

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->origin);
  g_object_unref (errand->state);
  cooldown_report_wish_free (errand->wish);
  g_clear_object (&errand->file);
  g_clear_pointer (&errand->matter, cooldown_report_matter_free);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void
say (Errand *errand, const char *text)
{
  gtk_widget_activate_action (errand->origin, "win.toast", "s", text);
}

static void
say_failure (Errand *errand, const GError *error)
{
  cooldown_place_say_failure (errand->origin, _ ("There is no report"), error);
}

/* Whether what the report is made from is there; else says why not. */
static gboolean
take_matter (Errand *errand, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  errand->matter = cooldown_report_matter_gather_finish (result, &error);
  if (error != NULL)
    say_failure (errand, error);
  return errand->matter != NULL;
}

/* To a file, in a thread: fonts are loaded for it and written into it. */

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Errand *errand = data;
  g_autoptr (CooldownReport) report = cooldown_report_matter_make (errand->matter);
  double width, height;
  GError *error = NULL;

  cooldown_report_get_usual_paper (&width, &height);
  if (cooldown_report_save_pdf (report, errand->file, width, height, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Errand *errand = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    say (errand, _ ("Report saved"));
  else
    say_failure (errand, error);
}

static void
save_gathered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (GTask) task = NULL;

  if (!take_matter (errand, result))
    return;
  task = g_task_new (source, NULL, saved_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&errand), errand_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * cooldown_report_out_save_to:
 * @origin: the widget that began it
 * @state: what is going on
 * @wish: what is wanted
 * @file: where to
 *
 * Makes the report and saves it as a PDF.
 */
void
cooldown_report_out_save_to (GtkWidget *origin,
                             CooldownAppState *state,
                             const CooldownReportWish *wish,
                             GFile *file)
{
  cooldown_report_matter_gather (state, wish, save_gathered_cb,
                                 errand_new (origin, state, wish, file));
}

static void
chosen_cb (GFile *file, gpointer data)
{
  Errand *errand = data;

  cooldown_report_out_save_to (errand->origin, errand->state, errand->wish, file);
}

/**
 * cooldown_report_out_save:
 * @origin: the widget that begins it
 * @state: what is going on
 * @wish: what is wanted
 *
 * Asks where to, and saves the report there as a PDF.
 */
void
cooldown_report_out_save (GtkWidget *origin,
                          CooldownAppState *state,
                          const CooldownReportWish *wish)
{
  cooldown_place_choose (origin, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save the Report"),
                         /* Translators: the name of a file: the report for the doctor */
                         _ ("leg-report.pdf"), NULL, chosen_cb,
                         errand_new (origin, state, wish, NULL), errand_free);
}

/* To the clipboard. */

static void
copy_gathered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (CooldownReport) report = NULL;
  g_autofree char *text = NULL;

  if (!take_matter (errand, result))
    return;
  report = cooldown_report_matter_make (errand->matter);
  text = cooldown_report_to_text (report);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (errand->origin), text);
  say (errand, _ ("Report copied"));
}

/**
 * cooldown_report_out_copy:
 * @origin: the widget that begins it
 * @state: what is going on
 * @wish: what is wanted
 *
 * Copies the report as text, for a patient portal or a mail.
 */
void
cooldown_report_out_copy (GtkWidget *origin,
                          CooldownAppState *state,
                          const CooldownReportWish *wish)
{
  cooldown_report_matter_gather (state, wish, copy_gathered_cb,
                                 errand_new (origin, state, wish, NULL));
}

/* To a printer, through the desktop's dialog. */

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  guint n_pages = cooldown_report_paginate (data, gtk_print_context_get_width (context),
                                            gtk_print_context_get_height (context));

  gtk_print_operation_set_n_pages (operation, (int) n_pages);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  cooldown_report_draw_page (data, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
print_gathered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) errand = data;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (CooldownReport) report = NULL;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (errand->origin);

  if (!take_matter (errand, result))
    return;
  report = cooldown_report_matter_make (errand->matter);
  operation = gtk_print_operation_new ();
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The report has margins of its own. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, cooldown_report_get_facts (report)->title);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), report);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), report);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    say_failure (errand, error);
}

/**
 * cooldown_report_out_print:
 * @origin: the widget that begins it
 * @state: what is going on
 * @wish: what is wanted
 *
 * Prints the report, after the desktop's own dialog.
 */
void
cooldown_report_out_print (GtkWidget *origin,
                           CooldownAppState *state,
                           const CooldownReportWish *wish)
{
  cooldown_report_matter_gather (state, wish, print_gathered_cb,
                                 errand_new (origin, state, wish, NULL));
}
