"""Read the content of a PDF's page as operators with their operands, one after the other.

It reads bytes and knows no page, font or tag. What it cannot read it leaves out, and it
stops at the end of its budget, so that no file can hold it up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_DEEPEST = 20
_MOST_OPERANDS = 100_000
_TOKEN = re.compile(
    rb"(?P<space>[\x00\t\n\f\r ]+|%[^\r\n]*)"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+))"
    rb"|(?P<name>/[^\x00\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|(?P<hex><[0-9A-Fa-f\x00\t\n\f\r ]*>)"
    rb"|(?P<string>\()"
    rb"|(?P<word>[A-Za-z'\"*][A-Za-z0-9'\"*]*)"
)
_STRING_PART = re.compile(rb"[^()\\]+|\\(?:\r\n|[0-7]{1,3}|[^0-7])|[()]", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_IMAGE_END = re.compile(rb"[\x00\t\n\f\r ]EI(?=[\x00\t\n\f\r ]|\Z)")


class PdfBudgetError(Exception):
    """The file asks for more work than any policy needs."""


@dataclass(slots=True)
class PdfBudget:
    """What is left of the tokens that a file may have. All pages share one budget."""

    tokens: int = 1_500_000

    def spend(self, count: int = 1) -> None:
        """Take tokens from the budget. Raise `PdfBudgetError` if it is used up."""
        self.tokens -= count
        if self.tokens < 0:
            raise PdfBudgetError


def read_operators(data: bytes, budget: PdfBudget) -> Iterator[tuple[str, list[Any]]]:
    """Yield each operator with its operands.

    A number is a float, a name is text with its stroke, a string is bytes, a list is a
    list and a dictionary a dict. Raise `PdfBudgetError` at the end of the budget.
    """
    stack: list[list[Any]] = [[]]
    index = 0
    while index < len(data):
        budget.spend()
        match = _TOKEN.match(data, index)
        if match is None:
            index += 1
            continue
        index = match.end()
        kind, token = match.lastgroup, match[0]
        if kind == "word" and len(stack) == 1 and token not in (b"true", b"false", b"null"):
            if token == b"ID":
                end = _IMAGE_END.search(data, index)
                index = end.end() if end else len(data)
            yield token.decode("latin-1"), stack[0]
            stack = [[]]
        elif kind == "string":
            text, index = _read_string(data, index, budget)
            _push(stack, text)
        else:
            _take_operand(stack, str(kind), token)


def _take_operand(stack: list[list[Any]], kind: str, token: bytes) -> None:
    """Add an operand, or open or close a list or a dictionary."""
    if kind == "number":
        _push(stack, float(token[:30]))
    elif kind == "name":
        _push(stack, read_name(token))
    elif kind == "hex":
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", token)
        _push(stack, bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()))
    elif kind == "open" and len(stack) < _DEEPEST:
        stack.append([])
    elif kind == "close" and len(stack) > 1:
        items = stack.pop()
        pairs = zip(items[::2], items[1::2], strict=False)
        _push(stack, items if token == b"]" else {k: v for k, v in pairs if isinstance(k, str)})


def _push(stack: list[list[Any]], value: Any) -> None:
    if len(stack[-1]) < _MOST_OPERANDS:
        stack[-1].append(value)


def read_name(token: bytes) -> str:
    """Return a name with its stroke: `/List#20Paragraph` is `/List Paragraph`."""
    plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), token)
    return plain.decode("utf-8", "replace")


def _read_string(data: bytes, index: int, budget: PdfBudget) -> tuple[bytes, int]:
    """Return the bytes of a string that starts before `index`, and the index after it."""
    parts, depth = bytearray(), 1
    while match := _STRING_PART.match(data, index):
        budget.spend()
        index, part = match.end(), match[0]
        if part == b"(":
            depth += 1
        elif part == b")":
            depth -= 1
            if not depth:
                break
        if part[:1] == b"\\":
            part = _read_escape(part[1:])
        parts += part
    else:
        index = len(data)
    return bytes(parts), index


def _read_escape(part: bytes) -> bytes:
    if part[:1].isdigit() and part.isdigit():
        return bytes([int(part, 8) & 0xFF])
    return b"" if part in (b"\r", b"\n", b"\r\n") else _ESCAPES.get(part, part)


def read_text(value: Any) -> str:
    """Return a text string of a PDF: UTF-16 with a mark, UTF-8 with one, or Latin."""
    if not isinstance(value, bytes):
        return str(value)
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1")
