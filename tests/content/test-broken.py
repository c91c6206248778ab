#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks the content files in many small ways, one at a time.

Both cooldown-validate-content and, where a schema can know it, the JSON Schema must refuse each of
them, and the program must name the place and no other.

  test-broken.py VALIDATOR CONTENT_FOLDER
"""

import copy
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from tap import Tap, skip_all

try:
    import jsonschema
except ImportError:
    jsonschema = None

FILES = ('causes', 'checklist', 'evening', 'ice', 'recovery', 'reminders', 'sources')
DELETE = object()
BOTH = True
LOADER_ONLY = False

# Entries of reminders.json: all, those that hold until they are answered, those with words.
KINDS = 18
HOLDING = range(2, 5)
SPOKEN = range(7, 14)


class Edit:
    """A change that depends on what stood there."""

    def __init__(self, change):
        self.change = change


def swapped(first, second):
    def change(array):
        array = list(array)
        array[first], array[second] = array[second], array[first]
        return array
    return Edit(change)


def with_more(*entries):
    return Edit(lambda array: array + list(entries))


def without(index):
    return Edit(lambda array: array[:index] + array[index + 1:])


def repeated(index):
    return Edit(lambda array: array + [copy.deepcopy(array[index])])


def and_member(name, value):
    return Edit(lambda thing: {**thing, name: value})


def item(name):
    """The place of an item in checklist.json."""
    return lambda content: f'items[{index_of(content["checklist"]["items"], name)}]'


def rule(name):
    return lambda content: f'rules[{index_of(content["checklist"]["rules"], name)}]'


def region(name):
    return lambda content: f'regions[{index_of(content["checklist"]["regions"], name)}]'


def index_of(array, name):
    return [entry['id'] for entry in array].index(name)


# File, path of what is changed (after the place of an entry, where one is named), what it becomes,
# whether a schema can know, and where the program must see it if not there.
TABLE = (
    # What all files have in common
    ('causes', 'version', DELETE, BOTH),
    ('ice', 'version', 2, BOTH),
    ('recovery', 'version', '1', BOTH),
    ('evening', 'checked', DELETE, BOTH),
    ('sources', 'checked', '22 November 2026', BOTH),
    ('checklist', 'checked', '2026-13-01', BOTH),
    ('checklist', 'checked', '2026-02-30', LOADER_ONLY),
    ('checklist', '', and_member('colour', 'red'), BOTH, ['colour']),
    ('causes', 'causes[0]', and_member('_comment', ''), BOTH, ['causes[0]._comment']),
    # Strings that people see
    ('causes', 'causes[2].name', DELETE, BOTH),
    ('causes', 'causes[2].name', '', BOTH),
    ('causes', 'causes[0].topics[0].title', ' What it is', BOTH),
    ('causes', 'causes[0].topics[0].title', 'What it is ', BOTH),
    ('ice', 'gate[3].question', 'White fingers\nin the cold?', BOTH),
    ('recovery', 'topics[1].statements[0].text', 'In 9 % of people.', BOTH),
    ('evening', 'limits[0].name', 'Caf\tfeine', BOTH),
    ('evening', 'limits[0].name', 17, BOTH),
    ('evening', 'limits[0].name', None, BOTH),
    ('checklist', 'levels[4].text', {'text': 'Look at the warning signs first.'}, BOTH),
    ('checklist', 'levels[0].text', 'Call\u2028now.', BOTH),
    # Ids and what refers to them
    ('causes', 'causes[3].stories[0].id', 'Narrow canal', BOTH),
    ('checklist', 'warnings[0].id', 'EH', BOTH),
    ('causes', 'causes[0].summary.sources', ['EH', 'EH'], BOTH, ['causes[0].summary.sources[1]']),
    ('causes', 'causes[0].summary.sources', [], BOTH),
    ('causes', 'causes[0].summary.sources', 'EH', BOTH),
    ('causes', 'causes[0].summary.sources[0]', 'ZZ', LOADER_ONLY),
    ('causes', 'causes[0].summary.sources[0]', '9999', LOADER_ONLY),
    ('causes', 'causes[0].summary.sources[0]', 3, BOTH),
    ('causes', 'causes[3].stories[0].when', [['when-bending-hurts']], LOADER_ONLY,
     ['causes[3].stories[0].when[0][0]']),
    ('causes', 'causes[3].stories[0].when', [[]], BOTH, ['causes[3].stories[0].when[0]']),
    ('causes', 'causes[3].stories[0].when', 'you-50', BOTH),
    # Sources
    ('sources', 'sources[0].id', 'eh', BOTH, None),
    ('sources', 'sources[1].id', 'EH', LOADER_ONLY, None),
    ('sources', 'sources[0].citation', DELETE, BOTH),
    ('sources', 'sources[0].citation', 'Everyday Health https://example.org', BOTH),
    ('sources', 'sources[0].citation', '', BOTH),
    ('sources', 'sources[0].citation', 'Everyday Health\u00a0', BOTH),
    ('sources', 'sources[3].url', 'http://example.org/', BOTH),
    ('sources', 'sources[3].url', 'https://example.org/a page', BOTH),
    ('sources', 'sources[0].read', 'heard', BOTH),
    ('sources', 'sources', Edit(lambda array: [one for one in array if one['id'] != 'ours']), BOTH,
     None),
    # Causes
    ('causes', 'causes', swapped(0, 1), BOTH, ['causes[0].id', 'causes[1].id']),
    ('causes', 'causes', without(7), BOTH),
    ('causes', 'causes', repeated(7), BOTH, ['causes', 'causes[8]', 'causes[8].id']),
    ('causes', 'causes[1].standing', 'usual', BOTH),
    ('causes', 'causes[1].ice', 'no', BOTH),
    ('causes', 'causes[1].topics', swapped(0, 1), BOTH, ['causes[1].topics[1].id']),
    ('causes', 'causes[1].topics', without(0), BOTH),
    ('causes', 'causes[1].topics[0].id', 'why', BOTH,
     ['causes[1].topics[0].id', 'causes[1].topics']),
    ('causes', 'causes[1].topics[0].statements', [], BOTH),
    ('causes', 'causes[1].topics[0].statements', repeated(0), BOTH, None),
    ('causes', 'frame', [], BOTH),
    # Levels, groups, items
    ('checklist', 'levels', swapped(0, 1), BOTH, ['levels[0].id', 'levels[1].id']),
    ('checklist', 'groups', without(10), BOTH, None),
    ('checklist', item('warn-sore'), '.group', 'feel', BOTH, ['.group', '= signs[14].item']),
    ('checklist', item('feel-numb'), '.group', 'warn-now', BOTH, None),
    ('checklist', item('last-hour'), '.choice', DELETE, BOTH),
    ('checklist', item('last-hour'), '.choice', 'move', BOTH),
    ('checklist', item('feel-numb'), '', and_member('choice', 'warn'), BOTH, ['.choice']),
    ('checklist', item('you-period'), '.id', 'me-period', BOTH, None),
    ('checklist', item('you-period'), '.id', 'you-50', LOADER_ONLY, None),
    ('checklist', item('you-period'), '.short', 'Period', LOADER_ONLY, []),
    ('checklist', item('warn-sore'), '', and_member('question', 'Is there a sore?'),
     LOADER_ONLY, ['.question']),
    ('checklist', item('warn-none'), '', and_member('question', 'Is there none?'),
     LOADER_ONLY, ['.question']),
    ('checklist', item('feel-itch'), '.question', '', BOTH),
    # Signs and rules
    ('checklist', 'signs', without(4), LOADER_ONLY),
    ('checklist', 'signs', repeated(4), BOTH, ['signs[20]', 'signs[20].item']),
    ('checklist', 'signs[4].item', 'warn-none', BOTH, ['signs[4].item', 'signs']),
    ('checklist', 'signs[4].actions', [], BOTH),
    ('checklist', 'signs[4].why', DELETE, BOTH),
    ('checklist', rule('e-chest'), '.level', 'soon', LOADER_ONLY, ['= rules']),
    ('checklist', rule('e-chest'), '.level', 'alarm', BOTH),
    ('checklist', rule('u-sore'), '.all', ['warn-sore', 'feel-pain'], LOADER_ONLY, ['= rules']),
    ('checklist', rule('s-hour'), '.none', ['feel-urge'], BOTH),
    ('checklist', rule('e-chest'), '.none', ['feel-urge'], BOTH),
    # So that no rule can contradict itself. Nothing in this file refers to what refers back to it:
    # rules, warnings and messages are about items, and items about nothing, so there are no circles.
    ('checklist', rule('s-hour'), '.none', ['last-longer'], BOTH),
    ('checklist', rule('s-calf'), '.any', ['where-calf'], LOADER_ONLY, ['.any']),
    ('checklist', rule('s-hour'), '.all', [], BOTH),
    ('checklist', rule('s-hour'), '.all', ['last-week'], LOADER_ONLY, ['.all[0]']),
    ('checklist', rule('c-self-care'), '.all', ['feel-tingle'], BOTH),
    # Regions, evidence, scoring
    ('checklist', region('knee'), '.short', 'Front of the knee', BOTH),
    ('checklist', region('knee'), '.item', DELETE, BOTH),
    ('checklist', region('heel'), '.item', 'where-heel', LOADER_ONLY),
    ('checklist', 'regions', Edit(lambda array: [{**{k: v for k, v in one.items() if k != 'short'},
                                                  'ice': False} for one in array]), BOTH),
    ('checklist', 'evidence', without(8), BOTH),
    ('checklist', 'evidence[2].cause', 'salt', BOTH),
    ('checklist', 'evidence[2].strong', [], BOTH),
    ('checklist', 'evidence[2].strong[0]', 'else-hot-or-dry', LOADER_ONLY),
    ('checklist', 'evidence', repeated(2), BOTH, ['evidence', 'evidence[9]', 'evidence[9].cause']),
    ('checklist', 'evidence[2].against', with_more('else-hot-dry'), LOADER_ONLY,
     ['evidence[2].against[7]']),
    ('checklist', 'evidence[2].against', with_more('feel-cramp'), LOADER_ONLY,
     ['evidence[2].against[7]']),
    ('checklist', 'evidence[2].weak', with_more('else-hot-dry'), LOADER_ONLY,
     ['evidence[2].weak[5]']),
    ('checklist', 'evidence[2].strong', with_more('warn-sore'), LOADER_ONLY,
     ['evidence[2].strong[1]']),
    ('checklist', 'scoring.against', 2, BOTH),
    ('checklist', 'scoring.close', -1, BOTH),
    ('checklist', 'scoring.close', 101, BOTH),
    ('checklist', 'scoring.questions', 5, BOTH),
    ('checklist', 'scoring.most', 4.5, BOTH, 'line'),
    ('checklist', 'scoring.rls_any_count', 4, LOADER_ONLY),
    # Ticks of the journal, warnings, messages
    ('checklist', 'journal_ticks[1].times', DELETE, BOTH),
    ('checklist', 'journal_ticks[0].mode', 'ask', BOTH),
    ('checklist', 'warnings[0].tabs', [], BOTH),
    ('checklist', 'warnings[0].tabs', ['journal'], BOTH, ['warnings[0].tabs[0]']),
    ('checklist', 'warnings[17].workouts', ['skate'], BOTH, ['warnings[17].workouts[0]']),
    ('checklist', 'warnings[17].workouts', [], BOTH, ['warnings[17].when']),
    ('checklist', 'messages[1].level', DELETE, BOTH),
    ('checklist', 'messages[1].only_groups[0]', 'wheres', BOTH),
    ('checklist', 'messages[6].rules[0]', 's-rls-two', LOADER_ONLY),
    ('checklist', 'messages[0]', and_member('times', 3), BOTH, ['messages[0].times']),
    # Recovery
    ('recovery', 'steps', swapped(2, 3), BOTH, ['steps[2].id', 'steps[3].id']),
    ('recovery', 'steps[2].leave_out[0].when', [], BOTH),
    ('recovery', 'check.minutes', 61, BOTH),
    ('recovery', 'check.gone_after', [10, 30, 20], LOADER_ONLY, ['check.gone_after[2]']),
    ('recovery', 'check.questions', without(1), BOTH),
    ('recovery', 'drinks[0].ml', [600, 500], LOADER_ONLY),
    ('recovery', 'drinks[0].ml', [500], BOTH),
    ('recovery', 'drinks[0].oz', [17, 49], BOTH, ['drinks[0].oz[1]']),
    ('recovery', 'drink_limit.ml', 1500, BOTH),
    ('recovery', 'drink_limit.remind_minutes', 10, BOTH),
    ('recovery', 'topics[3].id', 'stil', BOTH),
    # Ice
    ('ice', 'protocol.minutes.max', 16, BOTH),
    ('ice', 'protocol.minutes.default', 9, BOTH),
    ('ice', 'protocol.minutes', {'min': 12, 'max': 15, 'default': 11}, LOADER_ONLY,
     ['protocol.minutes.default']),
    ('ice', 'protocol.minutes', {'min': 14, 'max': 12, 'default': 13}, LOADER_ONLY,
     ['protocol.minutes.min']),
    ('ice', 'protocol.rounds.max', 7, BOTH),
    ('ice', 'protocol.rest', 44, BOTH),
    ('ice', 'protocol.interval', 59, BOTH),
    ('ice', 'protocol.sessions_per_day', 2, BOTH),
    ('ice', 'protocol.skin_check', DELETE, BOTH),
    ('ice', 'gate', without(6), BOTH, None),
    ('ice', 'gate[0].preset', ['feel-none'], LOADER_ONLY, ['gate[0].preset[0]']),
    ('ice', 'first_if[0].gate', 'gate-hart', BOTH),
    ('ice', 'today[0].clear.name', DELETE, BOTH),
    ('ice', 'forbidding', without(6), BOTH),
    ('ice', 'forbidding[0].item', 'warn-sore', BOTH),
    ('ice', 'forbidding[0].item', 'feel-none', LOADER_ONLY),
    ('ice', 'alcohol.sources', DELETE, BOTH),
    # Evening
    ('evening', 'limits[0].at', '24:00', BOTH),
    ('evening', 'limits[0].bedtime_to', '1:00', BOTH),
    ('evening', 'limits[2].before', -1, BOTH),
    ('evening', 'limits[2].at', '12:00', BOTH),
    ('evening', 'activities[0].grade', 'good', BOTH),
    ('evening', 'activities[1].how', DELETE, BOTH),
    ('evening', 'activities[1].parts[0].figure', 'knee', BOTH),
    ('evening', 'activities[1].parts[2].text', DELETE, BOTH),
    ('evening', 'restless_before', -1, BOTH),
    ('evening', 'routine[1].activity', 'stroll', LOADER_ONLY),
    ('evening', 'winddown_minutes', 45, LOADER_ONLY),
    ('evening', 'features', without(4), BOTH),
    ('evening', 'effort.hard_min', 4, LOADER_ONLY),
    ('evening', 'effort.hard_days', 1, BOTH),
    ('evening', 'restless_now[1].activity', 'stroll', LOADER_ONLY),
    ('evening', 'restless_now[1].title', DELETE, BOTH),
    ('evening', 'nights.per_week', 8, BOTH),
    ('evening', 'nights.costly', DELETE, BOTH),
    ('evening', 'reasons', swapped(0, 1), BOTH, ['reasons[0].id', 'reasons[1].id']),
    ('evening', 'advice', without(1), BOTH),
    ('evening', 'insights.draws', True, BOTH),
    ('evening', 'experiment', DELETE, BOTH),
    ('evening', 'experiment.turns', 6, BOTH),
    ('evening', 'experiment.turns', 21, BOTH),
    ('evening', 'experiment.turn_nights', 2, BOTH),
    ('evening', 'experiment.factors', without(5), BOTH),
    ('evening', 'experiment.factors[1].id', 'meal', BOTH),
    ('evening', 'experiment.factors[1].question', DELETE, BOTH),
    ('evening', 'experiment.statements', [], BOTH),
    ('evening', 'topics', swapped(3, 4), BOTH, ['topics[3].id', 'topics[4].id']),
    # Reminders
    ('reminders', 'kinds', swapped(0, 1), BOTH, ['kinds[0].id', 'kinds[1].id']),
    ('reminders', 'kinds', swapped(2, 11), BOTH, ['kinds[2].id', 'kinds[11].id']),
    ('reminders', 'kinds', without(17), BOTH),
    ('reminders', 'kinds', repeated(17), BOTH, ['kinds', 'kinds[18]', 'kinds[18].id']),
    ('reminders', 'kinds[0].id', 'none', BOTH),
    ('reminders', 'kinds[12].id', 'sleep', BOTH),
    *(('reminders', f'kinds[{kind}].worth', 60, BOTH) for kind in HOLDING),
    *(('reminders', f'kinds[{kind}].worth', None, BOTH)
      for kind in range(KINDS) if kind not in HOLDING),
    ('reminders', 'kinds[2].worth', DELETE, BOTH),
    ('reminders', 'kinds[9].worth', DELETE, BOTH),
    ('reminders', 'kinds[9].worth', '60', BOTH),
    ('reminders', 'kinds[9].worth', 0, BOTH),
    ('reminders', 'kinds[9].worth', 721, BOTH),
    ('reminders', 'kinds[0].worth', 121, LOADER_ONLY),
    ('reminders', 'kinds[6].worth', 181, LOADER_ONLY),
    ('reminders', 'kinds[11].worth', 41, LOADER_ONLY),
    ('reminders', 'kinds[11].worth', 40, LOADER_ONLY, []),
    *(('reminders', f'kinds[{kind}].{member}', DELETE, BOTH)
      for kind in SPOKEN for member in ('title', 'text')),
    *(('reminders', f'kinds[{kind}]', and_member(member, 'Hello'), BOTH, [f'kinds[{kind}].{member}'])
      for kind in range(KINDS) if kind not in SPOKEN for member in ('title', 'text')),
    ('reminders', 'kinds[3].sources', DELETE, BOTH),
    ('reminders', 'kinds[3].checked', DELETE, BOTH),
    ('reminders', 'episode', DELETE, BOTH),
    ('reminders', 'episode.before_bed', 0, BOTH),
    ('reminders', 'episode.before_bed', 241, BOTH),
    ('reminders', 'morning', DELETE, BOTH),
    ('reminders', 'morning.at', '8:00', BOTH),
    ('reminders', 'morning.at', 480, BOTH),
    ('reminders', 'experiment', DELETE, BOTH),
    ('reminders', 'experiment.after_morning', 0, BOTH),
)


def split(path):
    """'causes[2].name' -> ['causes', 2, 'name']"""
    return [int(number) if number else name
            for name, number in re.findall(r'([a-z_]+)|\[(\d+)\]', path)]


def edited(tree, path, value):
    """A copy of TREE with VALUE at PATH."""
    tree = copy.deepcopy(tree)
    steps = split(path)
    if not steps:
        return value.change(tree)
    parent = tree
    for step in steps[:-1]:
        parent = parent[step]
    if value is DELETE:
        del parent[steps[-1]]
    elif isinstance(value, Edit):
        parent[steps[-1]] = value.change(parent[steps[-1]])
    else:
        parent[steps[-1]] = value
    return tree


class Bench:
    """A folder with the real files, of which one at a time is broken."""

    def __init__(self, validator, folder, work):
        self.validator = validator
        self.folder = folder
        self.work = work
        self.content = {}
        self.checkers = {}
        for name in FILES:
            shutil.copy(os.path.join(folder, name + '.json'), work)
            with open(os.path.join(folder, name + '.json'), encoding='utf-8') as stream:
                self.content[name] = json.load(stream)
            with open(os.path.join(folder, 'schema', name + '.schema.json'),
                      encoding='utf-8') as stream:
                schema = json.load(stream)
            jsonschema.Draft202012Validator.check_schema(schema)
            self.checkers[name] = jsonschema.Draft202012Validator(schema)

    def run(self, *arguments):
        return subprocess.run([self.validator, *arguments], capture_output=True, text=True,
                              encoding='utf-8', timeout=60, check=False)

    def judge(self, name, data):
        """What the program says when the file NAME holds DATA."""
        path = os.path.join(self.work, name + '.json')
        try:
            if data is None:
                os.remove(path)
            else:
                with open(path, 'wb') as stream:
                    stream.write(data)
            return self.run(self.work)
        finally:
            shutil.copy(os.path.join(self.folder, name + '.json'), self.work)

    def judge_tree(self, name, tree):
        return self.judge(name, json.dumps(tree, ensure_ascii=False).encode())


def places(result):
    """The places that the program named: up to the second ': '."""
    return sorted({': '.join(line.split(': ')[:2]) for line in result.stderr.splitlines()})


def spell(row, content):
    """A row of the table as file, path, value, whether a schema knows, and the expected places."""
    name, first, *rest = row
    base = first(content) if callable(first) else ''
    path = base + (rest.pop(0) if base else first)
    value, known, *expected = rest
    if not expected:
        return name, path, value, known, [f'{name}.json: {path}']
    if expected[0] is None or expected[0] == 'line':
        return name, path, value, known, expected[0]
    spelled = [one[2:] if one.startswith('= ') else base + one for one in expected[0]]
    return name, path, value, known, [f'{name}.json: {one}' for one in spelled]


def is_as_expected(result, name, expected):
    if expected == []:
        return result.returncode == 0
    if result.returncode != 1:
        return False
    if expected is None:
        return any(place.startswith(name + '.json: ') for place in places(result))
    if expected == 'line':
        return re.match(rf'{name}\.json: line \d+, byte \d+: ', result.stderr) is not None
    return places(result) == sorted(expected)


def test_table(tap, bench):
    for row in TABLE:
        name, path, value, known, expected = spell(row, bench.content)
        tree = edited(bench.content[name], path, value)
        result = bench.judge_tree(name, tree)
        said = 'deleted' if value is DELETE else 'edited' if isinstance(value, Edit) else repr(value)
        label = f'{name}: {path or "top"} {said}'
        tap.check(label, is_as_expected(result, name, expected),
                  f'expected {expected}\nexit {result.returncode}\n{result.stderr}')
        if known:
            tap.check(f'{label}, by the schema', not bench.checkers[name].is_valid(tree))


def nested(depth):
    return b'[' * depth + b']' * depth


SCANNED = (
    ('nested too deep', lambda data: nested(65)),
    ('nested far too deep', lambda data: nested(1000000)),
    ('nested too deep and open', lambda data: b'{"a":' * 1000000),
    ('a member twice', lambda data: data.replace(b'"version"', b'"version": 1, "version"', 1)),
    ('an escape in a name', lambda data: data.replace(b'"version"', b'"vers\\u0069on"', 1)),
    ('not UTF-8', lambda data: data.replace(b'"version"', b'"vers\xffion"', 1)),
    ('Latin-1', lambda data: data.decode().replace('’', "'").encode('latin-1', 'replace') + b'\xe9'),
    ('a nul', lambda data: data.replace(b'"version"', b'"ver\0sion"', 1)),
    ('truncated', lambda data: data[:len(data) // 2]),
    ('truncated by one', lambda data: data.rstrip()[:-1]),
    ('empty', lambda data: b''),
    ('only spaces', lambda data: b' \n '),
    ('something after the end', lambda data: data + b'{}'),
    ('a comment', lambda data: b'/* " */' + data),
    ('a byte order mark', lambda data: b'\xef\xbb\xbf' + data),
    ('half a character', lambda data: data.replace(b'"checked": "', b'"checked": "\\ud83d', 1)),
    ('the other half', lambda data: data.replace(b'"checked": "', b'"checked": "\\ude00', 1)),
    ('two first halves', lambda data: data.replace(b'"checked": "',
                                                   b'"checked": "\\ud83d\\ud83d', 1)),
    ('a nul by escape', lambda data: data.replace(b'"checked": "', b'"checked": "\\u0000', 1)),
    ('no such escape', lambda data: data.replace(b'"checked": "', b'"checked": "\\q', 1)),
    ('a bare line break', lambda data: data.replace(b'"checked": "', b'"checked": "\n', 1)),
    ('single quotes', lambda data: data.replace(b'"version"', b"'version'", 1)),
    ('a comma too many', lambda data: data.rstrip()[:-1] + b',}'),
    ('a missing comma', lambda data: data.replace(b'1,', b'1', 1)),
    ('a missing colon', lambda data: data.replace(b'"version":', b'"version"', 1)),
    ('no number', lambda data: data.replace(b'"version": 1', b'"version": -', 1)),
    ('a leading zero', lambda data: data.replace(b'"version": 1', b'"version": 01', 1)),
    ('a fraction', lambda data: data.replace(b'"version": 1', b'"version": 1.0', 1)),
    ('a number too long', lambda data: data.replace(b'"version": 1',
                                                    b'"version": 18446744073709551617', 1)),
    ('no word', lambda data: data.replace(b'"version": 1', b'"version": True', 1)),
    ('too large', lambda data: data + b' ' * (64 * 1024 * 1024)),
)


def test_scan(tap, bench):
    name = 'causes'
    path = os.path.join(bench.folder, name + '.json')
    with open(path, 'rb') as stream:
        data = stream.read()
    for label, change in SCANNED:
        changed = change(data)
        result = bench.judge(name, changed)
        told = re.match(rf'{name}\.json: (line \d+, byte \d+: |larger than )', result.stderr)
        tap.check(f'scan: {label}', changed != data and result.returncode == 1 and told,
                  f'exit {result.returncode}\n{result.stderr[:500]}')
    result = bench.judge(name, data.replace(b'"causes"', b'"causes" "', 1))
    line = data[:data.index(b'"causes"')].count(b'\n') + 1
    tap.check('scan: the line', result.stderr.startswith(f'{name}.json: line {line}, byte '),
              result.stderr)
    for label, changed in (('as deep as may be', nested(64)), ('a whole character by escapes',
                           data.replace(b'"checked": "', b'"checked": "\\ud83d\\ude00', 1))):
        result = bench.judge(name, changed)
        tap.check(f'scan: {label}', result.returncode == 1 and ': line ' not in result.stderr,
                  result.stderr[:500])


def test_missing(tap, bench):
    for name in FILES:
        result = bench.judge(name, None)
        tap.check(f'missing: {name}', result.returncode == 1 and
                  result.stderr.startswith(f'{name}.json: '), result.stderr)
    os.mkdir(os.path.join(bench.work, 'folders'))
    for name in FILES:
        os.mkdir(os.path.join(bench.work, 'folders', name + '.json'))
    result = bench.run(os.path.join(bench.work, 'folders'))
    tap.check('missing: a folder in its place', result.returncode == 1 and
              result.stderr == 'sources.json: is no regular file\n', result.stderr)


def test_arguments(tap, bench):
    for label, arguments in (('none', ()), ('an unknown option', ('--fast', bench.work)),
                             ('two folders', (bench.work, bench.work))):
        result = bench.run(*arguments)
        tap.check(f'arguments: {label}', result.returncode == 2 and result.stderr and
                  not result.stdout, f'exit {result.returncode}\n{result.stderr}')


def test_real(tap, bench):
    result = bench.run(bench.folder)
    tap.check('the real files', result.returncode == 0 and not result.stderr, result.stderr)
    for name in FILES:
        errors = [f'{error.json_path}: {error.message[:200]}'
                  for error in bench.checkers[name].iter_errors(bench.content[name])]
        tap.check(f'{name}, by the schema', not errors, '\n'.join(errors))


def main():
    if jsonschema is None:
        skip_all('this Python has no module jsonschema')
    tap = Tap()
    with tempfile.TemporaryDirectory() as work:
        bench = Bench(sys.argv[1], sys.argv[2], work)
        test_real(tap, bench)
        test_table(tap, bench)
        test_scan(tap, bench)
        test_missing(tap, bench)
        test_arguments(tap, bench)
    tap.done()


if __name__ == '__main__':
    main()
