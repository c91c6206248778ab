/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the command line does without a window, as it ships, but on the clock of the test's agent. */
#include "cli/command.h"
#include "file-clock.h"

#include <locale.h>

int
main (int argc, char *argv[])
{
  g_autoptr (FileClock) clock = file_clock_new ();
  g_autoptr (CooldownRequest) request = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  request = cooldown_request_new (argv, &error);
  return request != NULL ? cooldown_command_run (request, COOLDOWN_CLOCK (clock))
                         : cooldown_command_complain (error);
}
