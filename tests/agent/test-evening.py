# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders at a time of day: the evening's, the open episode's, the morning's. It is 17:00 UTC."""
import os

from bus import wait_for
from cases import case, HOUR, run, uncompared
from gi.repository import GLib

CAFFEINE = 'No more caffeine today'
ALCOHOL = 'No more alcohol tonight'
WIND_DOWN = 'Wind-down begins'
BED = 'Time for bed'
EVENING = 'Is it still tingling?'
MORNING = 'Is it still tingling this morning?'
LEGS = 'How were your legs last night?'
HOURS = 60
BEDTIME = 22 * 60 + 40
NOW = 17 * HOURS
# The wind-down is 40 minutes, the episode is asked about an hour before bed.
UNTIL_WIND_DOWN = BEDTIME - 40 - NOW
UNTIL_BED = BEDTIME - NOW


def settle_in(desk, *reminders):
    desk.start()
    desk.set('bedtime', 'i', BEDTIME)
    for reminder in reminders:
        desk.set('remind.' + reminder, 'b', True)


def wait_said(desk, name):
    wait_for(lambda: f'said.{name}' in desk.state('setting'), f'{name} to be said')


@case
def each_comes_at_its_time_and_goes(desk):
    settle_in(desk, 'caffeine', 'wind-down', 'bed')
    assert not desk.due()
    assert sorted(desk.coming()) == ['bed', 'caffeine', 'wind-down']
    desk.advance(UNTIL_WIND_DOWN - 0.01)
    assert not desk.server.standing
    desk.advance(0.01)
    desk.wait_title(WIND_DOWN)
    wait_said(desk, 'wind-down')
    desk.advance(25)
    desk.wait_clear()
    desk.advance(15)
    desk.wait_title(BED)
    wait_said(desk, 'bed')
    shown, = desk.server.standing.values()
    assert shown['urgency'] == 0, 'the last one is silent'
    assert set(shown['actions']) <= {'default'}, 'and asks for nothing'
    desk.advance(12 * HOURS + 80)
    desk.wait_title(CAFFEINE)
    assert not desk.missed()


@case
def a_longer_routine_begins_earlier(desk):
    settle_in(desk, 'wind-down')
    desk.set('routine', 'a(su)', [('walk', 5)])
    desk.advance(UNTIL_WIND_DOWN - 26)
    desk.set('routine', 'a(su)', [('walk', 30), ('quiet', 35)])
    assert not desk.server.standing
    desk.advance(1)
    desk.wait_title(WIND_DOWN)
    wait_said(desk, 'wind-down')


@case
def a_longer_routine_that_would_have_begun_already_is_not_said(desk):
    settle_in(desk, 'wind-down')
    desk.set('routine', 'a(su)', [('walk', 5)])
    desk.advance(UNTIL_WIND_DOWN - 25)
    assert not desk.server.standing, 'a shorter one shortens nothing'
    desk.set('routine', 'a(su)', [('walk', 30), ('quiet', 35)])
    desk.advance(25)
    assert not desk.due() and not desk.server.log, 'whoever sets it now knows'


@case
def none_comes_unless_wanted_and_asked_for_a_bedtime(desk):
    desk.start()
    desk.set('remind.wind-down', 'b', True)
    desk.set('bedtime', 'i', BEDTIME)
    desk.set('remind.wind-down', 'b', False)
    desk.advance(UNTIL_BED)
    desk.set('remind.wind-down', 'b', True)
    assert not desk.due(), 'nobody wants what was earlier'
    assert not desk.server.log
    desk.advance(24 * HOURS - 40)
    desk.wait_title(WIND_DOWN)


@case
def no_reminder_without_a_bedtime(desk):
    desk.start()
    for reminder in ('caffeine', 'alcohol', 'wind-down', 'bed'):
        desk.set('remind.' + reminder, 'b', True)
    assert not desk.coming()
    desk.advance(24 * HOURS)
    assert not desk.server.log


@case
def a_weekday_has_its_own_bedtime(desk):
    settle_in(desk, 'bed')
    # 22 November 2026 is a Sunday.
    desk.set('bedtimes', 'ai', [-1] * 6 + [BEDTIME + 30])
    desk.advance(UNTIL_BED)
    assert not desk.server.standing
    desk.advance(30)
    desk.wait_title(BED)
    desk.advance(24 * HOURS - 30)
    wait_for(lambda: len(desk.server.log) >= 2, 'the one of Monday, half an hour earlier')


@case
def alcohol_ends_at_its_limit_or_the_users_own(desk):
    settle_in(desk, 'alcohol')
    desk.advance(UNTIL_BED - 4 * HOURS - 0.01)
    assert not desk.server.log
    desk.advance(0.01)
    desk.wait_title(ALCOHOL)
    wait_said(desk, 'alcohol')
    desk.advance(60)
    desk.wait_clear()
    desk.set('limit.alcohol', 'i', 2 * HOURS)
    desk.advance(24 * HOURS + 60 - 0.01)
    assert not desk.server.standing
    desk.advance(0.01)
    desk.wait_title(ALCOHOL)


