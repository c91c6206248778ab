/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/content.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What speaks for something to do in the evening, honestly graded. */

const char *cooldown_grade_get_words (CooldownGrade grade);
GtkWidget *cooldown_routine_evidence_row_new (CooldownContent *content,
                                              const CooldownActivity *activity);

G_END_DECLS
