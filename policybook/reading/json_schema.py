"""Make JSON Schemas (2020-12) from the field tables: of a version, a summary and the school.

Each kind of value has its schema. A schema finds fewer faults than the readers: only
they find a day that no month has, or an invisible character. All keywords are also part
of draft-07, which the YAML extensions of editors still use.
"""

import json
from collections.abc import Mapping

from policybook.model import Status
from policybook.reading import summaries
from policybook.reading.fields.field_types import InputType, Schema, make_mapping_schema
from policybook.reading.fields.fields import FIELDS
from policybook.reading.files import layout
from policybook.reading.school import school_yml

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def build_schemas() -> dict[str, Schema]:
    """Return the three schemas by name: `version`, `summary`, `school`."""
    return {
        "version": _add_title(
            "Facts of a version of a policy", {**_version(), "allOf": [*_status_rules()]}
        ),
        "summary": _add_title("Facts of a summary", _inputs(summaries.FIELDS)),
        "school": _add_title(layout.SCHOOL, _inputs(school_yml.FIELDS)),
    }


def _inputs(fields: Mapping[str, InputType]) -> Schema:
    """Return the schema of a mapping with these fields, none of them required."""
    return make_mapping_schema({name: kind.schema for name, kind in fields.items()}, [])


def format_schema(schema: Schema) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _add_title(title: str, schema: Schema) -> Schema:
    """Return the schema with its dialect and title."""
    return {"$schema": _DIALECT, "title": title, **schema}


def _version() -> Schema:
    """Return the schema of the front matter of a version, whatever its status."""
    fields = {f.name: {"description": f.help, **f.type.schema} for f in FIELDS}
    return make_mapping_schema(fields, [f.name for f in FIELDS if f.required == frozenset(Status)])


def _status_rules() -> list[Schema]:
    """Return the schemas of what each status requires and forbids."""
    result = []
    for status in Status:
        needed = [f.name for f in FIELDS if status in f.required]
        barred: Schema = {f.name: False for f in FIELDS if status in f.forbidden}
        then = {"required": needed, **({"properties": barred} if barred else {})}
        condition = {"properties": {"status": {"const": str(status)}}, "required": ["status"]}
        result.append({"if": condition, "then": then})
    return result
