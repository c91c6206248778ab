# SPDX-License-Identifier: GPL-3.0-or-later
"""The window writes to the journal too, and says so. It is Sunday, 2026-11-22, 17:00 UTC."""
import subprocess
import sys

from bus import SECOND
from cases import case, HOUR, run
from gi.repository import GLib

EVENING = 'Is it still tingling?'
DATABASE = 'import sqlite3, sys; book = sqlite3.connect(sys.argv[1])\n' \
           'with book: book.execute(sys.argv[2])\nbook.close()'


def write(desk, statement):
    """Another process writes, and says that it did."""
    subprocess.run([sys.executable, '-c', DATABASE, desk.folder + '/data/cooldown/journal.db',
                    statement], check=True)
    desk.do('journal-changed')


def seconds(desk):
    return desk.now['wall'] // SECOND


def uid(desk):
    return desk.ask_journal('SELECT uid FROM episode WHERE deleted IS NULL')[0][0]


@case
def the_state_names_the_open_episode_and_its_places(desk):
    desk.start()
    desk.finish_workout()
    assert desk.state('recovery')['episode-uid'] == uid(desk)
    assert desk.state('recovery')['episode-places'] == []
    write(desk, "UPDATE episode SET places = 'sole-right calf-left', edits = edits + 1")
    assert desk.state('recovery')['episode-places'] == ['sole-right', 'calf-left']


@case
def an_edited_beginning_shows(desk):
    desk.start()
    desk.finish_workout()
    write(desk, 'UPDATE episode SET began = began - 1200')
    assert desk.state('recovery')['episode'] == seconds(desk) - 1200


@case
def an_end_noted_in_the_window_outlives_the_answer_of_the_hour(desk):
    desk.start()
    desk.finish_workout()
    write(desk, 'UPDATE episode SET ended = began + 600, ended_offset = 0, open = 0')
    desk.advance(70)
    # Else the answer may come before the question.
    desk.wait_settled()
    desk.do('check-in', GLib.Variant('s', 'gone'))
    assert desk.ask_journal('SELECT ended - began FROM episode') == [(600,)]


@case
def an_edited_end_of_the_workout_moves_the_question(desk):
    desk.start()
    desk.finish_workout()
    write(desk, "UPDATE workout SET ended = ended - 1200, kind = 'swim'")
    desk.advance(39.9)
    assert not desk.server.standing
    desk.advance(0.1)
    desk.wait_title('One hour since your swim')


@case
def it_moves_it_later_too(desk):
    desk.start()
    desk.finish_workout(ago=20)
    write(desk, 'UPDATE workout SET ended = ended + 600')
    desk.advance(40)
    assert not desk.server.standing
    desk.advance(10)
    desk.wait_title(HOUR)


@case
def an_edited_end_outlives_the_agent(desk):
    desk.start()
    desk.finish_workout()
    write(desk, 'UPDATE workout SET ended = ended - 1200')
    desk.kill()
    desk.start()
    desk.advance(40)
    desk.wait_title(HOUR)


@case
def an_end_in_the_future_moves_nothing(desk):
    desk.start()
    desk.finish_workout()
    write(desk, 'UPDATE workout SET ended = ended + 7200')
    desk.advance(60)
    desk.wait_title(HOUR)


@case
def a_deleted_workout_leaves_the_hour(desk):
    desk.start()
    desk.finish_workout()
    write(desk, 'UPDATE workout SET deleted = 1795366800')
    desk.advance(60)
    desk.wait_title(HOUR)


@case
def a_deleted_episode_is_no_longer_open(desk):
    desk.start()
    desk.finish_workout()
    desk.do('check-in', GLib.Variant('s', 'still'))
    write(desk, 'UPDATE episode SET deleted = 1795366800')
    assert 'episode' not in desk.state('recovery')
    assert 'episode-uid' not in desk.state('recovery')
    assert desk.state('recovery')['recent'] == 0
    assert not desk.enabled('episode-check')
    assert not [kind for kind in desk.coming() if kind.startswith('episode')], desk.coming()


@case
def what_stands_about_a_deleted_episode_goes(desk):
    desk.start()
    desk.finish_workout()
    desk.do('check-in', GLib.Variant('s', 'still'))
    desk.do('recovery-stop')
    desk.advance(60 * 5)
    desk.wait_title(EVENING)
    write(desk, 'UPDATE episode SET deleted = 1795366800')
    desk.wait_clear()


@case
def an_undone_deletion_brings_it_back(desk):
    desk.start()
    desk.finish_workout()
    write(desk, 'UPDATE episode SET deleted = 1795366800')
    write(desk, 'UPDATE episode SET deleted = NULL')
    assert desk.state('recovery')['episode'] == seconds(desk)


@case
def an_episode_that_the_window_opens_is_asked_about(desk):
    desk.start()
    write(desk, "INSERT INTO episode (began, began_offset, open, written, written_offset)"
                f" VALUES ({seconds(desk)}, 0, 1, {seconds(desk)}, 0)")
    assert desk.state('recovery')['episode'] == seconds(desk)
    desk.advance(60 * 5)
    desk.wait_title(EVENING)


@case
def an_old_one_is_not_asked_about_for_what_is_over(desk):
    desk.start()
    two_days_ago = seconds(desk) - 2 * 86400
    write(desk, "INSERT INTO episode (began, began_offset, open, written, written_offset)"
                f" VALUES ({two_days_ago}, 0, 1, {seconds(desk)}, 0)")
    assert desk.state('recovery')['episode'] == two_days_ago
    assert not desk.due()


@case
def the_newest_of_two_open_ones_is_ended(desk):
    desk.start()
    for ago in (600, 7200):
        write(desk, "INSERT INTO episode (began, began_offset, open, written, written_offset)"
                    f" VALUES ({seconds(desk) - ago}, 0, 1, {seconds(desk)}, 0)")
    assert desk.state('recovery')['episode'] == seconds(desk) - 600
    desk.do('episode-end', GLib.Variant('x', seconds(desk)))
    assert desk.state('recovery')['episode'] == seconds(desk) - 7200


@case
def an_edited_night_shows(desk):
    desk.start()
    desk.do('night-rate', GLib.Variant('(us)', (3, '2026-11-21')))
    write(desk, 'UPDATE night SET restless = 8')
    assert desk.state('night')['rating'] == 8
    write(desk, 'UPDATE night SET deleted = 1795366800')
    assert desk.state('night') == {'date': '2026-11-21', 'rating': -1, 'nights': 0}


@case
def what_the_window_wrote_is_not_told_back_to_it(desk):
    desk.start()
    serial = desk.state('journal-serial')
    # It is over: what is pending has the agent itself note this and that.
    write(desk, "INSERT INTO episode (began, began_offset, ended, ended_offset, written,"
                f" written_offset) VALUES ({seconds(desk) - 600}, 0, {seconds(desk)}, 0,"
                f" {seconds(desk)}, 0)")
    assert desk.state('recovery')['recent'] == 1
    assert desk.state('journal-serial') == serial


run()
