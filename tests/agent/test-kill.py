# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of the agent at random moments of sessions: nothing is lost, nothing is said twice."""
import os
import random
import sqlite3
import sys
import time

from bus import AGENT_ID, AGENT_PATH, Desk, wait_for
from gi.repository import Gio, GLib
from tap import Tap

KILLS = int(os.environ.get('COOLDOWN_TEST_KILLS', '200'))
# A command takes about as long: kills fall before, into and after what it does.
LONGEST_WAIT_SECONDS = 0.008
APPENDING = ('ice-on', 'ice-check', 'ice-skip', 'ice-pause', 'ice-resume', 'ice-off',
             'ice-snooze')
SUBJECTS = ('ice', 'recovery', 'evening')
EVENING = ('evening-step', 'evening-back', 'evening-pause', 'evening-resume', 'restless-now')
START_PLAN = {'minutes': GLib.Variant('u', 10), 'rounds': GLib.Variant('u', 6),
              'site': GLib.Variant('s', 'toes'), 'side': GLib.Variant('s', 'left')}


def choose_command(desk, chance):
    """Something that a user can do now, as (action, target)."""
    commands = [('ice-on', None), ('ice-check', None), ('ice-skip', None), ('ice-pause', None),
                ('ice-resume', None), ('ice-snooze', GLib.Variant('u', 10)),
                ('ice-off', GLib.Variant('s', chance.choice(['fine', 'taken', 'bell']))),
                ('check-in', GLib.Variant('s', chance.choice(['gone', 'still', 'none']))),
                ('recovery-step', GLib.Variant('(sb)', ('move', chance.random() < 0.5))),
                ('ice-start', GLib.Variant('a{sv}', START_PLAN)),
                ('evening-start', GLib.Variant('a{sv}', {})),
                ('evening-step', GLib.Variant('s', 'next')), ('evening-back', None),
                ('evening-pause', None), ('evening-resume', None), ('restless-now', None)]
    return chance.choice([command for command in commands if desk.enabled(command[0])] or
                         [('journal-serial', None)])


class Life:
    """What a user does for hours, with an agent that is killed again and again."""

    def __init__(self, desk, chance):
        self.desk = desk
        self.chance = chance
        self.orphans = set()

    def send(self, action, target):
        """Sends a command without waiting for what comes of it; whether it was answered is noted."""
        answered = []

        def noted(connection, result):
            try:
                connection.call_finish(result)
                answered.append(True)
            except GLib.Error:
                pass

        self.desk.connection.call(
            AGENT_ID, AGENT_PATH, 'org.gtk.Actions', 'Activate',
            GLib.Variant('(sava{sv})', (action, [] if target is None else [target], {})), None,
            Gio.DBusCallFlags.NO_AUTO_START, -1, None, noted)
        return answered

    def pass_time(self):
        if self.chance.random() < 0.6:
            self.desk.advance(self.chance.choice([1, 2, 5, 10, 20, 45]))
        if not self.desk.enabled('check-in'):
            self.desk.finish_workout()
        if not any(self.desk.enabled(action) for action in APPENDING + ('ice-start',)):
            self.desk.do('ice-stop')
            self.desk.answer_gate()

    def kill(self):
        action, target = choose_command(self.desk, self.chance)
        shown = {number for kind, number, *_ in self.desk.server.log if kind == 'show'}
        before = [self.desk.state(subject) for subject in SUBJECTS]
        answered = self.send(action, target)
        deadline = time.monotonic() + self.chance.uniform(0, LONGEST_WAIT_SECONDS)
        while time.monotonic() < deadline:
            GLib.MainContext.default().iteration(False)
        self.desk.kill()
        wait_for(lambda: not self.desk.has_name(AGENT_ID), 'the agent to be gone')
        self.note_orphans(shown)
        return before, bool(answered), action

    def note_orphans(self, shown_before):
        """What a server was given in the last moment, and nobody lived to write down its number."""
        with self.desk.open_journal() as book:
            noted = {value.strip("'").rsplit(' ', 1)[-1] for value, in book.execute(
                "SELECT value FROM setting WHERE name LIKE 'shown.%'")}
        self.orphans |= {number for number in self.desk.server.standing
                         if str(number) not in noted and number not in shown_before}

    def check(self, before, answered, action):
        for subject, was in zip(SUBJECTS, before):
            session = self.desk.state(subject).get('session')
            old = was.get('session')
            if old is None or session is None or session[0] != old[0]:
                continue
            kept = [event[0] for event in session[4]][:len(old[4])]
            assert kept == [event[0] for event in old[4]], (
                f'{subject} was {old[4]}, is {session[4]} after {action}')
            if answered and action in {'ice': APPENDING, 'evening': EVENING}.get(subject, ()):
                assert len(session[4]) > len(old[4]), f'{action} was answered, and lost'
        self.check_desktop()

    def check_desktop(self):
        def standing():
            return sorted(shown['title'] for number, shown in self.desk.server.standing.items()
                          if number not in self.orphans)

        def wanted():
            titles = sorted(title for _kind, _at, title in self.desk.state('due'))
            return titles if len(titles) < 2 else [titles, [f'{len(titles)} reminders']]

        def agrees():
            want = wanted()
            have = standing()
            return have == want or have in want
        wait_for(agrees, f'{wanted()} on the desktop, not {standing()}')

    def check_journal(self):
        with self.desk.open_journal() as book:
            assert book.execute('PRAGMA integrity_check').fetchall() == [('ok',)]
            assert not book.execute('PRAGMA foreign_key_check').fetchall()


def main():
    sys.stdout = os.fdopen(os.dup(1), 'w', buffering=1)
    os.dup2(2, 1)
    seed = int(os.environ.get('COOLDOWN_TEST_SEED', random.randrange(1 << 31)))
    tap = Tap()
    print(f'# seed {seed}', flush=True)
    failure = ''
    kills = 0
    with Desk() as desk:
        life = Life(desk, random.Random(seed))
        try:
            desk.start()
            for kills in range(1, KILLS + 1):
                life.pass_time()
                fate = life.kill()
                desk.start()
                life.check(*fate)
            life.check_journal()
        except (AssertionError, sqlite3.Error) as error:
            failure = f'kill {kills}, seed {seed}: {error}'
    print(f'# {len(life.orphans)} of {kills} kills fell between showing a notification and noting '
          'its number; a server that keeps what a dead program showed has those still')
    tap.check(f'{KILLS} kills lose nothing and double nothing', not failure, failure)
    tap.done()


main()
