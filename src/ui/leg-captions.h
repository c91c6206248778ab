/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/leg-frame.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The words on a picture of the legs. */

int cooldown_leg_captions_measure (GtkWidget *widget);
void cooldown_leg_captions_draw (GtkWidget *widget,
                                 GtkSnapshot *snapshot,
                                 const CooldownLegFrame *frame);

G_END_DECLS
