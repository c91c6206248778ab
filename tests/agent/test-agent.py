# SPDX-License-Identifier: GPL-3.0-or-later
"""The agent as a process of its own, on a private bus, with a clock that only the test moves."""
import os
import sqlite3
import subprocess
import sys
import traceback

sys.path.insert(0, os.environ['COOLDOWN_TEST_LIB'])

from bus import AGENT_ID, Desk, SECOND, Server, Window, wait_for  # noqa: E402
from gi.repository import GLib  # noqa: E402
from tap import Tap  # noqa: E402

ROUND_1 = 'Time for ice, round 1 of 3'
ROUND_2 = 'Time for ice, round 2 of 3'
SKIN_CHECK = 'Look at and touch your skin'
TAKE_OFF = 'Take the ice off now'
SLEPT = 'Your computer slept: take the ice off now'
RESTARTED = 'Your computer was off: take the ice off now'
WHEN_OFF = 'When did the ice come off?'
LAST = 'That was the last round'
HOUR = 'One hour since your run'

CASES = []


def case(function):
    CASES.append(function)
    return function


def iced(desk, **plan):
    """A session whose ice is on."""
    desk.start()
    desk.answer_gate()
    desk.start_ice(**plan)
    desk.wait_title(f"Time for ice, round 1 of {plan.get('rounds', 3)}")
    desk.wait_noted()
    desk.do('ice-on')
    desk.wait_clear()


# Ice


@case
def a_whole_session_is_announced_step_by_step(desk):
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title(ROUND_1)
    shown, = desk.server.standing.values()
    assert shown['actions'] == {'default': ROUND_1, 'ice-on': 'Ice Is On',
                                'ice-snooze(uint32 10)': 'Later, 10 min',
                                'ice-skip': 'Skip'}, shown
    assert shown['hints']['urgency'] == 1
    desk.server.press('ice-on')
    desk.wait_clear()
    desk.advance(4.99)
    assert not desk.server.standing
    desk.advance(0.01)
    desk.wait_title(SKIN_CHECK)
    desk.advance(5)
    desk.wait_title(TAKE_OFF)
    shown, = desk.server.standing.values()
    assert shown['hints']['urgency'] == 2, 'ice on the skin is critical'
    assert shown['hints']['sound-name'] == 'alarm-clock-elapsed'
    desk.server.press('ice-off::fine')
    desk.wait_clear()
    desk.advance(50)
    desk.wait_title(ROUND_2)
    desk.server.press('ice-skip')
    desk.wait_clear()
    desk.advance(60)
    desk.wait_title('Time for ice, round 3 of 3')
    desk.do('ice-on')
    desk.wait_clear()
    desk.advance(10)
    desk.wait_title(TAKE_OFF)
    desk.do('ice-off', GLib.Variant('s', 'fine'))
    desk.wait_title(LAST)
    shown, = desk.server.standing.values()
    assert shown['hints']['urgency'] == 0 and shown['hints']['suppress-sound']
    desk.advance(30)
    desk.wait_clear()


@case
def take_it_off_is_repeated_each_minute(desk):
    iced(desk)
    desk.advance(10)
    desk.wait_title(TAKE_OFF)
    for repeats in range(2, 5):
        desk.advance(1)
        wait_for(lambda: sum(entry[-1] == TAKE_OFF for entry in desk.server.log) == repeats,
                 f'{repeats} bells')
        assert len(desk.server.standing) == 1, 'replaced, not stacked'


@case
def a_sleep_is_asked_about_on_waking(desk):
    iced(desk)
    desk.advance(1)
    desk.suspend(120)
    desk.wait_title(SLEPT)
    desk.server.press('ice-off::bell')
    desk.wait_title('How does your skin look and feel?')
    desk.server.press('ice-off::fine')
    desk.wait_title(ROUND_2)


@case
def an_answer_that_is_late_is_asked_when(desk):
    iced(desk)
    desk.advance(16)
    desk.wait_title(TAKE_OFF)
    desk.server.press('ice-off::fine')
    desk.wait_title(WHEN_OFF)
    desk.server.press('ice-off::now')
    desk.wait_clear()
    assert desk.events()[-1] == ('off', 'now')


@case
def snooze_comes_back(desk):
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title(ROUND_1)
    desk.server.press('ice-snooze(uint32 10)')
    desk.wait_clear()
    desk.advance(10)
    desk.wait_title(ROUND_1)


