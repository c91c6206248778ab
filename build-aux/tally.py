#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the tests in logs of `meson test` (testlog.json), and in what single tests wrote as TAP
(*.tap), and prints one line:

    N passed, N failed[, N skipped]

Where a test speaks TAP each of its points counts, else the test as a whole. A test that failed
without a failed point, because it crashed or stopped early, counts as one more failure.
Exits 1 if any failed, if a log is missing, or if there was no test at all.
"""

import json
import re
import sys

PLAN = re.compile(r"^1\.\.\d+", re.MULTILINE)
POINT = re.compile(r"^(not )?ok\b[^\n#]*(?:#\s*((?i:skip|todo))\b)?", re.MULTILINE)


def count(test):
    """Returns passed, failed and skipped of one test."""
    output = test.get("stdout") or ""
    passed = failed = skipped = 0
    if PLAN.search(output):
        for wrong, directive in POINT.findall(output):
            directive = directive.lower()
            if directive == "skip":
                skipped += 1
            elif wrong and directive != "todo":
                failed += 1
            else:
                passed += 1
    if test["result"] == "EXPECTEDFAIL":
        return 1, 0, 0
    if test["result"] == "SKIP":
        return passed, failed, max(skipped, 1)
    if test["result"] != "OK":
        return passed, max(failed, 1), skipped
    if not passed + failed + skipped:
        return 1, 0, 0
    return passed, failed, skipped


def read(log):
    """Returns the tests in a log, as meson describes them."""
    if not log.name.endswith(".tap"):
        return [json.loads(line) for line in log if line.strip()]
    output = log.read()
    if output.startswith("1..0 # SKIP"):
        result = "SKIP"
    elif PLAN.search(output) and not re.search(r"^not ok", output, re.MULTILINE):
        result = "OK"
    else:
        result = "FAIL"
    return [{"stdout": output, "result": result}]


def main(paths):
    totals = [0, 0, 0]
    complete = True
    for path in paths:
        try:
            with open(path, encoding="utf-8") as log:
                tests = read(log)
        except OSError as error:
            print(f"tally: {error}", file=sys.stderr)
            complete = False
            continue
        for test in tests:
            totals = [a + b for a, b in zip(totals, count(test))]
    passed, failed, skipped = totals
    if not passed + failed:
        print("tally: no test was run", file=sys.stderr)
        complete = False
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 0 if complete and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
