"""Versions and redlines made from a few lines of Markdown, and redlines as lines of text."""

from collections.abc import Iterator, Sequence

from policybook.model import AcademicYear, Status, Version, VersionFacts
from policybook.reading import text_outline
from policybook.redline import (
    ChangeKind,
    ClauseChange,
    Redline,
    Run,
    RunKind,
    Stub,
    check,
    redline,
    weight_words,
)

FACTS = VersionFacts(
    title="Phones",
    status=Status.DRAFT,
    owner="Headteacher",
    review_year=AcademicYear(start=2026),
    applies_to=("staff",),
)


def version(text: str, facts: VersionFacts = FACTS, name: str = "1") -> Version:
    outline = text_outline.parse(text)
    return Version(
        policy="phones",
        name=name,
        path=f"{name}.md",
        facts=facts,
        text=text,
        sections=outline.sections,
        cover_lines=outline.cover_lines,
        titles=outline.titles,
    )


def compare(old: str, new: str) -> Redline:
    """The redline of two bodies, proved to be lossless."""
    comparison = redline(version(old), version(new, name="2"))
    check(comparison)
    return comparison


def lines(comparison: Redline) -> Iterator[str]:
    """What a reader would be shown, line by line, what did not change left out."""
    for section in comparison.sections:
        for entry in (section.heading, *section.entries):
            if isinstance(entry, Stub):
                yield f"stub {entry.unit.number} -> {_places(entry.change.new)}"
            elif entry is not None and (
                entry.count or entry.kind is ChangeKind.RENUMBERED or entry.moved
            ):
                yield from _lines(entry)


def _lines(change: ClauseChange) -> Iterator[str]:
    moved = {"": "", "moved": "moved ", "moved with its section": "along "}[change.moved]
    name = "" if change.part == "clause" else f"{change.part} "
    yield f"{moved}{change.kind} {name}{_places(change.old)} -> {_places(change.new)}".replace(
        "  ", " "
    ).strip()
    shown = (
        " | ".join(marked(cell.runs) for cell in change.cells)
        if change.cells
        else marked(change.runs)
    )
    if change.kind not in (ChangeKind.SAME, ChangeKind.RENUMBERED):
        yield f"    {shown}"
    for weight in change.weights:
        words = weight_words.describe(weight)
        yield f"    * {weight.matter}{': ' if words else ''}{words}"


def _places(units: Sequence[object]) -> str:
    return (
        " + ".join(getattr(unit, "number", "") or getattr(unit, "text", "") for unit in units)
        or "none"
    )


def marked(runs: Sequence[Run]) -> str:
    """Runs as text: [-removed-], [+added+], [~old|new~] where the same words look different."""
    return "".join(_marked(run) for run in runs)


def _marked(run: Run) -> str:
    old, new = ("".join(piece.text for piece in side) for side in (run.old, run.new))
    if run.kind is RunKind.EQUAL:
        return new
    if run.kind is RunKind.REMOVED:
        return f"[-{old}-]"
    return f"[+{new}+]" if run.kind is RunKind.ADDED else f"[~{old}|{new}~]"
