# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sandbox meets on the buses: the desktop's portals and the keeper of the time zone."""
from gi.repository import Gio, GLib

PORTAL_ID = 'org.freedesktop.portal.Desktop'
PORTAL_PATH = '/org/freedesktop/portal/desktop'
TIMEDATE_ID = 'org.freedesktop.timedate1'
TIMEDATE_PATH = '/org/freedesktop/timedate1'
PROPERTIES = 'org.freedesktop.DBus.Properties'

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
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="org.freedesktop.portal.Request"><method name="Close"/></interface>
</node>'''

TIMEDATE_XML = '''
<node><interface name="org.freedesktop.timedate1">
  <property name="Timezone" type="s" access="read"/>
</interface></node>'''


def connect(address):
    return Gio.DBusConnection.new_for_address_sync(
        address,
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)


class Portal:
    """The portals that the agent uses: what stands on the desktop, and what it asked for."""

    def __init__(self, address):
        self.log = []
        self.standing = {}
        self.senders = {}
        self.awake = {}
        self.connection = connect(address)
        notification, inhibit, self.request = \
            Gio.DBusNodeInfo.new_for_xml(PORTAL_XML).interfaces
        for interface in (notification, inhibit):
            self.connection.register_object(PORTAL_PATH, interface, self.called,
                                            lambda *_: GLib.Variant('u', 1), None)
        self.owner = Gio.bus_own_name_on_connection(
            self.connection, PORTAL_ID, Gio.BusNameOwnerFlags.NONE, None, None)

    def called(self, connection, sender, path, interface, method, parameters, invocation):
        reply = None
        if method == 'AddNotification':
            subject, shown = parameters.unpack()
            self.standing[subject] = shown
            self.senders[subject] = sender
            self.log.append(('show', subject))
        elif method == 'RemoveNotification':
            subject, = parameters.unpack()
            self.standing.pop(subject, None)
            self.log.append(('remove', subject))
        elif method == 'Inhibit':
            _window, flags, options = parameters.unpack()
            reply = GLib.Variant('(o)', (self.inhibit(sender, flags, options),))
        elif method == 'Close':
            self.connection.unregister_object(self.awake.pop(path))
        invocation.return_value(reply)

    def inhibit(self, sender, flags, options):
        """Keeps the computer awake, and says under which path until it is closed."""
        assert flags == 4, f'asked to prevent more than suspend: {flags}'
        path = '/'.join((PORTAL_PATH, 'request', sender[1:].replace('.', '_'),
                         options['handle_token']))
        self.awake[path] = self.connection.register_object(path, self.request, self.called,
                                                           None, None)
        return path

    def titles(self):
        return [shown['title'] for shown in self.standing.values()]

    def press(self, label):
        """Presses a button of the one notification that stands."""
        (subject, shown), = self.standing.items()
        button, = (button for button in shown['buttons'] if button['label'] == label)
        target = [GLib.Variant('s', button['target'])] if 'target' in button else []
        self.connection.emit_signal(
            self.senders[subject], PORTAL_PATH, 'org.freedesktop.portal.Notification',
            'ActionInvoked', GLib.Variant('(ssav)', (subject, button['action'], target)))

    def close(self):
        Gio.bus_unown_name(self.owner)
        self.connection.close_sync(None)


class TimeDate:
    """Says which time zone holds. It answers to a second name too, which no sandbox may reach."""

    def __init__(self, address, stranger):
        self.zone = 'Europe/Vienna'
        self.connection = connect(address)
        self.interface, = Gio.DBusNodeInfo.new_for_xml(TIMEDATE_XML).interfaces
        self.connection.register_object(TIMEDATE_PATH, self.interface, None,
                                        lambda *_: GLib.Variant('s', self.zone), None)
        self.owners = [Gio.bus_own_name_on_connection(
            self.connection, name, Gio.BusNameOwnerFlags.NONE, None, None)
            for name in (TIMEDATE_ID, stranger)]

    def move(self, zone):
        self.zone = zone
        self.connection.emit_signal(
            None, TIMEDATE_PATH, PROPERTIES, 'PropertiesChanged',
            GLib.Variant('(sa{sv}as)', (TIMEDATE_ID, {'Timezone': GLib.Variant('s', zone)}, [])))

    def close(self):
        for owner in self.owners:
            Gio.bus_unown_name(owner)
        self.connection.close_sync(None)
