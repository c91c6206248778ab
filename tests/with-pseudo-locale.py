#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a test in a language in which every text of the program is «itself».

  with-pseudo-locale.py COMMAND…
"""

import subprocess
import sys
import tempfile

from pseudo_locale import (compile_locale, environment, extract, missing_program, read_messages,
                           read_potfiles, write_catalogue)
from tap import skip_all


def main():
    with tempfile.TemporaryDirectory() as work:
        reason = missing_program('xgettext') or compile_locale(work)
        if reason is not None:
            skip_all(reason)
        catalogue = write_catalogue(work, 'program', read_messages(extract(read_potfiles())))
        result = subprocess.run(sys.argv[1:], check=False,
                                env={**environment(work), 'TEST_TRANSLATIONS': catalogue})
    sys.exit(result.returncode)


if __name__ == '__main__':
    main()
