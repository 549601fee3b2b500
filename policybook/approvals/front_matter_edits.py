"""Write facts into a version's front matter and keep every other byte; or remove its words.

A function that cannot do it returns the bytes unchanged. The caller reads the result
again before writing.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from policybook.model import Review, Version, VersionFacts
from policybook.reading.fields import front_matter
from policybook.reading.fields.field_types import format_review
from policybook.reading.fields.fields import BY_NAME, FIELDS, NAMES
from policybook.text import strict_yaml

_STATUS = re.compile(
    rb"(?P<indent> *)['\"]?status['\"]? *: +"
    rb"['\"]?(?P<word>draft|consultation|approved)\b.*?(?P<end>\r\n|\r|\n)"
)
_LINES = re.compile(rb"(?<=\n)|(?<=\r)(?!\n)")
_ITEM = re.compile(rb"(?P<indent> *)- ")
_FIELD = re.compile(rb"(?P<indent> *)['\"]?[a-z_]+['\"]? *:(?= |\r|\n).*?(?P<end>\r\n|\r|\n)")


def set_status(
    data: bytes,
    version: Version,
    word: str,
    facts: Mapping[str, str],
    without: frozenset[int] = frozenset(),
) -> bytes:
    """Return the file with `word` as its status, `facts` below it, and not the lines `without`.

    Empty facts are left out.
    """
    lines = _LINES.split(data)
    index = version.facts.lines["status"] - 1
    status = _STATUS.fullmatch(lines[index]) if index < len(lines) else None
    if not status:
        return data
    rows = (f"{name}: {strict_yaml.format_scalar(words)}" for name, words in facts.items() if words)
    below = b"".join(status["indent"] + row.encode() + status["end"] for row in rows)
    start, end = status.span("word")
    lines[index] = lines[index][:start] + word.encode() + lines[index][end:] + below
    return b"".join(line for number, line in enumerate(lines, 1) if number not in without)


def list_field_lines(data: bytes, version: Version, names: Iterable[str]) -> frozenset[int]:
    """Return the numbers of the lines that hold these fields; none for a file in another form.

    In such a file, two fields share a line.
    """
    lines, starts = _LINES.split(data), version.facts.lines
    if len(set(starts.values())) < len(starts):
        return frozenset()
    first = [starts[name] - 1 for name in names if name in starts]
    fields = (range(n, _find_field_end(lines, n, version.body_line - 2)) for n in first)
    return frozenset(number + 1 for field in fields for number in field)


def set_facts(data: bytes, version: Version, facts: Mapping[str, Any]) -> bytes:
    """Return the file with these values of fields. None removes a field.

    A new field comes after the field before it in the table of fields. Comments stay. A
    file whose fields are not one a line comes back unchanged.
    """
    lines = _LINES.split(data)
    starts = {name: line - 1 for name, line in version.facts.lines.items()}
    forms = [_FIELD.fullmatch(lines[start]) for start in starts.values() if start < len(lines)]
    if not starts or len(set(starts.values())) < len(starts) or len(forms) < len(starts):
        return data
    if not forms[0] or len({form and form["indent"] for form in forms}) > 1:
        return data
    indent, end = forms[0]["indent"], forms[0]["end"]
    fields = [[line] for line in lines]
    for name in sorted(facts, key=NAMES.index):
        rows = [indent + row.encode() + end for row in BY_NAME[name].rows(facts[name])]
        if name in starts:
            stop = _find_field_end(lines, starts[name], version.body_line - 2)
            fields[starts[name] : stop] = [rows, *([] for _ in range(starts[name] + 1, stop))]
        elif rows:
            before = [n for n in NAMES[: NAMES.index(name)] if n in starts]
            index = max((starts[n] for n in before), default=min(starts.values()) - 1)
            stop = _find_field_end(lines, index, version.body_line - 2) if before else index + 1
            fields[stop - 1] += rows
    return b"".join(chain.from_iterable(fields))


def _find_field_end(lines: list[bytes], start: int, closing: int) -> int:
    """Return the index after the last line of a field. Remarks after it are no part of it."""
    indent = len(lines[start]) - len(lines[start].lstrip(b" "))
    stop = start + 1
    for index in range(start + 1, closing):
        line = lines[index]
        if not line.strip() or line.lstrip().startswith(b"#"):
            continue
        if len(line) - len(line.lstrip(b" ")) <= indent and not line.lstrip().startswith(b"- "):
            break
        stop = index + 1
    return stop


def add_review(data: bytes, version: Version, review: Review) -> bytes:
    """Return the file with one more review.

    It goes to the end of the list of reviews, or to the end of the front matter if
    there is no list.
    """
    lines = _LINES.split(data)
    closing = version.body_line - 2
    first = version.facts.lines.get("reviews")
    status = _STATUS.fullmatch(lines[version.facts.lines["status"] - 1])
    if not status:
        return data
    index, indent, list_head = closing, status["indent"] + b"  ", [status["indent"] + b"reviews:"]
    if first:
        after = min((n for n in version.facts.lines.values() if n > first), default=closing + 1)
        items = _find_list_end(lines, first, after)
        if not items:
            return data
        index, indent = items
        list_head = []
    signs = (b"- ", b"  ", b"  ", b"  ")
    rows = [s + row.encode() for s, row in zip(signs, format_review(review), strict=True)]
    rows = [*list_head, *(indent + row for row in rows)]
    lines[index:index] = [row + status["end"] for row in rows]
    return b"".join(lines)


def _find_list_end(lines: list[bytes], first: int, after: int) -> tuple[int, bytes] | None:
    """Return the index after a list that starts on line `first`, and its indent; None if empty."""
    list_lines = range(first, after - 1)
    filled = [i for i in list_lines if lines[i].strip() and not lines[i].lstrip().startswith(b"#")]
    item = _ITEM.match(lines[filled[0]]) if filled else None
    return (filled[-1] + 1, item["indent"]) if item else None


def remove_text(facts: VersionFacts) -> bytes:
    """Return a file of front matter alone: what stays of a version whose words were removed.

    Comments go too.
    """
    fields = (field for field in FIELDS if field.kept_without_text)
    return front_matter.format_block(row for f in fields for row in f.rows(f.value(facts))).encode()
