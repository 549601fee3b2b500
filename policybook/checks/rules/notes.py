"""Footnotes: each note has its place in the text."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from policybook.analysis import integrity
from policybook.checks.version_findings import report_warning
from policybook.model import Clause, ClauseKind, Finding, Library, Version
from policybook.reading.references import link_search
from policybook.reading.texts import clauses


def notes_have_a_place(library: Library, today: date) -> Iterator[Finding]:
    """Words of the text lead to each footnote, and no two notes have one name.

    Bad: `[^2]: See the guidance.`, and no `[^2]` in the text.
    Good: `Ask the office.[^2]` and, after an empty line, `[^2]: See the guidance.`
    Remedy: Write `[^2]` where the note belongs, or remove the note.
    Codes: note.
    """
    for version in integrity.unrecorded_versions(library):
        notes = [c for c in clauses.walk_text(version) if c.kind is ClauseKind.NOTE]
        if not notes:
            continue
        targets = {piece.target for _, piece in link_search.find_links(version)}
        names = Counter(note.label for note in notes)
        for note in notes:
            if names[note.label] > 1:
                yield _make_finding(version, note, "there are two footnotes with the name")
            elif f"#{note.id}" not in targets:
                yield _make_finding(version, note, "no words of the text lead to the footnote")


def _make_finding(version: Version, note: Clause, message: str) -> Finding:
    name = f"[^{note.label[1:-1]}]"
    return report_warning(
        version,
        note.lines[0],
        "note",
        f"{message} {name}",
        f"Write {name} in the text where the note belongs, rename it, or remove it.",
    )
