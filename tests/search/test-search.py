# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop's search is answered, by the program that ships, on a bus of its own."""
import configparser
import os
import re
import subprocess

from bus import AGENT_ID, APP_ID, Desk, wait_for, Window
from cases import case, run
from gi.repository import GLib

SEARCH_ID = APP_ID + '.SearchProvider'
SEARCH_PATH = '/' + SEARCH_ID.replace('.', '/')
INTERFACE = 'org.gnome.Shell.SearchProvider2'


class Searching(Desk):
    """A desk with a search, and with everything that it might start by mistake."""

    def __init__(self):
        super().__init__(with_server=False)
        self.started = os.path.join(self.folder, 'started')
        self.process = None
        self.install(SEARCH_ID, f"exec {os.environ['COOLDOWN_SEARCH']}")
        for name in (APP_ID, AGENT_ID):
            self.install(name, f'echo {name} >>{self.started}')

    def install(self, name, command):
        script = os.path.join(self.folder, name)
        with open(script, 'w', encoding='ascii') as file:
            file.write(f"#!/bin/sh\nexport LC_ALL=C.UTF-8 G_DEBUG=fatal-criticals\n{command}\n")
        os.chmod(script, 0o755)
        path = os.path.join(self.folder, 'services', name + '.service')
        with open(path, 'w', encoding='ascii') as file:
            file.write(f'[D-BUS Service]\nName={name}\nExec={script}\n')

    def tell_started(self):
        """What was started that is not a search, a line each."""
        if not os.path.exists(self.started):
            return ''
        with open(self.started, encoding='ascii') as file:
            return file.read()

    def call(self, method, signature, *values):
        return self.ask(SEARCH_ID, SEARCH_PATH, INTERFACE, method, GLib.Variant(signature, values))

    def find(self, text):
        return self.call('GetInitialResultSet', '(as)', text.split())[0]

    def narrow(self, before, text):
        return self.call('GetSubsearchResultSet', '(asas)', before, text.split())[0]

    def metas(self, ids):
        return self.call('GetResultMetas', '(as)', ids)[0]

    def kill(self):
        super().kill()
        if self.has_name(SEARCH_ID):
            pid, = self.ask('org.freedesktop.DBus', '/org/freedesktop/DBus',
                            'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                            GLib.Variant('(s)', (SEARCH_ID,)))
            os.kill(pid, 9)


@case
def what_people_type_leads_to_page_cause_and_tip(desk):
    tingling = desk.find('tingling')
    assert {'check', 'recover', 'recover/histamine', 'recover/pinched-nerve'} <= set(tingling)
    assert desk.find('ice')[0] == 'ice'
    restless = desk.find('restless')
    assert restless[0] == 'evening' and 'evening/what' in restless, restless
    assert desk.find('caffeine')[:2] == ['evening', 'evening/caffeine']
    assert 'evening/massage' in desk.find('massage')
    assert 'recover/neuroma' in desk.find('toes burn')
    assert desk.find('report') == ['journal']


@case
def what_may_be_a_warning_sign_leads_to_the_signs_first(desk):
    for text in ('chest pain', 'chest', 'numb', 'cola urine', 'slurred', 'breath', 'faint',
                 'leg swollen', 'cannot lift foot', 'pain', 'weak'):
        assert desk.find(text)[0] == 'check/signs', (text, desk.find(text))
    assert 'check/signs' in desk.find('check')[:2]


@case
def each_word_has_to_begin_a_word(desk):
    assert desk.find('caff') == desk.find('CAFF') == desk.find('cäff')
    assert 'evening/caffeine' in desk.find('caff')
    assert desk.find('affeine') == []
    assert desk.find('caffeine bicycle') == []
    assert 'recover/neuroma' in desk.find('neuroma morton')


@case
def more_letters_leave_fewer_results(desk):
    before = desk.find('t')
    after = desk.narrow(before, 'tingl')
    assert after == desk.find('tingl') and set(after) < set(before), after
    assert desk.narrow(['ice', 'nonsense'], 'tingling') == []
    assert desk.narrow(['check'], 'tingling') == ['check']


@case
def each_result_says_what_it_is_and_none_is_a_diagnosis(desk):
    found = set()
    for letter in 'abcdefghijklmnopqrstuvwxyz':
        found |= set(desk.find(letter))
    assert len(found) > 40, found
    for meta in desk.metas(sorted(found)):
        assert set(meta) == {'id', 'name', 'description', 'gicon'}, meta
        assert meta['id'] in found and meta['name'] and meta['description'], meta
        assert meta['gicon'] == APP_ID
        words = f"{meta['name']} {meta['description']}".lower()
        assert not re.search('you have (?!ticked)|diagnos|likely|probabl', words), meta
    assert [meta['id'] for meta in desk.metas(['nonsense', 'ice', ''])] == ['ice']
    assert desk.metas(['ice'])[0]['name'] == 'Ice'


@case
def a_result_opens_the_window_at_its_place(desk):
    desk.window = Window(desk.address)
    desk.call('ActivateResult', '(sasu)', 'evening/caffeine', ['caff'], 123)
    wait_for(lambda: desk.window.asked, 'the window to be asked')
    assert desk.window.asked == [
        ('show', ['evening/caffeine'], {'desktop-startup-id': 'cooldown-search_TIME123'})]
    desk.call('ActivateResult', '(sasu)', 'check/signs', [], 0)
    wait_for(lambda: len(desk.window.asked) == 2, 'the window to be asked again')
    assert desk.window.asked[1] == ('show', ['check/signs'], {})


@case
def the_name_of_the_program_opens_it(desk):
    desk.window = Window(desk.address)
    desk.call('LaunchSearch', '(asu)', ['tingling'], 7)
    wait_for(lambda: desk.window.asked, 'the window to be asked')
    desk.call('ActivateResult', '(sasu)', 'no such result', ['tingling'], 8)
    wait_for(lambda: len(desk.window.asked) == 2, 'the window to be asked again')
    assert desk.window.asked == [({'desktop-startup-id': 'cooldown-search_TIME7'},),
                                 ({'desktop-startup-id': 'cooldown-search_TIME8'},)]


@case
def an_answer_starts_neither_window_nor_agent(desk):
    desk.metas(desk.narrow(desk.find('tingling'), 'tingling'))
    assert desk.tell_started() == ''
    desk.call('LaunchSearch', '(asu)', ['tingling'], 7)
    wait_for(lambda: desk.tell_started() != '', 'the window to be started')
    assert desk.tell_started() == APP_ID + '\n'


@case
def odd_questions_are_answered_with_nothing(desk):
    for terms in ([], [''], [' '], ['%'], ['\x01\x1b'], ['x' * 100_000], ['tingling'] * 5000 + ['zebra'],
                  ['…'], ['日本']):
        answer, = desk.call('GetInitialResultSet', '(as)', terms)
        assert answer == [], (terms[:1], answer)
    assert desk.metas([]) == []
    assert desk.find('ice')[0] == 'ice'


@case
def it_leaves_by_itself(desk):
    desk.process = subprocess.Popen([os.environ['COOLDOWN_SEARCH_SOON']],
                                    env=os.environ | {'DBUS_SESSION_BUS_ADDRESS': desk.address})
    wait_for(lambda: desk.has_name(SEARCH_ID) or desk.process.poll() is not None, 'its name')
    wait_for(lambda: desk.process.poll() is not None, 'it to leave')
    assert desk.process.returncode == 0, desk.process.returncode


@case
def what_is_installed_names_what_answers(desk):
    ini = configparser.ConfigParser()
    ini.read(os.environ['COOLDOWN_SEARCH_INI'])
    provider = ini['Shell Search Provider']
    assert dict(provider) == {'desktopid': APP_ID + '.desktop', 'busname': SEARCH_ID,
                              'objectpath': SEARCH_PATH, 'version': '2'}, dict(provider)
    assert os.path.basename(os.environ['COOLDOWN_SEARCH_INI']).startswith(APP_ID)
    service = configparser.ConfigParser()
    service.read(os.environ['COOLDOWN_SEARCH_SERVICE'])
    assert service['D-BUS Service']['Name'] == SEARCH_ID
    assert os.path.basename(service['D-BUS Service']['Exec']) == 'cooldown-search'
    desk.find('ice')
    assert desk.has_name(SEARCH_ID)


run(Searching)
