"""Read `school.yml`: who the school is, and what it requires of its policies."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from policybook import __version__
from policybook.model import (
    HostLines,
    Level,
    Nation,
    RequiredSection,
    School,
    SchoolKind,
    SchoolPhase,
)
from policybook.model.findings import Finding, Severity
from policybook.reading.fields import choice_types, field_types, values
from policybook.reading.fields.field_types import (
    InputType,
    Schema,
    make_mapping_schema,
    map_names_to,
)
from policybook.reading.files import layout
from policybook.reading.school import release_number, school_terms, site_look, site_origins
from policybook.text import strict_yaml
from policybook.text.strict_yaml import InvalidValueError, Value, did_you_mean

_FORM = "Write one group a line, after `- `, such as `- Safeguarding and welfare`."


def read_groups(value: Value) -> tuple[str, ...]:
    """Return the names of the groups. Raise `InvalidValueError` for anything but a list of them."""
    if not value.items:
        raise InvalidValueError("is not a list of groups", _FORM)
    names: list[str] = []
    for item in value.items:
        name = values.read_item(item, values.read_name)
        if name.casefold() in (other.casefold() for other in names):
            raise InvalidValueError(f"names “{name}” twice", "Keep one of them.", line=item.line)
        names.append(name)
    return tuple(names)


GROUPS = InputType(
    read=read_groups, schema={"type": "array", "minItems": 1, "items": field_types.NAME.schema}
)


def read(text: str | None, findings: list[Finding]) -> School:
    """Return the school that `text` describes (None: there is no file).

    Add what is wrong with it to `findings`.
    """
    if text is None:
        findings.append(
            Finding(
                path=layout.SCHOOL,
                severity=Severity.NOTE,
                code="no-school",
                message="there is no school.yml",
                remedy="Add one to show the school's name and contact on the site, "
                "and to check the sections that you require.",
            )
        )
        return School()
    if strict_yaml.is_blank(text):
        return School()
    root, faults = strict_yaml.read(text, layout.SCHOOL, what="file")
    findings += faults
    if root is None or root.fields is None:
        return School()
    read = _read_fields(root, findings)
    _explain_newer_release(root, findings)
    chosen = read.pop("checks", ())
    return School(**read, levels=chosen, lines=_list_lines(root))


def _list_lines(root: Value) -> dict[str, int]:
    """Return the line of each setting, and of each choice of `look` as `look.colour`."""
    look = (root.fields or {}).get("look")
    choices = look.key_lines if look else {}
    return {**root.key_lines, **{f"look.{name}": line for name, line in choices.items()}}


def _read_fields(root: Value, findings: list[Finding]) -> dict[str, Any]:
    """Return the value of each setting. Add a finding for each that cannot be read."""
    read: dict[str, Any] = {}
    for name, value in (root.fields or {}).items():
        try:
            read[name] = _school_field(name, value)
        except InvalidValueError as wrong:
            findings.append(wrong.as_finding(layout.SCHOOL, root.key_lines[name], f"`{name}` "))
            if name == "look":  # files that its other choices name are in use
                read[name] = site_look.read_sound_choices(value)
    return read


def _school_field(name: str, value: Value) -> Any:
    """Return the value of one setting. Raise `InvalidValueError` for a bad one."""
    if name not in FIELDS:
        names = ", ".join(FIELDS)
        raise InvalidValueError(
            "is not a setting of school.yml",
            f"Use {names}.{did_you_mean(name, FIELDS)}",
            code="unknown-field",
        )
    return FIELDS[name].read(value)


def read_days(value: Value) -> int:
    """Return a number of days, at most three digits.

    Raise `InvalidValueError` for anything else.
    """
    return values.read_number(value, 0, 999, "days")


def read_required_sections(value: Value) -> Mapping[str, tuple[RequiredSection, ...]]:
    """Return the required headings by the folder of the policy.

    The empty name has those of every policy.
    """
    if value.fields is None:
        raise InvalidValueError(
            "must name policies",
            "Write `every_policy:` or a policy's folder, and below it a list of headings.",
        )
    return {
        "" if policy == "every_policy" else policy: _headings(headings)
        for policy, headings in value.fields.items()
    }


def _headings(value: Value) -> tuple[RequiredSection, ...]:
    """Return the headings of a list. Raise `InvalidValueError` for anything else."""
    if value.items is None:
        raise InvalidValueError(
            "is not a list of headings",
            "Write one heading a line, after `- `.",
            line=value.line,
        )
    return tuple(_heading(item) for item in value.items)


def _heading(value: Value) -> RequiredSection:
    """Return one required heading with the headings that will do instead."""
    if value.fields is None:
        return RequiredSection(heading=values.read_item(value, values.read_text))
    if "heading" not in value.fields or set(value.fields) - {"heading", "accept"}:
        raise InvalidValueError(
            "has a section without exactly `heading` and `accept`",
            "Write `- heading: Purpose` and, below it, `accept: [Aims]`.",
            line=value.line,
        )
    accept = value.fields.get("accept")
    return RequiredSection(
        heading=values.read_item(value.fields["heading"], values.read_text),
        accept=values.read_item(accept, values.read_sentences) if accept else (),
    )


def read_levels(value: Value) -> tuple[Level, ...]:
    """Return the codes of findings, each with a level and the reason for it."""
    if value.fields is None:
        raise InvalidValueError("must name findings by their codes", _LEVEL_FORM)
    return tuple(_level(code, level, value.key_lines[code]) for code, level in value.fields.items())


def _level(code: str, value: Value, line: int) -> Level:
    fields = value.fields or {}
    if set(fields) != {"level", "reason"}:
        raise InvalidValueError(
            f"does not give `{code}` exactly a level and a reason", _LEVEL_FORM, line=line
        )
    typed = values.read_item(fields["level"], values.read_text)
    if typed not in list(Severity):
        remedy = f"Write error, warning or note.{did_you_mean(typed, Severity)}"
        raise InvalidValueError(
            f"gives `{code}` the level “{typed}”, which is not one of the three",
            remedy,
            line=fields["level"].line,
        )
    return Level(
        code=code,
        severity=Severity(typed),
        reason=values.read_item(fields["reason"], values.read_text),
        line=line,
    )


_LEVEL_FORM = (
    "Write the code, such as `typed-number:`. "
    "Below it write `level: note` and `reason: …`, one a line."
)
_DAYS: Schema = {
    "anyOf": [
        {"type": "integer", "minimum": 0, "maximum": 999},
        {"type": "string", "pattern": "^[0-9]{1,3}$"},
    ]
}
_WORDS = field_types.TEXT.schema
_HEADING_PARTS = {"heading": _WORDS, "accept": field_types.SENTENCES.schema}
_HEADING: Schema = {"anyOf": [_WORDS, make_mapping_schema(_HEADING_PARTS, ["heading"])]}
_LEVEL = make_mapping_schema(
    {"level": {"type": "string", "enum": list(Severity)}, "reason": _WORDS}, ["level", "reason"]
)


_IDENTITY = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,98}[a-z0-9])?")


def read_identity(value: Value) -> str:
    """Return the name in identifiers. Raise `InvalidValueError` for other characters."""
    word = values.read_text(value)
    if not _IDENTITY.fullmatch(word):
        raise InvalidValueError(
            f"is “{word}”, which is not a name of small letters, digits, dots and hyphens",
            "Write the site's first host, such as policies.oakfield.example, and never change it.",
        )
    return word


def _explain_newer_release(root: Value, findings: list[Finding]) -> None:
    """Let settings that this release does not know name the newer release that made them."""
    release = root.fields.get("policybook") if root.fields else None
    if release is None or not release_number.is_newer_release(release.text or "", __version__):
        return
    for index, finding in enumerate(findings):
        if finding.path == layout.SCHOOL and finding.code == "unknown-field":
            findings[index] = replace(
                finding,
                remedy=f"Release {release.text} of Policybook made this project, and this is "
                f"release {__version__}. Upgrade: uv tool upgrade policybook",
            )


FIELDS: Mapping[str, InputType] = {
    "name": field_types.TEXT,
    "contact": field_types.TEXT,
    "nation": field_types.make_choice(Nation),
    "kind": field_types.make_choice(SchoolKind),
    "phase": field_types.make_choice(SchoolPhase),
    "language": field_types.LANGUAGE,
    "look": InputType(read=site_look.read_look, schema=site_look.SCHEMA),
    "identity": InputType(
        read=read_identity, schema={"type": "string", "pattern": f"^{_IDENTITY.pattern}$"}
    ),
    # For new drafts alone: see `School.numbering`.
    "numbering": choice_types.NUMBERING,
    # The groups of policies, in the order of the home page.
    "groups": GROUPS,
    "embedded_by": InputType(read=site_origins.read_origins, schema=site_origins.SCHEMA),
    "htaccess": field_types.make_choice(HostLines),
    "review_warning_days": InputType(read=read_days, schema=_DAYS),
    "terms": school_terms.TERMS,
    "required_sections": InputType(
        read=read_required_sections, schema=map_names_to({"type": "array", "items": _HEADING})
    ),
    "checks": InputType(read=read_levels, schema=map_names_to(_LEVEL)),
    # The release that made the project. `init` writes it, and nothing changes it.
    "policybook": InputType(
        read=release_number.read_release,
        schema={"type": "string", "pattern": f"^{release_number.PATTERN}$"},
    ),
}
