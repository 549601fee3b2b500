"""What was typed instead of marked is named, but for the lines of a printed cover."""

from builders import PATH, TODAY, load_library, make_text

from policybook.checks.rules.typed_markup import (
    letters_are_not_typed,
    lists_and_headings_are_marked,
    numbers_are_not_typed,
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
    assert "with 3 spaces and a hyphen" in first.remedy


def test_letter_alone_is_a_paragraph() -> None:
    library = load_library({PATH: make_text("## Aims\n\na) Ask.\n\nb) Wait.\n")})
    first, _ = letters_are_not_typed(library, TODAY)
    assert "shows it as a paragraph" in first.message


def test_number_of_an_appendix_is_typed() -> None:
    body = "## Appendix A: Forms\n\n### A.1 Trips\n\nUse it.\n\n### A school day\n\nIt ends.\n"
    (number,) = numbers_are_not_typed(load_library({PATH: make_text(body)}), TODAY)
    assert "“A.1”" in number.message


def test_initials_of_names_are_no_letters() -> None:
    library = load_library({PATH: make_text("## Members\n\nA. Brown\nB. Okafor\n")})
    assert list(letters_are_not_typed(library, TODAY)) == []
    library = load_library({PATH: make_text("## Members\n\nA. Brown\nB. Jones\n")})
    assert "If “A. Brown” is a name" in next(letters_are_not_typed(library, TODAY)).remedy
