/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CooldownRequestKind:
 * @COOLDOWN_REQUEST_WINDOW: open the window
 * @COOLDOWN_REQUEST_SERVICE: be there for what comes over the bus
 * @COOLDOWN_REQUEST_VERSION: say which version this is
 * @COOLDOWN_REQUEST_WORKOUT: note a workout that just ended
 * @COOLDOWN_REQUEST_ICE: start a session of ice
 * @COOLDOWN_REQUEST_STATUS: say what is going on
 * @COOLDOWN_REQUEST_STATUS_JSON: the same for other programs
 * @COOLDOWN_REQUEST_EXPORT: write the journal to a file
 *
 * What can be asked for on the command line.
 */
typedef enum
{
  COOLDOWN_REQUEST_WINDOW,
  COOLDOWN_REQUEST_SERVICE,
  COOLDOWN_REQUEST_VERSION,
  COOLDOWN_REQUEST_WORKOUT,
  COOLDOWN_REQUEST_ICE,
  COOLDOWN_REQUEST_STATUS,
  COOLDOWN_REQUEST_STATUS_JSON,
  COOLDOWN_REQUEST_EXPORT,
} CooldownRequestKind;

/**
 * CooldownRequest:
 * @kind: what is asked for
 * @value: (nullable): of the window the page it is to open at, as the action `show` takes it; of the
 *   others what was given with the option: "run,45,6", "15,5" or the name of a file
 */
typedef struct
{
  CooldownRequestKind kind;
  char *value;
} CooldownRequest;

/** COOLDOWN_PLACE_WIND_DOWN: Where the evening's wind-down is started. */
#define COOLDOWN_PLACE_WIND_DOWN "evening/wind-down"

CooldownRequest *cooldown_request_new (char **arguments, GError **error);
void cooldown_request_free (CooldownRequest *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CooldownRequest, cooldown_request_free)

G_END_DECLS
