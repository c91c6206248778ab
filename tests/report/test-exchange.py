# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads exports of random journals with other programs: Python's csv and json, and jsonschema."""
import copy
import csv
import io
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from tap import Tap, skip_all

try:
    import jsonschema
except ImportError:
    jsonschema = None

KINDS = ('episode', 'workout', 'night', 'check', 'sign', 'session')
ABOUT = ('uid', 'edits', 'edited', 'deleted', 'written', 'events')
SEEDS = 5


def cell(value):
    """What a member of the JSON is in a table."""
    if value is None:
        return ''
    if isinstance(value, bool):
        return 'true' if value else 'false'
    if isinstance(value, list):
        return ' '.join(value)
    return str(value)


def plain(text):
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return text[1:] if text.startswith("'") else text


def read_table(folder, kind):
    raw = (folder / f'cooldown-{kind}s.csv').read_bytes()
    raw.decode('utf-8')
    # The file as it is, so that line breaks inside of cells stay what they were.
    return raw, list(csv.DictReader(io.StringIO(raw.decode('utf-8'), newline=''), strict=True))


def rows_of(journal, kind, header):
    entries = [entry for entry in journal[f'{kind}s'] if 'deleted' not in entry]
    return {entry['uid']: {name: cell(entry.get(name)) for name in header} for entry in entries}


def events_of(journal):
    return [{'session': entry['uid'], 'number': str(number), 'name': event['name'],
             'arg': event.get('arg', ''), 'at': event['at']}
            for entry in journal['sessions'] if 'deleted' not in entry
            for number, event in enumerate(entry['events'])]


def undo(rows):
    return [{name: plain(text) for name, text in row.items()} for row in rows]


def check_tables(tap, folder, journal, schema, seed):
    for kind in KINDS:
        raw, rows = read_table(folder, kind)
        header = raw.split(b'\r\n')[0].decode().split(',')
        fields = [name for name in schema['$defs'][kind]['properties'] if name not in ABOUT]
        tap.check(f'{seed}: the table of {kind}s has a column for each field',
                  header == ['uid', *fields, 'written', 'edits'], header)
        tap.check(f'{seed}: csv reads the rows of {kind}s that json reads',
                  {row['uid']: row for row in undo(rows)} == rows_of(journal, kind, header) and
                  len(rows) == len({row['uid'] for row in rows}), kind)
        tap.check(f'{seed}: no cell of {kind}s is taken for a formula',
                  not any(text[:1] in '=+-@\t\r' for row in rows for text in row.values() if text))
        tap.check(f'{seed}: every row of {kind}s ends with CR and LF', raw.endswith(b'\r\n'))
    raw, rows = read_table(folder, 'event')

    def key(row):
        return (row['session'], int(row['number']))
    tap.check(f'{seed}: csv reads the events that json reads',
              sorted(undo(rows), key=key) == sorted(events_of(journal), key=key))


def changes(journal):
    """The journal with one thing wrong that a schema can see, and what that is."""
    def changed(change):
        other = copy.deepcopy(journal)
        change(other)
        return other

    def whole(entries):
        return next(i for i, entry in enumerate(journal[entries]) if 'written' in entry)

    def entry(entries, **members):
        i = whole(entries)
        return changed(lambda other: other[entries][i].update(members))

    def without(entries, member):
        i = whole(entries)
        return changed(lambda other: other[entries][i].pop(member))
    yield 'severity 11', entry('episodes', severity=11)
    yield 'a time without offset', entry('episodes', began='2026-11-21T18:12:00')
    yield 'a word that is none', entry('workouts', kind='fly')
    yield 'a member that is none', entry('nights', nights=1)
    yield 'no date', without('nights', 'date')
    yield 'no uid', without('signs', 'uid')
    yield 'a session that goes on', entry('sessions', open=True)
    yield 'an id twice', entry('checks', ticks=['x', 'x'])
    yield 'a newer version', {**journal, 'version': 3}
    yield 'a list that is missing', {name: value for name, value in journal.items()
                                     if name != 'older'}


def main():
    printer, writer, schema_path, document_path = sys.argv[1:5]
    if jsonschema is None:
        skip_all('this Python has no module jsonschema')
    tap = Tap()
    schema = json.loads(pathlib.Path(schema_path).read_text(encoding='utf-8'))
    printed = json.loads(subprocess.run([printer], capture_output=True, check=True).stdout)
    tap.check('the schema follows from the fields', schema == printed,
              f'{printer} > {schema_path}')
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator(schema)
    document = pathlib.Path(document_path).read_text(encoding='utf-8')
    for kind in KINDS:
        section = re.search(rf'^### {kind}s\n(.*?)(?=^##|\Z)', document, re.MULTILINE | re.DOTALL)
        names = re.findall(r'^\| `(\w+)` \|', section.group(1) if section else '', re.MULTILINE)
        fields = [name for name in schema['$defs'][kind]['properties']
                  if name not in ABOUT[:-1]]
        tap.check(f'the document describes the fields of {kind}s', names == fields,
                  f'{names} {fields}')
    first = random.randrange(2 ** 32 - SEEDS)
    for seed in range(first, first + SEEDS):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            subprocess.run([writer, name, str(seed), '150'], check=True)
            journal = json.loads((folder / 'journal.json').read_text(encoding='utf-8'))
            problems = [f'{error.json_path}: {error.message}'
                        for error in checker.iter_errors(journal)]
            tap.check(f'{seed}: the JSON fits the schema', not problems, '\n'.join(problems[:5]))
            check_tables(tap, folder, journal, schema, seed)
            tap.check(f'{seed}: nothing is left beside the files',
                      len(list(folder.iterdir())) == len(KINDS) + 2)
    for what, broken in changes(journal):
        tap.check(f'the schema refuses {what}', not checker.is_valid(broken))
    tap.done()


main()
