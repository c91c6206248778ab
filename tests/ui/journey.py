# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a user meets it: found by role and name, pressed, closed."""
import os
import re
import signal
import subprocess

from gi.repository import GLib

from bus import AGENT_ID, APP_ID, Desk, wait_for

PRESSABLE = ('click', 'toggle', 'activate', 'press')

# What newer GTK and AT-SPI call it.
ROLES = {'push button': ('push button', 'button', 'toggle button')}
# From which on GTK tells what is shown; the minor version of GTK 4.
TELLS_SHOWN = 10

# Keys by their X names.
ESCAPE = 0xff1b


class Visit(Desk):
    """A desk at which the agent is started by the bus, as on a real one, and a window is open.

    The agent's clock begins at the real time, which is the window's, and stands still until the
    test moves it.
    """

    def __init__(self):
        super().__init__()
        self.catch_up()
        self.program = None
        self.atspi = None
        self.pid = None
        os.mkdir(os.path.join(self.folder, 'services'))
        self.install(AGENT_ID, os.environ['COOLDOWN_TEST_AGENT'])

    def service_folders(self):
        return [os.path.join(self.folder, 'services'), '/usr/share/dbus-1/services']

    def install(self, name, command):
        """Has the bus start a program in this desk's folders, whatever environment it gives it."""
        script = os.path.join(self.folder, name)
        with open(script, 'w', encoding='ascii') as file:
            file.write('#!/bin/sh\n' + ''.join(f"export {key}='{value}'\n"
                                              for key, value in self.environment().items())
                       + f'exec {command}\n')
        os.chmod(script, 0o755)
        path = os.path.join(self.folder, 'services', name + '.service')
        with open(path, 'w', encoding='ascii') as file:
            file.write(f'[D-BUS Service]\nName={name}\nExec={script}\n')

    def environment(self):
        return {'DBUS_SESSION_BUS_ADDRESS': self.address, 'LC_ALL': 'C.UTF-8',
                'COOLDOWN_TEST_CLOCK': os.path.join(self.folder, 'clock'),
                'XDG_DATA_HOME': os.path.join(self.folder, 'data'),
                'XDG_CONFIG_HOME': os.path.join(self.folder, 'config'),
                'COOLDOWN_TEST_LIBEXEC': os.path.join(self.folder, 'libexec'),
                'GSETTINGS_BACKEND': 'memory',
                'G_DEBUG': 'fatal-criticals'}

    def open_eyes(self):
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = self.address
        import gi
        gi.require_version('Atspi', '2.0')
        from gi.repository import Atspi
        self.atspi = Atspi
        Atspi.init()

    def open_window(self, *arguments):
        self.open_eyes()
        self.program = subprocess.Popen([os.environ['COOLDOWN_WINDOW'], *arguments],
                                        env=os.environ | self.environment())
        self.pid = self.program.pid
        wait_for(self.has_agent_name, 'the bus to start the agent')
        wait_for(self.find_program, 'the window')

    def choose(self, action, *target):
        """What the desktop does for an entry of the icon's menu, or for a result of its search."""
        if self.pid is None:
            self.open_eyes()
            self.install(APP_ID, f"{os.environ['COOLDOWN_WINDOW']} --gapplication-service")
        subprocess.run(['gapplication', 'action', APP_ID, action, *target], check=True, timeout=60,
                       env=os.environ | self.environment())
        self.pid = self.find_pid(APP_ID)
        wait_for(self.find_program, 'the window')

    def find_pid(self, name):
        return self.ask('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                        'GetConnectionUnixProcessID', GLib.Variant('(s)', (name,)))[0]

    def show(self, name):
        """What a click on a notification does."""
        self.ask(APP_ID, '/' + APP_ID.replace('.', '/'), 'org.freedesktop.Application',
                 'ActivateAction',
                 GLib.Variant('(sava{sv})', ('show', [GLib.Variant('s', name)], {})))

    def press_key(self, key):
        self.atspi.generate_keyboard_event(key, None, self.atspi.KeySynthType.SYM)

    def has_agent_name(self):
        assert self.program.poll() is None, f'the window ended with {self.program.returncode}'
        return self.has_name(APP_ID + '.Agent')

    def find_program(self):
        desktop = self.atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(index)
            if program is not None and program.get_process_id() == self.pid:
                return program
        return None

    def nodes(self):
        """All that is in the window, hidden or not."""
        def walk(node):
            yield node
            for index in range(node.get_child_count()):
                child = node.get_child_at_index(index)
                if child is not None:
                    yield from walk(child)
        program = self.find_program()
        return list(walk(program)) if program is not None else []

    def on_screen(self, node):
        try:
            toolkit = node.get_application().get_toolkit_version()
            if int(toolkit.split('.')[1]) >= TELLS_SHOWN:
                return node.get_state_set().contains(self.atspi.StateType.SHOWING)
            # GTK 4.8 tells size and visibility of pages that are not shown, too; but what is not
            # drawn contains no point.
            area = node.get_extents(self.atspi.CoordType.WINDOW)
            return node.contains(area.x + area.width // 2, area.y + area.height // 2,
                                 self.atspi.CoordType.WINDOW)
        except self.error():
            return False

    def error(self):
        from gi.repository import GLib
        return GLib.Error

    def look_for(self, role, name):
        """What can be pressed and is called so, a name or a pattern."""
        found = []
        for node in self.nodes():
            try:
                if node.get_role_name() in ROLES.get(role, (role,)) and \
                        re.fullmatch(name, node.get_name() or '') and self.on_screen(node):
                    found.append(node)
            except self.error():
                continue
        return found

    def wait_node(self, role, name):
        wait_for(lambda: self.look_for(role, name), f'{role} “{name}”')
        return self.look_for(role, name)[0]

    def has_focus(self, role, name):
        return any(node.get_state_set().contains(self.atspi.StateType.FOCUSED)
                   for node in self.look_for(role, name))

    def wait_focus(self, role, name):
        """Until what is typed goes there."""
        wait_for(lambda: self.has_focus(role, name), f'{role} “{name}” to have the focus')

    def wait_gone(self, role, name):
        wait_for(lambda: not self.look_for(role, name), f'{role} “{name}” to go')

    def press(self, role, name):
        self.press_node(self.wait_node(role, name))

    def press_all(self, role, name, count):
        wait_for(lambda: len(self.look_for(role, name)) == count, f'{count} times “{name}”')
        for node in self.look_for(role, name):
            self.press_node(node)

    def press_node(self, node):
        for index in range(node.get_n_actions()):
            if node.get_action_name(index) in PRESSABLE:
                node.do_action(index)
                return
        # GTK 4.8 gives check boxes no action. Without a window manager the window lies at the
        # corner of the screen, so that the pointer finds them.
        area = node.get_extents(self.atspi.CoordType.WINDOW)
        self.atspi.generate_mouse_event(area.x + area.width // 2, area.y + area.height // 2, 'b1c')

    def close_window(self):
        """What the window's own close button does."""
        button = self.look_for('push button', 'Close')[-1]
        self.press_node(button)
        wait_for(lambda: self.program.poll() is not None, 'the window to close')
        assert self.program.returncode == 0, f'the window ended with {self.program.returncode}'
        self.program = None

    def tree(self):
        return '\n'.join(f'{node.get_role_name()} “{node.get_name()}”' for node in self.nodes())

    def catch_up(self):
        super().catch_up()
        if self.has_name(AGENT_ID):
            self.do('clock-moved')

    def move_clock(self):
        self.write_clock()
        self.do('clock-moved')

    def kill(self):
        super().kill()
        if self.program is not None:
            self.program.kill()
            self.program.wait()
        for name in (APP_ID, AGENT_ID):
            if self.has_name(name):
                os.kill(self.find_pid(name), signal.SIGKILL)
