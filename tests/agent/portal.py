# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's portals as the agent meets them in a sandbox, as strict as the real ones."""
import time

from gi.repository import Gio, GLib

from servers import APP_ID, Double

PORTAL_ID = 'org.freedesktop.portal.Desktop'
PORTAL_PATH = '/org/freedesktop/portal/desktop'
NOTIFICATION = 'org.freedesktop.portal.Notification'
REQUEST = 'org.freedesktop.portal.Request'
SUSPEND = 4
# How long a caller waits, a little less than the time-out of D-Bus.
PATIENCE_SECONDS = 24

PORTAL_XML = '''
<node>
  <interface name="org.freedesktop.portal.Notification">
    <method name="AddNotification">
      <arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
    </method>
    <method name="RemoveNotification"><arg type="s" direction="in"/></method>
    <signal name="ActionInvoked"><arg type="s"/><arg type="s"/><arg type="av"/></signal>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="org.freedesktop.portal.Inhibit">
    <method name="Inhibit">
      <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
  </interface>
  <interface name="org.freedesktop.portal.Background">
    <method name="RequestBackground">
      <arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
    </method>
    <method name="SetStatus"><arg type="a{sv}" direction="in"/></method>
  </interface>
  <interface name="org.freedesktop.portal.Request">
    <method name="Close"/>
    <signal name="Response"><arg type="u"/><arg type="a{sv}"/></signal>
  </interface>
</node>'''

SLOTS = {'ice', 'recovery', 'episode-evening', 'episode-morning', 'test', 'wind-down', 'bed',
         'alcohol', 'caffeine', 'experiment', 'morning', 'routine', 'summary'}
PRIORITIES = {'low': 0, 'normal': 1, 'urgent': 2}
# Which keys a notification may have, since which version, and of which type. Others are refused.
KEYS = {'title': (1, 's'), 'body': (1, 's'), 'icon': (1, '(sv)'), 'priority': (1, 's'),
        'default-action': (1, 's'), 'buttons': (1, 'aa{sv}'), 'sound': (2, 's'),
        'display-hint': (2, 'as')}
VALUES = {'icon': [('themed', [APP_ID, APP_ID + '-symbolic'])], 'priority': list(PRIORITIES),
          'default-action': ['default'], 'sound': ['silent', 'default'],
          'display-hint': [['show-as-new']]}


def open_dict(dictionary):
    return {key: dictionary.lookup_value(key, None) for key in dictionary.keys()}


def open_buttons(keys):
    return [open_dict(keys['buttons'].get_child_value(index))
            for index in range(keys['buttons'].n_children())]


