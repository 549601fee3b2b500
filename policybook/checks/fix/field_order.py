"""Put the facts in a file's front matter in the order of the tables of fields.

Comments and empty lines above a field go with it.
"""

from collections.abc import Callable, Mapping

from policybook.reading import summaries
from policybook.reading.fields import fields, front_matter
from policybook.reading.files import layout
from policybook.text import strict_yaml

#: The first of several lines, counted from 0, and their replacement.
LineEdit = tuple[int, tuple[str, ...]]


def make_sorting_step(path: str, sealed: bool) -> Callable[[str], list[LineEdit]]:
    """Return a step that sorts the facts; not for an approved version.

    The command `approve` decided their order there.
    """
    order = list(
        fields.NAMES if layout.classify(path).kind is layout.FileKind.VERSION else summaries.FIELDS
    )

    def step(text: str) -> list[LineEdit]:
        block = None if sealed else front_matter.split(text).block
        root, faults = strict_yaml.read(block, path, 2) if block and block.strip() else (None, ())
        if not block or root is None or faults or set(root.key_lines) - set(order):
            return []
        if len(set(root.key_lines.values())) < len(root.key_lines):
            # Several fields share a line.
            return []
        lines = block.removesuffix("\n").split("\n")
        new = _sort_fields(lines, {name: line - 2 for name, line in root.key_lines.items()}, order)
        return [(1, new)] if list(new) != lines else []

    return step


def _sort_fields(lines: list[str], starts: Mapping[str, int], order: list[str]) -> tuple[str, ...]:
    """Return the lines of a block with its fields in order.

    Comments and empty lines above a field go with it. Those after the last field stay
    last.
    """
    first = {name: _find_first_remark(lines, start) for name, start in starts.items()}
    stops = sorted({*first.values(), _find_end_of_fields(lines)})
    parts = {
        name: lines[begin : next((s for s in stops if s > begin), begin)]
        for name, begin in first.items()
    }
    head, tail = lines[: min(stops)], lines[max(stops) :]
    return (
        *head,
        *(line for name in sorted(parts, key=order.index) for line in parts[name]),
        *tail,
    )


def _find_first_remark(lines: list[str], start: int) -> int:
    while start and _is_remark(lines[start - 1]):
        start -= 1
    return start


def _find_end_of_fields(lines: list[str]) -> int:
    """Return the line after the last line that is no comment."""
    return max((n for n, line in enumerate(lines, 1) if not _is_remark(line)), default=0)


def _is_remark(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
