"""Give `asked.yml` and `vocabulary.yml` the clause numbers of the versions in force.

Only numbers and `numbers_of` change; every other byte stays. The file is then read
again, and each row must name the same clauses as before. A clause that no longer exists
is named with its version, because another clause may now have its number.

If a new text moves an answer out of the first results, the question gets a row in
`vocabulary.yml`. So search still finds the answer.
"""

import codecs
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from policybook import checks, search
from policybook.checks.fix.number_rewriting import (
    QUESTIONS_THEME,
    Versions,
    append_rows,
    format_clause,
    list_new_numbers,
    replace_numbers,
)
from policybook.model import Library, timeline
from policybook.model.findings import format_count
from policybook.reading.files import layout
from policybook.reading.files.snapshot import Sources
from policybook.search import NUMBERS_OF, NamedClause, Numbers, Question, ThesaurusRow
from policybook.text import strict_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class RenumberedFile:
    """A file with current numbers, and the clauses that moved or no longer exist.

    `rows` are the questions that got a row in `vocabulary.yml`. `obstacle` says why the
    file could not be written.
    """

    path: str
    data: bytes
    moved: tuple[NamedClause, ...]
    gone: tuple[NamedClause, ...]
    rows: tuple[str, ...] = ()
    obstacle: str = ""

    @property
    def description(self) -> str:
        """What was written, in words."""
        parts = []
        if self.moved:
            first = self.moved[0]
            parts.append(
                f"{format_count(len(self.moved), 'number')}, such as {first.policy} {first.now[0]} "
                f"for {first.bare}"
            )
        if self.gone:
            if len(self.gone) == 1:
                kind = "a clause that no longer exists"
            else:
                kind = "clauses that no longer exist"
            parts.append(
                f"{format_count(len(self.gone), 'number')} of {kind}, with its version, such as "
                f"{format_clause(self.gone[0])[0]}"
            )
        if self.rows:
            rows = format_count(len(self.rows), "row")
            parts.append(
                f"{rows} under “{QUESTIONS_THEME}”, so that search still finds the answer, "
                f"such as to “{self.rows[0]}”"
            )
        return "; ".join(parts) or f"which versions its numbers are from (`{NUMBERS_OF}`)"


def read_number_versions(library: Library, today: date, path: str) -> dict[str, str]:
    """Return the version of each policy whose numbers a file has.

    The file may say so. If not, the version in force is used, if search proves it: the
    numbers lead to the answers. For a file of words alone, no other version may ever
    have been in force.
    """
    declared = search.declared_versions(library, path)[0]
    questions, row_data = search.read_questions(library), search.school_rows(library)
    if questions[1] or row_data[1]:
        return declared
    faulty_lines = {
        (finding.path, finding.line) for finding in checks.run_number_checks(library, today)
    }
    doubtful_policies = {
        policy
        for p in search.PATHS
        for row in _read_rows(library, p)
        if (p, row.line) in faulty_lines
        for policy, _ in _list_clauses(row)
    }
    proved_policies = {name for question in questions[0] for name, _ in question.answers}
    named_policies = {
        name for row in _read_rows(library, path) for name, _ in _list_clauses(row)
    } - doubtful_policies
    for policy in library.policies:
        current = timeline.version_in_force(policy, today)
        has_one_version = sum(timeline.start_day(v) is not None for v in policy.versions) == 1
        if (
            current
            and policy.name in named_policies
            and (has_one_version or policy.name in proved_policies)
        ):
            declared.setdefault(policy.name, current.name)
    return declared


def bring_up_to_date(
    sources: Sources, library: Library, today: date, number_versions: Mapping[str, Versions]
) -> tuple[RenumberedFile, ...]:
    """Return the files of `renumber_files`, with rows for questions that a new text displaces."""
    results = {file.path: file for file in renumber_files(sources, library, today, number_versions)}
    if (
        any(file.obstacle for file in results.values())
        or not {*search.PATHS} <= number_versions.keys()
    ):
        return tuple(results.values())
    in_force = {
        p.name: v.name for p in library.policies if (v := timeline.version_in_force(p, today))
    }
    changed_policies = {
        p
        for p, version in number_versions[layout.ASKED_QUESTIONS].items()
        if in_force.get(p, version) != version
    }
    vocabulary = results.get(layout.VOCABULARY)
    data = vocabulary.data if vocabulary else sources.files.get(layout.VOCABULARY, b"")
    updated = replace(
        library,
        words={**library.words, **{path: _decode(file.data) for path, file in results.items()}},
    )
    phrases: list[str] = []
    while rows := _find_new_rows(updated, today, changed_policies, phrases):
        data = append_rows(data, rows)
        updated = replace(updated, words={**updated.words, layout.VOCABULARY: _decode(data)})
        phrases += [phrase for phrase, _ in rows]
        if len(search.school_rows(updated)[0]) < len(phrases):
            # The file's form does not allow new rows.
            return tuple(results.values())
    if phrases:
        new_file = RenumberedFile(path=layout.VOCABULARY, data=data, moved=(), gone=())
        results[layout.VOCABULARY] = replace(
            results.get(layout.VOCABULARY, new_file), data=data, rows=tuple(phrases)
        )
    return tuple(results.values())


