"""Rows put into a version's front matter, and every other byte as it was; or a file without its words.

A function that cannot do it gives the bytes back as they are; who calls it reads the result again before writing.
"""

import re

from policybook.model import Day, Review, Version, VersionFacts, dates
from policybook.text import strict_yaml

_STATUS = re.compile(
    rb"(?P<indent> *)['\"]?status['\"]? *: +['\"]?(?P<word>draft|consultation|approved)\b.*?(?P<end>\r\n|\r|\n)"
)
_LINES = re.compile(rb"(?<=\n)|(?<=\r)(?!\n)")
_ITEM = re.compile(rb"(?P<indent> *)- ")


def with_status(data: bytes, version: Version, word: str, rows: list[str]) -> bytes:
    """The file with `word` for its status, and `rows` below it."""
    lines = _LINES.split(data)
    at = version.facts.lines["status"] - 1
    found = _STATUS.fullmatch(lines[at]) if at < len(lines) else None
    if not found:
        return data
    below = b"".join(found["indent"] + row.encode() + found["end"] for row in rows)
    start, end = found.span("word")
    lines[at] = lines[at][:start] + word.encode() + lines[at][end:] + below
    return b"".join(lines)


def with_review(data: bytes, version: Version, review: Review) -> bytes:
    """The file with one more item in its list of reviews, at the end of the front matter where there is none yet."""
    lines = _LINES.split(data)
    closing = version.body_line - 2
    first = version.facts.lines.get("reviews")
    found = _STATUS.fullmatch(lines[version.facts.lines["status"] - 1])
    if not found:
        return data
    at, indent, head = closing, found["indent"] + b"  ", [found["indent"] + b"reviews:"]
    if first:
        items = _items(
            lines,
            first,
            min((n for n in version.facts.lines.values() if n > first), default=closing + 1),
        )
        if not items:
            return data
        at, indent = items
        head = []
    rows = [
        *head,
        *(
            indent + sign + row.encode()
            for sign, row in zip((b"- ", *(b"  ",) * 3), _rows(review), strict=True)
        ),
    ]
    lines[at:at] = [row + found["end"] for row in rows]
    return b"".join(lines)


def _items(lines: list[bytes], first: int, after: int) -> tuple[int, bytes] | None:
    """Where a list that starts on line `first` ends, as an index, and the indent of its items; None where it has no lines of its own."""
    within = range(first, after - 1)
    filled = [i for i in within if lines[i].strip() and not lines[i].lstrip().startswith(b"#")]
    found = _ITEM.match(lines[filled[0]]) if filled else None
    return (filled[-1] + 1, found["indent"]) if found else None


def _rows(review: Review) -> list[str]:
    return [
        f"on: {dates.as_typed(review.on)}",
        f"by: {strict_yaml.written(review.by)}",
        f"outcome: {strict_yaml.written(review.outcome)}",
        f"review_year: {dates.year_text(review.review_year)}",
    ]


def without_words(facts: VersionFacts) -> bytes:
    """A file of front matter alone: what is still told of a version whose words were taken out. `changes` goes, and so do comments."""
    rows = [
        f"title: {strict_yaml.written(facts.title)}",
        f"status: {facts.status}",
        f"owner: {strict_yaml.written(facts.owner)}",
    ]
    rows += [
        f"{name}: {strict_yaml.written(words)}"
        for name, words in (
            ("approved_by", facts.approved_by),
            ("approved_on", _typed(facts.approved_on)),
            ("effective_from", _typed(facts.effective_from)),
            ("review_year", dates.year_text(facts.review_year)),
            ("review_by", _typed(facts.review_by)),
            ("minute", facts.minute),
            ("language", facts.language),
            ("withdrawn_on", _typed(facts.withdrawn_on)),
            ("reason", facts.reason),
        )
        if words
    ]
    rows.append(f"applies_to: [{', '.join(facts.applies_to)}]")
    if facts.reviews:
        rows.append("reviews:")
    for review in facts.reviews:
        rows += [f"{'    ' if at else '  - '}{row}" for at, row in enumerate(_rows(review))]
    return "\n".join(["---", *rows, "---", ""]).encode()


def _typed(day: Day | None) -> str | None:
    return dates.as_typed(day) if day else None
