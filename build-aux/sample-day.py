#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets an installed Cooldown look as it does on an evening of somebody who uses it: eight weeks of
notes, a run that ended twenty minutes ago, ice on the leg. For pictures; writes to the user folders
and the session bus that it is started with.

  sample-day.py APP_ID
"""
import os
import random
import sqlite3
import sys
import time

from gi.repository import Gio, GLib

APP_ID = sys.argv[1]
AGENT_ID = APP_ID + '.Agent'
AGENT_PATH = '/' + AGENT_ID.replace('.', '/')
MINUTE = 60
DAY = 24 * 60 * MINUTE
WORKOUTS = 25
NIGHTS = 40
# The same notes each time.
CHANCE = random.Random(5)


def activate(bus, action, *parameter):
    bus.call_sync(AGENT_ID, AGENT_PATH, 'org.gtk.Actions', 'Activate',
                  GLib.Variant('(sava{sv})', (action, list(parameter), {})), None,
                  Gio.DBusCallFlags.NONE, -1, None)


def set_to(bus, name, value):
    activate(bus, 'setting', GLib.Variant('(sv)', (name, value)))


def insert(journal, table, **fields):
    fields |= {'written': fields.pop('at_written'), 'written_offset': 0}
    names = ', '.join(fields)
    holders = ', '.join('?' * len(fields))
    return journal.execute(f'INSERT OR IGNORE INTO {table} ({names}) VALUES ({holders})',
                           list(fields.values())).lastrowid


def note_workouts(journal, now):
    for i in range(WORKOUTS):
        ended = now - (2 * i + 2) * DAY - CHANCE.randrange(6) * 60 * MINUTE
        kind = CHANCE.choice(['run', 'run', 'run', 'walk', 'ride', 'strength'])
        tingled = CHANCE.random() < 0.5
        workout = insert(journal, 'workout', kind=kind, ended=ended, ended_offset=0,
                         minutes=CHANCE.choice([30, 40, 45, 60]), rpe=CHANCE.choice([3, 4, 5, 7]),
                         legs='tingling' if tingled else 'fine', at_written=ended)
        if tingled:
            note_episode(journal, workout, ended)


def note_episode(journal, workout, ended):
    began = ended + CHANCE.choice([-15, -5, 5, 10]) * MINUTE
    over = began + CHANCE.choice([10, 20, 25, 35, 45, 70]) * MINUTE
    insert(journal, 'episode', began=began, began_offset=0, ended=over, ended_offset=0, open=0,
           onset='during' if began < ended else 'after', severity=CHANCE.choice([2, 3, 3, 4, 5, 6]),
           sensations=CHANCE.choice(['feel-tingle', 'feel-tingle feel-burn']),
           places=CHANCE.choice(['toes-r', 'toes-r sole-r', 'calf-l calf-r', 'foot-top-r']),
           workout=workout, at_written=over)


def note_nights(journal, now):
    for i in range(1, NIGHTS):
        if i % 9 == 0:
            continue
        late = CHANCE.random() < 0.3
        insert(journal, 'night', date=time.strftime('%Y-%m-%d', time.localtime(now - i * DAY)),
               restless=min(10, max(0, round(CHANCE.gauss(5.5 if late else 2.5, 1.5)))),
               caffeine='some', caffeine_at=(16 if late else 10) * 60, alcohol='none',
               at_written=now - (i - 1) * DAY - 12 * 60 * MINUTE)


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    now = int(time.time())
    set_to(bus, 'bedtime', GLib.Variant('i', 22 * 60 + 45))
    with sqlite3.connect(os.path.join(GLib.get_user_data_dir(), 'cooldown', 'journal.db'),
                         timeout=20) as journal:
        note_workouts(journal, now)
        note_nights(journal, now)
    activate(bus, 'journal-changed')
    set_to(bus, 'check.ticks', GLib.Variant('as', ['feel-tingle', 'feel-burn', 'where-sole',
                                                   'when-during', 'last-30min', 'warn-none']))
    set_to(bus, 'check.places', GLib.Variant('as', ['sole-r', 'toes-r']))
    set_to(bus, 'check.answered', GLib.Variant('x', now))
    set_to(bus, 'check.at', GLib.Variant('x', now))
    activate(bus, 'workout-finish', GLib.Variant('a{sv}', {
        'kind': GLib.Variant('s', 'run'), 'ended': GLib.Variant('x', now - 20 * MINUTE),
        'minutes': GLib.Variant('u', 45), 'rpe': GLib.Variant('u', 4),
        'legs': GLib.Variant('s', 'fine')}))
    activate(bus, 'ice-gate', GLib.Variant('a{sv}', {
        **{f'gate-{name}': GLib.Variant('b', False) for name in
           ('feeling', 'diabetes', 'arteries', 'cold', 'nerve', 'heart', 'frostbite')},
        'now-touch': GLib.Variant('b', True), 'now-skin': GLib.Variant('b', True)}))
    activate(bus, 'ice-start', GLib.Variant('a{sv}', {
        'minutes': GLib.Variant('u', 10), 'rounds': GLib.Variant('u', 5),
        'site': GLib.Variant('s', 'toes'), 'side': GLib.Variant('s', 'right')}))
    activate(bus, 'ice-on')


if __name__ == '__main__':
    main()
