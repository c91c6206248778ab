# SPDX-License-Identifier: GPL-3.0-or-later
"""A server in a process of its own: what BRINGS reminders, ADDRESS of the bus, LOG of them."""
import sys

from gi.repository import GLib

from portal import Portal
from servers import Server

BRINGS, ADDRESS, LOG = sys.argv[1:]


class Logging(Server if BRINGS == 'libnotify' else Portal):
    def put(self, key, shown):
        super().put(key, shown)
        with open(LOG, 'a', encoding='utf-8') as file:
            file.write(f"{'quiet' if shown['sound'] is None else 'loud'} {shown['title']}\n")


SERVER = Logging(ADDRESS)
SERVER.connection.connect('closed', lambda *_: sys.exit(0))
GLib.MainLoop().run()
