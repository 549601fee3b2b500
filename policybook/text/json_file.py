"""Values -> a data file in JSON, an entry a line: quick to write, and two editions of it can be compared line by line."""

import json
from collections.abc import Mapping
from typing import Any


class JsonLines(tuple[str, ...]):
    """The entries of a list, each in JSON already (`line`): for entries that go into more than one file."""

    __slots__ = ()


def as_json(values: Mapping[str, Any]) -> str:
    """`values` as JSON, each on a line of its own and each entry of a list or mapping among them too; ends with a line break.

    Raises TypeError for what JSON has no form for.
    """
    return (
        "{\n"
        + ",\n".join(f"{line(name)}: {_value(value)}" for name, value in values.items())
        + "\n}\n"
    )


def _value(value: Any) -> str:
    if isinstance(value, Mapping) and value:
        return (
            "{\n"
            + ",\n".join(f"{line(name)}: {line(entry)}" for name, entry in value.items())
            + "\n}"
        )
    if isinstance(value, (list, tuple)) and value:
        return (
            "[\n" + ",\n".join(value if isinstance(value, JsonLines) else map(line, value)) + "\n]"
        )
    return line(value)


line = json.JSONEncoder(
    ensure_ascii=False
).encode  # without indenting, the encoder written in C does the work
