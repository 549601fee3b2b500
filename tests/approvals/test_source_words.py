"""The words of a version against those of the document that it was adopted from."""

import pytest
from builders import BODY, PATH, TODAY, load_project, make_approved_text, make_sources, make_text

from policybook.approvals import approve, source_words
from policybook.reading.files import layout
from tests.approvals.commands import read_refusal

WORDS = "Purpose This policy says how we help every child to behave well."


def find(body: str, source: str) -> tuple[str, ...]:
    (policy,) = load_project({PATH: make_text(body)}).library.policies
    return source_words.find_differences(policy.versions[0], source)


@pytest.mark.parametrize(
    "source",
    [
        WORDS,
        "PURPOSE\r\n\r\nThis policy says how we help\nevery child to behave well",
        "Hill View School\nBehaviour Policy\nContents\nPurpose 1\n" + WORDS,
        "1. Purpose\n1.1 This policy says how we help every child to behave well.",
        "Purpose\nThis policy says how\nPage 1 of 2\nwe help every child to behave well.",
        "Purpose\nHill View\nThis policy says how\nHill View\nwe help every child to behave well.",
    ],
)
def test_same_words_differ_nowhere(source: str) -> None:
    assert find(BODY, source) == ()


@pytest.mark.parametrize(
    ("source", "difference"),
    [
        (WORDS.replace("every", "each"), "The document has “each” and the version “every”"),
        (WORDS.replace("well", "not well"), "Only the document has “not”"),
        (WORDS.replace(" every child", ""), "Only the version has “every child”"),
        (WORDS + " Signed by the chair.", "Only the document has “Signed by the chair”"),
        ("Something else entirely.", "The document has “Something else entirely”"),
        ("", "Only the version has “Purpose"),
    ],
)
def test_other_words_are_named(source: str, difference: str) -> None:
    assert find(BODY, source)[0].startswith(difference)


def test_figures_count_as_words() -> None:
    assert find("## Aims\n\nWe answer in 3 days.\n", "Aims We answer in 5 days.") == (
        "The document has “5” and the version “3”, after “We answer in”.",
    )


@pytest.mark.parametrize(
    ("body", "source", "differences"),
    [
        ("(a) a day;\n\n(b) a week.", "(a) a day;\n(b) a week.", 0),
        ("- 1) a day;\n- 2) a week.", "1) a day;\n2) a week.", 0),
        ("(a) day trips;\n\n(b) a week.", "(a) a day trips;\n(b) a week.", 1),
        ("Days;\n\na week.", "3 days;\na week.", 1),
    ],
)
def test_typed_number_of_a_word_file_is_the_label(body: str, source: str, differences: int) -> None:
    text = make_text(f"## Aims\n\nThey pay for:\n\n{body}\n")
    (policy,) = load_project({PATH: text}).library.policies
    source = f"Aims They pay for:\n{source}"
    found = source_words.find_differences(policy.versions[0], source, is_read=True)
    assert len(found) == differences


def test_marks_of_notes_are_no_words() -> None:
    body = "## Aims\n\nBe kind.[^1]\n\n[^1]: Always.\n"
    assert find(body, "Aims Be kind. Always.") == ()


def test_many_differences_are_counted() -> None:
    body = "## Aims\n\n" + "\n\n".join(f"Rule {n} holds on day {n}." for n in range(100, 120))
    found = find(body, body.replace("holds", "binds").replace("##", ""))
    assert len(found) == 6
    assert found[-1] == "… and 15 more differences."


def test_approval_with_other_words_is_refused() -> None:
    request = approve.ApprovalRequest("", "", "", adopted_from="p.txt", source="Other words.")
    files = {PATH: make_approved_text()}
    plan = approve.plan_approval(make_sources(files), [("behaviour", "2025-09")], request, TODAY)
    assert plan.files == {} and layout.RECORD not in plan.files
    assert "does not have the words of p.txt" in read_refusal(plan)
