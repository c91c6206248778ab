# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window takes to its first frame, against an empty libadwaita window."""
import os
import statistics
import subprocess
import tempfile
import time

RUNS = 9
AIM = 1.15


def start(program, folder):
    environment = os.environ | {
        'LD_PRELOAD': os.environ['COOLDOWN_BENCH_PRELOAD'], 'XDG_DATA_HOME': folder,
        'GSETTINGS_BACKEND': 'memory', 'GSK_RENDERER': 'cairo'}
    begun = time.clock_gettime(time.CLOCK_MONOTONIC)
    output = subprocess.run([program], env=environment, capture_output=True, text=True,
                            timeout=60, check=True).stdout
    return int(output.split('first frame ')[1]) / 1e6 - begun


def main():
    with tempfile.TemporaryDirectory() as folder:
        times = {name: [] for name in ('COOLDOWN_BENCH_EMPTY', 'COOLDOWN_WINDOW')}
        for _ in range(RUNS):
            for name, measured in times.items():
                measured.append(start(os.environ[name], folder))
    empty, window = (statistics.median(measured) for measured in times.values())
    print(f'empty window: {empty * 1000:.0f} ms to the first frame (median of {RUNS})')
    print(f'Cooldown:     {window * 1000:.0f} ms')
    print(f'ratio:        {window / empty:.2f} (aim: {AIM})')


main()
