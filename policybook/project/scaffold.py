"""A start for authors: the text of a new policy, of a summary and of the next version."""

import re
from datetime import date

from policybook.model import (
    AcademicYear,
    Numbering,
    Policy,
    Reader,
    RequiredSection,
    Status,
    Version,
    dates,
)
from policybook.reading.fields import front_matter
from policybook.reading.fields.field_types import Next
from policybook.reading.fields.fields import BY_NAME, FIELDS
from policybook.reading.files import layout


def next_year(today: date) -> AcademicYear:
    """Return the academic year after today's: the DfE recommends a review every year."""
    return AcademicYear(start=dates.find_academic_year(today).start + 1)


def next_name(policy: Policy | None, today: date) -> str:
    """Return a name by its month, after those of the versions that there are."""
    year, month = today.year, today.month
    newest = policy.versions[-1].name if policy else ""
    while newest and layout.sort_key(f"{year}-{month:02}") <= layout.sort_key(newest):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        if year > today.year + 100:
            break
    return f"{year}-{month:02}"


def start_policy(
    policy: str,
    version: str,
    required: tuple[RequiredSection, ...],
    year: AcademicYear,
    numbering: Numbering | None = None,
) -> dict[str, str]:
    """Return the files of a new policy by their paths: a draft, and the starts of its summaries."""
    start = f"{layout.POLICIES}{policy}/{version}"
    texts = {f"{start}.md": new_policy(policy, required, year, numbering)}
    return texts | {f"{start}.{reader}.md": new_summary(reader) for reader in Reader}


def new_policy(
    name: str,
    required: tuple[RequiredSection, ...],
    year: AcademicYear,
    numbering: Numbering | None = None,
) -> str:
    """Return a draft with every field that a version needs and the school's required sections.

    The school's `numbering` is written into it. With numbers of its own, it starts with some.
    """
    title = name.replace("-", " ").capitalize() + " Policy"
    sections = [s.heading for s in required] or [
        "Purpose",
        "Who this policy is for",
        "What we do",
        "If something goes wrong",
    ]
    marks = [("", "")] * len(sections)
    if numbering is Numbering.OWN:
        marks = [(f"{n}. ", f"{n}.1 ") for n in range(1, len(sections) + 1)]
    body = "\n\n".join(
        f"## {above}{heading}\n\n{before}Write the rules here, with an empty line between them."
        for heading, (above, before) in zip(sections, marks, strict=True)
    )
    given = {"title": title, "review_year": year}
    needed = (f for f in FIELDS if Status.DRAFT in f.required)
    rows = [row for f in needed for row in f.rows(given.get(f.name) or f.read_example())]
    rows += BY_NAME["numbering"].rows(numbering) if numbering else []
    return f"{front_matter.format_block(rows)}\n{body}\n"


def new_summary(reader: Reader) -> str:
    """Return a summary with one statement, which the author replaces."""
    heading = "What we ask of you" if reader is Reader.PARENTS else "You must"
    return f"## {heading}\n\n- Write in plain words what this rule means. [1.1]\n"


_CHANGES = re.compile(
    rb"(?m)^changes[ \t]*:[^\r\n]*(?:\r?\n|\Z)(?:[ \t-][^\r\n]*(?:\r?\n|\Z)|\r?\n)*"
)


def next_summary(source: bytes) -> bytes:
    """Return the summary without the changes of its version."""
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
    """Return a draft with the words of `old`, whose file's text is `source`.

    The table of fields says which fields it copies, and which it leaves out.
    """
    given = {"review_year": year}
    rows: list[str] = []
    for field in FIELDS:
        if field.next_version is Next.COPIED:
            rows += field.rows(field.value(old.facts))
        elif field.next_version is Next.WRITTEN_ANEW:
            rows += field.rows(given.get(field.name) or field.read_example())
    return front_matter.format_block(rows) + front_matter.split(source).body
