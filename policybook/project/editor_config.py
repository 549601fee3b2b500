"""Write the configuration of Sveltia CMS, with which an office edits policies in a browser.

The tables of fields decide what it shows, and `data/editor` has the rest. Drafts can be edited.
Approved and withdrawn texts are not listed, because the record of approvals holds their words.
Fields that commands write are left out.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from string import Template
from typing import Any

import yaml

from policybook.model import Reader, Status
from policybook.reading import summaries
from policybook.reading.fields import field_types
from policybook.reading.fields.fields import FIELDS
from policybook.reading.school import contacts_yml, school_yml
from policybook.text import data_files

Widget = dict[str, Any]

#: The statuses that people type; commands write the others.
OPEN_STATUSES = (Status.DRAFT, Status.CONSULTATION)
#: Stands where nobody has said which repository the editor saves to.
NO_REPOSITORY = "OWNER/NAME"
_HEAD = (
    "# `policybook editor` wrote this file from Policybook's tables of fields.\n"
    "# Give the command again after an upgrade. https://sveltiacms.app/en/docs has the rest.\n"
)
_DATE: Widget = {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
_HINTS = {
    "contact": "how readers reach the school",
    "identity": "the site's first host; never change it",
    "review_warning_days": "how many days before a review the site says so",
    "terms": "the first and last day of each term; reminders of reviews come in term",
    "reviewed": "the version of the policy that a translation was compared with",
    "heading": "the heading above the summary",
    "role": "as the policies name it, such as Designated Safeguarding Lead",
    "also": "other names of the role",
    "checked": "the day when somebody last checked this",
    "hours": "when somebody answers, such as 8.30 am to 4 pm on school days",
}


def format_config(repository: str, host: str, branch: str) -> str:
    """Return the text of `config.yml`: drafts, summaries for each reader, contacts, the school.

    The same arguments give the same text.
    """
    config = _read("config.yml")
    config["collections"][1:1] = [_read("summaries.yml", reader=reader) for reader in Reader]
    backend = {"name": host, "repo": repository, "branch": branch}
    whole = {"backend": backend, **config}
    return _HEAD + yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=88)


def _read(name: str, **words: str) -> Any:
    """Return a file of `data/editor`, with the fields of our tables where it names them."""
    text = data_files.read_text(f"editor/{name}")
    return _fill_in(yaml.safe_load(Template(text).substitute(words)))


def _fill_in(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _fill_in(value) for key, value in part.items()}
    if not isinstance(part, list):
        return part
    filled: list[Any] = []
    for item in part:
        filled += _TABLES[item]() if isinstance(item, str) and item in _TABLES else [_fill_in(item)]
    return filled


def is_for_authors(field: field_types.Field) -> bool:
    """Return whether people write the field in a draft or a proposal."""
    return not field.forbidden.issuperset(OPEN_STATUSES)


def _version_fields() -> Iterator[Widget]:
    for field in filter(is_for_authors, FIELDS):
        schema = field.type.schema
        if field.type is field_types.STATUS:
            schema = {"enum": [str(status) for status in OPEN_STATUSES]}
        widget = make_widget(field.name, schema, required=Status.DRAFT in field.required)
        yield {**widget, "label": field.label, "hint": field.help}


def _summary_fields() -> Iterator[Widget]:
    return (make_widget(name, kind.schema) for name, kind in summaries.FIELDS.items())


def _school_fields() -> Iterator[Widget]:
    """Yield the settings. A mapping, such as `checks`, has no widget: it stays as it is."""
    kinds = {name: kind.schema for name, kind in school_yml.FIELDS.items()}
    return (make_widget(n, s) for n, s in kinds.items() if s.get("type") != "object")


def _contact_fields() -> Iterator[Widget]:
    schemas: Mapping[str, field_types.Schema] = {
        "also": field_types.SENTENCES.schema,
        "checked": field_types.EXACT_DAY.schema,
    }
    for name in contacts_yml.NAMES:
        schema = schemas.get(name, field_types.TEXT.schema)
        yield make_widget(name, schema, required=name == "role")


def make_widget(name: str, schema: field_types.Schema, *, required: bool = False) -> Widget:
    """Return the field of the editor for a value with this schema."""
    widget: Widget = {"name": name, "label": name.replace("_", " ").capitalize()}
    widget |= _kind(schema) | {"required": required}
    return widget | ({"hint": _HINTS[name]} if name in _HINTS else {})


def _kind(schema: field_types.Schema) -> Widget:
    if schema == field_types.EXACT_DAY.schema:
        return dict(_DATE)
    if "enum" in schema:
        return {"widget": "select", "options": [str(word) for word in schema["enum"]]}
    if "anyOf" in schema:
        inner = [_kind(choice) for choice in schema["anyOf"]]
        return next((w for w in inner if w["widget"] != "string"), inner[0])
    if schema.get("type") == "integer":
        return {"widget": "number", "value_type": "int", "min": schema["minimum"]}
    if schema.get("type") == "array":
        items = schema["items"]
        if "enum" in items:
            return {**_kind(items), "multiple": True, "min": 1}
        if "properties" in items:
            rows = [make_widget(n, s, required=True) for n, s in items["properties"].items()]
            return {"widget": "list", "fields": rows}
        return {"widget": "list"}  # a list without fields keeps a lone sentence too
    pattern = schema.get("pattern", "")
    return {"widget": "string"} | (
        {"pattern": [pattern, "This is not written as the field needs it; see below."]}
        if pattern not in ("", r"\S")
        else {}
    )


_TABLES: Mapping[str, Callable[[], Iterable[Widget]]] = {
    "VERSION_FIELDS": _version_fields,
    "SUMMARY_FIELDS": _summary_fields,
    "CHECKED": lambda: [make_widget("checked", field_types.EXACT_DAY.schema)],
    "CONTACT_FIELDS": _contact_fields,
    "SCHOOL_FIELDS": _school_fields,
}
