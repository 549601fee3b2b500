"""What was typed instead of marked is named, but for the lines of a printed cover."""

import pytest
from builders import PATH, TODAY, load_library, make_text

from policybook.checks.rules.tables import tables_have_headers
from policybook.checks.rules.typed_markup import (
    letters_are_not_typed,
    lists_and_headings_are_marked,
    numbers_are_not_typed,
    tables_are_marked,
)

COVER = "**HILL VIEW PRIMARY SCHOOL**\n\nApproved by: Governing Body\n\n"


def find(body: str) -> list[str]:
    library = load_library({PATH: make_text(body)})
    return [f.code for f in lists_and_headings_are_marked(library, TODAY)]


def test_bold_line_of_a_cover_is_no_heading() -> None:
    assert find(COVER + "## Aims\n\nBe kind.\n") == []


def test_bold_line_of_the_text_is_named() -> None:
    assert find("## Aims\n\nBe kind.\n\n**For staff**\n\nBe calm.\n") == ["typed-heading"]


def test_letter_below_an_item_is_inside() -> None:
    library = load_library({PATH: make_text("## Aims\n\n1. one;\na. sub one;\nb. sub two;\n")})
    first, _ = letters_are_not_typed(library, TODAY)
    assert "3 spaces and `- `" in first.remedy


@pytest.mark.parametrize(
    ("body", "remedies"),
    [
        ("a) A:\ni) b\nii) c\nb) D\n", ["`- `", "2 spaces", "2 spaces", "`- `"]),
        ("(a) A\n\n(b) B:\n\n(i) c\n\n(c) D\n", ["`- `", "`- `", "2 spaces", "`- `"]),
        ("i) A:\na) b\nb) c\nii) D\n", ["`- `", "2 spaces", "2 spaces", "`- `"]),
        ("A. A:\na. b\nb. c\nB. D\n", ["`- `", "2 spaces", "2 spaces", "`- `"]),
        ("1. A:\na) b\ni) c\nii) d\nb) e\n", ["3 spaces", "5 spaces", "5 spaces", "3 spaces"]),
        ("a) A\nb) B\nd) D\ne) E\n", ["`- `"] * 4),  # a gap starts no list inside (b)
    ],
)
def test_remedy_keeps_the_level(body: str, remedies: list[str]) -> None:
    library = load_library({PATH: make_text(f"## Aims\n\n{body}")})
    findings = [f.remedy.removeprefix("Write ") for f in letters_are_not_typed(library, TODAY)]
    assert len(findings) == len(remedies)
    assert all(map(str.startswith, findings, remedies))


def test_remedy_says_what_the_page_shows() -> None:
    library = load_library({PATH: make_text("## Aims\n\nStaff:\n\ni) ask\nii) wait\n")})
    first, _ = letters_are_not_typed(library, TODAY)
    assert "The page then shows 1.1(a). If people cite “i)”, keep it" in first.remedy


def test_letter_alone_is_a_paragraph() -> None:
    library = load_library({PATH: make_text("## Aims\n\na) Ask.\n\nb) Wait.\n")})
    first, _ = letters_are_not_typed(library, TODAY)
    assert "shows it as a paragraph" in first.message


def test_number_of_an_appendix_is_typed() -> None:
    body = "## Appendix A: Forms\n\n### A.1 Trips\n\nUse it.\n\n### A school day\n\nIt ends.\n"
    (number,) = numbers_are_not_typed(load_library({PATH: make_text(body)}), TODAY)
    assert "“A.1”" in number.message


