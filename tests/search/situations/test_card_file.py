"""Cards: those of Policybook, and what a school's `help-cards.yml` changes."""

from datetime import date

import pytest
from builders import TODAY, load_library, make_text

from policybook.reading.files import layout
from policybook.search import situations
from policybook.search.situations import CardFile, CardFinder, shipped_cards, shipped_helplines
from policybook.search.situations.card_file import shipped_subjects
from policybook.text import readability

OWN = """\
leave_out: [in-trouble]
words:
  pony: [pony, horse]
cards:
  - id: photo-asked
    steps: [Tell Miss Green.]
    rules: [behaviour 1.1]
  - id: bitten
    title: A pony bit me
    for: pupils
    phrases: ["{pony} … bit me"]
    steps: [Tell the groom.]
"""


def read(text: str) -> CardFile:
    return situations.read_school_file(load_library({layout.HELP_CARDS: text}), shipped_cards())


def test_school_changes_and_adds_cards() -> None:
    cards = read(OWN)
    assert cards.findings == ()
    by_id = {card.id: card for card in cards.cards}
    assert "in-trouble" not in by_id
    assert by_id["photo-asked"].steps == ("Tell Miss Green.",)
    assert by_id["photo-asked"].rules == (("behaviour", "1.1"),)
    assert by_id["photo-asked"].title == "Someone asked me for a photo"
    assert not by_id["photo-asked"].is_shipped and by_id["stranger"].is_shipped
    found = CardFinder(cards).find("the horse just bit me")
    assert found and found.id == "bitten"


def test_tied_card_keeps_its_words() -> None:
    cards = read("cards:\n  - id: photo-asked\n    rules: [behaviour 1.1]\n").cards
    assert next(card for card in cards if card.id == "photo-asked").is_shipped


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("card: []\n", "unknown in this file"),
        ("leave_out: [nobody]\n", "does not exist"),
        ("cards:\n  - title: x\n", "has no `id`"),
        ("cards:\n  - id: New Card\n    title: x\n    for: pupils\n", "is not an id"),
        ("cards:\n  - id: new\n    title: x\n    for: pupils\n", "no phrases or no steps"),
        ("cards:\n  - id: hurt\n    for: cats\n", "`for` is “cats”"),
        ('cards:\n  - id: hurt\n    phrases: ["{cat} bit me"]\n', "the group {cat}"),
        ("cards:\n  - id: hurt\n    rules: [5.1]\n", "does not name a policy"),
        ("read_by: Designated Safeguarding Lead\n", "not both"),
        ("read_by: x\nread_on: 2026-11\n", "is not a name"),
        ("cards: [", ""),
    ],
)
def test_fault_is_warning_and_changes_nothing(text: str, message: str) -> None:
    cards = read(text)
    assert cards.cards == shipped_cards() and cards.read_on is None
    assert [str(finding.severity) for finding in cards.findings] == ["warning"]
    assert message in cards.findings[0].message and cards.findings[0].remedy


def test_reader_of_cards_is_known() -> None:
    cards = read("read_by: Designated Safeguarding Lead\nread_on: 2026-11-20\n")
    assert (cards.read_by, cards.read_on) == ("Designated Safeguarding Lead", date(2026, 11, 20))


@pytest.mark.parametrize(
    ("nation", "count"), [("England", len(shipped_cards())), ("Scotland", 0), ("Wales", 0)]
)
def test_cards_are_for_england(nation: str, count: int) -> None:
    library = load_library({layout.SCHOOL: f"name: Hill View\nnation: {nation}\n"})
    assert len(situations.current_cards(library, TODAY).cards) == count


def test_shipped_cards_are_whole() -> None:
    ids = {line.id for line in shipped_helplines()}
    of_subjects = {name for subject in shipped_subjects() for name in subject.cards.values()}
    cards = {card.id for card in shipped_cards()}
    assert of_subjects <= cards
    for card in shipped_cards():
        assert card.steps and card.roles and (card.phrases or card.id in of_subjects)
        assert set(card.see) <= cards - {card.id}
        assert set(card.helplines) <= ids and card.helplines
    assert len({card.id for card in shipped_cards()}) == len(shipped_cards())


@pytest.mark.parametrize(("reader", "age"), [("pupils", 9), ("parents", 11)])
def test_cards_suit_their_readers(reader: str, age: int) -> None:
    measured = 0
    for card in shipped_cards():
        score = readability.score(
            sentence for step in card.steps for sentence in readability.split_sentences(step)
        )
        if card.reader == reader and score:
            assert score.age <= age, card.id
            measured += 1
    assert measured > 5


def test_recalled_helpline_claims_nothing() -> None:
    for line in shipped_helplines():
        assert line.phone or line.web
        assert bool(line.says) != line.is_recalled
        assert line.source.startswith("https://") != line.is_recalled


BODY = "## Rules\n\nBe kind.\n\nTell {who} if somebody asks you for a picture.\n"


def make_school(second: str) -> dict[str, str]:
    first = BODY.format(who="your class teacher")
    approved = {"status": "approved", "approved_by": "Governing Body"}
    return {
        layout.HELP_CARDS: "numbers_of:\n  behaviour: 2025-09\ncards:\n  - id: photo-asked\n"
        "    rules: [behaviour 1.2]\n",
        "docs/policies/behaviour/2025-09.md": make_text(
            first, approved_on="2025-09-01", **approved
        ),
        "docs/policies/behaviour/2026-09.md": make_text(
            second, approved_on="2026-09-01", changes="The order.", **approved
        ),
    }


@pytest.mark.parametrize(
    ("second", "rules", "changed"),
    [
        ("## Rules\n\nTell your class teacher if somebody asks you for a picture.\n\nBe kind.\n",
         (("behaviour", "1.1"),), False),
        (BODY.format(who="the headteacher"), (("behaviour", "1.2"),), True),
        ("## Rules\n\nBe kind.\n\nClean your shoes every day.\n", (), True),
    ],
)  # fmt: skip
def test_card_follows_its_rule(
    second: str, rules: tuple[tuple[str, str], ...], changed: bool
) -> None:
    library = load_library(make_school(second))
    cards = situations.current_cards(library, TODAY)
    assert next(card for card in cards.cards if card.id == "photo-asked").rules == rules
    file = situations.read_school_file(library, shipped_cards())
    (rule,) = situations.find_card_rules(library, TODAY, file)
    assert rule.has_changed is changed
