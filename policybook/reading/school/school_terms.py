"""Read the setting `terms` of `school.yml`: the first and the last day of each term."""

from collections.abc import Sequence

from policybook.model import dates
from policybook.model.terms import SchoolTerm
from policybook.reading.fields import values
from policybook.reading.fields.field_types import EXACT_DAY, InputType, make_mapping_schema
from policybook.text.strict_yaml import InvalidValueError, Value

_FORM = "Write `- first: 2026-09-03` and, below it, `last: 2026-12-18`, for each term."
#: Thirty years of six terms, and the days of the longest.
_MOST, _LONGEST = 180, 180


def _read_terms(value: Value) -> tuple[SchoolTerm, ...]:
    """Return the terms in order. Raise `InvalidValueError` for anything else."""
    if not value.items:
        raise InvalidValueError("must be a list of terms", _FORM)
    if len(value.items) > _MOST:
        raise InvalidValueError(
            f"has more than {_MOST} terms", "Remove those that were over years ago."
        )
    terms = tuple(_read_term(item) for item in value.items)
    _refuse_overlaps(terms, value.items)
    return terms


def _read_term(value: Value) -> SchoolTerm:
    """Return one term. Raise `InvalidValueError` for any other fields or days."""
    fields = value.fields or {}
    if set(fields) != {"first", "last"}:
        raise InvalidValueError(
            "has a term without exactly `first` and `last`", _FORM, line=value.line
        )
    first = values.read_item(fields["first"], values.read_exact_day).date
    last = values.read_item(fields["last"], values.read_exact_day).date
    if last <= first:
        raise InvalidValueError(
            f"has a term that ends on {dates.format_day(last)}, not after its first day",
            "Correct one of the two days.",
            line=fields["last"].line,
        )
    if (last - first).days > _LONGEST:
        raise InvalidValueError(
            f"has a term of {(last - first).days + 1} days, from {dates.format_day(first)} to "
            f"{dates.format_day(last)}",
            "Write each term of the year by itself, so that reminders stay out of the holidays.",
            line=fields["last"].line,
        )
    return SchoolTerm(first=first, last=last)


def _refuse_overlaps(terms: Sequence[SchoolTerm], items: Sequence[Value]) -> None:
    """Raise `InvalidValueError` for a term that starts before the one above it has ended."""
    for before, term, item in zip(terms, terms[1:], items[1:], strict=False):
        if term.first <= before.last:
            raise InvalidValueError(
                f"has a term that starts on {dates.format_day(term.first)}, before the term above "
                f"it ends, on {dates.format_day(before.last)}",
                "Write the terms in their order, and correct the days.",
                line=item.line,
            )


TERMS = InputType(
    read=_read_terms,
    schema={
        "type": "array",
        "items": make_mapping_schema(
            {"first": EXACT_DAY.schema, "last": EXACT_DAY.schema}, ["first", "last"]
        ),
        "minItems": 1,
    },
)
