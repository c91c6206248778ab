/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CooldownIceReply:
 * @COOLDOWN_ICE_REPLY_NONE: not answered
 * @COOLDOWN_ICE_REPLY_FIRST: the first of both answers
 * @COOLDOWN_ICE_REPLY_SECOND: the second
 *
 * What was answered to a question with two answers.
 */
typedef enum
{
  COOLDOWN_ICE_REPLY_NONE,
  COOLDOWN_ICE_REPLY_FIRST,
  COOLDOWN_ICE_REPLY_SECOND,
} CooldownIceReply;

/* A row with a question and its two answers, none of them given beforehand.
 * Signal "answered": the user chose one. */

#define COOLDOWN_TYPE_ICE_QUESTION (cooldown_ice_question_get_type ())
G_DECLARE_FINAL_TYPE (CooldownIceQuestion,
                      cooldown_ice_question,
                      COOLDOWN,
                      ICE_QUESTION,
                      GtkListBoxRow)

GtkWidget *cooldown_ice_question_new (const char *id,
                                      const char *question,
                                      const char *first,
                                      const char *second);
const char *cooldown_ice_question_get_id (CooldownIceQuestion *self);
CooldownIceReply cooldown_ice_question_get_reply (CooldownIceQuestion *self);
void cooldown_ice_question_set_reply (CooldownIceQuestion *self, CooldownIceReply reply);
void cooldown_ice_question_set_note (CooldownIceQuestion *self, const char *note);
gboolean cooldown_ice_question_has_note (CooldownIceQuestion *self);

G_END_DECLS
