/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/content.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Content as widgets; each shows where it comes from behind a "Sources" button. */

GtkWidget *cooldown_statement_label_new (const CooldownStatement *statement);
GtkWidget *cooldown_statements_box_new (CooldownContent *content, GPtrArray *statements);
GtkWidget *cooldown_statements_sources_new (CooldownContent *content, GPtrArray *statements);
GtkWidget *cooldown_topic_row_new (CooldownContent *content, const CooldownTopic *topic);
GtkWidget *cooldown_topic_card_new (CooldownContent *content,
                                    const CooldownTopic *topic,
                                    const char *icon_name);
GtkWidget *cooldown_cause_row_new (CooldownContent *content, const CooldownCause *cause);
GtkWidget *cooldown_sources_button_new (CooldownContent *content,
                                        const char *const *sources,
                                        const char *checked);
GtkWidget *cooldown_section_title_new (const char *title);

G_END_DECLS
