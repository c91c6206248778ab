# SPDX-License-Identifier: GPL-3.0-or-later
"""While ice is on, and only then, the computer is asked to stay awake."""
import os

from bus import Desk, wait_for
from cases import case, ROUND_1, run, TAKE_OFF
from gi.repository import Gio, GLib

LOGIND_XML = '''
<node><interface name="org.freedesktop.login1.Manager">
  <method name="Inhibit">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="h" direction="out"/>
  </method>
</interface></node>'''


class Logind:
    """Gives out locks as logind does: a pipe that whoever holds the lock keeps open."""

    def __init__(self, address):
        self.asked = []
        self.locks = []
        self.held_back = []
        self.slow = False
        self.refuses = False
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address,
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        info = Gio.DBusNodeInfo.new_for_xml(LOGIND_XML)
        self.connection.register_object('/org/freedesktop/login1', info.interfaces[0],
                                        self.called, None, None)
        self.owner = Gio.bus_own_name_on_connection(
            self.connection, 'org.freedesktop.login1', Gio.BusNameOwnerFlags.NONE, None, None)

    def called(self, connection, sender, path, interface, method, parameters, invocation):
        self.asked.append(parameters.unpack())
        if self.refuses:
            invocation.return_dbus_error('org.freedesktop.DBus.Error.AccessDenied', 'no')
        elif self.slow:
            self.held_back.append(invocation)
        else:
            self.give(invocation)

    def give(self, invocation):
        ours, theirs = os.pipe()
        os.set_blocking(ours, False)
        fds = Gio.UnixFDList.new()
        index = fds.append(theirs)
        os.close(theirs)
        self.locks.append(ours)
        invocation.return_value_with_unix_fd_list(GLib.Variant('(h)', (index,)), fds)

    def is_held(self):
        """Whether anybody still keeps the other end of the last pipe."""
        if not self.locks:
            return False
        try:
            return os.read(self.locks[-1], 1) != b''
        except BlockingIOError:
            return True

    def close(self):
        Gio.bus_unown_name(self.owner)
        self.connection.close_sync(None)
        for lock in self.locks:
            os.close(lock)


class Computer(Desk):
    """A desk on a computer that has a logind."""

    def __init__(self):
        super().__init__()
        self.system = Gio.TestDBus.new(Gio.TestDBusFlags.NONE)
        self.system.up()
        self.logind = Logind(self.system.get_bus_address())

    def __exit__(self, *arguments):
        super().__exit__(*arguments)
        self.logind.close()
        self.system.stop()

    def start_icing(self):
        self.start(DBUS_SYSTEM_BUS_ADDRESS=self.system.get_bus_address())
        self.answer_gate()
        self.start_ice()
        self.wait_title(ROUND_1)


@case
def ice_on_the_skin_keeps_the_computer_awake_until_it_is_off(desk):
    desk.start_icing()
    assert not desk.logind.asked, 'nothing is on the skin yet'
    desk.do('ice-on')
    wait_for(desk.logind.is_held, 'the lock')
    assert desk.logind.asked[0][0] == 'sleep' and desk.logind.asked[0][3] == 'block'
    desk.advance(10)
    desk.wait_title(TAKE_OFF)
    assert desk.logind.is_held(), 'until somebody answers'
    desk.do('ice-off', GLib.Variant('s', 'fine'))
    wait_for(lambda: not desk.logind.is_held(), 'the lock to be given back')
    assert len(desk.logind.asked) == 1


@case
def a_lock_that_comes_too_late_is_given_back(desk):
    desk.logind.slow = True
    desk.start_icing()
    desk.do('ice-on')
    wait_for(lambda: desk.logind.held_back, 'the question')
    desk.do('ice-off', GLib.Variant('s', 'fine'))
    desk.logind.give(desk.logind.held_back.pop())
    wait_for(lambda: not desk.logind.is_held(), 'the lock to be given back')


@case
def a_refusal_stops_nothing(desk):
    desk.logind.refuses = True
    desk.start_icing()
    desk.do('ice-on')
    wait_for(lambda: desk.logind.asked, 'the question')
    desk.advance(10)
    desk.wait_title(TAKE_OFF)


@case
def a_killed_agent_lets_go(desk):
    desk.start_icing()
    desk.do('ice-on')
    wait_for(desk.logind.is_held, 'the lock')
    desk.kill()
    wait_for(lambda: not desk.logind.is_held(), 'the lock to be given back')


run(Computer)
