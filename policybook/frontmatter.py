"""The field table: the YAML block of a version -> `VersionFacts`, with every fault and its line.

A field is one row of `FIELDS`; its reader turns a value into what the model holds, or raises `Wrong`, which becomes a finding.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from policybook import dates, plainyaml
from policybook.findings import Finding
from policybook.model import AcademicYear, Day, Review, Status, VersionFacts
from policybook.plainyaml import Value, Wrong, did_you_mean

AUDIENCES = ("staff", "governors", "pupils", "parents", "volunteers", "visitors")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8})*")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_INVISIBLE_BUT_NEEDED = "\u200c\u200d"  # joiners of Urdu, Persian and emoji


def text(value: Value) -> str:
    """One line of words, trimmed, with no control or invisible character."""
    if value.text is None:
        raise Wrong(f"is {value.form}, but words are expected", "Write the words on the same line.")
    words = value.text.strip()
    if not words.strip(_INVISIBLE_BUT_NEEDED):
        raise Wrong("is empty", "Write its value, or remove the line if the field is optional.")
    hidden = next((c for c in words if _is_hidden(c)), None)
    if hidden is not None:
        raise Wrong(
            f"holds a control or invisible character, U+{ord(hidden):04X}", "Delete the value and type it again."
        )
    return words


def _is_hidden(character: str) -> bool:
    return character not in _INVISIBLE_BUT_NEEDED and unicodedata.category(character) in {
        "Cc",
        "Cf",
        "Cs",
        "Cn",
        "Zl",
        "Zp",
    }


def status(value: Value) -> Status:
    word = text(value)
    try:
        return Status(word)
    except ValueError:
        raise Wrong(
            f"is “{word}”, which is not one of the four words",
            f"Write draft, consultation, approved or withdrawn.{did_you_mean(word, Status)}",
        ) from None


def day(value: Value) -> Day:
    """`2023-11-06`, or `2023-11` where the minutes give no day."""
    word = text(value)
    if found := dates.read_day(word):
        return found
    raise Wrong(f"is “{word}”, which is not a date", _date_remedy(word), code="date")


def _date_remedy(word: str) -> str:
    if slashed := _SLASHED.fullmatch(word):
        first, second, year = int(slashed[1]), int(slashed[2]), slashed[3]
        readings = {f"{year}-{m:02d}-{d:02d}" for d, m in ((first, second), (second, first)) if 0 < m < 13}
        return f"Write it as year-month-day: {' or '.join(sorted(readings)) or year + '-MM-DD'}."
    return "Write a day that the calendar has as year-month-day, such as 2026-09-15, or a month as 2026-09; the year has four figures."


def exact_day(value: Value) -> Day:
    found = day(value)
    if found.month_only:
        raise Wrong(
            f"is “{value.text}”, a month, but a day is expected",
            "Write it as year-month-day, such as 2026-09-15.",
            code="date",
        )
    return found


def academic_year(value: Value) -> AcademicYear:
    """`2024/25`. A bare year is one of two academic years, so both are offered."""
    word = text(value)
    if found := dates.read_academic_year(word):
        return found
    if re.fullmatch(r"\d{4}", word, re.ASCII):
        year = int(word)
        first, second = (dates.year_text(AcademicYear(start=start)) for start in (year - 1, year))
        both = f"{first} (September {year - 1} to August {year}) or {second}"
        raise Wrong(
            f"is “{word}”, which is one of two academic years",
            f"Write {both} (September {year} to August {year + 1}).",
            code="review-year",
        )
    raise Wrong(
        f"is “{word}”, which is not an academic year",
        "Write the two years that it spans, such as 2026/27.",
        code="review-year",
    )


def audiences(value: Value) -> tuple[str, ...]:
    if value.items is None or not value.items:
        raise Wrong("must be a list", f"Write, for example, [staff, parents]; the words are {', '.join(AUDIENCES)}.")
    words = _each(value.items)
    for word, item in zip(words, value.items, strict=True):
        if word not in AUDIENCES:
            remedy = f"Use {', '.join(AUDIENCES)}.{did_you_mean(word, AUDIENCES)}"
            raise Wrong(f"names “{word}”", remedy, line=item.line)
    return tuple(dict.fromkeys(words))


def _each(items: list[Value]) -> tuple[str, ...]:
    """The words of each item; a fault has the item's own line."""
    return tuple(inside(item, text) for item in items)


