"""What the tests are made of: sources from texts, versions from dates, documents whose fenced blocks are the case."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import settings

from policybook.approvals import plan
from policybook.checks import levels
from policybook.model import (
    AcademicYear,
    Day,
    EntryKind,
    Library,
    Outline,
    Policy,
    Review,
    Status,
    Version,
    VersionFacts,
    dates,
)
from policybook.model.findings import Finding
from policybook.reading import library
from policybook.reading.files import layout
from policybook.reading.files.snapshot import Sources
from policybook.reading.library import LoadedProject
from policybook.reading.record import approval_record
from policybook.reading.references import link_search

TESTS = Path(__file__).parent
TODAY = date(2026, 11, 22)
PATH = "docs/policies/behaviour/2025-09.md"
BODY = "## Purpose\n\nThis policy says how we help every child to behave well.\n"
FRONT = {
    "title": "Behaviour policy",
    "status": "draft",
    "owner": "Headteacher",
    "review_year": "2027/28",
    "applies_to": "[pupils, parents]",
}


def make_text(body: str = BODY, **fields: str | None) -> str:
    """A version: sound front matter with `fields` in place of its own (None: left out), and `body`."""
    front = {name: value for name, value in {**FRONT, **fields}.items() if value is not None}
    return (
        "---\n" + "".join(f"{name}: {value}\n" for name, value in front.items()) + f"---\n\n{body}"
    )


def make_approved_text(body: str = BODY, **fields: str | None) -> str:
    return make_text(
        body,
        **{
            "status": "approved",
            "approved_by": "Governing Body",
            "approved_on": "2025-09-15",
            **fields,
        },
    )


def as_bytes(words: str | bytes) -> bytes:
    return words.encode() if isinstance(words, str) else words


def make_sources(files: Mapping[str, str | bytes], pages: tuple[str, ...] = ()) -> Sources:
    """Sources as if they had been read. A school.yml is added where there is none."""
    whole = {layout.SCHOOL: "name: Hill View School\n", **files}
    data = {path: as_bytes(words) for path, words in whole.items()}
    return Sources(files=data, pages=pages, findings=())


def load_project(files: Mapping[str, str | bytes]) -> LoadedProject:
    return library.load(make_sources(files))


def load_library(files: Mapping[str, str | bytes]) -> Library:
    """The library of files in which nothing is wrong."""
    result = load_project(files)
    assert not result.findings, result.findings
    return result.library


def load_version(words: str, path: str = PATH) -> Version:
    return load_library({path: words}).policies[0].versions[0]


def list_findings(given: Sources, today: date = TODAY) -> list[Finding]:
    return levels.list_findings(library.load(given), today)


def make_record(files: Mapping[str, str | bytes]) -> str:
    """The record in which every approved or withdrawn version of `files` stands."""
    project = load_project(files).library
    lines, previous = "", approval_record.NOTHING_BEFORE
    for version in (v for p in project.policies for v in p.versions):
        if version.facts.status in (Status.APPROVED, Status.WITHDRAWN):
            line = approval_record.entry_line(
                EntryKind.APPROVED,
                version,
                link_search.find_pictures(project, version),
                by=version.facts.approved_by or "",
                on=dates.format_iso_day(version.facts.approved_on),
                minute="",
                previous=previous,
                besides=approval_record.describe_file(as_bytes(files[version.path])),
            )
            later = plan.RecordLines(
                replace(project, record=approval_record.read((lines + line).encode())[0])
            )
            approved = approval_record.make_entry(1, json.loads(line))
            for review in version.facts.reviews:
                plan.add_review(later, approved, review)
            if version.facts.status is Status.WITHDRAWN:
                plan.add_withdrawal(later, approved, version.facts)
            previous = later.previous
            lines += line + "".join(later.lines)
    return lines


# ---------- versions of which only the dates matter


def read_day(typed: str | None) -> Day | None:
    match = dates.read_day(typed) if typed else None
    assert match or not typed
    return match


def make_version(
    name: str,
    status: Status = Status.APPROVED,
    *,
    on: str | None = None,
    starts: str | None = None,
    year: str = "2027/28",
    by: str | None = None,
    withdrawn: str | None = None,
    reviews: tuple[tuple[str, str], ...] = (),
) -> Version:
    """A version with these dates; `reviews` are pairs of a day and the new review year."""
    facts = VersionFacts(
        title="Behaviour policy",
        status=status,
        owner="Headteacher",
        review_year=read_year(year),
        applies_to=("pupils",),
        approved_by="Governing Body" if on else None,
        approved_on=read_day(on),
        effective_from=read_day(starts),
        review_by=read_day(by),
        withdrawn_on=read_day(withdrawn),
        reviews=tuple(
            Review(
                on=read_day(d) or Day(date=date.min),
                by="Head",
                outcome="Fine",
                review_year=read_year(y),
            )
            for d, y in reviews
        ),
    )
    path = f"{layout.POLICIES}behaviour/{name}.md"
    return Version(policy="behaviour", name=name, path=path, facts=facts, text="", outline=Outline)


def read_year(typed: str) -> AcademicYear:
    match = dates.read_academic_year(typed)
    assert match
    return match


def make_policy(*versions: Version) -> Policy:
    return Policy(
        name="behaviour", versions=tuple(sorted(versions, key=lambda v: layout.sort_key(v.name)))
    )


def limit_examples(count: int, **more: Any) -> settings:
    """So many examples of a property, where others have a hundred; a quick run takes fewer of it, a search more."""
    return settings(max_examples=max(1, count * settings().max_examples // 100), **more)


# ---------- documents whose fenced blocks are the case


@dataclass(frozen=True)
class FencedBlock:
    """A fenced block of a document: the words after its tildes, its text, and the line on which it begins."""

    info: str
    text: str
    line: int


_FENCE = re.compile(r"^(~~~+) *(.*)\n((?:(?!\1).*\n)*?)\1\n", re.MULTILINE)


def read_blocks(path: Path) -> Iterator[FencedBlock]:
    whole = path.read_text(encoding="utf-8")
    for match in _FENCE.finditer(whole):
        yield FencedBlock(match[2], match[3], whole.count("\n", 0, match.start()) + 1)


def list_documents(folder: str, pattern: str = "*.md") -> list[Path]:
    """The documents of a folder of the tests; none is a fault."""
    match = sorted((TESTS / folder).glob(pattern))
    assert match, f"tests/{folder}/{pattern} names no file"
    return match


@dataclass(frozen=True)
class ProjectCase:
    """A project written in one document. `finds` is what it must find, a line a finding, without remedies."""

    files: dict[str, bytes]
    finds: str | None


_ESCAPE = re.compile(rb"\\x([0-9a-f]{2})")


def read_case(path: Path) -> ProjectCase:
    """Read a case: the name of each block is a file, `finds` what is expected.

    The record holds every approved version, in the form `as recorded` where the case shows one. A case may have a
    record of its own.
    """
    files: dict[str, bytes] = {layout.SCHOOL: b"name: Hill View School\n"}
    once: dict[str, bytes] = {}
    finds = None
    for block in read_blocks(path):
        name, _, how = block.info.partition(" ")
        if name == "finds":
            finds = block.text
        elif how == "absent":
            del files[find_path(name)]
        else:
            data = block.text.encode()
            if how == "with escapes":
                data = _ESCAPE.sub(lambda m: bytes([int(m[1], 16)]), data)
            (once if how == "as recorded" else files)[find_path(name)] = data
    if files.get(layout.RECORD) == b"":
        del files[layout.RECORD]
    elif layout.RECORD not in files:
        files[layout.RECORD] = make_record({**files, **once}).encode()
    return ProjectCase(files, finds)


def find_path(name: str) -> str:
    """Where a file of a case stands: in the folder of the policy “behaviour”, unless its name says otherwise."""
    if name.startswith("docs/") or name == "mkdocs.yml":
        return name
    return layout.POLICIES + (
        name if "/" in name or layout.POLICIES + name in layout.SETTINGS else f"behaviour/{name}"
    )


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    for path, data in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
