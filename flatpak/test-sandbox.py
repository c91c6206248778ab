# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed Flatpak: what its sandbox lets through, and that its reminders come out of it."""
import os
import socket
import threading

from gi.repository import GLib

from bus import AGENT_ID, wait_for
from cases import case, ROUND_1, run
from sandbox import Atspi, Sandbox, STRANGER_ID
from servers import APP_ID, SERVER_ID
from timedate import PROPERTIES, TIMEDATE_ID, TIMEDATE_PATH

PERMISSIONS = {
    'Context': {'shared': {'ipc'}, 'devices': {'dri'},
                'sockets': {'wayland', 'x11', 'fallback-x11', 'pulseaudio'}},
    'System Bus Policy': {'org.freedesktop.timedate1': {'talk'}},
}


def succeeds(result):
    status, _ = result
    return status == 0


@case
def it_has_these_permissions_and_no_others(desk):
    keys = GLib.KeyFile()
    shown = desk.flatpak('info', '--show-permissions', APP_ID)
    keys.load_from_data(shown, len(shown.encode()), GLib.KeyFileFlags.NONE)
    found = {group: {key: set(keys.get_string_list(group, key))
                     for key in keys.get_keys(group)[0]} for group in keys.get_groups()[0]}
    assert found == PERMISSIONS, found


@case
def nothing_reaches_the_network(desk):
    with socket.create_server(('127.0.0.1', 0)) as listener:
        knock = f'exec 3<>/dev/tcp/127.0.0.1/{listener.getsockname()[1]}'
        assert succeeds(desk.inside(knock, '--share=network')), 'the listener cannot be reached'
        assert not succeeds(desk.inside(knock))
    status, interfaces = desk.inside('cut -s -d : -f 1 /proc/net/dev')
    assert (status, interfaces.split()) == (0, ['lo']), interfaces


@case
def the_home_folder_is_hidden(desk):
    secret = os.path.join(desk.home, 'secret')
    with open(secret, 'w', encoding='ascii') as file:
        file.write('secret')
    assert succeeds(desk.inside(f'cat {secret}', '--filesystem=home')), 'nothing there to hide'
    assert not succeeds(desk.inside(f'cat {secret}'))
    desk.inside(f'echo leaked >{secret}; echo leaked >{desk.home}/leak')
    with open(secret, encoding='ascii') as file:
        assert file.read() == 'secret'
    assert not os.path.exists(os.path.join(desk.home, 'leak'))


@case
def it_writes_to_its_own_folders_only(desk):
    assert succeeds(desk.inside('echo kept >$XDG_DATA_HOME/note'))
    with open(os.path.join(desk.own_folder, 'data', 'note'), encoding='ascii') as file:
        assert file.read() == 'kept\n'
    for place in ('/app', '/usr'):
        assert not succeeds(desk.inside(f'touch {place}/note')), place
    desk.open_window('--page', 'ice')
    desk.close_window()
    written = {os.path.relpath(os.path.join(folder, name), desk.home)
               for folder, _, names in os.walk(desk.home) for name in names}
    own = os.path.relpath(desk.own_folder, desk.home) + '/'
    assert not [name for name in written if not name.startswith(own)], written
    assert own + 'data/cooldown/journal.db' in written, written


@case
def an_export_that_would_be_lost_is_refused(desk):
    desk.do('night-rate', GLib.Variant('(us)', (3, '2026-11-21')))
    for lost in ('legs.json', '/tmp/legs.json', '~/legs.csv'):
        status, told = desk.inside(f'cooldown --export {lost}')
        assert status == 1 and '--export - >legs.json' in told, (lost, told)
    assert succeeds(desk.inside('cooldown --export $XDG_DATA_HOME/legs.json'))
    with open(os.path.join(desk.own_folder, 'data', 'legs.json'), encoding='utf-8') as file:
        assert '2026-11-21' in file.read()
    status, told = desk.inside('cooldown --export -')
    assert status == 0 and '2026-11-21' in told, told


@case
def it_speaks_the_languages_it_is_translated_to(desk):
    status, told = desk.inside('LC_ALL=$(locale -a | grep -m 1 _) LANGUAGE=de cooldown --help')
    assert status == 0 and 'Die Abendruhe öffnen' in told, told


@case
def the_search_of_the_desktop_is_answered(desk):
    found = 'timeout 20 gdbus call --session --dest {0}.SearchProvider ' \
            '--object-path /{1}/SearchProvider ' \
            '--method org.gnome.Shell.SearchProvider2.GetInitialResultSet "[\'tingling\']"'
    status, told = desk.inside(found.format(APP_ID, APP_ID.replace('.', '/')))
    assert status == 0 and 'check' in told, told


