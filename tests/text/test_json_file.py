"""Test that the file is JSON with one entry a line."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.model import Status
from policybook.text.json_file import as_bytes, as_json

WORDS = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.dictionaries(WORDS, WORDS | st.lists(WORDS) | st.dictionaries(WORDS, WORDS), min_size=1))
def test_values_read_back(values: dict[str, object]) -> None:
    assert json.loads(as_json(values)) == values


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"duties": [{"who": "é\u2028\n", "n": None}], "files": {"a/b": "c", "d": []}},
        {"status": Status.APPROVED, "deep": [[1, [2, {"a": True}]]]},
    ],
)
def test_nested_values_read_back(values: dict[str, Any]) -> None:
    assert json.loads(as_json(values)) == values


def test_each_entry_has_a_line() -> None:
    text = as_json({"title": "Tŷ", "rows": [{"a": 1}, {"a": 2}], "empty": []})
    assert text == '{\n"title": "Tŷ",\n"rows": [\n{"a": 1},\n{"a": 2}\n],\n"empty": []\n}\n'


def test_other_values_raise() -> None:
    with pytest.raises(TypeError):
        as_json({"a": object()})


@pytest.mark.parametrize("count", [0, 1, 3])
def test_iterator_is_written_as_list(count: int) -> None:
    rows = [{"a": "–"}] * count
    assert as_json({"rows": iter(rows)}) == as_json({"rows": rows})
    assert as_bytes({"rows": iter(rows)}) == as_json({"rows": rows}).encode()
