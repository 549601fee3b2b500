"""Rules that a policy cites in another one, and that a new version of the other moves."""

from datetime import date

import pytest
from builders import TODAY, load_library, make_approved_text, make_text

from policybook.analysis.rules_elsewhere import find_lasting_id, find_moved
from policybook.model import Library
from policybook.reading.references import reference_links
from policybook.reading.references.reference_links import CitedRule, ReferenceIntoOther

LOCKS = "The head locks up.\n\nThe rota names who locks up on which day of the week.\n"
OLD = f"## Doors\n\nKeep shut.\n\n## Duties\n\n{LOCKS}"
NEW = (
    "## Doors\n\nKeep shut.\n\n## Keys\n\nThe office keeps keys.\n\n"
    f"The bursar has a spare key.\n\n## Duties\n\n{LOCKS}"
)
CITING = "## A\n\nThe rota binds, as {} of the Keys Policy says.\n"


def make_library(
    citing: str,
    on: str = "2025-10-01",
    new: str = NEW,
    new_on: str = "2026-01-10",
    more: dict[str, str] | None = None,
) -> Library:
    """Return a library with a policy on keys in two versions, and one that cites it."""
    return load_library(
        {
            "docs/policies/keys/2025-09.md": make_approved_text(
                OLD, title="Keys Policy", approved_on="2025-09-01"
            ),
            "docs/policies/keys/2026-01.md": make_approved_text(
                new, title="Keys Policy", approved_on=new_on, changes="Keys."
            ),
            "docs/policies/doors/2025-10.md": make_approved_text(
                CITING.format(citing), title="Doors Policy", approved_on=on
            ),
            **(more or {}),
        }
    )


def list_moves(library: Library, today: date = TODAY) -> list[tuple[str, tuple[str, ...], bool]]:
    """Return the moved rules that the newest text cites, with their numbers now."""
    titles = reference_links.read_titles(library)

    def read(version: object) -> tuple[ReferenceIntoOther, ...]:
        return tuple(reference_links.find_into_others(titles, version))  # type: ignore[arg-type]

    version = next(p for p in library.policies if p.name == "doors").versions[-1]
    return [
        (place.rule.words, moved.now, moved.is_taken)
        for place in read(version)
        if (moved := find_moved(library, version, place.rule, read, today))
    ]


@pytest.mark.parametrize(
    ("citing", "expected"),
    [
        ("rule 2.2", [("rule 2.2", ("3.2",), True)]),
        ("section 2", [("section 2", ("3",), True)]),
        ("rules 2.1 and 2.2", [("rule 2.1", ("3.1",), True), ("rule 2.2", ("3.2",), True)]),
        # It kept its number.
        ("rule 1.1", []),
        # It was never there.
        ("rule 9.9", []),
    ],
)
def test_moved_rules_are_followed(
    citing: str, expected: list[tuple[str, tuple[str, ...], bool]]
) -> None:
    assert list_moves(make_library(citing)) == expected


def test_later_text_means_later_rules() -> None:
    assert list_moves(make_library("rule 2.2", on="2026-02-01")) == []


def test_text_kept_its_old_reference() -> None:
    later = make_approved_text(
        CITING.format("rule 2.2") + "\nGates too.\n",
        title="Doors Policy",
        approved_on="2026-03-01",
        changes="Gates.",
    )
    library = make_library("rule 2.2", more={"docs/policies/doors/2026-03.md": later})
    assert list_moves(library) == [("rule 2.2", ("3.2",), True)]


def test_corrected_reference_is_meant() -> None:
    later = make_text(CITING.format("rule 3.2"), title="Doors Policy", status="draft")
    library = make_library("rule 2.2", more={"docs/policies/doors/2026-03.md": later})
    assert list_moves(library) == []


def test_removed_rule_is_named() -> None:
    new = NEW.replace("The rota names who locks up on which day of the week.", "")
    new = new.replace("The bursar has a spare key.", "Ask for keys.")
    assert list_moves(make_library("rule 2.2", new=new)) == [("rule 2.2", (), True)]


def find_id(library: Library, number: str) -> str:
    """Return the id to which a citation of the text on doors leads."""
    titles = reference_links.read_titles(library)
    version = next(p for p in library.policies if p.name == "doors").versions[-1]
    return find_lasting_id(
        library,
        version,
        CitedRule("keys", "rule", number),
        lambda other: reference_links.find_into_others(titles, other),
    )


def test_link_leads_to_lasting_rules() -> None:
    library = make_library("rule 2.2")
    assert [find_id(library, number) for number in ("1.1", "2.2", "9.9")] == ["s1-1", "", ""]
    assert find_id(make_library("rule 2.2", on="2026-02-01"), "2.2") == "s2-2"
