/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notebook-agent.h"

static void
wrote_cb (CooldownAgentLink *link)
{
  /* An agent that is not there reads the journal when it comes. */
  if (cooldown_agent_link_get_connected (link))
    cooldown_agent_link_activate (link, "journal-changed", NULL);
}

/* Whoever is to change the form of the file needs it alone. The agent is started again at once, and
 * finds it changed. */
static void
locked_cb (CooldownAgentLink *link)
{
  if (cooldown_agent_link_get_connected (link))
    cooldown_agent_link_activate (link, "quit", NULL);
}

/**
 * cooldown_notebook_agent_join:
 * @notebook: the journal as the window uses it
 * @link: the way to the agent, which uses it too
 *
 * Has each of them be told when the other one wrote, for as long as both are there.
 */
void
cooldown_notebook_agent_join (CooldownNotebook *notebook, CooldownAgentLink *link)
{
  g_signal_connect_object (notebook, "wrote", G_CALLBACK (wrote_cb), link, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "locked", G_CALLBACK (locked_cb), link, G_CONNECT_SWAPPED);
  g_signal_connect_object (link, "state-changed::journal-serial",
                           G_CALLBACK (cooldown_notebook_agent_wrote), notebook, G_CONNECT_SWAPPED);
  g_signal_connect_object (link, "notify::connected", G_CALLBACK (cooldown_notebook_agent_wrote),
                           notebook, G_CONNECT_SWAPPED);
}
