# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as somebody uses it over ssh: a session bus, but no display."""
import json
import os
import subprocess

from bus import AGENT_ID, Desk

PATIENCE_SECONDS = 60


class Outcome:
    """What came of a command."""

    def __init__(self, process):
        self.code = process.returncode
        self.out = process.stdout
        self.err = process.stderr

    def __repr__(self):
        return f'exit {self.code}\nout: {self.out}\nerr: {self.err}'


class Terminal(Desk):
    """A desk without a display, at which commands are typed."""

    def environment(self):
        inherited = {key: value for key, value in os.environ.items()
                     if key not in ('DISPLAY', 'WAYLAND_DISPLAY', 'LANGUAGE',
                                    'DBUS_SESSION_BUS_ADDRESS')}
        return inherited | {'DBUS_SESSION_BUS_ADDRESS': self.address, 'LC_ALL': 'C.UTF-8',
                            'XDG_DATA_HOME': os.path.join(self.folder, 'data'),
                            'XDG_CONFIG_HOME': os.path.join(self.folder, 'config'),
                            'XDG_RUNTIME_DIR': self.folder,
                            'COOLDOWN_TEST_CLOCK': os.path.join(self.folder, 'clock'),
                            'G_DEBUG': 'fatal-criticals'}

    def run_program(self, program, *arguments, without=(), **environment):
        surroundings = self.environment() | environment
        for name in without:
            surroundings.pop(name, None)
        return Outcome(subprocess.run([os.environ[program], *arguments], env=surroundings,
                                      cwd=self.folder, stdin=subprocess.DEVNULL,
                                      capture_output=True, text=True, check=False,
                                      timeout=PATIENCE_SECONDS))

    def type(self, *arguments, **how):
        """On the agent's clock."""
        return self.run_program('COOLDOWN_TEST_CLI', *arguments, **how)

    def ship(self, *arguments, **how):
        """The program that ships, on the real clock."""
        return self.run_program('COOLDOWN_WINDOW', *arguments, **how)

    def status(self):
        outcome = self.type('--status', '--json')
        assert outcome.code == 0, outcome
        return json.loads(outcome.out)

    def status_text(self):
        outcome = self.type('--status')
        assert (outcome.code, outcome.err) == (0, ''), outcome
        return outcome.out

    def install_agent(self):
        """Has the bus start the agent when it is called."""
        script = os.path.join(self.folder, 'agent')
        with open(script, 'w', encoding='ascii') as file:
            file.write('#!/bin/sh\n' + ''.join(f"export {key}='{value}'\n" for key, value in
                                              self.environment().items()
                                              if key.startswith(('XDG_', 'COOLDOWN_', 'LC_', 'DBUS_')))
                       + f"exec {os.environ['COOLDOWN_TEST_AGENT']}\n")
        os.chmod(script, 0o755)
        path = os.path.join(self.folder, 'services', AGENT_ID + '.service')
        with open(path, 'w', encoding='ascii') as file:
            file.write(f'[D-BUS Service]\nName={AGENT_ID}\nExec={script}\n')

    def check_end(self):
        if self.agent is not None:
            super().check_end()


def refused(outcome, code, *words):
    """Nothing was done, and the error output says why in a sentence."""
    assert outcome.code == code, outcome
    assert outcome.out == '', outcome
    lines = outcome.err.splitlines()
    assert len(lines) == (2 if code == 2 else 1), outcome
    assert lines[0].startswith('cooldown: '), outcome
    if code == 2:
        assert lines[1] == 'See cooldown --help.', outcome
    for word in words:
        assert word in lines[0], outcome
