"""Summaries keep up with their policy: what is cited is still the clause that was meant, and is read again when its words change."""

import itertools
from collections.abc import Iterator
from datetime import date

from policybook.analysis import stale_summaries
from policybook.analysis.duties import addressee
from policybook.analysis.stale_summaries import Doubt, DoubtKind, VersionPair
from policybook.model import (
    EntryKind,
    Library,
    Policy,
    Reader,
    Standing,
    Status,
    Summary,
    Version,
    timeline,
)
from policybook.model.findings import Finding, Severity
from policybook.reading import clauses
from policybook.redline import successors

#: The address of this family of checks below `/help/checks/`.
NAME = "kept-up"

_PAST = (Standing.SUPERSEDED, Standing.WITHDRAWN)


def _pair_summaries(
    library: Library, today: date
) -> Iterator[tuple[Version, Version, VersionPair, tuple[tuple[Summary, Summary], ...]]]:
    """Neighbouring versions of which the later one is not past, with the summaries that both have."""
    for policy in library.policies:
        for old, new in itertools.pairwise(policy.versions):
            if timeline.standing(policy, new, today) in _PAST:
                continue
            had = {(s.reader, s.language.lower()): s for s in old.summaries}
            both = tuple(
                (had[k], s) for s in new.summaries if (k := (s.reader, s.language.lower())) in had
            )
            if both:
                yield old, new, VersionPair(old, new), both


def _choose_severity(library: Library, version: Version) -> Severity:
    """An error where the version is about to enter the record of approvals; one that stands there is not refused any more."""
    recorded = any(
        e.kind is EntryKind.APPROVED and (e.policy, e.version) == (version.policy, version.name)
        for e in library.record
    )
    return (
        Severity.ERROR
        if version.facts.status is Status.APPROVED and not recorded
        else Severity.WARNING
    )


def statements_are_up_to_date(library: Library, today: date) -> Iterator[Finding]:
    """A statement is read again when the words of its clause change, and goes on citing that clause under the number that it has now.

    A warning while the text is a draft or out for consultation, an error when it is to be approved. Words count; signs, form and numbers do not.

    Bad: the clause now says "under 14", the statement still "You must be 13. [4.2]"; or a section was put in before, and [4.2] is another clause.
    Good: the statement put right, citing [5.2], where its clause stands now; or, where all still hold, `reviewed: 2026-12` at the top of the
    summary of version 2026-12.
    Remedy: Read the clause and the statement side by side; put the statement and its number right,
    or name the version against which all were read under `reviewed`.
    Codes: citation-moved, stale-statement.
    """
    for old, new, pair, both in _pair_summaries(library, today):
        level = _choose_severity(library, new)
        words = dict(successors.words_in_context(new))
        for before, after in both:
            read = after.reviewed == new.name
            for doubt in pair.doubts(before, after):
                if doubt.cited and doubt.kind is not DoubtKind.STALE:
                    if not (read and doubt.cited != doubt.was):
                        yield _report_moved_citation(level, old, new, after, doubt)
                elif not read and not after.language:
                    yield _report_stale(level, old, new, after, doubt, words)


def _report_stale(
    level: Severity,
    old: Version,
    new: Version,
    summary: Summary,
    doubt: Doubt,
    words: dict[str, str],
) -> Finding:
    text, accepted = (
        _shorten(doubt.statement.text),
        f"write `reviewed: {new.name}` at the top of the summary",
    )
    if doubt.kind is DoubtKind.STALE:
        was = "" if doubt.was == doubt.cited else f", {doubt.was} there"
        message = f"clause {doubt.cited} was reworded since version {old.name}{was}, and the statement “{text}” was not"
        now = _shorten(" ".join(words.get(n, "") for n in doubt.now), 160)
        remedy = f"Read it against the new words, “{now}”. Put it right; or, if every statement here still holds, {accepted}."
    else:
        message = f"clause {doubt.was} of version {old.name}, which the statement “{text}” explained, is no longer there"
        remedy = f"Take the statement out; or, if another clause says it now, cite that one and {accepted}."
    return Finding(
        path=summary.path, line=doubt.statement.line, severity=level, code="stale-statement",
        message=message, remedy=remedy,
    )  # fmt: skip


