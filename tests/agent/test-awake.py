# SPDX-License-Identifier: GPL-3.0-or-later
"""While ice is on, and only then, the computer is asked to stay awake."""
import os

from bus import Desk, PortalDesk, wait_for
from cases import case, ROUND_1, run, TAKE_OFF
from gi.repository import Gio, GLib
from servers import connect

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
        self.is_slow = False
        self.refuses_to_stay_awake = False
        self.connection = connect(address)
        info = Gio.DBusNodeInfo.new_for_xml(LOGIND_XML)
        self.connection.register_object('/org/freedesktop/login1', info.interfaces[0],
                                        self.called, None, None)
        self.owner = Gio.bus_own_name_on_connection(
            self.connection, 'org.freedesktop.login1', Gio.BusNameOwnerFlags.NONE, None, None)

    def called(self, connection, sender, path, interface, method, parameters, invocation):
        what, _who, _why, mode = parameters.unpack()
        assert (what, mode) == ('sleep', 'block'), parameters
        self.asked.append(what)
        if self.refuses_to_stay_awake:
            invocation.return_dbus_error('org.freedesktop.DBus.Error.AccessDenied', 'no')
        elif self.is_slow:
            self.held_back.append(lambda: self.give(invocation))
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

    def keeps_awake(self):
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
        self.keeper = Logind(self.system.get_bus_address())
        self.world = {'DBUS_SYSTEM_BUS_ADDRESS': self.system.get_bus_address()}

    def __exit__(self, *arguments):
        super().__exit__(*arguments)
        self.keeper.close()
        self.system.stop()


class PortalComputer(PortalDesk):
    """A desk in whose sandboxes the portal is asked."""

    def __init__(self):
        super().__init__()
        self.keeper = self.server


def start_icing(desk):
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title(ROUND_1)


@case
def ice_on_the_skin_keeps_the_computer_awake_until_it_is_off(desk):
    start_icing(desk)
    assert not desk.keeper.asked, 'nothing is on the skin yet'
    desk.do('ice-on')
    desk.wait_clear()
    wait_for(desk.keeper.keeps_awake, 'the lock')
    desk.advance(10)
    desk.wait_title(TAKE_OFF)
    assert desk.keeper.keeps_awake(), 'until somebody answers'
    desk.do('ice-off', GLib.Variant('s', 'fine'))
    wait_for(lambda: not desk.keeper.keeps_awake(), 'the lock to be given back')
    assert len(desk.keeper.asked) == 1


@case
def each_round_asks_anew(desk):
    start_icing(desk)
    for rounds in (1, 2):
        desk.do('ice-on')
        desk.wait_clear()
        wait_for(desk.keeper.keeps_awake, 'the lock')
        desk.do('ice-off', GLib.Variant('s', 'fine'))
        wait_for(lambda: not desk.keeper.keeps_awake(), 'the lock to be given back')
        assert len(desk.keeper.asked) == rounds
        desk.advance(60)


@case
def a_lock_that_comes_too_late_is_given_back(desk):
    desk.keeper.is_slow = True
    start_icing(desk)
    desk.do('ice-on')
    desk.wait_clear()
    wait_for(lambda: desk.keeper.held_back, 'the question')
    desk.do('ice-off', GLib.Variant('s', 'fine'))
    desk.keeper.held_back.pop()()
    wait_for(lambda: not desk.keeper.keeps_awake(), 'the lock to be given back')


@case
def a_refusal_stops_nothing(desk):
    desk.keeper.refuses_to_stay_awake = True
    start_icing(desk)
    desk.do('ice-on')
    desk.wait_clear()
    wait_for(lambda: desk.keeper.asked, 'the question')
    desk.advance(10)
    desk.wait_title(TAKE_OFF)


@case
def a_killed_agent_lets_go(desk):
    start_icing(desk)
    desk.do('ice-on')
    desk.wait_clear()
    wait_for(desk.keeper.keeps_awake, 'the lock')
    desk.kill()
    wait_for(lambda: not desk.keeper.keeps_awake(), 'the lock to be given back')


run(Computer, PortalComputer)
