# SPDX-License-Identifier: GPL-3.0-or-later
"""The keeper of the time zone, as a sandbox meets it on the system bus."""
from gi.repository import Gio, GLib

from servers import connect

TIMEDATE_ID = 'org.freedesktop.timedate1'
TIMEDATE_PATH = '/org/freedesktop/timedate1'
PROPERTIES = 'org.freedesktop.DBus.Properties'

TIMEDATE_XML = '''
<node><interface name="org.freedesktop.timedate1">
  <property name="Timezone" type="s" access="read"/>
</interface></node>'''


class TimeDate:
    """Says which time zone holds. It answers to a second name too, which no sandbox may reach."""

    def __init__(self, address, stranger):
        self.zone = 'Europe/Vienna'
        self.connection = connect(address)
        info = Gio.DBusNodeInfo.new_for_xml(TIMEDATE_XML)
        self.connection.register_object(TIMEDATE_PATH, info.interfaces[0], None,
                                        lambda *_: GLib.Variant('s', self.zone), None)
        self.owners = [Gio.bus_own_name_on_connection(
            self.connection, name, Gio.BusNameOwnerFlags.NONE, None, None)
            for name in (TIMEDATE_ID, stranger)]

    def move(self, zone):
        self.zone = zone
        self.connection.emit_signal(
            None, TIMEDATE_PATH, PROPERTIES, 'PropertiesChanged',
            GLib.Variant('(sa{sv}as)', (TIMEDATE_ID, {'Timezone': GLib.Variant('s', zone)}, [])))

    def close(self):
        for owner in self.owners:
            Gio.bus_unown_name(owner)
        self.connection.close_sync(None)
