"""The duties of a text of a few words, and Oakfield's library."""

from pathlib import Path

from builders import (
    PATH,
    load_library,
    make_text,
)

from policybook.analysis.duties import Duty, duties
from policybook.reading import library
from policybook.reading.files.snapshot import read_sources


def read_duties(body: str, school: str = "Hill View School") -> list[Duty]:
    version = load_library({PATH: make_text(f"## Rules\n\n{body}\n")}).policies[0].versions[0]
    return list(duties(version, school))


def list_who_and_kind(body: str) -> list[tuple[str, str]]:
    return [(duty.who, str(duty.kind)) for duty in read_duties(body)]


ROOT = Path(__file__).parents[3]

OAKFIELD = library.load(read_sources(ROOT)).library
