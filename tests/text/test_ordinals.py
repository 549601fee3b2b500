"""Numbers at the start of a text, and what only looks like one."""

import pytest

from policybook.text.ordinals import follows, is_first, read_heading, read_name, read_ordinal


@pytest.mark.parametrize(
    ("text", "typed", "bare"),
    [
        ("4.2 Ask.", "4.2", "4.2"),
        ("4.1.2. Ask.", "4.1.2.", "4.1.2"),
        ("A.1 Ask.", "A.1", "A.1"),
        ("2.1(a) ask", "2.1(a)", "2.1(a)"),
        ("(ii) ask", "(ii)", "ii"),
        ("(aa) ask", "(aa)", "aa"),
        ("b) ask", "b)", "b"),
        ("iv. ask", "iv.", "iv"),
        ("A. Ask", "A.", "A"),
        ("3) ask", "3)", "3"),
        ("4 Staff ask", "4", "4"),
        ("4.2 Times of the day", "4.2", "4.2"),
        ("18.1A Ask.", "18.1A", "18.1A"),
        ("19A. Ask.", "19A.", "19A"),
        ("19A.1 Ask.", "19A.1", "19A.1"),
        ("5.1.1A Ask.", "5.1.1A", "5.1.1A"),
        ("4.1bis Ask.", "4.1bis", "4.1bis"),
        ("4.2AA. Ask.", "4.2AA.", "4.2AA"),
        ("4.2A(b) ask", "4.2A(b)", "4.2A(b)"),
        ("4ter. Ask.", "4ter.", "4ter"),
    ],
)
def test_numbers(text: str, typed: str, bare: str) -> None:
    ordinal = read_ordinal(text)
    assert ordinal is not None
    assert (ordinal.typed, ordinal.bare) == (typed, bare)


@pytest.mark.parametrize(
    "text",
    [
        "1.9.2026 is the day", "2 weeks before", "2 Weeks", "1 September", "(a) and (b) apply",
        "(a), (b) and (c) apply", "1.5 metres", "8.45 am", "24/7 care", "e.g. this", "e. g. this",
        "i. e. that", "mix. it", "mum) said", "10% of", "4.2 and 4.3 apply", "4.2", "(a)", "", "1st",
        "2.30pm start", "3A is a class",
    ],
)  # fmt: skip
def test_other_words(text: str) -> None:
    assert read_ordinal(text) is None


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("(a) x", "(b) x", True),
        ("(h) x", "(i) x", True),
        ("(i) x", "(ii) x", True),
        ("(z) x", "(aa) x", True),
        ("3. x", "4. x", True),
        ("3. x", "4) x", False),
        ("A. x", "b. x", False),
        ("(a) x", "(c) x", False),
    ],
)
def test_what_follows(before: str, after: str, expected: bool) -> None:
    first, second = read_ordinal(before), read_ordinal(after)
    assert first is not None and second is not None
    assert follows(first, second) is expected


def test_lists_start() -> None:
    ordinals = [read_ordinal(f"({bare}) x") for bare in ("a", "A", "i", "1", "b", "ii", "2")]
    assert [o is not None and is_first(o) for o in ordinals] == [True] * 4 + [False] * 3


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Appendix A Signs", "Appendix A"),
        ("APPENDIX C – signs", "APPENDIX C"),
        ("Appendix A’s signs", ""),
        ("Part II of the plan", ""),
        ("Part time staff", ""),
        ("Section 4 and 5", ""),
        ("Appendix", ""),
    ],
)
def test_names_of_headings(title: str, bare: str) -> None:
    ordinal = read_heading(title)
    assert (ordinal.bare if ordinal else "") == bare


@pytest.mark.parametrize(("title", "name"), [("Annex 2", "Annex 2"), ("Annex 2: x", ""), ("x", "")])
def test_a_name_alone(title: str, name: str) -> None:
    assert read_name(title) == name
