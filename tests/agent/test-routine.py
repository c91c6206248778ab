# SPDX-License-Identifier: GPL-3.0-or-later
"""The wind-down routine, and restless legs. It is Sunday, 2026-11-22, 17:00 UTC."""
import os

from bus import MINUTE, SECOND, wait_for
from cases import case, run
from gi.repository import GLib

WALK = 'Easy walk'
STRETCH = 'Stretch calves, thighs and hips'
MASSAGE = 'Leg or foot massage'
HOURS = 60
TODAY = '2026-11-22'
USUAL = [('walk', 5), ('stretch', 10), ('massage', 5), ('bath', 10), ('quiet', 10)]
OWN = [('stretch', 10), ('walk', 2), ('massage', 5)]
ACTIONS = ['evening-start', 'evening-step', 'evening-back', 'evening-pause', 'evening-resume',
           'evening-end']


def start(desk, steps=None):
    plan = {} if steps is None else {'steps': GLib.Variant('a(su)', steps)}
    desk.do('evening-start', GLib.Variant('a{sv}', plan))


def winding_down(desk, steps=None):
    desk.start()
    start(desk, OWN if steps is None else steps)


def step_on(desk):
    desk.do('evening-step', GLib.Variant('s', 'next'))


def names(desk):
    events = desk.events('evening')
    return None if events is None else [name for name, _arg in events]


def planned(desk):
    return desk.state('evening')['session'][2].get('steps')


def enabled(desk):
    return [action for action in ACTIONS if desk.enabled(action)]


def wait_said(desk, minutes):
    """Until it is noted that the step was said that began so many minutes after the routine."""
    wait_for(lambda: desk.ask_journal('SELECT said FROM session') == [(minutes * MINUTE,)],
             'it to be said')


@case
def each_step_is_said_and_the_end_is_silent(desk):
    winding_down(desk)
    assert not desk.server.standing, 'whoever starts it knows the first step'
    assert desk.coming() == ['routine-step']
    desk.advance(9.99)
    assert not desk.server.standing
    desk.advance(0.01)
    desk.wait_title(WALK)
    shown, = desk.server.standing.values()
    assert shown['body'] == 'Step 2 of 3, 2 minutes, until 17:12.', shown['body']
    assert list(shown['actions']) == ['default', 'evening-pause', 'evening-end']
    assert shown['urgency'] == 1
    desk.wait_noted()
    desk.advance(2)
    desk.wait_title(MASSAGE)
    desk.wait_noted()
    desk.advance(5)
    desk.wait_clear()
    assert names(desk) == ['start']
    assert not desk.due() and not desk.coming() and not desk.missed()
    assert len([entry for entry in desk.server.log if entry[0] == 'show']) <= 2


@case
def the_sound_between_steps_is_a_soft_one(desk):
    played = desk.add_player()
    winding_down(desk)
    desk.advance(10)
    desk.wait_title(WALK)
    wait_for(lambda: os.path.exists(played), 'a sound')
    with open(played, encoding='ascii') as file:
        assert file.read() == 'step\n'
    shown, = desk.server.standing.values()
    assert shown['sound'] is None, 'only one of the two'


@case
def a_step_is_said_for_some_minutes(desk):
    winding_down(desk, [('walk', 1), ('stretch', 10)])
    desk.advance(1)
    desk.wait_title(STRETCH)
    wait_said(desk, 1)
    desk.advance(3)
    desk.wait_clear()
    assert not desk.missed()


@case
def what_is_pressed_in_the_window_takes_it_away(desk):
    winding_down(desk)
    desk.advance(10)
    desk.wait_title(WALK)
    step_on(desk)
    desk.wait_clear()
    desk.do('evening-back')
    assert not desk.due()
    assert names(desk) == ['start', 'next', 'back']


@case
def buttons_pause_and_end_it(desk):
    winding_down(desk)
    desk.advance(10)
    desk.wait_title(WALK)
    desk.server.press('evening-pause')
    desk.wait_clear()
    desk.advance(60)
    assert not desk.due()
    assert enabled(desk) == ['evening-step', 'evening-back', 'evening-resume', 'evening-end']
    desk.do('evening-resume')
    desk.advance(2)
    desk.wait_title(MASSAGE)
    desk.server.press('evening-end')
    desk.wait_clear()
    assert names(desk) == ['start', 'pause', 'resume', 'end']
    assert enabled(desk) == ['evening-start', 'evening-end']
    desk.advance(60)
    assert not desk.due() and not desk.coming()


