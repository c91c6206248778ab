# SPDX-License-Identifier: GPL-3.0-or-later
"""A trial on oneself: its turns are told in the morning, and its end. It is Sunday, 17:00 UTC."""
from bus import SECOND, wait_for
from cases import case, run
from gi.repository import GLib

HOURS = 60
DAYS = 24 * HOURS
# Half an hour after the morning's question of eight o'clock.
UNTIL_MORNING = 15 * HOURS + 30
WITHOUT = 'Your trial: No alcohol'
USUAL = 'Your trial: As usual'
OVER = 'Your trial is over'


def trial(start='2026-11-23', nights=7, turns=7, factor='alcohol', **more):
    return {'factor': GLib.Variant('s', factor), 'start': GLib.Variant('s', start),
            'turn-nights': GLib.Variant('u', nights), 'turns': GLib.Variant('u', turns), **more}


def begin(desk, *trials):
    desk.set('experiments', 'aa{sv}', trials or (trial(),))


def wait_said(desk):
    wait_for(lambda: 'said.experiment' in desk.state('setting'), 'the turn to be said')


@case
def each_turn_is_told_on_its_first_morning_and_the_end(desk):
    desk.start()
    begin(desk)
    assert desk.coming() == ['experiment-turn']
    desk.advance(UNTIL_MORNING - 0.01)
    assert not desk.server.standing
    desk.advance(0.01)
    desk.wait_title(WITHOUT)
    wait_said(desk)
    shown, = desk.server.standing.values()
    assert 'Sunday, 29 November' in shown['body'], shown['body']
    assert set(shown['actions']) <= {'default'}, 'it asks for nothing'
    desk.advance(12 * HOURS)
    desk.wait_clear()
    for turn in range(1, 7):
        desk.advance(7 * DAYS - 12 * HOURS)
        desk.wait_title(WITHOUT if turn % 2 == 0 else USUAL)
        desk.wait_noted()
        desk.advance(12 * HOURS)
        desk.wait_clear()
    assert desk.coming() == ['experiment-result']
    desk.advance(7 * DAYS - 12 * HOURS)
    desk.wait_title(OVER)
    desk.wait_noted()
    desk.advance(30 * DAYS)
    desk.wait_clear()
    assert not desk.coming() and not desk.missed()


@case
def ending_it_withdraws_what_stands(desk):
    desk.start()
    begin(desk)
    desk.advance(UNTIL_MORNING)
    desk.wait_title(WITHOUT)
    begin(desk, trial(ended=GLib.Variant('s', '2026-11-24')))
    desk.wait_clear()
    assert not desk.coming()
    desk.advance(60 * DAYS)
    assert not desk.server.standing and not desk.missed()


@case
def taken_back_it_goes_on(desk):
    desk.start()
    begin(desk)
    begin(desk, trial(ended=GLib.Variant('s', '2026-11-24')))
    begin(desk)
    desk.advance(UNTIL_MORNING)
    desk.wait_title(WITHOUT)


@case
def nothing_is_told_when_switched_off(desk):
    desk.start()
    desk.set('remind.experiment', 'b', False)
    begin(desk)
    assert not desk.coming()
    desk.advance(8 * DAYS)
    assert not desk.server.log
    desk.set('remind.experiment', 'b', True)
    assert not desk.due(), 'nobody wants what was days ago'
    assert not desk.missed()


@case
def a_turn_that_began_while_it_was_off_is_told_once_as_missed(desk):
    desk.start()
    begin(desk)
    desk.advance(UNTIL_MORNING)
    desk.wait_title(WITHOUT)
    wait_said(desk)
    desk.suspend(16 * DAYS)
    wait_for(lambda: desk.missed() == ['experiment-turn'], 'one, the last')
    desk.wait_clear()


@case
def neither_another_morning_nor_another_zone_tells_it_twice(desk):
    desk.start()
    begin(desk)
    desk.advance(UNTIL_MORNING)
    desk.wait_title(WITHOUT)
    wait_said(desk)
    n_told = len(desk.server.log)
    desk.set('morning-at', 'i', 11 * HOURS)
    desk.advance(4 * HOURS)
    assert len(desk.server.log) == n_told
    assert desk.coming() == ['experiment-turn']


@case
def another_trial_on_the_day_of_a_result_is_told_too(desk):
    desk.start()
    begin(desk, trial(start='2026-11-02', nights=7, turns=3))
    desk.advance(UNTIL_MORNING)
    desk.wait_title(OVER)
    wait_said(desk)
    desk.advance(HOURS)
    begin(desk, trial(start='2026-11-02', nights=7, turns=3),
          trial(start='2026-11-24', factor='caffeine',
                begun=GLib.Variant('x', desk.now['wall'] // SECOND)))
    desk.wait_clear()
    assert desk.coming() == ['experiment-turn']
    desk.advance(23 * HOURS)
    desk.wait_title('Your trial: No caffeine after your limit')


@case
def what_is_no_trial_is_refused(desk):
    desk.start()
    for bad in (trial(factor='no-workout'), trial(start='yesterday'), trial(nights=1),
                trial(turns=1000), trial(begun=GLib.Variant('x', -1)), {}):
        begin(desk, bad)
        assert 'experiments' not in desk.state('setting')
    begin(desk, *[trial()] * 13)
    assert 'experiments' not in desk.state('setting')


@case
def discreetly_it_says_nothing_of_it(desk):
    desk.start()
    desk.set('discreet', 'b', True)
    begin(desk)
    desk.advance(UNTIL_MORNING)
    desk.wait_title('Cooldown')
    shown, = desk.server.standing.values()
    assert 'trial' not in shown['body'] and 'lcohol' not in shown['body']


@case
def a_new_agent_knows_the_trial(desk):
    desk.start()
    begin(desk)
    desk.kill()
    desk.start()
    assert desk.coming() == ['experiment-turn']
    desk.advance(UNTIL_MORNING)
    desk.wait_title(WITHOUT)


run()
