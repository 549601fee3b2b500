"""The editor in the browser shows what people write, and never an approved text."""

from typing import Any

import pytest
import yaml

from policybook.project import editor_config
from policybook.reading import summaries
from policybook.reading.fields.fields import FIELDS
from policybook.reading.school import contacts_yml, school_yml

TEXT = editor_config.format_config("oakfield/policies", "github", "main")
CONFIG = yaml.safe_load(TEXT)
COLLECTIONS = {c["name"]: c for c in CONFIG["collections"]}
FILES = {f["name"]: f for f in COLLECTIONS["settings"]["files"]}
WIDGETS = {
    "title": "string",
    "status": "select",
    "owner": "string",
    "effective_from": "string",
    "review_year": "string",
    "review_by": "datetime",
    "applies_to": "select",
    "minute": "string",
    "language": "string",
    "changes": "list",
    "reviews": "list",
    "numbering": "select",
    "questions": "list",
    "group": "string",
    "comments_from": "datetime",
    "comments_until": "datetime",
    "comments_to": "string",
    "change": "select",
    "approval_level": "select",
    "reference": "string",
    "review_cycle": "number",
    "kept_internally": "string",
}


def by_name(fields: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {field["name"]: field for field in fields}


POLICY = by_name(COLLECTIONS["policies"]["fields"])


def test_backend_is_the_one_named() -> None:
    assert CONFIG["backend"] == {"name": "github", "repo": "oakfield/policies", "branch": "main"}


def test_same_bytes() -> None:
    assert editor_config.format_config("oakfield/policies", "github", "main") == TEXT


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_authors_fields_have_widgets(field: Any) -> None:
    if not editor_config.is_for_authors(field):
        assert field.name not in POLICY
        return
    widget = POLICY[field.name]
    assert widget["widget"] == WIDGETS[field.name]
    assert (widget["label"], widget["hint"]) == (field.label, field.help)


def test_fields_keep_the_order_of_the_table() -> None:
    assert [*POLICY] == [f.name for f in FIELDS if f.name in POLICY] + ["body"]


def test_only_texts_being_written_are_listed() -> None:
    drafts = COLLECTIONS["policies"]
    assert drafts["filter"] == {"field": "status", "value": ["draft", "consultation"]}
    assert POLICY["status"]["options"] == ["draft", "consultation"]


@pytest.mark.parametrize("name", ["policies", "summaries-parents", "summaries-pupils"])
def test_editor_starts_and_removes_no_files(name: str) -> None:
    collection = COLLECTIONS[name]
    assert not (collection["create"] or collection["delete"] or collection["duplicate"])


@pytest.mark.parametrize("name", ["policies", "summaries-parents", "summaries-pupils"])
def test_sveltia_accepts_collections(name: str) -> None:
    """Sveltia refuses a `path` of unknown fields, and a `format` beside `parents.md`."""
    assert {"path", "format"}.isdisjoint(COLLECTIONS[name])


def test_lone_sentence_is_kept() -> None:
    """Sveltia drops a sentence that is no list, if the list has fields of its own."""
    for name in ("changes", "questions"):
        assert {"field", "fields"}.isdisjoint(POLICY[name])


@pytest.mark.parametrize("reader", ["parents", "pupils"])
def test_summaries_have_their_fields(reader: str) -> None:
    collection = COLLECTIONS[f"summaries-{reader}"]
    assert collection["extension"] == f"{reader}.md"
    assert [*by_name(collection["fields"])] == [*summaries.FIELDS, "body"]


def test_contacts_have_their_fields() -> None:
    fields = by_name(FILES["contacts"]["fields"])
    assert [*fields] == ["checked", "contacts"]
    assert [*by_name(fields["contacts"]["fields"])] == [*contacts_yml.NAMES]
    assert fields["checked"]["widget"] == "datetime"


def test_school_has_all_but_mappings() -> None:
    assert {*school_yml.FIELDS} - {*by_name(FILES["school"]["fields"])} == {
        "required_sections",
        "checks",
        "look",
    }


def test_bodies_are_plain_text() -> None:
    bodies = [by_name(c["fields"])["body"] for c in COLLECTIONS.values() if "fields" in c]
    assert [body["widget"] for body in bodies] == ["text"] * 3
