/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/experiment.h"

G_BEGIN_DECLS

/* A trial on oneself, in words that are no stronger than the counts. */

char *cooldown_experiment_format_plan (guint turn_nights, guint n_turns);
char *cooldown_experiment_format_now (const CooldownExperiment *self,
                                      const char *name,
                                      guint32 day);
char *cooldown_experiment_format_noted (const CooldownExperiment *self,
                                        const CooldownExperimentResult *result,
                                        guint32 day);
char *cooldown_experiment_format_tag (const CooldownExperimentResult *result);
char *cooldown_experiment_format_finding (const CooldownExperiment *self,
                                          const CooldownExperimentResult *result,
                                          guint min_nights);
char *cooldown_experiment_format_effect (const CooldownExperiment *self,
                                         const CooldownExperimentResult *result,
                                         int confidence);
char *cooldown_experiment_format_counts (const CooldownExperimentResult *result);
char *cooldown_experiment_format_picture (const CooldownExperiment *self,
                                          const CooldownExperimentResult *result,
                                          const char *name);

G_END_DECLS
