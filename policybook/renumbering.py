"""`asked.yml` and `vocabulary.yml` -> the same files with the numbers of the versions in force.

Only numbers and `numbers_of` change; every other byte stays. The file is read again, and kept only where each row names the clauses that it
named before, by the numbers that they have now. A clause that is gone is named with the version that it was in: its number may be another's.

A question that the new text pushes out of the first results gets a row of words that names its clause: what was answered stays answered.
"""

import codecs
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from policybook import checks, names, plainyaml, search, timeline
from policybook.checks.asked import unanswered
from policybook.model import Library
from policybook.plainyaml import Value
from policybook.search import NUMBERS_OF, Named, Numbers, Question, Row
from policybook.sources import Sources

REMARK = "# The versions whose numbers stand below; `check --fix` keeps them up to date."
_THEME = "questions that people asked"
_FIRST = 3
_PART = re.compile(r"[^,]+")
_NAMED = re.compile(
    r"\s*[\"']?\s*(([a-z0-9][a-z0-9-]*)\s+(\d+\.\d+(?:\([a-z]+\))*(?:\s+\([a-z0-9.-]+\))?))\s*[\"']?\s*"
)

Edit = tuple[int, int, str]  # what stands from one place up to another, and what takes its place
Versions = Mapping[str, str]  # by policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Renumbered:
    """A file with the numbers of today, and the clauses whose numbers changed or are gone; `rows` are questions that got a row of words.

    `left` says why it could not be written.
    """

    path: str
    data: bytes
    moved: tuple[Named, ...]
    gone: tuple[Named, ...]
    rows: tuple[str, ...] = ()
    left: str = ""

    @property
    def told(self) -> str:
        """What is written, in words."""
        said = []
        if self.moved:
            one = self.moved[0]
            said.append(f"{_count(self.moved, 'number')}, such as {one.policy} {one.now[0]} for {one.bare}")
        if self.gone:
            named = _written(self.gone[0])[0]
            said.append(
                f"{_count(self.gone, 'number')} of clauses that are gone, with the version that had them, such as {named}"
            )
        if self.rows:
            rows = _count(self.rows, "row")
            said.append(f"{rows} under “{_THEME}”, so that search still finds the answer, such as to “{self.rows[0]}”")
        return "; ".join(said) or f"of which versions its numbers are (`{NUMBERS_OF}`)"


def _count(found: Collection[object], noun: str) -> str:
    return f"{len(found)} {noun}{'' if len(found) == 1 else 's'}"


def versions(library: Library, today: date, path: str) -> dict[str, str]:
    """Of which version of each policy the numbers in a file are: as it says; else the one in force, where that is beyond doubt.

    It is where search finds what was asked by those numbers; of a file of words alone, where no other version has ever been in force.
    """
    said = search.declared(library, path)[0]
    asked, own = search.questions(library), search.own(library)
    if asked[1] or own[1]:
        return said
    wrong = {(finding.path, finding.line) for finding in checks.run_of_numbers(library, today)}
    doubtful = {
        policy
        for p in search.PATHS
        for row in _rows(library, p)
        if (p, row.line) in wrong
        for policy, _ in _clauses(row)
    }
    proved = {name for question in asked[0] for name, _ in question.answers}
    named = {name for row in _rows(library, path) for name, _ in _clauses(row)} - doubtful
    for policy in library.policies:
        current = timeline.in_force(policy, today)
        alone = sum(timeline.starts(v) is not None for v in policy.versions) == 1
        if current and policy.name in named and (alone or policy.name in proved):
            said.setdefault(policy.name, current.name)
    return said


def brought_up(sources: Sources, library: Library, today: date, of: Mapping[str, Versions]) -> tuple[Renumbered, ...]:
    """The files as `renumbered` gives them; and rows of words for questions that the new text pushes out of the first results."""
    made = {one.path: one for one in renumbered(sources, library, today, of)}
    if any(one.left for one in made.values()) or not {*search.PATHS} <= of.keys():
        return tuple(made.values())
    in_force = {p.name: v.name for p in library.policies if (v := timeline.in_force(p, today))}
    changed = {p for p, version in of[names.ASKED].items() if in_force.get(p, version) != version}
    data = made[names.VOCABULARY].data if names.VOCABULARY in made else sources.files.get(names.VOCABULARY, b"")
    now = replace(library, words={**library.words, **{path: _text(one.data) for path, one in made.items()}})
    told: list[str] = []
    while rows := _rows_for(now, today, changed, told):
        data = _with_rows(data, rows)
        now = replace(now, words={**now.words, names.VOCABULARY: _text(data)})
        told += [said for said, _ in rows]
        if len(search.own(now)[0]) < len(told):
            return tuple(made.values())  # the file's form does not allow it
    if told:
        plain = Renumbered(path=names.VOCABULARY, data=data, moved=(), gone=())
        made[names.VOCABULARY] = replace(made.get(names.VOCABULARY, plain), data=data, rows=tuple(told))
    return tuple(made.values())


