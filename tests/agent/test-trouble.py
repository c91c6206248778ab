# SPDX-License-Identifier: GPL-3.0-or-later
"""Notification servers and journals that one cannot rely on."""
import os
import sqlite3

from bus import Server, wait_for
from cases import case, HOUR, iced, ROUND_1, TAKE_OFF, run
from gi.repository import GLib


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


run()
