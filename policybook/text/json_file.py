"""Write values as a JSON data file with one entry a line, and read one.

People can then compare two editions line by line.
"""

import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

#: The encoder without indents is the one written in C, which is much faster.
_line = json.JSONEncoder(ensure_ascii=False).encode


def read_object(data: bytes) -> dict[str, Any]:
    """Return the values by name that JSON has; none if it is damaged, or has no names."""
    try:
        values = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def as_json(values: Mapping[str, Any]) -> str:
    """Return `values` as JSON, each value and each entry of a list or mapping on its own line.

    An iterator is a list whose entries need not be in memory together. The text ends with a
    line break. Raise TypeError for a value that JSON cannot hold.
    """
    return "".join(_write(values))


def as_bytes(values: Mapping[str, Any]) -> bytes:
    """Return what `as_json` returns, in UTF-8, without a second copy of a large file in memory."""
    out = io.BytesIO()
    out.writelines(piece.encode() for piece in _write(values))
    return out.getvalue()


def _write(values: Mapping[str, Any]) -> Iterator[str]:
    yield "{"
    for place, (name, value) in enumerate(values.items()):
        yield f"{',' if place else ''}\n{_line(name)}: "
        if isinstance(value, Mapping) and value:
            yield from _write_lines(
                "{}", (f"{_line(n)}: {_line(entry)}" for n, entry in value.items())
            )
        elif isinstance(value, (list, tuple, Iterator)):
            yield from _write_lines("[]", map(_line, value))
        else:
            yield _line(value)
    yield "\n}\n"


def _write_lines(brackets: str, lines: Iterator[str]) -> Iterator[str]:
    yield brackets[0]
    before = "\n"
    for line in lines:
        yield before + line
        before = ",\n"
    yield brackets[1] if before == "\n" else f"\n{brackets[1]}"
