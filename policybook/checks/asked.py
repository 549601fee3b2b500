"""Search answers what people asked, and the school's own words find something."""

from collections.abc import Iterator
from datetime import date

from policybook import names, search
from policybook.findings import Finding, Severity
from policybook.model import Library
from policybook.search import Index, Searcher

_FIRST = 3


def _index(library: Library, today: date) -> Index:
    return search.index(search.documents(library, today), (*search.own(library)[0], *search.shipped()))


def asked_questions_are_answered(library: Library, today: date) -> Iterator[Finding]:
    """Each question in `asked.yml` finds a clause that answers it among the first three results.

    Bad: “a pupil has sent me a friend request” is answered by social-media 5.4, and search shows it in the seventh place.
    Good: it is the first result.
    Remedy: Add the words that people use to `vocabulary.yml`; or mend the answer, if another clause is the right one.
    """
    asked, faults = search.questions(library)
    yield from faults
    if not asked or search.own(library)[1]:
        return  # without the school's own words the answers could not be judged
    index = _index(library, today)
    searcher, known = Searcher(index), {(d.policy, d.number) for d in index.documents if d.number}
    for question in asked:
        lost = [f"{policy} {number}" for policy, number in question.answers if (policy, number) not in known]
        if lost:
            message = f"the answer {lost[0]} to “{question.text}” is no clause of a text in force"
            yield _fault(
                question.line, "asked", message, "Name the policy's folder and the clause's number.", Severity.ERROR
            )
            continue
        found = [(hit.document.policy, hit.document.number) for hit in searcher.rank(question.text)]
        place = next((n for n, one in enumerate(found, 1) if one in question.answers), 0)
        if not 0 < place <= _FIRST:
            where = f"in place {place}" if place else "not at all"
            message = f"search finds the answer to “{question.text}” {where}, not among the first {_FIRST}"
            remedy = (
                "Add the words to docs/policies/vocabulary.yml, or mend the answer if another clause is the right one."
            )
            yield _fault(question.line, "asked", message, remedy, Severity.ERROR)


def own_words_find_something(library: Library, today: date) -> Iterator[Finding]:
    """Each row of the school's own `vocabulary.yml` leads to words, or a clause, of some policy in force.

    Bad: `means: golden time`, and no policy speaks of golden time.
    Good: a row whose words a policy has.
    Remedy: Use words that a policy has, or leave the row for a policy to come.
    """
    rows, faults = search.own(library)
    yield from faults
    if not rows:
        return
    index = search.index(search.documents(library, today), rows)
    kept = {row.line for row in index.rows}
    for row in rows:
        if row.line not in kept:
            unknown = ", ".join(f"{policy} {number}" for policy, number in row.clauses)
            reason = f": there is no rule {unknown}" if unknown else ""
            message = f"no policy in force has what “{row.says[0]}” is to find{reason}"
            remedy = "Use words that a policy has; or leave the row for a policy to come."
            yield Finding(
                path=names.VOCABULARY,
                line=row.line,
                severity=Severity.WARNING if unknown else Severity.NOTE,
                code="vocabulary",
                message=message,
                remedy=remedy,
            )


def _fault(line: int, code: str, message: str, remedy: str, severity: Severity) -> Finding:
    return Finding(path=names.ASKED, line=line, severity=severity, code=code, message=message, remedy=remedy)
