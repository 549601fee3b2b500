"""Test the hints about plain language: harder words and passives."""

import pytest
from builders import load_library, make_text

from policybook.analysis import plain_language


@pytest.mark.parametrize(
    ("sentence", "hints"),
    [
        ("Please notify us prior to a trip.", [("notify", "tell"), ("prior to", "before")]),
        ("We endeavoured to utilise it.", [("endeavoured", "try"), ("utilise", "use")]),
        ("We tell you before a trip.", []),
        ("Sheep graze on the hill.", []),
    ],
)
def test_harder_words(sentence: str, hints: list[tuple[str, str]]) -> None:
    assert list(plain_language.harder_words(sentence)) == hints


def passives(*statements: str) -> list[str]:
    body = "".join(f"- {s} [1.1]\n" for s in statements)
    project = load_library(
        {"docs/policies/a/1.md": make_text(), "docs/policies/a/1.parents.md": body}
    )
    sentences = tuple(plain_language.sentences(project.policies[0].versions[0].summaries[0]))
    return [verb for _, verb in plain_language.passives(sentences)]


def test_passives_count_if_they_are_many() -> None:
    three = ("It was taken.", "Phones are never kept.", "He got told off.")
    assert passives(*three) == ["was taken", "are never kept", "got told"]
    assert passives(*three, *["We walk."] * 12) == []
    assert passives(*three[:2]) == []
    assert passives("You are allowed in.", "We are worried.", "They are kind.") == []
