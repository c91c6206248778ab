# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checklist is answered with, and what of it goes into the journal."""
from bus import SECOND
from cases import case, run
from gi.repository import GLib


def save(desk, ticks=('feel-tingle', 'where-toes'), denied=(), places=(), level='soon', **more):
    desk.do('check-save', GLib.Variant('a{sv}', {
        'ticks': GLib.Variant('as', ticks), 'denied': GLib.Variant('as', denied),
        'places': GLib.Variant('as', places), 'level': GLib.Variant('s', level), **more}))


def checks(desk):
    return desk.ask_journal('SELECT ticks, denied, places, level FROM check_note ORDER BY id')


@case
def a_check_is_noted_with_its_time(desk):
    desk.start()
    serial = desk.state('journal-serial')
    save(desk, denied=['feel-itch'], places=['toes-l', 'toes-r'])
    assert checks(desk) == [('feel-tingle where-toes', 'feel-itch', 'toes-l toes-r', 'soon')]
    assert desk.ask_journal('SELECT written, episode FROM check_note') == [
        (desk.now['wall'] // SECOND, None)]
    assert desk.state('journal-serial') > serial


@case
def every_level_can_be_noted(desk):
    desk.start()
    levels = ['unfinished', 'self-care', 'soon', 'urgent', 'emergency']
    for level in levels:
        save(desk, level=level)
    assert [check[3] for check in checks(desk)] == levels


@case
def a_check_belongs_to_the_tingling_that_goes_on(desk):
    desk.start()
    desk.finish_workout()
    save(desk)
    (episode,), = desk.ask_journal('SELECT id FROM episode')
    assert desk.ask_journal('SELECT episode FROM check_note') == [(episode,)]


@case
def what_cannot_be_is_refused(desk):
    desk.start()
    for wrong in (
            {'ticks': ['feel-tingle', 'feel-fine']}, {'denied': ['feel-fine']}, {'ticks': []},
            {'places': ['toes']}, {'places': ['elbow-l']}, {'level': 'harmless'}, {'level': ''},
            {'denied': ['feel-tingle']}):
        save(desk, **wrong)
        assert checks(desk) == [], wrong
    save(desk, more=GLib.Variant('s', 'what a later window may add'))
    assert len(checks(desk)) == 1


@case
def what_is_of_another_type_is_refused(desk):
    desk.start()
    for member, value in [('ticks', GLib.Variant('s', 'feel-tingle')),
                          ('denied', GLib.Variant('i', 3)), ('places', GLib.Variant('b', True)),
                          ('level', GLib.Variant('u', 2))]:
        parameter = {'ticks': GLib.Variant('as', ['feel-tingle']),
                     'level': GLib.Variant('s', 'soon'), member: value}
        desk.do('check-save', GLib.Variant('a{sv}', parameter))
    desk.do('check-save', GLib.Variant('a{sv}', {}))
    assert checks(desk) == []


@case
def places_alone_are_something(desk):
    desk.start()
    save(desk, ticks=[], places=['thigh-front-l'], level='self-care')
    assert checks(desk) == [('', '', 'thigh-front-l', 'self-care')]


@case
def a_check_that_cannot_be_saved_now_is_saved_later_with_its_own_time(desk):
    desk.start()
    with desk.open_journal() as book:
        book.execute("CREATE TRIGGER full BEFORE INSERT ON check_note "
                     "BEGIN SELECT RAISE (ABORT, 'disk is full'); END")
    at = desk.now['wall'] // SECOND
    save(desk)
    assert desk.state('trouble')
    desk.advance(10)
    with desk.open_journal() as book:
        book.execute('DROP TRIGGER full')
    desk.set('sound', 'b', False)
    assert desk.ask_journal('SELECT written FROM check_note') == [(at,)]
    assert desk.state('trouble') == ''


@case
def answers_to_questions_are_remembered(desk):
    desk.start()
    desk.set('check.denied', 'as', ['feel-itch'])
    desk.set('check.unsure', 'as', ['feel-burn'])
    desk.set('check.declined', 'as', ['last-longer'])
    desk.set('check.at', 'x', 1795366800)
    desk.kill()
    desk.start()
    assert desk.state('setting')['check.denied'] == ['feel-itch']
    assert desk.state('setting')['check.unsure'] == ['feel-burn']
    assert desk.state('setting')['check.declined'] == ['last-longer']
    assert desk.state('setting')['check.at'] == 1795366800
    desk.set('check.denied', 's', 'feel-itch')
    assert desk.state('setting')['check.denied'] == ['feel-itch']

run()
