# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line does and refuses, without a display, with the real agent."""
import json
import os
import re
import stat

from bus import AGENT_ID, AGENT_PATH, SECOND, connect
from cases import case, run
from gi.repository import Gio, GLib
from terminal import refused, Terminal

ACTIONS_XML = '''
<node><interface name="org.gtk.Actions">
  <method name="DescribeAll"><arg type="a{s(bgav)}" direction="out"/></method>
  <method name="Activate">
    <arg type="s" direction="in"/><arg type="av" direction="in"/><arg type="a{sv}" direction="in"/>
  </method>
</interface></node>'''


# What needs nobody


@case
def help_and_version_need_neither_display_nor_bus(desk):
    nowhere = {'without': ('DBUS_SESSION_BUS_ADDRESS',)}
    told = desk.ship('--help', **nowhere)
    assert told.code == 0 and told.err == '', told
    for option in ('--page=NAME', '--finish-workout=KIND,MINUTES,RPE', '--start-ice=MINUTES,ROUNDS',
                   '--wind-down', '--status', '--json', '--export=FILE', '--version'):
        assert option in told.out, (option, told)
    assert '--tab' not in told.out and 'gapplication' not in told.out, told
    version = desk.ship('--version', **nowhere)
    assert version.code == 0 and re.fullmatch(r'cooldown \d+\.\d+\.\d+\n', version.out), version


@case
def wrong_usage_is_told_in_a_sentence(desk):
    wrong = [
        (['--nonsense'], '--nonsense'), (['--tab', 'ice'], '--tab'), (['a-file'], 'a-file'),
        (['--page'], '--page'), (['--page', 'kitchen'], 'kitchen'), (['--page', ''], 'recover'),
        (['--json'], '--status'), (['--status', '--version'], '--version'),
        (['--start-ice=15,99'], '1 to 6'), (['--start-ice=60,5'], '10 to 15'),
        (['--start-ice=15'], '10 to 15'), (['--start-ice='], '10 to 15'),
        (['--start-ice=-1,5'], '10 to 15'), (['--start-ice=15,5,moon'], 'moon'),
        (['--start-ice=15,5,calf-l,more'], '10 to 15'), (['--start-ice=15,5,buttock-l'], 'buttock'),
        (['--finish-workout=chess,45,6'], 'chess'), (['--finish-workout=run'], 'run,45,6'),
        (['--finish-workout=run,0,6'], '1 to 1440'), (['--finish-workout=run,9999,6'], '1 to 1440'),
        (['--finish-workout=run,45,11'], '0 to 10'), (['--finish-workout=run,45,hard'], 'hard'),
        (['--finish-workout=run,45,6,broken'], 'broken'),
        (['--finish-workout=run,45,6,fine,more'], 'run,45,6'),
        (['--export'], '--export'), (['--export', 'journal.pdf'], 'journal.pdf'),
    ]
    for arguments, word in wrong:
        refused(desk.ship(*arguments), 2, word)
    assert not desk.has_name(AGENT_ID)


@case
def without_a_session_bus_that_is_said(desk):
    for arguments in (['--status'], ['--finish-workout=run,45,6'], ['--start-ice=15,5']):
        refused(desk.ship(*arguments, without=('DBUS_SESSION_BUS_ADDRESS',)), 1, 'session bus')


@case
def without_an_agent_that_is_said(desk):
    for arguments in (['--status'], ['--finish-workout=run,45,6'], ['--start-ice=15,5']):
        refused(desk.ship(*arguments), 1, 'not installed')


@case
def a_window_without_a_display_is_refused(desk):
    for arguments in ([], ['--page', 'ice'], ['--start-ice'], ['--finish-workout'], ['--wind-down']):
        refused(desk.ship(*arguments), 1, 'display')


# A workout


