"""Values -> a data file in JSON, an entry a line, so that two editions can be compared by line."""

import json
from collections.abc import Mapping
from typing import Any

# Without indenting, the encoder written in C does the work.
_line = json.JSONEncoder(ensure_ascii=False).encode


def as_json(values: Mapping[str, Any]) -> str:
    """Return `values` as JSON, each value and each entry of a list or mapping on its own line.

    Ends with a line break. Raises TypeError for what JSON has no form for.
    """
    rows = (f"{_line(name)}: {_value(value)}" for name, value in values.items())
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _value(value: Any) -> str:
    if isinstance(value, Mapping) and value:
        entries = (f"{_line(name)}: {_line(entry)}" for name, entry in value.items())
        return "{\n" + ",\n".join(entries) + "\n}"
    if isinstance(value, (list, tuple)) and value:
        return "[\n" + ",\n".join(map(_line, value)) + "\n]"
    return _line(value)
