"""`check --fix` puts the same words into a better form."""

import pytest
from builders import (
    PATH,
    make_approved_text,
    make_record,
    make_text,
)

from policybook.reading.files import layout
from tests.checks.tidied_files import SUMMARY, tidy_files, tidy_text


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("## Rules\n\n• Be kind.\n•\tBe safe.\n", "## Rules\n\n- Be kind.\n- Be safe.\n"),
        ("## Rules\n\nBring:\n\n●Coat\n  ◦ warm\n", "## Rules\n\nBring:\n\n- Coat\n  - warm\n"),
        ("## Rules\n\n* Be kind.\n+ Be safe.\n", "## Rules\n\n- Be kind.\n- Be safe.\n"),
        (
            "## Rules\n\n•\tBe kind.\n\to\tat lunch\no  Be safe.\n",
            "## Rules\n\n- Be kind.\n\t- at lunch\n- Be safe.\n",
        ),
        (
            "## Rules\n\nWrite o in the box.\n\no\tBe kind.\n",
            "## Rules\n\nWrite o in the box.\n\n- Be kind.\n",
        ),
        (
            "## Rules\n\nStaff must:\na) ask\nb) wait a\nwhile\n",
            "## Rules\n\nStaff must:\n- ask\n- wait a\nwhile\n",
        ),
        (
            "## Rules\n\n(a)\tAsk.\n\n(b)\tWait.\n\n(c) Go.\n",
            "## Rules\n\n- Ask.\n\n- Wait.\n\n- Go.\n",
        ),
        (
            "## Rules\n\n• Give:\no your name\n▪ and class\n• Sign.\n",
            "## Rules\n\n- Give:\n  - your name\n    - and class\n- Sign.\n",
        ),
        (
            "## Rules\n\n1. Give:\n• your name\no and class\n2. Sign.\n",
            "## Rules\n\n1. Give:\n   - your name\n     - and class\n2. Sign.\n",
        ),
        (
            "## Rules\n\n- Give:\no a name\n▪ and class\n- Sign.\n",
            "## Rules\n\n- Give:\n  - a name\n    - and class\n- Sign.\n",
        ),
        (
            "## Rules\n\n+ means here.\n* means late.\n",
            "## Rules\n\n+ means here.\n* means late.\n",
        ),
        ("## Rules\n\na. Ask.\nb. Wait.\n", "## Rules\n\n- Ask.\n- Wait.\n"),
        ("## Rules  \n\nBe kind. \nBe safe.\t\n", "## Rules\n\nBe kind.\nBe safe.\n"),
        ("## Rules\n\nBe kind.", "## Rules\n\nBe kind.\n"),
        ("## Rules\n\nBe kind.\n\n\n", "## Rules\n\nBe kind.\n"),
    ],
)
def test_form_is_tidied(body: str, after: str) -> None:
    assert tidy_text(make_text(body)) == make_text(after)


@pytest.mark.parametrize(
    "body",
    [
        "## Rules\n\nBe kind.  \nBe safe.\n",  # a line break
        "## Rules\n\n```\n* a \n• b\n```\n",  # code
        "## Rules\n\n* * *\n\nBe kind.\n",  # a rule across the page
        "## Rules\n\n• 1. Be kind.\n",  # a number that a list would swallow
        "## Rules\n\n• Be kind\n---\n",  # a heading
        "## Rules\n\n✓ Be kind.\n– Be safe.\n",  # signs that may be words
        "## Rules\n\n*Be kind.* Always.\n",
        "## Rules\n\n1. Be kind.\n2. Be safe.\n",
        "## Rules\n\na) Ask.\nb) Wait.\n\nAfter (b), go.\n",  # a letter that is referred to
        "## Rules\n\na) Ask.\nb) Wait, as in point a.\n",
        "## Rules\n\nb) Ask.\nc) Wait.\n",  # the rest of a list
        "## Rules\n\na) Ask.\n\nThen go.\n",  # one letter is no list
        "## Rules\n\na) Ask:\ni) once\nii) twice\nb) Wait.\n",  # whose items are whose, only its author knows
        "## Rules\n\nAsk\no clock.\n",
    ],
)
def test_meaning_is_never_changed(body: str) -> None:
    assert tidy_text(make_text(body)) == make_text(body)


def test_facts_are_sorted_with_comments() -> None:
    block = (
        "# for whom\napplies_to:\n  - pupils\nstatus: draft\n\n# the name\ntitle: "
        "Behaviour\nreview_year: 2027/28\nowner: Head\n# end\n"
    )
    after = (
        "\n# the name\ntitle: Behaviour\nstatus: draft\nowner: Head\nreview_year: 2027/28\n# for "
        "whom\napplies_to:\n  - pupils\n# end\n"
    )
    assert tidy_text(f"---\n{block}---\n\nBe kind.\n") == f"---\n{after}---\n\nBe kind.\n"


@pytest.mark.parametrize(
    "block",
    [
        "{status: draft, title: X}\n",
        "status: draft\ntitle: X\nstatus: draft\n",
        "colour: x\ntitle: X\n",
    ],
)
def test_unusual_facts_are_not_sorted(block: str) -> None:
    assert tidy_text(f"---\n{block}---\n\nBe kind.\n") == f"---\n{block}---\n\nBe kind.\n"