@case
def a_warning_sign_pauses_it(desk):
    winding_down(desk)
    desk.advance(10)
    desk.wait_title(WALK)
    desk.set('check.ticks', 'as', ['feel-tingle'])
    assert names(desk) == ['start'], 'what is no warning sign changes nothing'
    desk.set('check.ticks', 'as', ['feel-tingle', 'warn-swollen-leg'])
    desk.wait_clear()
    assert names(desk) == ['start', 'pause']
    desk.advance(30)
    assert not desk.server.standing and desk.coming() == [], 'no massage of a swollen leg'
    desk.do('evening-resume')
    desk.set('check.ticks', 'as', ['warn-swollen-leg'])
    assert names(desk) == ['start', 'pause', 'resume'], 'the sign is no new one'


@case
def a_forgotten_pause_ends_the_routine(desk):
    winding_down(desk)
    desk.do('evening-pause')
    desk.advance(2 * HOURS)
    assert 'evening-start' in enabled(desk)
    assert names(desk) == ['start', 'pause'], 'it was not gone through'
    assert not desk.server.log


@case
def skipping_to_the_end_is_going_through_it(desk):
    winding_down(desk)
    for _ in OWN:
        step_on(desk)
    assert names(desk) == ['start', 'next', 'next', 'next']
    assert not desk.server.log
    desk.do('evening-end')
    assert names(desk) is None, 'it has been seen'


@case
def quiet_hours_do_not_keep_it_quiet(desk):
    winding_down(desk)
    desk.set('quiet-hours', 'ai', [16 * HOURS, 7 * HOURS])
    desk.advance(10)
    desk.wait_title(WALK)
    shown, = desk.server.standing.values()
    assert shown['urgency'] == 1


@case
def without_sound_there_is_none(desk):
    played = desk.add_player()
    winding_down(desk)
    desk.set('sound', 'b', False)
    desk.advance(10)
    desk.wait_title(WALK)
    shown, = desk.server.standing.values()
    assert shown['sound'] is None
    assert not os.path.exists(played)


@case
def the_users_own_steps_are_kept(desk):
    desk.start()
    assert desk.state('evening')['steps'] == USUAL
    desk.set('routine', 'a(su)', OWN)
    desk.kill()
    desk.start()
    assert desk.state('evening')['steps'] == OWN
    start(desk)
    assert planned(desk) == OWN
    desk.set('routine', 'a(su)', [])
    assert desk.state('evening')['steps'] == USUAL
    assert planned(desk) == OWN, 'what runs is as it was begun'


@case
def a_step_that_is_no_longer_there_leaves_the_usual_ones(desk):
    desk.start()
    desk.set('routine', 'a(su)', OWN)
    desk.kill()
    with desk.open_journal() as book:
        book.execute("""UPDATE setting SET value = "[('hop', uint32 5)]" WHERE name = 'routine'""")
    desk.start()
    assert desk.state('evening')['steps'] == USUAL
    start(desk)
    assert planned(desk) == USUAL


@case
def steps_that_cannot_be_are_refused(desk):
    desk.start()
    for steps in ([], [('walk', 0)], [('walk', 121)], [('wine', 5)], [('screens-off', 5)],
                  [('walk', 1)] * 13):
        start(desk, steps)
        assert names(desk) is None, steps
        if steps:
            desk.set('routine', 'a(su)', steps)
            assert 'routine' not in desk.state('setting'), steps
    desk.do('evening-start', GLib.Variant('a{sv}', {'steps': GLib.Variant('s', 'walk')}))
    desk.set('routine', 's', 'walk')
    assert names(desk) is None and 'routine' not in desk.state('setting')
    start(desk)
    start(desk, OWN)
    assert planned(desk) == USUAL, 'one is enough'
    desk.do('evening-step', GLib.Variant('s', 'dance'))
    assert names(desk) == ['start']


@case
def it_goes_on_whoever_is_killed(desk):
    winding_down(desk)
    desk.advance(4)
    desk.kill()
    desk.advance(3)
    desk.start()
    assert names(desk) == ['start']
    assert not desk.server.standing
    desk.advance(3)
    desk.wait_title(WALK)
    wait_said(desk, 10)
    desk.wait_noted()
    desk.kill()
    desk.start()
    wait_for(lambda: len(desk.server.log) == 2, 'it to be shown by the successor')
    shown, = desk.server.standing.values()
    assert shown['sound'] is None, 'it was said before'


