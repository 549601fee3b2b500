"""Read the addresses of other sites that a school names, such as its own website."""

import re

from policybook.reading.fields import values
from policybook.reading.fields.field_types import Schema
from policybook.text.strict_yaml import InvalidValueError, Value
from policybook.text.web_address import find_address_fault, hide_logins

#: The origin of a site (RFC 6454), as `frame-ancestors` takes it. `*.` stands for any name.
_ORIGIN = re.compile(
    r"https?://(?:\*\.)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*"
    r"(?::[0-9]{1,5})?"
)


def read_origins(value: Value) -> tuple[str, ...]:
    """Return the addresses of sites, each once. Raise `InvalidValueError` for anything else."""
    items = (value,) if value.items is None else value.items
    return tuple(dict.fromkeys(values.read_item(item, _read_origin) for item in items))


def _read_origin(value: Value) -> str:
    """Return the address of a site, without a path."""
    word = values.read_text(value)
    origin = word.removesuffix("/")
    if not _ORIGIN.fullmatch(origin):
        raise InvalidValueError(
            f"is “{hide_logins(word)[:80]}”, which is not the address of a site",
            "Write only https:// and the host in small letters, such as "
            "https://www.school.example.",
        )
    if fault := find_address_fault(origin.replace("*.", "")):
        message, remedy = fault
        raise InvalidValueError(message, remedy)
    return origin


SCHEMA: Schema = {
    "anyOf": [
        {"type": "string", "pattern": f"^{_ORIGIN.pattern}/?$"},
        {"type": "array", "items": {"type": "string", "pattern": f"^{_ORIGIN.pattern}/?$"}},
    ]
}
