# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9, successors and restarts of the machine."""
import os
import subprocess

from bus import wait_for
from cases import case, iced, TAKE_OFF, run
from gi.repository import GLib

RESTARTED = 'Your computer was off: take the ice off now'


@case
def a_killed_agent_loses_nothing(desk):
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    steps = [lambda: desk.do('ice-on'), lambda: desk.advance(5), lambda: desk.do('ice-check'),
             lambda: desk.advance(5), lambda: desk.do('ice-off', GLib.Variant('s', 'fine')),
             lambda: desk.advance(50), lambda: desk.do('ice-on')]
    for step in steps:
        desk.wait_settled()
        step()
        desk.wait_settled()
        before = desk.events()
        desk.kill()
        desk.start()
        assert desk.events() == before
    assert [event[0] for event in desk.events()] == ['start', 'on', 'check', 'off', 'on']


@case
def a_successor_takes_over_what_stands_on_the_desktop(desk):
    iced(desk)
    desk.advance(10)
    desk.wait_title(TAKE_OFF)
    desk.wait_noted()
    desk.kill()
    said = len(desk.server.log)
    desk.start()
    wait_for(lambda: len(desk.server.log) > said, 'the successor to show it again')
    desk.wait_title(TAKE_OFF)
    desk.server.press('ice-off::fine')
    desk.wait_clear()


@case
def a_successor_withdraws_what_no_longer_holds(desk):
    iced(desk)
    desk.advance(10)
    desk.wait_title(TAKE_OFF)
    desk.wait_noted()
    desk.kill()
    # Nobody answered for an hour, and nobody was there to close it.
    desk.advance(61)
    desk.start()
    desk.wait_clear()


@case
def what_fell_due_while_it_was_dead_is_said(desk):
    iced(desk)
    desk.kill()
    desk.advance(10)
    desk.start()
    desk.wait_title(TAKE_OFF)


@case
def ice_that_was_on_is_asked_about_after_a_restart_of_the_machine(desk):
    iced(desk)
    desk.advance(1)
    desk.kill()
    desk.reboot(1)
    desk.start()
    desk.wait_title(RESTARTED)


@case
def a_second_agent_is_not_needed(desk):
    desk.start()
    second = subprocess.run([os.environ['COOLDOWN_AGENT']], timeout=60,
                            env=os.environ | {'DBUS_SESSION_BUS_ADDRESS': desk.address}, check=False)
    assert second.returncode == 0
    assert desk.has_agent()


@case
def a_journal_that_is_busy_for_a_moment_is_waited_for(desk):
    iced(desk)
    desk.kill()
    lock = os.path.join(desk.folder, 'data', 'cooldown', 'journal.lock')
    # Another program puts the file in order, and is done soon.
    holder = subprocess.Popen(['flock', '--exclusive', '--no-fork', lock, 'sleep', '0.5'])
    wait_for(lambda: subprocess.run(['flock', '--nonblock', lock, 'true'], check=False).returncode,
             'the lock to be held')
    desk.start()
    holder.wait()
    assert desk.state('trouble') == ''
    assert desk.events() == [('start', ''), ('on', '')]

run()
