"""A school of one policy, with its own words and the questions that people asked."""

from datetime import date

from builders import make_approved_text, make_sources, make_text

from policybook import checks
from policybook.model import Library
from policybook.model.findings import Finding
from policybook.reading import library

TODAY = date(2026, 11, 22)

BODY = "## Rules\n\nPhones are handed in at the office.\n\nPupils who are kind get a star on Friday.\n\nTeachers ring home.\n"

PATH = "docs/policies/behaviour/2025-09.md"


def load_school(**more: str) -> Library:
    files = {PATH: make_approved_text(BODY)} | {
        f"docs/policies/{name}.yml": words for name, words in more.items()
    }
    return library.load(make_sources(files)).library


def list_findings(school: Library, *codes: str) -> list[Finding]:
    return [f for f in checks.run(school, TODAY) if f.code in codes]


def load_school_with_other_texts() -> Library:
    files = {
        "docs/policies/behaviour/2024-09.md": make_approved_text(
            BODY + "\nTablets stay at home.\n", approved_on="2024-09"
        ),
        PATH: make_approved_text(BODY, changes="Tablets."),
        "docs/policies/behaviour/2026-12.md": make_text(
            BODY + "\nWatches stay at home.\n", changes="Watches.", status="consultation"
        ),
        "docs/policies/behaviour/2027-01.md": make_text(
            BODY + "\nGliders stay at home.\n", changes="Gliders.", status="draft"
        ),
    }
    return library.load(make_sources(files)).library
