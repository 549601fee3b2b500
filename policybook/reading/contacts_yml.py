"""`contacts.yml` -> who to ask, by role, each with the day on which it was checked.

A text names a role, `{contact: Designated Safeguarding Lead}`; how to reach whoever has it stands here, so that a new number makes no new version.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from policybook.model.findings import Finding
from policybook.model.library import Contact
from policybook.reading import layout, values
from policybook.text import strict_yaml
from policybook.text.strict_yaml import Value, Wrong, did_you_mean

_PHONE = re.compile(r"\+?[0-9][0-9 ()-]{4,20}(?: (?:ext\.?|option) [0-9]{1,5})?")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_FORM = "Write `- role: Headteacher` and below it `phone:`, `email:` or `address:`; and once, at the margin, `checked: 2026-11-20`."


def read(text: str, findings: list[Finding]) -> tuple[Contact, ...]:
    """The contacts that `text` holds (empty: there is no file); what is wrong with it is added to `found`. Never raises."""
    if not text.strip():
        return ()
    root, faults = strict_yaml.read(text, layout.CONTACTS, what="file")
    findings += faults
    fields = (root.fields if root else None) or {}
    contacts: list[Contact] = []
    try:
        for name in fields:
            if name not in ("checked", "contacts"):
                raise Wrong(
                    f"`{name}` is not known here",
                    f"Use checked and contacts. {_FORM}",
                    "unknown-field",
                    fields[name].line,
                )
        day = _day(fields["checked"]) if "checked" in fields else None
        listed = fields["contacts"].items if "contacts" in fields else None
        if root and not listed:
            raise Wrong("the file has no list `contacts`", _FORM, line=root.line)
    except Wrong as wrong:
        findings.append(
            _fault(
                wrong,
                wrong.line or fields["checked"].line,
                "`checked` " if wrong.line is None else "",
            )
        )
        return ()
    for item in listed or ():
        try:
            contacts.append(_contact(item, day, contacts))
        except Wrong as wrong:
            findings.append(_fault(wrong, wrong.line or item.line, ""))
    return tuple(contacts)


def _fault(wrong: Wrong, line: int, what: str) -> Finding:
    return Finding(
        path=layout.CONTACTS,
        line=line,
        code=wrong.code,
        message=f"{what}{wrong}",
        remedy=wrong.remedy,
    )


def _contact(value: Value, day: date | None, contacts: Sequence[Contact]) -> Contact:
    """One contact; `day` is when the whole file was checked. Raises `Wrong`."""
    given: dict[str, Any] = {}
    for name, part in (value.fields or {}).items():
        if name not in _FIELDS:
            raise Wrong(
                f"the field `{name}` is unknown in a contact",
                f"Use {', '.join(_FIELDS)}.{did_you_mean(name, _FIELDS)}",
                "unknown-field",
                part.line,
            )
        try:
            given[name] = _FIELDS[name](part)
        except Wrong as wrong:
            raise Wrong(
                f"`{name}` {wrong}", wrong.remedy, wrong.code, wrong.line or part.line
            ) from None
    if "role" not in given or not {"phone", "email", "address"} & given.keys():
        raise Wrong("a contact has no role, or no way to reach it", _FORM, line=value.line)
    if "checked" not in given and day is None:
        raise Wrong(
            f"nobody says when the contact “{given['role']}” was checked", _FORM, line=value.line
        )
    contact = Contact(line=value.line, **{"checked": day, **given})
    if twice := next(
        (name for name in (contact.role, *contact.also) if of_role(contacts, name)), None
    ):
        raise Wrong(f"the contact “{twice}” stands twice", "Keep one of them.", line=value.line)
    return contact


def _matching(form: re.Pattern[str], what: str, example: str) -> Callable[[Value], str]:
    def read(value: Value) -> str:
        word = values.text(value)
        if not form.fullmatch(word):
            raise Wrong(f"is “{word}”, which is not {what}", f"Write it like {example}.")
        return word

    return read


def _day(value: Value) -> date:
    return values.exact_day(value).date


_FIELDS: dict[str, Callable[[Value], Any]] = {
    "role": values.text,
    "also": values.sentences,
    "name": values.text,
    "phone": _matching(_PHONE, "a telephone number", "01632 960000"),
    "email": _matching(_EMAIL, "an e-mail address", "office@school.example"),
    "address": values.text,
    "checked": _day,
}


def of_role(contacts: Sequence[Contact], role: str) -> Contact | None:
    """Who has `role`, by its name or another name of it, in small or capital letters."""
    wanted = _fold(role)
    return next((c for c in contacts if wanted in map(_fold, (c.role, *c.also))), None)


def _fold(role: str) -> str:
    return " ".join(role.casefold().split())


def anchor(contact: Contact) -> str:
    """Where a page says how to reach the contact: `ask-designated-safeguarding-lead`."""
    return "ask-" + re.sub(r"[^\w]+", "-", contact.role.casefold()).strip("-")


def dial(phone: str) -> str:
    """A telephone number as a link dials it (RFC 3966): digits alone, the extension after `;ext=`."""
    number, _, extension = re.sub(r"(ext\.?|option)", "x", phone).partition("x")
    plain = re.sub(r"[^0-9+]", "", number)
    return f"{plain};ext={extension.strip()}" if extension else plain


def is_old(contact: Contact, today: date) -> bool:
    """Whether it was checked more than 12 months ago."""
    on = contact.checked
    month_end = 28 if (on.month, on.day) == (2, 29) else on.day
    return on.replace(year=on.year + 1, day=month_end) < today
