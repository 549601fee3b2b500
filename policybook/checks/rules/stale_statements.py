"""Out-of-date statements in summaries, and citations whose clause has moved."""

import itertools
from collections.abc import Iterator
from datetime import date

from policybook.analysis import stale_summaries
from policybook.analysis.duties import addressee
from policybook.analysis.stale_summaries import Doubt, DoubtKind, VersionPair
from policybook.checks.version_findings import finding_at_line, report_note
from policybook.model import (
    ChangeSize,
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
from policybook.reading.texts import clauses
from policybook.redline import successors
from policybook.text.quotations import quote_start

_PAST = (Standing.SUPERSEDED, Standing.WITHDRAWN)


def _pair_summaries(
    library: Library, today: date
) -> Iterator[tuple[Version, Version, VersionPair, tuple[tuple[Summary, Summary], ...]]]:
    """Yield neighbouring versions with the summaries that both have.

    The later version is neither superseded nor withdrawn.
    """
    for policy in library.policies:
        for old, new in itertools.pairwise(policy.versions):
            if timeline.standing(policy, new, today) in _PAST:
                continue
            old_summaries = {(s.reader, s.language.lower()): s for s in old.summaries}
            summary_pairs = tuple(
                (old_summaries[k], s)
                for s in new.summaries
                if (k := (s.reader, s.language.lower())) in old_summaries
            )
            if summary_pairs:
                yield old, new, VersionPair(old, new), summary_pairs


def statements_are_up_to_date(library: Library, today: date) -> Iterator[Finding]:
    """When a clause changes, someone reads its statement again and corrects its number.

    The finding is a warning in a draft or consultation, and an error before approval.
    Only changed words count, not signs, form, numbers or the slips that a minor version corrects.

    Bad: the clause now says "under 14", and the statement still "You must be 13.
    [4.2]"; or a new section makes [4.2] another clause.
    Good: the corrected statement with its new number [5.2]; or, if all statements are
    still right, `reviewed: 2026-12` between two lines of `---` at the top of the summary of
    version 2026-12.
    Remedy: Compare the clause with the statement. Correct the statement and its number.
    If all statements are right, name the version after `reviewed:`.
    Codes: citation-moved, stale-statement.
    """
    for old, new, pair, summary_pairs in _pair_summaries(library, today):
        # A version that is about to be recorded as approved must not have one.
        is_new = new.facts.status is Status.APPROVED and not library.find_approval(new.key)
        level = Severity.ERROR if is_new else Severity.WARNING
        words = dict(successors.words_in_context(new))
        for before, after in summary_pairs:
            is_reviewed = after.reviewed == new.name
            for doubt in pair.doubts(before, after):
                if doubt.cited and doubt.kind is not DoubtKind.STALE:
                    if not (is_reviewed and doubt.cited != doubt.was):
                        yield _report_moved_citation(level, old, new, after, doubt)
                elif not (is_reviewed or after.language or _is_slip(new, doubt)):
                    yield _report_stale(level, old, new, after, doubt, words)


def _is_slip(new: Version, doubt: Doubt) -> bool:
    """Return whether only a slip of the pen was corrected: `minor-change` watches the version."""
    return new.facts.change is ChangeSize.MINOR and doubt.kind is DoubtKind.STALE


def _report_stale(
    level: Severity,
    old: Version,
    new: Version,
    summary: Summary,
    doubt: Doubt,
    words: dict[str, str],
) -> Finding:
    text = quote_start(doubt.statement.text)
    acceptance = f"start the summary with three lines: `---`, `reviewed: {new.name}` and `---`"
    if doubt.kind is DoubtKind.STALE:
        old_number = "" if doubt.was == doubt.cited else f" (where it was {doubt.was})"
        message = (
            f"clause {doubt.cited} changed after version {old.name}{old_number}, but the statement "
            f"“{text}” did not"
        )
        new_text = quote_start(" ".join(words.get(n, "") for n in doubt.now), 160)
        remedy = (
            f"Compare it with the new words, “{new_text}”. Correct it; or, if every statement "
            f"here is still right, {acceptance}."
        )
    else:
        message = (
            f"the statement “{text}” explains clause {doubt.was} of version {old.name}, which no "
            "longer exists"
        )
        remedy = (
            "Remove the statement. Or, if another clause says it now, cite that clause and "
            f"{acceptance}."
        )
    return finding_at_line(summary, doubt.statement.line, "stale-statement", message, remedy, level)


def _report_moved_citation(
    level: Severity, old: Version, new: Version, summary: Summary, doubt: Doubt
) -> Finding:
    new_citations = " ".join(f"[{n}]" for n in doubt.now)
    outcome = f"is now {new_citations}" if new_citations else "no longer exists"
    if new_citations:
        remedy = f"Write {new_citations} instead of [{doubt.cited}]."
    else:
        remedy = "Cite the clause that says it now, or remove the statement."
    if doubt.cited != doubt.was:
        remedy += (
            f" If [{doubt.cited}] is right, start the summary with three lines: `---`, "
            f"`reviewed: {new.name}` and `---`."
        )
    return finding_at_line(
        summary,
        doubt.statement.line,
        "citation-moved",
        f"[{doubt.cited}] is not the clause that the statement "
        f"“{quote_start(doubt.statement.text)}” cited in version {old.name}: "
        f"[{doubt.was}] {outcome}",
        remedy,
        level,
    )


def reviewed_names_a_version(library: Library, today: date) -> Iterator[Finding]:
    """`reviewed` names the version with which someone compared the summary.

    It is the summary's own version or an earlier one.

    Bad: `reviewed: 2026-13` where the policy has no such version.
    Good: `reviewed: 2026-12` in the summary of version 2026-12, after someone read
    every statement.
    Remedy: Write the version with which someone compared the summary.
    Codes: reviewed-version.
    """
    for policy in library.policies:
        for index, version in enumerate(policy.versions):
            versions = [v.name for v in policy.versions[: index + 1]]
            for summary in version.summaries:
                if summary.reviewed is not None and summary.reviewed not in versions:
                    yield _report_unknown_version(summary, versions)


def _report_unknown_version(summary: Summary, versions: list[str]) -> Finding:
    return finding_at_line(
        summary,
        summary.lines.get("reviewed", 1),
        "reviewed-version",
        f"`reviewed` is “{summary.reviewed}”, but this policy has no such version up to "
        f"{versions[-1]}",
        f"Write the version with which you compared the summary, such as {versions[-1]}.",
    )


def duties_are_explained(library: Library, today: date) -> Iterator[Finding]:
    """The summary for pupils or parents explains each clause that gives them a duty.

    This is only a note. The author may have reasons to leave the clause out.

    Bad: "Pupils must hand in their phones" in 4.2, and no statement of the pupils'
    summary cites 4.2.
    Good: `- Hand your phone in. [4.2]`
    Remedy: Write a statement that cites the clause. You can leave it out if these
    readers need not know.
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
    duties = [
        (c, readers)
        for c in clauses.walk_sections(version.sections)
        if (readers := addressee.bound_readers(c.text))
    ]
    for reader, summary in summaries.items():
        cited = {
            cite for statement in stale_summaries.statements(summary) for cite in statement.cites
        }
        for clause, readers in duties:
            if reader in readers and not any(
                successors.citation_covers(clause.number, cite) for cite in cited
            ):
                yield _report_duty(summary, reader, clause.number, clause.text)


def _report_duty(summary: Summary, reader: Reader, number: str, text: str) -> Finding:
    return report_note(
        summary,
        1,
        "duty-unexplained",
        f"clause {number} gives {reader} a duty, and no statement here explains it: "
        f"“{quote_start(text, 100)}”",
        f"Add a statement that ends with [{number}]. You can leave it out if {reader} need "
        "not know.",
    )
