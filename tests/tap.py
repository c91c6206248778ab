# SPDX-License-Identifier: GPL-3.0-or-later
"""The Test Anything Protocol, as far as the tests here speak it."""

import sys


class Tap:
    """Prints one result a line, and the plan at the end."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, name, passed, detail=''):
        self.count += 1
        if not passed:
            self.failed += 1
        print(f'{"ok" if passed else "not ok"} {self.count} {name}')
        if not passed and detail:
            # Of a test that fails only this output is shown at the end of a run.
            print(detail, file=sys.stderr, flush=True)

    def skip(self, name, reason):
        self.count += 1
        print(f'ok {self.count} {name} # SKIP {reason}')

    def done(self):
        print(f'1..{self.count}')
        sys.exit(1 if self.failed else 0)


def skip_all(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(0)
