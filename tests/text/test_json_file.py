"""JSON files: an entry a line, and any value reads back."""

import json
from typing import Any

import pytest

from policybook.model import Status
from policybook.text import json_file


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"as_of": "2026-11-25", "duties": []},
        {
            "duties": [{"who": "the “head”", "n": 1}, {"who": "é\u2028\n", "n": None}],
            "files": {"a/b": "c", "d": []},
            "empty": {},
        },
        {"status": Status.APPROVED, "deep": [[1, [2, {"a": True}]]]},
    ],
)
def test_written_json_is_read_back(values: dict[str, Any]) -> None:
    assert json.loads(json_file.as_json(values)) == values


def test_each_entry_has_a_line() -> None:
    text = json_file.as_json({"as_of": "today", "duties": [{"a": 1}, {"b": 2}], "files": {"x": 1}})
    assert text.splitlines() == [
        "{",
        '"as_of": "today",',
        '"duties": [',
        '{"a": 1},',
        '{"b": 2}',
        "],",
        '"files": {',
        '"x": 1',
        "}",
        "}",
    ]
