# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk at which the installed Flatpak is at work: its sandboxes, its window, and both buses."""
import os
import shutil
import signal
import socket
import subprocess
import sys

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib

from bus import AGENT_ID, PATIENCE_SECONDS, PortalDesk, wait_for
from servers import APP_ID, Server
from timedate import TimeDate

STRANGER_ID = 'org.freedesktop.hostname1'
A11Y_SERVICE = 'dbus-1/services/org.a11y.Bus.service'
# Would be handed on to the sandbox, and hide what it chooses by itself.
UNWANTED = ('GDK_BACKEND', 'GSK_RENDERER', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME')


class Sandbox(PortalDesk):
    """A user's session with the Flatpak in it, which the bus can start, and the portals."""

    def __init__(self):
        super().__init__()
        self.home = os.path.join(self.folder, 'home')
        self.own_folder = os.path.join(self.home, '.var', 'app', APP_ID)
        self.window_log = os.path.join(self.folder, 'window.log')
        self.program = None
        os.mkdir(self.home)
        os.mkdir(os.path.join(self.folder, 'run'), mode=0o700)
        # Where the journal is looked for.
        os.symlink(os.path.join(self.own_folder, 'data'), os.path.join(self.folder, 'data'))
        self.environment = {'HOME': self.home, 'DISPLAY': os.environ['DISPLAY'],
                            'XDG_RUNTIME_DIR': os.path.join(self.folder, 'run')}
        self.ask('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                 'UpdateActivationEnvironment', GLib.Variant('(a{ss})', (self.environment,)))
        self.environment |= {'DBUS_SESSION_BUS_ADDRESS': self.address}
        self.environment |= {name: value for name, value in os.environ.items()
                             if name not in self.environment and name not in UNWANTED}
        # Not for a sandbox, which has the portals.
        self.stranger = Server(self.address)
        self.timedate = TimeDate(os.environ['DBUS_SYSTEM_BUS_ADDRESS'], STRANGER_ID)

    def __exit__(self, kind, value, trace):
        if kind is not None and os.path.exists(self.window_log):
            with open(self.window_log, encoding='utf-8') as log:
                sys.stderr.write(log.read())
        for part in (self.stranger, self.timedate):
            part.close()
        super().__exit__(kind, value, trace)

    def service_folders(self):
        services, = super().service_folders()
        for folder in GLib.get_system_data_dirs():
            if os.path.exists(os.path.join(folder, A11Y_SERVICE)):
                shutil.copy(os.path.join(folder, A11Y_SERVICE), services)
                break
        return [services, os.path.join(os.environ['FLATPAK_USER_DIR'], 'exports', 'share',
                                       'dbus-1', 'services')]

    def kill(self):
        def gone():
            # Again and again: a window that is still there has a killed agent started anew.
            instances = self.instances()
            for instance, _ in instances:
                subprocess.run(['flatpak', 'kill', instance], env=self.environment, check=False)
            return not instances
        wait_for(gone, 'the sandboxes to go')
        if self.program is not None:
            self.program.wait(PATIENCE_SECONDS)

    # Sandboxes

    def flatpak(self, *arguments):
        """What it prints of an instance or of an application."""
        return subprocess.run(['flatpak', *arguments], env=self.environment, check=True,
                              stdout=subprocess.PIPE, encoding='utf-8').stdout

    def instances(self):
        """The running ones, each with the first process in it."""
        listed = self.flatpak('ps', '--columns=instance,child-pid')
        return [tuple(line.split()) for line in listed.splitlines() if len(line.split()) == 2]

    def processes(self, name):
        """The processes in our sandboxes that are called so."""
        parents, names = {}, {}
        for number in filter(str.isdigit, os.listdir('/proc')):
            try:
                with open(f'/proc/{number}/stat', encoding='utf-8') as stat:
                    head, tail = stat.read().rsplit(')', 1)
            except OSError:
                continue
            names[number] = head.split('(', 1)[1]
            parents[number] = tail.split()[1]
        ours = {child for _, child in self.instances()}
        for number in list(names):
            above = number
            while above in parents and above not in ours:
                above = parents[above]
            if above not in ours:
                del names[number]
        return [int(number) for number, called in names.items() if called == name]

    def kill_agent(self):
        agent, = self.processes('cooldown-agent')
        os.kill(agent, signal.SIGKILL)
        wait_for(lambda: agent not in self.processes('cooldown-agent'), 'the agent to end')
        return agent

    def inside(self, script, *flags):
        """Runs a script in the sandbox and returns how it ended and what it wrote."""
        with subprocess.Popen(['flatpak', 'run', *flags, '--command=bash', APP_ID, '-c', script],
                              env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              encoding='utf-8') as shell:
            # The doubles have to answer meanwhile; a pipe holds more than any script here writes.
            wait_for(lambda: shell.poll() is not None, f'“{script}” to end')
            return shell.returncode, shell.stdout.read()

    def sound_server(self):
        """Where programs with a sound to play knock."""
        folder = os.path.join(self.environment['XDG_RUNTIME_DIR'], 'pulse')
        os.mkdir(folder, mode=0o700)
        return socket.create_server(os.path.join(folder, 'native'), family=socket.AF_UNIX)

    def has_agent(self):
        return self.has_name(AGENT_ID)

    def wait_a_minute(self):
        """In earnest: the agent's clock is the real one."""
        over = []
        GLib.timeout_add_seconds(60, lambda: over.append(True))
        while not over:
            GLib.MainContext.default().iteration(True)

    # The window

    def open_window(self, *arguments):
        with open(self.window_log, 'w', encoding='utf-8') as log:
            self.program = subprocess.Popen(['flatpak', 'run', APP_ID, *arguments],
                                            env=self.environment, stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=log)
        wait_for(lambda: self.has_name(APP_ID), 'the window')
        wait_for(self.has_agent, 'the window to start the agent')

    def close_window(self):
        program, self.program = self.program, None
        self.ask(APP_ID, '/' + APP_ID.replace('.', '/'), 'org.gtk.Actions', 'Activate',
                 GLib.Variant('(sava{sv})', ('quit', [], {})))
        wait_for(lambda: program.poll() is not None, 'the window to close')
        assert program.returncode == 0, f'the window ended with {program.returncode}'

    def listen_to_the_window(self):
        """As a screen reader does. Possible once in a process: its library stays with one bus."""
        address, = self.ask('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None)
        os.environ['AT_SPI_BUS_ADDRESS'] = address
        Atspi.init()

    def find(self, role, name):
        """What the window tells a screen reader under this role and name."""
        def walk(node):
            yield node
            for index in range(node.get_child_count()):
                child = node.get_child_at_index(index)
                if child is not None:
                    yield from walk(child)
        try:
            return [node for node in walk(Atspi.get_desktop(0))
                    if node.get_role() == role and (node.get_name() or '').startswith(name)]
        except GLib.Error:
            # It changed while it was read.
            return []