@pytest.mark.parametrize(
    ("body", "line", "remedy"),
    [
        ("> Be kind.\n| a | b |\n|---|---|\n| c | d |\n", 2, "empty line before the first row"),
        ("- Be kind:\n| a | b |\n|---|---|\n| c | d |\n", 2, "empty line before the first row"),
        ("| a | b |\n| --- |\n| c | d |\n", 2, "Write |---|---| instead"),
        ("| a | b |\n|---|---|---|\n| c | d |\n", 2, "Write |---|---| instead"),
        ("| a | b |\n|——|——|\n| c | d |\n", 2, "Write |---|---| instead"),
        ("| a | b |\n|===|===|\n| c | d |\n", 2, "Write |---|---| instead"),
        ("| a | b |\n\n|---|---|\n| c | d |\n", 3, "Delete the empty lines"),
        ("| a | b |\n|---|---|\n| c | d |\n\n| e | f |\n| g | h |\n", 5, "Delete the empty line"),
        ("| a | b |\n| c | d |\n|---|---|\n| e | f |\n", 1, "Move the line of dashes"),
        ("| a | b |\n| c | d |\n", 1, "Write |---|---| under the first row"),
        ("Who   What\nHead   Locks\n", 1, "For a table, write `|`"),
    ],
)
def test_fault_of_a_table_has_its_own_remedy(body: str, line: int, remedy: str) -> None:
    text = make_text(f"## Aims\n\n{body}")
    (fault,) = tables_are_marked(load_library({PATH: text}), TODAY)
    assert fault.line == text[: text.index(body)].count("\n") + line
    assert remedy in fault.remedy


@pytest.mark.parametrize(
    "body",
    [
        "-   Staff:\n    -   sign\n    -   lock\n",
        "1.   Staff sign.\n2.   Parents wait.\n",
        '<a href="{{ "/x" | relative_url }}">X</a>\n<a href="{{ "/y" | relative_url }}">Y</a>\n',
        "{% for day in days | sort %}\n{% for week in weeks | sort %}\n",
        "The whole   school keeps to it, every day.\nThe whole   staff keep to it, every day.\n",
    ],
)
def test_spaces_and_code_are_no_columns(body: str) -> None:
    assert not [*tables_are_marked(load_library({PATH: make_text(f"## Aims\n\n{body}")}), TODAY)]


TABLE = "| A | B |\n|---|---|\n"


@pytest.mark.parametrize(
    ("body", "remedies"),
    [
        (f"{TABLE}\n| 1 | 2 |\n", ["Delete the empty line"]),
        (f"{TABLE}| 1 | 2 |\n\n| 3 | 4 |\n| 5 | 6 |\n", ["Delete the empty line"]),
        ("A | B\n1 | 2\n", ["Write |---|---| under the first row."]),
        ("| 1 | 2 |\n", ["Write |---|---| under the first row."]),
        (f"{TABLE}| 1 | 2 |\n", []),
        ("Choose Yes | No.\n", []),
        ("`a | b`\n`c | d`\n", []),
        ("|x| and |y| are sizes.\n", []),
    ],
)
def test_row_outside_a_table_is_named(body: str, remedies: list[str]) -> None:
    findings = list(tables_are_marked(load_library({PATH: make_text(f"## A\n\n{body}")}), TODAY))
    assert [f.remedy[: len(r)] for f, r in zip(findings, remedies, strict=True)] == remedies


def test_table_without_rows_has_its_own_words() -> None:
    library = load_library({PATH: make_text(f"## A\n\n{TABLE}\n| 1 | 2 |\n")})
    (finding,) = tables_have_headers(library, TODAY)
    assert finding.message == "the table has no row below its line of dashes"


def test_initials_of_names_are_no_letters() -> None:
    library = load_library({PATH: make_text("## Members\n\nA. Brown\nB. Okafor\n")})
    assert list(letters_are_not_typed(library, TODAY)) == []
    library = load_library({PATH: make_text("## Members\n\nA. Brown\nB. Jones\n")})
    assert "If “A. Brown” is a name" in next(letters_are_not_typed(library, TODAY)).remedy


def test_letters_inside_a_list_are_set_in() -> None:
    library = load_library({PATH: make_text("## Aims\n\na) Give:\ni) name\nii) dose\nb) Sign\n")})
    remedies = [finding.remedy for finding in letters_are_not_typed(library, TODAY)]
    assert ["is inside “a) Give:”" in remedy for remedy in remedies] == [False, True, True, False]


def test_table_without_an_empty_line_is_named() -> None:
    table = "| a | b |\n|---|---|\n| c | d |\n"
    library = load_library({PATH: make_text(f"## Times\n\n> Who comes when\n{table}")})
    (finding,) = tables_are_marked(library, TODAY)
    assert "empty line before the first row" in finding.remedy
    version = library.policies[0].versions[0]
    assert version.text.split("\n")[finding.line - version.body_line] == "| a | b |"
