"""Reading ages: syllables, sentences, the two formulas; hints; and who is bound by a duty."""

import gzip
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from builders import loaded, text
from hypothesis import given
from hypothesis import strategies as st

from policybook.analysis import plain_language
from policybook.analysis.duties import addressee
from policybook.model import Reader
from policybook.site import pictograms
from policybook.text import readability, syllables

PACKED = files("policybook").joinpath("data/syllables.txt.gz").read_bytes()
LINES = gzip.decompress(PACKED).decode("ascii").splitlines()


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("Phones", 1), ("computer", 3), ("bullying", 3), ("headteacher", 3), ("headteacher’s", 3), ("behaviour", 3), ("unauthorised", 4),
     ("firewalls", 3), ("DSL", 3), ("GDPR", 4), ("ICT", 3), ("13", 2), ("you", 1), ("online", 2), ("zzz", 1), ("sepultura", 4)],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables.syllables(word) == count


def test_every_word_of_the_dictionary() -> None:
    for count, line in enumerate(LINES, 1):
        assert {syllables.syllables(word) for word in line.split()} <= {count}


def test_the_dictionary_is_sorted_and_whole() -> None:
    words = [line.split() for line in LINES]
    assert words == [sorted(line) for line in words]
    assert (len(words), sum(map(len, words))) == (12, 126_044)
    assert PACKED[4:8] == b"\0" * 4, "no time of making: the same words give the same file"


DICTIONARY = """\
'til T IH1 L
a AH0
a(2) EY1
hmm HH M
tomato T AH0 M EY1 T OW2 # a fruit
tomato(2) T AH0 M AA1 T OW2
cat K AE1 T
"""


def test_the_tool_counts_stressed_sounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(Path(__file__).parents[2] / "tools")
    monkeypatch.delitem(sys.modules, "syllables", raising=False)
    tool = __import__("syllables")
    counts = tool.count_syllables(DICTIONARY.splitlines())
    assert counts == {"'til": 1, "a": 1, "tomato": 3, "cat": 1}
    assert tool.as_text(counts) == "'til a cat\n\ntomato\n"


def test_the_dictionary_has_its_notice() -> None:
    notice = files("policybook").joinpath("data/NOTICE").read_text(encoding="utf-8")
    assert "Carnegie Mellon University. All rights reserved." in notice
    assert "2. Redistributions in binary form must reproduce" in notice


@pytest.mark.parametrize("word", ["", "'s", "hmm", "a b", "tomato(2)", "\ud800"])
def test_other_words_are_not_in_it(word: str) -> None:
    assert syllables._look_up(word) == (1 if word == "'s" else 0)


@given(st.text(max_size=30))
def test_any_word_has_a_syllable_at_least(word: str) -> None:
    assert syllables.syllables(word) >= (1 if not word.isdigit() else 0)


def test_sentences() -> None:
    given = "Be kind. Are you sure? “Yes!” Then go (e.g. at 3.15 pm). 13 is the age"
    expected = [
        "Be kind.",
        "Are you sure?",
        "“Yes!”",
        "Then go (e.g. at 3.15 pm).",
        "13 is the age",
    ]
    assert list(readability.sentences(given)) == expected


def test_the_formulas() -> None:
    """Worked by hand: 2 sentences, 9 words, 10 syllables (the cat sat on the mat; it was happy), 31 letters."""
    score = readability.score(["The cat sat on the mat. It was happy."])
    assert score
    letters = len("Thecatsatonthemat") + len("Itwashappy")
    kincaid = 0.39 * 9 / 2 + 11.8 * 10 / 9 - 15.59 + 5
    liau = 0.0588 * 100 * letters / 9 - 0.296 * 100 * 2 / 9 - 15.8 + 5
    assert (score.words, score.sentences) == (9, 2)
    assert score.flesch_kincaid == max(5.0, round(kincaid, 1))
    assert score.coleman_liau == max(5.0, round(liau, 1))


