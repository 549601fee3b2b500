"""The field tables -> JSON Schemas (2020-12) of a version's front matter, a summary's, and `school.yml`.

Each kind of value brings its schema. A schema says less than the readers do: only they find a day
that no month has, or an invisible character. Only keywords that draft-07 has too are used, because
editors' YAML extensions still read that one.
"""

import json
from collections.abc import Mapping

from policybook.model import Status
from policybook.reading import layout, school_yml, summaries
from policybook.reading.field_types import InputType, Schema, mapping_schema
from policybook.reading.fields import FIELDS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def every() -> dict[str, Schema]:
    """Return the three schemas by name: `version`, `summary`, `school`."""
    return {
        "version": _add_title(
            "Facts of a version of a policy", {**_version(), "allOf": [*_status_rules()]}
        ),
        "summary": _add_title("Facts of a summary", _inputs(summaries.FIELDS)),
        "school": _add_title(layout.SCHOOL, _inputs(school_yml.FIELDS)),
    }


def _inputs(fields: Mapping[str, InputType]) -> Schema:
    return mapping_schema({name: kind.schema for name, kind in fields.items()}, [])


def written(schema: Schema) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _add_title(title: str, schema: Schema) -> Schema:
    return {"$schema": _DIALECT, "title": title, **schema}


def _version() -> Schema:
    fields = {f.name: {"description": f.help, **f.type.schema} for f in FIELDS}
    return mapping_schema(fields, [f.name for f in FIELDS if f.required == frozenset(Status)])


def _status_rules() -> list[Schema]:
    """Return what each status asks for and forbids."""
    result = []
    for status in Status:
        needed = [f.name for f in FIELDS if status in f.required]
        barred: Schema = {f.name: False for f in FIELDS if status in f.forbidden}
        then = {"required": needed, **({"properties": barred} if barred else {})}
        condition = {"properties": {"status": {"const": str(status)}}, "required": ["status"]}
        result.append({"if": condition, "then": then})
    return result
