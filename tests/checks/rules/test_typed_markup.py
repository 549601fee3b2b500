"""What was typed instead of marked is named, but for the lines of a printed cover."""

from builders import PATH, TODAY, load_library, make_text

from policybook.checks.rules.typed_markup import lists_and_headings_are_marked

COVER = "**HILL VIEW PRIMARY SCHOOL**\n\nApproved by: Governing Body\n\n"


def find(body: str) -> list[str]:
    library = load_library({PATH: make_text(body)})
    return [f.code for f in lists_and_headings_are_marked(library, TODAY)]


def test_bold_line_of_a_cover_is_no_heading() -> None:
    assert find(COVER + "## Aims\n\nBe kind.\n") == []


def test_bold_line_of_the_text_is_named() -> None:
    assert find("## Aims\n\nBe kind.\n\n**For staff**\n\nBe calm.\n") == ["typed-heading"]
