#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The report as another program reads it: its pages, its text, its letters, and where they lie.

  test-pdf.py make-report
"""

import html
import os
import re
import shutil
import subprocess
import sys
import tempfile

from tap import Tap, skip_all

MAKE = sys.argv[1]
MARGIN = 44
# Boxes of words are a little larger than their letters.
TOUCH = 1.5
FOOT = 'Written by the patient with Cooldown; times are local. This is no diagnosis.'
FRONT = [
    'Leg symptoms after exercise', 'Notes for my doctor · 28 September to 22 November 2026',
    'Name', 'Born', 'Since, how often', 'First noted 1 October 2026. 13 episodes in 25 workouts',
    'Where, which side', 'Right foot in 10 of 13', 'Begins, lasts',
    'Over an hour: 5 Nov and 22 Nov.', 'Eases, worsens', 'Also', 'My question:', 'Warning signs:',
    'answered in 9 of 13 checks, none ticked.', 'Strength of each episode, 0–10', 'Where',
    'Feels like', 'Begins', 'In how many episodes, and in how many workouts', '9 of 13 episodes',
    '11 of 25 workouts', 'Noted after ice: weaker 3 of 4', 'Nights', '26 of 28 noted',
    'nights of 5 or more', 'Latest episodes', '70 min', FOOT, 'Page 1 of',
]


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


class Report:
    """A report that was made, and what poppler says about it."""

    def __init__(self, folder, which, paper='a4', direction='ltr', environment=None):
        self.path = os.path.join(folder, f'{which}-{paper}-{direction}.pdf')
        subprocess.run([MAKE, which, paper, direction, self.path], check=True,
                       env=os.environ | {'LC_ALL': 'C.UTF-8'} | (environment or {}))
        self.info = dict(line.split(':', 1) for line in run('pdfinfo', self.path).splitlines())
        self.info = {key: value.strip() for key, value in self.info.items()}
        self.n_pages = int(self.info['Pages'])

    def get_text(self, page):
        text = run('pdftotext', '-raw', '-f', str(page), '-l', str(page), self.path, '-')
        return ' '.join(text.split())

    def get_words(self, page):
        """Every word of a page with its box."""
        boxes = run('pdftotext', '-bbox', '-f', str(page), '-l', str(page), self.path, '-')
        number = r'([-\d.]+)'
        return [(html.unescape(word), *map(float, box)) for *box, word in re.findall(
            f'<word xMin="{number}" yMin="{number}" xMax="{number}" yMax="{number}">(.*?)</word>',
            boxes)]


def find_order(text, expected):
    """The first of the expected that is not there after the one before."""
    at = 0
    for words in expected:
        found = text.find(words, at)
        if found < 0:
            return words
        at = found + len(words)
    return None


def find_overlap(words):
    """Two words that lie on each other."""
    words = sorted(words, key=lambda word: word[2])
    for i, (first, left, top, right, bottom) in enumerate(words):
        middle = (top + bottom) / 2
        for second, left2, top2, right2, bottom2 in words[i + 1:]:
            if top2 > bottom:
                break
            height = min(bottom, bottom2) - max(top, top2)
            width = min(right, right2) - max(left, left2)
            # Lines of a text are set so close that boxes of whole lines touch.
            if width > TOUCH and height > 0.45 * (bottom - top) and top2 < middle:
                return f'{first} {second}'
    return None


def find_outside(words, info):
    width, height = (float(n) for n in re.findall(r'[\d.]+', info['Page size'])[:2])
    for word, left, top, right, bottom in words:
        if left < MARGIN - 2 or right > width - MARGIN + 2 or top < MARGIN - 4 or \
                bottom > height - MARGIN + 4:
            return f'{word} at {left:.0f} {top:.0f} {right:.0f} {bottom:.0f}'
    return None


def check_layout(tap, report, name):
    fault = None
    for page in range(1, report.n_pages + 1):
        words = report.get_words(page)
        fault = fault or find_overlap(words) or find_outside(words, report.info)
    tap.check(f'{name}: no word lies on another or outside of the margins', fault is None, fault)


def check_sample(tap, folder):
    report = Report(folder, 'sample')
    text = report.get_text(1)
    missing = find_order(text, FRONT)
    tap.check('the first page says everything, in this order', missing is None,
              f'{missing} is not in its place in: {text}')
    tap.check('it has a title, and a date from the clock that was given',
              report.info['Title'] == 'Leg symptoms after exercise' and
              '2026' in report.info['CreationDate'], report.info)
    tap.check('it is tagged', report.info['Tagged'] == 'yes', report.info)
    tap.check('it is on A4', '(A4)' in report.info['Page size'], report.info)
    structure = run('pdfinfo', '-struct', report.path)
    tags = {line.split()[0] for line in structure.splitlines() if line.strip()}
    wanted = {'Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure'}
    tap.check('its tags tell headings, texts, tables and figures', wanted <= tags, wanted - tags)
    tap.check('they are one document', structure.count('Document') == 1, structure)
    fonts = run('pdffonts', report.path).splitlines()[2:]
    tap.check('its letters are embedded and can be searched',
              fonts and all(line.split()[-5:-2] == ['yes', 'yes', 'yes'] for line in fonts), fonts)
    backs = [report.get_text(page) for page in range(2, report.n_pages + 1)]
    tap.check('every page has its number and the head of the table',
              all(f'Page {i} of {report.n_pages}' in text and 'Details and notes' in text
                  for i, text in enumerate(backs, 2)), backs)
    tap.check('all entries are there', sum(text.count('Run, ') for text in backs) == 20 and
              sum(text.count('Night') for text in backs) == 26 and
              sum(text.count('Tingling, ') for text in backs) == 13, backs)
    check_layout(tap, report, 'eight weeks')


def check_little(tap, folder):
    none = Report(folder, 'none')
    text = none.get_text(1)
    tap.check('without entries it is one page without pictures', none.n_pages == 1 and
              'Strength of each' not in text and 'Nights' not in text and 'My question:' in text,
              text)
    check_layout(tap, none, 'nothing')
    one = Report(folder, 'one')
    text = one.get_text(1)
    tap.check('one episode that goes on is told, and the nights are left out',
              'over an hour, still there' in text and 'Nights' not in text, text)
    check_layout(tap, one, 'one episode')
    nights = Report(folder, 'nights')
    text = nights.get_text(1)
    tap.check('nights alone have a title of their own and no legs',
              text.startswith('Restlessness of the legs at night') and 'Nights' in text and
              'Latest episodes' not in text, text)
    check_layout(tap, nights, 'nights')


def check_much(tap, folder):
    many = Report(folder, 'many')
    last = many.get_text(many.n_pages)
    tap.check('500 episodes flow over many pages', many.n_pages > 20 and
              f'Page {many.n_pages} of {many.n_pages}' in last, many.n_pages)
    check_layout(tap, many, '500 episodes')
    long = Report(folder, 'long')
    text = ' '.join(long.get_text(page) for page in range(1, long.n_pages + 1))
    # What another line goes on with is not told apart from what it ends with.
    rest = re.sub(r'Date Entry Details and notes 0–10|All entries|Written by the patient.*? of \d+',
                  '', text)
    lost = find_order(' '.join(rest.split()), [f'word{i}' for i in range(0, 9000, 30)])
    tap.check('of a note as long as a book no word is lost', lost is None, lost)
    check_layout(tap, long, 'a book')
    signs = Report(folder, 'signs')
    text = signs.get_text(1)
    tap.check('a sign that was ticked is on the first page, the descriptions are not',
              'One leg newly swollen' in text and 'Descriptions that shared' not in text and
              'Descriptions that shared' in signs.get_text(2), text)
    check_layout(tap, signs, 'a sign, names and a question')


def check_papers(tap, folder):
    letter = Report(folder, 'sample', 'letter')
    tap.check('it fits on Letter', '612 x 792' in letter.info['Page size'] and
              find_order(letter.get_text(1), FRONT) is None, letter.info)
    check_layout(tap, letter, 'Letter')
    usual = Report(folder, 'none', 'usual', environment={'LC_ALL': 'C.UTF-8'})
    tap.check('A4 is usual where nothing else is', '(A4)' in usual.info['Page size'], usual.info)
    check_american(tap, folder)


def check_american(tap, folder):
    name = 'in the United States it is Letter, and times are theirs'
    made = shutil.which('localedef') and subprocess.run(
        ['localedef', '--no-archive', '-i', 'en_US', '-f', 'UTF-8',
         os.path.join(folder, 'en_US.UTF-8')], check=False, stderr=subprocess.DEVNULL)
    if not made or made.returncode != 0:
        tap.skip(name, 'en_US cannot be made')
        return
    report = Report(folder, 'sample', 'usual', 'ltr', {'LC_ALL': 'en_US.UTF-8', 'LOCPATH': folder})
    tap.check(name, '612 x 792' in report.info['Page size'] and '6:12 PM' in report.get_text(2),
              (report.info, report.get_text(2)))


def check_mirrored(tap, folder):
    report = Report(folder, 'sample', 'a4', 'rtl')
    words = report.get_words(1)
    left = {word: box[0] for word, *box in reversed(words)}
    tap.check('from right to left the labels stand on the right and the blanks on the left',
              left['Also'] > 400 and left['Name'] < 200 and left['Where,'] > 400, left)
    row = next(box[1] for word, *box in words if word == 'Sep')
    months = {word: box[0] for word, *box in words if abs(box[1] - row) < 2}
    tap.check('days still run from left to right',
              0 < months['Sep'] < months['Oct'] < months['Nov'], months)
    check_layout(tap, report, 'from right to left')


def main():
    for program in ('pdftotext', 'pdfinfo', 'pdffonts'):
        if shutil.which(program) is None:
            skip_all(f'there is no {program}')
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        check_sample(tap, folder)
        check_little(tap, folder)
        check_much(tap, folder)
        check_papers(tap, folder)
        check_mirrored(tap, folder)
    tap.done()


if __name__ == '__main__':
    main()