def test_summary_facts_are_sorted() -> None:
    whole = "---\nlanguage: cy\nreviewed: 2026-12\n---\n\n• Be kind. [1.1]\n* Be safe. [1.1]\n"
    assert (
        tidy_text(whole, SUMMARY)
        == "---\nreviewed: 2026-12\nlanguage: cy\n---\n\n- Be kind. [1.1]\n- Be safe. [1.1]\n"
    )


@pytest.mark.parametrize(
    ("data", "after"),
    [
        (
            b"\xef\xbb\xbf" + make_text("Be kind. \n").replace("\n", "\r\n").encode(),
            b"\xef\xbb\xbf" + make_text("Be kind.\n").replace("\n", "\r\n").encode(),
        ),
        (make_text("Be kind.\n").encode().replace(b"\n", b"\r"), make_text("Be kind.\n").encode()),
        (
            make_text("Be kind.\n").encode().replace(b"\n", b"\r\n", 3),
            make_text("Be kind.\n").encode(),
        ),
    ],
)
def test_line_ends_become_the_same(data: bytes, after: bytes) -> None:
    assert tidy_files({PATH: data})[PATH].data == after


def test_tidy_file_is_not_named() -> None:
    assert tidy_files({PATH: make_text(), SUMMARY: "- Be kind. [1.1]\n"}) == {}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\x81" + make_text("Be kind. \n").encode(), "not UTF-8"),
        (make_text("Be\x0bkind. \n").encode(), "U+000B, on line 9"),
        (make_text("Be\fkind. \n").encode(), "U+000C, on line 9"),
        (make_approved_text("Be kind. \n\f\n").encode(), "U+000C, on line 12"),
        (make_text("Be kind.\n\f\nBe\fsafe.\n").encode(), "U+000C, on line 11"),
    ],
)
def test_unreadable_file_says_why(data: bytes, why: str) -> None:
    result = tidy_files({PATH: data})[PATH]
    assert (result.data, result.steps) == (data, ())
    assert why in result.obstacle


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("Be kind. \n\f\nBe safe.\n", "Be kind.\nBe safe.\n"),
        ("Be kind.\n\n\f\n\n• Be safe.\n", "Be kind.\n\n\n- Be safe.\n"),
        ("Be kind.\n\n\fBe safe.\f\n", "Be kind.\n\nBe safe.\n"),
        ("Be kind.\n\f", "Be kind.\n"),
    ],
)
def test_page_break_is_removed(body: str, after: str) -> None:
    result = tidy_files({PATH: make_text(body)})[PATH]
    assert result.data.decode() == make_text(after)
    assert result.steps[0].startswith("removed ") and not result.obstacle


def test_meaningful_page_break_stays() -> None:
    assert "U+000C" in tidy_files({PATH: make_text("Be kind.\n\f## Rules\n")})[PATH].obstacle


@pytest.mark.parametrize("codec", ["cp1252", "utf-16", "utf-16-le"])
def test_other_encoding_becomes_utf8(codec: str) -> None:
    text = make_text("Be kind – always, at the café.\n")
    result = tidy_files({PATH: text.encode(codec)})[PATH]
    assert result.data.decode() == text
    assert result.steps == ("saved as UTF-8; read its accents and quotation marks again",)


def test_recorded_file_is_restored_instead() -> None:
    files: dict[str, str | bytes] = {PATH: make_approved_text("At the café.\n")}
    record = make_record(files)
    files[PATH] = make_approved_text("At the café.\n").encode("cp1252")
    result = tidy_files({**files, layout.RECORD: record})[PATH]
    assert (result.steps, "policybook restore behaviour 2025-09" in result.obstacle) == ((), True)


BULLETS = "## Rules\n\n• Be kind.\n• Be safe.\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        # No year of review: nobody can say what the details mean.
        (
            make_text(BULLETS, review_year=None),
            "correct the lines between the `---` first: the field `review_year` is missing, on "
            "line 1. Then give the command again",
        ),
        (
            make_text(BULLETS, status="drafted"),
            "correct the lines between the `---` first: `status` ",
        ),
        (make_text(BULLETS, review_year="next"), "correct the lines between the `---` first: "),
        (make_approved_text(BULLETS), "its text is approved, and "),
        (
            make_approved_text(
                BULLETS, status="withdrawn", withdrawn_on="2026-10-05", reason="Gone."
            ),
            "its text is approved, and ",
        ),
    ],
)
def test_obstacle_says_the_true_reason(text: str, reason: str) -> None:
    file = tidy_files({PATH: text})[PATH]
    assert file.steps == () and file.obstacle.startswith(reason), file.obstacle


def test_recorded_draft_counts_as_approved() -> None:
    files = {PATH: make_approved_text(BULLETS)}
    record = make_record(files)
    draft = {PATH: make_text(BULLETS, review_year=None), layout.RECORD: record}
    assert tidy_files(draft)[PATH].obstacle.startswith("its text is approved, and ")
