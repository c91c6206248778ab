/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal-merge.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CooldownSyncReport:
 * @counts: what was taken over, of all files together
 * @n_read: how many files of other devices were read
 * @n_left_out: how many entries of this device could not be given to the others
 * @wrote: whether this device's file was written, because something had changed
 * @unread: (element-type utf8): what could not be read, with its name and why; it stays where it is
 *
 * What came of exchanging the journal with other devices.
 */
typedef struct
{
  CooldownMergeCounts counts;
  guint n_read;
  guint n_left_out;
  gboolean wrote;
  GPtrArray *unread;
} CooldownSyncReport;

void cooldown_sync_report_free (CooldownSyncReport *report);
gboolean cooldown_shared_folder_sync (GFile *folder,
                                      const char *device,
                                      CooldownJournal *journal,
                                      CooldownSyncReport **report,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownSyncReport, cooldown_sync_report_free)

G_END_DECLS
