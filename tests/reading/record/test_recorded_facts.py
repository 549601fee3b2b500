"""The facts of a recorded version whose words are refused today."""

import pytest
from builders import PATH, load_project, make_approved_text

from policybook.model import EntryKind, VersionFacts
from policybook.reading.fields import front_matter
from policybook.reading.record import approval_record, record_file, recorded_facts
from policybook.reading.record.record_chain import NOTHING_BEFORE


def accept(approved: str, present: str) -> VersionFacts | None:
    """Return the facts of the file `present`, whose record approves the file `approved`."""
    before, now = (load_project({PATH: text}).library.unsound[0] for text in (approved, present))
    block = front_matter.read_all(front_matter.split(present), PATH)
    line = approval_record.entry_line(
        EntryKind.APPROVED,
        before,
        {},
        by="",
        on="",
        minute="",
        previous=NOTHING_BEFORE,
        besides=approval_record.describe_file(approved.encode()),
    )
    record = record_file.split(line.encode())
    (entry,), _ = approval_record.read_lines(record)
    return recorded_facts.accept(now, block, entry, record)


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
