# SPDX-License-Identifier: GPL-3.0-or-later
"""A notification server in a process of its own: ADDRESS of the bus, LOG of what it was told."""
import sys

from bus import Server
from gi.repository import GLib


class LoggingServer(Server):
    def notify(self, call):
        number = super().notify(call)
        shown = self.standing[number]
        with open(sys.argv[2], 'a', encoding='utf-8') as file:
            sound = 'quiet' if 'suppress-sound' in shown['hints'] else 'loud'
            file.write(f"{sound} {shown['title']}\n")
        return number


SERVER = LoggingServer(sys.argv[1])
SERVER.connection.connect('closed', lambda *_: sys.exit(0))
GLib.MainLoop().run()
