#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Translates every visible string of the content into «itself» and looks at what the loader gives.

  test-translation.py VALIDATOR CONTENT_FOLDER EXTRACT_CONTENT
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

from tap import Tap, skip_all

DOMAIN = 'cooldown'
CONTEXT = 'content'
# Any locale but C will do: gettext looks up the LANGUAGE only outside of it.
LOCALE = 'en_US.UTF-8'
LANGUAGE = 'qps'


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def wrapped(text):
    return f'«{text}»'


def compile_locale(work):
    """Makes a locale of our own, as a build machine may have none. Says why it could not."""
    for program in ('localedef', 'msgfmt'):
        if shutil.which(program) is None:
            return f'{program} is not installed'
    os.mkdir(os.path.join(work, 'locale'))
    result = subprocess.run(['localedef', '--no-archive', '-i', 'en_US', '-f', 'UTF-8',
                             os.path.join(work, 'locale', LOCALE)],
                            capture_output=True, text=True, check=False)
    # It exits with 1 for mere warnings.
    if not os.path.exists(os.path.join(work, 'locale', LOCALE, 'LC_CTYPE')):
        return f'no locale could be made: {result.stderr.strip()}'
    return None


def write_catalogue(work, name, texts):
    """A folder with the translations of TEXTS, and of nothing else."""
    folder = os.path.join(work, name, LANGUAGE, 'LC_MESSAGES')
    os.makedirs(folder)
    with open(os.path.join(work, name + '.po'), 'w', encoding='utf-8') as stream:
        stream.write('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')
        for text in texts:
            stream.write(f'\nmsgctxt {quoted(CONTEXT)}\nmsgid {quoted(text)}\n'
                         f'msgstr {quoted(wrapped(text))}\n')
    subprocess.run(['msgfmt', '-o', os.path.join(folder, DOMAIN + '.mo'),
                    os.path.join(work, name + '.po')], check=True)
    return os.path.join(work, name)


class Loader:
    def __init__(self, validator, content, work):
        self.validator = validator
        self.content = content
        self.environment = dict(os.environ, LC_ALL=LOCALE, LANGUAGE=LANGUAGE,
                                LOCPATH=os.path.join(work, 'locale'))

    def strings(self, catalogue, **changed):
        result = subprocess.run([self.validator, '--list', '--locale-folder', catalogue,
                                 self.content], env={**self.environment, **changed},
                                capture_output=True, text=True, encoding='utf-8', check=True)
        return set(result.stdout.splitlines())


def difference(found, wanted):
    return '\n'.join([f'not expected: {text}' for text in sorted(found - wanted)[:10]] +
                     [f'missing: {text}' for text in sorted(wanted - found)[:10]])


def signs(content):
    """The strings of the warning signs, which must never be missing."""
    with open(os.path.join(content, 'checklist.json'), encoding='utf-8') as stream:
        checklist = json.load(stream)
    names = [item['name'] for item in checklist['items'] if item['group'].startswith('warn-')]
    return set(names + [sign[member] for sign in checklist['signs']
                        for member in ('detail', 'phrase')])


def main():
    validator, content, extract = sys.argv[1:]
    listed = subprocess.run([sys.executable, extract, '--list'], capture_output=True, text=True,
                            encoding='utf-8', check=True).stdout.splitlines()
    listed = set(listed)
    with tempfile.TemporaryDirectory() as work:
        reason = compile_locale(work)
        if reason is not None:
            skip_all(reason)
        tap = Tap()
        loader = Loader(validator, content, work)
        whole = write_catalogue(work, 'whole', listed)
        partial = write_catalogue(work, 'partial', listed - signs(content))

        found = loader.strings(whole, LC_ALL='C')
        tap.check('untranslated, the loader and the extraction see the same', found == listed,
                  difference(found, listed))
        found = loader.strings(whole)
        wanted = {wrapped(text) for text in listed}
        tap.check('every string is translated', found == wanted, difference(found, wanted))
        found = loader.strings(partial)
        tap.check('a warning sign without a translation is there all the same',
                  signs(content) <= found, difference(set(), signs(content) - found))
        tap.check('what has a translation is translated beside it',
                  {wrapped(text) for text in listed - signs(content)} <= found)
    tap.done()


if __name__ == '__main__':
    main()
