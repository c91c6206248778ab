# SPDX-License-Identifier: GPL-3.0-or-later
"""A private session bus with a notification server on it that remembers all it was told."""
import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import uuid

from gi.repository import Gio, GLib

APP_ID = os.environ['COOLDOWN_APP_ID']
AGENT_ID = APP_ID + '.Agent'
AGENT_PATH = '/' + AGENT_ID.replace('.', '/')
SERVER_ID = 'org.freedesktop.Notifications'
SECOND = 1_000_000
MINUTE = 60 * SECOND
# How long anything that happens at once may take on a busy machine.
PATIENCE_SECONDS = 30
LOOK_MILLISECONDS = 10

SERVER_XML = '''
<node><interface name="org.freedesktop.Notifications">
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/>
  </method>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="ActivationToken"><arg type="u"/><arg type="s"/></signal>
</interface></node>'''

WINDOW_XML = '''
<node><interface name="org.freedesktop.Application">
  <method name="ActivateAction">
    <arg type="s" direction="in"/><arg type="av" direction="in"/><arg type="a{sv}" direction="in"/>
  </method>
</interface></node>'''


def wait_for(condition, what):
    """Lets the bus work until CONDITION holds, and fails with WHAT if it does not come to that."""
    late = []
    timer = GLib.timeout_add_seconds(PATIENCE_SECONDS, lambda: late.append(True) or False)
    # What happens outside this process does not always wake its main loop.
    look = GLib.timeout_add(LOOK_MILLISECONDS, lambda: True)
    while not condition():
        if late:
            raise AssertionError(f'waited {PATIENCE_SECONDS} s in vain for {what}')
        GLib.MainContext.default().iteration(True)
    GLib.source_remove(look)
    if not late:
        GLib.source_remove(timer)


class Server:
    """A notification server: what stands on the desktop, and the log of how it came to that."""

    def __init__(self, address, capabilities=('actions', 'body', 'body-markup')):
        self.capabilities = list(capabilities)
        self.log = []
        self.standing = {}
        self.refuses = False
        self.hangs = False
        self.held = []
        self.last_id = 0
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address,
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        info = Gio.DBusNodeInfo.new_for_xml(SERVER_XML)
        self.connection.register_object('/org/freedesktop/Notifications', info.interfaces[0],
                                        self.called, None, None)
        self.owner = Gio.bus_own_name_on_connection(
            self.connection, SERVER_ID, Gio.BusNameOwnerFlags.NONE, None, None)

    def called(self, connection, sender, path, interface, method, parameters, invocation):
        if self.hangs and method == 'Notify':
            self.held.append(invocation)
        elif self.refuses and method == 'Notify':
            self.log.append(('refused', parameters.unpack()[3]))
            invocation.return_dbus_error('org.example.Error', 'not today')
        elif method == 'Notify':
            invocation.return_value(GLib.Variant('(u)', (self.notify(parameters.unpack()),)))
        elif method == 'CloseNotification':
            number, = parameters.unpack()
            if self.standing.pop(number, None) is not None:
                self.log.append(('close', number))
            invocation.return_value(None)
            self.emit('NotificationClosed', '(uu)', (number, 3))
        elif method == 'GetCapabilities':
            invocation.return_value(GLib.Variant('(as)', (self.capabilities,)))
        else:
            invocation.return_value(GLib.Variant('(ssss)', ('double', 'Cooldown', '1', '1.2')))

    def notify(self, call):
        _app, replaces, _icon, title, body, actions, hints, _timeout = call
        if replaces in self.standing:
            number = replaces
        else:
            self.last_id += 1
            number = self.last_id
        self.standing[number] = {'title': title, 'body': body, 'hints': hints,
                                 'actions': dict(zip(actions[::2], actions[1::2]))}
        self.log.append(('show', number, title))
        return number

    def emit(self, signal_name, signature, values):
        self.connection.emit_signal(None, '/org/freedesktop/Notifications', SERVER_ID, signal_name,
                                    GLib.Variant(signature, values))

    def press(self, action, token=None):
        """Does what a user does who presses a button of the one notification that stands."""
        number, = self.standing
        if token is not None:
            self.emit('ActivationToken', '(us)', (number, token))
        self.emit('ActionInvoked', '(us)', (number, action))

    def titles(self):
        return [shown['title'] for shown in self.standing.values()]

    def close(self):
        Gio.bus_unown_name(self.owner)
        self.connection.close_sync(None)


