"""Spell characters that no font has by their numbers, so that a PDF can be made.

Only texts that were approved before a font was checked have such characters.
"""

import json
import unicodedata
from collections.abc import Mapping
from typing import Any

from policybook.text import printable


def spell_unprintable(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return plain data in which each character without a glyph is spelt, such as `[U+5B66]`.

    Characters that nobody sees anyway stay.
    """
    text = json.dumps(document, ensure_ascii=False)
    if "\\u" not in text and not _find_missing(text):
        return document
    return {name: _spell(value) for name, value in document.items()}


def _spell(value: Any) -> Any:
    """Return a value with its strings spelt out, whatever its form."""
    if isinstance(value, str):
        missing = _find_missing(value)
        return value.translate({ord(c): f"[U+{ord(c):04X}]" for c in missing}) if missing else value
    if isinstance(value, Mapping):
        return {name: _spell(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_spell(part) for part in value]
    return value


def _find_missing(text: str) -> set[str]:
    """Return the characters of a text that would be seen if a font had them, and controls."""
    return {c for c in printable.find_unsupported(text) if unicodedata.category(c) != "Cf"}
