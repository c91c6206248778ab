# SPDX-License-Identifier: GPL-3.0-or-later
"""The hour after a workout, and what the user tells the agent."""
from bus import SECOND, Window, wait_for
from cases import case, HOUR, ROUND_1, run
from gi.repository import GLib


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


@case
def ticked_signs_and_what_became_of_them_are_noted(desk):
    desk.start()
    for _ in range(2):
        ticks = GLib.Variant('as', ['feel-tingle', 'warn-chest'])
        desk.do('setting', GLib.Variant('(sv)', ('check.ticks', ticks)))
    desk.do('sign-outcome', GLib.Variant('(ss)', ('warn-chest', 'doctor')))
    rows = desk.ask_journal('SELECT item, outcome FROM sign ORDER BY id')
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


def correct_workout(desk, legs, ago=0):
    plan = {'kind': GLib.Variant('s', 'run'), 'minutes': GLib.Variant('u', 30),
            'ended': GLib.Variant('x', desk.now['wall'] // SECOND - ago * 60),
            'legs': GLib.Variant('s', legs)}
    desk.do('workout-change', GLib.Variant('a{sv}', plan))


@case
def a_correction_after_the_end_opens_no_episode(desk):
    desk.start()
    desk.finish_workout()
    desk.advance(20)
    desk.do('check-in', GLib.Variant('s', 'gone'))
    correct_workout(desk, 'tingling', ago=20)
    assert 'episode' not in desk.state('recovery')
    assert desk.state('recovery')['recent'] == 1


@case
def a_correction_moves_the_episode_or_takes_it_back(desk):
    desk.start()
    desk.finish_workout()
    correct_workout(desk, 'tingling', ago=5)
    assert desk.state('recovery')['episode'] == desk.now['wall'] // SECOND - 300
    assert desk.state('recovery')['recent'] == 1
    correct_workout(desk, 'fine', ago=5)
    assert 'episode' not in desk.state('recovery')
    assert desk.state('recovery')['recent'] == 0


@case
def a_correction_keeps_what_was_noted_of_the_episode(desk):
    desk.start()
    desk.finish_workout()
    with desk.open_journal() as book:
        book.execute("UPDATE episode SET notes = 'on the hill', places = 'sole-right'")
    desk.do('journal-changed')
    correct_workout(desk, 'tingling', ago=5)
    assert desk.state('recovery')['episode'] == desk.now['wall'] // SECOND - 300
    assert desk.ask_journal('SELECT notes, places, deleted FROM episode') == [
        ('on the hill', 'sole-right', None)]
    with desk.open_journal() as book:
        book.execute('UPDATE episode SET open = 0')
    desk.do('journal-changed')
    correct_workout(desk, 'tingling', ago=6)
    assert 'episode' not in desk.state('recovery'), 'it was over'
    assert len(desk.ask_journal('SELECT 1 FROM episode')) == 1


@case
def an_answer_changes_no_episode_of_an_earlier_workout(desk):
    desk.start()
    desk.finish_workout()
    desk.advance(20)
    desk.do('check-in', GLib.Variant('s', 'gone'))
    ended = desk.ask_journal('SELECT ended FROM episode')
    desk.advance(24 * 60)
    desk.finish_workout(legs='other')
    desk.do('check-in', GLib.Variant('s', 'gone'))
    desk.do('episode-end', GLib.Variant('x', desk.now['wall'] // SECOND))
    assert desk.ask_journal('SELECT ended FROM episode') == ended


@case
def what_is_noted_is_announced(desk):
    desk.start()
    serial = desk.state('journal-serial')
    desk.do('sign-outcome', GLib.Variant('(ss)', ('warn-chest', 'doctor')))
    assert desk.state('journal-serial') > serial


@case
def a_workout_noted_late_is_asked_about_aloud(desk):
    desk.start()
    desk.finish_workout(ago=90)
    desk.wait_title(HOUR)
    shown, = desk.server.standing.values()
    assert shown['sound'] is not None

run()