class Window:
    """Stands for the window: owns its name, and remembers what it was asked to show."""

    def __init__(self, address):
        self.asked = []
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address,
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        info = Gio.DBusNodeInfo.new_for_xml(WINDOW_XML)
        self.connection.register_object('/' + APP_ID.replace('.', '/'), info.interfaces[0],
                                        self.called, None, None)
        self.owner = Gio.bus_own_name_on_connection(
            self.connection, APP_ID, Gio.BusNameOwnerFlags.NONE, None, None)

    def called(self, connection, sender, path, interface, method, parameters, invocation):
        self.asked.append(parameters.unpack())
        invocation.return_value(None)

    def close(self):
        Gio.bus_unown_name(self.owner)
        self.connection.close_sync(None)


class Desk:
    """A user's session: a bus, folders, a clock in a file, and perhaps an agent."""

    def __init__(self, with_server=True):
        self.folder = tempfile.mkdtemp(prefix='cooldown-')
        self.bus = Gio.TestDBus.new(Gio.TestDBusFlags.NONE)
        for services in self.service_folders():
            self.bus.add_service_dir(services)
        os.environ.pop('DBUS_SESSION_BUS_ADDRESS', None)
        self.bus.up()
        self.address = self.bus.get_bus_address()
        self.connection = Gio.DBusConnection.new_for_address_sync(
            self.address,
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.now = {'wall': 1_795_366_800 * SECOND, 'boot': 5000 * SECOND,
                    'monotonic': 4000 * SECOND, 'id': uuid.uuid4()}
        self.write_clock()
        self.server = Server(self.address) if with_server else None
        self.window = None
        self.agent = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()
        for part in (self.server, self.window):
            if part is not None:
                part.close()
        self.connection.close_sync(None)
        self.bus.stop()
        subprocess.run(['chmod', '-R', 'u+rwX', self.folder], check=True)
        shutil.rmtree(self.folder)

    def service_folders(self):
        services = os.path.join(self.folder, 'services')
        os.mkdir(services)
        return [services]

    def add_server_on_demand(self):
        """A notification server that is started by the first call; returns where it logs."""
        log = os.path.join(self.folder, 'log')
        path = os.path.join(self.folder, 'services', SERVER_ID + '.service')
        script = os.path.join(os.path.dirname(__file__), 'server-on-demand.py')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(f'[D-BUS Service]\nName={SERVER_ID}\n'
                       f'Exec={sys.executable} {script} {self.address} {log}\n')
        return log

    # The journal

    @contextlib.contextmanager
    def open_journal(self):
        book = sqlite3.connect(os.path.join(self.folder, 'data', 'cooldown', 'journal.db'))
        with contextlib.closing(book), book:
            yield book

    def ask_journal(self, query):
        with self.open_journal() as book:
            return book.execute(query).fetchall()

    # The clock

    def write_clock(self):
        path = os.path.join(self.folder, 'clock')
        with open(path + '.new', 'w', encoding='ascii') as file:
            file.write('{wall} {boot} {monotonic} {id}'.format(**self.now))
        os.rename(path + '.new', path)

    def advance(self, minutes):
        for key in ('wall', 'boot', 'monotonic'):
            self.now[key] += int(minutes * MINUTE)
        self.move_clock()

    def suspend(self, minutes):
        for key in ('wall', 'boot'):
            self.now[key] += int(minutes * MINUTE)
        self.move_clock()

    def reboot(self, minutes):
        self.now['wall'] += int(minutes * MINUTE)
        self.now['boot'] = self.now['monotonic'] = 10 * SECOND
        self.now['id'] = uuid.uuid4()
        self.write_clock()

    def move_clock(self):
        self.write_clock()
        if self.agent is not None:
            self.do('clock-moved')

    # The agent

    def start(self, **environment):
        inherited = {key: value for key, value in os.environ.items() if key != 'LANGUAGE'}
        self.agent = subprocess.Popen(
            [os.environ['COOLDOWN_TEST_AGENT']],
            env=inherited | {'DBUS_SESSION_BUS_ADDRESS': self.address, 'LC_ALL': 'C.UTF-8',
                             'XDG_DATA_HOME': os.path.join(self.folder, 'data'),
                             'XDG_CONFIG_HOME': os.path.join(self.folder, 'config'),
                             'COOLDOWN_TEST_LIBEXEC': os.path.join(self.folder, 'libexec'),
                             'COOLDOWN_TEST_CLOCK': os.path.join(self.folder, 'clock'),
                             'G_DEBUG': 'fatal-criticals'} | environment)
        wait_for(self.has_agent, 'the agent to take its name')
        # It has its name before it has read its journal, and answers after that.
        self.state('version')

    def has_agent(self):
        # A sanitizer's or an assertion's complaint must not look like a slow start.
        assert self.agent.poll() is None, f'the agent ended with {self.agent.returncode}'
        return self.has_name(AGENT_ID)

    def has_name(self, name):
        return self.ask('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                        'NameHasOwner', GLib.Variant('(s)', (name,)))[0]

    def kill(self):
        """kill -9: whatever it had not written down is gone."""
        if self.agent is not None:
            self.agent.send_signal(signal.SIGKILL)
            self.agent.wait()
            self.agent = None

    def ask(self, name, path, interface, method, parameters):
        """Calls with the bus's other members at work meanwhile."""
        results = []
        self.connection.call(name, path, interface, method, parameters, None,
                             Gio.DBusCallFlags.NONE, PATIENCE_SECONDS * 1000, None,
                             lambda _, result: results.append(result))
        wait_for(lambda: results, f'{method} to answer')
        return self.connection.call_finish(results[0]).unpack()

    def actions(self, method, signature, *values):
        return self.ask(AGENT_ID, AGENT_PATH, 'org.gtk.Actions', method,
                        GLib.Variant(signature, values))

    def do(self, action, target=None, request=None):
        """Activates an action of the agent, and comes back when it has run."""
        platform = {} if request is None else {'request-id': GLib.Variant('s', request)}
        self.actions('Activate', '(sava{sv})', action, [] if target is None else [target], platform)

    def describe(self, action):
        """(enabled, parameter type, state) of an action."""
        (enabled, parameter, state), = self.actions('Describe', '(s)', action)
        return enabled, parameter, state[0] if state else None

    def enabled(self, action):
        return self.describe(action)[0]

    def state(self, action):
        return self.describe(action)[2]

    def events(self, subject='ice'):
        """What happened to a session, as (name, argument)."""
        session = self.state(subject).get('session')
        return [(event[0], event[1]) for event in session[4]] if session else None

    def due(self):
        """The kinds of what stands to be said."""
        return [kind for kind, _at, _title in self.state('due')]

    def missed(self):
        return [kind for kind, _at, _title in self.state('setting').get('missed', [])]

    def coming(self):
        return [kind for kind, _at, _title in self.state('upcoming')]

    def add_player(self, status=0):
        """A player of sounds that notes what it was asked for; returns where."""
        folder = os.path.join(self.folder, 'libexec')
        log = os.path.join(self.folder, 'played')
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, 'cooldown-chime'), 'w', encoding='ascii') as file:
            file.write(f'#!/bin/sh\necho "$1" >>{log}\nexit {status}\n')
        os.chmod(file.name, 0o755)
        return log

    def set(self, name, signature, value):
        self.do('setting', GLib.Variant('(sv)', (name, GLib.Variant(signature, value))))

    def wait_title(self, title):
        wait_for(lambda: self.server.titles() == [title], f'“{title}” alone on the desktop, '
                 f'not {self.server.titles()}')

    def wait_noted(self):
        """Until the agent has written down what stands on the desktop."""
        number, = self.server.standing
        wait_for(lambda: any(self.state('setting').get(f'shown.{subject}', '').endswith(f' {number}')
                             for subject in ('ice', 'recovery')), 'the agent to note it')

    def wait_clear(self):
        wait_for(lambda: not self.server.standing, 'an empty desktop')

    # What a user does

    def answer_gate(self, lasting=False, today=True):
        answers = {f'gate-{name}': GLib.Variant('b', lasting)
                   for name in ('feeling', 'diabetes', 'arteries', 'cold', 'nerve', 'heart',
                                'frostbite')}
        answers |= {name: GLib.Variant('b', today) for name in ('now-touch', 'now-skin')}
        self.do('ice-gate', GLib.Variant('a{sv}', answers))

    def start_ice(self, minutes=10, rounds=3, site='toes', **more):
        plan = {'minutes': GLib.Variant('u', minutes), 'rounds': GLib.Variant('u', rounds),
                'site': GLib.Variant('s', site), 'side': GLib.Variant('s', 'right')}
        plan |= {key: GLib.Variant('b', value) for key, value in more.items()}
        self.do('ice-start', GLib.Variant('a{sv}', plan))

    def finish_workout(self, legs='tingling', ago=0, **more):
        plan = {'kind': GLib.Variant('s', 'run'), 'minutes': GLib.Variant('u', 45),
                'ended': GLib.Variant('x', self.now['wall'] // SECOND - ago * 60),
                'legs': GLib.Variant('s', legs)}
        self.do('workout-finish', GLib.Variant('a{sv}', plan | more))
