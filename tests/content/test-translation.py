#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Translates every visible string of the content into «itself» and looks at what the loader gives.

  test-translation.py VALIDATOR CONTENT_FOLDER EXTRACT_CONTENT
"""

import json
import os
import subprocess
import sys
import tempfile

from pseudo_locale import compile_locale, environment, wrapped, write_catalogue
from tap import Tap, skip_all


def content_messages(texts):
    return [('content', text, None) for text in texts]


class Loader:
    def __init__(self, validator, content, work):
        self.validator = validator
        self.content = content
        self.environment = environment(work)

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
        whole = write_catalogue(work, 'whole', content_messages(listed))
        partial = write_catalogue(work, 'partial',
                                  content_messages(listed - signs(content)))

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
