"""The field tables -> JSON Schemas (2020-12) of a version's front matter, a summary's, and `school.yml`.

Each field's reader has one form here; a reader without one stops the making, so that no schema can fall behind its table. A schema says
less than the readers do: a day that no month has, or an invisible character, only they find. Only keywords that stand in draft-07
too are used, because editors' YAML extensions still read that one.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from policybook.model import Status
from policybook.model.findings import Severity
from policybook.reading import field_types, layout, school_yml, summaries
from policybook.reading.front_matter import FIELDS
from policybook.text.strict_yaml import Value

Schema = dict[str, Any]
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_MONTH = "(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])"
_DAY = "(0[1-9]|[12][0-9]|3[01])"
_SECOND_YEARS = "|".join(f"{first:02d}/{(first + 1) % 100:02d}" for first in range(100))
#: Words that YAML itself would take for a number or a yes are words here.
_WORDS: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_ROLE: Schema = {"type": "string", "enum": list(field_types.AUDIENCES)}
_DATE: Schema = {"type": "string", "pattern": f"^{_MONTH}(-{_DAY})?$"}
_EXACT: Schema = {"type": "string", "pattern": f"^{_MONTH}-{_DAY}$"}
_YEAR: Schema = {"type": "string", "pattern": f"^(19|2[01])({_SECOND_YEARS})$"}


def _mapping(fields: Mapping[str, Schema], required: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": dict(fields),
        "required": required,
        "additionalProperties": False,
    }


_REVIEW = _mapping(
    {"on": _DATE, "by": _WORDS, "outcome": _WORDS, "review_year": _YEAR},
    ["on", "by", "outcome", "review_year"],
)
_SENTENCES: Schema = {"anyOf": [_WORDS, {"type": "array", "items": _WORDS, "minItems": 1}]}
_HEADING: Schema = {
    "anyOf": [_WORDS, _mapping({"heading": _WORDS, "accept": _SENTENCES}, ["heading"])]
}
_LEVEL = _mapping(
    {"level": {"type": "string", "enum": list(Severity)}, "reason": _WORDS}, ["level", "reason"]
)

#: The form of each reader.
FORMS: Mapping[Callable[[Value], Any], Schema] = {
    field_types.text: _WORDS,
    field_types.status: {"type": "string", "enum": list(Status)},
    field_types.day: _DATE,
    field_types.exact_day: _EXACT,
    field_types.academic_year: _YEAR,
    field_types.reviews: {"type": "array", "items": _REVIEW},
    field_types.sentences: _SENTENCES,
    field_types.audiences: {"type": "array", "items": _ROLE, "minItems": 1},
    field_types.language: {"type": "string", "pattern": f"^({field_types.LANGUAGE.pattern})$"},
    summaries.reviewed: {"type": ["string", "number"], "pattern": "^[a-z0-9.-]+$"},
    school_yml.days: {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 999}, {"type": "string", "pattern": "^[0-9]{1,3}$"}]},
    school_yml.required_sections: {"type": "object", "additionalProperties": {"type": "array", "items": _HEADING}},
    school_yml.levels: {"type": "object", "additionalProperties": _LEVEL},
}  # fmt: skip


def every() -> dict[str, Schema]:
    """The three schemas by name: `version`, `summary`, `school`. Raises KeyError for a field whose reader has no form here."""
    return {
        "version": _titled(
            "Facts of a version of a policy", {**_version(), "allOf": [*_by_status()]}
        ),
        "summary": _titled(
            "Facts of a summary",
            _mapping({n: FORMS[read] for n, read in summaries.FIELDS.items()}, []),
        ),
        "school": _titled(
            layout.SCHOOL, _mapping({n: FORMS[read] for n, read in school_yml.FIELDS.items()}, [])
        ),
    }


def written(schema: Schema) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _titled(title: str, schema: Schema) -> Schema:
    return {"$schema": _DIALECT, "title": title, **schema}


def _version() -> Schema:
    fields = {field.name: {"description": field.form, **FORMS[field.read]} for field in FIELDS}
    return _mapping(fields, [field.name for field in FIELDS if field.needed == frozenset(Status)])


def _by_status() -> list[Schema]:
    """What each status asks for and forbids."""
    result = []
    for status in Status:
        needed = [f.name for f in FIELDS if status in f.needed]
        barred: Schema = {f.name: False for f in FIELDS if status in f.barred}
        then = {"required": needed, **({"properties": barred} if barred else {})}
        result.append(
            {
                "if": {"properties": {"status": {"const": str(status)}}, "required": ["status"]},
                "then": then,
            }
        )
    return result
