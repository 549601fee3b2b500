"""Words and stems: what counts as the same word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.search.stemming import fold, stem, stems, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pupils' phones, and a pupil’s phone", ["pupils", "phones", "and", "a", "pupil", "phone"]),
        ("Don't post photo's!", ["dont", "post", "photo"]),
        ("I'll say we've an ill pupil", ["i", "say", "we", "an", "ill", "pupil"]),
        ("KS2 at 3.15pm; £50", ["ks", "2", "at", "3", "15", "pm", "50"]),
        ("e-mail/text", ["e", "mail", "text"]),
        ("Café Zoë", ["cafe", "zoe"]),
        ("ＦＵＬＬ ﬁlm Straße", ["full", "film", "strasse"]),
        ("soft\u00adhyphen zero\u200bwidth", ["softhyphen", "zerowidth"]),
        ("‘social media’ – “quoted”", ["social", "media", "quoted"]),
        ("under_score", ["under", "score"]),
        ("… — !", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "family",
    [
        "bully bullying bullied bullies",
        "cyberbully cyberbullying cyberbullied",
        "message messages messaged messaging",
        "investigate investigates investigating investigation investigations",
        "behaviour behaviours behavior",
        "organise organised organisation organization organizing",
        "harass harassed harassment",
        "policy policies",
        "child children child's",
        "photograph photographs photographing photography photographer",
        "attend attends attendance",
        "ban bans banned banning",
        "share shares shared sharing",
        "agree agreed agreement",
        "thirteen 13",
        "lose lost losing",
        "discipline disciplined disciplinary",
        "knife knives",
        "confidential confidentiality",
        "employ employs employed employment",
    ],
)
def test_one_stem_a_family(family: str) -> None:
    assert len(set(stems(family))) == 1


APART = """post poster, teacher teach, state station, bus busy, policy police, form former, general generate,
child chill, data date, 13 30, suspect suspend"""


@pytest.mark.parametrize("pair", APART.split(","))
def test_words_that_stay_apart(pair: str) -> None:
    assert len(set(stems(pair))) == 2


@given(st.text())
def test_folding_and_stemming_never_fail(text: str) -> None:
    for word in words(text):
        assert stem(word)
        assert words(word) == [word]
    assert words(fold(text)) == words(text)
