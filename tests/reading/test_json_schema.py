"""The JSON Schemas say what the readers say, wherever a schema can."""

import json
from typing import Any

import jsonschema
import pytest
import yaml
from builders import FRONT

from policybook.reading import json_schema, summaries
from policybook.reading.fields.fields import FIELDS, NAMES
from policybook.reading.school import school_yml

from .fields.typed_values import BAD, DECIDED, GOOD, NEEDED

ALL = json_schema.build_schemas()
#: What only the readers find: what cannot be seen, days that no month has, the parts of a language code.
BEYOND = {
    ("title", '"\\u200d"'),
    ("title", '"\\e[2JBehaviour"'),
    ("title", '"Beha\\u200bviour"'),
    ("title", '"Beha\\u202eviour"'),
    ("title", '"Beha\\nviour"'),
    ("title", "no"),
    ("title", "X"),
    ("title", "Behaviour #BeKind"),
    ("owner", "Head #2"),
    ("owner", "n/a"),
    ("minute", "FGB #4"),
    ("review_by", "2027-02-29"),
}


def is_sound(name: str, value: Any) -> bool:
    return bool(jsonschema.Draft202012Validator(ALL[name]).is_valid(value))


class Editor(yaml.SafeLoader):
    """Dates are text, and so are `on` and `yes`."""


_NOT_IN_1_2 = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
Editor.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in forms if tag not in _NOT_IN_1_2]
    for sign, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_typed(words: str) -> Any:
    """A value as editors read it: YAML 1.2, in which a date is text."""
    return yaml.load(f"x: {words}\n", Loader=Editor)["x"]


FACTS = {name: read_typed(words) for name, words in FRONT.items()}


@pytest.mark.parametrize("name", ALL)
def test_schemas_are_valid(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(ALL[name])
    jsonschema.Draft7Validator.check_schema(ALL[name])
    assert ALL[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json_schema.format_schema(ALL[name])) == ALL[name]


@pytest.mark.parametrize(("field", "words", "value"), GOOD)
def test_schema_accepts_good_values(field: str, words: str, value: object) -> None:
    assert is_sound("version", {**FACTS, field: read_typed(words)})


@pytest.mark.parametrize(("field", "words", "sentences"), [b for b in BAD if b[1] != '"en\\n"'])
def test_schema_refuses_bad_values(field: str, words: str, sentences: str) -> None:
    assert is_sound("version", {**FACTS, field: read_typed(words)}) is ((field, words) in BEYOND)


@pytest.mark.parametrize("status", NEEDED)
def test_status_requires_and_forbids(status: str) -> None:
    whole = {**FACTS, **{k: read_typed(v) for k, v in DECIDED.items()}, "status": status}
    sound = {name: value for name, value in whole.items() if name in NEEDED[status]}
    assert is_sound("version", sound)
    for name in NEEDED[status]:
        assert not is_sound("version", {k: v for k, v in sound.items() if k != name}), name
    for field in FIELDS:
        if field.name in DECIDED and field.name not in NEEDED[status]:
            assert not is_sound("version", {**sound, field.name: whole[field.name]}), field.name


def test_version_has_only_table_fields() -> None:
    assert list(ALL["version"]["properties"]) == list(NAMES)
    assert not is_sound("version", {**FACTS, "colour": "blue"})


@pytest.mark.parametrize(
    ("value", "sound"),
    [
        ({}, True),
        ({"reviewed": "2026-12", "language": "pl"}, True),
        ({"reviewed": "last year"}, False),
        ({"langauge": "pl"}, False),
    ],
)
def test_summary_schema(value: dict[str, str], sound: bool) -> None:
    assert is_sound("summary", value) is sound
    assert list(ALL["summary"]["properties"]) == list(summaries.FIELDS)


@pytest.mark.parametrize(
    ("words", "sound"),
    [
        ("name: Hill View", True),
        ("name: 12", True),
        ("review_warning_days: 90", True),
        ("review_warning_days: '90'", True),
        ("review_warning_days: -1", False),
        ("review_warning_days: 1000", False),
        ("review_warning_days: soon", False),
        ("terms: [{first: '2026-09-03', last: '2026-12-18'}]", True),
        ("terms: [{first: '2026-09-03'}]", False),
        ("terms: [{first: 2026-09, last: '2026-12-18'}]", False),
        ("terms: []", False),
        (
            "required_sections: {every_policy: [Purpose, {heading: Review, accept: [Monitoring]}]}",
            True,
        ),
        ("required_sections: [Purpose]", False),
        ("required_sections: {every_policy: Purpose}", False),
        ("required_sections: {every_policy: [{accept: [x]}]}", False),
        ("checks: {typed-number: {level: note, reason: We know.}}", True),
        ("checks: {typed-number: note}", False),
        ("checks: {typed-number: {level: off, reason: x}}", False),
        ("checks: {typed-number: {level: note}}", False),
        ("nmae: x", False),
        ("nation: Northern Ireland", True),
        ("nation: UK", False),
        ("kind: academy", True),
        ("kind: Academy", False),
        ("phase: 16-plus", True),
        ("phase: sixth form", False),
        ("policybook: 0.1.0", True),
        ("policybook: 10.2.0rc1", True),
        ("policybook: newest", False),
    ],
)
def test_school_schema_agrees_with_reader(words: str, sound: bool) -> None:
    assert is_sound("school", yaml.safe_load(words)) is sound
    findings: list[Any] = []
    school_yml.read(words + "\n", findings)
    assert (not findings) is sound
    assert list(ALL["school"]["properties"]) == list(school_yml.FIELDS)


@pytest.mark.parametrize("year", range(1990, 2110))
def test_academic_years_are_consecutive(year: int) -> None:
    right, wrong = f"{year}/{(year + 1) % 100:02d}", f"{year}/{(year + 2) % 100:02d}"
    assert is_sound("version", {**FACTS, "review_year": right})
    assert not is_sound("version", {**FACTS, "review_year": wrong})
