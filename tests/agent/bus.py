# SPDX-License-Identifier: GPL-3.0-or-later
"""A private session bus with a desktop's services on it that remember all they were told."""
import contextlib
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid

from gi.repository import Gio, GLib

from portal import Portal
from servers import APP_ID, connect, Server, SERVER_ID

AGENT_ID = APP_ID + '.Agent'
AGENT_PATH = '/' + AGENT_ID.replace('.', '/')
SECOND = 1_000_000
MINUTE = 60 * SECOND
# How long anything that happens at once may take on a busy machine.
PATIENCE_SECONDS = 30
LOOK_MILLISECONDS = 10

WINDOW_XML = '''
<node><interface name="org.freedesktop.Application">
  <method name="Activate"><arg type="a{sv}" direction="in"/></method>
  <method name="ActivateAction">
    <arg type="s" direction="in"/><arg type="av" direction="in"/><arg type="a{sv}" direction="in"/>
  </method>
</interface></node>'''


def wait_for(condition, what, patience=PATIENCE_SECONDS):
    """Lets the bus work until CONDITION holds, and fails with WHAT if it does not come to that."""
    late = []
    timer = GLib.timeout_add_seconds(patience, lambda: late.append(True) or False)
    # What happens outside this process does not always wake its main loop.
    look = GLib.timeout_add(LOOK_MILLISECONDS, lambda: True)
    while not condition():
        if late:
            # Words that tell how it stands are to tell how it stood in the end.
            raise AssertionError(f'waited {patience} s in vain for '
                                 f'{what() if callable(what) else what}')
        GLib.MainContext.default().iteration(True)
    GLib.source_remove(look)
    if not late:
        GLib.source_remove(timer)


class Window:
    """Stands for the window: owns its name, and remembers what it was asked to show."""

    def __init__(self, address):
        self.asked = []
        self.connection = connect(address)
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

    # What brings the reminders, and what has the agent use that.
    by = 'libnotify'
    server_class = Server
    world = {}

    def __init__(self, with_server=True):
        self.folder = tempfile.mkdtemp(prefix='cooldown-')
        self.bus = Gio.TestDBus.new(Gio.TestDBusFlags.NONE)
        for services in self.service_folders():
            self.bus.add_service_dir(services)
        os.environ.pop('DBUS_SESSION_BUS_ADDRESS', None)
        self.bus.up()
        self.address = self.bus.get_bus_address()
        self.connection = connect(self.address)
        self.now = {'wall': 1_795_366_800 * SECOND, 'boot': 5000 * SECOND,
                    'monotonic': 4000 * SECOND, 'id': uuid.uuid4(), 'zone': 'UTC'}
        self.write_clock()
        self.log = []
        self.wrong = []
        self.server = None
        if with_server:
            self.open_server()
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
        wait_for(self.remove_folder, 'nobody to write to the folder any more')

    def remove_folder(self):
        """What the bus had started is not waited for by us, and may still be tidying up in it."""
        subprocess.run(['chmod', '-R', 'u+rwX', self.folder], stderr=subprocess.DEVNULL, check=False)
        shutil.rmtree(self.folder, ignore_errors=True)
        return not os.path.exists(self.folder)

    def service_folders(self):
        services = os.path.join(self.folder, 'services')
        os.mkdir(services)
        return [services]

    # What shows the reminders

    def open_server(self, **how):
        """Has a server appear; whatever server there is, the desk has one log."""
        self.server = self.server_class(self.address, self.log, **how)
        self.server.wrong = self.wrong

    def close_server(self):
        self.server.close()
        self.server = None

    def add_server_on_demand(self):
        """A server that is started by the first call; returns where it logs."""
        log = os.path.join(self.folder, 'log')
        name = self.server_class.bus_name
        path = os.path.join(self.folder, 'services', name + '.service')
        script = os.path.join(os.path.dirname(__file__), 'server-on-demand.py')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(f'[D-BUS Service]\nName={name}\n'
                       f'Exec={sys.executable} {script} {self.by} {self.address} {log}\n')
        return log

    def history(self):
        """What was shown, replaced and withdrawn, whatever brought it."""
        return [(what, title) for what, _key, _rest, title in self.log]

    def account(self):
        """The same with what there was to read and to press."""
        return [(what, title, rest) for what, _key, rest, title in self.log]

    def untold(self):
        """What is due and does not stand on the desktop, and what stands there for no reason."""
        due = [title for _kind, _at, title in self.state('due')]
        if self.state('setting').get('discreet'):
            due = ['Cooldown'] * len(due)
        stray = []
        for shown in self.server.standing.values():
            gathered = re.fullmatch(r'\d+ reminders', shown['title'])
            for title in shown['body'].split('\n') if gathered else [shown['title']]:
                if title in due:
                    due.remove(title)
                else:
                    stray.append(title)
        return due, stray

    def is_settled(self):
        missing, stray = self.untold()
        return (not stray and (not missing or self.server.refuses or self.server.hangs) and
                self.server.is_noted(self.state('setting')))

    def wait_settled(self):
        """Until all that is due and nothing else stands on the desktop, and that is noted."""
        wait_for(self.is_settled, lambda: 'what is due on the desktop: {} is missing, {} should not '
                 'be there'.format(*self.untold()))

    def check_end(self):
        """However a case ends: what is due stands, nothing else does, and nothing was wrong."""
        assert self.agent is None or self.agent.poll() is None, 'the agent died'
        if self.agent is not None and self.server is not None:
            self.wait_settled()
        assert not self.wrong, self.wrong

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
            file.write('{wall} {boot} {monotonic} {id} {zone}'.format(**self.now))
        os.rename(path + '.new', path)

    def catch_up(self):
        """Sets the clock to the real time, which a program that ships goes by."""
        with open('/proc/sys/kernel/random/boot_id', encoding='ascii') as boot_id:
            self.now |= {'wall': time.time_ns() // 1000,
                         'boot': time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1000,
                         'monotonic': time.monotonic_ns() // 1000, 'id': boot_id.read().strip()}
        self.write_clock()

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

    def fly(self, minutes, zone):
        """Goes to another zone, and tells the computer on arrival."""
        self.advance(minutes)
        self.now['zone'] = zone
        self.move_clock()

    def move_clock(self):
        self.write_clock()
        if self.agent is not None:
            self.do('clock-moved')

    # The agent

    def start(self, **environment):
        inherited = {key: value for key, value in os.environ.items() if key != 'LANGUAGE'}
        self.agent = subprocess.Popen(
            [os.environ['COOLDOWN_TEST_AGENT']],
            env=inherited | self.world | {'DBUS_SESSION_BUS_ADDRESS': self.address, 'LC_ALL': 'C.UTF-8',
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
        wait_for(lambda: self.server.titles() == [title],
                 lambda: f'“{title}” alone on the desktop, not {self.server.titles()}')

    def wait_noted(self):
        """Until the agent has written down what stands on the desktop."""
        wait_for(lambda: self.server.is_noted(self.state('setting')), 'the agent to note it')

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


class PortalDesk(Desk):
    """A session in which the agent believes itself in a sandbox, and goes by the portals."""

    by = 'portal'
    server_class = Portal
    world = {'COOLDOWN_TEST_SANDBOX': '1'}