def test_coleman_liau_on_the_abstract_of_its_paper() -> None:
    """Coleman and Liau's own example: 119 words, 5 sentences, 639 letters and digits: grade 14.5."""
    words = ["a" * 5] * 75 + ["a" * 6] * 44
    assert sum(map(len, words)) == 639
    parts = [" ".join(words[i : i + 24]).capitalize() + "." for i in range(0, 119, 24)]
    score = readability.score([" ".join(parts)])
    assert score
    assert (score.words, score.sentences) == (119, 5)
    assert score.coleman_liau == pytest.approx(14.5 + 5, abs=0.05)


def test_the_verdict_is_the_higher_of_the_two() -> None:
    score = readability.Score(words=1, sentences=1, flesch_kincaid=9.0, coleman_liau=11.5)
    assert score.age == 11.5


def test_no_words_have_no_score() -> None:
    assert readability.score([]) is None
    assert readability.score(["…", ""]) is None


@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_text_has_an_age_within_bounds(texts: list[str]) -> None:
    score = readability.score(texts)
    assert score is None or readability.YOUNGEST <= score.age <= readability.OLDEST


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Please notify us prior to a trip.", [("notify", "tell"), ("prior to", "before")]),
        ("We endeavoured to utilise it.", [("endeavoured", "try"), ("utilise", "use")]),
        ("We tell you before a trip.", []),
        ("Sheep graze on the hill.", []),
    ],
)
def test_harder_words(sentence: str, found: list[tuple[str, str]]) -> None:
    assert list(plain_language.harder_words(sentence)) == found


def passives(*statements: str) -> list[str]:
    body = "".join(f"- {s} [1.1]\n" for s in statements)
    made = loaded({"docs/policies/a/1.md": text(), "docs/policies/a/1.parents.md": body})
    found = tuple(plain_language.sentences(made.policies[0].versions[0].summaries[0]))
    return [verb for _, verb in plain_language.passives(found)]


def test_passives_count_where_they_are_many() -> None:
    three = ("It was taken.", "Phones are never kept.", "He got told off.")
    assert passives(*three) == ["was taken", "are never kept", "got told"]
    assert passives(*three, *["We walk."] * 12) == []
    assert passives(*three[:2]) == []
    assert passives("You are allowed in.", "We are worried.", "They are kind.") == []


@pytest.mark.parametrize(
    ("clause", "who"),
    [
        ("Pupils must hand in their phones.", {"pupils"}),
        ("No pupil may use a phone.", {"pupils"}),
        ("Pupils may use a phone.", set()),
        ("All pupil mobile phones must be handed in.", {"pupils"}),
        ("Parents and carers should not name pupils in posts.", {"parents"}),
        ("Parents and pupils must read this.", {"parents", "pupils"}),
        ("Children under 13 should not have an account.", {"pupils"}),
        ("Parents may take pictures. They must not publish them.", {"parents"}),
        ("Parents may come in. They must be met at the gate.", set()),
        ("If a pupil is ill, the parent must ring the office.", {"parents"}),
        ("Staff must tell parents.", set()),
        ("Pupils must be taught to swim.", set()),
        ("Pictures of pupils must be stored safely.", set()),
        ("A pupil's name must never be published.", set()),
        ("The school must protect each child.", set()),
        ("Staff must not speak. They should listen.", set()),
    ],
)
def test_who_is_bound(clause: str, who: set[str]) -> None:
    assert addressee.bound_readers(clause) == {Reader(w) for w in who}


@pytest.mark.parametrize(
    ("words", "name"),
    [("Hand your phone in.", "phone"), ("Turn off your phone.", "off"), ("Tell them in private.", "lock"), ("Eat fruit.", "")],
)  # fmt: skip
def test_pictures(words: str, name: str) -> None:
    assert pictograms.statement_picture(words)[0] == name


@pytest.mark.parametrize(
    ("title", "name"),
    [("You must", "yes"), ("Never", "no"), ("You must never", "no"), ("Don’t", "no"), ("Tell someone if", "tell"), ("Who to tell", "who"),
     ("Good to know", "note")],
)  # fmt: skip
def test_signs_of_headings(title: str, name: str) -> None:
    assert pictograms.heading_picture(title)[0] == name
