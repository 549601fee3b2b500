"""Out-of-date translations of summaries. The page marks each such statement."""

from collections.abc import Iterator
from datetime import date

from policybook.analysis import stale_summaries
from policybook.analysis.stale_summaries import StaleReason
from policybook.checks.version_findings import report_warning
from policybook.model import Library, Policy, Standing, Statement, Summary, Version, timeline
from policybook.model.findings import Finding
from policybook.text import languages
from policybook.text.quotations import quote_start

_PAST = (Standing.SUPERSEDED, Standing.WITHDRAWN)


def translations_are_up_to_date(library: Library, today: date) -> Iterator[Finding]:
    """When a statement of a summary changes, its translation changes too.

    Until then the page says beside the translation that it is out of date. Statements
    form pairs by the clauses that they cite. `reviewed` names the version whose
    original someone last compared with the translation.

    Bad: the English says "under 14" since 2026-12, and the Polish, `reviewed: 2023-11`,
    still says 13.
    Good: the corrected Polish, and `reviewed: 2026-12` at its top.
    Remedy: Have the statement translated again. Then name the version after
    `reviewed:`.
    Codes: translation-unreviewed, translation-behind.
    """
    for policy in library.policies:
        for version in policy.versions:
            if timeline.standing(policy, version, today) in _PAST:
                continue
            for summary in (s for s in version.summaries if s.language):
                source = languages.english_name(version.facts.language or library.school.language)
                yield from _check_translation(policy, version, summary, source)


def _check_translation(
    policy: Policy, version: Version, summary: Summary, source_language: str
) -> Iterator[Finding]:
    result = stale_summaries.compare_translation(policy, version, summary)
    if result is None:
        return
    if summary.reviewed is None:
        yield _report_unreviewed(version, summary, source_language)
    statements = stale_summaries.statements(summary)
    for index, reason in result.behind.items():
        yield _report_stale(version, summary, statements[index], reason, source_language)
    for statement in result.missing:
        yield _report_missing(version, summary, statement, source_language)


def _report_stale(
    version: Version, summary: Summary, statement: Statement, reason: StaleReason, source: str
) -> Finding:
    cites = " ".join(f"[{c}]" for c in statement.cites)
    message = {
        StaleReason.CHANGED: (
            f"the {source} statement for {cites} has changed since version {summary.reviewed}"
        ),
        StaleReason.UNPAIRED: (
            f"the {source} and the translation have different numbers of statements for {cites}"
        ),
        StaleReason.GONE: f"the {source} has no statement for {cites}",
    }[reason]
    return report_warning(
        summary,
        statement.line,
        "translation-behind",
        message,
        "Have it translated again. When every statement is right, write `reviewed: "
        f"{version.name}` at the top.",
    )


def _report_missing(
    version: Version, summary: Summary, statement: Statement, source: str
) -> Finding:
    cites = " ".join(f"[{c}]" for c in statement.cites)
    return report_warning(
        summary,
        1,
        "translation-behind",
        f"the {source} has a statement for {cites}, "
        f"“{quote_start(statement.text)}”, but the translation has none",
        "Have it translated, and end it with the same numbers.",
    )


def _report_unreviewed(version: Version, summary: Summary, source: str) -> Finding:
    return report_warning(
        summary,
        1,
        "translation-unreviewed",
        f"the file does not name the version whose {source} summary it translates",
        f"If it says the same as the {source} summary of this version, write `reviewed: "
        f"{version.name}` between two lines of three dashes at its top.",
    )
