# SPDX-License-Identifier: GPL-3.0-or-later
"""What the agent costs while a session waits and the window is closed."""
import os
import re
import subprocess
import time

from bus import Desk, wait_for

SETTLE_SECONDS = 20
WATCH_SECONDS = 60
AIM_PSS_MIB = 8


def count_switches(pid):
    total = 0
    for task in os.listdir(f'/proc/{pid}/task'):
        with open(f'/proc/{pid}/task/{task}/status', encoding='ascii') as status:
            total += int(re.search(r'^voluntary_ctxt_switches:\s+(\d+)', status.read(),
                                   re.MULTILINE).group(1))
    return total


def read_pss(pid):
    with open(f'/proc/{pid}/smaps_rollup', encoding='ascii') as rollup:
        return int(re.search(r'^Pss:\s+(\d+)', rollup.read(), re.MULTILINE).group(1)) / 1024


def measure(pid, name):
    time.sleep(SETTLE_SECONDS)
    pss = read_pss(pid)
    before = count_switches(pid)
    time.sleep(WATCH_SECONDS)
    wakes = count_switches(pid) - before
    print(f'{name}: {pss:.1f} MiB (PSS), {wakes} wake-ups in {WATCH_SECONDS} s', flush=True)
    return pss, wakes


def main():
    linked = subprocess.run(['ldd', os.environ['COOLDOWN_AGENT']], capture_output=True, text=True,
                            check=True).stdout
    print('linked to GTK' if 'libgtk' in linked else 'not linked to GTK', flush=True)
    with Desk() as desk:
        floor = subprocess.Popen([os.environ['COOLDOWN_BENCH_FLOOR']],
                                 env=os.environ | {'DBUS_SESSION_BUS_ADDRESS': desk.address})
        # The agent that ships: its clock is the system's.
        os.environ['COOLDOWN_TEST_AGENT'] = os.environ['COOLDOWN_AGENT']
        desk.start()
        desk.answer_gate()
        desk.start_ice()
        wait_for(lambda: desk.server.standing, 'the first reminder')
        desk.do('ice-on')
        desk.wait_clear()
        agent_pss, _ = measure(desk.agent.pid, 'agent with ice on the skin')
        floor_pss = read_pss(floor.pid)
        floor.kill()
        floor.wait()
        print(f'floor, an idle GApplication service: {floor_pss:.1f} MiB (PSS)')
        print(f'ratio to the floor: {agent_pss / floor_pss:.2f}')
        print(f'aims: under {AIM_PSS_MIB} MiB, no wake-ups')


main()
