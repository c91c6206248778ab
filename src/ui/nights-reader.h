/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"
#include "core/experiment.h"

G_BEGIN_DECLS

/*
 * What one's own nights say, for a widget: read from the journal while the widget is seen, and again
 * when the journal or the rules changed. Neither reading nor counting is done on the thread of the
 * window.
 *
 * Signal "changed": there is something else to show.
 */

#define COOLDOWN_TYPE_NIGHTS_READER (cooldown_nights_reader_get_type ())
G_DECLARE_FINAL_TYPE (CooldownNightsReader,
                      cooldown_nights_reader,
                      COOLDOWN,
                      NIGHTS_READER,
                      GObject)

/**
 * CooldownNightsFound:
 * @nights: (element-type CooldownNight): all nights of the journal, in the order of their dates
 * @insights: what they say; without a comparison only how many are noted
 * @has_trial: whether there was a trial on oneself
 * @trial: the last one
 * @trial_over: whether it is over
 * @result: what it has shown; while it goes on, and without a comparison, only its counts, or nothing
 *
 * What stands in the journal.
 */
typedef struct
{
  GArray *nights;
  CooldownInsights insights;
  gboolean has_trial;
  CooldownExperiment trial;
  gboolean trial_over;
  CooldownExperimentResult result;
} CooldownNightsFound;

CooldownNightsReader *cooldown_nights_reader_new (GtkWidget *widget,
                                                  CooldownAppState *state,
                                                  gboolean compare);
const CooldownNightsFound *cooldown_nights_reader_get_found (CooldownNightsReader *self);
const char *cooldown_nights_reader_get_trouble (CooldownNightsReader *self);
guint32 cooldown_nights_reader_get_day (CooldownNightsReader *self);
char *cooldown_nights_reader_format_limit (CooldownNightsReader *self);
void cooldown_nights_reader_read (CooldownNightsReader *self);

G_END_DECLS
