"""Change the clause numbers in `asked.yml` or `vocabulary.yml`; every other byte stays."""

import codecs
import re
from collections.abc import Iterator, Mapping

from policybook.reading.files import layout
from policybook.search import NUMBERS_OF, NamedClause, Numbers
from policybook.text import strict_yaml
from policybook.text.list_labels import CLAUSE_NUMBER
from policybook.text.strict_yaml import Value

VERSIONS_COMMENT = (
    "# The numbers below are from these versions; `check --fix` keeps them up to date."
)
QUESTIONS_THEME = "questions that people asked"
_PART = re.compile(r"[^,]+")
_NAMED = re.compile(
    r"\s*[\"']?\s*"
    rf"(([a-z0-9][a-z0-9-]*)\s+({CLAUSE_NUMBER}(?:\s+\([a-z0-9.-]+\))?))"
    r"\s*[\"']?\s*"
)

#: The start and end of a part of the text, and its replacement.
TextEdit = tuple[int, int, str]
#: The name of a version, by policy.
Versions = Mapping[str, str]


def replace_numbers(text: str, root: Value, numbers: Numbers, versions: Versions) -> str:
    """Return the text with current numbers in its rows, and `of` under `numbers_of`."""
    edits = [
        edit
        for value in _walk_clause_values(root)
        for edit in _find_number_edits(text, value, numbers)
    ]
    for start, end, words in sorted(
        [*edits, *_find_version_edits(text, root, versions)], reverse=True
    ):
        text = text[:start] + words + text[end:]
    return text


def append_rows(data: bytes, rows: list[tuple[str, str]]) -> bytes:
    """Return the file with rows at the end of their theme, which is created if necessary."""
    text = data.removeprefix(codecs.BOM_UTF8).decode()
    bom = codecs.BOM_UTF8 * data.startswith(codecs.BOM_UTF8)
    end = "\r\n" if "\r\n" in text else "\n"
    root, _ = strict_yaml.read(text, layout.VOCABULARY, what="file") if text.strip() else (None, ())
    theme = (root.fields or {}).get(QUESTIONS_THEME) if root else None
    last = (
        max(
            (v.span[1] for row in theme.items or () for v in (row.fields or {}).values()), default=0
        )
        if theme
        else 0
    )
    insert_at = text.find("\n", last) + 1 if last else 0
    place = insert_at or len(text)
    lines = [
        line
        for phrase, means in rows
        for line in (f"  - say: {strict_yaml.format_scalar(phrase)}", f"    means: {means}")
    ]
    if not last:
        lines = [*([""] if text.strip() else []), f"{QUESTIONS_THEME}:", *lines]
    before = text[:place]
    lead = "" if not before or before.endswith("\n") else end
    return bom + (before + lead + "".join(line + end for line in lines) + text[place:]).encode()


def format_clause(clause: NamedClause, versions: Versions | None = None) -> tuple[str, ...]:
    """Return a clause as a row names it."""
    return tuple(f"{clause.policy} {number}" for number in list_new_numbers(clause, versions))


def list_new_numbers(clause: NamedClause, versions: Versions | None = None) -> tuple[str, ...]:
    """Return the numbers that a row uses for the clause; `4.2 (2023-11)` if it no longer exists."""
    if versions is not None and clause.policy not in versions and " (" not in clause.number:
        return (clause.number,)
    if clause.now:
        return clause.now
    return (f"{clause.bare} ({clause.of})" if clause.is_gone else clause.number,)


def _walk_clause_values(root: Value) -> Iterator[Value]:
    """Yield the texts in which rows name clauses."""
    for name, part in (root.fields or {}).items():
        for row in part.items or () if name != NUMBERS_OF else ():
            for value in ((row.fields or {}).get("answer"), (row.fields or {}).get("means")):
                if value:
                    yield from value.items if value.items is not None else (value,)


def _find_number_edits(text: str, value: Value, numbers: Numbers) -> Iterator[TextEdit]:
    start, end = value.span
    for part in _PART.finditer(text, start, end):
        match = _NAMED.fullmatch(part[0])
        if match:
            clause = numbers.find_clause(match[2], " ".join(match[3].split()))
            words = format_clause(clause, numbers.of)
            if words != (f"{clause.policy} {clause.number}",):
                begin = part.start() + match.start(1)
                yield begin, part.start() + match.end(1), _format_list(text, begin, words)


def _format_list(text: str, begin: int, words: tuple[str, ...]) -> str:
    """Return several clauses in the form of the place where one was.

    They become more items of a list, or a list. In `means`, and in brackets, commas
    separate them.
    """
    before = text[text.rfind("\n", 0, begin) + 1 : begin]
    if len(words) > 1 and re.fullmatch(r"\s*- ", before):
        return ("\r\n" if "\r\n" in text else "\n").join(
            (words[0], *(before + extra for extra in words[1:]))
        )
    if len(words) > 1 and re.fullmatch(r"[\s-]*answer:\s+", before):
        return f"[{', '.join(words)}]"
    return ", ".join(words)


def _find_version_edits(text: str, root: Value, versions: Versions) -> Iterator[TextEdit]:
    """Yield the edits that correct `numbers_of`, or that write it above the first field."""
    fields = root.fields or {}
    end = "\r\n" if "\r\n" in text else "\n"
    declared = fields[NUMBERS_OF].fields if NUMBERS_OF in fields else None
    for policy, version in versions.items():
        value = (declared or {}).get(policy)
        if value and value.text != version:
            yield *value.span, version
    missing = {
        policy: version for policy, version in versions.items() if policy not in (declared or {})
    }
    if missing and declared:
        last = max(value.span for value in declared.values())
        yield from _append_policies(text, last, missing, end)
    elif missing and NUMBERS_OF not in fields:
        lines = text.splitlines(keepends=True)
        # It goes above a field's comments, unless these start the file: they describe all of it.
        field_line = min(root.key_lines.values()) - 1
        first_comment = field_line
        while first_comment and lines[first_comment - 1].startswith("#"):
            first_comment -= 1
        first_line = first_comment if first_comment else field_line
        rows = (f"  {policy}: {version}{end}" for policy, version in missing.items())
        place = sum(map(len, lines[:first_line]))
        yield place, place, f"{VERSIONS_COMMENT}{end}{NUMBERS_OF}:{end}{''.join(rows)}{end}"


def _append_policies(
    text: str, last: tuple[int, int], missing: Versions, end: str
) -> Iterator[TextEdit]:
    """Yield the edit that adds policies after the last, on new lines or within curly brackets."""
    line = text[text.rfind("\n", 0, last[0]) + 1 : last[0]]
    if "{" in line:
        yield (
            last[1],
            last[1],
            "".join(f", {policy}: {version}" for policy, version in missing.items()),
        )
        return
    indent = line[: len(line) - len(line.lstrip())]
    stop = text.find("\n", last[1])
    place = len(text) if stop < 0 else stop + 1
    rows = "".join(f"{indent}{policy}: {version}{end}" for policy, version in missing.items())
    yield place, place, (end if stop < 0 else "") + rows
