# SPDX-License-Identifier: GPL-3.0-or-later
"""Notification servers and journals that one cannot rely on."""
import os

from bus import wait_for
from cases import case, HOUR, iced, only, ROUND_1, run, TAKE_OFF, uncompared
from gi.repository import GLib


@case
@uncompared('whether the server appears during a call that fails or after it is chance')
def without_a_server_the_rest_goes_on(desk):
    desk.close_server()
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    desk.do('ice-on')
    assert desk.events()[-1] == ('on', '')
    desk.advance(10)
    assert desk.due() == ['ice-off'], 'the window still sees what is due'
    desk.open_server()
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
    desk.server.release()
    desk.wait_title(TAKE_OFF)
    assert desk.history() == [('show', ROUND_1), ('replace', TAKE_OFF)], desk.history()


@case
@only('portal', 'who is killed before a server gave the number of what it shows leaves that behind')
def what_a_killed_agent_asked_of_a_server_that_hung_is_taken_over(desk):
    desk.server.hangs = True
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    wait_for(lambda: desk.server.held, 'a call that hangs')
    desk.kill()
    before = len(desk.server.held)
    desk.start()
    wait_for(lambda: len(desk.server.held) > before, 'a second agent’s call that hangs')
    desk.server.release()
    desk.wait_title(ROUND_1)
    desk.server.press('ice-on')
    desk.wait_clear()


@case
@only('portal', 'who is killed before a server gave the number of what it shows leaves that behind')
def what_a_killed_agent_asked_in_vain_is_taken_away(desk):
    desk.server.hangs = True
    desk.start()
    desk.do('test-reminder')
    desk.advance(10 / 60)
    wait_for(lambda: desk.server.held, 'a call that hangs')
    desk.kill()
    desk.advance(24 * 60)
    desk.server.hanging += ('RemoveNotification',)
    desk.start()
    assert not desk.due()
    wait_for(lambda: len(desk.server.held) > 1, 'the second agent’s calls')
    desk.server.release()
    desk.wait_clear()


@case
@only('portal', 'libnotify waits for one answer after the other')
def a_call_that_hangs_holds_no_other_reminder_up(desk):
    desk.server.hangs = True
    desk.start()
    desk.finish_workout()
    desk.advance(60)
    wait_for(lambda: desk.server.held, 'a call that hangs')
    desk.server.hangs = False
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title(ROUND_1)
    desk.server.release()


@case
def a_call_that_hangs_keeps_no_agent_from_ending(desk):
    desk.server.hangs = True
    desk.start()
    desk.finish_workout()
    desk.advance(60)
    wait_for(lambda: desk.server.held, 'a call that hangs')
    agent, desk.agent = desk.agent, None
    desk.do('quit')
    wait_for(lambda: agent.poll() is not None, 'the agent to end')
    assert agent.returncode == 0, 'nothing is left behind'


@case
def a_server_that_comes_back_is_told_again(desk):
    iced(desk)
    desk.advance(10)
    desk.wait_title(TAKE_OFF)
    desk.close_server()
    desk.open_server()
    desk.wait_title(TAKE_OFF)


@case
@only('libnotify', 'portals read no markup')
def markup_is_escaped_only_where_it_is_read(desk):
    desk.close_server()
    desk.open_server(capabilities=('actions', 'body'))
    desk.start()
    desk.finish_workout()
    desk.advance(60)
    desk.wait_title(HOUR)
    shown, = desk.server.standing.values()
    assert '&' not in shown['body'], shown['body']


@case
@only('libnotify', 'every portal has buttons')
def a_server_without_buttons_gets_none(desk):
    desk.close_server()
    desk.open_server(capabilities=('body',))
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
    # A trigger that refuses does to the agent what a full disk does.
    with desk.open_journal() as book:
        book.execute("CREATE TRIGGER full BEFORE INSERT ON event BEGIN"
                     " SELECT RAISE (ABORT, 'disk is full'); END")
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title(ROUND_1)
    desk.wait_noted()
    assert 'disk is full' in desk.state('trouble')
    with desk.open_journal() as book:
        book.execute('DROP TRIGGER full')
    # What stands on the desktop is not said again because it can be written down now.
    desk.set('limit.alcohol', 'i', 200)
    assert desk.state('trouble') == ''
    desk.do('ice-on')
    desk.wait_clear()
    before = desk.events()
    desk.kill()
    desk.start()
    assert desk.events() == before == [('start', ''), ('on', '')]
    assert [what for what, _title, _rest in desk.account()] == ['show', 'withdraw']


@case
def a_broken_journal_is_set_aside(desk):
    folder = os.path.join(desk.folder, 'data', 'cooldown')
    os.makedirs(folder)
    with open(os.path.join(folder, 'journal.db'), 'w', encoding='ascii') as file:
        file.write('no database at all, but somebody’s notes'.encode('ascii', 'replace').decode())
    desk.start()
    # It has its name before it has opened its journal, and answers after that.
    assert desk.state('trouble') == ''
    assert any('broken' in name for name in os.listdir(folder))
    desk.answer_gate()
    desk.start_ice()
    desk.wait_title(ROUND_1)