def _report_moved_citation(
    level: Severity, old: Version, new: Version, summary: Summary, doubt: Doubt
) -> Finding:
    now = " ".join(f"[{n}]" for n in doubt.now)
    became = f"is {now} now" if now else "is no longer there"
    remedy = (
        f"Write {now} in place of [{doubt.cited}]."
        if now
        else "Cite the clause that says it now, or take the statement out."
    )
    if doubt.cited != doubt.was:
        remedy += f" If [{doubt.cited}] is what is meant, write `reviewed: {new.name}` at the top of the summary."
    return Finding(
        path=summary.path, line=doubt.statement.line, severity=level, code="citation-moved",
        message=f"[{doubt.cited}] is not the clause that the statement “{_shorten(doubt.statement.text)}” cited in version {old.name}: "
        f"what was [{doubt.was}] there {became}",
        remedy=remedy,
    )  # fmt: skip


def reviewed_names_a_version(library: Library, today: date) -> Iterator[Finding]:
    """`reviewed` names the version against which a summary was read: its own, or one before.

    Bad: `reviewed: 2026-13` where the policy has no such version.
    Good: `reviewed: 2026-12` in the summary of version 2026-12, when every statement has been read and still holds.
    Remedy: Write the version against which the summary was read.
    Codes: reviewed-version.
    """
    for policy in library.policies:
        for index, version in enumerate(policy.versions):
            versions = [v.name for v in policy.versions[: index + 1]]
            for summary in version.summaries:
                if summary.reviewed is not None and summary.reviewed not in versions:
                    yield _report_unknown_version(summary, versions)


def _report_unknown_version(summary: Summary, versions: list[str]) -> Finding:
    return Finding(
        path=summary.path, line=summary.lines.get("reviewed", 1), code="reviewed-version",
        message=f"`reviewed` is “{summary.reviewed}”, which is no version of this policy up to {versions[-1]}",
        remedy=f"Write the version whose words the summary was read against, such as {versions[-1]}.",
    )  # fmt: skip


def duties_are_explained(library: Library, today: date) -> Iterator[Finding]:
    """Each clause that puts a duty on pupils or parents has a statement in the summary for them. A note for the author, who may see reasons not to.

    Bad: "Pupils must hand in their phones" in 4.2, and no statement of the pupils' summary cites 4.2.
    Good: `- Hand your phone in. [4.2]`
    Remedy: Write a statement that cites the clause, or leave it if these readers need not know.
    Codes: duty-unexplained.
    """
    for policy in library.policies:
        for version in policy.versions:
            if timeline.standing(policy, version, today) not in _PAST:
                yield from _find_unexplained_duties(policy, version)


def _find_unexplained_duties(policy: Policy, version: Version) -> Iterator[Finding]:
    summaries = {s.reader: s for s in version.summaries if not s.language}
    if not summaries:
        return
    bound = [
        (c, readers)
        for c in clauses.each(version.sections)
        if (readers := addressee.bound_readers(c.text))
    ]
    for reader, summary in summaries.items():
        cited = {
            cite for statement in stale_summaries.statements(summary) for cite in statement.cites
        }
        for clause, readers in bound:
            if reader in readers and not any(
                successors.citation_covers(clause.number, cite) for cite in cited
            ):
                yield _report_duty(summary, reader, clause.number, clause.text)


def _report_duty(summary: Summary, reader: Reader, number: str, text: str) -> Finding:
    return Finding(
        path=summary.path, severity=Severity.NOTE, code="duty-unexplained",
        message=f"clause {number} puts a duty on {reader}, and no statement here explains it: “{_shorten(text, 100)}”",
        remedy=f"Add a statement that ends with [{number}]; or leave it, if {reader} need not read it here.",
    )  # fmt: skip


def _shorten(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"