def _text(data: bytes) -> str:
    return data.removeprefix(codecs.BOM_UTF8).decode().replace("\r\n", "\n")


def _rows_for(library: Library, today: date, policies: Collection[str], told: Collection[str]) -> list[tuple[str, str]]:
    """What new rows say and mean: each question that is answered by these policies, and is not among the first results."""
    if not policies or search.own(library)[1] or search.questions(library)[1]:
        return []
    numbers = search.numbers(library, today, names.ASKED)
    found = []
    for question, _ in unanswered(library, today):
        meant = [numbers.named(*answer) for answer in question.answers]
        clauses = [f"{one.policy} {number}" for one in meant if one.policy in policies for number in one.now]
        said = search.as_phrase(question.text)
        if clauses and said and said not in told:
            found.append((said, ", ".join(clauses[:_FIRST])))
    return found


def _with_rows(data: bytes, rows: list[tuple[str, str]]) -> bytes:
    """The file with rows at the end of their theme, which is the last where there was none."""
    text, bom = data.removeprefix(codecs.BOM_UTF8).decode(), codecs.BOM_UTF8 * data.startswith(codecs.BOM_UTF8)
    end = "\r\n" if "\r\n" in text else "\n"
    root, _ = plainyaml.read(text, names.VOCABULARY, what="file") if text.strip() else (None, ())
    theme = (root.fields or {}).get(_THEME) if root else None
    last = max((v.span[1] for row in theme.items or () for v in (row.fields or {}).values()), default=0) if theme else 0
    at = text.find("\n", last) + 1 if last else 0
    place = at or len(text)
    lines = [line for said, means in rows for line in (f"  - say: {plainyaml.written(said)}", f"    means: {means}")]
    if not last:
        lines = [*([""] if text.strip() else []), f"{_THEME}:", *lines]
    before = text[:place]
    lead = "" if not before or before.endswith("\n") else end
    return bom + (before + lead + "".join(line + end for line in lines) + text[place:]).encode()


def renumbered(sources: Sources, library: Library, today: date, of: Mapping[str, Versions]) -> Iterator[Renumbered]:
    """Each file whose numbers, or whose `numbers_of`, are not those of `today`, as it is to be.

    `of` are the versions that the numbers of each file are of; policies that it does not hold are left alone.
    """
    for path, held in of.items():
        try:
            text = sources.files.get(path, b"").removeprefix(codecs.BOM_UTF8).decode()
        except UnicodeDecodeError:
            continue
        root, faults = plainyaml.read(text, path, what="file")
        if root and root.fields and not faults:
            one = _renumbered(path, text, root, library, Numbers(library, today, held))
            if one and text.encode() != one.data:
                bom = codecs.BOM_UTF8 * sources.files[path].startswith(codecs.BOM_UTF8)
                yield replace(one, data=bom + one.data)


def _renumbered(path: str, text: str, root: Value, library: Library, numbers: Numbers) -> Renumbered | None:
    held = numbers.of
    named = [numbers.named(policy, number) for row in _rows(library, path) for policy, number in _clauses(row)]
    ours = [one for one in named if one.policy in held or " (" in one.number]
    moved, gone = [one for one in ours if one.moved], [one for one in ours if one.gone and " (" not in one.number]
    now = {one.policy: one.current for one in ours if one.current and one.policy in held}
    edits = [edit for value in _values(root) for edit in _numbers(text, value, numbers)]
    new = _edited(text, [*edits, *_of_edits(text, root, {**search.declared(library, path)[0], **now})])
    made = Renumbered(path=path, data=new.encode(), moved=tuple(moved), gone=tuple(gone))
    if new == text:
        return None
    again = replace(library, words={**library.words, path: new.replace("\r\n", "\n")})
    same = [(_words(r), _expected(r, numbers)) for r in _rows(library, path)] == [
        (_words(r), _clauses(r)) for r in _rows(again, path)
    ]
    if same and now.items() <= search.declared(again, path)[0].items():
        return made
    left = f"its form does not allow it; write the numbers of {', '.join(f'{p} {v}' for p, v in now.items())} by hand, and these under `{NUMBERS_OF}`"
    return replace(made, data=b"", left=left)


