/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-state.h"

G_BEGIN_DECLS

/**
 * CooldownNowDeed:
 * @COOLDOWN_NOW_DEED_OPEN: open the tab that the subject is about
 * @COOLDOWN_NOW_DEED_ICE_TAKEN: say that the ice is off
 * @COOLDOWN_NOW_DEED_EPISODE_END: say that the tingling is gone now
 * @COOLDOWN_NOW_DEED_RESTLESS: open what helps restless legs, and note the time
 * @COOLDOWN_NOW_DEED_RETRY: try again to reach the agent
 *
 * What the button of the now bar does.
 */
typedef enum
{
  COOLDOWN_NOW_DEED_OPEN,
  COOLDOWN_NOW_DEED_ICE_TAKEN,
  COOLDOWN_NOW_DEED_EPISODE_END,
  COOLDOWN_NOW_DEED_RESTLESS,
  COOLDOWN_NOW_DEED_RETRY,
} CooldownNowDeed;

/**
 * CooldownNowSubject:
 * @icon: name of an icon
 * @title: what is going on
 * @detail: more about it
 * @button: (nullable): words of the button
 * @deed: what the button does
 * @tab: (nullable): the tab it is about, where it need not be said
 * @episode: (nullable): what names the entry that a click beside the button opens
 *
 * The one thing that the now bar is about.
 */
typedef struct
{
  const char *icon;
  char *title;
  char *detail;
  const char *button; /* (nullable) */
  CooldownNowDeed deed;
  const char *tab;
  char *episode; /* (nullable) */
} CooldownNowSubject;

CooldownNowSubject *cooldown_now_subject_find (CooldownAppState *state, const char *tab);
void cooldown_now_subject_free (CooldownNowSubject *subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownNowSubject, cooldown_now_subject_free)

G_END_DECLS
