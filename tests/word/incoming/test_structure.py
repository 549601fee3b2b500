"""What a file only shows is found where it is sure, and stays words where it is not."""

import pytest

from policybook.word.incoming import structure
from policybook.word.incoming.document import Block, ListKind, Look, Paragraph, TextRun
from policybook.word.incoming.structure import headings_by_look, title_line, typed_signs

TEXT = "Every adult here has one duty before all others: to keep children safe."


def words(text: str, *, size: int = 22, bold: bool = False, **more: object) -> Paragraph:
    look = Look(size=size, bold=bold, indent=int(str(more.pop("indent", 0))))
    return Paragraph(runs=(TextRun(text=text, bold=bold),), look=look, **more)  # type: ignore[arg-type]


def heading(text: str, level: int = 1, **more: object) -> Paragraph:
    return words(text, size=28, heading=level, **more)


def split(*texts: str) -> list[tuple[str, str, str]]:
    blocks, _ = typed_signs.split_signs([words(text) for text in texts])
    return [(b.label, str(b.list_kind), b.text) for b in blocks if isinstance(b, Paragraph)]


def headings(*blocks: Block) -> list[tuple[str, int]]:
    result, _ = headings_by_look.find_headings(blocks)
    closed = headings_by_look.close_gaps(result)
    return [(b.text, b.heading) for b in closed if isinstance(b, Paragraph) and b.heading]


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("•\tbe safe", "", "bullet"),
        ("-\tbe safe", "", "bullet"),
        ("o\tbe safe", "", "bullet"),
        ("(a)\tbe safe", "(a)", "number"),
        ("iv.\tbe safe", "iv.", "number"),
        ("2.1\tbe safe", "2.1", "number"),
        ("3)\tbe safe", "3)", "number"),
    ],
)
def test_sign_before_a_tab_is_one(text: str, label: str, kind: str) -> None:
    assert split(text) == [(label, kind, "be safe")]


def test_letter_before_a_unit_is_no_quantity() -> None:
    assert split("(a) day visits;", "(b) weeks away.") == [
        ("(a)", "number", "day visits;"),
        ("(b)", "number", "weeks away."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2.5 metres of fence",
        "I. Newton found it",
        "(a) or (b) applies",
        "- a dash opens this line",
        "o well",
        "12. May is a holiday",
        "2026. A year of change",
        "1.5 hours a week",
        "A. Smith is the chair",
        "(see below)",
        "10 % of pupils",
        "3.2 million",
    ],
)
def test_words_that_only_look_like_signs_stay(text: str) -> None:
    assert split("Before it.", text, "After it.")[1] == ("", "none", text)


def test_neighbours_make_a_sign_sure() -> None:
    assert [row[0] for row in split("1. One", "2. Two", "Between.", "3. Three")] == [
        *("1.", "2.", "", "3."),
    ]
    assert [row[0] for row in split("(a) one", "(b) two", "(i) three", "(ii) four")] == [
        *("(a)", "(b)", "(i)", "(ii)"),
    ]
    assert [row[1] for row in split("- one", "- two")] == ["bullet", "bullet"]


def test_numbers_of_headings_are_far_apart() -> None:
    far = [words(f"Text {n}.") for n in range(20)]
    blocks = [words("1. Aims", bold=True), *far, words("2. Duties", bold=True), *far]
    result, _ = typed_signs.split_signs(blocks)
    assert [b.label for b in result if isinstance(b, Paragraph) and b.label] == ["1.", "2."]


def test_typed_items_have_depths_by_their_indents() -> None:
    row = [words("•\tone", indent=360), words("o\ttwo", indent=720), words("•\tthree", indent=360)]
    result, letters = typed_signs.split_signs(row)
    assert [b.depth for b in result if isinstance(b, Paragraph)] == [0, 1, 0]
    assert [entry.text for entry in letters] == ["o"]


def test_sign_typed_after_words_own_bullet_goes() -> None:
    (block,), _ = typed_signs.split_signs([words("• be safe", list_kind=ListKind.BULLET)])
    assert isinstance(block, Paragraph)
    assert block.text == "be safe"


def test_lists_inside_each_other_have_depths_by_indent() -> None:
    def item(indent: int, list_id: str) -> Paragraph:
        return words("x", indent=indent, list_kind=ListKind.NUMBER, label="1.", list_id=list_id)

    result = typed_signs.set_depths([item(360, "1"), item(720, "2"), item(400, "1")])
    assert [b.depth for b in result if isinstance(b, Paragraph)] == [0, 1, 0]


def test_size_tells_the_level() -> None:
    blocks = [
        words("Our aims", size=28, bold=True),
        words(TEXT),
        words("What staff do", size=24, bold=True),
        words(TEXT),
        words("REWARDS", size=28, bold=True),
        words(TEXT),
    ]
    assert headings(*blocks) == [("Our aims", 1), ("What staff do", 2), ("REWARDS", 1)]


