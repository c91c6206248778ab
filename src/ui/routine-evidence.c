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
 * cooldown_routine_evidence_new:
 * @content: the content
 * @activity: something to do in the evening
 *
 * Returns: (transfer floating): its grade, what speaks for it and where that comes from
 */
GtkWidget *
cooldown_routine_evidence_new (CooldownContent *content, const CooldownActivity *activity)
{
  GtkWidget *box = cooldown_statements_box_new (content, activity->statements);
  GtkWidget *grade = gtk_label_new (cooldown_grade_get_words (activity->grade));

  gtk_widget_add_css_class (grade, "heading");
  gtk_label_set_xalign (GTK_LABEL (grade), 0);
  gtk_label_set_wrap (GTK_LABEL (grade), TRUE);
  gtk_box_prepend (GTK_BOX (box), grade);
  return box;
}
