# SPDX-License-Identifier: GPL-3.0-or-later
"""What --help says, the manual and the completions of the shells know the same options."""
import os
import re
import shutil
import subprocess
import traceback

from tap import Tap

COMPLETIONS = os.environ['COOLDOWN_COMPLETIONS']
MAN = os.environ['COOLDOWN_MAN']
PAGES = {'recover', 'check', 'ice', 'evening', 'journal'}
# Asks bash what it would offer after the words given as its arguments.
ASK_BASH = '''
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_cooldown
printf '%s\\n' "${COMPREPLY[@]}"
'''


def run(*command, **how):
    return subprocess.run(command, capture_output=True, text=True, check=True,
                          env=os.environ | {'LC_ALL': 'C.UTF-8'}, **how).stdout


def read(*path):
    with open(os.path.join(*path), encoding='utf-8') as file:
        return file.read()


def options():
    """The long options of --help."""
    found = set(re.findall(r'^  (?:-\w, )?(--[a-z-]+)', run(os.environ['COOLDOWN_WINDOW'], '--help'),
                           re.MULTILINE))
    assert len(found) > 8, found
    return found


def plain(page):
    """A manual page without its roff escapes."""
    return read(MAN, page).replace('\\-', '-')


def the_manual_describes_each_option_and_no_other():
    for page, title in (('cooldown.1', 'OPTIONS'), ('de-cooldown.1', 'OPTIONEN')):
        # The names that begin an entry of the section on options.
        section = plain(page).split(f'.SH {title}')[1].split('.SH ')[0]
        entries = re.findall(r'^\.TP\n(.*)$', section, re.MULTILINE)
        described = {option for entry in entries for option in re.findall(r'--[a-z-]+', entry)}
        assert described == options(), (page, described ^ options())


def json_names(page):
    """What the section on --json names letter by letter."""
    section = next(part for part in plain(page).split('.SH ') if 'tingling_since' in part)
    lines = re.findall(r'^\.[BR]+ (.*)$', section, re.MULTILINE)
    return {name for line in lines for name in re.findall('[a-z][a-z_-]+', line)} - {'and', 'or'}


def a_translated_manual_leaves_no_name_of_the_json_out():
    assert len(json_names('cooldown.1')) > 40
    assert json_names('de-cooldown.1') == json_names('cooldown.1')


def the_manual_is_formatted_without_a_warning():
    for page in ('cooldown.1', 'cooldown-agent.1', 'de-cooldown.1', 'de-cooldown-agent.1'):
        if '@' in re.sub(r'\S+@\S+\.', '', read(MAN, page)):
            raise AssertionError(f'{page}: a name was not filled in')
        if shutil.which('groff'):
            result = subprocess.run(['groff', '-man', '-ww', '-Kutf8', '-Tutf8', '-z',
                                     os.path.join(MAN, page)],
                                    capture_output=True, text=True, check=False)
            assert (result.returncode, result.stderr) == (0, ''), result.stderr


def ask_bash(*words):
    return set(run('bash', '-c', ASK_BASH, 'bash', os.path.join(COMPLETIONS, 'cooldown.bash'),
                   'cooldown', *words).split())


def bash_completes_each_option():
    assert ask_bash('--') == options(), ask_bash('--') ^ options()
    assert ask_bash('--st') == {'--start-ice', '--status'}
    assert ask_bash('--page', '') == ask_bash('--page', '=') == PAGES
    assert ask_bash('--page', '=', 'e') == {'evening'}
    assert ask_bash('--finish-workout', '=', 'r') == {'run,', 'ride,'}
    assert ask_bash('--status', '') == {'--json'}


def fish_completes_each_option():
    text = read(COMPLETIONS, 'cooldown.fish')
    offered = {'--' + name for name in re.findall(r' -l ([a-z-]+)(?= )', text.replace(
        '__fish_seen_argument -l status', ''))}
    assert offered == options(), offered ^ options()
    if shutil.which('fish'):
        path = os.path.join(COMPLETIONS, 'cooldown.fish')
        told = run('fish', '-c', f"source {path}; complete -C 'cooldown --page '")
        assert {line.split('\t')[0] for line in told.splitlines()} == PAGES, told


def zsh_completes_each_option():
    text = read(COMPLETIONS, '_cooldown')
    assert text.startswith('#compdef cooldown\n')
    offered = set(re.findall(r"(?:'|\)|,)(--[a-z-]+)(?:=-?)?(?=\[|}'\[)", text))
    assert offered == options(), offered ^ options()
    if shutil.which('zsh'):
        run('zsh', '-n', os.path.join(COMPLETIONS, '_cooldown'))


tap = Tap()
for promise in (the_manual_describes_each_option_and_no_other,
                a_translated_manual_leaves_no_name_of_the_json_out,
                the_manual_is_formatted_without_a_warning, bash_completes_each_option,
                fish_completes_each_option, zsh_completes_each_option):
    try:
        promise()
    except Exception:  # pylint: disable=broad-except
        tap.check(promise.__name__.replace('_', ' '), False, traceback.format_exc())
    else:
        tap.check(promise.__name__.replace('_', ' '), True)
tap.done()
