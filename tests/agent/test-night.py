# SPDX-License-Identifier: GPL-3.0-or-later
"""How the legs were last night. It is Sunday, 2026-11-22, 17:00 UTC."""
from bus import SECOND
from cases import case, run
from gi.repository import GLib

LEGS = 'How were your legs last night?'
HOURS = 60
# The question comes at eight in the morning.
UNTIL_QUESTION = 15 * HOURS
TODAY = '2026-11-22'
LAST_NIGHT = '2026-11-21'

# Makes a file as the first Cooldown wrote them out of today's; what is not asked about is left out.
TO_THE_OLDEST = '''
CREATE TEMP TABLE kept_session AS
  SELECT id, kind, plan, said, open, written, written_offset FROM session;
CREATE TEMP TABLE kept_event AS SELECT * FROM event;
DROP TABLE older; DROP TABLE check_note; DROP TABLE night; DROP TABLE sign;
DROP TABLE episode; DROP TABLE workout; DROP TABLE event; DROP TABLE session; DROP TABLE found;
CREATE TABLE session (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, plan TEXT NOT NULL,
  said INTEGER NOT NULL, open INTEGER NOT NULL,
  written INTEGER NOT NULL, written_offset INTEGER NOT NULL) STRICT;
CREATE INDEX session_open ON session (kind, open);
CREATE TABLE event (session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL, name TEXT NOT NULL, arg TEXT NOT NULL,
  wall INTEGER NOT NULL, wall_offset INTEGER NOT NULL,
  boot INTEGER NOT NULL, boot_id TEXT NOT NULL, PRIMARY KEY (session, seq)) STRICT;
CREATE TABLE workout (id INTEGER PRIMARY KEY, session INTEGER UNIQUE REFERENCES session (id),
  kind TEXT NOT NULL, ended INTEGER NOT NULL, ended_offset INTEGER NOT NULL,
  minutes INTEGER NOT NULL, rpe INTEGER, legs INTEGER NOT NULL,
  written INTEGER NOT NULL, written_offset INTEGER NOT NULL) STRICT;
CREATE TABLE episode (id INTEGER PRIMARY KEY, session INTEGER REFERENCES session (id),
  onset TEXT NOT NULL, began INTEGER NOT NULL, began_offset INTEGER NOT NULL,
  ended INTEGER, ended_offset INTEGER,
  written INTEGER NOT NULL, written_offset INTEGER NOT NULL) STRICT;
CREATE INDEX episode_began ON episode (began);
CREATE TABLE sign (id INTEGER PRIMARY KEY, item TEXT NOT NULL, outcome TEXT NOT NULL,
  written INTEGER NOT NULL, written_offset INTEGER NOT NULL) STRICT;
INSERT INTO session SELECT * FROM kept_session;
INSERT INTO event SELECT * FROM kept_event;
PRAGMA user_version = 1;
'''


def rate(desk, restless, date):
    desk.do('night-rate', GLib.Variant('(us)', (restless, date)))


def look(desk):
    """With nothing to say the agent looks at the clock when something happens."""
    desk.set('sound', 'b', True)


def nights(desk):
    return desk.ask_journal('SELECT date, restless FROM night ORDER BY date')


@case
def a_night_is_noted_and_told(desk):
    desk.start()
    assert desk.state('night') == {'date': LAST_NIGHT, 'rating': -1, 'nights': 0}
    serial = desk.state('journal-serial')
    rate(desk, 0, LAST_NIGHT)
    assert desk.state('night') == {'date': LAST_NIGHT, 'rating': 0, 'nights': 1}
    assert desk.state('journal-serial') > serial
    rate(desk, 7, LAST_NIGHT)
    assert desk.state('night') == {'date': LAST_NIGHT, 'rating': 7, 'nights': 1}
    assert nights(desk) == [(LAST_NIGHT, 7)]


@case
def it_outlives_the_agent(desk):
    desk.start()
    rate(desk, 3, LAST_NIGHT)
    desk.kill()
    desk.start()
    assert desk.state('night') == {'date': LAST_NIGHT, 'rating': 3, 'nights': 1}


@case
def the_next_day_asks_about_the_next_night(desk):
    desk.start()
    rate(desk, 3, LAST_NIGHT)
    desk.advance(UNTIL_QUESTION)
    look(desk)
    assert desk.state('night') == {'date': TODAY, 'rating': -1, 'nights': 1}


