# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers that do not answer: D-Bus waits 25 seconds for them, and so do these tests."""
import time

from bus import wait_for
from cases import case, only, ROUND_1, run

ANSWER_AFTER_SECONDS = 30
# Enough for the time-out on a busy machine.
PATIENCE_SECONDS = 60
TEST = 'This is a test'


@case
def a_call_that_is_never_answered_is_given_up_and_made_again(desk):
    desk.server.hangs = True
    desk.start()
    desk.answer_gate()
    desk.start_ice()
    wait_for(lambda: desk.server.held, 'a call that hangs')
    never, = desk.server.held
    # It would be tried again by now, if it were known to have failed.
    desk.advance(1)
    assert desk.server.held == [never]
    wait_for(lambda: len(desk.server.held) == 2, 'a second try', PATIENCE_SECONDS)
    desk.server.held.remove(never)
    desk.server.release()
    desk.wait_title(ROUND_1)
    desk.do('ice-on')
    desk.wait_clear()


@case
@only('portal', 'an answer that comes after the time-out takes its number with it')
def what_is_shown_after_the_time_out_is_replaced(desk):
    began = time.monotonic()
    desk.server.hangs = True
    desk.start()
    desk.do('test-reminder')
    desk.advance(10 / 60)
    wait_for(lambda: 'error' in desk.state('test'), 'the time-out', PATIENCE_SECONDS)
    wait_for(lambda: time.monotonic() - began > ANSWER_AFTER_SECONDS, 'a late answer',
             PATIENCE_SECONDS)
    desk.server.release()
    assert desk.server.titles() == [TEST]
    desk.advance(1)
    wait_for(lambda: desk.state('test')['shown'], 'a try that succeeds')
    assert desk.server.titles() == [TEST]
    desk.server.press('test-answer')
    desk.wait_clear()


@case
@only('portal', 'an answer that comes after the time-out takes its number with it')
def what_comes_up_after_the_time_out_goes_when_it_is_answered(desk):
    desk.server.hangs = True
    desk.start()
    desk.do('test-reminder')
    desk.advance(10 / 60)
    wait_for(lambda: 'error' in desk.state('test'), 'the time-out', PATIENCE_SECONDS)
    desk.server.release()
    assert desk.server.titles() == [TEST]
    desk.do('test-answer')
    desk.wait_clear()


run()
