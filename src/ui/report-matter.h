/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"
#include "report/report.h"

G_BEGIN_DECLS

/**
 * CooldownReportWish:
 * @weeks: how many weeks until today; 0 for all that was noted
 * @kinds: which kinds of entries are listed, bits of 1 << #CooldownEntryKind
 * @descriptions: whether descriptions are named
 * @name: (nullable): the patient's name
 * @born: (nullable): when they were born
 * @question: (nullable): what they want to ask
 *
 * What somebody wants in their report. Names are used for it and kept nowhere.
 */
typedef struct
{
  guint weeks;
  guint kinds;
  gboolean descriptions;
  char *name;
  char *born;
  char *question;
} CooldownReportWish;

CooldownReportWish *cooldown_report_wish_copy (const CooldownReportWish *wish);
void cooldown_report_wish_free (CooldownReportWish *wish);

/* All that the report is made from, apart from the window: it can be taken to another thread. */
typedef struct _CooldownReportMatter CooldownReportMatter;

void cooldown_report_matter_gather (CooldownAppState *state,
                                    const CooldownReportWish *wish,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
CooldownReportMatter *cooldown_report_matter_gather_finish (GAsyncResult *result, GError **error);
CooldownReport *cooldown_report_matter_make (const CooldownReportMatter *matter);
void cooldown_report_matter_free (CooldownReportMatter *matter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownReportWish, cooldown_report_wish_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownReportMatter, cooldown_report_matter_free)

G_END_DECLS
