# SPDX-License-Identifier: GPL-3.0-or-later
"""As a user would: with the real window, the agent that the bus starts, and a closed window."""
from cases import case, HOUR, ROUND_1, run
from journey import ESCAPE, Visit

GATE_QUESTIONS = 7
TODAY_QUESTIONS = 2
FIRST_ROUND = 'Time for ice, round 1 of 5'


@case
def icing_is_started_by_hand_and_reminds_with_the_window_closed(visit):
    visit.open_window('--page', 'ice')
    visit.press_all('push button', 'No', GATE_QUESTIONS)
    visit.press('push button', 'Continue')
    visit.press_all('push button', 'Yes', TODAY_QUESTIONS)
    visit.press('push button', 'Start Icing')
    visit.wait_title(FIRST_ROUND)
    visit.press('push button', 'Later, 10 min')
    visit.wait_clear()
    visit.close_window()
    visit.advance(10)
    visit.wait_title(FIRST_ROUND)
    visit.server.press('ice-on')
    visit.wait_clear()
    visit.advance(10)
    visit.wait_title('Take the ice off now')
    visit.server.press('ice-off::fine')
    visit.wait_clear()


@case
def an_hour_is_started_by_hand_and_asks_with_the_window_closed(visit):
    visit.open_window('--page', 'recover')
    visit.press('radio button', 'Tingling')
    visit.catch_up()
    visit.press('push button', 'Start Cooling Down')
    visit.wait_node('push button', 'Check Now')
    visit.close_window()
    visit.advance(60)
    visit.wait_title(HOUR)
    visit.server.press('check-in::gone')
    visit.wait_clear()


@case
def a_warning_sign_is_shown_on_every_tab(visit):
    visit.open_window('--page', 'check')
    visit.press('check box', 'Call now: Chest pain.*')
    visit.wait_node('heading', 'Get help now.*')
    visit.press('page tab', 'Evening')
    visit.wait_node('heading', 'Get help now.*')
    visit.press('push button', 'I Never Had This')
    visit.wait_gone('heading', 'Get help now.*')


@case
def the_list_of_reminders_opens_from_outside_and_closes_by_keyboard(visit):
    visit.open_window('--page', 'evening')
    visit.answer_gate()
    visit.start_ice()
    visit.wait_title(ROUND_1)
    visit.wait_node('push button', 'Reminders, 1 due')
    visit.show('reminders')
    visit.wait_focus('list item', ROUND_1)
    visit.press_key(ESCAPE)
    visit.wait_gone('list item', ROUND_1)


@case
def the_menu_of_the_icon_opens_what_it_says_with_nothing_running(visit):
    visit.choose('wind-down')
    visit.wait_node('heading', 'Wind-down routine')
    visit.choose('just-finished')
    visit.wait_node('push button', 'Start Cooling Down')
    visit.choose('start-ice')
    visit.wait_node('push button', 'Continue')
    assert visit.state('ice').get('session') is None, 'nothing is started unasked'
    assert visit.state('evening').get('session') is None, 'nothing is started unasked'


@case
def a_result_of_the_search_opens_with_nothing_running(visit):
    visit.choose('show', "'evening/caffeine'")
    visit.wait_node('label', '.*caffeine among the first things.*')
    visit.choose('show', "'check/signs'")
    visit.wait_node('check box', 'Call now: Chest pain.*')


run(Visit)