def inside(value: Value, reader: Callable[[Value], Any], name: str = "") -> Any:
    """A value inside a list or mapping, by its reader; a fault has its own line and name."""
    try:
        return reader(value)
    except Wrong as wrong:
        message = f"holds a review whose `{name}` {wrong.message}" if name else f"holds an item that {wrong.message}"
        raise Wrong(message, wrong.remedy, wrong.code, wrong.line or value.line) from None


def sentences(value: Value) -> tuple[str, ...]:
    """One sentence or a list of them."""
    if value.items is None:
        return (text(value),)
    if not value.items:
        raise Wrong("is an empty list", "Say what changed, for a governor to read.")
    return _each(value.items)


def language(value: Value) -> str:
    word = text(value)
    if not _LANGUAGE.fullmatch(word):
        raise Wrong(
            f"is “{word}”, which is not a language code",
            "Write a code such as en-GB, cy (Welsh), pl (Polish) or ur (Urdu).",
        )
    return word


def reviews(value: Value) -> tuple[Review, ...]:
    if value.items is None:
        raise Wrong("must be a list of reviews", "Each has `on`, `by`, `outcome` and `review_year`.")
    return tuple(_review(item) for item in value.items)


def _review(value: Value) -> Review:
    readers: dict[str, Callable[[Value], Any]] = {"on": day, "by": text, "outcome": text, "review_year": academic_year}
    fields = value.fields if value.fields is not None else {}
    if set(fields) != set(readers):
        raise Wrong(
            "holds a review without exactly the fields on, by, outcome and review_year",
            "Write all four, and no other.",
            line=value.line,
        )
    return Review(**{name: inside(fields[name], read, name) for name, read in readers.items()})


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the front matter. `needed` says where it has to stand, `barred` where it must not; `form` is for the help page."""

    name: str
    read: Callable[[Value], Any]
    form: str
    needed: frozenset[Status] = frozenset()
    barred: frozenset[Status] = frozenset()


_ALWAYS = frozenset(Status)
_DECIDED = frozenset({Status.APPROVED, Status.WITHDRAWN})
_OPEN = frozenset({Status.DRAFT, Status.CONSULTATION})
_GONE = frozenset({Status.WITHDRAWN})

FIELDS: tuple[Field, ...] = (
    Field("title", text, "words", _ALWAYS),
    Field("status", status, "draft, consultation, approved or withdrawn", _ALWAYS),
    Field("owner", text, "a role, such as Headteacher", _ALWAYS),
    Field("approved_by", text, "who approved it, such as Governing Body", _DECIDED, _OPEN),
    Field("approved_on", day, "2023-11-06, or 2023-11 where the minutes give no day", _DECIDED, _OPEN),
    Field("effective_from", day, "the day from which it binds; without it, the day of approval"),
    Field("review_year", academic_year, "the academic year of the next review, such as 2026/27", _ALWAYS),
    Field("review_by", exact_day, "the last day for the review; without it, 31 August of the review year"),
    Field("reviews", reviews, "reviews that changed nothing; written by the review command"),
    Field("changes", sentences, "what changed, a sentence or a list; from the second version on"),
    Field("applies_to", audiences, f"a list out of {', '.join(AUDIENCES)}", _ALWAYS),
    Field("minute", text, "the minute that records the approval"),
    Field("language", language, "a language code, such as cy; without it, the school's"),
    Field("withdrawn_on", day, "the day of withdrawal; written by the withdraw command", _GONE, _ALWAYS - _GONE),
    Field("reason", text, "why it was withdrawn", _GONE, _ALWAYS - _GONE),
)
NAMES = tuple(f.name for f in FIELDS)


@dataclass(frozen=True, slots=True)
class Split:
    """A file's text: the YAML block (None where there is none), the body, and the file's lines on which they start."""

    block: str | None
    block_line: int
    body: str
    body_line: int


def split(whole: str) -> Split:
    """Part the front matter, between two lines of three dashes at the very start, from the body."""
    lines = whole.split("\n")
    if lines[0].rstrip() != "---":
        return Split(None, 1, whole, 1)
    for i, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            return Split("\n".join(lines[1:i]) + "\n", 2, "\n".join(lines[i + 1 :]), i + 2)
    return Split(None, 2, whole, 1)


def read(whole: Split, path: str) -> tuple[VersionFacts | None, tuple[Finding, ...]]:
    """Return the facts, or None where they are not all sound, and every fault of the block."""
    if whole.block is None:
        return None, (_no_block(whole, path),)
    root, faults = plainyaml.read(whole.block, path, whole.block_line)
    if root is None or root.fields is None:
        return None, faults
    reading = _Reading(root, path)
    found = [*faults, *reading.unknown(), *reading.values(), *reading.needs()]
    if found:
        return None, tuple(found)
    return VersionFacts(**reading.read, lines=root.key_lines), ()


def _no_block(whole: Split, path: str) -> Finding:
    message, remedy = (
        "the front matter is missing",
        "Start the file with a line of three dashes, then the fields (title, status, owner, review_year, applies_to), then three dashes again.",
    )
    if whole.block_line == 2:
        message, remedy = "the front matter is not closed", "Put a line of three dashes under its last field."
    elif whole.body.lstrip().startswith("---\n"):
        message = "the front matter does not start on the first line of the file"
        remedy = "Remove the empty lines above its first line of three dashes."
    return Finding(path=path, line=1, code="front-matter", message=message, remedy=remedy)


class _Reading:
    def __init__(self, root: Value, path: str) -> None:
        assert root.fields is not None
        self.fields, self.lines, self.path = root.fields, root.key_lines, path
        self.read: dict[str, Any] = {}

    def unknown(self) -> Iterator[Finding]:
        for name in self.fields:
            if name not in NAMES:
                known = ", ".join(NAMES)
                remedy = f"Remove it, or use a field that Policybook knows: {known}.{did_you_mean(name, NAMES)}"
                yield self.fault(self.lines[name], "unknown-field", f"the field `{name}` is unknown", remedy)

    def values(self) -> Iterator[Finding]:
        for f in FIELDS:
            if f.name in self.fields:
                try:
                    self.read[f.name] = f.read(self.fields[f.name])
                except Wrong as wrong:
                    line = wrong.line or self.lines[f.name]
                    yield self.fault(line, wrong.code, f"`{f.name}` {wrong.message}", wrong.remedy)

    def needs(self) -> Iterator[Finding]:
        """Fields that the status asks for or forbids; without a sound status, those that always stand."""
        status = self.read.get("status")
        for f in FIELDS:
            stands = f.name in self.fields
            needed = status in f.needed if status else f.needed == _ALWAYS
            if needed and not stands:
                remedy = f"Add a line `{f.name}: …` to the front matter: {f.form}."
                yield self.fault(1, "missing-field", f"the field `{f.name}` is missing", remedy)
            elif stands and status in f.barred:
                message = f"`{f.name}` cannot stand in a version whose status is {status}"
                remedy = "Remove the line; it is written when the version is approved or withdrawn."
                yield self.fault(self.lines[f.name], "barred-field", message, remedy)

    def fault(self, line: int, code: str, message: str, remedy: str) -> Finding:
        return Finding(path=self.path, line=line, code=code, message=message, remedy=remedy)