def _edited(text: str, edits: list[Edit]) -> str:
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


# ---------- rows


def _rows(library: Library, path: str) -> tuple[Question | Row, ...]:
    return search.questions(library)[0] if path == names.ASKED else search.own(library)[0]


def _clauses(row: Question | Row) -> tuple[tuple[str, str], ...]:
    return row.answers if isinstance(row, Question) else row.clauses


def _words(row: Question | Row) -> object:
    return row.text if isinstance(row, Question) else (row.says, row.finds, row.same)


def _expected(row: Question | Row, numbers: Numbers) -> tuple[tuple[str, str], ...]:
    found = (numbers.named(*clause) for clause in _clauses(row))
    return tuple((one.policy, words.partition(" ")[2]) for one in found for words in _written(one, numbers.of))


def _written(one: Named, of: Versions | None = None) -> tuple[str, ...]:
    """A clause as a row is to name it."""
    if of is not None and one.policy not in of and " (" not in one.number:
        return (f"{one.policy} {one.number}",)
    if one.now:
        return tuple(f"{one.policy} {number}" for number in one.now)
    return (f"{one.policy} {one.bare} ({one.of})" if one.gone else f"{one.policy} {one.number}",)


# ---------- edits


def _values(root: Value) -> Iterator[Value]:
    """The texts in which rows name clauses."""
    for name, part in (root.fields or {}).items():
        for row in part.items or () if name != NUMBERS_OF else ():
            for value in ((row.fields or {}).get("answer"), (row.fields or {}).get("means")):
                if value:
                    yield from value.items if value.items is not None else (value,)


def _numbers(text: str, value: Value, numbers: Numbers) -> Iterator[Edit]:
    start, end = value.span
    for part in _PART.finditer(text, start, end):
        found = _NAMED.fullmatch(part[0])
        if found:
            one = numbers.named(found[2], " ".join(found[3].split()))
            words = _written(one, numbers.of)
            if words != (f"{one.policy} {one.number}",):
                at = part.start() + found.start(1)
                yield at, part.start() + found.end(1), _listed(text, at, words)


def _listed(text: str, at: int, words: tuple[str, ...]) -> str:
    """Several clauses where one stood: more items of a list, or a list; in `means`, and in brackets, with commas."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    if len(words) > 1 and re.fullmatch(r"\s*- ", before):
        return ("\r\n" if "\r\n" in text else "\n").join((words[0], *(before + more for more in words[1:])))
    if len(words) > 1 and re.fullmatch(r"[\s-]*answer:\s+", before):
        return f"[{', '.join(words)}]"
    return ", ".join(words)


def _of_edits(text: str, root: Value, of: Versions) -> Iterator[Edit]:
    """What puts `numbers_of` right, or writes it above the first field and what is said of that."""
    fields = root.fields or {}
    end = "\r\n" if "\r\n" in text else "\n"
    held = fields[NUMBERS_OF].fields if NUMBERS_OF in fields else None
    for policy, version in of.items():
        value = (held or {}).get(policy)
        if value and value.text != version:
            yield *value.span, version
    missing = {policy: version for policy, version in of.items() if policy not in (held or {})}
    if missing and held:
        last = max(value.span for value in held.values())
        yield from _more(text, last, missing, end)
    elif missing and NUMBERS_OF not in fields:
        lines = text.splitlines(keepends=True)
        at = _above(lines, min(root.key_lines.values()) - 1)
        rows = (f"  {policy}: {version}{end}" for policy, version in missing.items())
        place = sum(map(len, lines[:at]))
        yield place, place, f"{REMARK}{end}{NUMBERS_OF}:{end}{''.join(rows)}{end}"


def _more(text: str, last: tuple[int, int], missing: Versions, end: str) -> Iterator[Edit]:
    """More policies behind the last: on lines of their own, or within curly brackets."""
    line = text[text.rfind("\n", 0, last[0]) + 1 : last[0]]
    if "{" in line:
        yield last[1], last[1], "".join(f", {policy}: {version}" for policy, version in missing.items())
        return
    indent = line[: len(line) - len(line.lstrip())]
    stop = text.find("\n", last[1])
    place = len(text) if stop < 0 else stop + 1
    rows = "".join(f"{indent}{policy}: {version}{end}" for policy, version in missing.items())
    yield place, place, (end if stop < 0 else "") + rows


def _above(lines: list[str], at: int) -> int:
    """The line above a field's remarks; the field's own where they begin the file, and are about the whole of it."""
    top = at
    while top and lines[top - 1].startswith("#"):
        top -= 1
    return top if top else at
