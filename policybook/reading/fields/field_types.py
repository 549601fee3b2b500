"""Define what a front-matter field decides (`Field`), and the kinds of value: `TEXT`, `DAY` …

A kind says how to read, write, hash, show and describe a value. `values` has the
readers.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from policybook.model import (
    Review,
    Status,
    VersionFacts,
    dates,
)
from policybook.reading.fields import recorded_values, values
from policybook.text import strict_yaml
from policybook.text.strict_yaml import Value, format_scalar

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class InputType:
    """A kind of value that a school types.

    It has a reader, which raises `InvalidValueError`, and a JSON Schema.
    """

    read: Callable[[Value], Any]
    schema: Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldType(InputType):
    """A kind of value in the front matter. None of its functions gets None or an empty value.

    `write` returns what follows the name of the field in a file, then the lines below
    it. `canonical` returns the lines of the approved text, which the hash covers. Never
    change it. `recorded` returns the value of such lines, whatever `read` refuses today;
    it raises `ValueError` for other lines. `in_words` returns the value as people read
    it.
    """

    write: Callable[[Any], list[str]]
    canonical: Callable[[Any], list[str]]
    recorded: Callable[[Sequence[str]], Any]
    in_words: Callable[[Any], str]


class Next(StrEnum):
    """What the next version does with a field."""

    COPIED = "copied"
    WRITTEN_ANEW = "written anew"
    LEFT_OUT = "left out"


class CoverRow(StrEnum):
    """The rows of a cover, by their labels and in their order; and two places that are no row."""

    STANDING = "Standing"
    COMMENTS = "Comments"
    APPROVAL = "Approved by"
    MINUTE = "Minute"
    IN_FORCE_FROM = "In force from"
    REVIEW = "Review"
    OWNER = "Owner"
    APPLIES_TO = "Applies to"
    HEADING = "the heading"
    NONE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of the front matter. Nothing has a default, so every row decides everything.

    `help` says what to write. `example` is a value as people type it; it starts a
    draft.
    """

    name: str
    label: str
    type: FieldType
    help: str
    example: str
    #: The statuses that need the field, and those that must not have it.
    required: frozenset[Status]
    forbidden: frozenset[Status]
    #: The hash covers it: changing it changes the approved text.
    in_approval: bool
    next_version: Next
    #: It stays when the text is removed.
    kept_without_text: bool
    #: The redline lists it among the details that differ.
    compared: bool
    #: The row of the cover that shows it.
    cover: CoverRow

    def value(self, facts: VersionFacts) -> Any:
        """Return the value of this field in `facts`; None if it is empty."""
        return getattr(facts, self.name) or None

    def in_words(self, facts: VersionFacts) -> str:
        """Return the value as people read it; empty if there is none."""
        value = self.value(facts)
        return "" if value is None else self.type.in_words(value)

    def canonical(self, facts: VersionFacts) -> list[str]:
        """Return the lines of the field in the approved text; none if it is empty."""
        value = self.value(facts)
        return [] if value is None else self.type.canonical(value)

    def rows(self, value: Any) -> list[str]:
        """Return the lines of front matter for `value`; none if it is empty."""
        if not value:
            return []
        first, *below = self.type.write(value)
        return [f"{self.name}: {first}".rstrip(), *below]

    def read_example(self) -> Any:
        """Return the example as the reader reads it."""
        root, _ = strict_yaml.read(f"{self.name}: {self.example}\n", "")
        assert root and root.fields
        return self.type.read(root.fields[self.name])


# ---------- writing


def format_review(review: Review) -> list[str]:
    """Return the four lines of one review, as typed in a file, without their indent."""
    return [
        f"on: {dates.format_iso_day(review.on)}",
        f"by: {format_scalar(review.by)}",
        f"outcome: {format_scalar(review.outcome)}",
        f"review_year: {dates.format_academic_year(review.review_year)}",
    ]


def _write_reviews(reviews: Iterable[Review]) -> list[str]:
    """Return reviews as typed in a file."""
    rows = [
        f"{'    ' if i else '  - '}{row}" for r in reviews for i, row in enumerate(format_review(r))
    ]
    return ["", *rows] if rows else ["[]"]


def _plain_review(review: Review) -> str:
    """Return a review as the approved text has it."""
    year = dates.format_academic_year(review.review_year)
    return f"{dates.format_iso_day(review.on)}, {review.by}: {review.outcome}, {year}"


# ---------- schemas


