# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the cases of a file, each on a desk of its own, and says what came of them."""
import os
import sys
import traceback

from bus import Desk
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


def iced(desk, **plan):
    """A session whose ice is on."""
    desk.start()
    desk.answer_gate()
    desk.start_ice(**plan)
    desk.wait_title(f"Time for ice, round 1 of {plan.get('rounds', 3)}")
    desk.wait_noted()
    desk.do('ice-on')
    desk.wait_clear()


def run(desk_class=Desk):
    """Runs every case marked so far, or those named on the command line."""
    # What the bus starts writes to our standard output, where only results belong.
    sys.stdout = os.fdopen(os.dup(1), 'w', buffering=1)
    os.dup2(2, 1)
    tap = Tap()
    wanted = sys.argv[1:]
    for function in CASES:
        name = function.__name__.replace('_', ' ')
        if wanted and name not in wanted:
            continue
        try:
            with desk_class() as desk:
                function(desk)
                assert desk.agent is None or desk.agent.poll() is None, 'the agent died'
        except Exception:  # pylint: disable=broad-except
            tap.check(name, False, traceback.format_exc())
        else:
            tap.check(name, True)
    tap.done()
