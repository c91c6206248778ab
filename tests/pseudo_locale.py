# SPDX-License-Identifier: GPL-3.0-or-later
"""A language in which every text is «itself», and a locale to speak it in."""

import json
import os
import re
import shutil
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DOMAIN = 'cooldown'
# Any locale but C will do: gettext looks up the LANGUAGE only outside of it.
LOCALE = 'en_US.UTF-8'
LANGUAGE = 'qps'
# What the preset "glib" of meson's i18n module calls xgettext with, as far as it finds strings.
XGETTEXT = ['xgettext', '--from-code=UTF-8', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
            '--keyword=NC_:1c,2', '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3',
            '--keyword=g_dpgettext2:2c,3', '--output=-']
STRING = re.compile(r'^(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) )?(".*")$')


def wrapped(text):
    return f'«{text}»'


def missing_program(*programs):
    """Says which of the programs is not installed, if one is not."""
    for program in programs:
        if shutil.which(program) is None:
            return f'{program} is not installed'
    return None


def compile_locale(work):
    """Makes a locale of our own, as a build machine may have none. Says why it could not."""
    reason = missing_program('localedef', 'msgfmt')
    if reason is not None:
        return reason
    os.mkdir(os.path.join(work, 'locale'))
    result = subprocess.run(['localedef', '--no-archive', '-i', 'en_US', '-f', 'UTF-8',
                             os.path.join(work, 'locale', LOCALE)],
                            capture_output=True, text=True, check=False)
    # It exits with 1 for mere warnings.
    if not os.path.exists(os.path.join(work, 'locale', LOCALE, 'LC_CTYPE')):
        return f'no locale could be made: {result.stderr.strip()}'
    return None


def environment(work):
    """What a program is to be started with to speak the language."""
    return dict(os.environ, LC_ALL=LOCALE, LANGUAGE=LANGUAGE,
                LOCPATH=os.path.join(work, 'locale'))


def read_potfiles():
    """The files that are said to have strings, as they stand in po/POTFILES.in."""
    with open(os.path.join(ROOT, 'po', 'POTFILES.in'), encoding='utf-8') as stream:
        return [line.strip() for line in stream if line.strip() and not line.startswith('#')]


def extract(files, *options):
    """A catalogue with the strings of the files, as text."""
    return subprocess.run([*XGETTEXT, *options, *files], cwd=ROOT, capture_output=True,
                          text=True, encoding='utf-8', check=True).stdout


def read_parts(entry):
    """What stands in an entry of a catalogue, by the word before it."""
    parts = {}
    member = None
    for line in entry.splitlines():
        match = STRING.match(line)
        if match is None:
            continue
        member = match[1] or member
        # Escapes of a catalogue are those of JSON, as far as xgettext writes any.
        parts[member] = parts.get(member, '') + json.loads(match[2])
    return parts


def read_messages(catalogue):
    """Each message of a catalogue as (context or None, text, plural or None)."""
    entries = map(read_parts, catalogue.split('\n\n'))
    return [(parts.get('msgctxt'), parts['msgid'], parts.get('msgid_plural'))
            for parts in entries if parts.get('msgid')]


def read_translations(catalogue):
    """The translations of each (context or None, text) of a catalogue; none of a fuzzy one."""
    translations = {}
    for entry in catalogue.split('\n\n'):
        parts = read_parts(entry)
        if parts.get('msgid') and not re.search('^#,.*fuzzy', entry, re.MULTILINE):
            translations[parts.get('msgctxt'), parts['msgid']] = [
                parts[member] for member in sorted(parts) if member.startswith('msgstr')]
    return translations


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def write_catalogue(work, name, messages):
    """A folder with the translations of the messages, and of nothing else."""
    folder = os.path.join(work, name, LANGUAGE, 'LC_MESSAGES')
    os.makedirs(folder)
    with open(os.path.join(work, name + '.po'), 'w', encoding='utf-8') as stream:
        stream.write('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
                     '"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n')
        for context, text, plural in messages:
            stream.write('\n')
            if context is not None:
                stream.write(f'msgctxt {quoted(context)}\n')
            stream.write(f'msgid {quoted(text)}\n')
            if plural is None:
                stream.write(f'msgstr {quoted(wrapped(text))}\n')
                continue
            stream.write(f'msgid_plural {quoted(plural)}\nmsgstr[0] {quoted(wrapped(text))}\n'
                         f'msgstr[1] {quoted(wrapped(plural))}\n')
    subprocess.run(['msgfmt', '-o', os.path.join(folder, DOMAIN + '.mo'),
                    os.path.join(work, name + '.po')], check=True)
    return os.path.join(work, name)