def _decode(data: bytes) -> str:
    return data.removeprefix(codecs.BOM_UTF8).decode().replace("\r\n", "\n")


def _find_new_rows(
    library: Library, today: date, policies: Collection[str], phrases: Collection[str]
) -> list[tuple[str, str]]:
    """Return what new rows say and mean.

    There is one for each question that these policies answer outside the first results.
    """
    if not policies or search.school_rows(library)[1] or search.read_questions(library)[1]:
        return []
    numbers = search.current_numbers(library, today, layout.ASKED_QUESTIONS)
    new_rows = []
    for question, _ in search.find_unanswered(library, today):
        answers = [numbers.find_clause(*answer) for answer in question.answers]
        clauses = [
            f"{clause.policy} {number}"
            for clause in answers
            if clause.policy in policies
            for number in clause.now
        ]
        phrase = search.clean_phrase(question.text)
        if clauses and phrase and phrase not in phrases:
            new_rows.append((phrase, ", ".join(clauses[: search.FIRST_RESULTS])))
    return new_rows


def renumber_files(
    sources: Sources, library: Library, today: date, number_versions: Mapping[str, Versions]
) -> Iterator[RenumberedFile]:
    """Yield each file whose numbers, or whose `numbers_of`, change today.

    `of` has the versions of each file's numbers. Policies that it does not name do not
    change.
    """
    for path, versions in number_versions.items():
        try:
            text = sources.files.get(path, b"").removeprefix(codecs.BOM_UTF8).decode()
        except UnicodeDecodeError:
            continue
        root, faults = strict_yaml.read(text, path, what="file")
        if root and root.fields and not faults:
            result = _renumber_file(path, text, root, library, Numbers(library, today, versions))
            if result and text.encode() != result.data:
                bom = codecs.BOM_UTF8 * sources.files[path].startswith(codecs.BOM_UTF8)
                yield replace(result, data=bom + result.data)


def _renumber_file(
    path: str, text: str, root: strict_yaml.Value, library: Library, numbers: Numbers
) -> RenumberedFile | None:
    versions = numbers.of
    clauses = [
        numbers.find_clause(policy, number)
        for row in _read_rows(library, path)
        for policy, number in _list_clauses(row)
    ]
    declared_clauses = [
        clause for clause in clauses if clause.policy in versions or " (" in clause.number
    ]
    moved = [clause for clause in declared_clauses if clause.has_moved]
    gone = [clause for clause in declared_clauses if clause.is_gone and " (" not in clause.number]
    new_versions = {
        clause.policy: clause.current
        for clause in declared_clauses
        if clause.current and clause.policy in versions
    }
    new_text = replace_numbers(
        text, root, numbers, {**search.declared_versions(library, path)[0], **new_versions}
    )
    result = RenumberedFile(path=path, data=new_text.encode(), moved=tuple(moved), gone=tuple(gone))
    if new_text == text:
        return None
    new_library = replace(library, words={**library.words, path: new_text.replace("\r\n", "\n")})
    is_same = [
        (_read_words(r), _expect_clauses(r, numbers)) for r in _read_rows(library, path)
    ] == [(_read_words(r), _list_clauses(r)) for r in _read_rows(new_library, path)]
    if is_same and new_versions.items() <= search.declared_versions(new_library, path)[0].items():
        return result
    obstacle = (
        "its form cannot be edited; write the numbers of "
        f"{', '.join(f'{p} {v}' for p, v in new_versions.items())} by hand, and these versions "
        f"under `{NUMBERS_OF}`"
    )
    return replace(result, data=b"", obstacle=obstacle)


def _read_rows(library: Library, path: str) -> tuple[Question | ThesaurusRow, ...]:
    if path == layout.ASKED_QUESTIONS:
        return search.read_questions(library)[0]
    return search.school_rows(library)[0]


def _list_clauses(row: Question | ThesaurusRow) -> tuple[tuple[str, str], ...]:
    return row.answers if isinstance(row, Question) else row.clauses


def _read_words(row: Question | ThesaurusRow) -> object:
    return row.text if isinstance(row, Question) else (row.says, row.finds, row.same)


def _expect_clauses(row: Question | ThesaurusRow, numbers: Numbers) -> tuple[tuple[str, str], ...]:
    clauses = (numbers.find_clause(*clause) for clause in _list_clauses(row))
    return tuple(
        (clause.policy, number)
        for clause in clauses
        for number in list_new_numbers(clause, numbers.of)
    )
