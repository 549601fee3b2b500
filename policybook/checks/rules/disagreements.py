"""Rules of two policies that say different things about the same matter."""

from collections.abc import Iterator
from datetime import date

from policybook.analysis.disagreements import (
    Disagreement,
    PlacedStatement,
    StatementReader,
    find_disagreements,
    read_version,
)
from policybook.checks.version_findings import report_note
from policybook.model import Finding, Library, Standing, timeline


def policies_agree(
    library: Library, today: date, read: StatementReader = read_version
) -> Iterator[Finding]:
    """Two policies do not say different things about the same matter.

    The check compares the texts in force: where something goes, by when, how many, and
    whether it is allowed. It sees only plain differences, so there may be others.

    Bad: “Phones are handed to the class teacher” in one policy, and “phones must be handed
    in at the office” in another.
    Good: The same place in both, or one policy that names the rule of the other.
    Remedy: Read the two rules together. If they disagree, change one in its next version.
    Codes: read-together.
    """
    texts = [
        version
        for _, version, standing in timeline.live_versions(library, today)
        if standing is Standing.IN_FORCE
    ]
    for pair in find_disagreements(texts, read):
        yield _report(pair)


def _report(pair: Disagreement) -> Finding:
    return report_note(
        pair.one.version,
        pair.one.clause.lines[0],
        "read-together",
        f"rule {pair.one.clause.number} says “{pair.first}”, and {_name(pair.other)} says"
        f" “{pair.second}”. Read these together",
        "If they disagree, change one of them in its next version.",
    )


def _name(placed: PlacedStatement) -> str:
    """Return the name of a rule with its policy."""
    return f"rule {placed.clause.number} of “{placed.version.facts.title}”"
