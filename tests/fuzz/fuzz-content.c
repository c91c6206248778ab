/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes at all as a content file. The first byte says as which; "*" is all of them. The others
 * are empty objects, so what comes in is always refused; nothing worse may come of it.
 */
#include "fuzz.h"

#include "core/content.h"

#include <string.h>

static const char *const names[] = { "causes.json",   "checklist.json", "evening.json", "ice.json",
                                     "recovery.json", "reminders.json", "sources.json" };

typedef struct
{
  char which;
  GBytes *bytes;
} Input;

static GBytes *
read_input (const char *name, gpointer data, GError **error)
{
  const Input *input = data;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0 && (input->which == '*' || input->which == (char) ('0' + i)))
      return g_bytes_ref (input->bytes);
  return g_bytes_new_static ("{}", 2);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CooldownContent) content = NULL;
  g_autoptr (GError) error = NULL;
  Input input;

  if (size == 0)
    return 0;
  bytes = g_bytes_new (data + 1, size - 1);
  input = (Input){ (char) data[0], bytes };
  content = cooldown_content_load (read_input, &input, &error);
  g_assert_null (content);
  g_assert_error (error, COOLDOWN_CONTENT_ERROR, COOLDOWN_CONTENT_ERROR_INVALID);
  return 0;
}
