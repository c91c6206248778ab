#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks whether a translator gets to see every string: po/POTFILES.in and the templates."""

import os
import re
import xml.etree.ElementTree

from pseudo_locale import ROOT, extract, missing_program, read_potfiles
from tap import Tap, skip_all

# What xgettext can read; every .in is taken off before.
READABLE = ('.c', '.h', '.ui', '.desktop', '.gschema.xml', '.metainfo.xml')
# What of a template is read by people.
SPOKEN = ('body', 'button-label', 'description', 'heading', 'help-text', 'label',
          'placeholder-text', 'subtitle', 'text', 'title', 'tooltip-markup', 'tooltip-text',
          'value-text')


def readable_files():
    for folder in ('data', 'src'):
        for place, _, names in os.walk(os.path.join(ROOT, folder)):
            for name in names:
                if re.sub(r'(\.in)+$', '', name).endswith(READABLE):
                    yield os.path.relpath(os.path.join(place, name), ROOT)


def files_with_strings(files):
    """The files in which xgettext finds a string."""
    found = set()
    for line in extract(files, '--add-location=file').splitlines():
        if line.startswith('#: '):
            found.update(line[3:].split())
    return found


def untranslatable(template):
    for element in xml.etree.ElementTree.parse(os.path.join(ROOT, template)).iter():
        spoken = element.tag == 'item' or (element.tag in ('attribute', 'property') and
                                           element.get('name') in SPOKEN)
        if (spoken and element.get('translatable') != 'yes' and
                re.search('[^\\W\\d_]', element.text or '')):
            yield f'{template}: {element.text.strip()}'


def main():
    reason = missing_program('xgettext')
    if reason is not None:
        skip_all(reason)
    tap = Tap()
    listed = read_potfiles()
    there = sorted(readable_files())
    gone = [file for file in listed if not os.path.isfile(os.path.join(ROOT, file))]
    behind = sorted(files_with_strings(there) - set(listed))
    mute = [text for file in there if file.endswith('.ui') for text in untranslatable(file)]

    tap.check('POTFILES.in is sorted, and names nothing twice', listed == sorted(set(listed)))
    tap.check('every file in POTFILES.in is there', not gone, '\n'.join(gone))
    tap.check('every file with strings is in POTFILES.in', not behind, '\n'.join(behind))
    tap.check('every word of a template is translatable', not mute, '\n'.join(mute))
    tap.done()


if __name__ == '__main__':
    main()
