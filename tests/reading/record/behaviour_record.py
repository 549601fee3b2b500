"""A policy with a picture, and the line of the record that approves it."""

from policybook.model import EntryKind, Library, Version
from policybook.reading import library
from policybook.reading.files.snapshot import Sources
from policybook.reading.record import approval_record
from policybook.reading.references import link_search

FRONT = """---
title: Behaviour policy
status: approved
owner: Headteacher
approved_by: Governing Body
approved_on: 2025-09
effective_from: 2025-10-01
review_year: 2027/28
applies_to: [parents, pupils]
minute: FGB 12/9
changes:
  - Phones.
  - Uniform.
---

"""

BODY = """## Purpose

Every child must be safe.

![The plan of the hall](hall%20plan.png)

## What happens next

Call the office.
"""

PATH = "docs/policies/behaviour/2025-09.md"

PICTURE = "docs/policies/behaviour/hall plan.png"

TEXT = FRONT + BODY

Files = dict[str, bytes]


def make_files(text: str | bytes = TEXT, path: str = PATH) -> Files:
    return {path: text.encode() if isinstance(text, str) else text, PICTURE: b"\x89PNG old"}


def load_files(given_files: Files, lines: str = "") -> library.LoadedProject:
    everything = {**given_files, **({approval_record.RECORD_PATH: lines.encode()} if lines else {})}
    return library.load(Sources(files=everything, pages=(), findings=()))


def find_version(given_files: Files, path: str = PATH) -> tuple[Library, Version]:
    loaded_library = load_files(given_files).library
    return loaded_library, next(
        v for p in loaded_library.policies for v in p.versions if v.path == path
    )


def make_line(
    given_files: Files,
    path: str = PATH,
    previous: str = approval_record.NOTHING_BEFORE,
    kind: str = "approved",
) -> str:
    first, of = find_version(given_files, path)
    return approval_record.entry_line(
        EntryKind(kind),
        of,
        link_search.find_pictures(first, of),
        by="Governing Body",
        on="2025-09",
        minute="FGB 12/9",
        previous=previous,
    )


RECORD_LINE = make_line(make_files())