def make_mapping_schema(fields: Mapping[str, Schema], required: list[str]) -> Schema:
    """Return the schema of a mapping with these fields and no other."""
    return {
        "type": "object",
        "properties": dict(fields),
        "required": required,
        "additionalProperties": False,
    }


def map_names_to(schema: Schema) -> Schema:
    """Return the schema of a mapping from names to values of `schema`."""
    return {"type": "object", "additionalProperties": schema}


_MONTH = "(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])"
_DAY = "(0[1-9]|[12][0-9]|3[01])"
_SECOND_YEARS = "|".join(f"{first:02d}/{(first + 1) % 100:02d}" for first in range(100))
#: YAML reads some words as a number or as yes; here they are words.
_WORDS: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
#: A letter of any script: figures and signs alone are no name.
_NAME: Schema = {"type": "string", "pattern": "[A-Za-z\u00aa-\uffff]"}
_DATE: Schema = {"type": "string", "pattern": f"^{_MONTH}(-{_DAY})?$"}
_YEAR: Schema = {"type": "string", "pattern": f"^(19|2[01])({_SECOND_YEARS})$"}
_REVIEW = {"on": _DATE, "by": _WORDS, "outcome": _WORDS, "review_year": _YEAR}


# ---------- the kinds of value


def make_choice(choices: type[StrEnum]) -> FieldType:
    """Return the kind of a value that is one word of `choices`."""
    return FieldType(
        read=lambda value: values.read_choice(value, choices),
        write=lambda word: [str(word)],
        canonical=lambda word: [str(word)],
        recorded=lambda lines: choices(recorded_values.take_words(lines)),
        in_words=str,
        schema={"type": "string", "enum": list(choices)},
    )


TEXT = FieldType(
    read=values.read_text,
    write=lambda words: [format_scalar(words)],
    canonical=lambda words: [words],
    recorded=recorded_values.take_words,
    in_words=str,
    schema=_WORDS,
)
NAME = replace(TEXT, read=values.read_name, schema=_NAME)
STATUS = replace(make_choice(Status), read=values.read_status)
DAY = FieldType(
    read=values.read_day,
    write=lambda value: [dates.format_iso_day(value)],
    canonical=lambda value: [dates.format_iso_day(value)],
    recorded=recorded_values.take_day,
    in_words=dates.format_day,
    schema=_DATE,
)
EXACT_DAY = replace(
    DAY,
    read=values.read_exact_day,
    schema={"type": "string", "pattern": f"^{_MONTH}-{_DAY}$"},
)
ACADEMIC_YEAR = FieldType(
    read=values.read_academic_year,
    write=lambda year: [dates.format_academic_year(year)],
    canonical=lambda year: [dates.format_academic_year(year)],
    recorded=recorded_values.take_year,
    in_words=dates.format_academic_year,
    schema=_YEAR,
)
AUDIENCES = FieldType(
    read=values.read_audiences,
    write=lambda names: [f"[{', '.join(names)}]"],
    canonical=lambda names: [", ".join(names)],
    recorded=lambda lines: tuple(recorded_values.take_words(lines).split(", ")),
    in_words=", ".join,
    schema={
        "type": "array",
        "items": {"type": "string", "enum": list(values.AUDIENCES)},
        "minItems": 1,
        "maxItems": values.MOST_ITEMS,
    },
)
LANGUAGE = replace(
    TEXT,
    read=values.read_language,
    schema={"type": "string", "pattern": f"^({values.LANGUAGE.pattern})$"},
)
SENTENCES = FieldType(
    read=values.read_sentences,
    write=lambda sentences: ["", *(f"  - {format_scalar(sentence)}" for sentence in sentences)],
    canonical=list,
    recorded=tuple,
    in_words=" ".join,
    schema={
        "anyOf": [
            _WORDS,
            {"type": "array", "items": _WORDS, "minItems": 1, "maxItems": values.MOST_ITEMS},
        ]
    },
)
REVIEWS = FieldType(
    read=values.read_reviews,
    write=_write_reviews,
    canonical=lambda reviews: [_plain_review(review) for review in reviews],
    recorded=recorded_values.take_no_reviews,
    in_words=lambda reviews: "; ".join(
        f"{dates.format_day(review.on)}, {review.by}: {review.outcome}" for review in reviews
    ),
    schema={
        "type": "array",
        "items": make_mapping_schema(_REVIEW, list(_REVIEW)),
        "maxItems": values.MOST_ITEMS,
    },
)
