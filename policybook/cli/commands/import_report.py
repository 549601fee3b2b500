"""Say what an import did with each word, number and reference: in lines, a table or JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from policybook.cli.commands.options import short_path
from policybook.model import dates
from policybook.project.incoming_files import PlannedImport
from policybook.text.quotations import quote_start
from policybook.word.incoming.draft.imported_draft import ImportedDraft
from policybook.word.incoming.tracked_changes import OpenChange, TrackedKind

_LABELS = {
    "owner": "Owner",
    "review": "Next review",
    "approved_by": "Approved by",
    "approved_on": "Approved on",
}
_DONE = {
    TrackedKind.INSERTED: "put in",
    TrackedKind.DELETED: "took out",
    TrackedKind.MOVED_FROM: "moved away",
    TrackedKind.MOVED_TO: "moved here",
    TrackedKind.FORMATTED: "changed the look of",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What became of one file: a plan, or the reason why it was not taken."""

    file: Path
    plan: PlannedImport | None = None
    reason: str = ""
    changes: tuple[OpenChange, ...] = ()
    is_written: bool = False


def describe(plan: PlannedImport) -> Iterator[str]:
    """Yield the lines of the report on one file, before anything is written."""
    draft = plan.draft
    yield f"Title: {draft.title}"
    yield from _describe_facts(plan)
    yield ""
    yield describe_proof(draft)
    for what, entries in groupby(draft.left_out, key=lambda entry: entry.what):
        yield f"Left out, {what}:"
        for entry in entries:
            yield f"  {entry.text}"
    yield from _describe_numbers(draft)
    yield from _describe_references(draft)
    if draft.look_at:
        yield "Please look at:"
        for doubt in draft.look_at:
            yield f"  {doubt.what}: {quote_start(doubt.text)}" if doubt.text else f"  {doubt.what}"


def _describe_facts(plan: PlannedImport) -> Iterator[str]:
    """Yield the facts of the draft, each with where it comes from."""
    facts = {fact.field: fact for fact in plan.draft.facts}
    version = plan.draft.version
    if version is None:
        yield "The draft's facts have a fault; `policybook check` will name it."
        return
    owner, review = facts.get("owner"), facts.get("review")
    source = "from the file" if owner else "not in the file, please correct it"
    yield f"Owner: {version.facts.owner} ({source})"
    year = dates.format_academic_year(version.facts.review_year)
    source = f"from “{review.words}”" if review else "not in the file, please correct it"
    by = version.facts.review_by
    due = f", by {dates.format_day(by)}" if by else ""
    yield f"Year of the next review: {year}{due} ({source})"
    for name in ("approved_by", "approved_on"):
        if name in facts:
            yield f"{_LABELS[name]}: {facts[name].words} (for `policybook approve`; not entered)"


def describe_proof(draft: ImportedDraft) -> str:
    """Return the proof of the words in one line."""
    proof = draft.proof
    line = (
        f"Words: {proof.words_in:,} in the file = {proof.words_out:,} in the draft "
        f"+ {proof.left_out:,} left out"
    )
    if not proof.lost:
        return f"{line}. None is lost."
    lost = ", ".join(f"{word} ({count})" for word, count in proof.lost.items())
    return f"{line} + {sum(proof.lost.values()):,} LOST: {lost}. Compare the draft with the file."


def _describe_numbers(draft: ImportedDraft) -> Iterator[str]:
    if not draft.numbers:
        return
    changed = [pair for pair in draft.numbers if not pair.is_same]
    same = len(draft.numbers) - len(changed)
    yield f"Numbers: {same} of {len(draft.numbers)} are the same on the site as in the file."
    for pair in changed:
        yield f"  {pair.word} is {pair.number or 'without a number'}: {quote_start(pair.text)}"


def _describe_references(draft: ImportedDraft) -> Iterator[str]:
    if not draft.references:
        return
    dead = [reference for reference in draft.references if not reference.target]
    links = len(draft.references) - len(dead)
    yield f"References: {links} of {len(draft.references)} are links on the site."
    for reference in dead:
        yield f"  “{reference.text}” in {reference.place} leads nowhere, or it is unclear where"


def describe_changes(changes: Sequence[OpenChange]) -> Iterator[str]:
    """Yield a line for each open change or comment, then what to do."""
    for change in changes:
        yield f"  {describe_change(change)}"
    if changes:
        yield (
            "Accept or reject each change in Word and delete the comments. Or give the command "
            "again with --accept-changes or --reject-changes; comments are then left out and "
            "listed."
        )


