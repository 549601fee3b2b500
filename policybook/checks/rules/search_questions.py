"""The school's words for search: each question and row finds its clause."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from policybook import search
from policybook.checks import search_remedies
from policybook.checks.version_findings import finding_at_line, report_note, report_warning
from policybook.model import Finding, Library, Severity, Version, timeline
from policybook.reading.files import layout

#: A row's line, its words, and the clauses that it names.
_NamedRow = tuple[int, str, tuple[tuple[str, str], ...]]


def questions_are_answered(library: Library, today: date) -> Iterator[Finding]:
    """Search finds the answer to each question in `asked.yml` among its first three results.

    A rule of a newer policy counts as an answer, if its title has a word of the question.
    The finding never stops the site.

    Bad: social-media 5.4 answers “a pupil has sent me a friend request”, and search
    shows it seventh.
    Good: search shows it first.
    Remedy: Add the question to `vocabulary.yml`, with the clause after `means:`. If
    another clause is the right answer, correct the answer.
    Codes: asked.
    """
    questions, faults = search.read_questions(library)
    yield from _as_warnings(faults)
    if not questions or search.school_rows(library)[1]:
        # Without the school's own rows, search may give other answers.
        return
    numbers = search.current_numbers(library, today, layout.ASKED_QUESTIONS)
    for question, place in search.find_unanswered(library, today):
        answers = [numbers.find_clause(*answer) for answer in question.answers]
        missing = [clause for clause in answers if not clause.is_gone and not clause.now]
        if missing:
            message, remedy = _describe_missing(library, today, question, missing, numbers)
        else:
            message = _describe_place(question, place)
            remedy = search_remedies.suggest_numbers(
                library, today, numbers, answers
            ) + search_remedies.suggest_row(question, answers)
        yield _make_finding(question.line, message, remedy)


def _describe_missing(
    library: Library,
    today: date,
    question: search.Question,
    missing: Sequence[search.NamedClause],
    numbers: search.Numbers,
) -> tuple[str, str]:
    """Return the message and the remedy for an answer that is no clause in force."""
    first = missing[0]
    if later := search_remedies.find_later_version(library, today, first):
        message, remedy = search_remedies.describe_later(later, first)
        return f"the answer to “{question.text}”, {message}", remedy
    return (
        f"the answer {first.policy} {first.number} to “{question.text}” is not a clause of a "
        "policy in force",
        search_remedies.suggest_numbers(library, today, numbers, missing)
        or "Name the policy's folder and the clause's number.",
    )


def _describe_place(question: search.Question, place: int) -> str:
    if not place:
        return f"search does not find the answer to “{question.text}”"
    return (
        f"search shows the answer to “{question.text}” in place {place}, "
        f"not among the first {search.FIRST_RESULTS}"
    )


def _as_warnings(faults: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the faults as warnings: a test of search never stops the site."""
    yield from (replace(fault, severity=Severity.WARNING) for fault in faults)


def _make_finding(line: int, message: str, remedy: str) -> Finding:
    return report_warning(layout.ASKED_QUESTIONS, line, "asked", message, remedy)


def clause_numbers_are_current(library: Library, today: date) -> Iterator[Finding]:
    """A clause in `asked.yml` and `vocabulary.yml` has its number in the version in force.

    The file names a version under `numbers_of`. Search follows the numbers of that
    version to the version in force, so the site stays right. A question is left out if
    its clause no longer exists.

    Bad: `answer: social-media 5.11` and `numbers_of: {social-media: 2023-11}`, when
    2026-12 is in force and the clause is 10.3 there.
    Good: `answer: social-media 10.3` and `numbers_of: {social-media: 2026-12}`.
    Remedy: Run `policybook check --fix`. If a clause no longer exists, name the clause
    that replaces it, or remove the row.
    Codes: numbers-of, number-moved, number-gone.
    """
    for path, rows in (
        (layout.ASKED_QUESTIONS, list(_list_questions(library))),
        (layout.VOCABULARY, list(_list_rows(library))),
    ):
        versions, faults = search.declared_versions(library, path)
        yield from _as_warnings(faults) if path == layout.ASKED_QUESTIONS else faults
        numbers = search.Numbers(library, today, versions)
        nearest = search_remedies.NearestClauses(library, today)
        yield from () if faults else _report_undeclared(library, today, path, rows, versions)
        for line, words, clauses in rows:
            for clause in (numbers.find_clause(*clause) for clause in clauses):
                if clause.has_moved:
                    yield _report_moved(path, line, words, clause)
                elif clause.is_gone:
                    later = search_remedies.find_later_version(library, today, clause)
                    yield (
                        _report_later(path, line, words, later, clause)
                        if later
                        else _report_gone(path, line, words, clause, nearest.find(clause))
                    )