class Portal(Double):
    """The portals of notifications, of staying awake and of running in the background."""

    bus_name = PORTAL_ID
    showing = 'AddNotification'
    hanging = (showing,)
    alarm = 'default'

    def __init__(self, address, log=None, version=2):
        super().__init__(address, [] if log is None else log)
        self.version = version
        self.senders = {}
        self.last_calls = {}
        self.tells_whole_actions = False
        # Requests to stay awake, by path; what was asked, and what waits for an answer.
        self.awake = {}
        self.asked = []
        self.refuses_to_stay_awake = self.is_slow = False
        self.held_back = []
        *interfaces, self.request = Gio.DBusNodeInfo.new_for_xml(PORTAL_XML).interfaces
        for interface in interfaces:
            self.connection.register_object(PORTAL_PATH, interface, self.called, self.get, None)
        self.own_name()

    def get(self, connection, sender, path, interface, name):
        return GLib.Variant('u', self.version)

    def called(self, connection, sender, path, interface, method, parameters, invocation):
        if interface == NOTIFICATION:
            # A real portal may deal with them in any order, and an answer is waited for.
            call = sender, parameters.unpack()[0]
            since = self.last_calls.get(call, 0)
            self.expect(all(call != (held.get_sender(), held.get_parameters().unpack()[0])
                            for held in self.held) or time.monotonic() - since > PATIENCE_SECONDS,
                        f'two calls for {call} at once')
            self.last_calls[call] = time.monotonic()
        super().called(connection, sender, path, interface, method, parameters, invocation)

    def serve(self, invocation):
        call = invocation.get_parameters().unpack()
        sender = invocation.get_sender()
        method = invocation.get_method_name()
        if method == 'AddNotification':
            self.add(invocation)
        elif method == 'RemoveNotification':
            self.expect(call[0] in SLOTS, f'{call[0]} is no slot')
            self.take_away(call[0])
            invocation.return_value(None)
        elif method == 'Inhibit':
            self.inhibit(invocation, sender, call)
        elif method == 'RequestBackground':
            path = self.make_path(sender, call[1])
            invocation.return_value(GLib.Variant('(o)', (path,)))
            results = {'background': GLib.Variant('b', True),
                       'autostart': GLib.Variant('b', call[1].get('autostart', False))}
            self.connection.emit_signal(sender, path, REQUEST, 'Response',
                                        GLib.Variant('(ua{sv})', (0, results)))
        elif method == 'Close':
            self.let_go(invocation.get_object_path())
            invocation.return_value(None)
        else:
            invocation.return_value(None)

    # Notifications

    def find_title(self, call):
        return call[1]['title']

    def add(self, invocation):
        parameters = invocation.get_parameters()
        slot = parameters.get_child_value(0).get_string()
        keys = open_dict(parameters.get_child_value(1))
        problem = self.find_problem(slot, keys)
        if problem is not None:
            self.wrong.append(problem)
            invocation.return_dbus_error('org.freedesktop.portal.Error.InvalidArgument', problem)
            return
        title = keys['title'].get_string()
        actions = {keys['default-action'].get_string(): title}
        for button in open_buttons(keys):
            name = button['action'].get_string(), button.get('target')
            actions[Gio.Action.print_detailed_name(*name)] = button['label'].get_string()
        # Before version 2 a portal cannot be asked for silence.
        silent = 'sound' in keys and keys['sound'].get_string() == 'silent'
        self.senders[slot] = invocation.get_sender()
        self.put(slot, {'title': title, 'body': keys['body'].get_string(), 'actions': actions,
                        'urgency': PRIORITIES[keys['priority'].get_string()],
                        'sound': None if silent else 'default',
                        'hints': keys['display-hint'].unpack() if 'display-hint' in keys else []})
        invocation.return_value(None)

    def find_problem(self, slot, keys):
        """What a portal of this version refuses, or none would understand."""
        if slot not in SLOTS:
            return f'{slot} is no slot'
        for key, value in keys.items():
            since, signature = KEYS.get(key, (99, ''))
            if since > self.version or value.get_type_string() != signature:
                return f'{key}: {value} in version {self.version}'
        for key, values in VALUES.items():
            if key in keys and keys[key].unpack() not in values:
                return f'{key}: {keys[key]}'
        for button in open_buttons(keys):
            if not {'label', 'action'} <= set(button) <= {'label', 'action', 'target'}:
                return f'button {button}'
            if not Gio.Action.name_is_valid(button['action'].get_string()):
                return f"{button['action']} is no name of an action"
        return None

    def press(self, action, token=None):
        """Does what a user does who presses a button of the one notification that stands."""
        (slot, shown), = self.standing.items()
        assert action in shown['actions'], f"{action} is none of {list(shown['actions'])}"
        self.invoke(self.senders[slot], slot, action, token)

    def invoke(self, receiver, slot, action, token=None):
        _, name, target = Gio.Action.parse_detailed_name(action)
        values = [] if target is None else [target]
        if self.tells_whole_actions:
            name, values = action, []
        if self.version >= 2:
            platform = {} if token is None else {'activation-token': GLib.Variant('s', token)}
            values.append(GLib.Variant('a{sv}', platform))
        self.connection.emit_signal(receiver, PORTAL_PATH, NOTIFICATION, 'ActionInvoked',
                                    GLib.Variant('(ssav)', (slot, name, values)))

    def find_noted(self, keys):
        """The slots, each its own key."""
        return {slot for slot, key in keys.items() if key == slot}

    # Staying awake

    @staticmethod
    def make_path(sender, options):
        return '/'.join((PORTAL_PATH, 'request', sender[1:].replace('.', '_'),
                         options['handle_token']))

    def inhibit(self, invocation, sender, call):
        _window, flags, options = call
        self.asked.append(call)
        self.expect(flags == SUSPEND, f'asked to prevent more than suspend: {flags}')
        if self.refuses_to_stay_awake:
            invocation.return_dbus_error('org.freedesktop.portal.Error.NotAllowed', 'no')
            return
        path = self.make_path(sender, options)
        # A request ends with whoever asked for it.
        watch = Gio.bus_watch_name_on_connection(self.connection, sender,
                                                 Gio.BusNameWatcherFlags.NONE, None,
                                                 lambda *_: self.let_go(path))
        self.awake[path] = watch, self.connection.register_object(path, self.request, self.called,
                                                                  None, None)
        answer = GLib.Variant('(o)', (path,))
        if self.is_slow:
            self.held_back.append(lambda: invocation.return_value(answer))
        else:
            invocation.return_value(answer)

    def keeps_awake(self):
        return bool(self.awake)

    def let_go(self, path):
        if path in self.awake:
            watch, registered = self.awake.pop(path)
            Gio.bus_unwatch_name(watch)
            self.connection.unregister_object(registered)

    def close(self):
        for path in list(self.awake):
            self.let_go(path)
        super().close()
