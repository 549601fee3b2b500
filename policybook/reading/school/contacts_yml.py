"""Read `contacts.yml`: whom to ask, by role, and the day when the school checked each one.

A text names a role, `{contact: Designated Safeguarding Lead}`. This file says how to
reach the person, so that a new telephone number needs no new version.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from policybook.model.findings import Finding, Severity
from policybook.model.library import Contact
from policybook.reading.fields import values
from policybook.reading.files import layout
from policybook.text import strict_yaml
from policybook.text.strict_yaml import InvalidValueError, Value, did_you_mean
from policybook.text.web_address import MAIL

#: A number with its area has eight digits or more (0800 1111); one without may be short (116 123).
_PHONE = re.compile(
    r"(?=(?:[1-9]|(?:[^0-9]*[0-9]){8}))\+?[0-9][0-9 ()-]{4,20}(?: (?:ext\.?|option) [0-9]{1,5})?"
)
_EMAIL = re.compile(MAIL)
_FORM = (
    "Write `- role: Headteacher` and below it `phone:`, `email:` or `address:`. "
    "Write `checked: 2026-11-20` once, on a line of its own without spaces before it."
)


class _UnreachableError(InvalidValueError):
    """A contact is known, but nobody can reach it yet."""


def read(text: str, findings: list[Finding]) -> tuple[Contact, ...]:
    """Return the contacts in `text` (empty: there is no file). Never raise.

    Add what is wrong with it to `findings`.
    """
    if strict_yaml.is_blank(text):
        return ()
    root, faults = strict_yaml.read(text, layout.CONTACTS, what="file")
    findings += faults
    fields = (root.fields if root else None) or {}
    contacts: list[Contact] = []
    try:
        for name in fields:
            if name not in ("checked", "contacts"):
                raise InvalidValueError(
                    f"the field `{name}` is unknown in this file",
                    f"Use checked and contacts. {_FORM}",
                    "unknown-field",
                    fields[name].line,
                )
        day = _day(fields["checked"]) if "checked" in fields else None
        listed = fields["contacts"].items if "contacts" in fields else None
        if root and not listed:
            raise InvalidValueError("the file has no list `contacts`", _FORM, line=root.line)
    except InvalidValueError as wrong:
        subject = "`checked` " if wrong.line is None else ""
        line = fields["checked"].line if "checked" in fields else 1
        findings.append(wrong.as_finding(layout.CONTACTS, line, subject))
        return ()
    for item in listed or ():
        try:
            contacts.append(_contact(item, day, contacts))
        except _UnreachableError as wrong:
            finding = wrong.as_finding(layout.CONTACTS, item.line)
            findings.append(replace(finding, severity=Severity.WARNING))
        except InvalidValueError as wrong:
            findings.append(wrong.as_finding(layout.CONTACTS, item.line))
    return tuple(contacts)


def _contact(value: Value, day: date | None, contacts: Sequence[Contact]) -> Contact:
    """Return one contact. `day` is when the whole file was checked. Raise `InvalidValueError`."""
    given: dict[str, Any] = {}
    for name, part in (value.fields or {}).items():
        if name not in _FIELDS:
            raise InvalidValueError(
                f"the field `{name}` is unknown in a contact",
                f"Use {', '.join(_FIELDS)}.{did_you_mean(name, _FIELDS)}",
                "unknown-field",
                part.line,
            )
        try:
            given[name] = _FIELDS[name](part)
        except InvalidValueError as wrong:
            raise InvalidValueError(
                f"`{name}` {wrong}", wrong.remedy, wrong.code, wrong.line or part.line
            ) from None
    if "role" not in given:
        raise InvalidValueError("a contact has no role", _FORM, line=value.line)
    if not {"phone", "email", "address"} & given.keys():
        raise _UnreachableError(
            f"the contact “{given['role']}” has no way to reach it, so the pages leave it out",
            "Write `phone:`, `email:` or `address:` below its role.",
            line=value.line,
        )
    if "checked" not in given and day is None:
        raise InvalidValueError(
            f"the contact “{given['role']}” has no day when it was checked", _FORM, line=value.line
        )
    contact = Contact(line=value.line, **{"checked": day, **given})
    if twice := next(
        (name for name in (contact.role, *contact.also) if find_contact(contacts, name)), None
    ):
        raise InvalidValueError(
            f"the contact “{twice}” appears twice", "Keep one of them.", line=value.line
        )
    return contact


def _make_reader(form: re.Pattern[str], what: str, example: str) -> Callable[[Value], str]:
    """Return a reader for words that match `form`; it raises `InvalidValueError` for others."""

    def read(value: Value) -> str:
        """Return the words of `value`. Raise `InvalidValueError` if they do not match `form`."""
        word = values.read_text(value)
        if not form.fullmatch(word):
            raise InvalidValueError(
                f"is “{word}”, which is not {what}", f"Write it like {example}."
            )
        return word

    return read


def _day(value: Value) -> date:
    """Return an exact day. Raise `InvalidValueError` for anything else."""
    return values.read_exact_day(value).date


_FIELDS: dict[str, Callable[[Value], Any]] = {
    "role": values.read_text,
    "also": values.read_sentences,
    "name": values.read_text,
    "phone": _make_reader(_PHONE, "a telephone number", "01632 960000"),
    "email": _make_reader(_EMAIL, "an e-mail address", "office@school.example"),
    "address": values.read_text,
    "hours": values.read_text,
    "checked": _day,
}
#: The fields of a contact.
NAMES = tuple(_FIELDS)


def find_contact(contacts: Sequence[Contact], role: str) -> Contact | None:
    """Return the contact with this role, by its name or another name; case does not matter."""
    wanted = _fold(role)
    return next((c for c in contacts if wanted in map(_fold, (c.role, *c.also))), None)


def _fold(role: str) -> str:
    """Return a role in small letters with single spaces, for comparing."""
    return " ".join(role.casefold().split())


def anchor(contact: Contact) -> str:
    """Return the id of the place on a page that says how to reach the contact."""
    return "ask-" + re.sub(r"[^\w]+", "-", contact.role.casefold()).strip("-")


def format_tel(phone: str) -> str:
    """Return a telephone number for a link (RFC 3966): digits, then `;ext=` and the extension."""
    number, _, extension = re.sub(r"(ext\.?|option)", "x", phone).partition("x")
    plain = re.sub(r"[^0-9+]", "", number)
    return f"{plain};ext={extension.strip()}" if extension else plain


def is_old(contact: Contact, today: date) -> bool:
    """Return whether the contact was checked more than 12 months ago."""
    on = contact.checked
    month_end = 28 if (on.month, on.day) == (2, 29) else on.day
    return on.replace(year=on.year + 1, day=month_end) < today
