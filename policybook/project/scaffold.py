"""The text of a new policy, and of the next version of one: a start that an author fills in."""

import re

from policybook.model import AcademicYear, Policy, Reader, RequiredSection, Version, dates
from policybook.reading import front_matter
from policybook.text import strict_yaml


def new_policy(name: str, required: tuple[RequiredSection, ...], year: AcademicYear) -> str:
    """A draft with every field that a version needs and the sections that the school requires."""
    title = name.replace("-", " ").capitalize() + " Policy"
    sections = [s.heading for s in required] or [
        "Purpose",
        "Who this policy is for",
        "What we do",
        "If something goes wrong",
    ]
    body = "\n\n".join(
        f"## {heading}\n\nWrite the rules here, one sentence a line." for heading in sections
    )
    return (
        f"---\ntitle: {title}\nstatus: draft\nowner: Headteacher\nreview_year: {dates.year_text(year)}\n"
        f"applies_to: [staff, governors, pupils, parents]\n---\n\n{body}\n"
    )


def new_summary(reader: Reader) -> str:
    """A summary with one statement, to be replaced."""
    heading = "What we ask of you" if reader is Reader.PARENTS else "You must"
    return f"## {heading}\n\n- Write in plain words what this rule means. [1.1]\n"


_CHANGES = re.compile(
    rb"(?m)^changes[ \t]*:[^\r\n]*(?:\r?\n|\Z)(?:[ \t-][^\r\n]*(?:\r?\n|\Z)|\r?\n)*"
)


def next_summary(source: bytes) -> bytes:
    """The summary as it stands, without what it says of the changes of its own version."""
    opening = re.match(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n", source)
    end = re.compile(rb"(?m)^---[ \t]*\r?$").search(source, opening.end()) if opening else None
    if not opening or not end:
        return source
    return (
        source[: opening.end()]
        + _CHANGES.sub(b"", source[opening.end() : end.start()])
        + source[end.start() :]
    )


def next_version(source: str, old: Version, year: AcademicYear) -> str:
    """A draft with the words of `old`, whose file's text is `source`; the fields of its approval are left out."""
    fields = [
        f"title: {strict_yaml.written(old.facts.title)}",
        "status: draft",
        f"owner: {strict_yaml.written(old.facts.owner)}",
        f"review_year: {dates.year_text(year)}",
        f"applies_to: [{', '.join(old.facts.applies_to)}]",
    ]
    if old.facts.language:
        fields.append(f"language: {old.facts.language}")
    fields.append(
        "changes:\n  - Say here what changes and why, a sentence a line, for governors to read."
    )
    return "---\n" + "\n".join(fields) + "\n---\n" + front_matter.split(source).body


def source_version(policy: Policy, current: Version | None) -> Version:
    """The version that the next one starts from: the one in force, else the newest."""
    return current or policy.versions[-1]
