# SPDX-License-Identifier: GPL-3.0-or-later
"""What brings reminders before a user's eyes: it remembers all it was told, and what was wrong."""
import os
from xml.etree import ElementTree

from gi.repository import Gio, GLib

APP_ID = os.environ['COOLDOWN_APP_ID']
SERVER_ID = 'org.freedesktop.Notifications'
SERVER_PATH = '/org/freedesktop/Notifications'

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


def connect(address):
    return Gio.DBusConnection.new_for_address_sync(
        address,
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)


class Double:
    """What stands on the desktop by a key, and the log of how it came to that.

    Whatever is shown has a title, a body in plain text, actions (detailed name to label), an
    urgency (0 to 2) and a sound (None for none), in whatever form they came.
    """

    bus_name = None
    # The method that shows something, which can be refused, and those that can be left unanswered.
    showing = None
    hanging = ()

    def __init__(self, address, log):
        self.log = log
        self.standing = {}
        self.wrong = []
        self.refuses = False
        self.hangs = False
        self.held = []
        self.connection = connect(address)

    def own_name(self):
        self.owner = Gio.bus_own_name_on_connection(
            self.connection, self.bus_name, Gio.BusNameOwnerFlags.NONE, None, None)

    def called(self, connection, sender, path, interface, method, parameters, invocation):
        if method in self.hanging and self.hangs:
            self.held.append(invocation)
        elif method == self.showing and self.refuses:
            self.log.append(('refuse', None, None, self.find_title(parameters.unpack())))
            invocation.return_dbus_error('org.example.Error', 'not today')
        else:
            self.serve(invocation)

    def serve(self, invocation):
        """Does what it was asked for, and answers."""
        raise NotImplementedError

    def find_title(self, call):
        raise NotImplementedError

    def release(self):
        """Hangs no longer: deals with what waits, in the order in which it came."""
        self.hangs = False
        while self.held:
            self.serve(self.held.pop(0))

    def expect(self, holds, what):
        if not holds:
            self.wrong.append(what)

    def put(self, key, shown):
        self.expect(shown['title'], 'no title')
        self.expect(shown['body'], f"no body under “{shown['title']}”")
        what = 'replace' if key in self.standing else 'show'
        self.standing[key] = shown
        self.log.append((what, key, (shown['body'], shown['urgency'], shown['actions']),
                         shown['title']))

    def is_noted(self, settings):
        """Whether the agent has written down all that stands."""
        keys = {name.removeprefix('shown.'): value for name, value in settings.items()
                if name.startswith('shown.')}
        return set(self.standing) <= self.find_noted(keys)

    def find_noted(self, keys):
        """What the agent's KEYS by slot say that stands here."""
        raise NotImplementedError

    def take_away(self, key):
        shown = self.standing.pop(key, None)
        if shown is not None:
            self.log.append(('withdraw', key, None, shown['title']))

    def titles(self):
        return [shown['title'] for shown in self.standing.values()]

    def close(self):
        if not self.connection.is_closed():
            Gio.bus_unown_name(self.owner)
            self.connection.close_sync(None)


class Server(Double):
    """A notification server."""

    bus_name = SERVER_ID
    showing = 'Notify'
    hanging = (showing,)
    alarm = 'alarm-clock-elapsed'

    def __init__(self, address, log=None, capabilities=('actions', 'body', 'body-markup')):
        super().__init__(address, [] if log is None else log)
        self.capabilities = list(capabilities)
        self.last_id = 0
        info = Gio.DBusNodeInfo.new_for_xml(SERVER_XML)
        self.connection.register_object(SERVER_PATH, info.interfaces[0], self.called, None, None)
        self.own_name()

    def serve(self, invocation):
        method = invocation.get_method_name()
        call = invocation.get_parameters().unpack()
        if method == 'Notify':
            invocation.return_value(GLib.Variant('(u)', (self.notify(call),)))
        elif method == 'CloseNotification':
            self.take_away(call[0])
            invocation.return_value(None)
            self.emit('NotificationClosed', '(uu)', (call[0], 3))
        elif method == 'GetCapabilities':
            invocation.return_value(GLib.Variant('(as)', (self.capabilities,)))
        else:
            invocation.return_value(GLib.Variant('(ssss)', ('double', 'Cooldown', '1', '1.2')))

    def find_title(self, call):
        return call[3]

    def notify(self, call):
        app, number, icon, title, body, actions, hints, _timeout = call
        if number not in self.standing:
            self.last_id += 1
            number = self.last_id
        # libnotify says the icon as a hint since 0.8.4.
        icon = icon or hints.get('image-path')
        self.expect((app, icon, hints.get('desktop-entry')) == ('Cooldown', APP_ID, APP_ID),
                    f'“{title}” comes from {app}, {icon}, {hints.get("desktop-entry")}')
        self.expect('actions' in self.capabilities or not actions, f'buttons under “{title}”')
        self.put(number, {'title': title, 'body': self.read_body(body), 'hints': hints,
                          'actions': dict(zip(actions[::2], actions[1::2])),
                          'urgency': hints['urgency'],
                          'sound': None if hints.get('suppress-sound') else hints['sound-name']})
        return number

    def read_body(self, body):
        """The plain text, as far as this server reads markup."""
        if 'body-markup' not in self.capabilities:
            return body
        try:
            return ''.join(ElementTree.fromstring(f'<body>{body}</body>').itertext())
        except ElementTree.ParseError as error:
            self.wrong.append(f'“{body}” is no markup: {error}')
            return body

    def emit(self, signal_name, signature, values):
        self.connection.emit_signal(None, SERVER_PATH, SERVER_ID, signal_name,
                                    GLib.Variant(signature, values))

    def press(self, action, token=None):
        """Does what a user does who presses a button of the one notification that stands."""
        (number, shown), = self.standing.items()
        assert action in shown['actions'], f"{action} is none of {list(shown['actions'])}"
        if token is not None:
            self.emit('ActivationToken', '(us)', (number, token))
        self.emit('ActionInvoked', '(us)', (number, action))

    def find_noted(self, keys):
        """The numbers in what the agent has written down."""
        return {int(key.rsplit(' ', 1)[-1]) for key in keys.values() if key}