@case
def what_cannot_be_is_refused(desk):
    desk.start()
    for restless, date in [(11, LAST_NIGHT), (2 ** 32 - 1, LAST_NIGHT), (3, '2026-11-23'),
                           (3, '2027-11-21'), (3, '2026-10-22'), (3, '1970-01-01'),
                           (3, '2026-11-31'), (3, '21 November'), (3, '')]:
        rate(desk, restless, date)
        assert nights(desk) == [], (restless, date)
    rate(desk, 3, '2026-10-23')
    rate(desk, 4, TODAY)
    assert nights(desk) == [('2026-10-23', 3), (TODAY, 4)]


@case
def an_evening_that_has_not_begun_is_refused(desk):
    desk.start()
    desk.advance(UNTIL_QUESTION)
    rate(desk, 3, '2026-11-23')
    assert nights(desk) == []
    desk.advance(4 * HOURS)
    rate(desk, 3, '2026-11-23')
    assert nights(desk) == [('2026-11-23', 3)]


@case
def an_answer_ends_the_question(desk):
    desk.start()
    desk.set('remind.morning', 'b', True)
    desk.advance(UNTIL_QUESTION)
    desk.wait_title(LEGS)
    rate(desk, 8, TODAY)
    desk.wait_clear()
    assert desk.due() == []
    desk.advance(24 * HOURS)
    desk.wait_title(LEGS)
    assert desk.missed() == []


@case
def an_answer_before_its_time_spares_the_question(desk):
    desk.start()
    desk.set('remind.morning', 'b', True)
    desk.advance(UNTIL_QUESTION - 60)
    assert desk.coming() == ['morning']
    rate(desk, 2, TODAY)
    assert desk.coming() == []
    desk.advance(60)
    assert desk.due() == []
    desk.kill()
    desk.start()
    assert desk.due() == [], 'a successor knows it too'
    desk.advance(5 * HOURS)
    assert desk.missed() == []
    desk.advance(19 * HOURS)
    desk.wait_title(LEGS)


@case
def another_night_is_no_answer(desk):
    desk.start()
    desk.set('remind.morning', 'b', True)
    desk.advance(UNTIL_QUESTION)
    desk.wait_title(LEGS)
    rate(desk, 2, LAST_NIGHT)
    assert desk.due() == ['morning']


@case
def a_calm_night_is_one_press(desk):
    desk.start()
    desk.set('remind.morning', 'b', True)
    desk.advance(UNTIL_QUESTION)
    desk.wait_title(LEGS)
    shown, = desk.server.standing.values()
    (calm, label), = [item for item in shown['actions'].items() if item[0] != 'default']
    assert label == 'Calm'
    desk.server.press(calm)
    desk.wait_clear()
    assert nights(desk) == [(TODAY, 0)]
    assert desk.state('night')['rating'] == 0


@case
def a_night_is_noted_while_notes_cannot_be_saved(desk):
    desk.start()
    desk.set('remind.morning', 'b', True)
    desk.advance(UNTIL_QUESTION)
    desk.wait_title(LEGS)
    with desk.open_journal() as book:
        book.execute("CREATE TRIGGER full BEFORE INSERT ON night "
                     "BEGIN SELECT RAISE (ABORT, 'disk is full'); END")
    rate(desk, 5, TODAY)
    desk.wait_clear()
    assert desk.state('trouble') and desk.state('night')['rating'] == 5
    with desk.open_journal() as book:
        book.execute('DROP TRIGGER full')
    desk.set('sound', 'b', False)
    assert nights(desk) == [(TODAY, 5)]
    assert desk.state('trouble') == ''


@case
def what_was_set_before_is_there_after_an_update(desk):
    desk.start()
    desk.finish_workout()
    desk.set('bedtime', 'i', 1350)
    desk.kill()
    with desk.open_journal() as book:
        book.executescript(TO_THE_OLDEST)
    desk.start()
    assert desk.state('setting')['bedtime'] == 1350
    assert desk.events('recovery') == [('finish', '')]
    rate(desk, 6, LAST_NIGHT)
    assert nights(desk) == [(LAST_NIGHT, 6)]


@case
def a_journal_that_can_be_used_later_is_asked_then(desk):
    desk.start()
    rate(desk, 3, LAST_NIGHT)
    desk.kill()
    (version,), = desk.ask_journal('PRAGMA user_version')
    with desk.open_journal() as book:
        book.execute('PRAGMA user_version = 999')
    desk.start()
    assert desk.state('night')['rating'] == -1
    with desk.open_journal() as book:
        book.execute(f'PRAGMA user_version = {version}')
    desk.set('sound', 'b', False)
    assert desk.state('night') == {'date': LAST_NIGHT, 'rating': 3, 'nights': 1}


# Days that are no days as others.