@case
def a_wind_down_of_ones_own_length_begins_when_it_should(desk):
    settle_in(desk, 'wind-down')
    desk.set('limit.wind-down', 'i', 90)
    desk.advance(UNTIL_BED - 90 - 0.01)
    assert not desk.server.log
    desk.advance(0.01)
    desk.wait_title(WIND_DOWN)
    wait_said(desk, 'wind-down')
    desk.advance(60)
    desk.wait_clear()
    # Its steps have to fit: they take forty minutes.
    desk.set('limit.wind-down', 'i', 30)
    desk.advance(24 * HOURS - 10 - 0.01)
    assert not desk.server.standing
    desk.advance(0.01)
    desk.wait_title(WIND_DOWN)


@case
def no_limit_is_told_once_tonights_list_is_done(desk):
    settle_in(desk, 'alcohol', 'wind-down', 'bed')
    noted = {'date': GLib.Variant('s', '2026-11-22'), 'caffeine': GLib.Variant('i', 700),
             'alcohol': GLib.Variant('b', False)}
    desk.do('setting', GLib.Variant('(sv)', ('tonight', GLib.Variant('a{sv}', noted))))
    assert sorted(desk.coming()) == ['alcohol', 'bed', 'wind-down']
    noted['nicotine'] = GLib.Variant('b', False)
    desk.do('setting', GLib.Variant('(sv)', ('tonight', GLib.Variant('a{sv}', noted))))
    desk.advance(UNTIL_BED - 4 * HOURS)
    assert not desk.server.log
    desk.advance(4 * HOURS - 40)
    desk.wait_title(WIND_DOWN)
    wait_said(desk, 'wind-down')
    desk.advance(40)
    desk.wait_title(BED)
    wait_said(desk, 'bed')
    desk.advance(20 * HOURS)
    desk.wait_title(ALCOHOL)


@case
def what_is_too_late_is_missed_and_not_said(desk):
    settle_in(desk, 'caffeine', 'wind-down')
    desk.suspend(UNTIL_WIND_DOWN + 26)
    assert desk.missed() == ['wind-down'], desk.state('setting')
    assert not desk.server.log
    desk.do('missed-seen')
    assert not desk.missed()


@case
def what_fell_due_together_is_told_once(desk):
    settle_in(desk, 'wind-down', 'morning')
    desk.finish_workout(legs='fine')
    desk.set('bedtime', 'i', NOW + 65 + 40)
    desk.suspend(66)
    desk.wait_title('2 reminders')
    wait_said(desk, 'wind-down')
    desk.wait_noted()
    shown, = desk.server.standing.values()
    assert shown['body'] == f'{HOUR}\n{WIND_DOWN}', shown['body']
    desk.do('check-in', GLib.Variant('s', 'none'))
    desk.wait_title(WIND_DOWN)
    shown, = desk.server.standing.values()
    assert shown['sound'] is None, 'said before, with the other'
    assert len({entry[1] for entry in desk.server.log}) == 1, 'one notification all the time'


@case
def an_open_episode_is_asked_about_before_bed_and_next_morning(desk):
    settle_in(desk)
    desk.finish_workout(legs='tingling')
    desk.advance(60)
    desk.wait_title(HOUR)
    desk.do('check-in', GLib.Variant('s', 'still'))
    desk.wait_clear()
    desk.advance(UNTIL_BED - 60 - 60)
    desk.wait_title(EVENING)
    desk.server.press('episode-check::still')
    desk.wait_clear()
    desk.advance(24 * HOURS - (BEDTIME - 60) + 8 * HOURS)
    desk.wait_title(MORNING)
    desk.server.press('episode-check::gone')
    desk.wait_clear()
    assert 'episode' not in desk.state('recovery')
    desk.advance(48 * HOURS)
    assert not desk.server.standing


@case
def an_answer_given_twice_counts_once(desk):
    settle_in(desk)
    desk.finish_workout(legs='tingling')
    desk.do('check-in', GLib.Variant('s', 'still'))
    desk.advance(60)
    desk.do('check-in', GLib.Variant('s', 'still'))
    desk.advance(UNTIL_BED - 120)
    desk.wait_title(EVENING)
    desk.do('episode-check', GLib.Variant('s', 'still'))
    desk.do('episode-check', GLib.Variant('s', 'still'))
    desk.wait_clear()
    assert 'episode-morning' in desk.coming()


@case
def whoever_answers_the_hour_late_is_not_asked_the_same_again(desk):
    settle_in(desk)
    desk.set('bedtime', 'i', NOW + 130)
    desk.finish_workout(legs='tingling')
    desk.advance(60)
    desk.wait_title(HOUR)
    desk.advance(10)
    wait_for(lambda: sorted(desk.due()) == ['episode-evening', 'recovery-check'], 'both questions')
    desk.do('check-in', GLib.Variant('s', 'still'))
    desk.wait_clear()