@case
def ice_needs_an_answered_and_clear_gate(desk):
    desk.start()
    assert not desk.enabled('ice-start'), 'nothing answered'
    desk.start_ice()
    assert desk.events() is None
    desk.answer_gate(lasting=True)
    assert not desk.enabled('ice-start'), 'a lasting condition'
    desk.answer_gate(today=False)
    assert not desk.enabled('ice-start'), 'no feeling there today'
    desk.answer_gate()
    assert desk.enabled('ice-start')
    for tick in ('feel-numb', 'else-cool-pale', 'feel-tight', 'else-hives', 'feel-itch',
                 'you-diabetes', 'warn-chest'):
        desk.do('setting', GLib.Variant('(sv)', ('check.ticks', GLib.Variant('as', [tick]))))
        assert not desk.enabled('ice-start'), tick
        desk.start_ice()
        assert desk.events() is None, tick
    desk.do('setting', GLib.Variant('(sv)', ('check.ticks', GLib.Variant('as', ['feel-tingle']))))
    assert desk.enabled('ice-start')
    desk.advance(61)
    desk.start_ice()
    assert desk.events() is None, 'today’s answers are of an hour ago'


@case
def alcohol_tonight_forbids_ice(desk):
    desk.start()
    desk.answer_gate()
    tonight = {'date': GLib.Variant('s', '2026-11-22'), 'alcohol': GLib.Variant('b', True)}
    desk.do('setting', GLib.Variant('(sv)', ('tonight', GLib.Variant('a{sv}', tonight))))
    assert desk.state('ice')['alcohol'] and not desk.enabled('ice-start')
    tonight['date'] = GLib.Variant('s', '2026-11-21')
    desk.do('setting', GLib.Variant('(sv)', ('tonight', GLib.Variant('a{sv}', tonight))))
    assert desk.enabled('ice-start'), 'that was yesterday'


@case
def a_tick_in_a_break_forbids_the_next_round(desk):
    iced(desk)
    desk.advance(10)
    desk.do('ice-off', GLib.Variant('s', 'fine'))
    desk.do('setting', GLib.Variant('(sv)', ('check.ticks', GLib.Variant('as', ['feel-numb']))))
    desk.advance(50)
    desk.wait_title(ROUND_2)
    assert not desk.enabled('ice-on')
    desk.do('ice-on')
    assert desk.events()[-1] == ('off', 'fine')


@case
def bad_parameters_change_nothing(desk):
    desk.start()
    desk.answer_gate()
    for bad in ({'rounds': 99}, {'rounds': 0}, {'minutes': 16}, {'minutes': 9}, {'site': 'knee'},
                {'site': 'toes; DROP'}, {'site': ''}, {'site': 'ankle-inner'}):
        desk.start_ice(**bad)
        assert desk.events() is None, bad
    empty = GLib.Variant('a{sv}', {})
    wrong = GLib.Variant('a{sv}', {'minutes': GLib.Variant('s', 'ten')})
    for action, target in (('ice-start', empty), ('ice-start', wrong), ('workout-finish', empty),
                           ('check-in', GLib.Variant('s', 'gone')),
                           ('check-in', GLib.Variant('s', 'perhaps')),
                           ('recovery-step', GLib.Variant('(sb)', ('move', True))),
                           ('episode-end', GLib.Variant('x', -1)),
                           ('sign-outcome', GLib.Variant('(ss)', ('warn-chest', 'cured'))),
                           ('sign-outcome', GLib.Variant('(ss)', ('feel-numb', 'never'))),
                           ('ice-gate', GLib.Variant('a{sv}', {'gate-x': GLib.Variant('b', False)})),
                           ('setting', GLib.Variant('(sv)', ('bedtime', GLib.Variant('i', 1440)))),
                           ('setting', GLib.Variant('(sv)', ('bedtime', GLib.Variant('s', 'x')))),
                           ('setting', GLib.Variant('(sv)', ('nonsense', GLib.Variant('i', 1))))):
        before = desk.state('ice'), desk.state('recovery'), desk.state('setting')
        desk.do(action, target)
        assert (desk.state('ice'), desk.state('recovery'), desk.state('setting')) == before, action
    desk.start_ice()
    desk.do('ice-off', GLib.Variant('s', 'maybe'))
    desk.do('ice-snooze', GLib.Variant('u', 100000))
    desk.do('ice-off', GLib.Variant('s', 'fine'))
    assert desk.events() == [('start', '')]
    # A wrong type does not even reach the action.
    try:
        desk.do('ice-snooze', GLib.Variant('s', 'ten'))
    except GLib.Error as error:
        assert 'Invalid parameter' in error.message
    else:
        raise AssertionError('taken')


