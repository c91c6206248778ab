# SPDX-License-Identifier: GPL-3.0-or-later
"""The longest gap between two frames of the window while the notification server hangs."""
import os
import re
import subprocess
import time

from bus import Desk, wait_for
from gi.repository import GLib

WATCH_SECONDS = 12
AIM_MILLISECONDS = 50


def draw(desk, command, work):
    """Runs COMMAND's window for a while, has WORK done meanwhile, and gives its longest gap in ms."""
    environment = os.environ | {
        'LD_PRELOAD': os.environ['COOLDOWN_BENCH_GAPS'], 'DBUS_SESSION_BUS_ADDRESS': desk.address,
        'GSETTINGS_BACKEND': 'memory', 'GSK_RENDERER': 'cairo', 'GTK_A11Y': 'none',
        'XDG_DATA_HOME': os.path.join(desk.folder, 'window')}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE,
                          text=True) as window:
        assert window.stdout.readline() == 'drawing\n'
        ends = time.monotonic() + WATCH_SECONDS
        work(lambda: time.monotonic() < ends)
        window.terminate()
        return int(re.search(r'longest gap (\d+)', window.stdout.read()).group(1)) / 1000


def live(desk, goes_on):
    """What makes the agent want to show something, again and again."""
    while goes_on():
        for action in ('ice-on', 'ice-off::fine', 'ice-pause', 'ice-resume'):
            name, _, target = action.partition('::')
            desk.do(name, GLib.Variant('s', target) if target else None)
            time.sleep(0.2)


def rest(goes_on):
    while goes_on():
        time.sleep(0.1)


def main():
    os.environ['COOLDOWN_TEST_AGENT'] = os.environ['COOLDOWN_AGENT']
    with Desk() as desk:
        floor = draw(desk, [os.environ['COOLDOWN_BENCH_EMPTY']], rest)
        desk.server.hangs = True
        desk.start()
        desk.answer_gate()
        desk.start_ice()
        wait_for(lambda: desk.server.held, 'a call that hangs')
        gap = draw(desk, [os.environ['COOLDOWN_WINDOW'], '--page', 'ice'],
                   lambda goes_on: live(desk, goes_on))
        print(f'calls that hang: {len(desk.server.held)}')
    print(f'empty window:             longest gap between frames {floor:.0f} ms')
    print(f'Cooldown, server hanging: longest gap between frames {gap:.0f} ms '
          f'(aim: {AIM_MILLISECONDS} ms)')
    print(f'ratio to the floor:       {gap / floor:.1f}')


main()
