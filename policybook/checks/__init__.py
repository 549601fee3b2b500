"""Check the library on a day: findings, what they mean, and what can be fixed.

A check sees more than one field or one clause; it must not know a file, a page or another
check. Its docstring's first line is the rule as a school would say it, then `Bad:` and
`Good:`. That text is its help page.

    for finding in run(library, today): ...   # one function a rule, in the order of `CHECKS`
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from policybook.analysis.disagreements import StatementReader, read_version
from policybook.checks.check_list import CHECKS, OF_SCHOOL, Check
from policybook.checks.rules.disagreements import policies_agree
from policybook.checks.rules.references import (
    references_into_other_policies_follow_their_rules,
    references_into_other_policies_lead_somewhere,
)
from policybook.checks.rules.search_questions import (
    clause_numbers_are_current,
    questions_are_answered,
    vocabulary_finds_clauses,
)
from policybook.model import Finding, Library
from policybook.reading.division import Division
from policybook.reading.files.source_digests import SourceDigests
from policybook.reading.references.reference_links import ReferenceFinder, find_into_others


def run(library: Library, today: date) -> Iterator[Finding]:
    """Yield the findings of every check."""
    division = Division(library, SourceDigests())
    for part in division.parts():
        yield from run_on_policy(part.library, today)
    yield from run_on_school(division, today)


def run_on_policy(part: Library, today: date) -> Iterator[Finding]:
    """Yield the findings about one policy, from a library that has it alone."""
    for check in CHECKS:
        if check not in OF_SCHOOL:
            yield from check(part, today)


def run_on_school(
    division: Division,
    today: date,
    read: StatementReader = read_version,
    find: ReferenceFinder = find_into_others,
) -> Iterator[Finding]:
    """Yield the findings about files of the school, and about its policies together.

    `read` gives what the rules of a version say, and `find` which others it refers to.
    """
    rest = division.rest()
    comparing: dict[Check, Check] = {
        policies_agree: partial(policies_agree, read=read),
        references_into_other_policies_lead_somewhere: partial(
            references_into_other_policies_lead_somewhere, find=find
        ),
        references_into_other_policies_follow_their_rules: partial(
            references_into_other_policies_follow_their_rules, find=find
        ),
    }
    for check in CHECKS:
        whole = division.library if check in OF_SCHOOL else rest
        yield from comparing.get(check, check)(whole, today)


def run_number_checks(library: Library, today: date) -> Iterator[Finding]:
    """Yield the findings on the clause numbers in `asked.yml` and `vocabulary.yml`."""
    for check in (
        vocabulary_finds_clauses,
        questions_are_answered,
        clause_numbers_are_current,
    ):
        yield from check(library, today)
