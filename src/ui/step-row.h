/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/content.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CooldownStepLook:
 * @COOLDOWN_STEP_OPEN: to come
 * @COOLDOWN_STEP_NEXT: the one thing to do now
 * @COOLDOWN_STEP_DONE: ticked
 *
 * How a step of the hour looks.
 */
typedef enum
{
  COOLDOWN_STEP_OPEN,
  COOLDOWN_STEP_NEXT,
  COOLDOWN_STEP_DONE,
} CooldownStepLook;

/* A step with its piece of the rail that runs down the list. Signal "done": its button was
 * pressed; rows are activated like any other. */

#define COOLDOWN_TYPE_STEP_ROW (cooldown_step_row_get_type ())
G_DECLARE_FINAL_TYPE (CooldownStepRow, cooldown_step_row, COOLDOWN, STEP_ROW, GtkListBoxRow)

GtkWidget *cooldown_step_row_new (const CooldownStep *step, gboolean link);
const CooldownStep *cooldown_step_row_get_step (CooldownStepRow *self);
gboolean cooldown_step_row_is_link (CooldownStepRow *self);
void cooldown_step_row_set_words (CooldownStepRow *self, const char *title, const char *detail);
void cooldown_step_row_set_end (CooldownStepRow *self, GtkWidget *end);
void cooldown_step_row_update (CooldownStepRow *self, CooldownStepLook look, const char *time);
void cooldown_step_row_set_rail (CooldownStepRow *self,
                                 CooldownStepRow *above,
                                 CooldownStepRow *below);

G_END_DECLS
