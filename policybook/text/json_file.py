"""Write values as a JSON data file with one entry a line.

People can then compare two editions line by line.
"""

import json
from collections.abc import Mapping
from typing import Any

#: The encoder without indents is the one written in C, which is much faster.
_line = json.JSONEncoder(ensure_ascii=False).encode


def as_json(values: Mapping[str, Any]) -> str:
    """Return `values` as JSON, each value and each entry of a list or mapping on its own line.

    The text ends with a line break. Raise TypeError for a value that JSON cannot hold.
    """
    rows = (f"{_line(name)}: {_format_value(value)}" for name, value in values.items())
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _format_value(value: Any) -> str:
    """Return one value as JSON, with a line for each entry of a list or mapping."""
    if isinstance(value, Mapping) and value:
        entries = (f"{_line(name)}: {_line(entry)}" for name, entry in value.items())
        return "{\n" + ",\n".join(entries) + "\n}"
    if isinstance(value, (list, tuple)) and value:
        return "[\n" + ",\n".join(map(_line, value)) + "\n]"
    return _line(value)
