#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks whether German is complete, and whether it says the same: numbers, formats, quoted names.

  test-german.py CONTENT_FOLDER
"""

import collections
import json
import os
import re
import subprocess
import sys

from pseudo_locale import (ROOT, extract, missing_program, read_messages, read_potfiles,
                           read_translations)
from tap import Tap, skip_all

CATALOGUE = os.path.join(ROOT, 'po', 'de.po')
CONTENT = 'content'
FORMAT = re.compile(r'%(?:(\d+)\$)?[-+ 0#]*\d*(?:\.\d+)?(?:hh?|ll?|[qjzt])?([diouxXeEfgGcspm%])')
NUMBER = re.compile(r'\d+(?:[.,:]\d+)*')
QUOTED = re.compile('“([^”]+)”')
# Where German counts in another way, with the numbers that it does without.
OTHER_NUMBERS = {
    'The aim is to lose less than 2 in 100 parts of your weight in a workout. '
    'At 60 kg that is less than 1.2 kg.': ('100',),
}


def formats(text):
    """What is filled in, by its place: reordered is fine, left out or of another type is not."""
    found = collections.Counter()
    place = 0
    for match in FORMAT.finditer(text):
        if match[2] == '%':
            found['%%'] += 1
            continue
        place += 1
        found[(int(match[1] or place), match[2])] += 1
    return found


def numbers(text):
    return collections.Counter(number.replace(',', '.')
                               for number in NUMBER.findall(FORMAT.sub('', text)))


def other_format(message, strings):
    context, text, plural = message
    if plural is None:
        return formats(text) != formats(strings[0])
    # Of one thing the number may be left out.
    return (formats(plural) != formats(strings[1]) or
            formats(strings[0]) not in (formats(text), formats(plural)))


def other_numbers(text, translation):
    wanted = numbers(text)
    wanted -= collections.Counter(OTHER_NUMBERS.get(text, ()))
    found = numbers(translation)
    # "an hour" may well be „1 Stunde“.
    return found not in (wanted, wanted + collections.Counter(re.findall(r'\ban\b', text) and '1'))


def other_names(text, translation, names):
    """The quoted names of other messages that are called otherwise where they stand themselves."""
    for quoted in QUOTED.findall(text):
        whole = [german for english, german in names.items() if english == quoted]
        begun = [german for english, german in names.items()
                 if ' ' in quoted and english.startswith(quoted + ' ')]
        if whole and not any(f'„{german}“'.lower() in translation.lower() for german in whole):
            yield quoted
        elif not whole and begun:
            said = re.findall('„([^“]+)“', translation)
            if not any(german.startswith(word) for german in begun for word in said):
                yield quoted


def edges(text):
    """The white space around a text, and whether it is a command that asks for more."""
    return (re.match(r'\s*', text)[0], re.search(r'\s*$', text)[0], text.endswith('…'))


def signs(content):
    """What is said of the warning signs and levels."""
    with open(os.path.join(content, 'checklist.json'), encoding='utf-8') as stream:
        checklist = json.load(stream)
    texts = [item['name'] for item in checklist['items'] if item['group'].startswith('warn-')]
    for sign in checklist['signs']:
        texts += [sign['detail'], sign['phrase'], sign['why']['text']]
        texts += [action['text'] for action in sign['actions']]
    for level in checklist['levels']:
        texts += [level['name'], level['text']]
    return texts


def told(texts):
    return '\n'.join(sorted(texts)[:10])


def main():
    reason = missing_program('xgettext', 'msgfmt')
    if reason is not None:
        skip_all(reason)
    tap = Tap()
    messages = read_messages(extract(read_potfiles()))
    with open(CATALOGUE, encoding='utf-8') as stream:
        translated = read_translations(stream.read())
    done = [(message, translated[message[:2]]) for message in messages
            if all(translated.get(message[:2], ('',)))]
    said = {text: strings[0] for (context, text, _), strings in done if context == CONTENT}
    names = {text: strings[0] for (_, text, plural), strings in done if plural is None}
    compiled = subprocess.run(['msgfmt', '--check', '--output-file', os.devnull, CATALOGUE],
                              capture_output=True, text=True, check=False)

    tap.check('the catalogue is well-formed', compiled.returncode == 0, compiled.stderr)
    missing = {message[1] for message in messages} - {message[1] for message, _ in done}
    missing |= {text for (context, text, plural) in messages
                if not all(translated.get((context, text), ('',)))}
    tap.check('every message has a German translation', not missing, told(missing))
    missing = [text for text in signs(sys.argv[1]) if said.get(text, text) == text]
    tap.check('every warning sign and level is told in German', not missing, told(missing))
    wrong = [message[1] for message, strings in done if other_format(message, strings)]
    tap.check('the same is filled in', not wrong, told(wrong))
    wrong = [message[2] or message[1] for message, strings in done
             if other_numbers(message[2] or message[1], strings[-1])]
    tap.check('the numbers are the same', not wrong, told(wrong))
    wrong = [f'“{name}” in: {message[1]}' for message, strings in done
             for name in other_names(message[1], strings[0], names)]
    tap.check('what is quoted is called the same where it stands', not wrong, told(wrong))
    wrong = [message[1] for message, strings in done
             if any(edges(message[1]) != edges(string) for string in strings)]
    tap.check('spaces, line breaks and “…” around a text are kept', not wrong, told(wrong))
    wrong = [string for _, strings in done for string in strings
             if re.search('[^\u00a0…]…', string)]
    tap.check('“…” stands behind a space at which no line breaks', not wrong, told(wrong))
    tap.done()


if __name__ == '__main__':
    main()
