"""Test what people may answer to the questions about a school."""

import contextlib
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.cli import questions
from policybook.cli.questions import BadAnswer
from policybook.model import Nation, SchoolKind, SchoolPhase

K, P = SchoolKind, SchoolPhase


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("England", Nation.ENGLAND),
        ("wales", Nation.WALES),
        ("Scottish", Nation.SCOTLAND),
        ("N. Ireland", Nation.NORTHERN_IRELAND),
        ("Cymru", Nation.WALES),
        ("NI", Nation.NORTHERN_IRELAND),
        ("northern  ireland", Nation.NORTHERN_IRELAND),
        ("SCOT", Nation.SCOTLAND),
        ("5", None),
        ("France", None),
    ],
)
def test_nation(words: str, expected: Nation | None) -> None:
    if expected:
        assert questions.read_choice(words, Nation) is expected
    else:
        with pytest.raises(BadAnswer, match="England, Wales, Scotland, Northern Ireland"):
            questions.read_choice(words, Nation)


@pytest.mark.parametrize(
    ("words", "kind", "phase"),
    [
        ("maintained primary", K.MAINTAINED, P.PRIMARY),
        ("Academy, secondary", K.ACADEMY, P.SECONDARY),
        ("voluntary aided junior school", K.MAINTAINED, P.PRIMARY),
        ("free school, all through", K.ACADEMY, P.ALL_THROUGH),
        ("independent prep", K.INDEPENDENT, P.PRIMARY),
        ("special", K.SPECIAL, None),
        ("Primary", None, P.PRIMARY),
        ("PRU", K.ALTERNATIVE, None),
        ("sixth-form college, academy", K.ACADEMY, P.SIXTEEN_PLUS),
        ("16+ academy", K.ACADEMY, P.SIXTEEN_PLUS),
        ("infant and nursery, local authority", K.MAINTAINED, P.NURSERY),
        ("", None, None),
    ],
)
def test_kind_and_phase(words: str, kind: SchoolKind | None, phase: SchoolPhase | None) -> None:
    sort = questions.read_sort(f"Wales, {words}")
    assert (sort.kind, sort.phase) == (kind, phase)
    assert sort.nation is Nation.WALES


@pytest.mark.parametrize(
    ("words", "nation"),
    [
        ("England academy primary", Nation.ENGLAND),
        ("Northern Ireland, controlled primary", Nation.NORTHERN_IRELAND),
        ("a primary school in Scotland", Nation.SCOTLAND),
        ("welsh maintained secondary", Nation.WALES),
        ("academy primary", None),
        ("", None),
    ],
)
def test_nation_within_an_answer(words: str, nation: Nation | None) -> None:
    assert questions.read_sort(words).nation is nation


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", "behaviour"),
        ("2", "attendance"),
        ("Online Safety Policy", "online-safety"),
        ("anti-bullying", "anti-bullying"),
        ("Governors’ visits", "governors-visits"),
        ("../x", "x"),
        ("…", None),
        ("school", "school"),
        ("x" * 300, None),
    ],
)
def test_policy(words: str, expected: str | None) -> None:
    if expected:
        assert questions.read_policy(words) == expected
    else:
        with pytest.raises(BadAnswer):
            questions.read_policy(words)


@pytest.mark.parametrize("words", ["school", "?", "a", "primaryy"])
def test_other_kinds_are_refused(words: str) -> None:
    with pytest.raises(BadAnswer, match="England, academy, primary"):
        questions.read_sort(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ""),
        ("policies.hill.sch.uk", "https://policies.hill.sch.uk/"),
        ("http://hill.sch.uk/policies", "http://hill.sch.uk/policies/"),
        ("https://hill.sch.uk/", "https://hill.sch.uk/"),
        ("hill", None),
        ("hill view.sch.uk", None),
        ("ftp://hill.sch.uk", None),
        ("office@hill", None),
        ("https://", None),
        ("https://hill.sch.uk/?page=1", None),
        ("https://hill.sch.uk/#top", None),
        ("https://me:secret@hill.sch.uk/", None),
        ("https://[", None),
        ('https://a.uk/"', None),
    ],
)
def test_url(words: str, expected: str | None) -> None:
    if expected is not None:
        assert questions.read_url(words) == expected
    else:
        with pytest.raises(BadAnswer, match="no web address"):
            questions.read_url(words)


@pytest.mark.parametrize(
    "words", ["office", "a@b", "a b@c.uk", "a@b.uk, c@d.uk", "@b.uk", "a@b..uk"]
)
def test_bad_email(words: str) -> None:
    with pytest.raises(BadAnswer, match="no e-mail address"):
        questions.read_email(words)


@pytest.mark.parametrize("words", ["", "  ", "…", "a\x1bb", "x" * 300, "a\u200bb"])
def test_bad_name(words: str) -> None:
    with pytest.raises(BadAnswer):
        questions.read_name(words)


@given(st.text())
def test_no_answer_raises_anything_else(words: str) -> None:
    for read in (
        questions.read_name,
        *(
            partial(questions.read_choice, choices=part)
            for part in (Nation, SchoolKind, SchoolPhase)
        ),
        questions.read_sort,
        questions.read_policy,
        questions.read_url,
        questions.read_email,
    ):
        with contextlib.suppress(BadAnswer):
            read(words)


def test_bad_answers_are_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(["France", "wales"])
    monkeypatch.setattr("builtins.input", lambda _: next(typed))
    assert questions.ask("Nation:", partial(questions.read_choice, choices=Nation)) is Nation.WALES
    assert "“France” is not one of these" in capsys.readouterr().out
