# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders through the Notification portal, in whatever version the desktop has it."""
from bus import PortalDesk, wait_for, Window
from cases import case, HOUR, iced, ROUND_1, run, TAKE_OFF
from portal import NOTIFICATION, PORTAL_PATH
from servers import connect
from gi.repository import GLib


@case
def a_new_portal_is_told_of_sound_and_of_what_is_new(desk):
    desk.add_player()
    iced(desk)
    desk.advance(10)
    desk.wait_title(TAKE_OFF)
    desk.wait_noted()
    shown = desk.server.standing['ice']
    assert shown['sound'] is None and shown['hints'] == ['show-as-new'], shown
    desk.kill()
    said = len(desk.log)
    desk.start()
    wait_for(lambda: len(desk.log) > said, 'the successor to show it again')
    assert desk.server.standing['ice']['hints'] == [], 'nothing new'


@case
def an_old_portal_is_told_only_what_it_knows(desk):
    desk.close_server()
    desk.open_server(version=1)
    desk.add_player()
    iced(desk)
    desk.advance(10)
    desk.wait_title(TAKE_OFF)
    desk.server.press('ice-off::fine')
    desk.wait_clear()
    assert desk.events()[-1] == ('off', 'fine')


@case
def each_portal_is_asked_for_its_version(desk):
    desk.start()
    desk.do('test-reminder')
    desk.advance(10 / 60)
    desk.wait_title('This is a test')
    assert desk.state('test')['server'] == f'{NOTIFICATION}, version 2'
    desk.close_server()
    desk.open_server(version=1)
    desk.wait_title('This is a test')
    wait_for(lambda: desk.state('test')['server'] == f'{NOTIFICATION}, version 1', 'the other one')


@case
def a_portal_that_was_not_there_is_asked_when_it_comes(desk):
    desk.close_server()
    desk.start()
    desk.do('test-reminder')
    desk.advance(10 / 60)
    wait_for(lambda: 'error' in desk.state('test'), 'a failure')
    assert 'server' not in desk.state('test')
    desk.open_server()
    desk.wait_title('This is a test')
    wait_for(lambda: desk.state('test').get('server') == f'{NOTIFICATION}, version 2', 'its version')


@case
def a_portal_may_give_an_action_back_whole(desk):
    desk.server.tells_whole_actions = True
    iced(desk)
    desk.advance(10)
    desk.wait_title(TAKE_OFF)
    desk.server.press('ice-off::fine')
    desk.wait_clear()
    assert desk.events()[-1] == ('off', 'fine')


@case
def a_number_comes_back_as_a_number(desk):
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title(ROUND_1)
    desk.server.press('ice-snooze(uint32 10)')
    desk.wait_clear()
    assert desk.events()[-1][0] == 'snooze'


@case
def without_a_token_the_window_opens_all_the_same(desk):
    desk.close_server()
    desk.open_server(version=1)
    desk.window = Window(desk.address)
    desk.start()
    desk.finish_workout()
    desk.advance(60)
    desk.wait_title(HOUR)
    desk.server.press('default')
    wait_for(lambda: desk.window.asked, 'the window to be asked')
    assert desk.window.asked[0] == ('show', ['recover'], {}), desk.window.asked


@case
def only_the_portal_can_press_a_button(desk):
    iced(desk)
    desk.advance(10)
    desk.wait_title(TAKE_OFF)
    stranger = connect(desk.address)
    receiver = desk.server.senders['ice']
    for values in ([GLib.Variant('s', 'fine')], []):
        stranger.emit_signal(receiver, PORTAL_PATH, NOTIFICATION, 'ActionInvoked',
                             GLib.Variant('(ssav)', ('ice', 'ice-off', values)))
    stranger.flush_sync(None)
    stranger.close_sync(None)
    desk.server.invoke(receiver, 'not-a-slot', 'ice-off::fine')
    # Answered after all that came before it.
    assert desk.events()[-1] == ('on', '')
    assert desk.server.titles() == [TAKE_OFF]


@case
def a_refusal_is_told_in_the_portals_own_words(desk):
    desk.server.refuses = True
    desk.start()
    desk.do('test-reminder')
    desk.advance(10 / 60)
    wait_for(lambda: desk.state('test').get('error') == 'not today', 'the reason')


run(PortalDesk)
