/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "routine-evidence.h"

#include "topic-row.h"

#include <glib/gi18n.h>

/**
 * cooldown_grade_get_words:
 * @grade: what the evidence is
 *
 * Returns: what it is called
 */
const char *
cooldown_grade_get_words (CooldownGrade grade)
{
  switch (grade)
    {
    case COOLDOWN_GRADE_TRIAL:
      return _("Tried in a study");
    case COOLDOWN_GRADE_PILOT:
      return _("Tried in a first small study");
    case COOLDOWN_GRADE_ADVICE:
      return _("Common advice");
    case COOLDOWN_GRADE_DOCTOR:
      return _("Ask a doctor first");
    case COOLDOWN_GRADE_NONE:
    default:
      return _("Not shown to help");
    }
}

/**
 * cooldown_routine_evidence_row_new:
 * @content: the content
 * @activity: something to do in the evening
 *
 * Returns: (transfer floating): what speaks for it and where that comes from, as a row to stand
 *   under one that says its grade
 */
GtkWidget *
cooldown_routine_evidence_row_new (CooldownContent *content, const CooldownActivity *activity)
{
  GtkWidget *box = cooldown_statements_box_new (content, activity->statements);

  gtk_widget_add_css_class (box, "cd-inside");
  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, "child",
                       box, NULL);
}