@case
def states_cannot_be_set_from_outside(desk):
    desk.start()
    for action in ('ice', 'recovery', 'setting', 'upcoming', 'version', 'trouble'):
        before = desk.state(action)
        fake = {'ice': GLib.Variant('a{sv}', {'sessions-today': GLib.Variant('u', 9)}),
                'recovery': GLib.Variant('a{sv}', {'recent': GLib.Variant('u', 9)}),
                'setting': GLib.Variant('a{sv}', {'bedtime': GLib.Variant('i', 9)}),
                'upcoming': GLib.Variant('a(sxs)', [('ice', 9, 'x')]),
                'version': GLib.Variant('s', '9'), 'trouble': GLib.Variant('s', '9')}[action]
        desk.actions('SetState', '(sva{sv})', action, fake, {})
        assert desk.state(action) == before, action


@case
def a_second_session_the_same_day_has_to_be_asked_for(desk):
    iced(desk, rounds=1)
    desk.do('ice-off', GLib.Variant('s', 'fine'))
    desk.do('ice-stop')
    desk.wait_clear()
    desk.answer_gate()
    assert desk.state('ice')['sessions-today'] == 1
    desk.start_ice()
    assert desk.events() is None
    desk.start_ice(again=True)
    assert desk.events() == [('start', '')]


@case
def a_command_sent_twice_counts_once(desk):
    iced(desk)
    desk.advance(10)
    answer = GLib.Variant('s', 'fine')
    desk.do('ice-off', answer, request='one')
    desk.do('ice-off', answer, request='one')
    desk.do('ice-skip', request='two')
    desk.do('ice-skip', request='two')
    assert desk.events()[-2:] == [('off', 'fine'), ('skip', '')], desk.events()


@case
def undo_takes_back_a_skip_but_no_answer(desk):
    iced(desk)
    desk.advance(10)
    desk.do('ice-off', GLib.Variant('s', 'fine'))
    assert not desk.enabled('undo')
    desk.do('ice-skip')
    assert desk.enabled('undo')
    desk.do('undo')
    desk.do('undo')
    assert desk.events()[-1] == ('off', 'fine')
    desk.kill()
    desk.start()
    assert desk.events()[-1] == ('off', 'fine')


# Killed and started anew


@case
def a_killed_agent_loses_nothing(desk):
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    steps = [lambda: desk.do('ice-on'), lambda: desk.advance(5), lambda: desk.do('ice-check'),
             lambda: desk.advance(5), lambda: desk.do('ice-off', GLib.Variant('s', 'fine')),
             lambda: desk.advance(50), lambda: desk.do('ice-on')]
    for step in steps:
        step()
        before = desk.events()
        desk.kill()
        desk.start()
        assert desk.events() == before
    assert [event[0] for event in desk.events()] == ['start', 'on', 'check', 'off', 'on']


@case
def a_successor_takes_over_what_stands_on_the_desktop(desk):
    iced(desk)
    desk.advance(10)
    desk.wait_title(TAKE_OFF)
    desk.wait_noted()
    desk.kill()
    desk.start()
    desk.advance(1)
    wait_for(lambda: desk.server.log[-1][0] == 'show', 'the bell again')
    desk.wait_title(TAKE_OFF)
    desk.server.press('ice-off::fine')
    desk.wait_clear()


@case
def a_successor_withdraws_what_no_longer_holds(desk):
    iced(desk)
    desk.advance(10)
    desk.wait_title(TAKE_OFF)
    desk.wait_noted()
    desk.kill()
    # Nobody answered for an hour, and nobody was there to close it.
    desk.advance(61)
    desk.start()
    desk.wait_clear()


@case
def what_fell_due_while_it_was_dead_is_said(desk):
    iced(desk)
    desk.kill()
    desk.advance(10)
    desk.start()
    desk.wait_title(TAKE_OFF)


@case
def ice_that_was_on_is_asked_about_after_a_restart_of_the_machine(desk):
    iced(desk)
    desk.advance(1)
    desk.kill()
    desk.reboot(1)
    desk.start()
    desk.wait_title(RESTARTED)


@case
def a_second_agent_is_not_needed(desk):
    desk.start()
    second = subprocess.run([os.environ['COOLDOWN_AGENT']], timeout=60,
                            env=os.environ | {'DBUS_SESSION_BUS_ADDRESS': desk.address}, check=False)
    assert second.returncode == 0
    assert desk.has_agent()