def describe_change(change: OpenChange) -> str:
    """Return one change in a sentence: who, when, what and where."""
    day = dates.read_day(change.date[:10])
    when = f" on {dates.format_day(day)}" if day else ""
    author = change.author or "Somebody"
    where = f"in {change.number}" if change.number else f"near “{quote_start(change.paragraph)}”"
    where += f", below “{change.heading}”" if change.heading else ""
    if change.kind is TrackedKind.COMMENT:
        about = f" on “{quote_start(change.on)}”" if change.on else ""
        return f"{author} commented{about}{when}: “{change.text}” ({where})"
    return f"{author} {_DONE[change.kind]} “{change.text}”{when} ({where})"


def list_next_steps(plan: PlannedImport, file: str) -> Iterator[str]:
    """Yield what to do after the draft is written."""
    policy, version = plan.path.split("/")[-2], plan.path.split("/")[-1].removesuffix(".md")
    facts = {fact.field: fact for fact in plan.draft.facts}
    yield f"The file's hash (SHA-256): {plan.sha256}"
    yield "It is a draft, and private. Now run `policybook check`, and compare it with the file."
    by, on = facts.get("approved_by"), facts.get("approved_on")
    who = by.words if by else "Governing Body"
    day = on.day.isoformat() if on and on.day else "DATE"
    source = "" if plan.was_decided else f' --adopted-from "{file}"'
    yield (
        "When it is approved, enter it with: "
        f'policybook approve {policy} {version} --by "{who}" --on {day}{source}'
    )


def as_table(rows: Sequence[ImportResult]) -> Iterator[str]:
    """Yield a table with a line for each file, then the reasons for those that were not taken."""
    names = [short_path(row.file.absolute()) for row in rows]
    width = max(map(len, names))
    head = f"{'words':>7}  {'left out':>8}  {'lost':>5}  {'to look at':>10}"
    yield f"{'file':{width}}  {head}  draft"
    for name, row in zip(names, rows, strict=True):
        if row.plan:
            draft = row.plan.draft
            proof = draft.proof
            lost = sum(proof.lost.values())
            yield (
                f"{name:{width}}  {proof.words_in:>7,}  {proof.left_out:>8,}  {lost:>5}  "
                f"{len(draft.look_at):>10}  {row.plan.path}"
            )
        else:
            yield f"{name:{width}}  {'–':>7}  {'–':>8}  {'–':>5}  {'–':>10}  not taken"
    for name, row in zip(names, rows, strict=True):
        if not row.plan:
            yield f"{name} was not taken in. {row.reason}"
            yield from (f"  {describe_change(change)}" for change in row.changes)
    taken = sum(1 for row in rows if row.plan)
    yield f"{taken} of {len(rows)} files are drafts now."


def as_data(result: ImportResult) -> dict[str, Any]:
    """Return the report as JSON takes it. Its keys are in `docs/help/data.md`."""
    file, plan = result.file.name, result.plan
    if plan is None or not result.is_written:
        refused = [_change_as_data(change) for change in result.changes]
        return {"source": file, "written": None, "reason": result.reason, "refused": refused}
    draft, proof = plan.draft, plan.draft.proof
    return {
        "source": file,
        "sha256": plan.sha256,
        "written": plan.path,
        "files": list(plan.files),
        "words": {
            "in": proof.words_in,
            "out": proof.words_out,
            "left_out": proof.left_out,
            "lost": dict(proof.lost),
        },
        "facts": [{"field": f.field, "words": f.words} for f in draft.facts],
        "left_out": [{"what": str(e.what), "text": e.text} for e in draft.left_out],
        "labels": [
            {"word": n.word, "site": n.site, "number": n.number, "id": n.id, "text": n.text}
            for n in draft.numbers
        ],
        "references": [
            {"text": r.text, "in": r.clause, "to": r.target or None} for r in draft.references
        ],
        "refused": [],
        "look_at": [{"what": d.what, "text": d.text} for d in draft.look_at],
    }


def _change_as_data(change: OpenChange) -> dict[str, str]:
    fields = ("author", "date", "text", "heading", "label", "paragraph", "on")
    return {"what": str(change.kind), **{name: getattr(change, name) for name in fields}}
