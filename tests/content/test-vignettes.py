# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks whether the cases that are told as people would come out as a careful reader expects."""
import json
import re
import subprocess
import sys

from tap import Tap

TOP_1 = 0.85
TOP_3 = 0.97
LEVELS = 0.95
CAUSES = ('histamine', 'circulation', 'electrolytes', 'pinched-nerve', 'back', 'neuroma', 'cecs',
          'paes', 'rls')


def main():
    program, path = sys.argv[1:3]
    tap = Tap()
    with open(path, encoding='utf-8') as file:
        cases = json.load(file)
    output = subprocess.run([program, path], capture_output=True, text=True, check=True).stdout
    shares = {name: int(hits) / int(total) for name, hits, total in
              re.findall(r'^(top-1|top-3|level right): (\d+) of (\d+)$', output, re.MULTILINE)}
    misses = '\n'.join(line for line in output.splitlines() if line.endswith(' miss'))
    for line in output.splitlines()[-4:] + misses.splitlines():
        print(f'# {line}')
    first = {case['expected_causes'][0] for case in cases if case['expected_causes']}
    tap.check('every description is expected first somewhere', first == set(CAUSES))
    tap.check('every case has words and an id of its own',
              len({case['id'] for case in cases}) == len({case['text'] for case in cases}) ==
              len(cases) >= 80)
    tap.check(f'the description comes first in {TOP_1:.0%}', shares['top-1'] >= TOP_1, misses)
    tap.check(f'it is among the first three in {TOP_3:.0%}', shares['top-3'] >= TOP_3, misses)
    tap.check(f'the level is right in {LEVELS:.0%}', shares['level right'] >= LEVELS, misses)
    tap.check('no level is too low', 'level too low: 0\n' in output, misses)
    tap.done()


main()