@case
def a_workout_is_noted_and_its_hour_runs(desk):
    desk.start()
    told = desk.type('--finish-workout=run,45,6,tingling')
    assert told.code == 0, told
    assert told.out == ('Noted: Run, 45 minutes · effort 6 of 10 · legs tingling at the end. '
                        'One question comes at 18:00.\n'), told
    plan = desk.state('recovery')['session'][2]
    assert plan == {'kind': 'run', 'minutes': 45, 'rpe': 6, 'legs': 'tingling',
                    'ended': desk.now['wall'] // SECOND}, plan
    desk.advance(60)
    desk.wait_title('One hour since your run')


@case
def what_was_not_said_is_not_noted(desk):
    desk.start()
    assert desk.type('--finish-workout', 'ride,90').code == 0
    plan = desk.state('recovery')['session'][2]
    assert 'rpe' not in plan and plan['legs'] == 'unasked', plan


@case
def a_second_workout_does_not_take_the_first_ones_question(desk):
    desk.start()
    desk.type('--finish-workout=run,45,6')
    desk.advance(20)
    refused(desk.type('--finish-workout=swim,30,4'), 1, '18:00')
    assert desk.state('recovery')['session'][2]['kind'] == 'run'
    desk.advance(40)
    desk.do('check-in', GLib.Variant('s', 'none'))
    assert desk.type('--finish-workout=swim,30,4').code == 0
    assert desk.state('recovery')['session'][2]['kind'] == 'swim'
    assert desk.ask_journal('SELECT kind FROM workout ORDER BY id') == [('run',), ('swim',)]


@case
def the_program_that_ships_starts_the_agent(desk):
    desk.catch_up()
    desk.install_agent()
    told = desk.ship('--finish-workout=ball,60,7')
    assert told.code == 0 and told.out.startswith('Noted: Ball game, 60 minutes'), told
    status = desk.ship('--status')
    assert status.code == 0 and 'one-hour check at' in status.out, status
    desk.do('quit')


# Ice


@case
def ice_is_refused_while_the_questions_are_open(desk):
    desk.start()
    refused(desk.type('--start-ice=15,5'), 1, 'cooldown --start-ice')
    assert desk.state('ice').get('session') is None


@case
def ice_starts_where_the_questions_are_answered(desk):
    desk.start()
    desk.answer_gate()
    told = desk.type('--start-ice=12,3,calf-l')
    assert told.code == 0 and told.out.startswith('Middle of the calf, left: 3 rounds of 12 minutes.\n'), told
    plan = desk.state('ice')['session'][2]
    assert plan == {'minutes': 12, 'rounds': 3, 'site': 'calf', 'side': 'left'}, plan
    desk.wait_title('Time for ice, round 1 of 3')
    refused(desk.type('--start-ice=12,3'), 1, 'going on')


@case
def ice_goes_where_it_was_ticked(desk):
    desk.start()
    desk.answer_gate()
    desk.set('check.ticks', 'as', ['where-calf'])
    assert desk.type('--start-ice', '10,1').code == 0
    assert desk.state('ice')['session'][2]['site'] == 'calf'


@case
def whoever_should_not_ice_is_told_why(desk):
    desk.start()
    desk.answer_gate(lasting=True)
    refused(desk.type('--start-ice=15,5'), 1, 'Ask a doctor')
    desk.answer_gate(today=False)
    refused(desk.type('--start-ice=15,5'), 1)
    desk.answer_gate()
    desk.set('check.ticks', 'as', ['warn-cold-leg'])
    refused(desk.type('--start-ice=15,5'), 1, 'cold')
    assert desk.state('ice').get('session') is None


@case
def a_warning_sign_comes_before_all_else(desk):
    desk.start()
    desk.set('check.ticks', 'as', ['warn-cold-leg'])
    refused(desk.type('--start-ice=15,5'), 1, 'Get help now', 'cold', 'emergency number')
    desk.set('check.ticks', 'as', [])
    desk.answer_gate()
    desk.start_ice(minutes=10, rounds=3)
    desk.set('check.ticks', 'as', ['warn-cold-leg'])
    refused(desk.type('--start-ice=15,5'), 1, 'Get help now')
    assert desk.status_text().startswith('Get help now: Call the local emergency number')
    assert 'Ice: round 1 of 3 is due' in desk.status_text()
    assert desk.status()['level'] == 'emergency'
    desk.set('check.ticks', 'as', ['where-calf', 'warn-none', 'no such item'])
    assert desk.status_text().startswith('Ice: round 1')
    assert desk.status()['level'] is None


@case
def a_second_session_of_the_day_is_for_the_window(desk):
    desk.start()
    desk.answer_gate()
    desk.type('--start-ice=10,1')
    desk.do('ice-on')
    desk.advance(10)
    desk.do('ice-off', GLib.Variant('s', 'fine'))
    desk.answer_gate()
    refused(desk.type('--start-ice=10,1'), 1, 'today')


@case
def ice_in_bed_is_refused(desk):
    desk.start()
    desk.answer_gate()
    desk.set('bedtime', 'i', 19 * 60)
    refused(desk.type('--start-ice=15,5'), 1, 'bedtime at 19:00')
    desk.advance(125)
    desk.answer_gate()
    refused(desk.type('--start-ice=15,1'), 1, 'Never ice in bed')


class Leaving:
    """An agent that is leaving when the first command reaches it."""

    def __init__(self, address):
        self.heard = []
        self.connection = connect(address)
        info = Gio.DBusNodeInfo.new_for_xml(ACTIONS_XML)
        self.connection.register_object(AGENT_PATH, info.interfaces[0], self.called, None, None)
        self.owner = Gio.bus_own_name_on_connection(self.connection, AGENT_ID,
                                                    Gio.BusNameOwnerFlags.NONE, None, None)

    def called(self, connection, sender, path, interface, method, parameters, invocation):
        if method == 'DescribeAll':
            invocation.return_value(GLib.Variant('(a{s(bgav)})', ({},)))
            return
        self.heard.append(parameters.unpack())
        if len(self.heard) == 1:
            invocation.return_dbus_error('org.freedesktop.DBus.Error.UnknownMethod', 'gone')
        else:
            invocation.return_value(None)

    def close(self):
        Gio.bus_unown_name(self.owner)
        self.connection.close_sync(None)


@case
def a_command_that_met_a_leaving_agent_is_repeated_and_counts_once(desk):
    import threading
    leaving = Leaving(desk.address)
    outcomes = []
    typing = threading.Thread(
        target=lambda: outcomes.append(desk.type('--finish-workout=run,45,6')))
    typing.start()
    while typing.is_alive():
        GLib.MainContext.default().iteration(False)
    leaving.close()
    refused(outcomes[0], 1, 'not noted')
    (name, _, first), (_, _, second) = leaving.heard
    assert name == 'workout-finish', leaving.heard
    assert first['request-id'] == second['request-id'] != '', leaving.heard


# The status


@case
def nothing_is_told_of_nothing(desk):
    desk.start()
    assert desk.status_text() == 'Nothing is going on.\n'
    status = desk.status()
    assert status.pop('version') and status.pop('now') == '2026-11-22T17:00:00+00:00', status
    assert status == {'level': None, 'ice': None, 'recovery': None, 'tingling_since': None, 'evening': None,
                      'due': [], 'coming': [], 'missed': []}, status


@case
def a_session_of_ice_is_told_phase_by_phase(desk):
    desk.start()
    desk.answer_gate()
    desk.start_ice(minutes=10, rounds=3)
    assert desk.status_text().startswith('Ice: round 1 of 3 is due\n\nDue now\n  17:00  Time for ice')
    desk.do('ice-on')
    assert desk.status_text().startswith('Ice: round 1 of 3, on until 17:10\n')
    ice = desk.status()['ice']
    assert ice == {'phase': 'on', 'round': 1, 'rounds': 3, 'minutes': 10, 'place': 'toes',
                   'side': 'right', 'since': '2026-11-22T17:00:00+00:00',
                   'until': '2026-11-22T17:10:00+00:00'}, ice
    desk.advance(10)
    assert desk.status_text().startswith('Take the ice off now\n')
    assert [(due['kind'], due['at']) for due in desk.status()['due']] == \
        [('ice-off', '2026-11-22T17:10:00+00:00')]
    desk.do('ice-off', GLib.Variant('s', 'fine'))
    text = desk.status_text()
    assert text == ('Ice: next is round 2 of 3, at 18:00\n\nComing\n'
                    '  18:00  Time for ice, round 2 of 3\n'), text
    desk.do('ice-pause')
    assert desk.status_text().startswith('Ice: paused\n')
    assert desk.status()['ice']['phase'] == 'paused'


@case
def an_hour_and_an_open_tingling_are_told(desk):
    desk.start()
    desk.finish_workout(ago=20)
    assert desk.status_text().startswith('20 minutes since your run, one-hour check at 17:40\n'
                                         'Tingling since 16:40\n')
    status = desk.status()
    assert status['recovery'] == {'phase': 'hour', 'kind': 'run', 'minutes': 45,
                                  'ended': '2026-11-22T16:40:00+00:00',
                                  'check': '2026-11-22T17:40:00+00:00'}, status
    assert status['tingling_since'] == '2026-11-22T16:40:00+00:00'
    desk.advance(40)
    assert desk.status_text().startswith('Is the tingling gone?\n')
    assert desk.status()['recovery']['phase'] == 'check'


@case
def the_routine_of_the_evening_is_told(desk):
    desk.start()
    desk.do('evening-start', GLib.Variant('a{sv}', {}))
    text = desk.status_text()
    assert re.match(r'Wind-down: step 1 of \d, until 17:\d\d\n', text), text
    evening = desk.status()['evening']
    assert evening['phase'] == 'running' and evening['step'] == 1 and evening['activity'], evening
    desk.do('evening-pause')
    assert desk.status_text().startswith('Wind-down: paused\n')


@case
def what_was_missed_is_told_with_its_day(desk):
    desk.start()
    desk.set('bedtime', 'i', 22 * 60)
    desk.set('remind.wind-down', 'b', True)
    desk.suspend(4 * 60 + 45)
    missed, = desk.status()['missed']
    assert missed['kind'] == 'wind-down', missed
    title = missed['title']
    assert f'Missed\n  {missed["at"][11:16]}  {title}\n' in desk.status_text()
    desk.advance(12 * 60)
    assert f'Missed\n  22 Nov, {missed["at"][11:16]}  {title}\n' in desk.status_text()


# The journal


@case
def the_journal_is_exported_and_not_changed(desk):
    desk.start()
    desk.finish_workout()
    desk.do('episode-end', GLib.Variant('x', desk.now['wall'] // SECOND))
    told = desk.type('--export', 'legs.json')
    assert (told.code, told.out, told.err) == (0, '', ''), told
    path = os.path.join(desk.folder, 'legs.json')
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    with open(path, encoding='utf-8') as file:
        export = json.load(file)
    assert export['format'] == 'cooldown-journal' and export['device'] == '', export
    assert [entry['kind'] for entry in export['workouts']] == ['run'], export
    standard = desk.type('--export', '-')
    assert standard.code == 0 and json.loads(standard.out)['workouts'] == export['workouts']
    tables = desk.type('--export', os.path.join(desk.folder, 'legs.csv'))
    assert tables.code == 0, tables
    names = sorted(name for name in os.listdir(desk.folder) if name.endswith('.csv'))
    assert names == [f'legs-{kind}s.csv' for kind in
                     ('check', 'episode', 'event', 'night', 'session', 'sign', 'workout')], names
    with open(os.path.join(desk.folder, 'legs-workouts.csv'), encoding='utf-8') as file:
        assert len(file.readlines()) == 2


@case
def what_is_there_already_is_not_replaced(desk):
    desk.start()
    desk.finish_workout()
    for name, given in (('legs.json', 'legs.json'), ('legs-nights.csv', 'legs.csv')):
        path = os.path.join(desk.folder, name)
        with open(path, 'w', encoding='ascii') as file:
            file.write('mine')
        refused(desk.type('--export', given), 1, name)
        with open(path, encoding='ascii') as file:
            assert file.read() == 'mine'
    assert not os.path.exists(os.path.join(desk.folder, 'legs-workouts.csv'))


@case
def what_cannot_be_written_is_said(desk):
    desk.start()
    desk.finish_workout()
    refused(desk.type('--export', 'missing/legs.json'), 1, 'missing')
    refused(desk.type('--export', 'missing/legs.csv'), 1, 'missing')
    with open('/dev/full', 'w', encoding='ascii') as full:
        import subprocess
        process = subprocess.run([os.environ['COOLDOWN_TEST_CLI'], '--export', '-'],
                                 env=desk.environment(), stdout=full, stderr=subprocess.PIPE,
                                 text=True, check=False)
    assert process.returncode == 1 and 'not exported' in process.stderr, process


@case
def without_a_journal_none_is_made(desk):
    refused(desk.ship('--export', 'legs.json'), 1, 'no journal')
    assert not os.path.exists(os.path.join(desk.folder, 'data'))


@case
def a_journal_that_cannot_be_read_is_left_alone(desk):
    folder = os.path.join(desk.folder, 'data', 'cooldown')
    os.makedirs(folder)
    path = os.path.join(folder, 'journal.db')
    with open(path, 'w', encoding='ascii') as file:
        file.write('no journal at all' * 100)
    refused(desk.type('--export', 'legs.json'), 1)
    assert os.listdir(folder) == ['journal.db']


run(Terminal)