def _report_undeclared(
    library: Library, today: date, path: str, rows: Sequence[_NamedRow], versions: Mapping[str, str]
) -> Iterator[Finding]:
    """Yield a note for each policy with several versions that `numbers_of` does not name."""
    policies_with_numbers = {
        policy for _, _, clauses in rows for policy, number in clauses if " (" not in number
    }
    for policy in library.policies:
        versions_in_force = [v.name for v in policy.versions if timeline.start_day(v)]
        if policy.name in policies_with_numbers - versions.keys() and len(versions_in_force) > 1:
            current = timeline.version_in_force(policy, today)
            message = (
                f"the file does not say which version of {policy.name} its numbers are from; "
                "search uses the version in force"
            )
            remedy = (
                f"Run {search_remedies.FIX_COMMAND}, which adds the version if search proves it. "
                f"Or write `{search.NUMBERS_OF}:` and below it "
                f"`  {policy.name}: {(current or policy.versions[-1]).name}`."
            )
            yield report_note(path, 1, "numbers-of", message, remedy)


def _list_questions(library: Library) -> Iterator[_NamedRow]:
    for question in search.read_questions(library)[0]:
        yield question.line, question.text, question.answers


def _list_rows(library: Library) -> Iterator[_NamedRow]:
    for row in search.school_rows(library)[0]:
        yield row.line, row.says[0], row.clauses


def _report_moved(path: str, line: int, words: str, clause: search.NamedClause) -> Finding:
    message = (
        f"{clause.policy} {clause.bare} of version {clause.of}, for “{words}”, is now "
        f"{search_remedies.join_numbers(clause.now)} in version {clause.current}"
    )
    remedy = (
        f"Write {search_remedies.join_clauses(clause)}. "
        f"{search_remedies.FIX_COMMAND} does this in every such row."
    )
    return report_warning(path, line, "number-moved", message, remedy)


def _report_later(
    path: str, line: int, words: str, version: Version, clause: search.NamedClause
) -> Finding:
    message, remedy = search_remedies.describe_later(version, clause)
    return report_note(path, line, "number-gone", f"the clause for “{words}”, {message}", remedy)


def _report_gone(
    path: str, line: int, words: str, clause: search.NamedClause, similar: Sequence[str]
) -> Finding:
    message = (
        f"{clause.policy} {clause.bare} of version {clause.of}, for “{words}”, no longer exists "
        f"in version {clause.current}"
    )
    suggestion = f" The most similar: {'; '.join(similar)}." if similar else ""
    remedy = f"Name the clause that replaces it, or remove the row.{suggestion}"
    if " (" not in clause.number:
        remedy += (
            f" {search_remedies.FIX_COMMAND} gives the other rows their new numbers, "
            f"and writes this one as `{clause.policy} {clause.bare} ({clause.of})`."
        )
    return report_warning(path, line, "number-gone", message, remedy)


def vocabulary_finds_clauses(library: Library, today: date) -> Iterator[Finding]:
    """Each row of the school's `vocabulary.yml` finds words or a clause of a policy in force.

    Bad: `means: golden time`, and no policy mentions golden time.
    Good: a row whose words are in a policy.
    Remedy: Use words that are in a policy. You can keep a row for a later policy.
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
        reason = f": there is no clause {unknown}" if unknown else ""
        yield finding_at_line(
            layout.VOCABULARY,
            row.line,
            "vocabulary",
            f"no policy in force has the words that “{row.says[0]}” should find{reason}",
            search_remedies.suggest_numbers(library, today, numbers, clauses)
            + "Use words that are in a policy. You can keep the row for a later policy.",
            Severity.WARNING if unknown else Severity.NOTE,
        )
