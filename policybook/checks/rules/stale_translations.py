"""Translations of summaries keep up with their originals, or say where they do not."""

from collections.abc import Iterator
from datetime import date

from policybook.analysis import stale_summaries, stale_translations
from policybook.analysis.stale_translations import StaleReason
from policybook.model import Library, Policy, Standing, Statement, Summary, Version, timeline
from policybook.model.findings import Finding, Severity
from policybook.text import languages

#: The address of this family of checks below `/help/checks/`.
NAME = "translated"

_PAST = (Standing.SUPERSEDED, Standing.WITHDRAWN)


def translations_are_up_to_date(library: Library, today: date) -> Iterator[Finding]:
    """A translated statement is translated again when its original changes. Until then its page says so beside it.

    Statements are paired by what they cite. `reviewed` names the version whose original the translation was last compared with.

    Bad: the English says "under 14" since 2026-12, and the Polish, `reviewed: 2023-11`, still speaks of 13.
    Good: the Polish put right, and `reviewed: 2026-12` at its top.
    Remedy: Have the statement translated again; then name the version under `reviewed`.
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
    policy: Policy, version: Version, summary: Summary, source: str
) -> Iterator[Finding]:
    result = stale_translations.compare_translation(policy, version, summary)
    if result is None:
        return
    if summary.reviewed is None:
        yield _report_unreviewed(version, summary, source)
    every = stale_summaries.statements(summary)
    for place, why in result.behind.items():
        yield _report_stale(version, summary, every[place], why, source)
    for statement in result.missing:
        yield _report_missing(version, summary, statement, source)


def _report_stale(
    version: Version, summary: Summary, statement: Statement, why: StaleReason, source: str
) -> Finding:
    cites = " ".join(f"[{c}]" for c in statement.cites)
    message = {
        StaleReason.CHANGED: f"the {source} of this statement, {cites}, has changed since version {summary.reviewed}",
        StaleReason.UNPAIRED: f"the {source} has another number of statements for {cites} than the translation",
        StaleReason.GONE: f"the {source} has no statement for {cites}",
    }[why]
    return Finding(
        path=summary.path, line=statement.line, severity=Severity.WARNING, code="translation-behind", message=message,
        remedy=f"Have it translated again; when every statement is right, write `reviewed: {version.name}` at the top.",
    )  # fmt: skip


def _report_missing(
    version: Version, summary: Summary, statement: Statement, source: str
) -> Finding:
    cites = " ".join(f"[{c}]" for c in statement.cites)
    return Finding(
        path=summary.path, severity=Severity.WARNING, code="translation-behind",
        message=f"the {source} has a statement for {cites}, “{_shorten(statement.text)}”, and the translation has none",
        remedy="Have it translated, with the same numbers at its end.",
    )  # fmt: skip


def _report_unreviewed(version: Version, summary: Summary, source: str) -> Finding:
    return Finding(
        path=summary.path, severity=Severity.WARNING, code="translation-unreviewed",
        message=f"this translation does not say which version's {source} it was made from",
        remedy=f"Write `reviewed: {version.name}` between two lines of three dashes at its top, if it says what the {source} beside it says.",
    )  # fmt: skip


def _shorten(text: str) -> str:
    return text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0] + " …"
