"""Letters of another script that look like English letters. Search cannot find such words."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from policybook.model import Library
from policybook.model.findings import Finding, Severity

#: The address of this family of checks below `/help/checks/`.
NAME = "lookalikes"

#: Greek and Cyrillic: the scripts with letters that look like Latin letters.
_OTHER_SCRIPTS = "\u0370-\u03ff\u0400-\u04ff"
_MIXED_WORD = re.compile(
    rf"[A-Za-z]+[{_OTHER_SCRIPTS}][A-Za-z{_OTHER_SCRIPTS}]*"
    rf"|[{_OTHER_SCRIPTS}]+[A-Za-z][A-Za-z{_OTHER_SCRIPTS}]*"
)
_OTHER_LETTER = re.compile(f"[{_OTHER_SCRIPTS}]")


def words_use_one_script(library: Library, today: date) -> Iterator[Finding]:
    """All letters of a word belong to one script.

    Bad: “Behaviour” with a Cyrillic В. It comes with a paste, and search cannot find
    the word.
    Good: English words in Latin letters, Ukrainian words in Cyrillic letters.
    Remedy: Delete the word, and type it again.
    Codes: look-alike.
    """
    for version in (*(v for p in library.policies for v in p.versions), *library.unsound):
        facts = version.facts
        yield from _check_words(version.path, facts.lines.get("title", 1), facts.title)
        if _OTHER_LETTER.search(version.text):
            for number, line in enumerate(version.text.split("\n"), version.body_line):
                yield from _check_words(version.path, number, line)
        for summary in version.summaries:
            for statement in (s for g in summary.groups for s in g.statements):
                yield from _check_words(summary.path, statement.line, statement.text)


def _check_words(path: str, line: int, words: str) -> Iterator[Finding]:
    if not _OTHER_LETTER.search(words) or not (match := _MIXED_WORD.search(words)):
        return
    letter = next(c for c in match[0] if _OTHER_LETTER.match(c))
    message = (
        f"the word “{match[0][:60]}” contains a letter of another script, U+{ord(letter):04X} "
        f"{unicodedata.name(letter, '')}"
    )
    remedy = "Delete the word, and type it again."
    yield Finding(
        path=path,
        line=line,
        severity=Severity.WARNING,
        code="look-alike",
        message=message,
        remedy=remedy,
    )
