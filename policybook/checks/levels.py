"""What was read, and a day -> every finding, each with the level that the school gives it in `checks` of school.yml.

A school may make a finding weigh more or less, and says why. One that protects what is published stays an error.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from policybook import checks
from policybook.checks import catalogue
from policybook.model import Level
from policybook.model.findings import Finding, Severity, in_order
from policybook.reading import layout
from policybook.reading.library import Loaded


def list_findings(loaded: Loaded, today: date) -> list[Finding]:
    """Every finding of reading and of every check, each once, by path and line; and what is wrong with the levels themselves."""
    findings = [*loaded.findings, *checks.run(loaded.library, today)]
    chosen = loaded.library.school.levels
    faults = {level.code: tuple(_check_level(level)) for level in chosen}
    levels = {level.code: level for level in chosen if not faults[level.code]}
    return in_order(
        [
            *(_apply_level(f, levels.get(f.code)) for f in findings),
            *chain.from_iterable(faults.values()),
        ]
    )


def _apply_level(finding: Finding, level: Level | None) -> Finding:
    if level is None or level.severity is finding.severity:
        return finding
    return replace(finding, severity=level.severity, usual=finding.severity, reason=level.reason)


def _check_level(level: Level) -> Iterator[Finding]:
    rule = catalogue.find_rule(level.code)
    if rule is None:
        suggestions = " or ".join(f"`{code}`" for code in catalogue.suggest_codes(level.code))
        question = f"Did you mean {suggestions}? " if suggestions else ""
        remedy = f"{question}The codes stand in square brackets behind each finding; the help lists them all."
        yield _make_finding(
            level,
            "unknown-code",
            f"`checks` names “{level.code}”, which is the code of no finding",
            remedy,
        )
    elif rule.protects and level.severity is not Severity.ERROR:
        message = f"`checks` makes `{level.code}` a {level.severity}, but it stays an error: {rule.protects}"
        yield _make_finding(
            level, "fixed-level", message, "Take it out of `checks`, and put right what it finds."
        )


def _make_finding(level: Level, code: str, message: str, remedy: str) -> Finding:
    return Finding(path=layout.SCHOOL, line=level.line, code=code, message=message, remedy=remedy)
