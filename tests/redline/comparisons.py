"""Versions and redlines of a few lines of Markdown, and redlines as lines of text."""

from collections.abc import Iterator, Sequence

from policybook.model import AcademicYear, Status, Version, VersionFacts
from policybook.reading.texts import text_outline
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


def make_version(text: str, facts: VersionFacts = FACTS, name: str = "1") -> Version:
    return Version(
        policy="phones",
        name=name,
        path=f"{name}.md",
        facts=facts,
        text=text,
        outline=text_outline.read_later(text),
    )


def compare(old: str, new: str) -> Redline:
    """Return the redline of two bodies, proved to be lossless."""
    comparison = redline(make_version(old), make_version(new, name="2"))
    check(comparison)
    return comparison


def list_lines(comparison: Redline) -> Iterator[str]:
    """Yield the lines of a redline as a reader sees them, without what did not change."""
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
        " | ".join(mark_runs(cell.runs) for cell in change.cells)
        if change.cells
        else mark_runs(change.runs)
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


def mark_runs(runs: Sequence[Run]) -> str:
    """Return runs as text: [-removed-], [+added+], [~old|new~] where the same words look different."""
    return "".join(_mark_run(run) for run in runs)


def _mark_run(run: Run) -> str:
    old, new = ("".join(piece.text for piece in side) for side in (run.old, run.new))
    if run.kind is RunKind.EQUAL:
        return new
    if run.kind is RunKind.REMOVED:
        return f"[-{old}-]"
    return f"[+{new}+]" if run.kind is RunKind.ADDED else f"[~{old}|{new}~]"
