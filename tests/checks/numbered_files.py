"""Files whose rows name clauses by number, before and after a new version."""

from datetime import date

from builders import (
    list_findings,
    make_approved_text,
    make_sources,
    make_text,
)

from policybook import search
from policybook.checks.fix import renumbering
from policybook.checks.fix.renumbering import RenumberedFile
from policybook.model import Library
from policybook.model.findings import Finding
from policybook.reading import library
from policybook.reading.files import layout

TODAY = date(2026, 11, 22)
OLD_PATH, NEW_PATH = "docs/policies/behaviour/2024-09.md", "docs/policies/behaviour/2026-12.md"
PHONES = "Every pupil hands the phone in at the office each morning."
COATS = "A pupil who has no coat borrows one from the office."
FIGHTS = "Whoever fights goes home at once. Nobody may fight back either."
OLD = f"## Rules\n\n{PHONES}\n\n{COATS}\n\n{FIGHTS}\n"
TABLETS = "A tablet stays in its bag until a teacher asks for it."
NEW = (
    "## Watches\n\nWatches that can take pictures stay at home.\n\n## "
    f"Rules\n\n{PHONES}\n\n{TABLETS}\n\n{FIGHTS}\n"
)
ASKED = """# what people asked

questions:
  - question: where do I hand in my phone  # by behaviour 1.1
    answer: behaviour 1.1
  - question: "behaviour 1.1: my phone"
    answer: ['behaviour 1.1', behaviour 1.3]
  - question: fights
    answer:
      - behaviour 1.3   # a remark
"""
WORDS = """our words:
  - say: moby
    means: behaviour 1.1,   fights
"""
DECIDED = {"approved_on": "2026-11-20", "changes": "Watches."}


def make_files(new: str = "", of: str = "", **more: str) -> dict[str, str | bytes]:
    """The old version in force; the new one in consultation, or as given."""
    results: dict[str, str | bytes] = {
        OLD_PATH: make_approved_text(OLD, approved_on="2024-09-16"),
        NEW_PATH: new or make_text(NEW, changes="Watches."),
        layout.ASKED_QUESTIONS: of + more.get("asked", ASKED),
        layout.VOCABULARY: of + more.get("words", WORDS),
    }
    return results


def declare_version(version: str) -> str:
    return f"numbers_of:\n  behaviour: {version}\n\n"


def read_library(given: dict[str, str | bytes]) -> Library:
    return library.load(make_sources(given)).library


def renumber(given: dict[str, str | bytes], today: date = TODAY) -> dict[str, RenumberedFile]:
    results = read_library(given)
    held = {path: renumbering.read_number_versions(results, today, path) for path in search.PATHS}
    return {
        item.path: item
        for item in renumbering.bring_up_to_date(make_sources(given), results, today, held)
    }


def list_search_findings(given: dict[str, str | bytes], today: date = TODAY) -> list[Finding]:
    return [f for f in list_findings(make_sources(given), today) if f.path in search.PATHS]
