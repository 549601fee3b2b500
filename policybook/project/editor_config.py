"""Write the configuration of Sveltia CMS, with which an office edits policies in a browser.

The tables of fields decide what it shows. Drafts can be edited; approved and withdrawn
texts are not listed, because the record of approvals holds their words. Fields that
commands write are left out.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from policybook.model import Reader, Status
from policybook.reading import summaries
from policybook.reading.fields import field_types
from policybook.reading.fields.fields import FIELDS
from policybook.reading.files import layout
from policybook.reading.school import contacts_yml, school_yml

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
    """Return the text of `config.yml`. The same arguments give the same text."""
    return _HEAD + yaml.safe_dump(
        make_config(repository, host, branch), sort_keys=False, allow_unicode=True, width=88
    )


def make_config(repository: str, host: str, branch: str) -> dict[str, Any]:
    """Return the configuration: drafts, summaries for each reader, contacts and the school."""
    return {
        "backend": {"name": host, "repo": repository, "branch": branch},
        "media_folder": "",
        "output": {
            "omit_empty_optional_fields": True,
            "yaml": {"quote": "none", "indent_size": 2},
        },
        "collections": [
            _drafts(),
            *(_summaries_for(reader) for reader in Reader),
            {"name": "settings", "label": "School", "files": list(_settings())},
        ],
    }


def _drafts() -> dict[str, Any]:
    """Return the collection of the texts that are not yet approved."""
    return {
        "name": "policies",
        "label": "Drafts",
        "label_singular": "Draft",
        "description": "Drafts and proposed texts. An approved text cannot be edited: start its "
        "next version with `policybook new-version`.",
        **_collection("md"),
        "filter": {"field": "status", "value": [str(status) for status in OPEN_STATUSES]},
        "identifier_field": "title",
        "summary": "{{title}}: {{filename}}",
        "fields": [
            *_version_fields(),
            _body("Text", "One sentence a line; `## ` before a heading"),
        ],
    }


def _summaries_for(reader: Reader) -> dict[str, Any]:
    """Return the collection of the summaries for `reader`."""
    fields = [make_widget(name, kind.schema) for name, kind in summaries.FIELDS.items()]
    return {
        "name": f"summaries-{reader}",
        "label": f"For {reader}",
        "label_singular": f"Summary for {reader}",
        "description": f"Summaries of the policies for {reader}.",
        **_collection(f"{reader}.md"),
        "identifier_field": "heading",
        "summary": "{{dirname}}: {{filename}}",
        "fields": [*fields, _body("Statements", "One a line, with its rule: `- Words. [2.1]`")],
    }


def _collection(extension: str) -> dict[str, Any]:
    """Return what collections of files in the policies' folders share.

    Commands start and remove files, because the record needs to know of them.
    """
    return {
        "folder": layout.POLICIES.rstrip("/"),
        "nested": {"depth": 2},  # a folder for each policy
        "extension": extension,
        "create": False,
        "delete": False,
        "duplicate": False,
        "editor": {"preview": False},
    }


def _body(label: str, hint: str) -> Widget:
    """Return the field of the text. It is plain, so that the editor changes no sign of it."""
    return {"name": "body", "label": label, "widget": "text", "hint": hint, "required": False}


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


def _settings() -> Iterator[dict[str, Any]]:
    """Return the files of the settings: contacts and the school."""
    yield {
        "name": "contacts",
        "label": "Contacts",
        "file": layout.CONTACTS,
        "format": "yaml",
        "fields": [
            make_widget("checked", field_types.EXACT_DAY.schema),
            {**_list("contacts"), "required": True, "fields": list(_contact_fields())},
        ],
    }
    kinds = {name: kind.schema for name, kind in school_yml.FIELDS.items()}
    yield {
        "name": "school",
        "label": "School",
        "file": layout.SCHOOL,
        "format": "yaml",
        # A mapping, such as `checks`, has no widget. The editor keeps it as it is in the file.
        "fields": [make_widget(n, s) for n, s in kinds.items() if s.get("type") != "object"],
    }


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
    """Return the widget for a schema, with its options."""
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


def _list(name: str) -> Widget:
    return {"name": name, "label": name.capitalize(), "widget": "list"}