@case
def quiet_hours_keep_all_but_ice_quiet(desk):
    settle_in(desk, 'wind-down')
    desk.set('quiet-hours', 'ai', [22 * HOURS, 7 * HOURS])
    desk.advance(UNTIL_WIND_DOWN)
    desk.wait_title(WIND_DOWN)
    shown, = desk.server.standing.values()
    assert shown['urgency'] == 0 and shown['sound'] is None
    desk.advance(25)
    desk.wait_clear()
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title('Time for ice, round 1 of 3')
    desk.do('ice-on')
    desk.wait_clear()
    desk.advance(10)
    wait_for(lambda: desk.server.titles() == ['Take the ice off now'], 'the bell')
    shown, = desk.server.standing.values()
    assert shown['urgency'] == 2


@case
def discreet_notifications_say_nothing_about_the_body(desk):
    settle_in(desk)
    desk.set('discreet', 'b', True)
    desk.finish_workout(legs='tingling')
    desk.advance(60)
    desk.wait_title('Cooldown')
    shown, = desk.server.standing.values()
    assert 'tingl' not in shown['body'].lower(), shown['body']
    assert desk.state('due')[0][2] == HOUR, 'the window says what it is'


@case
def a_discreet_summary_tells_less_once_one_of_it_is_answered(desk):
    settle_in(desk, 'morning')
    desk.set('discreet', 'b', True)
    desk.advance(8 * HOURS)
    desk.finish_workout(legs='tingling')
    desk.advance(60)
    desk.wait_title('Cooldown')
    desk.advance(6 * HOURS)
    wait_for(lambda: sorted(desk.due()) == ['episode-morning', 'morning'], 'both questions')
    desk.wait_title('Cooldown')
    wait_said(desk, 'morning')
    # Answered late, the hour's question answers the one about the morning, too.
    desk.do('check-in', GLib.Variant('s', 'worse'))
    assert desk.due() == ['morning']
    desk.wait_title('Cooldown')
    shown, = desk.server.standing.values()
    assert shown['sound'] is None, 'said before, with the other'
    assert 'leg' not in shown['body'].lower(), shown['body']
    desk.do('night-rate', GLib.Variant('(us)', (3, '2026-11-22')))
    desk.wait_clear()


@case
def without_sound_there_is_none(desk):
    played = desk.add_player()
    settle_in(desk)
    desk.set('sound', 'b', False)
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title('Time for ice, round 1 of 3')
    desk.do('ice-on')
    desk.wait_clear()
    desk.advance(10)
    desk.wait_title('Take the ice off now')
    shown, = desk.server.standing.values()
    assert shown['sound'] is None
    assert not os.path.exists(played)


@case
@uncompared('how many minutes go by until the player is known to fail is chance')
def where_no_sound_of_our_own_works_the_server_is_asked_for_one(desk):
    desk.add_player(status=1)
    settle_in(desk)
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title('Time for ice, round 1 of 3')
    desk.do('ice-on')
    desk.wait_clear()
    desk.advance(10)
    desk.wait_title('Take the ice off now')
    desk.do('play-sound')
    wait_for(lambda: desk.advance(1) or any(
        shown['sound'] == desk.server.alarm for shown in desk.server.standing.values()),
        'a sound of the server')


@case
def the_test_reminder_tells_how_far_it_got(desk):
    desk.add_player()
    desk.start()
    assert desk.state('test') == {}
    desk.do('test-reminder')
    assert not desk.state('test')['shown']
    desk.advance(10 / 60)
    desk.wait_title('This is a test')
    wait_for(lambda: desk.state('test')['shown'] and desk.state('test')['sound'] == 'played',
             'the first half of the way')
    desk.server.press('test-answer')
    desk.wait_clear()
    state = desk.state('test')
    assert state['answered'] and state['buttons'] and state['by'] in ('libnotify', 'portal')
    assert state['server']
    desk.kill()
    desk.start()
    assert desk.state('test')['answered'], 'whoever comes back later reads it, too'
    desk.advance(61)
    desk.kill()
    desk.start()
    assert desk.state('test') == {}


@case
def a_test_that_cannot_be_shown_says_why(desk):
    desk.server.refuses = True
    desk.start()
    desk.do('test-reminder')
    desk.advance(10 / 60)
    wait_for(lambda: 'not today' in desk.state('test').get('error', ''), 'the reason')


@case
def settings_out_of_range_are_refused(desk):
    desk.start()
    for name, signature, value in (
            ('bedtimes', 'ai', [0] * 6), ('bedtimes', 'ai', [0] * 6 + [1440]),
            ('bedtimes', 'ai', [-2] * 7), ('quiet-hours', 'ai', [-1, 5]),
            ('quiet-hours', 'ai', [5]), ('morning-at', 'i', 1440), ('remind.bed', 's', 'yes'),
            ('remind.everything', 'b', True), ('limit.wind-down', 'i', 29),
            ('limit.wind-down', 'i', 181), ('limit.wind-down', 'b', True), ('limit.sleep', 'i', 60), ('missed', 'a(sxs)', []), ('said.bed', 'x', 1)):
        desk.set(name, signature, value)
        assert name not in desk.state('setting'), (name, value)
    desk.set('bedtimes', 'ai', [-1] * 7)
    desk.set('quiet-hours', 'ai', [1320, 420])
    desk.set('quiet-hours', 'ai', [])
    assert desk.state('setting')['quiet-hours'] == []


run()