# The hour


@case
def the_hour_asks_about_the_tingling(desk):
    desk.start()
    desk.finish_workout(ago=20)
    assert desk.state('recovery')['episode'] == desk.now['wall'] // SECOND - 1200
    desk.advance(39.9)
    assert not desk.server.standing
    desk.advance(0.1)
    desk.wait_title(HOUR)
    shown, = desk.server.standing.values()
    assert list(shown['actions']) == ['default', 'check-in::gone', 'check-in::still',
                                      'check-in::worse']
    desk.server.press('check-in::still')
    desk.wait_clear()
    assert 'episode' in desk.state('recovery')
    desk.do('episode-end', GLib.Variant('x', desk.now['wall'] // SECOND))
    assert 'episode' not in desk.state('recovery')
    assert desk.events('recovery')[-1] == ('check-in', 'gone')


@case
def fine_legs_are_asked_otherwise(desk):
    desk.start()
    desk.finish_workout(legs='fine')
    assert 'episode' not in desk.state('recovery')
    desk.advance(60)
    desk.wait_title(HOUR)
    shown, = desk.server.standing.values()
    assert list(shown['actions']) == ['default', 'check-in::none', 'check-in::still']
    desk.server.press('check-in::still')
    desk.wait_clear()
    assert 'episode' in desk.state('recovery')
    assert desk.state('recovery')['recent'] == 1


@case
def worse_opens_the_checklist(desk):
    desk.window = Window(desk.address)
    desk.start()
    desk.finish_workout()
    desk.advance(60)
    desk.wait_title(HOUR)
    desk.server.press('check-in::worse', token='token-7')
    wait_for(lambda: desk.window.asked, 'the window to be asked')
    action, parameter, platform = desk.window.asked[0]
    assert (action, parameter) == ('show', ['check'])
    assert platform['activation-token'] == 'token-7', platform


@case
def a_click_opens_the_tab(desk):
    desk.window = Window(desk.address)
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title(ROUND_1)
    desk.server.press('default')
    wait_for(lambda: desk.window.asked, 'the window to be asked')
    assert desk.window.asked[0][:2] == ('show', ['ice'])
    assert desk.server.titles() == [ROUND_1], 'looking is not answering'


@case
def steps_are_kept(desk):
    desk.start()
    desk.finish_workout(legs='fine')
    desk.do('recovery-step', GLib.Variant('(sb)', ('move', True)))
    desk.do('recovery-step', GLib.Variant('(sb)', ('move', True)))
    desk.do('recovery-step', GLib.Variant('(sb)', ('nonsense', True)))
    desk.do('recovery-step', GLib.Variant('(sb)', ('move', False)))
    assert desk.events('recovery') == [('finish', ''), ('step', 'move'), ('unstep', 'move')]


@case
def a_workout_can_be_corrected(desk):
    desk.start()
    desk.finish_workout(legs='fine')
    plan = {'kind': GLib.Variant('s', 'swim'), 'minutes': GLib.Variant('u', 30),
            'ended': GLib.Variant('x', desk.now['wall'] // SECOND - 600),
            'legs': GLib.Variant('s', 'tingling'), 'rpe': GLib.Variant('u', 7)}
    desk.do('workout-change', GLib.Variant('a{sv}', plan))
    desk.advance(50)
    desk.wait_title('One hour since your swim')


@case
def a_workout_in_the_future_is_refused(desk):
    desk.start()
    desk.finish_workout(ago=-10)
    desk.finish_workout(ago=13 * 60)
    assert desk.events('recovery') is None


# Signs and settings


@case
def ticked_signs_and_what_became_of_them_are_noted(desk):
    desk.start()
    for _ in range(2):
        ticks = GLib.Variant('as', ['feel-tingle', 'warn-chest'])
        desk.do('setting', GLib.Variant('(sv)', ('check.ticks', ticks)))
    desk.do('sign-outcome', GLib.Variant('(ss)', ('warn-chest', 'doctor')))
    book = sqlite3.connect(os.path.join(desk.folder, 'data', 'cooldown', 'journal.db'))
    rows = book.execute('SELECT item, outcome FROM sign ORDER BY id').fetchall()
    assert rows == [('warn-chest', 'ticked'), ('warn-chest', 'doctor')], rows


@case
def settings_outlive_the_agent(desk):
    desk.start()
    desk.do('setting', GLib.Variant('(sv)', ('bedtime', GLib.Variant('i', 1350))))
    desk.do('setting', GLib.Variant('(sv)', ('limit.alcohol', GLib.Variant('i', 300))))
    desk.kill()
    desk.start()
    assert desk.state('setting')['bedtime'] == 1350
    assert desk.state('setting')['limit.alcohol'] == 300


# Servers one cannot rely on


@case
def without_a_server_the_rest_goes_on(desk):
    desk.server.close()
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    desk.do('ice-on')
    assert desk.events()[-1] == ('on', '')
    desk.advance(10)
    assert desk.state('upcoming'), 'the window still sees what is due'
    desk.server = Server(desk.address)
    desk.wait_title(TAKE_OFF)


@case
def a_server_that_refuses_is_asked_again(desk):
    desk.server.refuses = True
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    wait_for(lambda: desk.server.log, 'a refusal')
    desk.server.refuses = False
    desk.advance(20)
    desk.wait_title(ROUND_1)


@case
def a_server_that_hangs_holds_nothing_up(desk):
    desk.server.hangs = True
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    wait_for(lambda: desk.server.held, 'a call that hangs')
    desk.do('ice-on')
    desk.advance(10)
    assert desk.events()[-1] == ('on', '')
    desk.server.hangs = False
    held = desk.server.held.pop()
    held.return_value(GLib.Variant('(u)', (desk.server.notify(held.get_parameters().unpack()),)))
    desk.wait_title(TAKE_OFF)
    assert [entry[-1] for entry in desk.server.log if entry[0] == 'show'] == [ROUND_1, TAKE_OFF]


@case
def a_server_that_comes_back_is_told_again(desk):
    iced(desk)
    desk.advance(10)
    desk.wait_title(TAKE_OFF)
    desk.server.close()
    desk.server = Server(desk.address)
    desk.wait_title(TAKE_OFF)


@case
def markup_is_escaped_only_where_it_is_read(desk):
    desk.server.close()
    desk.server = Server(desk.address, capabilities=('actions', 'body'))
    desk.start()
    desk.finish_workout()
    desk.advance(60)
    desk.wait_title(HOUR)
    shown, = desk.server.standing.values()
    assert '&' not in shown['body'], shown['body']


@case
def a_server_without_buttons_gets_none(desk):
    desk.server.close()
    desk.server = Server(desk.address, capabilities=('body',))
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title(ROUND_1)
    shown, = desk.server.standing.values()
    assert shown['actions'] == {}


# A journal one cannot rely on


@case
def a_folder_that_cannot_be_used_is_said_and_reminders_come(desk):
    # Root may write anywhere: a file in the folder's place stops root too.
    with open(os.path.join(desk.folder, 'data'), 'w', encoding='ascii'):
        pass
    desk.start()
    assert desk.state('trouble')
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title(ROUND_1)
    desk.do('ice-on')
    desk.wait_clear()
    os.remove(os.path.join(desk.folder, 'data'))


@case
def a_full_disk_is_said_and_made_up_for(desk):
    desk.start()
    assert desk.state('trouble') == ''
    book = sqlite3.connect(os.path.join(desk.folder, 'data', 'cooldown', 'journal.db'))
    # A trigger that refuses does to the agent what a full disk does.
    book.execute("CREATE TRIGGER full BEFORE INSERT ON event BEGIN"
                 " SELECT RAISE (ABORT, 'disk is full'); END")
    book.commit()
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title(ROUND_1)
    desk.wait_noted()
    assert 'disk is full' in desk.state('trouble')
    book.execute('DROP TRIGGER full')
    book.commit()
    desk.do('ice-on')
    assert desk.state('trouble') == ''
    before = desk.events()
    desk.kill()
    desk.start()
    assert desk.events() == before == [('start', ''), ('on', '')]


@case
def a_broken_journal_is_set_aside(desk):
    folder = os.path.join(desk.folder, 'data', 'cooldown')
    os.makedirs(folder)
    with open(os.path.join(folder, 'journal.db'), 'w', encoding='ascii') as file:
        file.write('no database at all, but somebody’s notes'.encode('ascii', 'replace').decode())
    desk.start()
    assert any('broken' in name for name in os.listdir(folder))
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title(ROUND_1)


def main():
    tap = Tap()
    for function in CASES:
        name = function.__name__.replace('_', ' ')
        try:
            with Desk() as desk:
                function(desk)
                assert desk.agent is None or desk.agent.poll() is None, 'the agent died'
        except Exception:  # pylint: disable=broad-except
            tap.check(name, False, traceback.format_exc())
        else:
            tap.check(name, True)
    tap.done()


main()
