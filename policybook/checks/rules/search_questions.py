"""Search answers what people asked, and the school's own words find something."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from policybook import search
from policybook.model import Library, timeline
from policybook.model.findings import Finding, Severity
from policybook.reading import layout
from policybook.redline import successors
from policybook.search import NamedClause, Numbers, Question, Searcher
from policybook.text import strict_yaml

#: The address of this family of checks below `/help/checks/`.
NAME = "asked"

_MOST_NEAREST = 3
_NamedRow = tuple[
    int, str, tuple[tuple[str, str], ...]
]  # a row's line, what it says, and the clauses as it names them
_FIX = "`policybook check --fix`"


def questions_are_answered(library: Library, today: date) -> Iterator[Finding]:
    """Each question in `asked.yml` finds a clause that answers it among the first three results.

    Bad: “a pupil has sent me a friend request” is answered by social-media 5.4, and search shows it in the seventh place.
    Good: it is the first result.
    Remedy: Add the question to `vocabulary.yml`, with the clause as what it means; or mend the answer, if another clause is the right one.
    Codes: asked.
    """
    questions, faults = search.read_questions(library)
    yield from faults
    if not questions or search.school_rows(library)[1]:
        return  # without the school's own words the answers could not be judged
    numbers = search.current_numbers(library, today, layout.ASKED)
    for question, place in search.find_unanswered(library, today):
        answers = [numbers.find_clause(*answer) for answer in question.answers]
        lost = [clause for clause in answers if not clause.is_gone and not clause.now]
        if lost:
            message = f"the answer {lost[0].policy} {lost[0].number} to “{question.text}” is no clause of a text in force"
            remedy = (
                _suggest_numbers(library, today, numbers, lost)
                or "Name the policy's folder and the clause's number."
            )
        else:
            position = f"in place {place}" if place else "not at all"
            message = f"search finds the answer to “{question.text}” {position}, not among the first {search.FIRST_RESULTS}"
            remedy = _suggest_numbers(library, today, numbers, answers) + _suggest_row(
                question, answers
            )
        yield _make_finding(question.line, message, remedy, _choose_severity(answers))


def _choose_severity(answers: Sequence[NamedClause]) -> Severity:
    """A warning while the numbers are still those of an older version: the site is not held up on the day on which another comes into force."""
    return (
        Severity.WARNING
        if any(clause.now and clause.of != clause.current for clause in answers)
        else Severity.ERROR
    )


def _make_finding(line: int, message: str, remedy: str, severity: Severity) -> Finding:
    return Finding(
        path=layout.ASKED,
        line=line,
        severity=severity,
        code="asked",
        message=message,
        remedy=remedy,
    )


def _suggest_row(question: Question, answers: Sequence[NamedClause]) -> str:
    """The row of vocabulary.yml by which search finds the first answer: a row that names a clause, and the query is its very words."""
    otherwise = "or mend the answer, if another clause is the right one."
    phrase = search.clean_phrase(question.text)
    if not phrase:
        return f"Its words are all small words, which search leaves out: ask with a word that says what it is about, {otherwise}"
    answer = next(clause for clause in answers if clause.now)
    instruction = f"{_FIX} does this: write" if answer.of != answer.current else "Write"
    return (
        f"{instruction} in docs/policies/vocabulary.yml, below a theme, `- say: {strict_yaml.written(phrase)}` and below it "
        f"`means: {answer.policy} {answer.now[0]}`, which puts that clause first; {otherwise}"
    )


def _suggest_numbers(
    library: Library, today: date, numbers: Numbers, answers: Sequence[NamedClause]
) -> str:
    """What to write where a file does not say of which version its numbers are, and the version before had other clauses under them."""
    for clause in answers:
        before = (
            "" if clause.policy in numbers.of else _find_previous_version(library, today, clause)
        )
        older = (
            Numbers(library, today, {clause.policy: before}).find_clause(
                clause.policy, clause.number
            )
            if before
            else None
        )
        if older and older.has_moved:
            return (
                f"What was {clause.number} in version {before} is {_join_numbers(older.now)} now: "
                f"write {_join_clauses(older)}. If all numbers here are of {before}, "
                f"write `{search.NUMBERS_OF}:` and below it `  {clause.policy}: {before}` at the top; "
                f"{_FIX} then puts them right. Else: "
            )
    return ""


def _find_previous_version(library: Library, today: date, named: NamedClause) -> str:
    """The version that was in force before the one that is."""
    policy = next((p for p in library.policies if p.name == named.policy), None)
    current = timeline.in_force(policy, today) if policy else None
    if policy is None or current is None:
        return ""
    earlier = [
        v
        for v in policy.versions[: policy.versions.index(current)]
        if timeline.starts(v) and v.sections
    ]
    return earlier[-1].name if earlier else ""


def clause_numbers_are_current(library: Library, today: date) -> Iterator[Finding]:
    """A clause in `asked.yml` and `vocabulary.yml` has the number of the version in force.

    Search follows the numbers of the version that the file names under `numbers_of` to the version in force, so that the site is right all
    the while; a question whose clause is gone is not asked any more.

    Bad: `answer: social-media 5.11` and `numbers_of: {social-media: 2023-11}`, when 2026-12 is in force and the clause is 10.3 there.
    Good: `answer: social-media 10.3` and `numbers_of: {social-media: 2026-12}`.
    Remedy: Run `check --fix`. Where a clause is gone, name the one that says it now, or take the row out.
    Codes: numbers-of, number-moved, number-gone.
    """
    for path, rows in (
        (layout.ASKED, list(_list_questions(library))),
        (layout.VOCABULARY, list(_list_rows(library))),
    ):
        versions, faults = search.declared_versions(library, path)
        yield from faults
        numbers, nearest = Numbers(library, today, versions), _NearestClauses(library, today)
        yield from () if faults else _report_undeclared(library, path, rows, versions)
        for line, phrase, clauses in rows:
            for clause in (numbers.find_clause(*clause) for clause in clauses):
                if clause.has_moved:
                    yield _report_moved(path, line, phrase, clause)
                elif clause.is_gone:
                    yield _report_gone(path, line, phrase, clause, nearest.find(clause))


def _report_undeclared(
    library: Library, path: str, rows: Sequence[_NamedRow], versions: Mapping[str, str]
) -> Iterator[Finding]:
    """Policies that have had several versions, and nothing says whose numbers the file has."""
    named = {policy for _, _, clauses in rows for policy, number in clauses if " (" not in number}
    for policy in library.policies:
        versions_in_force = [v.name for v in policy.versions if timeline.starts(v)]
        if policy.name in named - versions.keys() and len(versions_in_force) > 1:
            message = f"nothing says of which version of {policy.name} the numbers here are; they are taken for those of the version in force"
            remedy = f"Run {_FIX}, which says so where search proves it; or write `{search.NUMBERS_OF}:` and below it `  {policy.name}: {versions_in_force[-1]}`."
            yield Finding(
                path=path, severity=Severity.NOTE, code="numbers-of", message=message, remedy=remedy
            )


def _list_questions(library: Library) -> Iterator[_NamedRow]:
    for question in search.read_questions(library)[0]:
        yield question.line, question.text, question.answers


def _list_rows(library: Library) -> Iterator[_NamedRow]:
    for row in search.school_rows(library)[0]:
        yield row.line, row.says[0], row.clauses


def _report_moved(path: str, line: int, phrase: str, clause: NamedClause) -> Finding:
    message = f"what was {clause.policy} {clause.bare} in version {clause.of}, for “{phrase}”, is {_join_numbers(clause.now)} in version {clause.current}"
    remedy = f"Write {_join_clauses(clause)}: {_FIX} writes it here and in every such row."
    return Finding(
        path=path,
        line=line,
        severity=Severity.WARNING,
        code="number-moved",
        message=message,
        remedy=remedy,
    )


def _report_gone(
    path: str, line: int, phrase: str, clause: NamedClause, near: Sequence[str]
) -> Finding:
    message = f"{clause.policy} {clause.bare} of version {clause.of}, for “{phrase}”, is no longer there in version {clause.current}"
    nearest = f" The nearest: {'; '.join(near)}." if near else ""
    remedy = f"Name in its place the clause that says it now, or take the row out.{nearest}"
    if " (" not in clause.number:
        remedy += f" {_FIX} writes the others with their new numbers, and this one as `{clause.policy} {clause.bare} ({clause.of})`."
    return Finding(
        path=path,
        line=line,
        severity=Severity.WARNING,
        code="number-gone",
        message=message,
        remedy=remedy,
    )


def _join_numbers(numbers: Sequence[str]) -> str:
    return " and ".join(numbers)


def _join_clauses(clause: NamedClause) -> str:
    return ", ".join(f"{clause.policy} {number}" for number in clause.now)


class _NearestClauses:
    """Finds the clauses of the text in force that are nearest to one that is gone; the index is made when it is first needed."""

    def __init__(self, library: Library, today: date) -> None:
        self.library, self.today = library, today
        self.searcher: Searcher | None = None

    def find(self, clause: NamedClause) -> list[str]:
        """At most three, each with its number and first words."""
        words = next((dict(successors.words_in_context(v)).get(clause.bare) for p in self.library.policies for v in p.versions
                      if (v.policy, v.name) == (clause.policy, clause.of)), None)  # fmt: skip
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
        return [f"{clause.policy} {d.number}, “{_shorten(d.text)}”" for d in hits[:_MOST_NEAREST]]


def _shorten(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def vocabulary_finds_clauses(library: Library, today: date) -> Iterator[Finding]:
    """Each row of the school's own `vocabulary.yml` leads to words, or a clause, of some policy in force.

    Bad: `means: golden time`, and no policy speaks of golden time.
    Good: a row whose words a policy has.
    Remedy: Use words that a policy has, or leave the row for a policy to come.
    Codes: vocabulary.
    """
    rows, faults = search.school_rows(library)
    yield from faults
    if not rows:
        return
    numbers = search.current_numbers(library, today, layout.VOCABULARY)
    index = search.index(
        search.documents_in_force(library, today), search.current_vocabulary(library, today)[0]
    )
    used_lines = {row.line for row in index.rows}
    for row in rows:
        clauses = [numbers.find_clause(*clause) for clause in row.clauses]
        if row.line in used_lines or any(clause.is_gone for clause in clauses):
            continue
        unknown = ", ".join(f"{clause.policy} {clause.number}" for clause in clauses)
        reason = f": there is no rule {unknown}" if unknown else ""
        yield Finding(
            path=layout.VOCABULARY,
            line=row.line,
            severity=Severity.WARNING if unknown else Severity.NOTE,
            code="vocabulary",
            message=f"no policy in force has what “{row.says[0]}” is to find{reason}",
            remedy=_suggest_numbers(library, today, numbers, clauses)
            + "Use words that a policy has; or leave the row for a policy to come.",
        )
