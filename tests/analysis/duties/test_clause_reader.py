"""The main clauses of a sentence: whose verb it is, and which verb."""

import pytest

from policybook.analysis.duties import clause_reader
from policybook.analysis.duties.sentence_words import cut_words


def read(text: str) -> list[tuple[str, str]]:
    words = cut_words(text)
    return [
        (clause.subject.head, words[clause.verb].word if clause.verb < len(words) else "")
        for clause in clause_reader.read_clauses(words)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The head of year writes a note.", [("head", "writes")]),
        ("Doors to the yard are shut.", [("doors", "are")]),
        ("A cook who is told of it rings home.", [("cook", "rings")]),
        ("If it rains, the cook rings home.", [("cook", "rings")]),
        ("On trips the leader carries a list.", [("leader", "carries")]),
        ("If a pupil falls in the yard the cook rings home.", [("cook", "rings")]),
        ("The nurse writes a plan, and the family signs it.", [("nurse", "writes"), ("family", "signs")]),
        ("Notices for pupils, parents and staff explain it.", []),
        ("The plan states what is done.", []),
        ("Sums over £500 are paid late.", [("sums", "are")]),
        ("A plan for the 12-month year is made.", [("plan", "is")]),
        ("Tea for you and the cook and does not taste.", []),
        ("After a fight, the head", [("head", "")]),
    ],
)  # fmt: skip
def test_clauses(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected
