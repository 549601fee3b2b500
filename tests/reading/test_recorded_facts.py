"""The facts of a recorded version whose words are refused today."""

from dataclasses import replace

import pytest
from builders import PATH, load_project, make_approved_text

from policybook.model import VersionFacts
from policybook.reading import approval_record, front_matter, recorded_facts
from policybook.reading.approved_text import canonical_text
from tests.reading.behaviour_record import RECORD_LINE

((ENTRY,), _) = approval_record.read(RECORD_LINE.encode())


def accept(approved: str, present: str) -> VersionFacts | None:
    """Return the facts of the file `present`, whose record approves the file `approved`."""
    before, now = (load_project({PATH: text}).library.unsound[0] for text in (approved, present))
    block = front_matter.read_all(front_matter.split(present), PATH)
    entry = replace(ENTRY, text=canonical_text(before, {}), file=approved)
    return recorded_facts.accept(now, block, entry)


REFUSED = make_approved_text(applies_to="[everyone]")


def test_approved_words_are_accepted() -> None:
    facts = accept(REFUSED, REFUSED)
    assert facts and facts.applies_to == ("everyone",)
    assert facts.title == "Behaviour policy"


@pytest.mark.parametrize(
    "present",
    [
        make_approved_text(applies_to="[nobody]"),
        make_approved_text(applies_to="[everyone]", title="Conduct policy"),
        make_approved_text(applies_to="[everyone]", colour="blue"),  # a new fault of the block
    ],
)
def test_later_alteration_is_not_accepted(present: str) -> None:
    assert accept(REFUSED, present) is None


def test_old_fault_of_block_stays() -> None:
    text = make_approved_text(applies_to="[everyone]", colour="blue")
    assert accept(text, text) is not None