@case
def it_outlives_a_restart_of_the_machine(desk):
    winding_down(desk)
    desk.advance(4)
    desk.kill()
    desk.reboot(2)
    desk.start()
    assert names(desk) == ['start', 'away']
    desk.advance(4)
    desk.wait_title(WALK)


@case
def whoever_is_away_till_its_end_hears_nothing_of_it(desk):
    winding_down(desk)
    desk.advance(4)
    desk.kill()
    desk.reboot(40)
    desk.start()
    assert names(desk) == ['start', 'away']
    assert not desk.due() and not desk.missed() and not desk.server.log


@case
def what_is_slept_over_is_not_made_up_for(desk):
    winding_down(desk, [('walk', 5), ('stretch', 10), ('massage', 5)])
    desk.suspend(9)
    assert not desk.due() and not desk.missed()
    desk.advance(6)
    desk.wait_title(MASSAGE)
    assert len(desk.server.log) == 1


@case
def it_closes_itself_in_the_journal(desk):
    winding_down(desk)
    desk.advance(17)
    assert desk.ask_journal('SELECT kind, open FROM session') == [('evening', 1)]
    desk.kill()
    desk.advance(12 * HOURS + 1)
    desk.start()
    assert desk.ask_journal('SELECT kind, open FROM session') == [('evening', 0)]
    assert names(desk) is None
    assert desk.ask_journal('SELECT name FROM event ORDER BY seq') == [('start',)]


@case
def the_last_press_can_be_taken_back(desk):
    winding_down(desk)
    assert not desk.enabled('undo')
    for press in (lambda: step_on(desk), lambda: desk.do('evening-pause'),
                  lambda: desk.do('evening-end'), lambda: desk.do('restless-now')):
        press()
        assert desk.enabled('undo')
        desk.do('undo')
        assert names(desk) == ['start']
        assert not desk.enabled('undo')


@case
def restless_legs_are_noted_with_their_time(desk):
    desk.start()
    desk.advance(5 * HOURS)
    desk.do('restless-now')
    at = desk.now['wall']
    desk.advance(90)
    desk.do('restless-now')
    assert names(desk) == ['restless', 'restless']
    assert desk.state('evening')['session'][4][0][2] == at
    assert enabled(desk) == ['evening-start']
    assert not desk.server.log and not desk.due() and not desk.coming()
    desk.kill()
    desk.start()
    assert names(desk) == ['restless', 'restless']
    desk.kill()
    desk.advance(13 * HOURS)
    desk.start()
    assert names(desk) is None
    assert desk.ask_journal('SELECT count(*) FROM session WHERE open = 0') == [(1,)]


@case
def a_note_by_mistake_leaves_nothing(desk):
    desk.start()
    desk.do('restless-now')
    desk.do('undo')
    assert names(desk) is None
    assert desk.ask_journal('SELECT * FROM session') == []
    assert desk.ask_journal('SELECT * FROM event') == []
    desk.kill()
    desk.start()
    assert names(desk) is None
    desk.do('restless-now')
    assert names(desk) == ['restless']


@case
def restless_legs_and_the_routine_of_a_night_are_one_evening(desk):
    desk.start()
    desk.advance(3 * HOURS)
    desk.do('restless-now')
    desk.advance(30)
    start(desk, OWN)
    desk.advance(2)
    desk.do('restless-now')
    assert names(desk) == ['restless', 'start', 'restless']
    assert planned(desk) == OWN
    desk.advance(15)
    assert enabled(desk) == ['evening-start', 'evening-end'], 'it is over'
    desk.do('restless-now')
    assert names(desk)[2:] == ['restless', 'restless']
    assert len(desk.ask_journal('SELECT * FROM session')) == 1


@case
def the_next_night_is_another_evening(desk):
    desk.start()
    desk.advance(18 * HOURS)
    desk.do('restless-now')
    desk.advance(2 * HOURS)
    desk.do('restless-now')
    assert names(desk) == ['restless']
    assert desk.ask_journal('SELECT open FROM session ORDER BY id') == [(0,), (1,)]


@case
def the_night_goes_on_until_noon_wherever_one_is(desk):
    desk.start()
    desk.fly(0, 'Europe/Berlin')
    desk.advance(17 * HOURS)
    # To bed at eleven in the morning, and restless before noon and after it.
    desk.set('bedtime', 'i', 11 * HOURS)
    desk.do('restless-now')
    desk.advance(59)
    desk.do('restless-now')
    assert names(desk) == ['restless', 'restless']
    desk.advance(1)
    desk.do('restless-now')
    assert names(desk) == ['restless'], 'from noon on it is the next one'