@case
def whoever_sleeps_by_day_is_asked_about_the_last_sleep(desk):
    desk.start()
    desk.set('bedtime', 'i', 9 * HOURS)
    desk.set('remind.morning', 'b', True)
    desk.advance(UNTIL_QUESTION)
    desk.wait_title(LEGS)
    # Before bed at nine the sleep that ended on Sunday is the last one; it began in Saturday's night.
    assert desk.state('night')['date'] == LAST_NIGHT
    shown, = desk.server.standing.values()
    desk.server.press([action for action in shown['actions'] if action != 'default'][0])
    desk.wait_clear()
    assert nights(desk) == [(LAST_NIGHT, 0)]
    desk.advance(HOURS)
    desk.set('morning-at', 'i', 17 * HOURS + 30)
    assert desk.state('night') == {'date': TODAY, 'rating': -1, 'nights': 1}
    desk.advance(8.5 * HOURS)
    desk.wait_title(LEGS)
    rate(desk, 4, TODAY)
    desk.wait_clear()
    assert nights(desk) == [(LAST_NIGHT, 0), (TODAY, 4)]


@case
def whoever_is_still_up_after_midnight_has_no_night_behind_them(desk):
    desk.start()
    desk.set('bedtime', 'i', 60)
    for minutes, date in [(10 * HOURS + 59, LAST_NIGHT), (1, TODAY)]:
        desk.advance(minutes)
        # With nothing to say it looks when something happens.
        desk.set('sound', 'b', True)
        assert desk.state('night')['date'] == date


@case
def a_morning_that_comes_twice_is_asked_about_once(desk):
    desk.start()
    desk.set('remind.morning', 'b', True)
    desk.fly(0, 'Pacific/Auckland')
    # It is Monday, 6:00.
    desk.advance(2 * HOURS)
    desk.wait_title(LEGS)
    rate(desk, 6, TODAY)
    desk.wait_clear()
    desk.fly(9 * HOURS, 'Pacific/Honolulu')
    # It is Sunday, 18:00; the second Monday begins.
    assert desk.state('night')['date'] == LAST_NIGHT
    desk.advance(14 * HOURS)
    assert not desk.due() and desk.state('night') == {'date': TODAY, 'rating': 6, 'nights': 1}
    rate(desk, 3, TODAY)
    assert nights(desk) == [(TODAY, 3)], 'of two answers for one date the later one counts'
    desk.advance(24 * HOURS)
    desk.wait_title(LEGS)
    assert desk.state('night')['date'] == '2026-11-23'
    assert not desk.missed()


@case
def a_morning_that_is_left_out_is_not_asked_about(desk):
    desk.start()
    desk.set('remind.morning', 'b', True)
    desk.fly(0, 'Pacific/Honolulu')
    # It is Sunday, 7:00.
    desk.advance(HOURS)
    desk.wait_title(LEGS)
    rate(desk, 6, LAST_NIGHT)
    desk.wait_clear()
    # From Sunday, 20:00, to Tuesday, 3:00.
    desk.advance(12 * HOURS)
    desk.fly(8 * HOURS, 'Pacific/Auckland')
    assert not desk.due(), 'Monday had no morning'
    assert desk.state('night')['date'] == '2026-11-23'
    desk.advance(5 * HOURS)
    desk.wait_title(LEGS)
    rate(desk, 2, '2026-11-23')
    desk.wait_clear()
    assert nights(desk) == [(LAST_NIGHT, 6), ('2026-11-23', 2)]


# What belongs to an hour that goes on.

def workouts(desk):
    return desk.ask_journal('SELECT session, kind, minutes, ended FROM workout')


@case
def a_workout_that_was_not_written_any_more_is_noted_by_the_successor(desk):
    desk.start()
    desk.finish_workout(ago=5)
    noted = workouts(desk)
    episode = desk.state('recovery')['episode']
    assert noted == [(noted[0][0], 'run', 45, desk.now['wall'] // SECOND - 300)]
    desk.kill()
    with desk.open_journal() as book:
        book.execute('DELETE FROM workout')
        book.execute('DELETE FROM episode')
    desk.start()
    assert workouts(desk) == noted
    assert desk.state('recovery')['episode'] == episode
    desk.kill()
    desk.start()
    assert workouts(desk) == noted
    assert desk.state('recovery')['recent'] == 1


@case
def a_successor_opens_no_episode_that_was_over(desk):
    desk.start()
    # The tingling goes on through a second workout, and ends with it.
    desk.finish_workout()
    desk.finish_workout()
    desk.do('check-in', GLib.Variant('s', 'gone'))
    desk.kill()
    desk.start()
    assert 'episode' not in desk.state('recovery')
    assert len(workouts(desk)) == 2

run()
