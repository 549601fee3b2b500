"""Turn the project and a day into findings, each with the level that the school chose.

A school changes a level under `checks` in school.yml, and says why. A finding that
protects what is published stays an error.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from policybook.checks import catalogue, kept_findings, recorded_versions
from policybook.model import Level, Library, Status, Version
from policybook.model.findings import Finding, Severity, sort_findings
from policybook.reading.files import layout
from policybook.reading.library import LoadedProject
from policybook.store import Store

_NOT_SHOWN = "It is a draft, which this site does not show."
_IN_PREVIEW = "It must be corrected before the text is published or approved."


def list_findings(loaded: LoadedProject, today: date, store: Store | None = None) -> list[Finding]:
    """Return every finding of reading and of the checks once, sorted by path and line.

    Faults in the levels themselves are included. Those of recorded versions are judged by
    the record last, so that no level can stop an approved text. What is about an unchanged
    policy is taken from `store`.
    """
    return sort_findings(
        recorded_versions.judge(list_unjudged(loaded, today, store), loaded.library)
    )


def list_unjudged(loaded: LoadedProject, today: date, store: Store | None = None) -> list[Finding]:
    """Return every finding as if no version were recorded: for decisions that are not yet made."""
    findings = [*loaded.findings, *kept_findings.find(loaded, today, store)]
    school_levels = loaded.library.school.levels
    faults = {level.code: tuple(_check_level(level)) for level in school_levels}
    levels = {level.code: level for level in school_levels if not faults[level.code]}
    return [
        *(_apply_level(f, levels.get(f.code)) for f in findings),
        *chain.from_iterable(faults.values()),
    ]


def _apply_level(finding: Finding, level: Level | None) -> Finding:
    if level is None or level.severity is finding.severity:
        return finding
    return replace(finding, severity=level.severity, usual=finding.severity, reason=level.reason)


def _check_level(level: Level) -> Iterator[Finding]:
    rule = catalogue.find_rule(level.code)
    if rule is None:
        suggestions = " or ".join(f"`{code}`" for code in catalogue.suggest_codes(level.code))
        question = f"Did you mean {suggestions}? " if suggestions else ""
        remedy = (
            f"{question}Each finding ends with its code in square brackets, and the help lists "
            "all codes."
        )
        yield _make_finding(
            level,
            "unknown-code",
            f"`checks` names “{level.code}”, but no finding has this code",
            remedy,
        )
    elif rule.protects and level.severity is not Severity.ERROR:
        message = (
            f"`checks` makes `{level.code}` a {level.severity}, but it stays an error: "
            f"{rule.protects}"
        )
        yield _make_finding(
            level,
            "fixed-level",
            message,
            "Remove it from `checks`, and correct what the finding names.",
        )


def _make_finding(level: Level, code: str, message: str, remedy: str) -> Finding:
    return Finding(path=layout.SCHOOL, line=level.line, code=code, message=message, remedy=remedy)


def excuse_drafts(findings: list[Finding], library: Library) -> list[Finding]:
    """Return the findings of a site without drafts: an error in a draft is a warning there.

    What is not published stops nothing. `check` and `approve` still call it an error. A file
    is a draft only if it says so: without front matter it may be any version. A recorded
    version is no draft, whatever its file says.
    """
    versions = library.walk_versions()
    drafts = [
        version
        for version in versions
        if version.facts.status is Status.DRAFT and "status" in version.facts.lines
    ]
    return _excuse(findings, drafts, library, _NOT_SHOWN)


def excuse_proposals(findings: list[Finding], library: Library) -> list[Finding]:
    """Return the findings of a private preview: an error in a proposed text is a warning there.

    Its author sees the text as it is. Only a text that cannot be read, and one that would have
    the address of another, still stop the preview.
    """
    proposals = [version for version in library.walk_sound() if version.facts.is_undecided]
    return _excuse(findings, proposals, library, _IN_PREVIEW, besides=recorded_versions.OBSTACLES)


def _excuse(
    findings: list[Finding],
    versions: Iterable[Version],
    library: Library,
    reason: str,
    besides: Collection[str] = (),
) -> list[Finding]:
    """Return the findings with each error about unrecorded `versions` as a warning.

    Errors with a code of `besides` stay errors.
    """
    recorded = library.recorded
    excused = [v for v in versions if v.key not in recorded]
    paths = {v.path for v in excused} | {s.path for v in excused for s in v.summaries}
    return [
        replace(f, severity=Severity.WARNING, usual=Severity.ERROR, reason=reason)
        if f.path in paths and f.severity is Severity.ERROR and f.code not in besides
        else f
        for f in findings
    ]