@case
def a_routine_goes_on_in_another_zone(desk):
    desk.start()
    desk.fly(0, 'Pacific/Auckland')
    desk.do('restless-now')
    start(desk, OWN)
    desk.fly(9, 'Pacific/Honolulu')
    assert names(desk) == ['restless', 'start']
    desk.advance(1)
    desk.wait_title(WALK)
    shown, = desk.server.standing.values()
    assert shown['body'] == 'Step 2 of 3, 2 minutes, until 07:12.', shown['body']
    desk.advance(7)
    desk.do('restless-now')
    assert names(desk) == ['restless', 'start', 'restless'], 'one night, whatever its date'


@case
def a_tap_sent_twice_counts_once(desk):
    desk.start()
    desk.do('restless-now', request='once')
    desk.do('restless-now', request='once')
    assert names(desk) == ['restless']


# What tonight's list says stands in the journal.

def note(desk, date=TODAY, **things):
    values = {name.replace('_', '-'): GLib.Variant('b' if isinstance(value, bool) else 'i', value)
              for name, value in things.items()}
    values['date'] = GLib.Variant('s', date)
    desk.do('setting', GLib.Variant('(sv)', ('tonight', GLib.Variant('a{sv}', values))))


def noted(desk):
    return desk.ask_journal('SELECT date, caffeine, caffeine_at, alcohol, alcohol_at, nicotine,'
                            ' nicotine_at FROM night WHERE deleted IS NULL ORDER BY date')


@case
def tonights_list_stands_with_the_night(desk):
    desk.start()
    serial = desk.state('journal-serial')
    note(desk, caffeine=840)
    assert noted(desk) == [(TODAY, 'some', 840, None, None, None, None)]
    assert desk.state('journal-serial') > serial
    note(desk, caffeine=840, alcohol=True, alcohol_at=1200)
    note(desk, caffeine=-1, alcohol=True, alcohol_at=1200, nicotine=False)
    assert noted(desk) == [(TODAY, 'none', None, 'some', 1200, 'none', None)]
    desk.do('night-rate', GLib.Variant('(us)', (6, TODAY)))
    assert noted(desk) == [(TODAY, 'none', None, 'some', 1200, 'none', None)]
    assert desk.ask_journal('SELECT restless FROM night') == [(6,)]


@case
def what_was_written_by_hand_stays(desk):
    desk.start()
    note(desk, caffeine=840, nicotine=True, nicotine_at=900)
    with desk.open_journal() as book:
        book.execute("UPDATE night SET caffeine_at = 990, alcohol = 'some', alcohol_at = 1230")
    desk.do('journal-changed')
    note(desk, caffeine=840, nicotine=True, nicotine_at=960)
    assert noted(desk) == [(TODAY, 'some', 990, 'some', 1230, 'some', 960)]
    note(desk)
    assert noted(desk) == [(TODAY, 'some', 990, 'some', 1230, None, None)], \
        'only what the list itself had said is taken back'


@case
def another_evening_is_another_night(desk):
    desk.start()
    note(desk, caffeine=840)
    desk.advance(24 * HOURS)
    note(desk, date='2026-11-23', caffeine=840)
    assert [row[:3] for row in noted(desk)] == [(TODAY, 'some', 840), ('2026-11-23', 'some', 840)]


@case
def a_night_that_was_deleted_comes_back_with_nothing_of_it(desk):
    desk.start()
    desk.do('night-rate', GLib.Variant('(us)', (6, TODAY)))
    with desk.open_journal() as book:
        book.execute(f"UPDATE night SET notes = 'secret', deleted = {desk.now['wall'] // SECOND}")
    desk.do('journal-changed')
    note(desk, alcohol=False)
    assert noted(desk) == [(TODAY, None, None, 'none', None, None, None)]
    assert desk.ask_journal('SELECT restless, notes FROM night') == [(None, None)]


@case
def a_list_of_no_evening_is_not_noted(desk):
    desk.start()
    for date in ('', 'tonight', '2026-11-31', '2026-11-10', '2027-11-22'):
        note(desk, date=date, caffeine=840)
    note(desk, caffeine=5000)
    assert noted(desk) in ([], [(TODAY, 'some', None, None, None, None, None)])


run()
