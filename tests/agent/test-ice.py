# SPDX-License-Identifier: GPL-3.0-or-later
"""Ice, as the agent owns it: what is said when, and what it refuses."""
import os

from bus import SECOND, wait_for
from cases import case, iced, ROUND_1, ROUND_2, TAKE_OFF, run
from gi.repository import GLib

SKIN_CHECK = 'Look at and touch your skin'
SLEPT = 'Your computer slept: take the ice off now'
WHEN_OFF = 'When did the ice come off?'
LAST = 'That was the last round'


@case
def a_whole_session_is_announced_step_by_step(desk):
    played = desk.add_player()
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title(ROUND_1)
    shown, = desk.server.standing.values()
    assert shown['actions'] == {'default': ROUND_1, 'ice-on': 'Ice Is On',
                                'ice-snooze(uint32 10)': 'Later, 10 min',
                                'ice-skip': 'Skip'}, shown
    assert shown['urgency'] == 1
    desk.server.press('ice-on')
    desk.wait_clear()
    desk.advance(4.99)
    assert not desk.server.standing
    desk.advance(0.01)
    desk.wait_title(SKIN_CHECK)
    desk.advance(5)
    desk.wait_title(TAKE_OFF)
    shown, = desk.server.standing.values()
    assert shown['urgency'] == 2, 'ice on the skin is critical'
    assert shown['sound'] is None, 'the agent makes the sound itself'
    wait_for(lambda: os.path.exists(played), 'the sound')
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
    assert shown['urgency'] == 0 and shown['sound'] is None
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
def today_is_asked_before_every_session(desk):
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    assert desk.enabled('ice-on'), 'the session keeps its answers'
    desk.do('ice-stop')
    assert not desk.enabled('ice-start')
    desk.start_ice(again=True)
    assert desk.events() == [('start', ''), ('stop', '')]


@case
def alcohol_tonight_forbids_ice(desk):
    desk.start()
    desk.answer_gate()
    tonight = {'date': GLib.Variant('s', '2026-11-22'), 'alcohol': GLib.Variant('b', True)}
    desk.do('setting', GLib.Variant('(sv)', ('tonight', GLib.Variant('a{sv}', tonight))))
    assert desk.state('ice')['alcohol'] and not desk.enabled('ice-start')
    desk.advance(24 * 60)
    desk.answer_gate()
    assert desk.enabled('ice-start'), 'that was yesterday'


@case
def alcohol_that_is_noted_in_the_journal_forbids_ice(desk):
    desk.start()
    desk.answer_gate()
    tonight = {'date': GLib.Variant('s', '2026-11-22'), 'alcohol': GLib.Variant('b', False)}
    desk.do('setting', GLib.Variant('(sv)', ('tonight', GLib.Variant('a{sv}', tonight))))
    assert desk.enabled('ice-start')
    with desk.open_journal() as book:
        book.execute("UPDATE night SET alcohol = 'some', alcohol_at = 1140")
    desk.do('journal-changed')
    assert desk.state('ice')['alcohol'] and not desk.enabled('ice-start')
    desk.advance(24 * 60)
    desk.answer_gate()
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
def a_day_begins_at_midnight(desk):
    desk.advance(7 * 60 + 0.25)
    iced(desk, rounds=1)
    desk.do('ice-off', GLib.Variant('s', 'fine'))
    desk.do('ice-stop')
    desk.advance(0.5)
    desk.answer_gate()
    assert desk.state('ice')['sessions-today'] == 1


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


@case
def a_sleep_that_ended_before_the_bell_is_not_blamed(desk):
    iced(desk)
    desk.advance(5)
    desk.do('ice-check')
    desk.advance(1)
    desk.suspend(3)
    desk.advance(1)
    desk.wait_title(TAKE_OFF)


@case
def times_to_come_follow_a_clock_that_is_set(desk):
    iced(desk)
    (_, before, _), = desk.state('upcoming')
    desk.now['wall'] += 3600 * SECOND
    desk.move_clock()
    (_, after, _), = desk.state('upcoming')
    assert after == before + 3600


@case
def a_round_of_three_hours_ago_is_missed_and_not_said(desk):
    iced(desk)
    desk.advance(10)
    desk.wait_title(TAKE_OFF)
    desk.do('ice-off', GLib.Variant('s', 'fine'))
    desk.wait_clear()
    desk.suspend(50 + 180)
    assert desk.missed() == ['ice-due']
    assert not desk.server.standing and not desk.due()


run()
