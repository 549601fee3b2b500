"""Work out what to write in `asked.yml` or `vocabulary.yml`, for the remedies of findings."""

from collections.abc import Sequence
from datetime import date

from policybook import search
from policybook.model import Library, Version, dates, timeline
from policybook.redline import successors
from policybook.search import NamedClause, Numbers, Question, Searcher
from policybook.text import strict_yaml
from policybook.text.quotations import quote_start

FIX_COMMAND = "`policybook check --fix`"
_MOST_NEAREST = 3


def suggest_row(question: Question, answers: Sequence[NamedClause]) -> str:
    """Return the remedy: a row of `vocabulary.yml` with the query's own words.

    Search then puts the clause of the first answer first.
    """
    alternative = "Or correct the answer, if another clause is the right one."
    phrase = search.clean_phrase(question.text)
    if not phrase:
        return (
            "Search leaves out all of its words, because they are small words. Use a word that "
            f"says what the question is about. {alternative}"
        )
    answer = next(clause for clause in answers if clause.now)
    instruction = f"{FIX_COMMAND} does this: below" if answer.of != answer.current else "Below"
    return (
        f"{instruction} a theme in docs/policies/vocabulary.yml, write `- say: "
        f"{strict_yaml.format_scalar(phrase)}` and below it "
        f"`means: {answer.policy} {answer.now[0]}`. This puts the clause first. {alternative}"
    )


def suggest_numbers(
    library: Library, today: date, numbers: Numbers, answers: Sequence[NamedClause]
) -> str:
    """Return what to write if the numbers are those of the version before; else empty.

    This applies only if the file does not name the version of its numbers.
    """
    for clause in answers:
        previous = (
            "" if clause.policy in numbers.of else _find_previous_version(library, today, clause)
        )
        old_clause = (
            Numbers(library, today, {clause.policy: previous}).find_clause(
                clause.policy, clause.number
            )
            if previous
            else None
        )
        if old_clause and old_clause.has_moved:
            return (
                f"{clause.number} of version {previous} is now {join_numbers(old_clause.now)}: "
                f"write {join_clauses(old_clause)}. If all numbers here are from {previous}, "
                f"write `{search.NUMBERS_OF}:` and below it `  {clause.policy}: {previous}` at the "
                "top; "
                f"{FIX_COMMAND} then corrects them. Otherwise: "
            )
    return ""


def _find_previous_version(library: Library, today: date, named: NamedClause) -> str:
    """Return the name of the version that was in force before the current one."""
    policy = next((p for p in library.policies if p.name == named.policy), None)
    current = timeline.version_in_force(policy, today) if policy else None
    if policy is None or current is None:
        return ""
    earlier = [
        v
        for v in policy.versions[: policy.versions.index(current)]
        if timeline.start_day(v) and v.sections
    ]
    return earlier[-1].name if earlier else ""


def find_later_version(library: Library, today: date, clause: NamedClause) -> Version | None:
    """Return the version with that clause that starts after `today`, if there is one."""
    of = clause.number.partition(" (")[2].removesuffix(")") or clause.of
    later = [
        version
        for policy in library.policies
        if policy.name == clause.policy
        for version in policy.versions
        if (start := timeline.first_day_in_force(policy, version))
        and start > today
        and any(number == clause.bare for number, _ in successors.words_in_context(version))
    ]
    return next((version for version in later if version.name == of), later[0] if later else None)


def describe_later(version: Version, clause: NamedClause) -> tuple[str, str]:
    """Return the message and the remedy for a clause of a version that starts later."""
    start = timeline.start_day(version)
    day = dates.format_day(start) if start else "a later day"
    message = f"{clause.policy} {clause.bare}, is in version {version.name}, which starts on {day}"
    if not clause.current or clause.of == version.name:
        return message, "Leave the row as it is: search finds the clause from that day."
    name = f"{clause.policy} {clause.bare} ({version.name})"
    return message, f"Write `{name}`: search then finds the clause from that day."


class NearestClauses:
    """Finds the clauses in force that are most like a removed clause.

    The index is built when it is first needed.
    """

    def __init__(self, library: Library, today: date) -> None:
        self.library, self.today = library, today
        self.searcher: Searcher | None = None

    def find(self, clause: NamedClause) -> list[str]:
        """Return at most three clauses, each with its number and first words."""
        version = self.library.find_sound((clause.policy, clause.of))
        words = dict(successors.words_in_context(version)).get(clause.bare) if version else None
        if not words:
            return []
        if self.searcher is None:
            self.searcher = Searcher(
                search.index(search.documents_in_force(self.library, self.today), ())
            )
        hits = [
            h.document
            for h in self.searcher.rank(words)
            if h.document.policy == clause.policy and h.document.number
        ]
        return [
            f"{clause.policy} {d.number}, “{quote_start(d.text)}”" for d in hits[:_MOST_NEAREST]
        ]


def join_numbers(numbers: Sequence[str]) -> str:
    """Return the numbers joined by “and”."""
    return " and ".join(numbers)


def join_clauses(clause: NamedClause) -> str:
    """Return the clause's new names, separated by commas."""
    return ", ".join(f"{clause.policy} {number}" for number in clause.now)
