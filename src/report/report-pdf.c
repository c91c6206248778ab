/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report.h"

#include "config.h"
#include "date-words.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

static cairo_status_t
append (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, CooldownReport *self)
{
  const CooldownReportFacts *facts = cooldown_report_get_facts (self);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, facts->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, facts->period);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Cooldown " COOLDOWN_VERSION);
  if (facts->made != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, facts->made);
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The report could not be drawn: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

static void
draw_pages (CooldownReport *self, cairo_surface_t *surface, guint n_pages)
{
  cairo_t *cr = cairo_create (surface);

  cairo_tag_begin (cr, "Document", NULL);
  for (guint page = 0; page < n_pages; page++)
    {
      cooldown_report_draw_page (self, cr, page);
      if (page + 1 == n_pages)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

/**
 * cooldown_report_to_pdf:
 * @self: a report
 * @width: of the paper, in points
 * @height: the same
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the report as PDF, with its letters embedded and tagged for
 *   who does not see it; %NULL with @error set when it could not be drawn
 */
GBytes *
cooldown_report_to_pdf (CooldownReport *self, double width, double height, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint n_pages = cooldown_report_paginate (self, width, height);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, width, height);
  cairo_status_t status;

  set_metadata (surface, self);
  draw_pages (self, surface, n_pages);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * cooldown_report_save_pdf:
 * @self: a report
 * @file: where to; what was there is replaced only once all of it is written
 * @width: of the paper, in points
 * @height: the same
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Writes the report as PDF. It blocks: not for the thread that draws the window.
 *
 * Returns: whether it was written
 */
gboolean
cooldown_report_save_pdf (CooldownReport *self,
                          GFile *file,
                          double width,
                          double height,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GBytes) pdf = cooldown_report_to_pdf (self, width, height, error);
  gsize size;
  const char *data;

  if (pdf == NULL)
    return FALSE;
  data = g_bytes_get_data (pdf, &size);
  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                  cancellable, error);
}
