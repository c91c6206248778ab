/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CooldownIceDialStyle:
 * @COOLDOWN_ICE_DIAL_IDLE: nothing runs; @left only says whether the ring is tinted
 * @COOLDOWN_ICE_DIAL_DUE: a ring of dots that waits to be pressed
 * @COOLDOWN_ICE_DIAL_ON: ice is on; the arc is the time left
 * @COOLDOWN_ICE_DIAL_OFF: the ice has to come off; the ring is full and warm
 * @COOLDOWN_ICE_DIAL_BREAK: the arc is the time left until the next round
 * @COOLDOWN_ICE_DIAL_DONE: the ring is full
 */
typedef enum
{
  COOLDOWN_ICE_DIAL_IDLE,
  COOLDOWN_ICE_DIAL_DUE,
  COOLDOWN_ICE_DIAL_ON,
  COOLDOWN_ICE_DIAL_OFF,
  COOLDOWN_ICE_DIAL_BREAK,
  COOLDOWN_ICE_DIAL_DONE,
} CooldownIceDialStyle;

/**
 * CooldownIceFace:
 * @style: how the ring is drawn
 * @left: how much of the circle the arc covers, 0 to 1
 * @mark: where on the circle a white dot stands, 0 to 1; negative for none
 * @icon: (nullable): icon above the words
 * @round: (nullable): which round
 * @headline: (nullable): a word or two in place of @timer
 * @timer: (nullable): minutes and seconds
 * @until: (nullable): the clock time that belongs to it
 * @pill: (nullable): what a press does
 * @caption: (nullable): one line more
 *
 * What a dial shows.
 */
typedef struct
{
  CooldownIceDialStyle style;
  double left;
  double mark;
  const char *icon;
  const char *round;
  const char *headline;
  const char *timer;
  const char *until;
  const char *pill;
  const char *caption;
} CooldownIceFace;

#define COOLDOWN_TYPE_ICE_DIAL (cooldown_ice_dial_get_type ())
G_DECLARE_FINAL_TYPE (CooldownIceDial, cooldown_ice_dial, COOLDOWN, ICE_DIAL, GtkWidget)

/* Property: "side" (int): how wide and high it wants to be; it grows with its words. */

void cooldown_ice_dial_set_side (CooldownIceDial *self, int side);
void cooldown_ice_dial_set_face (CooldownIceDial *self, const CooldownIceFace *face);
void cooldown_ice_dial_set_glow (CooldownIceDial *self, double glow);

G_END_DECLS