@case
def only_the_portals_and_the_time_zone_are_on_its_buses(desk):
    server = f'--dest {SERVER_ID} --object-path /org/freedesktop/Notifications ' \
             f'--method {SERVER_ID}.GetServerInformation'
    call = 'timeout 10 gdbus call --session '
    assert succeeds(desk.inside(call + server, f'--talk-name={SERVER_ID}')), 'no server to hide'
    assert not succeeds(desk.inside(call + server))
    own = call + '--dest org.freedesktop.DBus --object-path /org/freedesktop/DBus ' \
                 '--method org.freedesktop.DBus.RequestName {} 0'
    assert succeeds(desk.inside(own.format(AGENT_ID)))
    assert not succeeds(desk.inside(own.format('org.example.Other')))

    zone = f'timeout 10 gdbus call --system --dest {{}} --object-path {TIMEDATE_PATH} ' \
           f'--method {PROPERTIES}.Get {TIMEDATE_ID} Timezone'
    assert succeeds(desk.inside(zone.format(STRANGER_ID), f'--system-talk-name={STRANGER_ID}'))
    assert not succeeds(desk.inside(zone.format(STRANGER_ID)))
    assert succeeds(desk.inside(zone.format(TIMEDATE_ID)))


@case
def the_window_shows_every_tab_and_what_is_said_about_legs(desk):
    settings = f'gsettings set {APP_ID} first-start-done true && gsettings range {APP_ID} last-tab'
    status, tabs = desk.inside(settings)
    assert status == 0, tabs
    tabs = [word.strip("'").capitalize() for word in tabs.split() if word.startswith("'")]
    desk.open_window('--page', 'check')
    desk.listen_to_the_window()
    wait_for(lambda: all(desk.find(Atspi.Role.PAGE_TAB, tab) for tab in tabs), f'the tabs {tabs}')
    wait_for(lambda: desk.find(Atspi.Role.CHECK_BOX, 'Call now: Chest pain'), 'a warning sign')
    desk.close_window()


@case
def a_reminder_comes_with_the_window_closed_and_is_answered(desk):
    desk.open_window('--page', 'ice')
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title(ROUND_1)
    desk.do('ice-snooze', GLib.Variant('u', 1))
    desk.wait_clear()
    desk.close_window()
    desk.wait_a_minute()
    desk.wait_title(ROUND_1)
    assert not desk.server.awake
    desk.server.press('ice-on')
    desk.wait_clear()
    assert desk.events()[-1][0] == 'on', desk.events()
    wait_for(lambda: len(desk.server.awake) == 1, 'the desktop to be kept awake')
    desk.do('ice-off', GLib.Variant('s', 'fine'))
    wait_for(lambda: not desk.server.awake, 'the desktop to be allowed to sleep')
    assert not desk.stranger.log, 'not all of it went through the portal'


@case
def a_killed_agent_is_followed_by_one_that_shows_its_reminder_again(desk):
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title(ROUND_1)
    before = desk.events()
    desk.kill_agent()
    assert desk.events() == before
    wait_for(lambda: any((entry[0], entry[1], entry[-1]) == ('replace', 'ice', ROUND_1)
                         for entry in desk.log), 'the reminder to be shown anew')
    desk.server.press('ice-on')
    desk.wait_clear()
    assert desk.events()[-1][0] == 'on', desk.events()


@case
def a_killed_agent_is_followed_by_one_that_withdraws_what_no_longer_holds(desk):
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title(ROUND_1)
    desk.kill_agent()
    desk.do('ice-on')
    desk.wait_clear()


@case
def a_killed_agent_comes_back_by_itself_while_the_window_is_open(desk):
    desk.open_window('--page', 'ice')
    wait_for(lambda: desk.processes('cooldown-agent'), 'the agent')
    killed = desk.kill_agent()
    wait_for(lambda: desk.processes('cooldown-agent') not in ([], [killed]), 'another agent')


@case
def window_and_agent_are_two_sandboxes_with_one_journal(desk):
    desk.open_window('--page', 'ice')
    assert len(desk.instances()) == 2, desk.instances()
    desk.answer_gate()
    desk.start_ice()
    journal = os.stat(os.path.join(desk.own_folder, 'data', 'cooldown', 'journal.db'))
    folder = '$XDG_DATA_HOME/cooldown'
    status, seen = desk.inside(f'stat --format %d:%i {folder}/journal.db')
    assert (status, seen) == (0, f'{journal.st_dev}:{journal.st_ino}\n'), seen
    assert succeeds(desk.inside(f'flock --nonblock --shared {folder}/journal.lock true'))
    assert not succeeds(desk.inside(f'flock --nonblock --exclusive {folder}/journal.lock true'))
    assert desk.ask_journal("SELECT count(*) FROM event WHERE name = 'start'") == [(1,)]


@case
def a_new_time_zone_is_noticed(desk):
    wait_for(lambda: desk.state('zone') == 'Europe/Vienna', 'the zone')
    desk.timedate.move('Asia/Tokyo')
    wait_for(lambda: desk.state('zone') == 'Asia/Tokyo', 'the new zone')


@case
def the_bell_reaches_the_sound_server(desk):
    heard = []

    def listen(server):
        connection, _ = server.accept()
        with connection:
            heard.append(connection.recv(1))

    with desk.sound_server() as server:
        threading.Thread(target=listen, args=(server,), daemon=True).start()
        desk.do('test-reminder')
        wait_for(lambda: heard and heard[0], 'a sound')


run(Sandbox)
