"""Which addresses become links, and how white space and looks are compared."""

import pytest

from policybook.model import Mark
from policybook.redline import Piece, Run, RunKind
from policybook.redline.types import Wrap
from policybook.word.outgoing.run_text import compare_sides, web_only
from policybook.word.outgoing.xml_parts import Track

STRONG = (Wrap(Mark.STRONG),)


@pytest.mark.parametrize(
    "target",
    [
        "https://www.gov.uk/",
        "http://localhost:8000/a?b=c&d=%20#e",
        "mailto:office@hill-view.sch.uk?subject=Phones",
        "tel:+441234567890",
        "https://müller.example/straße",
        "HTTPS://WWW.GOV.UK",
    ],
)
def test_sound_address_is_a_link(target: str) -> None:
    assert web_only(target) == target


@pytest.mark.parametrize(
    "target",
    [
        "",
        "#s1",
        "javascript:alert(1)",
        "file:///c:/x",
        "\\\\server\\share",
        "../behaviour/",
        "https://",
        "https://a b",
        "https://a.uk/%zz",
        "https://a.uk/#b#c",
        "https://a.uk:port/",
        "mailto:a@b@c",
        "mailto:",
        "http://[bad",
        "https://a.uk/\x00",
    ],
)
def test_other_address_is_words_only(target: str) -> None:
    assert web_only(target) is None


def shown(run: Run) -> list[tuple[str, str]]:
    return [
        (stretch.track.removeprefix("w:"), stretch.piece.text) for stretch in compare_sides(run)
    ]


@pytest.mark.parametrize(
    ("run", "wanted"),
    [
        (Run(RunKind.EQUAL, (Piece("a b"),), (Piece("a b"),)), [("", "a b")]),
        (Run(RunKind.EQUAL, (Piece("a\nb"),), (Piece("a b"),)), [("", "a b")]),
        (Run(RunKind.EQUAL, (Piece("a"),), (Piece(" a"),)), [("ins", " "), ("", "a")]),
        (Run(RunKind.EQUAL, (Piece("a b"),), (Piece("ab"),)), [("", "a"), ("del", " "), ("", "b")]),
        (Run(RunKind.RESTYLED, (Piece("‘a’"),), (Piece("'a'"),)), [("del", "‘a’"), ("ins", "'a'")]),
        (Run(RunKind.RESTYLED, (Piece("a"),), (Piece("a", wraps=STRONG),)), [("", "a")]),
        (Run(RunKind.REMOVED, old=(Piece("a"),)), [("del", "a")]),
        (Run(RunKind.ADDED, new=(Piece("a"),)), [("ins", "a")]),
    ],
)
def test_sides_are_compared(run: Run, wanted: list[tuple[str, str]]) -> None:
    assert shown(run) == wanted


def test_other_link_is_removed_and_added() -> None:
    old, new = (Piece("a", wraps=(Wrap(Mark.LINK, target),)) for target in ("x", "y"))
    assert [s.track for s in compare_sides(Run(RunKind.RESTYLED, (old,), (new,)))] == [
        Track.REMOVED,
        Track.ADDED,
    ]
