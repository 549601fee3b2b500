"""Letters of another script that look like ours: nobody sees them, and no search finds the word."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from policybook.model import Library
from policybook.model.findings import Finding, Severity

#: The address of this family of checks below `/help/checks/`.
NAME = "lookalikes"

_OTHER = "\u0370-\u03ff\u0400-\u04ff"  # Greek and Cyrillic: the scripts with letters that look like Latin ones
_MIXED = re.compile(rf"[A-Za-z]+[{_OTHER}][A-Za-z{_OTHER}]*|[{_OTHER}]+[A-Za-z][A-Za-z{_OTHER}]*")
_ANY = re.compile(f"[{_OTHER}]")


def words_are_of_one_script(library: Library, today: date) -> Iterator[Finding]:
    """A word is written in letters of one script.

    Bad: “Behaviour” with a Cyrillic В, which comes with a paste and cannot be found by a search.
    Good: English words in Latin letters, Ukrainian words in Cyrillic ones.
    Remedy: Delete the word, and type it again.
    Codes: look-alike.
    """
    for version in (*(v for p in library.policies for v in p.versions), *library.unsound):
        facts = version.facts
        yield from _of(version.path, facts.lines.get("title", 1), facts.title)
        if _ANY.search(version.text):
            for number, line in enumerate(version.text.split("\n"), version.body_line):
                yield from _of(version.path, number, line)
        for summary in version.summaries:
            for statement in (s for g in summary.groups for s in g.statements):
                yield from _of(summary.path, statement.line, statement.text)


def _of(path: str, line: int, words: str) -> Iterator[Finding]:
    if not _ANY.search(words) or not (found := _MIXED.search(words)):
        return
    odd = next(c for c in found[0] if _ANY.match(c))
    message = f"the word “{found[0][:60]}” holds a letter of another script, U+{ord(odd):04X} {unicodedata.name(odd, '')}"
    remedy = "Type the word again."
    yield Finding(
        path=path,
        line=line,
        severity=Severity.WARNING,
        code="look-alike",
        message=message,
        remedy=remedy,
    )
