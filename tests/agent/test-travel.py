# SPDX-License-Identifier: GPL-3.0-or-later
"""A time zone that changes while the agent runs moves its appointments. By the system's clock."""
import datetime
import os
import zoneinfo

from bus import Desk, wait_for
from cases import case, run
from gi.repository import Gio, GLib

TIMEDATE_XML = '''
<node><interface name="org.freedesktop.timedate1">
  <property name="Timezone" type="s" access="read"/>
</interface></node>'''
BEDTIME = datetime.time(22, 40)


class Traveller(Desk):
    """A desk on a computer whose zone can be set, with the agent that ships."""

    def __init__(self):
        super().__init__()
        self.system = Gio.TestDBus.new(Gio.TestDBusFlags.NONE)
        self.system.up()
        # That made it the session bus of this process, too.
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = self.address
        self.zone = 'UTC'
        self.timedate = Gio.DBusConnection.new_for_address_sync(
            self.system.get_bus_address(),
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        info = Gio.DBusNodeInfo.new_for_xml(TIMEDATE_XML)
        self.timedate.register_object('/org/freedesktop/timedate1', info.interfaces[0], None,
                                      lambda *_: GLib.Variant('s', self.zone), None)
        self.owner = Gio.bus_own_name_on_connection(
            self.timedate, 'org.freedesktop.timedate1', Gio.BusNameOwnerFlags.NONE, None, None)

    def __exit__(self, *arguments):
        super().__exit__(*arguments)
        Gio.bus_unown_name(self.owner)
        self.timedate.close_sync(None)
        self.system.stop()

    def start(self):
        os.environ.pop('TZ', None)
        os.environ['COOLDOWN_TEST_AGENT'] = os.environ['COOLDOWN_AGENT']
        super().start(DBUS_SYSTEM_BUS_ADDRESS=self.system.get_bus_address())

    def travel(self, zone):
        self.zone = zone
        self.timedate.emit_signal(
            None, '/org/freedesktop/timedate1', 'org.freedesktop.DBus.Properties',
            'PropertiesChanged',
            GLib.Variant('(sa{sv}as)', ('org.freedesktop.timedate1',
                                        {'Timezone': GLib.Variant('s', zone)}, [])))

    def arrive(self, zone):
        """Until the agent knows. What is said before it listens to the system's bus, it cannot hear."""
        def is_known():
            if self.state('zone') == zone:
                return True
            self.travel(zone)
            return False
        wait_for(is_known, f'{zone} to be known')

    def get_bedtime(self):
        """The next bedtime as a clock on the wall shows it where the user is."""
        at, = [at for kind, at, _title in self.state('upcoming') if kind == 'bed']
        return datetime.datetime.fromtimestamp(at, zoneinfo.ZoneInfo(self.zone)).time()


@case
def bedtime_is_the_same_time_of_day_in_another_zone(desk):
    desk.start()
    desk.set('bedtime', 'i', BEDTIME.hour * 60 + BEDTIME.minute)
    desk.set('remind.bed', 'b', True)
    for zone in ('Asia/Kathmandu', 'America/New_York', 'Pacific/Apia', 'Europe/Berlin'):
        desk.arrive(zone)
        assert desk.get_bedtime() == BEDTIME, f'{desk.get_bedtime()} in {zone}'


@case
def a_zone_that_is_none_changes_nothing(desk):
    desk.start()
    desk.set('bedtime', 'i', BEDTIME.hour * 60 + BEDTIME.minute)
    desk.set('remind.bed', 'b', True)
    desk.arrive('Asia/Kathmandu')
    desk.travel('../../etc/passwd')
    desk.travel('Nowhere/At_All')
    desk.state('version')
    desk.zone = 'Asia/Kathmandu'
    assert desk.get_bedtime() == BEDTIME


run(Traveller)
