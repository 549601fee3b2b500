"""Letters of another script that look like English letters. Search cannot find such words."""

from collections.abc import Iterator
from datetime import date

from policybook.checks.version_findings import finding_at_line
from policybook.model import Finding, Library
from policybook.reading.fields.fields import FIELDS
from policybook.text import characters


def words_use_one_script(library: Library, today: date) -> Iterator[Finding]:
    """No letter passes for a letter of another script.

    Bad: “Behaviour” with a Cyrillic В. It comes with a paste, and search cannot find
    the word.
    Good: English words in Latin letters, Ukrainian words in Cyrillic letters.
    Remedy: Delete the word, and type it again.
    Protects: people must be able to find and read what a text says.
    Codes: look-alike.
    """
    for version in library.walk_versions():
        for field in FIELDS:
            if words := field.in_words(version.facts):
                yield from _check_text(version.path, words, version.facts.lines.get(field.name, 1))
        yield from _check_text(version.path, version.text, version.body_line)
        for summary in version.summaries:
            for statement in summary.statements:
                yield from _check_text(summary.path, statement.text, statement.line)
    for path, text in library.words.items():
        yield from _check_text(path, text, 1)


def _check_text(path: str, text: str, first_line: int) -> Iterator[Finding]:
    if text.isascii():
        return
    for number, line in enumerate(text.split("\n"), first_line):
        if hit := characters.find_look_alike(line):
            word, letter = hit
            yield finding_at_line(
                path,
                number,
                "look-alike",
                f"the word “{word[:60]}” has a letter that looks like another, "
                f"{characters.name_character(letter)}",
                "Delete the word, and type it again.",
            )