@case
def a_question_that_was_refused_is_asked_again_soon(desk):
    desk.server.refuses = True
    desk.start()
    desk.finish_workout()
    desk.advance(60)
    wait_for(lambda: desk.server.log, 'a refusal')
    desk.do('clock-moved')
    assert len(desk.server.log) == 1, 'not at once'
    desk.server.refuses = False
    desk.advance(1)
    desk.wait_title(HOUR)


@case
def refusals_are_met_with_patience(desk):
    desk.server.refuses = True
    desk.start()
    desk.finish_workout()
    desk.advance(60)
    wait_for(lambda: desk.server.log, 'a refusal')
    for minutes in range(1, 60):
        before = len(desk.server.log)
        desk.advance(1)
        if minutes in (1, 3, 7, 15, 31, 47):
            wait_for(lambda: len(desk.server.log) > before, f'a further try after {minutes} min')
    assert len(desk.server.log) == 7, desk.server.log


@case
def notes_that_could_not_be_saved_are_made_up_for(desk):
    desk.start()
    with desk.open_journal() as book:
        for table in ('session', 'setting', 'sign', 'workout', 'episode'):
            book.execute(f"CREATE TRIGGER full_{table} BEFORE INSERT ON {table} BEGIN"
                         " SELECT RAISE (ABORT, 'disk is full'); END")
    desk.finish_workout()
    desk.do('recovery-stop')
    desk.do('recovery-stop')
    assert desk.events('recovery') is None
    desk.do('sign-outcome', GLib.Variant('(ss)', ('warn-chest', 'doctor')))
    desk.do('setting', GLib.Variant('(sv)', ('bedtime', GLib.Variant('i', 1350))))
    with desk.open_journal() as book:
        book.execute('DROP TRIGGER full_setting')
    desk.do('setting', GLib.Variant('(sv)', ('limit.alcohol', GLib.Variant('i', 300))))
    assert 'disk is full' in desk.state('trouble')
    with desk.open_journal() as book:
        for table in ('session', 'sign', 'workout', 'episode'):
            book.execute(f'DROP TRIGGER full_{table}')
    desk.do('setting', GLib.Variant('(sv)', ('limit.alcohol', GLib.Variant('i', 200))))
    assert desk.state('trouble') == ''
    assert desk.ask_journal('SELECT open FROM session') == [(0,)]
    assert desk.ask_journal('SELECT name FROM event') == [('finish',), ('stop',)]
    assert desk.ask_journal('SELECT minutes FROM workout') == [(45,)]
    assert desk.ask_journal('SELECT onset FROM episode') == [('during',)]
    assert desk.ask_journal('SELECT item FROM sign') == [('warn-chest',)]
    desk.kill()
    desk.start()
    assert desk.state('setting')['bedtime'] == 1350
    assert desk.state('setting')['limit.alcohol'] == 200


@case
def a_session_that_could_not_be_closed_does_not_come_back(desk):
    desk.start()
    with desk.open_journal() as book:
        book.execute("CREATE TRIGGER full BEFORE UPDATE ON session WHEN new.open = 0 BEGIN"
                     " SELECT RAISE (ABORT, 'disk is full'); END")
    desk.finish_workout(legs='fine')
    desk.finish_workout(legs='fine')
    with desk.open_journal() as book:
        book.execute('DROP TRIGGER full')
    desk.do('recovery-stop')
    desk.do('recovery-stop')
    desk.kill()
    desk.start()
    assert desk.events('recovery') is None


@case
def a_server_that_is_started_for_it_rings_once(desk):
    desk.close_server()
    log = desk.add_server_on_demand()
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    wait_for(lambda: desk.state('setting').get('shown.ice'), 'a reminder')
    desk.do('clock-moved')
    with open(log, encoding='utf-8') as file:
        loud = [line for line in file if line == f'loud {ROUND_1}\n']
    assert len(loud) == 1, loud


@case
def a_journal_that_becomes_usable_later_gets_all_notes(desk):
    path = os.path.join(desk.folder, 'data', 'cooldown', 'journal.db')
    os.makedirs(os.path.dirname(path), mode=0o700)
    with desk.open_journal() as book:
        # A newer Cooldown's; without this it would be some other program's.
        book.execute('PRAGMA application_id = 0x436f6f6c')
        book.execute('PRAGMA user_version = 999')
    desk.start()
    desk.finish_workout()
    desk.set('bedtime', 'i', 1300)
    assert desk.state('trouble')
    os.remove(path)
    desk.do('recovery-step', GLib.Variant('(sb)', ('move', True)))
    assert not desk.state('trouble')
    assert desk.ask_journal('SELECT count(*) FROM event') == [(2,)]
    assert desk.ask_journal("SELECT value FROM setting WHERE name = 'bedtime'") == [('1300',)]
    assert desk.ask_journal('SELECT count(*) FROM workout') == [(1,)]


run()
