"""A few rules about phones, and what a redline says of each clause."""

from policybook.redline import (
    ChangeKind,
    all_changes,
)

from .comparisons import compare

BOX = "The office keeps each phone in a locked box until home time."

LOST = "Staff should report a lost phone to the office within 14 school days."

GATE = "Pupils hand in their phones at the gate every morning."

TELL = "Anyone who sees a phone in a lesson tells the class teacher straight away."


def join_blocks(*blocks: str) -> str:
    return "\n\n".join(blocks)


def list_outcomes(old: str, new: str) -> dict[str, str]:
    """What happened to each clause, by its new number or (where it is gone) its old one, if anything did."""
    result = {}
    for change in all_changes(compare(old, new)):
        if change.kind not in (ChangeKind.SAME, ChangeKind.RENUMBERED) or change.moved:
            units = change.new or change.old
            result[units[0].number or units[0].text] = (
                f"{change.kind}{', ' if change.moved else ''}{change.moved}"
            )
    return result
