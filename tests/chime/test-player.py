#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The player where nothing can be heard: it says why in one line, and it ends."""

import os
import signal
import socket
import subprocess
import sys
import tempfile

from tap import Tap

PLAYER = sys.argv[1]
# More than the ten seconds after which it ends at the latest.
PATIENCE = 30


def start(folder, *arguments):
    """Starts it with a sound server in folder, that is, with none unless a test puts one there."""
    environment = os.environ | {
        'HOME': folder,
        'XDG_RUNTIME_DIR': folder,
        'PULSE_SERVER': f'unix:{folder}/server',
        'PULSE_RUNTIME_PATH': folder,
        'LC_ALL': 'C.UTF-8',
    }
    return subprocess.Popen([PLAYER, *arguments], env=environment, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def end(process):
    out, error = process.communicate(timeout=PATIENCE)
    return process.returncode, out, error


def is_one_line(text):
    return text.startswith('cooldown-chime: ') and text.count('\n') == 1 and text.endswith('\n')


def check_usage(tap, folder):
    for arguments in ([], ['gong'], ['alarm', 'step'], ['']):
        code, out, error = end(start(folder, *arguments))
        tap.check(f'called with {arguments} it says how to call it', code == 2 and not out and
                  error.startswith('usage: '), (code, out, error))


def check_no_server(tap, folder):
    for tune in ('alarm', 'step'):
        code, out, error = end(start(folder, tune))
        tap.check(f'{tune} without a sound server: one line and 1',
                  code == 1 and not out and is_one_line(error), (code, out, error))


def check_hanging_server(tap, folder):
    """A server that takes the call and never says a word; the time that runs out is told."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f'{folder}/server')
        server.listen()
        server.settimeout(PATIENCE)
        process = start(folder, 'alarm')
        connection, _ = server.accept()
        with connection:
            tap.check('it waits for a server that does not answer', process.poll() is None)
            process.send_signal(signal.SIGALRM)
            code, out, error = end(process)
    tap.check('when its time is up: one line and 1', code == 1 and not out and is_one_line(error),
              (code, out, error))


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        check_usage(tap, folder)
        check_no_server(tap, folder)
        check_hanging_server(tap, folder)
    tap.done()


if __name__ == '__main__':
    main()