@pytest.mark.parametrize(
    "line",
    [
        "Please note: the words mean the same",
        "No member of staff may keep a class in.",
        "We aim to;",
        "Signed by the chair",
        "office@school.example",
        "Date of policy",
        "…………………………",
        "Tel: 01234 567890",
        "a very long bold line that goes on and on for more words than any heading would",
    ],
)
def test_bold_line_that_is_none_stays_text(line: str) -> None:
    assert headings(words("Aims", bold=True), words(TEXT), words(line, bold=True), words(TEXT)) == [
        ("Aims", 1)
    ]


def test_bold_lines_in_a_row_are_a_list() -> None:
    row = [words(name, bold=True) for name in ("First aid", "Fire", "Trips")]
    assert headings(words("Aims", bold=True), words(TEXT), *row, words(TEXT)) == [("Aims", 1)]


def test_lines_of_a_cover_are_no_headings() -> None:
    cover = [words("Hill View School", size=40, bold=True), words("Spring 2026", bold=True)]
    assert headings(*cover, words("Aims", size=28, bold=True), words(TEXT)) == [("Aims", 1)]


def test_bold_line_below_a_styled_heading_is_one_level_down() -> None:
    assert headings(heading("Aims"), words(TEXT), words("For staff", bold=True), words(TEXT)) == [
        ("Aims", 1),
        ("For staff", 2),
    ]


def test_no_level_is_left_out() -> None:
    assert headings(heading("A", 3), heading("B", 1), heading("C", 3), words(TEXT)) == [
        ("A", 1),
        ("B", 1),
        ("C", 2),
    ]


def take(*blocks: Block, name: str = "", file: str = "") -> tuple[str, int, bool]:
    line = title_line.take_title(blocks, name, file)
    return line.title, len(line.blocks), line.is_sure


def test_title_is_the_line_with_the_style() -> None:
    assert take(words("Behaviour", is_title=True), heading("Aims")) == ("Behaviour", 1, True)


def test_only_highest_heading_is_the_title() -> None:
    line = title_line.take_title(
        [heading("Behaviour Policy", 1), heading("Aims", 2), heading("Rules", 2)], "", ""
    )
    assert line.title == "Behaviour Policy"
    assert [b.heading for b in line.blocks if isinstance(b, Paragraph)] == [1, 1]


def test_line_of_the_cover_that_names_a_policy_is_the_title() -> None:
    school = words("Hill View School", size=40)
    assert take(school, words("Behaviour Policy", size=30), heading("Aims")) == (
        "Behaviour Policy",
        2,
        True,
    )


def test_name_of_the_file_outweighs_another_heading() -> None:
    blocks = [heading("Policy objectives", 1), heading("Hire", 2), words(TEXT)]
    assert take(*blocks, file="Lettings policy") == ("Lettings policy", 3, False)


def test_guess_keeps_every_line() -> None:
    assert take(words("Hill View", bold=True, size=40), words(TEXT), file="Hvs") == (
        "Hill View",
        2,
        False,
    )


def test_typed_contents_are_left_out() -> None:
    lines = [words(text) for text in ("Contents", "Aims\t1", "Duties ..... 2", "Review      3")]
    blocks, left_out = structure.leave_out_contents([*lines, words("Aims")])
    assert [b.text for b in blocks if isinstance(b, Paragraph)] == ["Aims"]
    assert [entry.text for entry in left_out] == [
        *("Contents", "Aims 1", "Duties ..... 2", "Review 3"),
    ]


def test_two_lines_with_numbers_are_no_contents() -> None:
    lines = [words("Staff\t12"), words("Pupils\t210")]
    assert structure.leave_out_contents(lines) == (tuple(lines), ())


@pytest.mark.parametrize(
    ("above", "title", "rest"),
    [
        (heading("Hill Primary School"), words("Visits Policy", bold=True), 2),
        (heading("Hill Primary School"), heading("Visits Policy"), 1),
        (heading("Hill Primary School"), heading("Visits Policy", 2), 2),
        (heading("St Mary, Hill"), words("Visits Policy", bold=True), 2),
        (heading("HILL ACADEMY"), words("Visits Policy", is_title=True), 3),
        (words("St. Mary's Hill School", bold=True), words("Visits Policy", bold=True), 1),
    ],
)
def test_name_of_a_school_above_the_title_is_no_section(
    above: Paragraph, title: Paragraph, rest: int
) -> None:
    blocks = (above, title, heading("Aims", rest), words(TEXT))
    cover = title_line.free_cover(blocks, "Visits Policy")
    line = title_line.take_title(cover, "", "Visits Policy")
    assert (line.title, line.is_sure) == ("Visits Policy", True)
    assert [(b.text, b.heading > 0) for b in line.blocks if isinstance(b, Paragraph)] == [
        (above.text, False),
        ("Aims", True),
        (TEXT, False),
    ]


@pytest.mark.parametrize(
    "blocks",
    [
        (heading("Introduction"), words("Policy statement", bold=True), heading("Aims")),
        (heading("Starting school"), words(TEXT), heading("Aims", 2)),
        (words("Visits Policy", is_title=True), heading("Our school"), heading("Aims", 2)),
        (heading("Our school"), words(TEXT), heading("Aims")),
    ],
)
def test_other_first_heading_stays_one(blocks: tuple[Paragraph, ...]) -> None:
    assert title_line.free_cover(blocks, "Starting school") == blocks
