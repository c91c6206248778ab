# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the cases of a file, each on a desk of its own, and says what came of them."""
import os
import sys
import traceback

from bus import Desk, PortalDesk
from tap import Tap

ROUND_1 = 'Time for ice, round 1 of 3'
ROUND_2 = 'Time for ice, round 2 of 3'
TAKE_OFF = 'Take the ice off now'
HOUR = 'One hour since your run'

CASES = []


def case(function):
    """Marks a promise; its name is what is promised."""
    CASES.append(function)
    return function


def only(by, reason):
    """Marks a promise that only one of what brings reminders can keep, and says why."""
    def mark(function):
        function.only = by, reason
        return function
    return mark


def uncompared(reason):
    """Marks a promise that may be kept in more than one way, and says why."""
    def mark(function):
        function.uncompared = reason
        return function
    return mark


def iced(desk, **plan):
    """A session whose ice is on."""
    desk.start()
    desk.answer_gate()
    desk.start_ice(**plan)
    desk.wait_title(f"Time for ice, round 1 of {plan.get('rounds', 3)}")
    desk.wait_noted()
    desk.do('ice-on')
    desk.wait_clear()


def run(*desk_classes):
    """Runs every case marked so far, or those named on the command line, at each kind of desk.

    Without a kind of its own a file runs with all that can bring reminders; the same has to come
    of it each time.
    """
    desk_classes = desk_classes or (Desk, PortalDesk)
    # What the bus starts writes to our standard output, where only results belong.
    sys.stdout = os.fdopen(os.dup(1), 'w', buffering=1)
    os.dup2(2, 1)
    tap = Tap()
    wanted = sys.argv[1:]
    for function in CASES:
        name = function.__name__.replace('_', ' ')
        if not wanted or name in wanted:
            run_case(tap, function, name, desk_classes)
    tap.done()


def run_case(tap, function, name, desk_classes):
    accounts = []
    only_by, reason = getattr(function, 'only', (None, ''))
    for desk_class in desk_classes:
        full_name = name if len(desk_classes) == 1 else f'{name} ({desk_class.by})'
        if only_by not in (None, desk_class.by):
            tap.skip(full_name, reason)
            continue
        try:
            with desk_class() as desk:
                function(desk)
                desk.check_end()
                accounts.append(desk.account())
            assert hasattr(function, 'uncompared') or accounts[0] == accounts[-1], \
                f'otherwise {accounts[0]}, here {accounts[-1]}'
        except Exception:  # pylint: disable=broad-except
            tap.check(full_name, False, traceback.format_exc())
        else:
            tap.check(full_name, True)
